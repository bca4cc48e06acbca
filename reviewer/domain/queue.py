"""Where an applicant stands in the queue: group, order and the day on which that changes by itself."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from reviewer.domain.applicant import Answer, Applicant, State, list_name
from reviewer.domain.checklist import Checklist
from reviewer.domain.findings import Band, Findings, Verdict
from reviewer.domain.followup import has_answered, has_woken, is_asleep, is_due
from reviewer.domain.views import QueueRow


class Group(StrEnum):
    """The parts of the queue, in the order in which they are shown."""

    CORRECTED = "corrected"
    ANSWERED = "answered"
    NEW = "new"
    DUE = "due"
    ASLEEP = "asleep"
    WAITING = "waiting"
    ACCEPTED = "accepted"
    OUT = "out"


_MOST_PAGES = 40
UNCHECKED_EFFORT = 999
OPEN_GROUPS = (Group.CORRECTED, Group.ANSWERED, Group.NEW, Group.DUE)
"""The groups that wait for a person today."""


def group_of(applicant: Applicant, today: date) -> Group:
    """The group an applicant is shown in today."""
    if applicant.state is State.ACCEPTED:
        return Group.ACCEPTED
    if applicant.state is State.OUT:
        return Group.OUT
    if is_asleep(applicant, today):
        return Group.ASLEEP
    if applicant.state is State.PENDING:
        if has_answered(applicant):
            return Group.ANSWERED
        return Group.NEW if applicant.round == 1 else Group.CORRECTED
    return Group.DUE if is_due(applicant, today) or has_woken(applicant, today) else Group.WAITING


def changes_on(applicant: Applicant, today: date) -> date | None:
    """The next day on which the group changes without anybody acting."""
    days = [applicant.due_on if applicant.state is State.FOLLOW_UP else None]
    days.append(applicant.sleep.until if applicant.sleep is not None else None)
    return min((day for day in days if day is not None and day > today), default=None)


def rank_of(applicant: Applicant, group: Group) -> str:
    """The sort key within a group, as text: due date, waking day or waiting since, oldest first; then the id."""
    if group in (Group.DUE, Group.WAITING):
        days = [applicant.due_on, applicant.sleep.until if applicant.sleep else None]
        when = min((day.isoformat() for day in days if day is not None), default="9999")
    elif group is Group.ASLEEP and applicant.sleep is not None:
        when = applicant.sleep.until.isoformat()
    else:
        when = applicant.waiting_since.isoformat()
    return f"{when} {applicant.id:0>12}"


def effort_of(findings: Findings) -> int:
    """How much there is left to judge: an unclear proposal counts as four likely ones, or as four pages to read."""
    weights = {Band.SURE: 0, Band.LIKELY: 1, Band.UNCLEAR: 4}
    return sum(weights[proposal.band] for proposal in findings.proposals) + min(findings.pages, _MOST_PAGES)


def quick_rank(effort: int | None, rank: str) -> str:
    """The sort key of "quickest first": the effort, then the usual rank; who was not checked yet comes last."""
    return f"{UNCHECKED_EFFORT if effort is None else effort:03d} {rank}"


def marks_of(applicant: Applicant, checklist: Checklist) -> tuple[Answer, ...]:
    """The present round's answers in the checklist's order."""
    return tuple(applicant.answer_to(key).answer for key in checklist.keys())  # noqa: SIM118 - a checklist is no dictionary


def queue_row(
    applicant: Applicant,
    checklist: Checklist,
    today: date,
    *,
    unsaved: bool,
    proposals: tuple[Verdict | None, ...] = (),
) -> QueueRow:
    """The applicant's row in the queue."""
    documents = applicant.current_documents()
    return QueueRow(
        key=applicant.key,
        id=applicant.id,
        name=list_name(applicant.person),
        email=applicant.person.email,
        language=applicant.person.language,
        state=applicant.state,
        group=group_of(applicant, today).value,
        rung=applicant.rung,
        due_on=applicant.due_on,
        asleep_until=applicant.sleep.until if is_asleep(applicant, today) and applicant.sleep else None,
        promised_on=applicant.sleep.until if applicant.sleep is not None else None,
        promise=applicant.sleep.reason if applicant.sleep is not None else "",
        waiting_since=applicant.waiting_since,
        marks=marks_of(applicant, checklist),
        cv_version=documents[0].version if documents else 0,
        documents=len(documents),
        unsaved=unsaved,
        proposals=proposals,
    )
