"""Every failure has words, and a report holds no personal data."""

from __future__ import annotations

import ast
import sys

import pytest

from reviewer import errors
from reviewer.errors import DocumentUnreadable, Misconfigured, Outdated, Refused, ReviewerError, Unavailable
from tests.architecture.source import calls, find_modules, name_of
from ui.error_words import WORDS
from ui.errors import install_excepthook, make_report, words_for, words_for_code

CANARY = "Petra-Weiß-Kanarienvogel"
KINDS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, ReviewerError)}
DOCUMENT_CODES = [
    "encrypted",
    "damaged",
    "unknown-kind",
    "empty",
    "too-large",
    "too-slow",
    "crashed",
    "lied",
    "gave-up",
    "missing",
]


def raised_codes() -> set[str]:
    """Every code that stands as a literal in the core; the headless program has words of its own."""
    first = [
        call.args[0]
        for module in find_modules("reviewer")
        if not module.path.startswith("reviewer/commandline/")
        for call in calls(module)
        if name_of(call.func) in KINDS and call.args
    ]
    return {code.value for code in first if isinstance(code, ast.Constant) and isinstance(code.value, str)}


def test_every_code_of_the_core_has_words() -> None:
    assert sorted(raised_codes() - WORDS.keys()) == []


@pytest.mark.parametrize("code", DOCUMENT_CODES)
def test_every_way_a_document_fails_has_words(code: str) -> None:
    words = words_for(DocumentUnreadable(code))
    assert words.title
    assert words.remedy


@pytest.mark.parametrize("kind", [Refused, Outdated, Unavailable, DocumentUnreadable, Misconfigured])
def test_an_unknown_code_gets_the_words_of_its_kind_and_the_code(kind: type[ReviewerError]) -> None:
    assert "nobody-wrote-this" in words_for(kind("nobody-wrote-this")).remedy


def test_facts_stand_in_the_words() -> None:
    assert "4000" in words_for(Refused("note-too-long", most=4000)).remedy


def test_a_bare_code_that_lacks_its_facts_still_has_words() -> None:
    assert words_for_code("note-too-long").title == "The note is too long"


def test_a_report_names_kinds_and_places_but_no_value() -> None:
    secret = CANARY
    try:
        try:
            raise KeyError(secret)
        except KeyError as cause:
            raise ValueError(secret) from cause
    except ValueError as error:
        report = make_report(error, error.__traceback__, "0.1")
    assert CANARY not in report
    assert "builtins.ValueError" in report
    assert "from builtins.KeyError" in report
    assert "tests/ui/test_errors.py" in report


def test_a_report_keeps_the_code_of_a_foreseen_failure() -> None:
    assert "note-too-long most=3" in make_report(Refused("note-too-long", most=3), None, "0.1")


def test_an_exception_nobody_caught_is_shown_without_its_message() -> None:
    shown: list[str] = []
    before = sys.excepthook
    try:
        install_excepthook(shown.append, lambda: "0.1")
        sys.excepthook(ValueError, ValueError(CANARY), None)
    finally:
        sys.excepthook = before
    assert len(shown) == 1
    assert CANARY not in shown[0]
