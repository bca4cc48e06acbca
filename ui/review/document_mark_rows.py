"""What of a page a pin stands for: the rows of its words, or its rectangle where it has none; and where words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.domain.pages import Word
from ui.review.document_layout import Rect
from ui.review.document_text import PageText, union

_APART = 1.2
"""A gap this many times as wide as the words are high parts them: columns, dates beside what they date."""
ROOM_X, _ROOM_Y = 3.0, 1.5
_SAME_ROW = 0.5
_NEXT_ROW = 0.6


class WordRuns:
    """Words that stand beside each other without a gap, as rectangles in points: where a page is not free."""

    def __init__(self, text: PageText) -> None:
        self.text = text
        runs = [run for line in text.lines for run in _split(text.words[line.first : line.last])]
        self.rects: tuple[Rect, ...] = tuple(union([word.rect for word in run]) for run in runs)
        self._runs = runs
        starts = sorted(rect[0] for rect in self.rects)
        self.left = starts[len(starts) // 20] if starts else None
        """Where the page's words begin at the left, but for a few such as a number in the margin."""

    def is_free(self, rect: Rect) -> bool:
        """Whether no words stand in a rectangle."""
        return not any(_meet(rect, run) for run in self.rects)

    def between(self, top: float, bottom: float) -> list[Rect]:
        """The words that reach into a band across the page."""
        return [rect for rect in self.rects if rect[1] < bottom and rect[3] > top]

    def rows(self, rect: Rect, quote: str) -> tuple[Rect, ...]:
        """The rows of a pin's words from the top, with a little room around; without a quote its rectangle."""
        kept = [run for run in self._kept(rect) if _quoted(run, quote)] or list(self._kept(rect))
        if not quote or not kept:
            return (rect,)
        pieces = sorted((union([word.rect for word in run]) for run in kept), key=lambda piece: (piece[1], piece[0]))
        own = frozenset(word.rect for run in kept for word in run)
        return tuple(self._roomy(row, own) for row in _touching(self._joined(pieces)))

    def _kept(self, rect: Rect) -> Iterator[list[Word]]:
        for whole, run in zip(self.rects, self._runs, strict=True):
            inside = [word for word in run if _holds(rect, word.rect)] if _meet(rect, whole) else []
            if inside:
                yield inside

    def _roomy(self, row: Rect, own: frozenset[Rect]) -> Rect:
        """A row with room on each side, but no further than half way to the next words, which no frame runs through."""
        x0, y0, x1, y1 = row
        left, up, right, down = ROOM_X, _ROOM_Y, ROOM_X, _ROOM_Y
        around = (x0 - 2 * ROOM_X, y0 - 2 * _ROOM_Y, x1 + 2 * ROOM_X, y1 + 2 * _ROOM_Y)
        middle = (y0 + y1) / 2
        for rect in self._words_in(around):
            if rect in own:
                continue
            if rect[1] < middle < rect[3]:
                left = min(left, (x0 - rect[2]) / 2) if rect[0] < x0 else left
                right = min(right, (rect[0] - x1) / 2) if rect[2] > x1 else right
            elif rect[0] < x1 and rect[2] > x0:
                up = min(up, (y0 - rect[3]) / 2) if rect[1] < y0 else up
                down = min(down, (rect[1] - y1) / 2) if rect[3] > y1 else down
        return (x0 - left, y0 - up, x1 + right, y1 + down)

    def _words_in(self, rect: Rect) -> Iterator[Rect]:
        for whole, run in zip(self.rects, self._runs, strict=True):
            if _meet(rect, whole):
                yield from (word.rect for word in run if _meet(rect, word.rect))

    def _joined(self, pieces: Sequence[Rect]) -> list[Rect]:
        """Pieces of one row as one, where no other words stand between them."""
        rows: list[Rect] = []
        for piece in pieces:
            for index, row in enumerate(rows):
                both = union([row, piece])
                if _beside(row, piece) and self._is_between_free(row, piece):
                    rows[index] = both
                    break
            else:
                rows.append(piece)
        return rows

    def _is_between_free(self, one: Rect, other: Rect) -> bool:
        left, right = sorted((one, other))
        top, bottom = max(one[1], other[1]), min(one[3], other[3])
        return left[2] >= right[0] or self.is_free((left[2], top, right[0], bottom))


def _split(words: Sequence[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if run and word.rect[0] - run[-1].rect[2] > _APART * (word.rect[3] - word.rect[1]):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _quoted(run: Sequence[Word], quote: str) -> bool:
    return 2 * sum(word.text in quote for word in run) >= len(run)


def _touching(rows: Sequence[Rect]) -> tuple[Rect, ...]:
    """Rows that follow each other closely, each as far as the middle of the gap or of where they overlap."""
    done = list(rows)
    for upper, above in enumerate(done):
        for lower in range(upper + 1, len(done)):
            below, height = done[lower], above[3] - above[1]
            apart = below[1] - above[3]
            if below[0] < above[2] and above[0] < below[2] and abs(apart) < _NEXT_ROW * height:
                middle = above[3] + apart / 2
                done[upper] = (*above[:3], middle)
                done[lower] = (below[0], middle, *below[2:])
                break
    return tuple(done)


def _meet(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _holds(rect: Rect, word: Rect) -> bool:
    return rect[0] <= (word[0] + word[2]) / 2 <= rect[2] and rect[1] <= (word[1] + word[3]) / 2 <= rect[3]


def _beside(one: Rect, other: Rect) -> bool:
    apart = abs((one[1] + one[3]) - (other[1] + other[3])) / 2
    return apart < _SAME_ROW * min(one[3] - one[1], other[3] - other[1])
