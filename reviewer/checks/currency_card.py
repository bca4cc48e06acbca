"""Criterion currency: recent work, the document's own day, and silent years with what explains them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewer.checks.cards import Hit
from reviewer.checks.dates import Period
from reviewer.checks.flow import Flow
from reviewer.checks.late_patterns import late
from reviewer.checks.projects_card import LEAST_MANDATES, find_mandates
from reviewer.checks.stamps import Stamp
from reviewer.checks.station_facts import Facts
from reviewer.checks.view import View
from reviewer.checks.vocabulary import lowered, terms
from reviewer.domain.findings import Month

_RECENT_MONTHS, _OLD_MONTHS = 13, 28
_STAMP_RECENT_MONTHS, _STAMP_OLD_MONTHS = 12, 28
_SHORT_GAP_MONTHS, _GAP_MONTHS = 11, 16
_NEAR_STAMP_MONTHS = 6
_HALF = 0.5
_SLACK_MONTHS = 3
# "Afterwards: 18 months: full-time MSc".
_THEN = late(r"\W*(?:[^\W\d_]+\W+){0,3}(?P<months>\d{1,2})\s(?:Monate|months)(?:\s[^\W\d_]+)?\s*[:,(–-]", re.IGNORECASE)
_CONTENT, _LEAST_CONTENT = re.compile(r"[^\W\d_]{4,}"), 2
_SENTENCE_END = late(r"(?<=[a-zäöüß]{3})[.!?]\s")
_MOST_LINES, _WIDE = 2, 0.75
_MANDATE = late(
    r"\b(?:mandat|projekt|einsatz|interim|leite|führe|verantworte|assignment|mandate|project|leading|running)\b"
)
_NO_LIFE = frozenset(("references", "availability", "contact"))


def _latest(view: View) -> list[Facts]:
    """Self-employment that began after mandates were listed already: it is the mandate that still goes on."""
    mandates = [one.stint.period.first for one in find_mandates(view)]
    return [
        one
        for one in view.umbrellas
        if (first := one.stint.period.first)
        and sum(month is not None and month <= first for month in mandates) >= LEAST_MANDATES
    ]


def _told_now(view: View) -> list[Period]:
    """What a sentence outside the entries tells to go on, as "my present mandate since 02/2025", if newer than they."""
    begins = [one.stint.period.first for one in find_mandates(view)]
    entries = {one.stint.period for one in (*view.stations, *view.umbrellas, *view.others)}
    entries |= {view.claim.period} if view.claim else set()
    return [
        one
        for one in view.periods
        if one.first and one.open and one.exact and one not in entries
        if sum(month is not None and month <= one.first for month in begins) >= LEAST_MANDATES
        and _is_work(lowered(_row_of(view, one) + " " + _sentence_of(view, one)))
    ]


def _is_work(low: str) -> bool:
    """Whether words tell of a mandate or a post that goes on, and of nothing private, learnt or awaited."""
    known = [terms("claims", key) for key in ("no_activity", "explained", "private_since")]
    if any(one.hits(low) for one in known) or terms("tasks", "learning").hits(low):
        return False
    return terms("tasks", "titles").hits(low) or _MANDATE.search(low) is not None


def find_newest(view: View, stamp: Stamp | None) -> tuple[Month, Period] | None:
    """The newest month of work, and the entry that tells it; what goes on lasts until the document's own day.

    Self-employment that goes on counts only where no mandate stands below it.
    """
    listed = len(find_mandates(view)) >= LEAST_MANDATES
    periods = [one.stint.period for one in view.stations]
    periods += [one.stint.period for one in (_latest(view) if listed else view.umbrellas)]
    periods += [view.claim.lasting] if view.claim and not listed else []
    periods += _told_now(view)
    until = min(stamp.month, view.today) if stamp else view.today
    ends = [(min(one.last or until, view.today), one) for one in periods]
    return max(ends, key=lambda pair: pair[0]) if ends else None


def judge_currency(view: View, stamp: Stamp | None) -> Iterator[Hit]:
    """The newest activity, the document's own date, and silence in between."""
    newest = find_newest(view, stamp)
    if newest is None:
        yield Hit(rule="undated")
    else:
        month, period = newest
        # What ended shortly before the document was written is as old as the document.
        near = stamp is not None and 0 < stamp.month.number - month.number <= _NEAR_STAMP_MONTHS
        months = view.today.number - (stamp.month if stamp and near else month).number
        rule = "recent" if months <= _RECENT_MONTHS else "ageing" if months <= _OLD_MONTHS else "old"
        place = view.flow.place(period.begin, period.end)
        if rule != "recent" and _is_paused(view, month):
            rule = "paused"
        yield Hit(rule=rule, facts={"month": str(month), "months": months}, places=(place,))
    if stamp:
        months = view.today.number - stamp.month.number
        if months > _STAMP_RECENT_MONTHS:
            rule = "old-stamp" if months > _STAMP_OLD_MONTHS else "ageing-stamp"
            yield Hit(rule=rule, facts={"month": str(stamp.month)}, places=(stamp.place,) if stamp.place else ())
    yield from _gaps(view)


def _gaps(view: View) -> Iterator[Hit]:
    """Silence after the first post; self-employment that has a list of mandates fills no gap, learning does."""
    listed = len(find_mandates(view)) >= LEAST_MANDATES
    working = [one.stint.period for one in (*view.stations, *(_latest(view) if listed else view.umbrellas))]
    if view.claim and not listed and not _is_told_closer(view, view.claim.period):
        working.append(view.claim.lasting)
    working += _told_now(view)
    begins = [one.first for one in working if one.first]
    if not begins:
        return
    learning = [one.stint.period for one in view.others if not _is_vague(_head(one))]
    spans = sorted(
        (
            (max(one.first, min(begins)), one.last or view.today, one)
            for one in (*working, *learning)
            if one.first and (one.last or view.today) >= min(begins)
        ),
        key=lambda span: span[:2],
    )
    last, before = spans[0][1], spans[0][2]
    said: set[str] = set()
    for first, end, one in spans[1:]:
        months = first.number - last.number - 1
        if months >= _SHORT_GAP_MONTHS:
            told: dict[str, str | int] = {"first": str(last), "last": str(first), "months": months}
            places = tuple(view.flow.place(each.begin, each.end) for each in (one, before))
            rule = _explained(view, last, first) or _lasts_as_long(view, before, months) or _framed(view, last, first)
            rule = rule or ("gap" if months >= _GAP_MONTHS else "short-gap")
            if not (rule == "framed" and rule in said):
                yield Hit(rule=rule, facts=told, places=places)
            said.add(rule)
        if end > last:
            last, before = end, one


def _framed(view: View, last: Month, first: Month) -> str:
    """The rule where self-employment spans a silent time between mandates, or before the first of two; else empty."""
    entries = [one.stint.period for one in view.umbrellas]
    mandates = [one.stint.period.first for one in find_mandates(view) if one.stint.period.first]
    begun = view.claim is not None and view.claim.since.number <= last.number + _SLACK_MONTHS
    if view.claim and begun and len(mandates) == LEAST_MANDATES and first == min(mandates):
        entries.append(replace(view.claim.lasting, first=last))
    spans = any(one.first and one.first <= last and (one.last or view.today) >= first for one in entries)
    if not spans:
        return ""
    return "framed" if first.number - last.number > _GAP_MONTHS else "explained"


def _is_told_closer(view: View, claimed: Period) -> bool:
    """Whether an entry of self-employment tells the month of a claim that knows the year alone."""
    begins = [one.stint.period for one in view.umbrellas]
    year = claimed.first.year if claimed.first else 0
    return not claimed.exact and any(one.exact and one.first and one.first.year == year for one in begins)


def _is_paused(view: View, last: Month) -> bool:
    """Whether a line says what fills the time since the newest work until today, as parental leave does."""
    work = _worked(view)
    since = view.today.number - last.number
    return any(
        one.first is not None
        and one not in work
        and (one.last or view.today).number - max(one.first.number, last.number) >= _HALF * since
        and _says_why(view, one)
        and not _is_vague(_row_of(view, one))
        for one in view.periods
    )


def _worked(view: View) -> set[Period]:
    """The periods of work, which explain no silence: of entries, and of a claim wherever it stands."""
    claimed = {view.claim.period} if view.claim else set()
    return {one.stint.period for one in (*view.stations, *view.umbrellas)} | claimed


def _explained(view: View, last: Month, first: Month) -> str:
    """The rule where a dated line anywhere covers half of a silent time and fits into it, or says why; else empty."""
    work = _worked(view)
    found = ""
    for one in view.periods:
        if one.first is None or one in work:
            continue
        end = one.last or view.today
        covered = min(end.number, first.number) - max(one.first.number, last.number)
        if covered >= _HALF * (first.number - last.number) and (_fits(one, last, first, view) or _says_why(view, one)):
            if not _is_vague(_row_of(view, one)):
                return "explained"
            found = "hinted"
    return found


def _lasts_as_long(view: View, before: Period, months: int) -> str:
    """The rule where the entry before a silence says what came then, and for as many months; else empty."""
    for facts in view.stations:
        if facts.stint.period is not before:
            continue
        text = view.flow.text[facts.stint.begin : facts.stint.end]
        for line in text.split("\n"):
            found = _THEN.match(line)
            if found and abs(int(found["months"]) - months) <= _SLACK_MONTHS and _CONTENT.search(line, found.end()):
                return "hinted" if _is_vague(line) else "explained"
    return ""


def _head(facts: Facts) -> str:
    return " ".join(unit.text for unit in facts.units[:2])


def _is_vague(text: str) -> bool:
    """Whether a text says only that there was a reason, not which."""
    low = lowered(text)
    kept, place = [], 0
    for begin, end in terms("claims", "vague").find(low):
        kept.append(low[place:begin])
        place = max(place, end)
    rest = "".join(kept) + low[place:]
    told = terms("claims", "explained").hits(rest) or terms("tasks", "learning").hits(rest)
    return place > 0 and not told and len(_CONTENT.findall(rest)) < _LEAST_CONTENT


def _fits(period: Period, last: Month, first: Month, view: View) -> bool:
    """Whether a period with both ends lies within a silent time, but for a few months, and tells something but work."""
    if period.first is None or period.last is None or not period.ranged:
        return False
    within = period.first.number >= last.number - _SLACK_MONTHS and period.last.number <= first.number + _SLACK_MONTHS
    section = next((one for one in view.sections if one.first <= view.flow.line_at(period.begin) < one.last), None)
    return within and section is not None and section.kind not in _NO_LIFE


def _says_why(view: View, period: Period) -> bool:
    """Whether the line of a period, or the next where it stands alone, tells of learning or of a pause."""
    around = lowered(_row_of(view, period) + "\n" + _sentence_of(view, period))
    if terms("claims", "no_activity").hits(around):
        return False
    return terms("claims", "explained").hits(around) or terms("tasks", "learning").hits(around)


def _sentence_of(view: View, period: Period) -> str:
    """The sentence around a date, as far as its lines run to the edge and so go on below."""
    flow = view.flow
    number = flow.line_at(period.begin)
    first = last = number
    while first > 0 and number - first < _MOST_LINES and _goes_on(flow, first - 1):
        first -= 1
    while last + 1 < len(flow.lines) and last - number < _MOST_LINES and _goes_on(flow, last):
        last += 1
    begin, end = flow.starts[first], flow.starts[last] + len(flow.lines[last].text)
    before = list(_SENTENCE_END.finditer(flow.text, begin, period.begin))
    after = _SENTENCE_END.search(flow.text, period.end, end)
    return flow.text[before[-1].end() if before else begin : after.start() if after else end]


def _goes_on(flow: Flow, number: int) -> bool:
    """Whether a line runs to the edge of its column and the next begins below it."""
    line, below = flow.lines[number], flow.lines[number + 1]
    wide = line.rect[2] - line.rect[0] >= _WIDE * (flow.reach(number) - line.rect[0])
    return wide and line.page == below.page and abs(line.rect[0] - below.rect[0]) < line.size


def _row_of(view: View, period: Period) -> str:
    """The line of a period, with the next where it stands alone."""
    text = view.flow.text
    row, after = text.rfind("\n", 0, period.begin) + 1, text.find("\n", period.end)
    after = len(text) if after < 0 else after
    if not re.search(r"[^\W\d_]{3,}", text[row : period.begin] + text[period.end : after]):
        below = text.find("\n", after + 1)
        after = len(text) if below < 0 else below
    return text[row:after]
