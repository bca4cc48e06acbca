"""The sub-commands that look: list, show, letter, letters, receipts."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from dataclasses import replace

from reviewer.commandline.output import DONE, print_document, print_listing, print_outline, say
from reviewer.commandline.records import letter_record, listed, receipt_record, shown
from reviewer.domain.applicant import Applicant, DecisionKind
from reviewer.domain.ids import ApplicantId
from reviewer.domain.letter import AttachmentKind, RenderedLetter, Template
from reviewer.domain.objections import objection_answered
from reviewer.domain.queue import Group
from reviewer.domain.template_texts import read_versions
from reviewer.domain.views import QueueQuery
from reviewer.errors import Refused
from reviewer.i18n import gettext as _
from reviewer.workspace import Workspace

PAGE = 500
KINDS = {Template.REJECTION: DecisionKind.REJECT, Template.ACCEPTANCE: DecisionKind.ACCEPT}


def refresh(workspace: Workspace) -> None:
    """Look what is new in the shared database; without it, say so and go on with what this desk knows."""
    if workspace.sync(deliver=False).offline:
        say(_("The shared database does not answer; this is what the desk knows."))


def find_applicant(workspace: Workspace, id: str) -> Applicant:
    """The applicant with this id; Refused when there is none."""
    key = workspace.find(ApplicantId(id))
    if key is None:
        raise Refused("applicant-unknown")
    return workspace.applicant(key)


def list_applicants(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """List applicants, of all groups or of some."""
    refresh(workspace)
    query = QueueQuery(text=arguments.search, groups=tuple(arguments.group or (group.value for group in Group)))
    today = workspace.clock().astimezone().date()
    page = workspace.queue(query, limit=PAGE)
    records = [listed(row, workspace.checklist, today) for row in page.rows]
    while page.next is not None:
        page = workspace.queue(query, page.next, PAGE)
        records += [listed(row, workspace.checklist, today) for row in page.rows]
    print_listing(records, ("id", "name", "state", "rung", "waiting_days"), as_json=arguments.json)
    return DONE


def show(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Show all of one applicant."""
    refresh(workspace)
    applicant = find_applicant(workspace, arguments.id)
    record = shown(applicant, workspace.checklist, workspace.clock().astimezone().date())
    if arguments.json:
        print_document(record)
    else:
        print_outline(record)
    return DONE


def compose(
    workspace: Workspace,
    applicant: Applicant,
    template: Template,
    attach: Collection[AttachmentKind] | None = None,
) -> RenderedLetter:
    """The letter as it would leave: a template rendered for an applicant, with a draft's words and what goes along."""
    post, findings = workspace.correspondence, workspace.prechecks.find(applicant)
    if template is Template.DELETION_CONFIRMATION:
        return post.compose(applicant, None)
    if template.answers_objection:
        return post.compose(applicant, objection_answered(template), attach=attach)
    if template.rung:
        asked = replace(applicant, rung=template.rung - 1)
        return post.write(asked, DecisionKind.FEEDBACK, findings, attach)
    return post.write(applicant, KINDS[template], findings, attach)


def letter(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Render a letter and send nothing."""
    refresh(workspace)
    applicant = find_applicant(workspace, arguments.id)
    template = Template(arguments.template)
    rendered = compose(workspace, applicant, template)
    if arguments.json:
        print_document(
            {
                "applicant": applicant.id,
                "template": template.value,
                "language": applicant.person.language.value,
                "recipient": applicant.person.email,
                "subject": rendered.subject,
                "body": rendered.body,
                "template_version": rendered.template_version,
                "part_versions": read_versions(rendered.part_versions),
                "attachments": [attachment.kind.value for attachment in rendered.attachments],
            }
        )
    else:
        print(f"{rendered.subject}\n\n{rendered.body}")
    return DONE


def letters(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """List letters."""
    refresh(workspace)
    records = map(letter_record, workspace.letters(limit=1_000_000))
    print_listing(records, ("id", "applicant", "template", "state"), as_json=arguments.json)
    return DONE


def receipts(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """List receipts."""
    refresh(workspace)
    records = map(receipt_record, workspace.receipts())
    print_listing(records, ("id", "erased_at", "confirmation"), as_json=arguments.json)
    return DONE
