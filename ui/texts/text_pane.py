"""The middle of the page: a text's name and standing, its editor, what is wrong, and what it may use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from reviewer.domain.template_texts import TextFault
from reviewer.i18n import gettext as _
from ui.texts.conflict_bar import ConflictBar
from ui.texts.text_editor import TextEditor
from ui.texts.variable_list import VariableList
from ui.theme import S1, S2, S3, S4, theme
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph

_VARIABLES_HEIGHT = 176


class TextPane(QWidget):
    """Shows what it is told and says what is wanted."""

    def __init__(self, keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Keys are those of the actions, by name, as people read them."""
        super().__init__(parent)
        self.name = PlainLabel(role="heading")
        self.standing = PlainLabel(role="small", tone="dim")
        self.save = ActionButton(_("Save"), key=keys["text-save"], kind="primary")
        self.default = ActionButton(_("Back to the default…"), icon="undo-2")
        self.discard = ActionButton(_("Drop changes"), kind="quiet")
        self.conflict = ConflictBar()
        self.editor = TextEditor()
        self.fault = Paragraph(role="small", tone="bad")
        self.place = ActionButton("", key=keys["text-fault"], icon="triangle-alert")
        self.place.clicked.connect(self._want_fault)
        self.variables = VariableList()
        self._caption = PlainLabel(_("What this text may use"), role="tiny-strong", tone="faint")
        self._hint = PlainLabel(
            _("{key}, then Return inserts").format(key=keys["text-variables"]), role="tiny", tone="faint"
        )
        self._faults: tuple[TextFault, ...] = ()
        self._lay_out()

    def show_faults(self, faults: Sequence[TextFault], words: Sequence[str]) -> None:
        """Mark what is wrong; nothing wrong is said as well."""
        self._faults = tuple(faults)
        self.editor.show_faults(faults, words)
        line = faults[0].line if faults else 0
        self.place.setVisible(bool(line))
        self.place.set_label(_("Line {line}").format(line=line))
        if not faults:
            self.fault.set_text(_("Nothing is wrong: tried on invented people of every kind"), "ok")
            return
        more = len(faults) - 1
        told = _("{words} (and {count} more)").format(words=words[0], count=more) if more else words[0]
        self.fault.set_text(told, "bad")

    def show_nothing_known(self) -> None:
        """Nobody has looked yet whether anything is wrong."""
        self._faults = ()
        self.place.hide()
        self.fault.set_text("")

    def go_to_fault(self) -> None:
        """Put the cursor into the first line that is wrong."""
        line = next((fault.line for fault in self._faults if fault.line), 0)
        if line:
            self.editor.go_to_line(line)

    def _want_fault(self) -> None:
        self.go_to_fault()

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._make_writing())
        using = self._make_using()
        parts.addWidget(using)
        parts.setStretchFactor(0, 1)
        using.setMinimumHeight(theme().px(96))
        parts.setSizes([theme().px(3 * _VARIABLES_HEIGHT), theme().px(_VARIABLES_HEIGHT)])
        column = QVBoxLayout(self)
        column.setContentsMargins(S4, S3, S4, S3)
        column.setSpacing(S3)
        column.addLayout(self._make_head())
        column.addWidget(parts, 1)

    def _make_head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(S1)
        head.addWidget(self.name)
        head.addWidget(self.standing)
        head.addSpacing(S1)
        deeds = QHBoxLayout()
        deeds.setSpacing(S2)
        for button in (self.save, self.default, self.discard):
            deeds.addWidget(button)
        deeds.addStretch(1)
        head.addLayout(deeds)
        return head

    def _make_writing(self) -> QWidget:
        writing = QWidget()
        column = QVBoxLayout(writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S2)
        column.addWidget(self.conflict)
        column.addWidget(self.editor, 1)
        strip = QHBoxLayout()
        strip.setContentsMargins(0, 0, 0, S2)
        strip.setSpacing(S2)
        strip.addWidget(self.place)
        strip.addWidget(self.fault, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(strip)
        return writing

    def _make_using(self) -> QWidget:
        using = QWidget()
        column = QVBoxLayout(using)
        column.setContentsMargins(0, S2, 0, 0)
        column.setSpacing(S1)
        line = QHBoxLayout()
        line.addWidget(self._caption, 1)
        line.addWidget(self._hint)
        column.addLayout(line)
        column.addWidget(self.variables, 1)
        return using
