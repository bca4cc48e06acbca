"""Titles of entries: neither a running number nor a label nor the signs of a period; forms keep their rows."""

from __future__ import annotations

import pytest

from reviewer.checks.view import make_view
from tests.checks.builders import Cell, lines, make_reading
from tests.checks.test_statements import WIDE, stations
from tests.checks.test_stations import TODAY

YEARS = (2021, 2018, 2015)
DEEDS = ("Verlagerung einer Fertigung", "Aufbau eines Einkaufs", "Sanierung eines Werks")
FIRMS = ("Muster AG", "Probe GmbH", "Vorlage SE")


@pytest.mark.parametrize("number", ["{}", "0{}", "{}.", "Nr. {}", "Projekt {}", "P{}"])
def test_the_running_number_of_a_table_is_no_title(number: str) -> None:
    cells: list[Cell] = [*lines(*WIDE, "Projektliste")]
    for place, (year, deed, firm) in enumerate(zip(YEARS, DEEDS, FIRMS, strict=True)):
        row = len(WIDE) + 2.0 + 3 * place
        cells += [(60.0, row, number.format(place + 1)), (120.0, row, f"{year} – {year + 2}")]
        cells += [(220.0, row, deed), (400.0, row, firm), (400.0, row + 1, "450 Mitarbeiter")]
    assert [one.title for one in make_view(make_reading(cells), TODAY).stations] == list(DEEDS)


@pytest.mark.parametrize("number", ["Projekt {}", "Mandat Nr. {}"])
def test_a_running_number_above_its_period_heads_the_entry_below_it(number: str) -> None:
    rows = ["Projekte"]
    for place, (year, deed) in enumerate(zip(YEARS, DEEDS, strict=True)):
        rows += [number.format(place + 1), f"03/{year} – 12/{year + 1}", deed, "- Zwei Linien verlagert"]
    found = stations(*WIDE, *rows)
    assert [one.title for one in found] == list(DEEDS)
    assert [[task.text for task in one.tasks][-1] for one in found] == ["Zwei Linien verlagert"] * len(YEARS)


@pytest.mark.parametrize("label", ["Einsatzdauer", "Projektlaufzeit:", "Engagement period", "Contract duration:"])
@pytest.mark.parametrize("beside", [True, False])
def test_the_label_of_a_period_is_no_title(label: str, beside: bool) -> None:
    cells: list[Cell] = [*lines(*WIDE, "Projekte")]
    row = len(WIDE) + 2.0
    for year, deed, firm in zip(YEARS, DEEDS, FIRMS, strict=True):
        for name, told in ((label, f"03/{year} – 12/{year + 1}"), ("Kunde", firm), ("Aufgaben", deed)):
            cells += [(60.0, row, name), (200.0 if beside else 60.0, row + (not beside), told)]
            row += 1 if beside else 2
    assert [one.title for one in make_view(make_reading(cells), TODAY).stations] == list(FIRMS)


@pytest.mark.parametrize("labels", [("Kunde", "Einsatzdauer", "Aufgaben"), ("Client:", "Project period:", "Tasks:")])
def test_a_form_whose_entries_begin_above_their_periods_keeps_its_rows_together(labels: tuple[str, ...]) -> None:
    cells: list[Cell] = [*lines(*WIDE, "Projects")]
    for place, (year, deed, firm) in enumerate(zip(YEARS, DEEDS, FIRMS, strict=True)):
        told = (firm, f"03/{year} – 12/{year + 1}", deed)
        for row, (label, value) in enumerate(zip(labels, told, strict=True), start=len(WIDE) + 2 + 3 * place):
            cells += [(60.0, float(row), label), (200.0, float(row), value)]
    view = make_view(make_reading(cells), TODAY)
    named = [[view.flow.text[slice(*span)] for span in one.companies] for one in view.stations]
    assert named == [[firm] for firm in FIRMS]


@pytest.mark.parametrize(
    "row", ["Werkleiter (03/2019 – 12/2022)", "Werkleiter, 03/2019 – 12/2022", "Werkleiter | 03/2019 – 12/2022 |"]
)
def test_a_title_ends_before_the_signs_around_its_period(row: str) -> None:
    (station,) = stations("Berufserfahrung", row, "- Zwei Linien verlagert")
    assert station.title == "Werkleiter"


@pytest.mark.parametrize("labels", [("Kunde", "Branche", "Aufgaben"), ("Client:", "Sector:", "Key tasks:")])
@pytest.mark.parametrize(
    ("told", "tells"),
    [("Neuordnung der Lieferanten", True), ("Introduction of SAP", True), ("Leiter Einkauf", False), ("CFO", False)],
)
def test_what_stands_behind_the_label_of_tasks_is_no_head_of_an_entry(
    labels: tuple[str, ...], told: str, tells: bool
) -> None:
    rows = ["Projekte"]
    for year, firm in zip(YEARS, FIRMS, strict=True):
        rows += [f"03/{year} – 12/{year + 1}"]
        rows += [text for pair in zip(labels, (firm, "Brauerei, 90 Mitarbeiter", told), strict=True) for text in pair]
    assert [bool(one.tasks) for one in stations(*WIDE, *rows)] == [tells] * len(YEARS)


@pytest.mark.parametrize(
    "line",
    [
        "•",
        "+49 30 23125 101",
        "anna@example.org",
        "September",
        "und",
        "From:",
        "Am Tierpark 15",
        "Musterstraße 7",
        "12345 Musterstadt",
        "9999 St. Musterstadt",
        "221 Baker Street",
        "Location: Springfield",
        "www.example.org/anna",
    ],
)
def test_what_names_nothing_is_no_title_and_the_next_line_is(line: str) -> None:
    rows = ("03/2019 – 12/2022", line, "Sanierung eines Werks", "02/2016 – 12/2018", line, "Aufbau eines Einkaufs")
    assert [one.title for one in stations(*WIDE, "Berufserfahrung", *rows)] == [
        "Sanierung eines Werks",
        "Aufbau eines Einkaufs",
    ]


def test_an_entry_of_nothing_but_an_address_has_no_title() -> None:
    rows = ("03/2019 – 12/2022", "anna@example.org", "02/2016 – 12/2018", "12345 Musterstadt")
    assert [one.title for one in stations(*WIDE, "Berufserfahrung", *rows)] == ["", ""]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("**Data Analyst**, Muster AG", "Data Analyst, Muster AG"),
        ("### Data Analyst", "Data Analyst"),
        ("■Data Analyst", "Data Analyst"),
        ("__Leiter__ Entwicklung C#", "Leiter Entwicklung C#"),
        ("5-Sterne-Hotel: Leiter Einkauf am Ring 5", "5-Sterne-Hotel: Leiter Einkauf am Ring 5"),
    ],
)
def test_a_title_is_free_of_what_marks_it_in_plain_text(written: str, meant: str) -> None:
    (station,) = stations(*WIDE, "Berufserfahrung", "03/2019 – 12/2022", written, "Zwei Linien verlagert")
    assert station.title == meant
