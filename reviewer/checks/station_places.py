"""The lines of an entry that show what it does not tell: its title, its period and its reporting lines."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks.flow import Flow
from reviewer.checks.labels import is_label
from reviewer.checks.station_facts import Facts
from reviewer.checks.vocabulary import lowered, terms
from reviewer.domain.findings import Place

_MOST_ROWS, _MOST_OF_STATEMENT, _MOST_REPORTING = 3, 2, 3
_FAR, _ASIDE = 1.2, 2.0


def places_of(flow: Flow, facts: Facts, *, ranks: bool) -> tuple[Place, ...]:
    """Who and where, the period if that is another line, with ranks the reporting lines; each a place of its own.

    What names the post comes first, as the one place that stands for the entry.
    """
    period = facts.stint.period
    dated = _numbers(flow, period.begin, period.end)
    heads = _head_numbers(flow, facts)
    # Side by side with who and where the period belongs to their place, as a letter quotes it.
    if any(
        _is_beside(flow, number, number + 1) and {number, number + 1} & heads for number in (dated[0] - 1, dated[-1])
    ):
        heads.update(dated)
    posts = _post_numbers(flow, facts)
    blocks = sorted(_blocks(flow, heads), key=posts.isdisjoint)
    places = [_rows(flow, numbers) for numbers in blocks]
    if not heads.intersection(dated):
        places.append(_rows(flow, list(dated)))
    if ranks:
        places += list(_reporting(flow, facts, heads))[:_MOST_REPORTING]
    return tuple(places)


def _reporting(flow: Flow, facts: Facts, heads: set[int]) -> Iterator[Place]:
    """The reporting lines that are none of the head's, each once."""
    for begin, end in dict.fromkeys((unit.begin, unit.end) for unit in facts.reporting):
        rest = [number for number in _numbers(flow, begin, end) if number not in heads]
        if rest:
            yield flow.place(max(begin, flow.starts[rest[0]]), end)


def _head_numbers(flow: Flow, facts: Facts) -> set[int]:
    """The lines that tell who and where, without labels, ranks and what was done."""
    found: set[int] = set()
    for place, unit in enumerate(facts.units[: facts.head]):
        told = unit in facts.reporting or unit in facts.tasks or (unit.bullet and place > 0)
        if not told and not is_label(unit.text):
            found.update(_numbers(flow, unit.begin, unit.end)[:_MOST_OF_STATEMENT])
    return found


def _post_numbers(flow: Flow, facts: Facts) -> set[int]:
    """The lines that name a post."""
    named = (unit for unit in facts.units[: facts.head] if terms("tasks", "titles").hits(lowered(unit.text)))
    return {number for unit in named for number in _numbers(flow, unit.begin, unit.end)}


def _numbers(flow: Flow, begin: int, end: int) -> range:
    return range(flow.line_at(begin), flow.line_at(max(begin, end - 1)) + 1)


def _blocks(flow: Flow, numbers: set[int]) -> Iterator[list[int]]:
    """Lines right below each other together, a few at most; others apart."""
    block: list[int] = []
    for number in sorted(numbers):
        joined = block and (_is_right_below(flow, block[-1], number) or _is_beside(flow, block[-1], number))
        if block and (len(block) >= _MOST_ROWS or not joined):
            yield block
            block = []
        block.append(number)
    if block:
        yield block


def _is_beside(flow: Flow, one: int, other: int) -> bool:
    """Whether a line stands in the row of the one read before it."""
    return one >= 0 and other == one + 1 < len(flow.lines) and flow.text[flow.starts[other] - 1] == "\t"


def _is_right_below(flow: Flow, above: int, below: int) -> bool:
    one, other = flow.lines[above], flow.lines[below]
    near = other.middle - one.middle >= 0 and other.rect[1] - one.rect[3] < _FAR * other.size
    return (
        below == above + 1 and one.page == other.page and near and abs(one.rect[0] - other.rect[0]) < _ASIDE * one.size
    )


def _rows(flow: Flow, numbers: list[int]) -> Place:
    last = numbers[-1]
    return flow.place(flow.starts[numbers[0]], flow.starts[last] + len(flow.lines[last].text))
