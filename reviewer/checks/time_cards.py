"""Criteria projects and currency: mandates after a claim of self-employment, recent work, and silent years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.cards import Hit
from reviewer.checks.dates import Period
from reviewer.checks.flow import Flow
from reviewer.checks.self_employment import is_employed_since
from reviewer.checks.stamps import Stamp, find_stamp
from reviewer.checks.statements import Kind, classify
from reviewer.checks.station_facts import Facts
from reviewer.checks.told_mandates import find_told_mandates
from reviewer.checks.undated import find_undated_posts
from reviewer.checks.units import Unit
from reviewer.checks.view import View
from reviewer.checks.vocabulary import lowered, terms
from reviewer.domain.findings import Month

_LEAST_MANDATES = 2
_YOUNG_MONTHS = 13
_RECENT_MONTHS, _OLD_MONTHS = 12, 28
_STAMP_RECENT_MONTHS, _STAMP_OLD_MONTHS = 12, 28
_SHORT_GAP_MONTHS, _GAP_MONTHS = 11, 16
_NEAR_STAMP_MONTHS = 6
_LEAST_UNDATED_LINES = 3
_MANY_MONTHS, _HALF = 36, 0.5
_SLACK_MONTHS = 3
_LASTING = re.compile(r"\b\d{1,2}\s?(?:Monate?|months?|Mon\.|mos?\.?)(?!\w)", re.IGNORECASE)
# "Afterwards: 18 months: full-time MSc".
_THEN = re.compile(
    r"\W*(?:[^\W\d_]+\W+){0,3}(?P<months>\d{1,2})\s(?:Monate|months)(?:\s[^\W\d_]+)?\s*[:,(–-]", re.IGNORECASE
)
_CONTENT, _LEAST_CONTENT = re.compile(r"[^\W\d_]{4,}"), 2
_SENTENCE_END = re.compile(r"(?<=[a-zäöüß]{3})[.!?]\s")
_MOST_LINES, _WIDE = 2, 0.75
_NO_LIFE = frozenset(("references", "availability", "contact"))


def find_mandates(view: View) -> list[Facts]:
    """The dated entries that began after self-employment did; all of them where none is claimed."""
    if view.claim is None:
        return list(view.stations)
    since = view.claim.since.number - 2
    return [one for one in view.stations if one.stint.period.first and one.stint.period.first.number >= since]


def judge_projects(view: View) -> Iterator[Hit]:
    """A claim of self-employment, and the mandates that bear it out."""
    mandates = find_mandates(view)
    seen = tuple(view.flow.place(one.stint.period.begin, one.stint.period.end) for one in mandates[:4])
    if view.claim is None:
        if len(view.stations) >= _LEAST_MANDATES:
            yield Hit(rule="no-claim", facts={"count": len(view.stations)}, places=seen)
        else:
            yield Hit(rule="nothing")
            yield from _undated(view)
        return
    year, months = view.claim.since.year, view.today.number - view.claim.since.number
    if len(mandates) >= _LEAST_MANDATES:
        yield Hit(rule="list", facts={"year": year, "count": len(mandates)}, places=seen)
        if len(mandates) == _LEAST_MANDATES and months >= _MANY_MONTHS and _covered(mandates, view) < _HALF * months:
            yield Hit(rule="few", facts={"years": months // 12})
        return
    where = [view.flow.place(view.claim.begin, view.claim.end)]
    where += [view.flow.place(one.stint.begin, min(one.stint.end, one.stint.begin + 90)) for one in view.umbrellas[:3]]
    yield Hit(rule="no-list", facts={"year": year, "count": len(mandates)}, places=tuple(where))
    told = find_told_mandates(view)
    if told and len(told) + len(mandates) >= _LEAST_MANDATES:
        places = tuple(view.flow.place(one.begin, one.end) for one in told[:4])
        yield Hit(rule="told", facts={"count": len(told)}, places=places)
        if len(told) + len(mandates) == _LEAST_MANDATES and months >= _MANY_MONTHS:
            yield Hit(rule="few", facts={"years": months // 12})
    elif mandates:
        yield Hit(rule="one", places=seen)
    if is_employed_since(view.claim, view.stations, view.today):
        yield Hit(rule="employed")
    if months < _YOUNG_MONTHS:
        yield Hit(rule="young", facts={"months": months})
    clients = sum(_clients_told(unit) for one in view.umbrellas for unit in one.units)
    clients += sum(_clients_told(unit, lasting=True) for one in mandates for unit in one.units)
    if clients >= _LEAST_UNDATED_LINES:
        yield Hit(rule="undated-clients", facts={"count": clients})
    yield from _undated(view)


def _covered(mandates: list[Facts], view: View) -> int:
    """How many months the mandates lasted, one after the other."""
    periods = [one.stint.period for one in mandates]
    return sum((one.last or view.today).number - one.first.number + 1 for one in periods if one.first)


def _clients_told(unit: Unit, *, lasting: bool = False) -> int:
    """How many assignments a statement below self-employment tells: for a company of an industry, how long or what.

    lasting asks for how long, as below what is itself a mandate.
    """
    if not terms("industries", "words").hits(lowered(unit.text)):
        return 0
    return len(_LASTING.findall(unit.text)) or int(not lasting and classify(unit, in_head=False) is Kind.TASK)


def _undated(view: View) -> Iterator[Hit]:
    """Projects that are told without a date."""
    for section in view.sections:
        if section.kind != "projects" or section.heading is None:
            continue
        begin = view.flow.starts[section.first] if section.first < len(view.flow.starts) else 0
        dated = any(begin <= one.begin and view.flow.line_at(one.begin) < section.last for one in view.periods)
        if section.last - section.first >= _LEAST_UNDATED_LINES and not dated:
            heading = view.flow.lines[section.heading].text
            yield Hit(rule="undated", facts={"heading": heading}, places=(view.flow.line_place(section.heading),))
            return
    posts = list(find_undated_posts(view))
    if len(posts) >= _LEAST_UNDATED_LINES:
        places = tuple(view.flow.line_place(number) for number in posts[:_LEAST_UNDATED_LINES])
        yield Hit(rule="undated-posts", facts={"count": len(posts)}, places=places)


def _latest(view: View) -> list[Facts]:
    """Self-employment that began after mandates were listed already: it is the mandate that still goes on."""
    mandates = [one.stint.period.first for one in find_mandates(view)]
    return [
        one
        for one in view.umbrellas
        if (first := one.stint.period.first)
        and sum(month is not None and month <= first for month in mandates) >= _LEAST_MANDATES
    ]


def find_newest(view: View, stamp: Stamp | None) -> tuple[Month, Period] | None:
    """The newest month of work, and the entry that tells it; what goes on lasts until the document's own day.

    Self-employment that goes on counts only where no mandate stands below it.
    """
    listed = len(find_mandates(view)) >= _LEAST_MANDATES
    periods = [one.stint.period for one in view.stations]
    periods += [one.stint.period for one in (_latest(view) if listed else view.umbrellas)]
    periods += [view.claim.lasting] if view.claim and not listed else []
    until = min(stamp.month, view.today) if stamp else view.today
    ends = [(min(one.last or until, view.today), one) for one in periods]
    return max(ends, key=lambda pair: pair[0]) if ends else None


def judge_currency(view: View) -> Iterator[Hit]:
    """The newest activity, the document's own date, and silence in between."""
    stamp = find_stamp(view)
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
    listed = len(find_mandates(view)) > _LEAST_MANDATES
    working = [one.stint.period for one in (*view.stations, *(_latest(view) if listed else view.umbrellas))]
    if view.claim and not listed and not _is_told_closer(view, view.claim.period):
        working.append(view.claim.lasting)
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
    for first, end, one in spans[1:]:
        months = first.number - last.number - 1
        if months >= _SHORT_GAP_MONTHS:
            told: dict[str, str | int] = {"first": str(last), "last": str(first), "months": months}
            places = tuple(view.flow.place(each.begin, each.end) for each in (one, before))
            rule = (
                _explained(view, last, first)
                or _lasts_as_long(view, before, months)
                or ("gap" if months >= _GAP_MONTHS else "short-gap")
            )
            yield Hit(rule=rule, facts=told, places=places)
        if end > last:
            last, before = end, one


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
