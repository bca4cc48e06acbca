"""A letter's text: made plain when it is approved; what was typed by hand is kept when the program writes it anew."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_OTHER_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_RELATED = 0.5
"""Share of words in common from which one paragraph counts as another form of the other."""


@dataclass(slots=True)
class _Revision:
    """What became of each base paragraph (None: taken out), and what was put in before each and at the end."""

    fates: list[str | None]
    inserted: list[list[str]] = field(default_factory=list)


def plain_paragraphs(text: str) -> str:
    """The text as it is approved, kept and sent: lines end in a line feed alone, no control characters, no edges.

    Spaces at a line's end stay. Tabs stay; what cannot be written in UTF-8 becomes a replacement character.
    """
    lines = _OTHER_LINE_ENDS.sub("\n", text)
    return _UNPRINTABLE.sub(_replaced, lines).strip()


def plain_line(text: str) -> str:
    """A subject as it is approved, kept and sent: one line, single spaces."""
    return " ".join(plain_paragraphs(text).split())


def exchange_paragraph(text: str, before: str, now: str) -> str:
    """The text with one paragraph exchanged for another; an empty one is added before the last or taken out.

    A text without the paragraph to be exchanged stays: a person has written it otherwise.
    """
    if before == now:
        return text
    paragraphs = _split(text)
    if before and before not in paragraphs:
        return text
    place = paragraphs.index(before) if before else max(1, len(paragraphs) - 1)
    paragraphs[place : place + bool(before)] = [now] if now else []
    return "\n\n".join(paragraphs)


def _replaced(found: re.Match[str]) -> str:
    return "\ufffd" if found[0] >= "\ud800" else " "


def merge_text(base: str, mine: str, new: str) -> str:
    """The generated text new, with what a person made of its predecessor base (mine) carried over.

    A paragraph changed or added by hand stays as typed, whatever new does. A paragraph taken out by hand stays out
    until its generated text changes. All else follows new. Paragraphs are split by blank lines.
    """
    if mine in {base, new}:
        return new
    if new == base:
        return mine
    paragraphs = _split(base)
    typed = _revision(paragraphs, _split(mine), by_place=True)
    generated = _revision(paragraphs, _split(new), by_place=False)
    merged: list[str] = []
    for place, paragraph in enumerate(paragraphs):
        merged += _merge_inserted(typed.inserted[place], generated.inserted[place])
        kept = _merge_paragraph(paragraph, typed.fates[place], generated.fates[place])
        merged += [] if kept is None else [kept]
    merged += _merge_inserted(typed.inserted[-1], generated.inserted[-1])
    return "\n\n".join(merged)


def _split(text: str) -> list[str]:
    return [paragraph.strip("\n") for paragraph in _BLANK_LINES.split(text) if paragraph.strip()]


def _merge_paragraph(base: str, typed: str | None, generated: str | None) -> str | None:
    if typed == base:
        return generated
    if typed is None:
        return None if generated == base else generated
    return typed


def _merge_inserted(typed: list[str], generated: list[str]) -> list[str]:
    """The generated paragraphs, then the typed ones; a typed one that is a form of a generated one replaces it."""
    left = list(typed)
    merged = []
    for paragraph in generated:
        form = next((candidate for candidate in left if _related(paragraph, candidate)), None)
        if form is not None:
            left.remove(form)
        merged.append(paragraph if form is None else form)
    return merged + left


def _revision(base: list[str], changed: list[str], *, by_place: bool) -> _Revision:
    """How base became changed; by_place takes as many new paragraphs for as many old ones as their new forms."""
    revision = _Revision(fates=list(base), inserted=[[] for _ in range(len(base) + 1)])
    for operation, start, end, first, last in SequenceMatcher(None, base, changed, autojunk=False).get_opcodes():
        if operation != "equal":
            one_to_one = by_place and end - start == last - first
            _revise(revision, base, changed[first:last], range(start, end), one_to_one=one_to_one)
    return revision


def _revise(revision: _Revision, base: list[str], fresh: list[str], places: range, *, one_to_one: bool) -> None:
    taken = 0
    for place in places:
        revision.fates[place] = None
        ahead = range(taken, len(fresh))
        form = taken if one_to_one else next((at for at in ahead if _related(base[place], fresh[at])), None)
        if form is not None:
            revision.inserted[place] += fresh[taken:form]
            revision.fates[place] = fresh[form]
            taken = form + 1
    revision.inserted[places.stop] += fresh[taken:]


def _related(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.real_quick_ratio() >= _RELATED and matcher.ratio() >= _RELATED
