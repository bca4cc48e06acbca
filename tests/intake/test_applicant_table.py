"""A table of applicants is read in every form the platform and its staff write."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reviewer.domain.applicant import Salutation
from reviewer.domain.arrival import IncomingApplicant, RowProblem
from reviewer.domain.letter import Language
from reviewer.errors import Misconfigured
from reviewer.intake.folder import read_folder
from reviewer.intake.table import COLUMNS, MAX_TABLE_BYTES, header_line
from tests.intake.builders import ids, no_text, only_applicant, problems, read, row, table_text, write_folder


def test_a_row_comes_in_with_all_it_says(tmp_path: Path) -> None:
    item = only_applicant(write_folder(tmp_path, table_text(row())))
    assert (item.line, item.id) == (2, "9999")
    assert item.person.salutation is Salutation.WOMAN
    assert (item.person.title, item.person.first_name, item.person.last_name) == ("Dr.", "Petra", "Weiß")
    assert (item.person.email, item.person.language) == ("petra.weiss@example.org", Language.DE)
    assert item.opt_in.registered_at == datetime(2017, 5, 4, 12, 2, 11, tzinfo=UTC)
    assert item.opt_in.confirmed_at == datetime(2017, 5, 4, 12, 5, tzinfo=UTC)
    assert (item.opt_in.ip_address, item.opt_in.terms_version) == ("203.0.113.7", "2017-03")
    assert [(document.name, document.content) for document in item.documents] == [("weiss.pdf", b"%PDF-1.7 weiss.pdf")]


@pytest.mark.parametrize("encoding", ("utf-8", "utf-8-sig", "utf-16", "cp1252"))
@pytest.mark.parametrize("delimiter", (";", ",", "\t"))
@pytest.mark.parametrize("end", ("\r\n", "\n", "\r"))
def test_every_encoding_delimiter_and_line_end_is_read(tmp_path: Path, encoding: str, delimiter: str, end: str) -> None:
    text = table_text(row(first_name="Jürgen €", cv="Müller.pdf"), delimiter=delimiter, end=end)
    item = only_applicant(write_folder(tmp_path, text.encode(encoding), "Müller.pdf"))
    assert (item.person.first_name, item.documents[0].name) == ("Jürgen €", "Müller.pdf")


def test_utf_16_is_read_in_either_byte_order(tmp_path: Path) -> None:
    big_endian = b"\xfe\xff" + table_text(row()).encode("utf-16-be")
    assert only_applicant(write_folder(tmp_path, big_endian)).person.last_name == "Weiß"


def test_damaged_bytes_in_utf_8_cost_their_row_only(tmp_path: Path) -> None:
    sound, damaged = row(id="1", first_name="Zoë Älfü"), row(id="2", last_name="Wei@")
    content = table_text(sound, damaged).encode().replace(b"Wei@", b"Wei\xff")
    folder = write_folder(tmp_path, content)
    assert problems(folder) == [(3, "last_name", "text-unreadable")]
    assert ids(folder) == ["1"]


def test_columns_come_in_any_order_case_and_spacing(tmp_path: Path) -> None:
    text = " CV , Last Name,E-Mail,EMAIL,ID \nweiss.pdf,Weiß,x,petra@example.org,7\n"
    item = only_applicant(write_folder(tmp_path, text))
    assert (item.id, item.person.last_name, item.person.email) == ("7", "Weiß", "petra@example.org")
    assert (item.person.salutation, item.opt_in.confirmed_at) == (Salutation.UNKNOWN, None)


def test_unknown_columns_are_left_aside_with_one_notice(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, "id;shoe;last_name;email;cv;hat\n7;42;W;p@example.org;weiss.pdf;L\n")
    notices: list[RowProblem] = []
    items = list(read_folder(folder, read_text=no_text, notice=notices.append))
    assert [type(item) for item in items] == [IncomingApplicant]
    assert [(notice.line, notice.code) for notice in notices] == [(1, "columns-unknown")]


@pytest.mark.parametrize(
    ("header", "missing"),
    (("", "id last_name email cv"), ("id;email;cv", "last_name"), ("a,b\tc", "id last_name email cv"), ('"id;cv', "")),
)
def test_missing_columns_are_named(tmp_path: Path, header: str, missing: str) -> None:
    folder = write_folder(tmp_path, header)
    with pytest.raises(Misconfigured) as caught:
        read_folder(folder, read_text=no_text)
    assert caught.value.code == "table-columns-missing"
    assert missing in str(caught.value)


def test_a_column_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured) as caught:
        read_folder(write_folder(tmp_path, "id;email;last_name;cv;EMAIL\n"), read_text=no_text)
    assert caught.value.facts == {"columns": "email"}


def test_the_header_line_is_a_table_without_rows(tmp_path: Path) -> None:
    assert header_line().split(";") == list(COLUMNS)
    assert read(write_folder(tmp_path, header_line())) == []


def test_a_spreadsheets_own_first_line_and_blank_rows_are_passed_over(tmp_path: Path) -> None:
    header, line, _ = table_text(row()).split("\r\n")
    item = only_applicant(write_folder(tmp_path, f"\nsep=;\n\n{header};;\n;;;\n   \n{line};;\n;;;;;;;;;;;\n"))
    assert item.line == 7


def test_a_table_larger_than_any_honest_one_is_refused(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, b"")
    with (folder / "applicants.csv").open("wb") as stream:
        stream.truncate(MAX_TABLE_BYTES + 1)
    with pytest.raises(Misconfigured):
        read_folder(folder, read_text=no_text)


def test_a_field_over_several_lines_leaves_the_line_numbers_right(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, table_text(row(id="1", last_name="von\r\nder\nHeide"), row(id="2", email="x")))
    first, second = read(folder)
    assert isinstance(first, IncomingApplicant)
    assert (first.line, first.person.last_name) == (2, "von der Heide")
    assert second == RowProblem(line=5, column="email", code="email-invalid")


def test_a_forgotten_quotation_mark_costs_its_row_only(tmp_path: Path) -> None:
    header = header_line()
    lines = [
        '1;;;;"A;a@example.org;;;;;;weiss.pdf',
        "2;;;;B;b@example.org;;;;;;weiss.pdf",
        '3;;;;"C";c@example.org;;;;;;weiss.pdf',
        '4;;;;D;d@example.org;;;;;;"weiss.pdf',
        "5;;;;E;e@example.org;;;;;;weiss.pdf",
    ]
    folder = write_folder(tmp_path, "\n".join([header, *lines]))
    assert problems(folder) == [(2, "", "quote-unclosed"), (5, "", "quote-unclosed")]
    assert ids(folder) == ["2", "3", "5"]


def test_a_quotation_mark_within_a_field_is_text(tmp_path: Path) -> None:
    text = f'{header_line()}\n1;;;Petra "Pit";"W"eiß;p@example.org;;;;;;weiss.pdf\n'
    person = only_applicant(write_folder(tmp_path, text)).person
    assert (person.first_name, person.last_name) == ('Petra "Pit"', "Weiß")


@pytest.mark.parametrize(
    ("line", "code"),
    (
        ("1;Frau;Dr.", "too-few-fields"),
        ("1;;;;W;w@example.org;;;;;;weiss.pdf;more", "too-many-fields"),
        ("1;" + "x" * 100_001, "row-too-long"),
        ('1;"' + "x\n" * 200, "quote-unclosed"),
    ),
)
def test_a_row_of_the_wrong_shape_is_named(tmp_path: Path, line: str, code: str) -> None:
    assert problems(write_folder(tmp_path, f"{header_line()}\n{line}\n"))[0] == (2, "", code)


@pytest.mark.parametrize(
    ("column", "value", "code"),
    (
        ("id", "  ", "id-missing"),
        ("id", "9" * 101, "id-too-long"),
        ("id", "99\n99", "id-invalid"),
        ("id", "99\u202e99", "id-invalid"),
        ("email", "", "email-missing"),
        ("email", "petra.weiss", "email-invalid"),
        ("email", "petra@localhost", "email-invalid"),
        ("email", "a@example.org, b@example.org", "email-invalid"),
        ("email", "a@example.org; b@example.org", "email-invalid"),
        ("email", "Petra Weiß <petra@example.org>", "email-invalid"),
        ("email", "petra@example.org\nBcc: b@example.org", "email-invalid"),
        ("email", "petra@exam\u202eple.org", "email-invalid"),
        ("email", "pëtra@example.org", "email-invalid"),
        ("email", "petra..weiss@example.org", "email-invalid"),
        ("email", "petra@-example.org", "email-invalid"),
        ("email", '"petra weiss"@example.org', "email-invalid"),
        ("email", "petra@[203.0.113.7]", "email-invalid"),
        ("email", "p" * 300 + "@example.org", "email-invalid"),
        ("salutation", "Durchlaucht", "salutation-unknown"),
        ("language", "fr", "language-unknown"),
        ("registered_at", "31.02.2017", "date-unreadable"),
        ("registered_at", "05/04/2017", "date-unreadable"),
        ("registered_at", "42859", "date-unreadable"),
        ("confirmed_at", "0001-01-01", "date-unreadable"),
        ("confirmed_at", "2017-05-04 25:00", "date-unreadable"),
        ("confirmed_at", "2017-05-04T10:00+99:00", "date-unreadable"),
        ("confirmed_at", "yesterday", "date-unreadable"),
        ("ip_address", "999.1.1.1", "ip-invalid"),
        ("ip_address", "fe80::1%eth0", "ip-invalid"),
        ("terms_version", "x" * 201, "terms-too-long"),
        ("cv", " | ", "cv-missing"),
        ("cv", "kim.pdf", "cv-not-found"),
    ),
)
def test_a_bad_field_is_named_with_line_and_column_and_the_rest_comes_in(
    tmp_path: Path, column: str, value: str, code: str
) -> None:
    folder = write_folder(tmp_path, table_text(row(id="1"), row(id="2") | {column: value}, row(id="3")))
    assert problems(folder) == [(3, column, code)]
    assert ids(folder) == ["1", "3"]


def test_an_id_there_twice_is_named_where_it_comes_again(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, table_text(row(id="1"), row(id="2"), row(id=" 1 ", last_name="Kim")))
    assert problems(folder) == [(4, "id", "id-repeated")]
    assert ids(folder) == ["1", "2"]


@pytest.mark.parametrize(
    ("told", "kept"),
    (
        ("{{7*7}}", "{{7*7}}"),
        ("<b>Weiß</b>", "<b>Weiß</b>"),
        ("=1+1", "=1+1"),
        ("Weiß\r\nBcc: x", "Weiß Bcc: x"),
        ("We\x00i\x1b[31mß", "We i [31mß"),
        ("\u202eßieW\u202c \u2066x\u2069\u200f", "ßieW x"),
        ("Weiss\u0308", "Weiss\u0308"),
        ("Mu\u0308ller", "Müller"),
        ("x" * 300, "x" * 200),
        ("   ", ""),
        ("  van   der  Berg ", "van der Berg"),
        ("علي بن\u200cخالد", "علي بن\u200cخالد"),
        ("O'Neil \N{GRINNING FACE}", "O'Neil \N{GRINNING FACE}"),
    ),
)
def test_hostile_names_travel_harmless(tmp_path: Path, told: str, kept: str) -> None:
    changed = row(title=told, first_name=told, last_name=told)
    person = only_applicant(write_folder(tmp_path, table_text(changed))).person
    assert (person.title, person.first_name, person.last_name) == (kept, kept, kept)


@pytest.mark.parametrize(
    ("word", "meaning"),
    (
        *((word, Salutation.WOMAN) for word in ("Frau", "FRAU", "w", "Ms.", "Mrs", "woman", "female", "weiblich", "F")),
        *((word, Salutation.MAN) for word in ("Herr", " herr ", "m", "Mr.", "man", "male", "männlich")),
        *((word, Salutation.UNKNOWN) for word in ("", "d", "divers", "Mx", "-", "keine")),
    ),
)
def test_salutations_are_understood_in_both_languages(tmp_path: Path, word: str, meaning: Salutation) -> None:
    assert only_applicant(write_folder(tmp_path, table_text(row(salutation=word)))).person.salutation is meaning


@pytest.mark.parametrize(
    ("word", "meaning"),
    (
        *((word, Language.DE) for word in ("", "de", "DE", "Deutsch", "German", "de_AT", "de-CH")),
        *((word, Language.EN) for word in ("en", "English", "Englisch", "en-GB", "EN_us")),
    ),
)
def test_languages_are_understood_in_both_languages(tmp_path: Path, word: str, meaning: Language) -> None:
    assert only_applicant(write_folder(tmp_path, table_text(row(language=word)))).person.language is meaning


@pytest.mark.parametrize(
    ("told", "kept"),
    (
        ("Petra.Weiss@Example.ORG", "Petra.Weiss@example.org"),
        (" petra+cv@example.org ", "petra+cv@example.org"),
        ("petra@sub.my-example.org", "petra@sub.my-example.org"),
        ("petra@münchen.example.org", "petra@xn--mnchen-3ya.example.org"),
        ("o'neil@example.org", "o'neil@example.org"),
    ),
)
def test_good_addresses_come_in(tmp_path: Path, told: str, kept: str) -> None:
    assert only_applicant(write_folder(tmp_path, table_text(row(email=told)))).person.email == kept


@pytest.mark.parametrize("address", ("203.0.113.7", "2001:db8::7", ""))
def test_ip_addresses_stay_as_recorded(tmp_path: Path, address: str) -> None:
    assert only_applicant(write_folder(tmp_path, table_text(row(ip_address=address)))).opt_in.ip_address == address
