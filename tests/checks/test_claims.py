"""What claims that somebody works for themselves, and what only sounds like it."""

from __future__ import annotations

import pytest

from reviewer.domain.findings import Verdict
from tests.checks.told_careers import FILLER, MANDATE, POSTS, verdict


@pytest.mark.parametrize(
    "claim",
    [
        "2011 habe ich mich als Führungskraft auf Zeit selbständig gemacht.",
        "Seit 2011 freier Manager auf Zeit",
        "In 2011 I went into business for myself as an interim executive.",
        "Struck out on my own in 2011 as an interim executive.",
        "Went solo as an interim executive in 2011.",
        "2011 eigenes Büro für Führung auf Zeit eröffnet",
        "2011 gegründet: eigene Firma für Interim Management",
        "Im Jahr 2011 wagte ich den Schritt in die Selbstständigkeit als Interim Manager.",
        "Im Jahr 2011 machte ich mich als Interim Manager selbständig und bin es bis heute.",
    ],
)
def test_a_claim_in_the_first_person_without_mandates_is_lacking(claim: str) -> None:
    assert verdict("projects", *FILLER, *POSTS, "Gegenwart", claim) is Verdict.LACKING


def test_a_company_run_by_its_owner_is_no_claim() -> None:
    post = ("Berufserfahrung", "01/2011 – 10/2026", "Leiter Qualität, inhabergeführte Firma", "Prüfpläne erneuert")
    assert verdict("projects", *FILLER, *post, *POSTS) is Verdict.FINE


@pytest.mark.parametrize(
    "reporting", ["Berichtete an die Inhaberfamilie", "Dotted line to the owner", "Reported to the founder family"]
)
def test_somebody_elses_firm_that_one_reports_to_is_no_claim(reporting: str) -> None:
    post = ("Berufserfahrung", "01/2011 – 10/2026", "Leiter Anwendungen, Vorlage B.V.", reporting)
    assert verdict("projects", *FILLER, *post, *POSTS) is Verdict.FINE
    assert verdict("currency", *FILLER, *post, *POSTS) is Verdict.FINE


@pytest.mark.parametrize(
    "row",
    [
        ("Geschäftsführender Gesellschafter (Interim Management)", "Beispiel Interim GmbH"),
        ("Managing Partner, Beispiel Consulting Ltd (own firm, interim management)",),
        ("Inhaber und Geschäftsführer, Beispiel Interim e.U.",),
    ],
)
def test_a_post_at_ones_own_firm_for_interim_work_is_a_claim(row: tuple[str, ...]) -> None:
    assert verdict("projects", *FILLER, "Werdegang", "06/2012 – heute", *row, *POSTS[1:]) is Verdict.LACKING


def test_whom_an_interim_manager_reports_to_makes_no_firm_of_ones_own() -> None:
    mandates = (
        "Mandate",
        "02/2024 – heute", "Interim CFO, Vorlage SE", "Berichtslinie: Geschäftsführender Gesellschafter",
        "01/2022 – 12/2023", "Interim COO, Entwurf KG", "Vorgesetzter: Geschäftsführender Gesellschafter",
    )  # fmt: skip
    assert verdict("projects", "Selbstständig als Interim Manager seit 2021", *mandates, *POSTS) is Verdict.FINE


def test_the_contract_of_a_mandate_makes_it_no_claim() -> None:
    mandates = (
        "Projekte",
        "04/2023 – 12/2024", "IT-Leiter auf Zeit, Vorlage GmbH", "Vertragsart: freiberuflich", "Netze erneuert",
        "04/2021 – 02/2023", "Programmleiter, Entwurf KG", "Vertragsart: freier Mitarbeiter", "Umzug gesteuert",
    )  # fmt: skip
    assert verdict("projects", *FILLER, *mandates, *POSTS) is Verdict.FINE


@pytest.mark.parametrize(
    "line",
    ["Ich arbeite seit 2011 projektbezogen für mittelständische Unternehmen.", "On the road for clients since 2011"],
)
def test_what_goes_on_since_the_last_post_ended_is_a_claim_in_whatever_words(line: str) -> None:
    assert verdict("projects", *FILLER, *POSTS, "Gegenwart", line) is Verdict.LACKING


@pytest.mark.parametrize(
    "line", ["Mitglied im Ruderverein seit 2011", "Verheiratet seit 2011", "Seit 2011 wohnhaft in Ulm"]
)
def test_what_is_private_since_the_last_post_ended_is_no_claim(line: str) -> None:
    assert verdict("projects", *FILLER, *POSTS, "Gegenwart", line) is Verdict.FINE


def test_words_of_self_employment_beside_a_post_that_fills_the_time_leave_it_unsure() -> None:
    post = (
        "Berufserfahrung",
        "01/2011 – heute",
        "Leiter Einkauf, Vorlage SE (Chemie, 900 Mitarbeiter)",
        "Preise verhandelt",
    )
    assert verdict("projects", "Selbständiger Berater seit 2011", *FILLER, *post, *POSTS) is Verdict.UNSURE


def test_when_a_company_was_founded_is_no_claim() -> None:
    post = (
        "Berufserfahrung",
        "01/2011 – 10/2026",
        "Head of IT, Vorlage Ltd",
        "Civil contractor, founded 1979, 85 employees",
    )
    assert verdict("projects", *FILLER, *post, "Moved two data centres", *POSTS) is Verdict.FINE


@pytest.mark.parametrize(
    "claim", ["In 2017 she left corporate life to work as an interim.", "2017 machte sie sich selbständig."]
)
def test_a_claim_in_the_third_person_without_mandates_is_lacking(claim: str) -> None:
    assert verdict("projects", *FILLER, *POSTS, "Gegenwart", claim) is Verdict.LACKING


@pytest.mark.parametrize(
    "claim",
    [
        "Inhaber einer kleinen Gesellschaft für Führung auf Zeit, gegründet 2011.",
        "Owner of a small firm for interim management, founded in 2011.",
    ],
)
def test_a_firm_of_ones_own_claims_since_the_year_it_was_founded(claim: str) -> None:
    assert verdict("projects", *FILLER, claim, *POSTS) is Verdict.LACKING


def test_the_day_from_which_one_is_free_claims_nothing() -> None:
    post = ("Berufserfahrung", "01/2011 – 10/2026", "Leiter Qualität, Vorlage GmbH", "Prüfpläne erneuert")
    profile = ("Profil", "Interim Manager, verfuegbar ab Januar 2027")
    assert verdict("projects", *profile, *post, *POSTS) is Verdict.FINE


@pytest.mark.parametrize(
    "claim",
    [
        "Seit fünfzehn Jahren als Interim Manager selbständig",
        "15 Jahre Erfahrung als selbständiger Interim Manager",
        "Seit über 15 Jahren arbeite ich auf eigene Rechnung.",
        "Fifteen years of independent interim work",
        "For the past 15 years I have worked as an interim manager.",
        "More than 15 years' experience as a freelance interim manager",
        "A decade as an interim executive",
    ],
)
def test_a_number_of_years_until_now_is_a_claim_that_began_as_many_years_ago(claim: str) -> None:
    assert verdict("projects", *FILLER, claim, *POSTS) is Verdict.LACKING


@pytest.mark.parametrize(
    "line",
    [
        "10 Jahre Erfahrung in der Zusammenarbeit mit Interim Managern",
        "Nach zehn Jahren in der Linie suche ich Aufgaben als Interim Manager.",
        "15 Jahre Erfahrung in inhabergeführten Unternehmen",
        "More than ten years in owner-managed companies",
        "10 years' experience of working with interim managers",
        "Ten years as plant manager at one company",
    ],
)
def test_a_number_of_years_of_something_else_is_no_claim(line: str) -> None:
    post = ("Berufserfahrung", "01/2011 – heute", "Leiter Einkauf, Vorlage SE (900 Mitarbeiter)", "Preise verhandelt")
    assert verdict("projects", *FILLER, line, *post, *POSTS) is Verdict.FINE


@pytest.mark.parametrize(
    "claim",
    [
        "Selbständig seit: 2011",
        "Interim Manager | seit 2011",
        "Gründer und Inhaber von Probe Interim (2011)",
        "Ende 2011 verließ ich den Konzern und arbeite seither als Interim Manager.",
        "Left corporate life in 2011; interim ever since.",
        "Meine Selbständigkeit als Interim Manager begann im Mai 2011.",
        "Herr Beispiel machte sich 2011 selbständig.",
        "Mr Beispiel set up his own practice in 2011.",
        "seit 2011 selbstst. Interim-CFO",
    ],
)
def test_a_claim_is_read_behind_labels_and_abbreviations_and_of_others_who_tell_it(claim: str) -> None:
    assert verdict("projects", claim, *FILLER, *POSTS, *MANDATE) is Verdict.LACKING


@pytest.mark.parametrize(
    "row",
    [
        ("Unternehmer",),
        ("Selbständiger Interim Manager", "Bundesweite Einsätze in Industrie und Handel"),
        ("Freiberuflicher Interim Manager", "Diverse Mandate im Maschinenbau"),
        ("Interim Executive | Probe Management", "Auftraggeber aus Industrie, Handel und Energie"),
        ("Selbständige Tätigkeit", "Interim Management in Produktion und Logistik"),
        ("Gründung und Leitung der Probe GmbH (Interim Management)",),
    ],
)
def test_a_post_of_ones_own_work_for_several_trades_is_a_claim(row: tuple[str, ...]) -> None:
    assert verdict("projects", *FILLER, "Berufserfahrung", "05/2011 – heute", *row, *POSTS[1:]) is Verdict.LACKING


@pytest.mark.parametrize(
    "line",
    [
        "Seit 2011 auch Interimsleiter des Schwesterwerks",
        "Seit 2011 steuere ich die Einsätze externer Interim Manager.",
        "Nebentätigkeit seit 2011: selbständiger Dozent",
        "Verheiratet seit 2011 mit einer selbständigen Architektin",
        "Inhaber der Prokura seit 2011",
        "Zusammenarbeit mit Freelancern seit 2011",
        "Independent non-executive director since 2011",
        "Responsible for contractors and freelancers since 2011",
        "Product owner since 2011",
        "Working independently since 2011",
        "Reporting to the independent chair since 2011",
    ],
)
def test_what_others_are_or_what_is_done_beside_a_post_is_no_claim(line: str) -> None:
    post = ("Berufserfahrung", "01/2011 – heute", "Leiter Einkauf, Vorlage SE (900 Mitarbeiter)", "Preise verhandelt")
    assert verdict("projects", *FILLER, line, *post, *POSTS) is Verdict.FINE


def test_self_employment_that_ended_in_a_post_claims_no_mandates() -> None:
    own = ("05/2012 – 03/2021", "Selbständiger Berater", "Beratung von Handwerksbetrieben")
    post = ("Berufserfahrung", "seit 04/2021", "Leiter Einkauf, Vorlage SE (900 Mitarbeiter)", "Preise verhandelt")
    assert verdict("projects", *FILLER, "Berufserfahrung", *own, *POSTS[1:]) is Verdict.LACKING
    assert verdict("projects", *FILLER, *post, *own, *POSTS[1:]) is Verdict.FINE


def test_a_claim_that_a_full_row_of_prose_breaks_is_read_to_its_end() -> None:
    story = (
        "Profil",
        "Ich arbeite bevorzugt in inhabergeführten Häusern. 2011 habe ich mich als Interim",
        "Manager selbständig gemacht.",
    )
    assert verdict("projects", *story, *POSTS) is Verdict.LACKING


@pytest.mark.parametrize("heading", ["Sprachen", "Freie Tätigkeit", "Persönliches"])
def test_self_employment_below_any_heading_is_a_claim(heading: str) -> None:
    own = (heading, "10/2015 – heute", "Selbständiger Interim Manager", "Schwerpunkte: Projektleitung, Finanzen")
    assert verdict("projects", *FILLER, *own, *POSTS) is Verdict.LACKING
