"""Documents for the program: one confined worker per open document, a warm spare, and what became of each document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from math import inf
from typing import TypeVar

from reviewer.documents import limits
from reviewer.documents.extras_protocol import check_part
from reviewer.documents.first_page import FirstPage
from reviewer.documents.head_start import HeadStart
from reviewer.documents.limits import Deadlines
from reviewer.documents.near_documents import NearDocuments
from reviewer.documents.open_documents import OpenDocuments
from reviewer.documents.pace import Pace
from reviewer.documents.page_questions import annotate, draw_first, draw_page, draw_part, links_of, words_of
from reviewer.documents.patience import Cancelled, never
from reviewer.documents.prefetch_tally import PrefetchTally
from reviewer.documents.process import worker_command
from reviewer.documents.record import WHOLE, Deed, DocumentRecord
from reviewer.documents.sandbox import confinement_names
from reviewer.documents.session import DocumentSession
from reviewer.documents.spares import SpareWorkers
from reviewer.documents.survey import Survey, survey
from reviewer.documents.unpacking import take_out
from reviewer.domain.arrival import Contents
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentFacts, PageLink, PagePart, PagePicture, Word
from reviewer.domain.reading import Reading
from reviewer.domain.remarks import Remark
from reviewer.domain.sizing import FirstWidth
from reviewer.errors import DocumentUnreadable
from reviewer.i18n import gettext as _

# One for the document on screen while two more are fetched ahead of it.
SPARES = 3
# The one on screen, three ahead, the one before, and one that was just left.
OPEN_DOCUMENTS = 6
_ASIDE = " aside"
_Answer = TypeVar("_Answer")


class DocumentReader:
    """Reads strangers' documents; whatever a document does, the caller gets an answer or DocumentUnreadable in time.

    For any number of threads. What killed its worker twice, a page or the whole document, is not tried a third time.
    Once `cancelled` gives True the call ends soon with DocumentUnreadable("cancelled"), which counts for nothing.
    """

    def __init__(
        self,
        load: Callable[[DocumentId], bytes],
        *,
        command: Callable[[], Sequence[str]] = worker_command,
        deadlines: Deadlines | None = None,
        open_documents: int = OPEN_DOCUMENTS,
        shared_memory: bool = True,
        tally: PrefetchTally | None = None,
        pace: Pace | None = None,
    ) -> None:
        """Start nothing yet; load raises DocumentUnreadable("missing") for a document it does not have."""
        self._load = load
        self.tally = tally or PrefetchTally()
        self.pace = pace or Pace()
        self._deadlines = deadlines or Deadlines()
        self._spares = SpareWorkers(
            command, wanted=SPARES, start_s=self._deadlines.start_s, shared_memory=shared_memory
        )
        self._head_start = HeadStart(self._spares, self._deadlines)
        self._documents = OpenDocuments(self._spares, self._head_start, open_documents)
        self.near = NearDocuments(load, self._head_start, self._documents, self.open, self.first_page)

    def warm(self) -> None:
        """Start the spare workers now and see those off that are done, so that the next documents find them ready."""
        self._documents.close_dismissed()
        self._spares.refill()

    def open(self, document: DocumentId, *, cancelled: Cancelled = never) -> DocumentFacts:
        """What the document is; raises DocumentUnreadable."""
        record = self._documents.record(document)
        with record.held(cancelled):
            if record.facts and not record.failure:
                return record.facts
            return self._serve(document, record, lambda session: session.facts, cancelled=cancelled)

    def render(
        self, document: DocumentId, page: int, width_px: int, *, cancelled: Cancelled = never, aside: bool = False
    ) -> PagePicture:
        """A page (from 1) drawn at a width; smaller where the caps ask for it. Raises DocumentUnreadable.

        The pixels may lie in shared memory, which is used again once nothing refers to them. Aside means by another
        worker than the one that draws what is on screen, which is never kept waiting then.
        """
        record = self._documents.record(document + _ASIDE if aside else document)
        picture = self._serve(
            document,
            record,
            lambda session: draw_page(session, page, width_px, cancelled),
            ("picture", page),
            cancelled=cancelled,
        )
        return picture if aside else self._expected(picture)

    def first_page(
        self,
        document: DocumentId,
        wanted: FirstWidth,
        *,
        told: Callable[[DocumentFacts], None],
        cancelled: Cancelled = never,
    ) -> PagePicture:
        """The first page, drawn as soon as the document is open, in one go; raises DocumentUnreadable.

        What the document is, is told here, off the UI thread, as soon as it is known.
        """
        record = self._documents.record(document)
        picture = self._serve(
            document,
            record,
            lambda session: draw_first(session, wanted, told, cancelled),
            ("picture", 1),
            first=wanted,
            cancelled=cancelled,
        )
        return self._expected(picture)

    def words(self, document: DocumentId, page: int, *, cancelled: Cancelled = never) -> tuple[Word, ...]:
        """The words of a page (from 1) in reading order; raises DocumentUnreadable."""
        record = self._documents.record(document)
        return self._serve(
            document, record, lambda session: words_of(session, page, cancelled), ("words", page), cancelled=cancelled
        )

    def stored_reading(self, document: DocumentId, *, cancelled: Cancelled = never) -> Reading:
        """Everything the pre-check looks at, of a stored document; raises DocumentUnreadable.

        A worker of its own reads it and then ends, so that what is on screen does not wait.
        """
        record = self._documents.record(document + _ASIDE)
        with record.held(cancelled):
            try:
                return self._serve(
                    document,
                    record,
                    lambda session: session.reading(cancelled=cancelled),
                    ("reading", 0),
                    cancelled=cancelled,
                )
            finally:
                self._documents.dismiss(record)
                self._documents.tidy_behind()

    def depth_ahead(self) -> int:
        """How many applicants' documents are worth fetching ahead now; 0: none for the moment."""
        return self.pace.depth()

    def count_shown(self, *, prefetched: bool) -> None:
        """Count a document that was asked for, and whether it was there already."""
        self.tally.count(prefetched=prefetched)

    def render_part(self, document: DocumentId, part: PagePart, *, cancelled: Cancelled = never) -> PagePicture:
        """A part of a page, crisp where the whole page would be too large a picture; raises DocumentUnreadable."""
        check_part(part)
        record = self._documents.record(document)
        return self._serve(
            document,
            record,
            lambda session: draw_part(session, part, cancelled),
            ("picture", part.page),
            cancelled=cancelled,
        )

    def links(self, document: DocumentId, page: int, *, cancelled: Cancelled = never) -> tuple[PageLink, ...]:
        """The links of a page (from 1); raises DocumentUnreadable."""
        record = self._documents.record(document)
        return self._serve(
            document, record, lambda session: links_of(session, page, cancelled), ("links", page), cancelled=cancelled
        )

    def labels(self, document: DocumentId, *, cancelled: Cancelled = never) -> tuple[str, ...]:
        """What the pages call themselves, as "iv"; empty where that is their number. Raises DocumentUnreadable."""
        record = self._documents.record(document)
        return self._serve(
            document, record, lambda session: session.labels(cancelled=cancelled), ("labels", 0), cancelled=cancelled
        )

    def annotated(self, document: DocumentId, remarks: Sequence[Remark]) -> bytes:
        """A copy of the document as a PDF with each remark in it, at most MAX_ANNOTATED_BYTES.

        Its pages are the stranger's; scripts, attachments and what would run on opening are taken out. Raises
        DocumentUnreadable.
        """
        record = self._documents.record(document + _ASIDE)
        return self._serve(document, record, lambda session: annotate(session, remarks), ("copy", 0))

    def text(self, document_bytes: bytes, name: str) -> str:
        """The plain text of bytes that are not stored, at most 100,000 characters; raises DocumentUnreadable.

        What the bytes are is judged by their content; their name is not looked at.
        """
        return self._serve_once(document_bytes, lambda session: session.text())

    def reading(self, document_bytes: bytes) -> Reading:
        """Everything the pre-check looks at, of bytes that need not be stored; raises DocumentUnreadable.

        The next workers are started at rest, or by warm(), and not beside the check that follows.
        """
        return self._serve_once(document_bytes, lambda session: session.reading(), at_rest=True)

    def pictures(self, document_bytes: bytes, width_px: int) -> list[PagePicture]:
        """All pages of bytes that are not stored, drawn at a width; raises DocumentUnreadable."""
        return self._serve_once(
            document_bytes,
            lambda session: [session.render(page, width_px) for page in range(1, len(session.facts.pages) + 1)],
        )

    def unpack(self, document_bytes: bytes) -> Contents:
        """What bytes hold that are an archive or a message; raises DocumentUnreadable when nothing that can be read."""
        try:
            return take_out(self._spares.take(), document_bytes, self._deadlines.unpack_s)
        finally:
            self._documents.tidy_behind(at_rest=False)

    def survey(self, document_bytes: bytes) -> Survey:
        """How much of bytes that are not stored can be shown; never raises over what a document does."""
        try:
            return survey(lambda within_s: self._session(document_bytes, within_s=within_s), self._deadlines.survey_s)
        finally:
            self._documents.tidy_behind(at_rest=False)

    def forget(self, document: DocumentId) -> None:
        """Drop all that is held of a document and end its processes, even in the midst of an answer."""
        self.near.forget(document)
        self._documents.forget(document)
        self._documents.forget(document + _ASIDE)

    def probe(self) -> dict[str, str]:
        """Start a worker and say what holds for it here, or what to do."""
        try:
            worker = self._spares.take()
        except DocumentUnreadable:
            return {"worker": _("The document worker does not start. Please install the program again.")}
        try:
            session = DocumentSession(worker, self._deadlines, b"probe")
            session.render(1, 100)
        except DocumentUnreadable as unreadable:
            return {"worker": _("The document worker does not answer ({code}).").format(code=unreadable.code)}
        finally:
            worker.kill()
        return {
            "worker": "ok",
            "confinement": confinement_names(worker.confinement) or _("none on this system"),
            "pixels": "shared memory" if worker.slots else "pipe",
        }

    def close(self) -> None:
        """End all workers; what is asked later raises DocumentUnreadable("closed")."""
        self.near.clear()
        self._documents.close()
        self._spares.close()
        self.tally.save()

    def _expected(self, picture: PagePicture) -> PagePicture:
        """The picture; the workers to come expect one as large."""
        self._spares.expect(picture.stride * picture.height_px)
        return picture

    def _serve(
        self,
        document: DocumentId,
        record: DocumentRecord,
        act: Callable[[DocumentSession], _Answer],
        deed: Deed = WHOLE,
        *,
        first: FirstWidth | None = None,
        cancelled: Cancelled = never,
    ) -> _Answer:
        """Act on the document's session, opening one where there is none; a failure is the deed's, or the opening's."""
        with record.held(cancelled):
            record.refuse_known(deed)
            doing = WHOLE
            try:
                session = self._opened(document, record, cancelled, first)
                doing = deed
                return act(session)
            except DocumentUnreadable as unreadable:
                if record.forgotten:
                    raise DocumentUnreadable("missing") from None
                record.remember(unreadable.code, doing)
                raise
            finally:
                self._documents.tidy_behind()

    def _opened(
        self, document: DocumentId, record: DocumentRecord, cancelled: Cancelled, first: FirstWidth | None
    ) -> DocumentSession:
        if record.session is not None and record.session.is_over:
            record.end()
        if record.session is None:
            begun = self._head_start.claim(record)
            self._documents.make_room()
            untrusted = b"" if begun else self.near.find(document) or self._load(document)
            record.session = self._session(untrusted, cancelled, begun=begun, first=first)
            record.facts = record.session.facts
        session = record.session
        if record.forgotten:
            record.end()
            raise DocumentUnreadable("missing")
        return session

    def _serve_once(
        self, document_bytes: bytes, act: Callable[[DocumentSession], _Answer], *, at_rest: bool = False
    ) -> _Answer:
        """Act on bytes in a worker that ends with the call; of the bytes nothing is kept but that they killed it."""
        key = "sha256:" + hashlib.sha256(document_bytes).hexdigest()
        record = self._documents.record(key)
        with record.lock:
            record.refuse_known()
            try:
                record.session = self._session(document_bytes)
                answer = act(record.session)
            except DocumentUnreadable as unreadable:
                record.remember(unreadable.code)
                raise
            finally:
                self._documents.dismiss(record)
                self._documents.drop_harmless(key)
                self._documents.tidy_behind(at_rest=at_rest)
        return answer

    def _session(
        self,
        untrusted: bytes,
        cancelled: Cancelled = never,
        *,
        begun: FirstPage | None = None,
        first: FirstWidth | None = None,
        within_s: float = inf,
    ) -> DocumentSession:
        if not untrusted and not begun:
            raise DocumentUnreadable("empty")
        if len(untrusted) > limits.MAX_DOCUMENT_BYTES:
            raise DocumentUnreadable("too-large")
        worker = begun.worker if begun else self._spares.take()
        coming = begun or (FirstPage(worker, first) if first else None)
        return DocumentSession(worker, self._deadlines, untrusted, first=coming, within_s=within_s, cancelled=cancelled)
