"""Whether a document says what an abbreviation or the name of a programme means."""

from __future__ import annotations

import re

from reviewer.checks.countries import is_place
from reviewer.checks.date_patterns import MONTH_NAMES
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import lowered, terms

_EXPLAINED_AFTER = late(
    r"[“”\"«’']?\s*(?:\((?!\s*(?i:phase|welle|wave|stufe|stage|step|schritt|teil|part)\b)[^()]{0,20}[a-zäöü]{3,}[^()]{0,120}\)|=\s*[A-Za-zÄÖÜ]"
    r"|[,:–-]\s*(?:(?:d\. ?h\.|das heißt|das ist|gemeint (?:ist|war|sind)|sprich|i\.e\."
    r"|that is(?: to say)?|that was|meaning|in other words|kurz für|short for)[,:]?"
    r"|unser\w{0,2}|our|de[mnrs]|das|die|the|an?|eine?[mnrs]?)\s"
    r"|\s*(?:genannt|getauft|geheißen|in-house|internally|locally|for short|hausintern|intern|im Haus|bei uns)\s*\))"
    r"|[“”\"«’]?\s+(?:steht\s+für|stands\s+for|bedeutet|means|heißt|bezeichnet|refers\s+to|short\s+for|kurz\s+für"
    r"|ist\s+(?:der|die|das|eine?|unser)|is\s+(?:the|an?|our))\b"
)
# What tells when it was explains nothing, as behind "Logistics Director QVS7 (July 2025 – now)".
_DATED = late(
    rf"[“”\"«’']?\s*\((?:{MONTH_NAMES}|seit|since|ab|from|bis|to|until|the|heute|today|present|day|now|date|laufend|ongoing|ende|end"
    r"|anfang|mitte|mid|monate?n?|months?|jahre?n?|years?|quartal|quarter|halbjahr|half|dauer|duration|hj|[qh][1-4]|\s"
    r"|[\d.,:/–—'’-])+\)"
)
# A hyphen right before a word makes a compound, which tells nothing; a stroke below begins another line.
_GLOSSED = late(r"(?:[ ]*[:=]\s*|[ ]+[–-]\s*|[–-]\s+)[A-Za-zÄÖÜäöü][\w-]{3,}")
# What a programme that is called so was for, as behind "Programm 'Nordlicht' zur Kostensenkung", and what it did.
_CALLED = late(r"(?:programm|projekt|initiative|programme|program|project|vorhaben)e?s?\s+[„“\"»‚'‘]?$", re.IGNORECASE)
_PURPOSE = late(
    r"[“”\"«’']?\s+(?:(?:zur|zum)\s+(?!Abschluss|Abschluß|Erfolg|Ende|Start|Ziel|Jahres|Quartals|Monats|Stichtag)[A-ZÄÖÜ][a-zäöüß]{4,}"
    r"|für\s+(?:die|den|das|eine?n?)\s+(?!Region|Sparte|Gruppe|Konzern|Bereich|Standort|Werk|Land|Länder|Kunden\b|Mandanten)[A-ZÄÖÜa-zäöü]\w{3,}"
    r"|to\s+(?:cut|reduce|raise|merge|move|close|improve|shorten|build|bring|lower|introduce|harmonise|standardise|replace)\b"
    r"|[a-zäöü]{3,}te\s+(?:die|den|das|unsere|alle|zwei|drei)\s+[A-ZÄÖÜ])"
)
# "the planning tool (QVS7", "Planungswerkzeug (QVS7", "Central Desk, for short: CD", "the Supply
# Assurance Group (QVS7", "des Arbeitskreises zur Bestandssenkung (QVS7", "the in-house route QVS7"; a code within tells
# nothing.
_EXPLAINED_BEFORE = late(
    r"[a-zäöü]{3,}[“”\"«]?\s*\(\s*(?:[a-zäöü-]+\s){0,3}(?:kurz|genannt|dubbed|nicknamed|abgekürzt|abbreviated|named|short|intern|internally"
    r"|called|known\s+as|as|sog\.|namens|abk\.|abbr\.):?\s*[„“\"»]?$"
    r"|(?:^|[\s(])[A-ZÄÖÜ][a-zäöüß-]*[a-zäöüß]{5,}[“”\"«]?\s*\((?:[A-Z][a-z]{1,7}\.?\s)?\s*[„“\"»]?$"
    r"|\b(?:the|our|an?|its|this|their|my)\s+(?:[a-z-]+\s+){1,4}\(\s*[„“\"»]?$"
    r"|[a-z,]\s+(?:[A-Z][a-z]+\s+(?:(?:of|for|and|&)\s+)?){1,5}[A-Z][a-z]+\s*\(\s*[„“\"»]?$"
    r"|\b(?:der|die|das|dem|den|des|zur|zum|unser\w{0,2}|eine?[mnrs]?)\s+(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ][a-zäöüß-]{3,}"
    r"(?:\s+(?:zur|zum|für|des|von)\s+[A-ZÄÖÜ][a-zäöüß-]{3,}){1,2}\s*\(\s*[„“\"»]?$"
    # "the stock list, known in-house as", and "die Bestandsliste, intern „": what it is stands before.
    r"|(?<!programme)(?<!program)(?<!project)(?<!initiative),?\s(?:(?:internally|in-house|locally)\s+)?"
    r"(?:known|referred\s+to)\s+(?:(?:internally|in-house|locally|there|here)\s+)?as\s*[„“\"»'‚‘]?$"
    r"|[^\W\d_]{4,},\s+(?:haus|konzern)?(?:intern|im\s+Haus|im\s+Konzern|vor\s+Ort|dort|kurz|bei\s+uns)\s+[„“\"»'‚‘]$"
    r"|(?:in-house|internal|group-wide|company-wide|own|intern\w{2}|\w*eigene[mnrs]?|hausintern\w{2}|konzernweite[mnrs]?)\s+"
    r"(?:[\w-]+\s+){0,3}[\w-]{4,}\s+(?:(?:called|named|namens|genannt)\s+)?[„“\"»'‚‘]?$"
)
_EXPLAINING = ("(", "in-house", "intern", "wide", "weite", "own", "eigene", "known", "referred")
_OPENING = frozenset("„“\"»'‚‘")
# What a thing of the house is, as behind "QVS7, Programm zur Zusammenlegung zweier Werke".
_THING = (
    r"(?:[a-zäöü-]+\s+)?(?:name|bezeichnung|[\w-]*(?:programm|projekt|initiative|gremium|kreis|runde|ausschuss|verfahren|werkzeug|system|tool|plattform"
    r"|software|datenbank|methode|modell|prozess|kennzahl|bericht|liste|datei|abteilung|einheit|team|konzept|vorhaben|abkommen)\w{0,2}"
    r"|programmes?|programs?|projects?|initiatives?|committee|board|round|procedure|process|route|tool|system|platform|database|method"
    r"|model|scheme|report|list|department|unit|team|scorecard|meeting|forum|measure|ratio|label)"
)
_APPOSITION = late(
    rf"[“”\"«’']?(?:(?P<said>\.\s+(?:dies(?:e[rs]?)?|das|die|der|this|the|it|es)\s+)|\s*[,:–-]\s+)"
    rf"(?:{_THING}\s+(?(said)\w{{3,}}|(?:zur|zum|für|der|des|von|to|for|of|that|which|in|aller|über)\b)"
    r"|(?(said)(?:ist|war|is|was)\s+(?:eine?|an?|the|der|die|das)\b|(?!)))"
    r"|[“”\"«]\s*:\s+[^\W\d_]{4,}|[“”\"«’']?(?:\s+[a-zäöüß]+){1,2},\s+(?:mit|durch|in|bei|unter)\s+(?:dem|der|denen)\s+\w"
    r"|[“”\"«’']?(?:\s+[a-z]+){1,2},\s+(?:by|with|through|under|in)\s+which\s+\w"
)
# More of a name behind its first word, as "PEGASUS South" or "KLV-Stufe B" or "HKS board"; before a bracket or a dash
# it may end with any noun, as "HKS ladder" does, before a comma with one that a house has.
_MORE_OF_NAME = late(
    r"(?:[ \n-](?:[A-ZÄÖÜ][\w+]{0,12}|\d{1,4}(?:\.\d)?|(?!(?:and|for|with|from|under|into|over|after|before|within"
    r"|across|between|during|through|against|until|without|together)\b)[a-z]{3,12}(?<!ed)(?<!ly))){1,2}(?=[“”\"«’']?\s*(?:\(|=|[:–-]\s))"
    r"|(?:[ \n-](?:[A-ZÄÖÜ][\w+]{0,12}|\d{1,4}(?:\.\d)?|light|plus|[a-z]{0,10}(?:board|round|tool|list|model|phase|gate"
    r"|pool|quota|team|ring|matrix|review|routine|circle|return|scheme|process|programme|program|project|initiative|meeting"
    r"|committee|system|method|report|addendum))){1,2}(?=[“”\"«’']?\s*,)"
)
_TOLD_AFTER = late(
    r"[“”\"«’]?(?:\s*[,–-]\s+|\s+)(?:(?:mit|in|bei|durch|für|unter|auf|by|in|with|under|through|for|during)\s+)?"
    r"(?:der|die|das|dem|den|deren|dessen|which|that|whose|whereby|wodurch|womit|so\s+(?:hieß|nannte|heißt|genannt)|so\s+called"
    r"|als\s+Name|the\s+name|our\s+name|also|nämlich|namely)\s+(?:\w+\s+){1,}"
)
# What stands between two dashes behind a word, where the sentence goes on: "to QVS7 – the division for seals – after".
_BETWEEN_DASHES = late(r"[“”\"«’']?\s[–—-]\s(?:[^\W\d_][\w-]+\s){1,9}[–—-](?:\s[a-zäöüß]|[;,.])")
_RELATIVE = late(r"[“”\"«’]?(?:\s*,|\s+[–-])\s")
# The code that a compound begins with, and the number of a version behind a code.
_OF_COMPOUND = late(r"[A-ZÄÖÜ][A-ZÄÖÜ0-9&/.]+(?:-(?:[A-Z0-9]{1,4}|plus|light))*(?=-[A-ZÄÖÜa-z][a-zäöüß]{2,})")
_VERSION = late(r"[ \n.-]\d+(?:\.\d+)*(?:-(?:plus|light))?(?![\w.]\w)|-(?:plus|light)\b|\.\d+")
_GLOSSARY = late(
    r"\W*(?:abkürzungen|abkürzungsverzeichnis|glossar|begriffe|erläuterung(?:en)?|erklärungen|abbreviations|glossary"
    r"|terms(?: used)?|key(?: to terms)?|acronyms)(?: (?:und|and) \w+)?\W*",
    re.IGNORECASE,
)
_GLOSSARY_REACH = 700
# What stands before the word that a row explains: the number of a footnote, or what is called so, or nothing.
_BEGIN_OF_NOTE = late(
    r"\W*+(?:\d{1,2}[.):]?\s\W*+)?(?:(?:programme?|program|project|projekt|plan|initiative)\s\W*+)?", re.IGNORECASE
)
_LEGAL_END = late(r"(?<!\w)(?:GmbH(?: & Co\.? KG)?|AG|SE|KG|plc|Ltd|Inc|LLC|B\.?V\.?|N\.?V\.?|S\.p\.A\.|AB|A/S)$")
_BESIDE = 90
_BEFORE = 80
_MOST_BETWEEN, _MOST_OF_NAME = 3, 8
_LEAST_NOTED = 3
_LEAST_LETTERS, _MOST_OF_TITLE = 2, 7
_ARTICLES = frozenset(("der", "die", "das", "des", "dem", "den", "zur", "zum", "the", "a", "an", "our"))
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    (
        "und",
        "and",
        "der",
        "die",
        "das",
        "des",
        "dem",
        "für",
        "for",
        "of",
        "the",
        "von",
        "zu",
        "zur",
        "im",
        "in",
        "mit",
        "with",
    )
)


def is_explained(text: str, word: str) -> bool:
    """Whether brackets, a few words beside the word, or words it is the initials of say what it means, anywhere.

    A compound is explained where its code is, as "NMTR-Listen" by "NMTR = ..."; a version's number may follow a code.
    """
    if word.endswith("-"):
        # A compound of which the end of a line parted the rest.
        return any(
            _is_explained(text, whole)
            for whole in sorted(set(re.findall(rf"{re.escape(word)}\n?[^\W\d_][\w-]*", text)))
        )
    code = _OF_COMPOUND.match(word)
    if _is_explained(text, word) or (code is not None and code[0] != word and _is_explained(text, code[0])):
        return True
    # The number of a footnote stands right behind the word.
    return word[-1:].isdigit() and len(word) > _LEAST_NOTED and _is_explained(text, word[:-1])


def _is_explained(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        told = _VERSION.match(text, end)
        ends = {end, told.end()} if told else {end}
        if _is_bounded(text, at, end) and (any(_is_told(text, at, one) for one in ends) or _spells_out(text, at, end)):
            return True
        at = text.find(word, end)
    return False


def _is_bounded(text: str, at: int, end: int) -> bool:
    return not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def _is_told(text: str, at: int, end: int) -> bool:
    first = max(text.rfind("\n", 0, at), text.rfind("\t", 0, at), text.rfind("; ", 0, at), text.rfind(" · ", 0, at)) + 1
    more = _MORE_OF_NAME.match(text, end)
    ends = (end, more.end()) if more else (end,)
    if any(_GLOSSED.match(text, one) for one in ends) and (
        _BEGIN_OF_NOTE.fullmatch(text[first:at]) or _is_in_glossary(text, first, at)
    ):
        return True
    if _PURPOSE.match(text, end) and _CALLED.search(text[max(0, at - _BEFORE) : at]):
        return True
    if _RELATIVE.match(text, end) and _TOLD_AFTER.match(text, end):
        return True
    if any(_BETWEEN_DASHES.match(text, one) for one in ends):
        return True
    if (
        _is_told_before(text[max(0, at - _BEFORE) : at])
        and not _is_of_post(text[first:at])
        and not _is_of_company(text[first:at])
    ):
        return True
    return any(
        not _is_dated(text, one) and (_EXPLAINED_AFTER.match(text, one) or _APPOSITION.match(lowered(text), one))
        for one in ends
    )


def _is_dated(text: str, end: int) -> bool:
    """Whether a bracket behind a word tells a date or a length and nothing else."""
    return text[end : end + 3].lstrip()[:1] == "(" and _DATED.match(lowered(text[end : end + _BESIDE])) is not None


def _is_in_glossary(text: str, first: int, at: int) -> bool:
    """Whether a row with one word before the code, as "St. C4 – …" or "Cluster EF: …", stands in a glossary."""
    if len(text[first:at].split()) != 1:
        return False
    return any(_GLOSSARY.fullmatch(row) for row in text[max(0, first - _GLOSSARY_REACH) : first].split("\n"))


def _is_told_before(before: str) -> bool:
    """Whether words explain what they stand before; looked for where one of the signs is that they do it with."""
    quoted = ", " in before and not _OPENING.isdisjoint(before[-2:])
    signed = quoted or any(map(before.__contains__, _EXPLAINING))
    return signed and _EXPLAINED_BEFORE.search(before) is not None


def _is_of_post(before: str) -> bool:
    """Whether a bare title stands before a bracket, so that the code in it is a unit's: "Head of Regulation (BWQ)"."""
    words = [word for word in lowered(before).split() if word == "(" or word.strip("(")[:1].isalpha()]
    few = len(words) <= _MOST_OF_TITLE and before.rstrip().endswith("(") and _ARTICLES.isdisjoint(words)
    return few and terms("tasks", "titles").hits(lowered(before))


def _is_of_company(before: str) -> bool:
    """Whether a company's name or its town stands before a bracket, so that a code in it is one of its units."""
    head, sign, _ = before.rpartition("(")
    last = head.rstrip().rpartition(",")[2].split()[-1:]
    return bool(sign) and (is_place("".join(last)) or _LEGAL_END.search(head.rstrip()) is not None)


def _spells_out(text: str, at: int, end: int) -> bool:
    """Whether words close beside an abbreviation begin with its letters; parts of compounds may give some of them."""
    letters = text[at:end].lower()
    if len(letters) < _LEAST_LETTERS or not letters.isalpha():
        return False
    before = _PLAIN_WORD.findall(text[max(0, at - _BESIDE) : at].lower())
    after = _PLAIN_WORD.findall(text[end : end + _BESIDE].lower())
    return any(
        _gives(words[first:last], letters)
        for words, firsts, least in (
            (before, len(before), len(before) - _MOST_BETWEEN),
            (after, min(len(after), _MOST_BETWEEN + 1), 0),
        )
        for first in range(firsts)
        if words[first][0] == letters[0] or words[first] in _SMALL
        for last in range(max(first + 1, least), min(len(words), first + _MOST_OF_NAME) + 1)
    )


def _gives(words: list[str], letters: str) -> bool:
    """Whether all words but small ones give the letters in order, each its first and perhaps some from within."""
    if not words:
        return not letters
    if words[0] in _SMALL and _gives(words[1:], letters):
        return True
    if not letters or words[0][0] != letters[0]:
        return False
    place, given = 1, 1
    while True:
        if _gives(words[1:], letters[given:]):
            return True
        place = words[0].find(letters[given : given + 1] or "\n", place) + 1
        if place == 0:
            return False
        given += 1
