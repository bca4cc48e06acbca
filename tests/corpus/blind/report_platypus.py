"""Layouts of the report half drawn with flowing paragraphs: right sidebar, fact sheets, two columns, a letter."""

from __future__ import annotations

import io
from random import Random
from typing import Any

from tests.corpus.blind.drawing import contact_markup, mark, tone
from tests.corpus.blind.model import Draft, Station
from tests.corpus.blind.open_platypus import Page
from tests.corpus.blind.words import Words

PAGE = (595.0, 842.0)


def build_frames(
    page: Page,
    frames: list[tuple[float, float, float, float]],
    later: list[tuple[float, float, float, float]],
    story: list[Any],
    paint: Any,
) -> bytes:
    """Frames as x, y, width, height from the bottom left; the first page may have others than the later ones."""
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    def make(boxes: list[tuple[float, float, float, float]]) -> list[Any]:
        return [Frame(*box, leftPadding=4, rightPadding=4, topPadding=2, bottomPadding=2) for box in boxes]

    found = io.BytesIO()
    document = BaseDocTemplate(found, pagesize=PAGE, invariant=1)
    document.addPageTemplates(
        [
            PageTemplate("first", make(frames), onPage=paint, autoNextPageTemplate="later"),
            PageTemplate("later", make(later), onPage=paint),
        ]
    )
    document.build(story)
    return found.getvalue()


def right_sidebar(draft: Draft, words: Words, rng: Random) -> bytes:
    """The career on the left; a pale column on the right with portrait, contact data and skills."""
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import FrameBreak, Spacer

    page = Page(draft, size=9)
    aside: list[Any] = [page.photo(tone(rng), 80), page.text(mark(draft.contact_heading), page.heading)]
    for item in draft.contact:
        if item.label:
            aside.append(page.text(mark(item.label), page.small))
        aside.append(page.text(contact_markup(type(item)("", item.text, item.target))))
    for section in draft.sections:
        if section.aside:
            aside += [
                page.text(mark(section.heading), page.heading),
                *(page.text(mark(text)) for text in section.texts),
            ]
    page.add(mark(draft.person.full), page.name)
    page.add(mark(draft.headline), page.strong)
    for section in draft.sections:
        if not section.aside:
            page.add(mark(section.heading), page.heading)
            page.story += [page.text(mark(text)) for text in section.texts]
            for one in section.stations:
                page.add(mark(one.title), page.strong)
                page.add(mark(f"{one.company}  |  {one.period}" if one.company else one.period))
                page.story += [*page.lines(one, "›" if page.font == "Inter" else "-"), Spacer(1, 5)]

    def paint(canvas: Any, document: Any) -> None:
        canvas.setFillColor(HexColor("#e8eef0"))
        canvas.rect(415, 0, 180, 842, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#444444"))
        canvas.setFont(page.font, 7)
        canvas.drawString(45, 22, draft.footer)

    main = (40.0, 36.0, 362.0, 776.0)
    return build_frames(page, [(422.0, 36.0, 162.0, 776.0), main], [main], [*aside, FrameBreak(), *page.story], paint)


def factsheet(draft: Draft, words: Words, rng: Random) -> bytes:
    """Each station a framed table of labels and values."""
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Spacer

    page = Page(draft, font=rng.choice(("Helvetica", "Times-Roman")), size=9.5)
    page.add(mark(draft.document_title), page.small)
    page.add(mark(draft.person.full), page.name)
    page.add(mark(draft.headline))
    page.table(
        [
            [page.text(mark(item.label or "–")), page.text(contact_markup(type(item)("", item.text, item.target)))]
            for item in draft.contact
        ]
        or [["", ""]],
        [90, page.width - 90],
        [],
    )
    grid = HexColor("#8aa39b")
    for section in draft.sections:
        page.add(mark(section.heading), page.heading)
        page.story += [page.text(mark(text)) for text in section.texts]
        for one in section.stations:
            rows: list[list[Any]] = [
                [page.text(mark(words.column_heads[0]), page.strong), page.text(mark(one.period))],
                [page.text(mark(words.column_heads[2]), page.strong), page.text(mark(one.title))],
            ]
            if one.company:
                rows.append([page.text(mark(words.column_heads[1]), page.strong), page.text(mark(one.company))])
            labelled = [
                (kind, text)
                for kind, text in one.lines
                if kind == "context" and ": " in text and not text.endswith(".")
            ]
            rows += [
                [page.text(mark(text.split(": ", 1)[0]), page.strong), page.text(mark(text.split(": ", 1)[1]))]
                for _, text in labelled
            ]
            rest = Station(
                one.start, one.end, "", "", "", one.mandate, lines=[pair for pair in one.lines if pair not in labelled]
            )
            if rest.lines:
                rows.append([page.text(mark(words.column_heads[3]), page.strong), page.lines(rest)])
            page.table(
                rows,
                [95, page.width - 95],
                [("BOX", (0, 0), (-1, -1), 0.8, grid), ("BACKGROUND", (0, 0), (0, -1), HexColor("#f0f4f2"))],
            )
            page.story.append(Spacer(1, 7))
    return page.finish()


def newspaper(draft: Draft, words: Words, rng: Random) -> bytes:
    """Name and contact data over the whole width, then two columns that run on."""
    from reportlab.platypus import FrameBreak, Spacer

    page = Page(draft, font="Times-Roman", size=9)
    top: list[Any] = [
        page.text(mark(draft.person.full), page.name),
        page.text(mark(draft.headline)),
        page.text("  //  ".join(contact_markup(item) for item in draft.contact)),
    ]
    for section in draft.sections:
        page.add(mark(section.heading), page.heading)
        page.story += [page.text(mark(text)) for text in section.texts]
        for one in section.stations:
            page.add(mark(one.period), page.small)
            page.add(mark(one.title), page.strong)
            if one.company:
                page.add(mark(one.company))
            page.story += [*page.lines(one, "–"), Spacer(1, 4)]

    def paint(canvas: Any, document: Any) -> None:
        canvas.setLineWidth(0.5)
        canvas.line(297, 45, 297, 720 if document.page == 1 else 805)
        canvas.setFont(page.font, 7)
        canvas.drawCentredString(297, 25, f"{draft.footer}  - {document.page} -")

    first = [(40.0, 725.0, 515.0, 90.0), (38.0, 40.0, 250.0, 680.0), (305.0, 40.0, 250.0, 680.0)]
    return build_frames(
        page, first, [(38.0, 40.0, 250.0, 770.0), (305.0, 40.0, 250.0, 770.0)], [*top, FrameBreak(), *page.story], paint
    )


def letter_flush(draft: Draft, words: Words, rng: Random) -> bytes:
    """A letter with the sender at the right, then a CV with titles left and periods right."""
    from reportlab.platypus import HRFlowable, PageBreak, Spacer

    page = Page(draft, size=10)
    right = page.body.clone("right", alignment=2)
    page.add(mark(draft.person.full), right)
    for item in draft.contact:
        page.add(contact_markup(item), right)
    page.story.append(Spacer(1, 30))
    page.story += [page.text(mark(line)) for line in draft.letter[0].split("\n")]
    page.story.append(Spacer(1, 36))
    for paragraph in [*draft.letter[1:], draft.person.full]:
        page.story += [page.text(mark(paragraph)), Spacer(1, 9)]
    page.story.append(PageBreak())
    page.add(mark(f"{draft.document_title}: {draft.person.full}"), page.name)
    page.add(mark(draft.headline))
    for section in draft.sections:
        page.add(mark(section.heading), page.heading)
        page.story += [HRFlowable(width="100%", thickness=1.2), *(page.text(mark(text)) for text in section.texts)]
        for one in section.stations:
            page.table(
                [[page.text(mark(one.title), page.strong), page.text(mark(one.period), right)]],
                [page.width - 170, 170],
                [],
            )
            if one.company:
                page.add(mark(one.company))
            page.story += page.lines(one)
    return page.finish()
