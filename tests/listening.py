"""What the mail server of the tests stands on: its socket, and what it offers for logging in."""

from __future__ import annotations

import os
import socket

MECHANISMS = frozenset({"PLAIN", "LOGIN", "XOAUTH2"})
TOKEN_CHALLENGE = b'{"status":"401","schemes":"bearer","scope":"https://mail.example.org/"}'
LONGEST_AUTH = 12_288
"""Octets, as RFC 4954, 4, wants them for AUTH: tokens are longer than other commands may be."""


def listen(host: str, port: int) -> socket.socket:
    """Listen; asyncio sends small answers at once only where the socket says that it speaks TCP."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name != "nt":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((host, port))
    listening.listen()
    return listening
