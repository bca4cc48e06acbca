"""Layouts of the open half drawn line by line: typewriter and slides."""

from __future__ import annotations

import io
import textwrap
from random import Random
from typing import Any

from tests.corpus.blind.drawing import contact_text, contact_typed, family, head_line, portrait, tone
from tests.corpus.blind.model import Draft, Section, Station
from tests.corpus.blind.words import Words

TYPED_COLUMN = 24


def typewriter(draft: Draft, words: Words, rng: Random) -> bytes:
    """Courier in columns made of spaces."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    found = io.BytesIO()
    canvas = Canvas(found, pagesize=A4, invariant=1)
    font, _ = family(draft, "Courier")
    lines = [
        draft.person.full.upper() if rng.random() < 0.5 else draft.person.full,
        draft.headline,
        *(contact_typed(item) for item in draft.contact),
        "",
    ]
    for section in draft.sections:
        heading = section.heading.upper()
        lines += [
            heading,
            "=" * len(heading),
            *(wrapped for text in section.texts for wrapped in textwrap.wrap(text, 80)),
            "",
        ]
        for station in section.stations:
            lines += [*_typed(station), ""]
    y = 790.0
    for line in lines:
        if y < 60:
            canvas.showPage()
            y = 790
        canvas.setFont(font, 9.5)
        canvas.drawString(50, y, line)
        y -= 12.5
    canvas.setFont(font, 8)
    canvas.drawString(50, 30, draft.footer)
    canvas.save()
    return found.getvalue()


def _typed(station: Station) -> list[str]:
    period = textwrap.wrap(station.period, TYPED_COLUMN - 1)
    right = [*textwrap.wrap(head_line(station), 58)]
    for kind, text in station.lines:
        lead = "* " if kind in {"task", "result"} else ""
        right += textwrap.wrap(lead + text, 58, subsequent_indent=" " * len(lead))
    return [
        f"{left:<{TYPED_COLUMN}}{text}"
        for left, text in zip(
            period + [""] * (len(right) - len(period)), right + [""] * (len(period) - len(right)), strict=True
        )
    ]


class Deck:
    """Slides with a title bar; the text goes on to a new slide when one is full."""

    def __init__(self, draft: Draft) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.draft = draft
        self.found = io.BytesIO()
        self.size = (780.0, 440.0)
        self.canvas: Any = Canvas(self.found, pagesize=self.size, invariant=1)
        self.font, self.bold = family(draft, "Helvetica")
        self.y = 0.0
        self.slides = 0

    def start(self, title: str) -> None:
        from reportlab.lib.colors import HexColor

        if self.slides:
            self.canvas.showPage()
        self.slides += 1
        self.canvas.setFillColor(HexColor("#20415f"))
        self.canvas.rect(0, 385, 780, 55, stroke=0, fill=1)
        self.canvas.setFillColor(HexColor("#ffffff"))
        self.canvas.setFont(self.bold, 20)
        self.canvas.drawString(40, 404, title)
        self.canvas.setFillColor(HexColor("#222222"))
        self.canvas.setFont(self.font, 8)
        self.canvas.drawString(40, 16, f"{self.draft.person.name}  |  {self.slides}   {self.draft.footer}")
        self.y = 360

    def write(
        self, text: str, x: float, size: float, *, bold: bool = False, width: float = 600, title: str = ""
    ) -> None:
        from reportlab.lib.utils import simpleSplit

        font = self.bold if bold else self.font
        for line in simpleSplit(text, font, size, width):
            if self.y < 40:
                self.start(title)
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, self.y, line)
            self.y -= size * 1.35

    def finish(self) -> bytes:
        self.canvas.save()
        return self.found.getvalue()


def slides(draft: Draft, words: Words, rng: Random) -> bytes:
    """A landscape deck: cover, then one section a slide."""
    from reportlab.lib.utils import ImageReader

    deck = Deck(draft)
    deck.start(draft.person.full)
    deck.canvas.drawImage(ImageReader(io.BytesIO(portrait(tone(rng)))), 620, 200, 110, 138)
    deck.write(draft.headline, 40, 16, width=540)
    deck.y -= 20
    for item in draft.contact:
        deck.write(contact_text(item), 40, 12)
        if item.target:
            deck.canvas.linkURL(item.target, (40, deck.y + 10, 300, deck.y + 26))
    for section in draft.sections:
        _slide(deck, section)
    return deck.finish()


def _slide(deck: Deck, section: Section) -> None:
    if section.stations or deck.y < 200 or deck.slides == 1:
        deck.start(section.heading)
    else:
        deck.y -= 12
        deck.write(section.heading, 40, 14, bold=True, title=section.heading)
    for text in section.texts:
        deck.write(f"•  {text}" if section.kind == "list" else text, 40, 11, width=690, title=section.heading)
    for station in section.stations:
        if deck.y < 110:
            deck.start(section.heading)
        top = deck.y
        deck.write(station.period, 40, 10.5, bold=True, width=130, title=section.heading)
        below, deck.y = deck.y, top
        deck.write(head_line(station), 180, 11, bold=True, width=550, title=section.heading)
        for kind, text in station.lines:
            deck.write(f"- {text}" if kind in {"task", "result"} else text, 180, 10, width=550, title=section.heading)
        deck.y = min(deck.y, below) - 8
