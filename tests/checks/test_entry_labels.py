"""A label that stands before industries in some entries tells the industry in all of them."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from tests.checks.builders import lines, make_reading


def industries(label: str, *values: str) -> list[str]:
    """What entries that are forms with this label before these values tell of the industry."""
    rows = ["Projekte"]
    for year, value in enumerate(values):
        period = f"03/{2010 + 2 * year} – 12/{2011 + 2 * year}"
        rows += [period, "Funktion", "Interim Werkleiter", label, value, "Leistung", "Zwei Linien in Betrieb genommen"]
    return [one.industry for one in check(make_reading(lines(*rows)), date(2026, 11, 25)).stations]


@pytest.mark.parametrize("label", ["Geschäftszweig", "Welt", "Sphere"])
def test_a_repeated_label_before_industries_tells_one_in_each_entry(label: str) -> None:
    values = ["Maschinenbau", "Chemie", "Kunsteislauf"]
    assert industries(label, *values) == values


@pytest.mark.parametrize(
    "values", [("Hamburg", "Köln", "Jena"), ("Maschinenbau Muster GmbH", "Chemie Probe AG", "Q AG")]
)
def test_a_repeated_label_before_places_or_companies_tells_none(values: tuple[str, ...]) -> None:
    assert industries("Einsatz bei", *values) == ["", "", ""]
