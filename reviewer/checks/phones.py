"""Telephone numbers as people write them, in their international form; dates, norms and file numbers are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.checks.vocabulary import Span, load, lowered, terms

_PHONE = re.compile(
    r"(?<![\w.,/@-])(?:\+\d\d\n(?=\d{2})|\(?(?:\+|00)\s?\(?\d{1,3}\)?|\(?0|\(\d|[2-9]\d\d)"
    r"(?:[\d \t().\-–/]|(?<=\d)·(?=\d)){5,28}\d(?![\w%]|[.,]\d)"
)
_GOES_ON = re.compile(r"[ \t]*\n(?P<rest>\(?\d[\d \t().\-–/]{1,16}\d)(?![\w%]|[.,]\d)(?![ \t][A-ZÄÖÜ][a-zäöü])")
_SHORT_FAX = re.compile(r"(?:^|\W)f:\s*$")
_BRACKET_ZERO = re.compile(r"\(\s?0\s?\)")
_LEAST_DIGITS, _MOST_DIGITS = 7, 15
_MOST_WORDS_BESIDE = 7
_HEAD, _NEAR = 400, 160
_REGION_SIGNS = tuple(
    (region, re.compile(signs))
    for region, signs in (
        ("AT", r"(?:\+|\b00)43|\bA-\d{4}\b|\b(?:Österreich|Austria)\b"),
        ("CH", r"(?:\+|\b00)41|\bCH-\d{4}\b|\b(?:Schweiz|Switzerland)\b"),
        ("DE", r"(?:\+|\b00)49|\bD-\d{5}\b|(?<!IATF )\b\d{5} [A-ZÄÖÜ][a-zäöü]|\b(?:Deutschland|Germany)\b"),
        ("GB", r"(?:\+|\b00)44|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b|\b(?:United Kingdom|England|Scotland)\b"),
        ("US", r"\+1\b|\b[A-Z]{2} \d{5}\b|\b(?:USA|United States)\b"),
    )
)
# Dialling codes that tell the country, with the first group of digits as it is written.
_TELLING = (
    ("DE", re.compile(r"01[567]\d{1,2}|030|040|069|089|0[2-9]\d{2,3}1|0201|0211|0231|0341|0351|0511|0621|0711|0911")),
    ("AT", re.compile(r"06(?:50|60|64|76|77|80|81|88|99)|0[15]?1|0512|0316|0662|0732")),
    ("GB", re.compile(r"02[03489]|07\d{3,4}|01\d[1]|011\d|01\d{4}|0[38]\d{2,3}")),
    ("CH", re.compile(r"04[1-4]|031|061|071|07[5-9]|02[1-7]")),
)
# Numbers the British regulator keeps for invented people; the library holds them for invalid.
_INVENTED = re.compile(r"\+44(?:7700900|1632960)\d{3}")


def find_regions(text: str, language: str) -> list[str]:
    """Countries whose way of writing numbers to try, the likeliest first; text is what stands around contact data."""
    counts = {region: len(signs.findall(text)) for region, signs in _REGION_SIGNS}
    usual = ["DE", "AT", "CH", "GB", "US"] if language == "de" else ["GB", "US", "DE", "AT", "CH"]
    return sorted(usual, key=lambda region: -min(counts[region], 3) - (1.5 if region == usual[0] else 0.0))


def find_phones(text: str, masked: Sequence[Span], regions: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Numbers with their places; masked are spans that hold no number, such as dates."""
    for found in _PHONE.finditer(text):
        begin, end = found.span()
        if any(begin < last and end > first for first, last in masked):
            continue
        labelled = terms("contacts", "own").hits(_label_before(text, begin))
        international = found[0].lstrip("(").startswith(("+", "00"))
        national = not international and found[0].lstrip("(")[0] != "0"
        if _is_no_phone(text, begin) or (national and not labelled):
            continue
        if not (labelled or international or _stands_alone(text, begin, end)):
            continue
        number = _read(found[0], regions, perhaps=False)
        more = _GOES_ON.match(text, end) if not number and labelled else None
        if more:
            number = _read(found[0] + " " + more["rest"], regions, perhaps=False)
            end = more.end() if number else end
        number = number or (_read(found[0], regions, perhaps=labelled or international))
        if number:
            yield number, begin, end


def _read(written: str, regions: Sequence[str], *, perhaps: bool) -> str:
    """The number in its international form: valid in the first country that knows it so, perhaps merely possible."""
    import phonenumbers

    if not _LEAST_DIGITS <= sum(sign.isdigit() for sign in written) <= _MOST_DIGITS:
        return ""
    plain = written.replace("–", "-").replace("·", " ")
    if plain.lstrip("(").startswith(("+", "00")):
        plain = _BRACKET_ZERO.sub("", plain)
    possible = ""
    for region in _told_first(plain, regions):
        try:
            number = phonenumbers.parse(plain, region)
        except phonenumbers.NumberParseException:
            continue
        form = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        if phonenumbers.is_valid_number(number) or _INVENTED.fullmatch(form):
            return form
        if perhaps and not possible and phonenumbers.is_possible_number(number):
            possible = form
    return possible


def _told_first(written: str, regions: Sequence[str]) -> list[str]:
    """The countries, first those whose dialling code the first digits are."""
    group = re.match(r"\(?(0\d*)", written)
    if not group or written.startswith("00"):
        return list(regions)
    digits = group[1] if len(group[1]) <= _LEAST_DIGITS else group[1][:4]
    telling = {region for region, code in _TELLING if code.fullmatch(digits)}
    return sorted(regions, key=lambda region: region not in telling)


def _label_before(text: str, begin: int) -> str:
    row = max(text.rfind("\n", 0, begin - 1 if begin and text[begin - 1] == "\n" else begin), begin - 40, 0)
    return lowered(text[row:begin])


def _is_no_phone(text: str, begin: int) -> bool:
    """Whether the words before say that a number is a fax, a register's or an account's."""
    before = re.split(r"[|,·;•◦]|\d{3,}", _label_before(text, begin))[-1]
    fax = (
        any(word in before for word in load("contacts")["fax"] if word != "f:") or _SHORT_FAX.search(before) is not None
    )
    return fax or terms("contacts", "no_phone").hits(before)


def _stands_alone(text: str, begin: int, end: int) -> bool:
    """Whether few other words share the line or an address is near, as where contact data are listed."""
    if begin < _HEAD or "@" in text[max(0, begin - _NEAR) : end + _NEAR]:
        return True
    first = text.rfind("\n", 0, begin) + 1
    last = text.find("\n", end)
    beside = re.sub(r"\S+@\S+|www\.\S+|\d+", " ", text[first:begin] + " " + text[end : len(text) if last < 0 else last])
    return len(re.findall(r"[^\W\d_]{2,}", beside)) <= _MOST_WORDS_BESIDE
