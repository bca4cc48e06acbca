"""Strangers' text is fit for one line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.mail.plain_text import single_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Petra \t Weiß\r\n", "Petra Weiß"),
        ("Pe\u00adtra", "Petra"),
        ("\ufeffPetra\u200b", "Petra"),
        ("\uf0b7 Werkleiter", "Werkleiter"),
        ("a\ud800b", "ab"),
        ("u\u0308ber", "über"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("Petra\u00a0Weiß", "Petra Weiß"),
        ("abcdefghijk", "abcdefghi…"),
        ("", ""),
    ],
)
def test_text_is_fit_for_one_line(text: str, expected: str) -> None:
    assert single_line(text, 10) == expected or len(expected) > 10
    assert single_line(text, 100) in {expected, text}


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_nothing_but_visible_characters_and_single_spaces_is_left(text: str, longest: int) -> None:
    line = single_line(text, longest)
    assert len(line) <= longest
    assert line == line.strip()
    kinds = {unicodedata.category(character) for character in line if character not in " \u200c\u200d"}
    assert not {kind for kind in kinds if kind[0] == "C" or kind in {"Zl", "Zp", "Zs"}}
    assert "  " not in line
