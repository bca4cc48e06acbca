"""Linux: no new privileges, no files and no network (Landlock), and few system calls that remain (seccomp)."""

from __future__ import annotations

import ctypes
import os
import platform
import stat
import struct
import sys
from collections.abc import Sequence

_PR_SET_DUMPABLE = 4
_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2

_LANDLOCK_CREATE_RULESET = 444
_LANDLOCK_ADD_RULE = 445
_LANDLOCK_RESTRICT_SELF = 446
_LANDLOCK_PATH_BENEATH = 1
_LANDLOCK_VERSION = 1
# Rights to forbid, by the first version of Landlock that knows them.
_FILE_RIGHTS = ((1, 0x1FFF), (2, 0x2000), (3, 0x4000), (5, 0x8000))
_NETWORK_RIGHTS = ((4, 0x3),)
_SCOPES = ((6, 0x3),)
# Of these a place may be given: executing, writing, reading and cutting a file; listing a folder and changing what is
# in it, but no devices.
_OF_FILES, _READING, _CHANGING = 0x4007, 0xD, 0x77BE

LOAD, EQUAL, ANY_BIT, RETURN = 0x20, 0x15, 0x45, 0x06
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050001, 0x80000000
NUMBER_AT, ARCHITECTURE_AT, FIRST_AT, _PROTECTION_AT = 0, 4, 16, 32
_PROT_EXEC = 4
CLONE_THREAD = 0x10000
_CLONE, _CLONE3 = (56, 220), (435, 435)
# What a C library takes for a kernel without clone3: it goes on with clone, whose flags a filter can see.
UNKNOWN_CALL = 0x00050000 | 38

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
# Reading and writing what is open, memory, time, signals to itself, the end: (x86_64, aarch64), see syscalls(2).
_ALLOWED = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "fstat": (5, 80),
    "lseek": (8, 62),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "readv": (19, 65),
    "writev": (20, 66),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "nanosleep": (35, 101),
    "getpid": (39, 172),
    "exit": (60, 93),
    "gettimeofday": (96, 169),
    "sigaltstack": (131, 132),
    "gettid": (186, 178),
    "futex": (202, 98),
    "restart_syscall": (219, 128),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "clock_nanosleep": (230, 115),
    "exit_group": (231, 94),
    "getrandom": (318, 278),
    "membarrier": (324, 283),
    "rseq": (334, 293),
}
# Allowed unless the memory is to be executable.
_NEVER_EXECUTABLE = {"mmap": (9, 222), "mprotect": (10, 226)}


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def forbid_new_privileges() -> bool:
    """No program started from here could gain rights, and no other may look into this process."""
    if sys.platform != "linux":
        return False
    libc = _libc()
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    return bool(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)


def _rights(version: int, known: tuple[tuple[int, int], ...]) -> int:
    return sum(bits for since, bits in known if version >= since)


def _allow_place(libc: ctypes.CDLL, ruleset: int, place: str, rights: int) -> None:
    """Except a file or folder and all below it; one that is not there needs no exception."""
    try:
        held = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(held).st_mode):
            rights &= _OF_FILES
        rule = struct.pack("=Qi", rights, held)
        libc.syscall(_LANDLOCK_ADD_RULE, ruleset, _LANDLOCK_PATH_BENEATH, rule, 0)
    finally:
        os.close(held)


def forbid_files_and_network(readable: Sequence[str] = (), writable: Sequence[str] = ()) -> bool:
    """Landlock, without an exception but these places; False where the kernel has none.

    What lies below a readable place can be read and run, below a writable one changed as well. What is already open
    stays usable.
    """
    if sys.platform != "linux":
        return False
    libc = _libc()
    version = libc.syscall(_LANDLOCK_CREATE_RULESET, None, ctypes.c_size_t(0), _LANDLOCK_VERSION)
    if version < 1:
        return False
    handled = _rights(version, _FILE_RIGHTS)
    fields = [handled, _rights(version, _NETWORK_RIGHTS), _rights(version, _SCOPES)]
    while not fields[-1]:
        fields.pop()
    rules = struct.pack(f"{len(fields)}Q", *fields)
    ruleset = libc.syscall(_LANDLOCK_CREATE_RULESET, rules, ctypes.c_size_t(len(rules)), 0)
    if ruleset < 0:
        return False
    for place in readable:
        _allow_place(libc, ruleset, place, handled & _READING)
    for place in writable:
        _allow_place(libc, ruleset, place, handled & _CHANGING)
    held = libc.syscall(_LANDLOCK_RESTRICT_SELF, ruleset, 0) == 0
    os.close(ruleset)
    return bool(held)


def instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    """One instruction of a filter; jumps count the instructions they leave out."""
    return struct.pack("HBBI", code, if_true, if_false, value)


def _program(machine: str) -> bytes:
    """The filter: the calls of the list, memory that is not executable, threads, and EPERM for everything else.

    A thread is confined as its process is, and its time counts as the process's; HEIC's decoder does not work without.
    """
    column = list(ARCHITECTURES).index(machine)
    lines = [
        instruction(LOAD, ARCHITECTURE_AT),
        instruction(EQUAL, ARCHITECTURES[machine], 1, 0),
        instruction(RETURN, KILL),
        instruction(LOAD, NUMBER_AT),
    ]
    for numbers in _ALLOWED.values():
        lines += (instruction(EQUAL, numbers[column], 0, 1), instruction(RETURN, ALLOW))
    for numbers in _NEVER_EXECUTABLE.values():
        lines += (
            instruction(EQUAL, numbers[column], 0, 4),
            instruction(LOAD, _PROTECTION_AT),
            instruction(ANY_BIT, _PROT_EXEC, 0, 1),
            instruction(RETURN, REFUSE),
            instruction(RETURN, ALLOW),
        )
    lines += (
        instruction(EQUAL, _CLONE3[column], 0, 1),
        instruction(RETURN, UNKNOWN_CALL),
        instruction(EQUAL, _CLONE[column], 0, 3),
        instruction(LOAD, FIRST_AT),
        instruction(ANY_BIT, CLONE_THREAD, 0, 1),
        instruction(RETURN, ALLOW),
    )
    return b"".join((*lines, instruction(RETURN, REFUSE)))


class _FilterProgram(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def install_filter(program: bytes) -> bool:
    """Hold this process and all it becomes to a filter, for good; needs no new privileges."""
    described = _FilterProgram(len(program) // 8, program)
    return bool(_libc().prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(described), 0, 0) == 0)


def filter_system_calls() -> bool:
    """Leave only the system calls that reading needs; False on other processors and kernels without seccomp."""
    if sys.platform != "linux" or platform.machine() not in ARCHITECTURES:
        return False
    return install_filter(_program(platform.machine()))
