"""Telephone numbers as people write them, with their places; dates, norms and file numbers are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.checks.countries import Countries
from reviewer.checks.dialling import has_code, is_telling, read_number
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import Span, lowered, terms

_PHONE = re.compile(
    # What precedes the first sign is looked at behind it: so the engine skips to such signs.
    r"[(\[+0-9](?<![\w@].)(?:(?<!\w[-/_].)|(?<=\+))(?<!\d[.,:].)"
    r"(?:(?:(?<=[(\[])\+|(?<=\+))\s?[(\[]?\d|(?<=[(\[])\d|(?<=0)"
    r"|(?<=1)(?=[ .-]?[(\[]?[2-9]\d\d\D)|(?<=[1-9])\d{1,3}(?=[ .\-–/)\]]?[\d ]|-\t\d))"
    r"(?:(?!\s/\s(?:00[1-9]|\+))[\d \t()\[\].\-–/]|(?<=\d)·(?=\d)"
    r"|(?:(?<=\b0\d\d)|(?<=\b0\d{3})|(?<=\b0\d{4})) · (?=[1-9])|(?<=\b01[567]\d)(?: [·•|] |[·•|_])(?=[1-9])"
    r"|(?<=\d\))(?:·| · )(?=\d)"
    r"|(?:(?<=\+\d\d)|(?<=\+\d\d\))|(?<=· \d\d\d)) · (?=\d)"
    r"|(?<=[/–-])\n(?=\d)|(?<=[/–-]\s)\n(?=\d)){5,28}"
    r"\d(?![\w%€]|[.,]\d)"
)
_GOES_ON = re.compile(
    r"[ \t]*[/–-]?[ \t]*\n(?:[/–-] ?)?(?P<rest>[(\[]?\d[\d \t().\-–/]{0,16}\d|\d)(?![\w%]|[.,]\d)(?![ \t][^\W_])"
)
_GOES_ON_IN_SENTENCE = late(r"\n(?P<rest>[(\[]?\d[\d \t().\-–/]{0,16}\d)(?![\w%]|[.,]\d)")
_ACCOUNT = re.compile(r"[A-Z](?<!\w.)[A-Z]\d\d(?:\s?\d{4}){2,}(?:\s?\d{1,4}\b)?")
_BEGUN = re.compile(
    r"[(\[+0](?<![\w@].)(?:(?:(?<=[(\[])\+|(?<=\+))\s?\d{1,3}|(?:(?<=[(\[])0|(?<=0))\d)[\d ()/.–-]{0,10}"
    r"(?=\n(?:[/–-] ?)?\d)"
)
# So an address follows a number with which brackets begin.
_IN_BRACKETS = late(r"\)?[,;/ ]{1,3}[\w.+-]+@")
# So it does where a header tells all in one row.
_BEFORE_ADDRESS = late(r" {1,3}[\w.+-]+@")
_DIGIT = re.compile(r"\d")
_DOTS = re.compile(r" ?· ?")
_MASKED = re.compile(r"[ ./-]?(?:[xX]+\b|[*•●…_#?]{2,})|[ ./-]?\d[\d ./-]{0,8}(?:[xX]{2,}\b|[*•●…#?]{2,})")
_LETTER = late(r"(?:^|[\s|·,;(/])(?:[tmhcdowb][.:)]?|p:?)\s*$")
# In a sentence these lead to a number, as in "ring me on 0131 496 0177".
_LEADS_TO = late(r"(?:^|\s)(?:on|at|under|unter|auf)\s*:?\s*$")
# So a number goes on after another contact.
_ANOTHER = late(r"(?:\d|@\S+)\)?\s*(?:oder|or|und|and|bzw\.?|sowie)\s*$")
_LABELLED = late(
    r"(?:telefon|tel|fon|phone|mobil|mobile|handy)(?: (?:privat|mobil|dienstlich|geschäftlich|büro|home|work|office))?"
    r"[.:]*\s*$",
    re.IGNORECASE,
)
_SHORT_FAX = re.compile(r"(?:^|\W)f(?:\.|:|\b)\W*$")
_DATE = (
    r"(?:(?:(?:[0-3]?\d[./-])?(?:0?\d|1[0-2])[./-])?(?:19|20)\d\d|(?:19|20)\d\d[./-][01]?\d(?:[./-][0-3]?\d)?"
    r"|[0-3]?\d[./-][01]?\d[./-]\d\d|[01]?\d[./-]\d\d)"
)
_DATES = late(rf"{_DATE}(?:[ \t–/-]+{_DATE})*(?:[ \t–-]+\d{{1,3}})?[ \t–-]*")
_ADDRESS = re.compile(r"\S+@\S+|www\.\S+|https?:\S+")
_TOWN = late(r"(?<!\d)\d{4,5} [A-ZÄÖÜ][a-zäöüß]")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_LAST_WORDS = re.compile(r"\n|\t|//|[|·•;◦●■▪○,]|\s{2,}|\s[–/-]\s")
_CELL_END = late(r"[ \t]*(?:$|[\n\t|·•;,/]|[–-]\s)")
_SEVERAL = re.compile(
    r"\s*//\s*|\s+[/|–-]\s+(?=[(+]*0|\+|\(?[2-9]\d\d\)?[ .-]\d{3}[ .-]\d{4})"
    r"|(?<=\d)[/,](?=[6-9]\d{9}(?!\d))|(?<=\d{4})/(?=\d{2,5}$)|(?<=\d{3}[-. ]\d{4})\s(?=\d)"
    r"|\s(?=\+)|\t|\s{2,}(?=[(+]*0)|(?<=\d)\s(?=\(?0\d{2,4}\)?\s?[./–-])"
    r"|(?<=\d)[/,](?=\+|0\d{2,4}[ /-]?\d{2})|(?<=\b\d{5})[\s.·-]{1,3}(?=\(?[2-9]\d\d\)?[ .-]?\d{3}[ .-]\d{4})"
)
_MOST_WORDS_BESIDE = 7
_HEAD, _NEAR = 400, 160
_LABEL_REACH, _MOST_LABEL_WORDS = 40, 3
# The most signs of a number in its international form where a stroke may part several.
_LONGEST, _LONGEST_WRITTEN = 14, 48
_FEW_DIGITS, _FULL_ROW, _LEAST_UNLABELLED = 4, 60, 11


def find_phones(text: str, masked: Sequence[Span], countries: Countries) -> Iterator[tuple[str, int, int]]:
    """Numbers with their places; masked are spans that hold no number, such as dates."""
    after = 0
    masked = [*masked, *(account.span() for account in _ACCOUNT.finditer(text))]
    for begin, reach in _candidates(text):
        end = _before_dates(text, begin, reach, masked)
        spared = () if _is_international(text[begin:end]) or _is_called(text, begin) else masked
        if begin < after or any(begin < last and end > first for first, last in spared):
            continue
        for number, first, last in _numbers_in(text, begin, end, countries):
            after = last
            yield number, first, last


def _is_called(text: str, begin: int) -> bool:
    """Whether a label of telephones alone stands before a number, so that a year at its end is none."""
    return _LABELLED.search(text, max(0, begin - _LABEL_REACH), begin) is not None


def _before_dates(text: str, begin: int, end: int, masked: Sequence[Span]) -> int:
    """Where a candidate ends that goes on into a date of the next cell."""
    first = min((first for first, last in masked if begin < first < end), default=end)
    return first - 1 if text[first - 1] == "\t" else end


def _candidates(text: str) -> Iterator[Span]:
    """Where a number may stand: whole, or begun at the end of a line."""
    spans = []
    for found in _PHONE.finditer(text):
        spans.append(found.span())
        # Where a stroke parts several, each may be longer than what was left for it.
        starts = (found.start() + cut.end() for cut in _SEVERAL.finditer(found[0]))
        ends = ((start, _PHONE.match(text[start : start + _LONGEST_WRITTEN])) for start in starts)
        spans += [(start, start + one.end()) for start, one in ends if one]
    spans += [found.span() for found in _BEGUN.finditer(text)]
    return iter(sorted(spans, key=lambda span: (span[0], -span[1])))


def _numbers_in(text: str, begin: int, end: int, countries: Countries) -> Iterator[tuple[str, int, int]]:
    """The numbers of a candidate, each as long as it may be; a stroke or a gap may part several."""
    cuts = [begin, *(begin + cut.end() for cut in _SEVERAL.finditer(text[begin:end])), end]
    place = 0
    while place + 1 < len(cuts):
        for last in range(len(cuts) - 1, place, -1):
            until = cuts[place] + len(text[cuts[place] : cuts[last]].rstrip(" \t/|–-"))
            found = _read_at(text, cuts[place], until if last + 1 < len(cuts) else end, countries)
            if found and (last == place + 1 or len(found[0]) <= _LONGEST):
                yield found
                place = last - 1
                break
        place += 1


def _read_at(text: str, begin: int, end: int, countries: Countries) -> tuple[str, int, int] | None:
    written = _DOTS.sub(" ", text[begin:end].replace("\t", " "))
    if not _DIGIT.search(written):
        return None
    international = _is_international(written) or has_code(written, countries)
    if _MASKED.match(text, end) or (not international and _is_dated(written)):
        return None
    row = lowered(text[_label_begin(text, begin) : begin])
    cell = _ADDRESS.sub(" ", _LAST_WORDS.split(row)[-1])
    beside = row.rpartition("\t")[2] or _lone_word(row)
    label = cell if _letters(cell) else beside if row.strip() else _label_above(text, begin)
    labelled = terms("contacts", "phone").hits(label) or _LETTER.search(label) is not None
    if _is_no_phone(label) or (not labelled and terms("contacts", "numbered").hits(label)):
        return None
    if not (labelled or international or _is_told(text, written, cell, begin, end, countries)):
        return None
    number = read_number(written, countries, perhaps=False)
    more = _GOES_ON.match(text, end) or (None if number else _further(text, begin, end))
    if more and (not number or _is_broken(text, begin, more)):
        # What is whole by its form, as an American number, goes on with nothing: a postcode's figures stand above it.
        whole = (
            ""
            if is_telling(more["rest"], countries)
            else read_number(f"{written} {more['rest']}", countries, perhaps=False)
        )
        if whole:
            return whole, begin, more.end()
    perhaps = labelled or international or is_telling(written, countries)
    number = number or read_number(written, countries, perhaps=perhaps)
    least = 0 if labelled or international else _LEAST_UNLABELLED - _is_among_contacts(text, begin, end)
    return (number, begin, end) if len(number) > least else None


def _lone_word(row: str) -> str:
    """The last cell with words before a number's, where it is a label of one word, such as "F"."""
    cell = row.rstrip().rpartition("\t")[2]
    return cell if len(cell.split()) == 1 else ""


def _is_told(text: str, written: str, cell: str, begin: int, end: int, countries: Countries) -> bool:
    """Whether the words before a number lead to it, or its form and place tell it."""
    before = text[text.rfind("\n", 0, begin) + 1 : begin]
    return _leads_on(before) or _is_told_by_form(text, written, cell, begin, end, countries)


def _leads_on(row: str) -> bool:
    """Whether the words of a row lead to a number: "call me on", a number or an address and "or", or a call for one."""
    if _LEADS_TO.search(row) or _ANOTHER.search(row):
        return True
    told = row.rstrip().endswith(":")
    return told and any(terms("contacts", kind).hits(lowered(row)) for kind in ("phone", "through_mine"))


def _row_of(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end]


def _label_begin(text: str, begin: int) -> int:
    """Where the words before a number begin that may be its label: with its row, or a whole word not far before."""
    first, far = text.rfind("\n", 0, begin) + 1, begin - _LABEL_REACH
    if first >= far:
        return first
    blank = text.find(" ", far, begin)
    return far if blank < 0 else blank


def _further(text: str, begin: int, end: int) -> re.Match[str] | None:
    """What the next line adds to a number with which a line of a sentence ends that is full or leads to it."""
    first = text.rfind("\n", 0, end) + 1
    goes_on = end - first >= _FULL_ROW or _leads_on(text[first:begin])
    return _GOES_ON_IN_SENTENCE.match(text, end) if goes_on else None


def _is_international(written: str) -> bool:
    return written.lstrip("([ ").startswith(("+", "00"))


def _is_broken(text: str, begin: int, more: re.Match[str]) -> bool:
    """Whether a line's end may have parted a number that is valid as it stands: by few digits, or in a full line.

    A single digit may be the page's number, unless a label of the next contact follows.
    """
    rest = more["rest"]
    row = begin - (text.rfind("\n", 0, begin) + 1)
    digits = sum(sign.isdigit() for sign in rest)
    few = 1 < digits <= _FEW_DIGITS or (digits == 1 and _labels_next(text, more.end()))
    return rest[0] not in "0+(" and (few or row >= _FULL_ROW)


def _labels_next(text: str, end: int) -> bool:
    below = text[end : end + _LABEL_REACH].lstrip("\n").partition("\n")[0]
    first = lowered(below).split()[:1]
    return bool(first) and any(terms("contacts", kind).hits(first[0]) for kind in ("phone", "mail"))


def _is_told_by_form(text: str, written: str, cell: str, begin: int, end: int, countries: Countries) -> bool:
    """Whether a number without a known label is one by its form, its place, and the few words before it."""
    plain = written.lstrip("([ ")
    if plain[0] != "0" and not is_telling(written, countries):
        return not _letters(cell) and _is_alone_beside_address(text, begin, end)
    if text[:begin].rstrip().endswith(":") and "@" in _row_of(text, begin):
        return True
    if _BEFORE_ADDRESS.match(text, end):
        return True
    if _IN_BRACKETS.match(text, end) and text[max(0, begin - 1) : begin + 1].lstrip()[:1] == "(":
        return True
    if begin < _HEAD or "@" in text[max(0, begin - _NEAR) : end + _NEAR]:
        return len(_WORDS.findall(cell)) <= 1
    return not _letters(cell) and _is_listed(text, begin, end)


def _is_alone_beside_address(text: str, begin: int, end: int) -> bool:
    """Whether a number has its cell to itself, and an address stands in its row or in the next or last one."""
    first, last = text.rfind("\n", 0, begin), text.find("\n", end)
    above = text.rfind("\n", 0, max(0, first))
    below = text.find("\n", last + 1) if last >= 0 else -1
    return _CELL_END.match(text, end) is not None and "@" in text[above + 1 : below if below >= 0 else len(text)]


def _is_among_contacts(text: str, begin: int, end: int) -> bool:
    """Whether an address stands in the next row, or a town with its postcode in the one above."""
    first, last = text.rfind("\n", 0, begin), text.find("\n", end)
    above = text[text.rfind("\n", 0, max(0, first)) + 1 : max(0, first)]
    below = text[last + 1 : (text.find("\n", last + 1) + 1 or len(text) + 1) - 1] if last >= 0 else ""
    return "@" in below or _TOWN.search(above) is not None


def _letters(words: str) -> bool:
    return _WORDS.search(words) is not None


def _is_dated(written: str) -> bool:
    """Whether it is made of dates and of nothing else but a page's number."""
    return _DATES.fullmatch(written.strip("()[] ")) is not None


def _label_above(text: str, begin: int) -> str:
    """The last words above a number that begins its row, where these are few as labels are; of cells the first."""
    end = text.rfind("\n", 0, begin)
    row = lowered(text[text.rfind("\n", 0, max(end, 0)) + 1 : max(end, 0)])
    if row.strip() == ":":
        return _label_above(text, end)
    last = _LAST_WORDS.split(row.partition("\t")[0])[-1]
    return last if len(last.split()) <= _MOST_LABEL_WORDS else ""


def _is_no_phone(before: str) -> bool:
    """Whether the words before say that a number is a fax, a register's or an account's."""
    last = re.split(r"[|,·;•◦]|\d{3,}", before)[-1]
    fax = terms("contacts", "fax").hits(last) and not terms("contacts", "with_fax").hits(last)
    return fax or _SHORT_FAX.search(last) is not None or terms("contacts", "no_phone").hits(last)


def _is_listed(text: str, begin: int, end: int) -> bool:
    """Whether few other words share the line, as where contact data are listed."""
    first = text.rfind("\n", 0, begin) + 1
    last = text.find("\n", end)
    beside = _ADDRESS.sub(" ", text[first:begin] + " " + text[end : len(text) if last < 0 else last])
    return len(_WORDS.findall(beside)) <= _MOST_WORDS_BESIDE
