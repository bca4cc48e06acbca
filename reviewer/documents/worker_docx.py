"""In the worker: a DOCX as the engine reads it well: with its line breaks, and each text box once."""

from __future__ import annotations

import io
import re
import zipfile

_BODY = "word/document.xml"
_MAX_BODY_BYTES = 20_000_000
_BREAK = re.compile(rb'<w:(?:br(?![^>]*w:type="(?:page|column)")[^>]*|cr\s*)/>')
# What older programs show in place of a box or drawing that stands before it, with the same words.
_FALLBACK = re.compile(rb"<(?P<end>/?)mc:Fallback\b[^<>]{0,200}?(?P<empty>/?)>")


def made_readable(untrusted: bytes) -> bytes:
    """The file with an empty paragraph for each line break, as the engine puts a blank there, and without fallbacks.

    The same bytes where there is neither, or the file is odd. The archive has passed the caps on what it unpacks to.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(untrusted)) as archive:
            with archive.open(_BODY) as part:
                body = part.read(_MAX_BODY_BYTES + 1)
            if len(body) > _MAX_BODY_BYTES:
                return untrusted
        readable = _BREAK.sub(b"<w:p/>", without_fallbacks(body))
        return untrusted if readable == body else _with_body(untrusted, readable)
    except Exception:  # noqa: BLE001 - an odd archive is the engine's to refuse, with the reason it has
        return untrusted


def without_fallbacks(xml: bytes) -> bytes:
    """A part without what stands in for its boxes and drawings; as it is where these do not close."""
    parts: list[bytes] = []
    depth = place = 0
    for found in _FALLBACK.finditer(xml):
        if found["empty"]:
            continue
        if not depth:
            parts.append(xml[place : found.start()])
        depth += -1 if found["end"] else 1
        if depth < 0:
            return xml
        place = found.end()
    return xml if depth else b"".join((*parts, xml[place:]))


def _with_body(untrusted: bytes, body: bytes) -> bytes:
    """The archive with another body at its end; the other parts stay as they are, packed."""
    file = io.BytesIO(untrusted)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_STORED) as archive:
        archive.filelist.remove(archive.NameToInfo.pop(_BODY))
        archive.writestr(_BODY, body)
    return file.getvalue()
