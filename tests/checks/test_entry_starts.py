"""Where entries begin: rows above their periods, beside rows that tell of themselves what they date."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from reviewer.checks.view import make_view
from reviewer.domain.findings import Findings, Verdict
from tests.checks.builders import Cell, lines, make_reading

TODAY = date(2026, 11, 25)
FIRST = ("Leiter Einkauf", "Vorlage Guss SE, Trier", "09/2014 – 12/2017")
SECOND = ("Bereichsleiter Montage", "Entwurf Bau AG, Kiel", "03/2009 – 08/2014")
THIRD = ("Werkleiter", "Muster Druck KG, Ulm", "05/2003 – 02/2009")
TASKS = ("Verträge mit Lieferanten erneuert und Lager verlegt.", "Umzug einer Spinnerei gesteuert.", "Linie aufgebaut.")


def found(*texts: str, bold: tuple[str, ...] = ()) -> Findings:
    return check(make_reading(lines("Erika Beispiel", *texts), bold=bold), TODAY)


def titles(*texts: str, bold: tuple[str, ...] = ()) -> list[str]:
    return [one.title for one in found(*texts, bold=bold).stations]


def told(*entries: tuple[str, ...]) -> list[str]:
    return [text for entry, task in zip(entries, TASKS, strict=False) for text in (*entry, task)]


def projects(findings: Findings) -> Verdict:
    return next(one.verdict for one in findings.proposals if one.criterion == "projects")


def test_dates_at_the_right_below_what_they_date_end_the_entries() -> None:
    wide = "Verträge mit allen Lieferanten in vier Ländern erneuert, das Lager verlegt und die Wege dorthin verkürzt"
    cells: list[Cell] = [(60, 0, "Erika Beispiel"), (60, 2, "Berufserfahrung")]
    at = 4.0
    for title, company, period in (FIRST, SECOND, THIRD):
        cells += [
            (60, at, title),
            (60, at + 1, company),
            (60, at + 2, wide),
            (60, at + 3, "Umzug."),
            (450, at + 4, period),
        ]
        at += 6.5
    view = make_view(make_reading(cells, bold=("Berufserfahrung",)), TODAY)
    told = [view.flow.text[one.stint.begin : one.stint.end].split("\n") for one in view.stations]
    assert [(rows[-5], rows[-1]) for rows in told] == [(one[0], one[2]) for one in (FIRST, SECOND, THIRD)]


def test_a_bold_title_some_lines_above_its_date_begins_the_entry() -> None:
    cells: list[Cell] = [(60, 0, "Erika Beispiel"), (60, 2, "Berufserfahrung")]
    at, rows = 4.0, (2, 1, 2)
    for (title, company, period), more in zip((FIRST, SECOND, THIRD), rows, strict=True):
        told = ["Hersteller von Armaturen, 300 Mitarbeiter", "und 40 Mio. € Umsatz."][:more]
        texts = [title, company, *told, period, "Berichtslinie: Beirat"]
        cells += [(60, at + place, text) for place, text in enumerate(texts)]
        at += len(texts) + 0.8
    bold = (FIRST[0], SECOND[0], THIRD[0])
    told_titles = [one.title for one in check(make_reading(cells, bold=bold), TODAY).stations]
    assert told_titles == [FIRST[0], SECOND[0], THIRD[0]]


CLAIMS = (
    "01/2018 – heute: Freiberuflicher Interim Manager",
    "01/2018 – heute Gesellschafter der Beispiel Interim GmbH (selbständig)",
    "Selbständiger Unternehmensberater, seit 01/2018",
)


@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("bold", [(), (FIRST[0], SECOND[0], THIRD[0])], ids=["plain", "bold titles"])
def test_self_employment_in_one_row_takes_no_row_of_the_next_entry(claim: str, bold: tuple[str, ...]) -> None:
    texts = ("Werdegang", claim, *told(FIRST, SECOND, THIRD))
    assert titles(*texts, bold=bold) == [FIRST[0], SECOND[0], THIRD[0]]
    assert projects(found(*texts, bold=bold)) is Verdict.LACKING


def test_posts_told_in_one_row_with_their_company_stand_above_their_periods() -> None:
    entries = [(f"{post}, {firm}", period) for post, firm, period in (FIRST, SECOND, THIRD)]
    assert titles("Werdegang", CLAIMS[0], *told(*entries)) == [row for row, _ in entries]


def test_a_row_that_tells_itself_at_the_end_or_in_between_takes_no_row_of_what_is_above() -> None:
    pause = "03/2009 – 07/2010: Pflege meiner Mutter"
    texts = ("Werdegang", *told(THIRD), pause, *told(("Leiter Einkauf", "Vorlage SE", "08/2010 – 12/2017")), CLAIMS[0])
    stations = found(*texts).stations
    assert [one.title for one in stations] == ["Werkleiter", "Leiter Einkauf"]
    assert all(one.tasks for one in stations)
    assert projects(found(*texts)) is Verdict.LACKING


def test_below_self_employment_in_one_row_entries_may_begin_with_their_periods() -> None:
    turned = [(period, post, firm) for post, firm, period in (FIRST, SECOND, THIRD)]
    assert titles("Werdegang", CLAIMS[0], *told(*turned)) == [FIRST[0], SECOND[0], THIRD[0]]
    without_tasks = [text for entry in turned for text in entry]
    assert titles("Werdegang", CLAIMS[0], *without_tasks) == [FIRST[0], SECOND[0], THIRD[0]]


def test_a_town_beside_a_period_does_not_make_its_row_an_entry() -> None:
    placed = (*FIRST[:2], f"{FIRST[2]}, Trier")
    assert titles("Werdegang", *told(SECOND, placed, THIRD)) == [SECOND[0], FIRST[0], THIRD[0]]


@pytest.mark.parametrize("firm", ["Vorlage Machinery Inc.", "Vorlage Handels Co.", "Vorlage B.V.", "Vorlage e. K."])
def test_a_shortened_legal_form_ends_no_sentence(firm: str) -> None:
    texts = ("Werdegang", *told((FIRST[0], firm, FIRST[2]), SECOND, THIRD))
    assert titles(*texts) == [FIRST[0], SECOND[0], THIRD[0]]


def test_a_companys_long_or_wrapped_bracket_is_one_row_with_its_name() -> None:
    long = (
        "Entwurf Bau AG, Kiel (Träger von Seniorenheimen, rund 8.900 Mitarbeitende, Umsatz im Jahr: ca. 1.799 Mio. €)"
    )
    wrapped = ("Muster Druck KG, Ulm (Gießerei für", "Bremssättel und Achsschenkel, 760 Mitarbeitende)")
    entries = (FIRST, (SECOND[0], long, SECOND[2]), (THIRD[0], *wrapped, THIRD[2]))
    stations = found("Werdegang", CLAIMS[0], *told(*entries)).stations
    assert [one.title for one in stations] == [FIRST[0], SECOND[0], THIRD[0]]
    assert [bool(one.size) for one in stations] == [False, True, True]


def test_bold_posts_above_their_periods_are_found_on_the_next_page_too() -> None:
    def page(*texts: str) -> list[Cell]:
        return lines(*texts)

    first = page("Erika Beispiel", "Werdegang", CLAIMS[0], *told(FIRST, SECOND))
    reading = make_reading(first, page(*THIRD, TASKS[2]), bold=(FIRST[0], SECOND[0], THIRD[0]))
    assert [one.title for one in check(reading, TODAY).stations] == [FIRST[0], SECOND[0], THIRD[0]]


def test_periods_with_posts_to_their_right_stand_at_no_entrys_foot() -> None:
    entries = ((FIRST[2], *FIRST[:2]), (SECOND[2], *SECOND[:2]), (THIRD[2], *THIRD[:2]))
    cells: list[Cell] = [(60, 0, "Erika Beispiel"), (60, 1, "Erfolge im Überblick")]
    for number, (period, post, firm) in enumerate(entries):
        top = 2 + 4 * number
        cells += [(60, top, period), (200, top, post), (200, top + 1, firm), (200, top + 2, TASKS[number])]
    stations = check(make_reading(cells), TODAY).stations
    assert [one.title for one in stations] == [FIRST[0], SECOND[0], THIRD[0]]


def test_a_client_above_a_heavier_post_belongs_to_it_though_ones_own_work_has_no_such_row() -> None:
    cells: list[Cell] = [
        (60.0, 0.0, "Erika Beispiel"),
        (60.0, 2.0, "Werdegang"),
        (60.0, 3.0, "Freiberuflich unterwegs"),
    ]
    cells.append((60.0, 4.0, "seit 01/2018"))
    posts = ("Leiter Einkauf", "Werkleiter", "Leiter Montage")
    for n, post in enumerate(posts):
        top = 6.0 + 5.0 * n
        rows = (
            f"Spedition, {31 + n}0 Mitarbeiter",
            post,
            f"0{n + 1}/201{4 - 2 * n} – 12/201{5 - 2 * n}",
            "– Lager verlegt",
        )
        cells += [(60.0, top + row, text) for row, text in enumerate(rows)]
    told = check(make_reading(cells, bold=("Freiberuflich unterwegs", *posts)), TODAY)
    assert [one.size for one in told.stations] == ["310 Mitarbeiter", "320 Mitarbeiter", "330 Mitarbeiter"]
    assert projects(told) is Verdict.LACKING
