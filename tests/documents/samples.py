"""Real documents of every kind, made on the spot."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

RICH_TEXT = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\colortbl;\red0\green0\blue0;}{\*\generator Word;}"
    rb"{\info{\author Secret}}\pard\b Gesch\'e4ftsf\'fchrung\b0\par Umsatz: 5 \u8364?\par {\pict\wmetafile8 0102ab}"
    rb"\{brace\} \u-10179?\u-8704?\tab Ende\par{\object\bin5 }{\\\x00rest}"
)
_SHADES: dict[str, str | tuple[int, ...]] = {"RGB": "blue", "RGBA": (0, 0, 0, 0)}
LINES = ("Petra Weiß, Interim Managerin", "petra.weiss@example.org", "Geschäftsführung auf Zeit")


def make_pdf(
    pages: Sequence[Sequence[str]] = (LINES,), *, password: str = "", rotation: int = 0, top: int = 770
) -> bytes:
    file = io.BytesIO()
    encryption = pdfencrypt.StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(file, pagesize=A4, encrypt=encryption, invariant=1)
    for lines in pages:
        canvas.setPageRotation(rotation)
        canvas.setFont("Helvetica", 12)
        for number, line in enumerate(lines):
            canvas.drawString(72, top - 20 * number, line)
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(100, 100, 200, 100, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def make_docx(lines: Sequence[str] = LINES) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "2015–2017"
    table.rows[0].cells[1].text = "Werkleiter"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def make_image(name: str, *, width_px: int = 600, height_px: int = 800, turned: bool = False) -> bytes:
    image = Image.new("RGB", (width_px, height_px), "white")
    ImageDraw.Draw(image).rectangle((0, 0, width_px // 2, height_px // 2), fill="blue")
    exif = image.getexif()
    if turned:
        exif[0x0112] = 6
    file = io.BytesIO()
    image.save(file, name, **({"exif": exif} if name == "JPEG" else {}))
    return file.getvalue()


def make_odt(paragraphs: str, *, head: str = "", kind: str = "text", manifest: str = "<manifest/>") -> bytes:
    """An OpenDocument with this markup in its body, the prefixes `text` and `office` bound."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:text="{names}:text:1.0"><office:body><office:text>{paragraphs}</office:text></office:body>'
        "</office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return file.getvalue()


def make_webp(width_px: int = 600, height_px: int = 800, mode: str = "RGB", *, turned: bool = False) -> bytes:
    return _picture("WEBP", Image.new(mode, (width_px, height_px), _SHADES[mode]), turned, quality=10, method=0)


def make_avif(width_px: int = 600, height_px: int = 800, mode: str = "RGB", *, turned: bool = False) -> bytes:
    return _picture("AVIF", Image.new(mode, (width_px, height_px), _SHADES[mode]), turned, quality=90, speed=10)


def make_heic(width_px: int = 600, height_px: int = 800, mode: str = "RGB", *, turned: bool = False) -> bytes:
    import pillow_heif

    file = io.BytesIO()
    pillow_heif.from_pillow(Image.new(mode, (width_px, height_px), _SHADES[mode])).save(file, quality=60)
    return _turned_heic(file.getvalue()) if turned else file.getvalue()


def _turned_heic(data: bytes) -> bytes:
    """The picture with one property more, which turns it."""
    changed = bytearray(data)
    turn = b"\0\0\0\x09irot\x03"

    def add(place: int, more: int) -> None:
        changed[place : place + 4] = (int.from_bytes(changed[place : place + 4], "big") + more).to_bytes(4, "big")

    end = changed.index(b"ipco") + 4
    properties = 0
    while changed[end + 4 : end + 8] != b"ipma":
        end += int.from_bytes(changed[end : end + 4], "big")
        properties += 1
    for box, more in ((b"meta", 10), (b"iprp", 10), (b"ipma", 1), (b"ipco", 9)):
        add(changed.index(box) - 4, more)
    add(changed.index(b"iloc") + 16, 10)
    count = end + 18
    changed[count] += 1
    changed[count + changed[count] : count + changed[count]] = bytes([0x80 | properties + 1])
    changed[end:end] = turn
    return bytes(changed)


def make_tiff(pages: int, mode: str = "RGB", compression: str = "tiff_lzw") -> bytes:
    """A scan of some pages, each bluer than the one before."""
    images = [Image.new("RGB", (600, 800), (0, 0, 50 * number)).convert(mode) for number in range(1, pages + 1)]
    file = io.BytesIO()
    images[0].save(file, "TIFF", save_all=True, append_images=images[1:], compression=compression)
    return file.getvalue()


def _picture(name: str, image: Image.Image, turned: bool, **options: int) -> bytes:
    exif = image.getexif()
    if turned:
        exif[0x0112] = 6
    file = io.BytesIO()
    image.save(file, name, exif=exif, **options)
    return file.getvalue()


SCAN_PX = (900, 460)
SCAN_LINES = ("Lebenslauf", "Werkleiter bei Nordwerk", "Leitung der Produktion")


def make_text_image(lines: Sequence[str] = SCAN_LINES, *, corner: str = "white") -> bytes:
    """A card with these lines, as a scanner gives it: a picture without a word of text."""
    image = Image.new("RGB", SCAN_PX, "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=40)
    for number, line in enumerate(lines):
        draw.text((90, 60 + 90 * number), line, fill="black", font=font)
    draw.rectangle((0, 0, 12, 12), fill=corner)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def make_text_scan(lines: Sequence[str] = SCAN_LINES) -> bytes:
    """The same card in a PDF."""
    file = io.BytesIO()
    size = (SCAN_PX[0] * 0.48, SCAN_PX[1] * 0.48)
    canvas = Canvas(file, pagesize=size, invariant=1)
    canvas.drawImage(ImageReader(io.BytesIO(make_text_image(lines))), 0, 0, *size)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


OLD_WORD = (
    bytes.fromhex("d0cf11e0a1b11ae1")
    + bytes(504)
    + "WordDocument".encode("utf-16-le")
    + b"\n{Werkleiter bei Nordwerk}\n"
)
"""What tells a Word file of before 2007 from others, and a line of text; no program but the named fake opens it."""
