"""The half whose wordings, people and layouts only its figures make known."""

from __future__ import annotations

from tests.corpus.blind import (
    report_canvas,
    report_docx,
    report_platypus,
    report_story,
    report_words_de,
    report_words_en,
)
from tests.corpus.blind.generator import Half, draft
from tests.corpus.blind.words import Words

REPORT: Half[Words] = Half(
    "report",
    (report_words_de.WORDS, report_words_en.WORDS),
    {
        "right_sidebar": report_platypus.right_sidebar,
        "factsheet": report_platypus.factsheet,
        "newspaper": report_platypus.newspaper,
        "letter_flush": report_platypus.letter_flush,
        "timeline": report_canvas.timeline,
        "plain_mail": report_canvas.plain_mail,
        "banner": report_story.banner,
        "swiss": report_story.swiss,
        "docx_boxes": report_docx.docx_boxes,
        "docx_matrix": report_docx.docx_matrix,
    },
    draft,
)
