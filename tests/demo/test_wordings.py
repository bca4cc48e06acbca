"""The wordings: both languages alike, every slot known, every letter in a font."""

from __future__ import annotations

import re
from random import Random

import pytest

from reviewer.demo.grammar import feminine
from reviewer.demo.looks import FAMILIES, make_look
from reviewer.demo.periods import write_period
from reviewer.demo.sheet import TextStyle, wrap
from reviewer.demo.wordings import Deck, fill, read_table, read_words
from reviewer.domain.letter import Language


def test_both_languages_offer_the_same() -> None:
    german, english = read_words(Language.DE), read_words(Language.EN)
    assert german.fields.keys() == english.fields.keys()
    assert german.blocks.keys() == english.blocks.keys()
    assert german.labels.keys() == english.labels.keys()
    assert german.fields.keys() == read_table("employers")["fields"].keys()


@pytest.mark.parametrize("language", tuple(Language))
def test_every_slot_of_every_wording_is_filled(language: Language) -> None:
    words, rng = read_words(language), Random(1)
    fields = [text for field in words.fields.values() for text in (*field.tasks, *field.results, *field.occasions)]
    blocks = [text for key, block in words.blocks.items() if key != "opening" for text in block]
    for text in (*fields, *blocks):
        assert not re.search(r"[{}]", fill(text, rng, words))


@pytest.mark.parametrize("language", tuple(Language))
def test_there_are_twelve_variants_of_what_every_cv_says(language: Language) -> None:
    words = read_words(language)
    for key in ("opening", "middle", "closing", "tasks", "reporting", "jargon", "codes", "programs", "degrees"):
        assert len(set(words.blocks[key])) >= 12
    for field in words.fields.values():
        assert len(set(field.tasks)) >= 12
        assert len({*field.results, *words.blocks["results"]}) >= 12
        assert len({*field.occasions, *words.blocks["occasions"]}) >= 12


def test_every_name_can_be_drawn() -> None:
    from reportlab.pdfbase.pdfmetrics import getFont

    make_look(Random(1), "vera", (10, 10), "")
    known = set.intersection(*(set(getFont(name).face.charToGlyph) for name in FAMILIES["vera"]))
    for origin in read_table("people")["origins"]:
        for name in (*origin["women"], *origin["men"], *origin["unknown"], *origin["last"]):
            assert {ord(letter) for letter in name} <= known | set(map(ord, " '")), name


def test_letters_beyond_western_europe_get_a_font_that_has_them() -> None:
    assert make_look(Random(1), "serif", (10, 10), "Žižek").family == FAMILIES["serif"]
    assert make_look(Random(1), "serif", (10, 10), "Kovačič").family == FAMILIES["vera"]


def test_a_deck_repeats_no_card_before_all_have_come() -> None:
    deck = Deck(Random(1), "abcde")
    assert sorted(deck.draw() for _ in range(5)) == list("abcde")
    assert len(set(deck.draw_some(4))) == 4
    assert len(deck.draw_some(9)) == 5


def test_wrapped_lines_fit_and_lose_nothing() -> None:
    style = TextStyle(font="Courier", size=10)
    text = "Ein Satz mit einem Donaudampfschifffahrtsgesellschaftskapitän und mehr"
    lines = wrap(text, style, 90)
    assert max(len(line) for line in lines) <= 15
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("role", "hers"),
    (
        ("Kaufmännischer Leiter", "Kaufmännische Leiterin"),
        ("Generalbevollmächtigter", "Generalbevollmächtigte"),
        ("Ausbildung zum Industriekaufmann", "Ausbildung zur Industriekauffrau"),
        ("Interim COO", "Interim COO"),
    ),
)
def test_a_woman_writes_her_role_in_the_feminine(role: str, hers: str) -> None:
    assert feminine(role) == hers


@pytest.mark.parametrize(
    ("writing", "end", "now", "written"),
    (
        (0, 2014 * 12 + 6, "", "03/2012 – 07/2014"),
        (4, 2014 * 12 + 6, "", "März 2012 – Juli 2014"),
        (7, 2014 * 12 + 6, "", "2012-03 – 2014-07"),
        (2, None, "heute", "03.2012 – heute"),
        (10, None, "", "seit 2012"),
    ),
)
def test_periods_are_written_in_the_authors_manner(writing: int, end: int | None, now: str, written: str) -> None:
    assert write_period(2012 * 12 + 2, end, writing, 0, now, read_words(Language.DE)) == written
