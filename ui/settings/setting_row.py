"""One setting as a labelled field that tells when it is left, and says quietly that it was saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reviewer.i18n import gettext as _
from reviewer.settings import BY_KEY
from ui.errors import words_for
from ui.settings.settings_presenter import SettingsPresenter
from ui.theme import S1, theme
from ui.widgets.buttons import SegmentedControl
from ui.widgets.entries import NumberField
from ui.widgets.fields import FormRow
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import PlainLabel
from ui.widgets.path_field import Choose, PathField, choose_folder

_SAID_FOR_MS = 2500


class _Saved(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S1)
        layout.addWidget(IconMark("check", "ok", 14))
        layout.addWidget(PlainLabel(_("Saved"), role="small", tone="ok"))
        self.hide()


class _Number(NumberField):
    """A number that a turning wheel leaves alone while the page scrolls past."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SettingRow(FormRow):
    """Shows what is saved, and the person's own text as long as it was refused."""

    left = Signal(str, str)

    def __init__(self, key: str, label: str, field: QWidget, help_text: str = "") -> None:
        super().__init__(label, field, help_text)
        self.key = key
        self._wrong = False
        self._tick = _Saved(self)
        self.quiet = QTimer(self, singleShot=True, interval=_SAID_FOR_MS)
        self.quiet.timeout.connect(self._tick.hide)
        layout = self.layout()
        if isinstance(field, SegmentedControl | _Number) and layout is not None:
            layout.setAlignment(field, Qt.AlignmentFlag.AlignLeft)
        self._listen()

    def value(self) -> str:
        """What the field holds."""
        match self.field:
            case QLineEdit():
                return self.field.text()
            case _Number():
                return str(self.field.value())
            case SegmentedControl():
                return self.field.value()
            case _:
                raise TypeError(type(self.field).__name__)

    def show_value(self, value: str) -> None:
        """Show what is saved, unless the person is at it or was refused."""
        if self._wrong or self.field.hasFocus() or value == self.value():
            return
        match self.field:
            case QLineEdit():
                self.field.setText(value)
                self.field.setCursorPosition(0)
            case _Number():
                self.field.setValue(int(value))
            case SegmentedControl():
                self.field.choose(value)
            case _:
                raise TypeError(type(self.field).__name__)

    def show_saved(self, *, changed: bool) -> None:
        """Say that the value is saved; nothing is said about one that was saved before."""
        self._wrong = False
        self.set_error("")
        if changed:
            self._place_tick()
            self._tick.show()
            self.quiet.start()

    def show_refusal(self, error: Exception) -> None:
        """Say beside the field why the value was not taken."""
        self._wrong = True
        self._tick.hide()
        words = words_for(error)
        self.set_error(_("{title}. {remedy}").format(title=words.title, remedy=words.remedy))

    def says_saved(self) -> bool:
        """Whether the quiet mark is shown."""
        return not self._tick.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_tick()

    def _place_tick(self) -> None:
        self._tick.adjustSize()
        self._tick.move(self.width() - self._tick.width(), 0)

    def _listen(self) -> None:
        match self.field:
            case PathField():
                self.field.editingFinished.connect(self._tell)
                self.field.chosen.connect(self._tell)
            case QLineEdit() | _Number():
                self.field.editingFinished.connect(self._tell)
            case SegmentedControl():
                self.field.chosen.connect(self._tell)
            case _:
                raise TypeError(type(self.field).__name__)

    def _tell(self, _value: object = None) -> None:
        self.left.emit(self.key, self.value())


def text_row(key: str, label: str, help_text: str = "", placeholder: str = "") -> SettingRow:
    """A setting that is a line of text."""
    field = QLineEdit()
    field.setPlaceholderText(placeholder)
    return SettingRow(key, label, field, help_text)


def path_row(
    key: str, label: str, help_text: str = "", placeholder: str = "", choose: Choose = choose_folder
) -> SettingRow:
    """A setting that is a folder or a file."""
    field = PathField(label, choose)
    field.setPlaceholderText(placeholder)
    return SettingRow(key, label, field, help_text)


def number_row(key: str, label: str, help_text: str = "") -> SettingRow:
    """A setting that is a number within the limits of its key."""
    setting = BY_KEY[key]
    field = _Number(label, int(setting.default), setting.least, setting.most)
    field.setFixedWidth(theme().px(96))
    return SettingRow(key, label, field, help_text)


def choice_row(key: str, label: str, options: Sequence[tuple[str, str]], help_text: str = "") -> SettingRow:
    """A setting that is one of a few; options are (value, label)."""
    return SettingRow(key, label, SegmentedControl(options, label), help_text)


def bind(row: SettingRow, presenter: SettingsPresenter) -> SettingRow:
    """Let a row show, save and be told about its key; gives the row."""

    def mine(tell: Callable[[object], None]) -> Callable[[str, object], None]:
        return lambda key, about: tell(about) if key == row.key else None

    row.show_value(presenter.value(row.key))
    row.left.connect(presenter.change)
    presenter.saved.connect(mine(lambda changed: row.show_saved(changed=bool(changed))))
    presenter.refused.connect(mine(lambda error: row.show_refusal(error) if isinstance(error, Exception) else None))
    presenter.reloaded.connect(lambda: row.show_value(presenter.value(row.key)))
    return row
