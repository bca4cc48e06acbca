"""What a document shows: bounded facts, words with places, and page pictures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """What the bytes are, judged by their content; DOC is shown as LibreOffice lays it out or not at all."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    DOC = "doc"
    IMAGE = "image"
    TEXT = "text"
    ZIP = "zip"
    EML = "eml"
    MSG = "msg"


CONTAINERS = frozenset((DocumentKind.ZIP, DocumentKind.EML, DocumentKind.MSG))
"""Kinds that hold other documents: archives, and messages with what is attached to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSize:
    """A page's size in points (1/72 inch), as it is shown (rotation applied)."""

    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Contained:
    """A document within another: its name, and its pages among the pages of the whole.

    One that cannot be shown has no pages, and failure says why as a code; else failure is "".
    """

    name: str
    kind: DocumentKind | None
    first_page: int
    pages: int
    failure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """What opening a document told; truncated says that pages beyond the cap are left out.

    The pages of a container are those of the documents in it, one document after the other.
    """

    kind: DocumentKind
    pages: tuple[PageSize, ...]
    truncated: bool
    contains: tuple[Contained, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word, its rectangle in points from the page's top left, and its place in reading order."""

    text: str
    rect: tuple[float, float, float, float]
    block: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A link's place on its page in points and where it leads: a page of the document (from 1), or else a target.

    The target is a stranger's text; page is 0 where it leads out of the document.
    """

    rect: tuple[float, float, float, float]
    target: str
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePart:
    """A part of a page drawn so wide: its rectangle in pixels of the whole page, upright."""

    page: int
    page_width_px: int
    left: int
    top: int
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A rendered page: width × height pixels, four bytes each (B, G, R, opaque), rows of stride bytes."""

    width_px: int
    height_px: int
    stride: int
    pixels: bytes | bytearray | memoryview
    lent: bool = False
    """Whether the pixels lie in memory that is the worker's, for its next page once nobody looks at them any more."""
