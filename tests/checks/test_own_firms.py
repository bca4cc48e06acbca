"""Self-employment with a line of fields, with mandates that have no dates, and clients whose names are withheld."""

from __future__ import annotations

import pytest

from reviewer.domain.findings import Verdict
from tests.checks.told_careers import FILLER, POSTS, verdict

BELOW = POSTS[1:]


@pytest.mark.parametrize(
    "row",
    [
        ("seit 05/2012", "Selbständiger Interim Manager", "Beispiel GmbH", "Schwerpunkte: Logistik, Produktion"),
        ("05/2012 – heute", "Freiberuflicher Krisenmanager", "Branchen: Chemie, Handel, Energieversorger"),
        ("05/2012 – heute", "Eigene Firma, Führung auf Zeit", "Rund 40 Mandate in Gießereien und Brauereien"),
        ("05/2012 – heute", "Selbständiger Berater", "Zahlreiche Einsätze rund um Einkauf und Logistik"),
        ("since 05/2012", "Owner and interim manager", "own practice", "Focus: turnarounds, manufacturing"),
        ("05/2012 – present", "Freelance executive", "Sectors: chemicals, retail, insurance"),
        ("05/2012 – present", "Self-employed interim director", "More than 30 assignments in retail and brewing"),
    ],
)  # fmt: skip
def test_fields_and_counts_below_self_employment_are_no_mandate(row: tuple[str, ...]) -> None:
    assert verdict("projects", *FILLER, "Werdegang", *row, *BELOW) is Verdict.LACKING


UNDATED = {
    "titles first": (
        "seit 05/2012", "Freiberuflicher Interim Manager", "eigene Praxis",
        "Leiter Einkauf", "Vorlage SE, Tiefbau", "Verträge mit Lieferanten erneuert",
        "Werkleiter auf Zeit", "Entwurf KG, Textil", "Umzug einer Spinnerei gesteuert",
    ),
    "clients first": (
        "05/2012 – heute", "Beispiel Management e. K.", "Geschäftsführender Gesellschafter und Interim Manager",
        "Vorlage SE, Köln", "Leiter Einkauf ad interim", "Verträge mit Lieferanten erneuert",
        "Entwurf KG, Trier", "Bereichsleiter Montage", "Umzug einer Spinnerei gesteuert",
    ),
    "nameless clients": (
        "05/2012 – present", "Owner and interim manager", "own practice",
        "Head of Purchasing", "family-owned retailer", "Renewed all contracts with suppliers.",
        "Plant Manager (interim)", "European arm of a US group", "Moved a spinning mill to a new site.",
        "Finance Director", "joint venture of two utilities", "Closed the books within four days.",
    ),
    "labels": (
        "Period", "05/2012 – present", "Company", "own practice", "Role", "Freelance interim executive",
        "Company", "furniture maker, 410 employees", "Role", "Plant Manager", "Details", "Moved a mill to a new site",
        "Company", "brewing, turnover $117m", "Role", "Finance Director", "Details", "Closed the books in four days",
    ),
}  # fmt: skip


@pytest.mark.parametrize("rows", UNDATED.values(), ids=UNDATED)
def test_posts_without_dates_below_self_employment_leave_it_unsure(rows: tuple[str, ...]) -> None:
    assert verdict("projects", *FILLER, "Mandate", *rows, "Festanstellungen", *BELOW) is Verdict.UNSURE


@pytest.mark.parametrize("withheld", ["(Name auf Anfrage)", "(name on request)", "– Firma auf Wunsch"])
def test_a_client_whose_name_is_withheld_is_a_client(withheld: str) -> None:
    mandates = (
        "09/2023 – heute", f"Konzern {withheld}", "Leiter Sanierung (Interim)", "Vertrieb neu geordnet",
        "06/2021 – 06/2023", "Interim Werkleiter, Entwurf KG", "Linie aufgebaut",
    )  # fmt: skip
    claim = "Selbständig als Interim Manager seit 2021"
    assert verdict("projects", claim, *FILLER, "Mandate", *mandates, *POSTS) is Verdict.FINE


def test_a_title_and_an_agency_above_the_first_heading_are_no_mandates() -> None:
    head = (
        "Interim Manager",
        "Vermittlung",
        "Bankhaus Partners KG",
        "Interim Director, Muster Pool AG",
        "Interimpool GmbH",
    )
    own = ("Profil", "Selbständig seit 2012.", "Werdegang", "seit 05/2012", "Freier Interim Manager", "eigene Praxis")
    assert verdict("projects", *head, *own, *BELOW) is Verdict.LACKING


def test_a_period_alone_in_its_line_claims_nothing() -> None:
    torn = ("Kompetenzen", "Qualität und Entwicklung", "09/2011 – heute", "Vertrieb", "Einkauf", "Logistik")
    assert verdict("projects", *FILLER, *POSTS, *torn) is Verdict.FINE


@pytest.mark.parametrize(
    "own",
    [
        ("Zeitraum: 2015 bis heute", "Funktion: Freiberuflicher Interim Manager", "Unternehmen: Eigene Beratung"),
        ("Kunde: selbständig", "Position: Interim Manager", "Zeit: ab 01/2015"),
    ],
)
def test_clients_of_several_sizes_are_of_ones_own_work(own: tuple[str, ...]) -> None:
    sizes = "Umfeld: Mittelstand, 50 bis 2.000 Mitarbeiter"
    assert verdict("projects", *FILLER, "Berufserfahrung", *own, sizes, *POSTS[1:]) is Verdict.LACKING


@pytest.mark.parametrize(
    "own",
    [
        ("10/2018 – heute", "Interim Management und Beratung, EB Management AG"),
        ("Nov 2016 – present", "Interim manager and consultant, EB Management Partners", "Projects on request"),
        ("Seit 2015 Interim Manager und Berater",),
    ],
)
def test_who_consults_as_well_works_for_themselves(own: tuple[str, ...]) -> None:
    assert verdict("projects", *FILLER, "Berufserfahrung", *own, *POSTS[1:]) is Verdict.LACKING


@pytest.mark.parametrize("title", ["Selbständiger Interim Manager", "Geschäftsführende Gesellschafterin", "Owner"])
@pytest.mark.parametrize(
    "clients",
    [
        "Auftraggeber: Maschinenbau, Pharma, Versicherung; 80 bis 1500 Mitarbeitende",
        "Assignments at companies with £20m to £300m turnover",
        "Mandate bei Unternehmen von 20 bis 300 Mio. € Umsatz",
    ],
)
def test_what_tells_clients_of_several_sizes_is_self_employment(title: str, clients: str) -> None:
    own = (
        "seit 01/2015",
        title,
        "Beispiel Interim GmbH, Ulm",
        clients,
        "Vakanzen überbrückt und Nachfolger eingearbeitet",
    )
    assert verdict("projects", *FILLER, "Berufserfahrung", *own, *POSTS[1:]) is Verdict.LACKING


@pytest.mark.parametrize("size", ["350 Mitarbeiter", "Umsatz 40 Mio. €"])
def test_who_owns_a_works_of_one_size_is_no_interim_manager(size: str) -> None:
    own = (
        "seit 01/2015",
        "Geschäftsführende Gesellschafterin",
        f"Muster Guss GmbH, Ulm (Gießerei, {size})",
        "Formerei verlegt",
    )
    assert verdict("projects", *FILLER, "Berufserfahrung", *own, *POSTS[1:]) is Verdict.FINE
