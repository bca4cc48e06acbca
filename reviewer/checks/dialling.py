"""Telephone numbers in their international form, read as the likeliest country writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_LEAST_DIGITS, _MOST_DIGITS = 7, 15
_FEW_SIGNS = 2
# So many digits has a number, its country's code included, that is merely possible.
_LEAST_POSSIBLE = 10
# A country's code in brackets alone, as in "(49) 151 …"; American area codes have three digits.
_BRACKET_CODE = re.compile(r"^\((4[13-9]|3[1-4]|39)\)\s?(?=[1-9])")
_BRACKET_ZERO = re.compile(r"[(\[]\s?0\s?[)\]]")
_CODES = {
    "49": "DE", "43": "AT", "41": "CH", "44": "GB", "1": "US", "353": "IE", "33": "FR", "31": "NL", "32": "BE",
    "352": "LU", "423": "LI", "39": "IT", "34": "ES", "351": "PT", "45": "DK", "46": "SE", "47": "NO", "48": "PL",
    "420": "CZ", "91": "IN", "61": "AU",
}  # fmt: skip
_NAMES = {
    "deutschland": "DE", "germany": "DE", "österreich": "AT", "austria": "AT", "schweiz": "CH", "switzerland": "CH",
    "kingdom": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "usa": "US", "states": "US", "ireland": "IE",
    "irland": "IE", "frankreich": "FR", "france": "FR", "niederlande": "NL", "netherlands": "NL", "belgien": "BE",
    "belgium": "BE", "luxemburg": "LU", "luxembourg": "LU", "liechtenstein": "LI", "italien": "IT", "italy": "IT",
    "spanien": "ES", "spain": "ES", "portugal": "PT", "dänemark": "DK", "denmark": "DK", "schweden": "SE",
    "sweden": "SE", "norwegen": "NO", "norway": "NO", "polen": "PL", "poland": "PL", "tschechien": "CZ",
    "czechia": "CZ", "indien": "IN", "india": "IN",
    "australia": "AU", "australien": "AU", "singapore": "SG", "africa": "ZA", "johannesburg": "ZA", "kenya": "KE",
    "nairobi": "KE", "malaysia": "MY", "mumbai": "IN", "delhi": "IN", "bangalore": "IN", "bengaluru": "IN",
    "hyderabad": "IN", "chennai": "IN",
}  # fmt: skip
_LETTERS = {
    "A": "AT",
    "CH": "CH",
    "D": "DE",
    "F": "FR",
    "B": "BE",
    "L": "LU",
    "FL": "LI",
    "I": "IT",
    "E": "ES",
    "DK": "DK",
}
_CODE = re.compile(r"(?:\+|\b00)\s?\(?(\d{1,3})")
_LETTERED = re.compile(r"\b([A-Z]{1,2})-\d{4,5}\b")
_SWISS = (
    r"(?:Zürich|Bern|Basel|Luzern|Winterthur|St\. ?Gallen|Gen[fè]|Zug|Chur|Aarau|Lausanne|Thun|Biel|Solothurn|Olten)"
)
_FRENCH_TOWNS = r"(?:Paris|Lyon|Marseille|Toulouse|Nice|Nantes|Strasbourg|Bordeaux|Lille|Rennes|Grenoble|Montpellier)"
_AUSTRIAN = r"(?:Wien|Graz|Linz|Salzburg|Innsbruck|Klagenfurt|Villach|Wels|Bregenz|Dornbirn|Steyr|Feldkirch|Mödling)"
_TOWNS = (
    ("DE", re.compile(r"(?<!IATF )\b\d{5} [A-ZÄÖÜ][a-zäöü]")),
    ("GB", re.compile(r"\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b")),
    ("US", re.compile(r"\b[A-Z]{2},? \d{5}\b")),
    ("NL", re.compile(r"\b\d{4} [A-Z]{2}\b")),
    ("FR", re.compile(rf"\b\d{{5}} {_FRENCH_TOWNS}")),
    ("SE", re.compile(r"\b\d{3} \d{2} [A-ZÅÄÖ][a-zåäö]")),
    ("CH", re.compile(rf"\b\d{{4}} {_SWISS}")),
    ("AT", re.compile(rf"\b\d{{4}} {_AUSTRIAN}")),
)
# Dialling codes that tell the country, with the first group of digits as it is written.
_TELLING = (
    ("DE", re.compile(r"01[567]\d{1,2}|030|040|069|089|0[2-9]\d{1,3}1|020[29]|0212|0228|0234|0335|03[4-9]5|0340|0906")),
    ("AT", re.compile(r"06(?:50|60|64|76|77|80|81|88|99)|0[15]?1|0512|0316|0662|0732")),
    ("GB", re.compile(r"02[03489]|07\d{3,4}|01\d[1]|011\d|01\d{3,4}|0[38]\d{2,3}")),
    ("CH", re.compile(r"02[12467]|03[1-4]|04[1-4]|05[2568]|06[12]|07[1-9]|081|091")),
)
_AMERICAN = re.compile(r"(?:1[ .-]?)?[(\[]?[2-9]\d\d[)\]]?[ ./-]{0,2}\d{3}[ .-]{0,3}\d{4}")
# Parted by twos: no other country has so many digits after such a code.
_GERMAN_MOBILE = re.compile(r"01[567]\d{8,9}")
_FRENCH = re.compile(r"0[1-9](?:[ .-]\d\d){4}")
# Numbers that regulators keep for invented people (Ofcom, NANPA, ARCEP); the library holds them for invalid.
_INVENTED = re.compile(
    r"\+44(?:7700900|1632960)\d{3}|\+1\d{3}55501\d\d|\+33(?:19900|26191|35301|46571|53649|63998)\d{4}"
)


# What only shows where a number belongs: no American area begins with 0 or 1, no German mobile number is so short.
_PLACEHOLDER = re.compile(r"\+1[01]|\+491[567]\d{1,8}$")


def find_regions(text: str, language: str) -> list[str]:
    """Countries whose way of writing numbers to try, the likeliest first; text is what stands around contact data."""
    counts: Counter[str] = Counter(_NAMES[word] for word in re.findall(r"\w{3,}", text.lower()) if word in _NAMES)
    counts.update(_LETTERS[letters] for letters in _LETTERED.findall(text) if letters in _LETTERS)
    counts.update(region for code in _CODE.findall(text) if (region := _region_of(code)))
    counts.update({region: len(signs.findall(text)) for region, signs in _TOWNS})
    usual = ["DE", "AT", "CH", "GB", "US"] if language == "de" else ["GB", "US", "DE", "AT", "CH"]
    order = [*usual, *(region for region, count in counts.items() if count and region not in usual)]
    return sorted(order, key=lambda region: -min(counts[region], 3) - (1.5 if region == usual[0] else 0.0))


def _region_of(digits: str) -> str:
    """The country whose code these digits begin with; empty for one that is not listed."""
    return next((_CODES[digits[:length]] for length in (3, 2, 1) if digits[:length] in _CODES), "")


def read_number(written: str, regions: Sequence[str], *, perhaps: bool) -> str:
    """The number in its international form: valid in the first country that knows it so, perhaps merely possible.

    Empty for what is no number, or only shows where one belongs, as 000-00-0000 does.
    """
    import phonenumbers

    digits = [sign for sign in _BRACKET_ZERO.sub("", written.removeprefix("00")) if sign.isdigit()]
    if not _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS or len(set(digits)) <= _FEW_SIGNS:
        return ""
    plain = written.replace("–", "-").replace("·", " ").replace("\n", " ")
    plain = _BRACKET_CODE.sub(r"+\1 ", plain)
    if plain.lstrip("([ ").startswith(("+", "00")):
        plain = re.sub(r"^[(\[ ]*00", "+", _BRACKET_ZERO.sub("", plain))
    possible = ""
    for region in _told_first(plain, regions):
        try:
            number = phonenumbers.parse(plain, region)
        except phonenumbers.NumberParseException:
            continue
        if len(set(str(number.national_number))) == 1:
            return ""
        form = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        if phonenumbers.is_valid_number(number) or _INVENTED.fullmatch(form):
            return form
        if perhaps and not possible and _is_whole(number):
            possible = form
    return possible


def is_telling(written: str, regions: Sequence[str]) -> bool:
    """Whether a number is parted as in the United States and Canada, or as in France where that is likely."""
    return _AMERICAN.fullmatch(written) is not None or _is_french(written, regions)


def _is_french(written: str, regions: Sequence[str]) -> bool:
    """Whether a number is parted by twos, where that is French rather than Dutch or an old German way."""
    likely = "FR" in regions or "." in written or (list(regions[:1]) not in ([], ["DE"]) and "NL" not in regions)
    return likely and _FRENCH.fullmatch(written) is not None


def _is_whole(number: PhoneNumber) -> bool:
    """Whether a number has as many digits as its country gives, area code included."""
    import phonenumbers

    if _PLACEHOLDER.match(f"+{number.country_code}{number.national_number}"):
        return False
    digits = len(f"{number.country_code}{number.national_number}")
    whole = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
    return whole and digits >= _LEAST_POSSIBLE


def _told_first(written: str, regions: Sequence[str]) -> list[str]:
    """The countries to try: only those whose dialling code the first digits are or whose form it has, if any."""
    if written.lstrip("([ ").startswith(("+", "00")):
        return list(regions[:1])
    if _AMERICAN.fullmatch(written):
        return ["US"]
    if _is_french(written, regions):
        return ["FR"]
    group = re.match(r"[(\[]?\s?(0\d*)", written)
    if not group:
        return list(regions)
    if group[1] == "01" and _GERMAN_MOBILE.fullmatch("".join(sign for sign in written if sign.isdigit())):
        return ["DE"]
    # What is not parted may begin with a code of any length.
    codes = [group[1]] if len(group[1]) <= _LEAST_DIGITS else [group[1][:length] for length in (3, 4, 5)]
    telling = {region for region, code in _TELLING if any(code.fullmatch(one) for one in codes)}
    if "/" in written:  # Nobody writes a British number so.
        telling.discard("GB")
    told = [region for region in regions if region in telling]
    return told if told and regions[0] in told else [*told, *(region for region in regions if region not in telling)]
