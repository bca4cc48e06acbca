"""The order of a blind CV: headline, claim, sections, stamps, referees and other lines that must not mislead."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.corpus.blind.careers import before
from tests.corpus.blind.contacts import Plan, foreign_contact
from tests.corpus.blind.model import TODAY, Draft, Month, Person, Section, State, Station, Truth
from tests.corpus.blind.words import Period, Words
from tests.months import MONTHS


@dataclass(slots=True)
class Parts:
    """What has been decided before the CV is put in order."""

    words: Words
    rng: Random
    states: dict[str, State]
    truth: dict[str, Truth]
    plan: Plan
    claim: int | None
    pause: tuple[Month, Month] | None
    stamp: Month | None
    mandates: list[Station]
    posts: list[Station]
    period: Period
    glossary: list[str]
    person: Person


def compose(parts: Parts) -> Draft:
    words, rng = parts.words, parts.rng
    headline, profile = _opening(parts)
    stamp = _stamp(parts)
    sections = [_heading("profile", parts, Section("", "prose", profile))]
    sections += _middle(parts)
    if parts.posts and rng.random() < 0.06:
        rng.choice(parts.posts).lines.append(
            ("line", foreign_contact(rng.choice(words.client_contacts), rng, words.language, parts.plan))
        )
    sections += _tail(parts, stamp)
    footer_parts = [stamp] if stamp and rng.random() < 0.5 else []
    if stamp and not footer_parts:
        sections.append(_heading("extra", parts, Section("", "prose", [stamp])))
    if rng.random() < 0.2:
        footer_parts.append(rng.choice(words.copyrights).format(name=parts.person.name))
    return Draft(
        language=words.language,
        person=parts.person,
        headline=headline,
        contact=parts.plan.items,
        contact_heading=rng.choice(words.headings["contact"]),
        sections=merged(sections),
        footer="   ".join(footer_parts),
        document_title=rng.choice(words.document_titles),
    )


def merged(sections: list[Section]) -> list[Section]:
    """No heading twice: later lines go under the first."""
    found: list[Section] = []
    for section in sections:
        same = next((one for one in found if one.heading == section.heading and not one.stations), None)
        if same and not section.stations:
            same.texts += section.texts
        elif section.texts or section.stations:
            found.append(section)
    return found


def _heading(key: str, parts: Parts, section: Section) -> Section:
    section.heading = parts.rng.choice(parts.words.headings[key])
    return section


def _opening(parts: Parts) -> tuple[str, list[str]]:
    """The line under the name and the profile, with the claim of self-employment where there is one."""
    words, rng = parts.words, parts.rng
    if parts.claim is None:
        profile = list(words.profile_permanent)
        if rng.random() < 0.5:
            profile.append(rng.choice(words.innocent_independence))
        parts.truth["projects"] = Truth(State.FINE, "permanent career")
        return rng.choice(words.headlines_permanent), profile
    headline = rng.choice(words.headlines_interim)
    profile = rng.sample(words.profile_interim, 2)
    claim = rng.choice(words.claims).format(year=parts.claim)
    lasting = parts.truth["currency"].state in {State.FINE, State.OPEN}
    place = rng.choice(("profile", "headline", "end", "station" if lasting else "headline"))
    quotes = [claim]
    state = parts.states["projects"]
    if place == "station":
        quotes = [_umbrella(parts)]
    elif place == "headline":
        headline = claim.rstrip(".")
        quotes = [headline]
    elif place == "profile":
        profile.insert(0, claim if claim.endswith(".") else f"{claim}.")
        if state is not State.FINE and (rest := rng.choice(words.no_list)):
            profile.append(rest)
    else:
        parts.glossary.append(f"claim:{claim}")
    variant = {State.FINE: f"listed, claim in {place}", State.LACKING: f"claim in {place}"}.get(
        state, f"{len(parts.mandates)} mandates"
    )
    parts.truth["projects"] = Truth(state, variant, tuple(quotes) if state is not State.FINE else ())
    return headline, profile


def _umbrella(parts: Parts) -> str:
    title, company = parts.rng.choice(parts.words.claim_stations)
    claim = parts.claim or TODAY[0]
    station = Station((claim, 1), None, parts.period((claim, 1), None), title, company, mandate=False)
    parts.posts.insert(0, station)
    return title


def _middle(parts: Parts) -> list[Section]:
    words, rng = parts.words, parts.rng
    posts = _with_pause(parts)
    if rng.random() < 0.25:
        posts.reverse()
        if rng.random() < 0.5:
            parts.mandates.reverse()
    skills = Section(rng.choice(words.headings["skills"]), "list", rng.sample(words.skills, 6), aside=True)
    languages = Section(rng.choice(words.headings["languages"]), "list", list(words.languages), aside=True)
    career = _heading("career" if not parts.mandates else "posts", parts, Section("", "stations", stations=posts))
    first = min(station.start for station in parts.mandates + parts.posts)
    passed = [text.format(cert=first[0] + rng.randint(3, 9)) for text in rng.sample(words.certificates, 2)]
    certificates = _heading("certificates", parts, Section("", "list", passed))
    if rng.random() < 0.5:
        certificates.texts.append(rng.choice(words.future))
    studies = rng.choice(words.education).format(start=first[0] - 6, end=first[0] - (1 if first[1] < 4 else 0))
    education = _heading("education", parts, Section("", "list", [studies]))
    listed = _heading("mandates", parts, Section("", "stations", stations=parts.mandates))
    if not parts.mandates:
        return [skills, career, education, certificates, languages]
    if rng.random() < 0.3:
        return [career, education, skills, languages, certificates, listed]
    return [skills, listed, career, education, languages, certificates]


def _with_pause(parts: Parts) -> list[Station]:
    """The posts, with the explained pause among them or told in a note."""
    posts = list(parts.posts)
    if parts.pause is None or parts.truth["currency"].variant != "explained gap":
        return posts
    title = parts.rng.choice(parts.words.gap_titles)
    station = Station(parts.pause[0], parts.pause[1], parts.period(*parts.pause), title, "", mandate=False)
    if parts.rng.random() < 0.25:
        parts.glossary.append(f"note:{station.period}: {title}")
        return posts
    target = parts.mandates if parts.mandates and station.start >= parts.mandates[-1].start else posts
    target.append(station)
    target.sort(key=lambda one: one.start, reverse=True)
    return posts


def _stamp(parts: Parts) -> str:
    """A stamp of this year, or an old one where the document is to be old."""
    words, rng = parts.words, parts.rng
    currency = parts.truth["currency"]
    if parts.stamp:
        month = parts.stamp
    elif rng.random() < 0.3 and currency.state is not State.BORDERLINE:
        month = before(TODAY, rng.randint(0, 4))
    else:
        return ""
    name = MONTHS[words.language][month[1] - 1]
    return rng.choice(words.stamps).format(month=name, mm=f"{month[1]:02d}", year=month[0])


def _tail(parts: Parts, stamp: str) -> list[Section]:
    words, rng, plan = parts.words, parts.rng, parts.plan
    sections = []
    marked = {
        key: [text.split(":", 1)[1] for text in parts.glossary if text.startswith(f"{key}:")]
        for key in ("claim", "note")
    }
    glossary = [text for text in parts.glossary if " = " in text]
    if marked["claim"]:
        sections.append(_heading("claim", parts, Section("", "prose", marked["claim"])))
    if glossary:
        sections.append(Section(words.glossary_heading, "list", glossary))
    if marked["note"]:
        sections.append(_heading("extra", parts, Section("", "list", marked["note"])))
    if rng.random() < (0.5 if plan.state is State.LACKING else 0.2):
        lines = [foreign_contact(template, rng, words.language, plan) for template in rng.sample(words.referees, 2)]
        sections.append(_heading("referees", parts, Section("", "list", lines)))
    elif rng.random() < (0.3 if plan.state is State.LACKING else 0.06):
        sections.append(
            _heading(
                "extra",
                parts,
                Section("", "prose", [foreign_contact(rng.choice(words.agencies), rng, words.language, plan)]),
            )
        )
    if plan.state is State.FINE and rng.random() < 0.15:
        sections.append(_heading("extra", parts, Section("", "list", rng.sample(words.registrations, 2))))
    _currency_quotes(parts, stamp)
    return sections


def _currency_quotes(parts: Parts, stamp: str) -> None:
    truth = parts.truth["currency"]
    if truth.state not in {State.LACKING, State.BORDERLINE}:
        return
    every = sorted((one for one in parts.mandates + parts.posts), key=lambda one: one.start, reverse=True)
    real = [one for one in every if one.end is not None or one.context or one.lines]
    if truth.variant in {"gap", "short gap"} and parts.pause:
        after = next(one for one in reversed(real) if one.start > parts.pause[1])
        earlier = next(one for one in real if one.start < parts.pause[0])
        quotes = (*after.quotes(), *earlier.quotes())
    elif truth.variant == "old stamp":
        quotes = (stamp, *real[0].quotes())
    else:
        quotes = real[0].quotes()
    parts.truth["currency"] = Truth(truth.state, truth.variant, quotes)
