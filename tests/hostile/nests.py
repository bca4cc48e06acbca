"""Archives and messages made to exhaust, confuse or trick whoever takes them apart."""

from __future__ import annotations

import base64
import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.documents.containers import encrypted_zip, make_compound, make_mail, make_outlook, make_zip
from tests.documents.samples import make_image, make_pdf, make_tiff, make_webp
from tests.hostile.bombs import BOMBS

_HEAD = b"From: a@example.org\nTo: b@example.org\nDate: now\nSubject: x\nMIME-Version: 1.0\n"
_DIRECTORY_AT, _CHAIN_AT = 48, 76
_SECTOR = 512


def mail_of(kind: bytes, body: bytes) -> bytes:
    return _HEAD + b"Content-Type: " + kind + b"\n\n" + body


def attached(name: bytes, content: bytes) -> bytes:
    """A message with one part whose headers say this of its name."""
    part = b"--b\nContent-Type: application/pdf\nContent-Disposition: attachment; " + name
    body = part + b"\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(content) + b"--b--\n"
    return mail_of(b'multipart/mixed; boundary="b"', body)


def deep_parts(levels: int) -> bytes:
    """Parts within parts, each with a boundary of its own."""
    head = b"".join(b'--b%d\nContent-Type: multipart/mixed; boundary="b%d"\n\n' % (n, n + 1) for n in range(levels))
    return mail_of(b'multipart/mixed; boundary="b0"', head + b"--b%d\n\ndeep\n" % levels)


def messages_within_messages(levels: int) -> bytes:
    data = make_mail("deepest", [("cv.pdf", make_pdf())])
    for _ in range(levels):
        data = mail_of(b"message/rfc822", data)
    return data


def many_parts() -> bytes:
    part = b"--b\nContent-Type: application/pdf\n\n%PDF-1.7\n"
    return mail_of(b'multipart/mixed; boundary="b"', part * 200_000 + b"--b--\n")


def archive_of_one_place() -> bytes:
    """10,000 entries that all lie in the same 10 MB of zeros: 100 GB of 10 kB."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(bytes(10_000_000)) + packed.flush()
    checksum = zlib.crc32(bytes(10_000_000))
    facts = struct.pack("<IIIHH", checksum, len(data), 10_000_000, 1, 0)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + facts + b"a" + data
    entry = (
        b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + facts + struct.pack("<HHHII", 0, 0, 0, 0, 0) + b"a"
    )
    count = 10_000
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(entry) * count, len(local), 0)
    return local + entry * count + end


def archive_with_names(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number, name in enumerate(names):
            archive.writestr(name, b"Seite %d" % number)
    return file.getvalue()


def archive_that_understates() -> bytes:
    """A text of 100 MB that is declared as 1,000 bytes."""
    data = bytearray(make_zip({"cv.txt": b"x" * 100_000_000}))
    for place in range(len(data) - 4):
        if data[place : place + 4] == struct.pack("<I", 100_000_000):
            data[place : place + 4] = struct.pack("<I", 1_000)
    return bytes(data)


def outlook_with(place: int, value: int) -> bytes:
    """A message of Outlook in whose head four bytes are others."""
    data = bytearray(make_outlook("Text", [("cv.pdf", make_pdf())]))
    data[place : place + 4] = struct.pack("<I", value)
    return bytes(data)


def outlook_chained_to_itself() -> bytes:
    """Every sector of the file follows upon itself."""
    data = bytearray(make_outlook("Text", [("cv.pdf", make_pdf() + bytes(9_000))]))
    table = _SECTOR * (1 + struct.unpack_from("<I", data, _CHAIN_AT)[0])
    for number in range(_SECTOR // 4):
        struct.pack_into("<I", data, table + 4 * number, number)
    return bytes(data)


def outlook_directory_in_circles() -> bytes:
    """Every entry of the directory has itself to its right and its left, and is its own parent."""
    data = bytearray(make_outlook("Text", [("cv.pdf", make_pdf())]))
    start = _SECTOR * (1 + struct.unpack_from("<I", data, _DIRECTORY_AT)[0])
    for number in range(len(data[start:]) // 128):
        if data[start + 128 * number + 66] in {1, 2, 5}:
            struct.pack_into("<III", data, start + 128 * number + 68, number, number, number)
    return bytes(data)


def outlook_of_deep_storages() -> bytes:
    tree: dict[str, object] = {"__properties_version1.0": bytes(32)}
    inner = tree
    for number in range(400):
        inner[f"s{number}"] = inner = {}
    return make_compound(tree)  # type: ignore[arg-type]  # a tree of trees


def tiff_of_many_pages() -> bytes:
    """60,000 directories of pages that are all the same one pixel."""
    count = 60_000
    fields = [(256, 1), (257, 1), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, 1), (279, 1)]
    body = bytearray(b"II*\x00" + struct.pack("<I", 16) + bytes(8))
    for number in range(count):
        after = 16 + (number + 1) * (2 + 12 * len(fields) + 4) if number < count - 1 else 0
        body += struct.pack("<H", len(fields))
        body += b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in fields)
        body += struct.pack("<I", after)
    return bytes(body)


def jpeg_of(side_px: int) -> bytes:
    data = bytearray(make_image("JPEG"))
    place = data.index(b"\xff\xc0") + 5
    data[place : place + 4] = struct.pack(">HH", side_px, side_px)
    return bytes(data)


def bitmap_of(width_px: int, height_px: int) -> bytes:
    return (
        b"BM"
        + struct.pack("<IHHI", 1_000, 0, 0, 54)
        + struct.pack("<IiiHHIIiiII", 40, width_px, height_px, 1, 24, 0, 0, 0, 0, 0, 0)
        + bytes(900)
    )


def gif_of(side_px: int) -> bytes:
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", side_px, side_px, 0, 0, 0)
        + b","
        + struct.pack("<HHHHB", 0, 0, side_px, side_px, 0)
        + b"\x02\x02\x44\x01\x00;"
    )


def archive_of_bombs() -> bytes:
    names = ("forms within forms", "a form within itself", "deep arrays", "an image of 60,000 by 60,000", "noise")
    return make_zip({f"{number}.bin": BOMBS[name]() for number, name in enumerate(names)})


def archive_of_huge_pictures() -> bytes:
    picture = make_webp(7_000, 7_000)
    return make_zip({f"{number}.webp": picture + bytes([number]) for number in range(6)})


def archive_of_long_texts() -> bytes:
    lines = (random.Random(number).randbytes(4_000).hex().encode() + b"\n" for number in range(4))
    return make_zip({f"{number}.txt": line * 3_700 for number, line in enumerate(lines)})


def archive_of_long_words() -> bytes:
    """Twenty Word documents, each of which unpacks to nearly as much as one may."""
    zeros, deflate = bytes(149_000_000), zlib.compressobj(wbits=-15)
    packed, check = deflate.compress(zeros) + deflate.flush(), zlib.crc32(zeros)
    return make_zip({f"{number}.docx": word_around(packed, len(zeros), check, number) for number in range(20)})


def word_around(packed: bytes, size: int, check: int, number: int) -> bytes:
    """A Word document with a part that was packed before."""
    name = b"word/document.xml"
    small = make_zip({"[Content_Types].xml": b"<Types/>" + b" " * number})
    end = small.index(b"PK\x01\x02")
    local = struct.pack("<4sHHHIIIIHH", b"PK\x03\x04", 20, 0, 8, 0, check, len(packed), size, len(name), 0) + name
    first, last = small[end : small.rindex(b"PK\x05\x06")], end + len(local) + len(packed)
    entry = struct.pack(
        "<4sHHHHIIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, 8, 0, check, len(packed), size, len(name), 0, 0, 0, 0, 0, end
    )
    directory = first + entry + name
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 2, 2, len(directory), last, 0)
    return small[:end] + local + packed + directory + tail


NESTS: dict[str, Callable[[], bytes]] = {
    "an archive of ten thousand entries in one place": archive_of_one_place,
    "an archive of ten thousand entries": lambda: make_zip({f"{number}.txt": b"x" for number in range(10_000)}),
    "an archive that understates": archive_that_understates,
    "an archive of four texts of 30 MB": archive_of_long_texts,
    "an archive of long Word documents": archive_of_long_words,
    "an archive of zeros": lambda: make_zip({"cv.pdf": bytes(30_000_000)}),
    "an archive within an archive of zeros": lambda: make_zip({"a.zip": make_zip({"cv.pdf": bytes(30_000_000)})}),
    "an archive with names that lead outside": lambda: archive_with_names(
        "../../../etc/passwd", "/etc/passwd", "C:\\Windows\\cv.txt", "a\x1b[2J\u202e.txt", "x" * 60_000, "..", "con"
    ),
    "an archive with a password": lambda: encrypted_zip({"cv.pdf": make_pdf()}),
    "an archive cut in the middle": lambda: make_zip({"cv.pdf": make_pdf()})[:-40],
    "an archive of bombs": archive_of_bombs,
    "an archive of huge pictures": archive_of_huge_pictures,
    "a message of parts within parts": lambda: deep_parts(5_000),
    "a message of messages within messages": lambda: messages_within_messages(300),
    "a message of two hundred thousand parts": many_parts,
    "a message without an end": lambda: mail_of(b'multipart/mixed; boundary="b"', b"--b\n" * 500_000),
    "a message with a line of 20 MB": lambda: mail_of(b"text/plain", b"x" * 20_000_000),
    "a message with a hundred thousand headers": lambda: _HEAD + b"X-A: b\n" * 100_000 + b"\nText",
    "a message with a header of 10 MB": lambda: _HEAD + b"X-A: " + b"=?utf-8?q?a?= " * 700_000 + b"\n\nText",
    "a message with a name of a thousand pieces": lambda: attached(
        b"\n ".join(b"filename*%d=a;" % n for n in range(1_000)), make_pdf()
    ),
    "a message with a name that leads outside": lambda: attached(b'filename="../../cv\x1b.pdf"', make_pdf()),
    "a message in an alphabet of its own": lambda: mail_of(b'text/plain; charset="x-\x00klingon"', "Größe".encode()),
    "a message of broken packing": lambda: attached(b'filename="cv.pdf"', make_pdf())[:-900] + b"=*=!" * 200,
    "a message of markup without end": lambda: mail_of(b"text/html", b"<div>" * 2_000_000),
    "a message of markup that never closes": lambda: mail_of(b"text/html", b"<!--" * 500_000 + b"<a " * 500_000),
    "a message of references": lambda: mail_of(
        b"text/html", b'<img src="http://example.org/x">&amp;' * 50_000 + b"Text"
    ),
    "a message of Outlook cut in the middle": lambda: make_outlook("Text", [("cv.pdf", make_pdf())])[:4_000],
    "a message of Outlook whose directory lies nowhere": lambda: outlook_with(_DIRECTORY_AT, 0x7FFFFFF0),
    "a message of Outlook whose table lies nowhere": lambda: outlook_with(_CHAIN_AT, 0x7FFFFFF0),
    "a message of Outlook of four billion sectors": lambda: outlook_with(44, 0xFFFFFFF0),
    "a message of Outlook chained to itself": outlook_chained_to_itself,
    "a message of Outlook with a directory in circles": outlook_directory_in_circles,
    "a message of Outlook of deep storages": outlook_of_deep_storages,
    "a scan of sixty thousand pages": tiff_of_many_pages,
    "a scan cut in the middle": lambda: make_tiff(3)[:800],
    "a photograph of 65,500 by 65,500": lambda: jpeg_of(65_500),
    "a bitmap of 2 billion by 2 billion": lambda: bitmap_of(0x7FFFFFFF, 0x7FFFFFFF),
    "a bitmap upside down": lambda: bitmap_of(10, -10),
    "a GIF of 65,535 by 65,535": lambda: gif_of(65_535),
}
