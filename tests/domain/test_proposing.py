"""What accepting a proposal pins: one place an entry, as many as letters quote."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from reviewer.domain.applicant import Answer
from reviewer.domain.findings import Place
from reviewer.domain.ids import CriterionKey
from reviewer.domain.proposing import answer_with, places
from tests.domain.findings_made import findings, proposal
from tests.domain.strategies import DOCUMENT, NEW

TASKS = CriterionKey("tasks")


def at(line: int, text: str) -> Place:
    return Place(page=1, rect=(48.0, 20.0 * line, 150.0, 20.0 * line + 12), text=text)


def test_accepting_pins_one_place_an_entry_though_the_page_shows_more() -> None:
    posts = tuple(at(3 * number, f"post {number}") for number in range(3))
    ranks = tuple(at(3 * number + 1, f"rank {number}") for number in range(3))
    told = replace(proposal("tasks"), places=posts, further=ranks)
    ids = count()
    given = answer_with(NEW, TASKS, Answer.LACKING, findings(proposals=(told,)), DOCUMENT.id, lambda: str(next(ids)))
    assert [pin.quote for pin in given.evidence] == ["post 0", "post 1", "post 2"]
    assert [place.quote for place in places(told, DOCUMENT.id)] == [place.text for place in (*posts, *ranks)]
