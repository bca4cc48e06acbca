"""The letters of everybody due on the first two rungs, made ready for the release screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from reviewer.domain.applicant import LAST_RUNG
from reviewer.domain.attachments import kinds_of
from reviewer.domain.ladder import Column, is_due
from reviewer.domain.letter import AttachmentKind, feedback_template
from reviewer.domain.rules import apply
from reviewer.domain.views import FollowUpRow, Outcome
from reviewer.errors import ReviewerError
from reviewer.workspace import Workspace
from ui.followup.followup_presenter import Ahead, Board, decision, write_ahead
from ui.followup.followup_words import name_of
from ui.release.release_item import ReleaseItem, Written


def due_items(workspace: Workspace, board: Board, columns: Iterable[Column]) -> list[ReleaseItem]:
    """The next feedback of those who are due in these columns; the last rung is decided by a person, one by one."""
    return [
        ReleaseItem(
            name=name_of(row),
            identity=row.id,
            address=row.email,
            template=feedback_template(row.rung + 1),
            write=partial(_write, workspace, row),
        )
        for column in columns
        for _part, rows in column.parts
        for row in rows
        if is_due(row, board.today) and row.rung < LAST_RUNG
    ]


def _write(workspace: Workspace, row: FollowUpRow) -> Written:
    ahead = write_ahead(workspace, row.key)
    assert ahead.rendered is not None
    return Written(
        subject=ahead.rendered.subject,
        body=ahead.rendered.body,
        deed=partial(_release, workspace, ahead),
        address=ahead.applicant.person.email,
        barred=ahead.fault or _refusal(workspace, ahead),
        lead_ins=ahead.lead_ins,
        along=kinds_of(ahead.rendered.attachments),
        weigh=partial(_weigh, workspace, ahead),
    )


def _weigh(workspace: Workspace, ahead: Ahead) -> Mapping[AttachmentKind, int]:
    """What goes along with the letter as it would leave now, made on trial; nothing where that cannot be."""
    letter = decision(workspace, ahead.applicant, ahead.kind, ahead.rendered, workspace.stamp()).letter
    try:
        return {} if letter is None else dict(workspace.correspondence.weigh(letter, ahead.applicant))
    except ReviewerError:
        return {}


def _refusal(workspace: Workspace, ahead: Ahead) -> str:
    try:
        apply(decision(workspace, ahead.applicant, ahead.kind, ahead.rendered, workspace.stamp()), ahead.applicant)
    except ReviewerError as error:
        return error.code
    return ""


def _release(workspace: Workspace, ahead: Ahead) -> Outcome:
    return workspace.execute(decision(workspace, ahead.applicant, ahead.kind, ahead.rendered, workspace.stamp()))
