"""In the worker: a copy of the document as a PDF, with each remark as an annotation and in words beside its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pymupdf as untyped_engine

from reviewer.documents import limits
from reviewer.domain.applicant import Answer
from reviewer.domain.pages import PageSize
from reviewer.domain.remarks import Remark
from reviewer.errors import DocumentUnreadable

_engine: Any = untyped_engine
_INKS = {Answer.LACKING: (0.70, 0.22, 0.17), Answer.FINE: (0.14, 0.47, 0.29), Answer.OPEN: (0.18, 0.36, 0.83)}
_PALE = {Answer.LACKING: (0.99, 0.92, 0.90), Answer.FINE: (0.90, 0.96, 0.92), Answer.OPEN: (0.91, 0.94, 0.99)}
_FONT, _SIZE, _LINE, _PAD, _GAP = "helv", 7.5, 9.5, 4.0, 6.0
_NOTE_WIDTH = 150.0
_EDGE = 0.8
_MOST_HIDDEN = 0.04
"""The part of a note that may lie on words before the note shrinks to its title."""


Source = tuple[Any, int]
"""A document of the engine's, and how many of its pages are shown."""


def annotate(sources: Sequence[Source], pages: Sequence[PageSize], remarks: Sequence[Remark]) -> bytes:
    """The documents, one after the other, with the remarks, as a PDF that runs nothing; `too-large` beyond the cap."""
    copy = _make_pdf(*sources[0])
    for document, count in sources[1:]:
        copy.insert_pdf(_make_pdf(document, count), to_page=count - 1)
    _disarm(copy)
    for number in sorted({remark.page for remark in remarks}):
        _annotate_page(copy[number - 1], pages[number - 1], [one for one in remarks if one.page == number])
    written: bytes = copy.tobytes(garbage=3, deflate=True, encryption=_engine.PDF_ENCRYPT_NONE)
    if len(written) > limits.MAX_ANNOTATED_BYTES:
        raise DocumentUnreadable("too-large")
    return written


def _make_pdf(document: Any, count: int) -> Any:
    """A PDF of its own: the same pages, or what is shown of another kind."""
    content = document.tobytes() if document.is_pdf else document.convert_to_pdf(from_page=0, to_page=count - 1)
    return _engine.open(stream=content, filetype="pdf")


def _disarm(copy: Any) -> None:
    """Take out what a program that opens the copy might run or unpack."""
    catalog = copy.pdf_catalog()
    for key in ("OpenAction", "AA"):
        copy.xref_set_key(catalog, key, "null")
    copy.scrub(
        javascript=True,
        attached_files=True,
        embedded_files=True,
        clean_pages=False,
        hidden_text=False,
        metadata=False,
        redactions=False,
        redact_images=0,
        remove_links=False,
        reset_fields=False,
        reset_responses=False,
        thumbnails=False,
        xml_metadata=False,
    )


def _annotate_page(page: Any, size: PageSize, remarks: Sequence[Remark]) -> None:
    """Frames first, then the notes, which keep clear of words, frames and one another where they can."""
    stretch = _engine.Matrix(page.rect.width / size.width, page.rect.height / size.height)
    to_shown = page.rotation_matrix
    taken = [_engine.Rect(word[:4]) * to_shown for word in page.get_text("words")]
    places = [_engine.Rect(remark.rect) * stretch & page.rect for remark in remarks]
    for remark, place in zip(remarks, places, strict=True):
        _frame(page, remark, place)
    for remark, place in zip(remarks, places, strict=True):
        note = _find_note(page.rect, place, remark, taken + places)
        taken.append(note[0])
        _write(page, remark, *note)


def _frame(page: Any, remark: Remark, place: Any) -> None:
    frame = page.add_rect_annot(place * page.derotation_matrix)
    frame.set_colors(stroke=_INKS[remark.answer], fill=_PALE[remark.answer])
    frame.set_border(width=1.2)
    frame.set_blendmode("Multiply")
    frame.set_info(title=remark.title, subject=remark.title, content=f"{remark.title}\n{remark.text}")
    frame.update()


def _find_note(sheet: Any, place: Any, remark: Remark, taken: Sequence[Any]) -> tuple[Any, str]:
    """Where the note hides least, and its text: the whole remark, or its title alone where there is no room."""
    whole = _measured(remark.title, remark.text)
    found = min(_spots(sheet, place, whole[0]), key=lambda spot: _hidden(spot, taken))
    if _hidden(found, taken) <= _MOST_HIDDEN * abs(found):
        return found, whole[1]
    title = _measured(remark.title, "")
    return min(_spots(sheet, place, title[0]), key=lambda spot: _hidden(spot, taken)), title[1]


def _measured(title: str, text: str) -> tuple[tuple[float, float], str]:
    lines = [*_wrapped(title), *(_wrapped(text) if text else ())]
    width = max(_width(line) for line in lines) + 2 * _PAD
    return (width + 2, len(lines) * _LINE + 2 * _PAD), "\n".join(lines)


def _wrapped(text: str) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and _width(longer) > _NOTE_WIDTH - 2 * _PAD:
            yield line
            longer = word
        line = longer
    yield line


def _width(text: str) -> float:
    length: float = _engine.get_text_length(text, fontname=_FONT, fontsize=_SIZE)
    return length


def _spots(sheet: Any, place: Any, size: tuple[float, float]) -> Iterator[Any]:
    """Right, left, below and above of the place, and in the sheet's side margins at its height; the nearest first."""
    width, height = size
    middle = (place.y0 + place.y1 - height) / 2
    for x, y in (
        (place.x1 + _GAP, place.y0),
        (place.x1 + _GAP, middle),
        (place.x0 - _GAP - width, place.y0),
        (place.x0, place.y1 + _GAP),
        (place.x0, place.y0 - _GAP - height),
        (sheet.x1 - width - _PAD, place.y0),
        (sheet.x0 + _PAD, place.y0),
        (sheet.x1 - width - _PAD, place.y1 + _GAP),
        (sheet.x1 - width - _PAD, place.y0 - _GAP - height),
    ):
        left = min(max(x, sheet.x0), max(sheet.x0, sheet.x1 - width))
        top = min(max(y, sheet.y0), max(sheet.y0, sheet.y1 - height))
        yield _engine.Rect(left, top, left + width, top + height)


def _hidden(spot: Any, taken: Sequence[Any]) -> float:
    return float(sum(abs(spot & other) for other in taken if spot.intersects(other)))


def _write(page: Any, remark: Remark, spot: Any, text: str) -> None:
    note = page.add_freetext_annot(
        spot * page.derotation_matrix,
        text,
        fontsize=_SIZE,
        fontname=_FONT,
        text_color=_INKS[remark.answer],
        fill_color=_PALE[remark.answer],
        rotate=page.rotation,
    )
    note.set_border(width=_EDGE)
    note.set_info(title=remark.title, subject=remark.title)
    note.update(text_color=_INKS[remark.answer], fill_color=_PALE[remark.answer], rotate=page.rotation)
