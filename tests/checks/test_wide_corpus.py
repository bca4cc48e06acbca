"""A small draw of the wide corpus: what is told is found in every layout, and no contact of others is taken for own."""

from __future__ import annotations

import pytest

from reviewer.checks.run import check
from reviewer.domain.findings import Findings
from tests.corpus.lives import CRITERIA
from tests.corpus.wide import LAYOUTS, TODAY, Case, make_cases, tally


@pytest.fixture(scope="module")
def judged() -> list[tuple[Case, Findings]]:
    return [(case, check(case.reading, TODAY)) for case in make_cases(2)]


def test_contacts_are_those_that_were_written_in_every_layout(judged: list[tuple[Case, Findings]]) -> None:
    wrong = [
        case.layout
        for case, findings in judged
        if (findings.contacts.emails, findings.contacts.phones)
        != ((case.life.email,) if case.life.email else (), (case.life.e164,) if case.life.e164 else ())
    ]
    assert len(judged) == 2 * len(LAYOUTS)
    assert wrong == []


@pytest.mark.parametrize("criterion", CRITERIA)
def test_no_clear_defect_is_taken_for_fine_nor_the_other_way_round(
    judged: list[tuple[Case, Findings]], criterion: str
) -> None:
    counts = tally([(case.life, findings) for case, findings in judged], criterion)
    assert counts["Ll"] >= 1
    assert counts["Lf"] + counts["Fl"] <= 1
