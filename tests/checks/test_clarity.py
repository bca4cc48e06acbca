"""Clarity: an abbreviation is explained by its words, wherever they stand; pictures of a house leave it unsure."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.codes import find_codes
from reviewer.checks.explanations import is_explained
from reviewer.checks.run import check
from reviewer.domain.findings import Verdict
from tests.checks.builders import lines, make_reading

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Neuordnung der Einheit Zentrale Prüfstelle, kurz ZPS", "ZPS"),
        ("Führung von KRV, d. h. Kunden- und Reklamationsverkehr", "KRV"),
        ("Ran the RPC as the Regional Packing Centre", "RPC"),
        ("Set up the Central Returns Desk (CRD)", "CRD"),
        ("LTP\tLiefertreueplan", "LTP"),
        ("Projekt „Heimspiel“, mit dem der Konzern drei Lager zusammenlegte", "Heimspiel"),
        ("BEACON, the name given to new tills in all shops", "BEACON"),
        ("unser Planungswerkzeug (QVS7)", "QVS7"),
        ("Mitwirkung an PRISMA-2, einem Programm zur Vereinheitlichung der Preislisten", "PRISMA-2"),
        ("Led the programme 'Focus 24' (cutting overheads by a fifth)", "Focus 24"),
        ("Rückstände aus KRELL1 abgebaut\n1 KRELL: Verfahren zur Meldung von Fehlteilen", "KRELL1"),
        ("Put Project Linnet 22 in place\n2 Project Linnet 2: weekly round of the planners", "Linnet 22"),
        ("Sat on the VQK report\nVQK report: training series for shift leaders", "VQK"),
        ("Umstellung auf ZRT-\nGate. Weiteres\nZRT-Gate = Einheit für Sonderaufträge", "ZRT-"),
        ("Stimme in der ZRT-\nSchleife (Stufenplan für den Umzug)", "ZRT-"),
        ("Took charge of VQK\nboard, i.e. in-house tool for tracking deadlines", "VQK"),
        ("To plan KOLBA – phased plan for moving assembly –; then", "KOLBA"),
        ("Put VQK index – training series for shift leaders – back", "VQK"),
    ],
)
def test_words_beside_an_abbreviation_explain_it(text: str, word: str) -> None:
    assert is_explained(f"Aufgaben\n{text}\nWeiteres", word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ampel im Werk auf Grün gestellt (ZQX)", "ZQX"),
        pytest.param(f"{'.' * 3000} und ZQX: Stufenplan", "ZQX", id="behind more dots than can be tried in all ways"),
        ("Escalation of the RTM up to head office, turned light green (WLX)", "WLX"),
        ("HJB nach KTW überführt; Rückmeldung je Quartal", "HJB"),
    ],
)
def test_words_that_merely_stand_beside_a_code_do_not(text: str, word: str) -> None:
    assert not is_explained(f"Aufgaben\n{text}\nWeiteres", word)


def verdict(*told: str) -> Verdict:
    entries = [
        "Projekte",
        *("03/2024 – heute", "Interim Werkleiter, Muster GmbH", "Aufbau der Planung mit den Meistern", told[0]),
        *("01/2021 – 02/2024", "Interim Einkaufsleiter, Probe AG", "Neue Verträge verhandelt", told[1]),
        *("05/2018 – 12/2020", "Interim CFO, Beispiel SE", "Berichtswesen und Planung eingeführt"),
    ]
    findings = check(make_reading(lines(*entries)), TODAY)
    return next(one.verdict for one in findings.proposals if one.criterion == "clarity")


def test_names_of_ordinary_words_that_only_a_house_knows_leave_it_unsure() -> None:
    assert verdict("Leitung der Kaminrunde", "Pflege der Puzzlemappe") is Verdict.UNSURE
    assert verdict("Anchored the house model in the second row", "Weekly talks held") is Verdict.UNSURE
    assert verdict("Synergien gehoben und Mindset verankert", "Stakeholder auf Augenhöhe") is Verdict.UNSURE
    assert verdict("Six Sigma Green Belt erworben", "Big Data genutzt") is Verdict.FINE
    assert verdict("Leitung der Monatsrunde", "Pflege der Kundenliste") is Verdict.FINE


@pytest.mark.parametrize(
    "said",
    [
        "Als Enabler bringe ich die Kraft auf die Straße und schärfe das Mindset.",
        "Harvested quick wins and took the whole organisation to the next level.",
    ],
)
def test_slang_in_a_profile_leaves_it_unsure(said: str) -> None:
    entries = ["Profil", said, "Ich arbeite gern mit Menschen, die ihr Handwerk verstehen.", "Projekte"]
    entries += ["03/2024 – heute", "Interim Werkleiter, Muster GmbH", "Aufbau der Planung mit den Meistern"]
    findings = check(make_reading(lines(*entries)), TODAY)
    assert next(one.verdict for one in findings.proposals if one.criterion == "clarity") is Verdict.UNSURE


def test_a_single_code_leaves_it_unsure() -> None:
    assert verdict("Besetzung der XQ mit eigenen Leuten", "Pflege der Kundenliste") is Verdict.UNSURE


def test_norms_postcodes_and_serial_numbers_are_no_codes() -> None:
    assert list(find_codes("nach ISO9001 und IFRS16\n12 Orchard Row, Norwich NR2 1NB\nAusweis-Nr. L01X00T47")) == []


def test_numbers_of_entries_and_levels_of_a_language_are_no_codes() -> None:
    assert list(find_codes("[D1] 2020: Werkleiter\n[D2] 2018: Einkäufer\nB3. Weiteres\nPolnisch B1, Englisch C2")) == []
    assert [found[0] for found in find_codes("Leitung der Runde D4, Zulassung nach R10")] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Programm 'Nordlicht' zur Kostensenkung gesteuert", "Nordlicht"),
        ("Das Projekt Nordlicht senkte die Gemeinkosten", "Nordlicht"),
        ("Led project Swift to merge two depots", "Swift"),
    ],
)
def test_what_a_programme_was_for_explains_its_name(text: str, word: str) -> None:
    assert is_explained(f"Aufgaben\n{text}\nWeiteres", word)


@pytest.mark.parametrize(
    ("text", "word"), [("HJBX-Steuerung im Werk", "HJBX"), ("Überführung nach HJBX zur Abnahme", "HJBX")]
)
def test_a_compound_at_the_begin_of_a_line_and_a_purpose_of_no_programme_explain_nothing(text: str, word: str) -> None:
    assert not is_explained(f"Aufgaben\n{text}\nWeiteres", word)


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (("Kenntnisse", "HJBX governance, KTWQ reporting, PLZX rollout"), Verdict.LACKING),
        (("Schwerpunkte", "- HJBX-Steuerung", "- Einführung KTWQ", "- PLZX-Abbau"), Verdict.LACKING),
        (("Kenntnisse", "SAP, Excel, LucaNet, Power BI"), Verdict.FINE),
        (("Marken: Persil, ZYVEA und BRAUNX neu aufgestellt",), Verdict.FINE),
        (("Verlagerung von GERATAL nach Muster", "Umzug nach Geratal ohne Ausfall geleitet"), Verdict.FINE),
    ],
)
def test_codes_beyond_the_entries_count_where_something_is_said_of_them(
    tail: tuple[str, ...], expected: Verdict
) -> None:
    entries = (
        *("Projekte", "03/2024 – heute", "Interim Werkleiter, Muster GmbH", "Aufbau der Planung mit den Meistern"),
        *("01/2021 – 02/2024", "Interim Einkaufsleiter, Probe AG", "Neue Verträge verhandelt"),
    )
    findings = check(make_reading(lines(*entries, *tail)), TODAY)
    assert next(one.verdict for one in findings.proposals if one.criterion == "clarity") is expected


def test_codes_in_titles_count_though_a_company_stands_below() -> None:
    entries = (
        *(
            "Stationen",
            "03/2024 – heute",
            "Leiter HJBX",
            "Muster GmbH",
            "01/2021 – 02/2024",
            "Manager KTWQ",
            "Probe AG",
        ),
        *("05/2018 – 12/2020", "Koordinator PLZX", "Beispiel SE"),
    )
    findings = check(make_reading(lines(*entries)), TODAY)
    assert next(one.verdict for one in findings.proposals if one.criterion == "clarity") is Verdict.LACKING


@pytest.mark.parametrize("word", ["BidCo", "SVHC", "FRTB", "PPWR", "UStVA", "VUCA", "RIDDOR", "KHVVG", "BERLIN"])
def test_what_the_field_commonly_writes_is_known(word: str) -> None:
    assert list(find_codes(f"Umsetzung von {word} im Werk")) == []
