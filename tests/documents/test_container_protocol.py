"""What a worker says of a container is within the bounds, or a lie."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from reviewer.documents import limits
from reviewer.documents.container_protocol import (
    pack_contents,
    pack_number,
    pack_opened,
    parse_contents,
    parse_number,
    parse_opened,
)
from reviewer.documents.contents import clean_name
from reviewer.documents.protocol import FAILURES, MAX_PAYLOAD, Kind
from reviewer.domain.pages import Contained, DocumentFacts, DocumentKind, PageSize
from reviewer.errors import DocumentUnreadable

listed = st.builds(
    Contained,
    name=st.text().map(clean_name),
    kind=st.sampled_from(DocumentKind),
    first_page=st.just(0),
    pages=st.just(0),
    failure=st.sampled_from(("", *FAILURES)),
)


@given(st.lists(listed, max_size=limits.MAX_CONTAINED))
def test_contents_arrive_as_they_were_sent(contents: list[Contained]) -> None:
    packed = pack_contents(contents)
    assert parse_contents(memoryview(packed)) == tuple(contents)
    assert len(packed) <= MAX_PAYLOAD[Kind.CONTENTS]


@given(st.binary(max_size=200))
def test_any_bytes_are_contents_within_the_bounds_or_a_lie(untrusted: bytes) -> None:
    with suppress(DocumentUnreadable):
        for one in parse_contents(memoryview(untrusted)):
            assert clean_name(one.name) == one.name
            assert one.kind or one.failure


@given(st.text())
def test_a_cleaned_name_stays_as_it_is(untrusted: str) -> None:
    name = clean_name(untrusted)
    assert clean_name(name) == name
    assert 0 < len(name) <= limits.MAX_NAME_CHARACTERS
    assert name.isprintable()
    assert not {"/", "\\"} & set(name)


def test_a_container_that_was_opened_arrives_as_it_was_sent() -> None:
    contains = (
        Contained(name="cv.pdf", kind=DocumentKind.PDF, first_page=1, pages=2),
        Contained(name="foto.jpg", kind=DocumentKind.IMAGE, first_page=3, pages=1),
        Contained(name="setup.exe", kind=None, first_page=0, pages=0, failure="unknown-kind"),
    )
    facts = DocumentFacts(
        kind=DocumentKind.ZIP, pages=(PageSize(width=595, height=842),) * 3, truncated=False, contains=contains
    )
    assert parse_opened(memoryview(pack_opened(facts))) == facts


def test_a_number_arrives_as_it_was_sent() -> None:
    assert parse_number(memoryview(pack_number(19))) == 19
