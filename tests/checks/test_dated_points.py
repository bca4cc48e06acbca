"""Mandates that are points of a list, each with its period or its year."""

from __future__ import annotations

import pytest

from reviewer.domain.findings import Verdict
from tests.checks.told_careers import FILLER, POSTS, verdict

OWN = ("Berufserfahrung", "seit 01/2015", "Selbständig als Interim Manager")
POINTS = (
    "• Interim Einkaufsleiter, Skizze AG (11/2022 – 05/2026)",
    "• Werkleiter (Vorlage SE, Metallverarbeitung, 450 Mitarbeiter; 03/2021 bis 06/2022)",
    "• Entwurf KG, Aalen (01/2018 – 09/2019): Betriebsleiter, zweite Linie aufgebaut",
)
YEARS = (
    "Skizze AG (2025): Einkauf gebündelt",
    "Vorlage SE (2022): Umzug gesteuert",
    "Entwurf KG (2019): Linie aufgebaut",
)
TASKS = (
    "• Fertigung der Skizze AG integriert (11/2022 – 05/2024)",
    "• Werk der Vorlage SE umgezogen (03/2021 – 06/2022)",
)


@pytest.mark.parametrize("points", [POINTS, YEARS])
@pytest.mark.parametrize("heading", [(), ("Mandate",)])
def test_points_below_self_employment_are_mandates(points: tuple[str, ...], heading: tuple[str, ...]) -> None:
    assert verdict("projects", *FILLER, *OWN, *heading, *points, *POSTS[1:]) is Verdict.FINE


def test_points_below_a_heading_are_mandates() -> None:
    own = "Selbständig als Interim Manager seit 2015"
    assert verdict("projects", *FILLER, own, *POSTS, "Mandate", *POINTS) is Verdict.FINE
    assert verdict("projects", *FILLER, own, *POSTS) is Verdict.LACKING


def test_points_that_lie_outside_the_entry_above_are_mandates() -> None:
    assert verdict("projects", *FILLER, *OWN, *POSTS[1:], *POINTS) is Verdict.FINE


def test_what_was_done_within_a_post_is_no_mandate() -> None:
    post = ("11/2020 – heute", "Werkleiter, Muster GmbH (300 Mitarbeiter)", *TASKS)
    own = "Selbständig als Interim Manager von 2016 bis 2018"
    assert verdict("projects", *FILLER, own, "Berufserfahrung", *post, *POSTS[1:]) is not Verdict.LACKING
    assert verdict("projects", *FILLER, *OWN, *POSTS[1:3], "• Zweite Linie (04/2009 – 06/2010), Muster GmbH") is (
        Verdict.LACKING
    )


def test_courses_with_their_years_are_no_mandates() -> None:
    courses = ("Leiter einer Schulung (2019)", "Werkleiter-Lehrgang, Probe GmbH (2020)", "Kurs, Vorlage SE (2021)")
    assert verdict("projects", *FILLER, *OWN, *POSTS[1:], *courses) is Verdict.LACKING
