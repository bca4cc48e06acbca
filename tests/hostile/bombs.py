"""Documents made to exhaust, confuse or trick a reader."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.documents.samples import make_docx, make_pdf

_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1, the first one the catalogue; without a table of places."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, content) for number, content in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + body + b"trailer\n<</Root 1 0 R/Size %d>>\n%%%%EOF" % (len(objects) + 1)


def stream_of(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), more, content)


def page_with(content: bytes, page: bytes = b"", *more: bytes) -> bytes:
    """A PDF of one page with this content; `page` adds to its dictionary, `more` are objects from number 5 on."""
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + page + b">>",
        content,
        *more,
    )


def forms_within_forms() -> bytes:
    """Eight forms, each drawn ten times by the next: a hundred million drawings."""
    forms = [
        stream_of(b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X %d 0 R>>>>" % n)
        for n in range(6, 13)
    ]
    last = stream_of(b"0 0 9 9 re f " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]")
    return page_with(stream_of(b"/X Do " * 10), b"/Resources<</XObject<</X 5 0 R>>>>", *forms, last)


def form_within_itself() -> bytes:
    form = stream_of(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>")
    return page_with(stream_of(b"/X Do"), b"/Resources<</XObject<</X 5 0 R>>>>", form)


def unpacking_without_end() -> bytes:
    packed = zlib.compress(zlib.compress(bytes(400_000_000), 9), 9)
    return page_with(stream_of(packed, b"/Filter[/FlateDecode/FlateDecode]"))


def huge_image_in_pdf() -> bytes:
    data = zlib.compress(bytes(1_000_000), 9)
    image = stream_of(
        data,
        b"/Type/XObject/Subtype/Image/Width 60000/Height 60000"
        b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode",
    )
    return page_with(stream_of(b"595 0 0 842 0 0 cm /I Do"), b"/Resources<</XObject<</I 5 0 R>>>>", image)


def many_strokes() -> bytes:
    lines = b"".join(b"%d %d m %d %d l S\n" % (n % 595, n % 842, n * 7 % 595, n * 11 % 842) for n in range(400_000))
    return page_with(stream_of(zlib.compress(lines), b"/Filter/FlateDecode"))


def png_of(width_px: int, height_px: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(10**6))) + chunk(b"IEND", b"")
    )


def word_with(document: bytes) -> bytes:
    """A DOCX whose main part is this."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make_docx())) as whole, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as changed:
        for entry in whole.infolist():
            changed.writestr(entry.filename, document if entry.filename == "word/document.xml" else whole.read(entry))
    return file.getvalue()


def word_that_understates() -> bytes:
    """A DOCX whose main part unpacks to 300 MB and is declared as 1,000 bytes."""
    data = bytearray(word_with(bytes(300_000_000)))
    for place in range(len(data) - 4):
        if data[place : place + 4] == struct.pack("<I", 300_000_000):
            data[place : place + 4] = struct.pack("<I", 1_000)
    return bytes(data)


def deep_markup() -> bytes:
    return word_with(b"<a>" * 500_000 + b"</a>" * 500_000)


def entities_of_entities() -> bytes:
    levels = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10))
    return word_with(b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "lol">' + levels + b"]><a>&e9;</a>")


def small_word_archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("word/document.xml", "not xml")
    return file.getvalue()


BOMBS: dict[str, Callable[[], bytes]] = {
    "forms within forms": forms_within_forms,
    "a form within itself": form_within_itself,
    "a stream that unpacks without end": unpacking_without_end,
    "a huge image in a page": huge_image_in_pdf,
    "many strokes": many_strokes,
    "pages within themselves": lambda: pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>"
    ),
    "a page larger than a field": lambda: page_with(stream_of(b""), b"/MediaBox[0 0 1e30 1e30]"),
    "a page without width": lambda: page_with(stream_of(b""), b"/MediaBox[0 0 0 842]"),
    "a page of no number": lambda: page_with(stream_of(b""), b"/MediaBox[nan inf -inf 0]"),
    "a page as narrow as a hair": lambda: page_with(stream_of(b""), b"/MediaBox[0 0 1 14000]/UserUnit 75000"),
    "deep arrays": lambda: page_with(stream_of(b""), b"/Resources" + b"[" * 200_000),
    "deep states": lambda: page_with(stream_of(zlib.compress(b"q " * 5_000_000), b"/Filter/FlateDecode")),
    "a script and a program to start": lambda: pdf_of(
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>/AA<</WC<</S/Launch/F(calc)>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/AA<</O<</S/URI/URI(http://example.org)>>>>>>",
    ),
    "an image of 60,000 by 60,000": lambda: png_of(60_000, 60_000),
    "an image of 2 billion by 1": lambda: png_of(0x7FFFFFFF, 1),
    "a JPEG cut off": lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(2_000),
    "a TIFF that points into itself": lambda: (
        b"II*\x00\x08\x00\x00\x00" + b"\x01\x00" + bytes(12) + b"\x08\x00\x00\x00"
    ),
    "a Word document that unpacks to 300 MB": lambda: word_with(bytes(300_000_000)),
    "a Word document that understates": word_that_understates,
    "a Word document of deep markup": deep_markup,
    "a Word document of entities": entities_of_entities,
    "a Word document that is none": small_word_archive,
    "zero bytes": lambda: bytes(100_000),
    "noise": lambda: random.Random(7).randbytes(100_000),
    "a PDF of noise": lambda: b"%PDF-1.7\n" + random.Random(8).randbytes(1_000_000),
    "text of a single line": lambda: b"x" * 20_000_000,
    "text of line breaks": lambda: b"a\n" * 5_000_000,
    "a PDF without its head": lambda: b"%PDF-" + make_pdf()[200:],
}


def mutants(data: bytes, count: int, seed: int) -> list[bytes]:
    """The document with some bytes changed, cut out, doubled or cut off; the same for the same seed."""
    chance = random.Random(seed)
    return [_mutant(data, chance) for _ in range(count)]


def _mutant(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        start = chance.randrange(len(changed))
        piece = slice(start, start + chance.randint(1, 40))
        match chance.randrange(4):
            case 0:
                changed[start] = chance.randrange(256)
            case 1:
                del changed[piece]
            case 2:
                changed[start:start] = changed[piece]
            case _:
                changed[piece] = chance.randbytes(4)
    if not chance.randrange(5):
        del changed[chance.randrange(len(changed)) :]
    return bytes(changed) or b"\0"
