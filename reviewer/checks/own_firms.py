"""Firms of one's own: those of the person's name, and those for interim work that a founder, owner or partner leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reviewer.checks.client_sizes import tells_several_sizes
from reviewer.checks.companies import trades
from reviewer.checks.given_names import folded, is_given
from reviewer.checks.inner_posts import told_rows
from reviewer.checks.labels import without_label
from reviewer.checks.late_patterns import late
from reviewer.checks.own_work import is_own_work
from reviewer.checks.station_facts import Facts
from reviewer.checks.vocabulary import Span, lowered, terms

_LATEST_HEAD_UNITS = 4
_ROWS, _SHORTEST_NAME, _MOST_TASKS, _LEAST_MONTHS, _MOST_OF_A_TRADE = 2, 3, 3, 18, 9
# What parts a post from the firm it is held at.
_PARTED = late(r"\s*[,|(;@]\s*|\s[-–/]\s|\s(?:bei|beim|at|of|der|des|von|für|for|in)\s")
# Through whom, or in whose name, somebody works at a client.
_THROUGH = late(r"\b(?:via|über|ueber|through|durch|im auftrag|on behalf)\s(?!\d)")
# Without one of these no trade of consultants is named.
_OF_TRADES = ("onsult", "berat", "dvisor", "Berat")
# A firm that goes by a name and its trade, as "Muster Strategy Consultants", and a rank at an employer; no such is
# "Freie Unternehmensberatung".
_NAMED_TRADE = late(
    r"\b(?!(?i:interim|strateg|manag|unternehm|business|senior|inhab|gründ|gesell|geschäft|owner|founder|partner|princip))"
    r"[A-ZÄÖÜ][\w'’&.-]*(?: (?:& )?(?!Interim)[A-ZÄÖÜ][\w'’&.-]*){0,3}?"
    r" (?:Consultants|Management Consult(?:ing|ants)|Advisors|(?<!e )(?:Unternehmens|Management)berat(?:ung|er)\w*)\b"
    r"|\b(?i:principal|managing|associate|junior|staff) (?:[A-Z]\w+ )?(?i:consultant|berater|advisor)"
    r"|\b(?i:senior|lead|executive) (?:[A-Z]\w+ )?(?i:consultant|berater(?:in)?|advisor) (?:at|bei|beim) [A-ZÄÖÜ]"
)
# A firm's name for interim work.
_INTERIM_NAME = late(r"\b[A-ZÄÖÜ][\w'’&.-]*\s(?:Executive\s)?Interim\b|\bInterim(?:[ -]?Management)?\s(?!M)[A-ZÄÖÜ]\w+")


def is_own_firm(facts: Facts, bearer: frozenset[str]) -> bool:
    """Whether the post is at the person's own firm; bearer: parts of the person's name."""
    told = [unit for unit in told_rows(facts) if unit not in facts.reporting]
    rows = [
        without_label(unit.text) for unit in told[:_ROWS] if not terms("tasks", "reporting").hits(lowered(unit.text))
    ]
    single = facts.size is not None and not tells_several_sizes(facts)
    return not single and (_is_of_bearer(facts, rows, bearer) or _is_led(facts, rows) or _is_owned(facts, rows))


def without_named_trades(text: str) -> str:
    """A text without firms that go by a name and a trade of consultants, which say nothing of one's own work."""
    return _NAMED_TRADE.sub(" ", text) if any(map(text.__contains__, _OF_TRADES)) else text


def _is_of_bearer(facts: Facts, rows: list[str], bearer: frozenset[str]) -> bool:
    """Whether a consultant's firm of the person's name stands in the first rows, led by them, and no other company."""
    if not _has_part(rows, lambda part: _names_bearers_firm(part, bearer)):
        return False
    if not all(_holds(facts, begin, end, bearer) for begin, end in facts.companies):
        return False
    if _begins_with(rows, "leading", "partner", "principal") or is_own_work(lowered(" ".join(rows))):
        return True
    alone = len(rows) == 1 and not terms("tasks", "titles").hits(lowered(rows[0]))
    return (alone or _begins_with(rows, "consulting")) and _lasts(facts) and not _tells_trade(facts)


def _names_bearers_firm(part: str, bearer: frozenset[str]) -> bool:
    """Whether words are a firm of consultants or managers with the person's name in it and no other's."""
    low = lowered(part)
    return terms("claims", "firm").hits(low) and _is_bearers_name(part, bearer) and not _THROUGH.search(low)


def _is_bearers_name(part: str, bearer: frozenset[str]) -> bool:
    words = part.split()
    own = {at for at, word in enumerate(words) if bearer & _folded(word)}
    return bool(own) and not any(is_given(word.strip(".,()")) for at, word in enumerate(words) if at not in own)


def _folded(word: str) -> set[str]:
    return {part for part in folded(word.strip(".,;:()|")).split("-") if len(part) >= _SHORTEST_NAME}


def _holds(facts: Facts, begin: int, end: int, bearer: frozenset[str]) -> bool:
    """Whether a company's name is part of a row that names the person."""
    rows = [unit.text for unit in facts.units if unit.begin <= begin and end <= unit.end]
    return any(bearer & _folded(word) for row in rows for word in row.split())


def _is_led(facts: Facts, rows: list[str]) -> bool:
    """Whether somebody leads a firm for interim work, or one without a name, by their title, or consults as well."""
    low = lowered(" ".join(without_named_trades(unit.text) for unit in facts.units[:_LATEST_HEAD_UNITS]))
    if _is_lasting(facts) and _begins_with(rows[:1], "consultant_too"):
        return True
    if not terms("claims", "interim").hits(low):
        return False
    owner = _begins_with([*rows, facts.title], "partner")
    if owner and _is_lasting(facts) and _tells_interim_work(facts):
        return True
    if owner and (not facts.companies or terms("claims", "interim_firm").hits(low) or is_own_work(low)):
        return True
    return _is_lasting(facts) and (owner or _begins_with(rows, "principal")) and _has_part(rows, _is_interim_firm)


def _tells_interim_work(facts: Facts) -> bool:
    """Whether a short statement below the first says that work is done for a time, as a firm's line of business."""
    below = [unit for unit in told_rows(facts, _LATEST_HEAD_UNITS)[1:] if len(unit.text.split()) <= _MOST_OF_A_TRADE]
    return any(begin == 0 for unit in below for begin, _ in _interim_words(lowered(unit.text)))


def _interim_words(low: str) -> list[Span]:
    return [*terms("claims", "interim").find(low), *terms("claims", "interim_work").find(low)]


def _is_owned(facts: Facts, rows: list[str]) -> bool:
    """Whether a firm of consultants or managers belongs to somebody by their title, and nothing is told of it."""
    told = _is_lasting(facts) and not _tells_trade(facts) and _begins_with(rows, "owner")
    return told and _has_part(rows, lambda part: terms("claims", "firm").hits(lowered(part)))


def _is_lasting(facts: Facts) -> bool:
    """Whether an entry goes on and tells hardly what was done."""
    return facts.stint.period.open and len(facts.tasks) <= _MOST_TASKS


def _lasts(facts: Facts) -> bool:
    """Whether an entry goes on or lasted longer than most mandates do."""
    first, last = facts.stint.period.first, facts.stint.period.last
    return first is None or last is None or last.number - first.number >= _LEAST_MONTHS


def _tells_trade(facts: Facts) -> bool:
    """Whether an entry tells an industry in other words than those of a consultant's own trade."""
    if facts.industry is None:
        return False
    told = " ".join(
        unit.text for unit in facts.units if unit.begin < facts.industry[1] and facts.industry[0] < unit.end
    )
    low = lowered(told)
    own = {span for word in terms("claims", "own_trade").find(low) for span in range(*word)}
    return any(not own.issuperset(range(*span)) for span in trades(low))


def _begins_with(rows: list[str], *keys: str) -> bool:
    """Whether a part of a row begins with a title of one of the lists."""
    return any(begin == 0 for text in _heads(rows) for key in keys for begin, _ in terms("claims", key).find(text))


def _has_part(rows: list[str], holds: Callable[[str], bool]) -> bool:
    return any(holds(part) for row in rows for part in _parts(row))


def _is_interim_firm(part: str) -> bool:
    """Whether words are the name of a firm for interim work, as "Muster Interim Partners", and no post."""
    low = lowered(part).replace("interim", "").replace("partners", "").replace("executives", "")
    return not terms("tasks", "titles").hits(low) and _INTERIM_NAME.search(part) is not None


def _parts(row: str) -> Iterator[str]:
    """The parts of a row, as a post and the firm it is held at."""
    begin = 0
    for found in _PARTED.finditer(row):
        yield row[begin : found.start()]
        begin = found.end()
    yield row[begin:]


def _heads(rows: list[str]) -> Iterator[str]:
    """The parts of the rows in small letters, without the signs before their first word."""
    for row in rows:
        for part in _parts(row):
            yield lowered(part).lstrip(" :•–-(")
