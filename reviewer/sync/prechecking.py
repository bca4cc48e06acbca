"""Checks stored CVs before anybody looks, and keeps what was found until rules or month change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import sqlalchemy as sa

from reviewer.documents.reader import DocumentReader
from reviewer.domain.applicant import Applicant
from reviewer.domain.checkable import Checkable, cv_of
from reviewer.domain.checklist import Checklist
from reviewer.domain.findings import Findings
from reviewer.domain.ids import ApplicantKey, DocumentId
from reviewer.domain.reading import Reading
from reviewer.storage.engine import reading, writing
from reviewer.storage.findings import Edition, load_checkable, load_findings, save_findings


class PreChecks:
    """Findings of CVs by document; whoever asks twice within a month is answered from the desk's own table.

    Dates in CVs count in months, so findings hold until the month ends, or until there are other rules.
    """

    def __init__(
        self,
        replica: sa.Engine,
        documents: DocumentReader,
        checklist: Checklist,
        clock: Callable[[], datetime],
        complete: Callable[[DocumentId, Reading], Reading],
    ) -> None:
        """Nothing is read yet; complete adds what can be had of a scan's text to its reading."""
        self._replica = replica
        self._documents = documents
        self._checklist = checklist
        self._clock = clock
        self._complete = complete

    def find(self, applicant: Applicant) -> Findings | None:
        """What is known of the applicant's newest CV; None when it was not checked yet."""
        wanted = cv_of(applicant)
        if wanted is None:
            return None
        with reading(self._replica) as connection:
            return load_findings(connection, wanted.document, self._edition())

    def due(
        self, after: Checkable | None, most: int, *, among: Sequence[ApplicantKey] | None = None
    ) -> tuple[Checkable, ...]:
        """CVs of undecided applicants that wait to be checked, in the order of the queue; perhaps of some alone."""
        with reading(self._replica) as connection:
            return load_checkable(connection, self._edition(), after, most, among)

    def check(self, checkable: Checkable) -> Findings:
        """Check a CV now and keep what was found; DocumentUnreadable when it cannot be read."""
        from reviewer.checks.run import check

        edition, today = self._edition(), self._clock().astimezone().date()
        read = self._documents.stored_reading(checkable.document)
        findings = check(self._complete(checkable.document, read), today)
        with writing(self._replica) as connection:
            save_findings(connection, checkable, findings, edition, self._checklist)
        return findings

    def warm(self) -> None:
        """Load the rules, so that the first document is as quick as the others."""
        from reviewer.checks.run import warm_up

        warm_up()

    def _edition(self) -> Edition:
        from reviewer.checks.run import rules_version

        return Edition(rules_version=rules_version(), month=f"{self._clock().astimezone():%Y-%m}")
