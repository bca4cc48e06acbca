"""Certificates for the servers that tests run: one authority a run, a certificate for each name."""

from __future__ import annotations

import ssl
from functools import cache

import trustme


@cache
def authority() -> trustme.CA:
    """Who vouches for the servers of this run."""
    return trustme.CA()


def server_context(name: str) -> ssl.SSLContext:
    """What a server of this name shows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority().issue_cert(name).configure_cert(context)
    return context
