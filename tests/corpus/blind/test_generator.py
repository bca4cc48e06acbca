"""The blind corpus is the same each time, and its truth agrees with its documents."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest

from tests.corpus.blind.generator import find_half, make_sample
from tests.corpus.blind.model import CRITERIA, Sample, State
from tests.corpus.blind.spots import find_spots, page_words

HALVES = ("open", "report", "sealed", "fresh")
UNDRAWN = ("docx_tables", "docx_matrix", "docx_tabs", "docx_box")  # their headers and footers are not on MuPDF's pages


@cache
def samples(half: str) -> list[Sample]:
    return [make_sample(find_half(half), index, 7) for index in range(len(find_half(half).layouts))]


@pytest.mark.parametrize("half", HALVES)
def test_a_seed_gives_the_same_words_and_the_same_truth_again(half: str) -> None:
    for index in (1, 6, 9):
        first, second = samples(half)[index], make_sample(find_half(half), index, 7)
        kind = first.name.rsplit(".", 1)[1]
        assert first.truth == second.truth
        assert page_words(first.clean, kind) == page_words(second.clean, kind)


@pytest.mark.parametrize("half", HALVES)
def test_truth_speaks_of_all_criteria_and_every_quoted_defect_has_its_place(half: str) -> None:
    for sample in samples(half):
        assert set(sample.truth) == set(CRITERIA)
        for criterion, truth in sample.truth.items():
            quoted = truth.state is State.LACKING and bool(truth.quotes)
            assert not quoted or sample.spots[criterion] or sample.layout in UNDRAWN, (sample.name, criterion)
            assert truth.state is not State.FINE or not truth.quotes


@pytest.mark.parametrize("half", HALVES)
def test_own_contact_data_is_whole_where_contact_is_fine_and_nowhere_where_it_is_lacking(half: str) -> None:
    for sample in samples(half):
        state = sample.truth["contact"].state
        assert (bool(sample.contacts.emails) and bool(sample.contacts.phones)) == (state is State.FINE)
        assert state is not State.LACKING or not (sample.contacts.emails or sample.contacts.phones)
        assert not set(sample.contacts.phones) & set(sample.contacts.others)
        if sample.layout not in UNDRAWN and not sample.truth["contact"].variant.startswith("link"):
            words = page_words(sample.clean, sample.name.rsplit(".", 1)[1])
            assert all(find_spots(words, address) for address in sample.contacts.emails), sample.name


@pytest.mark.parametrize(("one", "other"), list(combinations(HALVES, 2)))
def test_the_halves_share_no_person_layout_or_company(one: str, other: str) -> None:
    first, second = find_half(one), find_half(other)
    assert not set(first.layouts) & set(second.layouts)
    for ours, theirs in zip(first.words, second.words, strict=True):
        assert not {person.name for person in ours.people} & {person.name for person in theirs.people}
        assert not set(ours.companies) & set(theirs.companies)
        assert not set(ours.claims) & set(theirs.claims)
        assert not set(ours.jargon) & set(theirs.jargon)
