"""What the pane shows when there is no list: nobody yet, nothing found, all done, not readable."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.icons import pixmap
from ui.theme import S2, S3, S5, theme
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.painting import fill_box, painter_for
from ui.widgets.paragraph import Paragraph

_PICTURE = 48


class NarrowState(QWidget):
    """Says in a narrow pane why it is empty, and what to do about it."""

    pressed = Signal()

    def __init__(self, icon: str, title: str, text: str, button: str = "", kind: Kind = "plain") -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.title = Paragraph(title, role="strong", centered=True)
        self.text = Paragraph(text, role="small", tone="dim", centered=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(S5, S3, S5, S3)
        column.setSpacing(S2)
        column.addStretch(2)
        column.addWidget(_Picture(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addWidget(self.text)
        if button:
            press = ActionButton(button, kind=kind)
            press.clicked.connect(self.pressed)
            column.addSpacing(S2)
            column.addWidget(press, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(5)


def nobody_yet() -> NarrowState:
    """Nothing was imported yet."""
    return NarrowState(
        "inbox",
        _("Nobody is here yet"),
        _("Bring in a folder with CVs and a table of the applicants."),
        _("Bring applicants in"),
        "primary",
    )


def nothing_found() -> NarrowState:
    """The search and the filters leave nobody."""
    return NarrowState(
        "search",
        _("Nobody found"),
        _("No applicant fits the search and the filters."),
        _("Clear search and filters"),
    )


def all_done() -> NarrowState:
    """Nobody waits for a decision."""
    return NarrowState(
        "party-popper",
        _("The backlog is at zero"),
        _("Everybody has an answer. Whoever comes in next will stand here."),
    )


def not_readable() -> NarrowState:
    """The list could not be read."""
    return NarrowState("triangle-alert", _("The list could not be read"), _("Nothing is lost."), _("Try again"))


class _Picture(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        side = theme().px(_PICTURE)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        fill_box(painter, self.rect(), theme().color("accent_soft"), None, self.width() / 2)
        size = theme().px(22)
        offset = (self.width() - size) // 2
        painter.drawPixmap(offset, offset, pixmap(self._name, "accent", size, self.devicePixelRatioF()))


class DoneNote(QWidget):
    """A quiet line above those who sleep: nobody waits today."""

    def __init__(self) -> None:
        super().__init__()
        self._text = _("The backlog is at zero")
        self.setAccessibleName(self._text)
        self.setFixedHeight(theme().px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = painter_for(self), theme()
        box = self.rect().adjusted(S3, 0, -S3, -S2)
        fill_box(painter, box, look.color("ok_soft"), None)
        side = look.px(16)
        picture = pixmap("party-popper", "ok", side, self.devicePixelRatioF())
        painter.drawPixmap(box.left() + S3, box.top() + (box.height() - side) // 2, picture)
        painter.setFont(look.font("strong"))
        painter.setPen(look.color("ok"))
        place = box.adjusted(S3 + side + S2, 0, -S2, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._text)
