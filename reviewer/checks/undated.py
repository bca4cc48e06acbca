"""Posts that are told with a title and a company but without a date."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks.company_patterns import find_sizes, patterns
from reviewer.checks.view import View
from reviewer.checks.vocabulary import lowered, terms

_NEVER = frozenset(("references", "contact", "training", "education"))
_LINES_ABOVE, _LINES_BELOW = 2, 6
_MOST_WORDS, _NEAR_BEGIN = 18, 20


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
        if section.kind in _NEVER:
            continue
        for number in range(section.first, section.last):
            if number not in dated and _is_post(flow.lines[number].text) and _names_company(view, number):
                yield number


def _is_post(text: str) -> bool:
    low = lowered(text).lstrip(" •–-")
    titles = terms("tasks", "titles").find(low)
    if not titles or titles[0][0] > _NEAR_BEGIN or len(text.split()) > _MOST_WORDS or text.rstrip().endswith("."):
        return False
    trade = any(begin == 0 for begin, _ in terms("industries", "words").find(low))
    return not trade and not terms("tasks", "reporting").hits(low)


def _names_company(view: View, number: int) -> bool:
    lines = view.flow.lines[max(0, number - 1) : number + 3]
    return any(patterns()["legal"].search(" " + line.text) or find_sizes(line.text) for line in lines)
