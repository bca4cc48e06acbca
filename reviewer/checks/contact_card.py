"""Criterion contact: can a client write and call at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.cards import Hit
from reviewer.checks.contacts import Contact
from reviewer.checks.given_names import folded
from reviewer.checks.late_patterns import late
from reviewer.checks.lines import Line
from reviewer.checks.names import Name
from reviewer.checks.view import View
from reviewer.checks.vocabulary import lowered, terms
from reviewer.domain.findings import Place

_PROFILE = late(
    r"(?:linkedin\.com/(?:in|pub)|xing\.(?:com/profile|to))/\S+|\b(?:linkedin|xing)(?:\s*profil\w*)?\s*[:|]\s*\S{5,}",
    re.IGNORECASE,
)
_SITE = late(
    r"(?:\bwww\.|https?://)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|de|at|ch|net|org|eu|co\.uk|io|info|biz)\b", re.IGNORECASE
)
_MOST_LABELS, _MOST_SITES = 5, 2
_FEW, _HEAD_LINES, _MOST_OTHERS, _LONGEST_NAME = 3, 12, 4, 80
_MOST_WORDS, _MOST_DIGITS = 14, 8


def judge_contact(view: View, empty_pages: bool) -> Iterator[Hit]:
    """empty_pages says that some pages hold no text."""
    own = [one for one in view.contacts if one.own]
    emails = [one for one in own if not one.is_phone]
    phones = [one for one in own if one.is_phone]
    places = tuple(one.place for one in [*emails[:2], *phones[:2]] if one.place)
    if emails and phones:
        yield Hit(rule="both", places=places)
        return
    if emails or phones:
        yield Hit(rule="only-email" if emails else "only-phone", places=places)
        return
    yield Hit(rule="none", places=_where_expected(view))
    profile = find_profile(view)
    if profile:
        yield Hit(rule="profile", places=(profile,))
    others = [one for one in view.contacts if not one.own]
    if others:
        yield Hit(rule="only-others", facts={"count": len(others)}, places=tuple(_lines_of(view, others)))
    if empty_pages:
        yield Hit(rule="picture-pages")


def find_profile(view: View) -> Place | None:
    """Where the head of the document, or a line for contacts, names a profile of one's own."""
    flow = view.flow
    for found in _PROFILE.finditer(flow.text):
        line = flow.lines[flow.line_at(found.start())]
        if line.page == 1 or _section(view, flow.line_at(found.start())) == "contact":
            return flow.place(*found.span())
    return None


def _section(view: View, number: int) -> str:
    return next((one.kind for one in view.sections if one.first <= number < one.last), "")


def _where_expected(view: View) -> tuple[Place, ...]:
    """Lines that name telephone or e-mail and tell none, or withhold them; with the name and lines for contacts."""
    flow = view.flow
    edges = {line.text: line for line in flow.furniture if _names_contact(line.text) or _SITE.search(line.text)}
    places = [Place(page=line.page, rect=line.rect, text=line.text) for line in edges.values()][:_FEW]
    named = [number for number, line in enumerate(flow.lines) if _names_contact(line.text)][:_MOST_LABELS]
    sites = [number for number, line in enumerate(flow.lines) if _names_site(view, number, line)][:_MOST_SITES]
    section = [number for number in range(len(flow.lines)) if _section(view, number) == "contact"][:_FEW]
    for number in dict.fromkeys([*named, *sites, *section, *_heads(view, few=bool(named or section or places))]):
        places.append(flow.line_place(number))
    return tuple(places)


def _names_site(view: View, number: int, line: Line) -> bool:
    """Whether a line at the head or among contact data names a site, which is all that is told."""
    at_head = line.page == 1 and number < _HEAD_LINES
    return (at_head or _section(view, number) == "contact") and _SITE.search(line.text) is not None


def _heads(view: View, *, few: bool) -> list[int]:
    """The person's name and what stands below it, the name alone where few lines are asked for.

    Beside a name that may be none the largest line of the head, which may be the name in words nobody knows for one.
    """
    lines, name = view.flow.lines, view.name
    head = range(min(len(lines), _HEAD_LINES))
    largest = max(head, key=lambda number: (lines[number].size, -number), default=0)
    named = next((number for number, line in enumerate(lines) if _bears(name, line)), largest)
    rest = [] if name.begins_as_usual else [largest]
    return [*range(named, min(len(lines), named + (1 if few else _FEW))), *rest]


def _bears(name: Name, line: Line) -> bool:
    """Whether a line of the first page names the person, be it letter-spaced so that its words are one."""
    if line.page > 1 or len(line.text) > _LONGEST_NAME:
        return False
    joined = folded("".join(line.text.split()))
    return name.stands_in(line.text) or sum(part in joined for part in name.parts) > 1


def _lines_of(view: View, others: list[Contact]) -> Iterator[Place]:
    """The whole lines that hold somebody else's addresses and numbers."""
    places = [one.place for one in others if one.place]
    for place in places[:_MOST_OTHERS]:
        yield next((_whole(line) for line in view.flow.lines if _holds(line, place)), place)


def _holds(line: Line, place: Place) -> bool:
    middle = (place.rect[1] + place.rect[3]) / 2
    beside = line.rect[0] <= place.rect[2] and line.rect[2] >= place.rect[0]
    return line.page == place.page and beside and line.rect[1] <= middle <= line.rect[3]


def _whole(line: Line) -> Place:
    return Place(page=line.page, rect=line.rect, text=line.text)


def _names_contact(text: str) -> bool:
    low = lowered(text)
    if len(low.split()) > _MOST_WORDS or "@" in low or sum(sign.isdigit() for sign in low) >= _MOST_DIGITS:
        return False
    asked = terms("contacts", "asked").find(low)
    return bool(asked) and (
        terms("contacts", "withheld").hits(low) or any(_is_left_open(low[end:]) for _, end in asked)
    )


def _is_left_open(rest: str) -> bool:
    """Whether what follows a label is its colon, a stroke, or nothing."""
    return rest.lstrip(" .")[:1] in {"", ":", "–", "-", "|"}
