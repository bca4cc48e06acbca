"""Files, functions and classes stay small enough to be read at one go."""

from __future__ import annotations

import ast

from tests.architecture.source import find_modules

MOST_LINES_PER_FILE = 400
MOST_LINES_PER_FUNCTION = 40
MOST_PUBLIC_METHODS_PER_CLASS = 20


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {module.path: len(module.text.splitlines()) for module in find_modules()}
    assert {path: length for path, length in lengths.items() if length > MOST_LINES_PER_FILE} == {}


def test_no_function_is_longer_than_40_lines() -> None:
    assert [
        f"{module.path}:{node.lineno} {node.name} has {length} lines"
        for module in find_modules()
        if not module.is_test
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > MOST_LINES_PER_FUNCTION
    ] == []


def test_no_class_has_more_than_20_public_methods() -> None:
    assert [
        f"{module.path}:{node.lineno} {node.name} has {count} public methods"
        for module in find_modules()
        if not module.is_test
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and (count := _count_public(node)) > MOST_PUBLIC_METHODS_PER_CLASS
    ] == []


def _count_public(node: ast.ClassDef) -> int:
    methods = (item for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef))
    return sum(not method.name.startswith("_") for method in methods)
