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


@pytest.mark.parametrize("label", ["Name des Arbeitgebers", "Name of employer", "Firmenname"])
def test_the_label_of_an_employers_name_is_no_industry(label: str) -> None:
    assert industries(label, "Veridus SE, ca. 150 MA", "Vantaro GmbH, 540 MA") == ["", ""]


def test_what_stands_behind_a_period_in_brackets_tells_no_trade_of_the_company() -> None:
    rows = (
        "Leiter Personalentwicklung, Xantia GmbH (85 Mitarbeitende) (Juli 2005 – Mai 2011):",
        "Personalabteilung von 15 Köpfen in Servicepunkt und Betreuer geteilt; Krankenstand gesenkt.",
    )
    found = check(make_reading(lines("Werdegang", *rows)), date(2026, 11, 25)).stations
    assert [(one.industry, one.size) for one in found] == [("", "85 Mitarbeitende")]
