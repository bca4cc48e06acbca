"""The ways one document may be laid out, and the names under which its pages are asked for."""

from __future__ import annotations

from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import CONTAINERS, DocumentKind

_OFFICE, _SCAN, _CHECK = ":office", ":scan", ":check"
FLOWING = frozenset({DocumentKind.DOCX, DocumentKind.ODT, DocumentKind.RTF, DocumentKind.DOC, DocumentKind.TEXT})
"""Kinds without pages of their own: where a word stands depends on who lays it out."""
OFFICE_KINDS = frozenset({DocumentKind.DOCX, DocumentKind.ODT, DocumentKind.RTF, DocumentKind.DOC})
"""Kinds that LibreOffice shows more faithfully than the engine."""
SCAN_KINDS = CONTAINERS | {DocumentKind.PDF, DocumentKind.IMAGE}
"""Kinds whose pages may be pictures of text."""
LEAST_TEXT = 80
"""A page with fewer characters is taken for a picture; what a scanner stamps on it is shorter."""


def office_layout(document: DocumentId) -> DocumentId:
    """The name of a document's pages as LibreOffice lays them out."""
    return DocumentId(document + _OFFICE)


def scan_layout(document: DocumentId, *, for_the_eye: bool) -> DocumentId:
    """The name under which a document's pages are drawn for OCR, by a process of their own: for people, for checks."""
    return DocumentId(document + (_SCAN if for_the_eye else _CHECK))


def is_office_layout(layout: DocumentId) -> bool:
    """Whether pages of this name are LibreOffice's."""
    return layout.endswith(_OFFICE)


def document_of(layout: DocumentId) -> DocumentId:
    """The document that pages of this name are of."""
    return DocumentId(layout.removesuffix(_OFFICE).removesuffix(_SCAN).removesuffix(_CHECK))
