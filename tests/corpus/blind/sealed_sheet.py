"""Styles, paragraphs and page decoration that the sealed half's flowing layouts share."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from tests.corpus.blind.drawing import contact_markup, family, mark
from tests.corpus.blind.model import Draft, Section, Station

Paint = Callable[[Any, int], None]


class Sheet:
    """The flowables of one document; width is what its frame leaves for text, in points."""

    def __init__(
        self,
        draft: Draft,
        *,
        font: str = "Helvetica",
        size: float = 9.5,
        page: tuple[float, float] = (595.0, 842.0),
        left: float = 57,
        right: float = 57,
        top: float = 50,
        bottom: float = 54,
        ink: str = "#000000",
    ) -> None:
        from reportlab.lib.styles import ParagraphStyle

        self.draft, self.page = draft, page
        self.left, self.right, self.top, self.bottom = left, right, top, bottom
        self.font, self.bold = family(draft, font)
        self.size = size
        self.width = page[0] - left - right
        self.text = ParagraphStyle("text", fontName=self.font, fontSize=size, leading=size * 1.28, spaceAfter=1.5)
        self.strong = ParagraphStyle("strong", parent=self.text, fontName=self.bold)
        self.right_text = ParagraphStyle("right", parent=self.text, alignment=2)
        self.centred = ParagraphStyle("centred", parent=self.text, alignment=1)
        self.grey = ParagraphStyle("grey", parent=self.text, textColor="#5c5c5c")
        self.dot = ParagraphStyle("dot", parent=self.text, leftIndent=10, bulletIndent=1, spaceAfter=0.5)
        self.name = ParagraphStyle(
            "name", parent=self.text, fontName=self.bold, fontSize=size * 1.9, leading=size * 2.3, textColor=ink
        )
        self.heading = ParagraphStyle(
            "heading", parent=self.strong, fontSize=size * 1.2, leading=size * 1.6, spaceBefore=9, spaceAfter=3, textColor=ink,
        )  # fmt: skip
        self.story: list[Any] = []

    def styled(self, base: Any, **changes: Any) -> Any:
        from reportlab.lib.styles import ParagraphStyle

        return ParagraphStyle(f"{base.name}-{len(changes)}", parent=base, **changes)

    def say(self, markup: str, style: Any = None, **more: Any) -> Any:
        from reportlab.platypus import Paragraph

        return Paragraph(markup, style or self.text, **more)

    def add(self, markup: str, style: Any = None) -> None:
        self.story.append(self.say(markup, style))

    def head(self, markup: str, style: Any = None) -> None:
        """A heading that does not stand alone at a page's foot."""
        from reportlab.platypus import CondPageBreak

        self.story += [CondPageBreak(self.size * 6), self.say(markup, style or self.heading)]

    def space(self, points: float) -> None:
        from reportlab.platypus import Spacer

        self.story.append(Spacer(1, points))

    def rule(self, colour: str = "#000000", thick: float = 0.6) -> None:
        from reportlab.platypus import HRFlowable

        self.story.append(HRFlowable(width="100%", thickness=thick, color=colour, spaceBefore=1, spaceAfter=3))

    def bullet(self, text: str, sign: str = "•") -> Any:
        return self.say(mark(text), self.dot, bulletText=sign)

    def lines(self, station: Station, sign: str = "•") -> list[Any]:
        """A paragraph for each line of a station."""
        found = []
        for kind, text in station.lines:
            if kind in {"task", "result"}:
                found.append(self.bullet(text, sign))
            else:
                found.append(self.say(mark(text), self.strong if kind == "label" else self.text))
        return found

    def texts(self, section: Section, sign: str = "•") -> list[Any]:
        if section.kind == "list":
            return [self.bullet(text, sign) for text in section.texts]
        return [self.say(mark(text)) for text in section.texts]

    def contact(self, between: str) -> str:
        return between.join(contact_markup(item) for item in self.draft.contact)

    def table(self, rows: list[list[Any]], widths: list[float], styles: list[tuple[Any, ...]]) -> Any:
        from reportlab.platypus import Table

        plain = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ]
        return Table(rows, colWidths=widths, style=[*plain, *styles])

    def finish(self, paint: Paint | None = None) -> bytes:
        """paint draws on each page; the footer stands below unless paint is given."""
        from reportlab.platypus import SimpleDocTemplate

        def decorate(canvas: Any, document: Any) -> None:
            canvas.saveState()
            if paint:
                paint(canvas, document.page)
            else:
                canvas.setFont(self.font, 7.5)
                canvas.drawString(self.left, self.bottom - 22, self.draft.footer)
                canvas.drawRightString(self.page[0] - self.right, self.bottom - 22, str(document.page))
            canvas.restoreState()

        found = io.BytesIO()
        SimpleDocTemplate(
            found, pagesize=self.page, leftMargin=self.left - 6, rightMargin=self.right - 6, topMargin=self.top - 6,
            bottomMargin=self.bottom - 6, title=self.draft.document_title, author=self.draft.person.name, invariant=1,
        ).build(self.story, onFirstPage=decorate, onLaterPages=decorate)  # fmt: skip
        return found.getvalue()
