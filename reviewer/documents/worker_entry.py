"""In the worker: one file taken out of a container, before anybody looks into it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Its cleaned name, and its content or the code of why there is none."""

    name: str
    content: bytes = b""
    failure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message: its own text with a head of sender, day and subject, and what is attached to it."""

    text: str
    attached: tuple[Entry, ...]
