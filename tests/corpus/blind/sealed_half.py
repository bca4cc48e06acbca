"""The half whose author saw neither rules nor the other halves' wordings; only its figures are made known."""

from __future__ import annotations

from tests.corpus.blind import (
    sealed_canvas,
    sealed_docx,
    sealed_flow,
    sealed_forms,
    sealed_html,
    sealed_words_de,
    sealed_words_en,
)
from tests.corpus.blind.generator import Half
from tests.corpus.blind.sealed_drafting import draft
from tests.corpus.blind.sealed_shape import Stock

SEALED: Half[Stock] = Half(
    "sealed",
    (sealed_words_de.WORDS, sealed_words_en.WORDS),
    {
        "dates_right": sealed_flow.dates_right,
        "project_sheets": sealed_forms.project_sheets,
        "icon_column": sealed_canvas.icon_column,
        "american": sealed_flow.american,
        "docx_tabs": sealed_docx.docx_tabs,
        "dates_margin": sealed_flow.dates_margin,
        "european_form": sealed_forms.european_form,
        "academic": sealed_html.academic,
        "small_print": sealed_flow.small_print,
        "docx_form": sealed_docx.docx_form,
        "spaced": sealed_flow.spaced,
        "merged_grid": sealed_forms.merged_grid,
        "web_profile": sealed_html.web_profile,
        "agency_profile": sealed_forms.agency_profile,
        "docx_rows": sealed_docx.docx_rows,
        "even_columns": sealed_canvas.even_columns,
    },
    draft,
)
