"""One document open in one worker, with the deadlines its answers must keep."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from math import inf
from typing import TypeVar

from reviewer.documents import limits
from reviewer.documents.container_protocol import parse_opened
from reviewer.documents.extras_protocol import (
    pack_part,
    pack_remarks,
    parse_annotated,
    parse_labels,
    parse_links,
    parse_part_picture,
)
from reviewer.documents.limits import Deadlines
from reviewer.documents.patience import Cancelled, never
from reviewer.documents.process import WorkerProcess
from reviewer.documents.protocol import (
    NO_SLOT,
    Frame,
    Kind,
    RenderRequest,
    pack_page,
    pack_render,
    parse_failure,
    parse_picture,
    parse_shared_picture,
    parse_text,
    parse_words,
)
from reviewer.documents.reading_protocol import parse_reading
from reviewer.domain.pages import DocumentFacts, PageLink, PagePart, PagePicture, Word
from reviewer.domain.reading import Reading
from reviewer.domain.remarks import Remark
from reviewer.errors import DocumentUnreadable

_LEAST_FIRST_PAGE_S = 0.5
_Parsed = TypeVar("_Parsed")


class DocumentSession:
    """One open document: it answers, or its worker is dead and the session with it. For one thread at a time."""

    def __init__(
        self,
        worker: WorkerProcess,
        deadlines: Deadlines,
        untrusted: bytes,
        *,
        within_s: float = inf,
        cancelled: Cancelled = never,
    ) -> None:
        """Open the document; raises DocumentUnreadable, and then the worker has ended."""
        self._worker = worker
        self._deadlines = deadlines
        self._first_page_left_s: float | None = None
        begun = time.monotonic()
        try:
            self.facts: DocumentFacts = parse_opened(
                self._ask(
                    Kind.OPEN, (Kind.FACTS,), min(deadlines.first_page_s, within_s), untrusted, cancelled=cancelled
                ).payload
            )
        except BaseException:
            worker.kill()
            raise
        left = deadlines.first_page_s - (time.monotonic() - begun)
        self._first_page_left_s = max(left, min(_LEAST_FIRST_PAGE_S, deadlines.first_page_s))

    @property
    def alive(self) -> bool:
        return self._worker.alive

    def render(self, page: int, width_px: int, *, within_s: float = inf, cancelled: Cancelled = never) -> PagePicture:
        """A page at a width; through shared memory while a slot is free, else by pipe."""
        usual_s = self._deadlines.page_s if self._first_page_left_s is None else self._first_page_left_s
        deadline_s = min(usual_s, within_s)
        self._first_page_left_s = None
        slots = self._worker.slots
        lent = slots.take() if slots else None
        slot, generation = lent or (NO_SLOT, 0)
        wanted = RenderRequest(page=page, width_px=min(width_px, limits.MAX_SIDE_PX), slot=slot, generation=generation)
        try:
            frame = self._ask(
                Kind.RENDER, (Kind.PICTURE, Kind.SHARED_PICTURE), deadline_s, pack_render(wanted), cancelled=cancelled
            )
            picture = self._picture(frame, wanted)
        except BaseException:
            if slots and lent:
                slots.give_back(slot)
            raise
        if slots and lent and frame.kind is Kind.PICTURE:
            slots.give_back(slot)
        return picture

    def words(self, page: int, *, cancelled: Cancelled = never) -> tuple[Word, ...]:
        frame = self._ask(Kind.WORDS, (Kind.WORD_LIST,), self._deadlines.page_s, pack_page(page), cancelled=cancelled)
        return self._checked(parse_words, frame.payload)

    def text(self, *, within_s: float = inf) -> str:
        frame = self._ask(Kind.TEXT, (Kind.PLAIN_TEXT,), min(self._deadlines.whole_text_s, within_s))
        return self._checked(parse_text, frame.payload)

    def reading(self, *, cancelled: Cancelled = never) -> Reading:
        frame = self._ask(Kind.READ, (Kind.READING,), self._deadlines.whole_text_s, cancelled=cancelled)
        return self._checked(lambda untrusted: parse_reading(untrusted, self.facts), frame.payload)

    def render_part(self, part: PagePart, *, cancelled: Cancelled = never) -> PagePicture:
        deadline_s = self._deadlines.page_s
        frame = self._ask(Kind.RENDER_PART, (Kind.PICTURE,), deadline_s, pack_part(part), cancelled=cancelled)
        size, pixels = self._checked(lambda untrusted: parse_part_picture(untrusted, part), frame.payload)
        return PagePicture(width_px=size.width_px, height_px=size.height_px, stride=size.stride, pixels=pixels)

    def links(self, page: int, *, cancelled: Cancelled = never) -> tuple[PageLink, ...]:
        frame = self._ask(Kind.LINKS, (Kind.LINK_LIST,), self._deadlines.page_s, pack_page(page), cancelled=cancelled)
        return self._checked(lambda untrusted: parse_links(untrusted, len(self.facts.pages)), frame.payload)

    def labels(self, *, cancelled: Cancelled = never) -> tuple[str, ...]:
        frame = self._ask(Kind.LABELS, (Kind.LABEL_LIST,), self._deadlines.page_s, cancelled=cancelled)
        return self._checked(lambda untrusted: parse_labels(untrusted, len(self.facts.pages)), frame.payload)

    def annotated(self, remarks: Sequence[Remark]) -> bytes:
        frame = self._ask(Kind.ANNOTATE, (Kind.ANNOTATED,), self._deadlines.whole_text_s, pack_remarks(remarks))
        return self._checked(parse_annotated, frame.payload)

    def close(self) -> None:
        """End the worker, from any thread."""
        self._worker.kill()

    def _ask(
        self,
        kind: Kind,
        expected: tuple[Kind, ...],
        deadline_s: float,
        payload: bytes = b"",
        *,
        cancelled: Cancelled = never,
    ) -> Frame:
        frame = self._worker.ask(kind, expected, deadline_s, payload, cancelled=cancelled)
        if frame.kind is Kind.FAILED:
            raise self._checked(parse_failure, frame.payload)
        return frame

    def _checked(self, parse: Callable[[memoryview], _Parsed], untrusted: memoryview) -> _Parsed:
        """The parsed answer; a worker that lied is not asked again."""
        try:
            return parse(untrusted)
        except DocumentUnreadable:
            self._worker.kill()
            raise

    def _picture(self, frame: Frame, wanted: RenderRequest) -> PagePicture:
        if frame.kind is Kind.SHARED_PICTURE:
            size = self._checked(lambda untrusted: parse_shared_picture(untrusted, wanted), frame.payload)
            assert self._worker.slots
            pixels, lent = self._worker.slots.lend(wanted.slot, size.size), True
        else:
            size, pixels = self._checked(lambda untrusted: parse_picture(untrusted, wanted), frame.payload)
            lent = False
        return PagePicture(
            width_px=size.width_px, height_px=size.height_px, stride=size.stride, pixels=pixels, lent=lent
        )
