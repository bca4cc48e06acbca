"""What a worker may do: confinement from within (Linux, partly macOS) and from outside (Windows, macOS)."""

from __future__ import annotations

import sys
import threading
from enum import IntFlag

from reviewer.documents import limits
from reviewer.documents.job_object import JobObject
from reviewer.documents.kernel_confinement import filter_system_calls, forbid_files_and_network, forbid_new_privileges
from reviewer.documents.patience import LOOK_S, Patience
from reviewer.documents.process_memory import resident_bytes
from reviewer.errors import DocumentUnreadable


class Confinement(IntFlag):
    """What holds for a worker; the first four are told by the worker, the last two are kept by the program."""

    RLIMITS = 1
    NO_NEW_PRIVS = 2
    LANDLOCK = 4
    SECCOMP = 8
    JOB_OBJECT = 16
    MEMORY_WATCHDOG = 32


_FROM_WITHIN = Confinement.RLIMITS | Confinement.NO_NEW_PRIVS | Confinement.LANDLOCK | Confinement.SECCOMP


def confinement_names(confinement: Confinement) -> str:
    """Each part by its name, such as "rlimits, no_new_privs, landlock, seccomp"."""
    names = {Confinement.JOB_OBJECT: "job object", Confinement.MEMORY_WATCHDOG: "memory watchdog"}
    return ", ".join(names.get(part, (part.name or "").lower()) for part in confinement)


def parse_confinement(untrusted: memoryview) -> Confinement:
    """What the worker says holds for it, given before it saw a stranger's byte."""
    if len(untrusted) != 1 or untrusted[0] & ~_FROM_WITHIN:
        raise DocumentUnreadable("lied")
    return Confinement(untrusted[0])


def _limit_resources() -> bool:
    """Set the hard limits; False when none could be set. macOS accepts the limit on memory and ignores it."""
    if sys.platform == "win32":
        return False
    import resource

    wanted = (
        (resource.RLIMIT_AS, limits.MEMORY_BYTES),
        (resource.RLIMIT_CPU, limits.CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, limits.OPEN_FILES),
    )
    return sum(_limit(kind, limit) for kind, limit in wanted) > 0


def _forbid_children() -> None:
    """Where no filter tells a thread from a process. On Linux this limit would take the threads as well."""
    if sys.platform != "win32":
        import resource

        _limit(resource.RLIMIT_NPROC, 0)


def _limit(kind: int, limit: int) -> bool:
    if sys.platform != "win32":
        import resource

        try:
            resource.setrlimit(kind, (limit, limit))
        except (OSError, ValueError):
            return False
    return sys.platform != "win32"


def confine() -> Confinement:
    """In the worker, after imports and warm-up: give up all rights that reading a document does not need.

    What the system does not offer is left out, and is absent from the answer. Irrevocable; nothing can be imported
    afterwards.
    """
    held = Confinement(0)
    if _limit_resources():
        held |= Confinement.RLIMITS
    if forbid_new_privileges():
        held |= Confinement.NO_NEW_PRIVS
        if forbid_files_and_network():
            held |= Confinement.LANDLOCK
        if filter_system_calls():
            held |= Confinement.SECCOMP
    if Confinement.SECCOMP not in held:
        _forbid_children()
    return held


class OutsideWatch:
    """The program's own hold on a worker: the clock everywhere, a job object on Windows, memory on macOS."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._job = JobObject.around(pid)
        self._watches_memory = resident_bytes(pid) is not None
        self.needs_thread = self._watches_memory or sys.platform == "win32"
        self.holds = Confinement(0)
        if self._job:
            self.holds |= Confinement.JOB_OBJECT
        if self._watches_memory:
            self.holds |= Confinement.MEMORY_WATCHDOG

    def wait(self, finished: threading.Event, patience: Patience) -> str | None:
        """Wait for the end of a request: None, or the code of the reason to kill its worker."""
        while (left_s := patience.left_s) > 0:
            if finished.wait(min(left_s, LOOK_S)):
                return None
            if self._watches_memory and (resident_bytes(self._pid) or 0) > limits.MEMORY_BYTES:
                return "too-large"
        return patience.reason

    def close(self) -> None:
        """Let go; whatever is left of the worker ends with its job object."""
        if self._job:
            self._job.close()


def watch_from_outside(pid: int) -> OutsideWatch:
    """Take hold of a worker just started."""
    return OutsideWatch(pid)
