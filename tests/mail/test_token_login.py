"""Letters by XOAUTH2: the exact SASL string, a refused token renewed once, and never without TLS."""

from __future__ import annotations

import base64

import pytest

from reviewer.errors import Misconfigured
from reviewer.mail.smtp import SmtpTransport
from reviewer.mail.smtp_connection import MailServer, Security
from reviewer.mail.smtp_login import TokenLogin, sasl_string
from reviewer.mail.transport import Fault, NotSent
from tests.mail.signing_in import Desk, signed_in
from tests.mail.test_smtp import a_message, send_one
from tests.oauth_provider import MAILBOX, OAuthProvider
from tests.smtp_servers import SmtpServer
from tests.smtp_troubles import Step


def a_server(provider: OAuthProvider, security: str = "starttls", *mechanisms: str) -> SmtpServer:
    return SmtpServer(
        security=security, user=MAILBOX, auth=mechanisms or ("LOGIN", "XOAUTH2"), takes_token=provider.is_good
    )


def a_transport(server: SmtpServer, desk: Desk, security: str | None = None) -> SmtpTransport:
    place = MailServer(
        host=server.host,
        port=server.port,
        security=Security(security or server.security),
        user=MAILBOX,
        ca_file=server.certificate_file,
    )
    return SmtpTransport(place, TokenLogin(desk.sign_in()))


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("way", ["microsoft", "google"])
def test_a_letter_leaves_with_a_token_in_the_string_that_the_mechanism_asks_for(way: str, security: str) -> None:
    with OAuthProvider() as provider, a_server(provider, security) as server:
        desk = signed_in(provider, way)
        assert send_one(server, a_transport(server, desk)) is None
        token = desk.sign_in().access_token()
        assert server.sasl == [b"user=office@example.org\x01auth=Bearer " + token.encode() + b"\x01\x01"]
        assert [message.user for message in server.messages] == [MAILBOX]


def test_a_token_that_the_server_refuses_is_renewed_once_and_the_letter_leaves() -> None:
    with OAuthProvider() as provider, a_server(provider) as server:
        desk = signed_in(provider)
        provider.expire_access()
        assert send_one(server, a_transport(server, desk)) is None
        assert (len(server.sasl), len(server.messages)) == (2, 1)
        assert server.sasl[0] != server.sasl[1]


def test_a_server_that_refuses_the_new_token_too_is_not_asked_a_third_time() -> None:
    with OAuthProvider() as provider, SmtpServer(user=MAILBOX, auth=["XOAUTH2"]) as server:
        error = send_one(server, a_transport(server, signed_in(provider)))
        assert isinstance(error, NotSent)
        assert (error.code, error.fault, error.reason) == (
            "smtp-token-refused",
            Fault.SERVER,
            "535 5.7.3 Authentication unsuccessful",
        )
        assert (len(server.sasl), server.messages) == (2, [])


def test_a_permission_taken_back_keeps_the_letter_here_and_says_so() -> None:
    with OAuthProvider() as provider, a_server(provider) as server:
        desk = signed_in(provider)
        provider.revoke()
        error = send_one(server, a_transport(server, desk))
        assert isinstance(error, NotSent)
        assert (error.code, error.fault) == ("sign-in-expired", Fault.SERVER)
        assert server.messages == []


def test_a_token_that_ends_while_letters_leave_is_renewed_for_the_next_connection() -> None:
    with OAuthProvider() as provider, a_server(provider) as server:
        server.hangs_up_after = 1
        with a_transport(server, signed_in(provider)).connect() as session:
            session.send(*a_message("one"))
            provider.expire_access()
            session.send(*a_message("two"))
        assert (len(server.messages), len(server.sasl)) == (2, 3)


def test_a_token_never_goes_over_a_connection_without_tls() -> None:
    with OAuthProvider() as provider, a_server(provider, "none") as server:
        desk = signed_in(provider)
        with pytest.raises(Misconfigured, match=r"^smtp-token-unencrypted$"):
            a_transport(server, desk).check()
        error = send_one(server, a_transport(server, desk, "starttls"))
        assert isinstance(error, NotSent)
        assert error.code == "smtp-starttls-not-offered"
        assert Step.AUTH not in server.steps


def test_a_server_that_takes_passwords_alone_gets_no_token() -> None:
    with OAuthProvider() as provider, a_server(provider, "starttls", "PLAIN", "LOGIN") as server:
        error = send_one(server, a_transport(server, signed_in(provider)))
        assert isinstance(error, NotSent)
        assert error.code == "smtp-token-not-taken"
        assert Step.AUTH not in server.steps


def test_the_string_is_written_as_the_mechanism_has_it() -> None:
    given = base64.b64encode(sasl_string("anna@example.org", "abc").encode())
    assert given == b"dXNlcj1hbm5hQGV4YW1wbGUub3JnAWF1dGg9QmVhcmVyIGFiYwEB"
    with pytest.raises(Misconfigured, match=r"^smtp-user-not-plain$"):
        sasl_string("a\x01auth=Bearer x", "token")
