"""What stands outside of an entry and still speaks of it: lists of companies, glossaries, feet."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.dates import find_periods
from reviewer.checks.explanations import is_explained
from reviewer.checks.run import check
from reviewer.domain.findings import Findings, Verdict
from tests.checks.builders import Cell, lines, make_reading
from tests.checks.test_statements import WIDE, stations

TODAY = date(2026, 11, 23)
WORK = (
    "Anna Beispiel",
    "Interim Managerin",
    "Projekte",
    "03/2024 – heute",
    "Werkleiterin, Muster GmbH (Maschinenbau, 450 Mitarbeiter)",
    "Aufbau der Planung mit den Meistern",
    "01/2021 – 02/2024",
    "Einkaufsleiterin, Probe AG (Chemie, 90 Mitarbeiter)",
    "Neue Verträge mit den Lieferanten verhandelt",
)


def verdict(findings: Findings, criterion: str) -> Verdict:
    return next(one.verdict for one in findings.proposals if one.criterion == criterion)


def test_a_list_of_companies_describes_those_that_entries_only_name() -> None:
    found = stations(
        "Projekte",
        "03/2014 – 12/2015",
        "Werkleiter, Muster Guss GmbH",
        "01/2012 – 02/2014",
        "Werkleiter, Beispiel AG",
        "Zu den genannten Firmen",
        "Muster Guss GmbH: Gießerei, 450 Mitarbeiter",
        "Beispiel AG: Maschinenbau, 90 Mitarbeiter",
    )
    assert [bool(one.industry and one.size) for one in found] == [True, True]


def test_a_table_of_companies_describes_those_that_entries_only_name() -> None:
    found = stations(
        "Projekte",
        "03/2014 – 12/2015", "Werkleiter", "Muster Guss GmbH · Ulm",
        "01/2012 – 02/2014", "Werkleiter", "Beispiel Gruppe",
        "Zu den genannten Firmen", "Unternehmen", "Branche", "Größe",
        "Muster Guss GmbH", "Gießerei", "450 Mitarbeiter",
        "Beispiel Gruppe", "Maschinenbau", "90 Mitarbeiter",
    )  # fmt: skip
    assert [bool(one.industry and one.size) for one in found] == [True, True]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Pflege der NMTR/C-Listen\nNMTR/C = Stückliste der Teile", "NMTR/C-Listen"),
        ("Leitung des TEZAX-Rollout\nTEZAX: Programm der Gruppe", "TEZAX-Rollout"),
        ("Steuerung der BVV 9\nBVV 9 = Verfahren der Planung", "BVV"),
        ("Ran KOFI 2.0\n» KOFI 2.0: group initiative for cash", "KOFI"),
    ],
)
def test_a_glossary_explains_compounds_and_codes_with_a_version(text: str, word: str) -> None:
    assert is_explained(text, word)


@pytest.mark.parametrize(
    "foot",
    [
        ("Presented by Harbour Search – Jens Kroll – +44 20 7946 0123 – kroll@example.com",),
        ("© 2026 Anna Beispiel Your contact at Harbour Search: Jens Kroll, phone 030 23125 070, kroll@example.com",),
        ("Ihr Kontakt bei Brückenkopf: Jens Kroll, Telefon 030 23125", "070, kroll@example.com"),
    ],
)
def test_an_agency_in_the_foot_of_all_pages_is_not_the_person(foot: tuple[str, ...]) -> None:
    at_bottom: list[Cell] = [(60.0, 54 + row, text) for row, text in enumerate(foot)]
    pages = [[*lines(*WORK), *at_bottom], [*lines("Ausbildung", "Studium des Maschinenbaus, 1999"), *at_bottom]]
    found = check(make_reading(*pages), TODAY)
    assert found.contacts.emails == ()
    assert found.contacts.phones == ()


def test_a_date_of_the_document_is_read_behind_the_number_of_its_page() -> None:
    pages = [
        [*lines(*WORK), (60.0, 55, "1 | Letzter Stand: Juni 2024")],
        [*lines("Ausbildung", "Studium des Maschinenbaus, 1999"), (60.0, 55, "2 | Letzter Stand: Juni 2024")],
    ]
    assert verdict(check(make_reading(*pages), TODAY), "currency") is Verdict.LACKING


def test_the_year_of_a_course_does_not_date_the_document() -> None:
    found = check(make_reading(lines(*WORK, "Weiterbildung", "Green Belt Six Sigma, 2012")), TODAY)
    assert verdict(found, "currency") is Verdict.FINE


def test_private_reasons_for_a_long_silence_leave_it_open() -> None:
    older = ("03/2015 – 06/2018", "Leiterin, Muster AG (Chemie, 90 Mitarbeiter)", "Neue Planung eingeführt")
    told = {
        reason: verdict(check(make_reading(lines(*WORK, "07/2018 – 12/2020", reason, *older)), TODAY), "currency")
        for reason in ("Berufliche Neuorientierung", "Elternzeit")
    }
    assert told == {"Berufliche Neuorientierung": Verdict.UNSURE, "Elternzeit": Verdict.FINE}


def test_a_period_goes_on_below_the_words_of_the_next_cell() -> None:
    periods = find_periods("February 2021\tChief Buyer, Muster Ltd\n–December\n2021\nBusiness: Telecoms", TODAY)
    assert [(str(one.first), str(one.last)) for one in periods] == [("2021-02", "2021-12")]


def test_a_number_before_a_period_hides_no_entry() -> None:
    found = stations(
        "Work history",
        "[C1] 2019 - 2025: Training Officer, utilities, 310 staff, annual sales of about 67 million euros",
        "[C2] 2015 - 2018: Buyer, meat processing, 160 staff, annual sales of about 20 million euros",
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    "claim",
    [
        "Set up on my own in 2009 as an interim manager.",
        "Geschäftsführender Gesellschafter (Interim Management), seit 2009",
    ],
)
def test_a_claim_may_begin_with_its_verb_or_name_whose_the_firm_is(claim: str) -> None:
    text = (
        "Anna Beispiel",
        claim,
        "Berufserfahrung",
        "01/2001 – 12/2008",
        "Werkleiterin, Muster GmbH",
        "Neue Planung eingeführt",
    )
    assert verdict(check(make_reading(lines(*text)), TODAY), "projects") is Verdict.LACKING


HEADED = (
    ("Muster Guss GmbH, Ulm (Gießerei, 450 Mitarbeiter)", "Probe AG, Hof (Brauerei, 90 Mitarbeiter)"),
    ("Sample Castings Ltd, Leeds – foundry, 450 employees", "Probe plc, Hull – brewery, 90 employees"),
)


@pytest.mark.parametrize(("firms", "form"), [(HEADED[0], "{period} {post}"), (HEADED[1], "{post}, {period}")])
def test_posts_below_one_company_without_a_period_of_its_own_share_what_is_told_of_it(
    firms: tuple[str, str], form: str
) -> None:
    rows = [*WIDE, "Professional experience"]
    for firm, since in zip(firms, (2015, 2007), strict=True):
        for post, begin in (("Werkleiter", since + 4), ("Head of Purchasing", since)):
            rows += [firm] if begin > since else []
            rows += [form.format(post=post, period=f"01/{begin} – 12/{begin + 3}"), "- Zwei Linien verlagert"]
    found = stations(*rows)
    assert [bool(one.industry and one.size) for one in found] == [True] * 4


@pytest.mark.parametrize(
    ("post", "until"),
    [("Werkleiter bei Nordwerk", "12/2018"), ("Interim Werkleiter", "12/2016"), ("Nordwerk", "12/2018")],
)
def test_a_post_elsewhere_or_long_before_takes_nothing_of_the_company_above(post: str, until: str) -> None:
    found = stations(
        *WIDE, "Berufserfahrung", HEADED[0][0], "01/2019 – 12/2022 Werkleiter", "- Zwei Linien verlagert",
        f"01/2015 – {until} {post}", "- Schichten neu geordnet",
    )  # fmt: skip
    assert [bool(one.size) for one in found] == [True, False]


def test_what_stands_below_the_period_of_an_entry_is_not_the_next_ones() -> None:
    found = stations(
        *WIDE, "Berufserfahrung", "01/2019 – 12/2022", HEADED[0][0], "Werkleiter", "- Zwei Linien verlagert",
        "01/2015 – 12/2018", "Fertigungsleiter", "- Schichten neu geordnet",
    )  # fmt: skip
    assert [bool(one.size) for one in found] == [True, False]


def test_an_overview_of_clients_below_the_last_entry_tells_of_each() -> None:
    rows = (
        "Auftraggeber im Überblick",
        "Muster Guss GmbH – Gießerei – 450 Mitarbeiter",
        "Vorlage SE – Verlag – 90 Mitarbeiter",
    )
    work = ("Berufserfahrung", "03/2019 – 06/2022 Werkleiter", "Muster Guss GmbH, Ulm", "Umzug gesteuert")
    older = ("01/2012 – 02/2019 Einkaufsleiter", "Vorlage SE, Trier", "Lieferanten gebündelt")
    findings = check(make_reading(lines("Erika Beispiel", *work, *older, *rows)), date(2026, 11, 25))
    assert [one.size != "" for one in findings.stations] == [True, True]
