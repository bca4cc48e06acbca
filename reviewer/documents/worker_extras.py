"""In the worker: the answers about links and page labels, and the annotated copy."""

from __future__ import annotations

from reviewer.documents.extras_protocol import pack_labels, pack_links, parse_remarks
from reviewer.documents.protocol import Frame, Kind, parse_page
from reviewer.documents.worker_container import Opened

EXTRAS = frozenset({Kind.LINKS, Kind.LABELS, Kind.ANNOTATE})


def answer_extra(document: Opened, frame: Frame) -> tuple[Kind, tuple[bytes | memoryview, ...]]:
    """The answer to a request of one of these kinds."""
    if frame.kind is Kind.LINKS:
        return Kind.LINK_LIST, (pack_links(document.links(parse_page(frame.payload))),)
    if frame.kind is Kind.LABELS:
        return Kind.LABEL_LIST, (pack_labels(document.labels()),)
    return Kind.ANNOTATED, (document.annotated(parse_remarks(frame.payload)),)
