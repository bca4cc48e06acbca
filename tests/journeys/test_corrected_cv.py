"""Feedback left, a corrected CV came: the applicant is back in the list, the old review beside the new one."""

from __future__ import annotations

from pathlib import Path

from reviewer.domain.applicant import Answer
from tests.desks import SetClock, find
from tests.journeys.papers import write_people
from tests.journeys.stage import SitDown
from ui.queue.queue_words import heading_words
from ui.review.header_view import HeaderView

OPEN, LACKING = Answer.OPEN, Answer.LACKING
CORRECTED = ("Lebenslauf", "Werkleiter bei Nordwerk", "Metallbau, 1.200 Mitarbeiter", "Umsatz 180 Mio. EUR")


def test_a_corrected_cv_brings_its_applicant_back(sit_down: SitDown, tmp_path: Path, clock: SetClock) -> None:
    stage = sit_down()
    stage.bring_in(write_people(tmp_path / "in", ["9999", "9998"]))
    stage.wait_until(lambda: len(stage.queue()) == 3)
    stage.press("J")
    stage.wait_for_document()
    stage.press("2")
    stage.drag("Werkleiter", "Nordwerk")
    stage.press("E 3 F")
    stage.wait_until(lambda: stage.shown_id() == "9998")
    clock.forward(minutes=1)
    stage.press("F5")
    stage.wait_until(lambda: find(stage.desk).rung == 1)

    clock.forward(days=5)
    write_people(tmp_path / "in", ["9999"], CORRECTED)
    stage.bring_in(tmp_path / "in")
    stage.wait_until(lambda: stage.queue()[:2] == [heading_words("corrected", 1), "Weiß9999, Petra"])
    stage.go_to("9999")
    assert stage.says("A corrected CV has come")
    assert stage.find(HeaderView)._document.text() == "CV, version 2"
    assert stage.answers() == [OPEN] * 6
    stage.press("2 2 3")
    stage.drag("1.200", "Mitarbeiter")
    stage.press("E")
    assert stage.letter_subject() == "Erinnerung: Ihr Lebenslauf kann noch nicht freigegeben werden"
    stage.press("F")
    stage.wait_until(lambda: stage.shown_id() == "9998")
    clock.forward(minutes=1)
    stage.press("F5")
    stage.wait_until(lambda: find(stage.desk).rung == 2)

    applicant = find(stage.desk)
    assert [document.version for document in applicant.documents] == [1, 2]
    assert {(one.round, one.criterion, one.answer.value) for one in applicant.answers} == {
        (1, "context", "lacking"),
        (1, "tasks", "lacking"),
        (2, "context", "fine"),
        (2, "tasks", "lacking"),
    }
    quotes = [pin.quote for answer in applicant.answers for pin in answer.evidence]
    assert quotes == ["Werkleiter bei Nordwerk", "1.200 Mitarbeiter"]
    assert [letter.template.value for letter in applicant.letters] == ["feedback-1", "feedback-2"]
    assert len(list(stage.home.outgoing.glob("*.eml"))) == 2


def test_the_same_folder_once_more_adds_nothing(sit_down: SitDown, tmp_path: Path) -> None:
    stage = sit_down()
    folder = write_people(tmp_path / "in", ["9999", "9998"])
    stage.bring_in(folder)
    stage.wait_until(lambda: len(stage.queue()) == 3)
    before = find(stage.desk)
    stage.drop(folder)
    assert stage.says("Nothing in this folder is new. You can close this.")
    stage.press("Escape")
    assert find(stage.desk) == before
