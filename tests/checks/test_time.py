"""Projects and currency: claims without a list, silent years, and what explains them."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from reviewer.domain.findings import Verdict
from tests.checks.builders import lines, make_reading

TODAY = date(2026, 11, 23)
POSTS = (
    "Festanstellungen",
    "04/2008 – 11/2010", "Werkleiter, Muster GmbH", "Aufbau einer zweiten Linie",
    "01/2003 – 03/2008", "Fertigungsleiter, Probe AG", "Einführung der Gruppenarbeit",
)  # fmt: skip
FILLER = ("Profil", "Ich übernehme Verantwortung für Werke und Verwaltungen, wenn jemand fehlt oder es eilt.")


def verdict(criterion: str, *texts: str) -> Verdict:
    findings = check(make_reading(lines("Erika Beispiel", *texts)), TODAY)
    return next(one.verdict for one in findings.proposals if one.criterion == criterion)


@pytest.mark.parametrize(
    "claim",
    [
        "2011 habe ich mich als Führungskraft auf Zeit selbständig gemacht.",
        "Seit 2011 freier Manager auf Zeit",
        "In 2011 I went into business for myself as an interim executive.",
        "Im Jahr 2011 wagte ich den Schritt in die Selbstständigkeit als Interim Manager.",
        "Im Jahr 2011 machte ich mich als Interim Manager selbständig und bin es bis heute.",
    ],
)
def test_a_claim_in_the_first_person_without_mandates_is_lacking(claim: str) -> None:
    assert verdict("projects", *FILLER, *POSTS, "Gegenwart", claim) is Verdict.LACKING


def test_a_company_run_by_its_owner_is_no_claim() -> None:
    post = ("Berufserfahrung", "01/2011 – 10/2026", "Leiter Qualität, inhabergeführte Firma", "Prüfpläne erneuert")
    assert verdict("projects", *FILLER, *post, *POSTS) is Verdict.FINE


def test_two_short_mandates_in_many_years_leave_it_unsure() -> None:
    mandates = (
        "Mandate",
        "03/2026 – 09/2026", "Interim CFO, Vorlage SE", "Kredite verlängert",
        "01/2025 – 11/2025", "Interim Werkleiter, Entwurf KG", "Umzug gesteuert",
    )  # fmt: skip
    assert verdict("projects", "Selbstständig als Interim Manager seit 2011", *mandates, *POSTS) is Verdict.UNSURE


def career(*between: str, extra: tuple[str, ...] = ()) -> Verdict:
    newest = ("Berufserfahrung", "02/2021 – heute", "Werkleiter, Vorlage SE (120 Mitarbeiter)", "Umzug gesteuert")
    older = ("09/2012 – 04/2018", "Fertigungsleiter, Entwurf KG", "Linie aufgebaut")
    return verdict("currency", *FILLER, *newest, *between, *older, *extra)


def test_any_dated_line_that_fits_into_a_silent_time_explains_it() -> None:
    assert career() is Verdict.LACKING
    assert career(extra=("Anmerkungen", "05/2018 – 01/2021: Bau unseres Hofes in Eigenleistung")) is Verdict.FINE
    assert career(extra=("Referenzen", "05/2018 – 01/2021: Herr Kunze, mein Vorgesetzter")) is Verdict.LACKING


def test_an_old_stamp_counts_though_years_alone_reach_beyond_it() -> None:
    told = (
        "Mandate", "seit 2022", "Interim CFO, Vorlage SE", "Kredite verlängert",
        "2021 – 2022", "Interim Werkleiter, Entwurf KG", "Umzug gesteuert",
        "2019 – 2020", "Interim COO, Muster AG", "Werke zusammengelegt",
    )  # fmt: skip
    assert verdict("currency", *FILLER, *told, "Stand dieses Dokuments: Juli 2022") is Verdict.LACKING


def test_a_number_of_people_is_no_degree() -> None:
    told = ("Berufserfahrung", "seit März 2023", "Disponent, Vorlage SE (Spedition, MA: 60)", "Touren neu geschnitten")
    assert (
        verdict("currency", *FILLER, *told, "01/2015 – 02/2023", "Lagerist, Entwurf KG", "Ware geprüft") is Verdict.FINE
    )
