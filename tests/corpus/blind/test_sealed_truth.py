"""What the sealed half says is true of a CV can be counted in what the CV says."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from tests.corpus.blind.model import Draft, State, Truth
from tests.corpus.blind.sealed_drafting import draft
from tests.corpus.blind.sealed_half import SEALED
from tests.corpus.blind.silences import longest_silence, silent_since, stations

Drawn = tuple[Draft, dict[str, Truth]]


@cache
def drafts() -> tuple[Drawn, ...]:
    return tuple(draft(SEALED.words[seed % 2], Random(f"truth/{seed}"), "")[:2] for seed in range(400))


@pytest.mark.parametrize(
    ("variant", "between", "until_today"),
    [
        ("lasting", (0, 12), (0, 0)),
        ("lately", (0, 12), (0, 12)),
        ("long ago", (0, 12), (36, 200)),
        ("silence", (20, 80), (0, 12)),
        ("brief silence", (13, 15), (0, 0)),
        ("a year ago", (0, 12), (13, 20)),
        ("newly independent", (0, 12), (0, 12)),
    ],
)
def test_silence_is_as_long_as_the_truth_says(
    variant: str, between: tuple[int, int], until_today: tuple[int, int]
) -> None:
    found = [one for one, truth in drafts() if truth["currency"].variant == variant]
    assert found
    for one in found:
        assert between[0] <= longest_silence(one) <= between[1], one.sections
        assert until_today[0] <= silent_since(one) <= until_today[1]


def test_an_explained_silence_has_its_reason_in_the_document() -> None:
    reasons = {reason for words in SEALED.words for reason in words.pauses}
    for one, truth in drafts():
        if truth["currency"].variant == "silence explained":
            texts = [text for section in one.sections for text in section.texts]
            texts += [station.title for station in stations(one)]
            assert any(reason in text for text in texts for reason in reasons)


def test_a_missing_project_list_has_fewer_than_two_mandates_and_a_listed_one_three() -> None:
    for one, truth in drafts():
        count = sum(station.mandate for station in stations(one))
        if truth["projects"].state is State.LACKING:
            assert count < 2
        elif truth["projects"].variant.startswith("listed"):
            assert count >= 3


def test_where_context_or_tasks_are_lacking_nearly_no_station_gives_them() -> None:
    for one, truth in drafts():
        real = [station for station in stations(one) if station.company]
        if truth["context"].state is State.LACKING:
            assert sum(bool(station.industry and station.size) for station in real) <= 1
        if truth["context"].state is State.FINE and truth["context"].variant != "employer told once":
            assert sum(bool(station.size) for station in real) >= len(real) - 2
        if truth["tasks"].state is State.LACKING:
            told = [station for station in real if any(kind in {"prose", "result"} for kind, _ in station.lines)]
            assert len(told) <= 1
