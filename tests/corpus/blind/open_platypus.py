"""Layouts of the open half drawn with flowing paragraphs: classic, europass, matrix, letter."""

from __future__ import annotations

import io
from random import Random
from typing import Any

from tests.corpus.blind.drawing import contact_markup, contact_text, family, head_line, mark, portrait, tone
from tests.corpus.blind.model import Draft, Section, Station
from tests.corpus.blind.words import Words


class Page:
    """Styles and flowables of one document, and the footer of its pages."""

    def __init__(
        self, draft: Draft, *, font: str = "Helvetica", size: float = 9.5, landscape: bool = False, margin: float = 55
    ) -> None:
        from reportlab.lib.pagesizes import A4
        from reportlab.lib.styles import ParagraphStyle

        self.draft = draft
        self.font, self.bold = family(draft, font)
        self.size = size
        self.page = (A4[1], A4[0]) if landscape else A4
        self.margin = margin
        self.body = ParagraphStyle("body", fontName=self.font, fontSize=size, leading=size * 1.32, spaceAfter=2)
        self.strong = ParagraphStyle("strong", parent=self.body, fontName=self.bold)
        self.small = ParagraphStyle("small", parent=self.body, fontSize=size - 1.5, leading=size * 1.15)
        self.name = ParagraphStyle("name", parent=self.body, fontName=self.bold, fontSize=size * 2, leading=size * 2.5)
        self.heading = ParagraphStyle(
            "heading",
            parent=self.body,
            fontName=self.bold,
            fontSize=size * 1.35,
            leading=size * 1.8,
            spaceBefore=10,
            spaceAfter=4,
        )
        self.bullet = ParagraphStyle("bullet", parent=self.body, leftIndent=11, bulletIndent=1, spaceAfter=0.5)
        self.story: list[Any] = []

    @property
    def width(self) -> float:
        return float(self.page[0] - 2 * self.margin)

    def text(self, words: str, style: Any = None) -> Any:
        from reportlab.platypus import Paragraph

        return Paragraph(words, style or self.body)

    def add(self, words: str, style: Any = None) -> None:
        self.story.append(self.text(words, style))

    def lines(self, station: Station, bullet: str = "•") -> list[Any]:
        from reportlab.platypus import Paragraph

        found = []
        for kind, words in station.lines:
            if kind in {"task", "result"}:
                found.append(Paragraph(mark(words), self.bullet, bulletText=bullet))
            else:
                found.append(
                    self.text(
                        f"<i>{mark(words)}</i>" if kind == "context" and self.font != "Inter" else mark(words),
                        self.strong if kind == "label" else self.body,
                    )
                )
        return found

    def table(
        self, rows: list[list[Any]], widths: list[float], commands: list[tuple[Any, ...]], **options: Any
    ) -> None:
        from reportlab.platypus import Table

        base = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ]
        self.story.append(Table(rows, colWidths=widths, style=[*base, *commands], **options))

    def photo(self, shade: int, width: float = 70) -> Any:
        from reportlab.platypus import Image

        return Image(io.BytesIO(portrait(shade)), width=width, height=width * 1.25)

    def finish(self, header: str = "") -> bytes:
        from reportlab.platypus import SimpleDocTemplate

        found = io.BytesIO()

        def margins(canvas: Any, document: Any) -> None:
            canvas.setFont(self.font, 7.5)
            canvas.drawString(self.margin, 26, self.draft.footer)
            canvas.drawRightString(self.page[0] - self.margin, 26, f"{self.draft.person.name}  {document.page}")
            if header:
                canvas.drawString(self.margin, self.page[1] - 30, header)

        document = SimpleDocTemplate(
            found,
            pagesize=self.page,
            leftMargin=self.margin,
            rightMargin=self.margin,
            topMargin=48,
            bottomMargin=46,
            invariant=1,
        )
        document.build(self.story, onFirstPage=margins, onLaterPages=margins)
        return found.getvalue()


def classic(draft: Draft, words: Words, rng: Random) -> bytes:
    """Centred name, ruled headings, periods in a left column."""
    from reportlab.platypus import HRFlowable

    page = Page(draft, font=rng.choice(("Helvetica", "Times-Roman")), size=rng.choice((9, 9.5, 10)))
    page.name.alignment = page.small.alignment = 1
    if rng.random() < 0.4:
        page.story.append(page.photo(tone(rng)))
    page.add(mark(draft.person.full), page.name)
    page.add(mark(draft.headline), page.small)
    if rng.random() < 0.3:
        header = "   ".join(contact_text(item) for item in draft.contact if not item.target)
        page.add(" · ".join(contact_markup(item) for item in draft.contact if item.target), page.small)
    else:
        header = ""
        page.add(" · ".join(contact_markup(item) for item in draft.contact), page.small)
    for section in draft.sections:
        page.add(mark(section.heading), page.heading)
        page.story.append(HRFlowable(width="100%", thickness=0.6, spaceAfter=4))
        dated_section(page, section, 100)
    return page.finish(header)


def dated_section(page: Page, section: Section, left: float) -> None:
    for text in section.texts:
        page.add(mark(text), page.body)
    for station in section.stations:
        page.table(
            [
                [
                    page.text(mark(station.period)),
                    [page.text(mark(head_line(station)), page.strong), *page.lines(station)],
                ]
            ],
            [left, page.width - left],
            [],
        )


def europass(draft: Draft, words: Words, rng: Random) -> bytes:
    """Labels right-aligned in a left column, values to the right, one table a section."""
    from reportlab.lib.colors import HexColor

    page = Page(draft, size=9.5)
    labels = page.strong.clone("labels", alignment=2, textColor=HexColor("#1b4f8a"))
    rows: list[list[Any]] = [
        [page.photo(tone(rng), 52), [page.text(mark(draft.person.full), page.name), page.text(mark(draft.headline))]]
    ]
    rows += [
        [
            page.text(mark(item.label.rstrip(":") or draft.contact_heading), labels),
            page.text(contact_markup(type(item)("", item.text, item.target))),
        ]
        for item in draft.contact
    ]
    for section in draft.sections:
        rows.append([page.text(mark(section.heading.upper()), labels), ""])
        rows += [["", page.text(mark(text))] for text in section.texts]
        rows += [
            [
                page.text(mark(one.period), labels),
                [page.text(mark(one.title), page.strong), page.text(mark(one.company)), *page.lines(one)],
            ]
            for one in section.stations
        ]
    page.table(rows, [130, page.width - 130], [("LINEAFTER", (0, 0), (0, -1), 0.7, HexColor("#9db7d5"))])
    return page.finish()


def matrix(draft: Draft, words: Words, rng: Random) -> bytes:
    """A landscape table of projects, one row each, with a repeated head."""
    from reportlab.lib.colors import grey, lightgrey

    page = Page(draft, size=8.5, landscape=True, margin=40)
    page.add(f"{mark(draft.document_title)} {mark(draft.person.full)}", page.name)
    page.add(mark(draft.headline), page.strong)
    page.add("<br/>".join(contact_markup(item) for item in draft.contact))
    for section in draft.sections:
        page.add(mark(section.heading), page.heading)
        for text in section.texts:
            page.add(mark(text), page.body)
        if not section.stations:
            continue
        rows: list[list[Any]] = [[page.text(mark(head), page.strong) for head in words.column_heads]]
        for one in section.stations:
            context = [(kind, line) for kind, line in one.lines if kind == "context"]
            rest = Station(
                one.start, one.end, "", "", "", one.mandate, lines=[pair for pair in one.lines if pair not in context]
            )
            rows.append(
                [
                    page.text(mark(one.period)),
                    [page.text(mark(one.company)), *(page.text(mark(line)) for _, line in context)],
                    page.text(mark(one.title)),
                    page.lines(rest, "-"),
                ]
            )
        share = page.width / 100
        page.table(
            rows,
            [share * 14, share * 24, share * 18, share * 44],
            [("GRID", (0, 0), (-1, -1), 0.4, grey), ("BACKGROUND", (0, 0), (-1, 0), lightgrey)],
            repeatRows=1,
        )
    return page.finish()


def letter(draft: Draft, words: Words, rng: Random) -> bytes:
    """A covering letter to somebody whose address stands in it, then the CV."""
    from reportlab.platypus import PageBreak, Spacer

    page = Page(draft, font="Times-Roman", size=10.5)
    page.add(mark(draft.person.full), page.strong)
    for item in draft.contact:
        page.add(contact_markup(item))
    page.story.append(Spacer(1, 40))
    for line in draft.letter[0].split("\n"):
        page.add(mark(line))
    page.story.append(Spacer(1, 30))
    for paragraph in draft.letter[1:]:
        page.add(mark(paragraph))
        page.story.append(Spacer(1, 10))
    page.add(mark(draft.person.name))
    page.story.append(PageBreak())
    page.add(mark(draft.document_title), page.name)
    page.add(mark(f"{draft.person.full} – {draft.headline}"))
    for section in draft.sections:
        page.add(mark(section.heading), page.heading)
        for text in section.texts:
            page.add(mark(text))
        for station in section.stations:
            page.add(f"<b>{mark(station.period)}</b>" if page.font != "Inter" else mark(station.period))
            page.add(mark(head_line(station)), page.strong)
            page.story += page.lines(station, "–")
            page.story.append(Spacer(1, 6))
    return page.finish()
