"""Layouts of the report half drawn line by line: a timeline with dots, and a CV as plain as a mail."""

from __future__ import annotations

import io
import textwrap
from random import Random
from typing import Any

from tests.corpus.blind.drawing import contact_text, contact_typed, family, portrait, tone
from tests.corpus.blind.model import Draft, Section
from tests.corpus.blind.words import Words


class Axis:
    """Pages with a vertical line; stations hang on it as dots, their periods on the left of it."""

    def __init__(self, draft: Draft) -> None:
        from reportlab.lib.pagesizes import A4
        from reportlab.pdfgen.canvas import Canvas

        self.draft = draft
        self.found = io.BytesIO()
        self.canvas: Any = Canvas(self.found, pagesize=A4, invariant=1)
        self.font, self.bold = family(draft, "Helvetica")
        self.y = 790.0

    def room(self, needed: float) -> None:
        if self.y - needed < 50:
            self.canvas.setFont(self.font, 7)
            self.canvas.drawString(150, 25, self.draft.footer)
            self.canvas.showPage()
            self.y = 795
            self.canvas.setStrokeColorRGB(0.6, 0.65, 0.7)
            self.canvas.line(140, 40, 140, 810)

    def write(self, text: str, x: float, width: float, size: float = 9, *, bold: bool = False) -> None:
        from reportlab.lib.utils import simpleSplit

        font = self.bold if bold else self.font
        for line in simpleSplit(text, font, size, width):
            self.room(size * 1.3)
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, self.y, line)
            self.y -= size * 1.3


def timeline(draft: Draft, words: Words, rng: Random) -> bytes:
    """Dots on a line; contact data at the foot of the first page or under the name."""
    from reportlab.lib.utils import ImageReader

    axis = Axis(draft)
    at_foot = rng.random() < 0.5
    axis.canvas.drawImage(ImageReader(io.BytesIO(portrait(tone(rng)))), 45, 712, 72, 90)
    axis.write(draft.person.full, 155, 380, 20, bold=True)
    axis.write(draft.headline, 155, 380, 11)
    foot = 40.0
    for item in draft.contact:
        if at_foot:
            axis.canvas.setFont(axis.font, 8)
            axis.canvas.drawString(155, foot, contact_text(item))
            _link(axis, item.target, foot)
            foot += 10
        else:
            axis.write(contact_text(item), 155, 380)
            _link(axis, item.target, axis.y + 11)
    axis.y = min(axis.y, 700)
    for section in draft.sections:
        _hang(axis, section, foot if at_foot and axis.canvas.getPageNumber() == 1 else 0)
    axis.canvas.setFont(axis.font, 7)
    axis.canvas.drawString(150, 25, draft.footer)
    axis.canvas.save()
    return axis.found.getvalue()


def _link(axis: Axis, target: str, y: float) -> None:
    if target:
        axis.canvas.linkURL(target, (150, y - 2, 400, y + 9))


def _hang(axis: Axis, section: Section, foot: float) -> None:
    axis.room(50 + foot)
    axis.y -= 8
    axis.write(section.heading, 155, 380, 13, bold=True)
    for text in section.texts:
        axis.write(text, 155, 390)
    for station in section.stations:
        axis.room(70 + foot)
        axis.canvas.circle(140, axis.y + 3, 3, fill=1)
        top = axis.y
        axis.write(station.period, 30, 98, 8)
        below, axis.y = axis.y, top
        axis.write(station.title, 155, 390, 10, bold=True)
        axis.write(station.company, 155, 390)
        for kind, text in station.lines:
            axis.write(f"• {text}" if kind in {"task", "result"} else text, 155, 390)
        axis.y = min(axis.y, below) - 6


def plain_mail(draft: Draft, words: Words, rng: Random) -> bytes:
    """No bold, no columns: as somebody pastes a CV out of a mail, contact data at the end as a signature."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    lines = [draft.person.full, draft.headline, ""]
    for section in draft.sections:
        lines += [
            f"{section.heading}:",
            "",
            *(
                wrapped
                for text in section.texts
                for wrapped in textwrap.wrap(f"- {text}" if section.kind == "list" else text, 95)
            ),
            "",
        ]
        for station in section.stations:
            head = ", ".join(part for part in (station.title, station.company) if part)
            lines += textwrap.wrap(f"{station.period}: {head}", 95)
            for kind, text in station.lines:
                lines += textwrap.wrap(f"- {text}" if kind in {"task", "result"} else text, 95)
            lines.append("")
    lines += ["-- ", draft.person.full, *(contact_typed(item) for item in draft.contact), draft.footer]
    found = io.BytesIO()
    canvas = Canvas(found, pagesize=A4, invariant=1)
    font, _ = family(draft, "Helvetica")
    y = 795.0
    for line in lines:
        if y < 50:
            canvas.showPage()
            y = 795
        canvas.setFont(font, 10)
        canvas.drawString(60, y, line)
        y -= 13
    canvas.save()
    return found.getvalue()
