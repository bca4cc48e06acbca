"""Letters put together with the accents that old typesetting drew as signs of their own, before or after them."""

from __future__ import annotations

import re
import unicodedata

from reviewer.checks.late_patterns import late

# Each sign that is drawn apart, and the combining character that makes one letter of it and the letter's own.
_COMBINING = {
    "\u00a8": "\u0308",
    "\u0308": "\u0308",
    "\u00b4": "\u0301",
    "`": "\u0300",
    "\u02c6": "\u0302",
    "\u02dc": "\u0303",
    "\u02c7": "\u030c",
    "\u02da": "\u030a",
    "\u00b8": "\u0327",
}
ACCENTS = "\u00a8\u0308\u00b4\u02c6\u02dc\u02c7\u02da\u00b8"
_ACCENT = late(f"[{ACCENTS}]|(?<=[a-z])`(?=[ea])")
_AT_EDGE = late("[\u00a8\u0308\u02c6] (?=[^\\W\\d_])|(?<=[^\\W\\d_]) [\u00a8\u0308\u02c6](?=[^\\W\\d_])")
_FORMS = late(
    "(?P<umlaut>[aouAOU])[\u00a8\u0308]|[\u00a8\u0308](?P<umlaut_next>[aouAOU])|[\u00a8\u0308](?P<foreign>[eiyEI\u0131])"
    # Acute and grave are mostly apostrophes, as in "geht´s", "O´Neill" and "dell`arte".
    "|(?<=[^\\W\\d_]{2})(?<!ll)\u00b4(?P<acute>[eaiou\u0131])|(?<=[^\\W\\d_]{2})(?P<acute_end>e)\u00b4$"
    "|(?<=[a-z]{2})(?<!ll)`(?P<grave>[ea])"
    "|\u02c6(?P<circumflex>[aeiouAEIOU\u0131])|\u02dc(?P<tilde>[nNaoAO])|\u02c7(?P<caron>[cszrneCSZRNE])"
    "|\u02da(?P<ring>[aAuU])|\u00b8(?P<cedilla>[cCsStT])"
)


def recomposed(text: str) -> str:
    """A word whose letters bear their accents, as "Persönliche" for "Pers¨onliche"; others stay as they are."""
    return _FORMS.sub(_letter, text) if _ACCENT.search(text) else text


def parts_words(text: str) -> bool:
    """Whether an accent stands at the edge of a word, so that it may part two halves of one."""
    return any(map(text.__contains__, "\u00a8\u0308\u02c6")) and _AT_EDGE.search(text) is not None


def _letter(found: re.Match[str]) -> str:
    letter = next(group for group in found.groups() if group)
    sign = next(sign for sign in found[0] if sign in _COMBINING)
    return unicodedata.normalize("NFC", ("i" if letter == "\u0131" else letter) + _COMBINING[sign])
