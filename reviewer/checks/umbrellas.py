"""Entries that are the self-employment itself: one's own firm or practice, with or without mandates below it."""

from __future__ import annotations

from reviewer.checks.claim_patterns import (
    BESIDE,
    CLIENTS,
    CONTRACT,
    FIELDS,
    RANGE,
    SEVERAL,
    VARIOUS,
    VARIOUS_WRITTEN,
    WITHHELD,
)
from reviewer.checks.client_sizes import tells_several_sizes
from reviewer.checks.companies import trades
from reviewer.checks.company_patterns import find_sizes, patterns
from reviewer.checks.given_names import folded
from reviewer.checks.inner_posts import (
    LEAST_INNER,
    ROWS_OF_CLAIM,
    find_inner_clients,
    find_inner_posts,
    told_rows,
)
from reviewer.checks.labels import is_label
from reviewer.checks.late_patterns import late
from reviewer.checks.own_firms import is_own_firm, without_named_trades
from reviewer.checks.own_work import is_own_work
from reviewer.checks.station_facts import Facts
from reviewer.checks.stations import PERHAPS
from reviewer.checks.vocabulary import lowered, terms

_LATEST_HEAD_UNITS = 4
_LEAST_MONTHS, _MANY_MONTHS = 18, 48
_ROWS_OF_CLIENT, _FEW_WORDS = 3, 2
_ROWS_ABOVE, _FEW_TASKS, _MANY_TRADES = 2, 1, 3


def is_umbrella(facts: Facts, bearer: frozenset[str]) -> bool:
    """Whether an entry is the self-employment itself and names no single client; bearer: parts of the person's name."""
    return _is_own_work(facts, bearer) and not BESIDE.search(lowered(facts.units[0].text if facts.units else ""))


def _is_own_work(facts: Facts, bearer: frozenset[str]) -> bool:
    """Whether it is, whatever stands beside it."""
    if is_own_firm(facts, bearer):
        return True
    if _is_namesakes_firm(facts, bearer) or _heads_mandates(facts) or _spans_mandates(facts, bearer):
        return True
    rows = [unit.text for unit in facts.units if not is_label(unit.text) and unit not in facts.reporting]
    units = [text for text in rows if not (facts.companies and CONTRACT.match(lowered(text)))]
    head = WITHHELD.sub(" ", lowered(" ".join(map(without_named_trades, units[:_LATEST_HEAD_UNITS]))))
    if not facts.companies and _serves_many(facts) and _is_claim_row(facts, rows=_LATEST_HEAD_UNITS):
        return True
    told = _tells_client(facts)
    if facts.stint.section in PERHAPS and facts.stint.period.open and not told and _is_claim_row(facts, rows=2):
        return True
    interim = terms("claims", "interim").hits(head)
    # A word or two below may be the rest of a wrapped line.
    first = lowered(" ".join([*units[:2], *(text for text in units[2:3] if len(text.split()) <= _FEW_WORDS)]))
    months = _months(facts)
    if not (interim or is_own_work(head)) or (facts.size and not tells_several_sizes(facts)):
        return False
    leading = lowered(units[0]) if units else ""
    many_years = _is_for_many_years(facts, leading, head, months)
    if not many_years and _tells_industry(facts, units[:_LATEST_HEAD_UNITS]):
        return False
    if not facts.companies and (terms("claims", "various").hits(head) or VARIOUS.search(head)):
        return True
    named = bool(facts.companies) and not is_own_work(first)
    if months < _LEAST_MONTHS or named:
        return False
    bare = interim and not facts.companies and not facts.tasks and facts.stint.period.open
    own = is_own_work(first) and (interim or len(facts.tasks) <= _FEW_TASKS)
    return own or bare


def _months(facts: Facts) -> int:
    """How long an entry lasted; one that goes on counts as long enough."""
    first, last = facts.stint.period.first, facts.stint.period.last
    return last.number - first.number if first and last else _MANY_MONTHS


def _is_for_many_years(facts: Facts, first: str, head: str, months: int) -> bool:
    """Whether an entry without a company is of one's own work for several, or for so long that it is no mandate."""
    own = is_own_work(first)
    if facts.companies or not (own or terms("claims", "interim").hits(first)):
        return False
    several = terms("claims", "various").hits(head) or VARIOUS.search(head) or SEVERAL.search(head)
    return bool(several) or (own and months >= _MANY_MONTHS)


def _is_namesakes_firm(facts: Facts, bearer: frozenset[str]) -> bool:
    """Whether an entry is a firm of the person's name with several pieces of work, and tells no trade or size."""
    if facts.size or facts.industry or not facts.companies:
        return False
    head = lowered(" ".join(unit.text for unit in facts.units[:_LATEST_HEAD_UNITS]))
    return bool(bearer & _words(head)) and (terms("claims", "various").hits(head) or SEVERAL.search(head) is not None)


def _heads_mandates(facts: Facts) -> bool:
    """Whether an entry begins with self-employment for changing clients, and names a company only below that."""
    if len(facts.units) <= _ROWS_ABOVE or not facts.companies:
        return False
    above = facts.units[:_ROWS_ABOVE]
    if min(begin for begin, _ in facts.companies) < above[-1].end:
        return False
    head = lowered(" ".join(unit.text for unit in above))
    first = lowered(above[0].text)
    if not (is_own_work(first) or terms("claims", "interim").hits(first)):
        return False
    return terms("claims", "various").hits(head) or VARIOUS.search(head) is not None


def _spans_mandates(facts: Facts, bearer: frozenset[str]) -> bool:
    """Whether an entry begins with self-employment that lasts, and posts without dates of their own stand below it.

    Of two clients at least, where a company that is not the person's own stands in its head.
    """
    rows = told_rows(facts, ROWS_OF_CLAIM)
    head = lowered(" ".join(unit.text for unit in rows))
    named = bool(bearer & _words(head))
    led = named or terms("claims", "partner").hits(head)
    own = is_own_work(head) or (terms("claims", "interim").hits(head) and led)
    if not own or _months(facts) < _LEAST_MONTHS:
        return False
    at_client = not named and any(begin < rows[-1].end for begin, _ in facts.companies)
    clients = len(find_inner_clients(facts))
    posts = len(find_inner_posts(facts))
    return clients > LEAST_INNER or (posts >= LEAST_INNER and (clients >= LEAST_INNER or not at_client))


def _words(head: str) -> set[str]:
    """The plain words of a text in small letters, as parts of a name are kept."""
    return {part for word in head.split() for part in folded(word.strip(".,;:()|")).split("-")}


# What several pieces of work were for, as in "numerous projects in industry and trade".
_IN_SEVERAL = late(rf"(?:{VARIOUS_WRITTEN})\w*\s+.{{1,80}}")


def _tells_industry(facts: Facts, units: list[str]) -> bool:
    """Whether the industry is another than the person's own trade, consulting, and no field of their work."""
    if facts.industry is None:
        return False
    fields = [unit for unit in facts.units if _tells_fields(unit.text)]
    head = lowered(" ".join(text for text in units if not _tells_fields(text)))
    own = {span for word in terms("claims", "own_trade").find(head) for span in range(*word)}
    own |= {span for word in _IN_SEVERAL.finditer(head) for span in range(*word.span())}
    of_field = any(unit.begin <= facts.industry[0] < unit.end for unit in fields)
    return any(not own.issuperset(range(*span)) for span in trades(head)) or not (own or of_field)


def _tells_fields(text: str) -> bool:
    """Whether a statement lists what somebody works in, or for how many, and tells nothing of one client."""
    low = lowered(text)
    if find_sizes(text) or patterns()["legal"].search(" " + text):
        return False
    return bool(FIELDS.match(low) or VARIOUS.search(low)) or len(set(trades(low))) >= _MANY_TRADES


def _tells_client(facts: Facts) -> bool:
    """Whether the first statements of an entry name a company or its size; what stands further below is of others."""
    end = max((unit.end for unit in facts.units[:_ROWS_OF_CLIENT]), default=facts.stint.begin)
    return any(begin < end for begin, _ in facts.companies) or (facts.size is not None and facts.size[0] < end)


def _serves_many(facts: Facts) -> bool:
    """Whether an entry tells of clients of several sizes, not of one: "firms of 150 to 2,000 employees"."""
    told = (lowered(unit.text) for unit in facts.units if unit not in facts.tasks)
    return any(CLIENTS.search(low) and RANGE.search(low) for low in told)


def _is_claim_row(facts: Facts, rows: int = 1) -> bool:
    """Whether the first words of an entry claim self-employment, as a line below the name does."""
    first = lowered(" ".join(unit.text for unit in facts.units[:rows]))
    return terms("claims", "interim").hits(first) or is_own_work(first)
