"""Memory for many bytes, taken and filled without holding up the other threads of the program."""

from __future__ import annotations

import mmap
import sys

_LARGE = 1 << 20


def make_memory(size: int) -> memoryview:
    """So many bytes to write into. Large memory is laid as it is written to, and goes back to the system afterwards.

    A bytearray is laid at once, by the interpreter itself, and 64 MB of it hold all other threads up for 70 ms.
    """
    if size < _LARGE:
        return memoryview(bytearray(size))
    if sys.platform == "win32":
        return memoryview(mmap.mmap(-1, size))
    return memoryview(mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))


def copy_memory(source: memoryview) -> memoryview:
    """The same bytes elsewhere, piece by piece, so that other threads may have a turn in between."""
    copy = make_memory(len(source))
    for place in range(0, len(source), _LARGE):
        copy[place : place + _LARGE] = source[place : place + _LARGE]
    return copy
