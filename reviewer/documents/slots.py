"""Shared memory into which one worker draws: slots lent to one picture at a time."""

from __future__ import annotations

import ctypes
import mmap
import os
import secrets
import struct
import sys
import weakref
from contextlib import suppress

from reviewer.documents import limits
from reviewer.errors import DocumentUnreadable

_HELLO = struct.Struct(">BIHI")
_BY_DESCRIPTOR, _BY_NAME = 1, 2
_MAP_PAGES, _LAY_PAGES = 22, 23
_PIECE = 1 << 18
_WHITE = 255


class PixelSlots:
    """The slots of one worker: a slot is free again only when nothing looks at its last picture any more."""

    def __init__(self, memory: mmap.mmap, hello: bytes, descriptors: tuple[int, ...]) -> None:
        self.hello = hello
        self.descriptors = descriptors
        self._memory: mmap.mmap | None = memory
        self._free = list(reversed(range(limits.SLOTS)))
        self._generation = 0

    def take(self) -> tuple[int, int] | None:
        """A free slot and the generation its next picture must carry; None while all are on loan."""
        try:
            slot = self._free.pop()
        except IndexError:
            return None
        self._generation = (self._generation + 1) & 0xFFFFFFFF
        return slot, self._generation

    def give_back(self, slot: int) -> None:
        """The slot was not drawn into, or what was drawn is not wanted."""
        self._free.append(slot)

    def lend(self, slot: int, size: int) -> memoryview:
        """The first bytes of a slot; it comes back by itself when the last view of them is gone.

        DocumentUnreadable("crashed") where the worker was ended meanwhile.
        """
        if self._memory is None:
            raise DocumentUnreadable("crashed")
        buffer = (ctypes.c_ubyte * size).from_buffer(self._memory, slot * limits.SLOT_BYTES)
        weakref.finalize(buffer, self._free.append, slot).atexit = False
        return memoryview(buffer).cast("B")

    def map_ahead(self, size: int) -> None:
        """While nobody waits: have the system map what a first picture of this size takes, for the painting to find.

        Piece by piece, for each stops every thread of the program; whole it would be for up to 50 ms. No more than the
        worker has laid.
        """
        memory, laid = self._memory, min(size, limits.MOST_LAID_BYTES)
        if memory is not None:
            with suppress(AttributeError, OSError, ValueError):
                for start in range(0, laid, _PIECE):
                    memory.madvise(_MAP_PAGES, start, min(_PIECE, laid - start))

    def discard(self) -> None:
        """The worker has ended: its memory goes at once, or with the last picture in it that somebody looks at.

        Whoever waited for the collector of garbage would hold the memory of many workers that have ended.
        """
        memory, self._memory = self._memory, None
        if memory is not None:
            with suppress(BufferError):
                memory.close()

    def close(self) -> None:
        """The worker has started: let go of what its start needed."""
        for descriptor in self.descriptors:
            os.close(descriptor)
        self.descriptors = ()


def _from_descriptor(laid_bytes: int) -> PixelSlots | None:
    if sys.platform != "linux":
        return None
    import fcntl

    descriptor = os.memfd_create("pictures", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(descriptor, limits.SLOTS * limits.SLOT_BYTES)
    # Without the seals the worker could shrink the memory under the program, whose next look at it would be its end.
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL)
    memory = mmap.mmap(descriptor, limits.SLOTS * limits.SLOT_BYTES)
    hello = _HELLO.pack(_BY_DESCRIPTOR, limits.SLOT_BYTES, limits.SLOTS, laid_bytes) + str(descriptor).encode()
    return PixelSlots(memory, hello, (descriptor,))


def _from_name(laid_bytes: int) -> PixelSlots | None:
    if sys.platform == "win32":
        name = f"reviewer-{secrets.token_hex(16)}"
        memory = mmap.mmap(-1, limits.SLOTS * limits.SLOT_BYTES, tagname=name)
        hello = _HELLO.pack(_BY_NAME, limits.SLOT_BYTES, limits.SLOTS, laid_bytes) + name.encode()
        return PixelSlots(memory, hello, ())
    return None


def make_pixel_slots(laid_bytes: int = limits.LEAST_LAID_BYTES) -> PixelSlots | None:
    """Shared memory for a worker about to start, which is to lay so much of it at once.

    None where pictures go by pipe (macOS, or none to be had).
    """
    try:
        return _from_descriptor(laid_bytes) or _from_name(laid_bytes)
    except (OSError, AttributeError):
        return None


def attach_pixel_slots(hello: memoryview, inherited: int | None = None) -> tuple[mmap.mmap | None, int]:
    """In the worker, before it is confined: the memory that the program's greeting names, and how much of it to lay.

    None means the pipe. A forked worker has the memory under a descriptor of its own, which is closed here.
    """
    if not hello:
        return None, 0
    way, slot_bytes, slots, laid_bytes = _HELLO.unpack_from(hello)
    name = str(hello[_HELLO.size :], "ascii")
    if way == _BY_DESCRIPTOR:
        descriptor = int(name) if inherited is None else inherited
        memory = mmap.mmap(descriptor, slot_bytes * slots)
        os.close(descriptor)
        return memory, laid_bytes
    if sys.platform == "win32":
        return mmap.mmap(-1, slot_bytes * slots, tagname=name), laid_bytes
    return None, 0


class DrawingSlots:
    """In the worker: what the program's slots are for it, the first of them laid and white before anybody waits."""

    def __init__(self, memory: mmap.mmap | None) -> None:
        """Without memory all pictures go by pipe."""
        self._memory = memory
        self._white = 0

    def lay(self, size: int) -> None:
        """While nobody waits: have the system lay the memory that a first picture of this size needs, all white.

        Laid while the page is drawn it costs 3 ms at 96 dpi and 12 ms at twice that, as much as drawing it; to paint it
        white takes some 4 % of opening and drawing a page at 96 dpi.
        """
        memory = self._memory
        if memory is None:
            return
        with suppress(AttributeError, OSError, ValueError):
            memory.madvise(_LAY_PAGES, 0, size)
        sheet = (ctypes.c_ubyte * size).from_buffer(memory)
        ctypes.memset(ctypes.addressof(sheet), _WHITE, size)
        self._white = size

    def view(self, slot: int, size: int) -> tuple[memoryview, bool] | None:
        """The first bytes of a slot to draw into, and whether they are white; None when the picture does not fit."""
        if self._memory is None or size > limits.SLOT_BYTES or slot >= limits.SLOTS:
            return None
        white, start = slot == 0 and size <= self._white, slot * limits.SLOT_BYTES
        if slot == 0:
            self._white = 0
        return memoryview(self._memory)[start : start + size], white
