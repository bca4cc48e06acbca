"""Lines that begin with a post."""

from __future__ import annotations

import re

from reviewer.checks.company_patterns import patterns
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import lowered, terms

_MOST_WORDS, _NEAR_BEGIN = 18, 20
# What stands between a firm's name and a post in one line.
_PARTED = late(r"[,|(:;@/–]|\s-\s|\b(?:bei|beim|at|for|für)\b", re.IGNORECASE)
_NO_TITLE_BEFORE = late(r"\b(?:für|fuer|von|vom|mit|der|des|den|dem|die|das|zur|zum|an|for|of|with|the|to|by)\b")


def is_post(text: str) -> bool:
    """Whether a line begins with a post: no sentence, no reporting line, no firm's name with a title's word in it."""
    if text.rstrip().endswith(".") or len(text.split()) > _MOST_WORDS:
        return False
    low = lowered(text).lstrip(" •–-")
    titles = terms("tasks", "titles").find(low)
    if not titles or titles[0][0] > _NEAR_BEGIN:
        return False
    leads = any(begin == 0 and not low.startswith("interim") for begin, _ in titles)
    if _NO_TITLE_BEFORE.search(low[: titles[0][0]]) or (not leads and _is_firm_alone(text)):
        return False
    trade = any(begin == 0 for begin, _ in terms("industries", "words").find(low))
    return not trade and not terms("tasks", "reporting").hits(low)


def _is_firm_alone(text: str) -> bool:
    """Whether a line is a firm's name with its legal form and no more, as "Beispiel Partners Ltd"."""
    legal = patterns()["legal"].search(" " + text)
    return legal is not None and _PARTED.search(text) is None
