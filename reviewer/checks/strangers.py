"""Whether people who are named, or of whose names addresses are made, are others than the person."""

from __future__ import annotations

import re

from reviewer.checks.given_names import folded, given_names, spellings
from reviewer.checks.names import Name
from reviewer.checks.people import Person, find_people
from reviewer.checks.vocabulary import load

_LETTERS = re.compile(r"[a-z]+")
_LEAST_LAST, _LEAST_BEGUN, _SHORT_FORM = 3, 5, 2


def is_another(person: Person, name: Name) -> bool:
    """Whether somebody is not the one of this name; one of the same last name may be a relative."""
    given = [part for word in person[:-1] for part in folded(word).split("-")]
    last = folded(person[-1])
    lasts = {*last.split("-"), last.replace("-", "")}
    initials = {part[0] for part in name.parts if part not in lasts}
    shared = name.parts.intersection(given)
    if shared and len(name.last) >= _LEAST_BEGUN and (last.startswith(name.last) or name.last.startswith(last)):
        return False  # A name at the end of a line may be cut.
    if lasts & name.parts:
        return not shared and not initials.intersection(one[0] for one in given)
    return name.last not in given


def names_another(text: str, name: Name) -> bool:
    """Whether a text names somebody else than the one of this name."""
    return bool(name) and any(is_another(person, name) for person in find_people(text))


def is_of_another(email: str, name: Name) -> bool:
    """Whether an address is made of another given name and a last name; a short form of one's own is none."""
    tokens = _LETTERS.findall(folded(email).partition("@")[0])
    if not name or len(tokens) < 2 or tokens[0] not in given_names():
        return False
    own = any(part.startswith(tokens[0][:_SHORT_FORM]) for part in name.parts)
    last = tokens[-1]
    return not own and len(last) >= _LEAST_LAST and last not in load("contacts")["general"]


def bears_name_of(email: str, person: Person) -> bool:
    """Whether an address has somebody's last name, and nothing beside it that their given names do not begin with."""
    tokens = _LETTERS.findall(folded(email).partition("@")[0])
    given = [part for word in person[:-1] for part in folded(word).split("-")]
    for last in spellings(folded(person[-1])):
        rest = [token for one in tokens if (token := one.replace(last, "", 1))]
        if any(last in one for one in tokens) and all(any(name.startswith(one) for name in given) for one in rest):
            return True
    return False
