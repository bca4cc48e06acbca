"""How letters leave: the sender, a folder or a mail server, and a letter to try it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.settings.password_row import PasswordRow
from ui.settings.section import side_by_side, together
from ui.settings.setting_row import SettingRow, bind, choice_row, number_row, path_row, text_row
from ui.settings.settings_presenter import SettingsPresenter
from ui.settings.sign_in_fields import SERVERS, SignInFields
from ui.settings.test_letter import TestLetterLine
from ui.theme import S4, theme
from ui.widgets.path_field import choose_file

if TYPE_CHECKING:
    from pathlib import Path

_PORT_WIDTH = 96
_USUAL_PORTS = {"starttls": "587", "tls": "465"}


class LettersForm(QWidget):
    """Shows the fields of the way out that is chosen, and no others."""

    def __init__(self, presenter: SettingsPresenter, outgoing: Path) -> None:
        """Outgoing is where letters are written when no folder is named."""
        super().__init__()
        self._presenter = presenter
        self._asked = False
        self.rows: dict[str, SettingRow] = {row.key: bind(row, presenter) for row in self._make_rows(str(outgoing))}
        self.password = PasswordRow()
        self.password.bind(presenter)
        self.sign_in = SignInFields(presenter)
        self.test = TestLetterLine(presenter)
        self._folder = together(self.rows["mail.folder"])
        self._server = self._lay_out_server()
        self._lay_out()
        self.rows["mail.transport"].left.connect(lambda _key, value: self._show_way(value))
        self.rows["mail.sign_in"].left.connect(lambda _key, value: self._show_login(value, chosen=True))
        self.rows["smtp.security"].left.connect(lambda _key, value: self._propose_port(value))
        presenter.reloaded.connect(self._show_saved_way)
        self._show_saved_way()

    @staticmethod
    def _make_rows(outgoing: str) -> list[SettingRow]:
        ways = [("folder", _("Files in a folder")), ("smtp", _("Mail server"))]
        securities = [("starttls", "STARTTLS"), ("tls", "TLS"), ("none", _("None"))]
        logins = [("password", _("Password")), ("microsoft", "Microsoft 365"), ("google", "Google")]
        return [
            text_row(
                "mail.sender", _("Sender"), _("Letters come from this address."), "Anna Beispiel <anna@example.org>"
            ),
            choice_row("mail.transport", _("How letters leave"), ways),
            path_row("mail.folder", _("Folder for letters"), _("Each letter becomes an .eml file."), outgoing),
            choice_row("mail.sign_in", _("How the server knows you"), logins),
            text_row("smtp.host", _("Server"), placeholder="mail.example.org"),
            number_row("smtp.port", _("Port")),
            choice_row("smtp.security", _("Security"), securities, _("None is for this very computer only.")),
            text_row("smtp.user", _("User")),
            path_row(
                "smtp.ca_file",
                _("The house’s own certificates"),
                _("Only for a server whose certificate this system does not know: a .pem file."),
                _("none"),
                choose_file,
            ),
        ]

    def _lay_out_server(self) -> QWidget:
        rows = self.rows
        rows["smtp.port"].setFixedWidth(theme().px(_PORT_WIDTH))
        return together(
            rows["mail.sign_in"],
            side_by_side((rows["smtp.host"], 3), (rows["smtp.port"], 0), (rows["smtp.security"], 2)),
            side_by_side((rows["smtp.user"], 1), (self.password, 1)),
            self.sign_in,
            rows["smtp.ca_file"],
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        for part in (self.rows["mail.sender"], self.rows["mail.transport"], self._folder, self._server, self.test):
            column.addWidget(part)

    def _show_saved_way(self) -> None:
        self._show_way(self._presenter.value("mail.transport"))

    def _show_way(self, way: str) -> None:
        self._folder.setVisible(way == "folder")
        self._server.setVisible(way == "smtp")
        if way == "smtp":
            self._show_login(self._presenter.value("mail.sign_in"))
            if not self._asked:
                self._asked = True
                self._presenter.look_for_password()

    def _show_login(self, login: str, *, chosen: bool = False) -> None:
        """Show the fields of one way to log in; a provider's own server is proposed where none is named."""
        self.password.setVisible(login == "password")
        by_token = login in SERVERS
        no_login, the_sender = _("Leave it empty if the server wants no login."), _("The mailbox. Empty: the sender’s.")
        self.rows["smtp.user"].set_help(the_sender if by_token else no_login)
        self.sign_in.setVisible(by_token)
        if by_token:
            self.sign_in.show_way(login)
        if chosen and by_token:
            self._propose(login)

    def _propose(self, login: str) -> None:
        host = self.rows["smtp.host"]
        if host.value() in {"", *SERVERS.values()} and host.value() != SERVERS[login]:
            host.show_value(SERVERS[login])
            host.left.emit(host.key, host.value())

    def _propose_port(self, security: str) -> None:
        """Move from one usual port to the other with the security; a port of one's own stays."""
        port = self.rows["smtp.port"]
        if (
            security in _USUAL_PORTS
            and port.value() in _USUAL_PORTS.values()
            and port.value() != _USUAL_PORTS[security]
        ):
            port.show_value(_USUAL_PORTS[security])
            port.left.emit(port.key, port.value())
