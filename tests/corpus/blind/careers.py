"""The stations of a blind CV: periods without silence or with a planted gap, facts, tasks, jargon."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.corpus.blind.model import TODAY, Month, Role, State, Station
from tests.corpus.blind.words import Words, number

CODE_LETTERS = "BDFGHJKLMNPQRTVWXZ"
KNOWN_CODES = {
    "BMW",
    "DHL",
    "GmbH",
    "HGB",
    "PDF",
    "XML",
    "HTML",
    "PLM",
    "PLZ",
    "BWL",
    "VWL",
    "WMF",
    "BDL",
    "DVD",
    "KPMG",
    "LKW",
    "PKW",
    "MBH",
    "TQM",
    "KVP",
    "MRP",
    "GMP",
    "DHH",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How this CV writes: chosen once, so that a document looks as if one person wrote it."""

    context: str
    tasks: str
    anonymous: bool
    context_label: tuple[str, str]
    task_label: str
    result_label: str
    star: tuple[str, str, str]
    with_town: bool


def make_style(words: Words, rng: Random) -> Style:
    return Style(
        context=rng.choice(("paren", "line", "labels", "sentence", "industry_first")),
        tasks=rng.choice(("bullets", "bullets", "results", "prose", "star", "semicolons")),
        anonymous=rng.random() < 0.2,
        context_label=rng.choice(words.context_labels),
        task_label=rng.choice(words.task_labels),
        result_label=rng.choice(words.result_labels),
        star=rng.choice(words.star_labels),
        with_town=rng.random() < 0.5,
    )


def shifted(month: Month, by: int) -> Month:
    count = month[0] * 12 + month[1] - 1 + by
    return count // 12, count % 12 + 1


def before(month: Month, months: int) -> Month:
    return shifted(month, -months)


def months_between(earlier: Month, later: Month) -> int:
    return (later[0] - earlier[0]) * 12 + later[1] - earlier[1]


def spans(
    rng: Random, last_end: Month | None, count: int, length: tuple[int, int], pause: tuple[int, int], now: Month = TODAY
) -> list[tuple[Month, Month | None]]:
    """Newest first; last_end is None where the newest still lasts on the day now."""
    found: list[tuple[Month, Month | None]] = []
    end = last_end
    for _ in range(count):
        start = before(end or now, rng.randint(*length))
        found.append((start, end))
        end = before(start, rng.randint(*pause) + 1)
    return found


def bare_station(
    rng: Random, span: tuple[Month, Month | None], *, mandate: bool, period: str, role: Role, company: str
) -> Station:
    title = rng.choice(role.titles if mandate else role.posts)
    return Station(span[0], span[1], period, title, company, mandate)


def add_context(station: Station, words: Words, style: Style, rng: Random) -> None:
    label, noun = rng.choice(words.industries)
    count = rng.choice((60, 85, 120, 180, 240, 350, 420, 600, 800, 1200, 1700, 2400, 5200))
    million = max(8, round(count * rng.uniform(0.12, 0.35)))
    people = rng.choice(words.people_sizes).format(n=number(count, words.language))
    revenue = rng.choice(words.revenue_sizes).format(m=number(million, words.language))
    size = rng.choice((people, revenue, f"{people}, {revenue}"))
    station.industry, station.size = label, size
    if style.context == "paren":
        station.company = f"{station.company} ({label}, {size})"
    elif style.context == "industry_first":
        station.company = f"{label}, {size}" if style.anonymous else f"{station.company} – {label}, {size}"
    elif style.context == "labels":
        first, second = style.context_label
        station.lines += [("context", f"{first}: {label}"), ("context", f"{second}: {size}")]
    elif style.context == "sentence":
        sentence = rng.choice(words.context_sentences).format(
            noun=noun,
            people=people,
            revenue=revenue,
            n=number(count, words.language),
            m=number(million, words.language),
            company=station.company,
        )
        station.lines.append(("context", sentence))
    else:
        station.lines.append(("context", f"{label} | {size}"))
    station.context = f"{label}, {size}"


def add_industry_only(station: Station, words: Words, rng: Random) -> None:
    label, _ = rng.choice(words.industries)
    station.industry = label
    station.company = f"{station.company} ({label})"


def add_tasks(station: Station, words: Words, style: Style, rng: Random, role: Role, most: int) -> None:
    tasks = rng.sample(role.tasks, min(len(role.tasks), rng.randint(2, most)))
    results = rng.sample(role.results, rng.randint(1, min(2, len(role.results))))
    if style.tasks == "prose":
        station.lines.append(("prose", _sentences([*tasks, *results])))
    elif style.tasks == "semicolons":
        station.lines.append(("line", f"{style.task_label} {'; '.join([*tasks, *results])}".strip()))
    elif style.tasks == "star":
        first, second, third = style.star
        station.lines += [
            ("line", f"{first} {rng.choice(words.situations)}"),
            ("line", f"{second} {_sentences(tasks)}"),
            ("line", f"{third} {'; '.join(results)}"),
        ]
    else:
        if style.task_label:
            station.lines.append(("label", style.task_label))
        station.lines += [("task", task) for task in tasks]
        if style.tasks == "results":
            station.lines.append(("label", style.result_label))
        station.lines += [("result", result) for result in results]


def _sentences(parts: list[str]) -> str:
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in parts)


def add_reporting(station: Station, words: Words, rng: Random) -> None:
    lines = rng.sample(words.reporting, rng.randint(1, 3))
    if rng.random() < 0.4:
        lines.append(rng.choice(words.team_sizes).format(t=rng.choice((4, 9, 18, 35))))
    station.lines += [("task" if rng.random() < 0.5 else "line", line) for line in lines]


def code(rng: Random) -> str:
    """An abbreviation nobody knows: none that stands in KNOWN_CODES."""
    while True:
        letters = "".join(rng.sample(CODE_LETTERS, rng.choice((3, 3, 4))))
        if letters not in KNOWN_CODES:
            return letters + rng.choice(
                ("", "", "", f"-{rng.randint(2, 9)}", f"/{rng.randint(2, 9)}", str(rng.randint(2, 9)))
            )


def programme(rng: Random) -> str:
    return rng.choice(("ZENITH", "ORKAN", "SKYLLA", "MOSAIK", "TITANIA", "FALKE", "HELIX", "DELPHI")) + rng.choice(
        ("", " 2", "-R", "+")
    )


def add_jargon(stations: list[Station], words: Words, rng: Random) -> tuple[str, ...]:
    """Most stations speak in codes; returns the sentences."""
    codes = [code(rng) for _ in range(rng.randint(7, 11))]
    sentences: list[str] = []
    for station in stations[: max(4, len(stations) * 3 // 4)]:
        for _ in range(rng.randint(1, 2)):
            a, b, c = rng.sample(codes, 3)
            template = rng.choice(words.jargon)
            sentences.append(template.format(a=a, b=b, c=c))
            _append(station, sentences[-1])
        if rng.random() < 0.35:
            sentences.append(rng.choice(words.jargon_programmes).format(p=programme(rng)))
            _append(station, sentences[-1])
    return tuple(sentences)


def add_explained(stations: list[Station], words: Words, rng: Random, *, glossary: bool) -> list[str]:
    """Dense but explained; returns the glossary, which may be empty."""
    terms = rng.sample(words.explained, rng.randint(3, 5))
    for index, (short, long) in enumerate(terms):
        station = stations[index % len(stations)]
        if glossary:
            sentence = rng.choice(words.bare_sentences).format(short=short)
        else:
            sentence = rng.choice(words.explained_sentences).format(short=short, long=long)
        _append(station, sentence)
    if rng.random() < 0.6:
        _append(stations[0], rng.choice(words.programmes_explained))
    return [f"{short} = {long}" for short, long in terms] if glossary else []


def add_mild(stations: list[Station], words: Words, rng: Random) -> tuple[str, ...]:
    """Three abbreviations or so, one of them explained."""
    short, long = rng.choice(words.explained)
    _append(stations[0], rng.choice(words.explained_sentences).format(short=short, long=long))
    sentence = rng.choice(words.jargon).format(a=code(rng), b=short, c=code(rng))
    _append(stations[1 % len(stations)], sentence)
    return (sentence,)


def add_soft(stations: list[Station], words: Words, rng: Random) -> tuple[str, ...]:
    sentences = rng.sample(words.soft_jargon, 2)
    for station, sentence in zip(stations, sentences, strict=False):
        _append(station, sentence)
    return tuple(sentences)


def _append(station: Station, sentence: str) -> None:
    kinds = {kind for kind, _ in station.lines}
    if "task" in kinds or not kinds & {"prose", "line"}:
        position = max(
            (index for index, (kind, _) in enumerate(station.lines) if kind in {"task", "context"}), default=-1
        )
        station.lines.insert(position + 1, ("task", sentence))
    else:
        station.lines.append(("line", f"{sentence}."))


def most(state: State, rng: Random, count: int) -> list[bool]:
    """For each station whether it gives what the criterion asks: nearly all, nearly none, or half."""
    if state is State.BORDERLINE:
        given = [index % 2 == 0 for index in range(count)]
        rng.shuffle(given)
        return given
    given = [state is not State.LACKING] * count
    if count >= 7 and rng.random() < 0.3:
        odd = rng.randrange(count)
        given[odd] = not given[odd]
    return given
