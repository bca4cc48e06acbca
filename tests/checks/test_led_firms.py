"""Firms that somebody leads: those of their own name or for interim work are a claim, an employer's are none."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from reviewer.domain.findings import Verdict
from tests.checks.builders import lines, make_reading
from tests.checks.told_careers import FILLER, POSTS

TODAY = date(2026, 11, 25)
NAME = "Graham O'Donnell"


def projects(*rows: str, name: str = NAME) -> Verdict:
    reading = make_reading(lines(name, *FILLER, "Werdegang", *rows, *POSTS[1:]))
    return next(one.verdict for one in check(reading, TODAY).proposals if one.criterion == "projects")


@pytest.mark.parametrize("title", ["Principal", "Partner", "Managing Director", "Inhaber", "Gesellschafter", "Owner"])
@pytest.mark.parametrize(
    "firm",
    [
        "O'Donnell Interim Partners",
        "O'Donnell Consulting",
        "O'Donnell Management Solutions Ltd",
        "O'Donnell & Partner",
        "Beratung O'Donnell",
        "Dr. O'Donnell Unternehmensberatung",
    ],
)
def test_a_consultants_firm_of_the_persons_name_is_their_own(title: str, firm: str) -> None:
    assert projects("01/2012 – heute", f"{title}, {firm}") is Verdict.LACKING
    assert projects("01/2012 – heute", firm, title) is Verdict.LACKING
    assert projects(f"01/2012 – heute: {title} bei {firm}") is Verdict.LACKING


@pytest.mark.parametrize(
    "row",
    [
        "Principal, Nordlicht Interim Partners",
        "Gesellschafter der Nordlicht Interim GmbH",
        "Founding Partner – Nordlicht Interim Management",
        "Owner of Nordlicht Interim Ltd",
        "Nordlicht Interim Partners | Principal",
        "Geschäftsführender Gesellschafter, Nordlicht Consulting GmbH",
        "Alleininhaber, Nordlicht Unternehmensberatung",
        "Sole Director, Nordlicht Advisory Partners",
    ],
)
def test_a_firm_for_interim_work_or_of_ones_own_by_title_is_a_claim(row: str) -> None:
    assert projects("01/2012 – heute", row) is Verdict.LACKING


@pytest.mark.parametrize("title", ["Principal", "Partner", "Managing Partner", "Principal Consultant", "Director"])
@pytest.mark.parametrize(
    "firm",
    [
        "Roland Berger Strategy Consultants",
        "Boston Consulting Group",
        "Kearney Unternehmensberatung",
        "Accenture Management Consulting",
        "Nordlicht Consulting",
        "Hansen & Partners LLP",
    ],
)
def test_partners_and_principals_of_others_firms_claim_nothing(title: str, firm: str) -> None:
    assert projects("01/2012 – heute", f"{title}, {firm}") is Verdict.FINE
    assert projects("01/2012 – heute", f"{title} at {firm}") is Verdict.FINE


def test_a_namesakes_firm_with_anothers_given_name_is_anothers() -> None:
    row = "Partner, Roland Berger Strategy Consultants"
    assert projects("01/2012 – heute", row, name="Graham Berger") is Verdict.FINE


@pytest.mark.parametrize(
    "row",
    [
        "Managing Director, O'Donnell Castings Ltd",
        "Gesellschafter, O'Donnell Druckguss GmbH & Co. KG",
        "Geschäftsführer, O'Donnell Management GmbH (Anlagenbau, 420 Mitarbeiter)",
        "Einkaufsleiter, O'Donnell Logistik SE",
        "Assistent der geschäftsführenden Gesellschafter, Nordlicht Consulting GmbH",
        "Werkleiter, Nordlicht Werke GmbH (Inhaberfamilie Muster)",
    ],
)
def test_a_family_that_owns_an_employer_makes_no_claim(row: str) -> None:
    assert projects("01/2012 – heute", row) is Verdict.FINE


def test_clients_through_ones_own_firm_are_mandates() -> None:
    mandates = (
        "02/2024 – heute", "Interim Director, Brauerei (via O'Donnell Consulting)", "Linie aufgebaut",
        "01/2022 – 12/2023", "Interim Manager, Vorlage Guss SE, O'Donnell Consulting", "Umzug gesteuert",
        "03/2021 – 12/2021", "Interim Manager, O'Donnell Consulting", "Verträge mit Lieferanten erneuert",
    )  # fmt: skip
    assert projects("Selbständig seit 2021", *mandates) is Verdict.FINE
