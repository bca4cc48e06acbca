"""A CV that the pre-check may look at."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.domain.applicant import Applicant
from reviewer.domain.ids import ApplicantKey, DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkable:
    """An applicant's newest CV; group and rank are its place in the queue, for going on after it."""

    applicant: ApplicantKey
    document: DocumentId
    group: int = 0
    rank: str = ""


def cv_of(applicant: Applicant) -> Checkable | None:
    """The applicant's newest CV; None without one."""
    documents = applicant.current_documents()
    if not documents or documents[0].position != 0:
        return None
    return Checkable(applicant=applicant.key, document=documents[0].id)
