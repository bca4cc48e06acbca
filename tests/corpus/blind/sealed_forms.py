"""Layouts of the sealed half that fill forms: project sheets, European form, grid of merged cells, agency's profile."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.corpus.blind.drawing import contact_markup, mark
from tests.corpus.blind.model import Draft, Section, Station
from tests.corpus.blind.sealed_shape import Stock
from tests.corpus.blind.sealed_sheet import Sheet

LABELS = {
    "de": ("Zeitraum", "Unternehmen", "Funktion", "Beschreibung", "Name", "Kontakt", "Vita"),
    "en": ("Period", "Company", "Role", "Description", "Name", "Contact", "Career"),
}


def _field_rows(sheet: Sheet, station: Station, labels: tuple[str, ...], names: set[str]) -> list[list[Any]]:
    """Lines that begin with a field's name become rows of their own; the rest is the description."""
    heads = [(labels[0], station.period), (labels[1], station.company), (labels[2], station.title)]
    found: list[list[Any]] = [
        [sheet.say(mark(name), sheet.strong), sheet.say(mark(text))] for name, text in heads if text
    ]
    rest: list[tuple[str, str]] = []
    for kind, text in station.lines:
        name, sign, value = text.partition(": ")
        if sign and kind in {"context", "line"} and name in names:
            found.append([sheet.say(mark(name), sheet.strong), sheet.say(mark(value))])
        else:
            rest.append((kind, text))
    if rest:
        other = Station(station.start, station.end, "", "", "", station.mandate, lines=rest)
        found.append([sheet.say(mark(labels[3]), sheet.strong), sheet.lines(other)])
    return found


def project_sheets(draft: Draft, words: Stock, rng: Random) -> bytes:
    """A box for each station with its fields' names at the left."""
    from reportlab.platypus import KeepTogether

    sheet = Sheet(draft, size=9, left=50, right=50, ink="#6b2d1f")
    labels, shade = LABELS[words.language], rng.choice(("#eeeeee", "#f3ece4", "#e6eef2"))
    names = {name for names in words.field_names for name in names}
    sheet.add(mark(draft.document_title), sheet.grey)
    sheet.add(mark(draft.person.full), sheet.name)
    sheet.add(mark(draft.headline))
    sheet.add(sheet.contact("<br/>"))
    for section in draft.sections:
        sheet.head(mark(section.heading))
        sheet.story += sheet.texts(section)
        for station in section.stations:
            rows = _field_rows(sheet, station, labels, names)
            box = [
                ("GRID", (0, 0), (-1, -1), 0.4, "#999999"),
                ("BACKGROUND", (0, 0), (0, -1), shade),
                ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ]
            sheet.story.append(KeepTogether(sheet.table(rows, [96, sheet.width - 96], box)))
            sheet.space(7)
    return sheet.finish()


FORM_LABELS = {
    "de": ("Zeitraum", "Beruf oder Funktion", "Arbeitgeber", "Tätigkeiten und Zuständigkeiten", "Nachname / Vorname"),
    "en": (
        "Dates",
        "Occupation or position held",
        "Employer",
        "Main activities and responsibilities",
        "Surname / First name",
    ),
}


def european_form(draft: Draft, words: Stock, rng: Random) -> bytes:
    """Labels right-aligned in the left third, a thin line between; two or three lines' names for each station."""
    sheet = Sheet(draft, size=9, left=40, right=52, ink="#1c3f94")
    labels, third = FORM_LABELS[words.language], 150.0
    rows: list[list[Any]] = []

    def row(label: str, content: Any, *, strong: bool = False) -> None:
        style = sheet.styled(sheet.strong if strong else sheet.text, alignment=2, rightIndent=6)
        rows.append([sheet.say(mark(label), style), content])

    row(draft.document_title, "", strong=True)
    row(labels[4], sheet.say(f"<b>{mark(draft.person.full)}</b>"))
    for item in draft.contact:
        row("", sheet.say(contact_markup(item)))
    row("", sheet.say(mark(draft.headline)))
    for section in draft.sections:
        row(section.heading, "", strong=True)
        for part in sheet.texts(section):
            row("", part)
        for station in section.stations:
            _form_station(sheet, station, labels, row)
    line = [("LINEAFTER", (0, 0), (0, -1), 0.5, "#7f8fb5"), ("LEFTPADDING", (1, 0), (1, -1), 8)]
    sheet.story.append(sheet.table(rows, [third, sheet.width - third], line))
    _ = rng
    return sheet.finish()


def _form_station(sheet: Sheet, station: Station, labels: tuple[str, ...], row: Any) -> None:
    row(labels[0], sheet.say(mark(station.period)))
    row(labels[1], sheet.say(f"<b>{mark(station.title)}</b>"))
    if station.company:
        row(labels[2], sheet.say(mark(station.company)))
    for index, part in enumerate(sheet.lines(station)):
        row("" if index else labels[3], part)


GRID_HEADS = {"de": ("Zeit", "Firma", "Position / Inhalt"), "en": ("When", "Company", "Position / contents")}


def merged_grid(draft: Draft, words: Stock, rng: Random) -> bytes:
    """A ruled table; period and company are cells merged over the rows of title and lines."""
    sheet = Sheet(draft, font=rng.choice(("Helvetica", "Times-Roman")), size=8.6, left=45, right=45)
    sheet.add(mark(draft.document_title), sheet.heading)
    sheet.add(f"<b>{mark(draft.person.full)}</b> – {mark(draft.headline)}")
    sheet.add(sheet.contact("; "))
    widths = [88.0, 140.0, sheet.width - 228.0]
    for section in draft.sections:
        sheet.head(mark(section.heading))
        sheet.story += sheet.texts(section, "-")
        if not section.stations:
            continue
        rows: list[list[Any]] = [[sheet.say(mark(head), sheet.strong) for head in GRID_HEADS[words.language]]]
        styles: list[tuple[Any, ...]] = [
            ("GRID", (0, 0), (-1, -1), 0.5, "#444444"),
            ("BACKGROUND", (0, 0), (-1, 0), "#dddddd"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ]
        for station in section.stations:
            first = len(rows)
            lines = sheet.lines(station, "-")
            rows.append(
                [
                    sheet.say(mark(station.period)),
                    sheet.say(mark(station.company)),
                    sheet.say(f"<b>{mark(station.title)}</b>"),
                ]
            )
            rows += [["", "", part] for part in lines]
            styles += [("SPAN", (column, first), (column, len(rows) - 1)) for column in (0, 1)]
            styles.append(("NOSPLIT", (0, first), (-1, len(rows) - 1)))
        sheet.story.append(sheet.table(rows, widths, styles))
    return sheet.finish()


def agency_profile(draft: Draft, words: Stock, rng: Random) -> bytes:
    """On an agency's paper: a coloured bar, the profile's number, initials where nobody is to call the person."""
    sheet = Sheet(draft, size=9.2, left=56, right=56, top=96, bottom=66, ink="#0b5345")
    labels = LABELS[words.language]
    number = f"{rng.randint(1000, 9999)}"
    hidden = not any("@" in item.text + item.target for item in draft.contact)
    shown = " ".join(f"{part[0]}." for part in draft.person.name.split()) if hidden else draft.person.full

    def paint(canvas: Any, page: int) -> None:
        canvas.setFillColor("#0b5345")
        canvas.rect(0, 780, 595, 62, stroke=0, fill=1)
        canvas.setFillColor("#ffffff")
        canvas.setFont(sheet.bold, 15)
        canvas.drawString(56, 806, "MERIDIAN EXECUTIVES")
        canvas.setFont(sheet.font, 9)
        canvas.drawRightString(
            539, 806, f"{draft.document_title} Nr. {number}" if words.language == "de" else f"Profile no. {number}"
        )
        canvas.setFillColor("#444444")
        canvas.setFont(sheet.font, 7.5)
        canvas.drawString(56, 32, draft.footer)
        canvas.drawRightString(539, 32, f"{page}")

    rows = [
        [sheet.say(labels[4], sheet.strong), sheet.say(mark(shown))],
        [sheet.say(labels[6], sheet.strong), sheet.say(mark(draft.headline))],
    ]
    if draft.contact:
        rows.append([sheet.say(labels[5], sheet.strong), sheet.say(sheet.contact("<br/>"))])
    sheet.story.append(sheet.table(rows, [90, sheet.width - 90], [("LINEBELOW", (0, 0), (-1, -1), 0.3, "#bbbbbb")]))
    for section in draft.sections:
        title = sheet.styled(
            sheet.heading, backColor="#d8ebe5", borderPadding=(2, 3, 2, 3), spaceBefore=14, spaceAfter=6
        )
        sheet.head(mark(section.heading), title)
        sheet.story += _profile_part(sheet, section)
    return sheet.finish(paint)


def _profile_part(sheet: Sheet, section: Section) -> list[Any]:
    found = sheet.texts(section)
    for station in section.stations:
        head = f"{mark(station.period)} | <b>{mark(station.title)}</b>"
        found.append(sheet.say(head, sheet.styled(sheet.text, spaceBefore=5, keepWithNext=1)))
        found += [sheet.say(mark(station.company), sheet.grey)] if station.company else []
        found += sheet.lines(station)
    return found
