"""The process that reads one stranger's document: warm up, give up all rights, answer until the input ends."""

from __future__ import annotations

import gc
import os
import socket
import stat
import sys
from collections.abc import Callable
from functools import partial
from io import FileIO

from reviewer.documents import limits
from reviewer.documents.container_protocol import pack_contents, pack_opened, parse_number
from reviewer.documents.first_protocol import ShowRequest, as_told, parse_show
from reviewer.documents.limits import MAX_SIDE_PX
from reviewer.documents.protocol import (
    NO_SLOT,
    Frame,
    Kind,
    RenderRequest,
    pack_failure,
    pack_picture,
    pack_shared_picture,
    pack_words,
    parse_page,
    parse_render,
    read_frame,
    write_frame,
)
from reviewer.documents.sandbox import confine
from reviewer.documents.slots import DrawingSlots, attach_pixel_slots
from reviewer.documents.worker_container import Item, Opened, as_listed, list_any, open_any
from reviewer.documents.worker_extras import EXTRAS, answer_extra
from reviewer.documents.worker_nursery import serve_nursery
from reviewer.documents.worker_warmup import warm_again, warm_up
from reviewer.errors import DocumentUnreadable

# Garbage is collected between two answers, for whoever waits would feel it.
_GARBAGE = 5_000
_REQUESTS = (Kind.OPEN, Kind.SHOW, Kind.RENDER, Kind.WORDS, Kind.TEXT, Kind.READ, Kind.LIST, Kind.TAKE, *EXTRAS)

Answer = tuple[Kind, tuple[bytes | memoryview, ...]]


class Worker:
    """Answers the program's requests about one document; whatever fails is answered by a code alone."""

    def __init__(self, source: FileIO, answers: FileIO, slots: DrawingSlots) -> None:
        self._source = source
        self._answers = answers
        self._slots = slots
        self._document: Opened | None = None
        self._items: list[Item] = []

    def serve(self) -> None:
        """Answer until the program closes the pipe or goes away."""
        while True:
            try:
                frame = read_frame(self._source, _REQUESTS)
                self._answer(frame)
                if gc.get_count()[0] > _GARBAGE:
                    gc.collect()
            except (EOFError, BrokenPipeError):
                return

    def _answer(self, frame: Frame) -> None:
        if frame.kind is Kind.SHOW:
            self._show(frame)
        else:
            self._reply(frame, lambda: self._read(frame))

    def _show(self, frame: Frame) -> None:
        """Two answers: what the document is, and its first page as wide as that makes it."""
        request, untrusted = parse_show(frame.payload)
        if self._reply(frame, lambda: self._open(untrusted)):
            self._reply(frame, lambda: self._draw_first(request))

    def _reply(self, frame: Frame, read: Callable[[], Answer]) -> bool:
        """Answer once; whether that was no failure."""
        try:
            kind, parts = read()
        except DocumentUnreadable as refusal:
            kind, parts = Kind.FAILED, (pack_failure(refusal.code),)
        except MemoryError:
            kind, parts = Kind.FAILED, (pack_failure("too-large"),)
        except Exception:  # noqa: BLE001 - whatever the engine raises over a stranger's bytes means the same
            kind, parts = Kind.FAILED, (pack_failure("damaged"),)
        write_frame(self._answers, kind, frame.request, *parts)
        return kind is not Kind.FAILED

    def _read(self, frame: Frame) -> Answer:
        if frame.kind is Kind.OPEN:
            return self._open(frame.payload)
        if frame.kind is Kind.LIST:
            self._items = list_any(bytes(frame.payload))
            return Kind.CONTENTS, (pack_contents([as_listed(item) for item in self._items]),)
        if frame.kind is Kind.TAKE:
            return Kind.CONTAINED, (self._items[parse_number(frame.payload)].content,)
        if self._document is None:
            raise DocumentUnreadable("damaged")
        if frame.kind is Kind.WORDS:
            return Kind.WORD_LIST, (pack_words(self._document.words(parse_page(frame.payload))),)
        if frame.kind is Kind.TEXT:
            return Kind.PLAIN_TEXT, (self._document.text().encode(),)
        if frame.kind is Kind.READ:
            return Kind.READING, (self._document.reading(),)
        if frame.kind in EXTRAS:
            return answer_extra(self._document, frame)
        return self._render(parse_render(frame.payload))

    def _open(self, untrusted: memoryview) -> Answer:
        self._document = open_any(bytes(untrusted))
        return Kind.FACTS, (pack_opened(self._document.facts),)

    def _draw_first(self, request: ShowRequest) -> Answer:
        assert self._document
        width_px = min(request.wanted.of([as_told(page) for page in self._document.facts.pages]), MAX_SIDE_PX)
        return self._render(RenderRequest(page=1, width_px=width_px, slot=request.slot, generation=request.generation))

    def _render(self, wanted: RenderRequest) -> Answer:
        assert self._document
        size = self._document.picture_size(wanted.page, wanted.width_px)
        lent = self._slots.view(wanted.slot, size.size) if wanted.slot != NO_SLOT else None
        if lent is not None:
            target, white = lent
            self._document.render(wanted.page, size, target, white=white)
            return Kind.SHARED_PICTURE, (pack_shared_picture(size, wanted.slot, wanted.generation),)
        pixels = memoryview(bytearray(size.size))
        self._document.render(wanted.page, size, pixels)
        return Kind.PICTURE, (pack_picture(size), pixels)


def _silence() -> None:
    """Leave the standard streams for good: whatever prints from now on prints into nothing."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    os.close(nothing)


def live(source: FileIO, answers: FileIO, inherited: int | None = None, *, prepare: Callable[[], None]) -> None:
    """Greet, warm up, be confined, and only then read what a stranger wrote."""
    try:
        greeting = read_frame(source, (Kind.HELLO,))
        memory, laid_bytes = attach_pixel_slots(greeting.payload, inherited)
        slots = DrawingSlots(memory)
        prepare()
        held = confine()
        slots.lay(limits.LEAST_LAID_BYTES)
        write_frame(answers, Kind.READY, 0, bytes([held]))
        if laid_bytes > limits.LEAST_LAID_BYTES:
            slots.lay(min(laid_bytes, limits.MOST_LAID_BYTES))
    except (EOFError, BrokenPipeError):
        return
    gc.freeze()
    gc.disable()
    Worker(source, answers, slots).serve()


def main() -> int:
    """Run a worker on the process's two pipes; where its input is a socket, run a nursery of workers on that."""
    if stat.S_ISSOCK(os.fstat(0).st_mode):
        line = socket.socket(fileno=os.dup(0))
        _silence()
        warm_up()
        serve_nursery(line, partial(live, prepare=warm_again))
        return 0
    source = FileIO(os.dup(0), "rb")
    answers = FileIO(os.dup(1), "wb")
    _silence()
    live(source, answers, prepare=warm_up)
    return 0


if __name__ == "__main__":
    sys.exit(main())
