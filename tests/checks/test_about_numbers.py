"""Words that say "about" of a number of people."""

from __future__ import annotations

import pytest

from reviewer.checks.company_patterns import find_sizes


@pytest.mark.parametrize(
    "about",
    [
        *("deutlich über", "just under", "ca.", "approx", "rd.", "circa", "rund", "etwa", "an die"),
        *("weniger als", "less than", "mehr als", "bis zu", "knapp", "gut", "fast", "annähernd", "ungefähr"),
        *("ueber", "annaehernd", "ungefaehr", "around", "about", "some", "over", "more than", "roughly"),
        *("approximately", "in excess of", "upwards of", "close to", "c.", "just short of", "north of"),
        *("numbering", "~", ">", "<", "≈", "≥", "up to", "nearly", "almost", "between", "zwischen"),
        *("in the region of", "in the order of", "in der größenordnung von"),
    ],
)
def test_what_says_about_belongs_to_the_number_behind_it(about: str) -> None:
    assert find_sizes(f"with {about} 450 employees")[0][1] == len("with ")
