"""In the worker: one open document, its pages' sizes, words and pixels."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pymupdf as untyped_engine

from reviewer.documents import limits
from reviewer.documents.protocol import PictureSize
from reviewer.documents.worker_docx import made_readable
from reviewer.documents.worker_kind import JudgedContent, judge
from reviewer.documents.worker_links import page_labels, page_links
from reviewer.documents.worker_picture import read_picture
from reviewer.documents.worker_reading import Gathered, gather_document, pack_gathered
from reviewer.documents.worker_remarks import Source, annotate
from reviewer.domain.pages import DocumentFacts, DocumentKind, PageLink, PagePart, PageSize, Word
from reviewer.domain.remarks import Remark
from reviewer.errors import DocumentUnreadable

_engine: Any = untyped_engine
_mupdf: Any = untyped_engine.mupdf
_A4 = (595.0, 842.0)
_POINTS_PER_IMAGE_PIXEL = 72 / 150
_FONT_SIZE = 10
_WORD_FLAGS = _engine.TEXT_PRESERVE_WHITESPACE | _engine.TEXT_MEDIABOX_CLIP
_TEXT_STYLE = "@page{margin:48pt} body{margin:0} p{margin:0;white-space:pre-wrap;font-family:monospace}"
# As HTML the engine would resolve character references twice, and "&amp;lt;" would come out as "<".
_XHTML = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
_ENDLESS_WORD = re.compile(r"(\S{80})(?=\S)")
_EXPECTED_FORMAT = {"pdf": "PDF", "docx": "Office", "xhtml": "XHTML", "tiff": "TIFF", "bmp": "BMP", "pnm": "PNM"}


class _EngineDocument(_engine.Document):  # type: ignore[misc]  # the engine has no types
    """The engine's document, which opens in half its time: outline and all metadata but the format are left alone."""

    def init_doc(self) -> None:
        self.metadata = {"format": self._getMetadata("format")}


class OpenDocument:
    """A document within the caps, as it is shown: rotation applied, images at a natural size."""

    def __init__(self, document: Any, kind: DocumentKind, source: bytes, *, truncated: bool) -> None:
        self._document = document
        self._source = source
        self._kind = kind
        count = len(document)
        if not count:
            raise DocumentUnreadable("damaged")
        pages = tuple(self._page_size(number) for number in range(min(count, limits.MAX_PAGES)))
        self.facts = DocumentFacts(kind=kind, pages=pages, truncated=truncated or count > limits.MAX_PAGES)

    def _page_size(self, number: int) -> PageSize:
        try:
            width, height = self._bounds(self._loaded(number))
        except Exception:  # noqa: BLE001 - a page that cannot be loaded keeps its place; showing it says why it cannot
            return PageSize(width=_A4[0], height=_A4[1])
        if self._kind is DocumentKind.IMAGE:
            width, height = self._natural_size(number, width, height)
        largest = limits.MAX_PAGE_POINTS
        return PageSize(width=min(max(width, 1.0), largest), height=min(max(height, 1.0), largest))

    def _natural_size(self, number: int, width: float, height: float) -> tuple[float, float]:
        longest_px = max((max(i["width"], i["height"]) for i in self._document[number].get_image_info()), default=1000)
        shown = min(_A4[0], longest_px * _POINTS_PER_IMAGE_PIXEL * width / max(width, height))
        return shown, shown * height / width

    def _loaded(self, number: int) -> Any:
        """The page (from 0) for bounding and drawing, without what the engine's own page object takes to be made."""
        return _mupdf.fz_load_page(self._document.this, number)

    def _bounds(self, loaded: Any) -> tuple[float, float]:
        """Width and height in points, rotation applied."""
        rect = _mupdf.fz_bound_page(loaded)
        return float(rect.x1 - rect.x0), float(rect.y1 - rect.y0)

    def _number(self, page: int) -> int:
        if not 1 <= page <= len(self.facts.pages):
            raise DocumentUnreadable("damaged")
        return page - 1

    def _checked(self, page: int) -> Any:
        return self._document[self._number(page)]

    def picture_size(self, page: int, width_px: int) -> PictureSize:
        """The picture's size for a wanted width: smaller where it would pass the caps."""
        size = self.facts.pages[page - 1]
        ratio = size.height / size.width
        width = min(
            float(width_px),
            limits.MAX_SIDE_PX,
            limits.MAX_SIDE_PX / ratio,
            (limits.MAX_PICTURE_PX / ratio) ** 0.5,
        )
        width_whole = max(1, int(width))
        height = min(max(1, round(width_whole * ratio)), limits.MAX_SIDE_PX, limits.MAX_PICTURE_PX // width_whole)
        return PictureSize(width_px=width_whole, height_px=height)

    def render(self, page: int, size: PictureSize, target: memoryview, *, white: bool = False) -> None:
        """Draw a page on white into target, which may be white already; four bytes a pixel: B, G, R, opaque."""
        loaded = self._loaded(self._number(page))
        width, height = self._bounds(loaded)
        scales = (size.width_px / width, size.height_px / height)
        self._draw(loaded, size, target, scales, (0, 0), white=white)

    def render_part(self, part: PagePart, target: memoryview) -> None:
        """Draw a part of a page into target, as if the whole page were drawn that wide."""
        loaded, shown = self._loaded(self._number(part.page)), self.facts.pages[part.page - 1]
        width, height = self._bounds(loaded)
        size = PictureSize(width_px=part.width_px, height_px=part.height_px)
        scales = (part.page_width_px / width, part.page_width_px * shown.height / shown.width / height)
        self._draw(loaded, size, target, scales, (part.left, part.top))

    def _draw(
        self,
        loaded: Any,
        size: PictureSize,
        target: memoryview,
        scales: tuple[float, float],
        corner: tuple[int, int],
        *,
        white: bool = False,
    ) -> None:
        pixmap = _mupdf.fz_new_pixmap_with_bbox_and_data(
            _mupdf.fz_device_bgr(),
            _mupdf.FzIrect(0, 0, size.width_px, size.height_px),
            _mupdf.FzSeparations(),
            1,
            _mupdf.python_buffer_data(target),
        )
        if not white:
            _mupdf.fz_clear_pixmap_with_value(pixmap, 255)
        device = _mupdf.fz_new_draw_device(_mupdf.FzMatrix(), pixmap)
        _mupdf.fz_run_page(
            loaded,
            device,
            _mupdf.FzMatrix(scales[0], 0, 0, scales[1], -corner[0], -corner[1]),
            _mupdf.FzCookie(),
        )
        _mupdf.fz_close_device(device)

    def words(self, page: int) -> tuple[Word, ...]:
        """A page's words in the order its producer wrote them, within the caps; none for an image.

        Columns sorted by place would tear the dates of a CV's tables from what was done then.
        """
        shown = self._checked(page)
        if self._kind is DocumentKind.IMAGE:
            return ()
        to_shown = shown.rotation_matrix
        found = []
        for x0, y0, x1, y1, text, block, line, _number in shown.get_text("words", flags=_WORD_FLAGS):
            rect = _engine.Rect(x0, y0, x1, y1) * to_shown
            found.append(Word(text=text, rect=(rect.x0, rect.y0, rect.x1, rect.y1), block=block, line=line))
        return tuple(_within_caps(found))

    def text(self) -> str:
        """The whole text in reading order, a line a line, an empty line between blocks; cut at the cap."""
        pages, left = [], limits.MAX_TEXT_CHARACTERS
        for page in range(1, len(self.facts.pages) + 1):
            text = self._page_text(page)[:left]
            pages.append(text)
            left -= len(text) + 2
            if left <= 0:
                break
        return "\n\n".join(pages)

    def reading(self) -> bytes:
        """The whole document with its type, links and margins, packed."""
        gathered = Gathered()
        self.gather(gathered)
        return pack_gathered(gathered)

    def gather(self, gathered: Gathered) -> None:
        """Add what the reading tells of this document to that of others."""
        gather_document(gathered, self._document, self._kind, len(self.facts.pages), self._source)

    def links(self, page: int) -> list[PageLink]:
        """A page's links."""
        self._checked(page)
        return page_links(self._document, page - 1, len(self.facts.pages))

    def labels(self) -> list[str]:
        """What the pages call themselves; empty where they have numbers only."""
        return page_labels(self._document, len(self.facts.pages))

    def annotated(self, remarks: Sequence[Remark]) -> bytes:
        """A copy as a PDF with remarks in it."""
        return annotate([self.source], self.facts.pages, remarks)

    @property
    def source(self) -> Source:
        """The engine's document and how many of its pages are shown, for a copy of it or of it among others."""
        return self._document, len(self.facts.pages)

    def _page_text(self, page: int) -> str:
        try:
            return _joined(self.words(page))
        except Exception:  # noqa: BLE001 - the text of the other pages is worth having
            return ""


def _joined(words: tuple[Word, ...]) -> str:
    lines: list[str] = []
    place: tuple[int, int] | None = None
    for word in words:
        if (word.block, word.line) == place:
            lines[-1] += f" {word.text}"
        else:
            if place and place[0] != word.block:
                lines.append("")
            lines.append(word.text)
        place = (word.block, word.line)
    return "\n".join(lines)


def _within_caps(words: list[Word]) -> Iterator[Word]:
    characters = 0
    for word in words[: limits.MAX_WORDS]:
        text = "".join(c for c in word.text if c >= " " and not "\ud800" <= c <= "\udfff")
        text = text[: limits.MAX_WORD_CHARACTERS]
        characters += len(text)
        if characters > limits.MAX_TEXT_CHARACTERS:
            return
        if text and max(map(abs, word.rect)) < limits.MAX_COORDINATE:
            yield Word(text=text, rect=word.rect, block=word.block, line=word.line)


def _as_page_source(text: str) -> bytes:
    """The text as pages the engine can lay out: all markup in it escaped, endless words broken."""
    fitting = _ENDLESS_WORD.sub(r"\1\n", text.expandtabs(4))
    paragraphs = "".join(f"<p>{html.escape(line) or '&#160;'}</p>" for line in fitting.split("\n"))
    return f"{_XHTML}<head><style>{_TEXT_STYLE}</style></head><body>{paragraphs}</body></html>".encode()


def open_document(untrusted: bytes, judged: JudgedContent | None = None) -> OpenDocument:
    """Open bytes that are one document; raises DocumentUnreadable, or whatever the engine raises over damage."""
    content = judged or judge(untrusted)
    if not content.engine_format:
        raise DocumentUnreadable("unknown-kind")
    text = content.text[: limits.MAX_TEXT_CHARACTERS]
    form, source = content.engine_format, untrusted
    if content.text:
        source = _as_page_source(text)
    elif form in {"webp", "avif", "heif"}:
        form, source = "pnm", read_picture(untrusted, form)
    elif form == "docx":
        source = made_readable(untrusted)
    document = _EngineDocument(stream=source, filetype=form, width=_A4[0], height=_A4[1], fontsize=_FONT_SIZE)
    if document.needs_pass:
        raise DocumentUnreadable("encrypted")
    _check_format(document, form)
    return OpenDocument(document, content.kind, untrusted, truncated=len(text) < len(content.text))


def _check_format(document: Any, form: str) -> None:
    """The engine judges content by itself too: it must have come to the same result."""
    found = str((document.metadata or {}).get("format") or "")
    if not found.startswith(_EXPECTED_FORMAT.get(form, "Image")):
        raise DocumentUnreadable("unknown-kind")
