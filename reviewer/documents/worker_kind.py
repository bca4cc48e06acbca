"""What untrusted bytes are, judged by their content alone."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from reviewer.documents import limits
from reviewer.documents.worker_mail import is_mail
from reviewer.documents.worker_office_text import read_open_document, read_rich_text
from reviewer.documents.worker_outlook import is_outlook
from reviewer.documents.worker_picture import picture_format
from reviewer.domain.pages import DocumentKind
from reviewer.errors import DocumentUnreadable

_IMAGES = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
)
_RTF = b"{\\rtf"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
_MANIFEST, _CONTENT = "META-INF/manifest.xml", "content.xml"
_PDF_WITHIN = 1024
_BINARY_WITHIN = bytes(set(range(32)) - set(b"\t\n\r\f\x1a\x1b"))
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
# Tables, slides, books and programs are archives as well.
_OF_OTHER_PROGRAMS = frozenset(("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"))
_EMPTY_ARCHIVE = b"PK\x05\x06"
_OLD_WORD = "WordDocument".encode("utf-16-le")
_MARKUP = ("<?xml", "<!doctype", "<html", "<svg", "%!ps")
_MAX_ENTRIES = 5_000
_MAX_UNPACKED = 150_000_000
# Pieces of a megabyte are new memory each time: 260 page faults for a short letter.
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedContent:
    """The kind, the engine's name for the format ("" for a container), and the text where it is plain text."""

    kind: DocumentKind
    engine_format: str = ""
    text: str = ""


def judge(untrusted: bytes) -> JudgedContent:
    """The kind of a document; refuses it as `empty`, `too-large`, `encrypted`, `damaged` or `unknown-kind`.

    A Word file of before 2007 is `legacy-word`: the engine does not read it, an office program does.
    """
    if not untrusted.strip(b"\0 \t\r\n"):
        raise DocumentUnreadable("empty")
    if len(untrusted) > limits.MAX_DOCUMENT_BYTES:
        raise DocumentUnreadable("too-large")
    for start, name in _IMAGES:
        if untrusted.startswith(start) and (name != "bmp" or _is_bitmap(untrusted)):
            return JudgedContent(kind=DocumentKind.IMAGE, engine_format=name)
    if form := picture_format(untrusted):
        return JudgedContent(kind=DocumentKind.IMAGE, engine_format=form)
    if untrusted.startswith(b"PK\x03\x04"):
        return _judge_archive(untrusted)
    if untrusted.startswith(_RTF):
        text = cleaned_text(read_rich_text(untrusted))
        return JudgedContent(kind=DocumentKind.RTF, engine_format="xhtml", text=text)
    if untrusted.startswith(_EMPTY_ARCHIVE):
        raise DocumentUnreadable("empty")
    if untrusted.startswith(_COMPOUND):
        if is_outlook(untrusted):
            return JudgedContent(kind=DocumentKind.MSG)
        if _ENCRYPTED_PACKAGE in untrusted:
            raise DocumentUnreadable("encrypted")
        if _OLD_WORD in untrusted:
            raise DocumentUnreadable("legacy-word")
    if is_mail(untrusted):
        return JudgedContent(kind=DocumentKind.EML)
    if b"%PDF-" in untrusted[:_PDF_WITHIN]:
        return JudgedContent(kind=DocumentKind.PDF, engine_format="pdf")
    return JudgedContent(kind=DocumentKind.TEXT, engine_format="xhtml", text=_plain_text(untrusted))


def _is_bitmap(untrusted: bytes) -> bool:
    return len(untrusted) > 26 and untrusted[6:10] == bytes(4) and untrusted[14] in {12, 40, 52, 56, 64, 108, 124}


def _plain_text(untrusted: bytes) -> str:
    text = _decoded(untrusted)
    if text[: 2 * limits.MAX_TEXT_CHARACTERS].lstrip().lower().startswith(_MARKUP):
        raise DocumentUnreadable("unknown-kind")
    return cleaned_text(text)


def cleaned_text(text: str) -> str:
    """The text without control characters, one character longer than the cap where it is cut."""
    text = text.lstrip("\r\n")[: 2 * limits.MAX_TEXT_CHARACTERS]
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")[: limits.MAX_TEXT_CHARACTERS + 1]
    if not text.strip():
        raise DocumentUnreadable("empty")
    return "".join(character for character in text if character >= " " or character in "\n\t")


def _decoded(untrusted: bytes) -> str:
    try:
        if untrusted.startswith((b"\xff\xfe", b"\xfe\xff")):
            return untrusted.decode("utf-16")
        if untrusted.translate(None, _BINARY_WITHIN) != untrusted:
            raise DocumentUnreadable("unknown-kind")
        try:
            return untrusted.decode("utf-8-sig")
        except UnicodeDecodeError:
            return untrusted.decode("cp1252")
    except UnicodeDecodeError:
        raise DocumentUnreadable("unknown-kind") from None


def _judge_archive(untrusted: bytes) -> JudgedContent:
    """A DOCX or an ODT, whose parts unpack to a bounded size, by what they declare and by what they really hold.

    Any other archive is a container; what is in it is measured when it is unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(untrusted)) as archive:
            entries = archive.infolist()
            kind = _archive_kind({entry.filename for entry in entries})
            if kind is DocumentKind.ZIP:
                return JudgedContent(kind=kind)
            if len(entries) > _MAX_ENTRIES or sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
                raise DocumentUnreadable("too-large")
            if any(entry.flag_bits & 1 for entry in entries):
                raise DocumentUnreadable("encrypted")
            _measure(archive, entries)
            if kind is DocumentKind.DOCX:
                return JudgedContent(kind=kind, engine_format="docx")
            return JudgedContent(kind=kind, engine_format="xhtml", text=_open_document_text(archive))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, KeyError, zlib.error):
        raise DocumentUnreadable("damaged") from None


def _archive_kind(names: set[str]) -> DocumentKind:
    if "[Content_Types].xml" in names and any(name.startswith("word/document") for name in names):
        return DocumentKind.DOCX
    if {"mimetype", _CONTENT} <= names:
        return DocumentKind.ODT
    if names & _OF_OTHER_PROGRAMS:
        raise DocumentUnreadable("unknown-kind")
    return DocumentKind.ZIP


def _open_document_text(archive: zipfile.ZipFile) -> str:
    if not archive.read("mimetype").startswith(_OPEN_DOCUMENT):
        raise DocumentUnreadable("unknown-kind")
    if _MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST):
        raise DocumentUnreadable("encrypted")
    return cleaned_text(read_open_document(archive.read(_CONTENT)))


def _measure(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    unpacked = 0
    for entry in entries:
        with archive.open(entry) as part:
            while piece := part.read(_PIECE):
                unpacked += len(piece)
                if unpacked > _MAX_UNPACKED:
                    raise DocumentUnreadable("too-large")
