"""The bytes between program and worker; nothing from the worker passes unmeasured."""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from reviewer.documents import limits
from reviewer.domain.pages import DocumentFacts, DocumentKind, PageSize, Word
from reviewer.domain.pixels import make_memory
from reviewer.errors import DocumentUnreadable

MAGIC = b"RVW1"
NO_SLOT = 0xFFFF
FAILURES = ("damaged", "encrypted", "unknown-kind", "empty", "too-large", "nothing-inside", "nested", "legacy-word")
KINDS = tuple(DocumentKind)

_HEADER = struct.Struct(">4sBII")
HEAD_BYTES = _HEADER.size
_RENDER = struct.Struct(">HIHI")
_PAGE = struct.Struct(">H")
_FACTS = struct.Struct(">BBH")
_SIZE = struct.Struct(">ff")
_COUNT = struct.Struct(">I")
_WORD = struct.Struct(">ffffIIH")
# 16 bytes, so that the pixels behind it stay aligned for 32-bit images.
_PICTURE = struct.Struct(">IIIHH")
# A count, and for each document some numbers and its name.
_MAX_CONTENTS = 1 + limits.MAX_CONTAINED * (8 + limits.MAX_NAME_CHARACTERS * 4)
_SHARED = struct.Struct(">IIIHI")


class Kind(IntEnum):
    """What a frame is; below 16 the program speaks, from 16 on the worker."""

    HELLO = 1
    OPEN = 2
    RENDER = 3
    WORDS = 4
    TEXT = 5
    RENDER_PART = 6
    SHOW = 7
    READ = 10
    LINKS = 11
    LABELS = 12
    ANNOTATE = 13
    LIST = 14
    TAKE = 15
    READY = 16
    FACTS = 17
    PICTURE = 18
    SHARED_PICTURE = 19
    WORD_LIST = 20
    PLAIN_TEXT = 21
    FAILED = 22
    READING = 30
    LINK_LIST = 31
    LABEL_LIST = 32
    ANNOTATED = 33
    CONTENTS = 34
    CONTAINED = 35


MAX_PAYLOAD: Mapping[Kind, int] = {
    Kind.HELLO: 200,
    Kind.OPEN: limits.MAX_DOCUMENT_BYTES,
    Kind.SHOW: limits.MAX_DOCUMENT_BYTES + 200,
    Kind.RENDER: _RENDER.size,
    Kind.WORDS: _PAGE.size,
    Kind.TEXT: 0,
    Kind.READ: 0,
    Kind.LIST: limits.MAX_DOCUMENT_BYTES,
    Kind.TAKE: 1,
    Kind.READY: 1,
    Kind.FACTS: _FACTS.size + limits.MAX_PAGES * _SIZE.size + _MAX_CONTENTS,
    Kind.PICTURE: _PICTURE.size + limits.MAX_PICTURE_PX * 4,
    Kind.SHARED_PICTURE: _SHARED.size,
    Kind.WORD_LIST: _COUNT.size + limits.MAX_WORDS * _WORD.size + limits.MAX_TEXT_CHARACTERS * 4,
    Kind.PLAIN_TEXT: limits.MAX_TEXT_CHARACTERS * 4,
    Kind.FAILED: 1,
    Kind.READING: limits.MAX_READING_BYTES,
    Kind.RENDER_PART: 22,
    Kind.LINKS: _PAGE.size,
    Kind.LABELS: 0,
    Kind.ANNOTATE: limits.MAX_REMARKS * (64 + 4 * (limits.MAX_REMARK_TITLE + limits.MAX_REMARK_CHARACTERS)),
    Kind.LINK_LIST: _COUNT.size + limits.MAX_LINKS * (20 + 4 * limits.MAX_TARGET_CHARACTERS),
    Kind.LABEL_LIST: _COUNT.size + limits.MAX_PAGES * (2 + 4 * limits.MAX_LABEL_CHARACTERS),
    Kind.ANNOTATED: limits.MAX_ANNOTATED_BYTES,
    Kind.CONTENTS: _MAX_CONTENTS,
    Kind.CONTAINED: limits.MAX_DOCUMENT_BYTES,
}


class Stream(Protocol):
    """An unbuffered byte stream, as a raw pipe is."""

    def readinto(self, buffer: memoryview, /) -> int | None: ...
    def write(self, data: memoryview, /) -> int | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One message whose kind was expected and whose payload is no longer than that kind may be."""

    kind: Kind
    request: int
    payload: memoryview


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderRequest:
    """Which page (from 1), how wide, and the slot of shared memory to draw into (NO_SLOT: answer by pipe)."""

    page: int
    width_px: int
    slot: int = NO_SLOT
    generation: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSize:
    """Width and height of a picture within the caps; rows are width × 4 bytes, without gaps."""

    width_px: int
    height_px: int

    @property
    def stride(self) -> int:
        return self.width_px * 4

    @property
    def size(self) -> int:
        return self.stride * self.height_px


def lied() -> DocumentUnreadable:
    """The error for an answer that breaks the protocol."""
    return DocumentUnreadable("lied")


def _read_exactly(stream: Stream, size: int) -> memoryview:
    buffer = make_memory(size)
    done = 0
    while done < size:
        count = stream.readinto(buffer[done:])
        if not count:
            raise EOFError
        done += count
    return buffer


def _write_all(stream: Stream, data: bytes | bytearray | memoryview) -> None:
    view = memoryview(data)
    while view:
        view = view[stream.write(view) or 0 :]


def write_frame(stream: Stream, kind: Kind, request: int, *parts: bytes | memoryview) -> None:
    """Send a message; its payload is the parts one after another."""
    size = sum(len(part) for part in parts)
    header = _HEADER.pack(MAGIC, kind, request, size)
    if size <= 4096:
        _write_all(stream, header + b"".join(parts))
        return
    _write_all(stream, header)
    for part in parts:
        _write_all(stream, part)


def told_by(untrusted_head: memoryview) -> tuple[int, int]:
    """Of the first HEAD_BYTES of a message: the kind it says it is, and how many bytes it says it has in all."""
    _magic, kind, _request, size = _HEADER.unpack(untrusted_head)
    return kind, _HEADER.size + size


def read_frame(stream: Stream, expected: Sequence[Kind]) -> Frame:
    """Receive one message of an expected kind; EOFError when the stream ends, `lied` for anything else."""
    magic, kind, request, size = _HEADER.unpack(_read_exactly(stream, _HEADER.size))
    if magic != MAGIC or kind not in expected or size > MAX_PAYLOAD[Kind(kind)]:
        raise lied()
    return Frame(kind=Kind(kind), request=request, payload=_read_exactly(stream, size))


def pack_render(wanted: RenderRequest) -> bytes:
    return _RENDER.pack(wanted.page, wanted.width_px, wanted.slot, wanted.generation)


def parse_render(payload: memoryview) -> RenderRequest:
    page, width_px, slot, generation = _RENDER.unpack(payload)
    return RenderRequest(page=page, width_px=width_px, slot=slot, generation=generation)


def pack_page(page: int) -> bytes:
    return _PAGE.pack(page)


def parse_page(payload: memoryview) -> int:
    return int(_PAGE.unpack(payload)[0])


def pack_failure(code: str) -> bytes:
    return bytes([FAILURES.index(code)])


def parse_failure(untrusted: memoryview) -> DocumentUnreadable:
    """The worker's own refusal: one of FAILURES."""
    if len(untrusted) != 1 or untrusted[0] >= len(FAILURES):
        raise lied()
    return DocumentUnreadable(FAILURES[untrusted[0]])


def pack_facts(facts: DocumentFacts) -> bytes:
    head = _FACTS.pack(KINDS.index(facts.kind), facts.truncated, len(facts.pages))
    return head + b"".join(_SIZE.pack(page.width, page.height) for page in facts.pages)


def facts_size(untrusted: memoryview) -> int:
    """How many bytes of an answer are facts; what follows is told by container_protocol."""
    if len(untrusted) < _FACTS.size:
        raise lied()
    return min(len(untrusted), _FACTS.size + int(_FACTS.unpack_from(untrusted)[2]) * _SIZE.size)


def parse_facts(untrusted: memoryview) -> DocumentFacts:
    """One page at least; sizes finite, above zero, within the cap."""
    if len(untrusted) < _FACTS.size:
        raise lied()
    kind, truncated, count = _FACTS.unpack_from(untrusted)
    sizes = untrusted[_FACTS.size :]
    if kind >= len(KINDS) or truncated > 1 or not 0 < count <= limits.MAX_PAGES or len(sizes) != count * _SIZE.size:
        raise lied()
    pages = tuple(PageSize(width=width, height=height) for width, height in _SIZE.iter_unpack(sizes))
    if not all(0 < side <= limits.MAX_PAGE_POINTS for page in pages for side in (page.width, page.height)):
        raise lied()
    return DocumentFacts(kind=KINDS[kind], pages=pages, truncated=bool(truncated))


def pack_words(words: Sequence[Word]) -> bytes:
    parts = [_COUNT.pack(len(words))]
    for word in words:
        text = word.text.encode()
        parts += (_WORD.pack(*word.rect, word.block, word.line, len(text)), text)
    return b"".join(parts)


def _is_plain(text: str) -> bool:
    return not any(character < " " and character not in "\t\n" for character in text)


def _decode(untrusted: memoryview) -> str:
    try:
        return str(untrusted, "utf-8")
    except UnicodeDecodeError:
        raise lied() from None


def _parse_word(untrusted: memoryview, place: int) -> tuple[Word, int]:
    start = place + _WORD.size
    if start > len(untrusted):
        raise lied()
    x0, y0, x1, y1, block, line, size = _WORD.unpack_from(untrusted, place)
    text = _decode(untrusted[start : start + size])
    if not (
        math.isfinite(x0 + y0 + x1 + y1) and max(-x0, -y0, x1, y1) <= limits.MAX_COORDINATE and x0 <= x1 and y0 <= y1
    ):
        raise lied()
    if start + size > len(untrusted) or not 0 < len(text) <= limits.MAX_WORD_CHARACTERS or not _is_plain(text):
        raise lied()
    return Word(text=text, rect=(x0, y0, x1, y1), block=block, line=line), start + size


def parse_words(untrusted: memoryview) -> tuple[Word, ...]:
    """Words of bounded number and length, rectangles finite and upright, no control characters."""
    if len(untrusted) < _COUNT.size:
        raise lied()
    (count,) = _COUNT.unpack_from(untrusted)
    if count > limits.MAX_WORDS:
        raise lied()
    words = []
    place, characters = _COUNT.size, 0
    for _ in range(count):
        word, place = _parse_word(untrusted, place)
        characters += len(word.text)
        words.append(word)
    if place != len(untrusted) or characters > limits.MAX_TEXT_CHARACTERS:
        raise lied()
    return tuple(words)


def parse_text(untrusted: memoryview) -> str:
    """Text of bounded length, without control characters but tabs and line breaks."""
    text = _decode(untrusted)
    if len(text) > limits.MAX_TEXT_CHARACTERS or not _is_plain(text):
        raise lied()
    return text


def pack_picture(size: PictureSize) -> bytes:
    """The head of a picture by pipe; its pixels follow."""
    return _PICTURE.pack(size.width_px, size.height_px, size.stride, 0, 0)


def pack_shared_picture(size: PictureSize, slot: int, generation: int) -> bytes:
    return _SHARED.pack(size.width_px, size.height_px, size.stride, slot, generation)


def _measured(width_px: int, height_px: int, stride: int, wanted: RenderRequest) -> PictureSize:
    size = PictureSize(width_px=width_px, height_px=height_px)
    if not (0 < width_px <= min(wanted.width_px, limits.MAX_SIDE_PX) and 0 < height_px <= limits.MAX_SIDE_PX):
        raise lied()
    if width_px * height_px > limits.MAX_PICTURE_PX or stride != size.stride:
        raise lied()
    return size


def parse_picture(untrusted: memoryview, wanted: RenderRequest) -> tuple[PictureSize, memoryview]:
    """A picture by pipe: no wider than asked for, and exactly as many bytes as its size says."""
    if len(untrusted) < _PICTURE.size:
        raise lied()
    width_px, height_px, stride, _, _ = _PICTURE.unpack_from(untrusted)
    size = _measured(width_px, height_px, stride, wanted)
    pixels = untrusted[_PICTURE.size :]
    if len(pixels) != size.size:
        raise lied()
    return size, pixels


def parse_shared_picture(untrusted: memoryview, wanted: RenderRequest) -> PictureSize:
    """A picture in shared memory: in the slot and generation asked for, and within the slot."""
    if len(untrusted) != _SHARED.size:
        raise lied()
    width_px, height_px, stride, slot, generation = _SHARED.unpack(untrusted)
    size = _measured(width_px, height_px, stride, wanted)
    if wanted.slot == NO_SLOT or (slot, generation) != (wanted.slot, wanted.generation):
        raise lied()
    if size.size > limits.SLOT_BYTES:
        raise lied()
    return size
