"""Takes a container's documents out of it, in one worker that ends with it."""

from __future__ import annotations

import time

from reviewer.documents.container_protocol import pack_number, parse_contents
from reviewer.documents.contents import READ_ELSEWHERE
from reviewer.documents.process import WorkerProcess
from reviewer.documents.protocol import Frame, Kind, parse_failure
from reviewer.domain.arrival import Contents, LeftOut, Taken
from reviewer.errors import DocumentUnreadable


def take_out(worker: WorkerProcess, untrusted: bytes, within_s: float) -> Contents:
    """What a container holds, the most like a CV first; nothing of a document that stands for itself.

    Raises DocumentUnreadable where a container holds nothing that can be read. The worker is used up.
    """
    end = time.monotonic() + within_s

    def ask(kind: Kind, expected: Kind, payload: bytes) -> Frame:
        frame = worker.ask(kind, (expected,), max(0.0, end - time.monotonic()), payload)
        if frame.kind is Kind.FAILED:
            raise parse_failure(frame.payload)
        return frame

    taken, left_out = [], []
    try:
        for number, one in enumerate(parse_contents(ask(Kind.LIST, Kind.CONTENTS, untrusted).payload)):
            if one.failure and one.failure not in READ_ELSEWHERE:
                left_out.append(LeftOut(name=one.name, code=one.failure))
                continue
            content = bytes(ask(Kind.TAKE, Kind.CONTAINED, pack_number(number)).payload)
            if not content:
                raise DocumentUnreadable("lied")
            taken.append(Taken(name=one.name, content=content))
    finally:
        worker.kill()
    return Contents(taken=tuple(taken), left_out=tuple(left_out))
