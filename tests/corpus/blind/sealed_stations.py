"""What the sealed half says of a station: customer, trade and size, tasks and results, reporting lines, house talk."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random

from tests.corpus.blind.model import Station
from tests.corpus.blind.sealed_shape import Job, Stock, Trade, fill, thousands

CONTEXT_MANNERS = ("brackets", "line", "fields", "told", "title", "parted", "comma")
TASK_MANNERS = ("notes", "notes", "prose", "both", "fields", "run", "story")


@dataclass(frozen=True, slots=True)
class Voice:
    """How one person writes; sloppy people swap letters."""

    context: str
    tasks: str
    fields: tuple[str, str, str, str]
    head: str
    result_head: str
    with_place: bool
    sloppy: bool
    few: bool


def make_voice(words: Stock, rng: Random) -> Voice:
    return Voice(
        rng.choice(CONTEXT_MANNERS),
        rng.choice(TASK_MANNERS),
        rng.choice(words.field_names),
        rng.choice(("", "", *words.task_heads)),
        rng.choice(words.result_heads),
        rng.random() < 0.35,
        rng.random() < 0.1,
        rng.random() < 0.4,
    )


def slip(text: str, rng: Random) -> str:
    """Two letters swapped within one long word, now and then."""
    found = text.split(" ")
    long = [index for index, word in enumerate(found) if len(word) > 7 and word.isalpha()]
    if not long or rng.random() < 0.5:
        return text
    at = rng.choice(long)
    place = rng.randrange(2, len(found[at]) - 3)
    word = found[at]
    found[at] = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return " ".join(found)


def make_size(words: Stock, rng: Random) -> str:
    count = rng.choice((45, 70, 110, 160, 230, 310, 480, 640, 900, 1300, 2100, 3600, 8500))
    million = max(6, round(count * rng.uniform(0.1, 0.3)))
    staff = rng.choice(words.staff).format(n=thousands(count, words.language, rng))
    revenue = rng.choice(words.revenue).format(m=thousands(million, words.language, rng))
    plants = rng.choice(words.plants).format(w=rng.randint(2, 9))
    choices = [staff, staff, revenue, f"{staff}, {revenue}", f"{revenue}, {staff}"]
    return rng.choice([*choices, *([f"{staff} / {plants}", plants] if count > 200 else [])])


def add_context(station: Station, words: Stock, voice: Voice, rng: Random, trade: Trade) -> None:
    size = make_size(words, rng)
    station.industry, station.size, station.context = trade.label, size, f"{trade.label}, {size}"
    name = station.company
    if voice.context == "brackets":
        owner = f", {rng.choice(words.owners)}" if rng.random() < 0.25 else ""
        station.company = f"{name} ({trade.label}, {size}{owner})"
    elif voice.context == "comma":
        station.company = f"{trade.label}: {name}, {size}"
    elif voice.context == "title":
        station.company = f"{trade.label}, {size}"
    elif voice.context == "fields":
        first, second, *_ = voice.fields
        station.lines += [("context", f"{first}: {trade.label}"), ("context", f"{second}: {size}")]
    elif voice.context == "parted":
        station.company = f"{name} – {trade.label}"
        station.lines.append(("line", f"({size})"))
    elif voice.context == "told":
        sentence = rng.choice(words.told).format(company=name, size=size, does=trade.does, of=trade.of)
        station.lines.append(("context", sentence))
    else:
        station.lines.append(("context", f"{trade.label}; {size}"))


def add_size_only(station: Station, words: Stock, rng: Random) -> None:
    """Below a heading that names the trade."""
    station.size = make_size(words, rng)
    station.company = f"{station.company} ({station.size})"


def add_trade_only(station: Station, trade: Trade) -> None:
    station.industry = trade.label
    station.company = f"{station.company} ({trade.label})"


def unused(pool: tuple[str, ...], count: int, said: Counter[str], rng: Random) -> list[str]:
    """What this person has said least often so far."""
    found = sorted(rng.sample(pool, len(pool)), key=said.__getitem__)[:count]
    said.update(found)
    return [fill(text, rng) for text in found]


def add_tasks(station: Station, words: Stock, voice: Voice, rng: Random, job: Job, said: Counter[str]) -> None:
    most = 2 if voice.few else 4
    short = unused(job.short + words.any_short, rng.randint(2, most), said, rng)
    full = unused(job.full + words.any_full, rng.randint(1, 2), said, rng)
    results = unused(job.results, rng.randint(1, 2), said, rng)
    if voice.sloppy:
        short, full = [slip(text, rng) for text in short], [slip(text, rng) for text in full]
    head: list[tuple[str, str]] = [("label", voice.head)] if voice.head else []
    start = unused(words.starts, 1, said, rng)[0]
    lines: dict[str, list[tuple[str, str]]] = {
        "notes": [*head, *_all("task", short), *_all("result", results)],
        "prose": [("prose", sentences([*full, *results]))],
        "both": [("prose", sentences(full)), *_all("task", short), ("label", voice.result_head), *_all("result", results)],
        "fields": [("line", f"{voice.fields[2]}: {'; '.join(short)}"), ("line", f"{voice.fields[3]}: {', '.join(results)}")],
        "run": [("line", "; ".join([*short, *results]))],
        "story": [("prose", f"{start} {sentences(full)}"), ("line", f"{voice.result_head} {results[0]}")],
    }  # fmt: skip
    station.lines += lines[voice.tasks]


def _all(kind: str, texts: list[str]) -> list[tuple[str, str]]:
    return [(kind, text) for text in texts]


def sentences(parts: list[str]) -> str:
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in parts)


def line_up(station: Station, words: Stock, rng: Random, count: int) -> list[str]:
    """Reporting lines; the last of the stock speak of freelancing and suit mandates alone."""
    pool = words.lines_up if station.mandate else words.lines_up[:-1]
    return [fill(text, rng) for text in rng.sample(pool, count)]


def add_lines_up(station: Station, words: Stock, rng: Random, most: int) -> None:
    """Titles and reporting lines, or nothing at all."""
    lines = line_up(station, words, rng, rng.randint(0, most))
    if rng.random() < 0.3:
        lines.append(fill(rng.choice(words.own_team), rng))
    kind = "task" if rng.random() < 0.5 else "line"
    station.lines += _all(kind, lines)


def add_line(station: Station, sentence: str) -> None:
    """Where the person's other tasks stand, in their manner."""
    for index, (kind, text) in enumerate(station.lines):
        if kind == "prose":
            station.lines[index] = (kind, f"{text} {sentence}.")
            return
    at = next((index for index, (kind, _) in enumerate(station.lines) if kind in {"task", "result"}), None)
    if at is None:
        station.lines.append(("line", sentence))
    else:
        station.lines.insert(at, ("task", sentence))


def add_house_talk(stations: list[Station], words: Stock, rng: Random) -> tuple[str, ...]:
    """Nearly every station speaks in codes of its house; returns the sentences."""
    said: list[str] = []
    for station in stations[: max(4, round(len(stations) * 0.8))]:
        station.lines = [line for line in station.lines if line[0] != "task"] + [
            line for line in station.lines if line[0] == "task"
        ][:1]
        templates = rng.sample(words.jargon, rng.randint(2, 3))
        if rng.random() < 0.4:
            templates.append(rng.choice(words.house_name_talk))
        for template in templates:
            a, b, c = rng.sample(words.codes, 3)
            said.append(template.format(a=a, b=b, c=c, x=rng.choice(words.house_names)))
            add_line(station, said[-1])
    return tuple(said)


def add_mild(stations: list[Station], words: Stock, rng: Random) -> tuple[str, ...]:
    """One or two codes in a whole CV."""
    a, b, c = rng.sample(words.codes, 3)
    said = rng.choice(words.jargon).format(a=a, b=b, c=c)
    add_line(rng.choice(stations[:3]), said)
    return (said,)


def add_soft(stations: list[Station], words: Stock, rng: Random) -> tuple[str, ...]:
    said = tuple(rng.sample(words.mild_words, min(3, len(stations))))
    for station, sentence in zip(stations, said, strict=False):
        add_line(station, sentence)
    return said


def add_spelled(stations: list[Station], words: Stock, rng: Random, *, listed: bool) -> list[str]:
    """Abbreviations with their meaning beside them or in a list, which is returned."""
    terms = rng.sample(words.spelled, rng.randint(2, 5))
    for index, (short, long) in enumerate(terms):
        template = rng.choice(words.spelled_bare if listed else words.spelled_in)
        add_line(stations[index % len(stations)], template.format(short=short, long=long))
    if rng.random() < 0.4:
        add_line(rng.choice(stations), rng.choice(words.named_spelled))
    sign = rng.choice((" – ", ": ", " = "))
    return [f"{short}{sign}{long}" for short, long in terms] if listed else []
