"""Accents that old typesetting drew as signs of their own, beside the letters that bear them."""

from __future__ import annotations

import pytest

from reviewer.checks.flow import make_flow
from reviewer.domain.pages import DocumentKind
from reviewer.domain.reading import Reading, ReadPage, ReadWord
from tests.checks.builders import lines, make_reading


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ("Pers\u00a8onliche T\u00a8atigkeit f\u00a8ur \u00a8Osterreich", "Persönliche Tätigkeit für Österreich"),
        ("Gru\u00a8nder und Geba\u00a8udeverka\u00a8ufer", "Gründer und Gebäudeverkäufer"),
        ("Pers\u0308onliche fu\u0308r", "Persönliche für"),
        ("Ren\u00b4e, Andre\u00b4 und Caf\u00b4e", "René, André und Café"),
        (
            "Forˆet, Espa\u02dcna, Fran\u00b8cois, Hlava\u02c7c, \u02daAngstr\u00a8om",
            "Forêt, España, François, Hlavač, Ångström",
        ),
        ("tr`es", "très"),
    ],
)
def test_letters_bear_the_accents_drawn_before_or_after_them(drawn: str, meant: str) -> None:
    assert make_flow(make_reading(lines(drawn))).text == meant


@pytest.mark.parametrize("written", ["geht\u00b4s O\u00b4Neill dell\u00b4arte we\u00b4re", "it`s `all` dell`arte"])
def test_apostrophes_stay_what_they_are(written: str) -> None:
    text = make_flow(make_reading(lines(written))).text
    assert text.replace(" \u0301", "\u00b4") == written


def test_a_word_that_its_accent_parts_is_one_and_the_place_covers_both_halves() -> None:
    halves = [("Pers", 60.0, 80.0), ("\u0308onliche", 80.4, 110.0), ("Daten", 113.0, 140.0)]
    words = tuple(
        ReadWord(text=text, rect=(left, 40, right, 52), size=10, bold=False, hidden=False, block=0, line=0)
        for text, left, right in halves
    )
    flow = make_flow(Reading(kind=DocumentKind.PDF, pages=(ReadPage(width=595, height=842, words=words),)))
    assert flow.text == "Persönliche Daten"
    place = flow.place(0, len("Persönliche"))
    assert (place.text, place.rect) == ("Persönliche", (60.0, 40, 110.0, 52))
