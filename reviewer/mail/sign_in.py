"""Signs in to the mailbox's provider, keeps the tokens fresh, and tells how things stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from reviewer.domain.sign_in import SignInPrompt, SignInState, SignInWay
from reviewer.errors import Misconfigured, Unavailable
from reviewer.mail.message import make_sender
from reviewer.mail.oauth import Attempt, Clock, Provider, Registration, SignInFailed, Tokens
from reviewer.mail.token_store import KeptTokens, TokenStore
from reviewer.secrets import Secrets
from reviewer.settings import Settings

RENEW_BEFORE = timedelta(minutes=5)


class SignIn:
    """One mailbox at one provider, as the settings say at the moment this is made."""

    def __init__(self, settings: Settings, secrets: Secrets, clock: Clock) -> None:
        self.way = SignInWay(settings.text("mail.sign_in"))
        self.mailbox = mailbox_of(settings)
        self._settings = settings
        self._secrets = secrets
        self._clock = clock
        self._store = TokenStore(secrets, f"{self.way.value} {self.mailbox}")

    def begin(self) -> RunningSignIn:
        """Begin to sign in; the result says what the person has to do."""
        return RunningSignIn(self._provider().begin(), self._finish)

    def forget(self) -> bool:
        """Sign out on this computer; False when nobody was signed in."""
        return self._store.forget()

    def state(self) -> SignInState:
        """How things stand; never a token."""
        kept = None if self.way is SignInWay.PASSWORD else self._store.find()
        if kept is None:
            return SignInState(way=self.way, mailbox=self.mailbox, signed_in=False)
        return self._state(kept)

    def access_token(self) -> str:
        """A token that holds for a while yet; SignInFailed, with what to do, when there is none."""
        kept = self._kept()
        if kept.tokens.expires_at - self._clock() > RENEW_BEFORE:
            return kept.tokens.access
        try:
            return self._renew(kept)
        except (SignInFailed, Misconfigured) as error:
            # A portal that wants a password first answers like an authority that is none.
            is_passing = error.code in {"sign-in-unreachable", "sign-in-authority-wrong"}
            if is_passing and kept.tokens.expires_at > self._clock():
                return kept.tokens.access
            raise

    def token_instead_of(self, refused: str) -> str:
        """Another token than the one the mail server has just refused."""
        kept = self._kept()
        return kept.tokens.access if kept.tokens.access != refused else self._renew(kept)

    def _kept(self) -> KeptTokens:
        kept = self._store.find()
        if kept is None:
            raise SignInFailed("sign-in-missing")
        return kept

    def _renew(self, kept: KeptTokens) -> str:
        """Renew and keep what came; another run may have been quicker, and a provider may take each refresh once."""
        try:
            tokens = self._provider().renew(kept.tokens.refresh)
        except SignInFailed:
            other = self._store.find()
            if other is None or other.tokens.access == kept.tokens.access:
                raise
            return other.tokens.access
        self._store.keep(replace(kept, tokens=replace(tokens, account=tokens.account or kept.tokens.account)))
        return tokens.access

    def _finish(self, tokens: Tokens) -> SignInState:
        kept = KeptTokens(tokens=tokens, since=self._clock())
        return replace(self._state(kept), kept=self._store.keep(kept))

    def _state(self, kept: KeptTokens) -> SignInState:
        return SignInState(
            way=self.way,
            mailbox=self.mailbox,
            signed_in=True,
            account=kept.tokens.account,
            since=kept.since,
            renews_at=kept.tokens.expires_at,
        )

    def _provider(self) -> Provider:
        registration = self._registration()
        if self.way is SignInWay.MICROSOFT:
            from reviewer.mail.oauth_microsoft import Microsoft

            return Microsoft(registration, self._clock)
        from reviewer.mail.oauth_google import Google

        return Google(registration, self._clock)

    def _registration(self) -> Registration:
        settings = self._settings
        if self.way is SignInWay.PASSWORD:
            raise Misconfigured("sign-in-not-chosen")
        if not self.mailbox:
            raise Misconfigured("sign-in-mailbox-missing")
        client, ca_file = settings.text("oauth.client_id"), settings.text("smtp.ca_file")
        if not client:
            raise Misconfigured("sign-in-client-missing")
        authority = settings.text("oauth.authority").rstrip("/")
        if authority and not authority.startswith("https://"):
            raise Misconfigured("sign-in-authority-wrong")
        return Registration(
            client_id=client,
            mailbox=self.mailbox,
            tenant=settings.text("oauth.tenant"),
            authority=authority,
            ca_file=Path(ca_file) if ca_file else None,
            secret=self._secrets.find_client_secret(client) or "",
        )


class RunningSignIn:
    """A sign-in under way; ask check again after wait_s until it gives a state, or close it."""

    def __init__(self, attempt: Attempt, finish: Callable[[Tokens], SignInState]) -> None:
        self._attempt = attempt
        self._finish = finish

    @property
    def prompt(self) -> SignInPrompt:
        """What the person has to do."""
        return self._attempt.prompt

    @property
    def wait_s(self) -> float:
        """How long to wait before the next check."""
        return self._attempt.wait_s

    def check(self) -> SignInState | None:
        """The state once somebody is signed in; None as long as nobody is. SignInFailed when nothing comes of it."""
        tokens = self._attempt.check()
        return None if tokens is None else self._finish(tokens)

    def close(self) -> None:
        """Give up; may be called more than once."""
        self._attempt.close()


class SignIns:
    """The desk's door to signing in; each call takes the settings as they are then."""

    def __init__(self, settings: Callable[[], Settings], secrets: Secrets, clock: Clock) -> None:
        self._settings = settings
        self._secrets = secrets
        self._clock = clock

    def begin(self) -> RunningSignIn:
        """Begin to sign in; Misconfigured or SignInFailed says what is missing."""
        return self._present().begin()

    def forget(self) -> bool:
        """Sign out on this computer; False when nobody was signed in."""
        return self._present().forget()

    def state(self) -> SignInState:
        """How things stand."""
        return self._present().state()

    def is_kept(self) -> bool:
        """Whether this computer has a keyring that can be trusted with tokens."""
        try:
            self._secrets.trusted_keyring()
        except Unavailable:
            return False
        return True

    def _present(self) -> SignIn:
        return SignIn(self._settings(), self._secrets, self._clock)


def signs_in(settings: Settings) -> bool:
    """Whether letters leave by a mail server that wants a token."""
    by_server = settings.text("mail.transport") == "smtp"
    return by_server and settings.text("mail.sign_in") != SignInWay.PASSWORD.value


def mailbox_of(settings: Settings) -> str:
    """The mailbox that letters leave from: the user named, or the sender's address; empty when there is neither."""
    named, sender = settings.text("smtp.user"), settings.text("mail.sender")
    return named or (make_sender(sender).addr_spec if sender else "")
