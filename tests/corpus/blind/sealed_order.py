"""In which order the sealed half tells a life, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.corpus.blind.careers import before
from tests.corpus.blind.composing import merged
from tests.corpus.blind.contacts import Plan
from tests.corpus.blind.model import TODAY, Draft, Month, Person, Section, State, Station, Truth
from tests.corpus.blind.sealed_careers import Course
from tests.corpus.blind.sealed_contacts import foreign_line
from tests.corpus.blind.sealed_shape import Stock
from tests.corpus.blind.words import Period
from tests.months import MONTHS


@dataclass(slots=True)
class Parts:
    """What has been decided before the CV is put in order; fields by the station's identity."""

    words: Stock
    rng: Random
    states: dict[str, State]
    truth: dict[str, Truth]
    plan: Plan
    course: Course
    mandates: list[Station]
    posts: list[Station]
    period: Period
    group: str
    fields: dict[int, str]
    abbreviations: list[str]
    person: Person
    late_claim: str = ""
    note: str = ""

    def section(self, key: str, kind: str, texts: list[str], *, aside: bool = False) -> Section:
        return Section(self.rng.choice(self.words.headings[key]), kind, texts, aside=aside)

    def stations(self, key: str, stations: list[Station]) -> Section:
        return Section(self.rng.choice(self.words.headings[key]), "stations", stations=stations)


def put_in_order(parts: Parts) -> Draft:
    words, rng = parts.words, parts.rng
    stamp = _stamp(parts)
    headline, about = _claim(parts)
    _explain_pause(parts)
    _currency_quotes(parts, stamp)
    sections = [parts.section("about", "prose", about), *_life(parts), *_end(parts)]
    footer = [stamp] if stamp and rng.random() < 0.45 else []
    if stamp and not footer:
        sections.append(parts.section("extra", "prose", [stamp]))
    if rng.random() < 0.22:
        footer.append(rng.choice(words.rights).format(name=parts.person.name))
    return Draft(
        language=words.language,
        person=parts.person,
        headline=headline,
        contact=parts.plan.items,
        contact_heading=rng.choice(words.headings["contact"]),
        sections=merged(sections),
        footer="  |  ".join(footer),
        document_title=rng.choice(words.titles),
    )


def month_name(parts: Parts, month: Month) -> str:
    return MONTHS[parts.words.language][month[1] - 1]


def _claim(parts: Parts) -> tuple[str, list[str]]:
    """The line under the name, and the first paragraph; the claim stands in one of five places."""
    words, rng, course = parts.words, parts.rng, parts.course
    state = parts.states["projects"]
    if course.claim is None:
        interim = bool(parts.mandates)
        about = list(rng.sample(words.about_interim if interim else words.about_plain, 2))
        about += [rng.choice(words.alone_words)] if rng.random() < 0.5 else []
        parts.truth["projects"] = Truth(State.FINE, "no claim")
        return rng.choice(words.heads_interim if interim else words.heads_plain), about
    about = rng.sample(words.about_interim, 2)
    headline = rng.choice(words.heads_interim)
    year, name = course.claim[0], month_name(parts, course.claim)
    fresh = course.projects == "newly independent"
    claim = rng.choice(words.fresh_claims if fresh else words.claims).format(year=year, month=name)
    places = ["about", "about", "headline", "end", *(["entry"] if _may_last(parts) else [])]
    place = "about" if fresh else rng.choice(places)
    quote = claim
    if place == "entry":
        quote = _entry(parts)
    elif place == "headline":
        quote = headline = claim.rstrip(".")
    elif place == "about":
        about.insert(rng.choice((0, len(about))), claim if claim.endswith(".") else f"{claim}.")
    else:
        parts.late_claim = claim
    if course.projects in {"none", "undated"} and (rest := rng.choice(words.instead_of_list)):
        about.append(rest)
    parts.truth["projects"] = Truth(
        state, f"{course.projects}, in {place}", (quote,) if state is not State.FINE else ()
    )
    return headline, about


def _may_last(parts: Parts) -> bool:
    """An entry that lasts until today would cover what is silent or long ago."""
    currency = parts.truth["currency"]
    return currency.state is State.OPEN or (currency.state is State.FINE and currency.variant == "lasting")


def _entry(parts: Parts) -> str:
    title, company = parts.rng.choice(parts.words.claim_entries)
    start = parts.course.claim or TODAY
    parts.posts.insert(0, Station(start, None, parts.period(start, None), title, company, mandate=False))
    return title


def _explain_pause(parts: Parts) -> None:
    """As a station of its own, or as a note at the end."""
    course = parts.course
    if parts.truth["currency"].variant != "silence explained" or course.pause is None:
        return
    reason = parts.rng.choice(parts.words.pauses)
    period = parts.period(*course.pause)
    if parts.rng.random() < 0.2:
        parts.note = f"{period}: {reason}"
        return
    station = Station(course.pause[0], course.pause[1], period, reason, "", mandate=False)
    among = (
        parts.mandates
        if parts.mandates and station.start >= parts.mandates[-1].start and not parts.group
        else parts.posts
    )
    among.append(station)
    among.sort(key=lambda one: (one.end is None, one.start), reverse=True)


def _life(parts: Parts) -> list[Section]:
    words, rng = parts.words, parts.rng
    texts = rng.sample(words.skills, rng.randint(5, 8))
    if rng.random() < 0.25:
        texts.append(words.trades_list)
    skills = parts.section("skills", "list", texts, aside=True)
    tools = parts.section("tools", "list", rng.sample(words.tools, 3), aside=True)
    tongues = parts.section("tongues", "list", rng.sample(words.tongues, 3), aside=True)
    first = min(one.start for one in parts.mandates + parts.posts)
    courses = [text.format(year=first[0] + rng.randint(2, 8)) for text in rng.sample(words.courses, 2)]
    courses += [rng.choice(words.valid)] if rng.random() < 0.45 and parts.course.stamp is None else []
    learned = parts.section("courses", "list", courses)
    studied = rng.choice(words.studies).format(start=first[0] - 5, end=first[0] - (1 if first[1] < 6 else 0))
    studies = parts.section("studies", "list", [studied])
    sections = [skills, *_told(parts, studies), learned, tongues] + ([tools] if rng.random() < 0.5 else [])
    if words.language == "de" or rng.random() < 0.3:
        personal = parts.section("personal", "prose", [rng.choice(words.personal)])
        sections.insert(0 if rng.random() < 0.5 else len(sections), personal)
    return sections


def _told(parts: Parts, studies: Section) -> list[Section]:
    """Newest first, oldest first, all in one list, by group, or with the projects in an annex."""
    rng, mandates, posts = parts.rng, parts.mandates, parts.posts
    undated: list[Section] = []
    if parts.course.projects == "undated":
        undated = [parts.section("list", "list", list(rng.choice(parts.words.undated_lists)))]
    if not mandates:
        career = parts.stations("career", posts)
        if rng.random() < 0.25:
            posts.reverse()
            return [studies, career, *undated]
        return [*undated, career, studies]
    if parts.group:
        return [*_grouped(parts), parts.stations("posts", posts), studies]
    order = rng.random()
    if order < 0.2:
        both = sorted([*mandates, *posts], key=lambda one: (one.end is None, one.start), reverse=True)
        return [parts.stations("career", both), studies]
    if order < 0.38:
        posts.reverse()
        mandates.reverse()
        return [studies, parts.stations("posts", posts), parts.stations("mandates", mandates)]
    if order < 0.55:
        return [parts.stations("career", posts), studies, parts.stations("annex", mandates)]
    return [parts.stations("mandates", mandates), parts.stations("posts", posts), studies]


def _grouped(parts: Parts) -> list[Section]:
    groups: dict[str, list[Station]] = {}
    for station in parts.mandates:
        key = station.industry if parts.group == "trade" else parts.fields.get(id(station), "")
        groups.setdefault(key or parts.words.headings["extra"][1], []).append(station)
    heading = parts.rng.choice(parts.words.headings["mandates"])
    return [Section(f"{heading}: {key}", "stations", stations=found) for key, found in groups.items()]


def _stamp(parts: Parts) -> str:
    """Old where the document is old; else of these months, for some."""
    rng, month = parts.rng, parts.course.stamp
    if month is None:
        if rng.random() > 0.35 or parts.truth["currency"].state is State.BORDERLINE:
            return ""
        month = before(TODAY, rng.randint(1, 5))
    town = " ".join(
        word for word in parts.person.town.split(",")[0].split() if not any(sign.isdigit() for sign in word)
    )
    text = rng.choice(parts.words.stamps)
    return text.format(month=month_name(parts, month), mm=f"{month[1]:02d}", year=month[0], town=town)


def _end(parts: Parts) -> list[Section]:
    words, rng, plan = parts.words, parts.rng, parts.plan
    found: list[Section] = []
    if parts.late_claim:
        found.append(parts.section("extra", "prose", [parts.late_claim]))
    if parts.abbreviations:
        found.append(Section(words.spelled_heading, "list", parts.abbreviations))
    if parts.note:
        found.append(parts.section("extra", "prose", [parts.note]))
    bare = plan.state is State.LACKING
    if plan.variant == "broker" or (not bare and rng.random() < 0.06):
        line = foreign_line(rng.choice(words.brokers), words, rng, plan)
        found.append(parts.section("extra", "prose", [line]))
    if rng.random() < (0.4 if bare else 0.25):
        lines = [foreign_line(text, words, rng, plan) for text in rng.sample(words.referees, rng.randint(1, 2))]
        found.append(parts.section("referees", "list", lines))
    if plan.state is State.FINE and rng.random() < 0.12:
        found.append(parts.section("extra", "list", rng.sample(words.numbers_of_office, 2)))
    if parts.mandates and rng.random() < 0.07:
        line = foreign_line(rng.choice(words.clients), words, rng, plan)
        rng.choice(parts.mandates).lines.append(("line", line))
    if rng.random() < 0.3 and parts.course.stamp is None:
        found.append(parts.section("extra", "prose", [rng.choice(words.offers)]))
    if rng.random() < 0.2:
        found.append(parts.section("personal", "prose", [rng.choice(words.hobbies)]))
    return found


def _currency_quotes(parts: Parts, stamp: str) -> None:
    truth = parts.truth["currency"]
    if truth.state not in {State.LACKING, State.BORDERLINE}:
        return
    every = sorted(parts.mandates + parts.posts, key=lambda one: one.start, reverse=True)
    quotes = every[0].quotes()
    if truth.variant in {"silence", "brief silence"} and (pause := parts.course.pause):
        later = next(one for one in reversed(every) if one.start > pause[1])
        earlier = next(one for one in every if one.start < pause[0])
        quotes = (*later.quotes(), *earlier.quotes())
    elif truth.variant == "old date":
        quotes = (stamp, *quotes)
    parts.truth["currency"] = Truth(truth.state, truth.variant, quotes)
