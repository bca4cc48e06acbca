"""Drives the real window through one review without a screen, and leaves pictures and the letter that was sent."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.domain.ids import ApplicantId
from reviewer.domain.pages import DocumentFacts, Word
from reviewer.domain.sizing import Fit, fit_percent
from reviewer.i18n import gettext as _
from ui.application import run_until_closed
from ui.background import Lane
from ui.review.document_layout import PageLayout
from ui.review.document_view import DocumentView
from ui.review.letter_view import LetterView

if TYPE_CHECKING:
    import argparse

    from reviewer.workspace import Workspace
    from ui.__main__ import Program

_Kind = TypeVar("_Kind", bound=QWidget)
SIZE = (1440, 900)
HOLD_S = 3
APPLICANT = "9999"
"""The invented applicant that is reviewed."""
_POLL_MS = 60
_QUIET_S = 0.5
_PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do once ready holds and the window has been quiet for a moment."""

    name: str
    act: Callable[[], None]
    ready: Callable[[], bool] = lambda: True


class Walkthrough(QObject):
    """Takes one step after the other; a step that is not ready in time ends the walk with its name."""

    def __init__(self, program: Program, out: Path) -> None:
        super().__init__()
        self._program = program
        self._out = out
        self._quiet_since = self._step_since = monotonic()
        self._steps = self._plan()
        self.failed = ""
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin as soon as the event loop runs."""
        self._program.window.resize(*SIZE)
        self._timer.start()

    def _plan(self) -> list[Step]:
        return [
            Step("desk", self._shorten_hold, self._opened),
            Step("queue", lambda: self._press(Qt.Key.Key_J)),
            Step("first applicant", lambda: self._picture("1-queue"), self._document_shown),
            *self.steps_to_review(),
            Step("review", lambda: self._picture("2-review")),
            Step("letter", lambda: self._picture("3-letter", self._find(LetterView))),
            Step("decision", lambda: self._press(Qt.Key.Key_F)),
            Step("next applicant", lambda: self._picture("4-next-applicant"), self._document_shown),
            Step("outbox", lambda: self._program.window.show_page("outbox"), self._letter_written),
            Step("sent letter", lambda: self._picture("5-outbox")),
            Step("insights", lambda: self._program.window.show_page("insights")),
            Step("figures", lambda: self._picture("6-insights")),
            Step("end", self._end),
        ]

    def steps_to_review(self) -> list[Step]:
        """From the open desk to an applicant found, answered and with evidence pinned."""
        return [
            Step("search", lambda: self._press(Qt.Key.Key_Slash)),
            Step("search for the number", lambda: self._type(APPLICANT)),
            Step("search found", lambda: self._press(Qt.Key.Key_Return)),
            Step("choice", lambda: self._press(Qt.Key.Key_J)),
            Step("whole list", self._end_search, self._document_shown),
            Step("answers", self._answer),
            Step("evidence", self._read_page),
            Step("pin", lambda: self._press(Qt.Key.Key_E)),
        ]

    def _look(self) -> None:
        now = monotonic()
        if not self._program.background.idle():
            self._quiet_since = now
        step = self._steps[0]
        if now - self._quiet_since >= _QUIET_S and step.ready():
            self._steps.pop(0)
            self._quiet_since = self._step_since = now
            step.act()
        elif now - self._step_since > _PATIENCE_S:
            self.failed = step.name
            self._timer.stop()
            QApplication.exit(1)

    def _opened(self) -> bool:
        return self._program.workspace is not None

    def _document_shown(self) -> bool:
        documents = self._program.window.findChildren(DocumentView)
        return bool(documents) and documents[0].isVisible()

    def _letter_written(self) -> bool:
        return any(self._letters())

    def _letters(self) -> list[Path]:
        workspace = self._program.workspace
        return [] if workspace is None else sorted(workspace.home.outgoing.glob("*.eml"))

    def _shorten_hold(self) -> None:
        workspace = self._program.workspace
        if workspace is not None:
            self._program.background.run(
                Lane.CORE, lambda: workspace.change_setting("letters.hold_seconds", str(HOLD_S))
            )

    def _answer(self) -> None:
        for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_2):
            self._press(key)

    def _end_search(self) -> None:
        self._press(Qt.Key.Key_Slash)
        self._press(Qt.Key.Key_Escape)
        self._press(Qt.Key.Key_Escape)

    def _read_page(self) -> None:
        """Learn where the words of the first page are, off the UI thread."""
        workspace = self._program.workspace
        if workspace is not None:
            self._program.background.run(Lane.DOCUMENTS, lambda: _find_words(workspace), self._select)

    def _select(self, found: tuple[DocumentFacts, list[Word]]) -> None:
        """Select words as a person would, by drawing the mouse over them."""
        facts, words = found
        document = self._find(DocumentView)
        view = document.viewport()
        percent = fit_percent(facts.pages, Fit.WIDTH, view.width(), view.height())
        layout = PageLayout(facts.pages, percent, view.size(), 1.0)
        begin, end = (layout.on_desk(1, word.rect).center().toPoint() for word in (words[0], words[-1]))
        QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
        QTest.mouseMove(view, (begin + end) / 2)
        QTest.mouseMove(view, end)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    def _type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self._program.window, text)

    def _press(self, key: Qt.Key) -> None:
        window = self._program.window
        window.activateWindow()
        QTest.keyClick(QApplication.focusWidget() or window, key)

    def _find(self, kind: type[_Kind]) -> _Kind:
        return self._program.window.findChildren(kind)[0]

    def _picture(self, name: str, widget: QWidget | None = None) -> None:
        (widget or self._program.window).grab().save(str(self._out / f"{name}.png"))

    def _end(self) -> None:
        for letter in self._letters():
            shutil.copy2(letter, self._out / letter.name)
        self._timer.stop()
        QApplication.exit(0)


def _find_words(workspace: Workspace) -> tuple[DocumentFacts, list[Word]]:
    """The facts of the applicant's CV, and the words of its first line that names a company."""
    key = workspace.find(ApplicantId(APPLICANT))
    if key is None:
        raise LookupError(APPLICANT)
    document = workspace.applicant(key).current_documents()[0].id
    lines: dict[tuple[int, int], list[Word]] = {}
    for word in workspace.documents.words(document, 1):
        lines.setdefault((word.block, word.line), []).append(word)
    named = [line for line in lines.values() if any(word.text.startswith("GmbH") for word in line)]
    return workspace.documents.open(document), (named or list(lines.values()))[0]


def walk(arguments: argparse.Namespace) -> int:
    """Walk through a review in the home of a command line and say where pictures and letters are."""
    out = Path(arguments.out).absolute()
    out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.__main__ import make_program

    program = make_program(arguments)
    walkthrough = Walkthrough(program, out)
    program.start()
    walkthrough.start()
    code = run_until_closed(program.application)
    program.close()
    if code:
        sys.stderr.write(_("The walk through the window ended at: {step}").format(step=walkthrough.failed) + "\n")
        return 1
    for path in sorted(out.iterdir()):
        sys.stdout.write(f"{path}\n")
    sys.stderr.write(_("Pictures and letters are in {folder}").format(folder=out) + "\n")
    return 0
