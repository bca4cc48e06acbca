"""Sizes that an entry tells of several clients, as "80 to 1,500 employees", and not of one company."""

from __future__ import annotations

from reviewer.checks.claim_patterns import RANGE
from reviewer.checks.company_patterns import find_sizes
from reviewer.checks.station_facts import Facts
from reviewer.checks.vocabulary import lowered


def tells_several_sizes(facts: Facts) -> bool:
    """Whether the size that an entry tells is a range, as of companies that somebody works for."""
    units = [unit for unit in facts.units if facts.size and unit.begin <= facts.size[0] < unit.end]
    sized = [unit.text for unit in units if find_sizes(unit.text)]
    # A narrow cell may part the figures from what they count.
    sized = sized or [" ".join(unit.text for unit in units)]
    return bool(units) and all(RANGE.search(lowered(text)) is not None for text in sized)
