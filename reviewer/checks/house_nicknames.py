"""Names that a house gives its meetings and papers in ordinary words, as "Grüne Mappe" or "the Thursday circle"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewer.checks.codes import known_terms
from reviewer.checks.explanations import is_explained
from reviewer.checks.house_names import by_first_letters
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import load, lowered, terms

_CALLED = late(
    r"\b(?:so[- ]called|so-?\s?genannte[nmrs]?|sog\.)\s+(?P<name>[„“\"»'‚‘]?[\w-]+(?:\s[A-ZÄÖÜ][\w-]+)?)", re.IGNORECASE
)
# Of a thing, as in "an application called Larkspur"; a company's name goes on with its form.
_NAMED = late(
    r"[a-zäöüß]{4,},?\s(?:called|named|dubbed|nicknamed|namens|genannt|(?:internally\s)?known\sas|mit\sdem\sNamen)\s"
    r"(?P<name>[A-ZÄÖÜ][a-zäöüß]{3,})(?![\w&-])(?!,?\s(?:[A-ZÄÖÜ&]|for\b))"
)
_QUOTED = late(
    r"(?<![\w)])[„“\"»‚‘'](?P<name>(?=[^„“”\"»«‚‘’']*[A-ZÄÖÜ])[^\W\d_][\w-]*(?: [\w&-]+){0,3})[“”\"«’'](?!\w)"
)
# Each form with what a sentence in small letters holds that has it.
_FORMS = (
    (_QUOTED, tuple("„“\"»‚‘'")),
    (_CALLED, ("called", "genannt", "sog.")),
    (_NAMED, ("called", "named", "dubbed", "namens", "genannt", "known", "namen")),
)
# What bears a name for everybody: prizes, brands, papers and talks.
_FOR_ALL = late(
    r"(?:motto|auszeichnung|award|preis|prize|titel|title|thema|topic|buch|book|vortrag|talk|lecture|artikel|article|marken?|brands?"
    r"|label|siegel|zertifikat|certificate|claim|slogan|kategorie|category|rubrik|magazin|magazine|zeitschrift|journal|note|prädikat"
    r"|klasse|grade|produkt\w*|product\w*|linie|line|serie|series|werk|hotel|restaurant|schiff|vessel|film|sendung|show|messe|fair"
    r"|rating|software|system|tool|app|plattform|platform|branche|sektor|industry|sector)[\w]{0,2}[:,]?\s*$",
    re.IGNORECASE,
)
# The abbreviation that a name in quotes explains, as in "“Monthly Results Round” (MRR)".
_ABBREVIATED = late(r"\s?\(\s?[A-ZÄÖÜ]{2,6}\s?\)")
_BEFORE = 40
_COLOURS = (
    r"(?:grün|gelb|rot|blau|weiß|schwarz|orange|lila|violett|rosa|grau|golden|silbern|bunt)(?:e[nmrs]?|farbene[nmrs]?)?"
    r"|green|yellow|red|blue|white|black|orange|purple|pink|grey|gray|golden?|silver"
)
_PAPERS = (
    r"mappen?|listen?|buch|büch\w+|zettel|blatt|blätter|ordner|heft|runden?|tisch|stunden?|zimmer|kreis|zirkel|wand"
    r"|folders?|lists?|books?|sheets?|papers?|rounds?|tables?|hours?|circles?|walls?|binders?"
)
_DAYS = (
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s?[- ]?"
    r"(?:runden?|kreis|mappe|zirkel|tafel|tisch|lage|club)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|evening|lunch))? "
    r"(?:circle|round|table|club|folder|paper|list|dozen|gang)"
)
_HOUSE = (
    r"haus[- ]?(?:runden?|kreis|mappe|tafel|zirkel|modell|sprache|methode|bild|logik)\w{0,2}"
    r"|house[- ](?:rounds?|circle|folder|wall|model|language|method|picture|logic|way)"
    r"|(?:reifegrad|status|stufe|phase|ampel|level|maturity|stage|health|gate)\s+(?:auf\s+|to\s+|on\s+)?"
    r"(?:rot|gelb|grün|orange|red|yellow|amber|green)"
)
# Papers, meetings and ways by a colour, a day or the house.
_PLAIN_NAMES = re.compile(rf"\b(?:(?:{_COLOURS})\s(?:{_PAPERS})|{_DAYS}|{_HOUSE})\b")


def find_nicknames(sentence: str, text: str) -> Iterator[str]:
    """Such names in a sentence, lower case, but those that the whole text explains or everybody knows."""
    low = lowered(sentence)
    for found in (_ordinary() if _names_a_thing(low) else _PLAIN_NAMES).finditer(low):
        if not terms("house_talk", "plain_names").hits(found[0]) and not is_explained(
            text, sentence[slice(*found.span())]
        ):
            yield found[0]
    for form, signs in _FORMS:
        for found in form.finditer(sentence) if any(map(low.__contains__, signs)) else ():
            name = found["name"].strip("„“\"»'‚‘")
            before = sentence[max(0, found.start() - _BEFORE) : found.start()]
            if _ABBREVIATED.match(sentence, found.end()):
                continue
            if not _FOR_ALL.search(before) and not _is_known(name) and not is_explained(text, name):
                yield lowered(name)


def find_pictures(sentence: str) -> Iterator[str]:
    """What may be such a name, lower case: a plain adjective before a noun, both in capitals amid a sentence."""
    low = lowered(sentence)
    for found in _house_name().finditer(sentence):
        if not terms("house_talk", "plain_names").hits(low[found.start() :][:_BEFORE]):
            yield lowered(found[0])


def _is_known(name: str) -> bool:
    return name.upper() in known_terms() or terms("terms", "known_names").hits(lowered(name))


def _names_a_thing(low: str) -> bool:
    """Whether a word begins as an everyday thing, and a meeting or a paper is named; few sentences have both."""
    meetings = load("house_talk")["meetings"]
    return terms("house_talk", "everyday_things").hits(low) and any(map(low.__contains__, meetings))


@cache
def _ordinary() -> re.Pattern[str]:
    """Everyday things before a meeting or a paper, beside the plain names."""
    lists = load("house_talk")
    things, papers = ("|".join(map(re.escape, lists[key])) for key in ("everyday_things", "meetings"))
    return re.compile(rf"\b(?:{things})(?:e?[ns])?[- ]?(?:{papers})|{_PLAIN_NAMES.pattern}")


@cache
def _house_name() -> re.Pattern[str]:
    plain = by_first_letters([word.capitalize() for word in load("house_talk")["name_adjectives"]], r"(?<=\w .)")
    return re.compile(rf"(?:{plain})(?:e[nmrs]?)?\s[A-ZÄÖÜ][a-zäöüß]{{2,}}")
