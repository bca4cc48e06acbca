"""Stations: every dated entry of work is found, and no date of a detail is taken for one."""

from __future__ import annotations

from datetime import date

from reviewer.checks.view import View, make_view
from tests.checks.builders import Cell, lines, make_reading

TODAY = date(2026, 11, 23)


def look(*texts: str) -> View:
    return make_view(make_reading(lines(*texts)), TODAY)


def periods(view: View) -> list[str]:
    return [f"{one.stint.period.first}/{one.stint.period.last or 'now'}" for one in view.stations]


def test_single_years_among_periods_are_entries_where_they_are_set_alike() -> None:
    view = look(
        "Projekte",
        "2024 – 2025", "Interim Werkleiter, Muster AG", "Aufbau einer zweiten Linie",
        "2023", "Interim Einkaufsleiter, Beispiel GmbH", "Neue Lieferanten gewonnen",
        "2021 – 2022", "Interim CFO, Probe KG", "Berichtswesen aufgebaut; Audit 2021 bestanden",
        "2019 – 2020", "Interim COO, Vorlage SE", "Zwei Werke zusammengelegt",
    )  # fmt: skip
    assert periods(view) == ["2024-01/2025-12", "2023-01/2023-12", "2021-01/2022-12", "2019-01/2020-12"]


def test_a_year_within_a_task_begins_no_entry() -> None:
    view = look(
        "Berufserfahrung",
        "03/2018 – 12/2020 Werkleiter, Muster AG",
        "2019 Einführung einer neuen Planung",
        "01/2014 – 02/2018 Fertigungsleiter, Beispiel GmbH",
        "05/2010 – 12/2013 Meister, Probe KG",
    )
    assert periods(view) == ["2018-03/2020-12", "2014-01/2018-02", "2010-05/2013-12"]


def test_words_that_merely_hold_a_word_of_other_dates_hide_no_entry() -> None:
    view = look(
        "Mandate",
        "Finanzvorstand auf Zeit, 11/2024 bis 8/2026",
        "Einführung der Planung",
        "Verwaltungsvorstand auf Zeit, 2/2022 bis 9/2024",
        "Neuordnung der Verwaltung",
    )
    assert periods(view) == ["2024-11/2026-08", "2022-02/2024-09"]


def test_a_period_broken_over_the_cells_of_a_table_dates_its_entry() -> None:
    cells: list[Cell] = [(60.0, 0.0, "Projekte")]
    for n in range(3):
        cells += [(60.0, 2.0 + 3 * n, f"01.02.202{n} bis"), (60.0, 3.0 + 3 * n, f"30.09.202{n + 1}")]
        cells += [(160.0, 2.0 + 3 * n, "Muster AG, Ulm"), (300.0, 2.0 + 3 * n, "Werkleiter auf Zeit")]
        cells += [(160.0, 3.0 + 3 * n, "Maschinenbau"), (300.0, 3.0 + 3 * n, "Aufbau der Fertigung")]
    found = periods(make_view(make_reading(cells), TODAY))
    assert found == [f"202{n}-02/202{n + 1}-09" for n in range(3)]
