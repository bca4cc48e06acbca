"""Posts that are told with a title and a company but without a date."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks.company_patterns import find_sizes, patterns
from reviewer.checks.posts import is_post
from reviewer.checks.sections import TOP
from reviewer.checks.view import View

_NEVER = frozenset(("references", "contact", "training", "education"))
_LINES_ABOVE, _LINES_BELOW = 2, 6


def find_undated_posts(view: View) -> Iterator[int]:
    """The numbers of lines that begin with a title and have a company or its size in them or beside them.

    Lines with a date close by are left out, and what is a reference or a letter's address.
    """
    flow = view.flow
    dated: set[int] = set()
    entries = {one.stint.period for one in (*view.stations, *view.umbrellas, *view.others)}
    for one in view.periods:
        if (view.claim and one is view.claim.period) or not (one.ranged or one in entries):
            continue
        number = flow.line_at(one.begin)
        dated.update(range(number - _LINES_ABOVE, number + _LINES_BELOW + 1))
    for section in view.sections:
        # Above the first heading stand the person's own title and an agency's name.
        if section.kind in _NEVER or (section.kind == TOP and len(view.sections) > 1):
            continue
        for number in range(section.first, section.last):
            if number not in dated and is_post(flow.lines[number].text) and _names_company(view, number):
                yield number


def _names_company(view: View, number: int) -> bool:
    lines = view.flow.lines[max(0, number - 1) : number + 3]
    return any(patterns()["legal"].search(" " + line.text) or find_sizes(line.text) for line in lines)
