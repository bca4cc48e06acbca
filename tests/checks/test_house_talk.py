"""Slang of management and names of a house in ordinary words are found, ordinary professional prose is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.checks.house_talk import find_house_talk
from reviewer.checks.units import Unit

_ORDINARY = (Path(__file__).parent / "ordinary_prose.txt").read_text(encoding="utf-8").splitlines()


def found(*sentences: str, text: str = "") -> list[str]:
    units = [Unit(begin=at, end=at + 1, text=sentence, bullet=False) for at, sentence in enumerate(sentences)]
    return list(find_house_talk(units, (), text or "\n".join(sentences)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Leuchtturm-Thema mit Strahlkraft in die Fläche gebracht",
        "Begleitung der Mindset-Journey des Bereichs",
        "Aufbau des Enabler-Cockpits für die Werke",
        "Mit den Meistern die PS auf die Straße gebracht",
        "Silos aufgebrochen und das Mindset der Leitung geschärft",
        "Curated the enablement cockpit for plant managers",
        "Picked the low-hanging fruit first",
        "Set up a war room in the plant",
        "Got the team behind the North Star",
    ],
)
def test_one_sentence_of_slang_is_enough(sentence: str) -> None:
    assert found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Vorbereitung der Grünen Mappe für die Leitung",
        "Teilnahme an der Donnerstagsrunde",
        "Moderation der Hausrunde",
        "Moderation der Laternenrunde",
        "Vorsitz im sogenannten Schraubenkreis",
        "Pflege der „Wochenlinse“ für alle Bereiche",
        "Kept the Green Folder for the directors",
        "Chaired the Thursday circle of the plant",
        "Took part in the house round",
        "Spoke for the so-called pipe group",
        "Ran the “Corner Bench” with the foremen",
        "Looked after an application called Larkspur",
        "Betreuung einer Anwendung namens Holunder",
    ],
)
def test_one_name_of_the_house_is_enough(sentence: str) -> None:
    assert found(sentence)


def test_a_picture_or_a_word_of_fashion_alone_is_not() -> None:
    assert not found("Leitung der Keimzelle Vertrieb")
    assert not found("Das Mindset der Meister verändert")
    assert found("Leitung der Keimzelle Vertrieb", "Speerspitze für neue Märkte")


def test_big_words_need_three_or_one_of_fashion_and_four_halves_are_not_enough() -> None:
    assert found("Drove momentum around a bold vision of the plant")
    assert found("Vision und Mindset der Leitung entwickelt")
    assert found("Got buy-in from stakeholders and built momentum around a narrative")
    assert not found("A clear vision for the plant")
    assert not found("Governance, stakeholder roadmap and framework set up")


def test_figures_speak_for_a_sentence() -> None:
    assert found("Quick Wins und ein neues Mindset")
    assert not found("Quick Wins und ein neues Mindset, dadurch 2,4 Mio. € gespart")
    assert found("PS auf die Straße, Silos aufgebrochen, dadurch 2,4 Mio. € gespart")


@pytest.mark.parametrize(
    "sentence",
    [
        "Moderation der „Wochenlinse“ (Gespräch der Meister über die Ausbringung der Woche)",
        "Ran the “Corner Bench” (a daily talk of all foremen about safety)",
        "Ausgezeichnet mit dem Preis „Fabrik des Jahres“",
        "Relaunch of the brand “Morning Fresh”",
        "Auf die Blaue Karte EU vorbereitet und Six Sigma Green Belt erworben",
        "Bought a supplier called Larkspur Fittings Ltd",
        "Introduced a product named Salesforce",
        "The client's foreman's and the workers' requests",
    ],
)
def test_what_is_explained_or_bears_its_name_for_everybody_is_clear(sentence: str) -> None:
    assert not found(sentence)


@pytest.mark.parametrize("sentence", _ORDINARY)
def test_ordinary_professional_prose_is_clear(sentence: str) -> None:
    assert not found(sentence)


def test_a_name_in_quotes_that_an_abbreviation_follows_is_explained() -> None:
    assert not found("Leitung „Monatliche Ergebnisrunde“ (MER); alle zwei Wochen")
    assert found("Leitung „Monatliche Ergebnisrunde“ alle zwei Wochen")
    assert not found("CIO, Foxholes plc")
