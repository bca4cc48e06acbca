"""Two readers that share no code find the same letter, byte for byte, in what the server and the folder got."""

from __future__ import annotations

import email
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import uuid4

import letter_samples
import pytest
from fast_mail_parser import parse_email
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewer.domain.letter import Language, Letter, Template
from reviewer.domain.letter_text import plain_line, plain_paragraphs
from reviewer.mail.folder import FolderTransport
from reviewer.mail.house import read_guide
from reviewer.mail.message import LONGEST_HEADER, Along, Enclosure, make_message
from reviewer.mail.plain_text import single_line
from reviewer.mail.smtp import SmtpTransport
from reviewer.mail.smtp_connection import MailServer, Security
from reviewer.mail.smtp_login import PasswordLogin
from reviewer.mail.transport import Session
from tests.desks import text_of
from tests.mail.builders import NOW, SENDER, a_letter
from tests.mail.test_html_part import Page
from tests.smtp_servers import SmtpServer

FILES = (
    Enclosure(name="Lebenslauf_mit_Anmerkungen.pdf", content=b"%PDF-1.7\r\n.\r\n\nFrom here\r\n\x00\xff" * 90),
    Enclosure(name="Leitfaden_Lebenslauf.pdf", content=read_guide(Language.DE)),
)
EARLIER = ("<first@example.com>", "<second@" + "a-long-part." * 9 + "example.org>")
ALONG = Along(earlier=EARLIER, enclosures=FILES)
WORDS = ["Grüße an Müller", "日本語の件名", "🎉 Glück", "W" * 1200, "Über " * 60, "=?utf-8?q?Bcc=3A?=", "a, b; <c@d>"]
LINES = [".", "..", ".Punkt", "From hier", ">From dort", "Raum  ", "\tEingerückt", "ä" * 1500, "日本語" * 90, "🎉", ""]
ANY = st.characters(exclude_categories=["Cs"])
NAMES = st.text(ANY, max_size=120) | st.sampled_from(WORDS)
BODIES = st.tuples(
    st.lists(st.sampled_from(LINES) | st.text(ANY, max_size=80), min_size=1, max_size=8),
    st.sampled_from(["\n", "\r\n", "\r"]),
).map(lambda drawn: drawn[1].join(drawn[0]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a reader finds in a message."""

    name: str
    address: str
    subject: str
    text: str
    html_words: list[str]
    message_id: str
    in_reply_to: str
    references: list[str]
    language: str
    files: list[tuple[str, bytes]]


def by_python(content: bytes) -> Read:
    message = email.message_from_bytes(content, _class=EmailMessage, policy=policy.default)
    assert message.defects == []
    (to,) = message["To"].addresses
    html = message.get_body(("html",))
    assert html is not None
    return Read(
        name=to.display_name,
        address=to.addr_spec,
        subject=message["Subject"],
        text=text_of(message),
        html_words=Page(html.get_content()).words.split(),
        message_id=message["Message-ID"],
        in_reply_to=message["In-Reply-To"],
        references=message["References"].split(),
        language=message["Content-Language"],
        files=[(str(part.get_filename()), part.get_content()) for part in message.iter_attachments()],
    )


def by_another(content: bytes) -> Read:
    message: Any = parse_email(content)
    (to,) = message.to
    return Read(
        name=to.display_name or "",
        address=to.address,
        subject=message.subject,
        text="".join(message.text_plain).replace("\r\n", "\n"),
        html_words=Page("".join(message.text_html)).words.split(),
        message_id=message.headers["Message-ID"][0],
        in_reply_to=message.headers["In-Reply-To"][0],
        references=message.headers["References"][0].split(),
        language=message.headers["Content-Language"][0],
        files=[(one.filename, bytes(one.content)) for one in message.attachments],
    )


class Post:
    """The folder and a mail server, open for the whole module; each letter goes through both."""

    def __init__(self, server: SmtpServer, folder: Path, sessions: tuple[Session, Session]) -> None:
        self._server = server
        self._folder = folder
        self._sessions = sessions

    def carry(self, letter: Letter) -> list[bytes]:
        message = make_message(letter, SENDER, NOW, ALONG)
        for session in self._sessions:
            session.send(letter.id, message)
        return [(self._folder / f"{letter.id}.eml").read_bytes(), self._server.messages[-1].raw]


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    folder = tmp_path_factory.mktemp("letters")
    with ExitStack() as stack:
        server = stack.enter_context(SmtpServer(security="none", user="", password=""))
        way = MailServer(host=server.host, port=server.port, security=Security.NONE, user="", ca_file=None)
        over_the_wire = stack.enter_context(SmtpTransport(way, PasswordLogin(lambda: "")).connect())
        into_the_folder = stack.enter_context(FolderTransport(folder=folder).connect())
        yield Post(server, folder, (into_the_folder, over_the_wire))


def check(letter: Letter, post: Post) -> None:
    for content in post.carry(letter):
        found = by_python(content)
        assert found == by_another(content)
        assert (found.subject, found.text) == (letter.subject, letter.body + "\n")
        assert (found.address, found.language) == (letter.recipient, letter.language.value)
        assert (found.in_reply_to, found.references) == (EARLIER[-1], list(EARLIER))
        assert found.files == [(file.name, file.content) for file in FILES]
        assert found.html_words == letter.body.split()


@pytest.mark.parametrize("language", Language)
def test_every_letter_of_every_template_comes_back_byte_for_byte(language: Language, post: Post) -> None:
    for template in Template:
        for case in letter_samples.cases_of(template):
            rendered = letter_samples.write(template, language, case)
            letter = a_letter(id=uuid4().hex, subject=rendered.subject, body=rendered.body, template=template)
            check(replace(letter, language=language), post)


@settings(max_examples=60, deadline=None)
@given(name=NAMES, subject=NAMES, body=BODIES)
@example(name="Weiß, Petra", subject="Ihr Lebenslauf", body="Guten Tag,\r\n.\r\nFrom hier \r\n\r\n..\r\nGruß")
@example(name="{{7*7}}", subject="<b>", body="</p><script>\n\n{{ 7*7 }} &amp;")
@example(name="Kim\r\nBcc: x@example.net", subject="a\nb", body="x\x00y\x0bz\u2028w")
def test_any_name_subject_and_text_come_back_as_they_were_approved(
    post: Post, name: str, subject: str, body: str
) -> None:
    approved = plain_paragraphs(body)
    letter = a_letter(id=uuid4().hex, recipient_name=name, subject=plain_line(subject), body=approved)
    for content in post.carry(letter):
        found, other = by_python(content), by_another(content)
        assert (found.text, found.address, found.files) == (other.text, other.address, other.files)
        assert found.text == approved + "\n"
        assert found.address == letter.recipient
        assert found.files == [(file.name, file.content) for file in FILES]
        assert found.subject == other.subject == single_line(letter.subject.replace("=?", "= ?"), LONGEST_HEADER)
        assert b"\r\nBcc:" not in content
