"""Files as they also arrive: scanned pages, a page photographed on a desk, and a transfer that broke off."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from random import Random

from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reviewer.demo.layouts.parts import PAGE_HEIGHT, PAGE_WIDTH
from reviewer.domain.pages import PagePicture

BROKEN_AFTER_BYTES = 700
"""So little of a PDF holds no page that a reader could still save."""


def picture_of(page: PagePicture) -> Image.Image:
    """A rendered page as an image of its own."""
    size = (page.width_px, page.height_px)
    return Image.frombytes("RGB", size, bytes(page.pixels), "raw", "BGRX", page.stride, 1)


def break_off(content: bytes) -> bytes:
    """The beginning of a file whose transfer stopped."""
    return content[:BROKEN_AFTER_BYTES]


def make_scan(pages: Sequence[Image.Image], rng: Random) -> bytes:
    """A PDF of grey, slightly turned, noisy pictures without any text."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1)
    for page in pages:
        picture = ImageReader(BytesIO(_jpeg(_scanned(page, rng), quality=58)))
        canvas.drawImage(picture, 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def make_photograph(page: Image.Image, rng: Random) -> bytes:
    """A JPEG of a page on a wooden desk: seen at an angle, lit from one side, with the photographer's shadow."""
    width, height = page.size
    margin = width // 6
    desk = Image.new("RGB", (width + 2 * margin, height + 2 * margin), (122, 92, 66))
    desk = Image.blend(desk, _noise(rng, desk.size, spread=40).convert("RGB"), 0.12).filter(ImageFilter.BoxBlur(2))
    desk.paste((70, 55, 42), (margin + 10, margin + 12, margin + width + 10, margin + height + 12))
    desk = desk.filter(ImageFilter.GaussianBlur(5))
    desk.paste(page.convert("RGB"), (margin, margin))
    turned = desk.rotate(rng.uniform(-2.5, 2.5), Image.Resampling.BICUBIC, fillcolor=(110, 82, 58))
    seen = turned.transform(turned.size, Image.Transform.QUAD, _corners(turned.size, rng), Image.Resampling.BICUBIC)
    return _jpeg(_lit(seen, rng).filter(ImageFilter.GaussianBlur(0.6)), quality=72)


def _corners(size: tuple[int, int], rng: Random) -> tuple[float, ...]:
    """Where the picture's corners lie on the desk (top left, bottom left, bottom right, top right)."""
    width, height = size
    near, tilt = rng.uniform(0.05, 0.08) * width, rng.uniform(0.01, 0.03) * height
    return (0.0, tilt, near, height - tilt, width - near * 0.8, height, width, 0.0)


def _lit(picture: Image.Image, rng: Random) -> Image.Image:
    size = picture.size
    reach, angle = 2 * max(size), rng.choice((60, 120, 240, 300)) + rng.uniform(-12, 12)
    gradient = Image.linear_gradient("L").resize((reach, reach)).rotate(angle, Image.Resampling.BILINEAR)
    left, top = (reach - size[0]) // 2, (reach - size[1]) // 2
    side = gradient.crop((left, top, left + size[0], top + size[1]))
    light = side.point([105 + level * 150 // 255 for level in range(256)])
    lit = ImageChops.multiply(picture, light.convert("RGB"))
    shadow = Image.new("L", size, 255)
    spot = Image.radial_gradient("L").resize((size[0], size[1] // 2)).point([120 + level // 2 for level in range(256)])
    shadow.paste(spot, (rng.randint(-size[0] // 3, size[0] // 3), size[1] * 2 // 3))
    soft = shadow.filter(ImageFilter.GaussianBlur(size[0] // 20))
    return ImageChops.multiply(lit, soft.convert("RGB"))


def _scanned(page: Image.Image, rng: Random) -> Image.Image:
    grey = page.convert("L").rotate(rng.uniform(-1.4, 1.4), Image.Resampling.BICUBIC, fillcolor=250)
    grey = grey.filter(ImageFilter.GaussianBlur(0.5)).point([20 + level * 222 // 255 for level in range(256)])
    noisy = Image.blend(grey, _noise(rng, grey.size, spread=255), 0.06)
    edge = rng.randint(4, 14)
    noisy.paste(96, (0, 0, edge, noisy.height))
    return noisy


def _noise(rng: Random, size: tuple[int, int], spread: int) -> Image.Image:
    """Grey noise that is the same wherever the generator is; Pillow's own noise is not."""
    raw = Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))
    return raw.point([255 - spread + level * spread // 255 for level in range(256)])


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()
