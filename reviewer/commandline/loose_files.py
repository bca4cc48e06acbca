"""Files that belong to nobody, read with the outside programs' help where that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from reviewer.documents.outside_help import Found, OutsideHelp, find_programs
from reviewer.documents.private_folder import PrivateFolders
from reviewer.documents.reader import DocumentReader
from reviewer.documents.survey import Survey
from reviewer.domain.ids import DocumentId
from reviewer.domain.layouts import LEAST_TEXT, OFFICE_KINDS, SCAN_KINDS
from reviewer.domain.pages import DocumentKind
from reviewer.domain.reading import Reading
from reviewer.errors import DocumentUnreadable
from reviewer.paths import find_home
from reviewer.settings import read_settings

_FILE = DocumentId("file")


class LooseFiles:
    """One file at a time through one reader; of the one before nothing is kept."""

    def __init__(
        self,
        *,
        home: str | None = None,
        office: bool = False,
        ocr: bool = False,
        pictures: bool = True,
        find: Callable[[], Found] | None = None,
    ) -> None:
        """Start nothing; the programs are looked for (find) where the home's settings say, which need not be there.

        Without pictures, which OCR needs, workers start without memory for them, in three quarters of the time.
        """
        self._content = b""
        self._office, self._ocr = office, ocr
        self.reader = DocumentReader(self._pages, shared_memory=pictures)
        place = find_home(home)
        self._outside = OutsideHelp(
            lambda _document: self._content,
            lambda: self.reader,
            PrivateFolders(place.folder),
            find or (lambda: find_programs(read_settings(place.settings))),
        )

    def close(self) -> None:
        """End the programs and the workers."""
        self._outside.close()
        self.reader.close()

    def survey(self, untrusted: bytes) -> tuple[Survey, bool]:
        """How much of a file can be shown, and whether text of it is by OCR; raises DocumentUnreadable of a program."""
        found = self.reader.survey(untrusted)
        if not self._office and not self._ocr:
            return found, False
        self._content = untrusted
        try:
            if self._office:
                found = self._laid_out(found)
            return self._with_ocr(found) if self._ocr else (found, False)
        finally:
            self._outside.forget(_FILE)
            self.reader.forget(_FILE)

    def complete(self, untrusted: bytes, reading: Reading) -> Reading:
        """A reading with the text of its scanned pages."""
        if not self._ocr:
            return reading
        self._content = untrusted
        try:
            return self._outside.complete(_FILE, reading)
        finally:
            self._outside.forget(_FILE)

    def _pages(self, layout: DocumentId) -> bytes:
        return self._outside.content(layout)

    def _laid_out(self, found: Survey) -> Survey:
        kind = find_office_kind(found)
        if kind is None:
            return found
        layout = self._outside.lay_out(_FILE, kind.value)
        made = self.reader.survey(self._outside.content(layout))
        return replace(made, facts=replace(made.facts, kind=kind)) if made.facts else made

    def _with_ocr(self, found: Survey) -> tuple[Survey, bool]:
        facts = found.facts
        if facts is None or facts.kind not in SCAN_KINDS:
            return found, False
        added = 0
        for page in range(1, len(facts.pages) + 1):
            with suppress(DocumentUnreadable):
                own = sum(len(word.text) for word in self.reader.words(_FILE, page))
                read = self._outside.page_words(_FILE, page) if own < LEAST_TEXT else ()
                added += max(0, sum(len(word.text) + 1 for word in read) - own)
        return replace(found, characters=found.characters + added), added > 0


def find_office_kind(found: Survey) -> DocumentKind | None:
    """What LibreOffice is to be told that a file is; None for one that it is not to be asked about."""
    if found.failure and found.failure.code == "legacy-word":
        return DocumentKind.DOC
    return found.facts.kind if found.facts and found.facts.kind in OFFICE_KINDS else None
