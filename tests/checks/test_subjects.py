"""Statements between a title and a task: fields of work, and what holds for any post."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from reviewer.checks.statements import Kind
from reviewer.domain.findings import Verdict
from tests.checks.builders import lines, make_reading
from tests.checks.test_statements import kind


@pytest.mark.parametrize(
    "text",
    [
        "Themen: Einkauf, Logistik, Qualität",
        "Lean, Six Sigma, Change",
        "Accounting, controlling, tax",
        "Covering payroll, IT and administration",
        "Focus on HR",
        "Schwerpunkt Arbeitssicherheit",
        "Tagesgeschäft",
        "Allgemeine Leitungsaufgaben",
    ],
)
def test_fields_and_what_holds_for_any_post_are_subjects(text: str) -> None:
    assert kind(text) is Kind.SUBJECTS


@pytest.mark.parametrize(
    "text",
    [
        "Maschinenbau, Logistik",
        "Leiter Einkauf, Logistik",
        "Muster GmbH, Vertrieb, Service",
        "Einkauf neu geordnet, 3 % gespart",
    ],
)
def test_trades_titles_companies_and_doings_are_none(text: str) -> None:
    assert kind(text) is not Kind.SUBJECTS


@pytest.mark.parametrize("text", ["Vertragsart: freie Mitarbeit, 13 Tage im Monat", "Full time, on site, some travel"])
def test_the_terms_of_a_post_are_no_task(text: str) -> None:
    assert kind(text) is Kind.NOTHING


def test_entries_that_name_nothing_but_their_fields_leave_it_open() -> None:
    entries = [
        line
        for year in range(2010, 2018, 2)
        for line in (
            f"01/{year} – 12/{year + 1}",
            "Interim CFO, Muster GmbH (Maschinenbau, 450 Mitarbeiter)",
            "Themen: Finanzen, Controlling, IT",
        )
    ]
    reading = make_reading(lines("Petra Muster", "Projekte und Mandate als Managerin auf Zeit", "Projekte", *entries))
    found = check(reading, date(2018, 6, 1))
    assert next(one for one in found.proposals if one.criterion == "tasks").verdict is Verdict.UNSURE
