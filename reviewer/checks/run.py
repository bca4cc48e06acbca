"""The pre-check of one document. Its rules, word lists and patterns are loaded where the first document needs them."""

from __future__ import annotations

import gc
from datetime import date

from reviewer.checks.vocabulary import rules_version
from reviewer.domain.findings import Findings
from reviewer.domain.pages import DocumentKind
from reviewer.domain.reading import Reading, ReadPage, ReadWord

__all__ = ["check", "rules_version", "warm_up"]

_WARM = (
    "und der die das mit von für im bei zur zum auf",
    "warm@example.org",
    "Tel. +49 30 23125 101",
    "Projekte",
    "03/2014 – heute Interim Werkleiter, Muster GmbH (Maschinenbau, 450 Mitarbeiter, 80 Mio. € Umsatz)",
    "- Aufbau der Fertigungssteuerung",
    "01/2012 – 02/2014 Werkleiter, Beispiel AG",
)


def warm_up() -> None:
    """Load word lists, patterns and libraries, so that the first document is as quick as the others."""
    words = tuple(
        ReadWord(
            text=text,
            rect=(60.0, 20.0 * line, 300.0, 20.0 * line + 12),
            size=10,
            bold=False,
            hidden=False,
            block=line,
            line=0,
        )
        for line, text in enumerate(_WARM)
    )
    page = ReadPage(width=595, height=842, words=words)
    check(Reading(kind=DocumentKind.PDF, pages=(page,)), date(2026, 1, 1))


def check(reading: Reading, today: date) -> Findings:
    """The pre-check of a document on a day.

    It looks for no garbage in between: nearly none is made, and among the many words of the lists it takes long.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        from reviewer.checks.judging import judge

        return judge(reading, today)
    finally:
        if collecting:
            gc.enable()
