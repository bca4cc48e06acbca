"""Text from strangers made fit for one line: normal form, no control characters, bounded length."""

from __future__ import annotations

import re
import unicodedata

MAX_TEXT = 200
_CONTROLS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")
_INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u206f\ufeff\ud800-\udfff]")


def one_line(untrusted: str, limit: int = MAX_TEXT) -> str:
    """The text in NFC on one line: breaks and control characters become one space, bidi controls go, the rest stays."""
    if untrusted.isascii() and untrusted.isprintable() and "  " not in untrusted:
        return untrusted.strip()[:limit].rstrip()
    spaced = _BREAKS.sub(" ", untrusted)
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", spaced))
    return re.sub(" +", " ", visible).strip()[:limit].rstrip()


def has_control(untrusted: str) -> bool:
    """Whether there is a line break, control or direction character in the text."""
    return not untrusted.isprintable() and any(unicodedata.category(char) in _CONTROLS for char in untrusted)


def folded(text: str) -> str:
    """The text for comparing without regard to case or normal form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
