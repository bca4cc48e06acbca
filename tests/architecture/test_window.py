"""The window never nests an event loop, and shows strangers' text as text."""

from __future__ import annotations

import ast

from tests.architecture.source import Module, calls, find_modules, name_of

LOOPS = {"exec", "exec_", "processEvents", "QEventLoop", "sleep", "msleep", "waitForFinished", "waitForReadyRead"}
# The program's own loop; choosers of files are static functions of QFileDialog and need no entry.
MAY_RUN_A_LOOP = {("ui/__main__.py", "exec"), ("ui/application.py", "exec")}
LABELS_IN = "ui/widgets/labels.py"
CONTENT_DIALOGS = {"QMessageBox"}


def _named(module: Module) -> set[str]:
    """What a module calls or inherits from, by last name."""
    bases = {name_of(base) for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef) for base in node.bases}
    return bases | {name_of(call.func) for call in calls(module)}


def test_the_window_waits_for_nothing() -> None:
    found = {(module.path, name) for module in find_modules("ui") for name in _named(module) & LOOPS}
    assert found - MAY_RUN_A_LOOP == set()


def test_one_label_shows_text_and_never_reads_it_as_markup() -> None:
    users = {module.path for module in find_modules("ui") if "QLabel" in _named(module)}
    assert users - {LABELS_IN} == set()


def test_no_ready_made_dialog_reads_text_as_markup() -> None:
    assert [module.path for module in find_modules("ui") if _named(module) & CONTENT_DIALOGS] == []
