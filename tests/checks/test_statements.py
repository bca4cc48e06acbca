"""What a line of an entry is: something that was done, a rank, or what the company is; in words of no list too."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.statements import Kind, classify
from reviewer.checks.station_facts import Facts
from reviewer.checks.units import Unit
from reviewer.checks.view import make_view
from tests.checks.builders import lines, make_reading

TODAY = date(2026, 11, 23)


# Lines so wide that none of the others goes on below.
WIDE = (
    "Profil",
    *["Ich leite Werke der Industrie und bringe sie mit den Menschen vor Ort wieder auf einen guten Kurs auch in"] * 8,
)


def kind(text: str) -> Kind:
    return classify(Unit(begin=0, end=len(text), text=text, bullet=True), in_head=False)


def stations(*texts: str) -> tuple[Facts, ...]:
    return make_view(make_reading(lines(*texts)), TODAY).stations


@pytest.mark.parametrize(
    "text",
    [
        "Unmittelbar dem Vorstand unterstellt",
        "Einordnung: Fachliche und disziplinarische Führung von 10 Personen, Bericht an den Spartenleiter",
        "Einordnung: Handlungsvollmacht, Berichtsweg Beirat, Führungsspanne 15",
        "6 Mitarbeiter im Bereich",
        "Ständiger Gast im Führungskreis",
        "Teilnahme an den Sitzungen des Aufsichtsrats",
        "Fachliche Weisung gegenüber vier Werken",
        "Leitung der Abteilung mit drei Gruppen",
        "Sat in on board meetings",
        "Served on the management committee",
        "Reported monthly to the shareholders",
        "Functional supervision of four plants",
        "Direct line into the board",
        "Ranked second in the plant",
        "Responsible to the family shareholders",
        "Board appointment, reporting to the holding company",
    ],
)
def test_a_rank_is_no_task(text: str) -> None:
    assert kind(text) is Kind.REPORTING


@pytest.mark.parametrize(
    "text",
    [
        "Führung der Verhandlungen mit dem Betriebsrat über den Sozialplan",
        "Verantwortlich für die Einführung von SAP in vier Werken",
        "Ausschuss 8 auf 3 %",
        "tours redrawn",
        "Customer complaints settled",
        "Rebuilt trust with the banks",
        "Led the relocation of assembly to Poland",
        "Represented the company in wage talks and closed a plant agreement",
        "Visited every key account and renewed contracts",
        "Werk Gera geschlossen, 120 Stellen sozialverträglich abgebaut",
        "Nachfolge geregelt und Betriebsleiter eingearbeitet",
        "Aufsetzen eines Projektbüros",
        "Serienanlauf zweier Produkte",
        "EBIT von –2 auf +4 Mio. €",
        "Customer complaints down by half",
        "Sale of the division to an investor",
        "Went live with a new ERP in eight months",
        "Task: merge two warehouses",
        "Einsparungen: 2,4 Mio. € p. a. im Einkauf",
    ],
)
def test_a_doing_is_a_task_though_it_holds_a_word_of_rank_or_is_short(text: str) -> None:
    assert kind(text) is Kind.TASK


@pytest.mark.parametrize(
    ("told", "industry", "size"),
    [
        (["Hersteller von Grabsteinen, 85 Arbeitsplätze"], True, True),
        (["Das Unternehmen ist ein Zusteller von Briefen mit 1.200 Arbeitsplätzen."], True, True),
        (["My client was a keeper of archives: staff of 240, sales of 32 million pounds."], True, True),
        (["Branche: Glockenguss", "Größe: 60 MA"], True, True),
        (["Seating for theatres, turning over £52 million a year"], True, True),
        (["Bell ropes for churches", "staff of 180"], True, True),
        (["Führungsspanne: 12 Mitarbeiter", "Bericht an die Geschäftsführung"], False, False),
        (["Team of 14, reporting to the board"], False, False),
    ],
)
def test_industry_and_size_are_found_in_words_of_no_list_and_a_team_is_no_company(
    told: list[str], industry: bool, size: bool
) -> None:
    entry = [
        "Projekte",
        "03/2022 – 04/2024",
        "Interim Werkleiter",
        "Quellmann GmbH, Ulm",
        *told,
        "- Umzug der gesamten Fertigung in die neue Halle bis zum Anlauf gesteuert",
    ]
    found = stations(*entry, "01/2020 – 02/2022", "Interim CFO", "Rohrbeck AG", "- Aufbau des Berichtswesens")[0]
    assert (found.industry is not None, found.size is not None) == (industry, size)


@pytest.mark.parametrize(
    "text",
    [
        "Personal: 9 (direkt)",
        "Staff led: 35",
        "Leitet die Einheit mit zwei Gruppenleitern",
        "Ran the department with three section heads",
        "Beisitz im Anlageausschuss",
    ],
)
def test_a_unit_that_was_led_and_a_count_of_people_are_no_task(text: str) -> None:
    assert kind(text) is Kind.REPORTING


def test_millions_beside_what_a_company_does_are_its_size_and_a_budget_is_not() -> None:
    entry = ["Projekte", "03/2022 – 04/2024", "Interim Werkleiter", "Quellmann GmbH, Ulm"]
    rest = [
        "- Umzug der gesamten Fertigung in die neue Halle gesteuert",
        "01/2020 – 02/2022",
        "Interim CFO",
        "Probe AG",
    ]
    assert stations(*entry, "Glockengießerei, 24 Mio. €", *rest)[0].size is not None
    assert stations(*entry, "Budget 24 Mio. €", *rest)[0].size is None


def test_what_was_done_counts_on_the_line_below_title_and_company_without_a_bullet() -> None:
    head = "Werkleiter, Probe GmbH (Chemie, 250 Mitarbeiter)"
    done = (
        "Banken und Gesellschafter für das Konzept gewonnen",
        "Closed the Derby site",
        "Neuverhandlung der Verträge",
    )
    for text in done:
        (station,) = stations(*WIDE, "Berufserfahrung", "03/2019 – 05/2024", head, text)
        assert [unit.text for unit in station.tasks] == [text]


@pytest.mark.parametrize(
    "text",
    ["(30 Monate)", "Exportanteil 52 %", "in dritter Generation familiengeführt", "listed parent", "1920 gegründet"],
)
def test_what_a_company_is_like_is_no_task_below_its_name(text: str) -> None:
    (station,) = stations(
        *WIDE, "Berufserfahrung", "03/2019 – 05/2024", "Werkleiter, Probe GmbH (Chemie, 250 MA)", text
    )
    assert not station.tasks


@pytest.mark.parametrize("text", ["Departments under me: stores, dispatch, planning", "Reporting line: group board"])
def test_a_label_of_rank_makes_no_task_of_what_follows(text: str) -> None:
    assert kind(text) is Kind.REPORTING


@pytest.mark.parametrize(
    "text",
    ["Betreiber von Pflegeheimen", "producer of frozen bakery goods, family owned", "Leiter Key Account Management"],
)
def test_what_a_company_is_and_a_title_alone_are_no_tasks(text: str) -> None:
    assert kind(text) is Kind.NOTHING


def test_what_somebody_owns_is_nothing_done() -> None:
    assert kind("Sales Director at Muster Ltd, contract drug manufacturing, family-owned") is not Kind.TASK


@pytest.mark.parametrize(
    "text",
    [
        "EBITDA +£4m in nine months",
        "EBITDA from -2 to +4m",
        "Cash up £6m",
        "Inventory down a third",
        "Bestandsabbau 4 Mio. €",
        "Month-end in five days instead of twelve",
        "Neukunden gewonnen: 12",
        "Zwei Lager zusammengelegt",
        "Übergabe an den neuen Leiter",
        "Coached four managers",
        "Saved £2.4m a year",
        "Carbon footprint measured for the first time",
    ],
)
def test_a_figure_that_changed_and_a_verb_that_begins_a_statement_tell_of_a_doing(text: str) -> None:
    assert kind(text) is Kind.TASK


@pytest.mark.parametrize(
    "text",
    [
        "Auslastung 100 %",
        "Dauer: 9 Monate",
        "9 Monate",
        "Exportquote 60 %",
        "Grund des Wechsels: Ende der Befristung",
        "Reason for leaving: redundancy",
        "Befristung endete",
        "Tools: SAP, Excel, Power BI",
        "SAP, MS Project, Jira",
        "References on request",
        "founded in 1920",
        "Familienunternehmen in dritter Generation",
        "three plants in Europe",
        "Company: Corrugated board mill",
        "Nachfolger von Herrn Muster",
    ],
)
def test_terms_of_a_post_software_and_what_the_company_is_are_no_doing(text: str) -> None:
    assert kind(text) is Kind.NOTHING


@pytest.mark.parametrize("text", ["EBIT +4 Mio. in 9 Monaten", "DSO von 62 auf 41 Tage", "Durchlaufzeit halbiert"])
def test_a_result_counts_on_the_line_below_title_and_company_without_a_bullet(text: str) -> None:
    head = "Werkleiter, Probe GmbH (Chemie, 250 Mitarbeiter)"
    (station,) = stations(*WIDE, "Berufserfahrung", "03/2019 – 05/2024", head, text)
    assert [unit.text for unit in station.tasks] == [text]


@pytest.mark.parametrize(
    "text",
    ["Tätig in der Branche Wirkstoffe", "Ein Haus der Branche Augenheilmittel", "Active in the sector of optics"],
)
def test_what_a_company_is_active_in_is_no_doing(text: str) -> None:
    assert kind(text) is Kind.NOTHING


def test_what_was_done_behind_a_companys_bracket_tells_no_industry() -> None:
    rows = (
        "Berufserfahrung",
        "04/2013 – 03/2018: HR-Leiterin; Muster Gruppe (85 Mitarbeiter): Ausbildung mit der Hochschule neu geordnet",
        "10/2009 – 03/2013: Leiterin Vergütung; Vorlage SE (420 MA): Bonus mit der Bank abgestimmt und eingeführt",
    )
    told = stations(*WIDE, *rows)
    assert [(one.industry, one.size is not None, len(one.tasks)) for one in told] == [(None, True, 1), (None, True, 1)]


@pytest.mark.parametrize(
    "text", ["Ich verlegte die Formerei", "Dort bündelte ich die Lieferanten", "She rebuilt the line"]
)
def test_what_somebody_says_to_have_done_is_a_task(text: str) -> None:
    assert kind(text) is Kind.TASK
    assert kind("Ich arbeitete im Werk Ulm") is not Kind.TASK


def test_a_size_alone_or_the_next_label_is_no_industry_though_their_label_names_one() -> None:
    rows = (
        "Berufserfahrung",
        "Zeitraum: 04/2013 – 03/2018",
        "Funktion: HR-Leiterin",
        "Unternehmen: Muster Gruppe, Wels",
    )
    told = stations(*WIDE, *rows, "Branche/Größe", "8.100 Beschäftigte", "Aufgaben", "Bonus neu geordnet")
    assert [(one.industry, one.size is not None) for one in told] == [(None, True)]
    named = stations(*WIDE, *rows, "Branche/Größe", "Molkerei, 8.100 Beschäftigte", "Aufgaben", "Bonus neu geordnet")
    assert [one.industry is not None for one in named] == [True]
