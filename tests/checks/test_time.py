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


@pytest.mark.parametrize("reason", ["Berufliche Neuausrichtung", "Auszeit aus privaten Gründen", "Personal reasons"])
def test_a_reason_that_tells_nothing_leaves_a_silence_unsure(reason: str) -> None:
    assert career("05/2018 – 01/2021", reason) is Verdict.UNSURE


@pytest.mark.parametrize("reason", ["Elternzeit", "Sabbatical: Auszeit für eine Weltumsegelung", "Cared for my mother"])
def test_a_reason_that_tells_something_explains_a_silence(reason: str) -> None:
    assert career("05/2018 – 01/2021", reason) is Verdict.FINE


def test_the_year_of_a_course_behind_a_comma_is_no_stamp() -> None:
    assert career("05/2018 – 01/2021", "Elternzeit", extra=("Black Belt Six Sigma, 2019",)) is Verdict.FINE


@pytest.mark.parametrize("foot", ["2 | Linz, Mai 2022", "Seite 2 von 3 – Stand: Mai 2022", "Page 2 | Bath, May 2022"])
def test_a_stamp_behind_a_pages_number_counts(foot: str) -> None:
    assert career("05/2018 – 01/2021", "Elternzeit", extra=(foot,)) is not Verdict.FINE


OLD_MANDATES = (
    "Mandate", "05/2021 – heute", "Interim CFO, Vorlage SE (Chemie, 250 Mitarbeiter)", "Kredite verlängert",
    "05/2018 – 04/2021", "Interim Werkleiter, Entwurf KG (Textil, 90 Mitarbeiter)", "Umzug gesteuert",
)  # fmt: skip


@pytest.mark.parametrize(
    "line", ["12. März 2022", "Curriculum Vitae – March 2022", "Page 1 of 2 – March 2022", "Wien, am 12.03.2022",
             "Erika Beispiel, München, 12.03.2022", "Rev. 4 / March 2022", "Projektstand: März 2022"]
)  # fmt: skip
def test_a_date_alone_in_the_head_or_at_the_foot_is_the_documents(line: str) -> None:
    assert verdict("currency", *FILLER, *OLD_MANDATES, line) is Verdict.LACKING
    assert verdict("currency", line, *FILLER, *OLD_MANDATES) is Verdict.LACKING


@pytest.mark.parametrize(
    "line", ["Scrum Master, März 2022", "Arbeitszeugnis Muster GmbH, 31.03.2022", "Datenschutzhinweis Stand 03/2022",
             "Aufsatz „Lean im Mittelstand“, März 2022", "Prince2 Practitioner, 03/2022"]
)  # fmt: skip
def test_the_date_of_something_else_is_no_stamp(line: str) -> None:
    others = (
        "Sonstiges",
        line,
        "Führerschein Klasse B",
        "Segelschein",
        "Ehrenamt in der Feuerwehr",
        "Jagdschein",
        "Tanzen",
    )
    assert verdict("currency", *FILLER, *OLD_MANDATES, *others) is Verdict.FINE


def test_being_married_since_explains_no_silence() -> None:
    assert career(extra=("Sonstiges", "Verheiratet seit 2018, zwei Kinder")) is Verdict.LACKING


def test_a_running_number_before_a_period_hides_no_station() -> None:
    work = (
        "Berufserfahrung",
        "[P1] 2/2021 – heute: Werkleiter, Vorlage SE (Metallverarbeitung, 450 Mitarbeiter, Standort Ulm und Neu-Ulm)",
        "Umzug gesteuert",
        "[P2] 9/2012 – 1/2021: Fertigungsleiter, Entwurf KG (Metallverarbeitung, 120 Mitarbeiter, Standort Aalen)",
        "Linie aufgebaut",
        "[P3] 9/2002 – 8/2012: Meister, Probe AG (Metallverarbeitung, 90 Mitarbeiter, mit zwei Schichten)",
    )
    assert verdict("currency", *FILLER, *work) is Verdict.FINE


def test_a_mandate_that_goes_on_is_work_though_it_names_no_client() -> None:
    mandates = (
        "Mandate",
        "04/2025 – heute", "Interim Geschäftsführer", "Vertraulich (NDA)",
        "05/2023 – 06/2024", "Interim CEO, Vorlage SE", "Kredite verlängert",
        "02/2021 – 01/2023", "Interim CEO, Entwurf KG", "Umzug gesteuert",
    )  # fmt: skip
    assert verdict("currency", "Selbstständig als Interim Manager seit 2011", *mandates, *POSTS) is Verdict.FINE


def test_a_row_that_begins_with_dates_is_a_post_though_its_title_is_a_heading_elsewhere() -> None:
    post = ("05/2018 – 01/2021 Certification Lead", "Newspaper publisher, Basel", "Closed the findings of the audit")
    assert career(*post) is Verdict.FINE


def test_the_contract_of_a_mandate_makes_it_no_claim() -> None:
    mandates = (
        "Projekte",
        "04/2023 – 12/2024", "IT-Leiter auf Zeit, Vorlage GmbH", "Vertragsart: freiberuflich", "Netze erneuert",
        "04/2021 – 02/2023", "Programmleiter, Entwurf KG", "Vertragsart: freier Mitarbeiter", "Umzug gesteuert",
    )  # fmt: skip
    assert verdict("projects", *FILLER, *mandates, *POSTS) is Verdict.FINE


def test_the_day_a_form_was_made_is_no_stamp_of_what_it_tells() -> None:
    told = (
        "Mandate", "seit 2021", "Interim CFO, Vorlage SE", "Kredite verlängert",
        "2019 – 2020", "Interim Werkleiter, Entwurf KG", "Umzug gesteuert",
    )  # fmt: skip
    feet = ("Stand: März 2022", "Formular zuletzt aktualisiert 09/2026")
    assert verdict("currency", *FILLER, *told, *feet) is Verdict.LACKING


def test_a_claim_that_knows_the_year_alone_hides_no_silence_before_the_entry_that_tells_the_month() -> None:
    own = ("Berufserfahrung", "seit 11/2020", "Selbständiger Interim Manager", "Verschiedene Mandate")
    older = ("09/2012 – 02/2019", "Fertigungsleiter, Entwurf KG", "Linie aufgebaut")
    assert verdict("currency", "Interim Manager seit 2020", *FILLER, *own, *older) is not Verdict.FINE


def test_assignments_of_which_only_the_length_is_told_leave_it_unsure() -> None:
    own = (
        "Berufserfahrung", "seit 11/2015", "Interim Manager (selbständig)",
        "Leiter Einkauf auf Zeit, Gießerei, 9 Monate",
        "Leiter Logistik auf Zeit, Lebensmittelindustrie, 14 Monate",
        "Einkaufsleiter auf Zeit, Maschinenbau, 6 Monate",
    )  # fmt: skip
    assert verdict("projects", "Selbständig als Interim Manager seit 11/2015", *own, *POSTS) is Verdict.UNSURE


def test_a_silence_of_almost_a_year_leaves_it_unsure() -> None:
    told = ("Berufserfahrung", "02/2021 – heute", "Werkleiter, Vorlage SE (120 Mitarbeiter)", "Umzug gesteuert")
    older = ("09/2012 – {}", "Fertigungsleiter, Entwurf KG", "Linie aufgebaut")
    found = [
        verdict("currency", *FILLER, *told, older[0].format(end), *older[1:])
        for end in ("09/2019", "02/2020", "03/2020")
    ]
    assert found == [Verdict.LACKING, Verdict.UNSURE, Verdict.FINE]


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
    assert verdict("projects", "Steuerung externer Berater seit 2011", *FILLER, *post, *POSTS) is Verdict.UNSURE


def test_an_entry_of_many_clients_is_self_employment_though_it_tells_fields_and_sizes() -> None:
    own = (
        "Werdegang", "seit 06/2012", "Independent interim manager",
        "Clients: plastics and utilities, firms of 150 to 2,000 employees", "Advised boards on growth and change",
    )  # fmt: skip
    assert verdict("projects", *FILLER, *own, *POSTS[1:]) is Verdict.LACKING


@pytest.mark.parametrize(
    "line",
    ["Seit 02/2025 pflege ich meine Mutter.", "I have been on parental leave since 02/2025 and return in spring."],
)
def test_the_time_since_the_newest_work_may_be_explained_too(line: str) -> None:
    told = ("Berufserfahrung", "02/2021 – 01/2025", "Werkleiter, Vorlage SE (120 Mitarbeiter)", "Umzug gesteuert")
    older = ("09/2012 – 01/2021", "Fertigungsleiter, Entwurf KG", "Linie aufgebaut")
    assert verdict("currency", *FILLER, *told, *older) is Verdict.UNSURE
    assert verdict("currency", "Profil", line, *told, *older) is Verdict.FINE


def test_what_was_begun_as_ones_own_goes_on() -> None:
    claim = "In 2011 I set up on my own as an interim manager."
    assert verdict("currency", *FILLER, *POSTS, "Gegenwart", claim) is Verdict.FINE


def test_what_ended_shortly_before_the_documents_day_is_as_old_as_the_document() -> None:
    told = ("Mandate", "01/2023 – 06/2024", "Interim CFO, Vorlage SE", "Kredite verlängert")
    older = ("09/2012 – 12/2022", "Finanzleiter, Entwurf KG", "Berichte erneuert")
    assert verdict("currency", *FILLER, *told, *older) is Verdict.LACKING
    assert verdict("currency", *FILLER, *told, *older, "Stand: 08/2024") is Verdict.UNSURE


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


@pytest.mark.parametrize("line", ["Danach 20 Monate: Wettbewerbsverbot", "Afterwards: 20 months: full-time MSc"])
def test_a_silence_is_explained_by_what_is_told_for_as_many_months(line: str) -> None:
    posts = ("Werdegang", "08/2022 – heute", "Werkleiter, Muster GmbH", "Aufbau einer zweiten Linie")
    older = ("01/2014 – 11/2020", "Fertigungsleiter, Probe AG", "Einführung der Gruppenarbeit")
    assert verdict("currency", *FILLER, *posts, *older) is Verdict.LACKING
    assert verdict("currency", *FILLER, *posts, *older, line) is Verdict.FINE


MANDATE = ("01/2012 – 09/2012", "Werkleiter, Vorlage GmbH", "Zweite Schicht eingeführt")


@pytest.mark.parametrize(
    "claim",
    [
        "Inhaber einer kleinen Gesellschaft für Führung auf Zeit, gegründet 2011.",
        "Owner of a small firm for interim management, founded in 2011.",
    ],
)
def test_a_firm_of_ones_own_claims_since_the_year_it_was_founded(claim: str) -> None:
    assert verdict("projects", *FILLER, claim, *POSTS) is Verdict.LACKING


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


def test_the_day_from_which_one_is_free_claims_nothing() -> None:
    post = ("Berufserfahrung", "01/2011 – 10/2026", "Leiter Qualität, Vorlage GmbH", "Prüfpläne erneuert")
    profile = ("Profil", "Interim Manager, verfuegbar ab Januar 2027")
    assert verdict("projects", *profile, *post, *POSTS) is Verdict.FINE


def test_a_claim_explains_no_silence_whatever_stands_beside_it() -> None:
    claim = "Selbständiger Interim Manager seit 2011, mit Master in Mathematik"
    second = ("01/2013 – 10/2018", "Werkleiter, Anlage GmbH", "Schichten neu geordnet")
    assert verdict("currency", *FILLER, claim, "Projekte", *second, *MANDATE, *POSTS) is Verdict.LACKING
