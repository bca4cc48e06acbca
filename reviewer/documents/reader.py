"""Documents for the program: one confined worker per open document, a warm spare, and what became of each document."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TypeVar

from reviewer.documents import limits
from reviewer.documents.limits import Deadlines
from reviewer.documents.process import worker_command
from reviewer.documents.record import WHOLE, Deed, DocumentRecord
from reviewer.documents.sandbox import confinement_names
from reviewer.documents.session import DocumentSession
from reviewer.documents.spares import SpareWorkers
from reviewer.documents.survey import Survey, survey
from reviewer.documents.unpacking import take_out
from reviewer.domain.arrival import Contents
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentFacts, PageLink, PagePicture, Word
from reviewer.domain.reading import Reading
from reviewer.domain.remarks import Remark
from reviewer.errors import DocumentUnreadable
from reviewer.i18n import gettext as _

_MAX_RECORDS = 1_000
# One for the document on screen while two more are fetched ahead of it.
SPARES = 3
_REST_S = 0.1
# As many may stay open beyond their number until there is a rest.
_MOST_SURPLUS = 3
_Answer = TypeVar("_Answer")


class DocumentReader:
    """Reads strangers' documents; whatever a document does, the caller gets an answer or DocumentUnreadable in time.

    For any number of threads. What killed its worker twice, a page or the whole document, is not tried a third time.
    """

    def __init__(
        self,
        load: Callable[[DocumentId], bytes],
        *,
        command: Callable[[], Sequence[str]] = worker_command,
        deadlines: Deadlines | None = None,
        open_documents: int = 4,
        shared_memory: bool = True,
    ) -> None:
        """Start nothing yet; load raises DocumentUnreadable("missing") for a document it does not have."""
        self._load = load
        self._deadlines = deadlines or Deadlines()
        self._open_documents = open_documents
        self._spares = SpareWorkers(
            command, wanted=SPARES, start_s=self._deadlines.start_s, shared_memory=shared_memory
        )
        self._lock = threading.RLock()
        self._records: OrderedDict[str, DocumentRecord] = OrderedDict()
        self._closing = threading.Event()
        self._asked_at = 0.0
        self._tidies = False
        self._tidying: threading.Thread | None = None

    def warm(self) -> None:
        """Start the spare workers now, so that the first documents find them ready."""
        self._spares.refill()

    def open(self, document: DocumentId) -> DocumentFacts:
        """What the document is; raises DocumentUnreadable."""
        record = self._record(document)
        with record.lock:
            if record.facts and not record.failure:
                return record.facts
            try:
                return self._serve(document, record, lambda session: session.facts)
            finally:
                self._tidy_behind()

    def render(self, document: DocumentId, page: int, width_px: int) -> PagePicture:
        """A page (from 1) drawn at a width; smaller where the caps ask for it. Raises DocumentUnreadable.

        The pixels may lie in shared memory, which is used again once nothing refers to them.
        """
        record = self._record(document)
        try:
            return self._serve(document, record, lambda session: _rendered(session, page, width_px), ("picture", page))
        finally:
            self._tidy_behind()

    def words(self, document: DocumentId, page: int) -> tuple[Word, ...]:
        """The words of a page (from 1) in reading order; raises DocumentUnreadable."""
        record = self._record(document)
        try:
            return self._serve(document, record, lambda session: _words(session, page), ("words", page))
        finally:
            self._tidy_behind()

    def links(self, document: DocumentId, page: int) -> tuple[PageLink, ...]:
        """The links of a page (from 1); raises DocumentUnreadable."""
        record = self._record(document)
        try:
            return self._serve(document, record, lambda session: _links(session, page), ("links", page))
        finally:
            self._tidy_behind()

    def labels(self, document: DocumentId) -> tuple[str, ...]:
        """What the pages call themselves, as "iv"; empty where that is their number. Raises DocumentUnreadable."""
        record = self._record(document)
        try:
            return self._serve(document, record, lambda session: session.labels(), ("labels", 0))
        finally:
            self._tidy_behind()

    def annotated(self, document: DocumentId, remarks: Sequence[Remark]) -> bytes:
        """A copy of the document as a PDF with each remark in it, at most MAX_ANNOTATED_BYTES.

        Its pages are the stranger's; scripts, attachments and what would run on opening are taken out. Raises
        DocumentUnreadable.
        """
        record = self._record(document)
        try:
            return self._serve(document, record, lambda session: _annotated(session, remarks), ("copy", 0))
        finally:
            self._tidy_behind()

    def text(self, document_bytes: bytes, name: str) -> str:
        """The plain text of bytes that are not stored, at most 100,000 characters; raises DocumentUnreadable.

        What the bytes are is judged by their content; their name is not looked at.
        """
        return self._serve_once(document_bytes, lambda session: session.text())

    def reading(self, document_bytes: bytes) -> Reading:
        """Everything the pre-check looks at, of bytes that need not be stored; raises DocumentUnreadable."""
        return self._serve_once(document_bytes, lambda session: session.reading())

    def pictures(self, document_bytes: bytes, width_px: int) -> list[PagePicture]:
        """All pages of bytes that are not stored, drawn at a width; raises DocumentUnreadable."""
        return self._serve_once(
            document_bytes,
            lambda session: [session.render(page, width_px) for page in range(1, len(session.facts.pages) + 1)],
        )

    def unpack(self, document_bytes: bytes) -> Contents:
        """What bytes hold that are an archive or a message; raises DocumentUnreadable when nothing that can be read."""
        try:
            return take_out(self._spares.take(), document_bytes, self._deadlines.whole_text_s)
        finally:
            self._tidy_behind(at_rest=False)

    def survey(self, document_bytes: bytes) -> Survey:
        """How much of bytes that are not stored can be shown; never raises over what a document does."""
        try:
            return survey(lambda: self._session(document_bytes))
        finally:
            self._tidy_behind(at_rest=False)

    def forget(self, document: DocumentId) -> None:
        """Drop all that is held of a document and end its process, even in the midst of an answer."""
        with self._lock:
            record = self._records.pop(document, None)
        if record:
            record.forgotten = True
            record.end()

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
        with self._lock:
            self._closing.set()
            records = list(self._records.values())
            self._records.clear()
        for record in records:
            record.forgotten = True
            record.end()
        self._spares.close()

    def _record(self, key: str) -> DocumentRecord:
        with self._lock:
            if self._closing.is_set():
                raise DocumentUnreadable("closed")
            record = self._records.setdefault(key, DocumentRecord())
            self._records.move_to_end(key)
            if len(self._records) > _MAX_RECORDS:
                self._drop_oldest_record()
            return record

    def _drop_oldest_record(self) -> None:
        for key, record in self._records.items():
            if record.session is None and record.harmless and record.lock.acquire(blocking=False):
                record.lock.release()
                del self._records[key]
                return

    def _serve(
        self,
        document: DocumentId,
        record: DocumentRecord,
        act: Callable[[DocumentSession], _Answer],
        deed: Deed = WHOLE,
    ) -> _Answer:
        """Act on the document's session, opening one where there is none; a failure is the deed's, or the opening's."""
        with record.lock:
            record.refuse_known(deed)
            doing = WHOLE
            try:
                session = self._opened(document, record)
                doing = deed
                return act(session)
            except DocumentUnreadable as unreadable:
                if record.forgotten:
                    raise DocumentUnreadable("missing") from None
                record.remember(unreadable.code, doing)
                raise

    def _opened(self, document: DocumentId, record: DocumentRecord) -> DocumentSession:
        if record.session is None or not record.session.alive:
            if len(self._surplus()) > _MOST_SURPLUS:
                self._end_surplus()
            record.session = self._session(self._load(document))
            record.facts = record.session.facts
        session = record.session
        if record.forgotten:
            record.end()
            raise DocumentUnreadable("missing")
        return session

    def _serve_once(self, document_bytes: bytes, act: Callable[[DocumentSession], _Answer]) -> _Answer:
        """Act on bytes in a worker that ends with the call; of the bytes nothing is kept but that they killed it."""
        key = "sha256:" + hashlib.sha256(document_bytes).hexdigest()
        record = self._record(key)
        with record.lock:
            record.refuse_known()
            try:
                record.session = self._session(document_bytes)
                answer = act(record.session)
            except DocumentUnreadable as unreadable:
                record.remember(unreadable.code)
                raise
            finally:
                record.end()
                self._drop_harmless(key)
                self._tidy_behind(at_rest=False)
        return answer

    def _drop_harmless(self, key: str) -> None:
        with self._lock:
            record = self._records.get(key)
            if record and record.harmless:
                del self._records[key]

    def _session(self, untrusted: bytes) -> DocumentSession:
        if not untrusted:
            raise DocumentUnreadable("empty")
        if len(untrusted) > limits.MAX_DOCUMENT_BYTES:
            raise DocumentUnreadable("too-large")
        return DocumentSession(self._spares.take(), self._deadlines, untrusted)

    def _surplus(self) -> list[DocumentRecord]:
        """The documents open beyond those that may be, the ones used longest ago."""
        with self._lock:
            held = [record for record in self._records.values() if record.session]
        return held[: max(0, len(held) - self._open_documents)]

    def _tidy_behind(self, *, at_rest: bool = True) -> None:
        """Start the next workers and end surplus ones in a thread; at rest means once no page is asked for any more.

        Both take the processor for some milliseconds, which a page being drawn would feel.
        """
        self._asked_at = time.monotonic()
        with self._lock:
            if not self._tidies and not self._closing.is_set() and (self._spares.lacking or self._surplus()):
                self._tidies = True
                self._tidying = threading.Thread(
                    target=self._tidy, args=(at_rest,), name="document-tidying", daemon=True
                )
                self._tidying.start()

    def _tidy(self, at_rest: bool) -> None:
        while at_rest and (left := self._asked_at + _REST_S - time.monotonic()) > 0 and self._spares.any_left:
            if self._closing.wait(left):
                return
        while True:
            self._spares.refill()
            ended = self._end_surplus()
            with self._lock:
                if not ended or not self._surplus():
                    self._tidies = False
                    return

    def _end_surplus(self) -> int:
        """End what is open beyond the number and not being asked; how many that were."""
        ended = 0
        for record in self._surplus():
            if record.lock.acquire(blocking=False):
                try:
                    record.end()
                    ended += 1
                finally:
                    record.lock.release()
        return ended


def _on_page(session: DocumentSession, page: int) -> None:
    if not 1 <= page <= len(session.facts.pages):
        raise DocumentUnreadable("no-such-page", page=page)


def _rendered(session: DocumentSession, page: int, width_px: int) -> PagePicture:
    _on_page(session, page)
    return session.render(page, max(1, width_px))


def _links(session: DocumentSession, page: int) -> tuple[PageLink, ...]:
    _on_page(session, page)
    return session.links(page)


def _annotated(session: DocumentSession, remarks: Sequence[Remark]) -> bytes:
    for remark in remarks:
        _on_page(session, remark.page)
    return session.annotated(remarks)


def _words(session: DocumentSession, page: int) -> tuple[Word, ...]:
    _on_page(session, page)
    return session.words(page)
