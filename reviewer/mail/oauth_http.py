"""The web connection to a provider: certificates as for mail, an answer within a time, nothing kept."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import create_urllib3_context

from reviewer.errors import Misconfigured

ANSWER_LIMIT_S = 20.0


class _OwnCertificates(HTTPAdapter):
    """Trusts the system's certificates and the house's, as the connection to the mail server does."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, **options, ssl_context=self._context)

    def proxy_manager_for(self, *arguments: Any, **options: Any) -> Any:
        return super().proxy_manager_for(*arguments, **options, ssl_context=self._context)

    def send(self, *arguments: Any, **options: Any) -> requests.Response:
        options["timeout"] = options.get("timeout") or ANSWER_LIMIT_S
        return super().send(*arguments, **options)


def web_session(ca_file: Path | None) -> requests.Session:
    """A session for one piece of work; Misconfigured when the house's certificates cannot be read."""
    session = requests.Session()
    secure_session(session, ca_file)
    return session


def secure_session(session: requests.Session, ca_file: Path | None) -> None:
    """Let a session speak TLS alone, with the certificates that count here."""
    context = create_urllib3_context()
    context.load_default_certs()
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except OSError:
            raise Misconfigured("smtp-ca-file-unreadable") from None
    session.adapters.clear()
    session.mount("https://", _OwnCertificates(context))
