"""The held letters of the outbox, made ready for the release screen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from reviewer.domain import acts
from reviewer.domain.attachments import kinds_of
from reviewer.domain.letter import LetterState
from reviewer.domain.views import LetterRow, Outcome
from reviewer.errors import Outdated
from reviewer.workspace import Workspace
from ui.outbox.along_reader import read_along
from ui.outbox.letter_words import name_of
from ui.release.release_item import ReleaseItem, Written


def may_be_released(row: LetterRow) -> bool:
    """Whether a letter waits for a person to let it go."""
    return row.applicant is not None and row.state is LetterState.HELD


def held_items(workspace: Workspace, rows: Iterable[LetterRow]) -> list[ReleaseItem]:
    """The held letters; one that the gate stopped says why, and is not ticked until a person does."""
    return [
        ReleaseItem(
            name=name_of(row),
            identity=row.applicant_id or "",
            address=row.recipient,
            template=row.template,
            write=partial(_write, workspace, row),
            warning=row.reason,
            ticked=not row.reason,
        )
        for row in rows
        if may_be_released(row)
    ]


def _write(workspace: Workspace, row: LetterRow) -> Written:
    return Written(
        subject=row.subject,
        body=row.body,
        deed=partial(_release, workspace, row),
        address=row.recipient,
        barred=acts.address_fault(row.recipient),
        lead_ins=workspace.checklist.titles(row.language),
        along=kinds_of(row.attachments),
        weigh=lambda: read_along(workspace, row).sizes,
    )


def _release(workspace: Workspace, row: LetterRow) -> Outcome:
    """Let the letter go as it was read; one that was changed meanwhile stays."""
    assert row.applicant is not None
    applicant = workspace.applicant(row.applicant)
    known = applicant.letter(row.id)
    if known is None:
        raise Outdated("letter-unknown")
    seen = (row.state, row.subject, row.body, row.attachments)
    if (known.state, known.subject, known.body, known.attachments) != seen:
        raise Outdated("letter-changed")
    stamp = workspace.stamp()
    leaves = max(row.not_before, workspace.correspondence.schedule.leaves_at(None, stamp.at))
    return workspace.execute(acts.move_letter(applicant, row.id, LetterState.QUEUED, stamp, not_before=leaves))
