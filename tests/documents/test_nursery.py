"""Workers forked from a warm process: as confined as started ones, and replaced by those where forking fails."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest

from reviewer.documents import limits
from reviewer.documents.nursery import Nursery
from reviewer.documents.process import WorkerProcess, worker_command
from reviewer.documents.protocol import Kind
from reviewer.documents.reader import DocumentReader
from reviewer.documents.slots import make_pixel_slots
from reviewer.documents.spares import SpareWorkers
from reviewer.domain.ids import DocumentId
from tests.documents.samples import make_pdf
from tests.processes import laid_kb, open_descriptors, shared_memories


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    started = Nursery.start(worker_command(), 15)
    assert started
    yield started
    started.close()


def test_a_forked_worker_is_confined_as_a_started_one(nursery: Nursery) -> None:
    started, forked = WorkerProcess(), WorkerProcess(nursery=nursery)
    for worker in (started, forked):
        worker.wait_ready(15)
        worker.kill()
    assert forked.confinement == started.confinement


def test_forked_workers_end_alone_and_leave_nothing_open(nursery: Nursery) -> None:
    def take_and_end() -> None:
        worker = WorkerProcess(nursery=nursery)
        worker.wait_ready(15)
        assert worker.alive
        worker.kill()
        assert not worker.alive

    take_and_end()
    before = open_descriptors(os.getpid()), shared_memories(os.getpid())
    gc.disable()
    for _ in range(5):
        take_and_end()
    after = open_descriptors(os.getpid()), shared_memories(os.getpid())
    gc.enable()
    assert after == before


def test_a_forked_worker_ends_when_the_program_goes_away(nursery: Nursery) -> None:
    worker = WorkerProcess(nursery=nursery)
    worker.wait_ready(15)
    worker._process.close()
    assert worker._process.has_ended(15)
    worker.kill()


def test_a_forked_worker_outlives_its_nursery(nursery: Nursery) -> None:
    worker = WorkerProcess(nursery=nursery)
    worker.wait_ready(15)
    nursery.close()
    assert worker.ask(Kind.OPEN, (Kind.FACTS,), 15, make_pdf()).kind is Kind.FACTS
    worker.kill()


def test_without_its_nursery_the_reader_starts_workers_one_by_one() -> None:
    reader = DocumentReader(lambda _: make_pdf())
    reader.warm()
    nursery = reader._spares._nursery
    assert nursery
    nursery.close()
    for number in range(5):
        assert reader.open(DocumentId(str(number))).pages
    assert not reader._spares._forks
    reader.close()
    reader._documents.wait_tidy()


def test_each_spare_is_handed_out_once() -> None:
    spares = SpareWorkers(worker_command, wanted=2, start_s=15, shared_memory=True)
    spares.refill()
    taken = [spares.take() for _ in range(3)]
    assert len({worker._process.pid for worker in taken}) == 3
    assert spares.lacking
    spares.close()
    for worker in taken:
        worker.kill()


def test_while_one_waits_before_it_starts_a_spare_another_may_start_it() -> None:
    spares = SpareWorkers(worker_command, wanted=1, start_s=15, shared_memory=False)
    lacking: list[bool] = []

    def wait() -> None:
        spares.refill()
        lacking.append(spares.lacking)

    spares.refill(before_each=wait)
    assert lacking == [False]
    assert len(spares._waiting) == 1
    spares.close()


def test_after_closing_no_worker_and_nothing_open_is_left() -> None:
    before = open_descriptors(os.getpid())
    reader = DocumentReader(lambda _: make_pdf())
    reader.warm()
    processes = [worker._process for worker in reader._spares._waiting]
    reader.render(DocumentId("cv"), 1, 100)
    reader.close()
    reader._documents.wait_tidy()
    assert all(process.has_ended() for process in processes)
    assert open_descriptors(os.getpid()) == before


def test_a_picture_outlives_its_worker_and_takes_the_memory_with_it() -> None:
    before = shared_memories(os.getpid())
    reader = DocumentReader(lambda _: make_pdf())
    picture = reader.render(DocumentId("cv"), 1, 600)
    reader.close()
    reader._documents.wait_tidy()
    gc.disable()
    seen, held = bytes(picture.pixels).count(b"\xff"), shared_memories(os.getpid())
    del picture
    after = shared_memories(os.getpid())
    gc.enable()
    assert (seen > 0, held, after) == (True, before + 1, before)


def test_a_worker_lays_as_much_memory_as_the_pictures_drawn_before_it_took(nursery: Nursery) -> None:
    laid = []
    for laid_bytes in (limits.LEAST_LAID_BYTES, 9 << 20, limits.SLOT_BYTES):
        worker = WorkerProcess(nursery=nursery, laid_bytes=laid_bytes)
        worker.wait_ready(15)
        worker.ask(Kind.TEXT, (Kind.PLAIN_TEXT,), 15)
        laid.append(laid_kb(worker._process.pid))
        worker.kill()
    assert laid == [4 << 10, 9 << 10, 16 << 10]


def test_the_program_maps_no_more_ahead_than_a_worker_lays() -> None:
    slots = make_pixel_slots()
    assert slots is not None
    slots.close()
    before = laid_kb(os.getpid())
    slots.map_ahead(limits.SLOT_BYTES)
    mapped = laid_kb(os.getpid()) - before
    slots.discard()
    assert mapped == limits.MOST_LAID_BYTES >> 10


def test_the_next_workers_expect_pages_as_large_as_the_last_ones() -> None:
    reader = DocumentReader(lambda _: make_pdf())
    reader.render(DocumentId("cv"), 1, 1_600)
    reader.forget(DocumentId("cv"))
    while not reader._spares._drawn or reader._spares._waiting:
        reader._spares.take().kill()
    worker = reader._spares.take()
    worker.ask(Kind.TEXT, (Kind.PLAIN_TEXT,), 15)
    laid = laid_kb(worker._process.pid)
    worker.kill()
    reader.close()
    assert laid >= 1_600 * 1_600 * 4 >> 10
