"""The question when somebody else has saved a version while this text was being changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.template_texts import TextVersion
from reviewer.i18n import gettext as _
from ui.theme import S2, S3, theme
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel
from ui.widgets.painting import fill_box, painter_for


class ConflictBar(QWidget):
    """Asks and decides nothing: look at the difference, save mine on top, or take theirs."""

    look_wanted = Signal()
    mine_wanted = Signal()
    theirs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel(role="strong")
        self.look = ActionButton(_("Difference"))
        self.mine = ActionButton(_("Save mine on top"))
        self.theirs = ActionButton(_("Take theirs"))
        row = QHBoxLayout()
        row.setSpacing(S2)
        for button, signal in (
            (self.look, self.look_wanted),
            (self.mine, self.mine_wanted),
            (self.theirs, self.theirs_wanted),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(S3, S3 - 2, S3, S3 - 2)
        column.setSpacing(S2)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def show_version(self, version: TextVersion | None) -> None:
        """Ask about this version; None: nothing is to be asked."""
        self.setVisible(version is not None)
        if version is not None:
            who = version.saved_by or _("Somebody")
            self.words.setText(_("{who} saved version {number} meanwhile").format(who=who, number=version.version))

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_box(painter_for(self), self.rect(), theme().color("warn_soft"), theme().color("warn"))
