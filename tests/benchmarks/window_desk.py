"""The real window on a desk of demonstration applicants, with a hand on its keys and an eye on what is painted."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.demo.folder import TABLE, write_folder
from reviewer.documents.computer import Power
from reviewer.documents.pace import Pace
from reviewer.domain.ids import DocumentId
from reviewer.domain.sizing import rendered_width
from reviewer.paths import Home
from reviewer.settings import write_setting
from reviewer.workspace import Workspace
from tests.outside_programs import without_programs
from ui.__main__ import Program
from ui.queue.list_view import QueueListView
from ui.review.document_presenter import DocumentPresenter
from ui.review.document_view import DocumentView
from ui.review.review_page import ReviewPage

SIZE = (1440, 900)
DEMONSTRATED = 128
_PATIENCE_S = 120.0
_AS_OF = date(2026, 11, 20)


def fill_home(folder: Path, applicants: int) -> Home:
    """A desk with so many applicants, whose files are the demonstration set's, again and again."""
    incoming = folder / "incoming"
    write_folder(incoming, as_of=_AS_OF, applicants=min(applicants, DEMONSTRATED))
    with (incoming / TABLE).open(encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file, delimiter=";"))
    with (incoming / TABLE).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(head)
        for number, row in enumerate(islice(cycle(rows), applicants)):
            table.writerow([str(100_000 + number), *row[1:]])
    home = Home(folder=folder / "desk").make()
    write_setting(home.settings, "reviewer.name", "Anna")
    desk = Workspace(home)
    desk.bring_in(incoming)
    desk.close()
    return home


class Eye(QObject):
    """Sees when the document pane is painted, with a crisp page at its top or a card in its place."""

    def __init__(self, view: DocumentView, documents: DocumentPresenter) -> None:
        super().__init__()
        self._view = view
        self._documents = documents
        self._left: DocumentId | None = None
        self.crisp_at = self.rough_at = 0.0
        view.viewport().installEventFilter(self)

    def forget(self, left: DocumentId | None = None) -> None:
        """Look anew, and not at the document that is being left."""
        self._left = left
        self.crisp_at = self.rough_at = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note each painting: it is over when the event has been handled, which this does itself."""
        if event.type() is not QEvent.Type.Paint or watched is not self._view.viewport():
            return False
        self._view.viewportEvent(event)
        now = perf_counter()
        left = self._left is not None and self._documents.document == self._left
        if self._was_page(event) and not (self._view.awaits or left):
            if not self.rough_at and self._shows_something():
                self.rough_at = now
            if not self.crisp_at and self.is_crisp():
                self.crisp_at = now
        return True

    def _was_page(self, event: QEvent) -> bool:
        """Whether all was painted that is in sight of the page at the top, or all of the pane where there is none."""
        assert isinstance(event, QPaintEvent)
        page, scroll = self._top(), self._view._scroll
        whole = self._view.viewport().rect()
        wanted = whole if page is None else scroll.area_in_sight(self._view._scene.layout.rect(page))
        return event.region().contains(wanted)

    def is_crisp(self) -> bool:
        """Whether the page at the top of the pane is drawn at its size, or a card says why not."""
        scene, page = self._view._scene, self._top()
        if page is None:
            return not self._view.overlays.card.isHidden()
        size = scene.layout.picture_size(page)
        return page in scene.messages or scene.shelf.has(page, rendered_width(size.width(), size.height()))

    def _shows_something(self) -> bool:
        page = self._top()
        return self.is_crisp() or (page is not None and self._view._scene.shelf.find(page) is not None)

    def _top(self) -> int | None:
        shown = self._view._desk.shown() if self._view._scene.open else ()
        return shown[0] if shown else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Milliseconds from the key to the painted page, and to the painted window."""

    page_ms: float
    window_ms: float
    busy_ms: float
    """Of the latter, processor time of the window's thread."""


class Ticker:
    """Ticks each millisecond while the event loop runs; a gap is what the window held still."""

    def __init__(self) -> None:
        self.gaps_ms: list[float] = []
        self._last = 0.0
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @contextmanager
    def watching(self) -> Iterator[None]:
        self.gaps_ms, self._last = [], perf_counter()
        self._timer.start()
        yield
        self._timer.stop()

    def _tick(self) -> None:
        now = perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now


class Desk:
    """One program, opened; pressing and waiting."""

    def __init__(self, home: Home, size: tuple[int, int] = SIZE) -> None:
        self.program = Program(lambda: without_programs(Workspace(home)))
        self.program.start()
        self.until(lambda: self.program.workspace is not None and self.program.background.idle())
        self.program.window.resize(*size)
        (self.page,) = self.program.window.findChildren(ReviewPage)
        (self.list,) = self.program.window.findChildren(QueueListView)
        self.view = self.page.document
        self.eye = Eye(self.view, self.page.documents)
        self._loose: dict[DocumentId, bytes] = {}
        stored = self.workspace.documents._load
        self.workspace.documents._load = lambda document: (
            self._loose[document] if document in self._loose else stored(document)
        )
        self.look_ahead(True)

    @property
    def workspace(self) -> Workspace:
        assert self.program.workspace is not None
        return self.program.workspace

    def press(self, key: Qt.Key) -> None:
        """A key, as it comes from the keyboard."""
        QTest.keyClick(self.program.window, key)

    def painted_ms(self, act: Callable[[], object], *, crisp: bool = True) -> float:
        """From the act to the end of the painting of the page at the top of the pane, crisp or in any way."""
        self.eye.forget()
        begun = perf_counter()
        act()
        self.view.viewport().update()
        while not (self.eye.crisp_at if crisp else self.eye.rough_at):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if perf_counter() > begun + _PATIENCE_S:
                raise TimeoutError
        return ((self.eye.crisp_at if crisp else self.eye.rough_at) - begun) * 1_000

    def time_next(self) -> Shown:
        """Press the key for the next applicant and wait for the page and for the window."""
        return self._time(lambda: self.press(Qt.Key.Key_J))

    def time_jump(self, lines: int) -> Shown:
        """The same for a click on a row so many lines below, or on the one below that where it is a heading."""
        here = self.list.marked() or 0
        line = next(line for line in range(here + lines, here + lines + 2) if self.list._layout.is_row(line))
        index = self.list.model().index(line, 0)
        self.list.scrollTo(index)
        self.rest()
        place = self.list.visualRect(index).center()
        return self._time(lambda: QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=place))

    def _time(self, act: Callable[[], object]) -> Shown:
        self.eye.forget(self.page.documents.document)
        begun, busy = perf_counter(), thread_time()
        act()
        while not self.eye.crisp_at:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if perf_counter() > begun + _PATIENCE_S:
                raise TimeoutError
        page_ms = (self.eye.crisp_at - begun) * 1_000
        while self.page._presenter.turns.waiting:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        window_ms, busy_ms = (perf_counter() - begun) * 1_000, (thread_time() - busy) * 1_000
        return Shown(page_ms=page_ms, window_ms=window_ms, busy_ms=busy_ms)

    def look_ahead(self, wanted: bool) -> None:
        """Let documents be fetched ahead, or not; never less for what else this computer does."""
        self.workspace.documents.pace = Pace(lambda: Power.MAINS, lambda: 0.0 if wanted else 99.0)

    def content(self, document: DocumentId) -> bytes:
        """The bytes of a stored document."""
        return self.workspace._load_document(document)

    def first_width(self) -> int:
        """The width in pixels at which the first page is drawn."""
        size = self.view._scene.layout.picture_size(1)
        return rendered_width(size.width(), size.height())

    def show_bytes(self, name: str, data: bytes) -> None:
        """Show bytes that are not stored, as if they were the applicant's."""
        document = DocumentId(f"loose {name}")
        self.lend(document, data)
        self.page.documents.show(document)

    def lend(self, document: DocumentId, data: bytes) -> None:
        """Have bytes read as if they were stored."""
        self._loose[document] = data

    def take_back(self, document: DocumentId) -> None:
        """Bytes that were lent are there no more."""
        del self._loose[document]

    def rest(self) -> None:
        """Until nothing waits or runs any more and the spare workers stand ready, as while a person reads."""
        self.run(30)
        self.until(self.program.background.idle)
        self.until(lambda: not self.workspace.documents._spares.lacking)
        self.run(60)

    def run(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, condition: Callable[[], bool]) -> None:
        end = perf_counter() + _PATIENCE_S
        while not condition():
            if perf_counter() > end:
                raise TimeoutError
            self.run(10)

    def close(self) -> None:
        self.program.close()


@contextmanager
def open_desk(applicants: int, size: tuple[int, int] = SIZE) -> Iterator[Desk]:
    """A desk of its own, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(fill_home(Path(folder), applicants), size)
        try:
            yield desk
        finally:
            desk.close()
