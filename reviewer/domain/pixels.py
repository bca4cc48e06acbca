"""Memory for many bytes, taken and filled without holding up the other threads of the program."""

from __future__ import annotations

import mmap
import sys
from contextlib import suppress

_LARGE = _HUGE_PAGE = 2 << 20
_PIECE = 1 << 20


def make_memory(size: int) -> memoryview:
    """So many bytes to write into. Large memory is laid as it is written to, and goes back to the system afterwards.

    A bytearray is laid at once, by the interpreter itself, and 64 MB of it hold all other threads up for 70 ms.
    """
    if size < _LARGE:
        return memoryview(bytearray(size))
    if sys.platform == "win32":
        return memoryview(mmap.mmap(-1, size))
    # In pages of 2 MB, where the system has such, a picture is copied several times as fast. It begins at one only when
    # whole ones are asked for; the last is of small pages, so that what is not written to takes nothing.
    whole_pages = size // _HUGE_PAGE
    memory = mmap.mmap(-1, (whole_pages + 1) * _HUGE_PAGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    with suppress(AttributeError, OSError):
        memory.madvise(mmap.MADV_HUGEPAGE, 0, whole_pages * _HUGE_PAGE)
    return memoryview(memory)[:size]


def copy_memory(source: memoryview) -> memoryview:
    """The same bytes elsewhere, piece by piece, so that other threads may have a turn in between."""
    copy = make_memory(len(source))
    for place in range(0, len(source), _PIECE):
        copy[place : place + _PIECE] = source[place : place + _PIECE]
    return copy
