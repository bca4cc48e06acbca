"""How long the window with 5,000 applicants holds still at most: the longest gaps between ticks of a 1 ms timer."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from reviewer.paths import Home
from reviewer.settings import write_setting
from reviewer.workspace import Workspace
from tests.desks import HEADER
from tests.documents.samples import make_pdf
from tests.outside_programs import without_programs
from ui.__main__ import Program
from ui.queue.queue_view import QueueView

COUNT = 5_000
FELT_MS = 50
PATIENCE_S = 120.0
FRAME_MS = 16
KEY_MS = 120


class Ticker:
    """Ticks each millisecond while the event loop runs; a gap is what the window held still."""

    def __init__(self) -> None:
        self.gaps_ms: list[float] = []
        self._last = 0.0
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @contextmanager
    def watching(self, what: str) -> Iterator[None]:
        """Print the longest gap of this block and how many were felt."""
        self.gaps_ms, self._last = [], perf_counter()
        self._timer.start()
        yield
        self._timer.stop()
        felt = sum(gap > FELT_MS for gap in self.gaps_ms)
        print(f"{what}: longest gap {max(self.gaps_ms):.0f} ms, {felt} gaps over {FELT_MS} ms", flush=True)

    def _tick(self) -> None:
        now = perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now


def main() -> None:
    """Print the gaps while scrolling, searching, filtering, sorting and going through applicants."""
    with tempfile.TemporaryDirectory() as folder:
        home = _fill(Path(folder))
        program = Program(lambda: without_programs(Workspace(home)))
        program.start()
        _until(lambda: program.workspace is not None and program.background.idle())
        (view,) = program.window.findChildren(QueueView)
        _until(lambda: view.list.model().rowCount() > COUNT and program.background.idle())
        ticker = Ticker()
        with ticker.watching("scrolling by wheel to the end"):
            _scroll(view)
        with ticker.watching("searching, key by key"):
            _search(view)
        with ticker.watching("filtering and sorting"):
            _filter(view)
        with ticker.watching("30 applicants one after the other"):
            _go_through(view)
        program.close()


def _fill(folder: Path) -> Home:
    incoming = folder / "incoming"
    incoming.mkdir()
    for number in range(40):
        (incoming / f"cv-{number}.pdf").write_bytes(make_pdf([["Lebenslauf", f"Person {number}"]] * 3))
    lines = [HEADER]
    for number in range(COUNT):
        id, language = 10_000 + number, "de" if number % 5 else "en"
        name = f"Frau;;Petra;Weiß-{number:04d};p{id}@example.org;{language}"
        lines.append(f"{id};{name};2017-05-04;2017-05-04 14:05;192.0.2.1;3;cv-{number % 40}.pdf")
    (incoming / "applicants.csv").write_text("\n".join(lines), encoding="utf-8")
    home = Home(folder=folder / "desk").make()
    write_setting(home.settings, "reviewer.name", "Anna")
    desk = Workspace(home)
    desk.bring_in(incoming)
    desk.close()
    return home


def _scroll(view: QueueView) -> None:
    bar, viewport = view.list.verticalScrollBar(), view.list.viewport()
    while bar.value() < bar.maximum():
        centre = QPointF(viewport.rect().center())
        wheel = QWheelEvent(
            centre,
            viewport.mapToGlobal(centre),
            QPoint(),
            QPoint(0, -120 * 12),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, wheel)
        _run(FRAME_MS)
    _run(300)
    bar.setValue(0)
    _run(300)


def _search(view: QueueView) -> None:
    view.search()
    for text in ("petra", "1499", "weiss", "p14"):
        for letter in text:
            QTest.keyClicks(view.field, letter)
            _run(KEY_MS)
        _run(300)
        QTest.keyClick(view.field, Qt.Key.Key_Escape)
        _run(300)


def _filter(view: QueueView) -> None:
    view.open_filter()
    assert view.popover is not None
    for box in view.popover.findChildren(QComboBox):
        for _ in range(box.count()):
            _press(box, Qt.Key.Key_Down)
        _press(box, Qt.Key.Key_Home)
    view.popover.close_sheet()
    _run(300)


def _go_through(view: QueueView) -> None:
    for _ in range(30):
        _press(view.list, Qt.Key.Key_J)


def _press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)
    _run(KEY_MS)


def _run(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _until(condition: Callable[[], bool]) -> None:
    end = perf_counter() + PATIENCE_S
    while not condition():
        if perf_counter() > end:
            raise TimeoutError
        _run(20)


if __name__ == "__main__":
    main()
