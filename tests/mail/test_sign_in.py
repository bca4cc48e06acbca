"""Signing in at a local provider: by device code, by browser, with refresh, and every way in which it fails."""

from __future__ import annotations

import json
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import keyring
import pytest

from reviewer.domain.sign_in import SignInWay
from reviewer.errors import Misconfigured
from reviewer.mail.oauth import SignInFailed
from reviewer.mail.sign_in import RunningSignIn
from reviewer.mail.token_store import PIECE, TokenStore
from reviewer.secrets import TOKEN_SERVICE, Secrets
from tests.fakes import MemoryKeyring
from tests.mail.signing_in import TRUSTED, a_desk, agree, signed_in
from tests.oauth_provider import CLIENT, MAILBOX, OAuthProvider, look_at


def wait_for(running: RunningSignIn) -> None:
    while running.check() is None:
        pass


def test_a_code_is_shown_and_asked_about_until_the_person_has_typed_it() -> None:
    with OAuthProvider(polls=["authorization_pending", "slow_down", "authorization_pending", "ok"]) as provider:
        desk = a_desk(provider, "microsoft")
        running = desk.sign_in().begin()
        assert (running.prompt.code, running.prompt.address) == ("BCDF-GHJK", f"{provider.address}/device")
        waits = []
        state = None
        while state is None:
            waits.append(running.wait_s)
            state = running.check()
        assert waits == [5, 5, 10, 10]
        assert (state.signed_in, state.account, state.mailbox, state.kept) == (True, MAILBOX, MAILBOX, True)
        (asked,) = [asked for path, asked in provider.book.asked if path.endswith("devicecode")]
        assert asked["client_id"] == CLIENT
        assert {"https://outlook.office.com/SMTP.Send", "offline_access"} <= set(asked["scope"].split())
        assert provider.is_good(desk.sign_in().access_token())


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("expired_token", "sign-in-too-late"),
        ("access_denied", "sign-in-denied"),
        ("authorization_declined", "sign-in-denied"),
        ("invalid_client", "sign-in-refused"),
    ],
)
def test_a_code_that_comes_to_nothing_says_why_and_signs_nobody_in(answer: str, code: str) -> None:
    with OAuthProvider(polls=["authorization_pending", answer]) as provider:
        desk = a_desk(provider, "microsoft")
        running = desk.sign_in().begin()
        assert running.check() is None
        with pytest.raises(SignInFailed) as caught:
            running.check()
        assert (caught.value.code, caught.value.reason) == (code, answer)
        assert not desk.sign_in().state().signed_in


def test_a_code_is_not_asked_about_after_its_time() -> None:
    with OAuthProvider(polls=[]) as provider:
        desk = a_desk(provider, "microsoft")
        running = desk.sign_in().begin()
        desk.clock.forward(minutes=15)
        with pytest.raises(SignInFailed, match=r"^sign-in-too-late"):
            running.check()


def test_a_registration_that_the_provider_does_not_know_is_said_without_personal_data() -> None:
    with OAuthProvider() as provider:
        with pytest.raises(SignInFailed) as caught:
            a_desk(provider, "microsoft", oauth__client_id="unknown").sign_in().begin()
        assert caught.value.code == "sign-in-refused"
        assert caught.value.reason == "unauthorized_client AADSTS700016"


def test_the_browser_comes_back_with_a_code_that_only_this_program_can_use() -> None:
    with OAuthProvider() as provider:
        desk = a_desk(provider, "google")
        running = desk.sign_in().begin()
        asked = {name: values[0] for name, values in parse_qs(urlsplit(running.prompt.address).query).items()}
        assert running.check() is None
        state = agree(provider, running)
        running.close()
        assert state is not None
        assert (state.way, state.signed_in, state.mailbox) == (SignInWay.GOOGLE, True, MAILBOX)
        assert asked["scope"] == "https://mail.google.com/"
        assert (asked["login_hint"], asked["access_type"], asked["code_challenge_method"]) == (
            MAILBOX,
            "offline",
            "S256",
        )
        (given,) = [asked for path, asked in provider.book.asked if path == "/token"]
        assert given["code_verifier"] != asked["code_challenge"]
        assert provider.is_good(desk.sign_in().access_token())


def test_a_code_without_its_verifier_is_worth_nothing() -> None:
    with OAuthProvider() as provider:
        mine, other = (a_desk(provider, "google").sign_in().begin() for _ in range(2))
        stolen = parse_qs(urlsplit(provider.visit(other.prompt.address, then=False)).query)["code"][0]
        asked = parse_qs(urlsplit(mine.prompt.address).query)
        browser = Thread(target=look_at, args=(f"{asked['redirect_uri'][0]}?code={stolen}&state={asked['state'][0]}",))
        browser.start()
        with pytest.raises(SignInFailed, match=r"^sign-in-expired"):
            wait_for(mine)
        browser.join()
        other.close()


def test_a_browser_with_another_state_is_sent_away_and_the_right_one_is_still_waited_for() -> None:
    with OAuthProvider() as provider:
        running = a_desk(provider, "google").sign_in().begin()
        seen: list[str] = []
        stranger = Thread(target=lambda: seen.append(provider.visit(running.prompt.address, state="guessed")))
        stranger.start()
        while stranger.is_alive():
            assert running.check() is None
        assert "not the sign-in that was begun here" in seen[0]
        assert not [path for path, _ in provider.book.asked if path == "/token"]
        assert agree(provider, running) is not None


@pytest.mark.parametrize("said", ["access_denied", "<script>alert(1)</script>"])
def test_a_browser_that_brings_a_refusal_ends_the_attempt(said: str) -> None:
    with OAuthProvider() as provider:
        running = a_desk(provider, "google").sign_in().begin()
        asked = parse_qs(urlsplit(running.prompt.address).query)
        seen: list[str] = []
        address = f"{asked['redirect_uri'][0]}?error={said}&state={asked['state'][0]}"
        browser = Thread(target=lambda: seen.append(look_at(address)))
        browser.start()
        with pytest.raises(SignInFailed) as caught:
            wait_for(running)
        browser.join()
        assert caught.value.code == ("sign-in-denied" if said == "access_denied" else "sign-in-refused")
        assert "script" not in seen[0] + caught.value.reason


@pytest.mark.parametrize("way", ["microsoft", "google"])
def test_a_token_is_renewed_before_it_ends_and_the_new_refresh_token_kept(way: str) -> None:
    with OAuthProvider() as provider:
        desk = signed_in(provider, way)
        first = desk.sign_in().access_token()
        assert desk.sign_in().access_token() == first
        for _ in range(2):
            desk.clock.forward(minutes=56)
            following = desk.sign_in().access_token()
            assert following != first
            assert provider.is_good(following)
            first = following
        assert desk.sign_in().state().account == (MAILBOX if way == "microsoft" else "")


@pytest.mark.parametrize("way", ["microsoft", "google"])
def test_a_permission_taken_back_wants_the_person_and_nothing_else(way: str) -> None:
    with OAuthProvider() as provider:
        desk = signed_in(provider, way)
        provider.revoke()
        desk.clock.forward(hours=2)
        with pytest.raises(SignInFailed) as caught:
            desk.sign_in().access_token()
        assert caught.value.code == "sign-in-expired"


def test_a_provider_that_is_down_is_not_asked_as_long_as_the_token_holds() -> None:
    with OAuthProvider() as provider:
        desk = signed_in(provider)
        token = desk.sign_in().access_token()
        provider.book.down = True
        desk.clock.forward(minutes=57)
        assert desk.sign_in().access_token() == token
        desk.clock.forward(minutes=57)
        with pytest.raises(SignInFailed, match=r"^sign-in-unreachable"):
            desk.sign_in().access_token()


def test_a_second_run_that_renewed_first_lends_its_token() -> None:
    with OAuthProvider() as provider:
        desk = signed_in(provider)
        one, two = desk.sign_in(), desk.sign_in()
        refused = one.access_token()
        kept = TokenStore(desk.secrets, f"microsoft {MAILBOX}").find()
        assert kept is not None
        token = one.token_instead_of(refused)
        assert token != refused
        assert two.token_instead_of(refused) == token
        assert two._renew(kept) == token


def test_tokens_lie_in_the_keyring_alone_and_in_pieces_that_every_keyring_takes(
    clean_environment: MemoryKeyring,
) -> None:
    with OAuthProvider() as provider:
        desk = signed_in(provider)
        for _ in range(2):
            desk.clock.forward(hours=1)
            token = desk.sign_in().access_token()
        kept = [text for (service, _), text in clean_environment._passwords.items() if service == TOKEN_SERVICE]
        assert all(len(text) <= PIECE for text in kept)
        assert len(kept) == 1 + -(-len(json.dumps({"a": token})) // PIECE) + 2
        assert desk.sign_in().forget()
        assert not [name for name in clean_environment._passwords if name[0] == TOKEN_SERVICE]
        assert not desk.sign_in().forget()
        with pytest.raises(SignInFailed, match=r"^sign-in-missing"):
            desk.sign_in().access_token()


def test_a_half_written_set_of_pieces_is_never_read(clean_environment: MemoryKeyring) -> None:
    with OAuthProvider() as provider:
        desk = signed_in(provider)
        (head, *_) = [name for name in clean_environment._passwords if name[0] == TOKEN_SERVICE and "@" in name[1]]
        first = next(name for name in clean_environment._passwords if name[1].endswith(" 1"))
        clean_environment.delete_password(*first)
        assert head
        assert not desk.sign_in().state().signed_in


def test_without_a_keyring_that_can_be_trusted_one_is_signed_in_for_this_run(clean_environment: MemoryKeyring) -> None:
    with OAuthProvider() as provider:
        desk = a_desk(provider, "microsoft")._replace(secrets=Secrets(()))
        state = desk.sign_in().begin().check()
        assert state is not None
        assert not state.kept
        assert provider.is_good(desk.sign_in().access_token())
        assert keyring.get_keyring() is clean_environment
        assert not [name for name in clean_environment._passwords if name[0] == TOKEN_SERVICE]


@pytest.mark.parametrize(
    ("different", "code"),
    [
        ({"oauth__client_id": ""}, "sign-in-client-missing"),
        ({"oauth__authority": "http://127.0.0.1:1"}, "sign-in-authority-wrong"),
        ({"mail__sign_in": "password"}, "sign-in-not-chosen"),
        ({"smtp__ca_file": "/nowhere.pem"}, "smtp-ca-file-unreadable"),
    ],
)
def test_what_is_wrong_in_the_settings_is_named(different: dict[str, str], code: str) -> None:
    with OAuthProvider() as provider, pytest.raises(Misconfigured, match=f"^{code}"):
        a_desk(provider, "microsoft", **different).sign_in().begin()


@pytest.mark.parametrize("way", ["microsoft", "google"])
def test_a_provider_whose_certificate_nobody_vouches_for_gets_nothing(way: str) -> None:
    with OAuthProvider() as provider:
        desk = signed_in(provider, way)
        desk.clock.forward(hours=2)
        asked = len(provider.book.asked)
        distrusting = a_desk(provider, way, smtp__ca_file="")._replace(secrets=desk.secrets, clock=desk.clock)
        with pytest.raises(SignInFailed, match=r"^sign-in-unreachable"):
            distrusting.sign_in().access_token()
        assert len(provider.book.asked) == asked


def test_neither_state_nor_failure_shows_a_token() -> None:
    with OAuthProvider() as provider:
        desk = signed_in(provider)
        kept = TokenStore(Secrets(TRUSTED), f"microsoft {MAILBOX}").find()
        assert kept is not None
        assert "access-" not in f"{desk.sign_in().state()} {kept!r}"
        assert "refresh-" not in f"{desk.sign_in().state()} {kept!r}"
