"""The evidence of the double opt-in: a summary that opens a card with everything and a way to copy it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewer.domain.applicant import Applicant, OptIn
from reviewer.i18n import gettext as _
from ui.icons import pixmap
from ui.review.review_words import day_words, moment_words
from ui.theme import S2, S3, S4, theme
from ui.widgets.buttons import ActionButton, PaintedButton
from ui.widgets.labels import PlainLabel, plain_tooltip
from ui.widgets.painting import fill_box, painter_for, ring


def opt_in_summaries(opt_in: OptIn) -> tuple[str, ...]:
    """The double opt-in in a line: in full, and shorter and shorter, at last nothing."""
    if opt_in.confirmed_at is None:
        return (_("No double opt-in"), "")
    day = day_words(opt_in.confirmed_at.astimezone().date())
    full = _("Opted in {moment}").format(moment=moment_words(opt_in.confirmed_at))
    return (full, _("Opted in {moment}").format(moment=day), "")


def opt_in_facts(applicant: Applicant) -> tuple[tuple[str, str], ...]:
    """Each piece of evidence with its name; what is not known says so."""
    opt_in, unknown = applicant.opt_in, _("not known")
    return (
        (_("ID"), applicant.id),
        (_("Registered"), _exact(opt_in.registered_at) if opt_in.registered_at else unknown),
        (_("Confirmed"), _exact(opt_in.confirmed_at) if opt_in.confirmed_at else unknown),
        (_("IP address"), opt_in.ip_address or unknown),
        (_("Terms"), opt_in.terms_version or unknown),
    )


def _exact(moment: datetime) -> str:
    offset = moment.astimezone().strftime("%z")
    return _("{moment} (UTC{offset})").format(moment=moment_words(moment), offset=f"{offset[:3]}:{offset[3:]}")


class OptInButton(PaintedButton):
    """The summary; pressing it opens the card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._applicant: Applicant | None = None
        self._summaries: tuple[str, ...] = ("",)
        self._card: OptInCard | None = None
        self.setFont(theme().font("small"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_card)

    def show_applicant(self, applicant: Applicant) -> None:
        """Show an applicant's evidence."""
        self._applicant = applicant
        self._summaries = opt_in_summaries(applicant.opt_in)
        self.setAccessibleName(_("{summary}, show all evidence").format(summary=self._summaries[0]))
        self.shorten(0)

    def shorten(self, step: int) -> None:
        """Say less and less: 0 is all, beyond the last there is only the icon."""
        self.setText(self._summaries[min(step, len(self._summaries) - 1)])
        self.setToolTip(plain_tooltip(self._summaries[0]) if step else "")
        self.updateGeometry()
        self.update()

    def open_card(self) -> None:
        """Open the card below the summary, within the screen."""
        if self._applicant is None:
            return
        self._card = OptInCard(self._applicant, self)
        self._card.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width() - self._card.width(), self.height() + 4))
        self._card.move(corner)
        self._card.show()

    def card(self) -> OptInCard | None:
        """The card that was opened last."""
        return self._card

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 14 + theme().px(16), theme().px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(40), theme().px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        if self.underMouse():
            fill_box(painter, self.rect(), theme().color("hover"), None, 6)
        side = theme().px(14)
        room = self.width() - side - 14
        painter.setFont(self.font())
        painter.setPen(theme().color("dim"))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(self.rect().adjusted(6, 0, 0, 0), middle, shown)
        picture = pixmap("info", "faint", side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - side - 4, (self.height() - side) // 2, picture)
        if self._has_keyboard_focus():
            ring(painter, self.rect(), 6)


class OptInCard(QWidget):
    """All evidence of one double opt-in, as text that can be marked and copied."""

    def __init__(self, applicant: Applicant, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(_("Double opt-in"))
        self._facts = opt_in_facts(applicant)
        grid = QGridLayout()
        grid.setHorizontalSpacing(S4)
        grid.setVerticalSpacing(S2 - 2)
        for line, (name, value) in enumerate(self._facts):
            grid.addWidget(PlainLabel(name, role="small", tone="dim"), line, 0)
            grid.addWidget(PlainLabel(value, role="small-digits", selectable=True), line, 1)
        copy = ActionButton(_("Copy"), icon="copy")
        copy.clicked.connect(self.copy)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(S4, S3, S4, S3)
        column.setSpacing(S3)
        column.addWidget(PlainLabel(_("Double opt-in"), role="heading"))
        column.addLayout(grid)
        column.addLayout(row)

    def copy(self) -> None:
        """All of it to the clipboard, a line each."""
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in self._facts))
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_box(painter_for(self), self.rect(), theme().color("panel"), theme().color("edge"), 10)
