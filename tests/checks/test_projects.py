"""Mandates that bear out a claim of self-employment: how many, dated or not."""

from __future__ import annotations

import pytest

from reviewer.domain.findings import Verdict
from tests.checks.told_careers import FILLER, MANDATE, POSTS, verdict


def test_two_short_mandates_in_many_years_leave_it_unsure() -> None:
    mandates = (
        "Mandate",
        "03/2026 – 09/2026", "Interim CFO, Vorlage SE", "Kredite verlängert",
        "01/2025 – 11/2025", "Interim Werkleiter, Entwurf KG", "Umzug gesteuert",
    )  # fmt: skip
    assert verdict("projects", "Selbstständig als Interim Manager seit 2011", *mandates, *POSTS) is Verdict.UNSURE


def test_assignments_of_which_only_the_length_is_told_leave_it_unsure() -> None:
    own = (
        "Berufserfahrung", "seit 11/2015", "Interim Manager (selbständig)",
        "Leiter Einkauf auf Zeit, Gießerei, 9 Monate",
        "Leiter Logistik auf Zeit, Lebensmittelindustrie, 14 Monate",
        "Einkaufsleiter auf Zeit, Maschinenbau, 6 Monate",
    )  # fmt: skip
    assert verdict("projects", "Selbständig als Interim Manager seit 11/2015", *own, *POSTS) is Verdict.UNSURE


def test_an_entry_of_many_clients_is_self_employment_though_it_tells_fields_and_sizes() -> None:
    own = (
        "Werdegang", "seit 06/2012", "Independent interim manager",
        "Clients: plastics and utilities, firms of 150 to 2,000 employees", "Advised boards on growth and change",
    )  # fmt: skip
    assert verdict("projects", *FILLER, *own, *POSTS[1:]) is Verdict.LACKING


def test_mandates_told_without_any_date_leave_it_unsure() -> None:
    mandates = (
        "Ausgewählte Mandate",
        "Leiter Einkauf | Vorlage SE", "Tiefbau, gegründet 1968, 450 Beschäftigte", "Verträge erneuert",
        "Leiter Logistik | Entwurf KG", "Textil, 90 Beschäftigte", "Umzug gesteuert",
        "Werkleiter | Probe GmbH", "Guss, 300 Beschäftigte", "Linie aufgebaut",
    )  # fmt: skip
    claim = "Freiberuflich tätig seit 2011"
    assert verdict("projects", claim, *FILLER, *mandates, *POSTS) is Verdict.UNSURE
    assert verdict("projects", *FILLER, *POSTS, "Gegenwart", claim) is Verdict.LACKING


@pytest.mark.parametrize(
    "row",
    [
        ("Freelance executive", "Assignments in Benelux; turnarounds and vacancies led."),
        ("Director, Beispiel Associates Ltd", "Numerous projects; references on request."),
    ],
)
def test_what_one_does_for_several_without_telling_whom_is_self_employment(row: tuple[str, ...]) -> None:
    texts = (*FILLER, "Werdegang", "06/2012 – 05/2026", *row, *POSTS[1:])
    assert verdict("projects", *texts) is Verdict.LACKING


def test_undated_mandates_below_a_self_employment_leave_it_unsure() -> None:
    own = ["Freiberufler", "Beratung und Leitung auf Zeit für wechselnde Auftraggeber."]
    for name in ("Nordwerk", "Muster", "Hohenstein"):
        own += [f"Werkleiter {name} GmbH", "Maschinenbau, 480 Köpfe", "Schichtmodell eingeführt und Bestände gesenkt"]
    assert verdict("projects", *FILLER, "Werdegang", "seit 07/2016", *own, *POSTS[1:]) is Verdict.UNSURE


@pytest.mark.parametrize("label", ["Auswahl aus den Mandaten:", "Among the assignments:", "Mandate (Auswahl):"])
def test_posts_listed_below_ones_own_work_are_mandates_without_dates(label: str) -> None:
    listed = (
        "Betriebsleiter, Muster Brennerei (Spirituosen, 120 Mitarbeiter): Abfüllung auf drei Schichten gebracht",
        "Technischer Leiter, Vorlage Signalbau (Bahntechnik, 500 Mitarbeiter): Werkstatt verlegt",
        "Leiter Einkauf, Entwurf Tram (Straßenbahn, 85 Mio. € Umsatz): Verträge erneuert",
    )
    own = ("Werdegang", "10/2014 – laufend", "Selbständiger Interim Manager", label, *listed)
    assert verdict("projects", "Selbständig als Interim Manager seit 2014", *own, *POSTS[1:]) is Verdict.UNSURE


@pytest.mark.parametrize(
    ("place", "title"),
    [("eigenes Büro, Lübeck", "Freier Interim Manager"), ("own office, Leeds", "Owner, interim practice")],
)
def test_labels_before_it_hide_no_self_employment_which_is_no_mandate(place: str, title: str) -> None:
    own = (
        "Zeitraum",
        "seit 11/2011",
        "Firma",
        place,
        "Position",
        title,
        "Aufgaben",
        "Begleitung von Inhabern in der Krise",
    )
    assert verdict("projects", *FILLER, "Projekte", *own, *MANDATE, *POSTS) is Verdict.LACKING


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (("2013 führte ich für einen Maschinenbauer das Werk durch den Umzug.",), Verdict.LACKING),
        (
            (
                "2013 führte ich für einen Maschinenbauer das Werk durch den Umzug.",
                "Von 2016 bis 2018 sanierte ich eine Gießerei mit 700 Mitarbeitern.",
                "2021 übernahm ich bei einer Großbäckerei den Einkauf.",
            ),
            Verdict.FINE,
        ),
        (
            (
                "In 2013 I ran the works of a textile firm for twelve months.",
                "In 2016 I turned around a foundry with 700 employees.",
                "In 2021 I took charge of purchasing for a bakery.",
            ),
            Verdict.FINE,
        ),
    ],
)
def test_mandates_that_a_story_tells_with_their_year_count(story: tuple[str, ...], expected: Verdict) -> None:
    claim = "Seit 2011 selbständig als Interim Manager"
    assert verdict("projects", claim, *FILLER, *story, *POSTS) is expected


@pytest.mark.parametrize(
    "own",
    [
        (
            "Bauer Managementberatung e.U.",
            "Selbständiger Interim Manager",
            "Zahlreiche Projekte in Industrie und Handel",
        ),
        ("Reported to the founder", "Owner, interim management practice", "Clients in the UK and Ireland"),
        ("Self-employed interim manager", "Various assignments for retail and logistics"),
        ("Niemöller Interim", "Interim Management und Beratung, eigenes", "Büro", "Referenzen nenne ich auf Anfrage."),
    ],
)
def test_an_entry_of_ones_own_work_is_no_mandate_whatever_stands_around_it(own: tuple[str, ...]) -> None:
    assert verdict("projects", *FILLER, "Werdegang", "03/2012 – heute", *own, *POSTS[1:]) is Verdict.LACKING


def test_a_task_with_customers_and_figures_makes_no_mandate_a_work_for_many() -> None:
    mandates = (
        "Assignments",
        "11/2025 – now", "Power utility with some 1,750 staff", "Quality Director ad interim", "Set up a lab",
        "04/2025 – 10/2025", "Haulier with a refrigerated fleet, sales of 485 million euros", "Plant Manager (interim)",
        "Raised on-time delivery from 38 to 93 per cent for the three largest customers",
        "03/2024 – 01/2025", "Brewery with some 1,800 staff", "Quality Director (interim)", "Passed the audit",
    )  # fmt: skip
    assert verdict("projects", *FILLER, *mandates, *POSTS) is Verdict.FINE
