"""A person at the real window: a home of their own, hands on keyboard and mouse, eyes on what is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.journeys.eyes import Eyes
from ui.review.document_view import DocumentView
from ui.settings.setting_row import SettingRow

LEFT_BUTTON = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class SitDown(Protocol):
    """Opens a person's desk."""

    def __call__(self, name: str = ..., url: str | None = ..., **arguments: object) -> Stage: ...


class Stage(Eyes):
    """The program on one home; what is done waits for its effect, what is read is what stands on the screen."""

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
