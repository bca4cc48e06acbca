"""The project's own files, as the architecture tests read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from file_table import ROOT, list_files

__all__ = ["ROOT", "Module", "calls", "find_imports", "find_modules", "list_files", "name_of", "read_texts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One Python file of the project; path is relative to its root, with slashes."""

    path: str
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The dotted name it is imported by."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def is_test(self) -> bool:
        return self.path.startswith("tests/")


@cache
def find_modules(*folders: str) -> tuple[Module, ...]:
    """The project's Python files in these folders; none means everywhere."""
    names = [name for name in list_files(*folders) if name.endswith(".py")]
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in names}
    return tuple(Module(path=name, text=text, tree=ast.parse(text, name)) for name, text in texts.items())


@cache
def read_texts() -> tuple[tuple[str, str], ...]:
    """Path and text of every file of the project that is text."""
    return tuple(_read_texts())


def _read_texts() -> Iterator[tuple[str, str]]:
    for name in list_files():
        try:
            yield name, (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def find_imports(module: Module) -> set[str]:
    """The full dotted names a module imports anywhere, late imports included: `from a import b` gives a and a.b."""
    found: set[str] = set()
    package = Path(module.path).parent.parts
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            up = package[: len(package) - node.level + 1] if node.level else ()
            source = ".".join([*up, *([node.module] if node.module else [])])
            found |= {source, *(f"{source}.{alias.name}" for alias in node.names)}
    return found


def calls(module: Module) -> Iterator[ast.Call]:
    """Every call in a module."""
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))


def name_of(function: ast.expr) -> str:
    """The last name of what is called or named: `exec` in `dialog.exec`; empty when it has none."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
