"""The house's mail as its settings say: checklist, rendered letters, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from resources import DIRECTORY
from reviewer.domain.applicant import Applicant
from reviewer.domain.checklist import Checklist, read_checklist
from reviewer.domain.findings import Findings
from reviewer.domain.ids import LetterId
from reviewer.domain.letter import (
    Attachment,
    AttachmentKind,
    Language,
    Letter,
    LetterState,
    RenderedLetter,
    Template,
)
from reviewer.domain.template_texts import PARTIALS, HouseTexts, TextKey, paragraph_key, write_versions
from reviewer.errors import Misconfigured, Unavailable
from reviewer.mail.message import Along, Message, make_message, make_sender
from reviewer.mail.sign_in import SignIn, mailbox_of, signs_in
from reviewer.mail.transport import Session, Transport
from reviewer.paths import Home
from reviewer.secrets import Secrets
from reviewer.settings import Settings

SENDER_WITHOUT_SETTING = "reviewer@localhost"
"""Used for letters into a folder only; a mail server wants a real one."""
_WISHES: Mapping[AttachmentKind, str] = {
    AttachmentKind.ANNOTATED_CV: "mail.attach_cv",
    AttachmentKind.GUIDE: "mail.attach_guide",
}
_TEST_LETTER = {
    Language.DE: ("Testbrief", "Guten Tag,\n\ndieser Brief zeigt, dass der Versand funktioniert."),
    Language.EN: ("Test letter", "Hello,\n\nthis letter shows that sending works."),
}


def load_checklist() -> Checklist:
    """The house's checklist."""
    return read_checklist((DIRECTORY / "checklists" / "default.toml").read_text(encoding="utf-8"))


def sender_of(settings: Settings) -> str:
    """Who letters come from; Misconfigured when a mail server is to be used and nobody is named."""
    sender = settings.text("mail.sender")
    if not sender:
        if settings.text("mail.transport") == "smtp":
            raise Misconfigured("sender-missing")
        return SENDER_WITHOUT_SETTING
    make_sender(sender)
    return sender


def render_for(
    applicant: Applicant,
    checklist: Checklist,
    template: Template,
    today: date,
    answer_by: date | None,
    settings: Settings,
    findings: Findings | None = None,
    texts: HouseTexts | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> RenderedLetter:
    """The letter to an applicant as they stand, in their language, signed by the reviewer, with the texts' versions."""
    from reviewer.mail.templates import render
    from reviewer.mail.values import letter_values

    language, house = applicant.person.language, texts or HouseTexts()
    values = letter_values(
        applicant,
        house.amend(checklist),
        template,
        language,
        today=today,
        answer_by=answer_by,
        sender_name=signature_of(settings),
        findings=findings,
        attachments=attachments,
    )
    used = [paragraph_key(point.key, point.rung, language) for point in values.lacking if point.rung]
    parts = [*used, TextKey(name=PARTIALS, language=language)]
    return replace(
        render(template, language, values, house),
        attachments=attachments,
        template_version=house.version(TextKey(name=template.value, language=language)),
        part_versions=write_versions((part.name, house.version(part)) for part in parts),
    )


def signature_of(settings: Settings) -> str:
    """Whose name stands below a letter."""
    return settings.text("reviewer.name") or make_sender(sender_of_or_default(settings)).display_name


def sender_of_or_default(settings: Settings) -> str:
    """The sender, or the folder's stand-in while none is set."""
    return settings.text("mail.sender") or SENDER_WITHOUT_SETTING


def gaps_of(letter: Letter, applicant: Applicant) -> tuple[str, ...]:
    """What is incomplete in a letter about to be sent, as codes."""
    from reviewer.mail.templates import gaps
    from reviewer.mail.values import own_words

    return gaps(RenderedLetter(subject=letter.subject, body=letter.body), own_words(applicant))


def make_for(
    letter: Letter, settings: Settings, now: datetime, along: Along | None = None, checklist: Checklist | None = None
) -> Message:
    """The message that leaves; Refused when the recipient's address is not plain."""
    titles = () if checklist is None else tuple(one.texts[letter.language].title for one in checklist.criteria)
    reply_to = settings.text("mail.reply_to")
    return make_message(letter, sender_of(settings), now, along, reply_to=reply_to, titles=titles)


def wanted_attachments(settings: Settings) -> frozenset[AttachmentKind]:
    """What goes along with feedback unless a person says otherwise."""
    return frozenset(kind for kind in AttachmentKind if settings.text(_WISHES[kind]) == "yes")


def read_guide(language: Language) -> bytes:
    """The house's guide to a good CV, as a PDF of one page."""
    return (DIRECTORY / "guides" / f"guide-{language.value}.pdf").read_bytes()


def mention(kinds: Collection[AttachmentKind], language: Language, texts: HouseTexts) -> str:
    """The sentence in which a letter names what goes along; empty for nothing."""
    from reviewer.mail.templates import render_mention

    return render_mention([kind.value for kind in AttachmentKind if kind in kinds], language, texts)


def make_transport(settings: Settings, home: Home, secrets: Secrets, clock: Callable[[], datetime]) -> Transport:
    """The transport the settings name; Misconfigured when they are incomplete."""
    sender_of(settings)
    if settings.text("mail.transport") == "folder":
        from reviewer.mail.folder import FolderTransport

        return FolderTransport(folder=mail_folder(settings, home))
    from reviewer.mail.smtp import SmtpTransport
    from reviewer.mail.smtp_connection import MailServer, Security
    from reviewer.mail.smtp_login import PasswordLogin, TokenLogin

    if not settings.text("smtp.host"):
        raise Misconfigured("smtp-host-missing")
    by_token, ca_file = signs_in(settings), settings.text("smtp.ca_file")
    user = mailbox_of(settings) if by_token else settings.text("smtp.user")
    server = MailServer(
        host=settings.text("smtp.host"),
        port=settings.number("smtp.port"),
        security=Security(settings.text("smtp.security")),
        user=user,
        ca_file=Path(ca_file) if ca_file else None,
    )
    if by_token:
        return SmtpTransport(server, TokenLogin(SignIn(settings, secrets, clock)))
    return SmtpTransport(server, PasswordLogin(lambda: secrets.find_password(user)))


def connect(
    settings: Settings, home: Home, secrets: Secrets, clock: Callable[[], datetime]
) -> AbstractContextManager[Session]:
    """Open the way out."""
    return make_transport(settings, home, secrets, clock).connect()


def mail_folder(settings: Settings, home: Home) -> Path:
    """Where letters are written when they leave by folder."""
    named = settings.text("mail.folder")
    return Path(named).expanduser() if named else home.outgoing


def forget_written(letters: Sequence[LetterId], settings: Settings, home: Home) -> int:
    """Delete the files of an erased person's letters, half-written ones too; gives how many there were.

    Unavailable when one cannot be deleted now.
    """
    from reviewer.mail.folder import letter_files

    folder = mail_folder(settings, home)
    found = [file for letter in letters for file in letter_files(folder, letter) if file.is_file()]
    try:
        for file in found:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise Unavailable("letter-file-not-deleted", errno=error.errno or 0) from None
    return len(found)


def send_test(settings: Settings, home: Home, secrets: Secrets, now: datetime, language: Language) -> str:
    """Send a letter to the sender's own address; gives the address. The error says what failed."""
    address = make_sender(sender_of(settings))
    subject, body = _TEST_LETTER[language]
    letter = Letter(
        id=LetterId(uuid4().hex),
        template=Template.ACCEPTANCE,
        language=language,
        round=0,
        recipient=address.addr_spec,
        recipient_name=address.display_name,
        subject=subject,
        body=body,
        state=LetterState.SENDING,
        not_before=now,
        created_at=now,
        created_by="",
    )
    with connect(settings, home, secrets, lambda: now) as session:
        session.send(letter.id, make_for(letter, settings, now))
    return address.addr_spec
