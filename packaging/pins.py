"""Write the pinned requirements: what is installed, walked from pyproject.toml for every platform and Python."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "packaging" / "requirements.txt"
DEVELOPMENT = ROOT / "packaging" / "requirements-dev.txt"
_PLATFORMS = {
    "linux": {"platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    "darwin": {"platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
    "win32": {"platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
}
_PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_HEADER = "# Written by packaging/pins.py; change pyproject.toml, install, then `make pins`.\n"

Place = tuple[str, str]
"""A platform and a Python version."""


def read_pins(*files: Path) -> dict[str, str]:
    """Name and version of every pin in requirement files, names in canonical form."""
    lines = (line for file in files if file.exists() for line in file.read_text(encoding="utf-8").splitlines())
    pins = (re.match(r"([\w.-]+)==([^\s;]+)", line) for line in lines)
    return {canonicalize_name(pin[1]): pin[2] for pin in pins if pin}


def walk(requirements: Iterable[str]) -> dict[str, set[Place]]:
    """Every package that installing these brings, with the places where it does."""
    found: dict[str, dict[Place, set[str]]] = {}
    for platform, facts in _PLATFORMS.items():
        for python in _PYTHONS:
            environment = {str(key): str(value) for key, value in default_environment().items()} | facts
            environment |= {"sys_platform": platform, "python_version": python, "python_full_version": f"{python}.0"}
            for requirement in requirements:
                _visit(Requirement(requirement), environment, found)
    return {name: set(places) for name, places in found.items()}


def _visit(
    requirement: Requirement, environment: dict[str, str], found: dict[str, dict[Place, set[str]]], extra: str = ""
) -> None:
    if requirement.marker and not requirement.marker.evaluate({**environment, "extra": extra}):
        return
    place = (environment["sys_platform"], environment["python_version"])
    seen = found.setdefault(canonicalize_name(requirement.name), {}).setdefault(place, set())
    new = {"", *requirement.extras} - seen
    seen |= new
    try:
        needs = distribution(requirement.name).requires or []
    except PackageNotFoundError:
        return
    for wanted in sorted(new):
        for need in needs:
            _visit(Requirement(need), environment, found, wanted)


def _marker(places: set[Place]) -> str:
    """The condition under which a package is wanted; empty when it is wanted everywhere."""
    platforms = {platform for platform, _ in places}
    pythons = {python for _, python in places}
    conditions = []
    if platforms != set(_PLATFORMS):
        conditions.append(" or ".join(f'sys_platform == "{platform}"' for platform in sorted(platforms)))
    if pythons != set(_PYTHONS):
        after = _PYTHONS[_PYTHONS.index(max(pythons, key=_PYTHONS.index)) + 1]
        conditions.append(f'python_version < "{after}"')
    return f"; {' and '.join(conditions)}" if conditions else ""


def _pin(name: str, places: set[Place], known: dict[str, str]) -> str:
    """The line of one package; a package of another platform keeps the version it had."""
    try:
        version = distribution(name).version
    except PackageNotFoundError:
        if name not in known:
            sys.exit(f"{name} is wanted on another platform: add the line {name}==VERSION by hand, then run this again")
        version = known[name]
    return f"{name}=={version}{_marker(places)}\n"


def write_pins() -> None:
    """Write both files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    known = read_pins(RUNTIME, DEVELOPMENT)
    runtime = walk(project["dependencies"])
    everything = walk([*project["dependencies"], *project["optional-dependencies"]["dev"]])
    for name in runtime.keys() & everything.keys():
        runtime[name] = everything[name]
    development = {name: places for name, places in everything.items() if name not in runtime}
    lines = [_pin(name, runtime[name], known) for name in sorted(runtime)]
    RUNTIME.write_text(_HEADER + "".join(lines), encoding="utf-8")
    lines = [_pin(name, development[name], known) for name in sorted(development)]
    DEVELOPMENT.write_text(f"{_HEADER}-r requirements.txt\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write_pins()
