"""Files of word lists are read as TOML says, whatever they hold, and as quickly as their plain form allows."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checks.word_lists import read_lists

VOCABULARIES = sorted((Path(__file__).resolve().parents[2] / "resources" / "vocabularies").glob("*.toml"))
# What stands in such files, and what might come to stand there by a slip of the hand.
PARTS = (
    *(
        "a = [",
        "b = [\n",
        '"x"',
        '"it\'s"',
        '"c # d"',
        '"a\\\\.b"',
        '"a\\"b"',
        '"c\\\\"',
        '"[a]"',
        "'y'",
        "1",
        ", ",
        ",\n  ",
    ),
    *(
        "]\n",
        "\n]\n",
        "]",
        "# none\n",
        '# "more" ]\n',
        "\n",
        "[t]\n",
        "[t.u]\n",
        "[a]\n",
        'k = "v"\n',
        "n = -2.5\n",
        "n = 03\n",
    ),
    *("m = 7\n", 'k = "v" # said\n', " ", "\t", "\r\n", "a.b = 1\n", "t = 1\n", "\u00a0", "ä = 1\n", '"""\n'),
)


def _read(text: str) -> object:
    """What a text is to mean; how a faulty one fails."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return str(error)


@pytest.mark.parametrize("path", VOCABULARIES, ids=lambda path: path.stem)
def test_every_vocabulary_is_read_as_its_format_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert read_lists(text) == tomllib.loads(text)


def test_lists_of_any_kind_are_read_as_the_format_says() -> None:
    text = """
words = [ # "none"
  "a [b]", "it's",  # and "more"
  "c # d",
]
empty = []
escaped = ["a\\\\.b", "c\\\\"]
others = ["a\\"b", 'c']
numbers = [1, 2]
[table]
few = ["x"]
named = "[a]"
"""
    assert read_lists(text) == tomllib.loads(text)


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_whatever_is_written_is_read_or_refused_as_the_format_says(text: str) -> None:
    try:
        read: object = read_lists(text)
    except tomllib.TOMLDecodeError as error:
        read = str(error)
    assert read == _read(text)
