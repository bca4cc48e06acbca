"""Layouts of the sealed half drawn line by line: a column with signs for telephone and letter, and two even columns."""

from __future__ import annotations

import io
from random import Random
from typing import Any

from tests.corpus.blind.drawing import contact_typed, family
from tests.corpus.blind.model import Draft, Section, Station
from tests.corpus.blind.sealed_shape import Stock

PHONE, ENVELOPE = "\u260e", "\u2709"


class Pen:
    """Draws lines from the top down within a column; asks for more room when it is used up."""

    def __init__(
        self, canvas: Any, fonts: tuple[str, str], columns: list[tuple[float, float]], top: float, foot: float
    ) -> None:
        self.canvas, self.fonts, self.columns = canvas, fonts, columns
        self.top, self.foot = top, foot
        self.column, self.y = 0, top
        self.new_page: Any = None

    @property
    def x(self) -> float:
        return self.columns[self.column][0]

    @property
    def width(self) -> float:
        return self.columns[self.column][1] - self.columns[self.column][0]

    def room(self, points: float) -> None:
        if self.y - points >= self.foot:
            return
        if self.column + 1 < len(self.columns):
            self.column += 1
        else:
            self.column = 0
            self.new_page()
        self.y = self.top

    def wrap(self, text: str, font: str, size: float, width: float) -> list[str]:
        """Addresses that are too long are broken behind a sign, as word processors do."""
        from reportlab.lib.utils import simpleSplit
        from reportlab.pdfbase.pdfmetrics import stringWidth

        found: list[str] = []
        for line in simpleSplit(text, font, size, width):
            rest = line
            while stringWidth(rest, font, size) > width:
                fitting = [
                    at
                    for at in range(1, len(rest))
                    if rest[at - 1] in "@.-" and stringWidth(rest[:at], font, size) <= width
                ]
                at = max(fitting, default=len(rest))
                found.append(rest[:at])
                rest = rest[at:]
            found.append(rest)
        return [line for line in found if line]

    def say(
        self, text: str, size: float, *, bold: bool = False, indent: float = 0, sign: str = "", colour: str = "#111111"
    ) -> None:
        font = self.fonts[bold]
        for index, line in enumerate(self.wrap(text, font, size, self.width - indent)):
            self.room(size * 1.3)
            self.y -= size * 1.3
            self.canvas.setFillColor(colour)
            self.canvas.setFont(font, size)
            if sign and index == 0:
                self.canvas.drawString(self.x + indent - 8, self.y, sign)
            self.canvas.drawString(self.x + indent, self.y, line)

    def skip(self, points: float) -> None:
        self.y -= points


def _start(draft: Draft) -> tuple[io.BytesIO, Any, tuple[str, str]]:
    from reportlab.pdfgen.canvas import Canvas

    found = io.BytesIO()
    canvas = Canvas(found, pagesize=(595, 842), invariant=1)
    canvas.setTitle(draft.document_title)
    return found, canvas, family(draft, "Helvetica")


def _sign(label: str, text: str, target: str) -> str:
    """A fax keeps its label instead."""
    if "@" in text + target:
        return ENVELOPE
    return (
        PHONE if "fax" not in label.lower() and sum(sign.isdigit() for sign in text) >= 8 and "IBAN" not in text else ""
    )


def icon_column(draft: Draft, _words: Stock, rng: Random) -> bytes:
    """A grey column at the left with contact behind small signs; periods stand between company and tasks."""
    found, canvas, fonts = _start(draft)
    shade = rng.choice(("#e9e4dc", "#dfe7ee", "#ececec"))
    main = Pen(canvas, fonts, [(205, 555)], 798, 52)

    def paint() -> None:
        canvas.setFillColor(shade)
        canvas.rect(0, 0, 185, 842, stroke=0, fill=1)
        canvas.setFillColor("#333333")
        canvas.setFont(fonts[0], 7)
        canvas.drawString(205, 28, draft.footer)

    def next_page() -> None:
        canvas.showPage()
        paint()

    main.new_page = next_page
    paint()
    side = Pen(canvas, fonts, [(18, 176)], 798, 20)
    side.new_page = lambda: None
    _side(side, draft)
    main.say(draft.person.full, 19, bold=True)
    main.say(draft.headline, 10.5, colour="#555555")
    for section in draft.sections:
        if not section.aside:
            _main_section(main, section)
    canvas.save()
    return found.getvalue()


def _side(side: Pen, draft: Draft) -> None:
    side.say(draft.contact_heading, 11, bold=True)
    side.skip(4)
    for item in draft.contact:
        sign = _sign(item.label, item.text, item.target)
        text = contact_typed(item) if not sign or item.target else item.text
        lines = side.wrap(text, side.fonts[0], 8.2, side.width - 14)
        if sign and lines:
            side.canvas.setFillColor("#222222")
            side.canvas.setFont("ZapfDingbats", 9)
            side.canvas.drawString(side.x, side.y - 8.2 * 1.3, sign)
        side.say(text, 8.2, indent=14)
        side.skip(2)
    for section in draft.sections:
        if section.aside:
            side.skip(12)
            side.say(section.heading, 11, bold=True)
            for text in section.texts:
                side.say(text, 8.2, indent=8, sign="-")


def _main_section(pen: Pen, section: Section) -> None:
    pen.skip(9)
    pen.room(40)
    pen.say(section.heading, 12, bold=True, colour="#7a1f1f")
    pen.skip(2)
    for text in section.texts:
        pen.say(text, 9, indent=9 if section.kind == "list" else 0, sign="»" if section.kind == "list" else "")
    for station in section.stations:
        _main_station(pen, station, 9)


def _main_station(pen: Pen, station: Station, size: float) -> None:
    pen.skip(4)
    pen.room(45)
    pen.say(station.title, size + 0.5, bold=True)
    if station.company:
        pen.say(station.company, size)
    pen.say(station.period, size - 0.8, colour="#777777")
    for kind, text in station.lines:
        bullet = kind in {"task", "result"}
        pen.say(text, size, bold=kind == "label", indent=9 if bullet else 0, sign="»" if bullet else "")


def even_columns(draft: Draft, _words: Stock, rng: Random) -> bytes:
    """A full-width head, then two even columns; period above each title, mandates flow from one column to the next."""
    found, canvas, fonts = _start(draft)
    size = rng.choice((7.6, 8.1))
    contact = [contact_typed(item) for item in draft.contact]
    canvas.setFillColor("#16324f")
    canvas.setFont(fonts[1], 20)
    canvas.drawString(42, 796, draft.person.full)
    head = Pen(canvas, fonts, [(42, 553)], 790, 40)
    head.say(draft.headline, 10)
    head.say("   ".join(contact), 8.5)
    canvas.setStrokeColor("#16324f")
    canvas.line(42, head.y - 6, 553, head.y - 6)
    pen = Pen(canvas, fonts, [(42, 287), (308, 553)], head.y - 12, 50)

    def foot() -> None:
        canvas.setFillColor("#333333")
        canvas.setFont(fonts[0], 7)
        canvas.drawString(42, 28, draft.footer)

    def next_page() -> None:
        canvas.showPage()
        foot()
        pen.top = 800

    pen.new_page = next_page
    foot()
    for section in draft.sections:
        pen.skip(8)
        pen.room(36)
        pen.say(section.heading.upper(), size + 1.6, bold=True, colour="#16324f")
        for text in section.texts:
            pen.say(text, size, indent=8 if section.kind == "list" else 0, sign="•" if section.kind == "list" else "")
        for station in section.stations:
            pen.skip(4)
            pen.room(40)
            pen.say(station.period, size, colour="#16324f")
            pen.say(", ".join(part for part in (station.title, station.company) if part), size, bold=True)
            for kind, text in station.lines:
                bullet = kind in {"task", "result"}
                pen.say(text, size, bold=kind == "label", indent=8 if bullet else 0, sign="•" if bullet else "")
    canvas.save()
    return found.getvalue()
