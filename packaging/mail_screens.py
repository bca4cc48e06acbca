"""Leads the program through the screens of its letters: follow-up, releasing, answering, signing in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.domain import acts
from reviewer.domain.ladder import Part, arrange, is_due
from reviewer.domain.sign_in import SignInPrompt, SignInState, SignInWay
from reviewer.domain.views import FollowUpRow
from ui.__main__ import Program
from ui.followup.followup_page import FollowUpPage
from ui.release.release_sheet import ReleaseSheet
from ui.settings.settings_page import SettingsPage
from ui.settings.sign_in_line import SignInLine
from ui.widgets.sheet import Sheet

Shown = tuple[str, Callable[[], bool]]
"""A picture's name, and when it may be taken."""
_SHEETS = ("objection", "reply", "later")
_MAILBOX = "letters@example.org"


def mail_screens(program: Program) -> Iterator[Shown]:
    """Shows one screen after the other; the next is shown when this one has its picture."""
    program.window.show_page("follow-up")
    yield "follow-up-chosen", lambda: True
    yield from _sheets(program)
    yield from _signature(program)
    yield from _release(program)
    yield from _signing_in(program)


def _sheets(program: Program) -> Iterator[Shown]:
    for name in _SHEETS:
        program.window.actions_table[f"follow-{name}"].trigger()
        yield name, lambda: shown_sheet(program) is not None
        sheet = shown_sheet(program)
        if name == "objection" and sheet is not None:
            QTest.keyClicks(sheet, "1")
            yield "objection-answer", lambda: shown_sheet(program) is not None
        close_shown(program)


def _signature(program: Program) -> Iterator[Shown]:
    """The last step: somebody whose third rung has run out, and the letter with a name on its button."""
    column = _page(program).columns[-1].list
    column.setFocus(Qt.FocusReason.OtherFocusReason)
    for _person in range(column.model().rowCount()):
        person = column.current()
        if person is None or person.part is Part.DUE:
            break
        column.step(1)
    yield "follow-up-out", lambda: True
    program.window.actions_table["follow-reject"].trigger()
    yield "signature", lambda: True
    close_shown(program)


def _release(program: Program) -> Iterator[Shown]:
    """Everybody due, one of them without an address: unticked, released, taken back."""
    assert program.workspace is not None
    nobody = program.workspace.applicant(_due(program)[-1].key)
    person = replace(nobody.person, email="")
    program.workspace.execute(acts.correct_person(nobody, person, program.workspace.stamp()))
    program.window.actions_table["follow-batch"].trigger()

    def written() -> bool:
        sheet = shown_sheet(program)
        return isinstance(sheet, ReleaseSheet) and sheet.is_ready()

    yield "release", written
    sheet = shown_sheet(program)
    assert isinstance(sheet, ReleaseSheet)
    QTest.keyClick(sheet.list, Qt.Key.Key_Space)
    sheet.list.step(1)
    yield "release-unticked", lambda: True
    sheet.list.step(len(_due(program)))
    yield "release-barred", lambda: True
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    yield "released", lambda: True
    close_shown(program)


def _due(program: Program) -> list[FollowUpRow]:
    assert program.workspace is not None
    today = program.workspace.clock().astimezone().date()
    columns = arrange(program.workspace.follow_ups.load(), today)[:-1]
    return [row for column in columns for _part, rows in column.parts for row in rows if is_due(row, today)]


def _signing_in(program: Program) -> Iterator[Shown]:
    """The letters' settings with Microsoft 365: not signed in, with a code to type, and signed in."""
    values = {
        "mail.sender": f"Anna Berger <{_MAILBOX}>",
        "mail.transport": "smtp",
        "mail.sign_in": "microsoft",
        "smtp.host": "smtp.office365.com",
        "oauth.client_id": "11111111-2222-3333-4444-555555555555",
        "oauth.tenant": "example.org",
    }
    page = program.window.findChildren(SettingsPage)[0]
    program.window.show_page("settings")
    for key, value in values.items():
        page.presenter.change(key, value)
    yield "settings-letters", lambda: page.presenter.value("oauth.tenant") == values["oauth.tenant"]
    page.go_to("letters")
    yield "sign-in", lambda: True
    line, now = page.findChildren(SignInLine)[0], datetime.now(UTC)
    until = now + timedelta(minutes=15)
    line.show_prompt(SignInPrompt(address="https://example.org/device", code="B7KXQ2MZ", expires_at=until))
    yield "sign-in-code", lambda: True
    state = SignInState(way=SignInWay.MICROSOFT, mailbox=_MAILBOX, signed_in=True, account=_MAILBOX, since=now)
    line.show_state(state)
    yield "signed-in", lambda: True


def _page(program: Program) -> FollowUpPage:
    return program.window.findChildren(FollowUpPage)[0]


def shown_sheet(program: Program) -> Sheet | None:
    """The sheet that lies over the window."""
    shown = [sheet for sheet in program.window.findChildren(Sheet) if sheet.isVisible()]
    return shown[-1] if shown else None


def close_shown(program: Program) -> None:
    """Close it."""
    sheet = shown_sheet(program)
    if sheet is not None:
        sheet.close_sheet()
