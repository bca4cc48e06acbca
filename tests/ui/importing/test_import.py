"""A folder is looked through first, brought in then, and says what stayed outside."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.arrival import ImportReport
from reviewer.domain.views import QueueQuery, Topic
from reviewer.paths import Home
from reviewer.workspace import Workspace
from tests.desks import SetClock, write_folder
from tests.ui.settings.new_desk import NewDesk
from ui.background import Background
from ui.importing.folder_drop import find_folder
from ui.importing.import_place import ImportPlace, add_importing
from ui.importing.import_presenter import ImportPresenter, Phase
from ui.importing.import_sheet import ImportSheet
from ui.theme import ThemeSwitch
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph
from ui.window import Window


def place_of(desk: NewDesk, folder: Path | str = "") -> ImportPlace:
    """The import of a desk, whose chooser always answers with this folder."""
    presenter = ImportPresenter(desk.workspace, desk.background, desk.parts.announcer, desk.window)
    return ImportPlace(desk.window, presenter, lambda _parent, _title, _start: str(folder))


def words(part: QWidget) -> set[str]:
    """Every visible text."""
    return {part.text() for part in part.findChildren(PlainLabel) if part.isVisible()} | {
        part.text() for part in part.findChildren(Paragraph) if part.isVisible()
    }


def count(desk: NewDesk) -> int:
    return len(desk.workspace.queue(QueueQuery(), limit=500).rows)


def spoil(folder: Path) -> Path:
    """One bad address, and a CV that is not there."""
    table = folder / "applicants.csv"
    text = table.read_text(encoding="utf-8").replace("p9998@example.org", "nonsense").replace("cv-9997", "cv-gone")
    table.write_text(text, encoding="utf-8")
    return folder


def test_a_folder_is_chosen_looked_through_and_brought_in(desk: NewDesk, tmp_path: Path) -> None:
    place = place_of(desk, write_folder(tmp_path / "in", 3))
    place.open()
    desk.click(place.sheet.choose_button)
    assert {"This would come in", "3", "new applicants"} <= words(place.sheet)
    assert count(desk) == 0
    desk.click(place.sheet.bring_button)
    assert {"Everything that can come in is in", "3"} <= words(place.sheet)
    assert count(desk) == 3
    assert desk.changes[-1].topics == {Topic.QUEUE, Topic.APPLICANT}
    desk.click(place.sheet.done_button)
    assert not place.sheet.isVisible()


def test_what_stays_outside_is_named_with_line_and_reason_and_can_be_copied(desk: NewDesk, tmp_path: Path) -> None:
    place = place_of(desk, spoil(write_folder(tmp_path / "in", 4)))
    place.open()
    desk.click(place.sheet.choose_button)
    place.sheet.problems.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines() == [
        "line 3, column email: this is not an e-mail address",
        "line 4, column cv: the file is not in the folder",
    ]
    desk.click(place.sheet.bring_button)
    assert place.sheet.problems.text.toPlainText() == copied
    assert {"2", "stayed outside"} <= words(place.sheet)
    assert count(desk) == 2


def test_a_folder_with_nothing_new_offers_nothing_to_bring_in(desk: NewDesk, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "in", 2)
    desk.workspace.bring_in(folder)
    place = place_of(desk, folder)
    place.open()
    desk.click(place.sheet.choose_button)
    assert "Nothing in this folder is new. You can close this." in words(place.sheet)
    assert not place.sheet.bring_button.isVisible()


def test_a_new_version_is_counted_apart(desk: NewDesk, tmp_path: Path) -> None:
    desk.workspace.bring_in(write_folder(tmp_path / "in", 2))
    place = place_of(desk, write_folder(tmp_path / "in", 2, cv="version 2"))
    place.open()
    desk.click(place.sheet.choose_button)
    report = place.presenter.state.report
    assert report is not None
    assert (report.added, report.new_versions) == (0, 2)
    assert place.sheet.bring_button.isVisible()


def test_a_folder_that_is_not_there_is_said_and_another_can_be_chosen(desk: NewDesk, tmp_path: Path) -> None:
    place = place_of(desk, tmp_path / "nowhere")
    place.open()
    desk.click(place.sheet.choose_button)
    assert "This folder does not exist. Choose another one." in words(place.sheet)
    assert place.sheet.another.isVisible()


def test_the_key_opens_the_import_and_escape_closes_it(desk: NewDesk) -> None:
    desk.window.add_page("review", "list-checks", lambda: "Review", QWidget())
    add_importing(desk.parts)
    QTest.keyClick(desk.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    sheet = desk.window.findChildren(ImportSheet)[0]
    assert sheet.isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_dropped_folder_is_looked_through(desk: NewDesk, tmp_path: Path) -> None:
    add_importing(desk.parts)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write_folder(tmp_path / "in", 2)))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desk.window, QDragEnterEvent(QPoint(10, 10), *how))
    QApplication.sendEvent(desk.window, QDropEvent(QPoint(10, 10), *how))
    desk.settle()
    assert "This would come in" in words(desk.window.findChildren(ImportSheet)[0])


def test_only_one_folder_of_this_computer_can_be_dropped(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "in", 1)

    def data(*urls: QUrl) -> QMimeData:
        made = QMimeData()
        made.setUrls(list(urls))
        return made

    local = QUrl.fromLocalFile(str(folder))
    assert find_folder(data(local)) == folder
    assert find_folder(data(QUrl.fromLocalFile(str(folder / "applicants.csv")))) == folder
    assert find_folder(data(QUrl.fromLocalFile(str(folder / "cv-9999.txt")))) is None
    assert find_folder(data(local, local)) is None
    assert find_folder(data(QUrl("https://example.org/folder"))) is None


class GatedWorkspace(Workspace):
    """A desk whose real import pauses after 60 rows until the gate opens."""

    reached: threading.Event
    gate: threading.Event

    def bring_in(
        self, folder: Path, *, progress: Callable[[int], bool] = lambda _: True, dry_run: bool = False
    ) -> ImportReport:
        def gated(read: int) -> bool:
            going = progress(read)
            if dry_run or read != 60:
                return going
            self.reached.set()
            assert self.gate.wait(20)
            return progress(read)

        return super().bring_in(folder, progress=gated, dry_run=dry_run)


@pytest.fixture
def gated(
    qtbot: QtBot, tmp_path: Path, window: Window, background: Background, themes: ThemeSwitch
) -> Iterator[NewDesk]:
    """A new desk with 120 applicants looked at, of whom the import takes 60 and pauses."""

    def open_desk(home: Home) -> Workspace:
        made = GatedWorkspace(home, clock=SetClock())
        made.reached, made.gate = threading.Event(), threading.Event()
        return made

    made = NewDesk(qtbot, tmp_path, window, background, themes, open_desk)
    yield made
    made.close()
    assert made.faults == []


def half_way(desk: NewDesk, qtbot: QtBot, folder: Path) -> ImportPlace:
    assert isinstance(desk.workspace, GatedWorkspace)
    place = place_of(desk, write_folder(folder, 120))
    place.open()
    desk.click(place.sheet.choose_button)
    QTest.mouseClick(place.sheet.bring_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: place.presenter.state.read == 60, timeout=20_000)
    return place


def test_the_progress_is_said_and_stopping_keeps_what_is_in(gated: NewDesk, qtbot: QtBot, tmp_path: Path) -> None:
    assert isinstance(gated.workspace, GatedWorkspace)
    place = half_way(gated, qtbot, tmp_path / "in")
    assert {"Applicants are coming in", "60 of 120"} <= words(place.sheet)
    QTest.mouseClick(place.sheet.stop_button, Qt.MouseButton.LeftButton)
    assert "Stopping; what is in stays in" in words(place.sheet)
    gated.workspace.gate.set()
    gated.settle()
    assert "Stopped; what came in stays in" in words(place.sheet)
    assert count(gated) == 60


def test_one_can_work_on_while_the_import_goes_on(gated: NewDesk, qtbot: QtBot, tmp_path: Path) -> None:
    assert isinstance(gated.workspace, GatedWorkspace)
    place = half_way(gated, qtbot, tmp_path / "in")
    QTest.mouseClick(place.sheet.background_button, Qt.MouseButton.LeftButton)
    assert not place.sheet.isVisible()
    place.open()
    assert "60 of 120" in words(place.sheet)
    QTest.keyClick(place.sheet, Qt.Key.Key_Escape)
    gated.workspace.gate.set()
    gated.settle()
    assert gated.window.status.toast.text() == "120 applicants came in"
    assert count(gated) == 120
    place.open()
    assert place.presenter.state.phase is Phase.DONE
    assert {"Everything that can come in is in", "120"} <= words(place.sheet)
