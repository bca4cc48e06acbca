"""Reading order: columns one after the other, tables row by row, whatever order the producer wrote in."""

from __future__ import annotations

from reviewer.checks.flow import make_flow
from tests.checks.builders import Cell, lines, make_reading

SIDE = [(30.0, float(n), f"Kenntnis {n}") for n in range(8)]
MAIN = [(200.0, float(n), f"Absatz {n} der rechten Spalte") for n in range(8)]


def in_order(cells: list[Cell]) -> list[str]:
    return make_flow(make_reading(cells)).text.replace("\t", "\n").split("\n")


def test_two_columns_are_read_one_after_the_other() -> None:
    assert in_order(SIDE + MAIN) == [text for _, _, text in SIDE + MAIN]
    assert in_order(MAIN + SIDE) == [text for _, _, text in SIDE + MAIN]


def test_a_table_with_dates_at_the_left_is_read_row_by_row() -> None:
    dates = [(60.0, 5.0 * n, f"0{n + 1}/2014 – 12/2015") for n in range(4)]
    told = [(200.0, 5.0 * n + line, f"Zeile {n} {line}") for n in range(4) for line in range(4)]
    expected = [t for n in range(4) for t in (dates[n][2], *(text for _, y, text in told if 5 * n <= y < 5 * n + 4))]
    assert in_order(dates + told) == expected


def test_dates_flush_right_stand_in_the_row_of_what_they_date_whoever_wrote_row_by_row() -> None:
    cells: list[Cell] = []
    for n in range(5):
        cells += [(40.0, 4.0 * n, f"Nordwerk {n} GmbH"), (480.0 + n, 4.0 * n, f"0{n + 1}/14–12/15")]
        cells += [(40.0, 4.0 * n + 1, "Werkleiter"), (40.0, 4.0 * n + 2, "Aufbau einer Linie in Ulm")]
    text = make_flow(make_reading(cells)).text
    assert "Nordwerk 1 GmbH\t02/14–12/15\nWerkleiter" in text


def test_a_period_wrapped_in_its_cell_stays_together() -> None:
    cells: list[Cell] = []
    for n in range(3):
        cells += [(60.0, 4.0 * n, f"03/201{n} –"), (60.0, 4.0 * n + 1, f"12/201{n + 1}")]
        cells += [(200.0, 4.0 * n, f"Werkleiter {n}"), (200.0, 4.0 * n + 1, "Muster GmbH in Ulm")]
    text = make_flow(make_reading(cells)).text
    assert "03/2010 –\n12/2011\nWerkleiter 0" in text


def test_what_repeats_at_the_edge_of_pages_stands_outside_the_text_and_is_kept() -> None:
    pages = [[*lines(f"{words} mit einigen Worten"), (60.0, 55.0, f"anna@example.org {words}")] for words in "12"]
    pages[1][0] = (60.0, 0.0, "Ganz andere Worte")
    flow = make_flow(make_reading(*pages))
    assert "anna@example.org" not in flow.text
    assert [line.text for line in flow.furniture] == ["anna@example.org 1", "anna@example.org 2"]


def test_letter_spaced_words_and_ligatures_are_put_together() -> None:
    flow = make_flow(make_reading(lines("P r o j e k t e", "\ufb01nanziell ge\u00adsund")))
    assert flow.text == "Projekte\nfinanziell gesund"


def test_every_place_lies_on_its_words() -> None:
    flow = make_flow(make_reading(lines("Anna Beispiel", "Werkleiterin in Ulm")))
    begin = flow.text.index("Ulm")
    place = flow.place(begin, begin + 3)
    assert (place.page, place.text, place.rect) == (1, "Ulm", (136.0, 54.0, 151.0, 66.0))


def test_a_place_that_ends_within_a_word_or_is_long_is_quoted_up_to_a_whole_word() -> None:
    flow = make_flow(make_reading(lines("Disziplinarische Führung", "wort " * 60)))
    assert flow.place(0, 19).text == "Disziplinarische…"
    assert flow.place(0, 16).text == "Disziplinarische"
    long = flow.line_place(1).text
    assert long.endswith("wort wort…")
    assert len(long) <= 160


def test_a_narrow_column_at_the_right_is_read_first_so_that_the_text_runs_on() -> None:
    main = [(40.0, float(n), f"Absatz {n} der breiten Spalte mit einigen weiteren Worten darin") for n in range(8)]
    side = [(480.0, float(n), f"Kenntnis {n}") for n in range(8)]
    assert in_order(main + side) == [text for _, _, text in side + main]


def test_a_sidebar_whose_lines_stand_on_no_line_of_the_text_is_read_alone_though_written_by_height() -> None:
    side = [(30.0, 0.3 + 1.37 * n, f"Kenntnis {n}") for n in range(8)]
    main = [(200.0, float(n), f"Absatz {n} der rechten Spalte mit Worten") for n in range(12)]
    cells = sorted(side + main, key=lambda cell: cell[1])
    assert in_order(cells) == [text for _, _, text in side + main]


def test_columns_end_where_a_heading_stands_alone_and_others_begin_below_it() -> None:
    above = [
        *((40.0, float(n), f"Satz {n}") for n in range(5)),
        *((320.0, float(n), f"Kenntnis {n}") for n in range(5)),
    ]
    dates = [(60.0, 8.0 + 5 * n, f"0{n + 1}/2014 – 12/2015") for n in range(3)]
    told = [(200.0, 8.0 + 5 * n + line, f"Zeile {n} {line}") for n in range(3) for line in range(4)]
    below = [(40.0, 24.0, "Sprachen"), *((40.0, 25.0 + n, f"Sprache {n}") for n in range(8))]
    cells = [*above, (40.0, 6.0, "Stationen"), *dates, *told, *below]
    text = make_flow(make_reading(cells, bold=("Stationen", "Sprachen"))).text
    rows = [f"0{n + 1}/2014 – 12/2015\tZeile {n} 0\nZeile {n} 1\nZeile {n} 2\nZeile {n} 3" for n in range(3)]
    assert text.index("Kenntnis 4") < text.index("Stationen")
    assert "\n".join(["Stationen", *rows, "Sprachen"]) in text


def test_words_below_a_scan_are_freed_of_what_the_machine_misread() -> None:
    flow = make_flow(make_reading(lines("scit Apri1 2019 Geschaftsführer der Probe AG", "QVS7"), hidden=True))
    assert flow.text == "seit April 2019 Geschäftsführer der Probe AG\nQVS7"


def test_the_cells_of_a_table_are_read_one_after_the_other_where_all_of_them_wrap() -> None:
    cells: list[Cell] = []
    expected: list[str] = []
    for n in range(4):
        row = [
            (60.0, (f"03/202{n}", "to", "current" if n == 3 else f"02/202{n + 1}")),
            (150.0, (f"Head {n}", "of Works")),
            (250.0, ("Northam", "Holdings plc", "chemicals")),
            (370.0, ("Moved a line to", "Slovakia", "and sold a site", "in Lyon")),
        ]
        wrapped = [(x, 6.0 * n + line, text) for x, texts in row for line, text in enumerate(texts)]
        expected += [text for _, _, text in wrapped]
        cells += sorted(wrapped, key=lambda cell: (cell[1], cell[0]))
    assert in_order(cells) == expected


def test_a_telephone_number_and_the_date_below_it_stay_apart() -> None:
    text = make_flow(make_reading(lines("0221 4710-753", "15.10.1964"))).text
    assert text == "0221 4710-753\n15.10.1964"


def test_a_box_at_the_head_does_not_set_where_the_columns_below_it_part() -> None:
    box = [(300.0, float(n), f"Kasten {n} Anschrift der Person im Kopf") for n in range(5)]
    name = [(40.0, float(n), f"Kopf {n}") for n in range(3)]
    wide = [(40.0, 6.0, "Ein Satz über die ganze Breite der Seite, der weit über den Kasten hinaus reicht und endet")]
    text = "Eine lange Zeile der linken Spalte, die weit reicht, bis"
    main = [(40.0, 8.0 + n, text + " hier ans" if n % 4 == 3 else f"Zeile {n} links") for n in range(24)]
    side = [(430.0, 8.0 + n, f"Rand {n}") for n in range(20)]
    told = in_order([*name, *box, *wide, *main, *side])
    assert [one for one in told if one.startswith("Rand")] == [one for _, _, one in side]
    rand = told.index("Rand 0")
    assert told[rand : rand + len(side)] == [one for _, _, one in side]


def test_rows_of_the_next_page_are_rows_though_some_of_their_periods_stand_a_little_aside() -> None:
    first: list[Cell] = [(130.0, 3.0 * n, f"201{n} – 201{n + 1}") for n in range(4)]
    first += [(206.0, 3.0 * n + line, f"Posten {n} {line}") for n in range(4) for line in range(2)]
    second: list[Cell] = []
    for n, left in enumerate((130.0, 130.0, 133.0, 132.0)):
        second += [(left, 4.0 * n, f"200{n} – 200{n + 1}"), (206.0, 4.0 * n, f"Stelle {n} mit Worten")]
        second += [(206.0, 4.0 * n + 1, f"Ort {n} in der zweiten Zeile")]
    second += [(115.0, 20.0, "Kenntnisse"), (206.0, 20.0, "Tabellen und Texte"), (206.0, 21.0, "Bilder")]
    text = make_flow(make_reading(first, second)).text.replace("\t", "\n")
    assert all(f"200{n} – 200{n + 1}\nStelle {n} mit Worten\nOrt {n}" in text for n in range(4))


def test_a_column_aside_is_told_apart_before_the_labels_of_cards_are() -> None:
    cards: list[Cell] = []
    for n in range(2):
        cards += [(40.0, 6.0 * n, "Zeitraum"), (110.0, 6.0 * n, f"0{n + 1}/2022 – 12/202{n + 4}")]
        cards += [(40.0, 6.0 * n + 1, "Rolle"), (110.0, 6.0 * n + 1, f"Werkleiter der Nordwerk {n} GmbH in Ulm")]
        cards += [(110.0, 6.0 * n + row, f"Zeile {row} der Karte {n} erzählt von der Arbeit") for row in range(2, 5)]
    aside = [(420.0, row + 0.5, f"Kenntnis {row}") for row in range(9)] + [(420.0, 10.5, "2002 – 2007 Studium")]
    order = in_order(cards + aside)
    assert order == [text for _, _, text in (*aside, *cards)]


def test_a_heading_close_above_the_first_of_dated_rows_is_read_first() -> None:
    cells: list[Cell] = [(62.0, 0.0, "STATIONEN")]
    for n, dated in enumerate(("seit 07/2019", "10/2014 – 06/2019", "06/2011 – 09/2014", "10/2005 – 05/2011")):
        top = 1.3 + 3.4 * n
        cells += [(60.0, top, dated), (170.0, top, f"Leitung {n}"), (170.0, top + 1, f"Muster {n} GmbH")]
    assert in_order(cells)[:3] == ["STATIONEN", "seit 07/2019", "Leitung 0"]


def test_a_period_with_days_wrapped_in_its_cell_stays_together() -> None:
    cells: list[Cell] = []
    for n in range(3):
        cells += [(60.0, 4.0 * n, f"1 Aug 201{n}–30 Sep"), (60.0, 4.0 * n + 1, f"201{n + 2}")]
        cells += [(180.0, 4.0 * n, f"Works Manager {n}"), (180.0, 4.0 * n + 1, f"Sample {n} Ltd")]
    assert in_order(cells)[:4] == ["1 Aug 2010–30 Sep", "2012", "Works Manager 0", "Sample 0 Ltd"]
