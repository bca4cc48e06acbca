"""Scans: pages as pictures, with or without a text layer that carries the errors of a reading machine."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.corpus.blind.story import pymupdf

CONFUSIONS = (
    ("rn", "m"),
    ("m", "rn"),
    ("l", "1"),
    ("I", "l"),
    ("ß", "B"),
    ("ü", "u"),
    ("ä", "a"),
    ("ö", "o"),
    ("e", "c"),
    ("cl", "d"),
    ("h", "b"),
    ("t", "f"),
    ("ii", "ü"),
    ("g", "q"),
)
ERROR_SHARE = 0.02


def picture_scan(document_bytes: bytes, rng: Random, dpi: int = 90) -> bytes:
    return _scan(document_bytes, rng, dpi, with_text=False)


def ocr_scan(document_bytes: bytes, rng: Random, dpi: int = 90) -> bytes:
    """Words stay where they are; about one in fifty is misread, numbers and addresses excepted."""
    return _scan(document_bytes, rng, dpi, with_text=True)


def misread(word: str, rng: Random) -> str:
    if rng.random() > ERROR_SHARE * 2 or "@" in word or any(sign.isdigit() for sign in word) or len(word) < 4:
        return word
    fitting = [(old, new) for old, new in CONFUSIONS if old in word]
    if not fitting:
        return word
    old, new = rng.choice(fitting)
    return word.replace(old, new, 1)


def _scan(document_bytes: bytes, rng: Random, dpi: int, *, with_text: bool) -> bytes:
    source = pymupdf.open("pdf", document_bytes)
    target = pymupdf.open()
    for page in source:
        drawn = target.new_page(width=page.rect.width, height=page.rect.height)
        pixels = page.get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY)
        drawn.insert_image(drawn.rect, stream=pixels.tobytes("jpg", jpg_quality=55))
        if with_text:
            _add_text(page, drawn, rng)
    return bytes(target.tobytes(deflate=True, no_new_id=True))


def _add_text(page: Any, drawn: Any, rng: Random) -> None:
    writer = pymupdf.TextWriter(drawn.rect)
    font = pymupdf.Font("helv")
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                text = " ".join(misread(word, rng) for word in span["text"].split(" "))
                if not text.strip():
                    continue
                width = font.text_length(text, fontsize=span["size"]) or 1
                size = span["size"] * (span["bbox"][2] - span["bbox"][0]) / width
                writer.append(
                    (span["bbox"][0], span["origin"][1]),
                    text,
                    font=font,
                    fontsize=max(3, min(size, span["size"] * 1.3)),
                )
    writer.write_text(drawn, render_mode=3)
