"""What the documents say is what the code is."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import file_table
import pins
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.source import ROOT, find_modules

ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _section(title: str) -> str:
    """The text under a heading of ARCHITECTURE.md, up to the next heading of that rank."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", ARCHITECTURE, re.MULTILINE | re.DOTALL)
    assert found, f"ARCHITECTURE.md has no section {title!r}"
    return found[1]


def _rows(title: str) -> list[list[str]]:
    """The cells of the section's table, without its head."""
    lines = [line for line in _section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_every_module_says_its_duty_in_one_line() -> None:
    assert [
        module.path
        for module in find_modules()
        if module.text.strip()
        if not (duty := ast.get_docstring(module.tree) or "") or "\n" in duty or not duty.endswith(".")
    ] == []


def test_the_file_table_is_that_of_the_code() -> None:
    assert file_table.read_table() == file_table.make_table(), "run `make tables`"


def test_every_place_for_a_line_exists() -> None:
    names = [name for _, place in _rows("Where does my line go?") for name in re.findall(r"`([^` ]+)`", place)]
    assert names
    assert [name for name in names if not (ROOT / name).exists()] == []


def test_every_invariant_names_a_test_that_exists() -> None:
    tests = {
        f"{module.path}::{node.name}"
        for module in find_modules("tests")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef)
    }
    rows = _rows("Invariants")
    assert rows
    named = {row[0]: re.findall(r"`(tests/[^`]+)`", row[2]) for row in rows}
    assert {what: shown for what, shown in named.items() if not shown or not set(shown) <= tests} == {}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_of_make_that_a_document_names_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)", (ROOT / document).read_text(encoding="utf-8")))
    assert named - targets == set()


def test_every_script_that_make_names_exists() -> None:
    scripts = re.findall(r"packaging/[\w.]+", MAKEFILE)
    modules = [f"{name.replace('.', '/')}" for name in re.findall(r"python -m (tests[\w.]*)", MAKEFILE)]
    assert [name for name in scripts if not (ROOT / name).is_file()] == []
    assert [
        name for name in modules if not any((ROOT / f"{name}{end}").is_file() for end in (".py", "/__main__.py"))
    ] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_of_a_document_leads_somewhere(document: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / document).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def _dependencies() -> list[Requirement]:
    everything = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dev"]]
    return [Requirement(line) for line in everything]


def test_every_dependency_is_pinned_within_its_range() -> None:
    pinned = pins.read_pins(pins.RUNTIME, pins.DEVELOPMENT)
    assert [
        str(requirement)
        for requirement in _dependencies()
        if not requirement.specifier.contains(pinned.get(canonicalize_name(requirement.name), "0"))
    ] == []


def test_the_program_alone_needs_no_package_of_the_developers() -> None:
    runtime = pins.read_pins(pins.RUNTIME)
    names = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
    assert names - runtime.keys() == set()


def test_the_tests_run_on_the_pinned_versions() -> None:
    pinned = pins.read_pins(pins.RUNTIME, pins.DEVELOPMENT)
    names = [canonicalize_name(requirement.name) for requirement in _dependencies()]
    assert {name: version(name) for name in names if version(name) != pinned[name]} == {}


def test_a_pin_names_a_version_and_nothing_else() -> None:
    form = re.compile(r"[a-z0-9-]+==[\w.]+(?:; (?:sys_platform|python_version) [=<]=? \"[\w.]+\")?")
    lines = [
        line for file in (pins.RUNTIME, pins.DEVELOPMENT) for line in file.read_text(encoding="utf-8").splitlines()
    ]
    assert [line for line in lines if not line.startswith(("#", "-r ")) and not form.fullmatch(line)] == []


def test_every_ignored_rule_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    section = text[text.index("[tool.ruff.lint]") : text.index("[tool.ruff.lint.flake8-builtins]")]
    ignored = re.findall(r'^    "([A-Z]+[0-9]*)",(.*)$', section, re.MULTILINE)
    assert len(ignored) > len(PROJECT["tool"]["ruff"]["lint"]["ignore"])
    assert [rule for rule, reason in ignored if not re.match(r"\s+# \w", reason)] == []


def test_the_licence_is_the_one_declared() -> None:
    assert PROJECT["project"]["license"] == "AGPL-3.0-or-later"
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in Path(ROOT / "LICENSE").read_text(encoding="utf-8")[:100]
