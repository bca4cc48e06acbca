"""Reading by keyboard alone: a CV of three pages, an applicant with three documents, and the copy that goes back."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pymupdf as untyped_engine
from PySide6.QtCore import QUrl
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from reviewer.domain.applicant import Answer
from tests.desks import find
from tests.documents.samples import make_pdf
from tests.journeys.papers import Row, write_people, write_table
from tests.journeys.stage import SitDown, Stage
from ui.review.document_view import DocumentView
from ui.review.header_view import HeaderView
from ui.review.review_page import ReviewPage
from ui.review.thumbnails import PageStrip

engine: Any = untyped_engine
PROJECTS = [f"Projekt {number}: Verlagerung der Produktion nach Ulm" for number in range(1, 20)]
EDUCATION = ("Ausbildung", "Diplom-Ingenieurin, Universität Ulm", "Sprachen: Deutsch, Englisch")


def draw_cv() -> bytes:
    """Three pages; the first has a link to the world and one to the last page."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    for page, lines in enumerate((("Lebenslauf", "Webseite www.example.org", "Werkleiterin"), PROJECTS, EDUCATION)):
        for number, line in enumerate(lines):
            canvas.drawString(72, 770 - 20 * number, line)
        if page == 0:
            canvas.linkURL("https://example.com/weiss", (72, 745, 300, 762))
            canvas.linkAbsolute("", "end", (72, 725, 300, 742))
        if page == 2:
            canvas.bookmarkPage("end")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def sit_down_to_read(sit_down: SitDown, folder: Path) -> Stage:
    """A desk with one applicant of three documents, the first of two."""
    stage = sit_down()
    write_people(folder, ["9998"])
    rows = [
        Row(id="9999", last_name="Weiß", title="Dr.", cv="cv.pdf|projektliste.pdf|zeugnis.txt"),
        Row(id="9998", last_name="Kim", first_name="Alex", cv="cv-9998.pdf"),
    ]
    write_table(folder, rows)
    (folder / "cv.pdf").write_bytes(draw_cv())
    (folder / "projektliste.pdf").write_bytes(make_pdf([["Projektliste", "Werksverlagerung"]]))
    (folder / "zeugnis.txt").write_text("Zeugnis\nFrau Dr. Weiß war Werkleiterin.\n", encoding="utf-8")
    stage.bring_in(folder)
    stage.wait_until(lambda: len(stage.queue()) == 3)
    stage.press("J")
    stage.wait_for_document()
    assert stage.shown_id() == "9999"
    return stage


def page_told(stage: Stage) -> str:
    return stage.find(DocumentView).overlays.pill.text()


def follow_links(stage: Stage) -> None:
    """Choose the links by key: one leads out and is asked about, one goes to the last page at once."""
    opened: list[QUrl] = []
    stage.find(ReviewPage).open_url = opened.append
    stage.press("U Return")
    assert stage.says("Open this link?")
    assert stage.says("The words on the page name www.example.org, but the link leads to example.com.")
    stage.press("Return")
    assert not stage.says("Open this link?")
    stage.press("U Return")
    stage.wait_until(lambda: page_told(stage) == "3 / 3")
    assert opened == []
    stage.press("Escape")


def save_copy(stage: Stage, out: Path) -> None:
    """Save an annotated copy of the shown document where the person says."""

    def choose(_parent: object, _name: str) -> str:
        return str(out)

    stage.find(ReviewPage).copies.choose = choose
    stage.press("Ctrl+Shift+S")


def test_a_cv_of_three_pages_is_read_and_judged_by_keyboard(sit_down: SitDown, tmp_path: Path) -> None:
    stage = sit_down_to_read(sit_down, tmp_path / "in")
    view = stage.find(DocumentView)
    assert page_told(stage) == "1 / 3"
    follow_links(stage)
    stage.press("Home")
    stage.wait_until(lambda: page_told(stage) == "1 / 3")
    stage.press("End")
    stage.wait_until(lambda: page_told(stage) == "3 / 3")
    stage.press("Ctrl+L")
    stage.type("2")
    stage.press("Return")
    stage.wait_until(lambda: page_told(stage) == "2 / 3")

    stage.press("2")
    stage.press(";")
    stage.type("universit")
    stage.wait_until(lambda: view.finder.bar.count_text() == "1 of 1")
    stage.wait_until(lambda: page_told(stage) == "3 / 3")
    stage.press("Escape")
    stage.press("Shift+Right E")
    assert ["Universität Ulm" in words for words in stage.evidence(2)] == [True]
    assert stage.answers()[1] is Answer.LACKING

    before = view.zoom.percent
    stage.press("+ T")
    assert view.zoom.percent > before
    (mark,) = [one for one in view._scene.marks if one.mark.page == 3]
    assert mark.box.height() > mark.box.width()
    stage.press("J")
    stage.wait_until(lambda: stage.shown_id() == "9998")
    stage.restart()
    stage.go_to("9999")
    (kept,) = find(stage.desk).answer_to(stage.desk.checklist.keys()[1]).evidence
    assert (kept.page, kept.quote) == (3, "Universität Ulm")
    view = stage.find(DocumentView)
    stage.wait_until(lambda: kept.id in {one.mark.id for one in view._scene.marks})
    assert [one.mark.rect for one in view._scene.marks if one.mark.id == kept.id] == [kept.rect]


def test_an_applicant_with_three_documents_keeps_the_pins_of_each(sit_down: SitDown, tmp_path: Path) -> None:
    stage = sit_down_to_read(sit_down, tmp_path / "in")
    view, header = stage.find(DocumentView), stage.find(HeaderView)
    stage.press("M")
    assert len(stage.find(PageStrip)._layout) == 3
    stage.press("Escape ]")
    stage.wait_for_document()
    stage.wait_until(lambda: len(stage.find(PageStrip)._layout) == 1)
    stage.press("5 ;")
    stage.type("Werksverlagerung")
    stage.wait_until(lambda: view.finder.bar.count_text() == "1 of 1")
    stage.press("Escape E")
    assert [one.mark.page for one in view._scene.marks] == [1]
    save_copy(stage, tmp_path / "copy.pdf")
    stage.wait_until(lambda: stage.said() == "Copy with 1 remark saved")
    with engine.open(tmp_path / "copy.pdf") as copy:
        assert {note.info["title"] for note in copy[0].annots()} == {"Projektliste"}
    stage.press("]")
    stage.wait_for_document()
    assert header._document.text() == "zeugnis.txt"
    assert view._scene.marks == []
    save_copy(stage, tmp_path / "none.pdf")
    assert stage.said() == "Nothing is pinned to this document"
    stage.press("[")
    stage.wait_for_document()
    assert header._document.text() == "projektliste.pdf"
    assert [one.mark.quote for one in view._scene.marks] == ["Werksverlagerung"]
    assert [document.position for document in find(stage.desk).current_documents()] == [0, 1, 2]
