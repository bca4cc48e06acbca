"""Layouts of the fresh half that flow in one column: grid, cover sheet, banner, annex, letter, agency's sheet, plain."""

from __future__ import annotations

import io
from random import Random
from typing import Any

from tests.corpus.blind.drawing import contact_typed, head_line, mark, portrait, tone
from tests.corpus.blind.fresh_shape import Stock
from tests.corpus.blind.model import Draft, Section, Station
from tests.corpus.blind.sealed_sheet import Sheet

GRID = {"de": ("Zeitraum", "Unternehmen", "Funktion und Inhalte"), "en": ("Dates", "Company", "Position and content")}


def _break() -> Any:
    from reportlab.platypus import PageBreak

    return PageBreak()


def _picture(shade: int, width: float) -> Any:
    from reportlab.platypus import Image

    return Image(io.BytesIO(portrait(shade)), width, width * 1.25)


def _split(text: str, limit: int = 110) -> list[str]:
    """Long lines of a foot in two."""
    if len(text) <= limit:
        return [text]
    at = text.rfind(" ", 0, limit)
    return [text[:at], *_split(text[at + 1 :], limit)]


def _entry(sheet: Sheet, station: Station, sign: str = "•") -> None:
    """Period above in bold, title, company in italics."""
    sheet.add(f"<b>{mark(station.period)}</b>", sheet.styled(sheet.text, spaceBefore=5, keepWithNext=1))
    sheet.add(mark(station.title), sheet.styled(sheet.text, keepWithNext=1))
    if station.company:
        sheet.add(f"<i>{mark(station.company)}</i>")
    sheet.story += sheet.lines(station, sign)


def lead_dates(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """Plain: name, contact lines, everything under everything, periods above."""
    sheet = Sheet(
        draft, font=rng.choice(("Helvetica", "Times-Roman")), size=rng.choice((9.4, 10.3)), left=72, right=66, top=60
    )
    at_end = rng.random() < 0.2
    sheet.add(mark(draft.person.full), sheet.name)
    sheet.add(mark(draft.headline))
    if not at_end:
        sheet.add(sheet.contact("<br/>"), sheet.styled(sheet.text, spaceBefore=4))
    for section in draft.sections:
        sheet.head(mark(section.heading))
        sheet.story += sheet.texts(section, "-")
        for station in section.stations:
            _entry(sheet, station, "-")
    if at_end:
        sheet.head(mark(draft.contact_heading))
        sheet.add(sheet.contact("<br/>"))
    return sheet.finish()


def ledger(draft: Draft, stock: Stock, rng: Random) -> bytes:
    """Stations in a ruled table of three columns with a head that is repeated."""
    from reportlab.platypus import LongTable

    sheet = Sheet(draft, size=8.7, left=46, right=46, ink="#3a3a3a")
    shade = rng.choice(("#dde5ea", "#ebe6da", "#e4e4e4"))
    sheet.add(mark(draft.document_title), sheet.grey)
    sheet.add(mark(draft.person.full), sheet.name)
    sheet.add(sheet.contact(rng.choice((" | ", " • ", "; "))))
    sheet.add(f"<b>{mark(draft.headline)}</b>")
    for section in draft.sections:
        sheet.head(mark(section.heading))
        sheet.story += sheet.texts(section)
        if not section.stations:
            continue
        rows: list[list[Any]] = [[sheet.say(text, sheet.strong) for text in GRID[stock.language]]]
        for one in section.stations:
            title = sheet.say(mark(one.title), sheet.strong)
            rows.append([sheet.say(mark(one.period)), sheet.say(mark(one.company)), [title, *sheet.lines(one)]])
        style = [
            ("GRID", (0, 0), (-1, -1), 0.4, "#888888"),
            ("BACKGROUND", (0, 0), (-1, 0), shade),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
        style += [("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3)]
        widths = [82, 120, sheet.width - 202]
        sheet.story.append(LongTable(rows, colWidths=widths, repeatRows=1, style=style, splitInRow=1))
    return sheet.finish()


def cover_sheet(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """A first page with portrait, name and contact; the CV follows with the name at the head of each page."""
    sheet = Sheet(draft, size=9.6, left=66, right=60, top=74, ink=rng.choice(("#17456b", "#5b2138", "#1f4d36")))
    shade = tone(rng)

    def paint(canvas: Any, page: int) -> None:
        canvas.setFont(sheet.font, 8)
        if page > 1:
            canvas.drawString(66, 800, f"{draft.document_title} {draft.person.full}")
            canvas.drawRightString(535, 800, str(page))
            canvas.line(66, 794, 535, 794)
        for index, line in enumerate(_split(draft.footer)):
            canvas.drawString(66, 34 - 10 * index, line)

    sheet.space(90)
    sheet.story.append(_picture(shade, 130))
    sheet.space(24)
    sheet.add(mark(draft.person.full), sheet.styled(sheet.name, fontSize=26, leading=32))
    sheet.add(mark(draft.headline), sheet.styled(sheet.text, fontSize=14, leading=19))
    sheet.space(180)
    sheet.add(mark(draft.contact_heading), sheet.heading)
    sheet.add(sheet.contact("<br/>"), sheet.styled(sheet.text, fontSize=11, leading=16))
    sheet.story.append(_break())
    for section in draft.sections:
        sheet.head(mark(section.heading))
        sheet.story += sheet.texts(section)
        for station in section.stations:
            left = [sheet.say(mark(station.period), sheet.grey)]
            right = [
                sheet.say(f"<b>{mark(station.title)}</b>"),
                *([sheet.say(mark(station.company))] if station.company else []),
                *sheet.lines(station),
            ]
            sheet.story.append(
                sheet.table([[left, right]], [110, sheet.width - 110], [("BOTTOMPADDING", (0, 0), (-1, -1), 5)])
            )
    return sheet.finish(paint)


def colour_band(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """A coloured band with name and contact in white above the first page."""
    colour = rng.choice(("#0f3d4c", "#4a1d2e", "#2c3e2d", "#222a44"))
    sheet = Sheet(draft, size=9.2, left=52, right=52, top=46, ink=colour)
    white = sheet.styled(sheet.text, textColor="#ffffff")
    items = [sheet.say(mark(contact_typed(item)), white) for item in draft.contact]
    left = [
        sheet.say(mark(draft.person.full), sheet.styled(sheet.name, textColor="#ffffff", fontSize=21, leading=27)),
        sheet.say(mark(draft.headline), white),
    ]
    band = [
        ("BACKGROUND", (0, 0), (-1, -1), colour),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 10),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
    ]
    sheet.story.append(sheet.table([[left, items]], [sheet.width - 200, 200], band))
    for section in draft.sections:
        sheet.head(mark(section.heading.upper()))
        sheet.rule(colour, 1.1)
        if section.aside:
            sheet.add(mark("  ·  ".join(section.texts)))
        else:
            sheet.story += sheet.texts(section, "–")
        for station in section.stations:
            head = f"<b>{mark(station.company or station.title)}</b>, {mark(station.period)}"
            sheet.add(head, sheet.styled(sheet.text, spaceBefore=5, keepWithNext=1))
            if station.company:
                sheet.add(f'<font color="{colour}">{mark(station.title)}</font>')
            sheet.story += sheet.lines(station, "–")
    return sheet.finish()


def annex(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """A CV of short entries; the list of mandates is an annex of its own, one mandate to a box with a number."""
    sheet = Sheet(draft, size=9.5, left=60, right=60, ink="#333366")
    sheet.add(f"{mark(draft.document_title)}: {mark(draft.person.full)}", sheet.name)
    sheet.add(mark(draft.headline), sheet.grey)
    sheet.add(sheet.contact(" / "))
    later = [section for section in draft.sections if any(one.mandate for one in section.stations)]
    for section in (one for one in draft.sections if one not in later):
        sheet.head(mark(section.heading))
        sheet.story += sheet.texts(section)
        for station in section.stations:
            row = [sheet.say(mark(station.period)), [sheet.say(mark(head_line(station))), *sheet.lines(station)]]
            sheet.story.append(sheet.table([row], [116, sheet.width - 116], []))
    word = "Anlage" if draft.language == "de" else "Annex"
    for section in later:
        sheet.story.append(_break())
        sheet.head(f"{word}: {mark(section.heading)}", sheet.styled(sheet.heading, fontSize=15, leading=20))
        sheet.story += sheet.texts(section)
        for number, station in enumerate(section.stations, start=1):
            first = [
                sheet.say(f"{number}", sheet.strong),
                [sheet.say(mark(station.title), sheet.strong), sheet.say(mark(station.period))],
            ]
            rest: list[Any] = [*([sheet.say(mark(station.company))] if station.company else []), *sheet.lines(station)]
            lines = [
                ("LINEABOVE", (0, 0), (-1, 0), 0.8, "#333366"),
                ("BACKGROUND", (0, 0), (-1, 0), rng.choice(("#f0f0f7", "#f4f4f4"))),
            ]
            sheet.story.append(sheet.table([first, ["", rest]] if rest else [first], [26, sheet.width - 26], lines))
            sheet.space(6)
    return sheet.finish()


def own_letter(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """A covering letter to somebody, and the CV behind it."""
    sheet = Sheet(draft, font="Times-Roman", size=10.6, left=78, right=70, top=64)
    count = len(draft.letter) - 6
    own = [sheet.say(sheet.contact("<br/>"), sheet.right_text)]
    sheet.add(mark(draft.person.full), sheet.styled(sheet.strong, alignment=2))
    sheet.story += own
    sheet.space(18)
    for text in draft.letter[:count]:
        sheet.add(mark(text))
    sheet.space(30)
    for text in draft.letter[count:]:
        sheet.add(mark(text), sheet.styled(sheet.text, spaceAfter=10))
    sheet.story.append(_break())
    sheet.add(mark(draft.document_title), sheet.name)
    sheet.add(f"{mark(draft.person.full)}, {mark(draft.headline)}")
    column = rng.choice((100.0, 124.0))
    for section in draft.sections:
        sheet.head(f"<u>{mark(section.heading)}</u>")
        sheet.story += sheet.texts(section, "*")
        for station in section.stations:
            sheet.story.append(_side_by_side(sheet, station, column))
    return sheet.finish()


def _side_by_side(sheet: Sheet, station: Station, column: float) -> Any:
    right = [sheet.say(mark(head_line(station)), sheet.strong), *sheet.lines(station, "*")]
    return sheet.table(
        [[sheet.say(mark(station.period)), right]],
        [column, sheet.width - column],
        [("BOTTOMPADDING", (0, 0), (-1, -1), 4)],
    )


def agency_sheet(draft: Draft, stock: Stock, rng: Random) -> bytes:
    """An agency's paper: its name above, its person's contact at each foot, the candidate's data in a box."""
    sheet = Sheet(draft, size=9, left=58, right=58, top=86, bottom=70, ink="#7a4b00")
    name = next((one for one in stock["agency_names"] if one in draft.footer), stock["agency_names"][0])

    def paint(canvas: Any, page: int) -> None:
        canvas.setFillColor("#7a4b00")
        canvas.setFont(sheet.bold, 12)
        canvas.drawString(58, 800, name)
        canvas.setFillColor("#222222")
        canvas.setFont(sheet.font, 7.4)
        for index, line in enumerate(_split(draft.footer, 125)):
            canvas.drawString(58, 40 - 9 * index, line)
        canvas.drawRightString(537, 800, f"{page}")

    word = "Kandidat" if draft.language == "de" else "Candidate"
    box = [[sheet.say(word, sheet.strong), sheet.say(mark(draft.person.full))], ["", sheet.say(mark(draft.headline))]]
    box += [
        [
            sheet.say(mark(draft.contact_heading), sheet.strong) if index == 0 else "",
            sheet.say(mark(contact_typed(item))),
        ]
        for index, item in enumerate(draft.contact)
    ]
    sheet.story.append(
        sheet.table(
            box,
            [110, sheet.width - 110],
            [("BOX", (0, 0), (-1, -1), 0.7, "#7a4b00"), ("LEFTPADDING", (0, 0), (-1, -1), 6)],
        )
    )
    for section in draft.sections:
        sheet.head(mark(section.heading))
        sheet.story += sheet.texts(section, "»")
        for station in section.stations:
            _agency_entry(sheet, station, section)
    return sheet.finish(paint)


def _agency_entry(sheet: Sheet, station: Station, _section: Section) -> None:
    row = [sheet.say(mark(station.title), sheet.strong), sheet.say(mark(station.period), sheet.right_text)]
    sheet.story.append(sheet.table([row], [sheet.width - 165, 165], [("LINEBELOW", (0, 0), (-1, -1), 0.3, "#b08a50")]))
    if station.company:
        sheet.add(mark(station.company))
    sheet.story += sheet.lines(station, "»")
