"""Later: put aside until a day, woken on it, and left for the end of the day without bouncing back."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.papers import write_people
from tests.journeys.stage import SitDown


def test_who_is_put_aside_sleeps_until_the_day_and_then_stands_in_the_list(sit_down: SitDown, tmp_path: Path) -> None:
    anna = sit_down()
    anna.bring_in(write_people(tmp_path / "in", ["9999", "9998"]))
    anna.go_to("9998")
    anna.press("S")
    anna.type("promised a new CV")
    anna.press("Return")
    anna.wait_until(lambda: anna.shown_id() == "9999")
    anna.wait_until(lambda: any("Asleep" in line for line in anna.queue()))
    anna.restart()
    asleep = anna.queue()
    assert asleep.index(next(line for line in asleep if "Asleep" in line)) == len(asleep) - 2
    anna.clock.forward(days=15)
    anna.press("F5")
    anna.wait_until(lambda: not any("Asleep" in line for line in anna.queue()))
    anna.go_to("9998")
    assert anna.says("promised a new CV")


def test_who_is_left_for_later_comes_after_everybody_else(sit_down: SitDown, tmp_path: Path) -> None:
    anna = sit_down()
    anna.bring_in(write_people(tmp_path / "in", ["9999", "9998", "9997"]))
    anna.wait_until(lambda: len(anna.queue()) == 4)
    anna.press("J")
    anna.wait_for_document()
    first = anna.shown_id()
    anna.press("G")
    anna.wait_until(lambda: anna.shown_id() not in {"", first})
    order = []
    for _ in range(2):
        order.append(anna.shown_id())
        before = anna.shown_id()
        anna.press("R")
        anna.wait_until(lambda before=before: anna.shown_id() != before)
    assert first not in order
    assert anna.shown_id() == first
