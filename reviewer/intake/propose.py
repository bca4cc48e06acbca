"""Proposes who a CV belongs to from its text and its file's name; a person corrects what is wrong."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import islice

from reviewer.domain.applicant import Person, Salutation
from reviewer.domain.letter import Language
from reviewer.intake.addresses import find_emails
from reviewer.intake.vocabulary import ENGLISH, GERMAN, NOT_NAMES, PARTICLES, TITLES
from reviewer.intake.wording import folded, one_line

MAX_CHARS = 20_000
FIRST_LINES = 20
LANGUAGE_CHARS = 5_000
_NAME_WORD = re.compile(r"(?:[^\W\d_]+['’\-])*[^\W\d_]+")
_TITLE = re.compile(
    r"(?:(?:(?:Prof|Dr|Dipl|Mag|Ing|Kfm|Betriebsw|h|c|mult|med|rer|pol|nat|oec|iur|jur|phil)\.[ -]?(?:-?Ing\.?)?\s*)+"
    r"|(?:Dipl\.?-\w+\.?|Professor|Doktor)\s+)(?:\(FH\)\s*)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:vor-? ?und nachname|full name|name|candidate|kandidat(?:in)?)\s*[:\t]\s*", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:(?:beraterprofil|kurzprofil|profil|profile|lebenslauf|curriculum vitae|cv|resume|résumé)\b"
    r"\s*(?:von|of|for|[:|–—-])?\s*)+",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s[|•·–—-]\s|[,;|•·(]|\s{3,}|\t")
_OTHERS = re.compile(r"referen[zc]|ansprechpartner|contact person|webmaster|datenschutz", re.IGNORECASE)
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def propose_person(untrusted_text: str, file_name: str) -> Person:
    """Who the document seems to belong to; empty where nothing plausible stands, the salutation always unknown."""
    text = untrusted_text[:MAX_CHARS]
    emails = find_emails(text)
    from_file = _file_name(file_name)
    title, words = _choose(_named_lines(text), [email for _, email in emails], from_file)
    first, last = _split(words)
    return Person(
        salutation=Salutation.UNKNOWN,
        title=title,
        first_name=first,
        last_name=last,
        email=_own_email(text, emails, words),
        language=guess_language(text),
    )


def guess_language(text: str) -> Language:
    """English when its small words outnumber the German ones, else German."""
    words = Counter(text[:LANGUAGE_CHARS].lower().split())
    return Language.EN if _share(words, ENGLISH) > _share(words, GERMAN) else Language.DE


def _share(words: Counter[str], known: frozenset[str]) -> int:
    return sum(words[word] for word in known)


def _named_lines(text: str) -> list[tuple[str, list[str]]]:
    """Title and words of each of the first lines that could be a name, in order."""
    found = []
    for line in islice(filter(str.strip, text.splitlines()), FIRST_LINES):
        rest = _LABEL.sub("", _HEADING.sub("", line.strip()[:200], count=1), count=1)
        title = _TITLE.match(rest)
        words = _name_words(_PARTED.split(rest[title.end() if title else 0 :])[0])
        if words:
            found.append((one_line(title[0]) if title else "", words))
    return found


def _name_words(part: str) -> list[str]:
    """The words when they look like a person's two to four names, else none."""
    words = one_line(part).split()
    plausible = (
        2 <= len(words) <= 5
        and all(_NAME_WORD.fullmatch(word) or re.fullmatch(r"[^\W\d_]\.", word) for word in words)
        and all(word[0].isupper() or word in PARTICLES or word[:2] in ("d'", "d’") for word in words)
        and words[-1] not in PARTICLES
        and len(words[0].rstrip(".")) + len(words[-1]) > 3
        and not any(piece in NOT_NAMES for word in words for piece in folded(word).split("-"))
    )
    return [_cased(word) for word in words] if plausible else []


def _cased(word: str) -> str:
    if not word.isupper() or len(word) == 1:
        return word
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)


def _choose(lines: list[tuple[str, list[str]]], emails: list[str], from_file: list[str]) -> tuple[str, list[str]]:
    """The first line that an address or the file's name bears out, else the first line, else the file's name."""
    known = {_spelled(word) for word in from_file}
    for title, words in lines:
        if not known.isdisjoint(map(_spelled, words)) or any(_belongs(email, words) for email in emails):
            return title, words
    borne_out = any(_belongs(email, from_file) for email in emails)
    return lines[0] if lines and not borne_out else ("", from_file)


def _file_name(name: str) -> list[str]:
    """The name in a file's name such as "Lebenslauf_Petra_Weiss_2024.pdf"; none when nothing plausible is left."""
    stem = unicodedata.normalize("NFC", name).rpartition(".")[0] or name
    swapped = re.fullmatch(r"([^\W\d_-]+),\s*([^\W\d_-]+)", stem.strip())
    if swapped:
        stem = f"{swapped[2]} {swapped[1]}"
    spaced = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])", " ", stem)
    words = _without_noise(re.split(r"[\s_.,;()+&]+", spaced))
    if len(words) < 2 or any("--" in word for word in words):
        words = _without_noise(re.split(r"[\s_.,;()+&-]+", spaced))
    return _name_words(" ".join(word if word in PARTICLES else word[:1].upper() + word[1:] for word in words))


def _without_noise(words: list[str]) -> list[str]:
    return [
        word.strip("-")
        for word in words
        if word.strip("-")
        and not any(char.isdigit() for char in word)
        and folded(word.strip("-")) not in NOT_NAMES
        and folded(word) not in TITLES
    ]


def _split(words: list[str]) -> tuple[str, str]:
    """First and last name; particles such as "von der" belong to the last."""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[max(start, 0) :])


def _own_email(text: str, emails: list[tuple[int, str]], words: list[str]) -> str:
    """The address that bears the name, else the first that does not stand beside or below a reference."""
    for _, email in emails:
        if _belongs(email, words):
            return email
    for position, email in emails:
        *_, before, beside = ["", "", *text[:position].split("\n")]
        if not _OTHERS.search(beside if "@" in before else before + beside):
            return email
    return ""


def _belongs(email: str, words: list[str]) -> bool:
    local = _spelled(email.partition("@")[0])
    return any(len(word) > 2 and _spelled(word) in local for word in words)


def _spelled(word: str) -> str:
    """The word as it would stand in an address: "Weiß" as "weiss"."""
    spelled = folded(word).translate(_SPELLED)
    plain = unicodedata.normalize("NFD", spelled)
    return "".join(char for char in plain if char.isalnum())
