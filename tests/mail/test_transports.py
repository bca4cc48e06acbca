"""What every transport must do; each runs the same tests."""

from __future__ import annotations

import email
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

import pytest

from reviewer.domain.ids import LetterId
from reviewer.mail.folder import FolderTransport, letter_files
from reviewer.mail.message import make_message
from reviewer.mail.smtp import SmtpTransport
from reviewer.mail.smtp_connection import MailServer, Security
from reviewer.mail.smtp_login import PasswordLogin
from reviewer.mail.transport import Fault, NotSent, Transport
from tests.desks import text_of
from tests.mail.builders import NOW, SENDER, a_letter
from tests.smtp_servers import SmtpServer


class House(Protocol):
    """A transport and what has come out at its other end."""

    transport: Transport

    def contents(self) -> list[bytes]: ...

    def break_down(self) -> None: ...


class SmtpHouse:
    def __init__(self, server: SmtpServer) -> None:
        self._server = server
        self.transport: Transport = smtp_transport(server)

    def contents(self) -> list[bytes]:
        return [message.raw for message in self._server.messages]

    def break_down(self) -> None:
        self._server.password = "changed"


class FolderHouse:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.transport: Transport = FolderTransport(folder=folder)

    def contents(self) -> list[bytes]:
        files = sorted(self._folder.iterdir(), key=lambda file: file.name) if self._folder.is_dir() else []
        return [file.read_bytes() for file in files]

    def break_down(self) -> None:
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        self._folder.write_text("a file where the folder should be", encoding="utf-8")


def arrived_at(house: House) -> list[EmailMessage]:
    return [
        email.message_from_bytes(content, _class=EmailMessage, policy=policy.default) for content in house.contents()
    ]


def smtp_transport(server: SmtpServer) -> SmtpTransport:
    return SmtpTransport(
        MailServer(
            host=server.host,
            port=server.port,
            security=Security(server.security),
            user=server.user,
            ca_file=server.certificate_file,
            timeout_s=10.0,
            answer_timeout_s=10.0,
        ),
        PasswordLogin(lambda: "Größe: 9"),
    )


@pytest.fixture(params=["starttls", "tls", "none", "folder"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    if request.param == "folder":
        yield FolderHouse(tmp_path / "letters" / "out")
        return
    with SmtpServer(security=request.param, user="office", password="Größe: 9") as server:
        yield SmtpHouse(server)


class TestTransport:
    """The contract."""

    def test_a_letter_arrives_as_it_was(self, house: House) -> None:
        letter = a_letter(body="Sehr geehrte Frau Weiß,\n\n.Punkt am Anfang\n.\n\nGruß " + "ä" * 2000)
        message = make_message(letter, SENDER, NOW)
        with house.transport.connect() as session:
            session.send(letter.id, message)
        assert house.contents() == [message.content]
        (arrived,) = arrived_at(house)
        assert text_of(arrived) == letter.body + "\n"

    def test_many_letters_go_through_one_session(self, house: House) -> None:
        letters = [a_letter(id=f"letter-{number}") for number in range(5)]
        with house.transport.connect() as session:
            for letter in letters:
                session.send(letter.id, make_message(letter, SENDER, NOW))
        expected = [f"<{letter.id}@example.com>" for letter in letters]
        assert [message["Message-ID"] for message in arrived_at(house)] == expected

    def test_checking_sends_nothing(self, house: House) -> None:
        house.transport.check()
        assert house.contents() == []

    def test_what_is_broken_is_named_by_checking(self, house: House) -> None:
        house.break_down()
        with pytest.raises(NotSent) as caught:
            house.transport.check()
        assert caught.value.fault is Fault.SERVER
        assert caught.value.reason

    def test_a_session_that_cannot_be_opened_has_sent_nothing(self, house: House) -> None:
        house.break_down()
        with pytest.raises(NotSent) as caught, house.transport.connect() as session:
            session.send(LetterId("one"), make_message(a_letter(id="one"), SENDER, NOW))
        assert caught.value.fault is Fault.SERVER
        assert "petra" not in str(caught.value) + caught.value.reason


def test_a_folder_takes_a_letter_once(tmp_path: Path) -> None:
    letter = a_letter(id="one")
    transport = FolderTransport(folder=tmp_path)
    with transport.connect() as session:
        session.send(letter.id, make_message(letter, SENDER, NOW))
        session.send(letter.id, make_message(a_letter(id="one", subject="Anders"), SENDER, NOW))
    assert [file.name for file in tmp_path.iterdir()] == ["one.eml"]
    assert b"Subject: Ihr Lebenslauf" in (tmp_path / "one.eml").read_bytes()


def test_a_folder_is_left_without_leftovers_when_a_letter_cannot_be_written(tmp_path: Path) -> None:
    transport = FolderTransport(folder=tmp_path / "letters")
    letter = a_letter(id="one")
    with transport.connect() as session:
        (tmp_path / "letters").rmdir()
        (tmp_path / "letters").write_text("in the way", encoding="utf-8")
        with pytest.raises(NotSent):
            session.send(letter.id, make_message(letter, SENDER, NOW))
    assert [file.name for file in tmp_path.iterdir() if file.suffix] == []


def test_what_a_crash_left_of_a_letter_is_written_over(tmp_path: Path) -> None:
    letter = a_letter(id="one")
    target, part = letter_files(tmp_path, letter.id)
    part.write_bytes(b"half a let")
    with FolderTransport(folder=tmp_path).connect() as session:
        session.send(letter.id, make_message(letter, SENDER, NOW))
    assert list(tmp_path.iterdir()) == [target]
