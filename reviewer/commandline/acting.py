"""The sub-commands that act: import, queue-letter, send, sync, erase."""

from __future__ import annotations

import argparse
import signal
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

from reviewer.commandline.output import DONE, REFUSED, print_document, say
from reviewer.commandline.reading import KINDS, compose, find_applicant, refresh
from reviewer.commandline.records import letter_record, receipt_record
from reviewer.domain import acts
from reviewer.domain.applicant import Applicant, DecisionKind
from reviewer.domain.arrival import ImportReport, Unpacked
from reviewer.domain.attachments import kinds_of, may_carry, possible_attachments
from reviewer.domain.followup import next_rung
from reviewer.domain.ids import DecisionId, LetterId, ReplyId
from reviewer.domain.letter import AttachmentKind, Template
from reviewer.domain.letter_version import chosen_along
from reviewer.domain.objections import objection_answered
from reviewer.domain.reply_acts import record_objection
from reviewer.domain.views import SyncReport
from reviewer.errors import Refused
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from reviewer.workspace import Workspace, new_id

_PROGRESS_EVERY = 100
_MOST_ROUNDS = 10_000


def print_columns(arguments: argparse.Namespace) -> int:
    """The header line of applicants.csv."""
    from reviewer.intake.table import COLUMNS, header_line

    if arguments.json:
        print_document({"columns": list(COLUMNS)})
    else:
        print(header_line())
    return DONE


def bring_in(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Import a folder; rows that stay outside are named, and the exit code is 1. Ctrl+C ends it after this row."""
    stopped = threading.Event()

    def progress(seen: int) -> bool:
        if seen % _PROGRESS_EVERY == 0:
            say(_("{count} read").format(count=seen))
        return not stopped.is_set()

    before = signal.signal(signal.SIGINT, lambda *_: stopped.set())
    try:
        report = workspace.bring_in(Path(arguments.folder), progress=progress, dry_run=arguments.dry_run)
    finally:
        signal.signal(signal.SIGINT, before)
    _tell_import(report, arguments)
    return REFUSED if report.problems or report.cancelled else DONE


def _tell_import(report: ImportReport, arguments: argparse.Namespace) -> None:
    from reviewer.intake.problems import unpacked_words, words

    for unpacked in report.unpacked:
        say(unpacked_words(unpacked))
    for problem in report.problems:
        say(words(problem))
    say(
        _("{added} added, {new_versions} with a new version, {unchanged} unchanged, {problems} left outside").format(
            added=report.added,
            new_versions=report.new_versions,
            unchanged=report.unchanged,
            problems=len(report.problems),
        )
    )
    if report.cancelled:
        say(_("Stopped. What is in stays in; import the folder again for the rest."))
    if arguments.json:
        print_document(
            {
                "added": report.added,
                "new_versions": report.new_versions,
                "unchanged": report.unchanged,
                "problems": [
                    {"line": row.line, "column": row.column, "code": row.code, "message": words(row)}
                    for row in report.problems
                ],
                "unpacked": [_unpacked_record(one) for one in report.unpacked],
                "dry_run": arguments.dry_run,
                "cancelled": report.cancelled,
            }
        )


def _unpacked_record(unpacked: Unpacked) -> dict[str, Any]:
    return {
        "line": unpacked.line,
        "container": unpacked.container,
        "documents": list(unpacked.documents),
        "left_out": [{"name": one.name, "code": one.code} for one in unpacked.left_out],
    }


def queue_letter(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Record the decision a letter belongs to, with the letter as it is rendered now."""
    refresh(workspace)
    applicant = find_applicant(workspace, arguments.id)
    template = Template(arguments.template)
    if template is Template.DELETION_CONFIRMATION:
        raise Refused("template-only-by-erasing")
    if template.rung and template.rung != next_rung(applicant):
        raise Refused("rung-changed", wanted=template.rung, next=next_rung(applicant))
    attach = _attach(applicant, template, arguments, workspace)
    if template.answers_objection:
        return _answer(applicant, template, arguments, workspace, attach)
    kind = DecisionKind.FEEDBACK if template.rung else KINDS[template]
    stamp = workspace.stamp()
    hold = timedelta() if arguments.now else workspace.correspondence.schedule.leaves_at(kind, stamp.at) - stamp.at
    decision = acts.decide(
        applicant,
        kind,
        compose(workspace, applicant, template, attach),
        stamp,
        decision_id=DecisionId(new_id()),
        letter_id=LetterId(new_id()),
        hold=hold,
    )
    if workspace.execute(decision).undo is None:
        raise Refused("already-decided")
    assert decision.letter is not None
    return _tell_waiting(decision.letter.id, arguments, workspace)


def _attach(
    applicant: Applicant, template: Template, arguments: argparse.Namespace, workspace: Workspace
) -> frozenset[AttachmentKind]:
    """What is to go along: what was said, else what a draft or the settings say; Refused for what cannot."""
    asked = {AttachmentKind.ANNOTATED_CV: arguments.attach_cv, AttachmentKind.GUIDE: arguments.attach_guide}
    usual = chosen_along(applicant.draft, template)
    if usual is None:
        usual = kinds_of(workspace.correspondence.usual_attachments(applicant, template))
    possible = kinds_of(possible_attachments(applicant, template))
    for kind, wanted in asked.items():
        if wanted and kind not in possible:
            never = not may_carry(template)
            raise Refused("attachment-not-with-this" if never else "attachment-nothing-pinned")
    return frozenset(kind for kind, wanted in asked.items() if (kind in usual if wanted is None else wanted))


def _answer(
    applicant: Applicant,
    template: Template,
    arguments: argparse.Namespace,
    workspace: Workspace,
    attach: frozenset[AttachmentKind],
) -> int:
    """Record the objection that a letter answers, with the letter as it is rendered now."""
    objection = objection_answered(template)
    assert objection is not None
    stamp, letter = workspace.stamp(), LetterId(new_id())
    command = record_objection(
        applicant,
        objection,
        compose(workspace, applicant, template, attach),
        stamp,
        reply_id=ReplyId(new_id()),
        letter_id=letter,
        not_before=stamp.at if arguments.now else workspace.correspondence.schedule.leaves_at(None, stamp.at),
    )
    workspace.execute(command)
    return _tell_waiting(letter, arguments, workspace)


def _tell_waiting(letter: LetterId, arguments: argparse.Namespace, workspace: Workspace) -> int:
    refresh(workspace)
    row = next(row for row in workspace.letters(limit=1_000_000) if row.id == letter)
    if arguments.json:
        print_document(letter_record(row))
    else:
        say(_("The letter waits: {id}").format(id=row.id))
    return DONE


def send(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Deliver everything that is due, once."""
    sent = failed = 0
    for _round in range(_MOST_ROUNDS):
        report = workspace.sync()
        sent, failed = sent + report.sent, failed + report.failed
        if report.offline or report.mail or not (report.sent or report.failed):
            break
    in_trouble = workspace.status().letters_in_trouble
    if arguments.json:
        print_document(
            {
                "sent": sent,
                "failed": failed,
                "paced": report.paced,
                "in_trouble": in_trouble,
                "offline": report.offline,
                "mail": report.mail,
            }
        )
    say(_("{sent} handed to the mail server, {failed} not").format(sent=sent, failed=failed))
    if report.paced:
        words = ngettext(
            "{count} letter waits for its minute or for the end of the quiet hours",
            "{count} letters wait for their minute or for the end of the quiet hours",
            report.paced,
        )
        say(words.format(count=report.paced))
    _tell_trouble(report)
    return REFUSED if failed or report.offline or report.mail else DONE


def _tell_trouble(report: SyncReport) -> None:
    if report.offline:
        say(_("The shared database does not answer ({code}); nothing is lost.").format(code=report.offline))
    if report.mail:
        say(_("Letters cannot leave ({code}); they wait. See: reviewer doctor").format(code=report.mail))


def sync(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Exchange with the shared database; sends nothing."""
    report = workspace.sync(deliver=False)
    unsaved = workspace.status().unsaved
    if arguments.json:
        print_document(
            {
                "pushed": report.pushed,
                "pulled": report.pulled,
                "questions": report.questions,
                "unsaved": unsaved,
                "offline": report.offline,
            }
        )
    if not report.offline:
        say(_("{pushed} saved, {pulled} fetched").format(pushed=report.pushed, pulled=report.pulled))
    if report.questions:
        words = ngettext(
            "{count} question waits in the window: somebody has decided differently",
            "{count} questions wait in the window: somebody has decided differently",
            report.questions,
        )
        say(words.format(count=report.questions))
    _tell_trouble(report)
    return REFUSED if report.offline or report.questions else DONE


def erase(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Erase an applicant here and in the shared database, and send the confirmation."""
    refresh(workspace)
    receipt_id = workspace.erase(find_applicant(workspace, arguments.id).key)
    report = workspace.sync()
    receipt = next((known for known in workspace.receipts() if known.id == receipt_id), None)
    if receipt is None:
        say(_("Erased on this desk; the shared database follows as soon as it answers: reviewer sync"))
        return REFUSED
    if arguments.json:
        print_document(receipt_record(receipt))
    say(_("Erased. Receipt: {id}").format(id=receipt.id))
    _tell_trouble(report)
    return DONE
