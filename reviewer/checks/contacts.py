"""Addresses and telephone numbers, and whose they are: the person's own, or a referee's, client's or agency's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from reviewer.checks.agencies import find_agencies
from reviewer.checks.bearer import is_borne_out
from reviewer.checks.countries import Countries
from reviewer.checks.dates import Period
from reviewer.checks.emails import find_emails
from reviewer.checks.flow import Flow, join_lines
from reviewer.checks.forwarded import header_rows, is_presented, others_mail
from reviewer.checks.lines import Line
from reviewer.checks.names import NOBODY, Name
from reviewer.checks.owners import Owner, Standing
from reviewer.checks.phones import find_phones
from reviewer.checks.records import record
from reviewer.checks.sections import Section
from reviewer.checks.spots import MAIL, Layout
from reviewer.checks.vocabulary import Span
from reviewer.domain.findings import Place
from reviewer.domain.reading import Margin, Reading, ReadLink, ReadPage, Rect

_PAGE_NUMBER = re.compile(r"\b\d{1,2}\b")
_NUMBER = re.compile(r"\d[\d ()/.–-]{6,}\d")
_BLANKS = re.compile(r"[^\S\n\t ]")
_ROWS = 1.8
_FEW_ROWS = 2
_SAME = 0.5
_FEW_LINES = 5
_LAST_DIGITS = 7
_EDGE, _TOP, _LARGER = 0.06, 0.2, 1.2


@record
class Contact:
    """An address or a number in its normal form, where it stands (None: on no page), and whether it is one's own."""

    value: str
    is_phone: bool
    own: bool
    place: Place | None


@record
class _Source:
    """A text with the offsets of dates to mask; flow is None for text outside the pages, edge what repeats there.

    strip is where a header or footer stands that the pages do not show.
    """

    text: str
    flow: Flow | None
    masked: tuple[Span, ...] = ()
    edge: Flow | None = None
    strip: Rect | None = None

    def place(self, begin: int, end: int) -> Place | None:
        if self.strip:
            return Place(page=1, rect=self.strip, text=" ".join(self.text[begin:end].split()))
        where = self.flow or self.edge
        return where.place(begin, end) if where else None


@record
class _Found:
    """A contact of which it is still open whose it is; line is the number of its line in the text, if it has one.

    is_named says that the person's name stands before it in its row.
    """

    contact: Contact
    standing: Standing
    line: int | None = None
    is_named: bool = False


def find_contacts(
    reading: Reading, flow: Flow, sections: Sequence[Section], periods: Sequence[Period], language: str, name: Name
) -> list[Contact]:
    """All contacts, each once; own ones first."""
    height = reading.pages[0].height if reading.pages else 0.0
    margins = tuple(margin.text for margin in reading.margins)
    header = header_rows(flow)
    name = name if is_borne_out(name, flow, margins) else NOBODY
    owner = Owner(
        name=name,
        layout=Layout(sections=sections, height=height, heads=_heads(flow, name, height)),
        flow=flow,
        agencies=find_agencies(flow, margins),
        reached=frozenset(_reached(flow.text, name)),
        is_presented=is_presented(flow, margins),
        mailed=others_mail(flow, name, header),
        mail_header=header,
    )
    spans = tuple((one.begin, one.end) for one in periods)
    sources = [_Source(text=flow.text, flow=flow, masked=spans), *_furniture(flow)]
    sources += _outside(reading, flow)
    countries = Countries(near=_around_contacts(sources), whole=flow.text, language=language)
    found = [one for source in sources for one in _in_source(source, owner, countries)]
    found += _broken_apart(flow, owner)
    found = _as_linked(found, reading)
    found += _links(reading, flow, [one.contact for one in found], owner, countries)
    return _unique(_without_neighbours(found, owner))


def _reached(text: str, name: Name) -> Iterator[str]:
    """The addresses that bear the person's name with a number in their row, or in the next if it is nobody else's."""
    rows = ["", "", *text.split("\n"), "", ""]
    for at, row in enumerate(rows):
        if "@" not in row:
            continue
        beside = [row]
        beside += [rows[at + step] for step in (-1, 1) if "@" not in rows[at + step] + rows[at + 2 * step]]
        if any(_NUMBER.search(one) for one in beside):
            yield from (mail for mail in MAIL.findall(row) if name.is_borne_by(mail))


def _heads(flow: Flow, name: Name, height: float) -> dict[int, int]:
    """The first page, and the next where the name stands at its top in larger type, behind a cover or letter."""
    heads = {1: 0}
    first = next((number for number, line in enumerate(flow.lines) if line.page == 2), None)
    if first is not None:
        usual = median(line.size for line in flow.lines)
        top = [line for line in flow.lines[first:] if line.page == 2 and line.rect[1] < height * _TOP]
        if any(line.size > _LARGER * usual and name.stands_in(line.text) for line in top):
            heads[2] = first
    return heads


def _furniture(flow: Flow) -> Iterator[_Source]:
    """What repeats at the pages' edges: the lines of one header or footer together, each once but for page numbers."""
    seen = set()
    blocks: list[list[Line]] = []
    for line in sorted(flow.furniture, key=lambda line: (line.page, round(line.rect[1]), line.rect[0])):
        above = blocks[-1][-1] if blocks else None
        if above and above.page == line.page and line.rect[1] - above.rect[3] < line.size:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    for block in blocks:
        edge = join_lines(block, [])
        told = _PAGE_NUMBER.sub("#", edge.text)
        if told not in seen:
            seen.add(told)
            yield _Source(text=edge.text, flow=None, edge=edge)


def _outside(reading: Reading, flow: Flow) -> Iterator[_Source]:
    """Headers, footers and boxes that the pages do not show, each in its strip of the first page."""
    for margin in reading.margins:
        text = _BLANKS.sub(" ", margin.text)
        rows = [" ".join(row.split()) for row in text.split("\n")]
        if not all(row in flow.text for row in rows):
            strip = _strip(margin.place, reading.pages[0]) if reading.pages else None
            yield _Source(text=text, flow=None, strip=strip)


def _strip(where: Margin, page: ReadPage) -> Rect:
    """The upper edge of a page, the lower one, or for a box the whole page."""
    edge = page.height * _EDGE
    top = page.height - edge if where is Margin.FOOTER else 0.0
    return 0.0, top, page.width, edge if where is Margin.HEADER else page.height


def _around_contacts(sources: Sequence[_Source]) -> str:
    """The text that may tell the person's country: outside the pages, at the edges, and around addresses."""
    parts = [source.text for source in sources[1:]]
    text = sources[0].text
    parts += [text[:400], *(text[max(0, at.start() - 200) : at.end() + 200] for at in re.finditer("@", text))]
    return "\n".join(parts)


def _in_source(source: _Source, owner: Owner, countries: Countries) -> Iterator[_Found]:
    for email, begin, end in find_emails(source.text, tuple(owner.name.parts)):
        standing = owner.judge(source.text, source.flow, begin, end, email)
        yield _made(source, email, False, standing, begin, end)
    for phone, begin, end in find_phones(source.text, source.masked, countries):
        standing = owner.judge(source.text, source.flow, begin, end, "")
        named = owner.name.stands_in(source.text[source.text.rfind("\n", 0, begin) + 1 : begin])
        yield replace(_made(source, phone, True, standing, begin, end), is_named=named)


def _broken_apart(flow: Flow, owner: Owner) -> Iterator[_Found]:
    """Addresses broken in a narrow column whose rest is read later, as another column's line stands between."""
    for number, line in enumerate(flow.lines):
        if "@" not in line.text or not line.text.endswith("-"):
            continue
        below = next((one for one in flow.lines[number + 1 : number + _FEW_LINES] if _continues(line, one)), None)
        if below is None or below is flow.lines[number + 1]:
            continue
        source = _Source(text=flow.text, flow=flow)
        for email, begin, end in find_emails(f"{line.text}\n{below.text}", tuple(owner.name.parts)):
            if end > len(line.text):
                at = flow.starts[number] + begin
                standing = owner.judge(flow.text, flow, at, flow.starts[number] + len(line.text), email)
                yield _made(source, email, False, standing, at, flow.starts[number] + len(line.text))


def _continues(line: Line, below: Line) -> bool:
    """Whether a line stands right below another one, in the same column."""
    gap = below.rect[1] - line.rect[3]
    return (
        below.page == line.page and -line.size < gap < line.size and abs(below.rect[0] - line.rect[0]) < 2 * line.size
    )


def _made(source: _Source, value: str, is_phone: bool, standing: Standing, begin: int, end: int) -> _Found:
    own = standing is not Standing.OTHER
    contact = Contact(value=value, is_phone=is_phone, own=own, place=source.place(begin, end))
    return _Found(contact=contact, standing=standing, line=source.flow.line_at(begin) if source.flow else None)


def _as_linked(found: list[_Found], reading: Reading) -> list[_Found]:
    """The addresses, corrected by the links that lie on them: a link is what was meant, whatever the letters became."""
    told = [(link, mail) for link in reading.links if link.page for mail in _mails_of(link)]
    told += [(link, phone) for link in reading.links if link.page for phone in _phones_of(link, Countries())]
    fixed = []
    for one in found:
        contact = one.contact
        meant = next((value for link, value in told if _is_meant_by(contact, link, value)), None)
        fixed.append(replace(one, contact=replace(contact, value=meant)) if meant else one)
    return fixed


def _is_meant_by(contact: Contact, link: ReadLink, meant: str) -> bool:
    """Whether a link lies on a contact, and what it brings differs by what a page's text may have lost."""
    value = contact.value
    if not contact.place or contact.place.page != link.page or value == meant or contact.is_phone == ("@" in meant):
        return False
    if contact.is_phone:
        return value[-_LAST_DIGITS:] == meant[-_LAST_DIGITS:] and _covers(link.rect, contact.place.rect)
    local, _, domain = meant.partition("@")
    same = meant.endswith(value) or meant.startswith(value) or (local in value and value.endswith(f"@{domain}"))
    return same and _covers(link.rect, contact.place.rect)


def _covers(link: Rect, place: Rect) -> bool:
    width = min(link[2], place[2]) - max(link[0], place[0])
    height = min(link[3], place[3]) - max(link[1], place[1])
    return width > _SAME * min(link[2] - link[0], place[2] - place[0]) and height > 0


def _mails_of(link: ReadLink) -> list[str]:
    kind, _, target = link.target.partition(":")
    if kind.lower() != "mailto":
        return []
    return [mail for mail, _, _ in find_emails(target.partition("?")[0].replace("%40", "@"))]


def _phones_of(link: ReadLink, countries: Countries) -> list[str]:
    kind, _, target = link.target.partition(":")
    if kind.lower() != "tel":
        return []
    return [phone for phone, _, _ in find_phones("Tel. " + target.replace("%20", " "), (), countries)]


def _is_told_otherwise(link: ReadLink, found: Sequence[Contact]) -> bool:
    """Whether an address is printed where a link lies that has another: a misspelling, or what a template left."""
    places = [one.place for one in found if not one.is_phone and one.place]
    return any(place.page == link.page and _covers(link.rect, place.rect) for place in places)


def _links(
    reading: Reading, flow: Flow, found: Sequence[Contact], owner: Owner, countries: Countries
) -> Iterator[_Found]:
    """Links that bring an address or a number which the text does not tell; found is what it tells."""
    known = {one.value for one in found}
    for link in reading.links:
        place = Place(page=link.page, rect=link.rect, text=link.target[:160]) if link.page else None
        told = [] if _is_told_otherwise(link, found) else [(mail, False) for mail in _mails_of(link)]
        told += [(phone, True) for phone in _phones_of(link, countries)]
        for value, is_phone in told:
            if value not in known:
                standing = _link_standing(link, flow, owner, "" if is_phone else value)
                own = standing is not Standing.OTHER
                contact = Contact(value=value, is_phone=is_phone, own=own, place=place)
                yield _Found(contact=contact, standing=standing)


def _link_standing(link: ReadLink, flow: Flow, owner: Owner, email: str) -> Standing:
    """Whose the words are on which a link lies, or those nearest above."""
    if email and owner.name.is_borne_by(email):
        return Standing.OWN
    if not link.page:
        return Standing.PERHAPS
    middle = (link.rect[1] + link.rect[3]) / 2
    beside = [
        (max(0.0, link.rect[0] - line.rect[2]), number)
        for number, line in enumerate(flow.lines)
        if line.page == link.page and line.rect[1] <= middle <= line.rect[3] and line.rect[0] < link.rect[2]
    ]
    if not beside:
        return Standing.PERHAPS
    nearest = min(beside)[1]
    begin = flow.starts[nearest]
    return owner.judge(flow.text, flow, begin, begin + len(flow.lines[nearest].text), email)


def _without_neighbours(found: list[_Found], owner: Owner) -> list[Contact]:
    """The contacts; what is perhaps one's own is so where nothing else of its kind is and no stranger's beside it."""
    mails = [one for one in found if not one.contact.is_phone]
    named = [one for one in mails if one.standing is Standing.OWN and owner.name.is_borne_by(one.contact.value)]
    if named:
        # Beside an address of the person's name another one is a stranger's in all places if in one.
        strange = {one.contact.value for one in mails if one.standing is Standing.OTHER}
        strange -= {one.contact.value for one in named}
        found = [replace(one, standing=Standing.OTHER) if one.contact.value in strange else one for one in found]
        mails = [one for one in found if not one.contact.is_phone]
    numbered = {one.line for one in found if one.contact.is_phone}
    others = [one for one in mails if one.standing is Standing.OTHER]
    sure = {one.contact.is_phone for one in found if one.standing is Standing.OWN}
    told = []
    for one in found:
        is_own = one.standing is Standing.OWN or (one.standing is Standing.PERHAPS and _is_alone(one, found, sure))
        # Beside a number of their own another has no other.
        near = [other for other in others if other.line is None or other.line == one.line or other.line not in numbered]
        if is_own and one.contact.is_phone and not one.is_named and _is_near(one, near) and not _is_near(one, named):
            is_own = one.standing is Standing.OWN and _is_beside_own(one, found)
        told.append(replace(one.contact, own=is_own))
    return told


def _is_alone(one: _Found, found: Sequence[_Found], sure: set[bool]) -> bool:
    """Whether nothing else of its kind is sure and it stands with nothing of which another is, or with one's own."""
    if one.contact.is_phone in sure:
        return _is_beside_own(one, found)
    return not _is_near(
        one, [other for other in found if other.standing is Standing.PERHAPS and other.contact.is_phone in sure]
    )


def _is_beside_own(one: _Found, found: Sequence[_Found]) -> bool:
    mails = [other for other in found if not other.contact.is_phone]
    own = {other.contact.value for other in mails if other.standing is Standing.OWN}
    return _is_near(one, [other for other in mails if other.contact.value in own])


def _is_near(one: _Found, others: Sequence[_Found]) -> bool:
    """Whether another stands in the same row or the next, in the same column."""
    return any(_stand_together(one, other) for other in others)


def _stand_together(one: _Found, other: _Found) -> bool:
    if one.line is not None and other.line is not None and abs(one.line - other.line) > _FEW_ROWS:
        return False
    here, there = one.contact.place, other.contact.place
    if not here or not there or here.page != there.page or (one.line is None) != (other.line is None):
        return False
    return abs(here.rect[1] - there.rect[1]) < _ROWS * (here.rect[3] - here.rect[1])


def _unique(found: list[Contact]) -> list[Contact]:
    """Each value once; a value that is somewhere told as the person's own is theirs."""
    best: dict[str, Contact] = {}
    for one in found:
        if one.value not in best or (one.own and not best[one.value].own):
            best[one.value] = one
    return sorted(best.values(), key=lambda one: not one.own)
