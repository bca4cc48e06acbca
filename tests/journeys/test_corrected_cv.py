"""A corrected CV: back in the list as version 2, the old answers kept, the next letter on the next rung."""

from __future__ import annotations

from pathlib import Path

from reviewer.domain.applicant import Answer
from tests.desks import find, write_folder
from tests.journeys.stage import SitDown


def test_a_corrected_cv_comes_back_and_is_answered_with_the_second_letter(sit_down: SitDown, tmp_path: Path) -> None:
    anna = sit_down()
    anna.bring_in(write_folder(tmp_path / "in", 2))
    anna.go_to("9999")
    anna.press("2 F")
    anna.wait_until(lambda: anna.shown_id() == "9998")
    anna.clock.forward(minutes=1)
    anna.press("F5")
    anna.wait_until(lambda: find(anna.desk).due_on is not None)

    anna.clock.forward(days=3)
    anna.bring_in(write_folder(tmp_path / "again", 1, cv="version 2, with all that was missing"))
    anna.wait_until(lambda: any("Corrected CV came" in line for line in anna.queue()))
    anna.go_to("9999")
    assert anna.answers() == [Answer.OPEN] * 6
    assert anna.says("A corrected CV has come")
    assert [(answer.round, answer.answer) for answer in find(anna.desk).answers] == [(1, Answer.LACKING)]
    anna.press("3")
    anna.wait_until(lambda: "neue Fassung" in anna.letter_text() and "Aufgaben und Ergebnisse" in anna.letter_text())
    anna.press("F")
    anna.wait_until(lambda: anna.shown_id() == "9998")
    anna.clock.forward(minutes=1)
    anna.press("F5")
    anna.wait_until(lambda: len(list(anna.home.outgoing.glob("*.eml"))) == 2)
    applicant = find(anna.desk)
    assert [letter.template.value for letter in applicant.letters] == ["feedback-1", "feedback-2"]
    assert (applicant.rung, applicant.round, len(applicant.documents)) == (2, 2, 2)
