"""The wide corpus as tables whose periods stand amid or last, and as cards abreast with their periods at the foot."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

from tests.corpus.lives import Entry, Life

_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=8.5, leading=10.5)
_WIDTHS = (95, 120, 110, 180)
_ABREAST = 2


def _text(words: str) -> Paragraph:
    return Paragraph(words, _BODY)


def _lines(entry: Entry) -> list[Any]:
    return [_text(f"• {line}") for line in entry.lines]


def _firm(entry: Entry) -> str:
    return ", ".join(filter(None, (entry.firm, entry.context)))


def _table(rows: Sequence[Sequence[Any]], widths: Sequence[float], *, middle: bool, head: bool) -> LongTable:
    height = "MIDDLE" if middle else "TOP"
    frame = [("GRID", (0, 0), (-1, -1), 0.4, "#999999")] if head else []
    style = TableStyle([*frame, ("VALIGN", (0, 0), (-1, -1), height), ("BOTTOMPADDING", (0, 0), (-1, -1), 6)])
    return LongTable(rows, colWidths=widths, repeatRows=int(head), style=style)


def ledger(life: Life, *, last: bool) -> bytes:
    """Columns of role, firm and tasks with the period third, in the middle of its row's height, or last at the top."""
    labels = life.words["labels"]
    names = [labels["role"], labels["firm"], labels["period"], labels["tasks"]]

    def rows(entries: Sequence[Entry]) -> LongTable:
        table = [[_text(f"<b>{name}</b>") for name in names]]
        table += [[_text(one.role), _text(_firm(one)), _text(one.period), _lines(one)] for one in entries]
        order = (0, 1, 3, 2) if last else (0, 1, 2, 3)
        chosen = [[row[place] for place in order] for row in table]
        return _table(chosen, [_WIDTHS[place] for place in order], middle=not last, head=True)

    return _set(life, rows)


def board(life: Life) -> bytes:
    """Cards two abreast, each with its period below what was done."""

    def rows(entries: Sequence[Entry]) -> LongTable:
        cards = [[_text(f"<b>{one.role}</b>"), _text(_firm(one)), *_lines(one), _text(one.period)] for one in entries]
        cards += [[]] * (-len(cards) % _ABREAST)
        pairs = [cards[at : at + _ABREAST] for at in range(0, len(cards), _ABREAST)]
        return _table(pairs, (255, 255), middle=False, head=False)

    return _set(life, rows)


def _set(life: Life, rows: Callable[[Sequence[Entry]], LongTable]) -> bytes:
    styles = getSampleStyleSheet()
    contacts = " | ".join(filter(None, (life.phone, life.email, life.hint)))
    story: list[Any] = [Paragraph(life.name, styles["Title"]), _text(contacts)]
    story += [_text(text) for text in (life.claim, life.words["profile"][life.seed % 3]) if text]
    for heading, entries in life.groups:
        story += [Paragraph(heading, styles["Heading2"]), rows(entries)]
    for heading, lines in life.sections:
        story += [Paragraph(heading, styles["Heading2"]), *map(_text, lines)]
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=A4, leftMargin=45, rightMargin=45).build([*story, _text(life.stamp)])
    return file.getvalue()
