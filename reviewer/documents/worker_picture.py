"""In the worker: pictures that the engine does not read, turned into ones that it does."""

from __future__ import annotations

import io

from PIL import Image, ImageOps, WebPImagePlugin

from reviewer.errors import DocumentUnreadable

_MOST_PX = 40_000_000


def read_webp(untrusted: bytes) -> bytes:
    """The first picture of a WebP file as BMP, upright and on white; raises DocumentUnreadable."""
    with WebPImagePlugin.WebPImageFile(io.BytesIO(untrusted)) as source:
        if source.width * source.height > _MOST_PX:
            raise DocumentUnreadable("too-large")
        upright = ImageOps.exif_transpose(source)
        picture = Image.new("RGB", upright.size, "white")
        picture.paste(upright, mask=upright if upright.mode == "RGBA" else None)
        file = io.BytesIO()
        picture.save(file, "BMP")
        return file.getvalue()
