"""Hostile archives and messages are shown or explained, in the window's way and when they are brought in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reviewer.documents.reader import DocumentReader
from reviewer.errors import DocumentUnreadable
from tests.documents.samples import make_pdf
from tests.hostile.nests import NESTS

SHOWN = None
EXPLAINED = {"damaged", "encrypted", "unknown-kind", "empty", "too-large", "too-slow", "nothing-inside"}
OUTCOMES = {
    "an archive of ten thousand entries in one place": "too-large",
    "an archive of zeros": "too-large",
    "an archive within an archive of zeros": "too-large",
    "an archive with a password": "encrypted",
    "an archive cut in the middle": "damaged",
    "an archive with names that lead outside": SHOWN,
    "a message with a name that leads outside": SHOWN,
    "a message with a name of a thousand pieces": SHOWN,
    "a message in an alphabet of its own": SHOWN,
    "a message of references": SHOWN,
}
# Since Python 3.11.8, and in Debian's 3.11.2, zipfile opens no entry that another one lies over.
SINCE = {"an archive of ten thousand entries in one place": "nothing-inside"}


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    reader = DocumentReader(lambda _: make_pdf())
    reader.warm()
    yield reader
    reader.close()


def number_taken(reader: DocumentReader, data: bytes) -> int:
    try:
        return len(reader.unpack(data).taken)
    except DocumentUnreadable as unreadable:
        return 0 if unreadable.code in EXPLAINED else 99


@pytest.mark.parametrize("name", NESTS)
def test_a_nest_is_shown_or_explained(name: str, reader: DocumentReader) -> None:
    data = NESTS[name]()
    found = reader.survey(data)
    code = found.failure.code if found.failure else SHOWN
    wanted = {OUTCOMES[name], SINCE.get(name, OUTCOMES[name]), "too-slow"} if name in OUTCOMES else {SHOWN, *EXPLAINED}
    assert code in wanted
    for one in found.facts.contains if found.facts else ():
        assert not {"/", "\\", "\x1b"} & set(one.name)
    assert number_taken(reader, data) <= 20
    assert reader.survey(make_pdf()).failure is None
