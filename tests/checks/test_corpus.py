"""A small draw of the development corpus: no rule may spoil what the others find."""

from __future__ import annotations

import pytest

from reviewer.domain.findings import Verdict
from tests.corpus.careers import CRITERIA
from tests.corpus.evaluate import UNREADABLE, Judged, judge, make_cases, tally


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return [judge(case) for case in make_cases(3, held=True)]


@pytest.mark.parametrize("criterion", CRITERIA)
def test_hardly_a_defect_is_missed_or_made_up(judged: list[Judged], criterion: str) -> None:
    counts = tally([one for one in judged if one.case.layout not in UNREADABLE], criterion)
    assert counts["Ll"] >= 2
    assert counts["Lf"] <= 1
    assert counts["Fl"] <= 1
    assert counts["hit"] >= 0.8 * counts["shown"]


def test_contacts_are_those_that_were_written(judged: list[Judged]) -> None:
    read = [one for one in judged if one.case.layout not in UNREADABLE]
    assert [
        one.case.layout
        for one in read
        if one.findings.contacts.emails != ((one.case.cv.email,) if one.case.cv.email else ())
    ] == []


def test_pictures_without_text_are_always_unsure(judged: list[Judged]) -> None:
    scans = [one for one in judged if one.case.layout in UNREADABLE]
    assert scans
    assert all(proposal.verdict is Verdict.UNSURE for one in scans for proposal in one.findings.proposals)
