"""Sizes told by words that few CVs have: their patterns are made when a text holds one."""

from __future__ import annotations

import re

import pytest

from reviewer.checks.company_patterns import find_sizes
from reviewer.checks.vocabulary import load


@pytest.mark.parametrize("key", ["people_seldom", "capacity", "people_label_seldom", "revenue_seldom"])
def test_every_seldom_word_begins_with_letters_by_which_a_text_is_known_to_hold_it(key: str) -> None:
    assert load("sizes")[key]
    for word in load("sizes")[key]:
        assert re.match(r"[^\W\d_]/?[^\W\d_](?![?*|])", word), word


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Klinik mit 240 Planbetten", "240 Planbetten"),
        ("Kanzlei mit rund 120 angestellten Anwälten", "rund 120 angestellten Anwälten"),
        ("Praxen mit zuletzt 240 Ärztinnen und Ärzten", "240 Ärztinnen und Ärzten"),
        (
            "Schulen mit 1.200 sehr gut ausgebildeten Lehrkräften",
            "1.200 sehr gut ausgebildeten Lehrkräften",
        ),
        ("Personalstand: 340", "Personalstand: 340"),
        ("Loan book of £240m", "Loan book of £240m"),
        ("EUR 40 Mio. Prämienvolumen", "EUR 40 Mio. Prämienvolumen"),
        ("1.200 Mitarbeiter, 300 Wohneinheiten", "1.200 Mitarbeiter"),
        ("Personalleiter, 300 Bewerbungen", None),
        ("2014: Berater", None),
    ],
)
def test_a_size_is_found_by_a_usual_word_and_by_a_seldom_one(text: str, told: str | None) -> None:
    assert [text[begin:end] for _, begin, end in find_sizes(text)[:1]] == ([told] if told else [])
