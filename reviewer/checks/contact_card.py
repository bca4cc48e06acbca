"""Criterion contact: can a client write and call at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.cards import Hit
from reviewer.checks.flow import Flow
from reviewer.checks.view import View
from reviewer.domain.findings import Place

_PROFILE = re.compile(r"linkedin\.com/\S+|xing\.com/\S+|\b(?:linkedin|xing)\b\s*:?\s*\S{5,}", re.IGNORECASE)


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
    yield Hit(rule="none", places=_where_expected(view.flow))
    profile = find_profile(view.flow)
    if profile:
        yield Hit(rule="profile", places=(profile,))
    others = [one for one in view.contacts if not one.own]
    if others:
        seen = tuple(one.place for one in others if one.place)
        yield Hit(rule="only-others", facts={"count": len(others)}, places=seen)
    if empty_pages:
        yield Hit(rule="picture-pages")


def find_profile(flow: Flow) -> Place | None:
    """Where the head of the document names a profile on LinkedIn or XING."""
    found = _PROFILE.search(flow.text)
    return flow.place(*found.span()) if found else None


def _where_expected(flow: Flow) -> tuple[Place, ...]:
    """The first lines, where contact data belong."""
    return tuple(flow.line_place(number) for number in range(min(3, len(flow.lines))))
