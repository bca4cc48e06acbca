"""The applicants of one demonstration: part, person, age of the registration, id, and what has happened since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from reviewer.demo.casting import Part, deal_parts
from reviewer.demo.people import InventedPerson, make_known_person, make_person
from reviewer.demo.plan import Defect, DemoState, Kind, Layout, Stage
from reviewer.demo.wordings import read_words
from reviewer.domain.applicant import Salutation
from reviewer.domain.ids import ApplicantId
from reviewer.domain.letter import Language

_NEWEST_ID = 9999
_TERMS = ("2026-01", "2026-01", "2025-07", "AGB 3.1 (DE)", "2025-07")
_NETWORKS = ("192.0.2.{}", "198.51.100.{}", "203.0.113.{}", "2001:db8:{:x}::17")


@dataclass(frozen=True, slots=True, kw_only=True)
class OptInText:
    """The opt-in as the table writes it."""

    registered_at: str
    confirmed_at: str
    ip_address: str
    terms_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One applicant before the files are made; age in days since the registration, number seeds the rest."""

    id: ApplicantId
    number: int
    part: Part
    invented: InventedPerson
    age_days: int
    state: DemoState
    opt_in: OptInText


def make_members(applicants: int, seed: int, as_of: date) -> list[Member]:
    """All applicants, the newest registration first, with ids falling from 9999 (or higher, for very many)."""
    parts = deal_parts(Random(f"{seed}/parts"), applicants)
    known = _seat_known(parts)
    ages = [_draw_age(number, part, known, seed) for number, part in enumerate(parts)]
    newest = max(_NEWEST_ID, applicants + 1000)
    taken: set[str] = set()
    members: list[Member] = []
    for place, number in enumerate(sorted(range(applicants), key=lambda number: (ages[number], number))):
        rng = Random(f"{seed}/{number}/person")
        part = parts[number]
        members.append(
            Member(
                id=ApplicantId(str(newest - place)),
                number=number,
                part=part,
                invented=_make_person(rng, part, known.get(number), taken),
                age_days=ages[number],
                state=_make_state(rng, part, as_of),
                opt_in=_make_opt_in(rng, as_of - timedelta(days=ages[number])),
            )
        )
    return members


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Somebody who is in every demonstration, always new, always with the highest ids."""

    salutation: Salutation
    name: tuple[str, str, str]
    age_days: int
    language: Language
    layout: Layout
    defects: frozenset[Defect]


_KNOWN = (
    _Known(
        salutation=Salutation.WOMAN,
        name=("Dr.", "Petra", "Weiß"),
        age_days=1,
        language=Language.DE,
        layout=Layout.CLASSIC,
        defects=frozenset({Defect.CONTEXT, Defect.TASKS}),
    ),
    _Known(
        salutation=Salutation.UNKNOWN,
        name=("", "Alex", "Kim"),
        age_days=2,
        language=Language.EN,
        layout=Layout.BANNER,
        defects=frozenset(),
    ),
)


def _seat_known(parts: list[Part]) -> dict[int, _Known]:
    """Give the known persons parts of their like, changing these to theirs; the counts of the deck stay."""
    seated: dict[int, _Known] = {}
    for known in _KNOWN:
        for number, part in enumerate(parts):
            plain = part.kind is Kind.PDF and part.stage is Stage.NEW and not part.papers
            if plain and part.language is known.language and len(part.defects) == len(known.defects):
                parts[number] = replace(part, layout=known.layout, defects=known.defects, volume=2)
                seated[number] = known
                break
    return seated


def _draw_age(number: int, part: Part, all_known: dict[int, _Known], seed: int) -> int:
    """Days since the registration; whoever has a past registered before it."""
    if number in all_known:
        return all_known[number].age_days
    rng = Random(f"{seed}/{number}/age")
    return rng.randint(3, 330) if part.stage is Stage.NEW else rng.randint(80, 420)


def _make_person(rng: Random, part: Part, known: _Known | None, taken: set[str]) -> InventedPerson:
    if known:
        return make_known_person(rng, part.language, known.salutation, known.name, taken)
    return make_person(rng, part.language, taken)


def _make_state(rng: Random, part: Part, as_of: date) -> DemoState:
    match part.stage:
        case Stage.FOLLOW_UP:
            return DemoState(stage=part.stage, sent_days_ago=_sent(rng, part.rung, rng.randint(1, 20)))
        case Stage.CORRECTED:
            return DemoState(stage=part.stage, sent_days_ago=_sent(rng, part.rung, rng.randint(10, 22)))
        case Stage.ASLEEP:
            return DemoState(
                stage=part.stage,
                sent_days_ago=_sent(rng, part.rung, rng.randint(4, 12)),
                asleep_until=as_of + timedelta(days=rng.randint(3, 40)),
                reason=rng.choice(read_words(Language.DE).blocks["promises"]),
            )
        case Stage.OUT:
            decided = rng.randint(1, 12)
            sent = _sent(rng, part.rung, decided + rng.randint(11, 16))
            return DemoState(stage=part.stage, sent_days_ago=sent, decided_days_ago=decided)
        case Stage.ACCEPTED:
            return DemoState(stage=part.stage, decided_days_ago=rng.randint(1, 60))
        case _:
            return DemoState(stage=part.stage)


def _sent(rng: Random, rung: int, last_days_ago: int) -> tuple[int, ...]:
    """When the rungs up to this one were sent, oldest first."""
    days: list[int] = []
    for _ in range(rung):
        days.insert(0, last_days_ago)
        last_days_ago += rng.randint(14, 19)
    return tuple(days)


def _make_opt_in(rng: Random, day: date) -> OptInText:
    registered = datetime.combine(day, time(rng.randint(6, 19), rng.randrange(60), rng.randrange(60)))
    confirmed = registered + timedelta(minutes=rng.choice((2, 2, 4, 7, 13, 45, 190)), seconds=rng.randrange(60))
    write = rng.choice(("%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S"))
    return OptInText(
        registered_at=registered.strftime(write),
        confirmed_at=confirmed.strftime(write),
        ip_address=rng.choice(_NETWORKS).format(rng.randint(1, 254)),
        terms_version=rng.choice(_TERMS),
    )
