"""Shared here; confinement from within, forking and counting processes are Linux's and collected there only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.errors import DocumentUnreadable

if TYPE_CHECKING:
    from tests.documents.test_reader import Shelf

collect_ignore = [] if sys.platform == "linux" else ["test_confinement.py", "test_nursery.py", "test_many_inspected.py"]


@pytest.fixture
def warm_reader(shelf: Shelf) -> Iterator[DocumentReader]:
    """A reader of a test's shelf whose worker has started."""
    reader = DocumentReader(shelf.load)
    reader.warm()
    yield reader
    reader.close()


def _nothing_stored(_document: DocumentId) -> bytes:
    raise DocumentUnreadable("missing")


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    """A reader of bytes, of a shelf that holds nothing; one for a module's tests."""
    one = DocumentReader(_nothing_stored)
    yield one
    one.close()
