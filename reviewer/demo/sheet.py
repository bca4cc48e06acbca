"""Text that flows over drawn pages: wrapping, columns, page breaks, boxes and bullets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a line looks; sizes in points, colour as #rrggbb, align left, right, center or justify."""

    font: str
    size: float
    colour: str = "#1a1a1a"
    leading: float = 1.25
    align: str = "left"
    before: float = 0.0
    after: float = 0.0

    @property
    def height(self) -> float:
        """One line's height in points."""
        return self.size * self.leading


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph to be set; a bullet hangs at its left, indent moves the whole."""

    text: str
    style: TextStyle
    bullet: str = ""
    indent: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where text may stand on a page; points from the bottom left."""

    left: float
    bottom: float
    width: float
    top: float


@lru_cache(maxsize=65_536)
def _width(word: str, font: str) -> float:
    return float(stringWidth(word, font, 1000)) / 1000


@lru_cache(maxsize=256)
def colour_of(hexadecimal: str) -> Any:
    """The library's colour for #rrggbb."""
    return HexColor(hexadecimal)


def wrap(text: str, style: TextStyle, width: float) -> list[str]:
    """The text broken into lines of at most this width; a longer word is cut."""
    space = _width(" ", style.font) * style.size
    lines: list[str] = []
    words: list[str] = []
    used = 0.0
    for word in _fitting_words(text, style, width):
        needed = _width(word, style.font) * style.size
        if words and used + space + needed > width:
            lines.append(" ".join(words))
            words, used = [word], needed
        else:
            used += needed + (space if words else 0.0)
            words.append(word)
    return [*lines, " ".join(words)] if words else lines


def _fitting_words(text: str, style: TextStyle, width: float) -> list[str]:
    words: list[str] = []
    for word in text.split():
        rest = word
        while len(rest) > 1 and _width(rest, style.font) * style.size > width:
            cut = len(rest) - 1
            while cut > 1 and _width(rest[:cut], style.font) * style.size > width:
                cut -= 1
            words.append(rest[:cut])
            rest = rest[cut:]
        words.append(rest)
    return words


def measure(lines: Sequence[Line], width: float) -> float:
    """The height in points of these paragraphs in this width."""
    return sum(
        len(wrap(line.text, line.style, _text_width(line, width))) * line.style.height
        + line.style.before
        + line.style.after
        for line in lines
    )


def _hang(line: Line) -> float:
    return line.indent + (line.style.size * 1.1 if line.bullet else 0.0)


def _text_width(line: Line, width: float) -> float:
    return width - _hang(line)


class Sheet:
    """The pages of one document; the cursor y falls within the present frame."""

    def __init__(self, canvas: Canvas, frames: Sequence[Frame], decorate: Callable[[Sheet], None]) -> None:
        self.canvas = canvas
        self.page = 1
        self._frames = tuple(frames)
        self._at = 0
        self._decorate = decorate
        self.y = frames[0].top
        decorate(self)

    @property
    def frame(self) -> Frame:
        """The frame being filled."""
        return self._frames[self._at]

    def turn(self) -> None:
        """Go on in the next frame, or at the top of a new page."""
        self._at += 1
        if self._at == len(self._frames):
            self._at = 0
            self.page += 1
            self.canvas.showPage()
            self._decorate(self)
        self.y = self.frame.top

    def need(self, height: float) -> None:
        """Turn over unless this height in points is left (a new frame is never turned)."""
        if self.y - height < self.frame.bottom and self.y < self.frame.top:
            self.turn()

    def skip(self, height: float) -> None:
        """Leave blank, but not at the head of a frame."""
        if self.y < self.frame.top:
            self.y -= height

    def write(self, lines: Sequence[Line], left: float = 0.0, width: float | None = None) -> None:
        """Set paragraphs at left within the frame, turning over where they do not fit."""
        for line in lines:
            self._write_one(line, left, self.frame.width - left if width is None else width)

    def place(self, lines: Sequence[Line], x: float, y: float, width: float) -> float:
        """Set paragraphs at an absolute place without moving the cursor; the y below them."""
        for line in lines:
            y -= line.style.before
            for number, text in enumerate(wrap(line.text, line.style, _text_width(line, width))):
                y -= line.style.height
                self._draw(line, text, x, y, width, first=number == 0, last=True)
            y -= line.style.after
        return y

    def rule(self, colour: str, thickness: float = 0.6, left: float = 0.0, width: float | None = None) -> None:
        """A horizontal line at the cursor."""
        self.canvas.setStrokeColor(colour_of(colour))
        self.canvas.setLineWidth(thickness)
        x = self.frame.left + left
        self.canvas.line(x, self.y, x + (self.frame.width - left if width is None else width), self.y)

    def fill(self, colour: str, x: float, y: float, width: float, height: float, radius: float = 0.0) -> None:
        """A filled rectangle at an absolute place."""
        self.canvas.setFillColor(colour_of(colour))
        if radius:
            self.canvas.roundRect(x, y, width, height, radius, stroke=0, fill=1)
        else:
            self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def outline(self, colour: str, x: float, y: float, width: float, height: float, thickness: float = 0.5) -> None:
        """An unfilled rectangle at an absolute place."""
        self.canvas.setStrokeColor(colour_of(colour))
        self.canvas.setLineWidth(thickness)
        self.canvas.rect(x, y, width, height, stroke=1, fill=0)

    def _write_one(self, line: Line, left: float, width: float) -> None:
        self.skip(line.style.before)
        texts = wrap(line.text, line.style, _text_width(line, width))
        for number, text in enumerate(texts):
            self.need(line.style.height)
            self.y -= line.style.height
            last = number == len(texts) - 1
            self._draw(line, text, self.frame.left + left, self.y, width, first=number == 0, last=last)
        self.skip(line.style.after)

    def _draw(self, line: Line, text: str, x: float, y: float, width: float, *, first: bool, last: bool) -> None:
        style = line.style
        canvas = self.canvas
        baseline = y + style.height - style.size
        canvas.setFont(style.font, style.size)
        canvas.setFillColor(colour_of(style.colour))
        if line.bullet and first:
            canvas.drawString(x + line.indent, baseline, line.bullet)
        x += _hang(line)
        space = _text_width(line, width)
        match style.align:
            case "right":
                canvas.drawRightString(x + space, baseline, text)
            case "center":
                canvas.drawCentredString(x + space / 2, baseline, text)
            case "justify" if not last and " " in text:
                missing = space - stringWidth(text, style.font, style.size)
                canvas.drawString(x, baseline, text, wordSpace=missing / text.count(" "))
            case _:
                canvas.drawString(x, baseline, text)
