"""What an arrival means: a new applicant, a new version that brings one back to the queue, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from reviewer.domain.applicant import Applicant, Document, State
from reviewer.domain.arrival import ArrivalKind, IncomingApplicant
from reviewer.domain.followup import rung_without
from reviewer.domain.ids import ApplicantKey, DocumentId
from reviewer.domain.letter import WAITING_STATES, LetterState

_NEW_VERSION = "new-version"


def receive(
    incoming: IncomingApplicant,
    known: Applicant | None,
    at: datetime,
    new_id: Callable[[], str],
) -> tuple[ArrivalKind, Applicant, dict[DocumentId, bytes]]:
    """The applicant after the arrival and the new documents' bytes; new_id gives fresh random ids."""
    before = known or _first(incoming, at, new_id)
    documents, contents = list(before.documents), dict[DocumentId, bytes]()
    for position, document in enumerate(incoming.documents):
        versions = [other for other in before.documents if other.position == position]
        if any(other.sha256 == document.sha256 for other in versions):
            continue
        added = Document(
            id=DocumentId(new_id()),
            position=position,
            version=1 + max((other.version for other in versions), default=0),
            name=document.name,
            sha256=document.sha256,
            size_bytes=len(document.content),
            added_at=at,
        )
        documents.append(added)
        contents[added.id] = document.content
    documents.sort(key=lambda document: (document.position, document.version))
    after = replace(before, documents=tuple(documents))
    if known is None:
        return ArrivalKind.ADDED, after, contents
    if not contents:
        return ArrivalKind.UNCHANGED, known, contents
    return ArrivalKind.NEW_VERSION, _back_to_queue(after, at), contents


def _first(incoming: IncomingApplicant, at: datetime, new_id: Callable[[], str]) -> Applicant:
    return Applicant(
        key=ApplicantKey(new_id()),
        id=incoming.id,
        person=incoming.person,
        opt_in=incoming.opt_in,
        state=State.PENDING,
        waiting_since=incoming.opt_in.confirmed_at or incoming.opt_in.registered_at or at,
    )


def _back_to_queue(applicant: Applicant, at: datetime) -> Applicant:
    if applicant.state is State.ACCEPTED:
        return applicant
    stopped = [letter for letter in applicant.letters if letter.state in WAITING_STATES]
    letters = tuple(
        replace(letter, state=LetterState.CANCELLED, reason=_NEW_VERSION) if letter in stopped else letter
        for letter in applicant.letters
    )
    return replace(
        applicant,
        state=State.PENDING,
        rung=rung_without(stopped, applicant),
        due_on=None,
        sleep=None,
        round=applicant.round + 1,
        waiting_since=at,
        letters=letters,
        draft=None if _is_spent(applicant) else applicant.draft,
    )


def _is_spent(applicant: Applicant) -> bool:
    """Whether the letter the draft was of has been decided; its words must not come back in the next round's."""
    return applicant.draft is not None and any(
        (letter.template, letter.round) == (applicant.draft.template, applicant.round) for letter in applicant.letters
    )
