"""In the worker: a whole document's words with their type, its links, and what the engine leaves out of a DOCX."""

from __future__ import annotations

import html
import io
import re
import zipfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any

import pymupdf as untyped_engine

from reviewer.documents import limits
from reviewer.documents.reading_protocol import (
    MAX_LINKS,
    MAX_MARGIN_CHARACTERS,
    MAX_MARGINS,
    MAX_TARGET_CHARACTERS,
    pack_reading,
)
from reviewer.documents.worker_docx import without_fallbacks
from reviewer.documents.worker_links import page_links
from reviewer.domain.pages import DocumentKind
from reviewer.domain.reading import Margin, ReadLink, ReadMargin, ReadWord, Rect

_engine: Any = untyped_engine
_FLAGS = _engine.TEXT_PRESERVE_WHITESPACE | _engine.TEXT_MEDIABOX_CLIP
_BOLD_FLAG = 16
_BOLD_CHARACTER, _FILLED, _STROKED = 8, 16, 32
_NOWHERE: Rect = (0.0, 0.0, 0.0, 0.0)
_PART = re.compile(r"word/(header|footer)\d*\.xml")
_PARAGRAPH_END = re.compile(r"</w:p>|<w:br\s*/>|<w:cr\s*/>")
_RUN_TEXT = re.compile(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>|<w:tab\s*/>")
_BOX = re.compile(r"<w:txbxContent>(.*?)</w:txbxContent>", re.DOTALL)
_TARGET = re.compile(r'Target="((?:mailto|tel|https?):[^"]{1,500})"')
_MAX_PART_BYTES = 4_000_000

Spans = dict[tuple[int, int], tuple[list[float], list[tuple[float, bool, bool]]]]

_NO_TYPE: tuple[list[float], list[tuple[float, bool, bool]]] = ([], [])


@dataclass(slots=True, kw_only=True)
class Gathered:
    """What was read so far of one or more documents, and how much more may be."""

    pages: list[list[ReadWord]] = field(default_factory=list)
    links: list[ReadLink] = field(default_factory=list)
    margins: list[ReadMargin] = field(default_factory=list)
    words_left: int = limits.MAX_WORDS
    characters_left: int = limits.MAX_TEXT_CHARACTERS
    truncated: bool = False


def gather_document(gathered: Gathered, document: Any, kind: DocumentKind, count: int, untrusted: bytes) -> None:
    """Add the first count pages of a document, cut at the caps."""
    before = len(gathered.pages)
    for number in range(count):
        words = [] if kind is DocumentKind.IMAGE else _page_words(document, number)
        kept = _within(words, gathered.words_left, gathered.characters_left)
        gathered.truncated = gathered.truncated or len(kept) < len(words)
        gathered.words_left -= len(kept)
        gathered.characters_left -= _count_characters(kept)
        gathered.pages.append(kept)
        if kind is DocumentKind.PDF:
            gathered.links += (replace(link, page=before + link.page) for link in _page_links(document, number, count))
    if kind is DocumentKind.DOCX:
        margins, found = _word_parts(untrusted)
        gathered.margins += margins
        gathered.links += found


def pack_gathered(gathered: Gathered) -> bytes:
    """The packed answer."""
    links, margins = gathered.links[:MAX_LINKS], gathered.margins[:MAX_MARGINS]
    return pack_reading(gathered.pages, links, margins, truncated=gathered.truncated)


def _within(words: list[ReadWord], words_left: int, characters_left: int) -> list[ReadWord]:
    kept = words[:words_left]
    if _count_characters(kept) <= characters_left:
        return kept
    ends = accumulate(len(word.text) for word in kept)
    return [word for word, end in zip(kept, ends, strict=True) if end <= characters_left]


def _count_characters(words: list[ReadWord]) -> int:
    return sum([len(word.text) for word in words])


def _page_words(document: Any, number: int) -> list[ReadWord]:
    """The page's words; none for a page that the engine cannot read, whose neighbours are worth having."""
    try:
        page = document[number]
        text = page.get_textpage(flags=_FLAGS)
        spans = _spans(text.extractDICT())
        to_shown = page.rotation_matrix if page.rotation else None
        return list(_words(text.extractWORDS(), spans, to_shown))
    except Exception:  # noqa: BLE001 - whatever the engine raises over a stranger's page means the same
        return []


def _spans(page: Any) -> Spans:
    """For each line the left edges of its runs of one type, and what type that is: size, bold, hidden."""
    found: Spans = {}
    for number, block in enumerate(page["blocks"]):
        for place, line in enumerate(block.get("lines", ())):
            runs = sorted(
                (
                    float(span["bbox"][0]),
                    (
                        min(max(float(span["size"]), 0.0), limits.MAX_PAGE_POINTS),
                        bool(span["flags"] & _BOLD_FLAG or span["char_flags"] & _BOLD_CHARACTER),
                        not span["char_flags"] & (_FILLED | _STROKED) or span["alpha"] == 0,
                    ),
                )
                for span in line["spans"]
            )
            found[number, place] = ([left for left, _ in runs], [kind for _, kind in runs])
    return found


def _words(found: Iterable[Any], spans: Spans, to_shown: Any) -> Iterator[ReadWord]:
    """The engine's words with their type, but those of no sign that is seen or too far off."""
    largest, most_characters = limits.MAX_COORDINATE, limits.MAX_WORD_CHARACTERS
    for x0, y0, x1, y1, untrusted, block, line, _number in found:
        text = untrusted if untrusted.isprintable() else _plain(untrusted)
        rect: Rect = (x0, y0, x1, y1)
        if to_shown is not None:
            shown = _engine.Rect(rect) * to_shown
            rect = (shown.x0, shown.y0, shown.x1, shown.y1)
        inside = -largest < rect[0] and -largest < rect[1] and rect[2] < largest and rect[3] < largest
        if not text or not inside:
            continue
        lefts, kinds = spans.get((block, line), _NO_TYPE)
        if kinds:
            size, bold, hidden = kinds[max(0, bisect_right(lefts, x0 + 0.5) - 1)] if len(kinds) > 1 else kinds[0]
        else:
            size, bold, hidden = min(max(y1 - y0, 0.0), limits.MAX_PAGE_POINTS), False, False
        yield ReadWord(text[:most_characters], rect, size, bold, hidden, block, line)


def _page_links(document: Any, number: int, count: int) -> list[ReadLink]:
    """The targets outside the document."""
    return [
        ReadLink(page=number + 1, rect=link.rect, target=link.target[:MAX_TARGET_CHARACTERS])
        for link in page_links(document, number, count)
        if link.target
    ]


def _plain(text: str, kept: str = "") -> str:
    return "".join(sign for sign in text if (sign >= " " or sign in kept) and not "\ud800" <= sign <= "\udfff")


def _word_parts(untrusted: bytes) -> tuple[list[ReadMargin], list[ReadLink]]:
    """Headers, footers and text boxes of a DOCX, and the targets of its links; nothing where the file is odd."""
    margins: list[ReadMargin] = []
    links: list[ReadLink] = []
    try:
        with zipfile.ZipFile(io.BytesIO(untrusted)) as archive:
            for entry in archive.infolist():
                part = _PART.fullmatch(entry.filename)
                if part:
                    margins += _margin(Margin(part[1]), _part_text(archive, entry))
                elif entry.filename == "word/document.xml":
                    boxes = dict.fromkeys(_BOX.findall(_part_text(archive, entry)))
                    margins += [margin for box in boxes for margin in _margin(Margin.BOX, box)]
                elif entry.filename.startswith("word/_rels/"):
                    targets = _TARGET.findall(_part_text(archive, entry))
                    links += [ReadLink(page=0, rect=_NOWHERE, target=_plain(html.unescape(t))) for t in targets]
    except Exception:  # noqa: BLE001 - the archive passed the caps when it was opened; what is odd inside is left out
        return margins, links
    return margins, links


def _part_text(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    with archive.open(entry) as part:
        return without_fallbacks(part.read(_MAX_PART_BYTES)).decode("utf-8", "replace")


def _margin(place: Margin, xml: str) -> list[ReadMargin]:
    lines = []
    for paragraph in _PARAGRAPH_END.split(xml):
        text = "".join(html.unescape(found[1]) if found[1] else " " for found in _RUN_TEXT.finditer(paragraph))
        lines.append(_plain(text).strip())
    text = "\n".join(line for line in lines if line)[:MAX_MARGIN_CHARACTERS]
    return [ReadMargin(place=place, text=text)] if text else []
