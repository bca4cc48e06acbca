"""Headers that keep letters together, the address for answers, and what goes along."""

from __future__ import annotations

import email
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage

import pytest

from reviewer.errors import Misconfigured, Refused
from reviewer.mail.message import MOST_REFERENCES, Along, Enclosure, make_message
from reviewer.settings import check
from tests.desks import text_of
from tests.mail.builders import NOW, SENDER, a_letter

LONG = "<" + "5f" * 16 + "@" + "a-long-part." * 9 + "example.org>"
SHORT = "<one@example.com>"
FILE = Enclosure(name="Lebenslauf_mit_Anmerkungen.pdf", content=bytes(range(256)) * 300)


def arrived(along: Along, *, sender: str = SENDER, reply_to: str = "") -> EmailMessage:
    content = make_message(a_letter(), sender, NOW, along, reply_to=reply_to).content
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))
    assert content.isascii()
    return email.message_from_bytes(content, _class=EmailMessage, policy=policy.default)


def test_a_letter_refers_to_the_ones_before_it_and_answers_the_last() -> None:
    message = arrived(Along(earlier=(SHORT, LONG)))
    assert message["In-Reply-To"] == LONG
    assert message["References"].split() == [SHORT, LONG]


def test_the_first_letter_refers_to_nothing_and_no_letter_calls_itself_automatic() -> None:
    message = arrived(Along())
    for name in ("In-Reply-To", "References", "Reply-To", "Auto-Submitted", "Precedence", "X-Auto-Response-Suppress"):
        assert message[name] is None


def test_a_long_message_id_is_neither_torn_nor_encoded() -> None:
    sender = "office@" + "a-long-part." * 9 + "example.org"
    assert arrived(Along(), sender=sender)["Message-ID"] == f"<{a_letter().id}@{'a-long-part.' * 9}example.org>"


def test_references_are_bounded_and_only_message_ids() -> None:
    many = tuple(f"<{number}@example.com>" for number in range(60))
    message = arrived(Along(earlier=(*many, "<x@example.com>\r\nBcc: y@example.net", "no id")))
    assert message["Bcc"] is None
    assert message["References"].split() == list(many[-MOST_REFERENCES:])


def test_answers_go_where_the_house_wants_them() -> None:
    message = arrived(Along(), reply_to="Büro, Prüfung <answers@example.com>")
    assert message["Reply-To"].addresses == (Address("Büro, Prüfung", "answers", "example.com"),)
    with pytest.raises(Misconfigured, match="sender-not-plain"):
        arrived(Along(), reply_to="a@example.com, b@example.com")


@pytest.mark.parametrize(
    "wrong", ["answers", "a@b@c", "a@example.com, b@example.com", "<a@example.com", "x y@example.com"]
)
def test_an_address_for_answers_that_is_none_is_refused_when_it_is_set(wrong: str) -> None:
    with pytest.raises(Refused, match="setting-not-an-address"):
        check("mail.reply_to", wrong)


@pytest.mark.parametrize("right", ["", "a@example.com", "Büro <a@example.com>", '"Büro, Prüfung" <a@example.com>'])
def test_an_address_for_answers_may_have_a_name_or_be_none(right: str) -> None:
    assert check("mail.reply_to", right) == right


def test_files_come_back_byte_for_byte_beside_the_text() -> None:
    message = arrived(Along(enclosures=(FILE, Enclosure(name="CV_guide.pdf", content=b"%PDF-1.7\r\n.\r\nFrom x"))))
    assert message.get_content_type() == "multipart/mixed"
    files = list(message.iter_attachments())
    assert [part.get_filename() for part in files] == [FILE.name, "CV_guide.pdf"]
    assert [part.get_content() for part in files] == [FILE.content, b"%PDF-1.7\r\n.\r\nFrom x"]
    assert {part.get_content_type() for part in files} == {"application/pdf"}
    assert text_of(message) == a_letter().body + "\n"


def test_the_same_letter_is_the_same_bytes() -> None:
    one, other = (make_message(a_letter(), SENDER, NOW, Along(enclosures=(FILE,))).content for _ in range(2))
    assert one == other
