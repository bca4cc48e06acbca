"""In the worker: where a page's links lie and lead, and what the pages call themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pymupdf as untyped_engine

from reviewer.documents import limits
from reviewer.domain.pages import PageLink

_engine: Any = untyped_engine


def page_links(document: Any, number: int, count: int) -> list[PageLink]:
    """The links of a page (from 0) of a document of so many pages, within the caps, in the order of the file."""
    found: list[PageLink] = []
    try:
        for link in document[number].get_links()[: limits.MAX_LINKS]:
            found += _link(link, count)
    except Exception:  # noqa: BLE001 - a broken link table costs the links alone
        return found
    return found


def _link(link: dict[str, Any], count: int) -> Iterator[PageLink]:
    """The engine gives the rectangle as the page is shown, turned and cropped."""
    rect = link["from"]
    x0, x1 = sorted((float(rect.x0), float(rect.x1)))
    y0, y1 = sorted((float(rect.y0), float(rect.y1)))
    if not max(map(abs, (x0, y0, x1, y1))) < limits.MAX_COORDINATE:
        return
    kind, page = link.get("kind"), link.get("page")
    if kind in {_engine.LINK_GOTO, _engine.LINK_NAMED} and isinstance(page, int) and 0 <= page < count:
        yield PageLink(rect=(x0, y0, x1, y1), target="", page=page + 1)
        return
    target = str(link.get("uri") or "")
    if kind in {_engine.LINK_LAUNCH, _engine.LINK_GOTOR}:
        target = f"file:{link.get('file') or link.get('uri') or ''}"
    target = plain(target).strip()[: limits.MAX_TARGET_CHARACTERS]
    if target:
        yield PageLink(rect=(x0, y0, x1, y1), target=target)


def page_labels(document: Any, count: int) -> list[str]:
    """The label of each of the first count pages; none where the document has none, or labels that are no use."""
    try:
        if not document.is_pdf or not document.get_page_labels():
            return []
        labels = [plain(str(document[number].get_label() or "")).strip() for number in range(count)]
    except Exception:  # noqa: BLE001 - labels are a comfort; pages have their numbers
        return []
    counted = [str(number + 1) for number in range(count)]
    short = [label[: limits.MAX_LABEL_CHARACTERS] for label in labels]
    return short if all(short) and short != counted else []


def plain(text: str) -> str:
    """The text without what cannot be shown or sent."""
    return "".join(sign for sign in text if sign >= " " and sign != "\x7f" and not "\ud800" <= sign <= "\udfff")
