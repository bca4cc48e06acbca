"""The HTML part of a letter: the approved plain text in paragraphs that read well, and nothing added to it."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import escape

from reviewer.domain.letter import Language

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_MARKED = re.compile(r"[ \t]*(?:[-–—•*]|\d{1,2}[.)])[ \t]+(?=\S)")
_NUMBERED = re.compile(r"[ \t]*\d")
_QUOTED = re.compile(r"[„“][^„“”<>]{1,400}[“”](?= \((?:Seite|page) \d)")
_MONTH = r"(?=[A-ZÄÖÜ][a-zäöü]+ \d{4})"
_TIED = re.compile(rf"(?<=\(Seite) (?=\d)|(?<=\(page) (?=\d)|(?<=\d\.) {_MONTH}|(?<=\d) {_MONTH}")
"""What stays on one line: “(Seite 1)”, and the day with its month."""
_WIDE_SPACE = re.compile(r"^ +| {2,}|\t", re.MULTILINE)
_PAGE = "margin:0;padding:0"
_LETTER = (
    "max-width:40em;margin:0 auto;padding:20px 16px;overflow-wrap:break-word;word-wrap:break-word;"
    "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;"
    "font-size:16px;line-height:1.55"
)
_PARAGRAPH = "margin:0 0 16px"
_ITEM = "margin:0 0 6px;padding-left:1.6em;text-indent:-1.6em"
"""Neither colours nor pictures: a reader in dark mode gets the mail program's own."""
_FRAME = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{subject}</title>
</head>
<body style="{page}">
<div style="{letter}">
{paragraphs}
</div>
</body>
</html>
"""


def make_html(subject: str, text: str, language: Language, titles: Collection[str] = ()) -> str:
    """The letter's text as one HTML page, every word and mark of it and no more.

    A paragraph that begins with one of the titles and a colon has a strong beginning; quoted evidence stands in
    italics; lines that begin with a dash or a number hang. Everything is escaped: a stranger's words are never markup.
    """
    paragraphs = [_paragraph(paragraph, titles) for paragraph in _BLANK_LINES.split(text.strip("\n"))]
    return _FRAME.format(
        language=language.value, subject=escape(subject), page=_PAGE, letter=_LETTER, paragraphs="\n".join(paragraphs)
    )


def _paragraph(text: str, titles: Collection[str]) -> str:
    lines = text.split("\n")
    marked = [line for line in lines if _MARKED.match(line)]
    if marked and (len(marked) > 1 or not _NUMBERED.match(marked[0])):
        return "\n".join(_items(lines))
    title = next((title for title in titles if text.startswith(f"{title}:")), None)
    if title is None:
        return f'<p style="{_PARAGRAPH}">{_words(text)}</p>'
    return f'<p style="{_PARAGRAPH}"><strong>{escape(title)}:</strong>{_words(text[len(title) + 1 :])}</p>'


def _items(lines: list[str]) -> list[str]:
    """Lines with a mark begin an item; what follows belongs to it, what comes before stands by itself."""
    items: list[list[str]] = []
    for line in lines:
        if _MARKED.match(line) or not items:
            items.append([line])
        else:
            items[-1].append(line)
    styles = [_ITEM if _MARKED.match(item[0]) else "margin:0 0 6px" for item in items]
    styles[-1] = styles[-1].replace("0 0 6px", "0 0 16px")
    return [f'<p style="{style}">{_words(chr(10).join(item))}</p>' for style, item in zip(styles, items, strict=True)]


def _words(text: str) -> str:
    """The words, escaped; line breaks stay line breaks, several spaces stay several."""
    spaced = _WIDE_SPACE.sub(_hard_spaces, escape(text))
    quoted = _QUOTED.sub(lambda found: f"<em>{found[0]}</em>", spaced)
    return _TIED.sub("&nbsp;", quoted).replace("\n", "<br>\n")


def _hard_spaces(found: re.Match[str]) -> str:
    width = 4 if found[0] == "\t" else len(found[0])
    return "&nbsp;" * (width - 1) + " " if width > 1 else found[0]
