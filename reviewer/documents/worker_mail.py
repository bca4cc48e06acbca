"""In the worker: an e-mail as a file (.eml): its own text, and what is attached to it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from email.header import decode_header
from email.message import Message as Part
from email.parser import BytesParser
from itertools import islice

from reviewer.documents import limits
from reviewer.documents.contents import clean_name
from reviewer.documents.worker_entry import Entry, Message
from reviewer.errors import DocumentUnreadable

_HEAD_BYTES = 20_000
_HEADER = re.compile(rb"([!-9;-~]{1,60}):(?:[ \t]|\r?\n?$)")
_FOLDED = re.compile(rb"[ \t]")
_OF_MAIL = frozenset((b"received", b"return-path", b"message-id", b"mime-version", b"delivered-to", b"dkim-signature"))
_TOGETHER = frozenset((b"from", b"to", b"date", b"subject"))
_SHOWN = ("From", "To", "Date", "Subject")
_MOST_PARTS = 200
_MOST_BOUNDARIES = 5_000
_ORNAMENT_BYTES = 100_000
_MOST_TEXT = 2 * limits.MAX_TEXT_CHARACTERS
_BREAKING = frozenset(("p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "hr"))
# A tag by its name, or words; what else begins with an angle bracket says nothing to a reader.
_MARKUP = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]{0,20})[^<>]{0,5000}>|<[^<>]{0,5000}>|([^<]+)|<")
_UNSEEN = frozenset(("script", "style", "head", "title"))


def is_mail(untrusted: bytes) -> bool:
    """Whether bytes begin as messages do: headers, of which some belong to no other kind of text."""
    found = set()
    lines = untrusted[:_HEAD_BYTES].split(b"\n")
    for number, line in enumerate(lines if len(untrusted) < _HEAD_BYTES else lines[:-1]):
        if not line.strip(b"\r"):
            break
        header = _HEADER.match(line)
        if header:
            found.add(header[1].lower())
        elif not _FOLDED.match(line) and not (number == 0 and line.startswith(b"From ")):
            return False
    return bool(found & _OF_MAIL) or len(found & _TOGETHER) >= 3


def read_mail(untrusted: bytes) -> Message:
    """The message; raises DocumentUnreadable."""
    if untrusted.count(b"\n--") > _MOST_BOUNDARIES:
        raise DocumentUnreadable("too-large")
    try:
        whole = BytesParser().parsebytes(untrusted)
        attached: list[Entry] = []
        plain: list[str] = []
        marked_up: list[str] = []
        for part, inline in islice(_leaves(whole), _MOST_PARTS):
            if _is_text_of_message(part):
                (marked_up if part.get_content_subtype() == "html" else plain).append(_text(part))
            elif not is_ornament(entry := _entry(part), inline=inline):
                attached.append(entry)
    except (RecursionError, LookupError, ValueError, AttributeError, TypeError):
        raise DocumentUnreadable("damaged") from None
    text = "\n\n".join(plain) or "\n\n".join(text_of_markup(text) for text in marked_up)
    return Message(text=make_text(_shown_headers(whole), text), attached=tuple(attached))


def is_ornament(entry: Entry, *, inline: bool) -> bool:
    """A small picture within a message's text, such as the logo below a signature; a large one may be the CV."""
    return inline and len(entry.content) < _ORNAMENT_BYTES


def make_text(headers: list[tuple[str, str]], text: str) -> str:
    """A message's own text with its head above; "" where there is only the head."""
    if not text.strip():
        return ""
    head = "".join(f"{name}: {value}\n" for name, value in headers if value)
    return f"{head}\n{text.strip()}"


def text_of_markup(untrusted: str) -> str:
    """The running text of HTML, in time that grows with its length alone."""
    parts: list[str] = []
    unseen = ""
    for tag, words in _MARKUP.findall(untrusted[:_MOST_TEXT]):
        name = tag.lstrip("/").casefold()
        if unseen:
            unseen = "" if tag.casefold() == f"/{unseen}" else unseen
        elif name in _UNSEEN:
            unseen = name if not tag.startswith("/") else ""
        elif name in _BREAKING:
            parts.append("\n")
        elif words:
            parts.append(re.sub(r"\s+", " ", words))
    text = html.unescape("".join(parts))
    return re.sub(r"\s*\n\s*\n\s*", "\n\n", text)


def _leaves(part: Part, *, related: bool = False) -> Iterator[tuple[Part, bool]]:
    """Each part that holds something, and whether it is a picture that stands within the text."""
    kind = part.get_content_type()
    if kind == "message/rfc822" or not part.is_multipart():
        yield part, related and bool(part["Content-ID"]) and part.get_content_maintype() == "image"
        return
    inner = part.get_payload()
    for child in inner if isinstance(inner, list) else ():
        if isinstance(child, Part):
            yield from _leaves(child, related=related or kind == "multipart/related")


def _is_text_of_message(part: Part) -> bool:
    attached = part.get_content_disposition() == "attachment" or part.get_filename()
    return part.get_content_type() in {"text/plain", "text/html"} and not attached


def _text(part: Part) -> str:
    content = part.get_payload(decode=True)
    charset = str(part.get_content_charset() or "utf-8")
    data = content[: 4 * _MOST_TEXT] if isinstance(content, bytes) else b""
    try:
        return data.decode(charset)[:_MOST_TEXT]
    except (LookupError, ValueError):
        return data.decode("cp1252", "replace")[:_MOST_TEXT]


def _entry(part: Part) -> Entry:
    name = clean_name(decoded(part.get_filename() or ""))
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        inner = inner[0] if isinstance(inner, list) and inner else inner
        content = inner.as_bytes() if isinstance(inner, Part) else b""
        name = name if part.get_filename() else clean_name(f"{decoded(_header(inner, 'Subject'))}.eml")
    else:
        raw = part.get_payload(decode=True)
        content = raw if isinstance(raw, bytes) else b""
    if len(content) > limits.MAX_DOCUMENT_BYTES:
        return Entry(name=name, failure="too-large")
    return Entry(name=name, content=content)


def _header(part: object, name: str) -> str:
    return str(part[name] or "") if isinstance(part, Part) else ""


def _shown_headers(whole: Part) -> list[tuple[str, str]]:
    return [(name, decoded(_header(whole, name))[:500]) for name in _SHOWN]


def decoded(untrusted_header: str) -> str:
    """A header's words on one line, encoded words read."""
    pieces = []
    try:
        for piece, charset in decode_header(untrusted_header[:2_000]):
            data = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogateescape")
            try:
                pieces.append(data.decode(charset or "utf-8"))
            except (LookupError, ValueError):
                pieces.append(data.decode("cp1252", "replace"))
    except ValueError:
        return " ".join(untrusted_header[:500].split())
    return " ".join("".join(pieces).split())
