"""What a station tells: its title, the industry and size of the company, and what was done."""

from __future__ import annotations

from reviewer.checks.companies import find_companies, find_industry, in_title
from reviewer.checks.company_patterns import find_sizes, patterns
from reviewer.checks.company_sizes import find_sites, find_size
from reviewer.checks.flow import Flow
from reviewer.checks.labels import is_doing_label, is_label
from reviewer.checks.records import record
from reviewer.checks.statements import Kind, classify, tells_doing
from reviewer.checks.stations import Stint
from reviewer.checks.titles import find_title
from reviewer.checks.units import Unit, make_units
from reviewer.checks.vocabulary import Span, lowered, terms

_MOST_OF_A_PAUSE = 3
_MOST_IN_HEAD, _FEW_WORDS, _MOST_OF_A_TITLE = 4, 4, 9


@record
class Facts:
    """A station with what it tells; spans are places in the flow's text, None where nothing is told.

    head counts the units at the beginning that say who and where.
    """

    stint: Stint
    title: str
    industry: Span | None
    size: Span | None
    sites: Span | None
    soft_size: Span | None
    tasks: tuple[Unit, ...]
    perhaps: tuple[Unit, ...]
    cryptic: tuple[Unit, ...]
    vague: tuple[Unit, ...]
    subjects: tuple[Unit, ...]
    reporting: tuple[Unit, ...]
    units: tuple[Unit, ...]
    head: int
    companies: tuple[Span, ...]


def tell(flow: Flow, stint: Stint) -> Facts:
    """All that a station tells."""
    units = tuple(make_units(flow, stint))
    companies = tuple(find_companies(flow, stint))
    head = _head_count(units)
    kinds = [(unit, classify(unit, in_head=place < head)) for place, unit in enumerate(units)]
    told = {kind: tuple(unit for unit, found in kinds if found is kind) for kind in Kind}
    area = flow.text[stint.begin : stint.end]
    period = stint.period
    dated = ((period.begin, period.end), *((period.tail,) if period.tail else ()))
    return Facts(
        stint=stint,
        title=find_title(units),
        industry=find_industry(units, told[Kind.TASK] + told[Kind.REPORTING], head, named=bool(companies)),
        size=find_size(area, stint.begin, told[Kind.REPORTING], units, told[Kind.TASK], dated),
        sites=find_sites(units, told[Kind.TASK]),
        soft_size=_soft_size(units, told[Kind.TASK] + told[Kind.REPORTING]),
        tasks=told[Kind.TASK],
        perhaps=told[Kind.PERHAPS],
        cryptic=told[Kind.CRYPTIC],
        vague=told[Kind.VAGUE],
        subjects=told[Kind.SUBJECTS],
        reporting=told[Kind.REPORTING],
        units=units,
        head=head,
        companies=companies,
    )


def _head_count(units: tuple[Unit, ...]) -> int:
    """How many statements at the beginning say who and where: up to what was done or its label; others count not."""
    told = 0
    post = company = False
    for place, unit in enumerate(units):
        if told and is_doing_label(unit.text):
            return place
        if is_label(unit.text):
            continue
        words = len(unit.text.split())
        below = place > 0 and units[place - 1].begin != unit.begin
        sentence = words > _MOST_OF_A_TITLE and not patterns()["legal"].search(unit.text)
        bullet = unit.bullet and (below or place == 0 or words > _FEW_WORDS)
        if told >= _MOST_IN_HEAD or (told and (sentence or bullet)):
            return place
        names = _names(unit)
        if post and company and below and not any(names) and tells_doing(unit.text):
            return place
        post, company = post or names[0], company or names[1]
        told += 1
    return len(units)


def _soft_size(units: tuple[Unit, ...], doings: tuple[Unit, ...]) -> Span | None:
    """Where words tell the company's size, as "Mittelstand" does; a post, a rank and what was done tell none."""
    for unit in units:
        low = lowered(unit.text)
        found = [] if unit in doings else terms("sizes", "soft").find(low)
        titles = terms("tasks", "titles").find(low)
        if any(not in_title(low, begin, end, titles) for begin, end in found):
            return unit.begin, unit.end
    return None


def _names(unit: Unit) -> tuple[bool, bool]:
    """Whether a statement names a post, and a company by its form or size."""
    company = patterns()["legal"].search(" " + unit.text) is not None or bool(find_sizes(unit.text))
    return terms("tasks", "titles").hits(lowered(unit.text)), company


def is_pause(facts: Facts) -> bool:
    """Whether an entry says why there was no work: parental leave, a sabbatical, illness."""
    head = lowered(" ".join(unit.text for unit in facts.units[:2]))
    told = facts.companies or facts.size or len(facts.units) > _MOST_OF_A_PAUSE
    reason = terms("claims", "explained").hits(head) or terms("claims", "vague").hits(head)
    return reason and not told and not terms("tasks", "titles").hits(head)
