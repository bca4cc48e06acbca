"""The sealed half's ways of giving, withholding and confusing contact data."""

from __future__ import annotations

import re
from random import Random

from tests.corpus.blind.contacts import FOLD, Plan, german_number
from tests.corpus.blind.model import ContactItem, Person, State
from tests.corpus.blind.sealed_shape import Stock, fill

HOUSES = ("kontor-zeit.example.com", "rat.example.org", "bureau.example.net", "hafenhaus.example.org")
BRITISH = (("20", "79460"), ("113", "4960"), ("161", "4960"), ("131", "4960"))
NOT_BRITISH = ("Ireland", "Netherlands", "Sweden", "Spain", "Germany", ", MI")


def german(rng: Random, *, abroad: bool) -> tuple[str, str]:
    """As written, and in E.164."""
    area, rest = german_number(rng)
    a, cut = area[1:], rng.choice((2, 3))
    blocks = " ".join((rest[:cut], rest[cut : cut + 3], rest[cut + 3 :])).strip()
    foreign = (f"+49 {a} {blocks}", f"+49 (0) {a} {blocks}", f"+49 {a}/{rest}", f"0049-{a}-{rest}", f"+49 {a} - {rest}")
    home = (f"{area}-{rest}", f"{area} / {blocks}", f"{area} {blocks}", f"({area}) {rest}", f"{area}/{blocks}")
    return rng.choice(foreign if abroad else foreign + home), f"+49{a}{rest}"


def british(rng: Random, *, abroad: bool) -> tuple[str, str]:
    area, stem = rng.choice(BRITISH)
    digits = f"{stem}{rng.randrange(1000):03d}"
    split = f"{digits[:-4]} {digits[-4:]}"
    foreign = (f"+44 {area} {split}", f"+44 (0) {area} {split}", f"+44{area}{digits}", f"0044 {area} {split}")
    home = (f"0{area} {split}", f"(0{area}) {split}")
    return rng.choice(foreign if abroad else foreign + home), f"+44{area}{digits}"


def american(rng: Random) -> tuple[str, str]:
    area, last = rng.choice(("212", "312", "616", "713")), f"01{rng.randrange(100):02d}"
    return rng.choice(
        (f"+1 ({area}) 555-{last}", f"+1 {area} 555 {last}", f"+1-{area}-555-{last}")
    ), f"+1{area}555{last}"


def number_of(person: Person, language: str, rng: Random) -> tuple[str, str]:
    """A person at home writes it without the country, one abroad with it."""
    if language == "de":
        return german(rng, abroad=re.match(r"\d{4} ", person.town) is not None)
    if person.town.endswith("MI"):
        return american(rng)
    if person.town.endswith("Germany"):
        return german(rng, abroad=True)
    return british(rng, abroad=person.town.endswith(NOT_BRITISH))


def address_of(person: Person, rng: Random) -> str:
    parts = [re.sub(r"[^a-z-]", "", part.lower().translate(FOLD)) for part in person.name.split()]
    first, last = parts[0], parts[-1]
    local = rng.choice(
        (
            f"{first}.{last}",
            f"{first[0]}{last}",
            f"{last}.{first}",
            "mail",
            "office",
            f"{first}-{last}",
            f"{last}{rng.randint(1, 99)}",
        )
    )
    return f"{local}@{rng.choice(('example.com', 'example.org', f'{last}-partner.example.com', f'{last}.example.net', 'post.example.org'))}"


def foreign_line(template: str, words: Stock, rng: Random, plan: Plan) -> str:
    """Somebody else's number or address; plan remembers it."""
    make = german if words.language == "de" or rng.random() < 0.3 else british
    written, number = make(rng, abroad=rng.random() < 0.3)
    while number in plan.phones:
        written, number = make(rng, abroad=False)
    line = template.format(phone=written, house=rng.choice(HOUSES))
    plan.others += [number] if "{phone}" in template else []
    plan.others += re.findall(r"[\w.]+@[\w.-]+\w", line)
    plan.foreign.append(line)
    return line


def make_contact(words: Stock, person: Person, rng: Random, state: State) -> Plan:
    plan = Plan(state, "")
    label = {kind: rng.choice(choices) for kind, choices in words.contact_words.items()}
    if state is not State.BORDERLINE and (rng.random() < 0.7 or state is State.LACKING):
        street = f"{fill(rng.choice(words.streets), rng)}, " if rng.random() < 0.6 else ""
        plan.items.append(ContactItem(label["address"], street + person.town))
    if state is State.FINE:
        _both(plan, label, words, person, rng)
    elif state is State.LACKING:
        _neither(plan, label, words, person, rng)
    else:
        _half(plan, label, words, person, rng)
    return plan


def _both(plan: Plan, label: dict[str, str], words: Stock, person: Person, rng: Random) -> None:
    plan.variant = "both"
    address = address_of(person, rng)
    written, number = number_of(person, words.language, rng)
    plan.emails, plan.phones = [address], [number]
    shown = address.title() if rng.random() < 0.06 else address
    mail = ContactItem(label["email"], shown, f"mailto:{address}" if rng.random() < 0.35 else "")
    if rng.random() < 0.06:
        plan.variant = "link"
        mail = ContactItem("", "E-Mail schreiben" if words.language == "de" else "Email me", f"mailto:{address}")
    items = [ContactItem(label[rng.choice(("phone", "mobile"))], written)]
    second, other = number_of(person, words.language, rng)
    if rng.random() < 0.3 and other != number:
        items.append(ContactItem(label["mobile"], second))
        plan.phones.append(other)
    if rng.random() < 0.15:
        fax, fax_number = number_of(person, words.language, rng)
        if fax_number not in plan.phones:
            items.append(ContactItem(label["fax"], fax))
            plan.variant += " + fax"
    items.insert(rng.choice((0, len(items))), mail)
    plan.items += items
    if rng.random() < 0.25:
        plan.items.append(ContactItem(label["web"], f"{person.name.split()[-1].lower().translate(FOLD)}.example.com"))


def _neither(plan: Plan, label: dict[str, str], words: Stock, person: Person, rng: Random) -> None:
    """A homepage is no way to reach somebody: "all details are on my homepage" is what applicants object."""
    plan.variant = rng.choice(("bare", "withheld", "office", "broker", "broker", "site only"))
    if plan.variant == "withheld":
        plan.quotes.append(rng.choice(words.withheld))
        plan.items.append(ContactItem("", plan.quotes[0]))
    elif plan.variant == "office":
        plan.items += [ContactItem("", text) for text in rng.sample(words.numbers_of_office, 2)]
    elif plan.variant == "site only":
        plan.quotes.append(f"www.{person.name.split()[-1].lower().translate(FOLD)}-interim.example.com")
        plan.items.append(ContactItem(label["web"], plan.quotes[0]))


def _half(plan: Plan, label: dict[str, str], words: Stock, person: Person, rng: Random) -> None:
    plan.variant = rng.choice(("address only", "number only", "fax beside address"))
    if plan.variant in {"address only", "fax beside address"}:
        plan.emails = [address_of(person, rng)]
        plan.items.append(ContactItem(label["email"], plan.emails[0]))
        plan.quotes.append(plan.emails[0])
        if plan.variant == "fax beside address":
            plan.items.append(ContactItem(label["fax"], number_of(person, words.language, rng)[0]))
    else:
        written, number = number_of(person, words.language, rng)
        plan.phones = [number]
        plan.items.append(ContactItem(label["phone"], written))
        plan.quotes.append(written)
    plan.items.append(ContactItem(label["address"], person.town))
