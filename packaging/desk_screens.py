"""Leads the program through the screens of a desk: all actions, bringing in, and a question between two people."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from mail_screens import Shown, close_shown
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain import acts
from reviewer.domain.applicant import Applicant, DecisionKind
from reviewer.domain.commands import RecordDecision
from reviewer.domain.ids import DecisionId, LetterId
from reviewer.domain.queue import Group
from reviewer.domain.views import QueueQuery
from reviewer.intake.table import header_line
from reviewer.paths import Home
from reviewer.workspace import Workspace, new_id
from ui.__main__ import Program
from ui.importing.import_sheet import ImportSheet

_ROWS = (
    "n-1;Frau;Dr.;Anna;Beispiel;anna@example.org;de;2026-11-20;20.11.2026 10:00;192.0.2.1;3;cv.txt",
    "n-2;Herr;;Tom;Muster;tom@example;de;2026-11-20;20.11.2026 10:00;192.0.2.1;3;cv.txt",
    "n-3;Herr;;Jan;Probe;jan@example.org;de;2026-11-20;20.11.2026 10:00;192.0.2.1;3;jan.pdf",
)


def desk_screens(program: Program, scratch: Path) -> Iterator[Shown]:
    """Shows one screen after the other; scratch is a folder for what they need, and is removed."""
    program.window.show_palette()
    QTest.keyClicks(QApplication.focusWidget() or program.window, "kim")
    yield "palette", lambda: True
    close_shown(program)
    yield from _bringing_in(program, scratch / "in")
    yield from _question(program, scratch / "desk")
    shutil.rmtree(scratch)


def _bringing_in(program: Program, folder: Path) -> Iterator[Shown]:
    folder.mkdir(parents=True)
    (folder / "applicants.csv").write_text("\n".join((header_line(), *_ROWS)), encoding="utf-8")
    (folder / "cv.txt").write_text("Anna Beispiel\nInterim Managerin seit 2010\n", encoding="utf-8")
    program.window.actions_table["import"].trigger()
    yield "import", lambda: True
    sheet = program.window.findChildren(ImportSheet)[0]
    sheet.folder_chosen.emit(folder)
    yield "import-looked", lambda: True
    sheet.wanted.emit()
    yield "import-done", lambda: True
    sheet.close_sheet()


def _question(program: Program, folder: Path) -> Iterator[Shown]:
    """A colleague has accepted somebody whom this desk, not knowing of it, turns away."""
    here = program.workspace
    assert here is not None
    colleague = Workspace(Home(folder=folder), database=here.database)
    colleague.change_setting("reviewer.name", "Bert Adam")
    colleague.sync(deliver=False)
    key = colleague.queue(QueueQuery(groups=(Group.NEW.value,)), limit=1).rows[0].key
    mine = _decide(here, here.applicant(key), DecisionKind.REJECT)
    colleague.execute(_decide(colleague, colleague.applicant(key), DecisionKind.ACCEPT))
    colleague.sync(deliver=False)
    here.execute(mine)
    colleague.close()
    program.window.actions_table["sync"].trigger()
    button = program.window.rail.button("questions")
    yield "review-with-question", button.isVisible
    program.window.show_page("questions")
    yield "questions", lambda: True


def _decide(desk: Workspace, applicant: Applicant, kind: DecisionKind) -> RecordDecision:
    letter = desk.correspondence.compose(applicant, kind)
    return acts.decide(
        applicant,
        kind,
        letter,
        desk.stamp(),
        decision_id=DecisionId(new_id()),
        letter_id=LetterId(new_id()),
        hold=timedelta(hours=1),
    )
