"""Where a proposal is seen: each line of an entry that does not tell what it should, and the person's own name."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from reviewer.domain.findings import Verdict
from reviewer.domain.ids import CriterionKey
from tests.checks.builders import lines, make_reading
from tests.checks.test_statements import WIDE, kind, stations

PERIOD, TITLE, RANK = "03/2019 – heute", "Interim Werkleiter, Muster Guss GmbH", "Bericht an den Geschäftsführer"
OTHER = ("01/2015 – 02/2019 Einkaufsleiter, Probe AG", "Berichtslinie: CFO")


def seen(criterion: str, *texts: str) -> list[str]:
    """The words of the evidence for what is lacking."""
    findings = check(make_reading(lines(*texts)), date(2026, 11, 25))
    proposal = findings.proposal(CriterionKey(criterion))
    assert proposal
    assert proposal.verdict is Verdict.LACKING
    assert len({place.rect for place in proposal.evidence}) == len(proposal.evidence)
    return [place.text for place in proposal.evidence]


def test_missing_tasks_are_seen_at_title_period_and_rank_each_by_itself() -> None:
    entry = (*WIDE, "Beruflicher Werdegang", PERIOD, TITLE, RANK, *OTHER)
    assert seen("tasks", *entry) == [TITLE, OTHER[0], PERIOD, OTHER[1], RANK]


def test_missing_industry_and_size_are_seen_at_title_and_period() -> None:
    entry = (*WIDE, "Beruflicher Werdegang", PERIOD, TITLE, RANK, *OTHER)
    assert seen("context", *entry) == [TITLE, OTHER[0], PERIOD]


def test_each_entry_is_seen_once_before_any_is_seen_twice_the_post_before_its_company() -> None:
    posts = (
        ("03/2019 – heute", "Muster Guss GmbH, Köln", "", "Interim Werkleiter"),
        ("01/2018 – 12/2018", "Einkaufsleiter, Probe AG", "Berichtslinie: CFO"),
        ("01/2016 – 12/2016", "Finanzleiter, Vorlage SE", "Berichtslinie: CFO"),
    )
    entry = [text for post in posts for text in post]
    cells = [cell for cell in lines(*WIDE, "Beruflicher Werdegang", *entry) if cell[2]]
    proposal = check(make_reading(cells), date(2026, 11, 25)).proposal(CriterionKey("tasks"))
    assert proposal
    firsts = ["Interim Werkleiter", "Einkaufsleiter, Probe AG", "Finanzleiter, Vorlage SE"]
    assert [place.text for place in proposal.places] == firsts
    assert [place.text for place in proposal.evidence[:3]] == firsts
    assert [place.text for place in proposal.further][:3] == ["Muster Guss GmbH, Köln", posts[1][0], posts[2][0]]


def test_a_label_of_rank_below_a_title_is_a_reporting_line() -> None:
    (station,) = stations("Projekte", *OTHER)
    assert [unit.text for unit in station.reporting] == [OTHER[1]]
    assert kind(OTHER[1]).value == "reporting"


@pytest.mark.parametrize("head", [("M A X   M U S T E R", "Interim Manager"), ("Max Muster", "Interim Manager")])
def test_missing_contact_data_are_seen_at_the_name_and_at_somebody_elses_line(head: tuple[str, ...]) -> None:
    referee = "Karl Mertens, Muster Guss GmbH, Tel. 0221 4710 222, mertens@example.com"
    found = seen("contact", *head, *WIDE, "Beruflicher Werdegang", PERIOD, TITLE, *OTHER, "Referenzen", referee)
    assert found[0].replace(" ", "").lower() == "maxmuster"
    assert found[-1] == referee


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("Interim Werkleiter, Automobilzulieferer", "context.no-size-at"),
        ("Interim Werkleiter, Muster GmbH (450 Mitarbeiter)", "context.no-industry-at"),
        ("Interim Werkleiter, Muster GmbH", "context.missing-at"),
    ],
)
def test_the_reason_says_which_of_industry_and_size_is_missing(told: str, rule: str) -> None:
    posts = ("Beruflicher Werdegang", "03/2019 – heute", told, "01/2015 – 02/2019", "Einkaufsleiter, Probe AG")
    findings = check(make_reading(lines(*WIDE, *posts)), date(2026, 11, 25))
    proposal = findings.proposal(CriterionKey("context"))
    assert proposal
    assert [one.rule for one in proposal.reasons if one.rule.endswith("-at")] == [rule]


def test_a_period_beside_the_title_is_one_place_with_it() -> None:
    dated = [(60.0, 12.0 + 3 * n, period) for n, period in enumerate(("03/2019 – heute", "01/2015 – 02/2019"))]
    told = [
        (200.0, 12.0 + 3 * n, title) for n, title in enumerate(("Werkleiter, Muster AG", "Einkaufsleiter, Probe AG"))
    ]
    page = [*lines(*WIDE, "Beruflicher Werdegang"), *(cell for row in zip(dated, told, strict=True) for cell in row)]
    proposal = check(make_reading(page), date(2026, 11, 25)).proposal(CriterionKey("context"))
    assert proposal
    assert [place.text for place in proposal.evidence] == [
        "03/2019 – heute Werkleiter, Muster AG",
        "01/2015 – 02/2019 Einkaufsleiter, Probe AG",
    ]
