"""Where words that were quoted stand in another layout of the same document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewer.domain.pages import Word

Rect = tuple[float, float, float, float]
Anchor = tuple[int, Rect]
"""A page (from 1) and a rectangle on it in points."""
_NOT_COMPARED = frozenset("-\u00ad\u2010\u2011")


def find_anchor(quote: str, anchor: Anchor, pages: Mapping[int, Sequence[Word]]) -> Anchor | None:
    """Where a quote stands: where it was pinned if the words there say so, else where they do; None where nowhere.

    Layouts differ by program, version and fonts, so the words decide, not the name of a layout. Spaces, hyphens and
    case are not compared: a quote joins what a line's end had parted. Of several places the one nearest to the pinned
    page counts; of words that go on over a page's end those on the first page. A place without words stays.
    """
    wanted = _bare(quote)
    if not wanted:
        return anchor
    page, rect = anchor
    if wanted in _bare(" ".join(word.text for word in pages.get(page, ()) if _is_inside(word, rect))):
        return anchor
    text, owners = _running(pages)
    starts = list(_occurrences(text, wanted))
    if not starts:
        return None
    start = min(starts, key=lambda start: abs(owners[start][0] - page))
    first = owners[start][0]
    found = {owner for owner in owners[start : start + len(wanted)] if owner[0] == first}
    return first, _around([pages[number][index].rect for number, index in found])


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


def _running(pages: Mapping[int, Sequence[Word]]) -> tuple[str, list[tuple[int, int]]]:
    """All words as one text, and for each of its characters the page and the word it is of."""
    parts: list[str] = []
    owners: list[tuple[int, int]] = []
    for number in sorted(pages):
        for index, word in enumerate(pages[number]):
            bare = _bare(word.text)
            parts.append(bare)
            owners += [(number, index)] * len(bare)
    return "".join(parts), owners


def _around(rects: Sequence[Rect]) -> Rect:
    return (
        min(rect[0] for rect in rects),
        min(rect[1] for rect in rects),
        max(rect[2] for rect in rects),
        max(rect[3] for rect in rects),
    )


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if not sign.isspace() and sign not in _NOT_COMPARED)


def _is_inside(word: Word, rect: Rect) -> bool:
    x, y = (word.rect[0] + word.rect[2]) / 2, (word.rect[1] + word.rect[3]) / 2
    return rect[0] - 1 <= x <= rect[2] + 1 and rect[1] - 1 <= y <= rect[3] + 1
