"""Abbreviations and codes: which words in capitals a reader knows, and which only the house does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import kept_for_now, load

_CODE = re.compile(
    r"(?<![\w@./-])(?:[a-z](?<!#.)[a-z]{0,2}[A-Z]{2}\w*\+?(?![\w@+])"
    # A capital with small letters alone behind it begins none, unless a number, a stroke or the like follows.
    r"|[A-ZÄÖÜ](?![a-zäöüß]+(?: (?!\d)|[^\w&/+@ -]|\Z))(?:"
    # With a number and a letter behind, as in "GB 4-K" or "BU 25G"; then the same without.
    r"(?:[A-Za-zäöüß]+ \d{1,3}-[A-Z]|(?!(?<=E)UR|(?<=U)SD|(?<=G)BP|(?<=C)HF)[A-ZÄÖÜ]{1,2} \d{1,3}[A-Z])(?![\w-])"
    r"|(?<!#.)(?:[\w&]*(?:[A-ZÄÖÜ0-9&]|[-/][A-Z0-9]+)[\w&/-]*|[a-zäöüß]{3,}(?=\+))\+?(?![\w@+])"
    r"|[A-ZÄÖÜ]+@[A-ZÄÖÜ]\w+(?![\w.@-]*\.\w)))"
)
# Each code has a capital, a digit or a sign within it: looked for first, as most statements hold none.
_WITHIN_CODE = re.compile(r"[A-ZÄÖÜ0-9&+](?<=[^\W0-9].|[&/-].)")
# In small letters, or parted by a point, as "xk4", "x2Plan", "best4us" and "CQ.52".
_SMALL_CODE = late(
    r"(?<![\w@./#:-])(?![a-z]+\b)(?:(?!co2|so2|no2|nh3|mp[34]|h2o)[bcdfghjklmnpqrstvwxz]{2}\d{1,2}|[a-df-z]\d?[A-Z][a-z]{2,}"
    r"|[a-z]{3,}[24][a-z]{2,}|(?!NR|NO|CA|[IVX]+\.)[A-ZÄÖÜ]{2,4}\.\d{1,3})(?![\w@-]|[.,]\d|\.\w)"
)
# Two words written as one, as "NorthStar"; names of persons and forms for both sexes look alike.
_JOINED = re.compile(
    r"(?!(?:Mc|Mac|Le|La|De|Di|Du|Van|Von|Fitz)[A-Z][a-z]+$)(?!\w+In(?:nen)?$)(?:[A-ZÄÖÜ][a-zäöüß]{1,}){2,4}\d{0,4}"
)
_ROMAN = r"[IVXLC]+"
_LANGUAGE_LEVEL = r"[ABC][12]\+?"
_NUMBERING = re.compile(r"^[ \t]*[\[(]?[A-Z]\d{0,2}(?:\.\d{1,2})?[\]).:]", re.MULTILINE)
_UNIT = r"\d+[A-Za-zµ%²³]{0,3}"
# Whether a house or a norm gave it nobody can tell: "R10", "L2+".
_LETTER_AND_NUMBER = r"[A-Z]-?\d{1,2}\+?"
# Norms, laws, quarters and the like with their number, and what bears a long one.
_NORM = (
    r"(?:ISO|IEC|DIN|EN|IFRS|IAS|ASC|VDA|SIL|TRL|EN-ISO|FRS|SSAE|SOC|PSD|NIS|GAMP|EU|UN|ICH|Part|DO|Tier|Level|LPH?|HOAI|KW|CW|FY|GJ|WS|SS|COVID|EURO|Euro|Industrie|Industry|Agenda|HGB|BGB|BGBl|AT|EG|BAT|TV)"
    r"[-/]?\d+[A-Z]?(?:[./-]\d+)*[A-Za-z]?"
)
_PART_OF_YEAR = r"Q[1-4]|H[12]|[HQ][1-4][-/](?:20)?\d\d"
_SERIAL = r"(?=(?:\D*\d){4})[A-Z\d/-]{6,}"
# That no word goes on before them is asked behind the capital: so the engine skips to the capitals.
_POSTCODE = re.compile(r"[A-Z](?<!\w.)[A-Z]?\d[A-Z\d]? \d[A-Z]{2}\b")
_ACCOUNT = re.compile(r"[A-Z](?<!\w.)[A-Z]\d{2}(?: [A-Z\d]{4}){2,}")
_NO_CODE = re.compile(f"{_ROMAN}|{_UNIT}|{_LETTER_AND_NUMBER}|{_LANGUAGE_LEVEL}|{_NORM}|{_PART_OF_YEAR}|{_SERIAL}")
# A grade or a file's number, and the unit of a number, stand behind what says so.
_GRADED = re.compile(
    r"\b(?:grade|(?:salary|pay) (?:band|scale|group)|band|rank|besoldung|gehaltsband|referenz|kennziffer|kennung"
    r"|chiffre|aktenzeichen"
    r"|(?:entgelt|gehalts|tarif|vergütungs|lohn|besoldungs)-?(?:gruppe|stufe|ordnung)"
    r"|(?:profil|kandidaten?|projekt|mandats?|referenz|bewerber|kunden|angebots|steuer|register|personal)-?(?:nr|nummer|id)"
    r"|(?:candidate|profile|project|reference|job|file|client|vat|company|tax|registration) "
    r"(?:no|number|id|ref|reference|code)"
    r"|nr|no|ref|id)[.:]?\s*[:#]?\s*$",
    re.IGNORECASE,
)
# The postal codes of the American states, and where they stand: behind a town that begins a row or follows a comma.
_STATES = (
    r"A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
)
_IN_STATE = late(
    rf"(?:[A-Z][\w.'’-]+, |(?:^|[,\t\n]\s?)[A-Z][a-z]+(?: [A-Z][a-z]+)? )(?:{_STATES})(?=\s*(?:[(),;|\d\t\n]|$))"
)
# Short abbreviations with a letter that is no Roman number, or two; and with a word behind them, as "WEplus" and not
# "ITler", or a letter behind a word, as "ZirkelX".
_HOUSE_LETTER = re.compile(r"[A-ZÄÖÜ]{2,4}-[A-HJ-UW-Z]|[A-ZÄÖÜ]{2,3}-[A-Z][a-z]")
_HOUSE_WORD = re.compile(r"[A-ZÄÖÜ]{2,4}(?!ler|ern|en$)[a-zäöüß]{3,}|[A-ZÄÖÜ][a-zäöüß]{3,}[A-Z]")
# A seldom abbreviation is the house's where an article makes a thing of it, as in "Vorlagen für den PAK", or a thing of
# the house stands behind it, as in "the SRL register".
_WITH_ARTICLE = late(r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ii]m|[Aa]m|[Zz]u[mr]|[Bb]eim|[Ii]ns|[Tt]he|[Oo]ur)\s$")
_ENDS = late(
    r"(?=\s*(?:[.,;:)\n]|$)|\s(?:und|and|oder|or|in|im|am|an|mit|with|on|at|for|für|zu|to|je|pro|each|every|nach|vor|by)\b)"
)
_THING = late(r"\s([a-z]+)")
_PARTING = re.compile("[-/&]")
# How the words end that say so; what ends otherwise need not be looked at.
_GRADES = (
    *("grade", "band", "scale", "group", "rank", "besoldung", "referenz", "kennziffer", "kennung", "chiffre", "code"),
    *("aktenzeichen", "gruppe", "stufe", "ordnung", "nr", "nummer", "id", "no", "number", "ref", "reference"),
)
_REGIONS = frozenset(("Nord", "Süd", "Ost", "West", "Mitte", "North", "South", "East", "Central"))
_COUNTED = re.compile(r"\d[ \u00a0]$")
_MOST_OF_UNIT = 3
_BEFORE = 40
_A_PAIR = 2
_LEAST_OF_WORD = 4


@cache
def known_terms() -> frozenset[str]:
    """The known terms in capitals; several of a known one, as "RFPs", are found by the one."""
    return frozenset(map(str.upper, (*load("terms")["known"], *load("terms")["seldom"])))


def find_codes(text: str, *, small: bool = False) -> Iterator[re.Match[str]]:
    """Words in capitals or with digits that no known term is; small: those in small letters, too."""
    seldom = _seldom()
    unknown = [
        found
        for found in (_CODE.finditer(text) if _WITHIN_CODE.search(text) else ())
        if not is_known(found[0]) or (found[0] in seldom and _is_of_the_house(text, found))
    ]
    if small:
        more = {found.start(): found for found in _SMALL_CODE.finditer(text) if found[0].upper() not in known_terms()}
        unknown = [found for found in unknown if found.start() not in more] + list(more.values())
    # Looked for only now: most statements hold no code.
    beside = (one for form in (_NUMBERING, _POSTCODE, _ACCOUNT) for one in (form.finditer(text) if unknown else ()))
    numbered = [one.span() for one in beside]
    for found in unknown:
        within = any(begin <= found.start() < end for begin, end in numbered)
        if not within and not _is_filed(text, found):
            yield found


def find_known_codes(text: str) -> Iterator[str]:
    """Listed abbreviations; those that any CV has, as "GmbH" and "CEO", left out."""
    everyday, known = load("terms")["everyday"], known_terms()
    for found in _CODE.finditer(text):
        if found[0].upper() in known and found[0] not in everyday and _is_code(found[0]):
            yield found[0]


def _is_filed(text: str, found: re.Match[str]) -> bool:
    """Whether the words before a code say that it is a grade, a file's number, a unit, or the state of a town."""
    before = text[max(0, found.start() - _BEFORE) : found.start()]
    if _COUNTED.search(before) and len(found[0]) <= _MOST_OF_UNIT and found[0].isalpha():
        return True
    if len(found[0]) == _A_PAIR and any(place.end() == found.end() for place in _IN_STATE.finditer(text)):
        return True
    return before.rstrip(".:# \t\n").lower().endswith(_GRADES) and _GRADED.search(before) is not None


def _is_of_the_house(text: str, found: re.Match[str]) -> bool:
    """Whether the words beside a seldom abbreviation make one of the house's things of it."""
    thing = _THING.match(text, found.end())
    if thing and thing[1] in load("terms")["house_things"]:
        return True
    before = text[max(0, found.start() - _BEFORE) : found.start()]
    return _WITH_ARTICLE.search(before) is not None and _ENDS.match(text, found.end()) is not None


@kept_for_now
def is_known(word: str) -> bool:
    """Whether a reader of managers' CVs knows the word, or it is none that would need it."""
    known = known_terms()
    if word.endswith("+") and word[:-1].istitle() and word[:-1].isalpha():
        return word.upper() in known
    if " " in word:
        return word.partition(" ")[0].lower() in load("terms")["lettered"]
    plain = word.strip("-/&'’+")
    if (
        len(plain) < 2
        or plain.upper() in known
        or plain.replace("l", "I").upper() in known
        or _NO_CODE.fullmatch(plain)
    ):
        return True
    parts = [] if plain.isalnum() else [part for part in _PARTING.split(plain) if part]
    if len(parts) > 1:
        if _numbered(parts) or _lettered(parts) or _is_of_house(parts):
            return False
        joined = plain.split("-")
        if len(joined) > 1 and all(part.upper() in known or (part.isalpha() and is_known(part)) for part in joined):
            # A known term may hold a stroke itself, as in "SAP-S/4HANA-Projekt".
            return True
        return all(part.upper() in known or not _is_code(part) for part in parts)
    if plain.endswith("s") and plain[:-1].upper() in known:
        return True
    return not _is_code(plain)


def _numbered(parts: list[str]) -> bool:
    """Whether a short abbreviation bears a number, as "AG-4" and "AG-4-Karte" do: then it is not the known one."""
    return (
        not _NO_CODE.fullmatch("-".join(parts[:_A_PAIR]))
        and "-".join(parts[:_A_PAIR]).upper() not in known_terms()
        and parts[0].isupper()
        and parts[0].isalpha()
        and parts[1].isdigit()
        and len(parts[1]) <= _A_PAIR
    )


def _is_of_house(parts: list[str]) -> bool:
    """Whether a seldom abbreviation names what houses have, as in "KOR-Runde", or a part of one, as in "KOR-Süd"."""
    things = load("terms")["house_things"]
    return len(parts) == _A_PAIR and parts[0] in _seldom() and (parts[1].lower() in things or parts[1] in _REGIONS)


@cache
def _seldom() -> frozenset[str]:
    return frozenset(load("terms")["seldom"])


def _lettered(parts: list[str]) -> bool:
    """Whether a word bears a letter or a number that only a house gives it, as "Delta-K" does, and "Typ-B" does not."""
    word, mark = parts[:_A_PAIR]
    if _HOUSE_LETTER.fullmatch("-".join(parts)):
        return True
    return (
        ((len(mark) == 1 and mark.isupper()) or (mark.isdigit() and len(mark) <= _A_PAIR))
        and len(word) >= _LEAST_OF_WORD
        and word.istitle()
        and word.lower() not in load("terms")["lettered"]
    )


def _is_code(word: str) -> bool:
    """Two capitals or more, capitals and digits, or words written as one; a capital that begins a word is none."""
    if _JOINED.fullmatch(word) or _HOUSE_WORD.fullmatch(word):
        return True
    capitals = sum(map(str.isupper, word))
    digits = any(map(str.isdigit, word))
    return (capitals >= 2 and capitals >= 0.5 * len(word)) or (digits and capitals >= 1)
