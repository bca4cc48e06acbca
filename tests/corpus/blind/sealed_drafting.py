"""One CV of the sealed half before a layout draws it, and what is true of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random

from tests.corpus.blind.contacts import Plan
from tests.corpus.blind.model import ContactsTruth, Draft, Person, State, Station, Truth
from tests.corpus.blind.sealed_careers import Course, Span, choose, make_course
from tests.corpus.blind.sealed_contacts import make_contact
from tests.corpus.blind.sealed_lines_en import LINES as ENGLISH
from tests.corpus.blind.sealed_order import Parts, put_in_order
from tests.corpus.blind.sealed_periods import pick
from tests.corpus.blind.sealed_shape import Job, Stock
from tests.corpus.blind.sealed_stations import (
    Voice,
    add_context,
    add_house_talk,
    add_line,
    add_lines_up,
    add_mild,
    add_size_only,
    add_soft,
    add_spelled,
    add_tasks,
    add_trade_only,
    line_up,
    make_voice,
)
from tests.corpus.blind.words import Period

EXACT = {"a year ago", "brief silence", "silence", "silence explained", "newly independent"}
RECENT_YEAR = 2016


def draft(words: Stock, rng: Random, _layout: str) -> tuple[Draft, dict[str, Truth], ContactsTruth]:
    """Some Germans write English headings."""
    if words.language == "de" and rng.random() < 0.14:
        words = replace(words, headings=ENGLISH["headings"])
    return Drafting(words, rng, choose(rng)).make()


@dataclass(slots=True)
class Drafting:
    """Everything that is being put together for one CV."""

    words: Stock
    rng: Random
    states: dict[str, State]
    truth: dict[str, Truth] = field(default_factory=dict)

    def make(self) -> tuple[Draft, dict[str, Truth], ContactsTruth]:
        words, rng = self.words, self.rng
        person = rng.choice(words.people)
        plan = make_contact(words, person, rng, self.states["contact"])
        course = make_course(self.states, rng, self.truth)
        voice = make_voice(words, rng)
        exact = self.truth["currency"].variant in EXACT
        period = pick(words.language, rng, exact=exact)
        group = self._group(course)
        mandates, posts, jobs = self._stations(course, voice, period)
        abbreviations = self._say(mandates, posts, jobs, voice, group)
        parts = self._parts(person, plan, course, mandates, posts, period, group, jobs, abbreviations)
        found = put_in_order(parts)
        self._contact_truth(plan)
        return found, self.truth, ContactsTruth(tuple(plan.emails), tuple(plan.phones), tuple(plan.others))

    def _parts(
        self,
        person: Person,
        plan: Plan,
        course: Course,
        mandates: list[Station],
        posts: list[Station],
        period: Period,
        group: str,
        jobs: dict[int, Job],
        abbreviations: list[str],
    ) -> Parts:
        fields = {key: job.field for key, job in jobs.items()}
        return Parts(
            self.words, self.rng, self.states, self.truth, plan, course, mandates, posts, period, group, fields,
            abbreviations, person,
        )  # fmt: skip

    def _group(self, course: Course) -> str:
        """Some lists are by trade or by field instead of by time."""
        if len(course.mandates) < 5 or self.rng.random() > 0.25:
            return ""
        return "trade" if self.states["context"] is State.FINE and self.rng.random() < 0.6 else "field"

    def _stations(
        self, course: Course, voice: Voice, period: Period
    ) -> tuple[list[Station], list[Station], dict[int, Job]]:
        words, rng = self.words, self.rng
        count = len(course.mandates + course.posts)
        nameless = rng.random() < (0.3 if self.states["context"] is State.LACKING else 0.12)
        names = [rng.choice(words.nameless) for _ in range(count)] if nameless else rng.sample(words.companies, count)
        own = rng.sample(words.jobs, rng.choice((2, 3, 4)))
        jobs: dict[int, Job] = {}

        def make(span: Span, name: str, *, mandate: bool) -> Station:
            job = rng.choice(own)
            place = f", {rng.choice(words.places)}" if voice.with_place else ""
            title = rng.choice(job.mandates if mandate else job.posts)
            station = Station(span[0], span[1], period(*span), title, name + place, mandate)
            jobs[id(station)] = job
            return station

        mandates = [make(span, names.pop(), mandate=True) for span in course.mandates]
        posts = [make(span, names.pop(), mandate=False) for span in course.posts]
        return mandates, posts, jobs

    def _say(
        self, mandates: list[Station], posts: list[Station], jobs: dict[int, Job], voice: Voice, group: str
    ) -> list[str]:
        self._say_context(mandates, posts, voice, group)
        self._say_tasks(mandates, posts, jobs, voice)
        return self._say_clearly(mandates + posts)

    def _say_context(self, mandates: list[Station], posts: list[Station], voice: Voice, group: str) -> None:
        words, rng, state = self.words, self.rng, self.states["context"]
        stations = mandates + posts
        variant = voice.context
        given = self._given(state, len(stations))
        trade_only = state is not State.FINE and rng.random() < (0.15 if state is State.LACKING else 0.4)
        few = rng.sample(words.trades, 3)
        for station, whole in zip(stations, given, strict=True):
            trade = rng.choice(few if group == "trade" and station.mandate else words.trades)
            if group == "trade" and station.mandate and whole:
                station.industry = trade.label
                add_size_only(station, words, rng)
            elif whole:
                add_context(station, words, voice, rng, trade)
            elif trade_only:
                add_trade_only(station, trade)
            elif state is State.LACKING and rng.random() < 0.2 and station.company:
                station.company = f"{station.company} ({rng.choice(words.owners)})"
        if state is State.FINE and len(posts) > 2 and rng.random() < 0.2:
            variant = "employer told once"
            self._same_employer(posts)
        lacking = [one for one, whole in zip(stations, given, strict=True) if not whole]
        self._about(
            "context", "trade without size" if trade_only else "bare" if state is State.LACKING else variant, lacking
        )
        if trade_only and state is State.LACKING:
            self.truth["context"] = Truth(State.OPEN, "trade without size")

    def _same_employer(self, posts: list[Station]) -> None:
        """The earlier of two posts was with the same employer, whose trade and size stand above."""
        at = self.rng.randrange(len(posts) - 1)
        later, earlier = posts[at], posts[at + 1]
        earlier.lines = [line for line in earlier.lines if line[0] != "context" and not line[1].startswith("(")]
        earlier.company = later.company

    def _given(self, state: State, count: int) -> list[bool]:
        rng = self.rng
        if state is State.BORDERLINE:
            given = [index < (count + 1) // 2 for index in range(count)]
            rng.shuffle(given)
            return given
        given = [state is State.FINE] * count
        if count >= 8 and rng.random() < 0.3:
            odd = rng.randrange(1, count)
            given[odd] = not given[odd]
        return given

    def _say_tasks(self, mandates: list[Station], posts: list[Station], jobs: dict[int, Job], voice: Voice) -> None:
        words, rng, state = self.words, self.rng, self.states["tasks"]
        stations = mandates + posts
        given = self._given(state, len(stations))
        variant, keywords = voice.tasks, False
        said: Counter[str] = Counter()
        if state is State.LACKING:
            variant = rng.choice(("titles only", "reporting lines", "reporting lines"))
        elif state is State.BORDERLINE:
            keywords = rng.random() < 0.45
            variant = "subjects only" if keywords else "half of them"
        elif len(mandates) >= 5 and rng.random() < 0.35:
            variant = "old posts by title"
            given = [one.mandate or (one.end or one.start)[0] >= RECENT_YEAR for one in stations]
        for station, whole in zip(stations, given, strict=True):
            if keywords:
                station.lines.append(("line", rng.choice(words.keywords)))
            elif whole:
                add_tasks(station, words, voice, rng, jobs[id(station)], said)
                if rng.random() < 0.2:
                    station.lines.insert(0, ("line", line_up(station, words, rng, 1)[0]))
            elif state is not State.FINE:
                add_lines_up(station, words, rng, 0 if variant == "titles only" else 3)
        self._about("tasks", variant, stations)

    def _about(self, criterion: str, variant: str, stations: list[Station]) -> None:
        state = self.states[criterion]
        quotes = tuple(quote for station in stations for quote in station.quotes()) if state is not State.FINE else ()
        self.truth[criterion] = Truth(state, variant, quotes)

    def _say_clearly(self, stations: list[Station]) -> list[str]:
        words, rng, state = self.words, self.rng, self.states["clarity"]
        variant, listed = "plain", list[str]()
        quotes: tuple[str, ...] = ()
        if state is State.LACKING:
            variant, quotes = "house talk", add_house_talk(stations, words, rng)
        elif state is State.BORDERLINE:
            if rng.random() < 0.6:
                variant, quotes = "a code or two", add_mild(stations, words, rng)
            else:
                variant, quotes = "ordinary words", add_soft(stations, words, rng)
        elif self.states["tasks"] is State.FINE and rng.random() < 0.6:
            variant = rng.choice(("known", "spelled", "listed"))
            if variant == "known":
                for sentence in rng.sample(words.known_talk, rng.randint(2, 6)):
                    add_line(rng.choice(stations), sentence)
            else:
                listed = add_spelled(stations, words, rng, listed=variant == "listed")
        self.truth["clarity"] = Truth(state, variant, quotes)
        return listed

    def _contact_truth(self, plan: Plan) -> None:
        quotes = list(plan.quotes)
        if plan.foreign and plan.state is State.LACKING:
            quotes += plan.foreign
        variant = plan.variant + (" + others" if plan.foreign else "")
        self.truth["contact"] = Truth(plan.state, variant, tuple(quotes))
