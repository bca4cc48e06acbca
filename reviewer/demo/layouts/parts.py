"""What the drawn layouts share: entries as lines, rows with a label column, sections in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reportlab.pdfgen.canvas import Canvas

from reviewer.demo.cv import Cv, Entry
from reviewer.demo.looks import Look
from reviewer.demo.sheet import Frame, Line, Sheet, measure

PAGE_WIDTH, PAGE_HEIGHT = 595.27, 841.89
Draw = Callable[[Cv, Look, Canvas], None]
Heading = Callable[[str], None]
Row = Callable[[str, Sequence[Line]], None]
PROJECTS_FIRST = ("profile", "focus", "projects", "stations", "education", "trainings", "extras", "dated")
STATIONS_FIRST = ("stations", "projects", "education", "trainings", "focus", "extras", "dated")


def bare(sheet: Sheet) -> None:
    """A page without header and footer."""


def page_frame(left: float, right: float, bottom: float, top: float) -> Frame:
    """The frame inside these margins of an A4 page, all in points from the page's edges."""
    return Frame(left=left, bottom=bottom, width=PAGE_WIDTH - left - right, top=PAGE_HEIGHT - top)


def cased(look: Look, heading: str) -> str:
    """A heading in capitals where the look wants them."""
    return heading.upper() if look.capitals else heading


def entry_lines(cv: Cv, look: Look, entry: Entry, *, period: bool = False) -> list[Line]:
    """One entry as paragraphs, with its period on top where no column shows it."""
    role = Line(text=entry.role, style=look.bold())
    employer = Line(text=entry.employer, style=look.text(1.0))
    if look.employer_first and entry.employer:
        role, employer = Line(text=entry.employer, style=look.bold()), Line(text=entry.role, style=look.italic())
    lines = [Line(text=entry.period, style=look.text(0.92, look.accent))] if period else []
    lines += [role, employer]
    lines.append(Line(text=entry.context_line, style=look.italic(0.93)))
    if entry.occasion:
        lines.append(Line(text=f"{cv.labels['occasion']}: {entry.occasion}", style=look.text(before=2.0)))
    lines += _work_lines(cv, look, entry)
    return [line for line in lines if line.text]


def _work_lines(cv: Cv, look: Look, entry: Entry) -> list[Line]:
    tasks, results = cv.labels["tasks"], cv.labels["results"]
    told_results = "; ".join(entry.results)
    if look.entry_style == 3 and entry.results:
        return [
            Line(text=f"{tasks}: {'; '.join(entry.tasks)}.", style=look.text(before=2.0)),
            Line(text=f"{results}: {told_results}.", style=look.text(before=2.0)),
        ]
    lines = bulleted(look, entry.tasks)
    if look.entry_style == 1 and entry.results:
        lines.insert(0, Line(text=f"{tasks}:", style=look.bold(0.95, before=2.0)))
    if entry.results and look.entry_style == 2:
        lines.append(Line(text=f"{results}: {told_results}", style=look.italic(1.0, "#1a1a1a", before=2.0)))
    elif entry.results:
        lines.append(Line(text=f"{results}:", style=look.bold(0.95, before=2.0)))
        lines += bulleted(look, entry.results)
    return lines


def bulleted(look: Look, texts: Iterable[str]) -> list[Line]:
    """Texts as a list with the look's bullet."""
    return [Line(text=text, style=look.text(), bullet=look.bullet) for text in texts]


def row_in_columns(sheet: Sheet, look: Look, label_width: float, gap: float = 7.0) -> Row:
    """Rows with the label in a column of its own at the left."""

    def row(label: str, lines: Sequence[Line]) -> None:
        body_width = sheet.frame.width - label_width
        sheet.need(min(measure(lines, body_width), look.size * 5))
        top, place = sheet.y, (sheet.page, sheet.frame)
        below = sheet.place(
            [Line(text=label, style=look.text(0.95))], sheet.frame.left, top, min(label_width - 10, 130)
        )
        sheet.write(lines, left=label_width)
        if place == (sheet.page, sheet.frame):
            sheet.y = min(sheet.y, below)
        sheet.skip(gap)

    return row


def row_in_flow(sheet: Sheet, look: Look, gap: float = 7.0) -> Row:
    """Rows with the label as a line above the text."""

    def row(label: str, lines: Sequence[Line]) -> None:
        sheet.need(min(measure(lines, sheet.frame.width), look.size * 5))
        if label:
            sheet.write([Line(text=label, style=look.text(0.92, look.accent))])
        sheet.write(lines)
        sheet.skip(gap)

    return row


def ruled_heading(sheet: Sheet, look: Look, scale: float = 1.2) -> Heading:
    """Headings in the accent colour with a line under them."""

    def heading(text: str) -> None:
        sheet.need(look.size * 7)
        sheet.skip(8)
        sheet.write([Line(text=cased(look, text), style=look.bold(scale, look.accent))])
        sheet.y -= 3
        sheet.rule(look.accent)
        sheet.y -= 6

    return heading


def tell(
    cv: Cv, look: Look, heading: Heading, row: Row, order: Sequence[str] = PROJECTS_FIRST, *, periods: bool = True
) -> None:
    """Write the CV's sections in this order; periods False leaves them out of the label column."""
    for section in order:
        match section:
            case "profile":
                heading(cv.labels["profile"])
                row("", [Line(text=" ".join(cv.profile), style=look.text())])
            case "focus":
                heading(cv.labels["focus"])
                row("", bulleted(look, cv.focus))
            case "projects" | "stations":
                _tell_entries(cv, look, heading, row, section, periods=periods)
            case "education":
                heading(cv.labels["education"])
                for year, degree in cv.education:
                    row(year, [Line(text=degree, style=look.text())])
            case "dated":
                if cv.dated:
                    row("", [Line(text=cv.dated, style=look.text(0.9, before=8.0))])
            case _:
                for key, texts in _short_sections(cv, section):
                    heading(cv.labels[key])
                    row("", [Line(text=", ".join(texts), style=look.text())])


def _tell_entries(cv: Cv, look: Look, heading: Heading, row: Row, section: str, *, periods: bool) -> None:
    entries = cv.projects if section == "projects" else cv.stations
    if entries:
        heading(cv.labels[section])
    for entry in entries:
        row(entry.period if periods else "", entry_lines(cv, look, entry, period=not periods))


def _short_sections(cv: Cv, section: str) -> list[tuple[str, tuple[str, ...]]]:
    extras = [
        ("languages", cv.languages),
        ("software", cv.software),
        ("industries", cv.industries),
        ("memberships", cv.memberships),
        ("hobbies", (cv.hobbies,) if cv.hobbies else ()),
    ]
    wanted = [("trainings", cv.trainings)] if section == "trainings" else extras
    return [(key, texts) for key, texts in wanted if texts]


def contact_lines(cv: Cv, look: Look, scale: float = 1.0, colour: str = "#1a1a1a") -> list[Line]:
    """Contact data one under the other, or the hint that stands in its place."""
    lines = [Line(text=f"{label}: {value}", style=look.text(scale, colour)) for label, value in cv.contact]
    if not lines and cv.contact_hint:
        lines = [Line(text=cv.contact_hint, style=look.italic(scale, colour))]
    return lines
