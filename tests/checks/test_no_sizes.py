"""Towns, teams and labels beside a company tell neither its industry nor its size."""

from __future__ import annotations

import pytest

from tests.checks.test_statements import WIDE, stations


@pytest.mark.parametrize(
    "company",
    [
        "Muster SE & Co. KGaA, Winterthur (rund 7.900 Beschäftigte)",
        "Muster GmbH, Bremerhaven, 1.200 Mitarbeitende",
        "Muster AG | Klagenfurt | 340 MA",
        "Sample LLC, Rotterdam (headcount 8,600)",
        "Sample plc, Wolverhampton – 900 people",
    ],
)
def test_a_town_between_a_company_and_its_size_is_no_industry(company: str) -> None:
    told = stations(
        *WIDE, "Berufserfahrung", "01/2019 – 06/2022", "Werkleiter", company, "Anlauf einer Linie begleitet"
    )
    assert told[0].size
    assert told[0].industry is None


@pytest.mark.parametrize(
    "led",
    [
        "berichtend an den Beirat, 38 direkte Mitarbeiter",
        "Bericht an CFO; 26 unterstellte Mitarbeitende",
        "reporting to the group CFO, 37 direct staff",
        "Aufbau eines Einkaufsteams in Krakau mit 7 Personen",
        "Built a buying team in Leeds with 8 people",
    ],
)
def test_people_below_somebody_are_no_companys_size(led: str) -> None:
    told = stations(*WIDE, "Berufserfahrung", "01/2019 – 06/2022", "Leiter Einkauf", "Muster GmbH, Siegen", led)
    assert told[0].size is None


@pytest.mark.parametrize(("label", "other"), [("Company", "Role"), ("Organisation", "Position")])
def test_a_label_that_is_a_word_for_companies_makes_neighbours_no_one_company(label: str, other: str) -> None:
    told = stations(
        *WIDE,
        "Career history",
        *("Period", "JAN 2019 - JUN 2022", label, "Sample Ltd, Leeds", other, "Plant manager", "Cut scrap by a third"),
        *("Period", "JAN 2016 - DEC 2018", label, "Example plc, York", "dairy, 450 employees", other, "Plant manager"),
    )
    assert [bool(one.size) for one in told] == [False, True]
