"""The files of a folder by the names a table gives them, never one outside it and never one too large."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from pathlib import Path

from reviewer.domain.arrival import IncomingDocument
from reviewer.errors import Refused
from reviewer.intake.wording import folded, one_line

MAX_FILE_BYTES = 30_000_000
MAX_FILES = 10
_ABSOLUTE = re.compile(r"/|[A-Za-z]:")


class Files:
    """A folder's files; a folder is listed once, each file is read when asked for."""

    def __init__(self, folder: Path) -> None:
        self._root = folder.resolve()
        self._listings: dict[Path, dict[str, list[str]]] = {}

    def read_all(self, untrusted_cell: str) -> tuple[IncomingDocument, ...]:
        """The documents a cell names, separated by "|", the CV first, the same one once; raises Refused."""
        names = [name.strip() for name in untrusted_cell.split("|") if name.strip()]
        if not names:
            raise Refused("cv-missing")
        if len(names) > MAX_FILES:
            raise Refused("cv-too-many")
        found: dict[str, IncomingDocument] = {}
        for name in names:
            document = self.read(name)
            found.setdefault(document.sha256, document)
        return tuple(found.values())

    def read(self, untrusted_name: str) -> IncomingDocument:
        """The document of this name; raises Refused."""
        path = self.find(untrusted_name)
        content = _read_bytes(self._inside(path) if path.is_symlink() else path)
        return IncomingDocument(name=one_line(path.name), sha256=hashlib.sha256(content).hexdigest(), content=content)

    def find(self, untrusted_name: str) -> Path:
        """The path a name means, with either slash, and in another case or normal form when only one file fits."""
        name = untrusted_name.replace("\\", "/")
        parts = [part for part in name.split("/") if part not in ("", ".")]
        if _ABSOLUTE.match(name) or ".." in parts:
            raise Refused("cv-outside-folder")
        path = self._root
        for part in parts:
            path /= self._entry(path, part)
        return path

    def _entry(self, folder: Path, part: str) -> str:
        alike = self._listing(folder).get(folded(part), [])
        if part in alike:
            return part
        composed = unicodedata.normalize("NFC", part)
        same = [name for name in alike if unicodedata.normalize("NFC", name) == composed] or alike
        if len(same) != 1:
            raise Refused("cv-ambiguous" if same else "cv-not-found")
        return same[0]

    def _listing(self, folder: Path) -> dict[str, list[str]]:
        known = self._listings.get(folder)
        if known is None:
            self._inside(folder)
            known = self._listings[folder] = {}
            try:
                names = os.listdir(folder)  # noqa: PTH208  names alone are wanted, for thousands of files
            except OSError:
                raise Refused("cv-not-found") from None
            for name in names:
                known.setdefault(folded(name), []).append(name)
        return known

    def _inside(self, path: Path) -> Path:
        """The real path, symbolic links followed; raises Refused when it lies outside the folder."""
        try:
            real = path.resolve(strict=True)
        except (OSError, RuntimeError, ValueError):
            raise Refused("cv-not-found") from None
        if not real.is_relative_to(self._root):
            raise Refused("cv-outside-folder")
        return real


def _read_bytes(path: Path) -> bytes:
    """The content of a regular file of at most MAX_FILE_BYTES; a pipe or device is never opened."""
    try:
        status = path.stat()
        _check(status)
        with path.open("rb") as stream:
            content = stream.read(status.st_size + 1)
    except OSError:
        raise Refused("cv-unreadable") from None
    if len(content) != status.st_size:
        raise Refused("cv-unreadable")
    return content


def _check(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise Refused("cv-unreadable")
    if status.st_size > MAX_FILE_BYTES:
        raise Refused("cv-too-large")
