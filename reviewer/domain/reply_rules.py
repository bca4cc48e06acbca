"""What the commands on applicants' replies and objections mean; part of the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reviewer.domain import letter_rules
from reviewer.domain.applicant import Applicant, Reply, Standing, State
from reviewer.domain.commands import RecordObjection, RecordReply, RetractObjection, RetractReply
from reviewer.domain.followup import local_day
from reviewer.domain.ids import ReplyId
from reviewer.domain.objections import Objection, answer_template
from reviewer.errors import Outdated, Refused

LONGEST_WORDS = 400
_REPLYING = frozenset({State.PENDING, State.FOLLOW_UP})


def in_order(replies: Iterable[Reply]) -> tuple[Reply, ...]:
    """Replies as an applicant holds them: oldest first."""
    return tuple(sorted(replies, key=lambda reply: (reply.at, reply.id)))


def same_objections(applicant: Applicant, objection: Objection | None) -> tuple[ReplyId, ...]:
    """The replies of this round that raised an objection."""
    return tuple(
        reply.id for reply in applicant.replies if (reply.objection, reply.round) == (objection, applicant.round)
    )


def object_(command: RecordObjection, before: Applicant) -> Applicant:
    """The applicant with the objection, and its answer among the letters; standing and due date stay."""
    if command.reply in before.replies:
        return before
    _check_reply(command.reply, before)
    objection = command.reply.objection
    if objection is None or answer_template(objection) is not command.letter.template:
        raise Refused("objection-without-answer")
    if not command.letter.template.answers_objection:
        raise Refused("objection-means-erasing")
    if same_objections(before, objection) != command.seen:
        raise Outdated("objection-answered")
    letter_rules.check_text(command.letter)
    return replace(
        before,
        replies=in_order((*before.replies, command.reply)),
        letters=letter_rules.in_order((*before.letters, command.letter)),
    )


def retract_objection(command: RetractObjection, before: Applicant) -> Applicant:
    """The applicant without the objection and its answer; Outdated when the answer has left."""
    if command.reply not in before.replies:
        return before
    letter_rules.require_waiting(before, command.letter.id)
    return replace(
        _without(command.reply, before),
        letters=tuple(letter for letter in before.letters if letter.id != command.letter.id),
    )


def reply(command: RecordReply, before: Applicant) -> Applicant:
    """The applicant back with a person, whatever waited cancelled."""
    if command.reply in before.replies:
        return before
    _check_reply(command.reply, before)
    if not command.reply.words.strip():
        raise Refused("reply-without-words")
    if before.standing != command.seen:
        raise Outdated("standing-changed")
    after = letter_rules.supersede(before, command.supersedes)
    return _with_standing(replace(after, replies=in_order((*before.replies, command.reply))), command.wanted)


def retract_reply(command: RetractReply, before: Applicant) -> Applicant:
    """The applicant where the reply found them, letters that were cancelled waiting again."""
    if command.reply not in before.replies:
        return before
    if before.standing != command.seen:
        raise Outdated("standing-changed")
    kept = _without(command.reply, before)
    return _with_standing(letter_rules.reinstate(kept, command.supersedes), command.wanted)


def _without(gone: Reply, applicant: Applicant) -> Applicant:
    return replace(applicant, replies=tuple(known for known in applicant.replies if known != gone))


def _with_standing(applicant: Applicant, wanted: Standing) -> Applicant:
    return replace(applicant, state=wanted.state, rung=wanted.rung, due_on=wanted.due_on, sleep=wanted.sleep)


def _check_reply(wanted: Reply, before: Applicant) -> None:
    if before.state not in _REPLYING:
        raise Refused("reply-after-decision")
    if wanted.round != before.round:
        raise Outdated("round-changed")
    if wanted.came_on > local_day(wanted.at):
        raise Refused("reply-in-future")
    if len(wanted.words) > LONGEST_WORDS:
        raise Refused("reply-too-long", most=LONGEST_WORDS)
