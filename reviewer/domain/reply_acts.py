"""Builds the commands on what applicants answer, from an applicant as a person saw it."""

from __future__ import annotations

from datetime import date, datetime

from reviewer.domain import letter_rules, reply_rules
from reviewer.domain.applicant import Applicant, Reply, Sleep, Standing, State
from reviewer.domain.commands import RecordObjection, RecordReply, Stamp
from reviewer.domain.followup import local_day, rung_without
from reviewer.domain.ids import LetterId, ReplyId
from reviewer.domain.letter import WAITING_STATES, Letter, LetterState, RenderedLetter
from reviewer.domain.letter_text import plain_line, plain_paragraphs
from reviewer.domain.objections import Objection, answer_template
from reviewer.errors import Refused


def record_objection(
    applicant: Applicant,
    objection: Objection,
    rendered: RenderedLetter,
    stamp: Stamp,
    *,
    reply_id: ReplyId,
    letter_id: LetterId,
    not_before: datetime,
    words: str = "",
) -> RecordObjection:
    """Record an objection with its answer as approved; it waits until not_before at least."""
    person = applicant.person
    letter = Letter(
        id=letter_id,
        template=answer_template(objection),
        language=person.language,
        round=applicant.round,
        recipient=person.email,
        recipient_name=" ".join(part for part in (person.first_name, person.last_name) if part),
        subject=plain_line(rendered.subject),
        body=plain_paragraphs(rendered.body),
        state=LetterState.QUEUED,
        not_before=not_before,
        created_at=stamp.at,
        created_by=stamp.by,
        attachments=rendered.attachments,
        template_version=rendered.template_version,
        part_versions=rendered.part_versions,
    )
    return RecordObjection(
        stamp=stamp,
        applicant=applicant.key,
        seen=reply_rules.same_objections(applicant, objection),
        reply=_reply(applicant, local_day(stamp.at), words, stamp, id=reply_id, objection=objection, letter=letter_id),
        letter=letter,
    )


def record_reply(
    applicant: Applicant,
    came_on: date,
    words: str,
    stamp: Stamp,
    *,
    reply_id: ReplyId,
    until: date | None = None,
) -> RecordReply:
    """Record that the applicant answered: back to be reviewed, or asleep until the day that was promised."""
    if until is not None and until <= local_day(stamp.at):
        raise Refused("date-not-in-future")
    reply = _reply(applicant, came_on, words, stamp, id=reply_id)
    stopped = [letter for letter in applicant.letters if letter.state in WAITING_STATES]
    return RecordReply(
        stamp=stamp,
        applicant=applicant.key,
        seen=applicant.standing,
        wanted=Standing(
            state=State.PENDING,
            rung=rung_without(stopped, applicant),
            due_on=None,
            sleep=None if until is None else Sleep(until=until, reason=reply.words),
        ),
        reply=reply,
        supersedes=letter_rules.waiting_letters(applicant),
    )


def _reply(
    applicant: Applicant,
    came_on: date,
    words: str,
    stamp: Stamp,
    *,
    id: ReplyId,
    objection: Objection | None = None,
    letter: LetterId | None = None,
) -> Reply:
    return Reply(
        id=id,
        objection=objection,
        round=applicant.round,
        rung=applicant.rung,
        came_on=came_on,
        words=" ".join(words.split())[: reply_rules.LONGEST_WORDS],
        by=stamp.by,
        at=stamp.at,
        letter=letter,
    )
