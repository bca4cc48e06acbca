"""With LibreOffice and Tesseract: documents as they look, scans that can be read; without them, work goes on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from reviewer.documents.program_search import FoundProgram
from reviewer.domain.applicant import Answer
from reviewer.workspace import Workspace
from tests.desks import find
from tests.documents.samples import OLD_WORD, make_docx, make_text_scan
from tests.journeys.papers import Row, write_table
from tests.journeys.stage import SitDown, Stage
from tests.outside_programs import FAKE_OFFICE, FAKE_TESSERACT, OFFICES, TESSERACTS, lend_programs

CV = ("Lebenslauf", "Werkleiter", "Nordwerk", "Projekte", "Verlagerung")


def lend(office: FoundProgram | None, tesseract: FoundProgram | None, desk: Workspace) -> None:
    lend_programs(desk, office, tesseract)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Path:
    """One applicant a file, in this order."""
    write_table(folder, [Row(id=str(9999 - number), last_name="Weiß", cv=name) for number, name in enumerate(files)])
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def begin(stage: Stage, folder: Path, files: Mapping[str, bytes]) -> None:
    stage.bring_in(write_folder(folder, files))
    stage.wait_until(lambda: len(stage.queue()) == len(files) + 1)
    stage.press("J")
    stage.wait_for_document()


@pytest.mark.parametrize("program", OFFICES)
def test_a_word_document_is_shown_as_it_looks_and_pins_hold(
    sit_down: SitDown, tmp_path: Path, program: FoundProgram
) -> None:
    stage = sit_down(furnish=partial(lend, program, None))
    begin(stage, tmp_path / "in", {"weiss.docx": make_docx(CV), "kim.txt": b"Alex Kim"})
    layout = f"{find(stage.desk).documents[0].id}:office"
    stage.wait_until(lambda: stage.shown_layout() == layout)
    stage.wait_for_document()
    assert stage.note() == ""
    stage.press("2")
    stage.drag("Lebenslauf", "Werkleiter")
    stage.press("E")
    stage.wait_until(lambda: stage.evidence(2) == ["p. 1 “Lebenslauf Werkleiter”"])
    stage.wait_until(lambda: stage.framed(1) == ["Lebenslauf", "Werkleiter"])
    stage.press("J")
    stage.wait_until(lambda: stage.shown_id() == "9998")
    stage.press("K")
    stage.wait_until(lambda: stage.framed(1) == ["Lebenslauf", "Werkleiter"])
    assert stage.shown_layout() == layout


def test_pins_made_without_libreoffice_stand_at_their_words_with_it_and_the_other_way_round(
    sit_down: SitDown, tmp_path: Path
) -> None:
    lent: list[FoundProgram | None] = [None]
    stage = sit_down(furnish=lambda desk: lend_programs(desk, lent[0], None))
    begin(stage, tmp_path / "in", {"weiss.docx": make_docx(CV)})
    stage.wait_until(lambda: stage.note() == "Quick view")
    stage.press("2")
    stage.drag("Nordwerk", "Projekte")
    stage.press("E")
    stage.wait_until(lambda: stage.framed(1) == ["Nordwerk", "Projekte"])

    lent[0] = FAKE_OFFICE
    stage.restart()
    stage.press("J")
    stage.wait_until(lambda: stage.pages() == 4)
    stage.press("Ctrl+L")
    stage.type("2")
    stage.press("Return")
    stage.wait_until(lambda: stage.framed(2) == ["Nordwerk", "Projekte"])
    assert stage.framed(1) == []

    lent[0] = None
    stage.restart()
    stage.press("J")
    stage.wait_until(lambda: stage.framed(1) == ["Nordwerk", "Projekte"])


@pytest.mark.parametrize("program", TESSERACTS)
def test_a_scan_is_read_and_its_words_are_found_and_pinned(
    sit_down: SitDown, tmp_path: Path, program: FoundProgram
) -> None:
    stage = sit_down(furnish=partial(lend, None, program))
    begin(stage, tmp_path / "in", {"weiss.pdf": make_text_scan()})
    stage.wait_until(lambda: stage.note() == "Text by OCR")
    stage.press("3")
    stage.drag("Leitung", "Produktion")
    stage.press("E")
    stage.wait_until(lambda: stage.evidence(3) == ["p. 1 “Leitung der Produktion”"])
    assert stage.framed(1) == ["Leitung", "der", "Produktion"]
    assert stage.answers()[2] is Answer.LACKING
    assert "Leitung der Produktion" in stage.letter_text()
    stage.press(";")
    stage.type("nordwerk")
    stage.wait_until(lambda: len(stage.hits()) == 1)


def test_an_old_word_file_is_shown_by_libreoffice_alone_and_can_be_judged_without(
    sit_down: SitDown, tmp_path: Path
) -> None:
    lent: list[FoundProgram | None] = [None]
    stage = sit_down(furnish=lambda desk: lend_programs(desk, lent[0], None))
    begin(stage, tmp_path / "in", {"weiss.doc": OLD_WORD})
    stage.wait_until(lambda: stage.unreadable() == "This is a Word file of the old kind (.doc)")
    stage.wait_until(lambda: stage.says("once LibreOffice is installed"))
    stage.press("1")
    assert stage.answers()[0] is Answer.LACKING

    lent[0] = FAKE_OFFICE
    stage.restart()
    stage.press("J")
    stage.wait_until(lambda: stage.unreadable() == "" and stage.pages() == 1)
    stage.wait_for_document()
    stage.drag("Werkleiter", "Nordwerk")
    stage.press("2 E")
    stage.wait_until(lambda: stage.evidence(2) == ["p. 1 “Werkleiter bei Nordwerk”"])


def test_a_conversion_that_hangs_or_fails_costs_the_faithful_picture_only(sit_down: SitDown, tmp_path: Path) -> None:
    stage = sit_down(furnish=partial(lend, FAKE_OFFICE, FAKE_TESSERACT))
    hanging, failing = make_docx(("hang", "Werkleiter")), make_docx(("crash", "Werkleiter"))
    begin(stage, tmp_path / "in", {"weiss.docx": hanging, "kim.docx": failing, "okafor.docx": make_docx(CV)})
    assert stage.note() == "Quick view"
    stage.drag("hang", "Werkleiter")
    stage.press("2 E F")
    stage.wait_until(lambda: stage.shown_id() == "9998")
    stage.wait_until(lambda: "could not" in stage.note_about())
    assert stage.note() == "Quick view"
    stage.press("J")
    stage.wait_until(lambda: stage.shown_id() == "9997" and stage.pages() == 4)
    stage.wait_until(lambda: list((stage.home.folder / "run").glob("run-*")) == [])


def test_an_erased_applicant_leaves_nothing_of_what_was_made(sit_down: SitDown, tmp_path: Path) -> None:
    stage = sit_down(furnish=partial(lend, FAKE_OFFICE, FAKE_TESSERACT))
    begin(stage, tmp_path / "in", {"weiss.docx": make_docx(CV), "kim.txt": b"Alex Kim"})
    stage.wait_until(lambda: stage.pages() == 4)
    results = stage.desk.outside._results
    assert list(results._layouts)
    stage.press("D")
    stage.type("9999")
    stage.press("Return")
    stage.wait_until(lambda: stage.shown_id() == "9998")
    stage.settle()
    assert list(results._layouts) == []
