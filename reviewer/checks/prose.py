"""What stands outside of the entries: paragraphs joined over their lines, as a profile has them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reviewer.checks.flow import Flow
from reviewer.checks.units import Unit
from reviewer.checks.view import View

# Said by others, learnt or liked; nothing of it tells what was done.
_ELSEWHERE = frozenset(("references", "contact", "education", "training", "languages"))
_NEARLY_FULL = 0.8
_LEAST_OF_PROSE = 40


def find_prose(view: View) -> Iterator[Unit]:
    """Paragraphs and single lines outside of the entries, in order."""
    lines = list(_numbers_outside(view))
    begin = 0
    for place, (one, other) in enumerate(pairwise([*lines, -1]), start=1):
        if not _goes_on(view.flow, one, other):
            yield _paragraph(view.flow, lines[begin:place])
            begin = place


def _numbers_outside(view: View) -> Iterator[int]:
    flow = view.flow
    inside = {
        number
        for group in (view.stations, view.umbrellas, view.others)
        for facts in group
        for number in range(
            flow.line_at(facts.stint.begin), flow.line_at(max(facts.stint.begin, facts.stint.end - 1)) + 1
        )
    }
    for section in view.sections:
        if section.kind not in _ELSEWHERE:
            yield from (number for number in range(section.first, section.last) if number not in inside)


def _goes_on(flow: Flow, one: int, other: int) -> bool:
    """Whether a line goes on in the other: it comes next, and the one nearly fills its column."""
    if other != one + 1 or len(flow.lines[one].text) < _LEAST_OF_PROSE:
        return False
    above, below = flow.lines[one], flow.lines[other]
    if above.page != below.page or abs(above.size - below.size) > 1 or above.bold != below.bold:
        return False
    return above.rect[2] - above.rect[0] >= _NEARLY_FULL * (below.rect[2] - below.rect[0])


def _paragraph(flow: Flow, numbers: list[int]) -> Unit:
    first, last = numbers[0], numbers[-1]
    text = " ".join(flow.lines[number].text for number in numbers)
    return Unit(begin=flow.starts[first], end=flow.starts[last] + len(flow.lines[last].text), text=text, bullet=False)
