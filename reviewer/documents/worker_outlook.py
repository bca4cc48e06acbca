"""In the worker: a message saved by Outlook (.msg): its own text, and what is attached to it."""

from __future__ import annotations

import re
from typing import Any

from reviewer.documents import limits
from reviewer.documents.contents import clean_name
from reviewer.documents.worker_entry import Entry, Message
from reviewer.documents.worker_mail import is_ornament, make_text, text_of_markup
from reviewer.errors import DocumentUnreadable

# Names of streams by the property they hold, see [MS-OXMSG] and [MS-OXPROPS].
_SUBJECT, _SENDER, _SENDER_ADDRESS, _RECIPIENTS = "0037", "0C1A", "0C1F", "0E04"
_BODY, _MARKED_UP = "1000", "1013"
_CONTENT, _LONG_NAME, _NAME, _CONTENT_ID = "3701", "3707", "3704", "3712"
_UNICODE, _CODE_PAGE, _BINARY, _OBJECT = "001F", "001E", "0102", "000D"
_PROPERTIES = "__properties_version1.0"
_ATTACHMENT = re.compile(r"__attach_version1\.0_#[0-9A-Fa-f]{8}")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp")
_MARK = _PROPERTIES.encode("utf-16-le")
_MOST_TEXT_BYTES = 8 * limits.MAX_TEXT_CHARACTERS


def _load_compound_files() -> Any:
    try:
        import olefile
    except ImportError:
        return None
    return olefile


_compound_files = _load_compound_files()


def is_outlook(untrusted: bytes) -> bool:
    """Whether a compound file holds the properties of a message."""
    return _MARK in untrusted


def read_outlook(untrusted: bytes) -> Message:
    """The message; raises DocumentUnreadable("damaged")."""
    if _compound_files is None:
        raise DocumentUnreadable("unknown-kind")
    try:
        with _compound_files.OleFileIO(untrusted) as file:
            message = _Storage(file)
            folders = sorted({path[0] for path in file.listdir() if _ATTACHMENT.fullmatch(path[0])})
            attached = [_entry(_Storage(file, folder)) for folder in folders[: 10 * limits.MAX_CONTAINED]]
            return Message(text=_own_text(message), attached=tuple(entry for entry in attached if entry))
    except (OSError, ValueError, IndexError, KeyError, RecursionError, AttributeError, TypeError):
        raise DocumentUnreadable("damaged") from None


class _Storage:
    """One folder of the compound file, asked for properties."""

    def __init__(self, file: Any, folder: str = "") -> None:
        self._file = file
        self._folder = folder

    def holds(self, name: str, form: str) -> bool:
        return bool(self._file.exists(self._path(name, form)))

    def data(self, name: str, form: str) -> bytes:
        """A property's bytes; none where it is not there."""
        if not self.holds(name, form):
            return b""
        return bytes(self._file.openstream(self._path(name, form)).read())

    def text(self, name: str) -> str:
        wide = self.data(name, _UNICODE)[:_MOST_TEXT_BYTES]
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        return self.data(name, _CODE_PAGE)[:_MOST_TEXT_BYTES].decode("cp1252", "replace").rstrip("\0")

    def _path(self, name: str, form: str) -> str:
        return f"{self._folder}/__substg1.0_{name}{form}" if self._folder else f"__substg1.0_{name}{form}"


def _own_text(message: _Storage) -> str:
    address = message.text(_SENDER_ADDRESS)
    sender = " ".join(filter(None, (message.text(_SENDER), f"<{address}>" if "@" in address else "")))
    headers = [("From", sender), ("To", message.text(_RECIPIENTS)), ("Subject", message.text(_SUBJECT))]
    text = message.text(_BODY)
    if not text.strip():
        marked_up = message.data(_MARKED_UP, _BINARY)[:_MOST_TEXT_BYTES]
        text = text_of_markup(marked_up.decode("utf-8", "replace"))
    return make_text([(name, " ".join(value.split())[:500]) for name, value in headers], text)


def _entry(attached: _Storage) -> Entry | None:
    """What is attached; None for an ornament of the text."""
    name = clean_name(attached.text(_LONG_NAME) or attached.text(_NAME))
    if attached.holds(_CONTENT, _OBJECT):
        # Another message or a linked object: a folder of properties, and no file.
        return Entry(name=name, failure="nested")
    content = attached.data(_CONTENT, _BINARY)
    if len(content) > limits.MAX_DOCUMENT_BYTES:
        return Entry(name=name, failure="too-large")
    entry = Entry(name=name, content=content)
    inline = bool(attached.text(_CONTENT_ID)) and name.casefold().endswith(_PICTURES)
    return None if is_ornament(entry, inline=inline) else entry
