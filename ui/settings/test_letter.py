"""Sends a letter to oneself and says what became of it, with the remedy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.errors import words_for
from ui.settings.settings_presenter import SettingsPresenter, TestLetter
from ui.theme import S1, S2, S3, theme
from ui.widgets.buttons import ActionButton
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import one_line
from ui.widgets.paragraph import Paragraph


class TestLetterLine(QWidget):
    """One letter under way at a time; what it says belongs to the last one."""

    __test__ = False

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.button = ActionButton(_("Send a test letter to myself"), icon="send")
        self.button.clicked.connect(self.send)
        self._mark = IconMark("hourglass", "dim", 18)
        self._title = Paragraph(role="strong")
        self._remedy = Paragraph(role="small", tone="dim")
        self._said = QWidget()
        self._lay_out()
        presenter.tested.connect(self.show_outcome)

    def send(self) -> None:
        """Send one now."""
        self.button.setEnabled(False)
        self._say("hourglass", "dim", _("The letter is on its way"), "")
        self._presenter.send_test()

    def show_outcome(self, letter: TestLetter) -> None:
        """Say what became of it."""
        self.button.setEnabled(True)
        if letter.error is not None:
            words = words_for(letter.error)
            remedy = words.remedy
            reason = server_words(letter.error)
            if reason:
                remedy = _("{remedy}\nThe server said: {reason}").format(remedy=remedy, reason=reason)
            self._say("circle-x", "bad", words.title, remedy)
        elif letter.folder is not None:
            title = _("Written as a file, for {address}").format(address=letter.address)
            self._say("circle-check", "ok", title, _("Look into {folder}").format(folder=letter.folder))
        else:
            title = _("Handed to the mail server")
            self._say("circle-check", "ok", title, _("Look into {address}").format(address=letter.address))

    def said(self) -> tuple[str, str]:
        """What is said at the moment: title and remedy."""
        return self._title.text(), self._remedy.text()

    def _say(self, icon: str, tone: str, title: str, remedy: str) -> None:
        self._mark.show_icon(icon, "bad" if tone == "bad" else "ok" if tone == "ok" else "dim")
        self._title.set_text(title, "bad" if tone == "bad" else "text")
        self._remedy.set_text(remedy)
        self._remedy.setVisible(bool(remedy))
        self._said.show()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._remedy)
        inner = QHBoxLayout(self._said)
        inner.setContentsMargins(0, theme().px(7), 0, 0)
        inner.setSpacing(S2)
        inner.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(words, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, S1, 0, 0)
        line.setSpacing(S3)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._said, 1)
        line.addStretch(0)
        self._said.hide()


def server_words(error: Exception) -> str:
    """The server's own words, where the failure carries some besides its code."""
    reason = getattr(error, "reason", "")
    return one_line(reason) if isinstance(reason, str) and reason != getattr(error, "code", "") else ""
