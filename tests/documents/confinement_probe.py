"""Runs inside a worker's process, confined or not, and tells which attempts of a taken-over worker succeed."""

from __future__ import annotations

import ctypes
import hashlib
import json
import mmap
import os
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT, WAY, FOLDER, PORT = sys.argv[1:5]
sys.path.insert(0, ROOT)

from reviewer.documents.kernel_confinement import (  # noqa: E402
    filter_system_calls,
    forbid_files_and_network,
    forbid_new_privileges,
)
from reviewer.documents.sandbox import confine, confinement_names  # noqa: E402
from reviewer.documents.worker_document import open_document  # noqa: E402
from reviewer.documents.worker_warmup import warm_up  # noqa: E402
from tests.documents.samples import make_pdf  # noqa: E402

# A child of this process, so that it may be traced even where the system allows no other; it ends with its input.
VICTIM = subprocess.Popen(
    [sys.executable, "-I", "-S", "-c", "print(flush=True); input()"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
)
assert VICTIM.stdout
VICTIM.stdout.readline()
# Where the victim keeps its program, looked up before confinement and once it runs: before that nothing is there yet.
PLACE = int(Path(f"/proc/{VICTIM.pid}/maps").read_text(encoding="utf-8").partition("-")[0], 16)
PTRACE_ATTACH, PTRACE_DETACH, WAIT_FOR_ALL = 16, 17, 0x40000000
libc = ctypes.CDLL(None, use_errno=True)


def require(condition: object) -> None:
    if not condition:
        raise PermissionError


def open_a_file() -> None:
    require((Path(FOLDER) / "secret.txt").read_bytes() == b"secret")


def list_a_folder() -> None:
    require(any(Path(FOLDER).iterdir()))


def write_a_file() -> None:
    (Path(FOLDER) / "written.txt").write_bytes(b"written")


def remove_a_file() -> None:
    (Path(FOLDER) / "removable.txt").unlink()


def connect() -> None:
    with socket.socket() as line:
        line.settimeout(5)
        line.connect(("127.0.0.1", int(PORT)))


def send_a_datagram() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.sendto(b"secret", ("127.0.0.1", int(PORT)))


def listen() -> None:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        line.listen()


def fork() -> None:
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)


def execute() -> None:
    subprocess.run([sys.executable, "-I", "-S", "-c", ""], check=True)


def look_into_another_process() -> None:
    here = ctypes.create_string_buffer(4)
    ours, theirs = (ctypes.c_void_p * 2)(ctypes.addressof(here), 4), (ctypes.c_void_p * 2)(PLACE, 4)
    require(libc.process_vm_readv(VICTIM.pid, ours, 1, theirs, 1, 0) == 4)
    require(here.raw == b"\x7fELF")


def trace_another_process() -> None:
    victim = VICTIM.pid
    require(libc.ptrace(PTRACE_ATTACH, victim, None, None) == 0)
    os.waitpid(victim, WAIT_FOR_ALL)
    libc.ptrace(PTRACE_DETACH, victim, None, None)


def signal_another_process() -> None:
    os.kill(VICTIM.pid, signal.SIGCONT)


def make_memory_executable() -> None:
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC).close()


def raise_its_limits() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))


def take_two_gigabytes() -> None:
    mmap.mmap(-1, 2 << 30).close()


ATTEMPTS: tuple[Callable[[], None], ...] = (
    open_a_file,
    list_a_folder,
    write_a_file,
    remove_a_file,
    connect,
    send_a_datagram,
    listen,
    fork,
    execute,
    look_into_another_process,
    trace_another_process,
    signal_another_process,
    make_memory_executable,
    raise_its_limits,
    take_two_gigabytes,
)


def succeeds(attempt: Callable[[], None]) -> bool:
    try:
        attempt()
    except (OSError, subprocess.SubprocessError, MemoryError):
        return False
    return True


def drawn(data: bytes) -> str:
    document = open_document(data)
    size = document.picture_size(1, 600)
    target = memoryview(bytearray(size.size))
    document.render(1, size, target)
    return hashlib.sha256(target).hexdigest()


def by_landlock_alone() -> str:
    return "landlock" if forbid_new_privileges() and forbid_files_and_network() else ""


def by_system_calls_alone() -> str:
    return "seccomp" if forbid_new_privileges() and filter_system_calls() else ""


WAYS: dict[str, Callable[[], str]] = {
    "unconfined": str,
    "confined": lambda: confinement_names(confine()),
    "landlock": by_landlock_alone,
    "seccomp": by_system_calls_alone,
}


def main() -> None:
    cv = make_pdf()
    warm_up()
    held = WAYS[WAY]()
    found = {attempt.__name__: succeeds(attempt) for attempt in ATTEMPTS}
    os.write(1, json.dumps({"held": held, "succeeded": found, "picture": drawn(cv)}).encode())


if __name__ == "__main__":
    main()
