"""The text of a scanned page by Tesseract: pixels in, a table of words out, no file between."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cached_property

from reviewer.documents import limits
from reviewer.documents.ocr_text import MAX_OUTPUT_BYTES, parse_words
from reviewer.documents.outside_program import ProgramRunner
from reviewer.documents.program_confinement import ProgramBounds, Reach
from reviewer.documents.program_search import FoundProgram
from reviewer.domain.pages import PagePicture, PageSize, Word
from reviewer.errors import DocumentUnreadable

OCR_BOUNDS = ProgramBounds(
    deadline_s=30.0,
    memory_bytes=2 << 30,
    cpu_s=60,
    file_bytes=0,
    output_bytes=MAX_OUTPUT_BYTES,
    open_files=64,
)
PATIENT_BOUNDS = replace(OCR_BOUNDS, deadline_s=120.0, niceness=19)
"""For pages that nobody waits for: with the lowest priority the system has, and time accordingly."""
LANGUAGES = ("deu", "eng")
_DOTS_PER_INCH = 300
_LEAST_DOTS, _MOST_DOTS = 70, 600
_LEAST_WIDTH_PX = 600
_CODES = {"stopped": "closed", "not-started": "ocr-failed"}
_POINTS_PER_INCH = 72
_BAND_ROWS = 32


class PageOcr:
    """Reads one page picture at a time. For any number of threads."""

    def __init__(self, program: FoundProgram, *, bounds: ProgramBounds = OCR_BOUNDS) -> None:
        self._program = program
        self._bounds = bounds
        self._runner = ProgramRunner()

    @staticmethod
    def width_px(page: PageSize) -> int:
        """The width at which a page is to be drawn for reading: 300 dpi, or what a slot of shared memory holds."""
        wanted = round(page.width * _DOTS_PER_INCH / _POINTS_PER_INCH)
        most = int((limits.SLOT_BYTES / 4 * page.width / page.height) ** 0.5)
        return min(max(wanted, _LEAST_WIDTH_PX), most)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Which of LANGUAGES it can read; empty where none, or where it does not answer."""
        ended = self._ask(["--list-langs"])
        known = ended.decode("ascii", "replace").split()
        return tuple(language for language in LANGUAGES if language in known)

    @cached_property
    def version(self) -> str:
        """What the program says of itself, such as "5.3.0"; empty when it does not answer."""
        words = self._ask(["--version"]).decode("ascii", "replace").split()
        return words[1][:20] if len(words) > 1 else ""

    def words(self, picture: PagePicture, page: PageSize) -> tuple[Word, ...]:
        """The words of a page picture, in points of the page.

        Raises DocumentUnreadable: `too-slow`, `too-large`, `ocr-failed`, `not-confined`, `closed`.
        """
        if not self.languages:
            raise DocumentUnreadable("ocr-failed")
        dots = round(picture.width_px / page.width * _POINTS_PER_INCH)
        command = [
            *self._program.command,
            "stdin",
            "stdout",
            "-l",
            "+".join(self.languages),
            "--dpi",
            str(min(max(dots, _LEAST_DOTS), _MOST_DOTS)),
            "tsv",
        ]
        ended = self._runner.run(
            command,
            Reach(readable=self._program.places),
            self._bounds,
            environment=_environment(),
            source=_as_pnm(picture),
            required=not self._program.named,
        )
        if ended.reason:
            raise DocumentUnreadable(_CODES.get(ended.reason, ended.reason))
        if ended.code:
            raise DocumentUnreadable("ocr-failed")
        return parse_words(ended.output, page, picture.width_px, picture.height_px)

    def stop(self) -> None:
        """End the page under way; it raises `closed`."""
        self._runner.stop()

    def close(self) -> None:
        """End the page under way and refuse what comes."""
        self._runner.close()

    def _ask(self, arguments: list[str]) -> bytes:
        with suppress(OSError):
            ended = self._runner.run(
                [*self._program.command, *arguments],
                Reach(readable=self._program.places),
                self._bounds,
                environment=_environment(),
                required=not self._program.named,
            )
            return ended.output if ended.code == 0 else b""
        return b""


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TESSDATA_PREFIX") if name in os.environ}
    path = os.environ.get("PATH", "") if sys.platform == "win32" else "/usr/bin:/bin"
    # One thread: several take longer together for pages of this size, and leave less to the person at work.
    return {**kept, "PATH": path, "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}


def _as_pnm(picture: PagePicture) -> Iterator[bytes]:
    """The picture as PNM, band by band, so that no other thread waits long for the interpreter."""
    yield b"P6 %d %d 255\n" % (picture.width_px, picture.height_px)
    pixels = memoryview(picture.pixels)
    for row in range(0, picture.height_px, _BAND_ROWS):
        rows = min(_BAND_ROWS, picture.height_px - row)
        band = bytes(pixels[row * picture.stride : (row + rows) * picture.stride])
        colours = bytearray(picture.width_px * rows * 3)
        colours[0::3], colours[1::3], colours[2::3] = band[2::4], band[1::4], band[0::4]
        yield bytes(colours)
