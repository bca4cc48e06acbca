"""CVs set as HTML by MuPDF: texts flow through rectangles, page by page."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pymupdf as _pymupdf

from tests.corpus.blind.drawing import mark
from tests.corpus.blind.model import Section, Station

Box = tuple[float, float, float, float]
pymupdf: Any = _pymupdf  # it is hardly typed
A4 = (0.0, 0.0, 595.0, 842.0)


def set_pages(
    flows: list[tuple[str, str, Callable[[int], Box]]], paint: Callable[[Any, int], None] | None = None
) -> bytes:
    """Each flow: HTML, CSS, and its rectangle for each page from 1. paint draws below or beside the text, page by page."""
    archive = pymupdf.Archive()
    stories = [pymupdf.Story(html, user_css=css, archive=archive) for html, css, _ in flows]
    found = io.BytesIO()
    writer = pymupdf.DocumentWriter(found)
    open_stories = list(range(len(stories)))
    page = 0
    while open_stories and page < 12:
        page += 1
        device = writer.begin_page(pymupdf.Rect(A4))
        for index in list(open_stories):
            more, _ = stories[index].place(pymupdf.Rect(flows[index][2](page)))
            stories[index].draw(device)
            if not more:
                open_stories.remove(index)
        writer.end_page()
    writer.close()
    if paint is None:
        return found.getvalue()
    document = pymupdf.open("pdf", found.getvalue())
    for number, drawn in enumerate(document, start=1):
        paint(drawn, number)
    return bytes(document.tobytes(garbage=0, deflate=True, no_new_id=True))


def fixed(box: Box) -> Callable[[int], Box]:
    """The same rectangle on every page."""
    return lambda _page: box


def add_links(document_bytes: bytes, targets: dict[str, str]) -> bytes:
    """Link annotations over the first place of each text."""
    if not targets:
        return document_bytes
    document = pymupdf.open("pdf", document_bytes)
    for text, target in targets.items():
        for page in document:
            hits = page.search_for(text)
            if hits:
                page.insert_link({"kind": pymupdf.LINK_URI, "from": hits[0], "uri": target})
                break
    return bytes(document.tobytes(deflate=True, no_new_id=True))


def station_html(station: Station, head: str) -> str:
    parts = [head]
    items = ""
    for kind, text in station.lines:
        if kind in {"task", "result"}:
            items += f"<li>{mark(text)}</li>"
            continue
        parts += [f"<ul>{items}</ul>"] if items else []
        items = ""
        parts.append(f'<p class="{kind}">{mark(text)}</p>')
    if items:
        parts.append(f"<ul>{items}</ul>")
    return "".join(parts)


def section_html(section: Section, head: Callable[[Station], str]) -> str:
    parts = [f"<h2>{mark(section.heading)}</h2>"]
    if section.kind == "list":
        parts.append("<ul>" + "".join(f"<li>{mark(text)}</li>" for text in section.texts) + "</ul>")
    else:
        parts += [f"<p>{mark(text)}</p>" for text in section.texts]
    parts += [station_html(station, head(station)) for station in section.stations]
    return "".join(parts)
