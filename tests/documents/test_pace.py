"""How far ahead documents are read, by the computer's power and load, and how often that was worth it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.documents.computer import Power, load_per_core, power_source, read_pmset, read_supplies
from reviewer.documents.pace import Pace
from reviewer.documents.prefetch_tally import HitRate, PrefetchTally

MAINS = {"type": "Mains", "online": "1"}
PULLED = {"type": "Mains", "online": "0"}
FULL = {"type": "Battery", "status": "Full"}
DRAINED = {"type": "Battery", "status": "Discharging"}
MOUSE = {"type": "Battery", "status": "Discharging", "scope": "Device"}


@pytest.mark.parametrize(
    ("supplies", "source"),
    [
        ((), Power.MAINS),
        ((MAINS, DRAINED), Power.MAINS),
        ((PULLED, DRAINED), Power.BATTERY),
        ((PULLED, FULL), Power.MAINS),
        ((DRAINED,), Power.BATTERY),
        ((MOUSE,), Power.MAINS),
    ],
)
def test_linux_tells_battery_from_mains(supplies: tuple[dict[str, str], ...], source: Power, tmp_path: Path) -> None:
    for number, supply in enumerate(supplies):
        folder = tmp_path / f"supply-{number}"
        folder.mkdir()
        for name, text in supply.items():
            (folder / name).write_text(f"{text}\n", encoding="ascii")
    assert read_supplies(tmp_path) is source


def test_what_is_not_known_counts_as_mains(tmp_path: Path) -> None:
    assert read_supplies(tmp_path / "nowhere") is Power.MAINS


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("Now drawing from 'Battery Power'\n -InternalBattery-0 81%", Power.BATTERY),
        ("Now drawing from 'AC Power'\n -InternalBattery-0 100%", Power.MAINS),
        ("", Power.MAINS),
    ],
)
def test_macos_tells_battery_from_mains(told: str, source: Power) -> None:
    assert read_pmset(told) is source


def test_this_computer_tells_its_power_and_load() -> None:
    assert power_source() in set(Power)
    assert load_per_core() >= 0


@pytest.mark.parametrize(
    ("power", "load", "depth"),
    [
        (Power.MAINS, 0.3, 4),
        (Power.BATTERY, 0.3, 1),
        (Power.MAINS, 2.0, 1),
        (Power.MAINS, 9.0, 0),
        (Power.BATTERY, 9.0, 0),
    ],
)
def test_less_is_read_ahead_on_battery_and_nothing_under_heavy_load(power: Power, load: float, depth: int) -> None:
    assert Pace(lambda: power, lambda: load).depth() == depth


def test_hits_are_counted_over_all_runs(tmp_path: Path) -> None:
    file = tmp_path / "prefetched.json"
    for _run in range(2):
        tally = PrefetchTally(file)
        tally.count(prefetched=True)
        tally.count(prefetched=False)
        assert tally.this_run == HitRate(asked=2, prefetched=1)
        tally.save()
    assert PrefetchTally(file).all_runs() == HitRate(asked=4, prefetched=2)


@pytest.mark.parametrize("kept", ["", "not json", "[]", '{"asked": 1, "prefetched": 5}', '{"asked": "many"}'])
def test_a_file_of_counts_that_cannot_be_read_counts_as_none(kept: str, tmp_path: Path) -> None:
    file = tmp_path / "prefetched.json"
    file.write_text(kept, encoding="utf-8")
    tally = PrefetchTally(file)
    tally.count(prefetched=True)
    assert tally.all_runs() == HitRate(asked=1, prefetched=1)
