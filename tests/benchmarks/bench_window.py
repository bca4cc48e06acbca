"""The next applicant, the next page and the longest gaps in the real window, against the engine's bare work."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from math import ceil
from time import perf_counter
from typing import Any

import pymupdf as untyped_engine
from PySide6.QtCore import Qt

from reviewer.domain.ids import DocumentId
from tests.benchmarks.bench_documents import large_scan, long_cv, many_objects
from tests.benchmarks.window_desk import Desk, Ticker, open_desk
from tests.hostile.bombs import BOMBS
from tests.hostile.traps import TRAPS

_engine: Any = untyped_engine
_ZOOMS = (100, 200)
_SHOWN = 30
_JUMPS, _JUMP = 15, 6
"""How often, and how many lines below: beyond those who are kept in memory."""
_PAGES = 200
_BOMBS = 36


def _bare(form: str, data: bytes, width_px: int) -> float:
    """Milliseconds to open the bytes and draw their first page in this very process."""
    begun = perf_counter()
    page = _engine.open(stream=data, filetype=form)[0]
    scale = width_px / page.rect.width
    page.get_pixmap(matrix=_engine.Matrix(scale, scale))
    return (perf_counter() - begun) * 1_000


def _form(data: bytes) -> str:
    return (
        "pdf" if data[:4] == b"%PDF" else "docx" if data[:2] == b"PK" else "jpeg" if data[:2] == b"\xff\xd8" else "txt"
    )


def _told(name: str, shown: list[float], bare: list[float] | None = None) -> None:
    line = f"{name}: median {statistics.median(shown):.1f} ms, 95 % within {_within(shown, 0.95):.1f} ms"
    if bare:
        low, ratio, high = statistics.quantiles((one / other for one, other in zip(shown, bare, strict=True)), n=4)
        line += f"; bare {statistics.median(bare):.1f} ms, ratio {ratio:.2f} (half of them {low:.2f} to {high:.2f})"
    print(f"{line} ({len(shown)} times)", flush=True)


def _within(values: list[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, ceil(part * len(values)) - 1)]


def _gaps(name: str, gaps_ms: list[float]) -> None:
    print(f"{name}: 99 % within {_within(gaps_ms, 0.99):.1f} ms, longest {max(gaps_ms):.1f} ms", flush=True)


class Passage:
    """Goes through the applicants of a desk by key, each timed beside the bare opening and drawing of the same CV."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._loads: dict[DocumentId, bytes] = {}

    def go(self, steps: int, *, ahead: bool, jump: int = 0) -> tuple[list[float], list[float], list[float]]:
        """Times until the first page was painted, of the window's thread for all of it, and of the bare work.

        With jump not to the next applicant, but to one so many lines below, of whom nothing is in memory.
        """
        desk = self._desk
        page: list[float] = []
        whole: list[float] = []
        bare: list[float] = []
        while len(page) < steps:
            desk.look_ahead(ahead)
            desk.rest()
            shown = desk.time_jump(jump) if jump else desk.time_next()
            document = desk.page.documents.document
            form, data = self._content(document)
            if not desk.view._scene.open or document is None or form == "txt":
                continue
            page.append(shown.page_ms)
            whole.append(shown.busy_ms)
            bare.append(_bare(form, data, desk.first_width()))
        return page, whole, bare

    def _content(self, document: DocumentId | None) -> tuple[str, bytes]:
        if document is None:
            return "txt", b""
        if document not in self._loads:
            self._loads[document] = self._desk.content(document)
        return _form(self._loads[document]), self._loads[document]


def _next_applicants(desk: Desk) -> None:
    for percent in _ZOOMS:
        desk.view.zoom.set_percent(percent)
        for ahead, name in ((True, "fetched ahead"), (False, "not fetched ahead")):
            page, whole, bare = Passage(desk).go(_SHOWN, ahead=ahead)
            _told(f"key to first page of the next applicant, {name}, {percent} %", page, bare)
            _told(f"  the window's processor time for all of it, {name}, {percent} %", whole)
    desk.view.zoom.set_percent(100)
    page, _whole, bare = Passage(desk).go(_JUMPS, ahead=False, jump=_JUMP)
    _told("click to first page of an applicant of whom nothing was in memory, 100 %", page, bare)
    desk.look_ahead(True)


def _scrolling(desk: Desk) -> None:
    """A long document, page by page, each near page fetched before it is scrolled to."""
    for percent in _ZOOMS:
        desk.view.zoom.set_percent(percent)
        desk.show_bytes("long", long_cv(7, _PAGES))
        desk.rest()
        took, ticker = [], Ticker()
        with ticker.watching():
            for page in range(2, _PAGES + 1):
                took.append(desk.painted_ms(lambda page=page: desk.view.go_to_page(page)))  # type: ignore[misc]
                desk.rest()
        _told(f"scroll to the next page, {percent} %", took)
        _gaps(f"  gaps over {_PAGES} pages, {percent} %", ticker.gaps_ms)


def _bombs(desk: Desk) -> None:
    ticker, took = Ticker(), []
    made = [(name, make()) for name, make in [*BOMBS.items(), *TRAPS.items()][:_BOMBS]]
    with ticker.watching():
        for name, data in made:
            took.append(desk.painted_ms(lambda name=name, data=data: desk.show_bytes(name, data)))  # type: ignore[misc]
    _told(f"{_BOMBS} hostile documents, a page or a card", took)
    print(f"  the slowest: {max(took):.0f} ms")
    _gaps("  gaps meanwhile", ticker.gaps_ms)


def _large(desk: Desk) -> None:
    desk.view.zoom.set_percent(100)
    makers: tuple[tuple[str, Callable[[], bytes]], ...] = (
        ("200 pages", lambda: long_cv(8, 200)),
        ("a scan of 60 megapixels", large_scan),
        ("10,000 objects", many_objects),
    )
    for name, make in makers:
        data, ticker = make(), Ticker()
        with ticker.watching():
            rough = desk.painted_ms(lambda data=data, name=name: desk.show_bytes(name, data), crisp=False)  # type: ignore[misc]
            first = rough + desk.painted_ms(lambda: None)
            desk.rest()
            scroll = desk.painted_ms(lambda: desk.press(Qt.Key.Key_Space))
        print(
            f"{name}: something to see after {rough:.0f} ms, crisp after {first:.0f} ms, scrolled in {scroll:.0f} ms, "
            f"longest gap {max(ticker.gaps_ms):.0f} ms",
            flush=True,
        )


def main() -> None:
    """Print one line a measure."""
    with open_desk(6 * _SHOWN + 2 * _JUMP * _JUMPS) as desk:
        desk.press(Qt.Key.Key_J)
        desk.rest()
        _next_applicants(desk)
        _scrolling(desk)
        _bombs(desk)
        _large(desk)


if __name__ == "__main__":
    main()
