"""What a letter says of what is missing where, when the pre-check knows it."""

from __future__ import annotations

import pytest

from reviewer.domain.findings import Findings, Station, Verdict
from reviewer.domain.letter import Language, Template
from tests.domain.findings_made import findings, proposal, station
from tests.mail.builders import a_place, an_applicant, lacking, rendered

DE, EN = Language.DE, Language.EN
ONE = station("2014-03", "2015-12")
TWO = station("2012-01", "2014-02")
MANY = tuple(station(f"20{year:02d}-01", f"20{year:02d}-11") for year in range(1, 9))


def found(*stations: Station, criterion: str = "context", verdict: Verdict = Verdict.LACKING) -> Findings:
    return findings(*stations, proposals=(proposal(criterion, verdict),))


def paragraph(criterion: str, known: Findings | None, language: Language = DE, rung: int = 1) -> str:
    """The paragraph of a lacking criterion in a letter with these findings."""
    applicant = an_applicant(lacking(criterion, a_place(1, "Plant manager, Nordwerk")))
    body = rendered(applicant, Template(f"feedback-{rung}"), language, known).body
    return next(part for part in body.split("\n\n") if "Nordwerk" in part)


@pytest.mark.parametrize(
    ("stations", "german", "english"),
    [
        (
            (ONE,),
            "Zur Station 03/2014–12/2015 nennen Sie weder Branche noch Mitarbeiterzahl noch Umsatz.",
            "For the position 03/2014–12/2015, you give neither industry nor headcount nor revenue.",
        ),
        (
            (TWO, ONE),
            "Zu den Stationen 03/2014–12/2015 und 01/2012–02/2014 nennen Sie weder",
            "For the positions 03/2014–12/2015 and 01/2012–02/2014, you give neither",
        ),
        (
            MANY,
            "Zu den Stationen 01/2008–11/2008, 01/2007–11/2007, 01/2006–11/2006 und fünf weiteren nennen Sie weder",
            "For the positions 01/2008–11/2008, 01/2007–11/2007, 01/2006–11/2006 and five more, you give neither",
        ),
        (
            MANY[:4],
            "01/2002–11/2002 und einer weiteren nennen",
            "01/2002–11/2002 and one more, you give",
        ),
        ((station("2024-02", None),), "Zur Station 02/2024–heute nennen", "For the position 02/2024–present, you"),
        (
            (station("2014-03", "2015-12", size="450 people"),),
            "2015 fehlt die Branche.",
            "2015, the industry is missing.",
        ),
        (
            (station("2014-03", "2015-12", industry="casting"),),
            "2015 fehlen Mitarbeiterzahl und Umsatz.",
            "2015, the headcount and the revenue are missing.",
        ),
    ],
)
def test_the_periods_without_context_are_named(stations: tuple[Station, ...], german: str, english: str) -> None:
    assert german in paragraph("context", found(*stations))
    assert english in paragraph("context", found(*stations), EN)


def test_different_gaps_are_told_one_sentence_each() -> None:
    text = paragraph("context", found(ONE, station("2012-01", "2014-02", size="450 people")))
    assert "noch Umsatz. Zur Station 01/2012–02/2014 fehlt die Branche. Wer das Unternehmen" in text


@pytest.mark.parametrize("rung", [1, 2, 3])
@pytest.mark.parametrize("language", Language)
def test_each_rung_says_what_is_missing(rung: int, language: Language) -> None:
    bare = found(ONE, criterion="tasks")
    words = {
        DE: "steht nicht, was Sie getan oder erreicht haben.",
        EN: "your CV does not say what you did or achieved.",
    }
    assert words[language] in paragraph("tasks", bare, language, rung)


def test_silent_years_and_the_last_date_are_named() -> None:
    known = findings(
        station("2003-02", "2006-04"),
        station("2010-01", "2015-12"),
        newest="2015-12",
        proposals=(proposal("currency"),),
    )
    assert (
        "Die jüngste datierte Angabe reicht bis 12/2015; danach folgt nichts. Für die Zeit 05/2006–12/2009 finden wir"
        in paragraph("currency", known)
    )
    assert "The most recent date in your CV is 12/2015; nothing follows it." in paragraph("currency", known, EN)


def test_of_two_ways_to_reach_somebody_the_missing_one_is_named() -> None:
    known = findings(emails=("petra.weiss@example.org",), proposals=(proposal("contact", Verdict.UNSURE),))
    assert "Eine Telefonnummer haben wir nicht gefunden." in paragraph("contact", known)


def test_a_date_alone_is_not_quoted_where_the_sentence_says_more() -> None:
    applicant = an_applicant(lacking("currency", a_place(2, "03/2014 - 12/2015"), a_place(1, "Nordwerk")))
    known = findings(station("2014-03", "2015-12"), newest="2015-12", proposals=(proposal("currency"),))
    assert "„03/2014 - 12/2015“" not in rendered(applicant, Template.FEEDBACK_1, DE, known).body
    assert "„03/2014 - 12/2015“" in rendered(applicant, Template.FEEDBACK_1).body


@pytest.mark.parametrize("criterion", ["contact", "context", "tasks", "clarity", "projects", "currency"])
def test_without_findings_the_letter_is_the_houses_alone(criterion: str) -> None:
    alone = paragraph(criterion, None)
    assert paragraph(criterion, findings(proposals=(proposal(criterion),))) == alone
    assert "  " not in alone


def test_who_overruled_the_pre_check_is_not_backed_by_its_counts() -> None:
    assert paragraph("context", found(ONE, verdict=Verdict.FINE)) == paragraph("context", None)
