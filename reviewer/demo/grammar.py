"""German roles and degrees as a woman writes them."""

from __future__ import annotations

import re

_FEMALE = re.compile(
    r"(eiter|ührer|laner|ontroller|inkäufer|eferent|ngenieur|erater|echniker|ntwickler|isponent|onstrukteur"
    r"|nalytiker|irektor|ssistent|uditor|echaniker|ogistiker|nformatiker|etriebswirt|olkswirt)\b"
)
_ADJECTIVE = re.compile(r"(ischer|führender|ständiger|nterner|flicher|mächtigter)\b")
_ARTICLE = re.compile(r"\bzum (?=\w+(?:frau|in)\b)")


def feminine(role: str) -> str:
    """A German role as a woman writes it: "Kaufmännischer Leiter" becomes "Kaufmännische Leiterin"."""
    named = _FEMALE.sub(r"\1in", _ADJECTIVE.sub(lambda word: word[0][:-1], role))
    return _ARTICLE.sub("zur ", named.replace("kaufmann", "kauffrau").replace("Kaufmann", "Kauffrau"))
