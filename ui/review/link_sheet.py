"""Asks before a link of a document is opened: the whole target, where it leads, and what is odd about it."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.review.link_target import LinkTarget
from ui.theme import S1, S2
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel, one_line
from ui.widgets.panels import Card
from ui.widgets.paragraph import Paragraph
from ui.widgets.sheet import Sheet


class LinkSheet(Sheet):
    """Opens nothing by itself; a target of another kind than web or mail cannot be opened at all."""

    confirmed = Signal(QUrl)

    def __init__(self, host: QWidget, target: LinkTarget, untrusted_text: str) -> None:
        self._url = _find_url(target)
        title = _("Open this link?") if self._url else _("This link is not opened here")
        super().__init__(host, title, 560)
        self._target = target
        self.body.addWidget(PlainLabel(title, role="title"))
        if self._url:
            self._say_host(untrusted_text)
        else:
            self.body.addWidget(Paragraph(_("Only web pages and e-mail addresses are. This leads elsewhere:")))
        self.body.addWidget(self._whole())
        for warning in self._warnings():
            self.body.addWidget(PlainLabel(warning, role="strong", tone="warn", wrap=True))
        self.body.addSpacing(S2)
        self.body.addLayout(self._buttons())

    def ask(self) -> None:
        """Cover the host with the question; nothing is opened by a stray Return."""
        self.open(self._no)

    def _say_host(self, untrusted_text: str) -> None:
        words = one_line(untrusted_text)
        if words:
            self.body.addWidget(PlainLabel(_("On the page: {words}").format(words=words), tone="dim"))
        self.body.addWidget(PlainLabel(_("It leads to"), role="tiny-strong", tone="faint"))
        self.body.addWidget(PlainLabel(self._target.host, role="heading", selectable=True))

    def _whole(self) -> QWidget:
        """The target, every letter of it, broken where it is too long for a line."""
        card = Card()
        card.body.setSpacing(S1)
        self.whole = PlainLabel(_breakable(one_line(self._target.untrusted_target)), wrap=True, selectable=True)
        self.whole.setAccessibleName(_("The whole target"))
        card.body.addWidget(self.whole)
        return card

    def _warnings(self) -> list[str]:
        warnings = []
        if self._target.text_host:
            warnings.append(
                _("The words on the page name {named}, but the link leads to {host}.").format(
                    named=self._target.text_host, host=self._target.host
                )
            )
        if self._target.disguised:
            warnings.append(_("This address is written so that it can be taken for another. Look twice."))
        return warnings

    def _buttons(self) -> QHBoxLayout:
        copy = ActionButton(_("Copy"), icon="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._target.untrusted_target))
        self._no = ActionButton(_("Cancel") if self._url else _("Close"), key=_("Esc"))
        self._no.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.setSpacing(S2)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(self._no)
        if self._url:
            yes = ActionButton(_("Open"), kind="primary", icon="external-link")
            yes.clicked.connect(self._confirm)
            row.addWidget(yes)
        return row

    def _confirm(self) -> None:
        self.close_sheet()
        self.confirmed.emit(self._url)


def _find_url(target: LinkTarget) -> QUrl | None:
    """The address to open, when what opens it would go where we say it leads."""
    url = QUrl(target.untrusted_target)
    same = url.scheme() == "mailto" or url.host() == QUrl(f"//{target.host}").host()
    return url if target.opened and url.isValid() and same else None


def _breakable(text: str) -> str:
    """The text with places at which a line may break, which are not seen."""
    return "".join(
        f"{sign}\u200b" if sign in "/?&=.-_%#" or number % 24 == 23 else sign for number, sign in enumerate(text)
    )
