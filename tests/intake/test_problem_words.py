"""Every problem of a row has its words."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import reviewer.intake
from reviewer.domain.arrival import RowProblem
from reviewer.intake.problems import _reasons, words


def test_words_say_where_and_why() -> None:
    named = [
        words(RowProblem(line=7, column="email", code="email-invalid")),
        words(RowProblem(line=9, column="", code="too-few-fields")),
        words(RowProblem(line=3, column="file", code="kind-unknown")),
    ]
    assert named == [
        "line 7, column email: this is not an e-mail address",
        "line 9: the row has fewer fields than the header",
        "file 3 in alphabetical order: this kind of file is not read; PDF, Word, text, pictures, ZIP and e-mails are",
    ]


def test_every_code_has_its_words_and_no_words_are_left_over() -> None:
    folder = Path(reviewer.intake.__file__).parent
    literals = {
        node.value
        for path in folder.glob("*.py")
        if path.name != "problems.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    ours = re.compile(
        r"(?:id|email|date|salutation|language|ip|terms|cv|too|row|quote|text|kind|file|columns|container)-[a-z-]+"
    )
    ours_or_folder = {text for text in literals if ours.fullmatch(text)} | {"folder-not-entered"}
    assert ours_or_folder == set(_reasons())
