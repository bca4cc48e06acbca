"""The transport that puts each letter into a folder as an .eml file."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from reviewer.domain.ids import LetterId
from reviewer.errors import Refused
from reviewer.mail.message import Message
from reviewer.mail.transport import Fault, MayLeave, Meanwhile, NotSent, always, nothing

_LETTER_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderTransport:
    """Writes <letter id>.eml, whole or not at all; a file that is there already counts as sent."""

    folder: Path

    def check(self) -> None:
        """Make the folder and write into it."""
        with _as_not_sent():
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.folder):
                pass

    @contextmanager
    def connect(self) -> Iterator[FolderTransport]:
        """The folder itself, made when it is missing."""
        with _as_not_sent():
            self.folder.mkdir(parents=True, exist_ok=True)
        yield self

    def send(
        self, letter: LetterId, message: Message, may_leave: MayLeave = always, meanwhile: Meanwhile = nothing
    ) -> bool:
        """Write the message; NotSent when the folder cannot be written."""
        target, part = letter_files(self.folder, letter)
        if not may_leave():
            return False
        if not target.exists():
            with _as_not_sent():
                _write_whole(target, part, message.content)
        return True


def letter_files(folder: Path, letter: LetterId) -> tuple[Path, Path]:
    """Where a letter lies, and where it lies while it is being written: the second stays behind after a crash."""
    if not _LETTER_ID.fullmatch(letter):
        raise Refused("letter-id-not-plain")
    return folder / f"{letter}.eml", folder / f".{letter}.part"


def _write_whole(target: Path, part: Path, content: bytes) -> None:
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut; Windows has no such call and keeps names in its own journal."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _as_not_sent() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotSent("mail-folder-not-writable", fault=Fault.SERVER, errno=error.errno or 0) from None
