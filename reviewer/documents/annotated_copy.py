"""Writes an annotated copy of a document into a file, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.domain.remarks import Remark


def write_annotated(reader: DocumentReader, document: DocumentId, remarks: Sequence[Remark], out: Path) -> int:
    """Write the copy and give its size in bytes; DocumentUnreadable or OSError, and then an old file still stands."""
    content = reader.annotated(document, remarks)
    piece = out.with_name(out.name + ".part")
    try:
        piece.write_bytes(content)
        piece.replace(out)
    except OSError:
        with suppress(OSError):
            piece.unlink(missing_ok=True)
        raise
    return len(content)
