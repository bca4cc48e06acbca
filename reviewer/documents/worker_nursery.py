"""In the nursery: fork a warm worker each time the program asks, and never look at a document."""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
from collections.abc import Callable
from io import FileIO

from reviewer.documents.nursery import FORKED, WANTED

_MOST_DESCRIPTORS = 3
Become = Callable[[FileIO, FileIO, int | None], None]


def serve_nursery(line: socket.socket, become: Become) -> None:
    """Fork until the program closes the line or goes away; in the child, become a worker and end with it."""
    if sys.platform == "win32":
        return
    # The system collects children that have ended; the program waits for them by descriptor.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.freeze()
    while True:
        wanted, descriptors, _flags, _address = socket.recv_fds(line, len(WANTED), _MOST_DESCRIPTORS)
        if not wanted:
            return
        child = os.fork()
        if not child:
            _live(line, descriptors, become)
        _answer(line, child)
        for descriptor in descriptors:
            os.close(descriptor)


def _answer(line: socket.socket, child: int) -> None:
    if sys.platform == "linux":
        held = os.pidfd_open(child)
        socket.send_fds(line, [FORKED.pack(child)], [held])
        os.close(held)


def _live(line: socket.socket, descriptors: list[int], become: Become) -> None:
    code = 1
    try:
        line.close()
        os.setsid()
        source, answers, *memory = descriptors
        become(FileIO(source, "rb"), FileIO(answers, "wb"), memory[0] if memory else None)
        code = 0
    finally:
        os._exit(code)
