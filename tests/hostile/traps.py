"""Documents made to reach outside, to run in circles, or to be taken for something else."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.documents.samples import make_avif, make_docx, make_heic, make_image, make_odt, make_pdf, make_webp
from tests.hostile.bombs import page_with, pdf_of, stream_of, word_with

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100">'
_WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BEFORE = b"<w:p><w:r><w:t>before "
_AFTER = b" after</w:t></w:r></w:p></w:body></w:document>"


def vector_image_within_vector_images() -> bytes:
    levels = b"".join(b'<g id="g%d">%s</g>' % (n, b'<use xlink:href="#g%d"/>' % (n - 1) * 10) for n in range(1, 10))
    return _SVG + b'<g id="g0"><rect width="9" height="9"/></g>' + levels + b'<use xlink:href="#g9"/></svg>'


def word_with_part(name: str, content: bytes) -> bytes:
    """A DOCX with one part more, or another one in the place of that name."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make_docx())) as whole, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as changed:
        for entry in whole.infolist():
            if entry.filename != name:
                changed.writestr(entry.filename, whole.read(entry))
        changed.writestr(name, content)
    return file.getvalue()


def word_that_refers_to(target: str) -> bytes:
    """A DOCX whose picture, style sheet and template lie elsewhere."""
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_LINK}/{kind}" Target="{target}" TargetMode="External"/>'
        for number, kind in enumerate(("image", "styles", "attachedTemplate", "oleObject"))
    )
    return word_with_part(
        "word/_rels/document.xml.rels",
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}'
        "</Relationships>".encode(),
    )


def word_with_entity(target: str) -> bytes:
    head = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY outside SYSTEM "{target}">]>'.encode()
    return word_with(head + _WORD + _BEFORE + b"&outside;" + _AFTER)


def page_that_refers_to(target: str) -> bytes:
    """A PDF whose content, image and font lie in another file, and which asks to be sent there."""
    file = f"<</Type/Filespec/FS/URL/F({target})>>".encode()
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/GoToR/F" + file + b"/D[0/Fit]>>/AcroForm<</XFA 6 0 R>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>/AA<</O<<"
        b"/S/SubmitForm/F"
        + file
        + b">>>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A<</S/URI/URI("
        + target.encode()
        + b")>>>>]>>",
        stream_of(b"/X Do", b"/F" + file),
        stream_of(
            b"", b"/Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/F" + file
        ),
        stream_of(f'<xdp xmlns="urn:xdp"><x href="{target}"/></xdp>'.encode()),
    )


def tables_of_places_in_circles() -> bytes:
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 9/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    body = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    second = len(body) + len(table % (1000, 1000))
    return body + table % (second, len(body)) + table % (len(body), second)


def deep_kids() -> bytes:
    """A tree of pages as deep as it has pages."""
    count = 20_000
    nodes = [b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (n - 1, n + 1) for n in range(2, count)]
    return pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", *nodes, b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 99 99]>>" % count)


def outline_in_circles() -> bytes:
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>",
        b"<</Type/Outlines/First 5 0 R/Last 5 0 R/Count 9>>",
        b"<</Title(x)/Parent 4 0 R/Next 5 0 R/Prev 5 0 R/First 5 0 R/Last 5 0 R>>",
    )


def length_in_circles() -> bytes:
    return page_with(b"<</Length 4 0 R>>\nstream\n0 0 9 9 re f\nendstream")


def filters_upon_filters() -> bytes:
    packed = b"0 0 9 9 re f"
    for _ in range(400):
        packed = zlib.compress(packed)
    return page_with(stream_of(packed, b"/Filter[" + b"/FlateDecode" * 400 + b"]"))


def ten_thousand_pages() -> bytes:
    kids = b"3 0 R " * 10_000
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count 10000>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    )


def shading_of_many_patches() -> bytes:
    function = (
        b"<</FunctionType 4/Domain[0 1 0 1]/Range[0 1]/Length 60>>\nstream\n{" + b"sin cos " * 7 + b"}\nendstream"
    )
    return page_with(
        stream_of(b"/S sh " * 2_000),
        b"/Resources<</Shading<</S<</ShadingType 1/ColorSpace/DeviceGray/Function 5 0 R>>>>>>",
        function,
    )


def page_of_tiles() -> bytes:
    tile = stream_of(
        b"0 0 1 1 re f",
        b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.001/YStep 0.001/Resources<<>>",
    )
    return page_with(stream_of(b"/Pattern cs /P scn 0 0 595 842 re f"), b"/Resources<</Pattern<</P 5 0 R>>>>", tile)


def archive_within_archives() -> bytes:
    packed = bytes(10_000_000)
    for level in range(4):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for copy in range(8):
                archive.writestr(f"{level}-{copy}.zip", packed)
        packed = file.getvalue()
    return packed


def resized(picture: bytes, told_px: int, side_px: int) -> bytes:
    """A HEIC or AVIF that tells another size than its pixels have."""
    place = picture.index(b"ispe") + 8
    assert picture[place : place + 8] == struct.pack(">II", told_px, told_px)
    return picture[:place] + struct.pack(">II", side_px, side_px) + picture[place + 8 :]


def boxes_within_boxes() -> bytes:
    boxes = b""
    for _ in range(20_000):
        boxes = struct.pack(">I", len(boxes) + 8) + b"iprp" + boxes
    meta = struct.pack(">I", len(boxes) + 12) + b"meta" + bytes(4) + boxes
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + meta


TRAPS: dict[str, Callable[[], bytes]] = {
    "a vector image of vector images": vector_image_within_vector_images,
    "a Word document with a vector bomb": lambda: word_with_part(
        "word/media/a.svg", vector_image_within_vector_images()
    ),
    "a Word document with a huge image": lambda: word_with_part(
        "word/media/a.png", make_image("PNG") + bytes(9_000_000)
    ),
    "a Word document that refers to a file": lambda: word_that_refers_to("file:///etc/passwd"),
    "a Word document with a file for an entity": lambda: word_with_entity("file:///etc/passwd"),
    "a PDF that refers to a file": lambda: page_that_refers_to("file:///etc/passwd"),
    "a PDF with a password": lambda: make_pdf(password="secret"),
    "a PDF cut in the middle": lambda: make_pdf([("Seite",)] * 20)[:4_000],
    "a Word document cut in the middle": lambda: make_docx()[:9_000],
    "a PNG cut in the middle": lambda: make_image("PNG")[:700],
    "tables of places in circles": tables_of_places_in_circles,
    "a tree of pages as deep as long": deep_kids,
    "an outline in circles": outline_in_circles,
    "a length in circles": length_in_circles,
    "filters upon filters": filters_upon_filters,
    "ten thousand pages": ten_thousand_pages,
    "a shading of many patches": shading_of_many_patches,
    "a page of tiles": page_of_tiles,
    "archives within archives": archive_within_archives,
    "an OpenDocument that unpacks to 300 MB": lambda: make_odt("<text:p>" + " " * 300_000_000 + "</text:p>"),
    "an OpenDocument of deep markup": lambda: make_odt("<text:p>" * 500_000),
    "an OpenDocument with a file for an entity": lambda: make_odt(
        "<text:p>&a;</text:p>", head='<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    ),
    "rich text of groups within groups": lambda: b"{\\rtf1" + b"{\\b" * 3_000_000 + b" deep",
    "rich text with a packed picture": lambda: b"{\\rtf1 {\\pict\\pngblip " + b"89" * 10_000_000 + b"} shown}",
    "a WebP picture of 64 megapixels": lambda: make_webp(8_000, 8_000),
    "an AVIF picture of 256 megapixels": lambda: resized(make_avif(64, 64), 64, 16_000),
    "an AVIF picture of no pixel": lambda: resized(make_avif(64, 64), 64, 0),
    "a HEIC picture of 4 billion pixels": lambda: resized(make_heic(64, 64), 64, 65_000),
    "a HEIC picture of no pixel": lambda: resized(make_heic(64, 64), 64, 0),
    "a HEIC picture cut in the middle": lambda: make_heic()[:600],
    "a HEIC picture of boxes within themselves": boxes_within_boxes,
    "a HEIC picture of boxes without end": lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0\0\0\x08free" * 500_000,
    "a program": lambda: b"MZ\x90\x00" + bytes(5_000),
    "an older Word document": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(5_000),
    "a page of script": lambda: b"<!DOCTYPE html><script>while(1);</script>",
    "nothing": lambda: b"",
}
