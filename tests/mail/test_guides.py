"""The house's guides are one page each, made of their texts, and can be read and searched."""

from __future__ import annotations

from typing import Any

import guides
import pymupdf as untyped_engine
import pytest

from reviewer.domain.letter import Language
from reviewer.mail.house import read_guide
from tests.mail.builders import CHECKLIST

engine: Any = untyped_engine


def words_of(content: bytes) -> list[str]:
    document = engine.open(stream=content, filetype="pdf")
    assert len(document) == 1
    words: list[str] = document[0].get_text().split()
    return words


@pytest.mark.parametrize("language", Language)
def test_a_guide_is_one_page_and_up_to_date_with_its_text(language: Language) -> None:
    kept = read_guide(language)
    assert words_of(kept) == words_of(guides.make_guide(guides.read_words(language.value))), "run `make letters`"
    told = guides.read_words(language.value)
    shown = " ".join(words_of(kept))
    for point in told["point"]:
        for text in point.values():
            assert " ".join(text.split()) in shown


@pytest.mark.parametrize("language", Language)
def test_a_guide_has_the_checklists_points_and_brings_its_fonts(language: Language) -> None:
    told = guides.read_words(language.value)
    assert [point["title"] for point in told["point"]] == [one.texts[language].title for one in CHECKLIST.criteria]
    document = engine.open(stream=read_guide(language), filetype="pdf")
    fonts = document[0].get_fonts()
    assert {name.partition("+")[2] for _, _, _, name, _, _ in fonts} == {"Inter-Regular", "Inter-SemiBold"}
    assert all(document.extract_font(font[0])[3] for font in fonts)


def test_a_guide_that_needs_a_second_page_is_not_made() -> None:
    words = guides.read_words("de")
    with pytest.raises(ValueError, match="does not fit on one page"):
        guides.make_guide({**words, "point": words["point"] * 2})
