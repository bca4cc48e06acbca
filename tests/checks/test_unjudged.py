"""Documents that rules must not judge: everything stays unsure, with the reason."""

from __future__ import annotations

from datetime import date

from reviewer.checks.run import check
from reviewer.domain.findings import Findings, TextQuality, Verdict
from tests.checks.builders import lines, make_reading

TODAY = date(2026, 11, 23)
FRENCH = (
    "Directeur industriel pour une entreprise dans les secteurs de la mécanique et du transport depuis dix ans avec"
)


def is_unsure(findings: Findings) -> bool:
    return all(proposal.verdict is Verdict.UNSURE and proposal.reasons for proposal in findings.proposals)


def test_pages_without_text_are_unsure_and_show_the_page() -> None:
    findings = check(make_reading([], lines("Seite 2")), TODAY)
    assert (findings.text_quality, is_unsure(findings)) == (TextQuality.NONE, True)
    assert findings.proposals[0].evidence[0].page == 1
    assert "kaum Text" in findings.proposals[0].reasons[0].german
    assert "hardly any text" in findings.proposals[0].reasons[0].english


def test_a_cover_and_a_last_page_of_a_few_own_words_hide_no_text() -> None:
    text = "Ich übernehme Verantwortung für Werke und bringe sie mit den Menschen in ruhiges Fahrwasser."
    full, place = lines(*([text] * 6)), lines("Ulm, im Herbst")
    assert (
        check(make_reading(lines("Anna Beispiel", "Werkleiterin"), full, place), TODAY).text_quality is TextQuality.GOOD
    )
    scanned = (lines("Anlage 1"), lines("Anlage 2"))
    assert check(make_reading(full, *scanned), TODAY).text_quality is TextQuality.NONE
    assert check(make_reading(full, [], []), TODAY).text_quality is TextQuality.NONE


def test_mojibake_is_unsure() -> None:
    findings = check(make_reading(lines(*(["GeschÃ¤ftsfÃ¼hrer fÃ¼r Ãœbergang"] * 9))), TODAY)
    assert (findings.text_quality, is_unsure(findings)) == (TextQuality.POOR, True)
    assert "verstümmelt" in findings.proposals[0].reasons[0].german
    assert "garbled" in findings.proposals[0].reasons[0].english


def test_icons_without_letters_are_no_garbled_text_and_lost_letters_are() -> None:
    text = "I take over works and lead them with their people into calmer waters until the figures are right again."
    stars = ("\ufffd\ufffd\ufffd\ufffd\ufffd Leadership", "\ufffdanna.beispiel@example.org", "\ufffd+49 30 23125101")
    findings = check(make_reading(lines(*stars, *stars, *([text] * 6))), TODAY)
    assert (findings.text_quality, findings.language) == (TextQuality.GOOD, "en")
    assert findings.contacts.phones == ("+493023125101",)
    garbled = check(make_reading(lines(*(["The \ufffdrst of\ufffdce had \ufffdve e\ufffdcient \ufffdows"] * 9))), TODAY)
    assert garbled.text_quality is TextQuality.POOR
    replaced = check(make_reading(lines(*(["\ufffd\ufffd \ufffd\ufffd\ufffd of \ufffd\ufffd"] * 9))), TODAY)
    assert replaced.text_quality is TextQuality.POOR


def test_another_language_is_unsure() -> None:
    findings = check(make_reading(lines(*([FRENCH] * 6))), TODAY)
    assert (findings.language, is_unsure(findings)) == ("other", True)


def test_whose_contact_data_are_told_is_found_in_any_language() -> None:
    head = ("Jeanne Exemple", "jeanne.exemple@example.org", "+33 1 99 00 12 34")
    findings = check(make_reading(lines(*head, *([FRENCH] * 6))), TODAY)
    assert (findings.language, is_unsure(findings)) == ("other", True)
    assert (findings.contacts.emails, findings.contacts.phones) == (("jeanne.exemple@example.org",), ("+33199001234",))


def test_a_readable_layer_under_a_scan_is_judged() -> None:
    text = "Ich übernehme Verantwortung für Werke und bringe sie mit den Menschen in ruhiges Fahrwasser."
    findings = check(make_reading(lines(*([text] * 6)), hidden=True), TODAY)
    assert (findings.text_quality, findings.language) == (TextQuality.OCR, "de")


def test_whose_contact_data_are_told_is_found_before_many_scanned_pages() -> None:
    page = lines("Anna Beispiel", "anna.beispiel@example.org", "030 23125 101", *([FRENCH] * 6))
    findings = check(make_reading(page, [], [], []), TODAY)
    assert (findings.text_quality, is_unsure(findings)) == (TextQuality.NONE, True)
    assert findings.contacts.emails == ("anna.beispiel@example.org",)
