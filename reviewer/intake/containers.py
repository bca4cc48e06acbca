"""Archives and messages among the files that arrive: each becomes the documents in it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reviewer.domain.arrival import Contents, IncomingDocument, LeftOut, Taken, Unpacked
from reviewer.errors import DocumentUnreadable, Refused

CONTAINER_KINDS = (".zip", ".eml", ".msg")
MAX_DOCUMENTS = 20
_ARCHIVE = b"PK\x03\x04"
_ARCHIVES_THAT_ARE_DOCUMENTS = (".docx", ".odt")
_CODES = frozenset(
    (
        "container-damaged",
        "container-empty",
        "container-encrypted",
        "container-nothing-inside",
        "container-too-large",
        "container-too-slow",
    )
)
Unpack = Callable[[bytes], Contents]
"""What a container's bytes hold; raises DocumentUnreadable when nothing that can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """The documents of one applicant, and the containers that some of them came in."""

    documents: tuple[IncomingDocument, ...]
    unpacked: tuple[Unpacked, ...]


def nothing_unpacked(_untrusted: bytes) -> Contents:
    """Takes no container apart."""
    return Contents()


def open_containers(files: Iterable[IncomingDocument], unpack: Unpack, line: int) -> Arrived:
    """The files in their order, in the place of each container what it holds, the same bytes once.

    Raises Refused over a container that cannot be unpacked, or holds nothing that can be read.
    """
    documents: dict[str, IncomingDocument] = {}
    unpacked = []
    for file in files:
        contents = _contents(file, unpack)
        taken = [_document(one) for one in contents.taken] or [file]
        kept = [one for one in taken if one.sha256 in documents or _take(one, documents)]
        if contents.taken:
            left_out = [LeftOut(name=one.name, code="beyond-twenty") for one in taken if one not in kept]
            unpacked.append(
                Unpacked(
                    line=line,
                    container=file.name,
                    documents=tuple(one.name for one in kept),
                    left_out=(*contents.left_out, *left_out),
                )
            )
    return Arrived(documents=tuple(documents.values()), unpacked=tuple(unpacked))


def _take(document: IncomingDocument, documents: dict[str, IncomingDocument]) -> bool:
    if len(documents) >= MAX_DOCUMENTS:
        return False
    documents[document.sha256] = document
    return True


def _contents(file: IncomingDocument, unpack: Unpack) -> Contents:
    name = file.name.casefold()
    hidden = file.content.startswith(_ARCHIVE) and not name.endswith(_ARCHIVES_THAT_ARE_DOCUMENTS)
    if not hidden and not name.endswith(CONTAINER_KINDS):
        return Contents()
    try:
        return unpack(file.content)
    except DocumentUnreadable as unreadable:
        if not name.endswith(CONTAINER_KINDS):
            return Contents()
        code = f"container-{unreadable.code}"
        raise Refused(code if code in _CODES else "container-damaged") from None


def _document(taken: Taken) -> IncomingDocument:
    sha256 = hashlib.sha256(taken.content).hexdigest()
    return IncomingDocument(name=taken.name, sha256=sha256, content=taken.content)
