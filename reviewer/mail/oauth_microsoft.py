"""Signing in at Microsoft 365 by a code typed into a browser on any device, through Microsoft's own library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from reviewer.domain.sign_in import SignInPrompt
from reviewer.errors import Misconfigured
from reviewer.mail.oauth import Clock, Registration, SignInFailed, Tokens, failure, unreachable

AUTHORITY = "https://login.microsoftonline.com"
SCOPES = ("https://outlook.office.com/SMTP.Send",)
_STILL_WAITING = frozenset({"authorization_pending", "slow_down"})
_T = TypeVar("_T")


class Microsoft:
    """Gives tokens for the SMTP server of Microsoft 365."""

    def __init__(self, registration: Registration, clock: Clock) -> None:
        self._registration = registration
        self._clock = clock

    def begin(self) -> DeviceAttempt:
        """Ask for a code."""
        application = self._application()
        flow = _answered(lambda: application.initiate_device_flow(list(SCOPES)))
        if not _is_complete(flow):
            raise failure(flow)
        return DeviceAttempt(application, flow, self._clock)

    def renew(self, refresh: str) -> Tokens:
        """The next tokens."""
        application = self._application()
        answer = _answered(lambda: application.acquire_token_by_refresh_token(refresh, list(SCOPES)))
        return _tokens(answer, self._clock(), refresh)

    def _application(self) -> Any:
        """Microsoft's client; it looks its authority up on the network. Nothing is cached beyond this object."""
        import msal

        from reviewer.mail.oauth_http import web_session

        registration = self._registration
        session = web_session(registration.ca_file)
        return _answered(
            lambda: msal.PublicClientApplication(
                registration.client_id,
                authority=f"{registration.authority or AUTHORITY}/{registration.tenant or 'organizations'}",
                # Only Microsoft's own host can vouch for Microsoft's hosts; a named authority vouches for itself.
                instance_discovery=False if registration.authority else None,
                http_client=session,
            )
        )


class DeviceAttempt:
    """One code, good for some minutes."""

    def __init__(self, application: Any, flow: dict[str, Any], clock: Clock) -> None:
        self._application = application
        self._flow = flow
        self._clock = clock
        expires_at = clock() + timedelta(seconds=int(flow["expires_in"]))
        self._prompt = SignInPrompt(
            address=str(flow["verification_uri"]), code=str(flow["user_code"]), expires_at=expires_at
        )

    @property
    def prompt(self) -> SignInPrompt:
        """Where to type which code."""
        return self._prompt

    @property
    def wait_s(self) -> float:
        """The interval that the provider asks for; it grows when asked too often (RFC 8628, 3.5)."""
        return float(self._flow["interval"])

    def check(self) -> Tokens | None:
        """Ask once whether the person is done."""
        if self._clock() >= self._prompt.expires_at:
            raise SignInFailed("sign-in-too-late")
        # The pace is kept by whoever asks; the library would only warn about it.
        self._flow.pop("latest_attempt_at", None)
        answer = _answered(
            lambda: self._application.acquire_token_by_device_flow(self._flow, exit_condition=lambda _: True)
        )
        return None if answer.get("error") in _STILL_WAITING else _tokens(answer, self._clock(), "")

    def close(self) -> None:
        """Nothing is held open: the code expires by itself."""


def _is_complete(flow: dict[str, Any]) -> bool:
    return {"verification_uri", "user_code", "device_code", "expires_in", "interval"} <= flow.keys()


def _tokens(answer: dict[str, Any], now: datetime, refresh: str) -> Tokens:
    """What the provider gave; a refresh token that it does not replace stays good."""
    access, refresh = answer.get("access_token"), str(answer.get("refresh_token") or refresh)
    if not isinstance(access, str) or not access:
        raise failure(answer)
    if not refresh:
        raise SignInFailed("sign-in-refused", words="no refresh token")
    claims = answer.get("id_token_claims") or {}
    return Tokens(
        access=access,
        refresh=refresh,
        expires_at=now.astimezone(UTC) + timedelta(seconds=int(answer.get("expires_in", 0))),
        account=str(claims.get("preferred_username", "")),
    )


def _answered(ask: Callable[[], _T]) -> _T:
    """Translate what the library and the network under it raise."""
    from msal.exceptions import MsalError
    from requests import RequestException

    try:
        return ask()
    except (RequestException, MsalError):
        raise unreachable() from None
    except ValueError:
        # The library says so for an unknown tenant and for an authority that is no https address alike.
        raise Misconfigured("sign-in-authority-wrong") from None
    except (KeyError, RuntimeError, TypeError):
        raise unreachable() from None
