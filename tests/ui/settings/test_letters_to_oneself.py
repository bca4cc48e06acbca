"""The test letter reaches a real mail server, and each thing that can go wrong has its words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from tests.smtp_servers import SmtpServer
from tests.smtp_troubles import Step, Trouble
from tests.ui.settings.new_desk import NewDesk
from tests.ui.settings.settings_hands import Hands

PASSWORD = "apples-and-pears"


@contextmanager
def server_of(security: str = "starttls", **parts: object) -> Iterator[SmtpServer]:
    with SmtpServer(security=security, user="anna", password=PASSWORD, **parts) as server:  # type: ignore[arg-type]  # as given
        yield server


def set_up(desk: NewDesk, server: SmtpServer, **different: str) -> Hands:
    """A desk set to this server, but for what is different; an empty password is none."""
    desk.workspace.secrets.keep_password("anna", different.pop("password", PASSWORD))
    values = {
        "mail.sender": "Anna Weiß <anna@example.org>",
        "mail.transport": "smtp",
        "smtp.host": server.host,
        "smtp.port": str(server.port),
        "smtp.security": server.security,
        "smtp.user": "anna",
        "smtp.ca_file": str(server.certificate_file),
    }
    for key, value in (values | {name.replace("__", "."): value for name, value in different.items()}).items():
        desk.workspace.change_setting(key, value)
    return Hands(desk)


def test_everything_is_set_by_keyboard_and_the_letter_arrives(desk: NewDesk) -> None:
    with server_of() as server:
        hands = Hands(desk)
        hands.enter("mail.sender", "Anna Weiss <anna@example.org>")
        hands.choose("mail.transport", "Mail server")
        hands.enter("smtp.host", server.host)
        hands.enter("smtp.port", str(server.port))
        hands.enter("smtp.user", "anna")
        hands.give_password(PASSWORD)
        hands.enter("smtp.ca_file", str(server.certificate_file))
        assert hands.send_test() == ("Handed to the mail server", "Look into anna@example.org")
        (letter,) = server.messages
    assert (letter.recipients, letter.user, letter.parsed["Subject"]) == (("anna@example.org",), "anna", "Test letter")


def test_a_value_that_was_just_typed_counts_for_the_letter(desk: NewDesk) -> None:
    with server_of() as server:
        hands = set_up(desk, server, mail__sender="old@example.org")
        sender = hands.row("mail.sender")
        sender.left.emit(sender.key, "new@example.org")
        hands.send_test()
        (letter,) = server.messages
    assert letter.recipients == ("new@example.org",)


def test_a_letter_into_the_folder_says_where_it_lies(desk: NewDesk) -> None:
    hands = Hands(desk)
    hands.enter("mail.sender", "anna@example.org")
    title, where = hands.send_test()
    assert title == "Written as a file, for anna@example.org"
    assert str(desk.workspace.home.outgoing) in where
    assert len(list(desk.workspace.home.outgoing.glob("*.eml"))) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """One thing that is wrong at the server or in the settings, and what is said of it."""

    title: str
    remedy: str
    server: dict[str, object] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)


WRONG = {
    "password": Wrong(
        title="The mail server refused user or password", remedy="The server said: 535", settings={"password": "wrong"}
    ),
    "certificate of another name": Wrong(
        title="The mail server’s certificate is not trusted",
        remedy="certificate file",
        server={"certificate_name": "mail.example.net"},
    ),
    "unknown authority": Wrong(
        title="The mail server’s certificate is not trusted",
        remedy="certificate file",
        settings={"smtp__ca_file": ""},
    ),
    "certificate file": Wrong(
        title="The file with certificates cannot be read",
        remedy="Settings, Letters",
        settings={"smtp__ca_file": "no-such-file.pem"},
    ),
    "no STARTTLS": Wrong(
        title="The mail server does not offer STARTTLS",
        remedy="465",
        server={"security": "none"},
        settings={"smtp__security": "starttls"},
    ),
    "TLS on the wrong port": Wrong(
        title="No encrypted connection came about", remedy="465", settings={"smtp__security": "tls"}
    ),
    "name": Wrong(
        title="There is no mail server of this name",
        remedy="online",
        settings={"smtp__host": "mail.reviewer.invalid"},
    ),
    "no sender": Wrong(title="No sender is set", remedy="Settings, Letters", settings={"mail__sender": ""}),
    "odd sender": Wrong(
        title="The sender’s address is not valid", remedy="example.org", settings={"mail__sender": "Anna"}
    ),
    "no server": Wrong(title="No mail server is set", remedy="Settings, Letters", settings={"smtp__host": ""}),
    "no password": Wrong(
        title="The password for the mail server is missing", remedy="Enter it", settings={"smtp__user": "bert"}
    ),
    "no encryption abroad": Wrong(
        title="Letters would leave without encryption",
        remedy="STARTTLS",
        settings={"smtp__security": "none", "smtp__host": "mail.example.org"},
    ),
    "mailbox": Wrong(
        title="The mail server refused the letter",
        remedy="The server said: 550",
        server={"troubles": [Trouble(at=Step.RCPT, what="550 5.1.1 No such mailbox")]},
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_said_with_its_remedy(desk: NewDesk, what: str) -> None:
    wrong = WRONG[what]
    with server_of(**wrong.server) as server:  # type: ignore[arg-type]  # as the case says
        hands = set_up(desk, server, **wrong.settings)
        title, remedy = hands.send_test()
        assert title == wrong.title
        assert wrong.remedy in remedy
        assert server.messages == []
    assert hands.form.test.button.isEnabled()


def test_nobody_listening_is_said_with_its_remedy(desk: NewDesk) -> None:
    with server_of() as server:
        pass
    hands = set_up(desk, server, smtp__ca_file="")
    assert hands.send_test()[0] == "Nothing listens at this server and port"


def test_a_fault_that_was_mended_is_forgotten(desk: NewDesk) -> None:
    with server_of() as server:
        hands = set_up(desk, server, password="wrong")
        hands.send_test()
        hands.give_password(PASSWORD)
        assert hands.send_test()[0] == "Handed to the mail server"
