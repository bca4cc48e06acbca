"""The sub-commands of the follow-up: due, queue-due."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from reviewer.commandline.output import DONE, REFUSED, explain, print_document, print_listing, say
from reviewer.commandline.reading import refresh
from reviewer.commandline.records import due_record
from reviewer.domain import acts
from reviewer.domain.applicant import LAST_RUNG, DecisionKind
from reviewer.domain.commands import RecordDecision
from reviewer.domain.ids import DecisionId, LetterId
from reviewer.domain.ladder import is_due
from reviewer.domain.rules import apply
from reviewer.domain.views import FollowUpRow
from reviewer.errors import Misconfigured, Outdated, Refused
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from reviewer.workspace import Workspace, new_id

RUNGS_WITH_A_NEXT = tuple(range(1, LAST_RUNG))
"""After the last rung only a person's own decision follows, never a command's."""


def due(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """List everybody whose rung has run out."""
    refresh(workspace)
    today = _today(workspace)
    records = (due_record(row, today) for row in _due(workspace, today))
    print_listing(records, ("id", "name", "rung", "due_on", "days_overdue"), as_json=arguments.json)
    return DONE


def queue_due(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Queue the next feedback for everybody due on the first two rungs; with dry_run say so and change nothing."""
    refresh(workspace)
    rungs = RUNGS_WITH_A_NEXT if arguments.rung is None else (arguments.rung,)
    queued, refused = list[dict[str, Any]](), list[dict[str, Any]]()
    for row in _due(workspace, _today(workspace)):
        if row.rung not in rungs:
            continue
        try:
            queued.append(_queue(row, workspace, dry_run=arguments.dry_run))
        except (Refused, Outdated, Misconfigured) as error:
            refused.append({**_whom(row), "code": error.code, "message": explain(error)})
    if not arguments.dry_run:
        refresh(workspace)
    _tell(queued, refused, arguments)
    return REFUSED if refused else DONE


def _today(workspace: Workspace) -> date:
    return workspace.clock().astimezone().date()


def _due(workspace: Workspace, today: date) -> list[FollowUpRow]:
    return [row for row in workspace.follow_ups.load(limit=1_000_000) if is_due(row, today)]


def _queue(row: FollowUpRow, workspace: Workspace, *, dry_run: bool) -> dict[str, Any]:
    command = _next_feedback(row, workspace)
    letter = command.letter
    assert letter is not None
    record = {
        **_whom(row),
        "template": letter.template.value,
        "recipient": letter.recipient,
        "subject": letter.subject,
        "not_before": letter.not_before.isoformat(),
        "attachments": [attachment.kind.value for attachment in letter.attachments],
    }
    if dry_run:
        apply(command, workspace.applicant(row.key))
        return {**record, "letter": None}
    if workspace.execute(command).undo is None:
        raise Refused("already-decided")
    return {**record, "letter": letter.id}


def _next_feedback(row: FollowUpRow, workspace: Workspace) -> RecordDecision:
    applicant = workspace.applicant(row.key)
    fault = acts.address_fault(applicant.person.email)
    if fault:
        raise Refused(fault)
    stamp = workspace.stamp()
    return acts.decide(
        applicant,
        DecisionKind.FEEDBACK,
        workspace.correspondence.write(applicant, DecisionKind.FEEDBACK, workspace.prechecks.find(applicant)),
        stamp,
        decision_id=DecisionId(new_id()),
        letter_id=LetterId(new_id()),
        hold=workspace.correspondence.schedule.leaves_at(DecisionKind.FEEDBACK, stamp.at) - stamp.at,
    )


def _whom(row: FollowUpRow) -> dict[str, Any]:
    return {"id": row.id, "name": row.name, "rung": row.rung}


def _tell(queued: list[dict[str, Any]], refused: list[dict[str, Any]], arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_document({"dry_run": arguments.dry_run, "queued": queued, "refused": refused})
    else:
        for record in queued:
            print(f"{record['id']}\t{record['name']}\t{record['template']}\t{record['recipient']}")
    for record in refused:
        say(_("{id}: {why}").format(id=record["id"], why=record["message"]))
    if arguments.dry_run:
        words = ngettext("{count} letter would wait to be sent", "{count} letters would wait to be sent", len(queued))
    else:
        words = ngettext("{count} letter waits to be sent", "{count} letters wait to be sent", len(queued))
    say(words.format(count=len(queued)))
