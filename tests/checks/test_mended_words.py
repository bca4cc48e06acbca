"""Words as they are drawn, whatever the text layer calls their signs: hyphens, rows of dots, dashes that are lost."""

from __future__ import annotations

from datetime import date

from reviewer.checks.flow import make_flow
from reviewer.checks.view import View, make_view
from tests.checks.builders import Cell, lines, make_reading

TODAY = date(2026, 11, 23)


def read(*texts: str) -> str:
    return make_flow(make_reading(lines(*texts))).text


def look(*texts: str) -> View:
    return make_view(make_reading(lines(*texts)), TODAY)


def periods(view: View) -> list[str]:
    return [f"{one.stint.period.first}/{one.stint.period.last or 'now'}" for one in view.stations]


def test_soft_hyphens_are_hyphens_where_one_parts_no_letters() -> None:
    assert read("high\u00adimpact teams", "Sep. 2023 \u00ad Mar. 2024") == "high-impact teams\nSep. 2023 - Mar. 2024"
    assert read("2019\u00ad2021 Muster\u00adwerk") == "2019-2021 Muster-werk"
    assert read("on-\u00ad\u2010campus", "(555) 010-\u00ad\u20101234") == "on-campus\n(555) 010-1234"
    assert read("ge\u00adsund ge\u00adbaut") == "gesund gebaut"


def test_a_dash_that_its_font_calls_a_soft_hyphen_joins_the_months_of_a_post() -> None:
    view = look(
        "Work Experience",
        "Plant Manager, Sample Ltd Sep. 2023 \u00ad Mar. 2024", "Moved two assembly lines",
        "Interim COO, Example plc Jan. 2020 \u00ad Aug. 2023", "Cut lead times by a third",
    )  # fmt: skip
    assert periods(view) == ["2023-09/2024-03", "2020-01/2023-08"]


def test_a_gap_that_is_not_drawn_parts_no_word() -> None:
    page = [(60.0, 0.0, "E-Mail:"), (98.0, 0.0, "a"), (103.0, 0.0, "nna.beispiel@example"), (203.2, 0.0, ".org")]
    assert make_flow(make_reading(page)).text == "E-Mail: anna.beispiel@example.org"
    assert make_flow(make_reading([(60.0, 0.0, "mit"), (75.2, 0.0, "Plan")])).text == "mit Plan"


def test_rows_of_dots_lead_to_the_next_word_and_are_none() -> None:
    assert read("Muster GmbH ..............07 / 2025 - heute") == "Muster GmbH\t07 / 2025 - heute"
    assert read("Werkleiter (Ulm)........2019") == "Werkleiter (Ulm)\t2019"
    assert read("Werkleiter . . . . . . 2019") == "Werkleiter\t2019"
    assert read("und so weiter... Ende . . .") == "und so weiter... Ende . . ."


def test_a_date_behind_a_row_of_dots_keeps_its_month() -> None:
    view = look(
        "Berufserfahrung",
        "Muster GmbH ..............07 / 2025 - heute", "Interim Werkleiter",
        "Beispiel AG ..............01 / 2023 - 06 / 2025", "Leiter Fertigung",
    )  # fmt: skip
    assert periods(view) == ["2025-07/now", "2023-01/2025-06"]


def test_two_months_side_by_side_are_a_period_where_several_cells_hold_such() -> None:
    posts = [
        ("Sep. 2023 Present", "Interim COO, Sample Ltd"),
        ("Jan. 2020 Aug. 2023", "Plant Manager, Example plc"),
        ("Mai 2016 Dez. 2019", "Werkleiter, Muster GmbH"),
    ]
    cells: list[Cell] = [(60.0, 0.0, "Experience")]
    for number, (dated, post) in enumerate(posts):
        cells += [(60.0, 1.0 + 3 * number, post), (400.0, 1.0 + 3 * number, dated)]
        cells.append((60.0, 2.0 + 3 * number, "Moved two assembly lines and cut lead times"))
    view = make_view(make_reading(cells), TODAY)
    assert periods(view) == ["2023-09/now", "2020-01/2023-08", "2016-05/2019-12"]


def test_two_months_side_by_side_once_are_two_dates() -> None:
    view = look("Kurse", "Mai 2016 Dez. 2019", "Beispiel, Muster")
    assert [one.ranged for one in view.periods] == [False, False]


def test_a_period_up_to_now_is_no_heading() -> None:
    view = look(
        "Beruflicher Werdegang",
        "02.2024-Gegenwart", "Leiter Einkauf", "Muster Unternehmensberatung GmbH",
        "03.2019-01.2024", "Einkäufer", "Beispiel AG",
    )  # fmt: skip
    assert periods(view) == ["2024-02/now", "2019-03/2024-01"]
