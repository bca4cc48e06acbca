"""Addresses and telephone numbers, and whose they are: the person's own, or a referee's, client's or agency's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.checks.companies import patterns
from reviewer.checks.dates import Period
from reviewer.checks.flow import Flow
from reviewer.checks.names import bears, find_name, folded
from reviewer.checks.sections import Section
from reviewer.checks.vocabulary import load, lowered, terms
from reviewer.domain.findings import Place
from reviewer.domain.reading import Reading

_EMAIL = re.compile(
    r"[\w.+%-]+(?:\s?(?:\(at\)|\[at\]|\{at\})\s?|@\n?)[\w-]+"
    r"(?:(?:-\n|\.\n?|\s?(?:\(dot\)|\[dot\]|\(punkt\)|\[punkt\])\s?)[\w-]+)+"
)
_AT = re.compile(r"\s?[(\[{]at[)\]}]\s?")
_ENDINGS = frozenset(("at", "biz", "ch", "com", "de", "eu", "info", "io", "net", "org", "uk"))
_DOT = re.compile(r"\s?[(\[](?:dot|punkt)[)\]]\s?")
_PHONE = re.compile(
    r"(?<![\w.,/@-])(?:\(?(?:\+|00)\(?\d{1,3}\)?|\(?0|\(\d|[2-9]\d\d)[\d \t().\-–/]{5,24}\d(?![\w%]|[.,]\d)"
)
_BRACKET_ZERO = re.compile(r"\(\s?0\s?\)")
_LEAST_DIGITS, _MOST_DIGITS = 7, 15
_REGION_SIGNS = tuple(
    (region, re.compile(signs))
    for region, signs in (
        ("AT", r"(?:\+|\b00)43|\bA-\d{4}\b|\b(?:Österreich|Austria|Wien|Vienna|Graz|Linz|Salzburg|Klagenfurt|Wels)\b"),
        (
            "CH",
            r"(?:\+|\b00)41|\bCH-\d{4}\b|\b(?:Schweiz|Switzerland|Zürich|Zurich|Basel|Bern|Luzern|Olten|Winterthur|Genf)\b",
        ),
        ("DE", r"(?:\+|\b00)49|\bD-\d{5}\b|(?<!IATF )\b\d{5} [A-ZÄÖÜ][a-zäöü]|\b(?:Deutschland|Germany)\b"),
        (
            "GB",
            r"(?:\+|\b00)44|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b|\b(?:United Kingdom|England|Scotland|London)\b",
        ),
        ("US", r"\+1\b|\b[A-Z]{2} \d{5}\b|\b(?:USA|United States)\b"),
    )
)
_LOOK_BACK = 160
# Numbers the British regulator keeps for invented people; the library holds them for invalid.
_INVENTED = re.compile(r"\+44(?:7700900|1632960)\d{3}")


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
    masked: tuple[tuple[int, int], ...] = ()


def find_contacts(
    reading: Reading, flow: Flow, sections: Sequence[Section], periods: Sequence[Period], language: str
) -> list[Contact]:
    """All contacts, each once; own ones first."""
    name = find_name(flow)
    spans = tuple((one.begin, one.end) for one in periods)
    sources = [_Source(text=flow.text, flow=flow, masked=spans)]
    sources += [_Source(text=margin.text, flow=None) for margin in reading.margins]
    found: list[Contact] = []
    regions = _regions("\n".join(source.text for source in sources), language)
    for source in sources:
        for email, begin, end in _emails(source.text):
            own = _is_own(source, begin, end, sections, name, email)
            found.append(_contact(source, email, False, own, begin, end))
        for phone, begin, end in _phones(source, regions):
            own = _is_own(source, begin, end, sections, name, "")
            found.append(_contact(source, phone, True, own, begin, end))
    found += _furniture(flow, regions)
    found += _links(reading, found, name)
    return _unique(found)


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
        for phone, _, _ in _phones(_Source(text=line.text, flow=None), regions):
            yield Contact(value=phone, is_phone=True, own=True, place=place)


def _links(reading: Reading, found: list[Contact], name: set[str]) -> Iterator[Contact]:
    """Links that bring an address or a number which the text does not tell."""
    known = {one.value for one in found}
    for link in reading.links:
        kind, _, target = link.target.partition(":")
        place = Place(page=link.page, rect=link.rect, text=link.target) if link.page else None
        if kind.lower() == "mailto":
            for email, _, _ in _emails(target.partition("?")[0]):
                if email not in known:
                    yield Contact(value=email, is_phone=False, own=not known or bears(email, name), place=place)
        elif kind.lower() == "tel":
            for phone, _, _ in _phones(_Source(text=target.replace("%20", " "), flow=None), ["DE", "GB"]):
                if phone not in known:
                    yield Contact(value=phone, is_phone=True, own=True, place=place)


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


def _regions(text: str, language: str) -> list[str]:
    """Countries whose way of writing numbers to try, the likeliest first."""
    counts = {region: len(signs.findall(text)) for region, signs in _REGION_SIGNS}
    usual = ["DE", "AT", "CH", "GB", "US"] if language == "de" else ["GB", "US", "DE", "AT", "CH"]
    return sorted(usual, key=lambda region: -min(counts[region], 3) - (0.5 if region == usual[0] else 0.0))


def _phones(source: _Source, regions: list[str]) -> Iterator[tuple[str, int, int]]:
    for found in _PHONE.finditer(source.text):
        begin, end = found.span()
        if any(begin < last and end > first for first, last in source.masked):
            continue
        digits = sum(sign.isdigit() for sign in found[0])
        labelled = _labelled(source.text, begin)
        national = found[0].lstrip("(")[0] not in "+0"
        if not _LEAST_DIGITS <= digits <= _MOST_DIGITS or (national and not labelled):
            continue
        if _is_fax(source.text, begin):
            continue
        written = (
            _BRACKET_ZERO.sub("", found[0].replace("–", "-"))
            if "+" in found[0] or found[0].startswith("00")
            else found[0]
        )
        number = _number(written, regions, labelled or written.startswith("+"))
        if number:
            yield number, begin, end


def _number(written: str, regions: Sequence[str], perhaps: bool) -> str:
    """The number in its international form: valid in the first country that knows it so, perhaps merely possible."""
    import phonenumbers

    possible = ""
    for region in regions:
        try:
            number = phonenumbers.parse(written, region)
        except phonenumbers.NumberParseException:
            continue
        form = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        if phonenumbers.is_valid_number(number) or _INVENTED.fullmatch(form):
            return form
        if perhaps and not possible and phonenumbers.is_possible_number(number):
            possible = form
    return possible


def _label_before(text: str, begin: int) -> str:
    row = max(text.rfind("\n", 0, begin - 1 if begin and text[begin - 1] == "\n" else begin), begin - 40, 0)
    return lowered(text[row:begin])


def _labelled(text: str, begin: int) -> bool:
    return terms("contacts", "own").hits(_label_before(text, begin))


def _is_fax(text: str, begin: int) -> bool:
    before = re.split(r"[|,·;•]|\d{3,}", _label_before(text, begin))[-1]
    return any(word in before for word in load("contacts")["fax"] if word != "f:") or before.strip().endswith("f:")


def _is_own(source: _Source, begin: int, end: int, sections: Sequence[Section], name: set[str], email: str) -> bool:
    if email and name and bears(email, name):
        return True
    kind = _section_kind(source, begin, sections)
    if kind == "references":
        return False
    if kind == "contact":
        return True
    others = terms("contacts", "others")
    text = source.text
    row = text.rfind("\n", 0, begin) + 1
    above = text.rfind("\n", 0, max(0, row - 1)) + 1
    line_end = text.find("\n", end)
    beside = lowered(text[row : len(text) if line_end < 0 else line_end])
    higher = lowered(text[max(above, begin - _LOOK_BACK) : row])
    if others.hits(beside) or (others.hits(higher) and not _EMAIL.search(text[above:row])):
        return False
    if _is_agency(text[row : len(text) if line_end < 0 else line_end], email) and not _near_name(text, begin, name):
        return False
    if _before_greeting(text, begin) and not (email and not name):
        return _near_name(text, begin, name)
    return kind not in {"projects", "experience"} or _near_top(source, begin)


def _is_agency(row: str, email: str) -> bool:
    """Whether a company's general address stands in a row with its name and legal form."""
    return (
        bool(email)
        and email.partition("@")[0] in load("contacts")["general"]
        and patterns()["legal"].search(row) is not None
    )


def _before_greeting(text: str, begin: int) -> bool:
    """Whether a letter's greeting comes soon: then what stands above it may be the addressee's."""
    ahead = lowered(text[begin : begin + 700])
    return any(word in ahead for word in load("contacts")["greeting"])


def _near_name(text: str, begin: int, name: set[str]) -> bool:
    around = folded(text[max(0, begin - 250) : begin + 120])
    return any(part in around for part in name)


def _near_top(source: _Source, begin: int) -> bool:
    return source.flow is not None and source.flow.line_at(begin) < 12


def _section_kind(source: _Source, begin: int, sections: Sequence[Section]) -> str:
    if source.flow is None:
        return "contact"
    number = source.flow.line_at(begin)
    return next((one.kind for one in sections if one.first <= number < one.last), "")
