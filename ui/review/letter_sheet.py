"""What the letter pane shows."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.domain.letter import Language
from ui.along_choice import Along

KEPT = "kept"
"""The choice of the letter that is already on its way or gone, beside those that a decision would send."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSheet:
    """The letter pane's content; options are (value, name) of the letters one can look at.

    along is what goes along; None where nothing ever does.
    """

    chosen: str
    options: tuple[tuple[str, str], ...]
    language: Language
    remark: str
    subject: str
    body: str
    lead_ins: tuple[str, ...]
    read_only: bool
    edited: bool
    fresh: bool
    along: Along | None = None
