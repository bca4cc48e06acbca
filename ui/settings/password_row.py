"""The password: taken, never shown again; the row says whether one is kept and where."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from reviewer.i18n import gettext as _
from ui.errors import words_for
from ui.settings.settings_presenter import PasswordState, Place, SettingsPresenter
from ui.widgets.fields import FormRow

_DOTS = "•" * 10


class PasswordRow(FormRow):
    """Empties its field as soon as the password is handed on."""

    given = Signal(str)

    def __init__(self) -> None:
        self._line = QLineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        super().__init__(_("Password"), self._line, _("It goes into the system’s keyring, never into a file."))
        self._line.editingFinished.connect(self._give)

    def show_state(self, state: PasswordState) -> None:
        """Say whether a password is kept, and where."""
        self._line.setEnabled(state.place is not Place.FILE)
        self._line.setPlaceholderText(_DOTS if state.kept else "")
        self.set_error("")
        self.set_help(state_words(state))

    def show_failure(self, error: Exception) -> None:
        """Say why the password could not be looked up or kept."""
        words = words_for(error)
        self.set_error(_("{title}. {remedy}").format(title=words.title, remedy=words.remedy))

    def bind(self, presenter: SettingsPresenter) -> None:
        """Keep what is given, and say anew how things stand when the user changes."""
        self.given.connect(presenter.keep_password)
        presenter.password_told.connect(self.show_state)
        presenter.password_failed.connect(self.show_failure)
        presenter.saved.connect(lambda key, changed: self._look(presenter) if changed and key == "smtp.user" else None)

    def _look(self, presenter: SettingsPresenter) -> None:
        presenter.look_for_password()

    def _give(self) -> None:
        password = self._line.text()
        if password:
            self._line.clear()
            self.given.emit(password)


def state_words(state: PasswordState) -> str:
    """Whether and where a password is kept, in words."""
    match state.place:
        case Place.FILE:
            return _("Read from the file that REVIEWER_SMTP_PASSWORD_FILE names.")
        case Place.KEYRING if state.kept:
            return _("One is kept in this computer’s keyring. Type to replace it.")
        case Place.KEYRING:
            return _("It goes into this computer’s keyring, never into a file.")
        case Place.THIS_RUN if state.kept:
            return _("One is kept until you quit: this computer has no keyring that can be trusted.")
        case Place.THIS_RUN:
            return _("It is kept until you quit: this computer has no keyring that can be trusted.")
