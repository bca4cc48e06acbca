"""The bytes of one request that opens a document and draws its first page; facts answer it, and then the picture."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from reviewer.domain.pages import PageSize
from reviewer.domain.sizing import FirstWidth, Fit, Sizing

_SHOW = struct.Struct(">HIBBdIId")
_FITS = tuple(Fit)
_TOLD = struct.Struct(">ff")
SHOW_BYTES = _SHOW.size


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowRequest:
    """How wide the first page is to be, and the slot of shared memory to draw it into (NO_SLOT: answer by pipe)."""

    wanted: FirstWidth
    slot: int
    generation: int


def pack_show(request: ShowRequest) -> bytes:
    """The head of the request; the document's bytes follow."""
    sizing, turn = request.wanted.sizing, request.wanted.turn
    return _SHOW.pack(
        request.slot,
        request.generation,
        _FITS.index(sizing.fit),
        turn,
        sizing.percent,
        sizing.width,
        sizing.height,
        sizing.ratio,
    )


def parse_show(payload: memoryview) -> tuple[ShowRequest, memoryview]:
    """The program's wish as it was packed, and the document's bytes."""
    slot, generation, fit, turn, percent, width, height, ratio = _SHOW.unpack_from(payload)
    sizing = Sizing(fit=_FITS[fit], percent=percent, width=width, height=height, ratio=ratio)
    request = ShowRequest(wanted=FirstWidth(sizing=sizing, turn=turn), slot=slot, generation=generation)
    return request, payload[SHOW_BYTES:]


def as_told(page: PageSize) -> PageSize:
    """A page's size as the program hears it, so that both come to the same width to the pixel."""
    width, height = _TOLD.unpack(_TOLD.pack(page.width, page.height))
    return PageSize(width=width, height=height)
