"""Not now: put aside until a day with a reason, or skipped for this sitting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit

from tests.desks import SetClock, find
from tests.journeys.papers import write_people
from tests.journeys.stage import SitDown, Stage
from ui.queue.queue_words import heading_words


def begin(sit_down: SitDown, folder: Path) -> Stage:
    stage = sit_down()
    stage.bring_in(write_people(folder, ["9999", "9998", "9997"]))
    stage.wait_until(lambda: len(stage.queue()) == 4)
    stage.press("J")
    assert stage.shown_id() == "9999"
    return stage


def test_who_is_put_aside_wakes_on_the_day(sit_down: SitDown, tmp_path: Path, clock: SetClock) -> None:
    stage = begin(sit_down, tmp_path / "in")
    stage.press("S")
    stage.type("promised a new CV")
    stage.press("Tab")
    (field,) = stage.all(QDateEdit)
    field.setDate(QDate(2026, 12, 4))
    stage.click("Put aside")
    stage.wait_until(lambda: stage.shown_id() == "9998")
    stage.wait_until(lambda: heading_words("asleep", 1) in stage.queue())
    sleep = find(stage.desk).sleep
    assert sleep is not None
    assert (sleep.until, sleep.reason) == (date(2026, 12, 4), "promised a new CV")

    clock.forward(days=10)
    stage.restart()
    stage.wait_until(lambda: stage.connection() == "Connected, all saved")
    assert heading_words("asleep", 1) in stage.queue()
    clock.forward(days=1)
    stage.press("F5")
    stage.wait_until(lambda: heading_words("asleep", 1) not in stage.queue())
    assert stage.queue() == [heading_words("new", 3), "Weiß9999, Petra", "Weiß9998, Petra", "Weiß9997, Petra"]
    stage.go_to("9999")
    assert stage.says("promised a new CV")


def test_a_quick_day_is_one_press_and_can_be_undone(sit_down: SitDown, tmp_path: Path) -> None:
    stage = begin(sit_down, tmp_path / "in")
    stage.press("S")
    stage.click("In 1 week")
    stage.wait_until(lambda: stage.shown_id() == "9998")
    stage.press("Z")
    stage.wait_until(lambda: stage.shown_id() == "9999")
    assert find(stage.desk).sleep is None


def test_who_is_skipped_does_not_bounce_back(sit_down: SitDown, tmp_path: Path) -> None:
    stage = begin(sit_down, tmp_path / "in")
    seen = [stage.shown_id()]
    for _ in range(4):
        stage.press("G")
        seen.append(stage.shown_id())
    assert seen == ["9999", "9998", "9997", "9999", "9998"]
    assert find(stage.desk).decisions == ()


def test_a_decision_after_a_skip_leads_on_and_not_back(sit_down: SitDown, tmp_path: Path) -> None:
    stage = begin(sit_down, tmp_path / "in")
    stage.press("G R")
    stage.wait_until(lambda: stage.shown_id() == "9997")
    stage.press("R")
    stage.wait_until(lambda: stage.shown_id() == "9999")
    stage.press("R")
    stage.wait_until(lambda: stage.says("This list is done") or stage.says("The backlog is at zero"))
