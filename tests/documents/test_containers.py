"""Archives and messages: each document in them is shown and can be taken out, and nothing in them is let through."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

import pytest

from reviewer.documents.contents import clean_name, rank
from reviewer.documents.reader import DocumentReader
from reviewer.domain.applicant import Answer
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentKind
from reviewer.domain.remarks import Remark
from reviewer.errors import DocumentUnreadable
from tests.documents.containers import encrypted_zip, make_compound, make_mail, make_outlook, make_zip
from tests.documents.samples import make_docx, make_heic, make_image, make_pdf

CV = make_pdf((("Lebenslauf",), ("Projekte",)))
PAPER = make_pdf((("Zeugnis",),))
PROGRAM = b"MZ\x90\x00" + bytes(500)
HELD = (("Zeugnis.pdf", PAPER), ("Lebenslauf Weiß.pdf", CV), ("foto.jpg", make_image("JPEG")), ("setup.exe", PROGRAM))
ALL_OF_IT = {
    DocumentKind.ZIP: make_zip(dict(HELD)),
    DocumentKind.EML: make_mail("Guten Tag", HELD),
    DocumentKind.MSG: make_outlook("Guten Tag", HELD),
}


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return {}


@pytest.fixture(scope="module")
def reader(documents: dict[str, bytes]) -> Iterator[DocumentReader]:
    reader = DocumentReader(lambda document: documents[document])
    reader.warm()
    yield reader
    reader.close()


def held(reader: DocumentReader, data: bytes) -> list[tuple[str, str | None, int, int, str]]:
    facts = reader.survey(data).facts
    assert facts
    return [(one.name, one.kind, one.first_page, one.pages, one.failure) for one in facts.contains]


def taken(reader: DocumentReader, data: bytes) -> list[str]:
    return [one.name for one in reader.unpack(data).taken]


def failure(reader: DocumentReader, data: bytes) -> str:
    found = reader.survey(data)
    assert found.failure
    with pytest.raises(DocumentUnreadable) as unreadable:
        reader.unpack(data)
    assert unreadable.value.code == found.failure.code
    return found.failure.code


@pytest.mark.parametrize("kind", ALL_OF_IT)
def test_what_a_container_holds_is_shown_the_cv_first(kind: DocumentKind, reader: DocumentReader) -> None:
    found = reader.survey(ALL_OF_IT[kind])
    assert found.facts
    assert (found.facts.kind, len(found.facts.pages), found.rendered_pages, found.failure) == (kind, 4, 4, None)
    assert held(reader, ALL_OF_IT[kind]) == [
        ("Lebenslauf Weiß.pdf", "pdf", 1, 2, ""),
        ("Zeugnis.pdf", "pdf", 3, 1, ""),
        ("foto.jpg", "image", 4, 1, ""),
        ("setup.exe", None, 0, 0, "unknown-kind"),
    ]


@pytest.mark.parametrize("kind", ALL_OF_IT)
def test_documents_are_taken_out_byte_for_byte(kind: DocumentKind, reader: DocumentReader) -> None:
    contents = reader.unpack(ALL_OF_IT[kind])
    assert [(one.name, one.content) for one in contents.taken] == [
        ("Lebenslauf Weiß.pdf", CV),
        ("Zeugnis.pdf", PAPER),
        ("foto.jpg", HELD[2][1]),
    ]
    assert [(one.name, one.code) for one in contents.left_out] == [("setup.exe", "unknown-kind")]


def test_each_page_is_that_of_its_document(reader: DocumentReader, documents: dict[str, bytes]) -> None:
    whole = DocumentId("whole")
    documents[whole] = ALL_OF_IT[DocumentKind.ZIP]
    words = [[word.text for word in reader.words(whole, page)] for page in (1, 2, 3, 4)]
    assert words == [["Lebenslauf"], ["Projekte"], ["Zeugnis"], []]
    assert [len(page.words) for page in reader.reading(documents[whole]).pages] == [1, 1, 1, 0]
    assert reader.text(documents[whole], "whole.zip").split() == ["Lebenslauf", "Projekte", "Zeugnis"]
    remark = Remark(page=3, rect=(70, 60, 120, 80), answer=Answer.LACKING, title="Tasks", text="Zeugnis")
    documents["copy"] = reader.annotated(whole, [remark])
    assert len(reader.open(DocumentId("copy")).pages) == 4
    assert "Tasks" in [word.text for word in reader.words(DocumentId("copy"), 3)]


@pytest.mark.parametrize("make", [make_mail, make_outlook])
def test_a_message_with_nothing_attached_is_a_page_of_its_own(make: object, reader: DocumentReader) -> None:
    data = make("Guten Tag,\nhier bin ich.") if callable(make) else b""
    text = reader.text(data, "mail")
    assert text.splitlines()[0].startswith("From: Petra Weiß")
    assert text.splitlines()[-2:] == ["Guten Tag,", "hier bin ich."]
    assert (held(reader, data), taken(reader, data)) == ([], [])


def test_a_message_written_as_markup_is_read_without_it(reader: DocumentReader) -> None:
    page = "<style>p {}</style><p>Größe &amp; Ziel</p><script>while(1);</script><div>Zwei</div>"
    for data in (make_mail(markup=page), make_outlook(markup=page)):
        assert reader.text(data, "mail").splitlines()[-2:] == ["Größe & Ziel", "Zwei"]


def test_a_logo_within_a_message_is_no_document(reader: DocumentReader) -> None:
    data = make_mail("Guten Tag", [("cv.pdf", CV)]).replace(
        b"Content-Type: multipart/mixed", b"Content-Type: multipart/related"
    )
    logo = (
        b"\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: 8bit\r\n"
        b'Content-Disposition: inline; filename="logo.png"\r\n\r\n\x89PNG\r\n\x1a\n'
    )
    boundary = data[data.index(b'boundary="') + 10 :].split(b'"')[0]
    with_logo = data.replace(b"--" + boundary + b"--", b"--" + boundary + logo + b"\r\n--" + boundary + b"--")
    assert with_logo != data
    assert held(reader, with_logo) == [("cv.pdf", "pdf", 1, 2, "")]


def test_an_archive_in_a_message_is_opened_and_one_deeper_is_told(reader: DocumentReader) -> None:
    inner = make_zip({"cv.pdf": CV})
    assert taken(reader, make_mail("", [("all.zip", inner)])) == ["cv.pdf"]
    assert taken(reader, make_zip({"mail.eml": make_mail("", [("cv.docx", make_docx())])})) == ["cv.docx"]
    deep = make_zip({"mail.eml": make_mail("", [("all.zip", inner)]), "foto.heic": make_heic(64, 64)})
    assert held(reader, deep) == [("foto.heic", "image", 1, 1, ""), ("all.zip", None, 0, 0, "nested")]
    assert failure(reader, make_zip({"a.zip": make_zip({"b.zip": inner})})) == "nothing-inside"


def test_a_message_in_an_archive_is_a_document_when_it_has_none(reader: DocumentReader) -> None:
    assert held(reader, make_zip({"mail.eml": make_mail("Guten Tag")})) == [("mail.eml", "eml", 1, 1, "")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (make_zip({}), "empty"),
        (make_zip({"folder/": b"", "__MACOSX/._cv.pdf": b"x", ".DS_Store": b"x"}), "empty"),
        (make_zip({"setup.exe": PROGRAM}), "nothing-inside"),
        (make_zip({"cv.pdf": CV})[:300], "damaged"),
        (encrypted_zip({"cv.pdf": CV}), "encrypted"),
        (make_zip({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "unknown-kind"),
        (make_zip({"null.txt": bytes(40_000_000)}), "too-large"),
        (make_zip({"null.bin": b"x" + bytes(20_000_000)}), "too-large"),
        (make_mail(""), "empty"),
        (make_mail("", [("setup.exe", PROGRAM)]), "nothing-inside"),
        (make_outlook("", [("setup.exe", PROGRAM)]), "nothing-inside"),
        (make_outlook("Text", [("cv.pdf", CV)])[:-700], "damaged"),
    ],
)
def test_a_container_without_a_document_says_why(data: bytes, code: str, reader: DocumentReader) -> None:
    assert failure(reader, data) == code


def test_what_is_broken_within_costs_itself_alone(reader: DocumentReader) -> None:
    data = make_zip(
        {"cv.pdf": CV, "a.pdf": b"%PDF-1.7 broken", "b.pdf": make_pdf(password="secret"), "c.docx": make_docx()[:900]}
    )
    assert held(reader, data) == [
        ("cv.pdf", "pdf", 1, 2, ""),
        ("a.pdf", "pdf", 0, 0, "damaged"),
        ("b.pdf", "pdf", 0, 0, "encrypted"),
        ("c.docx", None, 0, 0, "damaged"),
    ]
    assert taken(reader, data) == ["cv.pdf", "a.pdf", "b.pdf"]


def test_an_old_word_document_is_taken_out_for_another_program(reader: DocumentReader) -> None:
    old = make_compound({"WordDocument": b"x" * 5_000})
    assert taken(reader, make_zip({"cv.doc": old, "setup.exe": PROGRAM})) == ["cv.doc"]
    both = make_zip({"cv.doc": old, "foto.jpg": make_image("JPEG")})
    assert held(reader, both) == [("foto.jpg", "image", 1, 1, ""), ("cv.doc", None, 0, 0, "legacy-word")]
    assert taken(reader, both) == ["cv.doc", "foto.jpg"]


def test_of_many_files_those_most_like_a_cv_are_offered(reader: DocumentReader) -> None:
    files = {f"Zeugnis {number:03}.txt": f"Zeugnis {number}".encode() for number in range(200)}
    names = taken(reader, make_zip({**files, "scans/Lebenslauf.txt": b"Lebenslauf"}))
    assert (len(names), names[0]) == (20, "Lebenslauf.txt")


def test_the_same_bytes_are_offered_once(reader: DocumentReader) -> None:
    assert taken(reader, make_zip({"a/cv.pdf": CV, "b/cv.pdf": CV, "cv (1).pdf": CV})) == ["cv (1).pdf"]


def test_the_same_container_gives_the_same_every_time(reader: DocumentReader) -> None:
    for data in ALL_OF_IT.values():
        assert reader.unpack(data) == reader.unpack(data)


def test_a_document_that_stands_for_itself_holds_nothing(reader: DocumentReader) -> None:
    for data in (CV, make_docx(), make_image("PNG"), b"From here on I was a manager.\nSubject: none"):
        assert taken(reader, data) == []


def test_names_in_archives_are_read_as_they_were_meant(reader: DocumentReader) -> None:
    data = make_zip({"Lebenslauf Müller.pdf": CV})
    written = "Lebenslauf Müller.pdf".encode()
    assert data.count(written) == 2
    unflagged = bytearray(data)
    unflagged[7] &= ~0x08
    unflagged[data.index(b"PK\x01\x02") + 9] &= ~0x08
    assert taken(reader, bytes(unflagged)) == ["Lebenslauf Müller.pdf"]
    assert taken(reader, bytes(unflagged).replace(written, b"Lebenslauf M\x81llera.pdf")) == ["Lebenslauf Müllera.pdf"]


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Petra\\cv.pdf", "cv.pdf"),
        ("cv\x1b[2J\u202egpj.pdf", "cv[2Jgpj.pdf"),
        ("  a \t\n b  .pdf", "a b.pdf"),
        ("", "document"),
        ("..", "document"),
        ("folder/", "document"),
        ("x" * 500 + ".pdf", "x" * 116 + ".pdf"),
        ("a." + "b" * 500, "a." + "b" * 118),
        ("Zeugnis Gro\u0308ße.pdf", "Zeugnis Größe.pdf"),
    ],
)
def test_a_name_is_a_name_and_nothing_else(name: str, clean: str) -> None:
    assert clean_name(name) == clean
    assert clean_name(clean) == clean


def test_names_tell_which_document_is_the_cv() -> None:
    names = [
        "Anschreiben.pdf",
        "Beraterprofil Weiß.docx",
        "CV_2024.pdf",
        "Lebenslauf.jpg",
        "Petra Weiß.pdf",
        "Projektliste.pdf",
        "cvs receipts.txt",
        "foto.jpg",
        "presume.pdf",
    ]
    assert sorted(names, key=rank) == [
        "CV_2024.pdf",
        "Lebenslauf.jpg",
        "Beraterprofil Weiß.docx",
        "Petra Weiß.pdf",
        "presume.pdf",
        "Anschreiben.pdf",
        "Projektliste.pdf",
        "cvs receipts.txt",
        "foto.jpg",
    ]


def test_an_archive_packed_in_another_way_is_read_too(reader: DocumentReader) -> None:
    for way in (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        assert taken(reader, make_zip({"cv.pdf": CV}, way)) == ["cv.pdf"]
