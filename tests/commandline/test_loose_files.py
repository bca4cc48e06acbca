"""Files that belong to nobody, with the outside programs' help: inspect --office --ocr, check --ocr."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from reviewer.checks.run import check
from reviewer.commandline.loose_files import LooseFiles
from reviewer.domain.findings import TextQuality
from reviewer.domain.pages import DocumentKind
from reviewer.errors import DocumentUnreadable
from tests.commandline.conftest import Program
from tests.documents.samples import OLD_WORD, SCAN_LINES, make_docx, make_pdf, make_text_image, make_text_scan
from tests.outside_programs import FAKE_OFFICE, FAKE_TESSERACT


@pytest.fixture
def helped() -> Iterator[LooseFiles]:
    files = LooseFiles(office=True, ocr=True, find=lambda: (FAKE_OFFICE, FAKE_TESSERACT))
    yield files
    files.close()


def test_a_scan_has_characters_once_it_was_read(helped: LooseFiles) -> None:
    read = len(" ".join(SCAN_LINES)) + 1
    for data in (make_text_image(), make_text_scan()):
        survey, ocr = helped.survey(data)
        assert (survey.characters, ocr, survey.failure) == (read, True, None)
    survey, ocr = helped.survey(make_pdf([["Werkleiter bei Nordwerk, Leitung der Produktion"] * 3]))
    assert (survey.characters > 0, ocr) == (True, False)


def test_word_files_are_surveyed_as_an_office_program_lays_them_out(helped: LooseFiles) -> None:
    survey, _ocr = helped.survey(make_docx(["eins", "zwei", "drei"]))
    assert survey.facts
    assert (survey.facts.kind, survey.rendered_pages) == (DocumentKind.DOCX, 3)
    survey, _ocr = helped.survey(OLD_WORD)
    assert survey.facts
    assert (survey.facts.kind, survey.failure) == (DocumentKind.DOC, None)
    with pytest.raises(DocumentUnreadable, match="office-failed"):
        helped.survey(make_docx(["crash"]))
    assert helped.survey(make_docx(["eins"]))[0].rendered_pages == 2


def test_a_scan_is_checked_by_what_was_read_of_it(helped: LooseFiles) -> None:
    scan = make_text_image()
    completed = helped.complete(scan, helped.reader.reading(scan))
    assert [word.text for word in completed.pages[0].words] == " ".join(SCAN_LINES).split()
    assert check(completed, date(2026, 1, 1)).text_quality in {TextQuality.OCR, TextQuality.NONE}


def test_without_the_options_no_program_is_asked(program: Program) -> None:
    file = program.home.parent / "cv.png"
    file.write_bytes(make_text_image())
    old = program.home.parent / "cv.doc"
    old.write_bytes(OLD_WORD)
    for key in ("documents.libreoffice", "documents.tesseract"):
        program("settings", key, "off")
    records = [program("inspect", "--json", *options, str(file)).json() for options in ((), ("--ocr",))]
    assert [(record["ok"], record["ocr"], record["chars"]) for record in records] == [(True, False, 0)] * 2
    plain, helped = (program("inspect", "--json", *options, str(old)) for options in ((), ("--office",)))
    assert (plain.code, plain.json()["error"]["code"]) == (1, "legacy-word")
    assert (helped.code, helped.json()["error"]["code"]) == (1, "no-office")
    assert program("check", "--json", "--ocr", str(file)).json()["text_quality"] == "none"
