"""Mandates without dates of their own below one period, each told as an entry for what is judged entry by entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reviewer.checks.company_list import with_company_list
from reviewer.checks.company_patterns import find_sizes, patterns
from reviewer.checks.entry_labels import with_labelled_industries
from reviewer.checks.flow import Flow
from reviewer.checks.late_patterns import late
from reviewer.checks.posts import is_post
from reviewer.checks.station_facts import Facts, tell
from reviewer.checks.stations import Stint
from reviewer.checks.vocabulary import lowered, terms

_LEAST_LABELS, _LEAST_HEADS = 3, 2
_MOST_OF_A_COMPANY, _SAME_EDGE = 9, 3.0
_COMPANY_LABEL = late(
    r"(?:unternehmen|kunde|klient|mandant|auftraggeber|firma|arbeitgeber|einsatzunternehmen|gesellschaft|organisation"
    r"|client|customer|company|employer|organization)(?=\W*$|\s*[:|]|\s+[A-ZÄÖÜ])",
    re.IGNORECASE,
)
_BULLET = late(r"\s*[•●○◦▪■□▸►▶‣⁃∙·*»✓✔◆➢➤→–-]\s")


def with_undated_parts(flow: Flow, stations: Sequence[Facts], umbrellas: Sequence[Facts]) -> tuple[Facts, ...]:
    """The stations, each that holds several mandates as these; so are those within a time of self-employment."""
    told: list[Facts] = []
    parted = False
    for one in (*stations, *umbrellas):
        parts = _parts(flow, one)
        parted = parted or bool(parts)
        told += parts or ([] if one in umbrellas else [one])
    if not parted:
        return tuple(told)
    told.sort(key=lambda one: one.stint.begin)
    return tuple(with_company_list(flow, with_labelled_industries(flow, told)))


def _parts(flow: Flow, facts: Facts) -> list[Facts]:
    """The mandates within an entry; none where it is one, or where they cannot be told apart."""
    stint = facts.stint
    begins = _begins(flow, stint)
    if not begins:
        return []
    edges = [stint.begin, *(flow.starts[number] for number in begins if flow.starts[number] > stint.begin), stint.end]
    spans = pairwise(edges)
    parts = [tell(flow, replace(stint, begin=first, end=last)) for first, last in spans if last > first]
    if facts.industry and not stint.begin <= facts.industry[0] < stint.end:
        # A heading's holds for each.
        parts = [replace(one, industry=one.industry or facts.industry) for one in parts]
    while parts and _is_only_head(parts[0], begun=parts[0].stint.begin > stint.begin):
        del parts[0]
    return parts


def _is_only_head(facts: Facts, *, begun: bool) -> bool:
    """Whether a part is the self-employment itself: no company, nothing done; begun: it is not above all."""
    if facts.tasks or facts.size or facts.industry:
        return False
    head = lowered(" ".join(unit.text for unit in facts.units))
    return not begun or (not facts.companies and terms("claims", "interim").hits(head))


def _begins(flow: Flow, stint: Stint) -> list[int]:
    """The numbers of the lines with which the mandates within an entry begin, known by a label or their looks."""
    number = flow.line_at(stint.begin)
    last = flow.line_at(max(stint.begin, stint.end - 1))
    numbers = range(number, last + 1)
    labelled = [(one, found[0].lower()) for one in numbers if (found := _COMPANY_LABEL.match(flow.lines[one].text))]
    often = Counter(label for _, label in labelled).most_common(1)
    if often and often[0][1] >= _LEAST_LABELS:
        return [one for one, label in labelled if label == often[0][0]]
    return _heads(flow, numbers)


def _heads(flow: Flow, numbers: range) -> list[int]:
    """The lines that begin with a post beside a line of a company, set alike; the first of the entry left out."""
    posts = [one for one in numbers if not _BULLET.match(flow.lines[one].text) and is_post(flow.lines[one].text)]
    above = [one for one in posts if one - 1 in numbers and _names_company(flow.lines[one - 1].text)]
    below = [one for one in posts if one + 1 in numbers and _names_company(flow.lines[one + 1].text)]
    heads, shift = (above, 1) if len(above) > len(below) else (below, 0)
    looks = Counter(_look(flow, one) for one in heads).most_common(1)
    alike = [one - shift for one in heads if _look(flow, one) == looks[0][0]] if looks else []
    later = [one for one in alike if one > numbers[0] + 1]
    return later if len(later) >= _LEAST_HEADS else []


def _look(flow: Flow, number: int) -> tuple[bool, int]:
    line = flow.lines[number]
    return line.bold, round(line.rect[0] / _SAME_EDGE)


def _names_company(text: str) -> bool:
    """Whether a short line tells a company: its name with a legal form, its size, or its kind where it is not named."""
    if len(text.split()) > _MOST_OF_A_COMPANY or _BULLET.match(text):
        return False
    low = lowered(text)
    kind = terms("industries", "general").hits(low) or terms("industries", "withheld").hits(low)
    return kind or patterns()["legal"].search(" " + text) is not None or bool(find_sizes(text))
