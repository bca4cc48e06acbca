"""A message is safe in every header, and its text comes back as it was."""

from __future__ import annotations

import email
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.errors import Misconfigured, Refused
from reviewer.mail.message import Message, make_message, make_message_id
from tests.desks import text_of
from tests.mail.builders import NOW, SENDER, a_letter

HEADERS = ["From", "To", "Subject", "Date", "Message-ID"]
HEADERS += ["MIME-Version", "Content-Type", "Content-Language"]


def read_back(message: Message) -> EmailMessage:
    return email.message_from_bytes(message.content, _class=EmailMessage, policy=policy.default)


def test_a_letter_becomes_one_plain_message() -> None:
    letter = a_letter(recipient_name="Petra Weiß", subject="Über Ihren Lebenslauf")
    message = read_back(make_message(letter, SENDER, NOW))
    assert message.keys() == HEADERS
    assert message["From"].addresses == (Address("Maria Brandt", "office", "example.com"),)
    assert message["To"].addresses == (Address("Petra Weiß", "petra.weiss", "example.org"),)
    assert message["Subject"] == "Über Ihren Lebenslauf"
    assert message["Date"].datetime == NOW
    assert message["Message-ID"] == f"<{letter.id}@example.com>"
    assert message["Content-Language"] == "de"
    assert [(part.get_content_type(), part["Content-Language"]) for part in message.iter_parts()] == [
        ("text/plain", "de"),
        ("text/html", "de"),
    ]
    assert {part.get_content_charset() for part in message.iter_parts()} == {"utf-8"}
    assert text_of(message) == letter.body + "\n"


def test_the_bytes_are_fit_for_every_mail_server() -> None:
    letter = a_letter(body="Sehr geehrte Frau Weiß,\n\n" + "Ångström … " * 400 + "\n.\n..\nFrom hier\n\nGruß  ")
    content = make_message(letter, SENDER, NOW).content
    assert content.isascii()
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t"), min_size=1, max_size=300),
)
def test_any_text_comes_back_as_it_was(body: str) -> None:
    letter = a_letter(body=body)
    assert text_of(read_back(make_message(letter, SENDER, NOW))).rstrip("\n") == body.rstrip("\n")


@given(st.text(max_size=400), st.text(max_size=400))
def test_no_name_or_subject_adds_a_header_or_a_recipient(name: str, subject: str) -> None:
    message = read_back(make_message(a_letter(recipient_name=name, subject=subject), SENDER, NOW))
    assert message.keys() == HEADERS
    assert [address.addr_spec for address in message["To"].addresses] == ["petra.weiss@example.org"]


@pytest.mark.parametrize(
    "name",
    [
        "{{7*7}}",
        "<b>Kim</b>",
        'Weiß, "Petra" <x>',
        "Weiß, Petra",
        'Petra "Pit" Weiß',
        "a@example.net, b@example.net",
        "W" * 290,
        "Maximiliane-Katharina Müller-Lüdenscheidt",
        "Petra\\",
        "",
    ],
)
def test_a_hostile_name_comes_back_as_it_was(name: str) -> None:
    message = read_back(make_message(a_letter(recipient_name=name), SENDER, NOW))
    assert [address.addr_spec for address in message["To"].addresses] == ["petra.weiss@example.org"]
    assert message["To"].addresses[0].display_name == name


def test_a_long_name_outside_ascii_is_cut_to_one_encoded_word() -> None:
    message = read_back(make_message(a_letter(recipient_name="Weiß " * 60), SENDER, NOW))
    assert message["To"].addresses[0].display_name == "Weiß Weiß Weiß Weiß Weiß Wei…"


@pytest.mark.parametrize("subject", ["Ä" * 200, "Über " * 40 + "Ende", "a" * 200, "{{7*7}} <b>"])
def test_a_long_subject_comes_back_as_it_was(subject: str) -> None:
    message = read_back(make_message(a_letter(subject=subject), SENDER, NOW))
    assert message["Subject"] == subject


def test_what_looks_encoded_is_not_decoded() -> None:
    letter = a_letter(recipient_name="=?utf-8?q?Kim?=", subject="=?utf-8?q?Bcc=3A?=")
    message = read_back(make_message(letter, SENDER, NOW))
    assert message["To"].addresses[0].display_name == "= ?utf-8?q?Kim?="
    assert message["Subject"] == "= ?utf-8?q?Bcc=3A?="


def test_line_breaks_and_direction_marks_in_a_name_are_taken_out() -> None:
    letter = a_letter(recipient_name="Petra\r\nBcc: x@example.net\u202e Weiß", subject="Eins\nZwei")
    message = read_back(make_message(letter, SENDER, NOW))
    assert message["To"].addresses[0].display_name == "Petra Bcc: x@example.net Weiß"
    assert message["Subject"] == "Eins Zwei"
    assert message["Bcc"] is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "petra",
        "@example.org",
        "petra@",
        "petra@example",
        "a@example.org, b@example.org",
        "a@example.org;b@example.org",
        "<petra@example.org>",
        "Petra <petra@example.org>",
        "petra@exam ple.org",
        "petra@example.org\nBcc: x@example.net",
        "pétra@example.org",
        '"petra weiß"@example.org',
        "petra..w@example.org",
        ".petra@example.org",
        "petra@-example.org",
        "petra@example..org",
        "petra@[192.0.2.1]",
        "p" * 65 + "@example.org",
        "petra@" + "a." * 130 + "org",
    ],
)
def test_an_address_that_is_not_plain_is_refused(address: str) -> None:
    with pytest.raises(Refused, match=r"^address-not-plain$"):
        make_message(a_letter(recipient=address), SENDER, NOW)


def test_a_domain_with_umlauts_is_written_as_the_mail_system_knows_it() -> None:
    message = read_back(make_message(a_letter(recipient="petra@straße.example.org"), SENDER, NOW))
    assert message["To"].addresses[0].domain == "xn--strae-oqa.example.org"


@pytest.mark.parametrize(
    ("sender", "name"),
    [("office@example.com", ""), ('"Büro, Prüfung" <office@example.com>', "Büro, Prüfung"), (SENDER, "Maria Brandt")],
)
def test_a_sender_may_have_a_name(sender: str, name: str) -> None:
    message = read_back(make_message(a_letter(), sender, NOW))
    assert message["From"].addresses == (Address(name, "office", "example.com"),)


@pytest.mark.parametrize("sender", ["", "office", "a@example.com, b@example.com", "a@example.com\nBcc: b@example.net"])
def test_a_sender_that_is_not_plain_is_said(sender: str) -> None:
    with pytest.raises(Misconfigured, match=r"^sender-not-plain$"):
        make_message(a_letter(), sender, NOW)


def test_a_letters_message_id_never_changes() -> None:
    letter = a_letter()
    first = make_message(letter, SENDER, NOW).id
    assert first == make_message_id(letter.id, "office@example.com")


def test_an_id_that_is_not_plain_is_refused() -> None:
    with pytest.raises(Refused, match=r"^letter-id-not-plain$"):
        make_message(a_letter(id="a> \nBcc: x"), SENDER, NOW)
