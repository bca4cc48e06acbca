"""The text of a table whose encoding nobody stated."""

from __future__ import annotations

import codecs

from reviewer.intake.wording import REPLACEMENT


def decode(untrusted: bytes) -> str:
    """The text: UTF-16 by its mark, else UTF-8, else Windows-1252; what cannot be read becomes U+FFFD."""
    if untrusted.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return untrusted.decode("utf-16", errors="replace")
    if untrusted.startswith(codecs.BOM_UTF8):
        return untrusted.decode("utf-8-sig", errors="replace")
    try:
        return untrusted.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_or_western(untrusted)


def _damaged_or_western(untrusted: bytes) -> str:
    """UTF-8 with some broken bytes is told from Windows-1252 by which of the two kinds of letters prevails."""
    damaged = untrusted.decode("utf-8", errors="replace")
    broken = damaged.count(REPLACEMENT)
    sound = sum(not char.isascii() for char in damaged) - broken
    return damaged if sound > broken else untrusted.decode("cp1252", errors="replace")
