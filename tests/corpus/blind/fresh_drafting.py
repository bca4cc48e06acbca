"""One CV of the fresh half before a layout draws it, and what is true of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.corpus.blind.careers import months_between
from tests.corpus.blind.fresh_careers import RECENT, Course, Span, choose
from tests.corpus.blind.fresh_contacts import Card, make_card
from tests.corpus.blind.fresh_order import Matter, put_in_order
from tests.corpus.blind.fresh_periods import Style, pick_style
from tests.corpus.blind.fresh_shape import Field, Pen, Stock
from tests.corpus.blind.fresh_stations import (
    Told,
    Voice,
    add_areas,
    add_context,
    add_half_context,
    add_house_names,
    add_line,
    add_reporting,
    add_tasks,
    make_voice,
    share_told,
)
from tests.corpus.blind.model import TODAY, ContactsTruth, Draft, Person, State, Station, Truth

OPEN_CONTEXT = 0.05


def draft(stock: Stock, rng: Random, layout: str) -> tuple[Draft, dict[str, Truth], ContactsTruth]:
    return Drafting(Pen(stock, rng), choose(rng), layout).make()


@dataclass(slots=True)
class Drafting:
    """Everything that is being put together for one CV; told has the newest station first."""

    pen: Pen
    course: Course
    layout: str
    truth: dict[str, Truth] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    pauses: list[Station] = field(default_factory=list)
    extra: dict[str, list[str]] = field(default_factory=dict)

    def make(self) -> tuple[Draft, dict[str, Truth], ContactsTruth]:
        pen, course = self.pen, self.course
        person: Person = pen.rng.choice(pen.stock.people)
        card: Card = make_card(pen, person, course.states["contact"])
        voice = make_voice(pen)
        style = pick_style(pen.stock.language, pen.rng, exact=course.exact)
        main = pen.rng.choice(pen.stock.fields)
        self._stations(main, style)
        self._tasks(voice)
        self._clarity()
        self._context(voice)
        matter = Matter(
            pen,
            course,
            self.layout,
            person,
            card,
            style,
            main,
            [one.station for one in self.told],
            self.pauses,
            self.truth,
            self.extra,
        )
        made = put_in_order(matter)
        self.truth["contact"] = Truth(card.state, card.variant, card.quotes)
        self._quote_currency(matter)
        return made, self.truth, card.truth()

    def _stations(self, main: Field, style: Style) -> None:
        pen, rng = self.pen, self.pen.rng
        coarse = pick_style(pen.stock.language, rng, exact=False)
        mixed = not self.course.exact and rng.random() < 0.15
        near = [*[main] * 6, *rng.sample([one for one in pen.stock.fields if not one.trades], 2)]
        telling = rng.random() < 0.6 and self.course.states["context"] is not State.LACKING
        hidden = rng.random() < 0.15
        for span in reversed(self.course.spans):
            period = (coarse if mixed and not span.mandate else style)(span.start, span.end)
            if span.pause:
                half = self.course.variants["currency"] == "silence half explained"
                self.pauses.append(
                    Station(
                        span.start, span.end, period, pen.one("vague_pauses" if half else "pauses"), "", mandate=False
                    )
                )
                continue
            one = rng.choice(near)
            trade = rng.choice(pen.stock.trades_of(one))
            title = rng.choice(one.titles if span.mandate else one.posts)
            company = pen.company(trade, telling=telling or rng.random() < 0.2)
            if span.mandate and hidden:
                company = pen.one("nameless")
            self.told.append(
                Told(Station(span.start, span.end, period, title, company, mandate=span.mandate), one, trade)
            )

    def _tasks(self, voice: Voice) -> None:
        pen, rng, state = self.pen, self.pen.rng, self.course.states["tasks"]
        variant = {State.FINE: voice.tasks, State.LACKING: rng.choice(("titles", "reporting", "reporting"))}.get(
            state, rng.choice(("half of the stations", "areas", "vague sentences"))
        )
        whole = share_told(self.course.states, "tasks", len(self.told), rng)
        for index, one in enumerate(self.told):
            pen.year = one.station.start[0]
            if state is State.FINE or (variant == "half of the stations" and whole[index]):
                if rng.random() < 0.12:
                    add_reporting(one, pen, 1)
                add_tasks(one, voice, max(2, rng.randint(3, 6) - (index > 4) - (index > 7)))
            elif variant == "areas":
                add_areas(one, pen)
            elif variant == "vague sentences":
                one.station.lines.append(("prose", pen.one("vague_tasks")))
            elif variant != "titles":
                add_reporting(one, pen, rng.choice((1, 1, 2, 3)))
        if state is State.FINE and len(self.told) > 3 and rng.random() < 0.3:
            self.told[-1].station.lines.clear()
        self.truth["tasks"] = Truth(state, variant)

    def _context(self, voice: Voice) -> None:
        rng, state = self.pen.rng, self.course.states["context"]
        kind = ""
        if state is State.FINE and rng.random() < OPEN_CONTEXT and self.course.variants["projects"] != "dated lines":
            state, kind = State.OPEN, rng.choice(("industry_only", "industry_only", "size_only"))
        if state is State.BORDERLINE and rng.random() < 0.5:
            kind = "vague"
        half = "half of the stations"
        variant = {State.FINE: voice.context, State.LACKING: "names alone", State.OPEN: kind}.get(state, kind or half)
        whole = share_told(self.course.states, "context", len(self.told), rng)
        for one, full in zip(self.told, whole, strict=True):
            if kind:
                add_half_context(one, voice, kind)
            elif full:
                add_context(one, voice)
        if (
            state is State.FINE
            and self.truth["clarity"].variant == "plain"
            and voice.context != "list"
            and len(self.told) > 4
            and rng.random() < 0.25
        ):
            self._bare_first_post(voice)
        if voice.listed:
            self.extra["companies"] = voice.listed
        bare = [one.station for one, full in zip(self.told, whole, strict=True) if not full]
        quotes = tuple(part for station in bare for part in station.quotes()[:3])
        self.truth["context"] = Truth(state, variant, quotes if state is State.LACKING else ())
        if self.truth["tasks"].state is State.LACKING:
            told = tuple(part for one in self.told for part in one.station.quotes())
            self.truth["tasks"] = Truth(State.LACKING, self.truth["tasks"].variant, told)

    def _bare_first_post(self, voice: Voice) -> None:
        """The oldest post of all is often told in one line."""
        oldest = self.told[-1].station
        if oldest.mandate or (oldest.end and months_between(oldest.end, TODAY) < RECENT):
            return
        oldest.lines = [(kind, text) for kind, text in oldest.lines if kind not in {"context", "prose"}]
        oldest.context = oldest.industry = oldest.size = ""
        oldest.company = self.pen.company(self.told[-1].trade, telling=True)

    def _clarity(self) -> None:
        pen, rng, state = self.pen, self.pen.rng, self.course.states["clarity"]
        tasks = self.course.states["tasks"] is State.FINE
        rich = [one for one in self.told if len(one.station.lines) > 1] or self.told
        variant, quotes = "plain", []
        if state is State.LACKING:
            variant = "house names in tasks" if tasks else "house names in titles"
            quotes = add_house_names(rich if tasks else self.told, pen, rng.randint(5, 9), as_tasks=tasks)
            if not tasks or rng.random() < 0.3:
                self.extra["profile"] = pen.draw("jargon_profile", pen.stock["jargon_profile"], 2 if not tasks else 1)
                quotes += self.extra["profile"]
        elif state is State.BORDERLINE and tasks and rng.random() < 0.5:
            variant = "fashionable words"
            for text in pen.draw("mild", pen.stock["mild"], rng.randint(3, 5)):
                add_line(rich, pen, text)
        elif state is State.BORDERLINE:
            variant = "two house names"
            add_house_names(rich, pen, 2, as_tasks=tasks)
        elif tasks and rng.random() < 0.35:
            variant = self._explain(rich)
        self.truth["clarity"] = Truth(state, variant, tuple(quotes))

    def _explain(self, rich: list[Told]) -> str:
        pen, rng = self.pen, self.pen.rng
        if rng.random() < 0.6:
            for _ in range(rng.randint(1, 3)):
                text = rng.choice(pen.stock["explained"])
                names = {name: pen.filled(f"{{{name}}}") for name in ("unit", "prog")}
                add_line(rich, pen, pen.filled(text, **names))
            return "explained where it stands"
        names = {name: pen.filled(f"{{{name}}}") for name in ("unit", "code", "prog", "prog2")}
        fitting = [text for text in pen.stock.jargon if "unit2" not in text and "code2" not in text]
        for text in rng.sample(fitting, 4):
            add_line(rich, pen, pen.filled(text, **names))
        self.extra["glossary"] = [pen.filled(text, **names) for text in pen.stock["glossary"]]
        return "explained in a glossary"

    def _quote_currency(self, matter: Matter) -> None:
        state, variant = self.course.states["currency"], self.course.variants["currency"]
        quotes: tuple[str, ...] = ()
        if state is State.LACKING:
            if self.course.silence:
                quotes = tuple(part for span in self.course.silence for part in self._station(span).quotes())
            elif variant == "old stamp":
                quotes = (matter.stamp, *self.told[0].station.quotes())
            else:
                quotes = self.told[0].station.quotes()
        self.truth["currency"] = Truth(state, variant, quotes)

    def _station(self, span: Span) -> Station:
        return next(one.station for one in self.told if (one.station.start, one.station.end) == (span.start, span.end))
