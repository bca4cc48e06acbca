"""The grammar of dates: what is written comes back, in every form, and nothing else is taken for a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reviewer.checks.dates import Period, find_periods
from reviewer.checks.lasting import with_lengths
from reviewer.domain.findings import Month
from tests.months import MONTHS_DE, MONTHS_EN

TODAY = date(2026, 11, 23)
GERMAN = (
    MONTHS_DE,
    ["Jan.", "Feb.", "Mrz.", "Apr.", "Mai", "Jun.", "Jul.", "Aug.", "Sep.", "Okt.", "Nov.", "Dez."],
    ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sept", "Okt", "Nov", "Dez"],
)
ENGLISH = (
    MONTHS_EN,
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
)
Form = Callable[[Month], str]


def _named(names: list[str], form: str, *, short: bool = False) -> Form:
    return lambda month: form.format(names[month.month - 1], str(month.year)[2:] if short else month.year)


FORMS: list[Form] = [
    lambda month: f"{month.month:02d}/{month.year}",
    lambda month: f"{month.month:02d}.{month.year}",
    lambda month: f"{month.month}/{month.year}",
    lambda month: f"{month.year}-{month.month:02d}",
    lambda month: f"01.{month.month:02d}.{month.year}",
    lambda month: f"{month.month:02d}/{month.year % 100:02d}",
    *[_named(names, "{} {}") for names in (*GERMAN, *ENGLISH)],
    *[_named(names, "{} '{}", short=True) for names in ENGLISH],
]
DASHES = (" – ", "–", " - ", " bis ", " to ", "\n– ", " –\n", " until ", " — ")
MONTHS = some.builds(Month, year=some.integers(1980, 2026), month=some.integers(1, 12))


def read(text: str) -> list[tuple[str, str, bool]]:
    return [(str(one.first or "-"), str(one.last or "-"), one.ranged) for one in find_periods(text, TODAY)]


@given(MONTHS, MONTHS, some.sampled_from(FORMS), some.sampled_from(DASHES))
def test_a_period_comes_back_as_it_was_written(one: Month, other: Month, form: Form, dash: str) -> None:
    first, last = sorted((one, other))
    text = f"Werkleiter\n{form(first)}{dash}{form(last)}\nMuster GmbH"
    assert [(found.first, found.last, found.ranged) for found in find_periods(text, TODAY)] == [(first, last, True)]


@given(MONTHS, some.sampled_from(FORMS), some.sampled_from(["heute", "dato", "today", "present", "laufend", "now"]))
def test_what_goes_on_has_no_end(first: Month, form: Form, now: str) -> None:
    found = find_periods(f"{form(first)} – {now}", TODAY)
    assert [(period.first, period.last) for period in found] == [(first, None)]


@given(some.text(max_size=200))
def test_any_text_gives_periods_in_order_within_it(text: str) -> None:
    found = find_periods(text, TODAY)
    assert all(0 <= period.begin < period.end <= len(text) for period in found)
    assert all(before.end <= period.begin for before, period in pairwise(found))


@given(
    some.lists(some.sampled_from(["03", "/", "2014", " ", "–", "bis", "heute", "Mai", "'98", ".", "Q3", "seit", "\n"]))
)
def test_no_period_ends_before_it_begins(parts: list[str]) -> None:
    assert all(not (one.first and one.last) or one.first <= one.last for one in find_periods("".join(parts), TODAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4/26 – today", ("2026-04", "-", True)),
        ("7/24–3/26", ("2024-07", "2026-03", True)),
        ("5/12 - 3/19", ("2012-05", "2019-03", True)),
        ("12/96–2/03", ("1996-12", "2003-02", True)),
        ("03/2019 bis zum heutigen Tag", ("2019-03", "-", True)),
        ("03/2019 until further notice", ("2019-03", "-", True)),
        ("03/2019 – in progress", ("2019-03", "-", True)),
        ("03/2019 – Ende offen", ("2019-03", "-", True)),
        ("03/2019, laufend", ("2019-03", "-", True)),
        ("03/2019, laufende Arbeiten", ("2019-03", "2019-03", False)),
        ("03/2019 – Active sourcing", ("2019-03", "2019-03", False)),
        ("heute – 03/2019", ("2019-03", "-", True)),
        ("Present – Mar 2019", ("2019-03", "-", True)),
        ("09/2021 – 03/2019", ("2019-03", "2021-09", True)),
        ("2021 – 2019", ("2019-01", "2021-12", True)),
        ("03/2019 – vsl. 12/2026", ("2019-03", "2026-12", True)),
        ("Beginn: 03/2019, Ende: 09/2021", ("2019-03", "2021-09", True)),
        ("From: 03/2019 To: 09/2021", ("2019-03", "2021-09", True)),
        ("Ende März 2019 bis Anfang September 2021", ("2019-03", "2021-09", True)),
        ("Sommer 2019 bis Winter 2020/21", ("2019-06", "2021-02", True)),
        ("year-end 2019 to spring 2021", ("2019-12", "2021-05", True)),
        ("03/15/2019", ("2019-03", "2019-03", False)),
        ("seit nunmehr 2019", ("2019-01", "-", True)),
        ("Page 2 – March 2022", ("2022-03", "2022-03", False)),
        ("Q3 2016", ("2016-07", "2016-09", False)),
        ("H1 2016 – H2 2018", ("2016-01", "2018-12", True)),
        ("2. Halbjahr 2016 bis 1. Halbjahr 2017", ("2016-07", "2017-06", True)),
        ("III/2014 – XI/2015", ("2014-03", "2015-11", True)),
        ("KW 12/2019 – KW 3/2020", ("2019-03", "2020-01", True)),
        ("03 2014 – 12 2015", ("2014-03", "2015-12", True)),
        ("3. Quartal 2016", ("2016-07", "2016-09", False)),
        ("seit 2008", ("2008-01", "-", True)),
        ("since 04/2020", ("2020-04", "-", True)),
        ("2015/16", ("2015-01", "2016-12", True)),
        ("2015 - 17", ("2015-01", "2017-12", True)),
        ("März – Juli 2020", ("2020-03", "2020-07", True)),
        ("03 - 07/2020", ("2020-03", "2020-07", True)),
        ("Sommer 2016 bis Herbst 2018", ("2016-06", "2018-11", True)),
        ("'98–'03", ("1998-01", "2003-12", True)),
        ("03/2014 –", ("2014-03", "-", True)),
        ("12/09–03/11", ("2009-12", "2011-03", True)),
        ("May 3, 2019", ("2019-05", "2019-05", False)),
        ("between 2015 and 2017", ("2015-01", "2017-12", True)),
        ("2012 – 03/2014", ("2012-01", "2014-03", True)),
        ("2019 – bis heute", ("2019-01", "-", True)),
        ("05/2019 – zurzeit", ("2019-05", "-", True)),
        ("06/2019 to the present day", ("2019-06", "-", True)),
        ("05/2019 – (laufend)", ("2019-05", "-", True)),
        ("05/2019 - …", ("2019-05", "-", True)),
        ("2015 onwards", ("2015-01", "-", True)),
        ("Oktober 2019 bis voraussichtlich März 2027", ("2019-10", "2027-03", True)),
        ("01/2014 bis einschl. 03/2016", ("2014-01", "2016-03", True)),
        ("Juli/August 2018", ("2018-07", "2018-08", True)),
        ("Dezember/Januar 2019", ("2018-12", "2019-01", True)),
        ("03.-07.2020", ("2020-03", "2020-07", True)),
        ("Jan.-Sept. 19", ("2019-01", "2019-09", True)),
        ("2019 (Feb. – Sept.)", ("2019-02", "2019-09", True)),
        ("Q2–Q4 2019", ("2019-04", "2019-12", True)),
        ("Frühjahr – Herbst 2018", ("2018-03", "2018-11", True)),
        ("KW12–KW40 2020", ("2020-03", "2020-10", True)),
        ("beginning of 2019 – end of 2020", ("2019-01", "2020-12", True)),
        ("since March of 2019", ("2019-03", "-", True)),
    ],
)
def test_one_form_after_the_other(text: str, expected: tuple[str, str, bool]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "IATF 16949, ISO 9001:2015",
        "12.500 Mitarbeiter",
        "0171 39200 28",
        "DIN EN ISO 13485:2016",
        "80331 München",
        "24/7",
    ],
)
def test_norms_numbers_and_telephones_are_no_dates(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["3/16 Zoll", "1/20 – die Hälfte", "24/7", "4/12"])
def test_a_short_fraction_alone_is_no_month(text: str) -> None:
    assert find_periods(text, TODAY) == []


def test_two_periods_on_one_line_stay_two() -> None:
    periods: list[Period] = find_periods("2011–2013 Werkleiter, 2014–2016 COO", TODAY)
    assert [(period.first, period.last) for period in periods] == [
        (Month(year=2011, month=1), Month(year=2013, month=12)),
        (Month(year=2014, month=1), Month(year=2016, month=12)),
    ]


def test_a_period_that_a_narrow_cell_broke_is_put_together() -> None:
    periods = find_periods("März 2003 – September\tEinkäufer, Muster AG\n2005\tEin Hersteller von Lacken", TODAY)
    assert (periods[0].first, periods[0].last) == (Month(year=2003, month=3), Month(year=2005, month=9))


def test_a_date_does_not_begin_with_the_end_of_the_line_above() -> None:
    assert read("Leitung Teilprojekt 2.\n01.10.2014 – 30.09.2018") == [("2014-10", "2018-09", True)]


@given(
    MONTHS,
    MONTHS,
    some.sampled_from(FORMS),
    some.sampled_from([" –\t", " bis\t", " -\t", " to\t"]),
    some.integers(0, 2),
)
def test_a_period_parted_by_the_cells_of_a_table_is_one(
    one: Month, other: Month, form: Form, dash: str, rows: int
) -> None:
    first, last = sorted((one, other))
    between = "Muster AG, Ulm\n" * rows
    text = f"{form(first)}{dash}Werkleiter\n{between}{form(last)}\tAufbau der Fertigung"
    assert [(found.first, found.last) for found in find_periods(text, TODAY)] == [(first, last)]


@given(MONTHS, MONTHS, some.sampled_from(FORMS))
def test_a_month_that_ends_a_sentence_takes_no_year_from_the_line_below(one: Month, other: Month, form: Form) -> None:
    first, last = sorted((one, other))
    text = f"Keine Unfälle seit Mai\n{form(first)} – {form(last)} Werkleiter"
    assert [(found.first, found.last) for found in find_periods(text, TODAY)] == [(first, last)]


def test_a_period_wrapped_in_the_midst_of_its_first_month_is_one() -> None:
    assert read("Muster Ltd: Works Manager (June\n2004 – July 2008)") == [("2004-06", "2008-07", True)]


def test_a_year_cut_by_a_narrow_cell_is_put_together() -> None:
    assert read("01.09.2014-01.06.201\tLeiter Technik\n8\tMuster AG, Kassel") == [("2014-09", "2018-06", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oktober 2008\tMuster SE, Ulm\n– Februar\tHersteller von Toren\n2013\tBerichtslinie: Vorstand",
            ("2008-10", "2013-02"),
        ),
        ("Oktober 2008\tMuster SE, Ulm\n– Februar 2013\tHersteller von Toren", ("2008-10", "2013-02")),
        ("Nov. '11 – Aug.\tMuster & Probe\tWerkleiter\n'14\tFahrzeugbau SE\tNutzfahrzeuge", ("2011-11", "2014-08")),
        ("03/2017 to\tSample Group\tDivision Head\n07/2021:\tHoldings\tTasks:", ("2017-03", "2021-07")),
        ("April bis\tMuster AG\nOktober 2024\tUlm", ("2024-04", "2024-10")),
        ("May to\tSample Ltd\tCOO\nNovember 2023\tLeeds", ("2023-05", "2023-11")),
        ("seit\tMuster AG\n05/2021\tUlm", ("2021-05", None)),
        ("Juni 2019\tMuster AG\tCOO\nbis heute\tGießerei\tBeirat", ("2019-06", None)),
        ("1. HJ 2014 – 2. HJ\tMuster AG\n2017\tUlm", ("2014-01", "2017-12")),
    ],
)
def test_a_period_broken_into_the_rows_of_a_narrow_cell_is_one(text: str, expected: tuple[str, str | None]) -> None:
    found = find_periods(text, TODAY)
    assert [(str(one.first), one.last and str(one.last)) for one in found] == [expected]


def test_two_dates_below_each_other_in_a_column_stay_two() -> None:
    found = find_periods("05/2018\tMuster AG\n07/2021\tProbe AG", TODAY)
    assert [str(one.first) for one in found] == ["2018-05", "2021-07"]


def test_a_year_that_a_narrow_last_column_put_below_ends_the_period() -> None:
    text = "Head of Unit\tMarch 2023 – October\nMuster Ltd\t2024\nTheatre, 210 people"
    (period,) = find_periods(text, date(2026, 11, 23))
    assert (str(period.first), str(period.last)) == ("2023-03", "2024-10")
    assert period.tail is not None
    assert text[slice(*period.tail)] == "2024"


@pytest.mark.parametrize(
    "text",
    [
        "bis 02/2025 (seit 01/2023)",
        "until February 2025 (from January 2023)",
        "bis Februar 2025, Beginn: 01/2023",
        "Interim CFO, bis 02/2025 (ab 01/2023)",
        "till 02/2025 (started 01/2023) Interim CFO",
    ],
)
def test_a_period_may_stand_with_its_end_first_and_its_begin_behind(text: str) -> None:
    assert read(text) == [("2023-01", "2025-02", True)]


@pytest.mark.parametrize("text", ["bis heute (seit 03/2019)", "until today (since March 2019)"])
def test_what_lasts_may_stand_before_its_begin_in_brackets(text: str) -> None:
    (period,) = find_periods(text, TODAY)
    assert (period.begin, period.end, str(period.first), period.last) == (0, len(text), "2019-03", None)


@pytest.mark.parametrize("text", ["bis 02/2019 (seit 01/2023)", "bis 02/2025 (Vertrag 01/2023)"])
def test_an_end_with_another_date_behind_keeps_no_begin(text: str) -> None:
    assert read(text)[0][0] == "-"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Interim CFO\t03/2023 –\nMuster AG\t12/2024\nPlanung aufgebaut", "2024-12"),
        ("Interim CFO\tMarch 2023 –\nSample Ltd\tDecember 2024", "2024-12"),
        ("Interim CFO\t03/2023 –\nMuster AG\theute\nPlanung aufgebaut", "-"),
    ],
)
def test_a_period_at_the_end_of_its_row_may_end_at_the_end_of_the_next(text: str, last: str) -> None:
    (period,) = find_periods(text, TODAY)
    assert (str(period.first), str(period.last or "-"), period.tail is not None) == ("2023-03", last, True)


@pytest.mark.parametrize(
    "text", ["Interim CFO\t03/2023 –\nInterim COO\t05/2020", "CFO\t2023 –\nCOO\t2020 –", "CFO\t03/2023 –\nCOO 12/2024"]
)
def test_the_date_of_another_row_ends_no_period(text: str) -> None:
    assert read(text)[0][1] not in {"2020-05", "2020-12", "2024-12"}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("February 2012 (24\tWarehouse Director\nmonths)\tSample Ltd", "2014-01"),
        ("Dezember 2010, 28\tLeiter Einkauf\nMonate\tMuster AG", "2013-03"),
        ("Mai 2010 (28\nMonate)\nLeiter Einkauf", "2012-08"),
        ("Mai 2010, 28\tLeiter Einkauf\nmonatlich\tMuster AG", "2010-05"),
    ],
)
def test_a_length_that_a_narrow_cell_broke_is_put_together(text: str, last: str) -> None:
    assert [str(one.last) for one in with_lengths(text, find_periods(text, TODAY))] == [last]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("15 Monate ab März 2021: Umzug", "2021-03 2022-05"),
        ("dort fünfzehn Monate seit 03/2021", "2021-03 2022-05"),
        ("for 9 months from March 2021. Moved", "2021-03 2021-11"),
        ("fifteen months starting in March 2021", "2021-03 2022-05"),
        ("noch 15 Monate. Seit 03/2021 Leiter", "2021-03 None"),
        ("12 months to March 2021", "2021-03 2021-03"),
    ],
)
def test_a_length_before_a_date_tells_its_end(text: str, told: str) -> None:
    assert [f"{one.first} {one.last}" for one in with_lengths(text, find_periods(text, TODAY))] == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Independent interim manager since April\n2019\nWorks Manager", "2019-04"),
        ("Selbstständig mit Mandaten im\tseit Feb.\nganzen Sprachraum\t2018", "2018-02"),
        ("Selbstständig mit Mandaten im\tseit\nganzen Sprachraum\t03/2018", "2018-03"),
    ],
)
def test_what_goes_on_is_read_where_the_edge_parts_its_begin(text: str, told: str) -> None:
    assert [(str(one.first), one.last) for one in find_periods(text, TODAY)] == [(told, None)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("seit Apr.\tWerkleiter\n2022\tMuster AG", "2022-04"),
        ("since March\tPlant Manager\n2019\tSample Ltd", "2019-03"),
        ("Werkleiter (2010-07 bis 2015-\n09)", "2010-07 2015-09"),
    ],
)
def test_a_date_that_a_narrow_cell_or_the_lines_end_parts_is_whole(text: str, told: str) -> None:
    (found,) = find_periods(text, TODAY)
    ends = (found.first, found.last)
    assert " ".join(str(one) for one in ends if one) == told
