"""A person at the real window: a home of their own, hands on keyboard and mouse, eyes on what is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeAlias, TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.applicant import Answer
from reviewer.paths import Home
from reviewer.settings import write_setting
from reviewer.workspace import Workspace
from tests.desks import SetClock
from ui.__main__ import Program
from ui.bug_report import BugReport
from ui.outbox.outbox_page import OutboxPage
from ui.queue.queue_view import QueueView
from ui.review.criterion_row import CriterionRowView
from ui.review.document_message import MessageCard
from ui.review.document_view import DocumentView
from ui.review.judgement_rows import CriterionRow
from ui.review.letter_view import LetterView
from ui.review.review_page import ReviewPage
from ui.settings.setting_row import SettingRow
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph
from ui.window import Window

PATIENCE_MS = 120_000
LEFT_BUTTON = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
_Kind = TypeVar("_Kind", bound=QWidget)
_Of: TypeAlias = type[_Kind]
Furnish = Callable[[Workspace], None]


class SitDown(Protocol):
    """Opens a person's desk."""

    def __call__(self, name: str = ..., url: str | None = ..., **arguments: object) -> Stage: ...


class Stage:
    """The program on one home; what is done waits for its effect, what is read is what stands on the screen."""

    def __init__(
        self,
        qtbot: QtBot,
        home: Path,
        url: str | None,
        clock: SetClock,
        *,
        fresh: bool = False,
        settings: Mapping[str, str] = MappingProxyType({}),
        furnish: Furnish = lambda _desk: None,
    ) -> None:
        """Fresh: nothing was ever set here; settings are made first; furnish gets each workspace before it is used."""
        self.qtbot = qtbot
        self.home = Home(folder=home).make()
        self.clock = clock
        self._url = url
        self._furnish = furnish
        self._program: Program | None = None
        if not fresh:
            write_setting(self.home.settings, "reviewer.name", home.name)
        for key, value in settings.items():
            write_setting(self.home.settings, key, value)
        self.open()

    # the program

    def open(self) -> None:
        """Start the program and wait until the desk is there."""
        program = self._program = Program(self._open_desk)
        program.start()
        self.wait_until(lambda: program.workspace is not None)
        self.settle()

    def close(self) -> None:
        """Close the window as a person does, and let the program end; nothing may have gone wrong in it."""
        program, self._program = self._program, None
        if program is None:
            return
        window, faults = program.window, faults_of(program)
        window.close()
        program.close()
        window.deleteLater()
        assert faults == []

    def restart(self) -> None:
        self.close()
        self.open()

    @property
    def program(self) -> Program:
        assert self._program is not None
        return self._program

    @property
    def window(self) -> Window:
        return self.program.window

    @property
    def desk(self) -> Workspace:
        """The desk behind the window, for looking at what is stored."""
        workspace = self.program.workspace
        assert workspace is not None
        return workspace

    def _open_desk(self) -> Workspace:
        desk = Workspace(self.home, database=self._url, clock=self.clock)
        self._furnish(desk)
        return desk

    # waiting

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to show; a fault of the program ends the wait at once."""

        def look() -> bool:
            faults = faults_of(self.program)
            if faults:
                raise RuntimeError("\n".join(faults))
            return condition()

        self.qtbot.waitUntil(look, timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Wait until nothing is under way, and until a decision would be taken again."""
        self.wait_until(self._is_quiet)

    def _is_quiet(self) -> bool:
        pages = self.window.findChildren(ReviewPage)
        pausing = any(page._presenter.decisions._pause.isActive() for page in pages)
        return self.program.background.idle() and not pausing

    # hands

    def press(self, keys: str) -> None:
        """Press keys, one after the other, where the keyboard is: "J", "Ctrl+I", "1 1 3"."""
        for key in keys.split():
            QTest.keySequence(self._focused(), QKeySequence(key))
            self.settle()

    def type(self, text: str) -> None:
        """Type text where the keyboard is."""
        QTest.keyClicks(self._focused(), text)

    def click(self, text: str) -> None:
        """Press the button that says so."""
        found = [button for button in self.all(QAbstractButton) if text in {button.text(), button.accessibleName()}]
        assert found, f"no button says {text!r}"
        QTest.mouseClick(found[-1], LEFT_BUTTON)
        self.settle()

    def visit(self, place: str) -> None:
        """Go to a place by its sign in the rail."""
        QTest.mouseClick(self.window.rail.button(place), LEFT_BUTTON)
        self.wait_until(lambda: self.window.page() == place)
        self.settle()

    def enter(self, key: str, text: str) -> None:
        """Type a setting's value into its field, in place of what it holds, and leave the field."""
        row = next(row for row in self.all(SettingRow) if row.key == key)
        row.field.setFocus()
        self.press("Ctrl+A")
        self.type(text)
        self.press("Tab")

    def drop(self, folder: Path) -> None:
        """Let a folder fall on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(folder))])
        at, action = self.window.rect().center(), Qt.DropAction.CopyAction
        QApplication.sendEvent(self.window, QDragEnterEvent(at, action, data, LEFT_BUTTON, NONE))
        QApplication.sendEvent(self.window, QDropEvent(QPointF(at), action, data, LEFT_BUTTON, NONE))
        self.settle()

    def bring_in(self, folder: Path) -> None:
        """Drop a folder, bring in what it holds, and close the sheet."""
        self.drop(folder)
        self.click("Bring in")
        self.wait_until(lambda: self.says("Everything that can come in is in"))
        self.press("Escape")

    def drag(self, first: str, last: str, page: int = 1) -> None:
        """Draw the mouse over words of the document, from one to another."""
        view = self.find(DocumentView)
        self.wait_until(lambda: page in view._scene.texts and bool(view._scene.texts[page].words))
        begin, end = self._place(first, page), self._place(last, page)
        viewport = view.viewport()
        QTest.mousePress(viewport, LEFT_BUTTON, NONE, begin)
        QTest.mouseMove(viewport, (begin + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, LEFT_BUTTON, NONE, end)

    def go_to(self, id: str) -> None:
        """Search for an ID, choose who is found, and leave the search."""
        self.press("/")
        self.type(id)
        self.press("Return J")
        self.wait_until(lambda: self.shown_id() == id)
        self.press("/ Escape Escape")
        self.wait_for_document()

    def wait_for_document(self) -> None:
        """Wait until the document, or why there is none, is shown."""
        view = self.find(DocumentView)
        self.wait_until(lambda: bool(self.unreadable()) or view._scene.shelf.find(1) is not None)
        self.settle()

    # eyes

    def all(self, kind: _Of[_Kind]) -> list[_Kind]:
        """What of this kind is in sight."""
        return [part for part in self.window.findChildren(kind) if part.isVisible()]

    def find(self, kind: _Of[_Kind]) -> _Kind:
        """The one of this kind in the window, in sight or not."""
        (found,) = self.window.findChildren(kind)
        return found

    def words(self) -> list[str]:
        """All words in sight."""
        return [label.text() for label in self.all(PlainLabel)] + [words.text() for words in self.all(Paragraph)]

    def says(self, text: str) -> bool:
        """Whether some words in sight contain this."""
        return any(text in words for words in self.words())

    def said(self) -> str:
        """What the status line says happened."""
        return self.window.status.toast.text()

    def connection(self) -> str:
        """What the status line says of the shared database."""
        return self.window.status.connection()

    def shown_name(self) -> str:
        """Whose CV is on the screen; empty when nobody's is."""
        header = self.find(ReviewPage).header
        return header._name.text() if header.isVisible() else ""

    def shown_id(self) -> str:
        header = self.find(ReviewPage).header
        return header._id.text().removeprefix("ID ").removesuffix(" ·") if header.isVisible() else ""

    def rows(self) -> list[CriterionRow]:
        """The checklist as it stands."""
        rows = [view.row() for view in self.all(CriterionRowView)]
        return [row for row in rows if row is not None]

    def answers(self) -> list[Answer]:
        return [row.answer for row in self.rows()]

    def evidence(self, number: int) -> list[str]:
        """The pinned words beside a criterion, as they read."""
        return [chip.words for chip in self.rows()[number - 1].evidence]

    def letter_subject(self) -> str:
        return self.find(LetterView).text()[0]

    def letter_text(self) -> str:
        return self.find(LetterView).text()[1]

    def fault(self) -> str:
        """What stands below the decision buttons."""
        return self.find(ReviewPage).bar.words()

    def unreadable(self) -> str:
        """What stands in the document's place; empty when it is shown."""
        card = self.find(DocumentView).findChild(MessageCard)
        assert isinstance(card, MessageCard)
        return "" if card.isHidden() else card.accessibleName()

    def queue(self) -> list[str]:
        """What stands in the list, headings included."""
        model = self.find(QueueView).list.model()
        return [str(model.data(model.index(line, 0))) for line in range(model.rowCount())]

    def outbox(self) -> list[tuple[str, str]]:
        """Every letter of the outbox: to whom, and how it stands."""
        return [(row.recipient, row.state.value) for row in self.find(OutboxPage)._presenter.rows]

    # parts

    def _focused(self) -> QWidget:
        if QApplication.activeWindow() is not self.window:
            self.window.activateWindow()
            self.wait_until(lambda: QApplication.activeWindow() is self.window)
        return QApplication.focusWidget() or self.window

    def _place(self, text: str, page: int) -> QPoint:
        view = self.find(DocumentView)
        word = next(word for word in view._scene.texts[page].words if word.text == text)
        at: QRect = view._scene.layout.on_desk(page, word.rect).toRect()
        return at.center() - view._scroll.offset()


def faults_of(program: Program) -> list[str]:
    """The reports of faults, and why the desk was not opened."""
    failed = program._opening._failed
    opening = [] if failed is None else [failed.accessibleName()]
    return [sheet.text() for sheet in program.window.findChildren(BugReport)] + opening
