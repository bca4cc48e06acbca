"""What a person does to the settings page: type into a field, leave it, choose, read what is said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

from tests.ui.furnished import at_once
from tests.ui.settings.new_desk import NewDesk
from ui.settings.examination import Examination
from ui.settings.letters_form import LettersForm
from ui.settings.setting_row import SettingRow
from ui.settings.settings_page import SettingsPage, add_settings
from ui.widgets.buttons import PaintedButton
from ui.widgets.paragraph import Paragraph

_AS_LONG_AS_IT_TAKES_MS = 60_000


class Hands:
    """The settings of one desk, shown."""

    def __init__(self, desk: NewDesk) -> None:
        self.desk = desk
        at_once(add_settings(desk.parts))
        desk.window.show_page("settings")
        self.page = desk.window.findChildren(SettingsPage)[0]
        self.form = self.page.findChildren(LettersForm)[0]
        for row in self.page.findChildren(SettingRow):
            row.quiet.setInterval(_AS_LONG_AS_IT_TAKES_MS)
        desk.settle()

    def row(self, key: str) -> SettingRow:
        """The row of a key."""
        return next(row for row in self.page.findChildren(SettingRow) if row.key == key)

    def enter(self, key: str, text: str) -> None:
        """Type into a field in place of what it holds, and leave it."""
        field = self.row(key).field
        assert isinstance(field, QLineEdit | QAbstractSpinBox)
        field.setFocus()
        field.selectAll()
        if text:
            QTest.keyClicks(field, text)
        else:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        self.desk.settle()

    def choose(self, key: str, label: str) -> None:
        """Press one of a few."""
        parts = self.row(key).field.findChildren(PaintedButton)
        self.desk.click(next(part for part in parts if part.text() == label))

    def give_password(self, password: str) -> None:
        """Type the password and leave the field."""
        field = self.form.password.field
        field.setFocus()
        QTest.keyClicks(field, password)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        self.desk.settle()

    def send_test(self) -> tuple[str, str]:
        """Send the test letter; what is said about it."""
        self.desk.click(self.form.test.button)
        return self.form.test.said()

    def said_at(self, key: str) -> str:
        """What stands below a field."""
        return said_in(self.row(key))

    def examination(self) -> Examination:
        """The section that looks at every part."""
        return self.page.findChildren(Examination)[0]


def said_in(row: SettingRow) -> str:
    """The visible words below a row's field."""
    return "\n".join(part.text() for part in row.findChildren(Paragraph) if part.isVisible())
