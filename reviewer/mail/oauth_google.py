"""Signing in at Google in this computer's browser, which then comes back to us; through Google's own library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from reviewer.domain.sign_in import SignInPrompt
from reviewer.mail.loopback import LoopbackListener
from reviewer.mail.oauth import Clock, Registration, SignInFailed, Tokens, failure, unreachable

AUTHORIZE = "https://accounts.google.com/o/oauth2/v2/auth"
TOKEN = "https://oauth2.googleapis.com/token"  # noqa: S105 - an address
SCOPES = ("https://mail.google.com/",)
TIME_TO_SIGN_IN = timedelta(minutes=15)
LOOK_EVERY_S = 0.5
_T = TypeVar("_T")


class Google:
    """Gives tokens for Google's SMTP server."""

    def __init__(self, registration: Registration, clock: Clock) -> None:
        self._registration = registration
        self._clock = clock
        base = registration.authority
        self._authorize = f"{base}/o/oauth2/v2/auth" if base else AUTHORIZE
        self._token = f"{base}/token" if base else TOKEN

    def begin(self) -> BrowserAttempt:
        """Listen for the browser that comes back, and say where it has to go first."""
        listener = LoopbackListener()
        try:
            return BrowserAttempt(self._flow(listener.address), listener, self._registration.mailbox, self._clock)
        except BaseException:
            listener.close()
            raise

    def renew(self, refresh: str) -> Tokens:
        """The next access token; Google's refresh tokens stay as they are."""
        from google.auth.transport.requests import Request
        from google.oauth2.credentials import Credentials

        from reviewer.mail.oauth_http import web_session

        credentials = Credentials(  # type: ignore[no-untyped-call]  # as Google has it
            token=None,
            refresh_token=refresh,
            token_uri=self._token,
            client_id=self._registration.client_id,
            client_secret=self._registration.secret,
            scopes=list(SCOPES),
        )
        request = Request(session=web_session(self._registration.ca_file))
        _answered(lambda: credentials.refresh(request))  # type: ignore[no-untyped-call]  # the same
        return self._read(credentials, refresh)

    def _flow(self, redirect: str) -> Any:
        from google_auth_oauthlib.flow import Flow

        from reviewer.mail.oauth_http import secure_session

        registration = self._registration
        client = {
            "client_id": registration.client_id,
            "client_secret": registration.secret,
            "auth_uri": self._authorize,
            "token_uri": self._token,
        }
        flow = Flow.from_client_config({"installed": client}, scopes=list(SCOPES), redirect_uri=redirect)
        secure_session(flow.oauth2session, registration.ca_file)
        return flow

    def _read(self, credentials: Any, refresh: str) -> Tokens:
        return read_credentials(credentials, refresh, self._clock())


class BrowserAttempt:
    """One visit of the browser; the code it brings is worth nothing without the verifier kept here (RFC 7636)."""

    def __init__(self, flow: Any, listener: LoopbackListener, mailbox: str, clock: Clock) -> None:
        self._flow = flow
        self._listener = listener
        self._clock = clock
        # Without consent asked for anew, Google gives no refresh token to whoever has signed in before.
        address, self._state = flow.authorization_url(prompt="consent", login_hint=mailbox)
        self._prompt = SignInPrompt(address=address, code="", expires_at=clock() + TIME_TO_SIGN_IN)

    @property
    def prompt(self) -> SignInPrompt:
        """Where the browser has to go."""
        return self._prompt

    @property
    def wait_s(self) -> float:
        """How soon a browser that came back is noticed."""
        return LOOK_EVERY_S

    def check(self) -> Tokens | None:
        """Take in a browser that has come back; one that does not bring our state is told so and left alone."""
        if self._clock() >= self._prompt.expires_at:
            self.close()
            raise SignInFailed("sign-in-too-late")
        brought = self._listener.take(self._state)
        if brought is None:
            return None
        self.close()
        if "code" not in brought:
            raise failure({"error": brought.get("error", "")})
        _answered(lambda: self._flow.fetch_token(code=brought["code"]))
        return read_credentials(self._flow.credentials, "", self._clock())

    def close(self) -> None:
        """Stop listening."""
        self._listener.close()


def read_credentials(credentials: Any, refresh: str, now: datetime) -> Tokens:
    """The tokens in Google's record, whose times are UTC without saying so."""
    refresh = str(credentials.refresh_token or refresh)
    if not credentials.token or not refresh:
        raise SignInFailed("sign-in-refused", words="no refresh token")
    # The library reckons with this computer's clock; the desk's own may have been set right.
    left = credentials.expiry.replace(tzinfo=UTC) - datetime.now(UTC) if credentials.expiry else timedelta()
    return Tokens(access=str(credentials.token), refresh=refresh, expires_at=now.astimezone(UTC) + left)


def _answered(ask: Callable[[], _T]) -> _T:
    """Translate what the libraries and the network under them raise."""
    from google.auth.exceptions import RefreshError, TransportError
    from oauthlib.oauth2 import OAuth2Error
    from requests import RequestException

    try:
        return ask()
    except RefreshError as error:
        answers = [part for part in error.args if isinstance(part, dict)]
        raise failure(answers[0] if answers else {}) from None
    except OAuth2Error as error:
        raise failure({"error": error.error}) from None
    except (RequestException, TransportError, ValueError):
        raise unreachable() from None
