"""Addresses and telephone numbers from ranges that belong to nobody, and how CVs write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random

from tests.corpus.blind.model import ContactItem, Person, State
from tests.corpus.blind.words import Words

FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "å": "a", "é": "e", "á": "a", "ó": "o", "í": "i", "ı": "i", "ź": "z", "ń": "n", "'": "", "ł": "l", "ñ": "n", "ç": "c", "è": "e", "ê": "e", "ş": "s", "š": "s", "č": "c", "ž": "z", "ć": "c", "ğ": "g", "ô": "o", "ã": "a", "ř": "r"})  # fmt: skip
FIXED_DE = (("030", "23125", 3), ("069", "90009", 3), ("040", "66969", 3), ("0221", "4710", 3), ("089", "99998", 3))
MOBILE_DE = (
    "0152 28817386",
    "0152 28895456",
    "0152 54599371",
    "0172 9925904",
    "0172 9968532",
    "0172 9973185",
    "0174 9091317",
    "0174 9464308",
    "0176 04069{n:03d}",
    "0171 39200{m:02d}",
)
STREETS = {
    "de": ("Lindenweg {n}", "Am Mühlbach {n}", "Goethestraße {n} a", "Kastanienallee {n}"),
    "en": ("{n} Orchard Row", "{n}b Station Road", "Flat {n}, Mill Lane"),
}


@dataclass(slots=True)
class Plan:
    """What the document says of contacts and what is true of it."""

    state: State
    variant: str
    items: list[ContactItem] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)


def german_number(rng: Random) -> tuple[str, str]:
    """The area code with its zero, and the rest."""
    if rng.random() < 0.5:
        area, stem, digits = rng.choice(FIXED_DE)
        return area, f"{stem}{rng.randrange(10**digits):0{digits}d}"
    area, rest = rng.choice(MOBILE_DE).format(n=rng.randrange(1000), m=rng.randrange(100)).split()
    return area, rest


def german_phone(rng: Random, style: int) -> tuple[str, str]:
    """As it is written, and in E.164."""
    area, rest = german_number(rng)
    half = len(rest) // 2
    pairs = " ".join(re.findall(r"..?", rest))
    written = (
        f"{area} {rest}",
        f"{area}/{rest}",
        f"+49 {area[1:]} {rest}",
        f"+49 ({area[1:]}) {rest[:half]} {rest[half:]}",
        f"+49 (0){area[1:]} / {rest}",
        f"({area}) {pairs}",
        f"0049 {area[1:]} {rest}",
        f"{area} - {rest[:half]} {rest[half:]}",
        f"+49-{area[1:]}-{rest}",
        f"+49.{area[1:]}.{rest}",
        f"+49{area[1:]}{rest}",
        f"{area} / {pairs}",
    )[style % 12]
    return written, f"+49{area[1:]}{rest}"


def british_phone(rng: Random, style: int) -> tuple[str, str]:
    last = f"{rng.randrange(1000):03d}"
    written = (
        f"+44 20 7946 0{last}",
        f"+44 (0)20 7946 0{last}",
        f"+44-20-7946-0{last}",
        f"+44 (20) 79460{last}",
        f"0044 20 7946 0{last}",
    )[style % 5]
    return written, f"+442079460{last}"


def phone(rng: Random, language: str) -> tuple[str, str]:
    style = rng.randrange(12)
    return german_phone(rng, style) if language == "de" or rng.random() < 0.35 else british_phone(rng, style)


def email(person: Person, rng: Random) -> str:
    parts = [re.sub(r"[^a-z]", "", part.lower().translate(FOLD)) for part in person.name.split()]
    first, last = parts[0], parts[-1]
    local = rng.choice(
        (
            f"{first}.{last}",
            f"{first[0]}.{last}",
            f"{first}_{last}",
            last,
            f"{last}-interim",
            "kontakt",
            "info",
            f"{first}{rng.randint(61, 79)}",
        )
    )
    domain = rng.choice(
        (
            "example.org",
            "example.com",
            "example.net",
            f"{last}.example.com",
            f"{last}-management.example.org",
            "mail.example.net",
        )
    )
    return f"{local}@{domain}"


def foreign_contact(template: str, rng: Random, language: str, plan: Plan) -> str:
    written, number = phone(rng, language)
    while number in plan.phones:
        written, number = phone(rng, language)
    address = f"{rng.choice(('m.ottenbach', 's.lohrengel', 'nipperdey', 'office', 'petersen'))}@{rng.choice(('ostrau', 'beirat', 'zeitpartner', 'halden'))}.example.net"
    line = template.format(phone=written, email=address)
    if "{phone}" in template:
        plan.others.append(number)
    if "{email}" in template:
        plan.others.append(address)
    plan.foreign.append(line)
    return line


def make_plan(words: Words, person: Person, rng: Random, state: State) -> Plan:
    plan = Plan(state, "")
    label = {kind: rng.choice(choices) for kind, choices in words.contact_labels.items()}
    if rng.random() < 0.6 or state is State.LACKING:
        street = f"{rng.choice(STREETS[words.language]).format(n=rng.randint(2, 98))}, " if rng.random() < 0.5 else ""
        plan.items.append(ContactItem(label["address"], street + person.town))
    if state is State.FINE:
        _own(plan, label, words, person, rng)
    elif state is State.LACKING:
        _missing(plan, words, rng)
    else:
        _partial(plan, label, words, person, rng)
    return plan


def _own(plan: Plan, label: dict[str, str], words: Words, person: Person, rng: Random) -> None:
    address = email(person, rng)
    written, number = phone(rng, words.language)
    plan.emails, plan.phones = [address], [number]
    mail_item = ContactItem(label["email"], address, f"mailto:{address}" if rng.random() < 0.3 else "")
    plan.variant = "both"
    if rng.random() < 0.1:
        mail_item = ContactItem("", "E-Mail" if words.language == "de" else "Send me an e-mail", f"mailto:{address}")
        plan.variant = "link"
    phones = [ContactItem(label["phone"], written)]
    if rng.random() < 0.25:
        more, second = phone(rng, words.language)
        if second != number:
            phones.append(ContactItem(label["phone"], more))
            plan.phones.append(second)
    plan.items += [mail_item, *phones] if rng.random() < 0.5 else [*phones, mail_item]
    if rng.random() < 0.3:
        plan.items.append(
            ContactItem(label["link"], f"www.{person.name.split()[-1].lower().translate(FOLD)}.example.com")
        )


def _missing(plan: Plan, words: Words, rng: Random) -> None:
    plan.variant = rng.choice(("nothing", "request", "registration"))
    if plan.variant == "request":
        plan.quotes.append(rng.choice(words.on_request))
        plan.items.append(ContactItem("", plan.quotes[0]))
    elif plan.variant == "registration":
        plan.items += [ContactItem("", text) for text in rng.sample(words.registrations, 2)]


def _partial(plan: Plan, label: dict[str, str], words: Words, person: Person, rng: Random) -> None:
    plan.variant = rng.choice(("email only", "phone only", "profile link only"))
    if plan.variant == "email only":
        address = email(person, rng)
        plan.emails.append(address)
        plan.items.append(ContactItem(label["email"], address))
        plan.quotes.append(address)
    elif plan.variant == "phone only":
        written, number = phone(rng, words.language)
        plan.phones.append(number)
        plan.items.append(ContactItem(label["phone"], written))
        plan.quotes.append(written)
    else:
        link = f"linkedin.com/in/{email(person, rng).split('@')[0].replace('_', '-')}"
        plan.items.append(ContactItem(label["link"], link))
        plan.quotes.append(link)
