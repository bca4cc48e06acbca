"""Every page of a document as a hash of its pixels, drawn by a confined worker or without any confinement."""

from __future__ import annotations

import hashlib

from reviewer.documents.reader import DocumentReader
from reviewer.documents.worker_document import open_document
from reviewer.documents.worker_warmup import warm_up
from reviewer.errors import DocumentUnreadable

WIDTH_PX = 600


def confined_pixels(reader: DocumentReader, data: bytes) -> list[str]:
    """By the worker; raises DocumentUnreadable."""
    return [hashlib.sha256(picture.pixels).hexdigest() for picture in reader.pictures(data, WIDTH_PX)]


def unconfined_pixels(data: bytes) -> list[str]:
    """In this process, which nothing confines."""
    document = open_document(data)
    hashes = []
    for page in range(1, len(document.facts.pages) + 1):
        size = document.picture_size(page, WIDTH_PX)
        target = memoryview(bytearray(size.size))
        document.render(page, size, target)
        hashes.append(hashlib.sha256(target).hexdigest())
    return hashes


def count_unlike(documents: list[bytes]) -> tuple[int, int, int]:
    """How many documents cannot be read, how many pages the others have, and how many of those are not the same."""

    def nothing_stored(_document: str) -> bytes:
        raise DocumentUnreadable("missing")

    warm_up()
    reader = DocumentReader(nothing_stored)
    unreadable = pages = unlike = 0
    for data in documents:
        try:
            confined = confined_pixels(reader, data)
        except DocumentUnreadable:
            unreadable += 1
            continue
        pages += len(confined)
        unlike += sum(one != other for one, other in zip(confined, unconfined_pixels(data), strict=True))
    reader.close()
    return unreadable, pages, unlike
