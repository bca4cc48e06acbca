"""How much memory a worker holds, asked from outside where the system sets it no limit (macOS)."""

from __future__ import annotations

import ctypes
import struct
import sys

_PROC_PIDTASKINFO = 4
_TASK_INFO_BYTES = 96


def resident_bytes(pid: int) -> int | None:
    """Resident memory of a process on macOS; None elsewhere, and for a process that is gone. Untried on a real Mac."""
    if sys.platform == "darwin":
        library = ctypes.CDLL("/usr/lib/libproc.dylib")
        answer = ctypes.create_string_buffer(_TASK_INFO_BYTES)
        size = library.proc_pidinfo(pid, _PROC_PIDTASKINFO, ctypes.c_uint64(0), answer, _TASK_INFO_BYTES)
        if size == _TASK_INFO_BYTES:
            return int(struct.unpack_from("QQ", answer.raw)[1])
    return None
