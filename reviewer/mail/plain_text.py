"""Makes strangers' text fit to stand within one line of a letter or a header."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"
_JOINERS = "\u200c\u200d"
"""Invisible, yet part of the spelling of Persian names and of some symbols."""


def single_line(untrusted_text: str, longest: int) -> str:
    """The text on one line of at most longest characters.

    Line breaks and control characters become single spaces. Marks that turn the reading direction, other invisible
    characters and those without a meaning (private use, lone surrogates) are dropped.
    """
    kept = "".join(_visible(character) for character in untrusted_text[: 8 * longest])
    line = " ".join(unicodedata.normalize("NFC", kept).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + ELLIPSIS


def _visible(character: str) -> str:
    if character in _JOINERS:
        return character
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp", "Zs"}:
        return " "
    return "" if category.startswith("C") else character
