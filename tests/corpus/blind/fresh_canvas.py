"""Layouts of the fresh half drawn line by line with MuPDF: a rail at the right, a line of time, slides in two columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

from tests.corpus.blind.drawing import FONTS, contact_typed, portrait, tone
from tests.corpus.blind.fresh_shape import Stock
from tests.corpus.blind.model import Draft, Section, Station
from tests.corpus.blind.story import pymupdf

Colour = tuple[float, float, float]
INK: Colour = (0.1, 0.1, 0.12)
BULLETS = {"task", "result"}


@cache
def _font(name: str) -> Any:
    files = {"inter": "Inter-Regular.ttf", "inter-bold": "Inter-SemiBold.ttf"}
    return pymupdf.Font(fontfile=str(FONTS / files[name])) if name in files else pymupdf.Font(name)


@dataclass(slots=True)
class Brush:
    """Writes lines downwards within columns; a full column makes room in the next, or on a new page."""

    document: Any
    size: tuple[float, float]
    columns: list[tuple[float, float]]
    top: float
    foot: float
    fonts: tuple[str, str] = ("inter", "inter-bold")
    page: Any = None
    column: int = 0
    y: float = 0
    each_page: Any = None
    first: bool = field(default=True)

    def open_page(self) -> None:
        self.page = self.document.new_page(width=self.size[0], height=self.size[1])
        self.column, self.y = 0, self.top
        if self.each_page:
            self.each_page(self.page, len(self.document))

    def room(self, points: float) -> None:
        if self.page is None:
            self.open_page()
        if self.y + points <= self.foot:
            return
        if self.column + 1 < len(self.columns):
            self.column, self.y = self.column + 1, self.top
        else:
            self.open_page()

    def say(
        self, text: str, size: float, *, bold: bool = False, indent: float = 0, sign: str = "", colour: Colour = INK
    ) -> None:
        font = _font(self.fonts[bold])
        self.room(size)
        left, right = self.columns[self.column]
        for index, line in enumerate(wrap(text, font, size, right - left - indent)):
            self.room(size * 1.35)
            left = self.columns[self.column][0]
            self.y += size * 1.35
            if sign and index == 0:
                put(self.page, (left + indent - 9, self.y), sign, font, size, colour)
            put(self.page, (left + indent, self.y), line, font, size, colour)

    def skip(self, points: float) -> None:
        self.y += points


def put(page: Any, at: tuple[float, float], text: str, font: Any, size: float, colour: Colour) -> None:
    writer = pymupdf.TextWriter(page.rect, color=colour)
    writer.append(at, text, font=font, fontsize=size)
    writer.write_text(page)


def note(page: Any, box: tuple[float, float, float], text: str, size: float, *, bold: bool = False) -> None:
    """Small lines from left to right, below each other; box is left, baseline, right."""
    page.wrap_contents()  # what set the page before may have left it upside down
    font = _font("inter-bold" if bold else "inter")
    for index, line in enumerate(wrap(text, font, size, box[2] - box[0])):
        put(page, (box[0], box[1] + size * 1.3 * index), line, font, size, (0.25, 0.25, 0.28))


def wrap(text: str, font: Any, size: float, width: float) -> list[str]:
    """Words that are too long for a line are broken behind a sign."""
    found, line = [], ""
    for word in text.split():
        if line and font.text_length(f"{line} {word}", size) > width:
            found.append(line)
            line = ""
        line = f"{line} {word}".strip()
        while font.text_length(line, size) > width:
            fitting = [
                at
                for at in range(1, len(line))
                if line[at - 1] in "@.-/" and font.text_length(line[:at], size) <= width
            ]
            if not fitting:
                break
            found.append(line[: fitting[-1]])
            line = line[fitting[-1] :]
    return [*found, line] if line else found


def _finish(document: Any, draft: Draft) -> bytes:
    document.set_metadata({"title": draft.document_title, "author": draft.person.name})
    return bytes(document.tobytes(deflate=True, garbage=3, no_new_id=True))


def _section(brush: Brush, section: Section, size: float, colour: Colour) -> None:
    brush.skip(9)
    brush.room(42)
    brush.say(section.heading, size + 2.4, bold=True, colour=colour)
    brush.skip(2)
    bulleted = section.kind == "list"
    for text in section.texts:
        brush.say(text, size, indent=10 if bulleted else 0, sign="•" if bulleted else "")


def _lines(brush: Brush, station: Station, size: float) -> None:
    for kind, text in station.lines:
        brush.say(
            text, size, bold=kind == "label", indent=10 if kind in BULLETS else 0, sign="•" if kind in BULLETS else ""
        )


def _foot(page: Any, draft: Draft, left: float, y: float) -> None:
    for index, line in enumerate(wrap(draft.footer, _font("inter"), 6.8, 500)):
        put(page, (left, y + 9 * index), line, _font("inter"), 6.8, (0.35, 0.35, 0.35))


def right_rail(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """Main column at the left; portrait, contact and skills on the first page's right rail."""
    document = pymupdf.open()
    shade = rng.choice(((0.93, 0.94, 0.96), (0.96, 0.94, 0.9), (0.91, 0.95, 0.92)))
    colour: Colour = rng.choice(((0.15, 0.3, 0.5), (0.45, 0.2, 0.1)))

    def each_page(page: Any, number: int) -> None:
        page.draw_rect((415, 0, 595, 842), color=shade, fill=shade)
        _foot(page, draft, 40, 818)
        if number == 1:
            page.insert_image((455, 40, 555, 165), stream=portrait(tone(rng)))
            _rail(page)

    def _rail(page: Any) -> None:
        side = Brush(document, (595, 842), [(428, 585)], 176, 900, page=page, y=176)
        side.say(draft.contact_heading, 10, bold=True, colour=colour)
        for item in draft.contact:
            side.say(contact_typed(item), 7.9)
            side.skip(2)
        for section in (one for one in draft.sections if one.aside):
            _section(side, section, 7.9, colour)

    brush = Brush(document, (595, 842), [(40, 398)], 40, 800, each_page=each_page)
    brush.say(draft.person.full, 20, bold=True, colour=colour)
    brush.say(draft.headline, 10.5)
    for section in (one for one in draft.sections if not one.aside):
        _section(brush, section, 8.8, colour)
        for station in section.stations:
            brush.skip(5)
            brush.room(40)
            brush.say(station.title, 9.4, bold=True)
            brush.say(
                ", ".join(part for part in (station.company, station.period) if part), 8.8, colour=(0.35, 0.35, 0.4)
            )
            _lines(brush, station, 8.8)
    return _finish(document, draft)


def time_line(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """A vertical line with a dot for each station; periods stand at the line's left."""
    document = pymupdf.open()
    colour: Colour = rng.choice(((0.7, 0.25, 0.1), (0.05, 0.4, 0.4), (0.3, 0.2, 0.5)))
    brush = Brush(
        document, (595, 842), [(168, 555)], 46, 800, each_page=lambda page, _number: _foot(page, draft, 40, 818)
    )
    brush.room(10)
    put(brush.page, (40, 62), draft.person.full, _font("inter-bold"), 19, colour)
    put(brush.page, (40, 80), draft.headline, _font("inter"), 10, INK)
    brush.y = 90
    for line in wrap("  |  ".join(contact_typed(item) for item in draft.contact), _font("inter"), 8.6, 510):
        put(brush.page, (40, brush.y + 9), line, _font("inter"), 8.6, INK)
        brush.skip(12)
    for section in draft.sections:
        _section(brush, section, 8.9, colour)
        for station in section.stations:
            _on_line(brush, station, colour)
    return _finish(document, draft)


def _on_line(brush: Brush, station: Station, colour: Colour) -> None:
    brush.skip(6)
    brush.room(46)
    number, top = len(brush.document), brush.y
    period = wrap(station.period, _font("inter"), 8.3, 108)
    for index, line in enumerate(period):
        put(brush.page, (40, top + 12 + 11 * index), line, _font("inter"), 8.3, colour)
    brush.page.draw_circle((156, top + 8.5), 3, color=colour, fill=colour)
    brush.say(station.title, 9.4, bold=True)
    if station.company:
        brush.say(station.company, 8.9)
    _lines(brush, station, 8.9)
    same = number == len(brush.document)
    if same:
        brush.y = max(brush.y, top + 12 + 11 * len(period))
    brush.document[number - 1].draw_line((156, top + 14), (156, brush.y if same else 800), color=colour, width=0.7)


def two_columns(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """A newspaper page: sideways, text runs through two columns, the head spans both."""
    document = pymupdf.open()
    size = (842.0, 595.0) if rng.random() < 0.5 else (595.0, 842.0)
    middle = size[0] / 2
    colour: Colour = (0.12, 0.2, 0.36)
    brush = Brush(
        document,
        size,
        [(38, middle - 12), (middle + 12, size[0] - 38)],
        36,
        size[1] - 42,
        each_page=lambda page, _number: _foot(page, draft, 38, size[1] - 22),
    )
    brush.room(10)
    put(brush.page, (38, 52), draft.person.full, _font("inter-bold"), 18, colour)
    put(brush.page, (38, 68), draft.headline, _font("inter"), 9.5, INK)
    y = 82.0
    for line in wrap("  •  ".join(contact_typed(item) for item in draft.contact), _font("inter"), 8.2, size[0] - 80):
        put(brush.page, (38, y), line, _font("inter"), 8.2, INK)
        y += 11
    brush.page.draw_line((38, y), (size[0] - 38, y), color=colour, width=1)
    brush.top = brush.y = y + 2
    for section in draft.sections:
        _section(brush, section, 8, colour)
        for station in section.stations:
            brush.skip(5)
            brush.room(40)
            brush.say(station.period, 7.8, bold=True, colour=colour)
            brush.say(", ".join(part for part in (station.title, station.company) if part), 8, bold=True)
            _lines(brush, station, 8)
    return _finish(document, draft)
