"""In the worker, before it is confined: draw a harmless document of each kind, so that nothing is loaded later."""

from __future__ import annotations

import codecs
import io
import zipfile
from email.header import Header
from email.message import Message as EmailMessage
from functools import cache
from typing import Any

import pymupdf as untyped_engine
from PIL import Image

from reviewer.documents.protocol import pack_words
from reviewer.documents.worker_container import Opened, open_any
from reviewer.documents.worker_office_text import load_code_pages

_engine: Any = untyped_engine
_CODECS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "cp437",
    "ascii",
    "latin-1",
    "raw_unicode_escape",
)
_ORIENTATION = 0x0112
_FONTS = ("helv", "hebo", "heit", "tiro", "tibo", "tiit", "cour")
_WORD_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
        'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    ),
    "word/_rels/document.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    ),
    "word/document.xml": (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>Warm</w:t></w:r></w:p></w:body></w:document>"
    ),
}


@cache
def _pdf() -> bytes:
    document = _engine.open()
    page = document.new_page()
    for line, font in enumerate(_FONTS, start=1):
        page.insert_text((72, 30 * line), "Lebenslauf: Projekte, Aufgaben 0123456789", fontname=font)
    return bytes(document.tobytes())


@cache
def _word() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _WORD_PARTS.items():
            archive.writestr(name, text)
    return file.getvalue()


def _open_document() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", '<office xmlns:text="t"><text:p>Warm<text:tab/></text:p></office>')
    return file.getvalue()


def _webp() -> bytes:
    file = io.BytesIO()
    image = Image.new("RGBA", (16, 16), "white")
    image.getexif()[_ORIENTATION] = 6
    image.save(file, "WEBP", exif=image.getexif())
    return file.getvalue()


def _mail() -> bytes:
    """A message with words in each encoding, and a message attached that has an attachment itself."""
    whole, inner = EmailMessage(), EmailMessage()
    for message in (inner, whole):
        message["Subject"] = Header("Wärme", "utf-8").encode()
        message["MIME-Version"] = "1.0"
        message["Content-Type"] = "multipart/mixed"
    inner.attach(_part("text/html", "quoted-printable", b"<p>W=E4rme</p>"))
    inner.attach(_part('application/octet-stream; name="a.txt"', "base64", b"V2FybQ=="))
    whole.attach(_part('application/octet-stream; name="a.txt"', "x-uuencode", b"begin 666 a\n$5V%R;0  \nend\n"))
    attached = EmailMessage()
    attached["Content-Type"] = "message/rfc822"
    attached.attach(inner)
    whole.attach(attached)
    return whole.as_bytes()


def _part(kind: str, encoding: str, payload: bytes) -> EmailMessage:
    part = EmailMessage()
    part["Content-Type"] = kind
    part["Content-Transfer-Encoding"] = encoding
    part.set_payload(payload.decode())
    return part


def _archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.eml", _mail())
    return file.getvalue()


def _images() -> tuple[bytes, ...]:
    pixmap = _engine.Pixmap(_engine.csRGB, (0, 0, 16, 16), False)
    return bytes(pixmap.tobytes("png")), bytes(pixmap.tobytes("jpeg")), _webp()


def _show(document: Opened) -> None:
    size = document.picture_size(1, 200)
    document.render(1, size, memoryview(bytearray(size.size)))
    pack_words(document.words(1))
    document.text()
    document.reading()


def _papers() -> tuple[bytes, ...]:
    return _pdf(), _word(), _open_document(), b"{\\rtf1 Warm}", b"Warm"


def warm_up() -> None:
    """Load every library, codec and font that reading needs; the engine keeps its complaints to itself from here on."""
    _engine.TOOLS.mupdf_display_errors(False)
    _engine.TOOLS.mupdf_display_warnings(False)
    _engine.TOOLS.set_icc(0)
    for codec in _CODECS:
        codecs.lookup(codec)
    load_code_pages()
    for data in (*_papers(), *_images(), _mail(), _archive()):
        _show(open_any(data))
    _engine.TOOLS.reset_mupdf_warnings()


def warm_again() -> None:
    """In a worker just forked: draw once of each, so that the memory it shares with the nursery becomes its own."""
    for data in (_pdf(), _word()):
        _show(open_any(data))
