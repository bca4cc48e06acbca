"""Telephone numbers in their international form, read as the likeliest country writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_LEAST_DIGITS, _MOST_DIGITS = 7, 15
_FEW_SIGNS = 2
_BRACKET_ZERO = re.compile(r"[(\[]\s?0\s?[)\]]")
_REGION_SIGNS = tuple(
    (region, re.compile(signs))
    for region, signs in (
        ("AT", r"(?:\+|\b00)43|\bA-\d{4}\b|\b(?:Österreich|Austria)\b"),
        ("CH", r"(?:\+|\b00)41|\bCH-\d{4}\b|\b(?:Schweiz|Switzerland)\b"),
        ("DE", r"(?:\+|\b00)49|\bD-\d{5}\b|(?<!IATF )\b\d{5} [A-ZÄÖÜ][a-zäöü]|\b(?:Deutschland|Germany)\b"),
        ("GB", r"(?:\+|\b00)44|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b|\b(?:United Kingdom|England|Scotland|Wales)\b"),
        ("US", r"\+1\b|\b[A-Z]{2},? \d{5}\b|\b(?:USA|United States)\b"),
        ("IE", r"(?:\+|\b00)353|\bIreland\b"),
        ("FR", r"(?:\+|\b00)33|\bF-\d{5}\b|\b(?:Frankreich|France)\b"),
        ("NL", r"(?:\+|\b00)31|\b\d{4} [A-Z]{2}\b|\b(?:Niederlande|Netherlands)\b"),
        ("BE", r"(?:\+|\b00)32|\bB-\d{4}\b|\b(?:Belgien|Belgium)\b"),
        ("LU", r"(?:\+|\b00)352|\bL-\d{4}\b|\b(?:Luxemburg|Luxembourg)\b"),
        ("LI", r"(?:\+|\b00)423|\bFL-\d{4}\b|\bLiechtenstein\b"),
        ("IT", r"(?:\+|\b00)39|\bI-\d{5}\b|\b(?:Italien|Italy)\b"),
        ("ES", r"(?:\+|\b00)34|\bE-\d{5}\b|\b(?:Spanien|Spain)\b"),
        ("PT", r"(?:\+|\b00)351|\bPortugal\b"),
        ("DK", r"(?:\+|\b00)45|\bDK-\d{4}\b|\b(?:Dänemark|Denmark)\b"),
        ("SE", r"(?:\+|\b00)46|\b(?:Schweden|Sweden)\b"),
        ("NO", r"(?:\+|\b00)47|\b(?:Norwegen|Norway)\b"),
        ("PL", r"(?:\+|\b00)48|\bPL-\d\d-\d{3}\b|\b(?:Polen|Poland)\b"),
        ("CZ", r"(?:\+|\b00)420|\b(?:Tschechien|Czech)\b"),
        ("IN", r"(?:\+|\b00)91|\b(?:Indien|India)\b"),
    )
)
_USUAL = frozenset(("AT", "CH", "DE", "GB", "US"))
# Dialling codes that tell the country, with the first group of digits as it is written.
_TELLING = (
    ("DE", re.compile(r"01[567]\d{1,2}|030|040|069|089|0[2-9]\d{2,3}1|0201|0211|0231|0341|0351|0511|0621|0711|0911")),
    ("AT", re.compile(r"06(?:50|60|64|76|77|80|81|88|99)|0[15]?1|0512|0316|0662|0732")),
    ("GB", re.compile(r"02[03489]|07\d{3,4}|01\d[1]|011\d|01\d{4}|0[38]\d{2,3}")),
    ("CH", re.compile(r"04[1-4]|031|061|071|07[5-9]|02[1-7]")),
)
AMERICAN = re.compile(r"[(\[]?[2-9]\d\d[)\]]?[ .-]{0,2}\d{3}[ .-]{0,2}\d{4}")
"""How numbers are parted in the United States and Canada."""
_FRENCH = re.compile(r"0[1-9](?:[ .-]\d\d){4}")
# Numbers the British regulator keeps for invented people; the library holds them for invalid.
_INVENTED = re.compile(r"\+44(?:7700900|1632960)\d{3}|\+1\d{3}55501\d\d")


def find_regions(text: str, language: str) -> list[str]:
    """Countries whose way of writing numbers to try, the likeliest first; text is what stands around contact data."""
    counts = {region: len(signs.findall(text)) for region, signs in _REGION_SIGNS}
    usual = ["DE", "AT", "CH", "GB", "US"] if language == "de" else ["GB", "US", "DE", "AT", "CH"]
    order = [*usual, *(region for region, count in counts.items() if count and region not in _USUAL)]
    return sorted(order, key=lambda region: -min(counts[region], 3) - (1.5 if region == usual[0] else 0.0))


def read_number(written: str, regions: Sequence[str], *, perhaps: bool) -> str:
    """The number in its international form: valid in the first country that knows it so, perhaps merely possible.

    Empty for what is no number, or only shows where one belongs, as 000-00-0000 does.
    """
    import phonenumbers

    digits = [sign for sign in written if sign.isdigit()]
    if not _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS or len(set(digits)) <= _FEW_SIGNS:
        return ""
    plain = written.replace("–", "-").replace("·", " ").replace("\n", " ")
    if plain.lstrip("([ ").startswith(("+", "00")):
        plain = re.sub(r"^[(\[ ]*00", "+", _BRACKET_ZERO.sub("", plain))
    possible = ""
    for region in _told_first(plain, regions):
        try:
            number = phonenumbers.parse(plain, region)
        except phonenumbers.NumberParseException:
            continue
        form = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        if phonenumbers.is_valid_number(number) or _INVENTED.fullmatch(form):
            return form
        if perhaps and not possible and _is_whole(number):
            possible = form
    return possible


def _is_whole(number: PhoneNumber) -> bool:
    """Whether a number has as many digits as its country gives, area code included."""
    import phonenumbers

    return phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE


def _told_first(written: str, regions: Sequence[str]) -> list[str]:
    """The countries to try: only those whose dialling code the first digits are or whose form it has, if any."""
    if written.lstrip("([ ").startswith(("+", "00")):
        return list(regions[:1])
    if AMERICAN.fullmatch(written):
        return ["US"]
    if "FR" in regions and _FRENCH.fullmatch(written):
        return ["FR"]
    group = re.match(r"[(\[]?\s?(0\d*)", written)
    if not group:
        return list(regions)
    digits = group[1] if len(group[1]) <= _LEAST_DIGITS else group[1][:4]
    telling = {region for region, code in _TELLING if code.fullmatch(digits)}
    told = [region for region in regions if region in telling]
    return told if told and regions[0] in told else [*told, *(region for region in regions if region not in telling)]
