"""Five thousand applicants: brought in, scrolled to the end, searched, filtered, sorted, and one of them reviewed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from reviewer.domain.applicant import Answer
from tests.desks import CONTEXT, find
from tests.journeys.papers import Row, write_table
from tests.journeys.stage import LEFT_BUTTON, SitDown, Stage
from ui.queue.queue_view import QueueView
from ui.queue.queue_words import heading_words

COUNT = 5_000


def write_backlog(folder: Path) -> Path:
    """Every fifth applicant is written to in English."""
    rows = [
        Row(
            id=str(10_000 + number),
            last_name=f"Name-{COUNT - number:04d}",
            language="de" if number % 5 else "en",
            cv="cv.txt",
        )
        for number in range(COUNT)
    ]
    write_table(folder, rows)
    (folder / "cv.txt").write_text("Lebenslauf\nWerkleiter bei Nordwerk\n", encoding="utf-8")
    return folder


@pytest.fixture
def stage(sit_down: SitDown, tmp_path: Path) -> Stage:
    made = sit_down()
    made.bring_in(write_backlog(tmp_path / "in"))
    made.wait_until(lambda: len(made.queue()) == COUNT + 1)
    return made


def select(stage: Stage, name: str, option: str) -> None:
    """Choose in one of the filter's boxes, by keyboard."""
    box = next(box for box in stage.all(QComboBox) if box.accessibleName() == name)
    box.setFocus()
    stage.press("Home")
    while box.currentText() != option:
        before = box.currentText()
        stage.press("Down")
        assert box.currentText() != before, option


def last_line(stage: Stage) -> str:
    return stage.queue()[-1]


def test_five_thousand_applicants_can_be_worked_through(stage: Stage) -> None:
    view = stage.find(QueueView).list
    first = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT_BUTTON, Qt.KeyboardModifier.NoModifier, first)
    view.setFocus()
    stage.press("End")
    stage.wait_until(lambda: stage.shown_name() != "" and last_line(stage).startswith("Name-"))
    assert stage.shown_name() == "Petra " + last_line(stage).removesuffix(", Petra")
    assert view.shown_range()[1] == COUNT

    stage.press("/")
    stage.type("name-0042")
    stage.wait_until(lambda: stage.queue() == [heading_words("new", 1), "Name-0042, Petra"])
    stage.press("Return J")
    stage.wait_until(lambda: stage.shown_id() == str(10_000 + COUNT - 42))
    stage.press("2")
    stage.press("/ Escape Escape")
    stage.wait_until(lambda: len(stage.queue()) == COUNT + 1)
    assert stage.shown_id() == str(10_000 + COUNT - 42)

    stage.click("Filter the list")
    select(stage, "Language of letters", "English")
    stage.wait_until(lambda: len(stage.queue()) == COUNT // 5 + 1)
    select(stage, "Order", "By name")
    stage.wait_until(lambda: stage.queue()[1] == "Name-0005, Petra")
    assert stage.queue()[1:5] == [f"Name-{number:04d}, Petra" for number in (5, 10, 15, 20)]
    select(stage, "Language of letters", "German")
    select(stage, "Lacking", "Industry, headcount, revenue")
    stage.wait_until(lambda: stage.queue() == [heading_words("new", 1), "Name-0042, Petra"])
    stage.press("Escape")
    assert find(stage.desk, str(10_000 + COUNT - 42)).answer_to(CONTEXT).answer is Answer.LACKING
