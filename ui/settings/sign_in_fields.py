"""What the house registered at its provider, and the line that signs in; each provider shows its own fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.errors import words_for
from ui.settings.section import side_by_side, together
from ui.settings.setting_row import SettingRow, bind, text_row
from ui.settings.settings_presenter import SettingsPresenter
from ui.settings.sign_in_line import SignInLine
from ui.theme import S4
from ui.widgets.fields import FormRow
from ui.widgets.paragraph import Paragraph

SERVERS = {"microsoft": "smtp.office365.com", "google": "smtp.gmail.com"}
"""Where the providers take letters; proposed where no other server is named."""


class SignInFields(QWidget):
    """Shown while letters leave by Microsoft 365 or Google."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.rows: dict[str, SettingRow] = {row.key: bind(row, presenter) for row in _rows()}
        self.secret = ClientSecretRow()
        self.line = SignInLine(presenter.signing_in)
        self._about = Paragraph("", role="small", tone="dim")
        self._lay_out()
        self.secret.given.connect(presenter.signing_in.keep_secret)
        presenter.signing_in.secret_told.connect(self.secret.show_kept)
        presenter.signing_in.failed.connect(self.secret.show_failure)
        presenter.saved.connect(self._look_again)

    def show_way(self, way: str) -> None:
        """Show the fields of a provider, and ask how things stand there."""
        self.rows["oauth.tenant"].setVisible(way == "microsoft")
        self.secret.setVisible(way == "google")
        self._about.set_text(_registration_words(way))
        self._presenter.signing_in.look()

    def _look_again(self, key: str, changed: bool) -> None:
        """Another user or sender is another mailbox."""
        if changed and self.isVisible() and key in {"smtp.user", "mail.sender"}:
            self._presenter.signing_in.look()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self._about)
        second = together(self.rows["oauth.tenant"], self.secret)
        column.addLayout(side_by_side((self.rows["oauth.client_id"], 1), (second, 1)))
        column.addWidget(self.line)


class ClientSecretRow(FormRow):
    """Google's second part of the registration: taken, never shown again."""

    given = Signal(str)

    def __init__(self) -> None:
        self._line = QLineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        super().__init__(_("Client secret"), self._line, _("It goes into this computer’s keyring."))
        self._line.editingFinished.connect(self._give)

    def show_kept(self, kept: bool) -> None:
        """Say where it is."""
        self.set_help(_("It lies in this computer’s keyring.") if kept else _("It is kept until you quit."))

    def show_failure(self, error: Exception) -> None:
        """Say why it could not be kept."""
        if getattr(error, "code", "") == "sign-in-client-missing" and self.isVisible():
            words = words_for(error)
            self.set_error(_("{title}. {remedy}").format(title=words.title, remedy=words.remedy))

    def _give(self) -> None:
        secret = self._line.text().strip()
        if secret:
            self._line.clear()
            self.given.emit(secret)


def _rows() -> tuple[SettingRow, SettingRow]:
    return (
        text_row("oauth.client_id", _("Client ID"), _("The provider shows it after the registration.")),
        text_row("oauth.tenant", _("Directory (tenant)"), _("ID or domain. Empty: any organisation’s."), "example.org"),
    )


def _registration_words(way: str) -> str:
    if way == "google":
        return _(
            "The house registers this program once, in the Google Cloud console: an OAuth client of the kind "
            "“desktop app” with the scope https://mail.google.com/. Nobody else’s registration is used."
        )
    return _(
        "The house registers this program once, in Microsoft Entra: an app for “mobile and desktop applications” that "
        "allows public client flows, with the delegated permission SMTP.Send. Nobody else’s registration is used."
    )
