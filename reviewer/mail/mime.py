"""The bytes of a message by RFC 5322 and 2045: headers that nothing in them can break, text and files as parts."""

# Python's email package does the same by way of objects that parse each header several times. Here what is usual is
# written at once; what is not, such as a name that has to be quoted or folded, goes through that package.

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Sequence
from email.header import Header
from email.headerregistry import Address
from email.policy import SMTP

CRLF = "\r\n"
_LINE = 78
_ENCODED_WORD = 75
_ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_PLAIN_NAME = re.compile(f"{_ATOM}(?: {_ATOM})*")
_PLAIN_FILE = re.compile(r"[^A-Za-z0-9 ._()-]")
_UNCHANGED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/")
_Q = [chr(byte) if byte in _UNCHANGED else "_" if byte == 0x20 else f"={byte:02X}" for byte in range(256)]
"""What each byte is within an encoded word of a name (RFC 2047, 5 (3))."""


def address_header(name: str, address: Address) -> str:
    """A header with one address, whose display name is on one line and has no control characters."""
    shown = address.display_name
    if not shown:
        return f"{name}: {address.addr_spec}{CRLF}"
    if _PLAIN_NAME.fullmatch(shown) and "=?" not in shown:
        line = f"{name}: {shown} <{address.addr_spec}>"
        if len(line) <= _LINE:
            return line + CRLF
    elif not shown.isascii():
        word = f"=?utf-8?q?{''.join(_Q[byte] for byte in shown.encode())}?="
        if len(word) <= _ENCODED_WORD and len(name) + 2 + len(word) <= _LINE:
            between = " " if len(name) + len(word) + len(address.addr_spec) + 5 <= _LINE else f"{CRLF} "
            return f"{name}: {word}{between}<{address.addr_spec}>{CRLF}"
    return _folded(name, str(address))


def text_header(name: str, text: str) -> str:
    """A header of one line of text.

    What is outside ASCII is encoded as a whole: between a plain and an encoded word Python's reader doubles the space.
    """
    if not text.isascii():
        return f"{name}: {Header(text, 'utf-8', header_name=name).encode(linesep=CRLF)}{CRLF}"
    line = f"{name}: {text}"
    return line + CRLF if len(line) <= _LINE else _folded(name, text)


def ids_header(name: str, ids: Iterable[str]) -> str:
    """A header of Message-IDs, folded between two of them only: a long one is never torn nor encoded."""
    return f"{name}: {f'{CRLF} '.join(ids)}{CRLF}"


def text_part(kind: str, text: str, language: str) -> bytes:
    """Text whose lines end in a line feed, as a part that every way through the mail leaves as it is."""
    ended = text if text.endswith("\n") else f"{text}\n"
    content = binascii.b2a_qp(ended.replace("\n", CRLF).encode("utf-8", "replace"), istext=True)
    head = (
        f'Content-Type: text/{kind}; charset="utf-8"{CRLF}'
        f"Content-Language: {language}{CRLF}"
        f"Content-Transfer-Encoding: quoted-printable{CRLF}{CRLF}"
    )
    return head.encode("ascii") + content


def pdf_part(name: str, content: bytes) -> bytes:
    """A PDF that goes along; of its name only what needs no quoting is kept."""
    head = (
        f"Content-Type: application/pdf{CRLF}"
        f"Content-Transfer-Encoding: base64{CRLF}"
        f'Content-Disposition: attachment; filename="{_PLAIN_FILE.sub("_", name)}"{CRLF}{CRLF}'
    )
    return head.encode("ascii") + base64.encodebytes(content).replace(b"\n", b"\r\n")


def multipart(kind: str, boundary: str, parts: Sequence[bytes], *, header: str = "") -> bytes:
    """Parts one after the other, with one more header; the boundary is nothing that any of them contains."""
    head = f'Content-Type: multipart/{kind};{CRLF} boundary="{boundary}"{CRLF}{header}{CRLF}'
    between = f"--{boundary}{CRLF}".encode("ascii")
    body = b"".join(between + part + b"\r\n" for part in parts)
    return head.encode("ascii") + body + f"--{boundary}--{CRLF}".encode("ascii")


def _folded(name: str, text: str) -> str:
    folded: str = SMTP.fold(*SMTP.header_store_parse(name, text))
    return folded
