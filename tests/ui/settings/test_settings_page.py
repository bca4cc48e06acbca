"""The settings page saves each field as one leaves it, and says beside it why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer.domain.views import Topic
from reviewer.errors import Misconfigured
from reviewer.secrets import Secrets
from reviewer.settings import read_settings
from tests.fakes import MemoryKeyring
from tests.ui.settings.new_desk import NewDesk
from tests.ui.settings.settings_hands import Hands, said_in
from ui.settings.setting_row import text_row
from ui.theme import Scheme, ThemeSwitch
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph
from ui.widgets.path_field import PathField
from ui.window import Window


@pytest.fixture
def hands(desk: NewDesk) -> Hands:
    return Hands(desk)


def saved(hands: Hands, key: str) -> str:
    return read_settings(hands.desk.workspace.home.settings).text(key)


def test_the_key_for_settings_leads_to_them(desk: NewDesk) -> None:
    desk.window.add_page("review", "list-checks", lambda: "Review", QWidget())
    Hands(desk)
    desk.window.show_page("review")
    QTest.keyClick(desk.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.page() == "settings"


def test_a_field_is_saved_as_one_leaves_it(hands: Hands) -> None:
    hands.enter("reviewer.name", "Anna Beispiel")
    assert saved(hands, "reviewer.name") == "Anna Beispiel"
    assert hands.row("reviewer.name").says_saved()
    assert [change.topics for change in hands.desk.changes] == [{Topic.SETTINGS}]


def test_leaving_a_field_as_it_was_saves_nothing_and_says_nothing(hands: Hands) -> None:
    hands.enter("reviewer.name", "")
    assert not hands.row("reviewer.name").says_saved()
    assert hands.desk.changes == []


def test_a_refused_value_stays_in_its_field_with_the_reason_and_is_not_saved(hands: Hands) -> None:
    hands.enter("reviewer.name", "Anna")
    field = hands.row("reviewer.name").field
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.setText("Anna\x07")
    QTest.keyClick(field, Qt.Key.Key_Return)
    hands.enter("mail.sender", "anna@example.org")
    assert "characters that are not allowed" in hands.said_at("reviewer.name")
    assert (saved(hands, "reviewer.name"), field.text()) == ("Anna", "Anna\x07")
    hands.enter("reviewer.name", "Anna B")
    assert "characters" not in hands.said_at("reviewer.name")
    assert saved(hands, "reviewer.name") == "Anna B"


def test_days_per_rung_keep_to_their_limits(hands: Hands) -> None:
    hands.enter("ladder.days_1", "21")
    hands.enter("ladder.days_3", "999")
    assert (saved(hands, "ladder.days_1"), saved(hands, "ladder.days_3")) == ("21", "99")


def test_a_folder_that_was_chosen_is_saved_at_once(desk: NewDesk, tmp_path: Path) -> None:
    field = PathField("Folder for letters", lambda _parent, _title, _start: str(tmp_path))
    told: list[str] = []
    field.chosen.connect(told.append)
    field.ask()
    assert (told, field.text()) == ([str(tmp_path)], str(tmp_path))


def test_only_the_fields_of_the_chosen_way_out_are_shown(hands: Hands) -> None:
    assert (hands.row("mail.folder").isVisible(), hands.row("smtp.host").isVisible()) == (True, False)
    hands.choose("mail.transport", "Mail server")
    assert (hands.row("mail.folder").isVisible(), hands.row("smtp.host").isVisible()) == (False, True)
    assert saved(hands, "mail.transport") == "smtp"


def test_the_usual_port_follows_the_security_and_a_port_of_one_s_own_stays(hands: Hands) -> None:
    hands.choose("mail.transport", "Mail server")
    hands.choose("smtp.security", "TLS")
    assert saved(hands, "smtp.port") == "465"
    hands.enter("smtp.port", "2525")
    hands.choose("smtp.security", "STARTTLS")
    assert saved(hands, "smtp.port") == "2525"


def test_without_a_keyring_the_password_is_kept_for_this_run_and_never_shown(hands: Hands) -> None:
    hands.choose("mail.transport", "Mail server")
    hands.enter("smtp.user", "anna")
    hands.give_password("geheim-4711")
    field = hands.form.password.field
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    assert hands.desk.workspace.secrets.find_password("anna") == "geheim-4711"
    assert "until you quit" in "".join(_words(hands.form.password))
    assert "geheim" not in hands.desk.workspace.home.settings.read_text(encoding="utf-8")


def test_with_a_keyring_the_password_goes_there(desk: NewDesk, clean_environment: MemoryKeyring) -> None:
    desk.workspace.secrets = Secrets(trusted=("tests.fakes.MemoryKeyring",))
    hands = Hands(desk)
    hands.choose("mail.transport", "Mail server")
    hands.enter("smtp.user", "anna")
    hands.give_password("geheim-4711")
    assert clean_environment.get_password("Reviewer SMTP", "anna") == "geheim-4711"
    assert "One is kept in this computer’s keyring" in "".join(_words(hands.form.password))


def _words(part: QWidget) -> list[str]:
    return [paragraph.text() for paragraph in part.findChildren(Paragraph) if paragraph.isVisible()]


def test_another_database_is_said_to_wait_for_the_next_start(hands: Hands) -> None:
    section = hands.page.sections[3]
    assert not any("Start it again" in words for words in _words(section))
    hands.enter("database.url", "postgresql://team.example.org/reviewer")
    hands.page.go_to("database")
    assert any("Start it again" in words for words in _words(section))
    hands.enter("database.url", "")
    assert not any("Start it again" in words for words in _words(section))


def test_a_refusal_by_the_database_has_its_words_beside_the_field(window: Window) -> None:
    row = text_row("database.url", "Address")
    window.show_cover(row)
    row.show_refusal(Misconfigured("sqlite-on-network-drive"))
    assert "The database file lies on a network drive" in said_in(row)


def test_the_colours_change_at_once(hands: Hands, themes: ThemeSwitch) -> None:
    hands.choose("ui.theme", "Dark")
    assert (themes.scheme, saved(hands, "ui.theme")) == (Scheme.DARK, "dark")
    hands.choose("ui.theme", "As the system")
    assert themes.scheme is Scheme.SYSTEM


def test_the_list_of_sections_leads_to_a_section_and_follows_the_reading(hands: Hands) -> None:
    hands.page.go_to("database")
    assert hands.page.list.current() == "database"
    assert not hands.page.sections[3].visibleRegion().isEmpty()
    hands.page.go_to("you")
    assert hands.page.list.current() == "you"


def test_looking_at_every_part_lists_what_is_well_and_the_remedy_of_what_is_not(hands: Hands) -> None:
    hands.choose("mail.transport", "Mail server")
    hands.enter("mail.sender", "anna@example.org")
    examination = hands.examination()
    hands.desk.click(examination.button)
    words = [label.text() for label in examination.findChildren(PlainLabel)]
    assert {"Shared database", "a file on this computer", "Document reader", "Mail", "No mail server is set"} <= {
        *words
    }
    assert any("test letter" in remedy.text() for remedy in examination.findChildren(Paragraph))
    assert examination.button.isEnabled()
