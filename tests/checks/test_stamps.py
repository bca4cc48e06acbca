"""The day a document says it is of, and dates that are of something else."""

from __future__ import annotations

import pytest

from reviewer.domain.findings import Verdict
from tests.checks.told_careers import FILLER, career, verdict

OLD_MANDATES = (
    "Mandate", "05/2021 – heute", "Interim CFO, Vorlage SE (Chemie, 250 Mitarbeiter)", "Kredite verlängert",
    "05/2018 – 04/2021", "Interim Werkleiter, Entwurf KG (Textil, 90 Mitarbeiter)", "Umzug gesteuert",
)  # fmt: skip


def test_an_old_stamp_counts_though_years_alone_reach_beyond_it() -> None:
    told = (
        "Mandate", "seit 2022", "Interim CFO, Vorlage SE", "Kredite verlängert",
        "2021 – 2022", "Interim Werkleiter, Entwurf KG", "Umzug gesteuert",
        "2019 – 2020", "Interim COO, Muster AG", "Werke zusammengelegt",
    )  # fmt: skip
    assert verdict("currency", *FILLER, *told, "Stand dieses Dokuments: Juli 2022") is Verdict.LACKING


def test_the_year_of_a_course_behind_a_comma_is_no_stamp() -> None:
    assert career("05/2018 – 01/2021", "Elternzeit", extra=("Black Belt Six Sigma, 2019",)) is Verdict.FINE


@pytest.mark.parametrize("foot", ["2 | Linz, Mai 2022", "Seite 2 von 3 – Stand: Mai 2022", "Page 2 | Bath, May 2022"])
def test_a_stamp_behind_a_pages_number_counts(foot: str) -> None:
    assert career("05/2018 – 01/2021", "Elternzeit", extra=(foot,)) is not Verdict.FINE


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


def test_the_day_a_form_was_made_is_no_stamp_of_what_it_tells() -> None:
    told = (
        "Mandate", "seit 2021", "Interim CFO, Vorlage SE", "Kredite verlängert",
        "2019 – 2020", "Interim Werkleiter, Entwurf KG", "Umzug gesteuert",
    )  # fmt: skip
    feet = ("Stand: März 2022", "Formular zuletzt aktualisiert 09/2026")
    assert verdict("currency", *FILLER, *told, *feet) is Verdict.LACKING


def test_what_ended_shortly_before_the_documents_day_is_as_old_as_the_document() -> None:
    told = ("Mandate", "01/2023 – 06/2024", "Interim CFO, Vorlage SE", "Kredite verlängert")
    older = ("09/2012 – 12/2022", "Finanzleiter, Entwurf KG", "Berichte erneuert")
    assert verdict("currency", *FILLER, *told, *older) is Verdict.LACKING
    assert verdict("currency", *FILLER, *told, *older, "Stand: 08/2024") is Verdict.UNSURE


@pytest.mark.parametrize("line", ["Black Belt, 03/2022", "PRINCE2 Practitioner, März 2022", "Stand der Technik 2022"])
def test_the_last_of_listed_courses_is_no_stamp(line: str) -> None:
    assert verdict("currency", *FILLER, *OLD_MANDATES, "Weiterbildung", "Refa-Grundschein", line) is Verdict.FINE


def test_a_place_with_a_river_signs_a_document() -> None:
    assert verdict("currency", *FILLER, *OLD_MANDATES, "Ulm/Donau, 12. März 2022") is Verdict.LACKING


@pytest.mark.parametrize("line", ["Leipzig, im September 2022", "Wien, im Mai 2022"])
def test_place_and_month_in_a_line_of_their_own_sign_a_document_wherever_they_stand(line: str) -> None:
    courses = ("Lehrgänge", "Zertifikatslehrgang Aufsichtsrat", "Refa-Grundschein", line)
    below = ("Interessen", "Bergwandern", "Fotografie", "Chorgesang", "Schach", "Segeln", "Kochen")
    assert verdict("currency", *FILLER, *OLD_MANDATES, *courses, *below) is Verdict.LACKING
    other = ("Lehrgänge", "Zertifikatslehrgang Aufsichtsrat, " + line, *below)
    assert verdict("currency", *FILLER, *OLD_MANDATES, *other) is Verdict.FINE
