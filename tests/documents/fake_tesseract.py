"""Stands in for Tesseract: the same options, finds where ink is, and knows what the one scan of the tests says."""

# The first pixel may make it misbehave: see MISDEEDS. It imports nothing of ours and needs only its interpreter.

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator

LINES = ("Lebenslauf", "Werkleiter bei Nordwerk", "Leitung der Produktion")
_DARK, _WORD_GAP = 128, 0.007
_HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def _spans(inked: list[bool], gap: int) -> Iterator[tuple[int, int]]:
    """Runs of ink, those nearer to each other than a gap as one."""
    start, end = -1, -1
    for place, dark in enumerate([*inked, *[False] * (gap + 1)]):
        if dark:
            start, end = (place if start < 0 else start), place
        elif start >= 0 and place - end > gap:
            yield start, end + 1
            start = -1


def read(pixels: bytes, width: int, height: int) -> Iterator[str]:
    green = pixels[1::3]
    rows = [min(green[row * width : (row + 1) * width]) < _DARK for row in range(height)]
    for number, (top, bottom) in enumerate(_spans(rows, height // 200), start=1):
        line = green[top * width : bottom * width]
        columns = [min(line[column::width]) < _DARK for column in range(width)]
        words = LINES[number - 1].split() if number <= len(LINES) else []
        boxes = list(_spans(columns, round(width * _WORD_GAP)))
        if len(boxes) != len(words):
            words = ["?"] * len(boxes)
        for place, (word, (left, right)) in enumerate(zip(words, boxes, strict=True), start=1):
            yield f"5\t1\t1\t1\t{number}\t{place}\t{left}\t{top}\t{right - left}\t{bottom - top}\t96.5\t{word}"


def hang() -> None:
    threading.Event().wait()


def crash() -> None:
    os.abort()


def flood() -> None:
    while True:
        os.write(1, b"5\t1\t1\t1\t1\t1\t1\t1\t1\t1\t90\tx\n" * 4096)


def lie() -> None:
    """Words off the page, of no size, of odd numbers, with control characters; and one that is well."""
    odd = ("5\t1\t1\t1\t1\t1\t-5\t1\t1\t1\t90\ta", "5\t1\t1\t1\t1\t2\t1\t1\t0\t1\t90\tb", "5\t1\tx\t1", "\x00\x01")
    more = ("5\t1\t1\t1\t1\t3\t1\t1\t999999\t1\t90\tc", "5\t1\t1\t1\t1\t4\t1\t1\t5\t5\tnan\td", "5\t" * 12)
    good = "5\t1\t1\t1\t1\t5\t10\t10\t50\t20\t90\tgut\x1b\u202e"
    sys.stdout.write("\n".join((_HEAD, *odd, *more, good, "")))


MISDEEDS: dict[bytes, Callable[[], None]] = {
    bytes((255, 0, 0)): hang,
    bytes((0, 255, 0)): crash,
    bytes((0, 0, 255)): flood,
    bytes((255, 0, 255)): lie,
}


def main() -> int:
    if "--version" in sys.argv:
        sys.stdout.write("tesseract 0.0.fake\n")
        return 0
    if "--list-langs" in sys.argv:
        sys.stdout.write("List of available languages (2):\ndeu\neng\n")
        return 0
    magic, width, height, _most = sys.stdin.buffer.readline().split()
    pixels = sys.stdin.buffer.read()
    if magic != b"P6" or len(pixels) != int(width) * int(height) * 3:
        return 1
    if pixels[:3] in MISDEEDS:
        MISDEEDS[pixels[:3]]()
        return 0
    sys.stdout.write(f"{_HEAD}\n")
    for line in read(pixels, int(width), int(height)):
        sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
