"""Entries told in running text: a life in sentences, and mandates listed in one paragraph."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from reviewer.domain.findings import Findings, Verdict
from tests.checks.builders import Cell, lines, make_reading

TODAY = date(2026, 11, 25)
LIFE = (
    "Laufbahn",
    "Seit März 2019 führe ich meine eigene Firma, die Beispiel Interim Management GmbH, für Häuser im Umbruch. Von",
    "April 2014 bis Februar 2019 war ich Werkleiterin bei Muster Guss GmbH, einem Unternehmen mit 380 MA. (Bericht an",
    "den Vorstand.) Ich verlegte die Formerei und baute die Meisterebene um. Bei der Vorlage Druck AG, einem Haus mit",
    "4.200 Mitarbeitenden, leitete ich von Mai 2009 bis März 2014 den Einkauf. Dort bündelte ich die Lieferanten. Von",
    "Juni 2003 bis April 2009 arbeitete ich als Assistentin der Leitung bei der Entwurf Bau KG mit 120 Beschäftigten.",
)
LISTED = (
    "Mandate: Vorlage SE (Stahlbau, 450 Mitarbeiter), 03/2021 – 06/2022, Werkleiterin: Umzug gesteuert; Name auf",
    "Anfrage (Lebensmittel, 120 Mitarbeiter), 01/2019 – 09/2020, Betriebsleiterin: Linie aufgebaut; Entwurf KG",
    "(Druck, 90 Mitarbeiter), 11/2022 – 10/2026, Einkaufsleiterin: Lieferanten gebündelt.",
)
OWN = ("Berufserfahrung", "seit 01/2019", "Selbständig als Interim Managerin")
POST = ("04/2008 – 12/2018", "Werkleiterin, Muster GmbH (Gießerei, 300 Mitarbeiter)", "Aufbau einer zweiten Linie")


def found(*texts: str) -> Findings:
    return check(make_reading(lines("Erika Beispiel", *texts)), TODAY)


def verdict(findings: Findings, criterion: str) -> Verdict:
    return next(one.verdict for one in findings.proposals if one.criterion == criterion)


def test_each_sentence_of_a_life_is_an_entry_with_its_company_though_it_begins_amid_a_line() -> None:
    told = found(*LIFE)
    assert [(str(one.start), str(one.end), one.size) for one in told.stations] == [
        ("2014-04", "2019-02", "380 MA"),
        ("2009-05", "2014-03", "4.200 Mitarbeitenden"),
        ("2003-06", "2009-04", "120 Beschäftigten"),
    ]
    assert verdict(told, "context") is Verdict.LACKING
    assert verdict(told, "projects") is Verdict.LACKING


def test_what_stands_in_short_lines_is_no_sentence() -> None:
    entries = (
        "Laufbahn",
        "2014 bis 2019 Werkleiterin, Muster Guss GmbH",
        "Ich verlegte die Formerei",
        "2009 bis 2014 Einkaufsleiterin, Vorlage Druck AG",
        "Ich bündelte die Lieferanten",
    )
    assert [one.title.split(",")[0] for one in found(*entries).stations] == ["Werkleiterin", "Einkaufsleiterin"]


def test_mandates_listed_in_a_paragraph_are_entries() -> None:
    told = found(*OWN, *LISTED, *POST)
    assert [(str(one.start), one.size) for one in told.stations] == [
        ("2021-03", "450 Mitarbeiter"),
        ("2019-01", "120 Mitarbeiter"),
        ("2022-11", "90 Mitarbeiter"),
        ("2008-04", "300 Mitarbeiter"),
    ]
    assert verdict(told, "projects") is Verdict.FINE
    assert verdict(told, "context") is Verdict.FINE
    assert verdict(found(*OWN, *POST), "projects") is Verdict.LACKING


@pytest.mark.parametrize(
    "row", ["Projekte: SAP-Einführung; Umzug; Neubau (2020 – 2021)", "Kunden: Handel; Druck; Stahl"]
)
def test_a_list_without_clients_and_periods_is_none(row: str) -> None:
    assert verdict(found(*OWN, row, *POST), "projects") is Verdict.LACKING


PARAGRAPHS = (
    (
        "Bei der Vorlage SE, Ulm, in der Funktion Werkleiterin (interim) (03/2021 bis 06/2022). Stahlbau, 450",
        "Mitarbeiter. Berichtslinie: Vorstand. Umzug gesteuert; zweite Linie aufgebaut.",
    ),
    (
        "11/2022 bis 10/2026: Entwurf KG, Aalen, Funktion Einkaufsleiterin ad interim. Druckerei, 90 Beschäftigte.",
        "Lieferanten gebündelt; Lager geräumt.",
    ),
    (
        "Als Betriebsleiterin der Muster Guss GmbH, Trier (04/2008 bis 12/2018). Gießerei mit rund 300 Mitarbeitern im",
        "Werk. Formerei verlegt.",
    ),
    ("Auszug; weitere Angaben auf Anfrage.",),
)


def test_paragraphs_with_a_period_each_are_entries_wherever_it_stands_in_them() -> None:
    cells: list[Cell] = [(60.0, 0.0, "Erika Beispiel"), (60.0, 2.0, "Laufbahn")]
    row = 4.0
    for paragraph in PARAGRAPHS:
        cells += [(60.0, row + at, text) for at, text in enumerate(paragraph)]
        row += len(paragraph) + 1
    told = check(make_reading(cells), TODAY)
    assert [(str(one.start), one.size) for one in told.stations] == [
        ("2021-03", "450 Mitarbeiter"),
        ("2022-11", "90 Beschäftigte"),
        ("2008-04", "rund 300 Mitarbeitern"),
    ]
