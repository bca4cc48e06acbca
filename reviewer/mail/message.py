"""Makes the message that leaves: safe headers, one recipient, the approved text as it is, and what goes along."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.utils import format_datetime
from urllib.parse import quote

from reviewer.domain.ids import LetterId
from reviewer.domain.letter import Letter
from reviewer.errors import Misconfigured, Refused
from reviewer.mail import mime
from reviewer.mail.html_part import make_html
from reviewer.mail.plain_text import single_line

LONGEST_HEADER = 300
LONGEST_ENCODED = 62
"""Characters that an encoded word of at most 75 leaves for the text itself."""
MOST_REFERENCES = 20
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,320}>")
_LETTER_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LOCAL_PART = re.compile(r"(?=.{1,64}\Z)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"(?=.{1,253}\Z)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}|localhost")
_SENDER = re.compile(r'\s*(?:"?(?P<name>[^<>"]*?)"?\s*<\s*(?P<address>[^<>\s]+)\s*>|(?P<bare>[^<>\s]+))\s*')
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """One file that goes along, as a PDF under a plain name."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Along:
    """What a letter is sent with: the Message-IDs of the letters it follows, oldest first, and the files."""

    earlier: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A letter as it leaves: from which address to which, under which Message-ID, and every byte of it."""

    sender: str
    recipient: str
    id: str
    content: bytes


def make_message(
    letter: Letter,
    sender: str,
    now: datetime,
    along: Along | None = None,
    *,
    reply_to: str = "",
    titles: tuple[str, ...] = (),
) -> Message:
    """The letter as of now (aware), as plain text and the same in HTML, with its files.

    sender and reply_to are "Name <address>" or an address; reply_to may be empty. titles are the checklist's, which
    stand out where a paragraph begins with one.

    Refused("address-not-plain") when the recipient is not one plain address, Misconfigured("sender-not-plain") when
    the sender or the address for replies is not. Nothing in name, subject or text can add a header or a recipient.
    """
    along = along or Along()
    own, recipient, id = make_sender(sender), _recipient(letter), make_message_id(letter.id, sender)
    head = [mime.address_header("From", own), mime.address_header("To", recipient)]
    if reply_to:
        head.append(mime.address_header("Reply-To", make_sender(reply_to)))
    head += [
        mime.text_header("Subject", _header_text(letter.subject)),
        f"Date: {format_datetime(now)}{mime.CRLF}",
        mime.ids_header("Message-ID", [id]),
    ]
    earlier = [one for one in along.earlier if _MESSAGE_ID.fullmatch(one)]
    if earlier:
        head.append(mime.ids_header("In-Reply-To", earlier[-1:]))
        head.append(mime.ids_header("References", earlier[-MOST_REFERENCES:]))
    head.append(f"MIME-Version: 1.0{mime.CRLF}")
    content = "".join(head).encode("ascii") + _body(letter, along.enclosures, titles)
    return Message(sender=own.addr_spec, recipient=recipient.addr_spec, id=id, content=content)


def _body(letter: Letter, enclosures: tuple[Enclosure, ...], titles: tuple[str, ...]) -> bytes:
    """The text, the same in HTML, and the files; told apart by what no encoded text contains."""
    language = letter.language.value
    text = _CONTROLS.sub(" ", letter.body.replace("\r\n", "\n").replace("\r", "\n"))
    html = make_html(_header_text(letter.subject), text, letter.language, titles)
    texts = [mime.text_part("plain", text, language), mime.text_part("html", html, language)]
    spoken, boundary = f"Content-Language: {language}{mime.CRLF}", f"=_{letter.id}_text"
    if not enclosures:
        return mime.multipart("alternative", boundary, texts, header=spoken)
    files = [mime.pdf_part(enclosure.name, enclosure.content) for enclosure in enclosures]
    whole = [mime.multipart("alternative", boundary, texts), *files]
    return mime.multipart("mixed", f"=_{letter.id}_parts", whole, header=spoken)


def make_message_id(letter: LetterId, sender: str) -> str:
    """The Message-ID of a letter: always the same, so that a copy is known as one."""
    if not _LETTER_ID.fullmatch(letter):
        raise Refused("letter-id-not-plain")
    return f"<{letter}@{make_sender(sender).domain}>"


def make_sender(sender: str) -> Address:
    """The sender's address; Misconfigured when it is not one plain address with or without a name."""
    found = _SENDER.fullmatch(sender)
    if found is None or _CONTROLS.search(sender):
        raise Misconfigured("sender-not-plain")
    address = _plain_address(found["address"] or found["bare"], found["name"] or "")
    if address is None:
        raise Misconfigured("sender-not-plain")
    return address


def _recipient(letter: Letter) -> Address:
    address = _plain_address(letter.recipient, _display_name(letter.recipient_name))
    if address is None:
        raise Refused("address-not-plain")
    return address


def _header_text(untrusted_text: str) -> str:
    """One line that no reader takes for an encoded word (RFC 2047) which it is not."""
    return single_line(untrusted_text.replace("=?", "= ?"), LONGEST_HEADER)


def _display_name(untrusted_name: str) -> str:
    """The name as it stands beside an address; one outside ASCII is cut to what a single encoded word holds.

    Python's reader, and others, put a space between two encoded words of a name.
    """
    name = _header_text(untrusted_name)
    while not name.isascii() and len(quote(name, safe=" ")) > LONGEST_ENCODED:
        name = single_line(name, len(name) - 1)
    return name


def _plain_address(untrusted_address: str, name: str) -> Address | None:
    local, _, domain = untrusted_address.rpartition("@")
    ascii_domain = _ascii_domain(domain)
    if not _LOCAL_PART.fullmatch(local) or not _DOMAIN.fullmatch(ascii_domain):
        return None
    return Address(display_name=name, username=local, domain=ascii_domain)


def _ascii_domain(domain: str) -> str:
    """The domain as the mail system knows it (IDNA 2008); empty when there is none."""
    if domain.isascii():
        return domain
    import idna

    try:
        return idna.encode(domain, uts46=True).decode("ascii")
    except idna.IDNAError:
        return ""
