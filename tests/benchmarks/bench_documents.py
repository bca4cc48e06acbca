"""What the worker adds to a page: through the confined process against the engine's bare rendering, in one run."""

from __future__ import annotations

import io
import random
import statistics
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pymupdf as untyped_engine
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId

_engine: Any = untyped_engine
_PAGES = 24
_WORDS = ("Werkleiter", "Umsatz", "Mitarbeiter", "Restrukturierung", "Projekt", "Automobil", "Aufgabe", "Ergebnis")


def _cv(seed: int) -> bytes:
    """A CV of dense text pages with rules, a table and a picture, the same for the same seed."""
    chance = random.Random(seed)
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    for page in range(_PAGES):
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(60, 790, f"Lebenslauf, Seite {page + 1}")
        canvas.setFillColorRGB(0.1, 0.3, 0.6)
        canvas.rect(420, 690, 110, 120, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        for line in range(52):
            canvas.setFont(chance.choice(("Helvetica", "Times-Roman", "Helvetica-Oblique")), 10)
            canvas.drawString(60, 670 - 12 * line, " ".join(chance.choices(_WORDS, k=8)))
            canvas.line(60, 668 - 12 * line, 530, 668 - 12 * line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _milliseconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1_000


def _wait_for_the_spare() -> None:
    """A person reads the document shown; meanwhile the next worker has warmed up."""
    threading.Event().wait(1)


def _line(name: str, shown: list[float], bare: list[float]) -> str:
    ratio = statistics.median(one / other for one, other in zip(shown, bare, strict=True))
    over = statistics.median(one - other for one, other in zip(shown, bare, strict=True))
    return (
        f"{name}: median {ratio:.2f} (shown {statistics.median(shown):.1f} ms, bare {statistics.median(bare):.1f} ms, "
        f"{over:+.1f} ms a page, {len(shown)} pages)"
    )


def _pages_at(dpi: int, *, shared_memory: bool) -> str:
    data = _cv(seed=dpi)
    width_px = round(A4[0] / 72 * dpi)
    reader = DocumentReader(lambda _: data, shared_memory=shared_memory)
    document = DocumentId("cv")
    reader.open(document)
    reader.render(document, 1, width_px)
    engine = _engine.open(stream=data, filetype="pdf")
    matrix = _engine.Matrix(dpi / 72, dpi / 72)
    engine[0].get_pixmap(matrix=matrix)
    _wait_for_the_spare()
    shown, bare = [], []
    for page in range(_PAGES):
        bare.append(_milliseconds(lambda page=page: engine[page].get_pixmap(matrix=matrix)))  # type: ignore[misc]
        shown.append(_milliseconds(lambda page=page: reader.render(document, page + 1, width_px)))  # type: ignore[misc]
    reader.close()
    way = "shared memory" if shared_memory else "pipe"
    return _line(f"page shown / bare render, {dpi} dpi, {way}", shown, bare)


def _first_page() -> str:
    """Open and first page with the spare worker warm, against the engine's bare open and render."""
    versions = [_cv(seed) for seed in range(8)]
    reader = DocumentReader(lambda document: versions[int(document)])
    matrix = _engine.Matrix(96 / 72, 96 / 72)
    _engine.open(stream=versions[0], filetype="pdf")[0].get_pixmap(matrix=matrix)
    shown, bare = [], []
    for number, data in enumerate(versions):
        reader.warm()
        _wait_for_the_spare()
        bare.append(
            _milliseconds(lambda data=data: _engine.open(stream=data, filetype="pdf")[0].get_pixmap(matrix=matrix))  # type: ignore[misc]
        )
        document = DocumentId(str(number))
        shown.append(_milliseconds(lambda document=document: (reader.open(document), reader.render(document, 1, 794))))  # type: ignore[misc]
    reader.close()
    return _line("document opened and first page shown / bare open and render, 96 dpi", shown, bare)


def main() -> None:
    """Print one line a measure."""
    for dpi in (96, 150):
        for shared_memory in (True, False):
            sys.stdout.write(f"{_pages_at(dpi, shared_memory=shared_memory)}\n")
    sys.stdout.write(f"{_first_page()}\n")


if __name__ == "__main__":
    main()
