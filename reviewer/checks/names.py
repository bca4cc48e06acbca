"""A person's name: the words that may be one, and which addresses bear it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from reviewer.checks.company_patterns import patterns
from reviewer.checks.countries import is_place
from reviewer.checks.given_names import folded, is_given, spellings
from reviewer.checks.late_patterns import late
from reviewer.checks.records import record
from reviewer.checks.sections import heading_kind
from reviewer.checks.vocabulary import kept_for_now, load, lowered, terms

_TITLES = ("profil", "lebenslauf", "vita", "résumé", "resume")
TITLE = re.compile(rf".*(?:{'|'.join(_TITLES)}).*", re.IGNORECASE)
LABEL = re.compile(
    r"^\W*(?:name|profile?(?=\t)|vor- und nachname|full name|candidate(?: profile)?|kandidatenprofil|kandidat(?:in)?"
    r"|bewerber(?:in)?|personal (?:data|details)|persönliche (?:daten|angaben))"
    r"\W*[:\t]\s*",
    re.IGNORECASE,
)
"""What may stand before a name in its row and tell that it is one."""
_PRONOUNS = re.compile(r"[(\[]?\b(?:she|he|they|sie|er) ?/ ?\w+(?: ?/ ?\w+)?\b[)\]]?", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_JOINT = late(r"[.-]+")
_BESIDE_WORDS = ",.()“”„\"'‚‘’"
_LEAST_PART, _LEAST_INITIALS, _ABBREVIATED = 4, 2, 4
_OF_PARTICLES = re.compile(r"(?<=.)[vdz]")


@record
class Name:
    """The parts of the person's name as addresses write them; last is the last of them, empty for an unknown name.

    family are the parts of the last name, initials the first letters of all parts; begins_as_usual says that the first
    is a usual given name.
    """

    parts: frozenset[str]
    last: str
    initials: str = ""
    family: frozenset[str] = frozenset()
    begins_as_usual: bool = False

    def __bool__(self) -> bool:
        return bool(self.parts)

    def stands_in(self, text: str) -> bool:
        """Whether a text names the person: with two parts of the name, or all where there is but one."""
        words = {part for word in text.split() for part in folded(word.strip(".,;:()|")).split("-")}
        told = self.parts & words
        # Both parts of a double last name alone may be a relative's.
        return bool(self.parts) and len(told) >= min(2, len(self.parts)) and not (told <= self.family < self.parts)

    def hints(self, text: str) -> bool:
        """Whether any part of the name stands in a text."""
        words = folded(text)
        return any(part in words for part in self.parts)

    def is_borne_by(self, email: str) -> bool:
        """Whether an address is built of the name; a stranger's with the same first name is not."""
        plain = frozenset(spellings(part)[-1] for part in self.parts)
        if self._is_built_into(email):
            return True
        return plain != self.parts and replace(self, parts=plain, last=spellings(self.last)[-1]).is_borne_by(email)

    def _is_built_into(self, email: str) -> bool:
        local, _, domain = folded(email).partition("@")
        tokens = _WORD.findall(local)
        known = set(load("contacts")["general"])
        strangers = [one for one in tokens if len(one) >= _LEAST_PART and not self._is_of(one)]
        if any(self._is_of(one) for one in tokens):
            return not strangers or self._ends(tokens) or self._in(domain) or all(one in known for one in strangers)
        unknown = [one for one in strangers if one not in known]
        return self._in(domain) and not (len(tokens) >= 2 and unknown and len(tokens[-1]) >= _LEAST_PART)

    def is_abbreviated(self, token: str) -> bool:
        """Whether a word is the initials, those of particles between them or not, and perhaps what the person does."""
        first, sign, rest = token.partition(".")
        if sign and rest in load("contacts")["general"]:
            token = first
        if not _LEAST_INITIALS <= len(token) <= len(self.initials) + 2 or token[0] != self.initials[:1]:
            return False
        plain = token if token in self.initials else _OF_PARTICLES.sub("", token)
        ends = self.initials[0] + self.last[:1]
        return plain in {self.initials, ends} or token in {self.initials, ends}

    def _ends(self, tokens: list[str]) -> bool:
        last = self.last
        return any(last and (last in one or (len(one) >= _LEAST_PART and last.startswith(one))) for one in tokens)

    def _in(self, domain: str) -> bool:
        plain = domain.replace("-", "")
        return any(len(part) >= _LEAST_PART and part in plain for part in self.parts)

    def _is_of(self, token: str) -> bool:
        """Whether a word of an address holds a part of the name, or begins one that it cuts short."""
        if token in self.parts or any(self._is_joined(token, part) for part in self.parts if part in token):
            return True
        return len(token) >= _LEAST_PART and any(part.startswith(token) for part in self.parts)

    def _is_joined(self, token: str, part: str) -> bool:
        """Whether a word is a part of the name with initials, with another part, or with a word such as consulting."""
        rest = token.replace(part, "", 1)
        known = part == self.last and len(part) > _LEAST_PART
        return len(part) >= _LEAST_PART and (
            known
            or len(rest) <= 1
            or rest in load("contacts")["general"]
            or any(one.startswith(rest) for one in self.parts)
        )


NOBODY = Name(parts=frozenset(), last="")


def make_name(names: list[str]) -> Name:
    """The name of these words."""
    parts = [part for word in names for part in folded(word).split("-") if len(part) > 2]
    joined = [folded(word).replace("-", "") for word in names if "-" in word]
    initials = "".join(part[0] for word in names for part in folded(word).split("-") if part)
    return Name(
        parts=frozenset([*parts, *joined]),
        last=parts[-1] if parts else "",
        initials=initials,
        family=frozenset([*folded(names[-1]).split("-"), folded(names[-1]).replace("-", "")]) if names else frozenset(),
        begins_as_usual=bool(names) and is_given(names[0]),
    )


def find_names(text: str, *, first: bool) -> list[str]:
    """The words of a line that may be a person's name: capitalised, and not those of a trade."""
    plain = _PRONOUNS.sub(" ", text) if "/" in text else text
    words = [word.strip(_BESIDE_WORDS) for word in LABEL.sub("", plain).replace(",", " ").split()]
    words = [word for word in words if word and not _is_title(word)]
    particles = load("contacts")["particles"]
    names = [word for word in words if word.lower() not in particles]
    if first and len(names) == 1:
        names = words = _parted(names[0])
    if not (2 <= len(names) <= 4 and len(words) <= 6) or names[0].lower() in load("contacts")["of_towns"]:
        return []
    if not all(re.fullmatch(r"[^\W\d_](?:(?:[^\W\d]|['’-])+|)", word) and word[0].isupper() for word in names):
        return []
    low = lowered(" ".join(words))
    if is_place(names[-1]) and not is_given(names[0]):
        return []
    if any(folded(word) in load("contacts")["no_names"] for word in names):
        return []
    if all(len(word) <= _ABBREVIATED and word.isupper() and not is_given(word) for word in names):
        return []
    last = folded(names[-1])
    if last in load("contacts")["of_firms"] or last.endswith(tuple(load("contacts")["of_bodies"])):
        return []
    if heading_kind(" ".join(words)) or patterns()["legal"].search(" " + " ".join(words)) or _is_label(low):
        return []
    if first or (is_given(names[0]) and lowered(names[-1]) in load("contacts")["last_names"]):
        return names
    of_a_trade = any(terms("tasks", kind).hits(low) for kind in ("titles", "functions"))
    return [] if of_a_trade or (terms("industries", "words").hits(low) and not is_given(names[0])) else names


def _parted(word: str) -> list[str]:
    """A given and a last name in capitals that lost the gap between them, as letter-spaced ones do."""
    if not word.isupper() or not word.isalpha():
        return [word]
    ends = range(len(word) - _LEAST_PART, _LEAST_PART - 1, -1)
    return next(([word[:end], word[end:]] for end in ends if is_given(word[:end])), [word])


@kept_for_now
def _is_title(word: str) -> bool:
    """Whether a word is one of those beside names, or joined of such, as Dr.-Ing. is."""
    titles = _beside_names()
    low = word.lower()
    if low in titles or any(map(low.__contains__, _TITLES)):
        return True
    joined = "." in low or "-" in low
    return joined and all(part in titles for part in _JOINT.split(low.strip(".")))


@cache
def _beside_names() -> frozenset[str]:
    return frozenset(load("contacts")["beside_names"])


def _is_label(low: str) -> bool:
    return any(terms("contacts", kind).hits(low) for kind in ("phone", "mail", "places"))
