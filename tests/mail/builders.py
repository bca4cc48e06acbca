"""Applicants, letters and transports as the mail tests need them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from resources import DIRECTORY
from reviewer.domain.applicant import (
    Answer,
    Applicant,
    CriterionAnswer,
    Document,
    Evidence,
    OptIn,
    Person,
    Salutation,
    State,
)
from reviewer.domain.checklist import Checklist, read_checklist
from reviewer.domain.findings import Findings
from reviewer.domain.ids import ApplicantId, ApplicantKey, CriterionKey, DocumentId, EvidenceId, LetterId
from reviewer.domain.letter import Language, Letter, LetterState, RenderedLetter, Template
from reviewer.mail.templates import render
from reviewer.mail.values import letter_values

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
SENDER = "Maria Brandt <office@example.com>"
CHECKLIST_SOURCE = (DIRECTORY / "checklists" / "default.toml").read_text(encoding="utf-8")
CHECKLIST: Checklist = read_checklist(CHECKLIST_SOURCE)


def a_person(
    *,
    salutation: Salutation = Salutation.WOMAN,
    title: str = "Dr.",
    first_name: str = "Petra",
    last_name: str = "Weiß",
    language: Language = Language.DE,
) -> Person:
    return Person(
        salutation=salutation,
        title=title,
        first_name=first_name,
        last_name=last_name,
        email="petra.weiss@example.org",
        language=language,
    )


def a_place(page: int, quote: str, document: str = "cv") -> Evidence:
    return Evidence(
        id=EvidenceId(f"{document}-{page}-{quote}"),
        document=DocumentId(document),
        page=page,
        rect=(0.0, 0.0, 10.0, 10.0),
        quote=quote,
    )


def lacking(key: str, *evidence: Evidence, round: int = 1) -> CriterionAnswer:
    return CriterionAnswer(round=round, criterion=CriterionKey(key), answer=Answer.LACKING, evidence=evidence)


def a_document(name: str, *, position: int = 0, version: int = 1, added_at: datetime = NOW) -> Document:
    return Document(
        id=DocumentId(name if position else "cv" if version == 1 else f"cv-{version}"),
        position=position,
        version=version,
        name=name,
        sha256="0" * 64,
        size_bytes=1,
        added_at=added_at,
    )


def an_applicant(
    *answers: CriterionAnswer,
    person: Person | None = None,
    letters: Sequence[Letter] = (),
    documents: Sequence[Document] = (),
    state: State = State.PENDING,
    round: int = 1,
) -> Applicant:
    return Applicant(
        key=ApplicantKey("k" * 32),
        id=ApplicantId("9999"),
        person=person or a_person(),
        opt_in=OptIn(registered_at=NOW, confirmed_at=NOW, ip_address="192.0.2.7", terms_version="3"),
        state=state,
        round=round,
        waiting_since=NOW,
        documents=tuple(documents),
        answers=answers,
        letters=tuple(letters),
    )


def a_letter(
    *,
    id: str = "5f" * 16,
    recipient: str = "petra.weiss@example.org",
    recipient_name: str = "Petra Weiß",
    subject: str = "Ihr Lebenslauf: was bis zur Freigabe noch fehlt",
    body: str = "Sehr geehrte Frau Dr. Weiß,\n\nIhre Daten wurden gelöscht.\n\nMit freundlichem Gruß\nMaria Brandt",
    template: Template = Template.FEEDBACK_1,
    state: LetterState = LetterState.QUEUED,
    sent_at: datetime | None = None,
) -> Letter:
    return Letter(
        id=LetterId(id),
        template=template,
        language=Language.DE,
        round=1,
        recipient=recipient,
        recipient_name=recipient_name,
        subject=subject,
        body=body,
        state=state,
        not_before=NOW,
        created_at=NOW,
        created_by="Maria Brandt",
        sent_at=sent_at,
    )


def rendered(
    applicant: Applicant,
    template: Template,
    language: Language = Language.DE,
    findings: Findings | None = None,
) -> RenderedLetter:
    values = letter_values(
        applicant,
        CHECKLIST,
        template,
        language,
        today=date(2026, 11, 20),
        answer_by=date(2026, 12, 4),
        sender_name="Maria Brandt",
        findings=findings,
    )
    return render(template, language, values)
