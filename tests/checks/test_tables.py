"""Tables and cards: rows end where their periods say, wherever these stand, and entries abreast are read one by one."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.flow import make_flow
from reviewer.checks.view import View, make_view
from tests.checks.builders import Cell, make_reading

TODAY = date(2026, 11, 23)
HEADINGS = ("Projekte", "Beruflicher Werdegang", "Ausbildung")
YEARS = (2021, 2018, 2015, 2012)
POSTS = (
    ("Werkleiter", "Muster AG", "Maschinenbau, 450 Mitarbeiter", "Zwei Linien verlagert"),
    ("Einkaufsleiter", "Probe GmbH", "Brauerei, 90 Mitarbeiter", "Lieferanten gebündelt"),
    ("Finanzleiter", "Vorlage SE", "Logistik, 800 Mitarbeiter", "Planung neu aufgebaut"),
    ("Vertriebsleiter", "Beispiel KG", "Pharma, 300 Mitarbeiter", "Gebiete neu geschnitten"),
)


def period(year: int) -> str:
    return f"03/{year} – 09/{year + 2}"


def look(*pages: list[Cell]) -> View:
    return make_view(make_reading(*pages, bold=HEADINGS), TODAY)


def told(view: View) -> list[tuple[str, list[str]]]:
    """The first month of each station, and which of the posts' texts stand in it."""
    return [
        (str(one.stint.period.first), [text for post in POSTS for text in post if text in area])
        for one in view.stations
        for area in [view.flow.text[one.stint.begin : one.stint.end].replace("\n", "\t").split("\t")]
    ]


def expected() -> list[tuple[str, list[str]]]:
    return [(f"{year}-03", list(post)) for year, post in zip(YEARS, POSTS, strict=True)]


def stacked(left: float, top: float, texts: tuple[str, ...]) -> list[Cell]:
    return [(left, top + place, text) for place, text in enumerate(texts)]


def test_a_period_in_the_middle_of_its_rows_height_dates_the_whole_row_on_the_next_page_too() -> None:
    pages: list[list[Cell]] = [[(60.0, 0.0, "Projekte")], [(60.0, 0.0, "Seite zwei der Angaben zur Person")]]
    for place, (year, post) in enumerate(zip(YEARS, POSTS, strict=True)):
        page, top = pages[place == 3], 3.0 + (6 * place if place < 3 else 0)
        page += [(60.0, top + 1.5, period(year)), *stacked(200.0, top, post)]
    pages[1] += [(60.0, 10.0, "Ausbildung"), (60.0, 11.0, "Studium in Ulm bis 1994")]
    assert told(look(*pages)) == expected()


def test_a_period_at_the_foot_of_a_column_beside_dates_the_whole_row() -> None:
    cells: list[Cell] = [(60.0, 0.0, "Projekte")]
    for place, (year, post) in enumerate(zip(YEARS, POSTS, strict=True)):
        cells += [*stacked(60.0, 2.0 + 6 * place, post), (420.0, 5.0 + 6 * place, period(year))]
    assert told(look(cells)) == expected()


def test_a_period_in_a_column_amid_others_dates_its_row_and_on_the_next_page_a_single_row() -> None:
    pages: list[list[Cell]] = [[(60.0, 0.0, "Projekte")], [(60.0, 0.0, "Seite zwei der Angaben zur Person")]]
    for place, (year, post) in enumerate(zip(YEARS, POSTS, strict=True)):
        page, top = pages[place == 3], 2.0 + (4 * place if place < 3 else 0)
        page += [(60.0, top, post[0]), (160.0, top, post[1]), (160.0, top + 1, post[2])]
        page += [(330.0, top, f"03/{year} –"), (330.0, top + 1, f"09/{year + 2}"), (420.0, top, post[3])]
    pages[1] += [(60.0, 6.0, "Ausbildung"), (60.0, 7.0, "Studium in Ulm bis 1994")]
    assert told(look(*pages)) == expected()


def test_rows_without_more_room_than_lines_are_parted_where_periods_stand_in_their_middle() -> None:
    cells: list[Cell] = [(60.0, 0.0, "Projekte")]
    top = 1.0
    for place, (year, post) in enumerate(zip(YEARS, POSTS, strict=True)):
        lines = (*post, "Übergabe vorbereitet") if place % 2 else post
        cells += [(60.0, top + (len(lines) - 1) / 2, period(year)), *stacked(200.0, top, lines)]
        top += len(lines)
    assert told(look(cells)) == expected()


def test_cells_that_were_taken_for_one_line_are_parted_at_the_edge_of_their_column() -> None:
    cells: list[Cell] = [(60.0, 0.0, "Projekte")]
    for place, (year, post) in enumerate(zip(YEARS, POSTS, strict=True)):
        wide = "x" * 18 if place == 1 else "Kunde"
        cells += [(60.0, 2.0 + 4 * place, period(year)), (200.0, 2.0 + 4 * place, wide)]
        cells += [(296.0, 2.0 + 4 * place, post[0]), (296.0, 3.0 + 4 * place, post[1]), (60.0, 3.0 + 4 * place, "Ulm")]
    text = make_flow(make_reading(cells)).text
    assert f"{'x' * 18}\tEinkaufsleiter\nProbe GmbH" in text


def test_cards_abreast_are_read_one_by_one_with_their_periods() -> None:
    cells: list[Cell] = [(40.0, 0.0, "Projekte")]
    for place, (year, post) in enumerate(zip(YEARS, POSTS, strict=True)):
        left, top = 40.0 + 180 * (place % 3), 2.0 + 8 * (place // 3)
        wrapped = (post[0], "auf Zeit") if place == 1 else (post[0],)
        cells += stacked(left, top, (*wrapped, period(year), *post[1:]))
    assert sorted(told(look(cells)), reverse=True) == expected()


def test_a_heading_within_a_rows_room_stands_before_or_behind_the_row() -> None:
    cells: list[Cell] = []
    for place, (year, post) in enumerate(zip(YEARS, POSTS, strict=True)):
        top = 2.0 + 6 * place + (3 if place > 1 else 0)
        cells += [(60.0, top, period(year)), *stacked(200.0, top, post)]
    cells += [(60.0, 0.0, "Projekte"), (60.0, 15.0, "Beruflicher Werdegang")]
    text = make_flow(make_reading(cells, bold=HEADINGS)).text
    assert "Lieferanten gebündelt\nBeruflicher Werdegang\n03/2015" in text


def test_a_column_aside_is_no_part_of_the_rows_beside_it() -> None:
    side = [(480.0, 2.0 + 1.0 * n, f"Kenntnis {n}") for n in range(20)]
    cells: list[Cell] = [(40.0, 0.0, "Projekte")]
    for place, (year, post) in enumerate(zip(YEARS, POSTS, strict=True)):
        top = 2.3 + 6 * place
        cells += [(40.0, top, post[1]), (300.0, top, period(year)), *stacked(40.0, top + 1, (post[0], *post[2:]))]
    found = told(look([*cells, *side]))
    assert found == expected()


def test_periods_at_the_foot_of_entries_date_what_stands_above_them() -> None:
    cells: list[Cell] = [(60.0, 0.0, "Projekte")]
    for place, (year, post) in enumerate(zip(YEARS, POSTS, strict=True)):
        cells += stacked(60.0, 2.0 + 6 * place, (*post, period(year)))
    assert told(look(cells)) == expected()


def test_a_period_below_its_title_still_dates_what_follows() -> None:
    cells: list[Cell] = [(60.0, 0.0, "Projekte")]
    for place, (year, post) in enumerate(zip(YEARS, POSTS, strict=True)):
        cells += stacked(60.0, 2.0 + 6.5 * place, (post[0], period(year)))
        cells += stacked(60.0, 4.4 + 6.5 * place, post[1:])
    assert told(look(cells)) == expected()


def test_a_name_wrapped_in_its_cell_is_one_statement_and_leaves_the_title_to_be_found() -> None:
    cells: list[Cell] = [(60.0, 0.0, "Projekte")]
    for place, year in enumerate(YEARS):
        top = 2.0 + 5 * place
        cells += [(60.0, top, f"03/{year} –"), (60.0, top + 1, f"09/{year + 2}"), (330.0, top, "Werkleiter")]
        cells += stacked(130.0, top, ("Nordische", "Maschinen", "Werke", "GmbH"))
        cells += [(205.0, top, "Maschinenbau"), (420.0, top, "Zwei Linien verlagert")]
    assert [one.title for one in look(cells).stations] == ["Werkleiter"] * len(YEARS)


def test_posts_within_the_time_at_one_company_share_what_is_told_of_it() -> None:
    cells: list[Cell] = [(60.0, 0.0, "Beruflicher Werdegang")]
    for place, (firm, since) in enumerate((("Muster AG", 2016), ("Probe GmbH", 2008))):
        top = 2.0 + 12 * place
        cells += [(60.0, top, firm), (420.0, top, f"01/{since} – 12/{since + 6}")]
        cells += [(60.0, top + 1, "Maschinenbau, 450 Mitarbeiter")]
        for post, begin in (("Werkleiter", since + 3), ("Fertigungsleiter", since)):
            top += 3
            cells += [(60.0, top, post), (420.0, top, f"01/{begin} – 12/{begin + 2}")]
            cells += [(60.0, top + 1, "- Zwei Linien verlagert und neu besetzt")]
    inner = [one for one in look(cells).stations if one.title in {"Werkleiter", "Fertigungsleiter"}]
    assert len(inner) == 4
    assert all(one.industry and one.size for one in inner)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("fields", [("IT", "HR", "IT", "M&A"), ("HR", "SCM", "EDV", "IT")])
def test_a_field_in_capitals_that_ends_a_wrapped_cell_is_no_heading(fields: tuple[str, ...], bold: bool) -> None:
    cells: list[Cell] = [(60.0, 0.0, "Projekte")]
    for place, (year, (_, firm, trade, task), field) in enumerate(zip(YEARS, POSTS, fields, strict=True)):
        top = 2.0 + 3 * place
        cells += [*stacked(60.0, top, ("Interim-", "Bereichsleiter", field)), (150.0, top, period(year))]
        cells += [*stacked(260.0, top, (firm, *trade.split(", "))), (400.0, top, task)]
    wrapped = {"Interim-", "Bereichsleiter", *fields} if bold else set()
    view = make_view(make_reading(cells, bold={*HEADINGS, *wrapped}), TODAY)
    texts = [view.flow.text[one.stint.begin : one.stint.end].split("\n") for one in view.stations]
    assert [text[1:4] for text in texts] == [["Interim-", "Bereichsleiter", field] for field in fields]


@pytest.mark.parametrize("field", ["IT", "EDV"])
def test_a_field_in_capitals_alone_in_its_cell_begins_no_section(field: str) -> None:
    cells: list[Cell] = [(60.0, 0.0, "Projekte")]
    for place, (year, (_, firm, trade, task)) in enumerate(zip(YEARS, POSTS, strict=True)):
        top = 2.0 + 5 * place
        cells += [
            (60.0, top, field if place == 1 else "Einkauf"),
            *stacked(150.0, top, (f"03/{year} –", f"09/{year + 2}")),
        ]
        cells += [*stacked(260.0, top, (firm, trade)), (430.0, top, task)]
    assert [one.title for one in look(cells).stations] == ["Einkauf", field, "Einkauf", "Einkauf"]


@pytest.mark.parametrize("more", [(), ("Ulm", "Deutschland")])
def test_a_period_level_with_the_middle_of_its_rows_cells_dates_the_whole_row(more: tuple[str, ...]) -> None:
    cells: list[Cell] = [(60.0, 0.0, "Projekte")]
    for place, (year, (post, firm, trade, task)) in enumerate(zip(YEARS, POSTS, strict=True)):
        told = (firm, *more, *trade.split(", "))
        top = 2.0 + (len(told) + 1) * place
        cells += [(60.0, top, post), (60.0, top + 1, "auf Zeit"), (150.0, top + len(told) // 2, period(year))]
        cells += [*stacked(270.0, top, told), (400.0, top, task)]
    found = look(cells).stations
    assert [(one.title, [task.text for task in one.perhaps + one.tasks + one.subjects]) for one in found] == [
        (post, [task]) for post, _, _, task in POSTS
    ]
