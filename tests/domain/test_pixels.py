"""Memory for pictures: as large as asked for, copied byte for byte, and given back."""

from __future__ import annotations

import random

import pytest

from reviewer.domain.pixels import copy_memory, make_memory
from tests.processes import resident_kb

MB = 1 << 20
SIZES = (1, MB, 2 * MB - 1, 2 * MB, 2 * MB + 1, 5 * MB + 7)


@pytest.mark.parametrize("size", SIZES)
def test_a_copy_is_the_same_and_its_own(size: int) -> None:
    source = bytearray(random.Random(size).randbytes(size))
    copy = copy_memory(memoryview(source))
    assert copy == source
    source[-1] ^= 1
    assert copy != source


@pytest.mark.parametrize("size", SIZES)
def test_memory_is_as_large_as_asked_for_and_empty(size: int) -> None:
    memory = make_memory(size)
    assert (len(memory), memory.readonly, bytes(memory[:1]), bytes(memory[-1:])) == (size, False, b"\0", b"\0")


def test_a_copy_takes_no_more_than_its_bytes_and_gives_them_back() -> None:
    source = memoryview(bytearray(3 * MB))
    before = resident_kb()
    copies = [copy_memory(source) for _ in range(20)]
    taken = resident_kb() - before
    copies.clear()
    left = resident_kb() - before
    assert (60 << 10) - 512 <= taken <= (60 << 10) + 2_048
    assert left <= 2_048
