"""The bytes of page parts, links, page labels and remarks; what a worker says is measured before it is believed."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from reviewer.documents import limits
from reviewer.documents.protocol import PictureSize, RenderRequest, lied, parse_picture
from reviewer.documents.reading_protocol import Source, upright
from reviewer.domain.applicant import Answer
from reviewer.domain.pages import PageLink, PagePart
from reviewer.domain.remarks import Remark
from reviewer.errors import DocumentUnreadable

_PART = struct.Struct(">HIIIII")
_COUNT = struct.Struct(">I")
_LINK = struct.Struct(">ffffHH")
_LABEL = struct.Struct(">H")
_REMARK = struct.Struct(">HffffBHH")
_ANSWERS = tuple(Answer)
_PDF = b"%PDF-"


def pack_part(part: PagePart) -> bytes:
    """Which part of a page to draw, within the caps."""
    return _PART.pack(part.page, part.page_width_px, part.left, part.top, part.width_px, part.height_px)


def parse_part(payload: memoryview) -> PagePart:
    """The program's wish, as it was packed."""
    page, page_width_px, left, top, width_px, height_px = _PART.unpack(payload)
    return PagePart(page=page, page_width_px=page_width_px, left=left, top=top, width_px=width_px, height_px=height_px)


def check_part(part: PagePart) -> None:
    """Refuse a part beyond the caps of a picture, or of a page beyond all sizes."""
    sides = (part.width_px, part.height_px)
    fits = min(sides) > 0 and max(sides) <= limits.MAX_SIDE_PX and sides[0] * sides[1] <= limits.MAX_PICTURE_PX
    within = min(part.left, part.top) >= 0 and max(part.left, part.top) <= limits.MAX_PART_OF_PX
    if not (fits and within and 0 < part.page_width_px <= limits.MAX_PART_OF_PX):
        raise DocumentUnreadable("too-large")


def parse_part_picture(untrusted: memoryview, wanted: PagePart) -> tuple[PictureSize, memoryview]:
    """A picture by pipe of exactly the size asked for."""
    size, pixels = parse_picture(untrusted, RenderRequest(page=wanted.page, width_px=wanted.width_px))
    if (size.width_px, size.height_px) != (wanted.width_px, wanted.height_px):
        raise lied()
    return size, pixels


def pack_links(links: Sequence[PageLink]) -> bytes:
    """A page's links; the caller keeps to the caps."""
    parts = [_COUNT.pack(len(links))]
    for link in links:
        target = link.target.encode()
        parts += (_LINK.pack(*link.rect, link.page, len(target)), target)
    return b"".join(parts)


def parse_links(untrusted: memoryview, pages: int) -> tuple[PageLink, ...]:
    """Links of bounded number and length that lead to a page the document has, or to a target, and never to both."""
    source = Source(untrusted)
    count = int(source.take(_COUNT)[0])
    if count > limits.MAX_LINKS:
        raise lied()
    links = tuple(_parse_link(source, pages) for _ in range(count))
    source.end()
    return links


def _parse_link(source: Source, pages: int) -> PageLink:
    x0, y0, x1, y1, page, length = source.take(_LINK)
    if page > pages or bool(page) == bool(length):
        raise lied()
    target = source.text(int(length), limits.MAX_TARGET_CHARACTERS) if length else ""
    return PageLink(rect=upright((x0, y0, x1, y1)), target=target, page=int(page))


def pack_labels(labels: Sequence[str]) -> bytes:
    """The pages' own numbers, none of them empty; no label at all where the document has none."""
    parts = [_COUNT.pack(len(labels))]
    for label in labels:
        text = label.encode()
        parts += (_LABEL.pack(len(text)), text)
    return b"".join(parts)


def parse_labels(untrusted: memoryview, pages: int) -> tuple[str, ...]:
    """A short label for each page, or none at all."""
    source = Source(untrusted)
    count = int(source.take(_COUNT)[0])
    if count not in {0, pages}:
        raise lied()
    labels = tuple(source.text(int(source.take(_LABEL)[0]), limits.MAX_LABEL_CHARACTERS) for _ in range(count))
    source.end()
    return labels


def pack_remarks(remarks: Sequence[Remark]) -> bytes:
    """What to write into a copy, cut at the caps."""
    parts = [_COUNT.pack(min(len(remarks), limits.MAX_REMARKS))]
    for remark in remarks[: limits.MAX_REMARKS]:
        title = remark.title[: limits.MAX_REMARK_TITLE].encode()
        text = remark.text[: limits.MAX_REMARK_CHARACTERS].encode()
        answer = _ANSWERS.index(remark.answer)
        parts += (_REMARK.pack(remark.page, *remark.rect, answer, len(title), len(text)), title, text)
    return b"".join(parts)


def parse_remarks(payload: memoryview) -> tuple[Remark, ...]:
    """What the program asks the worker to write; it is ours, and read as carefully."""
    source = Source(payload)
    remarks = tuple(_parse_remark(source) for _ in range(int(source.take(_COUNT)[0])))
    source.end()
    return remarks


def _parse_remark(source: Source) -> Remark:
    page, x0, y0, x1, y1, answer, title_size, text_size = source.take(_REMARK)
    return Remark(
        page=int(page),
        rect=upright((x0, y0, x1, y1)),
        answer=_ANSWERS[int(answer)],
        title=source.text(int(title_size), limits.MAX_REMARK_TITLE),
        text=source.text(int(text_size), limits.MAX_REMARK_CHARACTERS, "\n"),
    )


def parse_annotated(untrusted: memoryview) -> bytes:
    """A PDF of bounded size; what it holds is as much a stranger's as the document it was made of."""
    if len(untrusted) > limits.MAX_ANNOTATED_BYTES or untrusted[: len(_PDF)] != _PDF:
        raise lied()
    return bytes(untrusted)
