"""Telephone numbers in their international form, read as the likeliest country writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.countries import Countries, region_of
from reviewer.checks.late_patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from phonenumbers import PhoneNumber

_LEAST_DIGITS, _MOST_DIGITS = 7, 15
_FEW_SIGNS = 2
_ITALY = 39
_ANY = "ZZ"
# So many digits has a number, its country's code included, that is merely possible.
_LEAST_POSSIBLE = 10
# A country's code in brackets alone, as in "(49) 151 …"; American area codes have three digits.
_BRACKET_CODE = late(r"^\((4[13-9]|3[1-4]|39)\)\s?(?=[1-9])")
# As in "0 171 …".
_LONE_ZERO = late(r"^0 (?=[1-9]\d)")
_BRACKET_ZERO = re.compile(r"[(\[]\s?0\s?[)\]]")
# Dialling codes that tell the country, with the first group of digits as it is written.
_TELLING = (
    (
        "DE",
        late(r"01(?:[57]\d|6[023])\d?|030|040|069|089|0[2-9]\d{1,3}1|020[29]|0212|0228|0234|0335|03[4-9]5|0340|0906"),
    ),
    ("AT", late(r"06(?:50|60|64|76|77|80|81|88|99)|0[15]?1|0512|0316|0662|0732")),
    ("GB", late(r"02[03489]|07\d{3,4}|01\d[1]|011\d|01\d{3,4}|0[38]\d{2,3}")),
    ("CH", late(r"02[12467]|03[1-4]|04[1-4]|05[2568]|06[12]|07[1-9]|081|091")),
)
_NO_ZERO = tuple("123456789")
# How a country parts its numbers.
_AMERICAN = late(r"(?:1[ .-]?)?[(\[]?[2-9]\d\d[)\]]?[ ./-]{0,2}\d{3}[ .-]{0,3}\d{4}")
_FRENCH = late(r"0[1-9](?:[ .-]\d\d){4}")
_INDIAN = late(r"(?:0[ -]?)?[6-9]\d{4}[ -]\d{5}")
_BY_THREES = late(r"[1-9]\d\d([ .-])\d{3}\1\d{3}")
# As "49 171 …", or a German mobile number parted as in America.
_CODE_FIRST = late(r"4[139] [1-9]\d\d? \d{3}[\d ]{3,6}|\(?1(?:[57]\d|6[023])[).-]? ?\d{3}[ -]?\d{4,5}")
_CODE_IN_BRACKETS = late(r"\(([2-9]\d{1,2})\)\s?(?=[1-9])")
# How likely a form makes a country, and what the digits of such a number begin with.
_FORMS = (
    ("FR", 2.0, ("0",), _FRENCH),
    ("IN", 2.0, ("0", "6", "7", "8", "9"), _INDIAN),
    ("CH", 2.0, ("0",), late(r"\(?0(?!30|40|69|89)\d\d\)?[ /.-]{1,3}\d{3} \d\d \d\d")),
    ("BE", 1.6, ("04",), late(r"04[5-9]\d[ /.]{1,3}\d\d[ .]\d\d[ .]\d\d")),
    ("NL", 2.5, ("06",), late(r"06[ -]{1,3}\d{8}")),
    ("NL", 1.2, ("06",), late(r"06[ -]{1,3}\d{4} \d{4}")),
    ("IE", 1.2, ("08",), late(r"\(?08[35679]\)? \d{3} \d{4}")),
    ("IE", 0.8, ("01",), late(r"\(?01\)? \d{3} \d{4}")),
    ("SE", 1.5, ("07",), late(r"07\d-\d{3} \d\d \d\d")),
    ("IL", 1.5, ("05",), late(r"05\d-\d{3}-?\d{4}")),
    ("IT", 0.8, ("3",), late(r"3\d\d[ ./-]\d{6,7}")),
    # No other country has so many digits after such a code, nor a code so parted.
    ("DE", 3.5, ("01",), late(r"01 (?:[57]\d|6[023])(?:[ ./–-]{0,3}\d){7,9}")),
    ("DE", 1.2, ("01",), late(r"0[ .-]?1[ .-]?(?:[57]|6(?=[023]))(?:[ ./–-]{0,3}\d){8,9}")),
    ("DE", 0.8, ("01",), late(r"\(?01(?:[57]\d|6[023])(?:\d{6,8}|\)?[ ./–-]{1,3}(?:[ ./–-]{0,3}\d){6,8})")),
    ("US", 2.0, _NO_ZERO, late(r"(?:1[ .-]?)?[(\[]?[2-9]\d\d(?:[)\]][ ./-]{0,2}|[ ./-])\d{3}[ .-]{0,3}\d{4}")),
    ("US", 0.4, _NO_ZERO, _AMERICAN),
    ("IN", 0.3, ("6", "7", "8", "9"), late(r"[6-9]\d{9}")),
)
# Numbers that regulators keep for invented people (Ofcom, NANPA, ARCEP); the library holds them for invalid.
_INVENTED = late(r"\+44(?:7700900|1632960)\d{3}|\+1[2-9]\d\d55501\d\d|\+33(?:19900|26191|35301|46571|53649|63998)\d{4}")
# What only shows where a number belongs: no American area begins with 0 or 1, no German mobile number is so short.
_PLACEHOLDER = late(r"\+1[01]|\+491(?:[57]|6(?=[023]))\d{1,8}$")
# Here mobile numbers are written without the 0 that begins others.
_WITHOUT_ZERO = frozenset(("IN", "CN", "US", "TR"))
_TOLD_WHOLE, _TOLD_BEGUN, _TOLD_OTHERWISE, _WITH_CODE = 0.9, 0.6, 1.5, 1.0
# What is taken off where a number lacks its 0, is a service's, a placeholder, or merely possible.
_LACKS_ZERO, _OF_SERVICE, _SHOWN, _POSSIBLE = 1.2, 2.0, 3.0, 4.0
# Less likely a number is in use nowhere.
_LEAST = -0.1


def read_number(written: str, countries: Countries, *, perhaps: bool) -> str:
    """The number in its international form, as the likeliest country reads it; perhaps allows what is merely possible.

    Empty for what is no number, or only shows where one belongs, as 000-00-0000 does.
    """
    digits = [sign for sign in _BRACKET_ZERO.sub("", written.removeprefix("00")) if sign.isdigit()]
    if not _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS or len(set(digits)) <= _FEW_SIGNS:
        return ""
    plain = written.replace("–", "-").replace("·", " ").replace("\n", " ")
    plain = _LONE_ZERO.sub("0", _with_plus(_BRACKET_CODE.sub(r"+\1 ", plain), countries))
    if plain.lstrip("([ ").startswith(("+", "00")):
        plain = re.sub(r"^[(\[ ]*00", "+", _BRACKET_ZERO.sub("", plain))
        readings = [(0.0, _ANY, plain)]
    else:
        readings = sorted(_readings(plain, countries), key=lambda one: -one[0])
    best, form, is_sure = -2 * _POSSIBLE, "", False
    for score, region, text in readings:
        if score <= best:
            break
        number = _parsed(text, region)
        if number is None:
            continue
        if len(set(str(number.national_number))) == 1:
            return ""
        less, sure = _doubt(number)
        if not sure and _is_placeholder(number):
            best, form, is_sure = max((best, form, is_sure), (score - _SHOWN, "", False))
        elif score - less > best and (score - less > _LEAST if sure else score > _LEAST and _is_whole(number)):
            best, form, is_sure = score - less, _form(number), sure
    return form if is_sure or perhaps else ""


def _with_plus(written: str, countries: Countries) -> str:
    """A number with the plus before its country's code in brackets, as "(65) 6123 4567" where that is likely."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    code = _CODE_IN_BRACKETS.match(written)
    region = COUNTRY_CODE_TO_REGION_CODE.get(int(code[1]), ("",))[0] if code else ""
    likely = code and countries.weights.get(region, 0.0) > countries.weights.get("US", 0.0)
    return f"+{code[1]} {written[code.end() :]}" if code and likely else written


def has_code(written: str, countries: Countries) -> bool:
    """Whether a number begins with a likely country's code in brackets."""
    return _CODE_IN_BRACKETS.match(written) is not None and _with_plus(written, countries) != written


def is_telling(written: str, countries: Countries | None = None) -> bool:
    """Whether a number is parted as in North America or India, or as in another country that is likely."""
    if _AMERICAN.fullmatch(written) or _INDIAN.fullmatch(written):
        return True
    if countries is None:
        return False
    if has_code(written, countries):
        return True
    if _BY_THREES.fullmatch(written) or _CODE_FIRST.fullmatch(written):
        likely = countries.weights.get(countries.likeliest(), 0.0) >= 1
        return likely and bool(read_number(written, countries, perhaps=False))
    return _is_french(written, countries)


def _is_french(written: str, countries: Countries) -> bool:
    """Whether a number is parted by twos, where that is French rather than Dutch or an old German way."""
    if not _FRENCH.fullmatch(written):
        return False
    weights = countries.weights
    return weights.get("FR", 0) >= 1 or "." in written or (countries.likeliest() != "DE" and "NL" not in weights)


def _readings(written: str, countries: Countries) -> Iterator[tuple[float, str, str]]:
    """How a number without its country's code may be read: how likely, in which country, and what is read."""
    scores = dict(countries.weights)
    told = _told_by_code(written)
    for region, _ in _TELLING:
        if region in told:
            scores[region] = scores.get(region, 0.0) + (_TOLD_BEGUN if written.isdigit() else _TOLD_WHOLE)
        elif told:
            scores[region] = scores.get(region, 0.0) - _TOLD_OTHERWISE
    if "/" in written:  # Nobody writes a British number so.
        scores["GB"] = scores.get("GB", 0.0) - _TOLD_WHOLE
    digits = "".join(sign for sign in written if sign.isdigit())
    for region, more, begin, form in _FORMS:
        if digits.startswith(begin) and form.fullmatch(written) and (region != "FR" or _is_french(written, countries)):
            scores[region] = scores.get(region, 0.0) + more
    begins = written.lstrip("([ ")
    for region, score in scores.items():
        lacks = begins[0] != "0" and region not in _WITHOUT_ZERO and _has_zero(region)
        yield score - _LACKS_ZERO * lacks, region, written
    code = region_of("".join(sign for sign in begins if sign.isdigit())[:3]) if begins[0] != "0" else ""
    if code and sum(sign.isdigit() for sign in begins) >= _LEAST_POSSIBLE:
        yield scores.get(code, 0.0) + _WITH_CODE, code, f"+{begins}"


def _told_by_code(written: str) -> set[str]:
    group = re.match(r"[(\[]?\s?(0\d*)", written)
    if not group:
        return set()
    # What is not parted may begin with a code of any length.
    codes = [group[1]] if len(group[1]) <= _LEAST_DIGITS else [group[1][:length] for length in (3, 4, 5)]
    return {region for region, code in _TELLING if any(code.fullmatch(one) for one in codes)}


def _has_zero(region: str) -> bool:
    """Whether numbers within a country begin with a 0 that the international form does not have."""
    from phonenumbers import PhoneMetadata

    known = PhoneMetadata.metadata_for_region(region, None)
    return known is not None and known.national_prefix == "0"


def _parsed(written: str, region: str) -> PhoneNumber | None:
    import phonenumbers

    try:
        return phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None


def _form(number: PhoneNumber) -> str:
    import phonenumbers

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _doubt(number: PhoneNumber) -> tuple[float, bool]:
    """What is taken off for a number's kind, and whether it is one in use or kept for invented people."""
    from phonenumbers import PhoneNumberType as Kind
    from phonenumbers import number_type

    kind = number_type(number)
    if kind in {Kind.FIXED_LINE, Kind.MOBILE, Kind.FIXED_LINE_OR_MOBILE, Kind.VOIP} or _INVENTED.fullmatch(
        _form(number)
    ):
        return 0.0, True
    return (_POSSIBLE, False) if kind == Kind.UNKNOWN else (_OF_SERVICE, True)


def _is_placeholder(number: PhoneNumber) -> bool:
    return _PLACEHOLDER.match(f"+{number.country_code}{number.national_number}") is not None


def _is_whole(number: PhoneNumber) -> bool:
    """Whether a number has as many digits as its country gives, area code included."""
    import phonenumbers

    if number.italian_leading_zero and number.country_code != _ITALY:
        return False
    digits = len(f"{number.country_code}{number.national_number}")
    whole = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
    return whole and digits >= _LEAST_POSSIBLE
