"""Addresses and telephone numbers, and whose they are: the person's own, or a referee's, client's or agency's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reviewer.checks.dates import Period
from reviewer.checks.flow import Flow
from reviewer.checks.names import bears, find_name
from reviewer.checks.owners import Owner
from reviewer.checks.phones import find_phones, find_regions
from reviewer.checks.sections import Section
from reviewer.checks.vocabulary import Span
from reviewer.domain.findings import Place
from reviewer.domain.reading import Reading, ReadLink

_EMAIL = re.compile(
    r"[\w.+%-]+(?:\s?(?:\(at\)|\[at\]|\{at\})\s?|@\n?)[\w-]+"
    r"(?:(?:-\n|\.(?:\n(?=[a-z]))?|\s?(?:\(dot\)|\[dot\]|\(punkt\)|\[punkt\])\s?)[\w-]+)+"
)
_ROWS = 1.8
_AT = re.compile(r"\s?[(\[{]at[)\]}]\s?")
_ENDINGS = frozenset(("at", "biz", "ch", "com", "de", "eu", "info", "io", "net", "org", "uk"))
_DOT = re.compile(r"\s?[(\[](?:dot|punkt)[)\]]\s?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An address or a number in its normal form, where it stands (None: on no page), and whether it is one's own."""

    value: str
    is_phone: bool
    own: bool
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A text with the offsets of dates to mask; flow is None for text outside the pages."""

    text: str
    flow: Flow | None
    masked: tuple[Span, ...] = ()


def find_contacts(
    reading: Reading, flow: Flow, sections: Sequence[Section], periods: Sequence[Period], language: str
) -> list[Contact]:
    """All contacts, each once; own ones first."""
    owner = Owner(name=find_name(flow), sections=sections)
    spans = tuple((one.begin, one.end) for one in periods)
    sources = [_Source(text=flow.text, flow=flow, masked=spans)]
    sources += [_Source(text=margin.text, flow=None) for margin in reading.margins]
    found: list[Contact] = []
    regions = find_regions(_around_contacts(sources, flow), language)
    for source in sources:
        for email, begin, end in _emails(source.text):
            own = owner.owns(source.text, source.flow, begin, end, email)
            found.append(_contact(source, email, False, own, begin, end))
        for phone, begin, end in find_phones(source.text, source.masked, regions):
            own = owner.owns(source.text, source.flow, begin, end, "")
            found.append(_contact(source, phone, True, own, begin, end))
    found = _without_neighbours(found, owner)
    found += _furniture(flow, regions)
    found += _links(reading, flow, found, owner)
    return _unique(found)


def _without_neighbours(found: list[Contact], owner: Owner) -> list[Contact]:
    """The contacts, those of others' addresses told apart where the person's own bears the name, with their numbers."""
    named = [one for one in found if not one.is_phone and bears(one.value, owner.name)]
    told = [
        replace(one, own=False) if named and not one.is_phone and one not in named and not _is_near(one, named) else one
        for one in found
    ]
    others = [one for one in told if not one.is_phone and not one.own]
    return [
        replace(one, own=False) if one.is_phone and _is_near(one, others) and not _is_near(one, named) else one
        for one in told
    ]


def _is_near(one: Contact, others: Sequence[Contact]) -> bool:
    """Whether another stands in the same row or the next."""
    return any(
        one.place
        and other.place
        and one.place.page == other.place.page
        and abs(one.place.rect[1] - other.place.rect[1]) < _ROWS * (one.place.rect[3] - one.place.rect[1])
        for other in others
    )


def _around_contacts(sources: Sequence[_Source], flow: Flow) -> str:
    """The text that may tell the person's country: outside the pages, at the edges, and around addresses."""
    parts = [source.text for source in sources[1:]] + [line.text for line in flow.furniture]
    text = sources[0].text
    parts += [text[:400], *(text[max(0, at.start() - 200) : at.end() + 200] for at in re.finditer("@", text))]
    return "\n".join(parts)


def _contact(source: _Source, value: str, is_phone: bool, own: bool, begin: int, end: int) -> Contact:
    return Contact(
        value=value, is_phone=is_phone, own=own, place=source.flow.place(begin, end) if source.flow else None
    )


def _furniture(flow: Flow, regions: list[str]) -> Iterator[Contact]:
    """What repeated headers and footers tell is the person's own."""
    for line in flow.furniture:
        place = Place(page=line.page, rect=line.rect, text=line.text)
        for email, _, _ in _emails(line.text):
            yield Contact(value=email, is_phone=False, own=True, place=place)
        for phone, _, _ in find_phones(line.text, (), regions):
            yield Contact(value=phone, is_phone=True, own=True, place=place)


def _links(reading: Reading, flow: Flow, found: list[Contact], owner: Owner) -> Iterator[Contact]:
    """Links that bring an address or a number which the text does not tell."""
    known = {one.value for one in found}
    mails = any(one.own and not one.is_phone for one in found)
    for link in reading.links:
        kind, _, target = link.target.partition(":")
        place = Place(page=link.page, rect=link.rect, text=link.target) if link.page else None
        own = _is_link_own(link, flow, owner)
        if kind.lower() == "mailto":
            for email, _, _ in _emails(target.partition("?")[0]):
                if email not in known:
                    told = own if place else not mails
                    yield Contact(value=email, is_phone=False, own=told or bears(email, owner.name), place=place)
        elif kind.lower() == "tel":
            for phone, _, _ in find_phones("Tel. " + target.replace("%20", " "), (), ["DE", "GB"]):
                if phone not in known:
                    yield Contact(value=phone, is_phone=True, own=own, place=place)


def _is_link_own(link: ReadLink, flow: Flow, owner: Owner) -> bool:
    """Whether the words on which a link lies, or those nearest above, are of the person's own data."""
    middle = (link.rect[1] + link.rect[3]) / 2
    on_it = [
        number
        for number, line in enumerate(flow.lines)
        if line.page == link.page and line.rect[1] <= middle <= line.rect[3] and line.rect[0] < link.rect[2]
    ]
    if not on_it:
        return True
    begin = flow.starts[on_it[-1]]
    return owner.owns(flow.text, flow, begin, begin + len(flow.lines[on_it[-1]].text), "")


def _unique(found: list[Contact]) -> list[Contact]:
    """Each value once; a value that is somewhere told as the person's own is theirs."""
    best: dict[str, Contact] = {}
    for one in found:
        if one.value not in best or (one.own and not best[one.value].own):
            best[one.value] = one
    return sorted(best.values(), key=lambda one: not one.own)


def _emails(text: str) -> Iterator[tuple[str, int, int]]:
    """Valid addresses, put together where a line's end parted them."""
    from email_validator import EmailNotValidError, validate_email

    for found in _EMAIL.finditer(text):
        begin, written = found.start(), _DOT.sub(".", _AT.sub("@", found[0])).replace("\n", "")
        line = text.rfind("\n", 0, begin)
        if line > 0 and not text[line + 1 : begin].strip():
            above = re.search(r"[\w.+-]*[\w](?:[-._]|\.)$", text[:line])
            if above and above[0].endswith(("-", "_")):
                begin, written = above.start(), above[0] + written
        whole = found[0].rpartition("\n")[0].rstrip(".-")
        ended = whole.rpartition(".")[2].lower() in _ENDINGS and "@" in whole
        for candidate in (whole if ended else written.strip(".-"), written.strip(".-")):
            try:
                checked = validate_email(candidate, check_deliverability=False)
            except EmailNotValidError:
                continue
            yield checked.normalized.lower(), begin, found.end()
            break
