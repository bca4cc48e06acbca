"""What tells a company's size, and what only looks like it."""

from __future__ import annotations

import pytest

from reviewer.checks.company_patterns import find_sizes
from reviewer.checks.station_cards import context_share
from tests.checks.test_statements import WIDE, stations


@pytest.mark.parametrize(
    "text",
    [
        "rund 1.200 festangestellte Mitarbeiter",
        "120-köpfige Belegschaft",
        "etwa dreihundert Beschäftigte",
        "2,5 Tsd. Mitarbeitende",
        "rd. 80 Dienstnehmer",
        "Klinik mit 450 Betten",
        "about two hundred people",
        "hundreds of employees",
        "500+ employees",
        "a 300-strong workforce",
        "1'200 Mitarbeitende",
        "ueber 280 Beschaeftigte",
        "340 VZAe",
        "rund 1.200-köpfig",
        "team of 450 across three plants",
        "plant of 900",
        "HC 450",
        "Anzahl der Beschäftigten: 85",
        "Größe: M (250)",
        "Mitarbeiterstärke: 450",
        "MA weltweit: 1.100",
        "Konzernmitarbeiter: 1.100",
        "dreistellige Mitarbeiterzahl",
        "3,000-plus employees",
        "a workforce numbering 640",
        "12.000 Wohnungen",
        "housing association with 12,000 homes",
        "fleet of 300 vehicles",
        "220-room hotel",
        "a partnership of 45 lawyers",
    ],
)
def test_people_are_told_in_figures_and_in_words(text: str) -> None:
    assert {"people", "labelled"} & {name for name, _, _ in find_sizes(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Umsatz im dreistelligen Millionenbereich",
        "two-digit million turnover",
        "achtstelliger Jahresumsatz",
        "Umsatz (Mio. €): 30",
        "Umsatz deutlich über 100 Mio. €",
        "setzte zuletzt 60 Mio. Euro um",
        "$350 MM revenue",
        "multi-million-pound business",
        "Umsatz: eine Milliarde Euro",
        "half a billion in revenue",
        "funds under management of £3bn",
        "Bilanzvolumen 3,1 Mrd. €",
    ],
)
def test_revenue_may_be_told_by_its_digits(text: str) -> None:
    assert "revenue" in {name for name, _, _ in find_sizes(text)}


def test_a_period_and_the_word_below_it_are_no_size() -> None:
    (first, _) = stations(
        "Projekte",
        "10/2016 – 06.2018",
        "Man hatte zwei Anläufe hinter sich, beide gescheitert",
        "01/2012 – 02/2014",
        "Werkleiter, Beispiel AG",
    )
    assert first.size is None


@pytest.mark.parametrize(
    "text",
    [
        "Umzug von 300 Mitarbeitern in das neue Gebäude",
        "Sozialplan für 120 Mitarbeiter verhandelt",
        "300 Mitarbeiter in Lean geschult",
        "120 Mitarbeiter in Transfergesellschaft überführt",
        "Leitung des Teams (8 MA)",
        "Leitung einer Abteilung mit 22 Mitarbeitern",
        "Leitung von 6 Gruppen mit zusammen 80 Mitarbeitern",
        "Personalabbau: 80 Mitarbeiter",
        "Personal um 80 Stellen reduziert",
        "300 Fahrzeuge pro Tag",
        "Verkauf von 300 Wohnungen",
        "an 8-strong team",
        "35-köpfiges Projektteam",
        "made 120 people redundant",
        "80 employees laid off",
        "Rollout to 3,000 employees",
        "Engagement survey of 300 employees",
        "Relocated 300 employees to the new building",
        "Cut 120 jobs",
        "Kaufpreis 24 Mio. €",
        "2,4 Mio. EUR p. a. eingespart",
        "Saved £2.4m a year",
        "£24m spend",
        "New business of £12m",
        "Effekt: 12 Mio. € p. a.",
    ],
)
def test_people_and_money_that_something_was_done_with_are_no_size(text: str) -> None:
    (first, _) = stations(
        *WIDE,
        "Projekte",
        "03/2014 – 12/2015",
        "Werkleiter, Muster GmbH",
        text,
        "- Einführung eines neuen Schichtmodells in der Fertigung",
        "01/2012 – 02/2014",
        "Leiter, Beispiel AG",
    )
    assert not first.size


def test_sites_tell_less_of_the_size_than_people_do() -> None:
    (first, second) = stations(
        "Projekte",
        "03/2014 – 12/2015",
        "Werkleiter, Muster GmbH (Maschinenbau, 4 Werke in Europa)",
        "01/2012 – 02/2014",
        "Werkleiter, Beispiel AG (Maschinenbau, 450 Mitarbeiter)",
    )
    assert first.sites
    assert not first.size
    assert second.size


@pytest.mark.parametrize(
    "text",
    [
        "Verantwortungsbereich: Standort Kassel, 3.500 Mitarbeiter",
        "Area of responsibility: Kettering site, 480 employees",
        "Führung: 209 direkt, 80 gesamt",
    ],
)
def test_what_somebody_answered_for_is_no_size(text: str) -> None:
    (first, _) = stations(
        "Projekte", "03/2014 – 12/2015", "Werkleiter, Muster GmbH", text, "01/2012 – 02/2014", "Leiter, Beispiel AG"
    )
    assert not first.size
    assert not first.industry
    assert not first.tasks


def test_a_trade_behind_a_dash_and_a_size_below_belong_to_the_company() -> None:
    (first, _) = stations(
        "Projekte",
        "03/2014 – 12/2015",
        "Werkleiter auf Zeit",
        "Muster GmbH, Siegen – Werkzeugmaschinenbau",
        "(rund 230 Beschäftigte)",
        "01/2012 – 02/2014",
        "Werkleiter, Beispiel AG",
    )
    assert first.industry
    assert first.size


def test_a_heading_may_tell_the_industry_of_its_entries() -> None:
    (first, second) = stations(
        "Mandate: Druck und Medien",
        "03/2014 – 12/2015",
        "Interim CFO, Muster GmbH (310 Mitarbeiter)",
        "01/2012 – 02/2014",
        "Interim CFO, Beispiel AG (45 Beschäftigte)",
    )
    assert first.industry
    assert second.industry


def test_an_earlier_post_with_the_same_company_need_not_say_it_again() -> None:
    (later, earlier, other) = stations(
        "Berufserfahrung",
        "03/2014 – 12/2015",
        "Werkleiter, Muster GmbH (Maschinenbau, 450 Mitarbeiter)",
        "01/2012 – 02/2014",
        "Produktionsleiter, Muster GmbH",
        "01/2010 – 12/2011",
        "Produktionsleiter, Beispiel AG",
    )
    assert earlier.industry == later.industry
    assert earlier.size == later.size
    assert not other.industry
    assert not other.size


def test_something_that_was_built_up_is_no_building_trade() -> None:
    (first, _) = stations(
        "Projekte",
        "03/2014 – 12/2015",
        "Einkaufsleiter, Muster GmbH",
        "Aufbau des Beteiligungscontrollings",
        "01/2012 – 02/2014",
        "Werkleiter, Beispiel AG",
    )
    assert not first.industry


def test_a_form_that_labels_the_period_keeps_the_title_above_it() -> None:
    found = stations(
        "Projekte",
        "Vertriebsleiter auf Zeit",
        "Zeitraum",
        "07/2025 – 08/2026",
        "Unternehmen",
        "Muster SE (310 Mitarbeiter)",
        "Logistikleiter auf Zeit",
        "Zeitraum",
        "11/2021 – 05/2023",
        "Unternehmen",
        "Beispiel AG (45 Beschäftigte)",
    )
    assert [one.title for one in found] == ["Vertriebsleiter auf Zeit", "Logistikleiter auf Zeit"]


@pytest.mark.parametrize(
    ("company", "share"),
    [
        ("Muster GmbH (Maschinenbau, 450 Mitarbeiter)", 1.0),
        ("Muster GmbH (Maschinenbau, mittelständisch)", 0.5),
        ("Muster GmbH (Maschinenbau)", 0.1),
        ("Muster GmbH (450 Mitarbeiter)", 0.1),
        ("Muster GmbH", 0.0),
    ],
)
def test_the_context_of_an_entry_is_industry_and_size_together(company: str, share: float) -> None:
    (station,) = stations("Projekte", "03/2014 – 12/2015", f"Werkleiter, {company}")
    assert context_share([station]) == share


@pytest.mark.parametrize(
    "text",
    [
        "£40m precision engineering business",
        "Maschinenbau, TEUR 32.000",
        "Maschinenbau, Umsatz T€ 950.000",
        "dairy, t/o £12m",
        "180 emp., Maschinenbau",
        "Molkerei, Personalstand 7.300",
        "dairy, revenues between €114m and €164m",
        "automotive supplier, 2,300-strong",
        "a 450-employee chemical company",
        "Tooth brush bristles with 475 staff",
    ],
)
def test_industry_and_size_in_one_line_are_both_told(text: str) -> None:
    (first, _) = stations(
        "Projekte", "03/2014 – 12/2015", "Werkleiter, Muster GmbH", text, "01/2012 – 02/2014", "Leiter, Beispiel AG"
    )
    assert first.size
    assert first.industry


def test_a_sum_that_was_saved_is_no_revenue() -> None:
    (first, _) = stations(
        "Projekte", "03/2014 – 12/2015", "Werkleiter", "£40m order book", "01/2012 – 02/2014", "Leiter, Beispiel AG"
    )
    assert not first.size


def test_an_industry_alone_at_the_end_of_an_entry_is_told() -> None:
    (first, second) = stations(
        *WIDE,
        "Projekte",
        "03/2014 – 12/2015",
        "Werkleiter, Muster GmbH, 450 Mitarbeiter",
        "- Einführung eines neuen Schichtmodells in der Fertigung",
        "Möbelindustrie",
        "01/2012 – 02/2014",
        "Leiter, Beispiel AG",
    )
    assert first.industry
    assert not second.industry


@pytest.mark.parametrize("text", ["6 Mitarbeiter im Bereich", "15 people in the department"])
def test_people_of_a_department_are_not_those_of_the_company(text: str) -> None:
    assert not find_sizes(text)


@pytest.mark.parametrize(
    ("company", "post", "told"),
    [
        ("Maschinenbau, mittelständisch", "Werkleiter", True),
        ("Maschinenbau, inhabergeführt", "Werkleiter", False),
        ("machine building, family-owned", "Plant manager", False),
        ("Maschinenbau", "Leiter Konzerncontrolling", False),
    ],
)
def test_owners_and_posts_tell_no_size(company: str, post: str, *, told: bool) -> None:
    (station,) = stations("Projekte", "03/2014 – 12/2015", post, "Muster GmbH", company)
    assert (station.soft_size is not None) is told


def test_a_post_in_a_merger_tells_no_industry() -> None:
    (station,) = stations(
        *WIDE, "Projekte", "03/2014 – 12/2015", "Muster GmbH", "Post-merger Integration Director", "290 staff"
    )
    assert not station.industry


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Setting: port terminal, a business with approx.", "1,000 employees"),
        ("Muster is in fashion retail (size:", "600 FTE)"),
    ],
)
def test_a_statement_goes_on_below_an_abbreviation_or_an_open_bracket(above: str, below: str) -> None:
    (station,) = stations("Projekte", "03/2014 – 12/2015", "Leiter, Muster GmbH", above, below)
    assert f"{above} {below}" in [unit.text for unit in station.units]


@pytest.mark.parametrize(
    "rows",
    [
        ("Head of Finance, Blackthorn Rigg Ltd (Watches; workforce of 140)",),
        ("Swaledale BV, Leeds (Building", "materials, about 560 employees)", "Procurement Director"),
        ("Netherby Ltd (Roses - wholesale,", "60 staff,", "turnover USD 18m)", "Head of Purchasing"),
    ],
)
def test_what_brackets_hold_is_one_statement(rows: tuple[str, ...]) -> None:
    (station,) = stations(*WIDE, "Projects", "03/2014 – 12/2015", *rows)
    assert station.industry is not None
    assert station.size is not None
    assert [unit.text for unit in station.units if ")" in unit.text] == [
        " ".join(rows[: next(at for at, row in enumerate(rows) if ")" in row) + 1])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "pump maker",
        "Tier-2 supplier to OEMs",
        "engineering consultancy",
        "county council",
        "contract manufacturer",
        "kirchlicher Träger",
        "Drahtzieherei",
        "Fluggesellschaft",
        "gesetzliche Krankenversicherung",
        "Nudelfabrik",
        "chain of opticians",
        "edtech",
    ],
)
def test_a_company_is_known_by_what_it_makes_or_runs(text: str) -> None:
    (station,) = stations(*WIDE, "Projekte", "03/2014 – 12/2015", "Werkleiter, Muster GmbH", text)
    assert station.industry


@pytest.mark.parametrize(
    "text",
    [
        "Software: SAP S/4HANA",
        "Automotive SPICE",
        "Abteilung Elektronik",
        "Team Medizintechnik-Zulassung",
        "Insolvenz in Eigenverwaltung",
        "Kenntnisse in Medizintechnik",
        "Studium Maschinenbau",
        "fund-owned",
    ],
)
def test_a_department_software_learning_and_owners_tell_no_industry(text: str) -> None:
    (station,) = stations(*WIDE, "Projekte", "03/2014 – 12/2015", "Werkleiter, Muster GmbH", text)
    assert not station.industry


@pytest.mark.parametrize(("text", "told"), [("scaffolding, 450 people", True), ("Gera, 450 MA", False)])
def test_a_word_in_small_letters_beside_a_size_tells_what_a_company_does_and_a_town_does_not(
    text: str, *, told: bool
) -> None:
    (station,) = stations(*WIDE, "Projekte", "03/2014 – 12/2015", "Werkleiter, Muster GmbH", text)
    assert (station.industry is not None) is told
