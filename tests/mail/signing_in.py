"""A desk's sign-in for tests: settings that point to the local provider, a keyring in memory, a clock that stands."""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Thread
from typing import NamedTuple

from reviewer.domain.sign_in import SignInState
from reviewer.mail.sign_in import RunningSignIn, SignIn
from reviewer.secrets import Secrets
from reviewer.settings import Settings
from tests.mail.builders import NOW
from tests.oauth_provider import CLIENT, MAILBOX, SECRET, OAuthProvider

TRUSTED = ("tests.fakes.MemoryKeyring",)


class Standing:
    """A clock that stands until a test moves it."""

    def __init__(self) -> None:
        self.moment = NOW

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **parts: float) -> None:
        self.moment += timedelta(**parts)


class Desk(NamedTuple):
    """What signing in needs."""

    settings: Settings
    secrets: Secrets
    clock: Standing

    def sign_in(self) -> SignIn:
        return SignIn(self.settings, self.secrets, self.clock)


def a_desk(provider: OAuthProvider, way: str, **different: str) -> Desk:
    """A desk whose house has registered at this provider."""
    values = {
        "mail.transport": "smtp",
        "mail.sign_in": way,
        "mail.sender": f"Platform <{MAILBOX}>",
        "oauth.client_id": CLIENT,
        "oauth.authority": provider.address,
        "smtp.ca_file": str(provider.certificate_file),
    }
    values |= {name.replace("__", "."): value for name, value in different.items()}
    secrets = Secrets(TRUSTED)
    secrets.keep_client_secret(CLIENT, SECRET)
    return Desk(Settings(values=values), secrets, Standing())


def agree(provider: OAuthProvider, running: RunningSignIn) -> SignInState | None:
    """Go where the prompt leads with a browser and come back; what the program makes of it."""
    browser = Thread(target=provider.visit, args=(running.prompt.address,))
    browser.start()
    state = None
    while state is None:
        state = running.check()
    browser.join()
    return state


def signed_in(provider: OAuthProvider, way: str = "microsoft", **different: str) -> Desk:
    """A desk where somebody has signed in."""
    desk = a_desk(provider, way, **different)
    running = desk.sign_in().begin()
    state = agree(provider, running) if way == "google" else running.check()
    assert state is not None
    assert state.signed_in
    return desk
