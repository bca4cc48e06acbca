"""What a company does where it is said of it, and what is nobody's trade or size."""

from __future__ import annotations

import pytest

from tests.checks.test_statements import WIDE, stations

ENTRY = ("Berufserfahrung", "01/2015 – 12/2019 Werkleiter")


@pytest.mark.parametrize(
    "row",
    [
        "Das Unternehmen: Zwirnerei, 320 Mitarbeiter",
        "The business: folding boxes and trays, 400 employees",
        "Geschäft: Handel mit gebrauchten Paletten; 120 Mitarbeiter",
        "Fertighausbau / rund 260 Beschäftigte",
        "Regionalfernsehen, 170 Mitarbeiter",
    ],
)
def test_a_trade_is_told_behind_words_for_the_company_or_beside_its_size(row: str) -> None:
    told = stations(*WIDE, *ENTRY, "Muster AG, Trier", row)[0]
    assert told.industry
    assert told.size


@pytest.mark.parametrize(
    ("row", "size"),
    [
        ("Das Unternehmen: Muster Nord GmbH, 320 Mitarbeiter", True),
        ("Das Unternehmen wurde mehrfach umgebaut", False),
        ("Line authority over 24 people", False),
    ],
)
def test_no_trade_is_told_by_a_name_a_sentence_or_a_rank(row: str, size: bool) -> None:
    told = stations(*WIDE, *ENTRY, "Muster AG, Trier", row)[0]
    assert not told.industry
    assert bool(told.size) is size


def test_a_number_in_a_cell_belongs_to_the_label_before_it() -> None:
    told = stations(*WIDE, *ENTRY, "Muster AG, Trier", "Disziplinarisch geführt:", "17 Personen")[0]
    assert not told.size


def test_how_long_an_entry_lasted_is_no_doing() -> None:
    assert not stations(*WIDE, *ENTRY, "Muster AG, Trier", "(4 Jahre 11 Monate)")[0].tasks
