"""Flowing layouts of the sealed half: dates right, dates in the margin, American page, spaced headings, small print."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.corpus.blind.drawing import contact_typed, mark
from tests.corpus.blind.model import Draft, Station
from tests.corpus.blind.sealed_shape import Stock
from tests.corpus.blind.sealed_sheet import Sheet

LETTER = (612.0, 792.0)


def dates_right(draft: Draft, _words: Stock, rng: Random) -> bytes:
    """Serif, rules below headings, each period flush right beside its title."""
    sheet = Sheet(draft, font="Times-Roman", size=10.2, left=64, right=64)
    sheet.add(mark(draft.person.full), sheet.name)
    sheet.add(mark(draft.headline), sheet.styled(sheet.text, fontSize=11.5, leading=15))
    sheet.add(sheet.contact(rng.choice(("  |  ", " · ", "<br/>"))))
    for section in draft.sections:
        sheet.head(mark(section.heading))
        sheet.rule()
        sheet.story += sheet.texts(section, "–")
        for station in section.stations:
            head = sheet.say(f"<b>{mark(station.title)}</b>" + _after(station.company, ", "))
            period = sheet.say(mark(station.period), sheet.right_text)
            sheet.story.append(sheet.table([[head, period]], [sheet.width - 150, 150], []))
            sheet.story += sheet.lines(station, "–")
            sheet.space(4)
    return sheet.finish()


def _after(text: str, sign: str) -> str:
    return f"{sign}{mark(text)}" if text else ""


def dates_margin(draft: Draft, _words: Stock, rng: Random) -> bytes:
    """Sans serif; periods wrap in a narrow left column, everything else hangs right of it."""
    sheet = Sheet(draft, size=9.2, left=48, right=50, ink="#24476b")
    column = rng.choice((64.0, 78.0, 92.0))
    sheet.story.append(
        sheet.table(
            [
                [
                    sheet.say(mark(draft.person.full), sheet.name),
                    [sheet.say(line) for line in sheet.contact("\n").split("\n")],
                ]
            ],
            [sheet.width - 200, 200],
            [],
        )
    )
    sheet.add(mark(draft.headline), sheet.grey)
    for section in draft.sections:
        rows: list[list[Any]] = [["", part] for part in sheet.texts(section)]
        rows += [
            [sheet.say(mark(one.period)), [sheet.say(f"<b>{mark(_joined(one))}</b>"), *sheet.lines(one)]]
            for one in section.stations
        ]
        sheet.head(mark(section.heading))
        if rows:
            sheet.story.append(
                sheet.table(rows, [column, sheet.width - column], [("BOTTOMPADDING", (0, 0), (-1, -1), 3)])
            )
    return sheet.finish()


def _joined(station: Station) -> str:
    return " – ".join(part for part in (station.title, station.company) if part)


def american(draft: Draft, _words: Stock, rng: Random) -> bytes:
    """Letter size, small Times, everything centred above; employer in capitals or bold, period at the right edge."""
    size = rng.choice((8.4, 8.8))
    sheet = Sheet(draft, font="Times-Roman", size=size, page=LETTER, left=44, right=44, top=36, bottom=40)
    sheet.add(mark(draft.person.name.upper()), sheet.styled(sheet.name, alignment=1, fontSize=15, leading=18))
    sheet.add(sheet.contact(" &bull; "), sheet.centred)
    sheet.add(f"<b>{mark(draft.headline)}</b>", sheet.centred)
    for section in draft.sections:
        sheet.head(mark(section.heading.upper()), sheet.styled(sheet.heading, alignment=1, spaceBefore=5, spaceAfter=0))
        sheet.rule(thick=0.4)
        if section.kind == "list" and section.aside:
            sheet.add(mark(" | ".join(section.texts)), sheet.centred)
        else:
            sheet.story += sheet.texts(section)
        for station in section.stations:
            first = station.company or station.title
            row = [sheet.say(f"<b>{mark(first)}</b>"), sheet.say(f"<b>{mark(station.period)}</b>", sheet.right_text)]
            sheet.story.append(sheet.table([row], [sheet.width - 120, 120], []))
            if station.company:
                sheet.add(f"<i>{mark(station.title)}</i>")
            sheet.story += sheet.lines(station)
    return sheet.finish()


def spaced(draft: Draft, _words: Stock, rng: Random) -> bytes:
    """Headings in spaced capitals; the period below the title; name and contact at the head or foot of every page."""
    sheet = Sheet(draft, size=9.6, left=76, right=70, top=92, bottom=80, ink="#333333")
    contact = [contact_typed(item) for item in draft.contact]
    at_foot = rng.random() < 0.5

    def paint(canvas: Any, page: int) -> None:
        canvas.setFont(sheet.bold, 13)
        canvas.drawString(76, 790, draft.person.full)
        canvas.setFont(sheet.font, 7.8)
        half = (len(contact) + 1) // 2
        top = 52 if at_foot else 776
        canvas.drawString(76, top, "   ".join(contact[:half]))
        canvas.drawString(76, top - 11, "   ".join(contact[half:]))
        canvas.line(76, 761, 525, 761)
        canvas.drawString(76, 26, draft.footer)
        canvas.drawRightString(525, 26, f"{page}")

    sheet.add(mark(draft.headline), sheet.styled(sheet.text, fontSize=11.5, leading=15))
    for section in draft.sections:
        letters = "&nbsp;&nbsp; ".join(" ".join(word) for word in section.heading.upper().split())
        sheet.head(letters.replace("<", "&lt;"), sheet.styled(sheet.heading, fontSize=10))
        sheet.story += sheet.texts(section, "·")
        for station in section.stations:
            sheet.add(f"<b>{mark(station.title)}</b>", sheet.styled(sheet.text, spaceBefore=4, keepWithNext=1))
            if station.company:
                sheet.add(mark(station.company))
            sheet.add(mark(station.period), sheet.grey)
            sheet.story += sheet.lines(station, "·")
    return sheet.finish(paint)


def small_print(draft: Draft, _words: Stock, rng: Random) -> bytes:
    """Seven points, justified; each station is one paragraph that begins with its period in bold."""
    sheet = Sheet(draft, font=rng.choice(("Helvetica", "Times-Roman")), size=7.1, left=40, right=40, top=34, bottom=40)
    body = sheet.styled(sheet.text, alignment=4, leading=9, spaceAfter=3)
    sheet.add(
        f"<b>{mark(draft.person.full)}</b>, {mark(draft.headline)}", sheet.styled(sheet.text, fontSize=9, leading=12)
    )
    sheet.add(sheet.contact(", "))
    sheet.rule()
    for section in draft.sections:
        sheet.head(mark(section.heading), sheet.styled(sheet.heading, fontSize=8.2, spaceBefore=4, spaceAfter=1))
        if section.texts:
            sheet.add(mark(("; " if section.kind == "list" else " ").join(section.texts)), body)
        for station in section.stations:
            said = " ".join(text if text.endswith((".", ":")) else f"{text}." for _, text in station.lines)
            head = ", ".join(part for part in (station.title, station.company) if part)
            sheet.add(f"<b>{mark(station.period)}</b> {mark(head)}. {mark(said)}", body)
    return sheet.finish()
