"""Applicants, letters and receipts as scripts are given them; names here are part of the contract."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from reviewer.domain.applicant import Applicant, CriterionAnswer, display_name
from reviewer.domain.checklist import Checklist
from reviewer.domain.codec import to_plain
from reviewer.domain.letter import Letter
from reviewer.domain.template_texts import read_versions
from reviewer.domain.views import FollowUpRow, LetterRow, QueueRow, Receipt


def listed(row: QueueRow, checklist: Checklist, today: date) -> dict[str, Any]:
    """One applicant of a list."""
    return {
        "id": row.id,
        "name": row.name,
        "email": row.email,
        "language": row.language.value,
        "state": row.state.value,
        "group": row.group,
        "rung": row.rung,
        "due_on": _day(row.due_on),
        "asleep_until": _day(row.asleep_until),
        "promised_on": _day(row.promised_on),
        "promise": row.promise,
        "waiting_days": (today - row.waiting_since.astimezone().date()).days,
        "answers": {key: mark.value for key, mark in zip(checklist.keys(), row.marks, strict=True)},
        "proposals": {
            key: verdict.value if verdict else None
            for key, verdict in zip(checklist.keys(), row.proposals, strict=False)
        },
        "cv_version": row.cv_version,
        "documents": row.documents,
        "saved": not row.unsaved,
    }


def due_record(row: FollowUpRow, today: date) -> dict[str, Any]:
    """One applicant whose rung has run out; last_letter_at is when the last letter of any kind left."""
    return {
        "id": row.id,
        "name": row.name,
        "email": row.email,
        "language": row.language.value,
        "state": row.state.value,
        "rung": row.rung,
        "due_on": _day(row.due_on),
        "days_overdue": 0 if row.due_on is None else (today - row.due_on).days,
        "last_letter_at": _moment(row.last_letter_at),
        "saved": not row.unsaved,
    }


def shown(applicant: Applicant, checklist: Checklist, today: date) -> dict[str, Any]:
    """Everything of one applicant."""
    current = {document.id for document in applicant.current_documents()}
    sleep = applicant.sleep
    return {
        "id": applicant.id,
        "name": display_name(applicant.person),
        **to_plain(applicant.person),
        "opt_in": to_plain(applicant.opt_in),
        "state": applicant.state.value,
        "rung": applicant.rung,
        "round": applicant.round,
        "due_on": _day(applicant.due_on),
        "asleep_until": _day(sleep.until) if sleep else None,
        "asleep_reason": sleep.reason if sleep else None,
        "waiting_since": applicant.waiting_since.isoformat(),
        "waiting_days": (today - applicant.waiting_since.astimezone().date()).days,
        "answers": {key: _answered(applicant.answer_to(key)) for key in checklist.keys()},  # noqa: SIM118
        "earlier_answers": [
            {"round": answer.round, "criterion": answer.criterion, **_answered(answer)}
            for answer in applicant.answers
            if answer.round != applicant.round
        ],
        "notes": to_plain(applicant.notes),
        "decisions": to_plain(applicant.decisions),
        "replies": to_plain(applicant.replies),
        "letters": [_own_letter(letter) for letter in applicant.letters],
        "documents": [{**to_plain(document), "current": document.id in current} for document in applicant.documents],
        "draft": to_plain(applicant.draft),
        "version": applicant.version,
    }


def _answered(answer: CriterionAnswer) -> dict[str, Any]:
    return {
        "answer": answer.answer.value,
        "evidence": to_plain(answer.evidence),
        "proposed": answer.proposed.verdict.value if answer.proposed else None,
    }


def _own_letter(letter: Letter) -> dict[str, Any]:
    plain: dict[str, Any] = to_plain(letter)
    return plain


def letter_record(row: LetterRow) -> dict[str, Any]:
    """One letter of the outbox; applicant is the platform's id, None for the confirmation of a deletion."""
    return {
        "id": row.id,
        "applicant": row.applicant_id,
        "template": row.template.value,
        "language": row.language.value,
        "state": row.state.value,
        "recipient": row.recipient,
        "subject": row.subject,
        "message_id": row.message_id,
        "attempts": row.attempts,
        "reason": row.reason,
        "not_before": row.not_before.isoformat(),
        "sent_at": _moment(row.sent_at),
        "attachments": [attachment.kind.value for attachment in row.attachments],
        "template_version": row.template_version,
        "part_versions": read_versions(row.part_versions),
    }


def receipt_record(receipt: Receipt) -> dict[str, Any]:
    """One receipt."""
    return {
        "id": receipt.id,
        "demanded_at": receipt.demanded_at.isoformat(),
        "erased_at": receipt.erased_at.isoformat(),
        "places": {place.place: place.count for place in receipt.places},
        "confirmation": None if receipt.confirmation is None else receipt.confirmation.value,
        "confirmed_at": _moment(receipt.confirmed_at),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
