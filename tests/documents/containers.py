"""Archives and messages with documents in them, made on the spot."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage

Tree = Mapping[str, "bytes | Tree"]
Attached = tuple[str, bytes]
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096


def make_zip(files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def encrypted_zip(files: Mapping[str, bytes]) -> bytes:
    """An archive whose files say that they are encrypted, which is all that a reader without the password sees."""
    data = bytearray(make_zip(files))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := data.find(mark, place + 1)) >= 0:
            data[place + flags] |= 1
    return bytes(data)


def make_mail(
    text: str = "", attached: Sequence[Attached] = (), *, markup: str = "", subject: str = "Bewerbung Größe"
) -> bytes:
    """A message as a mail program saves it."""
    message = EmailMessage()
    message["From"] = "Petra Weiß <petra.weiss@example.org>"
    message["To"] = "bewerbung@example.com"
    message["Date"] = "Thu, 04 May 2017 14:02:11 +0200"
    message["Subject"] = subject
    message["Message-ID"] = "<1@example.org>"
    message.set_content(text) if text or not markup else message.set_content(markup, subtype="html")
    if text and markup:
        message.add_alternative(markup, subtype="html")
    for name, content in attached:
        if name.endswith(".eml"):
            inner = EmailMessage()
            inner.set_content("")
            message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
        else:
            message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()


def make_outlook(
    text: str = "", attached: Sequence[Attached] = (), *, subject: str = "Bewerbung", markup: str = ""
) -> bytes:
    """A message as Outlook saves it."""
    tree: dict[str, bytes | Tree] = {
        "__properties_version1.0": bytes(32),
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
        "__substg1.0_0C1A001F": "Petra Weiß".encode("utf-16-le"),
        "__substg1.0_1000001F": text.encode("utf-16-le"),
        "__substg1.0_10130102": markup.encode(),
    }
    for number, (name, content) in enumerate(attached):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": bytes(8),
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": content,
        }
    return make_compound(tree)


@dataclass
class _Node:
    """A stream or a storage of a compound file; the numbers are its neighbours' in the directory."""

    name: str
    content: bytes | None
    start: int = _END
    size: int = 0
    child: int = _FREE
    right: int = _FREE


@dataclass
class _Sectors:
    """Sectors and the chains they form."""

    size: int
    data: bytearray = field(default_factory=bytearray)
    chain: list[int] = field(default_factory=list)

    def add(self, content: bytes) -> int:
        """Lay content down; the number of its first sector."""
        if not content:
            return _END
        first = len(self.chain)
        count = -(-len(content) // self.size)
        self.data += content.ljust(count * self.size, b"\0")
        self.chain += [*range(first + 1, first + count), _END]
        return first


def make_compound(tree: Tree) -> bytes:
    """A compound file (OLE) of these streams and storages."""
    nodes = [_Node(name="Root Entry", content=None)]
    nodes[0].child = _add_nodes(nodes, tree)
    big, small = _Sectors(_SECTOR), _Sectors(_MINI)
    for node in nodes[1:]:
        if node.content is not None:
            node.size = len(node.content)
            node.start = (small if node.size < _CUTOFF else big).add(node.content)
    nodes[0].start, nodes[0].size = big.add(bytes(small.data)), len(small.data)
    small_chain = b"".join(struct.pack("<I", link) for link in small.chain)
    small_start = big.add(small_chain.ljust(-(-len(small_chain) // _SECTOR) * _SECTOR, b"\xff"))
    directory = b"".join(_entry(node, is_root=node is nodes[0]) for node in nodes)
    directory_start = big.add(directory)
    fat_count = 1
    while fat_count * _SECTOR // 4 < len(big.chain) + fat_count:
        fat_count += 1
    fat_start = len(big.chain)
    links = [*big.chain, *[_FAT] * fat_count]
    links += [_FREE] * (fat_count * _SECTOR // 4 - len(links))
    fat = struct.pack(f"<{len(links)}I", *links)
    places = [*range(fat_start, fat_start + fat_count)]
    places += [_FREE] * (109 - fat_count)
    small_count = -(-len(small_chain) // _SECTOR)
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        bytes.fromhex("d0cf11e0a1b11ae1"),
        bytes(16),
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        bytes(6),
        0,
        fat_count,
        directory_start,
        0,
        _CUTOFF,
        small_start,
        small_count,
        _END,
        0,
    )
    return head + struct.pack("<109I", *places) + bytes(big.data) + fat


def _add_nodes(nodes: list[_Node], tree: Tree) -> int:
    """The number of the first of them; each is the right neighbour of the one before."""
    first = before = _FREE
    for name, inner in tree.items():
        number = len(nodes)
        node = _Node(name=name, content=inner if isinstance(inner, bytes) else None)
        nodes.append(node)
        if not isinstance(inner, bytes):
            node.child = _add_nodes(nodes, inner)
        if before == _FREE:
            first = number
        else:
            nodes[before].right = number
        before = number
    return first


def _entry(node: _Node, *, is_root: bool) -> bytes:
    name = node.name.encode("utf-16-le")
    kind = 5 if is_root else 1 if node.content is None else 2
    return struct.pack(
        "<64sHBBIII16sIQQIII",
        name,
        len(name) + 2,
        kind,
        1,
        _FREE,
        node.right,
        node.child,
        bytes(16),
        0,
        0,
        0,
        node.start,
        node.size,
        0,
    )
