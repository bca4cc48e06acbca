"""Own and others' contact data of the fresh half: numbers that are kept free for invented persons, in all customary forms."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from random import Random

from tests.corpus.blind.fresh_shape import Pen
from tests.corpus.blind.model import ContactItem, ContactsTruth, Person, State

ZONES = {"example.org": 4, "example.com": 3, "example.net": 3}
# Country, area, the fixed beginning, and how many free digits follow.
AREAS = {
    "Berlin": ("49", "30", "23125", 3), "Hamburg": ("49", "40", "66969", 3), "Frankfurt": ("49", "69", "90009", 3),
    "Köln": ("49", "221", "4710", 3), "München": ("49", "89", "99998", 3), "Zürich": ("41", "44", "55501", 2),
    "Wien": ("43", "1", "5550", 3), "London": ("44", "20", "79460", 3), "Manchester": ("44", "161", "4960", 3), "Leeds": ("44", "113", "4960", 3),
}  # fmt: skip
MOBILES = {
    "49": (("171", "39200", 2), ("176", "040690", 2), ("1520", "0000", 3)),
    "41": (("79", "00000", 2),),
    "43": (("664", "0001", 3),),
    "44": (),
}
ENGLISH = {
    "Munich": "München",
    "Cologne": "Köln",
    "Vienna": "Wien",
    "Zurich": "Zürich",
    "Frankfurt am Main": "Frankfurt",
}
CODES = {
    "Berlin": "10437",
    "Hamburg": "22303",
    "Frankfurt": "60322",
    "Köln": "50733",
    "München": "81541",
    "Zürich": "8008",
    "Wien": "1090",
    "London": "NW3 5PL",
    "Manchester": "M20 2XQ",
    "Leeds": "LS6 3BT",
}
LABELS = {
    "de": (("Tel.:", "Mobil:", "E-Mail:", "Fax:"), ("T", "M", "E", "F"), ("Telefon", "Mobiltelefon", "E-Mail", "Telefax"), ("Fon", "Handy", "Mail", "Fax"), ("", "", "", "Fax"), ("Telefon:", "Mobil:", "Mailadresse:", "Telefax:"), ("Festnetz", "mobil", "Elektronische Post", "Fax")),
    "en": (("Tel.:", "Mobile:", "E-mail:", "Fax:"), ("T", "M", "E", "F"), ("Phone", "Cell", "Email", "Fax"), ("", "", "", "Fax"), ("p:", "m:", "e:", "f:"), ("Telephone:", "Mobile:", "E-mail address:", "Fax:")),
}  # fmt: skip


def ascii_name(text: str) -> str:
    for old, new in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ı", "i"), ("Ö", "Oe")):
        text = text.replace(old, new)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z -]", "", plain)


def make_mail(name: str, rng: Random) -> str:
    parts = ascii_name(name).replace(" von ", " von-").split()
    first, last = parts[0], parts[-1]
    zone = rng.choice([zone for zone, weight in ZONES.items() for _ in range(weight)])
    return rng.choice((
        f"{first}.{last}@{zone}", f"{first[0]}.{last}@{last}-interim.{zone}", f"info@{last}-consulting.{zone}", f"mail@{first}-{last}.{zone}",
        f"{last}_{first[0]}@{zone}", f"{first}@{last}.{zone}", f"{first}{last}{rng.randint(58, 79)}@{zone}", f"kontakt@{last}-mgmt.{zone}",
        f"{first.capitalize()}.{last.capitalize()}@{zone}",
    ))  # fmt: skip


def grouped(digits: str, sizes: tuple[int, ...]) -> str:
    found, rest = [], digits
    for size in sizes:
        if not rest:
            break
        found.append(rest[:size])
        rest = rest[size:]
    if rest:
        found.append(rest)
    if len(found) > 1 and len(found[-1]) == 1:
        found[-2:] = ["".join(found[-2:])]
    return " ".join(found)


def write_number(country: str, area: str, line: str, rng: Random) -> tuple[str, str]:
    """The number as somebody would write it, and in the international form."""
    shown = rng.choice((line, grouped(line, (2, 2, 2, 2)), grouped(line, (3, 3, 3)), grouped(line, (4, 4)), line))
    if country == "49" and len(line) >= 6 and rng.random() < 0.2:
        shown = f"{line[:-2]}-{line[-2:]}"
    home = "0"
    tight = line if rng.random() < 0.5 else shown
    forms = [
        f"+{country} {area} {shown}", f"+{country} ({home}){area} {shown}", f"{home}{area} / {shown}", f"{home}{area}/{tight}", f"{home}{area} {shown}",
        f"00{country} {area} {shown}", f"({home}{area}) {shown}", f"+{country}.{area}.{line}", f"+{country}-{area}-{line}", f"+{country}{area}{line}",
        f"{home}{area}-{line}", f"+{country} / {area} / {shown}", f"+{country} ({area}) {shown}", f"{home}{area} – {shown}",
    ]  # fmt: skip
    if country != "49":
        forms = [forms[0], forms[1], forms[5], forms[9], forms[7], forms[0]]
    return rng.choice(forms), f"+{country}{area}{line}"


def make_phone(town: str, rng: Random, *, mobile: bool) -> tuple[str, str]:
    country, area, begin, free = AREAS[ENGLISH.get(town, town)]
    if mobile and MOBILES[country]:
        area, begin, free = rng.choice(MOBILES[country])
    return write_number(country, area, begin + "".join(str(rng.randint(0, 9)) for _ in range(free)), rng)


@dataclass(slots=True)
class Card:
    """What stands in one CV as contact data, and what is true of it."""

    state: State
    variant: str
    items: list[ContactItem] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    quotes: tuple[str, ...] = ()

    def truth(self) -> ContactsTruth:
        own = {*self.emails, *self.phones}
        return ContactsTruth(
            tuple(mail.lower() for mail in self.emails),
            tuple(self.phones),
            tuple(one for one in self.others if one not in own),
        )


def make_card(pen: Pen, person: Person, state: State) -> Card:
    rng = pen.rng
    labels = rng.choice(LABELS[pen.stock.language])
    town = ENGLISH.get(person.town, person.town)
    street = ContactItem("", f"{rng.choice(pen.stock['streets'])}, {CODES[town]} {person.town}")
    if state is State.LACKING:
        return _without(pen, person, street)
    variant = rng.choice(("mail only", "phone only", "cut number")) if state is State.BORDERLINE else "whole"
    card = Card(state, variant)
    if rng.random() < 0.6:
        card.items.append(street)
    if variant != "mail only":
        _add_phones(card, labels, person, rng, cut=variant == "cut number")
    if variant != "phone only":
        _add_mail(card, labels[2], person, rng)
    if rng.random() < 0.25:
        card.items.append(ContactItem("", f"www.{ascii_name(person.name).split()[-1]}.example.org"))
    if rng.random() < 0.3:
        rng.shuffle(card.items)
    return card


def _without(pen: Pen, person: Person, street: ContactItem) -> Card:
    """Nothing a client could use, however much else stands there."""
    rng = pen.rng
    variant = rng.choice(
        ("nothing", "address", "address", "homepage", "withheld", "referees only", "agency only", "agency only")
    )
    card = Card(State.LACKING, variant)
    if variant in {"address", "referees only"} or rng.random() < 0.3:
        card.items.append(street)
    if variant == "homepage":
        card.items.append(ContactItem("", pen.one("homepage", slug=ascii_name(person.name).split()[-1])))
    if variant == "withheld":
        card.items.append(ContactItem("", pen.one("withheld")))
        card.quotes = (card.items[-1].text,)
    if not card.items:
        card.items.append(ContactItem("", person.town))
    return card


def _add_phones(card: Card, labels: tuple[str, ...], person: Person, rng: Random, *, cut: bool) -> None:
    kinds = rng.choice(((True,), (False,), (False, True), (True,)))
    for mobile in kinds:
        text, number = make_phone(person.town, rng, mobile=mobile)
        if cut:
            card.items.append(ContactItem(labels[mobile], f"{text[:-4]}xxxx"))
            return
        if number not in card.phones:
            card.items.append(ContactItem(labels[mobile], text))
            card.phones.append(number)
    if rng.random() < 0.06:
        card.items.append(ContactItem(labels[3], make_phone(person.town, rng, mobile=False)[0]))


def _add_mail(card: Card, label: str, person: Person, rng: Random) -> None:
    mail = make_mail(person.name, rng)
    card.emails.append(mail)
    chance = rng.random()
    if chance < 0.3:
        card.items.append(ContactItem(label, mail, f"mailto:{mail}"))
    elif chance < 0.33 and card.state is State.FINE:
        card.items.append(ContactItem(label, mail.replace("@", " (at) ")))
        card.variant = "link sign spelled"
    else:
        card.items.append(ContactItem(label, mail))


def somebody(pen: Pen, template: str, card: Card, other: Person | None = None) -> str:
    """A line with another person's contact data, which is noted as such."""
    rng = pen.rng
    other = other or rng.choice(pen.stock.people)
    while ascii_name(other.name).split()[-1] in " ".join(card.emails):
        other = rng.choice(pen.stock.people)
    phone, number = make_phone(rng.choice([town for town in AREAS if town != "Zürich"]), rng, mobile=rng.random() < 0.3)
    while number in card.phones:
        phone, number = make_phone("Berlin", rng, mobile=False)
    mail = make_mail(other.name, rng)
    if "{phone}" in template:
        card.others.append(number)
    if "{mail}" in template:
        card.others.append(mail.lower())
    trade = rng.choice(sorted(pen.stock.trades))
    made = {"company": pen.company(trade, telling=rng.random() < 0.5), "agency": rng.choice(pen.stock["agency_names"])}
    made |= {"other": other.full, "other_last": other.name.split()[-1], "phone": phone, "mail": mail}
    return pen.filled(template, **made)
