"""Recent work, silent years, and what explains them."""

from __future__ import annotations

import pytest

from reviewer.domain.findings import Verdict
from tests.checks.told_careers import FILLER, MANDATE, POSTS, career, verdict


def test_any_dated_line_that_fits_into_a_silent_time_explains_it() -> None:
    assert career() is Verdict.LACKING
    assert career(extra=("Anmerkungen", "05/2018 – 01/2021: Bau unseres Hofes in Eigenleistung")) is Verdict.FINE
    assert career(extra=("Referenzen", "05/2018 – 01/2021: Herr Kunze, mein Vorgesetzter")) is Verdict.LACKING


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
        "02/2011 – 01/2023", "Interim CEO, Entwurf KG", "Umzug gesteuert",
    )  # fmt: skip
    assert verdict("currency", "Selbstständig als Interim Manager seit 2011", *mandates, *POSTS) is Verdict.FINE


def test_a_row_that_begins_with_dates_is_a_post_though_its_title_is_a_heading_elsewhere() -> None:
    post = ("05/2018 – 01/2021 Certification Lead", "Newspaper publisher, Basel", "Closed the findings of the audit")
    assert career(*post) is Verdict.FINE


def test_a_claim_that_knows_the_year_alone_hides_no_silence_before_the_entry_that_tells_the_month() -> None:
    own = ("Berufserfahrung", "seit 11/2020", "Selbständiger Interim Manager", "Verschiedene Mandate")
    older = ("09/2012 – 02/2019", "Fertigungsleiter, Entwurf KG", "Linie aufgebaut")
    assert verdict("currency", "Interim Manager seit 2020", *FILLER, *own, *older) is not Verdict.FINE


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


@pytest.mark.parametrize("line", ["Danach 20 Monate: Wettbewerbsverbot", "Afterwards: 20 months: full-time MSc"])
def test_a_silence_is_explained_by_what_is_told_for_as_many_months(line: str) -> None:
    posts = ("Werdegang", "08/2022 – heute", "Werkleiter, Muster GmbH", "Aufbau einer zweiten Linie")
    older = ("01/2014 – 11/2020", "Fertigungsleiter, Probe AG", "Einführung der Gruppenarbeit")
    assert verdict("currency", *FILLER, *posts, *older) is Verdict.LACKING
    assert verdict("currency", *FILLER, *posts, *older, line) is Verdict.FINE


def test_a_claim_explains_no_silence_whatever_stands_beside_it() -> None:
    claim = "Selbständiger Interim Manager seit 2011, mit Master in Mathematik"
    second = ("01/2013 – 10/2018", "Werkleiter, Anlage GmbH", "Schichten neu geordnet")
    assert verdict("currency", *FILLER, claim, "Projekte", *second, *MANDATE, *POSTS) is Verdict.LACKING


FRAME = ("Berufserfahrung", "05/2016 – heute", "Selbständiger Interim Manager")
FRAMED = (
    "03/2025 – heute", "Interim Werkleiter, Vorlage SE (Chemie, 250 Mitarbeiter)", "Umzug gesteuert",
    "01/2020 – 12/2022", "Interim COO, Entwurf KG (Textil, 90 Mitarbeiter)", "Bestände gesenkt",
    "06/2016 – 11/2019", "Interim CFO, Muster AG (Guss, 700 Mitarbeiter)", "Kredite verlängert",
)  # fmt: skip


def test_a_silence_between_mandates_within_an_entry_of_self_employment_leaves_it_unsure() -> None:
    older = ("04/2008 – 04/2016", "Werkleiter, Muster GmbH (Guss, 90 Mitarbeiter)", "Aufbau einer zweiten Linie")
    assert verdict("currency", *FILLER, *FRAME, *FRAMED, *older) is Verdict.UNSURE
    assert verdict("currency", *FILLER, "Berufserfahrung", *FRAMED, *older) is Verdict.LACKING


@pytest.mark.parametrize(
    ("begun", "lasted"),
    [("ab 03/2025, 18 Monate", "ab 05/2018, {} Monate"), ("03/2025 (18 months)", "05/2018 ({} months)"),
     ("Start 03/2025, Dauer 18 Monate", "Start 05/2018, Dauer {} Monate")],
)  # fmt: skip
def test_what_is_told_to_have_lasted_for_months_ended_then(begun: str, lasted: str) -> None:
    def told(months: int) -> Verdict:
        return verdict(
            "currency", *FILLER, "Mandate",
            begun, "Interim Werkleiter, Vorlage SE (Chemie, 250 Mitarbeiter)", "Umzug gesteuert",
            lasted.format(months), "Interim COO, Entwurf KG (Textil, 90 Mitarbeiter)", "Bestände gesenkt",
            "01/2012 – 04/2018", "Fertigungsleiter, Probe AG (Guss, 700 Mitarbeiter)", "Linie aufgebaut",
        )  # fmt: skip

    assert (told(80), told(40)) == (Verdict.FINE, Verdict.LACKING)


@pytest.mark.parametrize(
    "line",
    [
        "Aktuelles Mandat seit 02/2025: Interim Werkleiter in der Chemie",
        "Derzeit leite ich seit Februar 2025 ein Werk der Chemie.",
    ],
)
def test_a_mandate_that_a_sentence_tells_to_go_on_is_work(line: str) -> None:
    own = (*FILLER, "Selbständiger Interim Manager seit 12/2010")
    told = (
        "Mandate",
        "02/2022 – 12/2024", "Interim CFO, Vorlage SE (120 Mitarbeiter)", "Umzug gesteuert",
        "02/2020 – 01/2022", "Interim CEO, Entwurf KG (Textil, 90 Mitarbeiter)", "Bestände gesenkt",
        "12/2010 – 01/2020", "Interim COO, Anlage AG (Guss, 700 Mitarbeiter)", "Kredite verlängert",
    )  # fmt: skip
    assert verdict("currency", *own, *told, *POSTS) is Verdict.UNSURE
    assert verdict("currency", *own, line, *told, *POSTS) is Verdict.FINE
    assert verdict("currency", *own, "Beirat der Probe-Stiftung seit 02/2025", *told, *POSTS) is Verdict.UNSURE


def test_silence_between_the_only_two_mandates_is_a_gap() -> None:
    told = (
        "Selbständiger Interim Manager seit 03/2019", "Mandate",
        "02/2026 – heute", "Interim CFO, Vorlage SE (Chemie, 120 Mitarbeiter)", "Kredite verlängert",
        "03/2019 – 05/2024", "Interim COO, Anlage AG (Guss, 700 Mitarbeiter)", "Umzug gesteuert",
    )  # fmt: skip
    assert verdict("currency", *FILLER, *told, *POSTS[:1], "04/2008 – 02/2019", *POSTS[2:]) is Verdict.LACKING


@pytest.mark.parametrize(("since", "expected"), [("01/2011", Verdict.UNSURE), ("02/2023", Verdict.LACKING)])
def test_self_employment_before_the_first_of_two_mandates_leaves_a_silence_unsure(
    since: str, expected: Verdict
) -> None:
    told = (
        f"Selbständiger Interim Manager seit {since}", "Mandate",
        "04/2024 – heute", "Interim CFO, Vorlage SE (Chemie, 120 Mitarbeiter)", "Kredite verlängert",
        "02/2023 – 03/2024", "Interim COO, Anlage AG (Guss, 700 Mitarbeiter)", "Umzug gesteuert",
    )  # fmt: skip
    assert verdict("currency", *FILLER, *told, *POSTS) is expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [("10/2025", Verdict.FINE), ("09/2025", Verdict.UNSURE), ("08/2024", Verdict.UNSURE), ("05/2024", Verdict.LACKING)],
)
def test_what_ended_last_year_is_recent_and_two_years_are_old(end: str, expected: Verdict) -> None:
    work = ("Berufserfahrung", f"02/2019 – {end}", "Werkleiter, Vorlage SE (120 Mitarbeiter)", "Umzug gesteuert")
    assert verdict("currency", *FILLER, *work, *POSTS[0:1], "01/2003 – 01/2019", "Meister, Probe AG") is expected
