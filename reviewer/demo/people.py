"""The invented persons: name, salutation, address, telephone and opt-in evidence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from reviewer.demo.wordings import read_table
from reviewer.domain.applicant import Person, Salutation
from reviewer.domain.letter import Language

_TITLES = ("",) * 15 + ("Dr.",) * 4 + ("Prof. Dr.",)
_SALUTATIONS = (Salutation.MAN,) * 12 + (Salutation.WOMAN,) * 7 + (Salutation.UNKNOWN,)
_DOMAINS = ("example.org", "example.com", "example.net")
_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "ł": "l", "ı": "i", "'": ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How a person can be reached; every address and number is reserved for examples."""

    street: str
    town: str
    phone: str
    mobile: str
    email: str
    web: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedPerson:
    """A person with the private facts that a CV tells beside the name."""

    person: Person
    contact: Contact
    nationality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    salutation: Salutation
    title: str
    first: str
    last: str


def make_person(rng: Random, language: Language, taken: set[str]) -> InventedPerson:
    """A person whose name and address are not among the taken ones, to which both are added."""
    table = read_table("people")
    origins = table["origins"]
    weights = [origin["weight"] * (_english_bonus(origin) if language is Language.EN else 1) for origin in origins]
    for attempt in range(60):
        origin = rng.choices(origins, weights)[0]
        salutation, first = _first_name(rng, origin)
        last = rng.choice(origin["last"])
        if attempt > 20:
            last = f"{last}-{rng.choice(origins[0]['last'])}"
        if f"{first} {last}" not in taken:
            break
    taken.add(f"{first} {last}")
    name = _Name(salutation=salutation, title=rng.choice(_TITLES), first=first, last=last)
    return _dressed(rng, origin, language, name, taken)


def make_known_person(
    rng: Random, language: Language, salutation: Salutation, name: tuple[str, str, str], taken: set[str]
) -> InventedPerson:
    """The person of this name (title, first, last), with everything else invented."""
    title, first, last = name
    taken.add(f"{first} {last}")
    known = _Name(salutation=salutation, title=title, first=first, last=last)
    return _dressed(rng, read_table("people")["origins"][0], language, known, taken)


def ascii_name(text: str) -> str:
    """Lower-case letters a to z and hyphens: "Çetin-Weiß" becomes "cetin-weiss"."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_ASCII))
    return re.sub(r"[^a-z-]+", "", plain.replace(" ", "-"))


def _english_bonus(origin: Mapping[str, Any]) -> float:
    return {"britain": 4.0, "america": 4.0}.get(origin["home"], 0.6 if origin["weight"] > 50 else 1.0)


def _first_name(rng: Random, origin: Mapping[str, Any]) -> tuple[Salutation, str]:
    salutation = rng.choice(_SALUTATIONS)
    names = {"woman": "women", "man": "men", "unknown": "unknown"}[salutation.value]
    if not origin[names]:
        salutation, names = Salutation.MAN, "men"
    return salutation, rng.choice(origin[names])


def _dressed(
    rng: Random, origin: Mapping[str, Any], language: Language, name: _Name, taken: set[str]
) -> InventedPerson:
    email = _email(rng, name, taken)
    person = Person(
        salutation=name.salutation,
        title=name.title,
        first_name=name.first,
        last_name=name.last,
        email=email,
        language=language,
    )
    return InventedPerson(
        person=person,
        contact=_contact(rng, origin["home"], email, ascii_name(name.last)),
        nationality=origin["nationality"][language.value],
    )


def _email(rng: Random, name: _Name, taken: set[str]) -> str:
    first, last = ascii_name(name.first), ascii_name(name.last)
    pattern = rng.choice(("{f}.{l}", "{f}.{l}", "{i}.{l}", "{l}", "info.{l}", "{l}-interim", "{f}{l}"))
    local, domain = pattern.format(f=first, l=last, i=first[0]), rng.choice(_DOMAINS)
    email, number = f"{local}@{domain}", 1
    while email in taken:
        number += 1
        email = f"{first}.{last}{number}@{domain}"
    taken.add(email)
    return email


def _contact(rng: Random, home: str, email: str, name: str) -> Contact:
    table = read_table("people")
    number = rng.randint(1, 88)
    street = rng.choice(table["streets"][home])
    phones = home if home in table["phones"] else "germany"
    return Contact(
        street=f"{number} {street}" if home in ("britain", "america") else f"{street} {number}",
        town=rng.choice(table["towns"][home]),
        phone=_number(rng, table["phones"][phones], phones),
        mobile=_number(rng, table["phones"][f"{phones}_mobile"], phones),
        email=email,
        web=f"www.{name}.{rng.choice(_DOMAINS)}" if rng.random() < 0.4 else "",
    )


def _number(rng: Random, patterns: list[str], home: str) -> str:
    """A number from a range reserved for fiction, written in one of the usual ways."""
    national = rng.choice(patterns).format(d2=f"{rng.randrange(100):02d}", d3=f"{rng.randrange(1000):03d}")
    if home == "america":
        return rng.choice(("({0}) {1}-{2}", "+1 {0} {1} {2}", "{0}.{1}.{2}")).format(*national.split())
    code = "44" if home == "britain" else "49"
    area, rest = national[1:].split(" ", 1)
    joined = rest.replace(" ", "")
    writings = (
        f"+{code} {area} {rest}",
        f"+{code} (0) {area} {joined}",
        f"0{area} / {rest}",
        f"0{area}-{joined}",
        f"00{code} {area} {joined}",
        f"+{code}.{area}.{joined}",
        f"(0{area}) {rest}",
    )
    return rng.choice(writings)
