"""A worker that crashes, hangs, floods or lies costs its document only."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from reviewer.documents.limits import Deadlines
from reviewer.documents.process import WorkerProcess
from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.errors import DocumentUnreadable
from tests.documents.hostile_children import ATTACK, CHILDREN, NEVER_READY, command

SHORT = Deadlines(first_page_s=1.5, page_s=0.7, whole_text_s=0.7, unpack_s=0.7)
HOSTILE, GOOD = DocumentId("hostile"), DocumentId("good")


def load(document: DocumentId) -> bytes:
    return b"A stranger's letter." if document == GOOD else ATTACK * 100_000


@contextmanager
def reader_of(name: str, deadlines: Deadlines = SHORT) -> Iterator[DocumentReader]:
    reader = DocumentReader(load, command=lambda: command(name), deadlines=deadlines)
    try:
        yield reader
    finally:
        reader.close()


def exercise(reader: DocumentReader) -> None:
    reader.open(HOSTILE)
    reader.render(HOSTILE, 1, 800)
    reader.words(HOSTILE, 1)
    reader.render(HOSTILE, 2, 800)
    reader.text(load(HOSTILE), "attack.pdf")
    reader.unpack(load(HOSTILE))


def failure_of(act: Callable[[], object]) -> str:
    with pytest.raises(DocumentUnreadable) as failure:
        act()
    return failure.value.code


def test_the_honest_child_is_believed() -> None:
    with reader_of("honest") as reader:
        exercise(reader)
        assert reader.words(HOSTILE, 1)[0].text == "honest"


@pytest.mark.parametrize("name", CHILDREN)
def test_a_hostile_worker_costs_its_document_only(name: str) -> None:
    with reader_of(name) as reader:
        assert failure_of(lambda: exercise(reader)) == CHILDREN[name][2]
        assert reader.open(GOOD).pages
        assert reader.render(GOOD, 1, 100).pixels


@pytest.mark.parametrize("name", NEVER_READY)
def test_a_worker_that_does_not_come_up_is_no_fault_of_the_document(name: str) -> None:
    with reader_of(name, Deadlines(start_s=0.5)) as reader:
        assert [failure_of(lambda: reader.open(HOSTILE)) for _ in range(3)] == ["no-worker"] * 3
        assert list(reader.probe()) == ["worker"]


def test_a_worker_that_cannot_be_started_is_said() -> None:
    reader = DocumentReader(load, command=lambda: ["/nowhere/at/all"])
    assert failure_of(lambda: reader.open(HOSTILE)) == "no-worker"
    reader.warm()
    reader.close()


def test_a_worker_that_never_reads_its_input_is_ended() -> None:
    with reader_of("never reads") as reader:
        assert failure_of(lambda: reader.open(HOSTILE)) == "too-slow"


@pytest.mark.parametrize("name", ["aborts", "sleeps at the document", "floods"])
def test_a_document_that_killed_its_worker_twice_is_not_tried_again(name: str) -> None:
    with reader_of(name) as reader:
        assert [failure_of(lambda: reader.open(HOSTILE)) for _ in range(2)] == [CHILDREN[name][2]] * 2
        assert failure_of(lambda: reader.open(HOSTILE)) == "gave-up"
        assert failure_of(lambda: reader.words(HOSTILE, 1)) == "gave-up"
        assert reader.open(GOOD).pages


def test_a_page_that_killed_its_worker_twice_costs_that_page_only() -> None:
    with reader_of("aborts at the second page") as reader:
        codes = [failure_of(lambda: reader.render(HOSTILE, 2, 50)) for _ in range(3)]
        assert codes == ["crashed", "crashed", "gave-up"]
        assert [reader.render(HOSTILE, page, 50).width_px for page in (1, 3)] == [2, 2]
        assert reader.words(HOSTILE, 2)[0].text == "honest"


def test_a_document_whose_every_page_kills_is_given_up() -> None:
    with reader_of("aborts at a page") as reader:
        codes = [failure_of(lambda page=page: reader.render(HOSTILE, page, 50)) for page in (1, 2, 3, 1, 2, 3)]  # type: ignore[misc]
        assert codes == ["crashed"] * 6
        assert failure_of(lambda: reader.words(HOSTILE, 1)) == "gave-up"


@pytest.mark.parametrize(
    ("name", "code", "rendered"),
    [
        ("honest", None, 3),
        ("aborts", "crashed", 0),
        ("aborts at the second page", "crashed", 2),
        ("drips", "too-slow", 0),
    ],
)
def test_a_survey_tells_how_much_can_be_shown(name: str, code: str | None, rendered: int) -> None:
    with reader_of(name) as reader:
        found = reader.survey(load(HOSTILE))
    assert (found.failure.code if found.failure else None, found.rendered_pages) == (code, rendered)
    assert found.characters == (0 if code == "too-slow" or not rendered else len("honest"))


def test_a_document_that_killed_its_worker_once_is_tried_again() -> None:
    versions = iter((ATTACK, b"harmless"))
    reader = DocumentReader(lambda _: next(versions), command=lambda: command("aborts at a page"), deadlines=SHORT)
    assert failure_of(lambda: reader.render(HOSTILE, 1, 50)) == "crashed"
    assert reader.render(HOSTILE, 1, 50).pixels
    reader.close()


def test_loose_bytes_that_killed_their_worker_twice_are_not_tried_again() -> None:
    with reader_of("aborts") as reader:
        codes = [failure_of(lambda: reader.text(ATTACK, "cv.pdf")) for _ in range(3)]
    assert codes == ["crashed", "crashed", "gave-up"]


def test_a_forgotten_document_starts_anew() -> None:
    with reader_of("aborts") as reader:
        assert [failure_of(lambda: reader.open(HOSTILE)) for _ in range(3)][-1] == "gave-up"
        reader.forget(HOSTILE)
        assert failure_of(lambda: reader.open(HOSTILE)) == "crashed"


def test_forgetting_a_document_ends_an_answer_under_way() -> None:
    asked = threading.Event()

    def load_and_tell(document: DocumentId) -> bytes:
        asked.set()
        return load(document)

    reader = DocumentReader(load_and_tell, command=lambda: command("sleeps at a page"), deadlines=Deadlines(page_s=60))
    codes: list[str] = []
    reading = threading.Thread(target=lambda: codes.append(failure_of(lambda: reader.render(HOSTILE, 1, 50))))
    reading.start()
    asked.wait()
    reader.forget(HOSTILE)
    reading.join()
    reader.close()
    assert codes == ["missing"]


def test_who_waits_no_longer_gets_the_thread_back_and_the_document_is_not_blamed() -> None:
    with reader_of("sleeps at a page", Deadlines(page_s=60, first_page_s=60)) as reader:
        for _ in range(4):
            assert failure_of(lambda: reader.render(HOSTILE, 1, 50, cancelled=lambda: True)) == "cancelled"
        assert reader.words(HOSTILE, 1)[0].text == "honest"


def test_who_waits_no_longer_does_not_wait_behind_another_answer_either() -> None:
    asked = threading.Event()

    def load_and_tell(document: DocumentId) -> bytes:
        asked.set()
        return load(document)

    reader = DocumentReader(load_and_tell, command=lambda: command("sleeps at a page"), deadlines=Deadlines(page_s=60))
    reading = threading.Thread(target=lambda: failure_of(lambda: reader.render(HOSTILE, 1, 50)))
    reading.start()
    asked.wait()
    assert failure_of(lambda: reader.words(HOSTILE, 1, cancelled=lambda: True)) == "cancelled"
    reader.forget(HOSTILE)
    reading.join()
    reader.close()


def test_what_is_done_aside_keeps_nobody_waiting() -> None:
    with reader_of("sleeps at a page", Deadlines(page_s=60, first_page_s=60)) as reader:
        stop = threading.Event()
        aside = threading.Thread(
            target=lambda: failure_of(lambda: reader.render(HOSTILE, 1, 50, aside=True, cancelled=stop.is_set))
        )
        aside.start()
        assert reader.words(HOSTILE, 1)[0].text == "honest"
        stop.set()
        aside.join()


def test_a_survey_ends_with_what_there_is_when_time_is_up() -> None:
    with reader_of("honest", Deadlines(survey_s=0.0)) as reader:
        found = reader.survey(load(GOOD))
    assert (found.facts, found.rendered_pages, found.partial, found.failure) == (None, 0, True, None)


def test_an_ended_worker_leaves_no_process_behind() -> None:
    worker = WorkerProcess(lambda: command("never reads"))
    worker.wait_ready(15)
    worker.kill()
    worker.kill()
    assert not worker.alive
    assert worker._process.has_ended()


def test_a_worker_ends_when_the_program_goes_away() -> None:
    worker = WorkerProcess()
    worker.wait_ready(15)
    worker._process.close()
    assert worker._process.has_ended(15)
    worker.kill()
