"""Signing in from the settings: the code is shown, nothing waits, one can give up, and the letter leaves by a token."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.mail.signing_in import TRUSTED
from tests.oauth_provider import CLIENT, MAILBOX, SECRET, OAuthProvider
from tests.smtp_servers import SmtpServer
from tests.ui.settings.new_desk import NewDesk
from tests.ui.settings.settings_hands import Hands
from ui.settings.sign_in_line import SignInLine


@pytest.fixture
def provider() -> Iterator[OAuthProvider]:
    with OAuthProvider(polls=["authorization_pending", "ok"]) as running:
        running.interval = 0
        yield running


def set_up(desk: NewDesk, provider: OAuthProvider, way: str = "microsoft", **different: str) -> Hands:
    desk.workspace.secrets._trusted = TRUSTED
    desk.workspace.secrets.keep_client_secret(CLIENT, SECRET)
    values = {
        "mail.sender": f"Anna Weiß <{MAILBOX}>",
        "mail.transport": "smtp",
        "mail.sign_in": way,
        "smtp.ca_file": str(provider.certificate_file),
        "oauth.client_id": CLIENT,
        "oauth.authority": provider.address,
    }
    for key, value in (values | {name.replace("__", "."): value for name, value in different.items()}).items():
        desk.workspace.change_setting(key, value)
    return Hands(desk)


def line_of(hands: Hands) -> SignInLine:
    line = hands.form.sign_in.line
    line.open_url = str
    return line


def test_a_code_is_shown_and_then_who_is_signed_in(desk: NewDesk, provider: OAuthProvider, qtbot: QtBot) -> None:
    hands = set_up(desk, provider)
    line = line_of(hands)
    seen: list[tuple[str, str]] = []
    hands.form.sign_in.line._presenter.asked.connect(lambda _prompt: seen.append((line.said()[0], line.code.text())))
    assert line.said()[0] == "Nobody is signed in yet"
    desk.click(line.begin)
    qtbot.waitUntil(line.sign_out.isVisible)
    assert seen == [("Type this code in a browser, on any device", "BCDF-GHJK")]
    assert line.said()[0] == f"Signed in for {MAILBOX}"
    assert "Since 23 Nov 2026" in line.said()[1]
    with SmtpServer(user=MAILBOX, auth=["XOAUTH2"], takes_token=provider.is_good) as server:
        hands.enter("smtp.host", server.host)
        hands.enter("smtp.port", str(server.port))
        assert hands.send_test() == ("Handed to the mail server", f"Look into {MAILBOX}")
        assert len(server.messages) == 1
    desk.click(line.sign_out)
    assert line.said()[0] == "Nobody is signed in yet"
    assert hands.send_test()[0] == "Nobody is signed in for this mailbox"


def test_one_can_give_up_and_what_comes_later_is_dropped(desk: NewDesk, provider: OAuthProvider, qtbot: QtBot) -> None:
    provider.interval = 3600
    line = line_of(set_up(desk, provider))
    desk.click(line.begin)
    qtbot.waitUntil(line.copy.isVisible)
    desk.click(line.copy)
    assert QGuiApplication.clipboard().text() == "BCDF-GHJK"
    desk.click(line.cancel)
    assert line.said()[0] == "Nobody is signed in yet"
    assert line.begin.isVisible()
    assert not line.cancel.isVisible()


def test_saying_no_is_told_with_what_to_do(desk: NewDesk, provider: OAuthProvider, qtbot: QtBot) -> None:
    provider.book.polls = ["access_denied"]
    line = line_of(set_up(desk, provider))
    desk.click(line.begin)
    qtbot.waitUntil(line.begin.isVisible)
    title, remedy = line.said()
    assert title == "The provider was told no"
    assert "The provider said: access_denied" in remedy


def test_at_google_the_browser_opens_and_comes_back(desk: NewDesk, provider: OAuthProvider, qtbot: QtBot) -> None:
    hands = set_up(desk, provider, "google")
    line = line_of(hands)
    browsers: list[Thread] = []

    def open_browser(url: QUrl) -> None:
        browsers.append(
            Thread(target=provider.visit, args=(url.toString(QUrl.ComponentFormattingOption.FullyEncoded),))
        )
        browsers[-1].start()

    line.open_url = open_browser
    desk.click(line.begin)
    qtbot.waitUntil(line.sign_out.isVisible)
    browsers[0].join()
    assert len(browsers) == 1
    assert line.said()[0] == f"Signed in for {MAILBOX}"


def test_each_provider_shows_its_own_fields_and_its_own_server(desk: NewDesk, provider: OAuthProvider) -> None:
    hands = set_up(desk, provider, "password")
    fields = hands.form.sign_in
    assert (hands.form.password.isVisible(), fields.isVisible()) == (True, False)
    hands.choose("mail.sign_in", "Microsoft 365")
    assert (hands.form.password.isVisible(), fields.rows["oauth.tenant"].isVisible(), fields.secret.isVisible()) == (
        False,
        True,
        False,
    )
    assert desk.workspace.settings.text("smtp.host") == "smtp.office365.com"
    hands.choose("mail.sign_in", "Google")
    assert (fields.rows["oauth.tenant"].isVisible(), fields.secret.isVisible()) == (False, True)
    assert desk.workspace.settings.text("smtp.host") == "smtp.gmail.com"


def test_what_is_missing_is_said_before_a_browser_opens(desk: NewDesk, provider: OAuthProvider) -> None:
    hands = set_up(desk, provider, oauth__client_id="")
    line = line_of(hands)
    desk.click(line.begin)
    desk.settle()
    assert line.said()[0] == "The program’s id is missing"
    assert provider.book.asked == []
