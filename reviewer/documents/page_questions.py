"""What is asked of an open document about one of its pages; a page it does not have is refused before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reviewer.documents.patience import Cancelled
from reviewer.documents.session import DocumentSession
from reviewer.domain.pages import DocumentFacts, PageLink, PagePart, PagePicture, Word
from reviewer.domain.remarks import Remark
from reviewer.domain.sizing import FirstWidth
from reviewer.errors import DocumentUnreadable


def _on_page(session: DocumentSession, page: int) -> None:
    if not 1 <= page <= len(session.facts.pages):
        raise DocumentUnreadable("no-such-page", page=page)


def draw_page(session: DocumentSession, page: int, width_px: int, cancelled: Cancelled) -> PagePicture:
    """A page at a width."""
    _on_page(session, page)
    return session.render(page, max(1, width_px), cancelled=cancelled)


def draw_first(
    session: DocumentSession, wanted: FirstWidth, told: Callable[[DocumentFacts], None], cancelled: Cancelled
) -> PagePicture:
    """The first page, after telling what the document is; it may be on its way already."""
    told(session.facts)
    if cancelled():
        raise DocumentUnreadable("cancelled")
    return session.first_page(wanted, cancelled=cancelled)


def draw_part(session: DocumentSession, part: PagePart, cancelled: Cancelled) -> PagePicture:
    """A part of a page."""
    _on_page(session, part.page)
    return session.render_part(part, cancelled=cancelled)


def links_of(session: DocumentSession, page: int, cancelled: Cancelled) -> tuple[PageLink, ...]:
    """A page's links."""
    _on_page(session, page)
    return session.links(page, cancelled=cancelled)


def annotate(session: DocumentSession, remarks: Sequence[Remark]) -> bytes:
    """A copy with remarks on its pages."""
    for remark in remarks:
        _on_page(session, remark.page)
    return session.annotated(remarks)


def words_of(session: DocumentSession, page: int, cancelled: Cancelled) -> tuple[Word, ...]:
    """A page's words."""
    _on_page(session, page)
    return session.words(page, cancelled=cancelled)
