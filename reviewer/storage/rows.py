"""One applicant as rows and back: which column holds which field."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reviewer.domain.applicant import (
    Answer,
    Applicant,
    CriterionAnswer,
    Decision,
    DecisionKind,
    Document,
    Evidence,
    Note,
    OptIn,
    Person,
    Reply,
    Salutation,
    SeenProposal,
    Sleep,
    State,
)
from reviewer.domain.codec import from_plain, to_plain
from reviewer.domain.letter import Attachment, Draft, Language, Letter, LetterState, Template
from reviewer.domain.letter_rules import in_order
from reviewer.domain.objections import Objection


def _plain(value: object) -> str | None:
    return None if value is None else json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))


def applicant_values(applicant: Applicant) -> dict[str, Any]:
    """The applicant's own row, without its revision."""
    person, opt_in, sleep = applicant.person, applicant.opt_in, applicant.sleep
    return {
        "key": applicant.key,
        "id": applicant.id,
        "salutation": person.salutation.value,
        "title": person.title,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "email": person.email,
        "language": person.language.value,
        "registered_at": opt_in.registered_at,
        "confirmed_at": opt_in.confirmed_at,
        "ip_address": opt_in.ip_address,
        "terms_version": opt_in.terms_version,
        "state": applicant.state.value,
        "rung": applicant.rung,
        "due_on": applicant.due_on,
        "sleep_until": None if sleep is None else sleep.until,
        "sleep_reason": None if sleep is None else sleep.reason,
        "round": applicant.round,
        "waiting_since": applicant.waiting_since,
        "draft": _plain(applicant.draft),
        "version": applicant.version,
    }


def document_values(applicant: Applicant) -> list[dict[str, Any]]:
    """One row a document version."""
    return [{"applicant": applicant.key, **_fields(document)} for document in applicant.documents]


def answer_values(applicant: Applicant) -> list[dict[str, Any]]:
    """One row a criterion and round."""
    return [
        {
            "applicant": applicant.key,
            "round": answer.round,
            "criterion": answer.criterion,
            "answer": answer.answer.value,
            "evidence": _plain(answer.evidence),
            "proposed": _plain(answer.proposed),
        }
        for answer in applicant.answers
    ]


def note_values(applicant: Applicant) -> list[dict[str, Any]]:
    """One row a note."""
    return [{"applicant": applicant.key, **_fields(note)} for note in applicant.notes]


def decision_values(applicant: Applicant) -> list[dict[str, Any]]:
    """One row a decision."""
    return [{"applicant": applicant.key, **_fields(decision)} for decision in applicant.decisions]


def letter_values(applicant: Applicant) -> list[dict[str, Any]]:
    """One row a letter; owner and lease are the delivery's own."""
    return [{"applicant": applicant.key, **letter_fields(letter)} for letter in applicant.letters]


def reply_values(applicant: Applicant) -> list[dict[str, Any]]:
    """One row a reply."""
    return [{"applicant": applicant.key, **_fields(reply)} for reply in applicant.replies]


def letter_fields(letter: Letter) -> dict[str, Any]:
    """A letter's columns without its owner."""
    return {**_fields(letter), "attachments": _plain(letter.attachments)}


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(getattr(record, name), "value", getattr(record, name)) for name in record.__slots__}


def build_applicant(row: Any, parts: Mapping[str, Sequence[Any]]) -> Applicant:
    """The applicant from its row and the rows of its parts, by table name."""
    return Applicant(
        key=row.key,
        id=row.id,
        person=_person(row),
        opt_in=_opt_in(row),
        state=State(row.state),
        rung=row.rung,
        due_on=row.due_on,
        sleep=None if row.sleep_until is None else Sleep(until=row.sleep_until, reason=row.sleep_reason or ""),
        round=row.round,
        waiting_since=row.waiting_since,
        documents=tuple(
            sorted(
                map(_document, parts["document"]),
                key=lambda document: (document.position, document.version),
            )
        ),
        answers=tuple(
            sorted(
                map(_answer, parts["answer"]),
                key=lambda answer: (answer.round, answer.criterion),
            )
        ),
        notes=tuple(sorted(map(_note, parts["note"]), key=lambda note: (note.at, note.id))),
        decisions=tuple(
            sorted(
                map(_decision, parts["decision"]),
                key=lambda decision: (decision.at, decision.id),
            )
        ),
        letters=in_order(map(build_letter, parts["letter"])),
        replies=tuple(sorted(map(_reply, parts["reply"]), key=lambda reply: (reply.at, reply.id))),
        draft=None if row.draft is None else from_plain(Draft, json.loads(row.draft)),
        version=row.version,
    )


def _person(row: Any) -> Person:
    return Person(
        salutation=Salutation(row.salutation),
        title=row.title,
        first_name=row.first_name,
        last_name=row.last_name,
        email=row.email,
        language=Language(row.language),
    )


def _opt_in(row: Any) -> OptIn:
    return OptIn(
        registered_at=row.registered_at,
        confirmed_at=row.confirmed_at,
        ip_address=row.ip_address,
        terms_version=row.terms_version,
    )


def _document(row: Any) -> Document:
    return Document(**{name: getattr(row, name) for name in Document.__slots__})


def _answer(row: Any) -> CriterionAnswer:
    evidence = tuple(from_plain(Evidence, item) for item in json.loads(row.evidence))
    return CriterionAnswer(
        round=row.round,
        criterion=row.criterion,
        answer=Answer(row.answer),
        evidence=evidence,
        proposed=None if row.proposed is None else from_plain(SeenProposal, json.loads(row.proposed)),
    )


def _note(row: Any) -> Note:
    return Note(**{name: getattr(row, name) for name in Note.__slots__})


def _decision(row: Any) -> Decision:
    fields = {name: getattr(row, name) for name in Decision.__slots__}
    return Decision(**{**fields, "kind": DecisionKind(row.kind)})


def _reply(row: Any) -> Reply:
    fields = {name: getattr(row, name) for name in Reply.__slots__}
    return Reply(**{**fields, "objection": None if row.objection is None else Objection(row.objection)})


def build_letter(row: Any) -> Letter:
    """The letter from its row."""
    fields = {name: getattr(row, name) for name in Letter.__slots__}
    kinds = {
        "template": Template(row.template),
        "language": Language(row.language),
        "state": LetterState(row.state),
        "attachments": build_attachments(row.attachments),
    }
    return Letter(**{**fields, **kinds})


def build_attachments(column: str) -> tuple[Attachment, ...]:
    """What goes along with a letter, from its column."""
    return tuple(from_plain(Attachment, item) for item in json.loads(column))
