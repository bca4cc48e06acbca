"""Names and codes of a house: three unexplained are a defect, one or two leave it open, and known ones never count."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.codes import find_codes
from reviewer.checks.explanations import is_explained
from reviewer.checks.run import check
from reviewer.checks.unknown_words import find_unknown
from reviewer.checks.view import make_view
from reviewer.domain.findings import Verdict
from tests.checks.builders import lines, make_reading

TODAY = date(2026, 11, 23)
MANDATES = (
    ("03/2024 – heute", "Interim Werkleiter, Muster GmbH", "Aufbau der Planung mit den Meistern"),
    ("01/2021 – 02/2024", "Interim Einkaufsleiter, Probe AG", "Neue Verträge mit den Lieferanten verhandelt"),
    ("05/2018 – 12/2020", "Interim CFO, Beispiel SE", "Berichtswesen und Planung eingeführt"),
)
POSTS = (
    ("03/2024 – present", "Interim Plant Manager, Sample Ltd", "Set up the planning with the supervisors"),
    ("01/2021 – 02/2024", "Interim Purchasing Manager, Trial plc", "Negotiated new contracts with the suppliers"),
    ("05/2018 – 12/2020", "Interim CFO, Example SE", "Introduced monthly reporting and a forecast"),
)


def verdict(*told: str, english: bool = False, below: tuple[str, ...] = ()) -> Verdict:
    """Of a CV with one told line for each of its entries, and more lines below them."""
    written = ["Projects" if english else "Projekte"]
    for entry, line in zip(POSTS if english else MANDATES, (*told, "", "", "")[:3], strict=True):
        written += [*entry, *filter(None, [line])]
    findings = check(make_reading(lines(*written, *below)), TODAY)
    return next(one.verdict for one in findings.proposals if one.criterion == "clarity")


@pytest.mark.parametrize(
    "told",
    [
        ("Einführung von KLV-2 im Werk", "Leitung der TAVO-Runde", "Bericht an den RVX"),
        ("Programm Polarfuchs gestartet", "Projekt Feuerstein in die Linie überführt", "Botschafter für Aurora"),
        ("Verantwortung für LUPINE 24", "Rollout Delta-Fit in drei Werken", "Freigaben nach QN-7 erteilt"),
        ("Teilprojektleitung in Kingfisher", "Beitrag zu Morning Star geleistet", "Programm „Weitsprung“ begleitet"),
        ("Überführung von MAVI in den Betrieb", "Kennzahlen für ORKA-Light vereinheitlicht", "Rückstände aus WKS-Nord"),
        ("Vorlagen für NordStern erstellt", "Steuerung über QS-Null2", "Mitglied im BXT-Kreis"),
        ("Pilotbereich für Windrose", "Welle 2 von Perlmutt abgeschlossen", "Zuordnung zu FPQ7"),
        ("Teilprojekt „Achterdeck“ geleitet", "Kampagne Silberpfeil verantwortet", "Initiative Horizont begleitet"),
        ("Fit4Zwei im Werk verankert", "Umstellung auf eKAVO", "Abnahme durch ZRB/3"),
        ("Übergabe von KLV-2 an RVX", "Leitung der TAVO-Runde", ""),
        ("Übergabe von KLV-2 an RVX, Rückmeldung an TAVO", "", ""),
        ("Zulieferung zu Welle Omikron-7", "Einführung des Omikron-K-Prozesses", "Ablösung durch AZQ9"),
        ("Vorgaben aus der Iltis-Runde umgesetzt", "Überführung in Hornisse-Gate 3", "Berichte nach RFPS-Raster"),
        ("KVO-Gremium in drei Werken eingeführt", "TVQ-Heft für alle Werke geschrieben", "RVX-Tafel gepflegt"),
        ("Freigaben für PA 4-K erteilt", "Umstellung auf WEplus begleitet", "Zahlen aus IT-B zusammengeführt"),
        ("Bestände aus iBrunx übernommen", "Abnahme durch HW.12 erreicht", "Schulung zu best4us gehalten"),
        (
            "Abstimmung mit LM-Wc geführt",
            "Umstellung auf ZirkelX begleitet",
            "Berichte aus xk4 und BU 25G vereinheitlicht",
        ),
    ],
)
def test_three_unexplained_names_are_a_defect_in_german(told: tuple[str, str, str]) -> None:
    assert verdict(*told) is Verdict.LACKING


@pytest.mark.parametrize(
    "told",
    [
        ("Delivered the KLV-2 gate on time", "Sat on the TAVO round", "Reported into TOPAZ3"),
        ("Programme Blue Heron launched", "Project Larkspur moved into the line", "Ambassador for Aurora"),
        ("Responsible for LUPINE 24", "Rolled out Kingfisher across three sites", "Released papers under QN-7"),
        ("Workstream lead in Kingfisher", "Contribution to Morning Star", "Led the programme 'ONE Stride'"),
        ("Moved MAVI into operation", "Aligned figures for ORKA Lite", "Cleared the backlog from WKS North"),
        ("Set up the NorthStar desk", "Tracked through RUNEX", "Member of the BXT circle"),
        ("Pilot site for Windrose", "Wave 2 of Marigold completed", "Assigned to FPQ7"),
        ("Project Quarterdeck, people side", "Initiative Skylark looked after", "Programme Silverline handed over"),
        ("Spoke for MOVE@Plant and sat in for the HX board", "Cascaded Focus 7.0", "Closed out Silver Arrow and left"),
        ("Drove Kestrel deployment under QLX matrix", "Harmonised SLB circle with EKW pool", ""),
        ("Embedded Fit4Two at the plant", "Changeover to eKAVO", "Acceptance by ZRB/3"),
    ],
)
def test_three_unexplained_names_are_a_defect_in_english(told: tuple[str, str, str]) -> None:
    assert verdict(*told, english=True) is Verdict.LACKING


@pytest.mark.parametrize(
    ("told", "english"),
    [
        (("Einführung von KLV-2 im Werk",), False),
        (("Einführung von KLV-2 im Werk", "Leitung der TAVO-Runde"), False),
        (("Übergabe von KLV-2 an RVX, Rückmeldung an die Werke",), False),
        (("Programm GRÜNES LICHT gestartet",), False),
        (("Botschafter für Windrose",), False),
        (("Programme Blue Heron launched",), True),
        (("Ran the BLUE SKY NOW programme",), True),
        (("Reported into TOPAZ3", "Sat on the TAVO round"), True),
    ],
)
def test_one_or_two_leave_it_open(told: tuple[str, ...], english: bool) -> None:
    assert verdict(*told, english=english) is Verdict.UNSURE


@pytest.mark.parametrize(
    "line",
    [
        "Einführung von KLV-Stufe B (internes Gremium für Investitionsfreigaben)",
        "PEGASUS Süd, Projekt zur Zusammenlegung zweier Standorte, abgeschlossen",
        "Leitung des Arbeitskreises zur Bestandssenkung (AKBX)",
        "Steuerung des Programms „Weitblick“, der Zusammenlegung zweier Werke",
        "Ablösung durch das konzerneigene Freigabeverfahren TIXU",
        "Einführung von ZORA. Dieses Programm bündelt den Einkauf dreier Werke",
        "Projekt Nordlicht (Verlagerung der Montage nach Ungarn) geleitet",
        "Pflege von TOBI = Liste aller offenen Bestellungen",
        "Projekt „Anker“: Umzug der Verwaltung in das neue Gebäude gesteuert",
        "Programm „Schwung“ geleitet, mit dem der Kunde zwei Werke zusammenlegte",
        "Abstimmung mit QUARZ+ – Name des hauseigenen Kursangebots – und Freigabe der Termine",
        "Betrieb von TARA, d. h. der gemeinsamen Lieferantendatenbank",
        "Sparprogramm des Mutterkonzerns, intern „TAVO“ genannt, geprüft und vereinfacht",
        "Übergabe an TAVO – Geschäftsbereich Dichtungen – nach zwölf Monaten",
        "Umzug in den Zweigbetrieb (St. QX7) und Klage beim BGH, später beim BAG, abgeschlossen",
    ],
)
def test_what_is_explained_beside_it_is_clear_in_german(line: str) -> None:
    assert verdict(line) is Verdict.FINE


def test_a_glossary_explains_what_a_word_before_it_belongs_to() -> None:
    told = "Wiederanlauf in St. QX7 und im Cluster EFX"
    below = ("Abkürzungen", "St. QX7: Zweigbetrieb im Elsass", "Cluster EFX – Geschäftsfeld Ersatzteile")
    assert verdict(told, below=below) is Verdict.FINE
    assert verdict(told) is Verdict.UNSURE


def test_a_seldom_abbreviation_with_a_thing_of_the_house_is_a_code() -> None:
    assert [found[0] for found in find_codes("Leitung der KOR-Runde, Teilnahme an der CFO-Runde")] == ["KOR-Runde"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Vorlagen für den PAK und den CFO", "PAK"),
        ("Priorisierung der Themen im SRL je Monat", "SRL"),
        ("Moved the open items into the SRL register", "SRL"),
        ("Berichtslinie an den Bereich KVM-Süd", "KVM-Süd"),
        ("Einführung der PLM-4-Karte, Umstellung nach IFRS-9-Regeln", "PLM-4-Karte"),
    ],
)
def test_a_seldom_abbreviation_is_a_code_where_the_words_beside_it_make_a_thing_of_it(line: str, code: str) -> None:
    assert [found[0] for found in find_codes(line)] == [code]


@pytest.mark.parametrize("line", ["Vertrieb in PAK und SRL", "Verkauf an SRL", "bei der SRL Holding"])
def test_a_seldom_abbreviation_is_known_elsewhere(line: str) -> None:
    assert list(find_codes(line)) == []


@pytest.mark.parametrize(
    "told",
    [
        "Programm „Rückenwind“ zum Abschluss gebracht",
        "Projekt Nordlicht für die Region Süd geleitet",
        "Programm „Phoenix“ geleitet",
        "Projekt Saphir begleitet",
        "Taskforce Adlerauge geleitet",
        "Projektname: Sommerregen, zwölf Personen",
        "Took the Clean Slate programme from plan to handover",
    ],
)
def test_a_programme_that_is_only_named_leaves_it_open(told: str) -> None:
    assert verdict(told) is Verdict.UNSURE


def test_names_in_quotes_before_what_they_are_count() -> None:
    told = ('Owner of the "Clear Water" initiative', 'Led the "Open Doors" culture programme', "Reported into TOPAZ3")
    assert verdict(*told, english=True) is Verdict.LACKING


def test_a_date_in_brackets_explains_nothing() -> None:
    told = (
        "Leitung Versand VWZ7 (Juli 2025 - heute)",
        "Leitung Umschlag VBQ (10/2023, 19 Monate)",
        "Bericht an OKTAVA (2022)",
    )
    assert verdict(*told) is Verdict.LACKING


def test_the_number_of_a_footnote_is_no_part_of_a_code() -> None:
    below = ("1 SPX = Stelle für Prüfung und Zulassung",)
    assert verdict("Aufbau der SPX1 im Werk", below=below) is Verdict.FINE
    assert verdict("Aufbau der SPX1 im Werk") is Verdict.UNSURE


def test_a_company_or_its_town_before_a_bracket_explains_nothing_in_it() -> None:
    told = (
        "Umzug der Weber AG, Hamburg (SBX-A4)",
        "Leitung Vertrieb (CQ.52) der Gießerei",
        "Berichte für TAVO erstellt",
    )
    assert verdict(*told) is Verdict.LACKING


@pytest.mark.parametrize(
    "line",
    [
        "Headed the Supply Assurance Group (TARKO) and renewed it",
        "Led TIXU (the in-house approval route for new vendors)",
        "Brought PEGASUS South, an internal points scheme for rating suppliers, to its end",
        "Replaced the in-house approval route TIXU",
        "Chaired the HKS board (weekly review of overdue orders)",
        "Rolled out ZORA. This programme pools the purchasing of three plants",
        "Programme Phoenix light (group-wide reduction of overheads) led",
        "JADE-4, project to merge two sites, completed",
        "Aligned with HKS ladder (= the committee for new tools) and released the figures",
        "Spokesperson in WEGA stage II (the working group of all foremen), writing its papers",
        "Reporting to NDX lattice – the group's set of measures – and its owner",
        "Ran BEAM, i.e. the shared list of open orders",
        "Renewed the launch steering group, known internally as “TARKO”, within a month",
        "Handed over to QX-7 – the business for seals – after twelve months",
        "Prepared papers for the IRS and IEEE, moved eLearning to iCloud and took Erasmus+ apprentices",
    ],
)
def test_what_is_explained_beside_it_is_clear_in_english(line: str) -> None:
    assert verdict(line, english=True) is Verdict.FINE


def test_a_glossary_at_the_end_explains_what_stands_above() -> None:
    told = ("Einführung von KLV-2 im Werk", "Leitung der TAVO-Runde", "Bericht an den RVX")
    listed = ("Abkürzungen", "KLV-2 = Prüfverfahren für Gussteile", "TAVO: Treffen der Werkleiter", "RVX – Revision")
    assert verdict(*told) is Verdict.LACKING
    assert verdict(*told, below=listed) is Verdict.FINE


@pytest.mark.parametrize(
    "line",
    [
        "Umstellung von SAP R/3 auf S/4HANA, Anbindung an Sage X3 und Salesforce",
        "Audits nach ISO 9001, IATF 16949, EN 9100 und VDA 6.3 bestanden",
        "Verhandlungen mit der IG BCE, dem TÜV und der BaFin",
        "Abschlüsse nach HGB und IFRS, Zahlungen in CHF und USD",
        "Verkauf an die BRANDT GmbH begleitet",
        "Eingruppierung in Entgeltgruppe E13",
        "Nachzahlung auf 137 TE begrenzt, Leistung um 50 kW gesteigert",
        "Matura an der HTL Braunau, Studium an der WU Wien",
        "Programm Kostensenkung und Projekt Werksneubau geleitet",
        "Taskforce Lieferfähigkeit und Taskforce Qualität geleitet",
        "Rollout von Kanban in drei Werken, Rollout Salesforce",
        "Steuerung des Werks Ulm-2, Umbau in Halle-3, Freigabe nach Stufe-2",
        "LinkedIn, SharePoint und PowerPoint genutzt",
        "Mandat-Nr. K-4711 der Vermittlung",
        "Mitglied des DDIM, Prince2 und ITIL geschult",
        "MitarbeiterInnen und KundInnen befragt",
        "Zahlungen über IBAN GB29 NWBK 6016 1331 9268 19",
        "Förderung durch KfW und EU im Rahmen von REACH und CSRD",
    ],
)
def test_what_readers_know_never_counts(line: str) -> None:
    assert verdict(line) is Verdict.FINE


@pytest.mark.parametrize(
    "line",
    [
        "Pay talks with GMB and Unite closed",
        "Grade E2, based in Bristol",
        "Project Manager and Programme Director for the supplier programme",
        "Implementation of Salesforce in Poland",
        "Carried out the Working Capital programme",
        "Ran the Growth Capital programme and the Clean Energy project",
        "Rolled out NetSuite and Power BI at seven sites",
        "Candidate no. VX-4711 of the agency",
        "Passed BRCGS and FSSC 22000 audits at first attempt",
        "Deployed Microsoft Teams and ServiceNow",
        "Restructured under TUPE and IR35, settled with HMRC",
    ],
)
def test_what_readers_know_never_counts_in_english(line: str) -> None:
    assert verdict(line, english=True) is Verdict.FINE


def test_codes_count_outside_of_dated_entries_too() -> None:
    below = ("Weitere Einsätze", "• Einführung von KLV-2 im Werk", "• Leitung der TAVO-Runde", "• Bericht an den RVX")
    assert verdict(below=below) is Verdict.LACKING


def test_a_title_for_a_code_above_the_company_counts() -> None:
    """The company of the line below does not make the code in the title its name."""
    written = ["Projekte"]
    for (period, post, _), code in zip(MANDATES, ("QVS7", "TAVO", "KLV-2"), strict=True):
        title, company = post.split(", ")
        written += [period, f"{title}, {code}", f"{company}, Ulm"]
    findings = check(make_reading(lines(*written)), TODAY)
    assert next(one.verdict for one in findings.proposals if one.criterion == "clarity") is Verdict.LACKING


def test_reporting_lines_of_entries_without_dates_count() -> None:
    below = ("Weitere Projekte", "Muster AG", "Berichtslinie FBQ-Raster", "Probe AG", "Koordinator HZQ")
    assert verdict("Bericht an den RVX", below=below) is Verdict.LACKING


def test_two_names_for_one_thing_count_once() -> None:
    assert verdict("Aufbau von VL6 (DUMO)", "Leitung der TAVO-Runde") is Verdict.UNSURE


def test_bullets_misread_from_a_picture_are_no_codes() -> None:
    assert verdict("EM Aufbau der Planung", "HM Verträge neu verhandelt", "MH Berichte eingeführt") is Verdict.FINE


@pytest.mark.parametrize(
    "told",
    [
        "Umbau der Schichtübergabe (hausintern VXTQ genannt)",
        "Looked after “VXTQ”, that is, performance-related pay for field staff",
        "Rebuilt the shift handover (known in-house as VXTQ)",
        "Rebuilt the shift handover (VXTQ internally)",
        "Umbau der Entlohnung; sie hieß VXTQ, gemeint ist der Lohn nach Leistung",
    ],
)
def test_what_the_house_calls_a_thing_that_is_told_is_explained(told: str) -> None:
    assert is_explained(told, "VXTQ")


@pytest.mark.parametrize("post", ["Head of Regulation (VXTQ)", "Leiter Einkauf (VXTQ)"])
def test_a_title_explains_no_code_behind_it(post: str) -> None:
    assert not is_explained(f"{post}\nReporting to the board", "VXTQ")


@pytest.mark.parametrize("place", ["Milwaukee WI", "Grand Rapids, MI", "Charlotte NC (machines)"])
def test_the_state_of_an_american_town_is_no_code(place: str) -> None:
    assert verdict(f"Ran a plant of the Upshaw Group, {place}", english=True) is Verdict.FINE


@pytest.mark.parametrize(
    "line",
    [
        "Gesamtleitung der SAP-S/4HANA-Einführung an zwei Standorten",
        "Aufbau eines Projektbüros mit Ampelbericht an den Vorstand",
        "Die Werke nach dem Umbau in ruhiges Fahrwasser gebracht",
    ],
)
def test_compounds_of_known_terms_and_plain_figures_of_speech_are_clear(line: str) -> None:
    assert verdict(line) is Verdict.FINE


@pytest.mark.parametrize("term", ["Jupiter-Konzept", "Erfahrung mit Janus-Schnittstelle", "VEXOR-One"])
def test_a_houses_own_term_among_skills_leaves_it_open(term: str) -> None:
    assert verdict("Einkauf neu geordnet", below=("Kompetenzen", "Einkauf", term, "Logistik")) is Verdict.UNSURE


def test_a_line_that_waits_for_its_end_goes_on_in_the_next() -> None:
    wrapped = ("Kompetenzen", "Verantwortung für Wartung und Nacharbeit im", "OptiLine+", "QLS-Paket", "VRT-Welle")
    assert verdict("Einkauf neu geordnet", below=wrapped) is Verdict.LACKING


@pytest.mark.parametrize(
    ("doubtful", "expected"),
    [
        ("Umstellung auf Hebel 12 begleitet", Verdict.LACKING),
        ("Übergabe von Sprungbrett M nach sechs Monaten", Verdict.LACKING),
        ("Systemverantwortung q-Flip", Verdict.LACKING),
        ("Umgliederung in BX 3", Verdict.LACKING),
        ("Leitung der Runde D4", Verdict.LACKING),
        ("Abbau der Q-Sperre", Verdict.LACKING),
        ("Meldung an den KOR", Verdict.LACKING),
        ("Meldung an den CFO", Verdict.UNSURE),
        ("Neufassung der IFA-Mappe", Verdict.LACKING),
        ("Aufbau des E-Commerce", Verdict.UNSURE),
        ("Umstellung auf Windows 11 begleitet", Verdict.UNSURE),
        ("Übergabe von Halle 3 nach sechs Monaten", Verdict.UNSURE),
        ("Hochlauf im Januar 12 geplant", Verdict.UNSURE),
    ],
)
def test_what_may_be_a_name_makes_a_third_beside_two_that_are(doubtful: str, expected: Verdict) -> None:
    assert verdict("Einführung von KLV-2 im Werk", "Leitung der TAVO-Runde", doubtful) is expected
    assert verdict(doubtful) is not Verdict.LACKING


def unknown(*texts: str) -> list[str]:
    return list(find_unknown(make_view(make_reading(lines("Erika Beispiel", *texts)), date(2026, 11, 25))))


@pytest.mark.parametrize("row", ["Rollout XENO-3 (Welle 2)", "Gremium: BZR4", "Einstufung FLUX-B", "Head of MTX-40"])
def test_a_wave_explains_no_name_and_a_rank_may_be_one(row: str) -> None:
    assert len(unknown("Werdegang", "03/2019 – 06/2022", "Werkleiter, Muster AG", row, "Muster Guss GmbH, Ulm")) == 1


def test_the_state_of_a_town_in_brackets_is_no_name() -> None:
    assert not unknown("Career", "03/2019 – 06/2022", "Works Manager, Sample Inc. (Duluth, MN)", "Moved the line")
