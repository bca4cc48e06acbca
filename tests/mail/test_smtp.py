"""Each failure of a mail server is told by the moment it happened."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from reviewer.domain.ids import LetterId
from reviewer.errors import Misconfigured, ReviewerError
from reviewer.mail.message import Message, make_message
from reviewer.mail.smtp import SmtpTransport
from reviewer.mail.smtp_connection import MailServer, Security
from reviewer.mail.smtp_login import PasswordLogin
from reviewer.mail.transport import Fault, InDoubt, NotSent, SentRefused, safe_words
from tests.mail.builders import NOW, SENDER, a_letter
from tests.smtp_servers import SmtpServer
from tests.smtp_troubles import DROP, STALL, Step, Trouble

PASSWORD = "Größe: 9"
LATER = "450 4.2.0 <petra.weiss@example.org> is busy"
NEVER = "550 5.1.1 petra.weiss: no such mailbox"
GOODBYE = "421 4.3.2 Closing"


def a_transport(
    server: SmtpServer,
    *,
    user: str = "office",
    password: str | None = PASSWORD,
    trusted: bool = True,
    security: str | None = None,
    timeout_s: float = 10.0,
    answer_timeout_s: float = 10.0,
) -> SmtpTransport:
    return SmtpTransport(
        MailServer(
            host=server.host,
            port=server.port,
            security=Security(security or server.security),
            user=user,
            ca_file=server.certificate_file if trusted else None,
            timeout_s=timeout_s,
            answer_timeout_s=answer_timeout_s,
        ),
        PasswordLogin(lambda: password),
    )


def a_message(id: str = "one", recipient: str = "petra.weiss@example.org") -> tuple[LetterId, Message]:
    letter = a_letter(id=id, recipient=recipient)
    return letter.id, make_message(letter, SENDER, NOW)


def send_one(server: SmtpServer, transport: SmtpTransport | None = None) -> ReviewerError | None:
    """Send one letter; how it failed, or None."""
    try:
        with (transport or a_transport(server)).connect() as session:
            session.send(*a_message())
    except ReviewerError as error:
        return error
    return None


@pytest.fixture(params=[False, True], ids=["one by one", "in groups"])
def pipelining(request: pytest.FixtureRequest) -> bool:
    """Whether the server takes commands in groups."""
    taken: bool = request.param
    return taken


def a_server(
    *troubles: Trouble, security: str = "starttls", certificate_name: str = "127.0.0.1", pipelining: bool = False
) -> SmtpServer:
    return SmtpServer(
        pipelining=pipelining,
        security=security,
        user="office",
        password=PASSWORD,
        troubles=troubles,
        certificate_name=certificate_name,
    )


@pytest.mark.parametrize(
    ("step", "what", "kind", "code", "fault"),
    [
        (Step.GREETING, DROP, NotSent, "smtp-connection-lost", Fault.SERVER),
        (Step.GREETING, GOODBYE, NotSent, "smtp-turned-away", Fault.SERVER),
        (Step.GREETING, "554 No service", NotSent, "smtp-turned-away", Fault.SERVER),
        (Step.AUTH, DROP, NotSent, "smtp-connection-lost", Fault.SERVER),
        (Step.AUTH, "454 4.7.0 Later", NotSent, "smtp-login-unavailable", Fault.SERVER),
        (Step.AUTH, "535 5.7.8 Wrong", NotSent, "smtp-login-refused", Fault.SERVER),
        (Step.MAIL, DROP, NotSent, "smtp-connection-lost", Fault.SERVER),
        (Step.MAIL, GOODBYE, NotSent, "smtp-turned-away", Fault.SERVER),
        (Step.MAIL, LATER, NotSent, "smtp-deferred", Fault.SERVER),
        (Step.MAIL, "530 5.7.0 Log in", NotSent, "smtp-login-wanted", Fault.SERVER),
        (Step.MAIL, NEVER, SentRefused, "smtp-refused", Fault.SERVER),
        (Step.RCPT, DROP, NotSent, "smtp-connection-lost", Fault.SERVER),
        (Step.RCPT, GOODBYE, NotSent, "smtp-turned-away", Fault.SERVER),
        (Step.RCPT, LATER, NotSent, "smtp-deferred", Fault.LETTER),
        (Step.RCPT, NEVER, SentRefused, "smtp-refused", Fault.LETTER),
        (Step.DATA, DROP, NotSent, "smtp-connection-lost", Fault.SERVER),
        (Step.DATA, GOODBYE, NotSent, "smtp-turned-away", Fault.SERVER),
        (Step.DATA, LATER, NotSent, "smtp-deferred", Fault.LETTER),
        (Step.DATA, NEVER, SentRefused, "smtp-refused", Fault.LETTER),
        (Step.ACCEPTED, GOODBYE, NotSent, "smtp-turned-away", Fault.SERVER),
        (Step.ACCEPTED, LATER, NotSent, "smtp-deferred", Fault.LETTER),
        (Step.ACCEPTED, NEVER, SentRefused, "smtp-refused", Fault.LETTER),
    ],
)
def test_a_letter_that_surely_did_not_leave_is_told_from_one_refused_for_good(
    step: Step, what: str, kind: type[NotSent | SentRefused], code: str, fault: Fault, pipelining: bool
) -> None:
    with a_server(Trouble(at=step, what=what), pipelining=pipelining) as server:
        error = send_one(server)
        assert isinstance(error, kind)
        assert (error.code, error.fault) == (code, fault)
        assert server.messages == []


@pytest.mark.parametrize("what", [DROP, STALL, "x", "354 Go on"])
def test_a_letter_whose_acceptance_was_never_heard_is_in_doubt(what: str, pipelining: bool) -> None:
    with a_server(Trouble(at=Step.ACCEPTED, what=what), pipelining=pipelining) as server:
        error = send_one(server, a_transport(server, answer_timeout_s=0.2))
        assert isinstance(error, InDoubt)


@pytest.mark.parametrize("step", [Step.GREETING, Step.AUTH, Step.MAIL, Step.RCPT, Step.DATA])
def test_a_server_that_stalls_before_the_text_has_got_nothing(step: Step, pipelining: bool) -> None:
    with a_server(Trouble(at=step, what=STALL), pipelining=pipelining) as server:
        error = send_one(server, a_transport(server, timeout_s=0.5))
        assert isinstance(error, NotSent)
        assert (error.code, error.fault) == ("smtp-timeout", Fault.SERVER)


def test_a_connection_lost_within_the_text_leaves_no_doubt() -> None:
    letter = a_letter(body=("x" * 70 + "\n") * 200_000)
    with a_server(Trouble(at=Step.CONTENT, what=DROP)) as server:
        with a_transport(server).connect() as session, pytest.raises(NotSent) as caught:
            session.send(letter.id, make_message(letter, SENDER, NOW))
        assert caught.value.fault is Fault.SERVER
        assert server.messages == []


@pytest.mark.parametrize(
    ("step", "what"), [(Step.RCPT, LATER), (Step.RCPT, NEVER), (Step.DATA, LATER), (Step.ACCEPTED, NEVER)]
)
def test_a_refused_letter_does_not_hold_up_the_next(step: Step, what: str, pipelining: bool) -> None:
    with a_server(Trouble(at=step, what=what, recipient="first@example.org"), pipelining=pipelining) as server:
        with a_transport(server).connect() as session:
            with pytest.raises((NotSent, SentRefused)):
                session.send(*a_message("one", "first@example.org"))
            session.send(*a_message("two", "second@example.org"))
        assert [message.recipients for message in server.messages] == [("second@example.org",)]
        assert server.connections == 1


def test_a_session_goes_on_after_the_server_has_hung_up(pipelining: bool) -> None:
    with a_server(pipelining=pipelining) as server:
        with a_transport(server).connect() as session:
            session.send(*a_message("one"))
            server.hang_up()
            session.send(*a_message("two"))
        assert len(server.messages) == 2
        assert server.connections == 2


def test_a_session_goes_on_with_a_server_that_takes_few_letters_a_connection(pipelining: bool) -> None:
    with a_server(pipelining=pipelining) as server:
        server.hangs_up_after = 2
        with a_transport(server).connect() as session:
            for number in range(5):
                session.send(*a_message(f"letter-{number}"))
        assert len({message.parsed["Message-ID"] for message in server.messages}) == 5
        assert server.connections == 3


def test_a_session_goes_on_after_a_letter_in_doubt() -> None:
    with a_server(Trouble(at=Step.ACCEPTED, what=DROP)) as server:
        with a_transport(server).connect() as session:
            with pytest.raises(InDoubt):
                session.send(*a_message("one"))
            session.send(*a_message("two"))
        assert [message.parsed["Message-ID"] for message in server.messages] == [
            "<one@example.com>",
            "<two@example.com>",
        ]


def test_the_reason_is_the_servers_words_without_the_address() -> None:
    with a_server(Trouble(at=Step.RCPT, what=LATER), Trouble(at=Step.RCPT, what=NEVER)) as server:
        first, second = send_one(server), send_one(server)
        assert isinstance(first, NotSent)
        assert first.reason == "450 4.2.0 … is busy"
        assert isinstance(second, SentRefused)
        assert second.reason == "550 5.1.1 …: no such mailbox"
        assert "petra" not in f"{first!r} {second!r}"


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_nobody_vouches_for_is_not_trusted(security: str) -> None:
    with a_server(security=security) as server:
        error = send_one(server, a_transport(server, trusted=False))
        assert isinstance(error, NotSent)
        assert error.code == "smtp-certificate-not-trusted"
        assert Step.AUTH not in server.steps


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_for_another_host_is_not_trusted(security: str) -> None:
    with a_server(security=security, certificate_name="mail.example.org") as server:
        error = send_one(server)
        assert isinstance(error, NotSent)
        assert error.code == "smtp-certificate-not-trusted"
        assert Step.AUTH not in server.steps


def test_a_server_that_offers_no_starttls_gets_no_password() -> None:
    with a_server(security="none") as server:
        error = send_one(server, a_transport(server, security="starttls"))
        assert isinstance(error, NotSent)
        assert error.code == "smtp-starttls-not-offered"
        assert Step.AUTH not in server.steps


def test_a_wrong_password_is_said() -> None:
    with a_server() as server:
        error = send_one(server, a_transport(server, password="wrong"))
        assert isinstance(error, NotSent)
        assert error.code == "smtp-login-refused"
        assert server.messages == []


def test_a_missing_password_is_said_before_anything_is_dialled() -> None:
    with a_server() as server:
        error = send_one(server, a_transport(server, password=None))
        assert isinstance(error, NotSent)
        assert error.code == "smtp-password-missing"
        assert server.connections == 0


def test_a_server_that_wants_a_login_says_so() -> None:
    with a_server() as server:
        error = send_one(server, a_transport(server, user=""))
        assert isinstance(error, NotSent)
        assert error.code == "smtp-login-wanted"


@pytest.mark.parametrize(("auth", "code"), [(["LOGIN"], None), (["PLAIN"], None), ([], "smtp-login-not-offered")])
def test_login_uses_what_the_server_offers(auth: list[str], code: str | None) -> None:
    with SmtpServer(user="office", password=PASSWORD, auth=auth) as server:
        error = send_one(server)
        assert (error.code if error else None) == code
        assert [message.user for message in server.messages] == ([] if code else ["office"])


@pytest.mark.parametrize("host", ["mail.example.org", "192.0.2.1", "localhost.example.org"])
def test_an_unprotected_connection_to_another_machine_is_refused(host: str) -> None:
    transport = SmtpTransport(MailServer(host=host, port=25, security=Security.NONE), PasswordLogin(lambda: None))
    with pytest.raises(Misconfigured, match=r"^smtp-unencrypted$"):
        transport.check()


def test_a_server_that_is_not_there_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    transport = SmtpTransport(
        MailServer(host="127.0.0.1", port=port, security=Security.TLS), PasswordLogin(lambda: None)
    )
    with pytest.raises(NotSent) as caught:
        transport.check()
    assert caught.value.code == "smtp-connection-refused"


def test_a_certificate_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    server = MailServer(host="127.0.0.1", port=1, security=Security.TLS, ca_file=tmp_path / "missing.pem")
    with pytest.raises(Misconfigured, match=r"^smtp-ca-file-unreadable$"):
        SmtpTransport(server, PasswordLogin(lambda: None)).check()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (b"5.1.1 <Petra.Weiss@example.org>: unknown", "550 5.1.1 …: unknown"),
        (b"5.1.1 PETRA.WEISS is unknown at example.org", "550 5.1.1 … is unknown at …"),
        (b"line one\nline two\x00", "550 line one line two"),
        (b"gr\xf6\xdfer", "550 gr\ufffd\ufffder"),
        (b"x" * 500, "550 " + "x" * 195 + "…"),
        (b"", "550"),
    ],
)
def test_server_words_become_a_reason_without_personal_data(words: bytes, expected: str) -> None:
    assert safe_words(550, words, "petra.weiss@example.org") == expected
