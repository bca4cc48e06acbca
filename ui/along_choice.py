"""What goes along with a letter, as boxes to tick; each says its size once that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from reviewer.domain.letter import AttachmentKind
from reviewer.i18n import gettext as _
from ui.attachment_words import kind_name, kind_words
from ui.theme import S3, theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Along:
    """What goes along, what could, and how large each is in bytes; one that could not is shown, and why not said."""

    going: frozenset[AttachmentKind] = frozenset()
    possible: frozenset[AttachmentKind] = frozenset()
    sizes: Mapping[AttachmentKind, int] = field(default_factory=dict)
    open_to_ticks: bool = True


class AlongChoice(QWidget):
    """A box for each kind; says what a person ticks and never what the program shows."""

    ticked = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {kind: self._make(kind) for kind in AttachmentKind}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S3)
        for box in self._boxes.values():
            row.addWidget(box)
        row.addStretch(1)
        self.hide()

    def show_along(self, along: Along | None) -> None:
        """Show what goes along; None: nothing ever does with this letter."""
        self.setVisible(along is not None)
        for kind, box in self._boxes.items():
            if along is not None:
                self._show(kind, box, along)

    def box(self, kind: AttachmentKind) -> QCheckBox:
        """The box of a kind."""
        return self._boxes[kind]

    def flip(self, kind: AttachmentKind) -> None:
        """Tick or untick by key, where that is open."""
        box = self._boxes[kind]
        if self.isVisible() and box.isEnabled():
            box.click()

    def _show(self, kind: AttachmentKind, box: QCheckBox, along: Along) -> None:
        box.setText(kind_words(kind, along.sizes.get(kind)))
        box.setChecked(kind in along.going)
        box.setEnabled(along.open_to_ticks and kind in along.going | along.possible)
        box.setVisible(along.open_to_ticks or kind in along.going)
        barred = along.open_to_ticks and not box.isEnabled()
        box.setToolTip(_("Pin a place that shows what is lacking to the newest CV first.") if barred else "")

    def _make(self, kind: AttachmentKind) -> QCheckBox:
        box = QCheckBox(kind_name(kind))
        box.setFont(theme().font("small"))
        box.setAccessibleName(_("Goes along: {what}").format(what=kind_name(kind)))
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box.clicked.connect(lambda on: self.ticked.emit(kind, on))
        return box
