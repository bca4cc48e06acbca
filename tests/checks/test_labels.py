"""Labels of an entry's parts are known alone and joined, and taken off what stands behind them."""

from __future__ import annotations

import pytest

from reviewer.checks.labels import is_label, without_label


@pytest.mark.parametrize(
    "text",
    [
        "Aufgaben",
        "AUFGABEN:",
        "• Tasks and results:",
        "Main activities and responsibilities",
        "Aufgaben, Ziele und Ergebnisse",
        "Branche",
        "Branche / Aufgaben",
        "Aufgaben / Branche:",
    ],
)
def test_a_label_is_known_alone_and_joined_with_others(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize(
    "text", ["", "–", "Aufgabenliste", "Aufgaben: Einkauf", "Gewerbe und Aufgaben", "Aufgaben und Einkauf"]
)
def test_more_words_than_labels_are_no_label(text: str) -> None:
    assert not is_label(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Aufgaben: Aufbau eines Werks: zwei Linien", "Aufbau eines Werks: zwei Linien"),
        ("• Tasks and results – : Built a plant", "Built a plant"),
        ("Aufgaben", ""),
        ("Aufgaben Einkauf: zwei Linien", "Aufgaben Einkauf: zwei Linien"),
        ("Aufbau: zwei Linien", "Aufbau: zwei Linien"),
    ],
)
def test_what_stands_behind_labels_and_their_colon_is_left(text: str, told: str) -> None:
    assert without_label(text) == told
