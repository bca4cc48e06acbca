"""Linux: the system calls refused to an outside program: other processes, other machines, the kernel's odd corners."""

from __future__ import annotations

import os
import platform
import sys

from reviewer.documents.kernel_confinement import (
    ALLOW,
    ANY_BIT,
    ARCHITECTURE_AT,
    ARCHITECTURES,
    CLONE_THREAD,
    EQUAL,
    FIRST_AT,
    KILL,
    LOAD,
    NUMBER_AT,
    REFUSE,
    RETURN,
    UNKNOWN_CALL,
    install_filter,
    instruction,
)

_SECOND_AT, _THIRD_AT = 24, 32
_X32 = 0x40000000
_AF_UNIX, _SOCK_STREAM, _SOCK_TYPE_BITS = 1, 1, 0xE
# (x86_64, aarch64), see syscalls(2); -1 where the processor has no such call.
_REFUSED: dict[str, tuple[int, int]] = {
    "connect": (42, 203),
    "fork": (57, -1),
    "vfork": (58, -1),
    "kill": (62, 129),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_send_signal": (424, 424),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "kcmp": (312, 272),
    "chmod": (90, -1),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, -1),
    "lchown": (94, -1),
    "fchownat": (260, 54),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "utime": (132, -1),
    "utimes": (235, -1),
    "futimesat": (261, -1),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "msgget": (68, 186),
    "msgsnd": (69, 189),
    "msgrcv": (70, 188),
    "semget": (64, 190),
    "semop": (65, 193),
    "mq_open": (240, 180),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "mount": (165, 40),
    "umount2": (166, 39),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "fsopen": (430, 430),
    "fsmount": (432, 432),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "setpriority": (141, 140),
    "sched_setaffinity": (203, 122),
    "ioprio_set": (251, 30),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
    "sendmmsg": (307, 269),
}
# LibreOffice asks whether /tmp is writable and would put its socket there, beyond Landlock's bounds; told that it is
# not, it takes the place its environment names. (number, place of the argument) of access(), faccessat() on aarch64.
_ASK_WRITABLE = ((21, _SECOND_AT), (48, _THIRD_AT))
_W_OK = 2
_SOCKET = {"socket": (41, 198), "socketpair": (53, 199)}
_TGKILL, _PRLIMIT, _CLONE, _CLONE3 = (234, 131), (302, 261), (56, 220), (435, 435)


def _program(machine: str, *, unix_sockets: bool) -> bytes:
    """The filter; an answer follows each comparison, so that every jump is short."""
    column = list(ARCHITECTURES).index(machine)
    lines = [
        instruction(LOAD, ARCHITECTURE_AT),
        instruction(EQUAL, ARCHITECTURES[machine], 1, 0),
        instruction(RETURN, KILL),
        instruction(LOAD, NUMBER_AT),
        instruction(ANY_BIT, _X32, 0, 1),
        instruction(RETURN, REFUSE),
    ]
    for numbers in _REFUSED.values():
        number = numbers[column]
        if number >= 0:
            lines += (instruction(EQUAL, number, 0, 1), instruction(RETURN, REFUSE))
    lines += (instruction(EQUAL, _CLONE3[column], 0, 1), instruction(RETURN, UNKNOWN_CALL))
    lines += _only(_CLONE[column], FIRST_AT, ANY_BIT, CLONE_THREAD)
    lines += _only(_TGKILL[column], FIRST_AT, EQUAL, os.getpid())
    lines += _only(_PRLIMIT[column], FIRST_AT, EQUAL, 0)
    if unix_sockets:
        lines += _unless(*_ASK_WRITABLE[column], EQUAL, _W_OK)
    for numbers in _SOCKET.values():
        if unix_sockets:
            lines += _only_local_streams(numbers[column])
        else:
            lines += (instruction(EQUAL, numbers[column], 0, 1), instruction(RETURN, REFUSE))
    return b"".join((*lines, instruction(RETURN, ALLOW)))


def _only(number: int, argument: int, comparison: int, value: int) -> tuple[bytes, ...]:
    """Allow a call where its argument compares, refuse it elsewhere."""
    return (
        instruction(EQUAL, number, 0, 4),
        instruction(LOAD, argument),
        instruction(comparison, value, 0, 1),
        instruction(RETURN, ALLOW),
        instruction(RETURN, REFUSE),
    )


def _unless(number: int, argument: int, comparison: int, value: int) -> tuple[bytes, ...]:
    """Refuse a call where its argument compares, allow it elsewhere."""
    *before, allow, refuse = _only(number, argument, comparison, value)
    return (*before, refuse, allow)


def _only_local_streams(number: int) -> tuple[bytes, ...]:
    """Allow sockets between processes of this machine that need a partner; none can be found without connect()."""
    return (
        instruction(EQUAL, number, 0, 7),
        instruction(LOAD, FIRST_AT),
        instruction(EQUAL, _AF_UNIX, 0, 4),
        instruction(LOAD, _SECOND_AT),
        instruction(ANY_BIT, _SOCK_TYPE_BITS, 2, 0),
        instruction(ANY_BIT, _SOCK_STREAM, 0, 1),
        instruction(RETURN, ALLOW),
        instruction(RETURN, REFUSE),
    )


def filter_program_calls(*, unix_sockets: bool) -> bool:
    """Hold this process and the program it becomes to the filter; False on other processors and systems.

    A program is free to work with what files and folders Landlock left it, to have threads, and, where unix_sockets
    says so, to listen on a socket of its own.
    """
    if sys.platform != "linux" or platform.machine() not in ARCHITECTURES:
        return False
    return install_filter(_program(platform.machine(), unix_sockets=unix_sockets))
