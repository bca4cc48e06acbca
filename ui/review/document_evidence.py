"""Evidence pinned to a document: what a mark is, in which ink it is drawn, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.ids import EvidenceId
from reviewer.i18n import gettext as _
from ui.review.document_layout import Rect
from ui.tokens import LIGHT, Token
from ui.widgets.labels import plain_tooltip


class Tone(StrEnum):
    """What the criterion's answer makes of its evidence."""

    BAD = "bad"
    OK = "ok"
    NEUTRAL = "neutral"
    UNSURE = "unsure"


_INK: dict[Tone, Token] = {Tone.BAD: "bad", Tone.OK: "ok", Tone.NEUTRAL: "accent", Tone.UNSURE: "warn"}
"""Pages are white in the light and in the dark theme, so the inks on them are the light theme's in both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One pin as the page shows it; page from 1, rect in points, quote is the applicant's text.

    A proposed one is nobody's pin yet and drawn hollow; lit is the one somebody asked for. Number 0 has no badge.
    """

    id: EvidenceId
    number: int
    page: int
    rect: Rect
    quote: str = ""
    tone: Tone = Tone.NEUTRAL
    focused: bool = False
    proposed: bool = False
    lit: bool = False


def mark_ink(mark: Mark) -> str:
    """The colour of a mark, on pages, which are white in the light and in the dark theme."""
    return LIGHT[_INK[mark.tone]]


def tooltip(mark: Mark) -> str:
    """Which criterion, and the quote as plain text."""
    form = _("Criterion {number}, page {page}")
    if not mark.number:
        form = _("Page {page}")
    elif mark.proposed:
        form = _("Criterion {number}, page {page}, proposed by the pre-check")
    title = form.format(number=mark.number, page=mark.page)
    quote = mark.quote or _("Part of the page, without text")
    return plain_tooltip(f"{title}\n{quote}")
