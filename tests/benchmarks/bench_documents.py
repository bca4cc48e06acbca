"""What the worker adds to a page: through the confined process against the engine's bare rendering, in one run."""

from __future__ import annotations

import io
import os
import random
import statistics
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pymupdf as untyped_engine
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from reviewer.demo.folder import write_folder
from reviewer.demo.plan import Kind
from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from tests.processes import descendants, resident_kb

_engine: Any = untyped_engine
_PAGES = 24
_APPLICANTS = 40
_OBJECTS = 10_000
_READ = 500
_WORDS = ("Werkleiter", "Umsatz", "Mitarbeiter", "Restrukturierung", "Projekt", "Automobil", "Aufgabe", "Ergebnis")


def long_cv(seed: int, pages: int = _PAGES) -> bytes:
    """A CV of dense text pages with rules, a table and a picture, the same for the same seed."""
    chance = random.Random(seed)
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    for page in range(pages):
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
    """A person reads the document shown; meanwhile the next workers have warmed up."""
    threading.Event().wait(0.4)


def _line(name: str, shown: list[float], bare: list[float]) -> str:
    ratio = statistics.median(one / other for one, other in zip(shown, bare, strict=True))
    over = statistics.median(one - other for one, other in zip(shown, bare, strict=True))
    return (
        f"{name}: median {ratio:.2f} (shown {statistics.median(shown):.1f} ms, bare {statistics.median(bare):.1f} ms, "
        f"{over:+.1f} ms a page, {len(shown)} pages)"
    )


def _pages_at(dpi: int, *, shared_memory: bool) -> str:
    data = long_cv(seed=dpi)
    width_px = round(A4[0] / 72 * dpi)
    reader = DocumentReader(lambda _: data, shared_memory=shared_memory)
    document = DocumentId("cv")
    reader.warm()
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


def _demonstration_cvs() -> list[tuple[str, bytes]]:
    """Format and bytes of the demonstration set's CVs that can be shown."""
    with TemporaryDirectory() as folder:
        plan = write_folder(Path(folder), as_of=date(2026, 11, 20), applicants=_APPLICANTS)
        files = [
            plan.folder / applicant.files[0]
            for applicant in plan.applicants
            if applicant.kind not in {Kind.LOCKED, Kind.DAMAGED, Kind.TEXT}
        ]
        return [(file.suffix[1:], file.read_bytes()) for file in files]


def _bare(form: str, data: bytes, width_px: int) -> None:
    page = _engine.open(stream=data, filetype=form)[0]
    scale = width_px / page.rect.width
    page.get_pixmap(matrix=_engine.Matrix(scale, scale))


def _first_pages(cvs: list[tuple[str, bytes]], width_px: int) -> str:
    """Open and first page with spare workers warm, against the engine's bare open and render, CV by CV."""
    reader = DocumentReader(lambda document: cvs[int(document)][1])
    reader.warm()
    shown, bare = [], []
    for number, (form, data) in enumerate(cvs):
        _wait_for_the_spare()
        bare.append(_milliseconds(lambda form=form, data=data: _bare(form, data, width_px)))  # type: ignore[misc]
        document = DocumentId(str(number))
        shown.append(
            _milliseconds(lambda document=document: (reader.open(document), reader.render(document, 1, width_px)))  # type: ignore[misc]
        )
    reader.close()
    return _line(f"demonstration CV opened and first page shown / bare, {width_px} px wide", shown, bare)


def _large(name: str, data: bytes) -> str:
    """A document at the edge of what is allowed: its first page, and a later one where it has many."""
    reader = DocumentReader(lambda _: data)
    reader.warm()
    _wait_for_the_spare()
    document = DocumentId("large")
    first = _milliseconds(lambda: (reader.open(document), reader.render(document, 1, 794)))
    pages = len(reader.open(document).pages)
    last = _milliseconds(lambda: reader.render(document, pages, 794))
    reader.close()
    return f"{name}: first page {first:.0f} ms, page {pages} {last:.0f} ms"


def _memory(cvs: list[tuple[str, bytes]]) -> str:
    """What program and workers hold after many documents, one after the other."""
    reader = DocumentReader(lambda document: cvs[int(document) % len(cvs)][1])
    before_kb = resident_kb(os.getpid())
    for number in range(_READ):
        document = DocumentId(str(number))
        reader.render(document, 1, 794)
        reader.words(document, 1)
    _wait_for_the_spare()
    workers = [resident_kb(pid) for pid in descendants(os.getpid())]
    more_kb = resident_kb(os.getpid()) - before_kb
    reader.close()
    return (
        f"after {_READ} documents: the program holds {more_kb // 1024:+} MiB, {len(workers)} workers and their nursery "
        f"{sum(workers) // 1024} MiB together (memory they share is counted in each)"
    )


def large_scan() -> bytes:
    from PIL import Image

    file = io.BytesIO()
    Image.effect_noise((7_000, 8_600), 40).save(file, "JPEG", quality=60)
    return file.getvalue()


def many_objects() -> bytes:
    document = _engine.open()
    page = document.new_page()
    for number in range(_OBJECTS):
        page.insert_text((20 + number % 50 * 11, 20 + number // 50 % 70 * 11), str(number % 10), fontsize=8)
    return bytes(document.tobytes())


def main() -> None:
    """Print one line a measure."""
    for dpi in (96, 150):
        for shared_memory in (True, False):
            sys.stdout.write(f"{_pages_at(dpi, shared_memory=shared_memory)}\n")
    cvs = _demonstration_cvs()
    for width_px in (794, 1588):
        sys.stdout.write(f"{_first_pages(cvs, width_px)}\n")
    if sys.platform == "linux":
        sys.stdout.write(f"{_memory(cvs)}\n")
    sys.stdout.write(f"{_large('200 pages', long_cv(7, 200))}\n")
    sys.stdout.write(f"{_large('a scan of 60 megapixels', large_scan())}\n")
    sys.stdout.write(f"{_large('10,000 objects', many_objects())}\n")


if __name__ == "__main__":
    main()
