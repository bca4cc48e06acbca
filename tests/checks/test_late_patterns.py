"""Patterns that are compiled at first use find what compiled ones find."""

from __future__ import annotations

import re

import pytest

from reviewer.checks.late_patterns import late


def test_a_late_pattern_finds_what_the_pattern_finds() -> None:
    pattern = late(r"(?P<word>[a-z]+)\d", re.IGNORECASE)
    found = pattern.search("in KW7")
    assert found is not None
    assert found["word"] == "KW"
    assert [one[0] for one in pattern.finditer("a1 B2")] == ["a1", "B2"]
    assert pattern.groupindex == {"word": 1}


def test_a_late_pattern_is_compiled_when_something_is_asked_of_it() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.search("(")


def test_what_patterns_do_not_have_a_late_one_has_not_either() -> None:
    with pytest.raises(AttributeError):
        late("a").find_everything  # type: ignore[attr-defined]  # noqa: B018
