"""In the worker: the files of a ZIP archive, each unpacked within the caps or refused by a code."""

from __future__ import annotations

import io
import zipfile
import zlib
from contextlib import suppress

from reviewer.documents import limits
from reviewer.documents.contents import clean_name, is_clutter, rank
from reviewer.documents.worker_entry import Entry
from reviewer.errors import DocumentUnreadable

_PIECE = 1 << 20
# No paper packs as well as zeros do; a small one may.
_MOST_RATIO, _RATIO_FROM_BYTES = 500, 2_000_000
_UTF8_FLAG, _ENCRYPTED_FLAG = 0x800, 1


def read_zip(untrusted: bytes, budget: int = limits.MAX_CONTAINED_BYTES) -> list[Entry]:
    """Those most like a CV first, at most MAX_CONTAINED; raises DocumentUnreadable("damaged")."""
    try:
        with zipfile.ZipFile(io.BytesIO(untrusted)) as archive:
            named = [(_name(part), part) for part in archive.infolist() if not is_clutter(part.filename)]
            named.sort(key=lambda pair: rank(pair[0]))
            entries = []
            for name, part in named[: limits.MAX_CONTAINED]:
                entry = _read(archive, part, name, budget)
                budget -= len(entry.content)
                entries.append(entry)
            return entries
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        raise DocumentUnreadable("damaged") from None


def _name(part: zipfile.ZipInfo) -> str:
    """The name as it was meant: many programs write UTF-8 and do not say so."""
    name = part.filename
    if not part.flag_bits & _UTF8_FLAG:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return clean_name(name)


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str, budget: int) -> Entry:
    most = min(limits.MAX_DOCUMENT_BYTES, budget)
    if part.flag_bits & _ENCRYPTED_FLAG:
        return Entry(name=name, failure="encrypted")
    if part.file_size > most:
        return Entry(name=name, failure="too-large")
    content = bytearray()
    try:
        with archive.open(part) as source:
            while piece := source.read(_PIECE):
                content += piece
                if len(content) > most or _is_bomb(part, len(content)):
                    return Entry(name=name, failure="too-large")
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, zlib.error):
        return Entry(name=name, failure="damaged")
    return Entry(name=name, content=bytes(content))


def _is_bomb(part: zipfile.ZipInfo, unpacked: int) -> bool:
    return unpacked > _RATIO_FROM_BYTES and unpacked > _MOST_RATIO * max(1, part.compress_size)
