"""Whatever stands in a document, in whatever order, the pre-check comes to six proposals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reviewer.checks.countries import Countries
from reviewer.checks.phones import find_phones
from reviewer.checks.run import check
from reviewer.documents.reader import DocumentReader
from reviewer.domain.reading import ReadWord
from tests.corpus.blind.generator import find_half, make_sample
from tests.corpus.blind_evaluate import nothing_stored

AS_OF = date(2026, 11, 25)
SIGNS = "()[]+0123456789/-–\t\n·.@|& "
STUCK = ("", "(", "–", "@", "+", "12", "\u200b", "„", "/", "=", "0" * 12, "19", ".")
CHANGES = ("drop", "shuffle", "double", "capitals", "stick")


def changed(words: list[ReadWord], change: str, rng: Random) -> list[ReadWord]:
    match change:
        case "drop":
            return [word for word in words if rng.random() > 0.3]
        case "shuffle":
            return rng.sample(words, len(words))
        case "double":
            return words + rng.sample(words, len(words) // 3)
        case "capitals":
            return [word._replace(text=word.text.upper()) for word in words]
        case _:
            return [word._replace(text=word.text + rng.choice(STUCK)) for word in words]


@given(signs=some.text(alphabet=SIGNS, min_size=8, max_size=40))
def test_signs_that_numbers_are_written_with_make_numbers_or_none(signs: str) -> None:
    text = f"10115 Berlin\n{signs}\nanna.beispiel@example.org"
    for number, begin, end in find_phones(text, [], Countries(near=text, whole=text)):
        assert number.startswith("+")
        assert 0 <= begin < end <= len(text)


def test_brackets_that_a_stroke_parts_from_a_number_are_none() -> None:
    text = "4163)4+4–314]-\t–\t[11(16[2 anna.beispiel@example.org"
    assert all(number[1:].isdigit() for number, *_ in find_phones(text, [], Countries(near=text, whole=text)))


@pytest.mark.parametrize("change", CHANGES)
def test_words_in_disorder_are_judged_all_the_same(change: str) -> None:
    reader = DocumentReader(nothing_stored)
    rng = Random(change)
    half = find_half("open")
    try:
        for index in range(20):
            reading = reader.reading(make_sample(half, index, seed=7).document)
            pages = tuple(replace(page, words=tuple(changed(list(page.words), change, rng))) for page in reading.pages)
            findings = check(replace(reading, pages=pages), AS_OF)
            assert len(findings.proposals) == 6
    finally:
        reader.close()
