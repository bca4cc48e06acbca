"""What one reading of a whole document told: words with their type, links, and text outside the pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reviewer.domain.pages import DocumentKind

Rect = tuple[float, float, float, float]


class ReadWord(NamedTuple):
    """One word: rectangle and size of type in points, and its place in the order its producer wrote.

    hidden words are searchable but not drawn, as the text layer of a scan is.
    """

    text: str
    rect: Rect
    size: float
    bold: bool
    hidden: bool
    block: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """The words of one page, in the order its producer wrote them, and the page's size in points."""

    width: float
    height: float
    words: tuple[ReadWord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLink:
    """A link; page from 1, or 0 with an empty rectangle where the document has no pages of its own."""

    page: int
    rect: Rect
    target: str


class Margin(StrEnum):
    """Where text stands that the pages do not show."""

    HEADER = "header"
    FOOTER = "footer"
    BOX = "box"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMargin:
    """Text of a header, footer or text box that the engine leaves out, a paragraph a line."""

    place: Margin
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A whole document as it was read; truncated says that it went on beyond the caps."""

    kind: DocumentKind
    pages: tuple[ReadPage, ...]
    links: tuple[ReadLink, ...] = ()
    margins: tuple[ReadMargin, ...] = ()
    truncated: bool = False
