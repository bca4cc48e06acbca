"""One CV before a layout draws it: what it says, in which order, and what is true of each criterion."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.corpus.blind.careers import (
    Style,
    add_context,
    add_explained,
    add_industry_only,
    add_jargon,
    add_mild,
    add_reporting,
    add_soft,
    add_tasks,
    bare_station,
    before,
    make_style,
    months_between,
    most,
    spans,
)
from tests.corpus.blind.composing import Parts, compose
from tests.corpus.blind.contacts import Plan, foreign_contact, make_plan
from tests.corpus.blind.model import CRITERIA, TODAY, ContactsTruth, Draft, Month, State, Station, Truth
from tests.corpus.blind.words import Period, Words

Span = tuple[Month, Month | None]
YEAR_STYLES = ("years", "seasons", "parts")


@dataclass(slots=True)
class Career:
    """mandates and posts newest first; claim is the year since when the person says to be self-employed."""

    mandates: list[Span] = field(default_factory=list)
    posts: list[Span] = field(default_factory=list)
    claim: int | None = None
    pause: tuple[Month, Month] | None = None
    stamp: Month | None = None


def choose_states(rng: Random) -> dict[str, State]:
    states = dict.fromkeys(CRITERIA, State.FINE)
    kind = rng.random()
    if kind < 0.15:
        return states
    chosen = rng.sample(CRITERIA, 1 if kind < 0.58 else rng.choice((2, 2, 3)))
    for criterion in chosen:
        states[criterion] = State.BORDERLINE if rng.random() < 0.32 else State.LACKING
    if states["tasks"] is not State.FINE:
        states["clarity"] = State.FINE
    return states


def make_career(states: dict[str, State], rng: Random, truth: dict[str, Truth]) -> Career:
    interim = states["projects"] is not State.FINE or rng.random() < 0.65
    currency = states["currency"]
    variant = _currency_variant(currency, rng)
    last_end = {
        "ongoing": None, "recent": before(TODAY, rng.randint(1, 8)), "old": before(TODAY, rng.randint(31, 90)),
        "old stamp": None, "gap": before(TODAY, rng.randint(0, 5)), "ageing": before(TODAY, rng.randint(14, 20)),
        "short gap": None,
    }[variant]  # fmt: skip
    if states["projects"] is not State.FINE:
        career = _listless(states["projects"], rng)
        truth["currency"] = Truth(State.OPEN, "after a bare claim")
        return career
    stamp = before(TODAY, rng.randint(34, 80)) if variant == "old stamp" else None
    now = stamp or TODAY
    if interim:
        mandates = spans(rng, last_end, rng.randint(4, 10), (4, 16), (0, 4), now)
        posts = spans(rng, before(mandates[-1][0], rng.randint(0, 2)), rng.randint(2, 4), (30, 70), (0, 1))
        career = Career(mandates, posts, mandates[-1][0][0])
    else:
        career = Career([], spans(rng, last_end, rng.randint(5, 8), (26, 60), (0, 1), now))
    career.stamp = stamp
    truth["currency"] = Truth(currency, variant)
    if variant in {"gap", "short gap"}:
        _open_gap(career, rng, (36, 60) if variant == "gap" else (14, 16))
    elif currency is State.FINE and rng.random() < 0.35:
        _open_gap(career, rng, (15, 40))
        truth["currency"] = Truth(currency, "explained gap")
    return career


def _currency_variant(state: State, rng: Random) -> str:
    if state is State.FINE:
        return rng.choice(("ongoing", "recent"))
    return (
        rng.choice(("old", "old", "old stamp", "gap"))
        if state is State.LACKING
        else rng.choice(("ageing", "ageing", "short gap"))
    )


def _listless(state: State, rng: Random) -> Career:
    year = rng.randint(2007, 2019)
    first_end = (year - 1, rng.randint(9, 12))
    posts = spans(rng, first_end, rng.randint(4, 6), (24, 60), (0, 1))
    mandates: list[Span] = []
    if state is State.BORDERLINE:
        mandates = spans(rng, before(TODAY, rng.randint(1, 7)), 2, (6, 12), (1, 4))
    return Career(mandates, posts, year)


def _open_gap(career: Career, rng: Random, months: tuple[int, int]) -> None:
    """Moves all that is older than one station further back; never right before the newest."""
    every = career.mandates + career.posts
    at = rng.randrange(1, max(2, len(every) // 2 + 1))
    width = rng.randint(*months)
    end = every[at - 1][0]
    shift = width - (months_between(every[at][1] or end, end) - 1)
    moved = [
        span if index < at else (before(span[0], shift), before(span[1] or TODAY, shift))
        for index, span in enumerate(every)
    ]
    career.mandates, career.posts = moved[: len(career.mandates)], moved[len(career.mandates) :]
    career.pause = (before(end, width), before(end, 1))
    if career.mandates:
        career.claim = career.mandates[-1][0][0]


@dataclass(slots=True)
class Drafting:
    """Everything that is being put together for one CV."""

    words: Words
    rng: Random
    states: dict[str, State]
    truth: dict[str, Truth] = field(default_factory=dict)

    def make(self, layout_has_letter: bool) -> tuple[Draft, dict[str, Truth], ContactsTruth]:
        words, rng = self.words, self.rng
        person = rng.choice(words.people)
        plan = make_plan(words, person, rng, self.states["contact"])
        career = make_career(self.states, rng, self.truth)
        style = make_style(words, rng)
        period = self._period()
        vague = self.states["context"] is State.LACKING and rng.random() < 0.35
        names = rng.sample(words.vague * 3 if vague else words.companies, len(career.mandates + career.posts))
        mandates = self._stations(career.mandates, style, period, names, mandate=True)
        posts = self._stations(career.posts, style, period, names[len(mandates) :], mandate=False)
        glossary = self._fill(mandates + posts, style)
        draft = compose(
            Parts(
                words,
                rng,
                self.states,
                self.truth,
                plan,
                career.claim,
                career.pause,
                career.stamp,
                mandates,
                posts,
                period,
                glossary,
                person,
            )
        )
        if layout_has_letter:
            draft.letter = [foreign_contact(words.letters[0][0], rng, words.language, plan), *words.letters[0][1:]]
        self._contact_truth(plan)
        return draft, self.truth, ContactsTruth(tuple(plan.emails), tuple(plan.phones), tuple(plan.others))

    def _period(self) -> Period:
        """Years alone cannot show what is a matter of months."""
        found = self.rng.choice(self.words.periods)
        exact = self.truth["currency"].variant in {"ageing", "short gap", "explained gap"}
        while exact and any(name in getattr(found, "__qualname__", "") for name in YEAR_STYLES):
            found = self.rng.choice(self.words.periods)
        return found(self.rng)

    def _stations(
        self, times: list[Span], style: Style, period: Period, names: list[str], *, mandate: bool
    ) -> list[Station]:
        words, rng = self.words, self.rng
        found = []
        for span, name in zip(times, names, strict=False):
            company = f"{name}, {rng.choice(words.towns)}" if style.with_town else name
            found.append(
                bare_station(
                    rng, span, mandate=mandate, period=period(*span), role=rng.choice(words.roles), company=company
                )
            )
        return found

    def _fill(self, stations: list[Station], style: Style) -> list[str]:
        words, rng, states = self.words, self.rng, self.states
        with_context = most(states["context"], rng, len(stations))
        industry_only = states["context"] is State.LACKING and rng.random() < 0.2
        for station, given in zip(stations, with_context, strict=True):
            if given and not industry_only:
                add_context(station, words, style, rng)
            elif industry_only:
                add_industry_only(station, words, rng)
        for station, given in zip(stations, most(states["tasks"], rng, len(stations)), strict=True):
            role = next((one for one in words.roles if station.title in one.titles + one.posts), None) or rng.choice(
                words.roles
            )
            if given:
                add_tasks(station, words, style, rng, role, rng.choice((3, 4, 6)))
                if rng.random() < 0.3:
                    station.lines.append(("line", rng.choice(words.reporting)))
            else:
                add_reporting(station, words, rng)
        glossary = self._clarity(stations)
        self._station_truth(
            "context", [one for one, given in zip(stations, with_context, strict=True) if not given], stations
        )
        self._station_truth("tasks", stations, stations)
        if industry_only:
            self.truth["context"] = Truth(State.OPEN, "industry without size")
        return glossary

    def _clarity(self, stations: list[Station]) -> list[str]:
        words, rng, state = self.words, self.rng, self.states["clarity"]
        glossary: list[str] = []
        variant = "plain"
        quotes: tuple[str, ...] = ()
        if state is State.LACKING:
            variant, quotes = "codes", add_jargon(stations, words, rng)
        elif state is State.BORDERLINE:
            variant, quotes = (
                ("mild", add_mild(stations, words, rng))
                if rng.random() < 0.6
                else ("ordinary words", add_soft(stations, words, rng))
            )
        elif self.states["tasks"] is State.FINE and rng.random() < 0.4:
            variant = rng.choice(("explained", "glossary"))
            glossary = add_explained(stations, words, rng, glossary=variant == "glossary")
        self.truth["clarity"] = Truth(state, variant, quotes)
        return glossary

    def _station_truth(self, criterion: str, lacking: list[Station], stations: list[Station]) -> None:
        state = self.states[criterion]
        quotes = tuple(quote for station in lacking for quote in station.quotes()) if state is not State.FINE else ()
        self.truth[criterion] = Truth(state, "stations", quotes)

    def _contact_truth(self, plan: Plan) -> None:
        variant = plan.variant
        if plan.foreign:
            variant += " + others"
            if plan.state is State.LACKING:
                plan.quotes += [line for whole in plan.foreign for line in whole.split("\n")]
        state = State.LACKING if plan.variant == "profile link only" else plan.state
        self.truth["contact"] = Truth(state, variant, tuple(plan.quotes))
