"""What the fresh half says is true of a CV stands in its texts and on its pages."""

from __future__ import annotations

import re
from functools import cache
from random import Random

import phonenumbers
import pytest

from tests.corpus.blind.fresh_drafting import draft
from tests.corpus.blind.fresh_half import FRESH
from tests.corpus.blind.fresh_periods import SHORT, pick_style
from tests.corpus.blind.generator import make_sample
from tests.corpus.blind.model import Draft, Month, Sample, State, Truth
from tests.corpus.blind.silences import longest_silence, silent_since, stations
from tests.corpus.blind.spots import find_spots, page_words
from tests.months import MONTHS

Drawn = tuple[Draft, dict[str, Truth]]
UNDRAWN = ("docx_box",)  # text boxes, heads and feet are not on MuPDF's pages
LASTING = re.compile(r"heute|dato|seit|laufend|jetzt|present|since|today|ongoing|current|to date|now", re.IGNORECASE)
CODE = re.compile(r"\b[A-ZÄÖÜ]{2,}[-/. ]?\d?\b")


@cache
def drafts() -> tuple[Drawn, ...]:
    return tuple(draft(FRESH.words[seed % 2], Random(f"fresh-truth/{seed}"), "")[:2] for seed in range(300))


@cache
def samples() -> tuple[Sample, ...]:
    return tuple(make_sample(FRESH, index, 3) for index in range(40))


def texts(one: Draft) -> list[str]:
    found = [one.headline, one.footer, *(item.text for item in one.contact)]
    for section in one.sections:
        found += section.texts
        for station in section.stations:
            found += [station.period, station.title, station.company, *(text for _, text in station.lines)]
    return found


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_period_says_its_years_its_months_and_whether_it_lasts(language: str) -> None:
    for seed in range(400):
        rng = Random(seed)
        style = pick_style(language, rng, exact=seed % 2 == 0)
        start: Month = (rng.randint(1988, 2021), rng.randint(1, 12))
        end: Month | None = (start[0] + rng.randint(1, 4), rng.randint(1, 12)) if seed % 3 else None
        text = style(start, end)
        assert bool(LASTING.search(text)) == (end is None), text
        for year, month in (start, end) if end else (start,):
            assert f"{year % 100:02d}" in text, text
            names = (MONTHS[language][month - 1], SHORT[language][month - 1].rstrip("."), f"{month:02d}")
            assert not style.exact or any(name in text for name in names), text


def test_silence_and_age_are_what_the_truth_says() -> None:
    seen = set()
    limits = {
        "silence": (19, 47),
        "brief silence": (12, 16),
        "lasting": (0, 12),
        "lately": (0, 12),
        "long ago": (0, 12),
        "a year ago": (0, 12),
    }
    ages = {"lasting": (0, 0), "lately": (1, 8), "long ago": (36, 120), "a year ago": (14, 19)}
    for one, truth in drafts():
        variant = truth["currency"].variant
        seen.add(variant)
        if truth["projects"].variant in {"umbrella and list", "dated lines"}:
            continue
        if variant in limits:
            assert limits[variant][0] <= longest_silence(one) <= limits[variant][1], (variant, one.sections)
        if variant in ages:
            age = silent_since(one)
            assert ages[variant][0] <= age <= ages[variant][1]
        assert variant != "old stamp" or any(quote in "".join(texts(one)) for quote in truth["currency"].quotes)
    assert {*limits, *ages, "old stamp", "silence explained"} <= seen


def test_an_explained_silence_has_its_reason_in_the_document() -> None:
    reasons = tuple(reason for words in FRESH.words for reason in words["pauses"])
    for one, truth in drafts():
        if truth["currency"].variant == "silence explained":
            assert any(reason in text for text in texts(one) for reason in reasons)


def test_a_missing_project_list_has_fewer_than_two_mandates_and_a_listed_one_three() -> None:
    for one, truth in drafts():
        count = sum(station.mandate for station in stations(one))
        if truth["projects"].state is State.LACKING:
            assert count < 2
            assert all(quote in " ".join(texts(one)) for quote in truth["projects"].quotes)
        elif truth["projects"].variant in {"listed", "umbrella and list"}:
            assert count >= 3
        elif truth["projects"].variant == "dated lines":
            umbrella = next(station for station in stations(one) if station.end is None and not station.context)
            assert len(umbrella.lines) >= 3


def test_context_and_tasks_are_told_or_not_as_the_truth_says() -> None:
    for one, truth in drafts():
        real = [
            station
            for station in stations(one)
            if station.company and not (station.end is None and not station.mandate)
        ]
        if truth["context"].state is State.LACKING:
            assert not any(station.context for station in real)
        if truth["context"].state is State.FINE and truth["projects"].variant != "umbrella":
            assert sum(bool(station.context) for station in real) >= len(real) - 1
        kinds = [{kind for kind, _ in station.lines} for station in real]
        if truth["tasks"].state is State.FINE:
            assert sum(bool(one & {"task", "prose"}) for one in kinds) >= len(real) - 1
        if truth["tasks"].state is State.LACKING:
            assert not any(one & {"task", "result"} for one in kinds)


def test_unexplained_names_are_many_where_clarity_is_lacking() -> None:
    for _, truth in drafts():
        quotes = truth["clarity"].quotes
        assert bool(quotes) == (truth["clarity"].state is State.LACKING)
        assert not quotes or len(quotes) >= 4
        assert sum(bool(CODE.search(quote)) for quote in quotes) >= len(quotes) // 2


def test_planted_places_and_own_addresses_are_on_the_pages() -> None:
    for sample in samples():
        words = page_words(sample.clean, sample.name.rsplit(".", 1)[1])
        if sample.layout in UNDRAWN:
            continue
        for criterion, truth in sample.truth.items():
            missing = [quote for quote in truth.quotes if not find_spots(words, quote)]
            torn = len(truth.quotes) // 4  # a page's foot may stand amid a line
            assert len(missing) <= torn, (sample.name, criterion, missing)
        spelled = sample.truth["contact"].variant.startswith("link")
        assert spelled or all(find_spots(words, mail) for mail in sample.contacts.emails), sample.name


def test_own_and_others_numbers_are_valid_and_apart() -> None:
    for sample in samples():
        numbers = [*sample.contacts.phones, *(other for other in sample.contacts.others if "@" not in other)]
        assert [number for number in numbers if not phonenumbers.is_valid_number(phonenumbers.parse(number))] == []
        assert not {*sample.contacts.phones, *sample.contacts.emails} & set(sample.contacts.others)
