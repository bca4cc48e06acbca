"""The protocol: what a worker packs comes out the same, and no bytes pass that break a bound."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reviewer.documents import limits
from reviewer.documents.extras_protocol import parse_annotated, parse_labels, parse_links
from reviewer.documents.protocol import (
    NO_SLOT,
    Kind,
    PictureSize,
    RenderRequest,
    pack_facts,
    pack_picture,
    pack_render,
    pack_shared_picture,
    pack_words,
    parse_facts,
    parse_failure,
    parse_picture,
    parse_render,
    parse_shared_picture,
    parse_text,
    parse_words,
    read_frame,
    write_frame,
)
from reviewer.domain.pages import DocumentFacts, DocumentKind, PageSize, Word
from reviewer.errors import DocumentUnreadable

WANTED = RenderRequest(page=1, width_px=500, slot=2, generation=7)
SIZES = some.builds(PageSize, width=some.floats(1, 9_999, width=32), height=some.floats(1, 9_999, width=32))
FACTS = some.builds(
    DocumentFacts,
    kind=some.sampled_from(DocumentKind),
    pages=some.lists(SIZES, min_size=1, max_size=limits.MAX_PAGES).map(tuple),
    truncated=some.booleans(),
)
NUMBERS = some.floats(0, 500, width=32)
LETTERS = some.characters(exclude_categories=("Cs", "Cc"))
WORDS = some.builds(
    Word,
    text=some.text(LETTERS, min_size=1, max_size=50),
    rect=some.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS).map(lambda r: (r[0], r[1], r[0] + r[2], r[1] + r[3])),
    block=some.integers(0, 1_000),
    line=some.integers(0, 1_000),
)
PARSERS: tuple[Callable[[memoryview], object], ...] = (
    partial(parse_links, pages=3),
    partial(parse_labels, pages=3),
    parse_annotated,
    parse_facts,
    parse_failure,
    parse_words,
    parse_text,
    lambda untrusted: parse_picture(untrusted, WANTED),
    lambda untrusted: parse_shared_picture(untrusted, WANTED),
)


def outcome(act: Callable[[], object]) -> str:
    try:
        act()
    except DocumentUnreadable as unreadable:
        return unreadable.code
    except EOFError:
        return "ended"
    return "passed"


@given(FACTS)
def test_facts_arrive_as_they_were_sent(facts: DocumentFacts) -> None:
    assert parse_facts(memoryview(pack_facts(facts))) == facts


@given(some.lists(WORDS, max_size=20))
def test_words_arrive_as_they_were_sent(words: list[Word]) -> None:
    arrived = parse_words(memoryview(pack_words(words)))
    assert [(word.text, word.block, word.line) for word in arrived] == [(w.text, w.block, w.line) for w in words]
    assert all(
        a == pytest.approx(b, rel=1e-5)
        for got, sent in zip(arrived, words, strict=True)
        for a, b in zip(got.rect, sent.rect, strict=True)
    )


def test_a_request_to_draw_arrives_as_it_was_sent() -> None:
    assert parse_render(memoryview(pack_render(WANTED))) == WANTED


@given(some.binary(max_size=200))
def test_any_bytes_are_an_answer_within_the_bounds_or_a_lie(untrusted: bytes) -> None:
    assert {outcome(partial(parse, memoryview(untrusted))) for parse in PARSERS} <= {"passed", "lied"}


@given(some.binary(max_size=60))
def test_any_stream_is_a_frame_a_lie_or_an_end(untrusted: bytes) -> None:
    assert outcome(lambda: read_frame(io.BytesIO(untrusted), tuple(Kind))) in {"passed", "lied", "ended"}


@pytest.mark.parametrize("kind", tuple(Kind))
def test_no_frame_may_be_longer_than_its_kind_allows(kind: Kind) -> None:
    header = struct.pack(">4sBII", b"RVW1", kind, 1, 70_000_000)
    with pytest.raises(DocumentUnreadable, match="lied"):
        read_frame(io.BytesIO(header), (kind,))


def test_a_frame_comes_in_pieces_and_leaves_in_one() -> None:
    class Dripping(io.BytesIO):
        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            return super().readinto(buffer[:3])

    sent = io.BytesIO()
    write_frame(sent, Kind.PLAIN_TEXT, 5, b"some ", memoryview(b"text"))
    frame = read_frame(Dripping(sent.getvalue()), (Kind.PLAIN_TEXT,))
    assert (frame.kind, frame.request, bytes(frame.payload)) == (Kind.PLAIN_TEXT, 5, b"some text")


def test_a_picture_has_exactly_its_pixels() -> None:
    size = PictureSize(width_px=3, height_px=2)
    head = pack_picture(size)
    assert parse_picture(memoryview(head + bytes(24)), WANTED)[0] == size
    for wrong in (head, head + bytes(23), head + bytes(25)):
        with pytest.raises(DocumentUnreadable, match="lied"):
            parse_picture(memoryview(wrong), WANTED)


def test_shared_pictures_are_believed_only_where_they_were_asked_for() -> None:
    size = PictureSize(width_px=3, height_px=2)
    assert parse_shared_picture(memoryview(pack_shared_picture(size, 2, 7)), WANTED) == size
    by_pipe = RenderRequest(page=1, width_px=500)
    for slot, generation, wanted in ((1, 7, WANTED), (2, 6, WANTED), (NO_SLOT, 0, by_pipe)):
        with pytest.raises(DocumentUnreadable, match="lied"):
            parse_shared_picture(memoryview(pack_shared_picture(size, slot, generation)), wanted)
