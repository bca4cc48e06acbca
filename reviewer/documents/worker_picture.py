"""In the worker: pictures that the engine does not read, turned into ones that it does."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from math import ceil
from typing import Any

from PIL import AvifImagePlugin, Image, ImageOps, WebPImagePlugin

from reviewer.documents import limits
from reviewer.errors import DocumentUnreadable

# What telephones take, with some room; a larger one is refused before a pixel of it is unpacked.
_MOST_PX = 50_000_000
_HEIF_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))
_AVIF_BRANDS = frozenset((b"avif", b"avis"))
_MOST_BRANDS = 16
_ORIENTATION, _UPRIGHT = 0x0112, 1
# The confined worker cannot ask how many processors there are.
AvifImagePlugin.DEFAULT_MAX_THREADS = 1


def _load_heif() -> Any:
    """The decoder of HEIC; None where no wheel of it is installed, and then that kind is unknown."""
    try:
        import pillow_heif
    except ImportError:
        return None
    # A picture of a telephone is cut into tiles.
    pillow_heif.options.DECODE_THREADS = 2
    return pillow_heif


_heif = _load_heif()


def picture_format(untrusted: bytes) -> str:
    """One of "webp", "avif" and "heif" by the first bytes, "" for anything else."""
    if untrusted.startswith(b"RIFF") and untrusted[8:12] == b"WEBP":
        return "webp"
    if untrusted[4:8] != b"ftyp":
        return ""
    end = min(int.from_bytes(untrusted[:4], "big"), 16 + 4 * _MOST_BRANDS)
    brands = {untrusted[8:12], *(untrusted[place : place + 4] for place in range(16, end, 4))}
    if brands & _AVIF_BRANDS:
        return "avif"
    return "heif" if brands & _HEIF_BRANDS else ""


def read_picture(untrusted: bytes, form: str) -> bytes:
    """The first picture of a file as PPM, upright, on white, within the caps; raises DocumentUnreadable."""
    whole = _READERS[form](untrusted)
    if whole.mode in {"P", "PA"}:
        whole = whole.convert("RGBA")
    picture = _within_caps(whole)
    if picture.getexif().get(_ORIENTATION, _UPRIGHT) != _UPRIGHT:
        picture = ImageOps.exif_transpose(picture)
    file = io.BytesIO()
    _on_white(picture).save(file, "PPM")
    return file.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in {"RGBA", "LA"}:
        seen = picture.convert("RGBA")
        picture = Image.new("RGB", seen.size, "white")
        picture.paste(seen, mask=seen)
    plain = type(picture) is Image.Image and picture.mode == "RGB"
    return picture if plain else picture.convert("RGB")


def _read_webp(untrusted: bytes) -> Image.Image:
    source = WebPImagePlugin.WebPImageFile(io.BytesIO(untrusted))
    _refuse_huge(source.size)
    return source


def _read_avif(untrusted: bytes) -> Image.Image:
    source = AvifImagePlugin.AvifImageFile(io.BytesIO(untrusted))
    _refuse_huge(source.size)
    return source


def _read_heif(untrusted: bytes) -> Image.Image:
    if _heif is None:
        raise DocumentUnreadable("unknown-kind")
    source = _heif.open_heif(untrusted)
    _refuse_huge(source.size)
    picture: Image.Image = source.to_pillow()
    return picture


def _refuse_huge(size: tuple[int, int]) -> None:
    if size[0] * size[1] > _MOST_PX:
        raise DocumentUnreadable("too-large")


def _within_caps(picture: Image.Image) -> Image.Image:
    """Reduced by a whole number where it passes the caps: five times as fast as by any other."""
    width, height = picture.size
    beyond = max((width * height / limits.MAX_PICTURE_PX) ** 0.5, max(width, height) / limits.MAX_SIDE_PX)
    return picture.reduce(ceil(beyond)) if beyond > 1 else picture


_READERS: Mapping[str, Callable[[bytes], Image.Image]] = {
    "webp": _read_webp,
    "avif": _read_avif,
    "heif": _read_heif,
}
