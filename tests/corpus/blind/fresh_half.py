"""The half by a fourth author, who saw neither rules nor the other halves' wordings."""

from __future__ import annotations

from tests.corpus.blind import fresh_canvas, fresh_docx, fresh_flow, fresh_html
from tests.corpus.blind.fresh_drafting import draft
from tests.corpus.blind.fresh_shape import Stock, load
from tests.corpus.blind.generator import Half

FRESH: Half[Stock] = Half(
    "fresh",
    (load("de"), load("en")),
    {
        "lead_dates": fresh_flow.lead_dates,
        "grey_dates": fresh_html.grey_dates,
        "right_rail": fresh_canvas.right_rail,
        "docx_headings": fresh_docx.docx_headings,
        "ledger": fresh_flow.ledger,
        "running_head": fresh_html.running_head,
        "time_line": fresh_canvas.time_line,
        "cover_sheet": fresh_flow.cover_sheet,
        "docx_two_cells": fresh_docx.docx_two_cells,
        "essay": fresh_html.essay,
        "colour_band": fresh_flow.colour_band,
        "two_columns": fresh_canvas.two_columns,
        "dark_left": fresh_html.dark_left,
        "annex": fresh_flow.annex,
        "docx_box": fresh_docx.docx_box,
        "own_letter": fresh_flow.own_letter,
        "cards": fresh_html.cards,
        "agency_sheet": fresh_flow.agency_sheet,
        "docx_running": fresh_docx.docx_running,
        "tasks_first": fresh_html.tasks_first,
    },
    draft,
)
