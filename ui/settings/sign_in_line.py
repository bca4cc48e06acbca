"""Signing in: a button, then the code and where to type it, then what came of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.sign_in import SignInPrompt, SignInState
from reviewer.i18n import gettext as _
from ui.errors import words_for
from ui.review.review_words import day_words
from ui.settings.sign_in_presenter import SignInPresenter
from ui.settings.test_letter import server_words
from ui.theme import S1, S2, S3, theme
from ui.widgets.buttons import ActionButton
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import ProgressLine
from ui.widgets.paragraph import Paragraph


class SignInLine(QWidget):
    """Says how things stand; while somebody is to sign in, shows what to do and how to give up."""

    def __init__(self, presenter: SignInPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.open_url: Callable[[QUrl], object] = QDesktopServices.openUrl
        self._address = ""
        self._mark = IconMark("lock", "dim", 18)
        self._title = Paragraph(_("Nobody is signed in yet"), role="strong")
        self._about = Paragraph(role="small", tone="dim")
        self.code = PlainLabel(role="title", selectable=True)
        self._waiting = ProgressLine(_("Waiting for you to sign in in the browser"))
        self._waiting.setRange(0, 0)
        self.begin = ActionButton(_("Sign in…"), icon="external-link")
        self.open = ActionButton(_("Open the page"), icon="external-link", kind="primary")
        self.copy = ActionButton(_("Copy the code"), icon="copy")
        self.cancel = ActionButton(_("Cancel"))
        self.sign_out = ActionButton(_("Sign out"))
        self._lay_out()
        self._listen()
        self._show_parts(self.begin)

    def said(self) -> tuple[str, str]:
        """What is said at the moment: title and what it means."""
        return self._title.text(), self._about.text()

    def show_prompt(self, prompt: SignInPrompt) -> None:
        """Show what to do; a browser that is to come back to this computer is opened at once."""
        self._address = prompt.address
        until = f"{prompt.expires_at.astimezone():%H:%M}"
        if prompt.code:
            title = _("Type this code in a browser, on any device")
            about = _("The page is {address}. The code holds until {time}.").format(address=prompt.address, time=until)
            self._say("globe", title, about)
            self.code.setText(prompt.code)
            self.code.setAccessibleName(_("Code: {code}").format(code=" ".join(prompt.code)))
            self._show_parts(self.code, self._waiting, self.open, self.copy, self.cancel)
            self.open.setFocus()
            return
        self._say(
            "globe",
            _("Sign in in the browser that has opened"),
            _("It comes back here by itself. If none has opened, press the button. It holds until {time}.").format(
                time=until
            ),
        )
        self._show_parts(self._waiting, self.open, self.cancel)
        self.open.setFocus()
        self._open_page()

    def show_state(self, state: SignInState) -> None:
        """Say whether somebody is signed in."""
        had_focus = self.open.hasFocus() or self.cancel.hasFocus() or self.copy.hasFocus()
        if not state.signed_in or state.since is None:
            self._say("lock", _("Nobody is signed in yet"), "")
            self.begin.set_label(_("Sign in…"))
            self._show_parts(self.begin)
        else:
            title = _("Signed in for {mailbox}").format(mailbox=state.account or state.mailbox)
            self._say("circle-check", title, _kept_words(state))
            self.begin.set_label(_("Sign in again…"))
            self._show_parts(self.begin, self.sign_out)
        if had_focus:
            self.begin.setFocus()

    def show_failure(self, error: Exception) -> None:
        """Say why nobody was signed in, and what to do."""
        words, reason = words_for(error), server_words(error)
        remedy = words.remedy
        if reason:
            remedy = _("{remedy}\nThe provider said: {reason}").format(remedy=remedy, reason=reason)
        self._say("circle-x", words.title, remedy)
        self._show_parts(self.begin)

    def _begin(self) -> None:
        self._say("hourglass", _("The provider is being asked"), "")
        self._show_parts(self._waiting, self.cancel)
        self.cancel.setFocus()
        self._presenter.begin()

    def _give_up(self) -> None:
        self._presenter.cancel()
        self._presenter.look()

    def _open_page(self) -> None:
        self.open_url(QUrl(self._address))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.text())

    def _say(self, icon: str, title: str, about: str) -> None:
        bad = icon == "circle-x"
        self._mark.show_icon(icon, "bad" if bad else "ok" if icon == "circle-check" else "dim")
        self._title.set_text(title, "bad" if bad else "text")
        self._about.set_text(about)
        self._about.setVisible(bool(about))

    def _show_parts(self, *shown: QWidget) -> None:
        for part in (self.code, self._waiting, self.begin, self.open, self.copy, self.cancel, self.sign_out):
            part.setVisible(part in shown)
        if self.cancel in shown:
            QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        """What is to be done now is seen whole, however far down the page it stands."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self, 0, S3)

    def _listen(self) -> None:
        self.begin.clicked.connect(self._begin)
        self.open.clicked.connect(self._open_page)
        self.copy.clicked.connect(self._copy)
        self.cancel.clicked.connect(self._give_up)
        self.sign_out.clicked.connect(self._presenter.sign_out)
        self._presenter.asked.connect(self.show_prompt)
        self._presenter.told.connect(self.show_state)
        self._presenter.failed.connect(self.show_failure)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(S1)
        words.addWidget(self._title)
        words.addWidget(self._about)
        self.code.setContentsMargins(0, S2, 0, S1)
        words.addWidget(self.code)
        words.addSpacing(S1)
        words.addWidget(self._waiting)
        said = QHBoxLayout()
        said.setSpacing(S2)
        said.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        said.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(S2)
        buttons.setContentsMargins(theme().px(18) + S2, 0, 0, 0)
        for button in (self.begin, self.open, self.copy, self.cancel, self.sign_out):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S3)
        column.addLayout(said)
        column.addLayout(buttons)


def _kept_words(state: SignInState) -> str:
    if not state.kept:
        return _("Until you quit: this computer has no keyring that can be trusted.")
    since = day_words(state.since.astimezone().date()) if state.since else ""
    return _("Since {day}. The program renews it by itself; it lies in this computer’s keyring.").format(day=since)
