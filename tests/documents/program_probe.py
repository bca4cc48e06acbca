"""Runs as an outside program, confined or not, and tells which attempts of a taken-over program succeed."""

from __future__ import annotations

import ctypes
import json
import mmap
import os
import resource
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

FOLDER, OWN, PORT, VICTIM = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
libc = ctypes.CDLL(None, use_errno=True)


def require(condition: object) -> None:
    if not condition:
        raise PermissionError


def open_a_file() -> None:
    require((FOLDER / "secret.txt").read_bytes() == b"secret")


def list_a_folder() -> None:
    require(any(FOLDER.iterdir()))


def write_a_file() -> None:
    (FOLDER / "written.txt").write_bytes(b"written")


def change_a_file() -> None:
    with (FOLDER / "secret.txt").open("r+b") as file:
        file.write(b"secret")


def remove_a_file() -> None:
    (FOLDER / "removable.txt").unlink()


def open_a_file_to_all() -> None:
    (FOLDER / "secret.txt").chmod(stat.S_IRUSR | stat.S_IWUSR | stat.S_IROTH)


def link_out_of_its_folder() -> None:
    (OWN / "link.txt").symlink_to(FOLDER / "secret.txt")
    require((OWN / "link.txt").read_bytes() == b"secret")


def run_what_it_wrote() -> None:
    program = OWN / "program"
    program.write_bytes(b"#!/bin/sh\n")
    os.chmod(program, 0o700)  # noqa: PTH101 - the attempt itself
    require(os.access(program, os.X_OK))


def connect() -> None:
    with socket.socket() as line:
        line.settimeout(5)
        line.connect(("127.0.0.1", PORT))


def send_a_datagram() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.sendto(b"secret", ("127.0.0.1", PORT))


def listen() -> None:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        line.listen()


def reach_a_local_service() -> None:
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(FOLDER / "service"))


def fork() -> None:
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)


def execute() -> None:
    subprocess.run([sys.executable, "-I", "-S", "-c", ""], check=True)


def signal_another_process() -> None:
    os.kill(VICTIM, signal.SIGCONT)


def trace_another_process() -> None:
    require(libc.ptrace(16, VICTIM, None, None) == 0)
    os.waitpid(VICTIM, 0x40000000)
    libc.ptrace(17, VICTIM, None, None)


def look_into_another_process() -> None:
    here = ctypes.create_string_buffer(8)
    vector = (ctypes.c_void_p * 2)(ctypes.addressof(here), 8)
    require(libc.process_vm_readv(os.getpid(), vector, 1, vector, 1, 0) == 8)


def bound_another_process() -> None:
    limits = resource.getrlimit(resource.RLIMIT_CORE)
    resource.prlimit(VICTIM, resource.RLIMIT_CORE, limits)


def raise_its_limits() -> None:
    soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    require(soft > 1_000)


def take_much_memory() -> None:
    mmap.mmap(-1, 3 << 30).close()


ATTEMPTS: tuple[Callable[[], None], ...] = (
    open_a_file,
    list_a_folder,
    write_a_file,
    change_a_file,
    remove_a_file,
    open_a_file_to_all,
    link_out_of_its_folder,
    run_what_it_wrote,
    connect,
    send_a_datagram,
    listen,
    reach_a_local_service,
    fork,
    execute,
    signal_another_process,
    trace_another_process,
    look_into_another_process,
    bound_another_process,
    raise_its_limits,
    take_much_memory,
)


def succeeds(attempt: Callable[[], None]) -> bool:
    try:
        attempt()
    except (OSError, subprocess.SubprocessError, MemoryError):
        return False
    return True


def works_in_its_own_folder() -> bool:
    (OWN / "own.txt").write_bytes(b"own")
    (OWN / "folder").mkdir()
    (OWN / "own.txt").rename(OWN / "folder" / "moved.txt")
    return (OWN / "folder" / "moved.txt").read_bytes() == b"own"


if __name__ == "__main__":
    found = {attempt.__name__: succeeds(attempt) for attempt in ATTEMPTS}
    os.write(1, json.dumps({"succeeded": found, "works": works_in_its_own_folder()}).encode())
