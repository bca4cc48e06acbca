"""The Windows job object that bounds a worker's memory and allows it no child."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from reviewer.documents import limits

_EXTENDED_LIMIT_INFORMATION = 9
_PROCESS_TERMINATE = 0x1
_PROCESS_SET_QUOTA = 0x100
_LIMIT_ACTIVE_PROCESS = 0x8
_LIMIT_PROCESS_MEMORY = 0x100
_LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x400
_LIMIT_KILL_ON_JOB_CLOSE = 0x2000


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("minimum_working_set", ctypes.c_size_t),
        ("maximum_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("basic", _BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def _assign(kernel: Any, job: int, pid: int) -> bool:
    kernel.OpenProcess.restype = ctypes.c_void_p
    process = kernel.OpenProcess(_PROCESS_TERMINATE | _PROCESS_SET_QUOTA, False, pid)
    if not process:
        return False
    assigned = kernel.AssignProcessToJobObject(ctypes.c_void_p(job), ctypes.c_void_p(process))
    kernel.CloseHandle(ctypes.c_void_p(process))
    return bool(assigned)


class JobObject:
    """A job around one process, which ends with it. It bounds memory and children; files and network stay open.

    Written from Microsoft's reference and untried on a real Windows.
    """

    def __init__(self, kernel: Any, handle: int) -> None:
        self._kernel = kernel
        self._handle = handle

    @classmethod
    def around(cls, pid: int, *, processes: int = 1, memory_bytes: int = limits.MEMORY_BYTES) -> JobObject | None:
        """The process in a job of its own; None on other systems, and where Windows refuses.

        In all it may be so many processes, each with so much memory.
        """
        if sys.platform == "win32":
            kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            kernel.CreateJobObjectW.restype = ctypes.c_void_p
            handle = kernel.CreateJobObjectW(None, None)
            if not handle:
                return None
            job = cls(kernel, handle)
            wanted = _ExtendedLimits()
            wanted.basic.flags = (
                _LIMIT_ACTIVE_PROCESS
                | _LIMIT_PROCESS_MEMORY
                | _LIMIT_DIE_ON_UNHANDLED_EXCEPTION
                | _LIMIT_KILL_ON_JOB_CLOSE
            )
            # In a virtual environment the interpreter is a launcher that starts the real one.
            wanted.basic.active_processes = processes if sys.prefix == sys.base_prefix else processes + 1
            wanted.process_memory = memory_bytes
            size = ctypes.sizeof(wanted)
            known = ctypes.c_void_p(handle)
            if kernel.SetInformationJobObject(
                known, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(wanted), size
            ) and _assign(kernel, handle, pid):
                return job
            job.close()
        return None

    def close(self) -> None:
        """Close the job, which kills what still runs in it."""
        if self._handle:
            self._kernel.CloseHandle(ctypes.c_void_p(self._handle))
            self._handle = 0
