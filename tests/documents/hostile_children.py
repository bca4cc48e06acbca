"""Workers that an attack takes over: each answers as a worker does until it has read ATTACK and its moment comes."""

from __future__ import annotations

import os
import struct
import sys
import threading
from collections.abc import Callable
from io import FileIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reviewer.documents.first_protocol import parse_show  # noqa: E402
from reviewer.documents.protocol import (  # noqa: E402
    Frame,
    Kind,
    PictureSize,
    RenderRequest,
    pack_facts,
    pack_picture,
    pack_render,
    pack_shared_picture,
    pack_words,
    parse_render,
    read_frame,
    write_frame,
)
from reviewer.domain.pages import DocumentFacts, DocumentKind, PageSize, Word  # noqa: E402

ATTACK = b"A stranger's attack."
FACTS = DocumentFacts(kind=DocumentKind.PDF, pages=(PageSize(width=595, height=842),) * 3, truncated=False)
WORD = Word(text="honest", rect=(1, 2, 3, 4), block=0, line=0)
TINY = PictureSize(width_px=2, height_px=2)
REQUESTS = (Kind.OPEN, Kind.SHOW, Kind.RENDER, Kind.WORDS, Kind.TEXT, Kind.LIST, Kind.TAKE)
Child = Callable[[FileIO, Frame], None]


def answer_honestly(out: FileIO, asked: Frame) -> None:
    answers = {
        Kind.OPEN: (Kind.FACTS, pack_facts(FACTS)),
        Kind.RENDER: (Kind.PICTURE, pack_picture(TINY) + bytes(TINY.size)),
        Kind.WORDS: (Kind.WORD_LIST, pack_words([WORD])),
        Kind.TEXT: (Kind.PLAIN_TEXT, b"honest"),
        Kind.LIST: (Kind.CONTENTS, contents(ONE)),
        Kind.TAKE: (Kind.CONTAINED, b"honest"),
    }
    kind, payload = answers[asked.kind]
    write_frame(out, kind, asked.request, payload)


def wait(seconds: float) -> None:
    threading.Event().wait(seconds)


def sleep(_out: FileIO, _asked: Frame) -> None:
    wait(600)


def abort(_out: FileIO, _asked: Frame) -> None:
    os.abort()


def abort_at_the_second_page(out: FileIO, asked: Frame) -> None:
    if parse_render(asked.payload).page == 2:
        abort(out, asked)
    answer_honestly(out, asked)


def leave(_out: FileIO, _asked: Frame) -> None:
    os._exit(0)


def close_and_sleep(out: FileIO, _asked: Frame) -> None:
    os.close(out.fileno())
    wait(600)


def flood(out: FileIO, _asked: Frame) -> None:
    while True:
        out.write(b"A" * 65536)


def drip(out: FileIO, asked: Frame) -> None:
    out.write(struct.pack(">4sBII", b"RVW1", Kind.PICTURE, asked.request, 1_000_000))
    while True:
        out.write(b"A")
        wait(0.01)


def stop_in_the_middle(out: FileIO, asked: Frame) -> None:
    out.write(struct.pack(">4sBII", b"RVW1", Kind.FACTS, asked.request, 12) + b"half")
    os._exit(0)


def answer_another_request(out: FileIO, asked: Frame) -> None:
    write_frame(out, Kind.FACTS, asked.request + 1, pack_facts(FACTS))


def answer_twice(out: FileIO, asked: Frame) -> None:
    answer_honestly(out, asked)
    answer_honestly(out, asked)


def saying(kind: int, payload: bytes, size: int | None = None, magic: bytes = b"RVW1") -> Child:
    """A child that sends one frame, as malformed as told."""

    def say(out: FileIO, asked: Frame) -> None:
        length = len(payload) if size is None else size
        out.write(struct.pack(">4sBII", magic, kind, asked.request, length) + payload)
        wait(600)

    return say


def facts(kind: int, truncated: int, *sides: float, count: int | None = None) -> Child:
    pages = len(sides) // 2 if count is None else count
    return saying(Kind.FACTS, struct.pack(f">BBH{len(sides)}f", kind, truncated, pages, *sides))


def words(count: int, *rect: float, text: bytes = b"x", size: int | None = None) -> Child:
    body = struct.pack(">ffffIIH", *rect, 0, 0, len(text) if size is None else size) + text if rect else b""
    return saying(Kind.WORD_LIST, struct.pack(">I", count) + body)


def picture(width_px: int, height_px: int, stride: int, pixels: int = 16) -> Child:
    return saying(Kind.PICTURE, struct.pack(">IIIHH", width_px, height_px, stride, 0, 0) + bytes(pixels))


def another_slot(out: FileIO, asked: Frame) -> None:
    wanted = parse_render(asked.payload)
    write_frame(out, Kind.SHARED_PICTURE, asked.request, pack_shared_picture(TINY, wanted.slot + 7, wanted.generation))


def an_old_generation(out: FileIO, asked: Frame) -> None:
    wanted = parse_render(asked.payload)
    old = RenderRequest(page=1, width_px=1, slot=wanted.slot, generation=wanted.generation - 1)
    write_frame(out, Kind.SHARED_PICTURE, asked.request, pack_shared_picture(TINY, old.slot, old.generation & 0xFFFF))


def beyond_the_slot(out: FileIO, asked: Frame) -> None:
    wanted = parse_render(asked.payload)
    size = PictureSize(width_px=800, height_px=19_000)
    write_frame(out, Kind.SHARED_PICTURE, asked.request, pack_shared_picture(size, wanted.slot, wanted.generation))


def contents(*items: bytes, count: int | None = None) -> bytes:
    return bytes([len(items) if count is None else count]) + b"".join(items)


def item(kind: int = 0, failure: int = 0xFF, name: bytes = b"cv.pdf", size: int | None = None) -> bytes:
    return struct.pack(">BBHHH", kind, failure, 0, 0, len(name) if size is None else size) + name


def listing(*items: bytes, count: int | None = None) -> Child:
    return saying(Kind.CONTENTS, contents(*items, count=count))


def holding(kind: int, *places: tuple[int, int]) -> Child:
    """Facts of three pages and documents at these places: first page and number of pages."""
    items = [struct.pack(">BBHHH", 0, 0xFF, *place, 1) + b"a" for place in places]
    head = struct.pack(">BBH6f", kind, 0, 3, *[595.0, 842.0] * 3)
    return saying(Kind.FACTS, head + contents(*items))


ONE = item()
ZIP = tuple(DocumentKind).index(DocumentKind.ZIP)
NAN, INF, MINUS_ONE = float("nan"), float("inf"), 0xFFFFFFFF
CHILDREN: dict[str, tuple[Kind, Child, str]] = {
    "sleeps at the document": (Kind.OPEN, sleep, "too-slow"),
    "sleeps at a page": (Kind.RENDER, sleep, "too-slow"),
    "sleeps at the words": (Kind.WORDS, sleep, "too-slow"),
    "sleeps at the text": (Kind.TEXT, sleep, "too-slow"),
    "aborts": (Kind.OPEN, abort, "crashed"),
    "aborts at a page": (Kind.RENDER, abort, "crashed"),
    "aborts at the second page": (Kind.RENDER, abort_at_the_second_page, "crashed"),
    "leaves": (Kind.WORDS, leave, "crashed"),
    "closes its output and sleeps": (Kind.OPEN, close_and_sleep, "crashed"),
    "floods": (Kind.OPEN, flood, "lied"),
    "drips": (Kind.RENDER, drip, "too-slow"),
    "stops in the middle": (Kind.OPEN, stop_in_the_middle, "crashed"),
    "answers another request": (Kind.OPEN, answer_another_request, "lied"),
    "answers twice": (Kind.OPEN, answer_twice, "lied"),
    "speaks another version": (Kind.OPEN, saying(Kind.FACTS, pack_facts(FACTS), magic=b"RVW9"), "lied"),
    "sends an unknown kind": (Kind.OPEN, saying(99, b""), "lied"),
    "sends an unexpected kind": (Kind.OPEN, saying(Kind.PLAIN_TEXT, b"x"), "lied"),
    "announces four gigabytes": (Kind.OPEN, saying(Kind.FACTS, b"", size=MINUS_ONE), "lied"),
    "fails with an unknown code": (Kind.OPEN, saying(Kind.FAILED, b"\xff"), "lied"),
    "fails without a code": (Kind.OPEN, saying(Kind.FAILED, b""), "lied"),
    "has no page": (Kind.OPEN, facts(0, 0), "lied"),
    "has more pages than it sends": (Kind.OPEN, facts(0, 0, 1, 1, count=200), "lied"),
    "has a kind of its own": (Kind.OPEN, facts(200, 0, 1, 1), "lied"),
    "has a page without size": (Kind.OPEN, facts(0, 0, 0, 842), "lied"),
    "has a negative page": (Kind.OPEN, facts(0, 0, -595, 842), "lied"),
    "has an endless page": (Kind.OPEN, facts(0, 0, INF, 842), "lied"),
    "has a page of no number": (Kind.OPEN, facts(0, 0, NAN, NAN), "lied"),
    "draws a huge page": (Kind.RENDER, picture(1_000_000, 1_000_000, 4_000_000), "lied"),
    "draws a negative page": (Kind.RENDER, picture(MINUS_ONE, MINUS_ONE, MINUS_ONE), "lied"),
    "draws nothing": (Kind.RENDER, picture(0, 0, 0, 0), "lied"),
    "draws wider than asked": (Kind.RENDER, picture(801, 1, 3204, 3204), "lied"),
    "draws fewer pixels than it says": (Kind.RENDER, picture(2, 2, 8, 15), "lied"),
    "draws more pixels than it says": (Kind.RENDER, picture(2, 2, 8, 17), "lied"),
    "draws rows that overlap": (Kind.RENDER, picture(2, 2, 4, 16), "lied"),
    "draws into another slot": (Kind.RENDER, another_slot, "lied"),
    "draws an old generation": (Kind.RENDER, an_old_generation, "lied"),
    "draws beyond its slot": (Kind.RENDER, beyond_the_slot, "lied"),
    "reads words at no place": (Kind.WORDS, words(1, NAN, 0, 1, 1), "lied"),
    "reads words at an endless place": (Kind.WORDS, words(1, 0, 0, INF, 1), "lied"),
    "reads words upside down": (Kind.WORDS, words(1, 5, 5, 1, 1), "lied"),
    "reads endless words": (Kind.WORDS, words(MINUS_ONE), "lied"),
    "reads a word longer than it sends": (Kind.WORDS, words(1, 0, 0, 1, 1, size=900), "lied"),
    "reads a word without letters": (Kind.WORDS, words(1, 0, 0, 1, 1, text=b""), "lied"),
    "reads a word that is no text": (Kind.WORDS, words(1, 0, 0, 1, 1, text=b"\xff\xfe"), "lied"),
    "reads a word with control characters": (Kind.WORDS, words(1, 0, 0, 1, 1, text=b"a\x1b[2J"), "lied"),
    "reads a word of 2,000 letters": (Kind.WORDS, words(1, 0, 0, 1, 1, text=b"x" * 2_000), "lied"),
    "reads fewer words than it counts": (Kind.WORDS, words(2, 0, 0, 1, 1), "lied"),
    "reads more than it counts": (Kind.WORDS, words(0, 0, 0, 1, 1), "lied"),
    "writes text that is no text": (Kind.TEXT, saying(Kind.PLAIN_TEXT, b"\xc3\x28"), "lied"),
    "writes text with control characters": (Kind.TEXT, saying(Kind.PLAIN_TEXT, b"a\x00b"), "lied"),
    "holds documents and is none": (Kind.OPEN, holding(0, (1, 3)), "lied"),
    "holds fewer pages than it has": (Kind.OPEN, holding(ZIP, (1, 2)), "lied"),
    "holds more pages than it has": (Kind.OPEN, holding(ZIP, (1, 2), (3, 2)), "lied"),
    "holds the same page twice": (Kind.OPEN, holding(ZIP, (1, 2), (2, 1)), "lied"),
    "holds a document without pages": (Kind.OPEN, holding(ZIP, (1, 3), (0, 0)), "lied"),
    "lists more than it counts": (Kind.LIST, listing(ONE, count=0), "lied"),
    "lists less than it counts": (Kind.LIST, listing(ONE, count=2), "lied"),
    "lists a hundred documents": (Kind.LIST, listing(*[ONE] * 100), "lied"),
    "lists a kind of its own": (Kind.LIST, listing(item(kind=200)), "lied"),
    "lists what is of no kind and has no failure": (Kind.LIST, listing(item(kind=0xFF)), "lied"),
    "lists a failure of its own": (Kind.LIST, listing(item(failure=200)), "lied"),
    "lists a name in a folder": (Kind.LIST, listing(item(name=b"../cv.pdf")), "lied"),
    "lists a name with control characters": (Kind.LIST, listing(item(name=b"a\x1b.pdf")), "lied"),
    "lists a name that is no text": (Kind.LIST, listing(item(name=b"\xff\xfe")), "lied"),
    "lists a name of 500 letters": (Kind.LIST, listing(item(name=b"x" * 500)), "lied"),
    "lists a name longer than it sends": (Kind.LIST, listing(item(size=900)), "lied"),
    "lists nothing at all": (Kind.LIST, saying(Kind.CONTENTS, b""), "lied"),
    "sleeps at the list": (Kind.LIST, sleep, "too-slow"),
    "aborts when it hands over": (Kind.TAKE, abort, "crashed"),
    "hands nothing over": (Kind.TAKE, saying(Kind.CONTAINED, b""), "lied"),
    "hands over forty megabytes": (Kind.TAKE, saying(Kind.CONTAINED, b"", size=40_000_000), "lied"),
    "writes text beyond the cap": (Kind.TEXT, saying(Kind.PLAIN_TEXT, b"x" * 100_001), "lied"),
}
NEVER_READY: dict[str, Callable[[FileIO], None]] = {
    "never says it is ready": lambda _out: wait(600),
    "dies before it is ready": lambda _out: os.abort(),
    "claims confinement that is unknown": lambda out: write_frame(out, Kind.READY, 0, b"\xff"),
    "floods before it is ready": lambda out: flood(out, Frame(kind=Kind.OPEN, request=0, payload=memoryview(b""))),
}


def parted(asked: Frame) -> list[Frame]:
    """Opening and drawing in one go, as the two requests that it stands for."""
    if asked.kind is not Kind.SHOW:
        return [asked]
    request, untrusted = parse_show(asked.payload)
    page = RenderRequest(page=1, width_px=800, slot=request.slot, generation=request.generation)
    return [
        Frame(kind=Kind.OPEN, request=asked.request, payload=untrusted),
        Frame(kind=Kind.RENDER, request=asked.request, payload=memoryview(pack_render(page))),
    ]


def command(name: str) -> list[str]:
    """The command that starts a child by its name; "honest" is one that only answers."""
    return [sys.executable, "-I", str(Path(__file__).resolve()), name]


def main(name: str) -> None:
    source, out = FileIO(0, "rb", closefd=False), FileIO(1, "wb", closefd=False)
    if name in NEVER_READY:
        NEVER_READY[name](out)
        return
    read_frame(source, (Kind.HELLO,))
    write_frame(out, Kind.READY, 0, b"\0")
    if name == "never reads":
        wait(600)
    moment, child, _ = CHILDREN.get(name, (None, answer_honestly, ""))
    attacked = False
    while True:
        asked = read_frame(source, REQUESTS)
        for one in parted(asked):
            if one.kind in {Kind.OPEN, Kind.LIST}:
                attacked = bytes(one.payload).startswith(ATTACK)
            (child if attacked and one.kind is moment else answer_honestly)(out, one)


if __name__ == "__main__":
    main(sys.argv[1])
