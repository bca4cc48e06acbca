"""The one window: rail, pages, status line, and what lies over them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.actions import ActionRow, Actions, Group
from ui.rail import Rail
from ui.status_line import StatusLine

if TYPE_CHECKING:
    from ui.bug_report import BugReport
    from ui.command_palette import Provider

SMALLEST = QSize(1024, 640)
USUAL = QSize(1440, 900)
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_PRESSES = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Window(QMainWindow):
    """Shows one page at a time; a place without a page is not in the rail."""

    page_changed = Signal(str)
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(QApplication.applicationDisplayName())
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.actions_table = Actions(self)
        self.rail = Rail()
        self.status = StatusLine()
        self._stack = QStackedWidget()
        self._pages: dict[str, tuple[QWidget, frozenset[Group]]] = {}
        self._provider: Provider | None = None
        self._covered = False
        self._undo: Callable[[], None] | None = None
        self._bug: BugReport | None = None
        self.setCentralWidget(self._lay_out())
        self.rail.chosen.connect(self.show_page)
        self._connect_own_actions()

    def add_page(
        self,
        name: str,
        icon: str,
        label: Callable[[], str],
        widget: QWidget,
        *,
        groups: frozenset[Group] = frozenset(),
        at_foot: bool = False,
    ) -> None:
        """Add a place; groups are the actions that work there. The first page added is shown, unless a cover is.

        The widget's focus proxy, or itself, gets the keyboard when the page is shown.
        """
        number = len(self._pages) + 1
        keys = (f"Ctrl+{number}",) if not at_foot and number <= 9 else ()
        row = ActionRow(name=f"go-{name}", label=label, keys=keys, icon=icon, group=Group.GO)
        self.actions_table.add(row).triggered.connect(lambda: self.show_page(name))
        self.rail.add(name, icon, label(), self.actions_table.key(f"go-{name}"), at_foot=at_foot)
        self._pages[name] = (widget, groups)
        self._stack.addWidget(widget)
        if len(self._pages) == 1 and not self._covered:
            self.show_page(name)

    def show_page(self, name: str) -> None:
        """Go to a place; KeyError for an unknown one."""
        widget, groups = self._pages[name]
        self._covered = False
        self._stack.setCurrentWidget(widget)
        self.rail.show_current(name)
        self.actions_table.show_groups(groups)
        self._focus_page()
        self.page_changed.emit(name)

    def page(self) -> str:
        """The place that is shown; empty before the first page came."""
        current = self._stack.currentWidget()
        return next((name for name, (widget, _groups) in self._pages.items() if widget is current), "")

    def set_count(self, name: str, count: int) -> None:
        """Show how much waits at a place."""
        self.rail.button(name).set_count(count)

    def set_page_present(self, name: str, *, present: bool) -> None:
        """Show a place in the rail only while it has something, as conflicts do; leave it when it goes."""
        self.rail.button(name).setVisible(present)
        self.actions_table[f"go-{name}"].setVisible(present)
        if not present and self.page() == name:
            self.show_page(next(iter(self._pages)))

    def show_cover(self, widget: QWidget) -> None:
        """Show a widget in place of the pages until one of them is gone to."""
        self._covered = True
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def find_applicants_with(self, provider: Provider) -> None:
        """Let the palette find applicants through this."""
        self._provider = provider

    def say(self, text: str, *, undo: Callable[[], None] | None = None, seconds: int = 0, bad: bool = False) -> None:
        """Say what happened in the status line; see Toast.say."""
        self.status.toast.say(text, undo=undo, seconds=seconds, tone="bad" if bad else "text")

    def undo_with(self, undo: Callable[[], None]) -> None:
        """Let the undo key call this, for acts that are not announced; the message's button undoes what it names."""
        self._undo = undo

    def show_hints(self, names: Sequence[str]) -> None:
        """Show the keys of these actions in the status line."""
        table = self.actions_table
        self.status.show_hints([((table.key(name),), table[name].text()) for name in names])

    def tell_fault(self, report: str) -> None:
        """Show a fault of the program."""
        from ui.bug_report import BugReport

        if self._bug is None:
            self._bug = BugReport(self)
        self._bug.tell(report)

    def show_keys(self) -> None:
        """Lay all keys over the window."""
        from ui.key_overlay import KeyOverlay

        sheet = KeyOverlay(self, self.actions_table)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def show_palette(self) -> None:
        """Lay the palette over the window."""
        from ui.command_palette import CommandPalette

        sheet = CommandPalette(self, self.actions_table, self._provider)
        sheet.closed.connect(sheet.deleteLater)
        sheet.ask()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _belongs_to_control(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and isinstance(QApplication.focusWidget(), _FIELDS):
            self._focus_page()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)  # type: ignore[arg-type]  # Qt gives a QCloseEvent

    def _take_back(self) -> None:
        (self._undo or self.status.toast.undo)()

    def _focus_page(self) -> None:
        current = self._stack.currentWidget()
        if current is not None:
            if current.focusPolicy() is Qt.FocusPolicy.NoFocus:
                current.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> QWidget:
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status)
        row.addLayout(column, 1)
        return central

    def _connect_own_actions(self) -> None:
        table = self.actions_table
        table["keys"].triggered.connect(self.show_keys)
        table["palette"].triggered.connect(self.show_palette)
        table["quit"].triggered.connect(self.close)
        table["undo"].triggered.connect(self._take_back)


def _belongs_to_control(event: QKeyEvent) -> bool:
    """Whether a key is meant for the control that has the keyboard, rather than for the page."""
    focused = QApplication.focusWidget()
    if event.modifiers() & _COMMANDING or event.key() == Qt.Key.Key_Escape:
        return False
    if isinstance(focused, _FIELDS):
        is_function_key = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        return not focused.isReadOnly() and not is_function_key
    return event.key() in _PRESSES and isinstance(focused, QAbstractButton | QComboBox)
