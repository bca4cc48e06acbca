"""CVs that come in archives and e-mails: taken apart when they come in, and shown whole where they came in before."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from reviewer.intake.containers import nothing_unpacked
from reviewer.intake.folder import read_folder
from reviewer.sync.importing import import_arrivals
from reviewer.workspace import Workspace, new_id
from tests.desks import find
from tests.documents.containers import make_mail, make_zip
from tests.documents.samples import make_pdf
from tests.journeys.papers import Row, write_table
from tests.journeys.stage import SitDown, Stage
from ui.review.container_card import ContainerCard
from ui.review.document_view import DocumentView

CV = make_pdf((("Lebenslauf", "Werkleiter"), ("Projekte",)))
PROJECTS, REFERENCES = make_pdf((("Projektliste bei Nordwerk",),)), make_pdf((("Referenzen",),))
HELD = {"Referenzen.pdf": REFERENCES, "Projektliste.pdf": PROJECTS, "CV.pdf": CV, "setup.exe": b"MZ\0\0"}


def write_folder(folder: Path) -> Path:
    write_table(
        folder, [Row(id="9999", last_name="Weiß", cv="bewerbung.zip"), Row(id="9998", last_name="Kim", cv="kim.eml")]
    )
    (folder / "bewerbung.zip").write_bytes(make_zip(HELD))
    (folder / "kim.eml").write_bytes(make_mail("Guten Tag, mein Lebenslauf folgt."))
    return folder


def import_as_it_is(folder: Path, desk: Workspace) -> None:
    """As it came in before archives were taken apart."""
    arrivals = read_folder(folder, read_text=desk.documents.text, unpack=nothing_unpacked)
    desk._engine.prepare()
    import_arrivals(desk._shared, arrivals, desk.clock(), new_id, progress=lambda _: True, dry_run=False)
    desk.sync(deliver=False)


def page_shown(stage: Stage) -> int:
    return stage.find(DocumentView)._desk.page


def card_rows(stage: Stage) -> list[tuple[str, bool, bool]]:
    """Each line's words, whether it can be chosen, and whether it is the one that is shown."""
    card = stage.find(ContainerCard)
    if card.isHidden():
        return []
    rows = [row for row in card.rows if isinstance(row, QAbstractButton)]
    return [(row.accessibleName(), row.isEnabled(), bool(row.accessibleDescription())) for row in rows]


def test_an_archive_comes_in_as_three_documents_that_keys_lead_through(sit_down: SitDown, tmp_path: Path) -> None:
    stage = sit_down()
    stage.drop(write_folder(tmp_path / "in"))
    stage.wait_until(lambda: stage.says("Taken out of archives and e-mails"))
    told = [field.toPlainText() for field in stage.all(QPlainTextEdit)]
    assert "bewerbung.zip was unpacked: CV.pdf, Projektliste.pdf, Referenzen.pdf; left out: setup.exe" in told
    stage.click("Bring in")
    stage.wait_until(lambda: stage.says("Everything that can come in is in"))
    stage.press("Escape")
    stage.go_to("9999")
    seen = []
    for key in ("]", "]", "]", "["):
        seen.append(stage.find(DocumentView)._scene.texts[1].words[0].text)
        stage.press(key)
        stage.wait_for_document()
        stage.wait_until(lambda: 1 in stage.find(DocumentView)._scene.texts)
    assert seen == ["Lebenslauf", "Projektliste", "Referenzen", "Lebenslauf"]
    assert card_rows(stage) == []
    assert [one.name for one in find(stage.desk).documents] == ["CV.pdf", "Projektliste.pdf", "Referenzen.pdf"]

    stage.go_to("9998")
    stage.wait_until(lambda: "Lebenslauf" in [word.text for word in stage.find(DocumentView)._scene.texts[1].words])
    assert card_rows(stage) == []


def test_an_archive_that_came_in_whole_lists_what_is_in_it(sit_down: SitDown, tmp_path: Path) -> None:
    stage = sit_down(furnish=partial(import_as_it_is, write_folder(tmp_path / "in")))
    stage.wait_until(lambda: len(stage.queue()) == 3)
    stage.go_to("9999")
    assert card_rows(stage) == [
        ("CV.pdf, PDF · 2 pages", True, True),
        ("Projektliste.pdf, PDF · 1 page", True, False),
        ("Referenzen.pdf, PDF · 1 page", True, False),
        ("setup.exe, cannot be shown", False, False),
    ]
    assert stage.says("4 files in this archive")
    stage.click("Referenzen.pdf")
    stage.wait_until(lambda: page_shown(stage) == 4)
    assert [shown for _, _, shown in card_rows(stage)] == [False, False, True, False]
    stage.press("[")
    stage.wait_until(lambda: page_shown(stage) == 3)
    stage.press("[")
    stage.wait_until(lambda: page_shown(stage) == 1)

    row = stage.find(ContainerCard).rows[0]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row, Qt.Key.Key_Down)
    stage.press("Return")
    stage.wait_until(lambda: page_shown(stage) == 3)

    stage.press("1")
    stage.drag("Projektliste", "Nordwerk", page=3)
    stage.press("E")
    stage.wait_until(lambda: stage.evidence(1) == ["p. 3 “Projektliste bei Nordwerk”"])
    (document,) = find(stage.desk).documents
    assert document.name == "bewerbung.zip"
    stage.go_to("9998")
    assert card_rows(stage) == []
