"""In the worker: the running text of OpenDocument and of RTF, which the engine does not read."""

from __future__ import annotations

import codecs
import re
from xml.parsers import expat

from reviewer.documents import limits
from reviewer.errors import DocumentUnreadable

CODE_PAGES = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "cp437", "cp850")
_MOST = 2 * limits.MAX_TEXT_CHARACTERS
_PARAGRAPHS = frozenset({"p", "h"})
_LEFT_OUT = frozenset({"tracked-changes", "annotation", "forms", "title", "desc"})
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
_DESTINATIONS = frozenset(
    b"fonttbl colortbl stylesheet listtable listoverridetable info pict object header headerl headerr headerf footer "
    b"footerl footerr footerf footnote generator rsidtbl themedata datastore xmlnstbl latentstyles fldinst".split()
)
_SIGNS = {
    **dict.fromkeys((b"par", b"line", b"sect", b"page", b"row"), "\n"),
    **dict.fromkeys((b"cell", b"tab"), "\t"),
    b"emdash": "—",
    b"endash": "–",
    b"bullet": "•",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
}
_ESCAPED = {b"\\": "\\", b"{": "{", b"}": "}", b"~": "\u00a0", b"_": "-", b"\n": "\n", b"\r": "\n"}


class _OpenDocumentText:
    """Collects paragraphs, a line each, until there are enough."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._size = 0
        self._in_paragraph = 0
        self._left_out = 0

    def _put(self, text: str) -> None:
        if self._size < _MOST:
            self.parts.append(text)
            self._size += len(text)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if self._left_out or local in _LEFT_OUT:
            self._left_out += 1
        elif local in _PARAGRAPHS:
            self._in_paragraph += 1
        elif local == "tab":
            self._put("\t")
        elif local == "line-break":
            self._put("\n")
        elif local == "s":
            self._put(" ")

    def end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
        elif name.rpartition(" ")[2] in _PARAGRAPHS:
            self._in_paragraph -= 1
            self._put("\n")

    def characters(self, text: str) -> None:
        if self._in_paragraph and not self._left_out:
            self._put(text)

    def refuse_doctype(self, *_declared: object) -> None:
        raise DocumentUnreadable("damaged")


def read_open_document(untrusted_content: bytes) -> str:
    """The text of an OpenDocument's content.xml; raises DocumentUnreadable("damaged")."""
    collected = _OpenDocumentText()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = collected.start
    parser.EndElementHandler = collected.end
    parser.CharacterDataHandler = collected.characters
    parser.StartDoctypeDeclHandler = collected.refuse_doctype
    parser.buffer_text = True
    try:
        parser.Parse(untrusted_content, True)
    except expat.ExpatError:
        raise DocumentUnreadable("damaged") from None
    return "".join(collected.parts)


class _RichText:
    """Reads RTF from its front; a group that opens copies what holds in the one around it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._size = 0
        self._groups: list[tuple[bool, int]] = []
        self._left_out = False
        self._after_unicode = 1
        self._to_skip = 0
        self._high = 0
        self._encoding = CODE_PAGES[0]

    def read(self, untrusted: bytes) -> str:
        place = 0
        while place < len(untrusted) and self._size < _MOST and (token := _TOKEN.match(untrusted, place)):
            place = token.end()
            word, number, byte, escaped, brace, run = token.groups()
            if brace:
                self._brace(brace)
            elif word == b"bin":
                place += max(0, int(number or 0))
            elif word:
                self._word(word, int(number) if number else None)
            elif byte:
                self._put(bytes([int(byte, 16)]).decode(self._encoding, "replace"), coded=True)
            elif escaped == b"*":
                self._left_out = True
            elif escaped:
                self._put(_ESCAPED.get(escaped, ""))
            elif run:
                self._run(run.decode(self._encoding, "replace"))
        return "".join(self.parts)

    def _brace(self, brace: bytes) -> None:
        self._to_skip = 0
        if brace == b"{":
            self._groups.append((self._left_out, self._after_unicode))
        elif self._groups:
            self._left_out, self._after_unicode = self._groups.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        if word in _DESTINATIONS:
            self._left_out = True
        elif word == b"uc":
            self._after_unicode = max(0, min(number or 0, 8))
        elif word == b"u" and number is not None:
            self._unicode(number & 0xFFFF)
        elif word == b"ansicpg" and f"cp{number}" in CODE_PAGES:
            self._encoding = f"cp{number}"
        elif word in _SIGNS:
            self._put(_SIGNS[word])

    def _unicode(self, unit: int) -> None:
        """A UTF-16 unit; what follows for older readers is skipped."""
        if 0xD800 <= unit < 0xDC00:
            self._high = unit
        elif 0xDC00 <= unit < 0xE000:
            self._put(chr(0x10000 + ((self._high & 0x3FF) << 10) + (unit & 0x3FF)) if self._high else "")
            self._high = 0
        else:
            self._put(chr(unit))
        self._to_skip = self._after_unicode

    def _run(self, text: str) -> None:
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        self._put(text[skipped:])

    def _put(self, text: str, *, coded: bool = False) -> None:
        if coded and self._to_skip:
            self._to_skip -= 1
        elif not self._left_out:
            self.parts.append(text)
            self._size += len(text)


def read_rich_text(untrusted: bytes) -> str:
    """The text of RTF; raises DocumentUnreadable("empty") where there is none."""
    return _RichText().read(untrusted)


def load_code_pages() -> None:
    """Before the worker is confined: afterwards none can be loaded."""
    for name in CODE_PAGES:
        codecs.lookup(name)
