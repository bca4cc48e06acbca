"""The window is closed in the midst of work: the last keys count as much as the first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest

from reviewer.domain.applicant import Answer
from tests.journeys.papers import write_people
from tests.journeys.stage import SitDown, Stage

FINE, LACKING, OPEN = Answer.FINE, Answer.LACKING, Answer.OPEN


def begin(sit_down: SitDown, folder: Path) -> Stage:
    stage = sit_down()
    stage.bring_in(write_people(folder, ["9999", "9998"]))
    stage.wait_until(lambda: len(stage.queue()) == 3)
    stage.press("J")
    return stage


def come_back(stage: Stage) -> None:
    stage.restart()
    stage.wait_until(lambda: len(stage.queue()) == 3)
    stage.press("J")


def test_what_was_typed_a_moment_before_closing_is_kept(sit_down: SitDown, tmp_path: Path) -> None:
    stage = begin(sit_down, tmp_path / "in")
    stage.press("2 L Ctrl+End")
    stage.type(" PS: half a sent")
    come_back(stage)
    assert stage.letter_text().endswith("PS: half a sent")


def test_answers_given_in_one_breath_before_closing_are_kept(sit_down: SitDown, tmp_path: Path) -> None:
    stage = begin(sit_down, tmp_path / "in")
    QTest.keyClicks(stage._focused(), "22346")
    come_back(stage)
    assert stage.answers() == [OPEN, FINE, LACKING, LACKING, OPEN, LACKING]
