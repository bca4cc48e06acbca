"""The order of a fresh CV: opening, claim, sections, stamps, and other people's contact data."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.corpus.blind.careers import shifted
from tests.corpus.blind.fresh_careers import Course
from tests.corpus.blind.fresh_contacts import Card, somebody
from tests.corpus.blind.fresh_periods import Style, bare
from tests.corpus.blind.fresh_shape import Field, Pen
from tests.corpus.blind.model import TODAY, Draft, Month, Person, Section, State, Station, Truth
from tests.months import MONTHS

ORDERS = (
    ("profile", "skills", "work", "education", "courses", "tongues", "rest"),
    ("personal", "work", "education", "courses", "tongues", "skills", "rest"),
    ("profile", "work", "skills", "education", "tongues", "courses", "rest"),
    ("profile", "education", "work", "courses", "tongues", "skills", "rest"),
    ("skills", "profile", "tongues", "education", "work", "courses", "rest"),
)


@dataclass(slots=True)
class Matter:
    """What has been decided before the CV is put in order; stations have the newest first."""

    pen: Pen
    course: Course
    layout: str
    person: Person
    card: Card
    style: Style
    main: Field
    stations: list[Station]
    pauses: list[Station]
    truth: dict[str, Truth]
    extra: dict[str, list[str]]
    stamp: str = ""
    headline: str = ""

    @property
    def rng(self) -> Random:
        return self.pen.rng


def put_in_order(matter: Matter) -> Draft:
    pen, rng, stock = matter.pen, matter.rng, matter.pen.stock
    parts: dict[str, list[Section]] = {"profile": [_profile(matter)]}
    ending = _claim(matter, parts["profile"][0])
    parts["work"] = _work(matter)
    parts |= _small_sections(matter)
    parts["rest"] += ending
    _stamp(matter)
    footer = []
    if matter.stamp and rng.random() < 0.4:
        footer.append(matter.stamp)
    elif matter.stamp:
        parts["rest"].append(Section(stock.heading("extra", rng), "prose", [matter.stamp]))
    if rng.random() < 0.12 and not matter.course.stamp:
        footer.append(pen.one("rights", name=matter.person.name, year=TODAY[0]))
    if "agency" in matter.layout or matter.card.variant == "agency only":
        footer = [*footer[:1], somebody(pen, rng.choice(stock["agencies"]), matter.card)]
    order = rng.choice(ORDERS)
    names = [*order, *(name for name in parts if name not in order)]
    sections = [section for name in names for section in parts.get(name, []) if section.texts or section.stations]
    letter = []
    if "letter" in matter.layout:
        reader = rng.choice([one for one in stock.people if one.name != matter.person.name])
        letter = [somebody(pen, text, matter.card, reader) for text in [*stock["letter_head"], *stock["letter"]]]
        letter.append(matter.person.full)
    headline = matter.headline or pen.one(
        "headlines_plain" if matter.course.claim is None else "headlines_interim",
        field=stock["fields"][matter.main.key],
    )
    return Draft(
        stock.language, matter.person, headline, matter.card.items, stock.heading("contact", rng), _merged(sections), "   ".join(footer),
        rng.choice(stock["document_titles"]), letter,
    )  # fmt: skip


def _merged(sections: list[Section]) -> list[Section]:
    found: list[Section] = []
    for section in sections:
        same = next((one for one in found if one.heading == section.heading and not one.stations), None)
        if same and not section.stations:
            same.texts += section.texts
        else:
            found.append(section)
    return found


def _profile(matter: Matter) -> Section:
    pen, rng = matter.pen, matter.rng
    independent = matter.course.claim is not None
    texts = rng.sample(pen.stock["about_interim" if independent else "about_plain"], rng.randint(1, 4))
    if not independent and rng.random() < 0.4:
        texts.append(pen.one("innocent"))
    texts += matter.extra.get("profile", [])
    return Section(pen.stock.heading("profile", rng), "prose", texts)


def _claim(matter: Matter, profile: Section) -> list[Section]:
    """Says since when somebody works on own account; gives sections for the end."""
    pen, rng, course = matter.pen, matter.rng, matter.course
    state, variant = course.states["projects"], course.variants["projects"]
    quotes: tuple[str, ...] = ()
    ending: list[Section] = []
    if course.claim is None:
        pass
    elif variant == "just begun":
        month = shifted(TODAY, rng.randint(-2, 0))
        profile.texts.insert(0, pen.one("new_claims", month=MONTHS[pen.stock.language][month[1] - 1], year=month[0]))
    elif variant in {"umbrella", "umbrella and list", "dated lines"}:
        quotes = (_umbrella(matter),)
    else:
        claim = rng.choice(pen.stock.claims).format(year=course.claim)
        place = rng.choice(("profile", "profile", "headline", "end"))
        if place == "headline" and len(claim) < 75:
            matter.headline = claim = claim.rstrip(".")
        elif place == "end":
            ending.append(Section(pen.stock.heading("extra", rng), "prose", [claim]))
        else:
            profile.texts.insert(
                rng.choice((0, len(profile.texts))), claim if claim.endswith((".", ")")) else f"{claim}."
            )
        quotes = (claim,)
        _instead(matter, profile, ending)
    matter.truth["projects"] = Truth(state, variant, quotes if state is State.LACKING else ())
    return ending


def _instead(matter: Matter, profile: Section, ending: list[Section]) -> None:
    """What stands where a list of dated mandates is missing."""
    pen, rng, variant = matter.pen, matter.rng, matter.course.variants["projects"]
    stock = pen.stock
    if variant in {"claim alone", "one mandate"} and rng.random() < 0.6:
        profile.texts += [text for text in (rng.choice(stock["instead"]),) if text]
    trades = rng.sample([*stock.trades_of(matter.main), "maschinen", "chemie", "auto", "bau"], 3)
    if variant == "clients' names":
        names = dict(zip("abc", (pen.company(trade, telling=True) for trade in trades), strict=True))
        ending.append(Section(stock.heading("clients", rng), "prose", [pen.one("clients_only", **names)]))
    elif variant == "projects without dates":
        tasks = pen.draw(matter.main.key, matter.main.tasks, 3)
        texts = [
            pen.one("undated", task=task, title=rng.choice(matter.main.titles), label=stock.trades[trade][0])
            for task, trade in zip(tasks, trades, strict=True)
        ]
        ending.append(Section(stock.heading("mandates", rng), "list", texts))


def _umbrella(matter: Matter) -> str:
    pen, course = matter.pen, matter.course
    title, company = pen.rng.choice(pen.stock["claim_entries"]).split("|")
    mandates = [one for one in matter.stations if one.mandate]
    start: Month = mandates[-1].start if mandates else (course.claim or TODAY[0], pen.rng.randint(1, 12))
    before = max((one.end or TODAY for one in matter.stations if not one.mandate), default=start)
    station = Station(
        max(start, before), None, "", title, company.format(last=matter.person.name.split()[-1]), mandate=False
    )
    station.period = matter.style(station.start, None)
    if course.variants["projects"] == "dated lines":
        for one in mandates:
            tasks = [text for kind, text in one.lines if kind == "task"][:3]
            said = "; ".join(tasks) or " ".join(text for kind, text in one.lines if kind == "prose")
            station.lines.append(("task", f"{bare(one.period)}: {one.title}, {one.context or one.company}. {said}"))
        matter.stations[:] = [one for one in matter.stations if not one.mandate]
    matter.stations.insert(len([one for one in matter.stations if one.mandate]), station)
    return str(title)


def _work(matter: Matter) -> list[Section]:
    pen, rng = matter.pen, matter.rng
    mandates = [one for one in matter.stations if one.mandate]
    posts = [one for one in matter.stations if not one.mandate]
    for pause in matter.pauses:
        among_mandates = bool(mandates) and pause.start >= mandates[-1].start
        if matter.course.variants["currency"] == "silence explained" and rng.random() < 0.2:
            matter.extra["notes"] = [f"{pause.period.rstrip(':')}: {pause.title}"]
            continue
        target = mandates if among_mandates else posts
        target.append(pause)
        target.sort(key=lambda one: one.start, reverse=True)
    if rng.random() < 0.18:
        posts.reverse()
        mandates.reverse()
    if mandates and rng.random() < 0.2 and "annex" not in matter.layout:
        newest = rng.random() < 0.85
        both = sorted([*mandates, *posts], key=lambda one: one.start, reverse=newest)
        return [Section(pen.stock.heading("career", rng), "stations", stations=both)]
    listed = Section(pen.stock.heading("mandates", rng), "stations", stations=mandates)
    career = Section(pen.stock.heading("posts" if mandates else "career", rng), "stations", stations=posts)
    return [career, listed] if "annex" in matter.layout or rng.random() < 0.25 else [listed, career]


def _small_sections(matter: Matter) -> dict[str, list[Section]]:
    pen, rng, stock = matter.pen, matter.rng, matter.pen.stock
    first = min(one.start[0] for one in matter.stations)
    skills = pen.draw("skills", stock["skills"], rng.randint(5, 9))
    lines = pen.draw("skill_lines", stock["skill_lines"], 4) if rng.random() < 0.3 else []
    study = rng.choice(stock["studies"]).format(a=first - rng.randint(4, 6), b=first)
    last = max((one.end or TODAY)[0] for one in matter.stations)
    last = min(last, matter.course.stamp[0] if matter.course.stamp else last) - 1
    courses = [text.format(c=rng.randint(first, max(first, last))) for text in rng.sample(stock["courses"], 2)]
    courses += [pen.one("future")] if rng.random() < 0.4 and not matter.course.stamp else []
    personal = [pen.one("personal", born=first - 26)] if rng.random() < 0.5 else []
    rest = [Section(stock.heading("hobbies", rng), "prose", [pen.one("hobbies")])] if rng.random() < 0.35 else []
    if matter.extra.get("companies"):
        rest.append(Section(rng.choice(stock["company_list_heading"]), "list", matter.extra["companies"]))
    if matter.extra.get("glossary"):
        rest.append(Section(rng.choice(stock["glossary_heading"]), "list", matter.extra["glossary"]))
    if matter.extra.get("notes"):
        rest.append(Section(stock.heading("extra", rng), "list", matter.extra["notes"]))
    if rng.random() < 0.12:
        rest.append(Section(stock.heading("extra", rng), "list", rng.sample(stock["ids"], 2)))
    rest += _others(matter)
    return {
        "skills": [Section(stock.heading("skills", rng), "list", lines or skills, aside=not lines)],
        "education": [Section(stock.heading("education", rng), "list", [study])],
        "courses": [Section(stock.heading("courses", rng), "list", courses)] if rng.random() < 0.8 else [],
        "tongues": [Section(stock.heading("tongues", rng), "list", rng.sample(stock["tongues"], 3), aside=True)],
        "personal": [Section(stock.heading("personal", rng), "prose", personal)],
        "rest": rest,
    }


def _others(matter: Matter) -> list[Section]:
    """Referees, and contacts at a client's."""
    pen, rng, stock = matter.pen, matter.rng, matter.pen.stock
    if matter.card.variant == "referees only" or rng.random() < 0.16:
        lines = [somebody(pen, text, matter.card) for text in rng.sample(stock["referees"], rng.randint(1, 3))]
        return [Section(stock.heading("referees", rng), "list", lines)]
    if rng.random() < 0.05:
        rng.choice(matter.stations).lines.append(
            ("line", somebody(pen, rng.choice(stock["client_lines"]), matter.card))
        )
    return []


def _stamp(matter: Matter) -> None:
    """The day of the document: as old as it is to be, or of these months."""
    pen, rng, course = matter.pen, matter.rng, matter.course
    month = course.stamp
    if (
        month is None
        and course.variants["currency"] in {"lasting", "lately", "silence", "silence explained", "claim only"}
        and rng.random() < 0.3
    ):
        month = shifted(TODAY, -rng.randint(0, 4))
    if month:
        matter.stamp = pen.one(
            "stamps", month=MONTHS[pen.stock.language][month[1] - 1], mm=f"{month[1]:02d}", year=month[0]
        )
