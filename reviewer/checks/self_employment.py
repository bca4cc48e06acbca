"""Claims of working for oneself, such as "interim manager and consultant since 2008"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewer.checks.claim_patterns import (
    ANOTHERS,
    BEGUN,
    BESIDE,
    EMPLOYED,
    FOUNDER,
    MEMBER,
    OPENED,
    STARTED,
)
from reviewer.checks.company_patterns import find_sizes, patterns
from reviewer.checks.dates import Period
from reviewer.checks.durations import find_durations
from reviewer.checks.flow import Flow
from reviewer.checks.late_patterns import late
from reviewer.checks.own_work import is_interim, is_own_work
from reviewer.checks.records import record
from reviewer.checks.sections import Section
from reviewer.checks.station_facts import Facts
from reviewer.checks.stations import PERHAPS
from reviewer.checks.vocabulary import lowered, terms
from reviewer.domain.findings import Month

_REACH = 110
_LATEST_HEAD_UNITS = 4
_OVERLAP_MONTHS, _YEAR_MONTHS, _LEAST_WORDS = 3, 14, 2
_MOST_OF_TIME, _FULL_ROW = 0.8, 70
_INTERIM = late(r"\binterims?\b|\bauf zeit\b")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SINCE_THEN = late(r"\b(?:seither|seitdem|ever since|since then)\b")
_SENTENCE_END = r"(?<!\bselbst)(?<!\bselbstst)(?<!\bca)[.!?;•|]"
_STORY = PERHAPS - {"contact", "languages"} | {"projects", "experience"}


@record
class Claim:
    """Self-employment since a month; text[begin:end] says so, and period is the date in it."""

    since: Month
    period: Period
    begin: int
    end: int

    @property
    def lasting(self) -> Period:
        """The self-employment itself: what began on a day goes on, as in "In 2015 I set up on my own"."""
        return replace(self.period, first=self.since, last=None)


# A year before "manager and consultants" is no number of them.
_SINCE_YEAR = late(r"\b(?:seit|since|ab|from|in)\s+(?:19|20)\d\d\b", re.IGNORECASE)


def find_claim(
    flow: Flow,
    sections: Sequence[Section],
    periods: Sequence[Period],
    umbrellas: Sequence[Facts],
    stations: Sequence[Facts],
    others: Sequence[Facts],
    today: Month,
) -> Claim | None:
    """The earliest claim with a year: an entry of its own, or a sentence with a date that goes on.

    Where none of them says so in known words, a number of years until now does, or a sentence that goes on from where
    the last post ended.
    """
    claims = [
        Claim(
            since=one.stint.period.first,
            period=one.stint.period,
            begin=one.stint.begin,
            end=min(one.stint.end, one.stint.begin + _REACH),
        )
        for one in umbrellas
        if one.stint.period.first and one.stint.period.first <= today and not _is_given_up(one, stations, today)
    ]
    dated = {one.stint.period for one in stations}
    claims += [
        Claim(since=period.first, period=period, begin=begin, end=end)
        for period in periods
        if period.first and period.first <= today and period not in dated and not (period.ranged and period.last)
        for begin, end in [_sentence(flow.text, period)]
        if _claims_own_work(flow.text[begin:end], over=period.last is not None)
    ]
    claims += _claims_below(flow.text, [one for one in periods if one not in dated], today)
    if not claims:
        told = {one.stint.period for one in (*stations, *others)}
        return _find_claim_by_years(flow, sections, today) or _find_claim_by_silence(
            flow, sections, [one for one in periods if one not in told], stations
        )
    return min(claims, key=lambda claim: (claim.since, claim.begin))


def _claims_below(text: str, periods: Sequence[Period], today: Month) -> list[Claim]:
    """The claims in rows below a period alone in its row, under whatever heading."""
    open_ones = [one for one in periods if one.first and one.first <= today and one.ranged and one.open]
    ends = [(one, _own_work_below(text, one)) for one in open_ones]
    return [Claim(since=one.first, period=one, begin=one.begin, end=end) for one, end in ends if end and one.first]


def _own_work_below(text: str, period: Period) -> int:
    """Where the row ends that claims self-employment below a period alone in its row, as below any heading; else 0."""
    row, end = text.rfind("\n", 0, period.begin) + 1, text.find("\n", period.end)
    if end < 0 or _WORD.search(text[row : period.begin] + text[period.end : end]):
        return 0
    below = text.find("\n", end + 1)
    below = len(text) if below < 0 else below
    told = text[end + 1 : below]
    return below if is_own_work(lowered(told)) and _claims_own_work(told, over=False) else 0


def _claims_own_work(sentence: str, *, over: bool) -> bool:
    """Whether a sentence claims self-employment; over: its date does not go on, so that it has to tell a begin."""
    low = lowered(sentence)
    if not (is_interim(low) or is_own_work(low)) or BESIDE.search(low):
        return False
    if over and not (_tells_begin(low) or STARTED.search(low)):
        return False
    if over and _SINCE_THEN.search(low) and EMPLOYED.search(low):
        return False
    if find_sizes(_SINCE_YEAR.sub(" ", sentence)) and not STARTED.search(low):
        return False
    return not (terms("claims", "no_activity").hits(low) or MEMBER.match(low))


def _tells_begin(low: str) -> bool:
    """Whether a sentence of one's own work tells its foundation, or begins or ends with what begins it."""
    if terms("claims", "founded").hits(low):
        return True
    if FOUNDER.match(low) and (is_interim(low) or terms("claims", "own_trade").hits(low)):
        return True
    return (BEGUN.match(low) or OPENED.search(low)) is not None and is_own_work(low)


def _find_claim_by_years(flow: Flow, sections: Sequence[Section], today: Month) -> Claim | None:
    """What is told to have been done for a number of years until now: it began as many years before today."""
    low = lowered(flow.text)
    for one in find_durations(low):
        told = ANOTHERS.sub(" ", one.told)
        own = terms("claims", "claim").hits(told) or _INTERIM.search(told) is not None
        if (
            own
            and not EMPLOYED.search(one.told)
            and not BESIDE.search(one.told)
            and _is_in_story(flow, sections, one.begin)
        ):
            since = Month(year=today.year - one.years, month=today.month)
            period = Period(begin=one.begin, end=one.end, first=since, last=None, ranged=True, exact=False)
            return Claim(since=since, period=period, begin=one.begin, end=one.end + len(one.told))
    return None


def _find_claim_by_silence(
    flow: Flow, sections: Sequence[Section], periods: Sequence[Period], stations: Sequence[Facts]
) -> Claim | None:
    """What a sentence says to go on since all posts ended, where it tells no employer and nothing private."""
    ends = [one.stint.period.last for one in stations]
    if not ends or any(end is None for end in ends):
        return None
    latest = max(end.number for end in ends if end)
    for period in periods:
        if period.first is None or not (period.open and period.ranged):
            continue
        if not latest - _OVERLAP_MONTHS <= period.first.number <= latest + _YEAR_MONTHS:
            continue
        begin, end = _sentence(flow.text, period)
        told = _is_in_story(flow, sections, period.begin) and _may_claim(flow.text[begin:end])
        if told and _has_words_beside(flow.text, period):
            return Claim(since=period.first, period=period, begin=begin, end=end)
    return None


def _is_in_story(flow: Flow, sections: Sequence[Section], place: int) -> bool:
    number = flow.line_at(place)
    return any(one.kind in _STORY for one in sections if one.first <= number < one.last)


def _has_words_beside(text: str, period: Period) -> bool:
    """Whether the line of a period tells anything else; one that stands alone dates an entry."""
    after = text.find("\n", period.end)
    row = text[text.rfind("\n", 0, period.begin) + 1 : period.begin]
    return _WORD.search(row + " " + text[period.end : after if after >= 0 else len(text)]) is not None


def _may_claim(sentence: str) -> bool:
    low = lowered(sentence)
    known = [terms("claims", key) for key in ("no_activity", "explained", "vague", "private_since")]
    if any(one.hits(low) for one in known) or terms("tasks", "learning").hits(low):
        return False
    words = len(re.findall(r"[^\W\d_]{2,}", sentence))
    return words >= _LEAST_WORDS and not patterns()["legal"].search(" " + sentence) and not EMPLOYED.search(low)


def is_employed_since(claim: Claim, stations: Sequence[Facts], today: Month) -> bool:
    """Whether one post, of no interim work and at a named company, fills the time since a claim was made."""
    return _is_employed(claim.since, stations, today)


def _is_employed(since: Month, stations: Sequence[Facts], today: Month) -> bool:
    for one in stations:
        first, last = one.stint.period.first, one.stint.period.last or today
        head = lowered(" ".join(unit.text for unit in one.units[:_LATEST_HEAD_UNITS]))
        if first is None or terms("claims", "interim").hits(head) or is_own_work(head):
            continue
        covered = last.number - max(first.number, since.number) + 1
        named = bool(one.companies) or one.size is not None
        if named and covered >= _MOST_OF_TIME * (today.number - since.number + 1):
            return True
    return False


def _is_given_up(own: Facts, stations: Sequence[Facts], today: Month) -> bool:
    """Whether self-employment ended more than a year ago and one post fills the time since."""
    last = own.stint.period.last
    return last is not None and today.number - last.number > _YEAR_MONTHS and _is_employed(last, stations, today)


def _tells_alone(text: str, row: int, period: Period) -> bool:
    """Whether a line with a period claims self-employment without the line above."""
    end = text.find("\n", period.end)
    low = lowered(text[row : len(text) if end < 0 else end])
    return terms("claims", "interim").hits(low) or is_own_work(low)


def _sentence(text: str, period: Period) -> tuple[int, int]:
    """The words around a period, up to a sentence's end or a line that stands apart."""
    begin = max(0, period.begin - _REACH)
    before = [found.end() for found in re.finditer(rf"{_SENTENCE_END}\s+|\n\s*\n", text[begin : period.begin])]
    if before and text[: begin + before[-1]].rstrip().endswith("|") and not _stands_with_words(text, period):
        before.pop()
    begin += before[-1] if before else 0
    row = text.rfind("\n", begin, period.begin)
    if row >= begin:
        begin = row + 1 if _tells_alone(text, row + 1, period) else text.rfind("\n", 0, row) + 1
    end = _sentence_end(text, period.end)
    full = text[end : end + 1] == "\n" and end - text.rfind("\n", 0, end) >= _FULL_ROW
    # What a full row of prose leaves for the next one still belongs to the sentence.
    return begin, _sentence_end(text, end + 1) if full else end


def _sentence_end(text: str, at: int) -> int:
    """Where a sentence or its row ends."""
    after = re.search(r"(?<!\bselbst)(?<!\bselbstst)(?<!\bca)[.!?•|](?:\s|$)|\n", text[at : at + _REACH])
    return at + (after.start() if after else min(_REACH, len(text) - at))


def _stands_with_words(text: str, period: Period) -> bool:
    """Whether the cell of a row that a date stands in tells anything else."""
    before = text[text.rfind("|", 0, period.begin) + 1 : period.begin]
    after = re.split(r"[|\n]", text[period.end : period.end + _REACH], maxsplit=1)[0]
    return re.search(r"[^\W\d_]{3,}", before + after) is not None
