"""One request to a fresh worker: open a document and draw its first page."""

from __future__ import annotations

import time

from reviewer.documents.first_protocol import ShowRequest, pack_show
from reviewer.documents.limits import MAX_SIDE_PX
from reviewer.documents.process import WorkerProcess
from reviewer.documents.protocol import NO_SLOT, Kind, RenderRequest
from reviewer.domain.pages import DocumentFacts
from reviewer.domain.sizing import FirstWidth


class FirstPage:
    """The request, which may be sent before anybody waits for its answers: facts, and then the picture."""

    def __init__(self, worker: WorkerProcess, wanted: FirstWidth) -> None:
        """A slot of the worker's memory is taken for the picture."""
        slots = worker.slots
        slot, generation = (slots.take() if slots else None) or (NO_SLOT, 0)
        self.worker = worker
        self.wanted = wanted
        self.begun = False
        self.begun_at = time.monotonic()
        self._request = ShowRequest(wanted=wanted, slot=slot, generation=generation)

    @property
    def head(self) -> bytes:
        """What the request says before the document's bytes."""
        return pack_show(self._request)

    def begin(self, untrusted: bytes) -> bool:
        """Send the request if that takes no waiting at all; whether it was sent."""
        self.begun = self.worker.begin(Kind.SHOW, self.head, untrusted)
        return self.begun

    def page_of(self, facts: DocumentFacts) -> RenderRequest:
        """The request for the page alone, which its picture must fit."""
        width_px = min(self.wanted.of(facts.pages), MAX_SIDE_PX)
        return RenderRequest(page=1, width_px=width_px, slot=self._request.slot, generation=self._request.generation)
