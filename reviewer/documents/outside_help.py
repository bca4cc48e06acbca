"""What LibreOffice and Tesseract add to documents, where they are installed: a faithful layout, the text of scans."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from reviewer.documents.ocr import PATIENT_BOUNDS, PageOcr
from reviewer.documents.office_conversion import OfficeConverter
from reviewer.documents.outside_results import OutsideResults, PageKey
from reviewer.documents.private_folder import PrivateFolders
from reviewer.documents.program_confinement import find_hold, is_held
from reviewer.documents.program_search import FoundProgram, find_office, find_tesseract
from reviewer.documents.reader import DocumentReader
from reviewer.documents.scan_reading import find_scans, with_ocr
from reviewer.domain.anchors import Anchor, find_anchor
from reviewer.domain.ids import DocumentId
from reviewer.domain.layouts import document_of, is_office_layout, office_layout, scan_layout
from reviewer.domain.pages import Word
from reviewer.domain.reading import Reading
from reviewer.domain.views import OutsidePrograms
from reviewer.errors import DocumentUnreadable
from reviewer.settings import Settings

_WHOLE = 0
_PASSING = frozenset({"closed", "missing"})
Found = tuple[FoundProgram | None, FoundProgram | None]


@dataclass(slots=True)
class _Task:
    """What is being worked on, and whether only for somebody who looks at it; not kept once it is to be forgotten."""

    document: DocumentId
    for_the_eye: bool
    forgotten: bool = False


class OutsideHelp:
    """One program at a time for the eye and one for the pre-check, results in memory alone and bounded.

    Whatever fails costs nothing but the addition.

    For any number of threads; all but keep, forget and close may wait for a program.
    """

    def __init__(
        self,
        load: Callable[[DocumentId], bytes],
        reader: Callable[[], DocumentReader],
        folders: PrivateFolders,
        find: Callable[[], Found],
    ) -> None:
        """Sweep what a killed run left behind, and start nothing.

        load gives a stored document's bytes, find LibreOffice and Tesseract where they may be used.
        """
        self._load = load
        self._reader = reader
        self._find = find
        self.folders = folders
        self._results = OutsideResults()
        self._looking = threading.Lock()
        self._looked = False
        self.office: OfficeConverter | None = None
        self.ocr: PageOcr | None = None
        self._patient_ocr: PageOcr | None = None
        # What somebody looks at never waits for what the pre-check reads.
        self._turns = {True: threading.Lock(), False: threading.Lock()}
        self._lock = threading.Lock()
        self._tasks: dict[bool, _Task] = {}
        self._wanted: frozenset[DocumentId] | None = None
        with suppress(OSError):
            folders.sweep()

    def programs(self) -> OutsidePrograms:
        """Which of the programs are there and may be used; looked for at the first call."""
        with self._looking:
            if not self._looked:
                self._looked = True
                office, tesseract = self._find()
                self.office = OfficeConverter(office, self.folders) if office else None
                if tesseract and (ocr := PageOcr(tesseract)).languages:
                    self.ocr = ocr
                    self._patient_ocr = PageOcr(tesseract, bounds=PATIENT_BOUNDS)
        return OutsidePrograms(office=self.office is not None, ocr=self.ocr is not None)

    def content(self, layout: DocumentId) -> bytes:
        """The bytes behind a name of pages: the document's own, or what LibreOffice made of it."""
        if not is_office_layout(layout):
            return self._load(document_of(layout))
        made = self._results.find_layout(layout)
        if made is None:
            raise DocumentUnreadable("missing")
        return made

    def lay_out(self, document: DocumentId, kind: str) -> DocumentId:
        """The name of the document's pages as LibreOffice shows them; kind is "docx", "odt", "rtf" or "doc".

        Raises DocumentUnreadable: `no-office` where it is not installed, `office-failed`, `too-slow`, `too-large`.
        """
        self.programs()
        if self.office is None:
            raise DocumentUnreadable("no-office")
        layout = office_layout(document)
        with self._working((document, _WHOLE), for_the_eye=True) as task:
            if self._results.find_layout(layout) is None:
                made = self.office.to_pdf(self._load(document), kind)
                with self._lock:
                    _refuse_forgotten(task)
                    dropped = self._results.keep_layout(layout, made, self._wanted or frozenset())
                for one in dropped:
                    self._reader().forget(one)
        return layout

    def anchors(self, layout: DocumentId, pins: Mapping[str, tuple[str, Anchor]]) -> dict[str, Anchor]:
        """Where in this layout quotes stand that were pinned in any, by the pins' ids; without those not found."""
        reader = self._reader()
        pages = {page: reader.words(layout, page) for page in range(1, len(reader.open(layout).pages) + 1)}
        found = {pin: find_anchor(quote, anchor, pages) for pin, (quote, anchor) in pins.items()}
        return {pin: anchor for pin, anchor in found.items() if anchor is not None}

    def page_words(self, document: DocumentId, page: int) -> tuple[Word, ...]:
        """The words of a page (from 1) as Tesseract reads them from its picture.

        Raises DocumentUnreadable: `no-ocr` where it is not installed, `ocr-failed`, `too-slow`, `too-large`.
        """
        self.programs()
        if self.ocr is None:
            raise DocumentUnreadable("no-ocr")
        return self._page_words(self.ocr, document, page, for_the_eye=True)

    def complete(self, document: DocumentId, reading: Reading) -> Reading:
        """A reading with the text of its scanned pages, as far as it can be had.

        Raises DocumentUnreadable: `closed` or `missing`, when nobody may wait for it any more.
        """
        scans = find_scans(reading)
        if scans:
            self.programs()
        if not scans or self._patient_ocr is None:
            return reading
        found: dict[int, tuple[Word, ...]] = {}
        for page in scans:
            try:
                found[page] = self._page_words(self._patient_ocr, document, page, for_the_eye=False)
            except DocumentUnreadable as unreadable:
                if unreadable.code in _PASSING:
                    raise
        return with_ocr(reading, found)

    def keep(self, documents: Sequence[DocumentId]) -> None:
        """These are looked at, or next: work on any other is given up, and these layouts are not dropped."""
        with self._lock:
            self._wanted = frozenset(documents)
            task = self._tasks.get(True)
            if task and task.document not in self._wanted:
                self._stop(task)

    def forget(self, document: DocumentId) -> None:
        """Drop all that was made of a document, and end what works on it."""
        with self._lock:
            self._results.forget(document)
            for task in self._tasks.values():
                if task.document == document:
                    task.forgotten = True
                    self._stop(task)
        for layout in (office_layout(document), *(scan_layout(document, for_the_eye=eye) for eye in (True, False))):
            self._reader().forget(layout)

    def close(self) -> None:
        """End what runs and refuse what comes."""
        self._looked = True
        for program in (self.office, self.ocr, self._patient_ocr):
            if program:
                program.close()

    def _page_words(self, ocr: PageOcr, document: DocumentId, page: int, *, for_the_eye: bool) -> tuple[Word, ...]:
        with self._working((document, page), for_the_eye=for_the_eye) as task:
            words = self._results.find_words((document, page))
            if words is None:
                words = self._read(ocr, document, page, for_the_eye=for_the_eye)
                with self._lock:
                    _refuse_forgotten(task)
                    self._results.keep_words((document, page), words)
            return words

    def _read(self, ocr: PageOcr, document: DocumentId, page: int, *, for_the_eye: bool) -> tuple[Word, ...]:
        """In a process of its own, so that nobody who looks at the document waits for a picture of this size."""
        reader, layout = self._reader(), scan_layout(document, for_the_eye=for_the_eye)
        try:
            pages = reader.open(layout).pages
            if not 1 <= page <= len(pages):
                raise DocumentUnreadable("no-such-page", page=page)
            size = pages[page - 1]
            return ocr.words(reader.render(layout, page, ocr.width_px(size)), size)
        finally:
            reader.forget(layout)

    @contextmanager
    def _working(self, key: PageKey, *, for_the_eye: bool) -> Iterator[_Task]:
        """In its turn: refuse what failed before; let others end the work; remember how it failed."""
        with self._turns[for_the_eye]:
            failure = self._results.failure(key)
            if failure:
                raise DocumentUnreadable(failure)
            task = _Task(key[0], for_the_eye)
            with self._lock:
                self._tasks[for_the_eye] = task
            try:
                yield task
            except DocumentUnreadable as unreadable:
                if unreadable.code not in _PASSING and not task.forgotten:
                    self._results.keep_failure(key, unreadable.code)
                raise
            finally:
                with self._lock:
                    del self._tasks[for_the_eye]

    def _stop(self, task: _Task) -> None:
        for program in (self.office, self.ocr) if task.for_the_eye else (self._patient_ocr,):
            if program:
                program.stop()


def _refuse_forgotten(task: _Task) -> None:
    if task.forgotten:
        raise DocumentUnreadable("missing")


def find_programs(settings: Settings) -> Found:
    """LibreOffice and Tesseract, each where it is there and can be held, or was named by a person all the same."""
    office = find_office(settings.text("documents.libreoffice"))
    tesseract = find_tesseract(settings.text("documents.tesseract"))
    held = bool(office or tesseract) and is_held(find_hold())
    return (
        office if office and (held or office.named) else None,
        tesseract if tesseract and (held or tesseract.named) else None,
    )
