"""Stations: every dated entry of work is found, and no date of a detail is taken for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reviewer.checks.flow import make_flow
from reviewer.checks.sections import find_sections
from reviewer.checks.view import View, make_view
from tests.checks.builders import Cell, lines, make_page, make_reading

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


@pytest.mark.parametrize(
    "heading", ["Bildung und berufliche Laufbahn", "Ausbildung / Berufserfahrung", "Education & Experience"]
)
def test_below_a_heading_of_learning_and_work_posts_are_entries_and_learning_is_none(heading: str) -> None:
    view = look(
        "Anna Beispiel", heading,
        "Abitur: Gymnasium Musterstadt 2008 - 2016",
        "Beispiel AG: Festanstellung von Juni 2016 - Dezember 2019",
        "Muster GmbH & Co. KG: Fertigung seit Januar 2020",
        "Kontakt",
    )  # fmt: skip
    assert periods(view) == ["2016-06/2019-12", "2020-01/now"]


def test_a_lone_year_behind_a_title_is_an_entry_beside_others_set_alike() -> None:
    view = look(
        "Ausgewählte Projekte",
        "IT-Leiter auf Zeit 2022 - 2023", "Muster AG, Ulm", "Neue Leitstelle aufgebaut",
        "Programmleiter 2020 - 2021", "Beispiel GmbH, Celle", "Umzug eines Rechenzentrums",
        "Projektleiter 2018 - 2019", "Vorlage SE, Wels", "Zwei Systeme zusammengelegt",
        "Interim Werkleiter 2017", "Probe KG, Hof", "Linie angefahren, Abnahme im Mai 2017",
    )  # fmt: skip
    assert periods(view) == ["2022-01/2023-12", "2020-01/2021-12", "2018-01/2019-12", "2017-01/2017-12"]


def test_headings_set_like_the_sure_ones_and_annexes_part_the_document() -> None:
    bold = {"Schwerpunkte", "Beruflicher Lebensweg", "Ausbildung", "Anhang – Projekte im Einzelnen", "Sprachen"}
    cells = lines(
        "Schwerpunkte", "Einkauf und Logistik", "Beruflicher Lebensweg", "2004 - 2012", "Einkäufer, Muster AG",
        "Ausbildung", "Lehre in Ulm 1997", "Anhang – Projekte im Einzelnen", "2023 - heute", "Beispiel GmbH in Celle",
        "2020 - 2022", "Vorlage SE in Wels", "Sprachen", "Englisch",
    )  # fmt: skip
    page = make_page(cells)
    weighed = tuple(
        word._replace(bold=any(text in bold for _, line, text in cells if 40 + 14 * line == word.rect[1]))
        for word in page.words
    )
    flow = make_flow(replace(make_reading(), pages=(replace(page, words=weighed),)))
    assert [one.kind for one in find_sections(flow)][1:] == [
        "skills",
        "experience",
        "education",
        "projects",
        "languages",
    ]


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


def test_mandates_below_a_heading_of_learning_are_found_by_their_posts() -> None:
    view = look(
        "Profil",
        "Ich führe Werke und Verwaltungen durch schwierige Zeiten und übergebe sie geordnet.",
        "Zertifikate",
        "03/2024 – heute",
        "Interim Werkleiter, Muster AG",
        "05/2022 – 02/2024",
        "Interim Einkaufsleiter, Probe KG",
    )
    assert periods(view) == ["2024-03/now", "2022-05/2024-02"]


def test_a_bullet_that_begins_like_a_heading_is_none() -> None:
    view = look(
        "Projects", "03/2024 – present", "Interim Sales Director, Sample Ltd", "- Terms of all dealers renegotiated",
        "05/2022 – 02/2024", "Interim Plant Manager, Trial plc", "- Languages course for all foremen set up",
    )  # fmt: skip
    assert [section.kind for section in view.sections] == ["top", "projects"]
    assert len(view.stations) == 2


def test_a_post_below_a_heading_of_learning_is_known_by_the_companys_size_below_its_label() -> None:
    view = look(
        "Profil",
        "Ich führe Werke und Verwaltungen durch schwierige Zeiten und übergebe sie geordnet.",
        "Zertifikate",
        "03/2024 – heute",
        "Kunde:",
        "Muster AG, 450 Mitarbeiter",
        "05/2022 – 02/2024",
        "Kunde:",
        "Probe GmbH, 90 Mitarbeiter",
    )
    assert periods(view) == ["2024-03/now", "2022-05/2024-02"]


def test_a_row_of_a_month_whose_year_a_narrow_last_column_put_below_dates_its_entry() -> None:
    cells: list[Cell] = [(60.0, 0.0, "Projekte")]
    for n in range(3):
        cells += [(60.0, 2.0 + 4 * n, f"Werkleiter {n}"), (430.0, 2.0 + 4 * n, f"März 202{n} – Juni")]
        cells += [(60.0, 3.0 + 4 * n, "Muster AG, Ulm"), (500.0, 3.0 + 4 * n, f"202{n + 1}")]
    found = periods(make_view(make_reading(cells), TODAY))
    assert found == [f"202{n}-03/202{n + 1}-06" for n in range(3)]


@pytest.mark.parametrize("trade", ["Maschinenbau, 450 Mitarbeiter", "Muster AG (Maschinenbau, 450 Mitarbeiter)"])
@pytest.mark.parametrize("ends", [("03/2023 –", "12/2024"), ("March 2023 –", "December 2024")])
def test_a_period_flush_right_on_two_lines_of_a_card_is_one(trade: str, ends: tuple[str, str]) -> None:
    cells: list[Cell] = lines("Projekte")
    for place in range(2):
        rows = ("Interim Werkleiter", trade, "Zwei Linien verlagert, eine dritte mit den Leuten vor Ort angefahren")
        cells += [(60.0, 2.0 + 5 * place + row, text) for row, text in enumerate(rows)]
        cells += [(540.0 - 5 * len(end), 2.0 + 5 * place + row, end) for row, end in enumerate(ends)]
    view = make_view(make_reading(cells), TODAY)
    assert periods(view) == ["2023-03/2024-12"] * 2
    told = [(one.title, view.flow.text[slice(*(one.size or (0, 0)))]) for one in view.stations]
    assert told == [("Interim Werkleiter", "450 Mitarbeiter")] * 2


@pytest.mark.parametrize(
    "head",
    [
        ("08.01.25, 16:44", "Profil von Anna Beispiel"),
        ("Persönliche Daten", "04.06.1969", "Geburtsdatum"),
        ("Anna Beispiel", "16.05.2024", "Bewerbung als Werkleiterin"),
        ("Jane Sample", "May 16, 2024", "Application as plant manager"),
    ],
)
def test_the_day_of_a_print_a_birth_or_a_letter_is_no_entry(head: tuple[str, ...]) -> None:
    view = look(*head, "Berufserfahrung", "02.2019 – 12.2021", "Werkleiterin, Muster AG", "Linie aufgebaut")
    assert periods(view) == ["2019-02/2021-12"]
    assert look(*head, "Sehr geehrte Damen und Herren,", "anbei mein Lebenslauf.").stations == ()


def test_days_on_which_several_entries_begin_date_them() -> None:
    view = look(
        "Mandate",
        "01.04.2018", "Interim Werkleiter, Muster AG", "Linie aufgebaut",
        "15.06.2020", "Interim CFO, Beispiel GmbH", "Berichtswesen aufgebaut",
        "01.02.2022", "Interim COO, Vorlage SE", "Zwei Werke zusammengelegt",
    )  # fmt: skip
    assert periods(view) == ["2018-04/2018-04", "2020-06/2020-06", "2022-02/2022-02"]


def test_days_of_trial_work_are_no_posts() -> None:
    heading = "PRAKTISCHE ERFAHRUNGEN / SCHNUPPERLEHREN"
    told = ("06/2026 Muster Elektro AG", "05/2026 Beispiel Bank", "04/2026 Vorlage Garten GmbH")
    view = make_view(make_reading(lines("Anna Beispiel", "Ulm", "", heading, *told), bold=[heading]), TODAY)
    assert [one.kind for one in view.sections] == ["top", "education"]
    assert view.stations == ()
