"""Every string people see can be translated, and is, into German."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
import translations

from tests.architecture.source import Module, calls, find_modules, name_of

TRANSLATORS = {"_": 1, "gettext": 1, "ngettext": 2, "pgettext": 2}
"""How many leading arguments must be literals."""
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\([a-z_]+\)[sd]|&(?=\w)")
FIX = "run `make translations`, then translate what it lists"


def _translated(module: Module) -> Iterator[ast.Call]:
    return (call for call in calls(module) if name_of(call.func) in TRANSLATORS)


def _messages() -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    catalogue = translations.read_catalogue()
    return [(translations.texts(message.id), translations.texts(message.string)) for message in catalogue if message.id]


def test_every_string_to_translate_is_a_literal() -> None:
    assert [
        f"{module.path}:{call.lineno} {ast.unparse(call)}"
        for module in find_modules("reviewer", "ui")
        if module.path != "reviewer/i18n.py"
        for call in _translated(module)
        if not all(_is_literal(argument) for argument in call.args[: TRANSLATORS[name_of(call.func)]])
    ] == []


def _is_literal(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


def test_no_string_is_translated_before_the_language_is_known() -> None:
    """At import the language is not chosen yet, and a word fixed then would not change with it."""
    assert [
        f"{module.path}:{call.lineno} {ast.unparse(call)}"
        for module in find_modules("reviewer", "ui")
        for statement in _run_at_import(module.tree.body)
        for call in ast.walk(statement)
        if isinstance(call, ast.Call) and name_of(call.func) in TRANSLATORS and not _inside_lambda(statement, call)
    ] == []


def _run_at_import(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        if isinstance(statement, ast.ClassDef):
            yield from _run_at_import(statement.body)
        elif not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            yield statement


def _inside_lambda(statement: ast.stmt, call: ast.Call) -> bool:
    lambdas = (node for node in ast.walk(statement) if isinstance(node, ast.Lambda))
    return any(node is call for one in lambdas for node in ast.walk(one))


def test_the_catalogue_holds_exactly_what_the_code_says() -> None:
    said = {(message.context, translations.texts(message.id)) for message in translations.extract() if message.id}
    known = {
        (message.context, translations.texts(message.id)) for message in translations.read_catalogue() if message.id
    }
    assert (said - known, known - said) == (set(), set()), FIX


def test_every_string_is_translated_and_none_is_guessed() -> None:
    missing = translations.find_missing(translations.read_catalogue())
    assert [message.id for message in missing] == [], FIX


def test_a_translation_has_the_placeholders_of_its_source() -> None:
    wrong = []
    for source, german in _messages():
        wanted = {frozenset(PLACEHOLDER.findall(text)) for text in source}
        wrong += [(source, text) for text in german if text and frozenset(PLACEHOLDER.findall(text)) not in wanted]
    assert wrong == []


def test_the_compiled_catalogue_is_that_of_the_written_one() -> None:
    compiled = translations.compile_catalogue(translations.read_catalogue())
    assert translations.COMPILED.read_bytes() == compiled, "run `make translations`"


@pytest.mark.parametrize("code", ["_(f'{name}')", "_('Hello ' + name)", "_('Hello {name}'.format(name=name))"])
def test_a_string_put_together_before_translation_is_seen(code: str) -> None:
    (call,) = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call) and name_of(node.func) == "_")
    assert not _is_literal(call.args[0])
