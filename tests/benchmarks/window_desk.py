"""The real window on a desk of demonstration applicants, with a hand on its keys and an eye on what is painted."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.demo.folder import TABLE, write_folder
from reviewer.paths import Home
from reviewer.settings import write_setting
from reviewer.workspace import Workspace
from ui.__main__ import Program
from ui.review.document_pictures import rendered_width
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
    """Sees when the document pane has been painted with a crisp first page, or with a card in its place."""

    def __init__(self, view: DocumentView) -> None:
        super().__init__()
        self._view = view
        self.painted = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note each painting of a page that is all there."""
        if event.type() is QEvent.Type.Paint and self.is_crisp():
            self.painted = True
        return super().eventFilter(watched, event)

    def is_crisp(self) -> bool:
        """Whether the page at the top of the pane is drawn at its size, or a card says why not."""
        scene, pages = self._view._scene, self._view._desk.shown()
        if not self._view.overlays.card.isHidden():
            return True
        if not scene.open or not pages:
            return False
        size = scene.layout.picture_size(pages.start)
        return scene.shelf.has(pages.start, rendered_width(size.width(), size.height()))


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
        self.program = Program(lambda: Workspace(home))
        self.program.start()
        self.until(lambda: self.program.workspace is not None and self.program.background.idle())
        self.program.window.resize(*size)
        (self.page,) = self.program.window.findChildren(ReviewPage)
        self.view = self.page.document
        self.eye = Eye(self.view)

    @property
    def workspace(self) -> Workspace:
        assert self.program.workspace is not None
        return self.program.workspace

    def press(self, key: Qt.Key) -> None:
        """A key, as it comes from the keyboard."""
        QTest.keyClick(self.program.window, key)

    def painted_ms(self, act: Callable[[], None]) -> float:
        """From the act to the end of the painting that shows the page asked for."""
        self.eye.painted = False
        begun = perf_counter()
        act()
        while not self.eye.painted:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if perf_counter() > begun + _PATIENCE_S:
                raise TimeoutError
        return (perf_counter() - begun) * 1_000

    def rest(self) -> None:
        """Until nothing waits or runs any more."""
        self.run(30)
        self.until(self.program.background.idle)
        self.run(30)

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
