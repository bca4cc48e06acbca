"""In the worker: the answers about parts of pages, links and page labels, and the annotated copy."""

from __future__ import annotations

from reviewer.documents.extras_protocol import check_part, pack_labels, pack_links, parse_part, parse_remarks
from reviewer.documents.protocol import Frame, Kind, PictureSize, pack_picture, parse_page
from reviewer.documents.worker_container import Opened

EXTRAS = frozenset({Kind.RENDER_PART, Kind.LINKS, Kind.LABELS, Kind.ANNOTATE})


def answer_extra(document: Opened, frame: Frame) -> tuple[Kind, tuple[bytes | memoryview, ...]]:
    """The answer to a request of one of these kinds."""
    if frame.kind is Kind.RENDER_PART:
        part = parse_part(frame.payload)
        check_part(part)
        size = PictureSize(width_px=part.width_px, height_px=part.height_px)
        pixels = memoryview(bytearray(size.size))
        document.render_part(part, pixels)
        return Kind.PICTURE, (pack_picture(size), pixels)
    if frame.kind is Kind.LINKS:
        return Kind.LINK_LIST, (pack_links(document.links(parse_page(frame.payload))),)
    if frame.kind is Kind.LABELS:
        return Kind.LABEL_LIST, (pack_labels(document.labels()),)
    return Kind.ANNOTATED, (document.annotated(parse_remarks(frame.payload)),)
