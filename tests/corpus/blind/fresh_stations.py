"""How one CV of the fresh half tells its companies, its tasks and its house names."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.corpus.blind.fresh_shape import Field, Pen
from tests.corpus.blind.model import State, Station


@dataclass(slots=True)
class Told:
    """A station with the field of work and the trade it is in."""

    station: Station
    field: Field
    trade: str


@dataclass(slots=True)
class Voice:
    """The habits of one CV."""

    pen: Pen
    context: str
    forms: tuple[str, ...]
    tasks: str
    fields: tuple[str, ...]
    listed: list[str] = field(default_factory=list)


def make_voice(pen: Pen) -> Voice:
    rng = pen.rng
    context = rng.choice(("line", "line", "line", "beside", "anonymous", "anonymous", "fields", "told", "list"))
    kind = rng.choice(("both", "both", "both", "both", "staff_only", "revenue_only"))
    forms = tuple(rng.sample(pen.stock[kind], 2 if rng.random() < 0.4 else 1))
    tasks = rng.choice(("bullets", "bullets", "bullets", "labelled", "labelled", "prose", "prose", "run"))
    return Voice(pen, context, forms, tasks, tuple(rng.choice(pen.stock["field_both"])))


def _facts(told: Told, pen: Pen) -> dict[str, object]:
    rng = pen.rng
    staff = rng.choice(
        (rng.randint(5, 30) * 10, rng.randint(12, 95) * 10, rng.randint(10, 180) * 50, rng.randint(45, 990))
    )
    revenue = max(4, round(staff * rng.uniform(0.12, 0.38)))
    mark = "." if pen.stock.language == "de" else ","
    form = rng.choice(("plain", "marked", "marked", "swiss"))
    number = str(staff) if form == "plain" else f"{staff:,}".replace(",", mark if form == "marked" else "'")
    label, descr, _ = pen.stock.trades[told.trade]
    return {"n": number, "r": f"{revenue:,}".replace(",", mark), "label": label, "descr": descr}


def add_context(told: Told, voice: Voice) -> None:
    """Industry and size, in the manner of this CV."""
    pen, station = voice.pen, told.station
    facts = _facts(told, pen)
    text = pen.filled(pen.rng.choice(voice.forms), **facts)
    station.industry, station.size = str(facts["label"]), str(facts["n"])
    station.context = text
    if voice.context == "beside" and len(text) < 90:
        station.company = (
            f"{station.company} ({text})" if "(" not in text and "[" not in text else f"{station.company} – {text}"
        )
    elif voice.context == "anonymous":
        station.company = text.strip("[]").removeprefix("Das Unternehmen: ").removeprefix("Company: ")
    elif voice.context == "fields":
        station.lines[:0] = [("context", pen.filled(one, **facts)) for one in voice.fields]
    elif voice.context == "told" and station.mandate:
        station.lines.insert(0, ("context", pen.one("told", **facts)))
    elif voice.context == "list":
        voice.listed.append(f"{station.company}: {text}")
    else:
        station.lines.insert(0, ("context", text))


def add_half_context(told: Told, voice: Voice, kind: str) -> None:
    """A part of it: vague words, the industry or the size alone."""
    text = voice.pen.one(kind, **_facts(told, voice.pen))
    told.station.lines.insert(0, ("context", text))


def joined(texts: list[str], language: str) -> str:
    last = " und " if language == "de" else " and "
    return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + last + texts[-1]


def _small(text: str) -> str:
    return text if text[:2].isupper() or text[1:2].isdigit() else text[0].lower() + text[1:]


def add_tasks(told: Told, voice: Voice, count: int) -> None:
    pen, station, one = voice.pen, told.station, told.field
    rng, german = pen.rng, pen.stock.language == "de"
    tasks = pen.draw(one.key, one.tasks, max(1, count - 1)) + pen.draw(
        "general", pen.stock["general"] + pen.stock["known"], 1
    )
    rng.shuffle(tasks)
    results = pen.draw(f"{one.key}/results", one.results, rng.choice((0, 1, 1, 2))) if count > 2 else []
    if voice.tasks == "labelled":
        station.lines.append(("label", rng.choice(pen.stock["task_heads"])))
        station.lines += [("task", text) for text in tasks]
        if results:
            station.lines.append(("label", rng.choice(pen.stock["result_heads"])))
    elif voice.tasks == "prose":
        station.lines.append(("prose", _prose(told, tasks, pen)))
    elif voice.tasks == "run":
        start = rng.choice(pen.stock["lead_in"]) if german else ""
        station.lines.append(("prose", f"{start}{'; '.join(tasks)}."))
    else:
        station.lines += [("task", text) for text in tasks]
    if voice.tasks in {"prose", "run"}:
        station.lines += [("prose", f"{text}.") for text in results]
    else:
        station.lines += [("result", text) for text in results]


def _prose(told: Told, tasks: list[str], pen: Pen) -> str:
    if pen.stock.language == "de":
        said = " ".join(pen.draw(f"{told.field.key}/say", told.field.say, pen.rng.choice((1, 2))))
        return f"{said} {pen.rng.choice(pen.stock['lead_in'])}{joined(tasks, 'de')}."
    return str(pen.rng.choice(pen.stock["lead_in"])) + joined([_small(task) for task in tasks[:3]], "en") + "."


def add_reporting(told: Told, pen: Pen, count: int) -> None:
    told.station.lines += [("line", text) for text in pen.draw("reporting", pen.stock["reporting"], count)]


def add_areas(told: Told, pen: Pen) -> None:
    a, b, c = pen.rng.sample(pen.stock["area_words"], 3)
    told.station.lines.append(("line", pen.one("areas", a=a, b=b, c=c)))


def add_house_names(told: list[Told], pen: Pen, count: int, *, as_tasks: bool) -> list[str]:
    """Unexplained names of one company: as tasks, or in titles where no tasks are told. Gives the words."""
    found = []
    targets = pen.rng.sample(told, len(told))
    for index in range(count):
        one = targets[index % len(targets)]
        if as_tasks:
            text = pen.draw("jargon", pen.stock.jargon, 1)[0]
            prose = any(kind == "prose" for kind, _ in one.station.lines) and not any(
                kind == "task" for kind, _ in one.station.lines
            )
            line = ("prose", f"{text}.") if prose else ("task", text)
            kinds = [kind for kind, _ in one.station.lines]
            at = kinds.index("task") if "task" in kinds else len(kinds)
            one.station.lines.insert(at, line)
            found.append(text)
        elif index < len(targets):
            one.station.title = pen.one("jargon_titles", title=one.station.title)
            found.append(one.station.title)
    return found


def add_line(told: list[Told], pen: Pen, text: str) -> None:
    """Among the tasks of one station."""
    lines = pen.rng.choice(told).station.lines
    places = [index for index, (kind, _) in enumerate(lines) if kind == "task"]
    if places:
        lines.insert(pen.rng.choice(places), ("task", text))
    else:
        lines.append(("prose", f"{text}."))


def share_told(states: dict[str, State], criterion: str, count: int, rng: Random) -> list[bool]:
    """Which of the stations, the newest first, get what the criterion asks for."""
    if states[criterion] is State.FINE:
        return [True] * count
    if states[criterion] is State.LACKING:
        return [False] * count
    half = [index % 2 == 0 for index in range(count)]
    return half if rng.random() < 0.5 else [not one for one in half]
