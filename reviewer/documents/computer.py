"""What the computer tells of its power and its load; unknown means mains and no load."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from enum import StrEnum
from pathlib import Path

SUPPLIES = Path("/sys/class/power_supply")
_PMSET = "/usr/bin/pmset"
_PMSET_DEADLINE_S = 2.0
_WINDOWS_LOOK_S = 0.05
# A Windows computer that is busy all the time counts as one with this many tasks a core.
_WINDOWS_FULL_LOAD = 2.0


class Power(StrEnum):
    """Where the power comes from."""

    MAINS = "mains"
    BATTERY = "battery"


def power_source() -> Power:
    """The source of power now."""
    looks = {"linux": lambda: read_supplies(SUPPLIES), "win32": _windows_power, "darwin": _mac_power}
    look = looks.get(sys.platform)
    return look() if look else Power.MAINS


def load_per_core() -> float:
    """Tasks that want to run, a core, over the last minute; on Windows from how busy the processors are now."""
    if sys.platform == "win32":
        return _windows_busy() * _WINDOWS_FULL_LOAD
    try:
        return os.getloadavg()[0] / (os.cpu_count() or 1)
    except OSError:
        return 0.0


def read_supplies(folder: Path) -> Power:
    """Linux: battery where one of the computer's own discharges and no other supply is plugged in."""
    discharging = False
    try:
        supplies = list(folder.iterdir())
    except OSError:
        return Power.MAINS
    for supply in supplies:
        kind = _line(supply / "type")
        if kind != "Battery" and _line(supply / "online") == "1":
            return Power.MAINS
        own = _line(supply / "scope") != "Device"
        discharging |= kind == "Battery" and own and _line(supply / "status") == "Discharging"
    return Power.BATTERY if discharging else Power.MAINS


def read_pmset(told: str) -> Power:
    """macOS: what `pmset -g batt` says in its first line."""
    return Power.BATTERY if "Battery Power" in told.partition("\n")[0] else Power.MAINS


def _line(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _mac_power() -> Power:
    try:
        told = subprocess.run(  # noqa: S603 - a program of the system's by its full path
            [_PMSET, "-g", "batt"], capture_output=True, text=True, timeout=_PMSET_DEADLINE_S, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return Power.MAINS
    return read_pmset(told.stdout)


class _PowerStatus(ctypes.Structure):
    _fields_ = (
        ("line", ctypes.c_ubyte),
        ("flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("left_s", ctypes.c_uint32),
        ("full_s", ctypes.c_uint32),
    )


def _windows_power() -> Power:
    status = _PowerStatus(line=1)
    if sys.platform == "win32":
        ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status))
    return Power.BATTERY if status.line == 0 else Power.MAINS


def _windows_busy() -> float:
    """The part of the processors' time that was used over a short moment."""
    idle, used = _windows_times()
    time.sleep(_WINDOWS_LOOK_S)
    idle_later, used_later = _windows_times()
    passed = used_later - used
    return 1 - (idle_later - idle) / passed if passed else 0.0


def _windows_times() -> tuple[int, int]:
    """Idle time, and all time of the processors, in units of the system."""
    idle, kernel, user = ctypes.c_uint64(), ctypes.c_uint64(), ctypes.c_uint64()
    if sys.platform == "win32":
        ctypes.windll.kernel32.GetSystemTimes(ctypes.byref(idle), ctypes.byref(kernel), ctypes.byref(user))
    return idle.value, kernel.value + user.value
