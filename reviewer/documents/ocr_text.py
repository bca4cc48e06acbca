"""What Tesseract says of one page, measured and checked, as words in points of that page."""

from __future__ import annotations

import math

from reviewer.documents import limits
from reviewer.domain.pages import PageSize, Word

MAX_OUTPUT_BYTES = 4_000_000
_COLUMNS = ("level", "page_num", "block_num", "par_num", "line_num", "word_num", "left", "top", "width", "height")
_WORD_LEVEL = 5
_LEAST_CONFIDENCE = 30.0
_FIELDS = 12
_LINES_IN_BLOCK = 10_000


def parse_words(untrusted: bytes, page: PageSize, width_px: int, height_px: int) -> tuple[Word, ...]:
    """The words of Tesseract's table that it is fairly sure of, in its reading order.

    A line that is not as Tesseract writes it is left out, and so is a word that does not lie on the page.
    """
    words: list[Word] = []
    characters = 0
    for line in untrusted.decode("utf-8", "replace").split("\n")[1:]:
        word = _word(line.rstrip("\r").split("\t"), page.width / width_px, page.height / height_px, page)
        if word is None:
            continue
        characters += len(word.text)
        if len(words) >= limits.MAX_WORDS or characters > limits.MAX_TEXT_CHARACTERS:
            break
        words.append(word)
    return tuple(words)


def _word(untrusted: list[str], scale_x: float, scale_y: float, page: PageSize) -> Word | None:
    if len(untrusted) != _FIELDS:
        return None
    try:
        level, _page, block, paragraph, line, _number, left, top, width, height = map(int, untrusted[: len(_COLUMNS)])
        confidence = float(untrusted[len(_COLUMNS)])
    except ValueError:
        return None
    text = "".join(sign for sign in untrusted[-1] if sign.isprintable() and not "\ud800" <= sign <= "\udfff").strip()
    if level != _WORD_LEVEL or not text or not math.isfinite(confidence) or confidence < _LEAST_CONFIDENCE:
        return None
    x0, y0, x1, y1 = left * scale_x, top * scale_y, (left + width) * scale_x, (top + height) * scale_y
    if not (0 <= x0 < x1 <= page.width + 1 and 0 <= y0 < y1 <= page.height + 1):
        return None
    if not (0 <= block < _LINES_IN_BLOCK and 0 <= paragraph < _LINES_IN_BLOCK and 0 <= line < _LINES_IN_BLOCK):
        return None
    return Word(
        text=text[: limits.MAX_WORD_CHARACTERS],
        rect=(x0, y0, x1, y1),
        block=block,
        line=paragraph * _LINES_IN_BLOCK + line,
    )
