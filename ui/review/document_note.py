"""What the pane says of the way a document is shown: quick or faithful, read by OCR or not."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.i18n import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNote:
    """A few words and a sentence about them; empty where there is nothing to say."""

    words: str = ""
    about: str = ""


NOTHING = DocumentNote()


def quick_view(code: str) -> DocumentNote:
    """The text alone is shown; code says why not the pages as they look, empty: they are on their way."""
    about = {
        "": _("The text of the document; the pages as they look are on their way."),
        "no-office": _("The text of the document. With LibreOffice installed, the pages are shown as they look."),
    }
    otherwise = _("The text of the document. LibreOffice could not lay out its pages.")
    return DocumentNote(words=_("Quick view"), about=about.get(code, otherwise))


def scan(code: str) -> DocumentNote:
    """A page is a picture; code says why it has no text, empty: it is being read."""
    if not code:
        return DocumentNote(words=_("Reading the scan …"), about=_("A scan without text; it is being read by OCR."))
    about = {"no-ocr": _("A scan without text. With Tesseract installed, it can be searched, selected and pinned.")}
    return DocumentNote(words=_("Scan"), about=about.get(code, _("A scan whose text could not be read.")))


def read_by_ocr() -> DocumentNote:
    """The words of a page were read from its picture."""
    about = _("The text of this scan was read by OCR; letters and numbers may be wrong.")
    return DocumentNote(words=_("Text by OCR"), about=about)
