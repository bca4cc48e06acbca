"""Names of programmes in ordinary letters, known by the words around them, as in "programme Blue Heron"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from reviewer.checks.codes import known_terms
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import Span, kept_for_now, load, lowered, terms

_CAPITAL, _ITS_WORD = "[A-ZÄÖÜ]", r"[a-zäöüß]{2,}(?:-[A-ZÄÖÜ][a-zäöüß]+)?"
_NAME_WORD = _CAPITAL + _ITS_WORD
_MORE = rf"(?: {_NAME_WORD}){{0,2}}(?: (?:\d{{1,4}}(?:\.\d)?|[A-Z]\d?|I{{2,3}}))?"
_NAME = rf"(?P<name>{_NAME_WORD}{_MORE})(?![\w-])"
_OPENING = "„“\"»«‚'‘"
_IN_QUOTES = late(rf"[{_OPENING}](?P<name>[^„“”\"»«‚'’\n]{{2,40}})[“”\"«»’']")
# What tells behind a quoted name that it is a programme's, as in "Open Doors" culture programme.
_ITS_KIND = late(r"\s(?:[a-z-]+\s)?(?:programm|programme|program|project|initiative|workstream|campaign)\b")
# Behind a name that what was done ends with, or goes on behind.
_ENDS = (
    r"(?=\s*(?:[,.;:)–|]|$|\n)|\s+(?:in|im|at|across|for|für|with|mit|on|and|und|to|bis|an|auf|aus|am|vom|from|of|by|als|as|during|over"
    r"|within|through|throughout|[a-zäöüß]+t(?:\s|[.,]))\b)"
)
_BROUGHT_ABOUT = late(rf"{_NAME}{_ENDS}")
_WAVE = (
    r"(?:,\s+(?:erste|zweite|dritte|vierte|letzte|first|second|third|fourth|final)\w?\s+(?:welle|phase|stufe|wave|stage)"
    r"|\s+(?:wave|phase|stage|welle|stufe)\s+(?:\d|I{1,3}|one|two|three))\b"
)
_WAVES = ("welle", "phase", "stufe", "wave", "stage")
# What precedes a name is looked at behind its capital: so the engine skips to the capitals, in a fifth of the time.
_IN_WAVES = late(rf"(?P<name>{_CAPITAL}(?<=[a-zäöüß] .){_ITS_WORD}{_MORE})(?![\w-])(?i:{_WAVE})")
# A version of what bears a plain name, as "Focus 7.0", and a name before what is done with programmes alone.
_VERSIONED = re.compile(
    rf"(?P<name>{_CAPITAL}(?<=[a-zäöüß,] .){_ITS_WORD} \d\.0)(?![\w.,]\d|\s?(?:%|€|Mio|Mrd|m\b|bn\b|million|billion))"
)
_BEFORE_DOING = re.compile(
    rf"(?P<name>{_CAPITAL}(?<=[a-z] .){_ITS_WORD}{_MORE})(?![\w-])"
    r" (?:programme|project|initiative|workstream|deployment|roll-?out|sign-off|go-live|wave)\b"
)
_DOINGS = (
    *(" programme", " project", " initiative", " workstream", " deployment", " roll", " sign-off", " go-live", " wave"),
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
# Nouns of doings, states and things of a business are no names, as in "Programm Kostensenkung".
_DESCRIPTIVE = late(
    r"(?:ung|ungen|ion|ionen|heit|keit|schaft|ität|ment|management|(?<!morn)(?<!even)(?<!ris)(?<!shin)(?<!tn)ing|ance|ence|ness|ity|bau|gang|lage|plan|bahn|werk|halle|lager|kosten"
    r"|markt|kunden?|kräfte|kette|prozesse?|kapital|wesen|wechsel|system|systeme|technik|anlage|anlagen|netz|wachstum|arbeit|zeit|preis|preise"
    r"|steuer|daten|bank|haus|zentrum|center|centre|standort|standorte|umzug|einkauf|verkauf|vertrieb|anlauf|hochlauf|abbau|umbau|aufbau|struktur"
    r"|ebene|kultur|qualität|sicherheit|effizienz|start|ende|reform|strategie|linie|produkte?|service|services|rückbau|bestand|bestände)$"
)
_WORD_BEFORE = re.compile(rf"(?<![\w-]){_CAPITAL}[a-zäöüß]{{2,}}$")
_LONGEST_EMBLEM = 30
_PLURAL = late(r"(?:en|er|eln|ern|n|s|e)$")


def find_house_names(text: str) -> Iterator[Span]:
    """Where such names stand; whether the document explains them is asked elsewhere."""
    low = lowered(text)
    quoted = any(map(text.__contains__, _OPENING))
    for found in _behind(_before_quotes(), _IN_QUOTES, low, text) if quoted else ():
        if found["name"].upper() not in known_terms() or found["name"] in _emblems():
            yield found.span("name")
    for found in _IN_QUOTES.finditer(text) if quoted else ():
        if _ITS_KIND.match(low, found.end()) and not _is_plain(found["name"]):
            yield found.span("name")
    followed = any(low[end : end + 1] in {" ", "-"} for _, end in terms("terms", "emblems").find(low))
    for thing in _thing().finditer(low) if followed else ():
        emblem = _WORD_BEFORE.search(text, max(0, thing.start() - _LONGEST_EMBLEM), thing.start())
        if emblem and emblem[0] in _emblems():
            yield emblem.start(), thing.end()
    for names, unlike_nouns in (
        *((_behind(lead, _introduced(), low, text), False) for lead in _introducing()),
        (_IN_WAVES.finditer(text) if any(map(low.__contains__, _WAVES)) else (), False),
        (_VERSIONED.finditer(text), False),
        (_BEFORE_DOING.finditer(text) if any(map(text.__contains__, _DOINGS)) else (), False),
        (_behind(_bringing_about("en"), _BROUGHT_ABOUT, low, text), False),
        (_behind(_bringing_about("de"), _BROUGHT_ABOUT, low, text), True),
    ):
        for found in names:
            name = _own_part(found["name"], unlike_nouns=unlike_nouns)
            if name:
                yield found.start("name"), found.start("name") + len(name)


def _behind(lead: re.Pattern[str], name: re.Pattern[str], low: str, text: str) -> Iterator[re.Match[str]]:
    """Names right behind a lead, which is looked for in small letters: many times as quick as ignoring their case."""
    for found in lead.finditer(low):
        named = name.match(text, found.end())
        if named:
            yield named


def _own_part(name: str, *, unlike_nouns: bool) -> str:
    """The name up to its first word that is no name's; empty where none is left."""
    first, _, rest = name.partition(" ")
    if rest and lowered(first) in load("terms")["name_openers"] and not any(map(_is_plain, rest.split())):
        return name
    end = 0
    for token in _WORD.finditer(name):
        if _is_plain(token[0]) or (unlike_nouns and end == 0 and _PLURAL.search(token[0]) and " " not in name):
            break
        end = token.end()
    return name if end and not _WORD.search(name[end:]) else name[:end]


@kept_for_now
def _is_plain(word: str) -> bool:
    """Whether a word tells something by itself, or is a known name."""
    low = lowered(word)
    return (
        (word.upper() in known_terms() and word not in _emblems())
        or low in _no_names()
        or _DESCRIPTIVE.search(low) is not None
        or any(terms(*where).hits(low) for where in _VOCABULARIES)
    )


@cache
def _no_names() -> frozenset[str]:
    return frozenset(load("terms")["no_names"])


_VOCABULARIES = (
    ("tasks", "titles"), ("tasks", "functions"), ("tasks", "action"), ("industries", "words"),
    ("industries", "general"), ("terms", "known_names"),
)  # fmt: skip


@cache
def _words() -> str:
    return "|".join(sorted(set(load("terms")["programme"]), key=len, reverse=True))


def _anywhere(phrases: list[str]) -> str:
    """Any of the phrases where a word begins, wherever a line may break in them."""
    return by_first_letters([phrase.replace(" ", r"\s+") for phrase in phrases], r"(?<!\w.)")


def by_first_letters(phrases: list[str], before: str) -> str:
    """The pattern of any of the phrases; before is what must hold of the text up to their first letter, looked behind.

    So the engine skips to such letters and looks there for few phrases.
    """
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        rests[phrase[0]].append(phrase[1:])
    return "|".join(f"{first}{before}(?:{'|'.join(of_letter)})" for first, of_letter in rests.items())


@cache
def _before_quotes() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words()})s?\s+(?=[{_OPENING}])")


@cache
def _introducing() -> tuple[re.Pattern[str], ...]:
    """What says that a programme's name comes next; one may begin within another, as in "workstream lead in"."""
    frames = _anywhere(load("terms")["programme_frames"])
    return (
        re.compile(rf"(?:{_words()})s? "),
        re.compile(rf"(?:{frames})\s+"),
        re.compile(r"(?:wave|phase|stage|welle|stufe) (?:\d|i{1,3}|one|two|three) (?:von|of|in) "),
    )


@cache
def _emblems() -> frozenset[str]:
    return frozenset(word.capitalize() for word in load("terms")["emblems"])


@cache
def _thing() -> re.Pattern[str]:
    """A thing of the house, before which a beast, a stone or a star may stand, as in "Zebra-Runde" or "Heron Gate"."""
    return re.compile(rf"[ -](?:{'|'.join(load('terms')['house_things'])})(?: (?:\d{{1,3}}|i{{1,3}}))?(?![\w-])")


@cache
def _introduced() -> re.Pattern[str]:
    return re.compile(rf"{_NAME}(?! (?i:{_words()}))")


@cache
def _bringing_about(language: str) -> re.Pattern[str]:
    """What was done with what comes next, which may be a product or a thing as well."""
    doings = _anywhere(load("terms")[f"programme_doings_{language}"])
    return re.compile(rf"(?:{doings})\s+")
