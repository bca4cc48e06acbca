"""A CV in words: the career written down in one person's manner, ready for any layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from reviewer.demo.careers import Career, Engagement, industry_name
from reviewer.demo.grammar import feminine
from reviewer.demo.people import InventedPerson
from reviewer.demo.periods import JOINERS, WRITINGS, write_month, write_period
from reviewer.demo.wordings import Words
from reviewer.domain.applicant import Salutation, display_name
from reviewer.domain.letter import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One station or assignment as written; empty texts were left out by its author."""

    period: str
    role: str
    employer: str
    context: tuple[tuple[str, str], ...]
    context_line: str
    occasion: str
    tasks: tuple[str, ...]
    results: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cv:
    """All that a CV says; contact and personal are labelled, headings come from labels."""

    language: Language
    name: str
    headline: str
    motto: str
    contact: tuple[tuple[str, str], ...]
    contact_hint: str
    personal: tuple[tuple[str, str], ...]
    profile: tuple[str, ...]
    focus: tuple[str, ...]
    projects: tuple[Entry, ...]
    stations: tuple[Entry, ...]
    education: tuple[tuple[str, str], ...]
    trainings: tuple[str, ...]
    languages: tuple[str, ...]
    software: tuple[str, ...]
    memberships: tuple[str, ...]
    industries: tuple[str, ...]
    hobbies: str
    dated: str
    labels: Mapping[str, str]

    def contact_line(self) -> str:
        """Contact data in one line, or the hint that stands in its place."""
        return "  ·  ".join(value for _, value in self.contact) or self.contact_hint

    def text(self) -> str:
        """Everything in one string, to know which characters a font must have."""
        pairs = (*self.contact, *self.personal, *self.education)
        return " ".join((self.name, *self.profile, *(value for pair in pairs for value in pair)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """The habits of one author; the same manner tells two versions of a career alike."""

    labels: Mapping[str, str]
    writing: int
    joiner: int
    now: str
    context_style: int
    occasion_told: bool
    feminine: bool
    profile: tuple[str, ...]
    focus: tuple[str, ...]
    extras: Mapping[str, tuple[str, ...]]
    personal_told: frozenset[str]


def make_manner(rng: Random, words: Words, career: Career, invented: InventedPerson) -> Manner:
    """The habits of a person, drawn once."""
    return Manner(
        labels={key: rng.choice(variants) for key, variants in words.labels.items()},
        writing=rng.randrange(len(WRITINGS)),
        joiner=rng.randrange(len(JOINERS)),
        now=rng.choice(("", *words.blocks["until_now"])),
        context_style=rng.randrange(6),
        occasion_told=rng.random() < 0.65,
        feminine=words.language is Language.DE
        and invented.person.salutation is Salutation.WOMAN
        and rng.random() < 0.75,
        profile=_make_profile(rng, words, career),
        focus=tuple(rng.sample(career.field.focus, rng.randint(5, 8))),
        extras=_make_extras(rng, words, invented),
        personal_told=frozenset(key for key in ("born", "family", "nationality", "hobbies") if rng.random() < 0.55),
    )


def compose(career: Career, invented: InventedPerson, manner: Manner, words: Words) -> Cv:
    """The CV as this person writes it."""
    headline = f"Interim Manager · {career.field.name}" if manner.context_style % 2 else career.field.name
    industries = dict.fromkeys(entry.employer.industry for entry in (*career.projects, *career.stations))
    context_told = all(entry.context_told for entry in career.stations)
    since = write_period(career.interim_since, None, manner.writing, manner.joiner, manner.now, words)
    vague = _entry(since, career.vague, tasks=(career.vague_text,) if career.vague_text else ())
    stations = tuple(_write(engagement, manner, words) for engagement in career.stations)
    return Cv(
        language=words.language,
        name=display_name(invented.person),
        headline=headline,
        motto=manner.extras["motto"][0],
        contact=_contact(invented, manner) if career.contact_told else (),
        contact_hint=career.contact_hint,
        personal=_personal(career, invented, manner),
        profile=manner.profile,
        focus=manner.focus,
        projects=tuple(_write(engagement, manner, words) for engagement in career.projects),
        stations=stations if career.projects else (vague, *stations),
        education=_education(career, invented, manner),
        trainings=manner.extras["trainings"],
        languages=manner.extras["languages"],
        software=manner.extras["software"],
        memberships=manner.extras["memberships"],
        industries=tuple(industry_name(words, key) for key in industries) if context_told else (),
        hobbies=manner.extras["hobbies"][0] if "hobbies" in manner.personal_told else "",
        dated=_dated(career, manner, words),
        labels=manner.labels,
    )


def _make_profile(rng: Random, words: Words, career: Career) -> tuple[str, ...]:
    industries = list(dict.fromkeys(entry.employer.industry for entry in (*career.projects, *career.stations)))
    named = [industry_name(words, key) for key in industries]
    year = career.dated // 12
    opening = rng.choice(words.blocks["opening"]).format(
        years=year - career.stations[-1].start // 12,
        interim=max(2, year - career.interim_since // 12),
        since=career.interim_since // 12,
        permanent=max(5, (career.interim_since - career.stations[-1].start) // 12),
        field=_in_sentence(career.field.name, words),
        industry_a=named[0],
        industry_b=named[-1] if len(named) > 1 else career.field.focus[0],
    )
    middle = rng.sample(words.blocks["middle"], rng.randint(1, 2))
    return (opening, *middle, rng.choice(words.blocks["closing"]))


def _in_sentence(name: str, words: Words) -> str:
    """A trade's name inside a sentence: English writes it small unless it is an abbreviation."""
    return name if words.language is Language.DE or name[1:2] == "&" else name[0].lower() + name[1:]


def _make_extras(rng: Random, words: Words, invented: InventedPerson) -> Mapping[str, tuple[str, ...]]:
    blocks = words.blocks
    degrees = [rng.choice(blocks["degrees"]), rng.choice(blocks["apprenticeships"])]
    if invented.person.title:
        degrees.insert(0, rng.choice(blocks["doctorates"]))
    if "Prof" in invented.person.title:
        degrees.insert(0, rng.choice(blocks["professorships"]))
    languages = (*blocks["languages"][:2], *rng.sample(blocks["languages"][2:], rng.randint(0, 2)))
    return {
        "degrees": tuple(degrees),
        "trainings": tuple(rng.sample(blocks["trainings"], rng.randint(2, 5))),
        "languages": languages,
        "software": tuple(rng.sample(blocks["software"], rng.randint(3, 6))),
        "memberships": tuple(rng.sample(blocks["memberships"], rng.randint(0, 2))),
        "hobbies": (rng.choice(blocks["hobbies"]),),
        "motto": (rng.choice(blocks["mottos"]),),
        "family": (rng.choice(blocks["family"]),),
    }


def _contact(invented: InventedPerson, manner: Manner) -> tuple[tuple[str, str], ...]:
    contact = invented.contact
    told = (("phone", contact.phone), ("mobile", contact.mobile), ("email", contact.email), ("web", contact.web))
    left_out = {0: "phone", 1: "mobile", 2: "web"}.get(manner.context_style, "")
    pairs = tuple((manner.labels[key], value) for key, value in told if value and key != left_out)
    return ((manner.labels["address"], f"{contact.street}, {contact.town}"), *pairs)


def _personal(career: Career, invented: InventedPerson, manner: Manner) -> tuple[tuple[str, str], ...]:
    facts = (
        ("born", str(career.born)),
        ("family", manner.extras["family"][0]),
        ("nationality", invented.nationality),
    )
    return tuple((manner.labels[key], value) for key, value in facts if key in manner.personal_told)


def _education(career: Career, invented: InventedPerson, manner: Manner) -> tuple[tuple[str, str], ...]:
    degrees = [feminine(degree) if manner.feminine else degree for degree in manner.extras["degrees"]]
    end = career.stations[-1].start // 12 if not invented.person.title else career.stations[-1].start // 12 + 2
    years = [str(end - 1 - 4 * step) for step in range(len(degrees))]
    return tuple(zip(years, degrees, strict=True))


def _dated(career: Career, manner: Manner, words: Words) -> str:
    if not career.dated_shown:
        return ""
    return f"{manner.labels['dated'].rstrip(':')}: {write_month(career.dated, manner.writing, words)}"


def _entry(period: str, role: str, tasks: tuple[str, ...]) -> Entry:
    return Entry(
        period=period, role=role, employer="", context=(), context_line="", occasion="", tasks=tasks, results=()
    )


def _write(engagement: Engagement, manner: Manner, words: Words) -> Entry:
    employer = engagement.employer
    context = _context(engagement, manner, words) if engagement.context_told else ()
    return Entry(
        period=write_period(engagement.start, engagement.end, manner.writing, manner.joiner, manner.now, words),
        role=feminine(engagement.role) if manner.feminine else engagement.role,
        employer=f"{employer.name}, {employer.town}",
        context=context,
        context_line=_context_line(context, manner),
        occasion=engagement.occasion if manner.occasion_told else "",
        tasks=engagement.tasks,
        results=engagement.results,
    )


def _context(engagement: Engagement, manner: Manner, words: Words) -> tuple[tuple[str, str], ...]:
    employer = engagement.employer
    separator = "." if words.language is Language.DE else ","
    staff = f"{employer.staff:,}".replace(",", separator)
    return (
        (manner.labels["industry"], industry_name(words, employer.industry)),
        (manner.labels["staff"], staff if manner.context_style % 3 else f"ca. {staff}"),
        (manner.labels["revenue"], _money(employer.revenue, manner, words)),
    )


def _money(millions: int, manner: Manner, words: Words) -> str:
    if words.language is Language.EN:
        return (f"EUR {millions:,}m", f"€{millions:,} million", f"{millions:,} MEUR")[manner.context_style % 3]
    amount = f"{millions:,}".replace(",", ".")
    return (f"{amount} Mio. €", f"{amount} Mio. EUR", f"{amount} Mio. Euro")[manner.context_style % 3]


def _context_line(context: tuple[tuple[str, str], ...], manner: Manner) -> str:
    """Industry, employees and revenue in one line, in one of six usual ways."""
    if not context:
        return ""
    (_, industry), (staff_label, staff), (revenue_label, revenue) = context
    people, turnover = manner.labels["staff_noun"], manner.labels["revenue_noun"]
    return (
        f"({industry}, {staff} {people}, {revenue} {turnover})",
        " | ".join(f"{label}: {value}" for label, value in context),
        f"{industry}; {staff_label}: {staff}; {revenue_label}: {revenue}",
        f"{industry} · {staff} {people} · {revenue} {turnover}",
        f"[{industry} / {staff} {people} / {revenue}]",
        f"{industry} – {staff} {people}, {turnover} {revenue}",
    )[manner.context_style]
