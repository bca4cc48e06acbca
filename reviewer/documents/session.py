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
from reviewer.documents.first_page import FirstPage
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
from reviewer.domain.sizing import FirstWidth
from reviewer.errors import DocumentUnreadable

_LEAST_FIRST_PAGE_S = 0.5
_PICTURES = (Kind.PICTURE, Kind.SHARED_PICTURE)
_Parsed = TypeVar("_Parsed")


class DocumentSession:
    """One open document: it answers, or its worker is dead and the session with it. For one thread at a time."""

    def __init__(
        self,
        worker: WorkerProcess,
        deadlines: Deadlines,
        untrusted: bytes,
        *,
        first: FirstPage | None = None,
        within_s: float = inf,
        cancelled: Cancelled = never,
    ) -> None:
        """Open the document, in one go with the first page where that is given; it may have been begun already.

        Raises DocumentUnreadable, and then the worker has ended.
        """
        self._worker = worker
        self._deadlines = deadlines
        self._first_page_left_s: float | None = None
        self._coming: FirstPage | None = None
        begun = first.begun_at if first else time.monotonic()
        try:
            deadline_s = min(deadlines.first_page_s - (time.monotonic() - begun), within_s)
            self.facts: DocumentFacts = parse_opened(self._open(untrusted, first, deadline_s, cancelled).payload)
        except BaseException:
            worker.kill()
            raise
        self._coming = first
        left = deadlines.first_page_s - (time.monotonic() - begun)
        self._first_page_left_s = max(left, min(_LEAST_FIRST_PAGE_S, deadlines.first_page_s))

    @property
    def coming(self) -> FirstPage | None:
        """The first page, while it is on its way and not asked for yet."""
        return self._coming

    @property
    def is_over(self) -> bool:
        """Whether the worker has ended, and nobody is still to hear what became of the first page."""
        return not self.alive and self._coming is None

    @property
    def alive(self) -> bool:
        return self._worker.alive

    def render(self, page: int, width_px: int, *, within_s: float = inf, cancelled: Cancelled = never) -> PagePicture:
        """A page at a width; through shared memory while a slot is free, else by pipe."""
        self._let_come()
        deadline_s = min(self._page_deadline_s(), within_s)
        slots = self._worker.slots
        slot, generation = (slots.take() if slots else None) or (NO_SLOT, 0)
        wanted = RenderRequest(page=page, width_px=min(width_px, limits.MAX_SIDE_PX), slot=slot, generation=generation)
        return self._drawn(
            wanted, lambda: self._ask(Kind.RENDER, _PICTURES, deadline_s, pack_render(wanted), cancelled=cancelled)
        )

    def first_page(self, wanted: FirstWidth, *, cancelled: Cancelled = never) -> PagePicture:
        """The first page at the width that is wanted of it; it may be on its way already."""
        first = self._coming
        if first is None or first.wanted != wanted:
            return self.render(1, wanted.of(self.facts.pages), cancelled=cancelled)
        self._coming = None
        deadline_s = self._page_deadline_s()
        return self._drawn(
            first.page_of(self.facts),
            lambda: self._heard(self._worker.hear(_PICTURES, deadline_s, cancelled=cancelled)),
        )

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

    def dismiss(self) -> None:
        """End the worker without waiting until it is gone; close() follows."""
        self._worker.dismiss()

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
        self._let_come()
        return self._heard(self._worker.ask(kind, expected, deadline_s, payload, cancelled=cancelled))

    def _open(self, untrusted: bytes, first: FirstPage | None, deadline_s: float, cancelled: Cancelled) -> Frame:
        worker, facts = self._worker, (Kind.FACTS,)
        if first is None:
            return self._heard(worker.ask(Kind.OPEN, facts, deadline_s, untrusted, cancelled=cancelled))
        if first.begun:
            return self._heard(worker.hear(facts, deadline_s, cancelled=cancelled))
        return self._heard(worker.ask(Kind.SHOW, facts, deadline_s, first.head, untrusted, cancelled=cancelled))

    def _let_come(self) -> None:
        """A first page that was begun and is not what is asked for comes before anything else is asked."""
        first = self._coming
        if first is not None:
            try:
                self.first_page(first.wanted)
            except DocumentUnreadable:
                if not self.alive:
                    raise

    def _page_deadline_s(self) -> float:
        """Opening and the first page have one deadline together, each later page its own."""
        left_s, self._first_page_left_s = self._first_page_left_s, None
        return self._deadlines.page_s if left_s is None else left_s

    def _heard(self, frame: Frame) -> Frame:
        if frame.kind is Kind.FAILED:
            raise self._checked(parse_failure, frame.payload)
        return frame

    def _drawn(self, wanted: RenderRequest, hear: Callable[[], Frame]) -> PagePicture:
        """The picture that is heard of; its slot is free again where nothing was drawn into it."""
        slots = self._worker.slots if wanted.slot != NO_SLOT else None
        try:
            frame = hear()
            picture = self._picture(frame, wanted)
        except BaseException:
            if slots:
                slots.give_back(wanted.slot)
            raise
        if slots and frame.kind is Kind.PICTURE:
            slots.give_back(wanted.slot)
        return picture

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
