"""Mandates that a story tells with their year, as "In 2019 I ran a foundry's works through its move"."""

from __future__ import annotations

from reviewer.checks.company_patterns import find_sizes, patterns
from reviewer.checks.dates import Period
from reviewer.checks.late_patterns import late
from reviewer.checks.told_stints import runs_on
from reviewer.checks.view import View
from reviewer.checks.vocabulary import lowered, terms

_NEVER = frozenset(("references", "contact", "education", "training", "personal", "availability", "languages"))
_SENTENCE_END = late(r"[.!?](?:\s|$)|\n\s*\n|\n\s*[•▪*–-]\s")
# What was done, in any person.
_DID = late(
    r"\b(?:ich|er|sie|wir)\b.*\b[a-zäöüß]{2,}(?:te|ten|hm|ieß|og|ing|ab|ief|ielt|and|t|en)\b"
    r"|\b[a-zäöüß]{2,}(?:te|hm|ieß|og|ing|ab|ief|ielt|and)\s+(?:[\w-]+\s+){0,2}?(?:ich|er|sie|wir)\b"
    r"|\b(?:i|he|she|we)\s+(?:\w+ly\s+)?"
    r"(?:\w{2,}ed|ran|led|took|built|cut|brought|held|sold|wound|drove|set|put|made|was|kept)\b"
)
_FOR = late(
    r"\b(?:für|bei|in) (?:eine[nmrs]?|den|die|das|der|dem)\s"
    r"|\b(?:for|at|of) (?:an?|the)\s|\b(?:a|an|one|einen?|einer)\s"
)
_WORD = late(r"[^\W\d_]{3,}")
_REACH = 300


def find_told_mandates(view: View) -> list[Period]:
    """The first date of each sentence outside entries that tells what was done for whom since self-employment began."""
    if view.claim is None:
        return []
    since, text = view.claim.since.number - 2, view.flow.text
    # An entry that is itself such a sentence ends with it.
    entries = [one.stint for one in (*view.stations, *view.others)]
    entries = [one for one in entries if not _tells_mandate(text[slice(*_sentence(text, one.period))])]
    dated = {one.stint.period for one in view.stations}
    told: dict[int, Period] = {}
    for one in view.periods:
        within = one in dated or any(entry.begin <= one.begin < entry.end for entry in entries)
        if within or one is view.claim.period or one.first is None:
            continue
        if not since <= one.first.number <= view.today.number:
            continue
        begin, end = _sentence(text, one)
        if not _WORD.search(_beside(text, one)):
            # A date alone in its line is a letter's day.
            continue
        if not runs_on(view.flow, begin, end):
            continue
        if begin not in told and _is_in_story(view, one.begin) and _tells_mandate(text[begin:end]):
            told[begin] = one
    return list(told.values())


def _beside(text: str, period: Period) -> str:
    """What else stands in the line of a date."""
    after = text.find("\n", period.end)
    return text[text.rfind("\n", 0, period.begin) + 1 : period.begin] + text[period.end : after if after >= 0 else None]


def _is_in_story(view: View, place: int) -> bool:
    number = view.flow.line_at(place)
    return all(one.kind not in _NEVER for one in view.sections if one.first <= number < one.last)


def _sentence(text: str, period: Period) -> tuple[int, int]:
    begin = max(0, period.begin - _REACH)
    before = [found.end() for found in _SENTENCE_END.finditer(text, begin, period.begin)]
    after = _SENTENCE_END.search(text, period.end, period.end + _REACH)
    return before[-1] if before else begin, after.start() if after else min(len(text), period.end + _REACH)


def _tells_mandate(sentence: str) -> bool:
    """Whether a sentence says what somebody did, and for a company of an industry, of a size or by name."""
    low = lowered(sentence)
    company = patterns()["legal"].search(" " + sentence) is not None or bool(find_sizes(sentence))
    company = company or (_FOR.search(low) is not None and terms("industries", "words").hits(low))
    own = terms("claims", "founded").hits(low) or terms("claims", "explained").hits(low)
    return company and not own and _DID.search(low) is not None
