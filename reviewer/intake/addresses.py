"""E-mail addresses a letter can be sent to: exactly one, plain, checked without the network."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

from reviewer.errors import Refused

MAX_EMAIL = 254
_ATOM = r"[A-Za-z0-9_+%-]{1,20}"
_LABEL = r"[A-Za-z0-9]{1,2}(?:[A-Za-z0-9]|-(?=[A-Za-z0-9])(?!-)){0,40}"
_PLAIN = re.compile(rf"{_ATOM}(?:\.{_ATOM}){{0,2}}@{_LABEL}(?:\.{_LABEL}){{0,2}}\.[A-Za-z]{{2,10}}")
"""Addresses so plain that the library need not be asked; a strict part of what it accepts."""
_FOUND = re.compile(r"(?<![\w.+%-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")


def read_email(untrusted: str) -> str:
    """The address, its domain in lower case and ASCII; raises Refused when missing or not one plain address."""
    text = untrusted.strip()
    if not text:
        raise Refused("email-missing")
    if _PLAIN.fullmatch(text):
        local, _, domain = text.partition("@")
        return f"{local}@{domain.lower()}"
    return _checked(text)


def find_emails(untrusted_text: str) -> list[tuple[int, str]]:
    """Position and address of each valid e-mail address in a text, in its order."""
    found, start = [], 0
    for line in untrusted_text.split("\n"):
        if "@" in line:
            found += [(start + position, email) for position, email in _find_in_line(line)]
        start += len(line) + 1
    return found


def _find_in_line(line: str) -> Iterator[tuple[int, str]]:
    for match in _FOUND.finditer(line):
        with contextlib.suppress(Refused):
            yield match.start(), read_email(match[0].strip(".-"))


def _checked(text: str) -> str:
    from email_validator import EmailNotValidError, validate_email

    if len(text) > MAX_EMAIL or not text.isprintable():
        raise Refused("email-invalid")
    try:
        checked = validate_email(text, check_deliverability=False, globally_deliverable=False, allow_smtputf8=False)
    except (EmailNotValidError, ValueError):
        raise Refused("email-invalid") from None
    if checked.ascii_email is None or "." not in checked.ascii_domain:
        raise Refused("email-invalid")
    return checked.ascii_email
