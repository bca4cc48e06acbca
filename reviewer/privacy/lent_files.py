"""Documents written out for another program to open, and taken back: the one way one leaves the confined reader."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath

from reviewer.domain.ids import DocumentId
from reviewer.errors import DocumentUnreadable, Refused

_PAPERS = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".eml", ".msg", ".zip")
_PICTURES = (".avif", ".bmp", ".gif", ".heic", ".heif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp")
ENDINGS = frozenset((*_PAPERS, *_PICTURES))
"""Endings of files that a program shows; any other might be run instead."""
_LONGEST_NAME = 80
# Windows opens a file from the Internet zone in the protected view of its programs.
_INTERNET_ZONE = "[ZoneTransfer]\r\nZoneId=3\r\n"


class LentFiles:
    """Files for other programs in a folder of the desk, each in one of its document; gone with it and with the desk."""

    def __init__(self, folder: Path, load: Callable[[DocumentId], bytes]) -> None:
        """Remove what an earlier run left; load raises DocumentUnreadable for a document it does not have."""
        self._folder = folder
        self._load = load
        self.close()

    def lend(self, document: DocumentId, untrusted_name: str) -> Path:
        """Write a document out, readable by its owner alone; Refused("kind-not-lent") for what might be run."""
        name = _plain_name(untrusted_name)
        if Path(name).suffix.lower() not in ENDINGS:
            raise Refused("kind-not-lent")
        content = self._load(document)
        folder = self._folder / document
        path = folder / name
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.unlink(missing_ok=True)
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content)
            if sys.platform == "win32":
                with suppress(OSError):
                    Path(f"{path}:Zone.Identifier").write_text(_INTERNET_ZONE, encoding="ascii")
            path.chmod(stat.S_IRUSR)
        except OSError as error:
            raise DocumentUnreadable("not-written", errno=error.errno or 0) from error
        return path

    def forget(self, document: DocumentId) -> None:
        """Remove what was written of a document."""
        _remove(self._folder / document)

    def close(self) -> None:
        """Remove everything; what another program holds open on Windows goes at the next start."""
        _remove(self._folder)


def _remove(folder: Path) -> None:
    if sys.platform == "win32":
        for path in folder.rglob("*"):
            with suppress(OSError):
                path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    shutil.rmtree(folder, ignore_errors=True)


def _plain_name(untrusted_name: str) -> str:
    """The file's own name without folders, odd signs and trailing dots, its ending kept."""
    bare = PureWindowsPath(PurePosixPath(untrusted_name).name).name
    plain = "".join(sign if sign.isalnum() or sign in " .-_()" else "_" for sign in bare).strip(" .")
    path = Path(plain or "document")
    return path.stem[:_LONGEST_NAME].strip(" .") + path.suffix
