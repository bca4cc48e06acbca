"""How likely somebody lives in a country, by the towns, streets, codes, endings and languages that a document names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, cached_property

from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import load, lowered

_ABBREVIATIONS = {
    "A": "AT", "CH": "CH", "D": "DE", "F": "FR", "B": "BE", "L": "LU", "FL": "LI", "I": "IT", "E": "ES", "DK": "DK",
}  # fmt: skip
_CODE = late(r"(?:\+|\b00)\s?\(?(\d{1,3})")
_LETTERED = late(r"\b([A-Z]{1,2})-\d{4,5}\b")
_ENDING = late(r"@[\w.-]+\.([a-z]{2})\b")
# Of these many are had from elsewhere.
_GENERIC_ENDINGS = frozenset(("co", "me", "io", "tv", "ai", "eu"))
_ENDINGS_OF = {"uk": "GB"}
_SWISS = (
    r"(?:Zürich|Bern|Basel|Luzern|Winterthur|St\. ?Gallen|Gen[fè]|Zug|Chur|Aarau|Lausanne|Thun|Biel|Solothurn|Olten)"
)
_AUSTRIAN = r"(?:Wien|Graz|Linz|Salzburg|Innsbruck|Klagenfurt|Villach|Wels|Bregenz|Dornbirn|Steyr|Feldkirch|Mödling)"
_FIVE_DIGITS = late(r"(?<!IATF )\b\d{5} (?P<town>[A-ZÄÖÜ][a-zäöü][\w-]*)")
_POSTCODES = (
    # The first half may stand alone behind the town.
    ("GB", late(r"\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b|(?<=[a-z] )[A-Z]{2}\d{1,2}(?=\s*(?:[|,·•☎✆✉\n]|$))")),
    ("US", late(r"\b[A-Z]{2},? \d{5}\b")),
    ("NL", late(r"\b\d{4} [A-Z]{2}\b")),
    ("SE", late(r"\b\d{3} \d{2} [A-ZÅÄÖ][a-zåäö]")),
    ("CH", late(rf"\b\d{{4}} {_SWISS}")),
    ("AT", late(rf"\b\d{{4}} {_AUSTRIAN}")),
)
# Mobile numbers without their country's code tell where the person's other numbers belong.
_MOBILE = (
    ("AT", late(r"\b06(?:50|60|64|76|77|80|81|88|99)[ /-]")),
    ("IE", late(r"\b08[35679] \d{3} \d{4}\b")),
    ("CH", late(r"\b07[6-9] \d{3} \d\d \d\d\b")),
)
_SITE = late(r"(?:\bwww\.|https?://)[\w.-]+\.([a-z]{2})(?![\w.-])")
# Which language or nationality is one's own.
_NATIVE = late(
    r"\b(?P<before>[a-zäöü]{5,16})\W{1,5}(?:\(?(?:native|mother[ -]?tongue|first language|muttersprach))"
    r"|\b(?:native(?: language| tongue| speaker(?: of)?)?|mother[ -]?tongue|muttersprache|nationality|nationalität"
    r"|staatsangehörigkeit|citizenship)\W{1,5}(?P<behind>[a-zäöü]{5,16})"
)
_OWN = ("native", "tongue", "muttersprach", "nationalit", "staatsangeh", "citizenship", "first language")
_AFTER_WORDS = ".'’-"
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_ABBREVIATED = 3
_MOST, _OF_WHOLE, _OF_ENDING, _OF_SITE, _OF_NATIVE = 3, 0.3, 0.8, 0.5, 0.6
# What five digits before a town that nobody knows speak for Germany where a document is not in German.
_ELSEWHERE = 0.4
_USUAL = {"de": (("DE", 1.5), ("AT", 0.2), ("CH", 0.1)), "en": (("GB", 0.9), ("US", 0.4), ("DE", 0.3), ("AT", 0.1))}


class Countries:
    """What a document tells: near is what stands around contact data, whole all of its text."""

    def __init__(self, *, near: str = "", whole: str = "", language: str = "de") -> None:
        self.near, self.whole, self.language = near, whole, language

    @cached_property
    def weights(self) -> dict[str, float]:
        """How much speaks for each country (ISO 3166-1), up to about 6; the likeliest first."""
        near = Counter(_named(self.near))
        near.update(_ABBREVIATIONS[letters] for letters in _LETTERED.findall(self.near) if letters in _ABBREVIATIONS)
        near.update(region for code in _CODE.findall(self.near) if (region := region_of(code)))
        near.update({region: len(signs.findall(self.near)) for region, signs in (*_POSTCODES, *_MOBILE)})
        near.update(_street_regions(self.near))
        towns = [_names()[0].get(found["town"], "") for found in _FIVE_DIGITS.finditer(self.near)]
        near.update(filter(None, towns))
        weights: defaultdict[str, float] = defaultdict(float)
        for region, count in near.items():
            weights[region] += min(count, _MOST)
        weights["DE"] += min(towns.count(""), _MOST) * (1.0 if self.language == "de" else _ELSEWHERE)
        for region, count in Counter(_named(self.whole)).items():
            weights[region] += min(count, _MOST) * _OF_WHOLE
        for region in {_ENDINGS_OF.get(one, one.upper()) for one in _ENDING.findall(self.near)}:
            weights[region] += _OF_ENDING if region in _regions() else 0.0
        for region in {_ENDINGS_OF.get(one, one.upper()) for one in _SITE.findall(self.near)}:
            weights[region] += _OF_SITE if region in _regions() else 0.0
        for region in _native_regions(lowered(self.whole)):
            weights[region] += _OF_NATIVE
        for region, weight in _USUAL.get(self.language, _USUAL["en"]):
            weights[region] += weight
        told = [(region, weight) for region, weight in weights.items() if weight]
        return dict(sorted(told, key=lambda one: -one[1]))

    def likeliest(self) -> str:
        return next(iter(self.weights))


def region_of(digits: str) -> str:
    """The country whose dialling code these digits begin with; empty for none."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    regions = (COUNTRY_CODE_TO_REGION_CODE.get(int(digits[:length]), ("",)) for length in (1, 2, 3))
    return next((region[0] for region in regions if region[0]), "")


def is_place(text: str) -> bool:
    """Whether a text names countries and towns, and nothing else."""
    known, longest = _names()
    words = _words(text)
    at = 0
    while at < len(words):
        lengths = range(longest.get(words[at], 0), 0, -1)
        length = next((length for length in lengths if " ".join(words[at : at + length]) in known), 0)
        if not length:
            return False
        at += length
    return bool(words)


def _words(text: str) -> list[str]:
    """The words of a text; those in capitals as names are written, but for short ones such as "UK"."""
    words = [word.rstrip(_AFTER_WORDS) for word in _NAME.findall(text)]
    return [word.capitalize() if len(word) > _ABBREVIATED and word.isupper() else word for word in words]


def _named(text: str) -> list[str]:
    """The country of each country or town that a text names."""
    known, longest = _names()
    words = _words(text)
    found = []
    for at, word in enumerate(words):
        for length in range(longest.get(word, 0), 0, -1):
            region = known.get(" ".join(words[at : at + length]))
            if region:
                found.append(region)
                break
    return found


def _told(key: str) -> Iterator[tuple[str, list[str]]]:
    """The countries of a list, each with its words."""
    for entry in load("countries")[key]:
        region, _, words = entry.partition(": ")
        yield region, words.split(", ")


@cache
def _regions() -> frozenset[str]:
    return frozenset(region for region, _ in _told("names"))


def _street_regions(text: str) -> Iterator[str]:
    """The country of each word that streets are called by there."""
    whole, endings = _streets()
    ends = tuple(ending for ending, _ in endings)
    for word in (found.rstrip(_AFTER_WORDS) for found in _NAME.findall(text)):
        low = lowered(word)
        if low in whole:
            yield whole[low]
        elif word[0].isupper() and low.endswith(ends):
            yield from (region for ending, region in endings if low.endswith(ending) and low != ending)


@cache
def _streets() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    told = [(word, region) for region, words in _told("streets") for word in words]
    endings = tuple((word[1:], region) for word, region in told if word[0] == "*")
    return {word: region for word, region in told if word[0] != "*"}, endings


def _native_regions(low: str) -> set[str]:
    """The countries of the languages and nationalities that somebody says to be theirs."""
    if not any(map(low.__contains__, _OWN)):
        return set()
    regions = {word: region for region, words in _told("natives") for word in words}
    return {regions[word] for one in _NATIVE.finditer(low) if (word := one["before"] or one["behind"]) in regions}


@cache
def _names() -> tuple[dict[str, str], dict[str, int]]:
    """The country of each name, and of how many words the longest name is that a word begins."""
    known = {}
    for region, names in _told("names"):
        for written in names:
            name = " ".join(word.rstrip(_AFTER_WORDS) for word in written.split())
            known[name] = region
    longest: dict[str, int] = {}
    for name in known:
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return known, longest
