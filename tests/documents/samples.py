"""Real documents of every kind, made on the spot."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx
from PIL import Image, ImageDraw
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

RICH_TEXT = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\colortbl;\red0\green0\blue0;}{\*\generator Word;}"
    rb"{\info{\author Secret}}\pard\b Gesch\'e4ftsf\'fchrung\b0\par Umsatz: 5 \u8364?\par {\pict\wmetafile8 0102ab}"
    rb"\{brace\} \u-10179?\u-8704?\tab Ende\par{\object\bin5 }{\\\x00rest}"
)
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
    image = Image.new(mode, (width_px, height_px), "blue" if mode == "RGB" else (0, 0, 0, 0))
    exif = image.getexif()
    if turned:
        exif[0x0112] = 6
    file = io.BytesIO()
    image.save(file, "WEBP", exif=exif, quality=10, method=0)
    return file.getvalue()
