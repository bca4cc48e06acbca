"""Mandates without dates of their own below one period are judged each by itself."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.companies import find_trade
from reviewer.checks.station_cards import context_share, tasks_share
from reviewer.checks.view import View, make_view
from tests.checks.builders import lines, make_reading
from tests.checks.test_statements import WIDE

TODAY = date(2026, 11, 23)
EARLIER = (
    "01/2012 – 12/2016",
    "Werkleiter",
    "Beispiel AG, Gießerei, 300 Mitarbeiter",
    "- Anlauf zweier Linien begleitet",
)


def view(*texts: str, bold: tuple[str, ...] = ()) -> View:
    return make_view(make_reading(lines(*WIDE, "Berufserfahrung", *texts), bold=bold), TODAY)


def test_posts_set_alike_beside_companies_are_mandates_of_their_own() -> None:
    seen = view(
        "seit 01/2017",
        "Freiberuflicher Interim Manager",
        "Muster Interim",
        *("Werkleiter", "Erste GmbH, Molkerei, 450 Mitarbeiter", "- Ausschuss um 12 % gesenkt"),
        *("Einkaufsleiter", "Zweite AG, Siegen", "Vertragsart: Dienstvertrag"),
        *("Personalleiter", "Dritte KG, Ulm", "Auslastung: 4 Tage je Woche"),
        *EARLIER,
        bold=("Werkleiter", "Einkaufsleiter", "Personalleiter"),
    )
    assert [bool(one.tasks) for one in seen.told if one.stint.period.last is None] == [True, False, False]
    assert tasks_share(seen.told) == context_share(seen.told) == pytest.approx(0.5, abs=0.05)
    assert len(seen.stations) < len(seen.told)


@pytest.mark.parametrize(("company", "role"), [("Unternehmen", "Rolle"), ("Kunde", "Funktion"), ("Client", "Role")])
def test_a_label_of_the_company_begins_each_mandate(company: str, role: str) -> None:
    seen = view(
        "seit 01/2017",
        *(company, "eigene Praxis", role, "Selbständiger Interim Manager"),
        *(company, "Erste GmbH, Siegen", role, "Werkleiter", "Bericht an den Vorstand"),
        *(company, "Zweite AG, Siegen", role, "Einkaufsleiter", "Bericht an den Beirat"),
        *(company, "Dritte KG, Ulm", role, "Logistikleiter", "- Ausschuss um 12 % gesenkt"),
        *EARLIER,
    )
    assert [bool(one.tasks) for one in seen.told if one.stint.period.last is None] == [False, False, True]


def test_a_company_named_once_more_within_an_entry_parts_it_not() -> None:
    seen = view(
        "01/2017 – 12/2020",
        *("Werkleiter", "Erste GmbH, Molkerei, 450 Mitarbeiter", "- Ausschuss um 12 % gesenkt"),
        *("- Leiter der Verlagerung einer Linie zur", "Zweite AG begleitet"),
        *EARLIER,
    )
    assert seen.told == seen.stations


@pytest.mark.parametrize("heading", ["Jahre in der Industrie", "Industrie", "Industrielaufbahn", "Career in industry"])
def test_industry_as_such_is_no_industry(heading: str) -> None:
    assert find_trade(heading) is None


@pytest.mark.parametrize("heading", ["Chemische Industrie", "Automobilindustrie", "Mandates: food industry"])
def test_a_heading_tells_an_industry(heading: str) -> None:
    assert find_trade(heading) is not None
