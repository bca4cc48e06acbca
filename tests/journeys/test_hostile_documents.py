"""A document that takes its reader over costs itself only: the pane says so, the next CV is there, work goes on."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from reviewer.documents.reader import DocumentReader
from reviewer.domain.applicant import Answer, State
from reviewer.workspace import Workspace
from tests.desks import find
from tests.documents.hostile_children import ATTACK, command
from tests.journeys.papers import Row, write_table
from tests.journeys.seat import PATIENCE_MS
from tests.journeys.stage import SitDown, Stage
from ui.review.review_page import ReviewPage

ATTACKS = {
    "sleeps at the document": "This document took too long",
    "sleeps at a page": "This document took too long",
    "aborts": "This document made its reader fail",
    "aborts at a page": "This document made its reader fail",
    "floods": "This document behaved suspiciously",
    "answers another request": "This document behaved suspiciously",
    "draws a huge page": "This document behaved suspiciously",
}


def furnish(attack: str, desk: Workspace) -> None:
    """Documents are read by a worker that this attack can take over."""
    desk.documents.close()
    desk.documents = DocumentReader(desk._load_document, command=lambda: command(attack))


def write_folder(folder: Path) -> Path:
    """9999 sent the attack, the others plain CVs."""
    write_table(folder, [Row(id=id, last_name=f"Weiß{id}", cv=f"{id}.txt") for id in ("9999", "9998", "9997")])
    for id, content in (("9999", ATTACK), ("9998", b"A harmless CV."), ("9997", b"Another one.")):
        (folder / f"{id}.txt").write_bytes(content)
    return folder


def sit_down_with(sit_down: SitDown, attack: str, folder: Path) -> Stage:
    """9999 is shown; the window leaves it to the reader to give up, however busy this computer is."""
    stage = sit_down(furnish=partial(furnish, attack))
    stage.find(ReviewPage).documents.latest_ms = PATIENCE_MS
    stage.bring_in(write_folder(folder))
    stage.wait_until(lambda: len(stage.queue()) == 4)
    stage.press("J")
    stage.wait_for_document()
    return stage


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_document_costs_itself_only(sit_down: SitDown, tmp_path: Path, attack: str) -> None:
    stage = sit_down_with(sit_down, attack, tmp_path / "in")
    assert (stage.shown_id(), stage.unreadable()) == ("9999", ATTACKS[attack])
    stage.press("1 2")
    assert stage.answers()[:2] == [Answer.LACKING, Answer.LACKING]
    stage.press("F")

    stage.wait_until(lambda: stage.shown_id() == "9998")
    stage.wait_for_document()
    assert stage.unreadable() == ""
    stage.press("R")
    stage.wait_until(lambda: stage.shown_id() == "9997")
    stage.wait_for_document()
    assert stage.unreadable() == ""
    assert [find(stage.desk, id).state for id in ("9999", "9998")] == [State.FOLLOW_UP, State.OUT]


def test_a_document_that_failed_twice_is_not_tried_again_and_can_still_be_judged(
    sit_down: SitDown, tmp_path: Path
) -> None:
    stage = sit_down_with(sit_down, "aborts", tmp_path / "in")
    stage.click("Try again")
    stage.wait_for_document()
    stage.click("Try again")
    stage.wait_until(lambda: stage.unreadable() == "This document is not tried again")
    stage.press("R")
    stage.wait_until(lambda: stage.shown_id() == "9998")
    assert find(stage.desk).state is State.OUT


def test_another_program_is_given_a_document_only_after_a_warning(sit_down: SitDown, tmp_path: Path) -> None:
    stage = sit_down()
    stage.bring_in(write_folder(tmp_path / "in"))
    stage.wait_until(lambda: len(stage.queue()) == 4)
    stage.press("J")
    stage.wait_for_document()
    opened: list[Path] = []

    def take(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    stage.find(ReviewPage).programs.open_url = take
    stage.press("O")
    stage.click("Back")
    assert opened == []
    stage.press("O")
    stage.click("Open all the same")
    stage.wait_until(lambda: len(opened) == 1)
    assert opened[0].read_bytes() == ATTACK
    stage.close()
    assert not opened[0].exists()
