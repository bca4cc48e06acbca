"""An act set aside: how the person may still have it their way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from reviewer.domain import acts, reply_rules
from reviewer.domain.applicant import Applicant
from reviewer.domain.commands import (
    AddNote,
    AnswerCriterion,
    AnswerTogether,
    Command,
    CorrectPerson,
    DeferApplicant,
    EditLetter,
    PinEvidence,
    RecordDecision,
    RecordObjection,
    RecordReply,
    Stamp,
    WriteDraft,
)
from reviewer.domain.ids import LetterId
from reviewer.domain.letter import LetterState, RenderedLetter, rendered_of
from reviewer.domain.reply_acts import record_reply
from reviewer.domain.rules import find_same_decision
from reviewer.errors import Refused


def insist(command: Command, now: Applicant, stamp: Stamp) -> Command:
    """The same wish, made upon what is there now; Refused when there is nothing left to insist on."""
    match command:
        case AnswerCriterion(criterion=criterion, wanted=answer, proposed=proposed):
            return acts.answer(now, criterion, answer, stamp, proposed=proposed)
        case AnswerTogether():
            return _answer_again(command, now, stamp)
        case DeferApplicant(wanted=wanted):
            return DeferApplicant(stamp=stamp, applicant=now.key, seen=now.sleep, wanted=wanted)
        case WriteDraft(wanted=draft):
            return acts.write_draft(now, draft, stamp)
        case CorrectPerson(wanted=person):
            return acts.correct_person(now, person, stamp)
        case EditLetter(letter=letter, wanted=(subject, body)):
            rendered = RenderedLetter(subject=subject, body=body)
            return acts.edit_letter(now, letter, rendered, stamp, attached=command.attached_wanted)
        case RecordDecision():
            return _decide_again(command, now, stamp)
        case RecordObjection() if command.reply.objection is not None:
            seen = reply_rules.same_objections(now, command.reply.objection)
            raised = replace(command.reply, round=now.round, rung=now.rung)
            letter_now = replace(command.letter, round=now.round, recipient=now.person.email)
            return replace(command, stamp=stamp, seen=seen, reply=raised, letter=letter_now)
        case RecordReply(reply=reply):
            until = None if command.wanted.sleep is None else command.wanted.sleep.until
            return record_reply(now, reply.came_on, reply.words, stamp, reply_id=reply.id, until=until)
        case PinEvidence() | AddNote():
            return replace(command, stamp=stamp)
        case _:
            raise Refused("nothing-to-insist-on")


def _answer_again(command: AnswerTogether, now: Applicant, stamp: Stamp) -> Command:
    """The answers that are not as wanted yet, with their pins, upon what is pinned now."""
    wanted = []
    for change in command.changes:
        known = now.answer_to(change.criterion)
        if known.answer is not change.wanted:
            kept = tuple(pin for pin in known.evidence if pin not in change.removed)
            evidence = (*kept, *(pin for pin in change.added if pin not in kept))
            wanted.append(replace(known, answer=change.wanted, evidence=evidence, proposed=change.proposed))
    return acts.answer_together(now, wanted, stamp)


def _decide_again(command: RecordDecision, now: Applicant, stamp: Stamp) -> Command:
    letter = command.letter
    same = find_same_decision(now, command)
    if same is not None and same.letter is not None and letter is not None:
        return acts.edit_letter(now, same.letter, rendered_of(letter), stamp, attached=letter.attachments)
    return acts.decide(
        now,
        command.decision.kind,
        None if letter is None else rendered_of(letter),
        stamp,
        decision_id=command.decision.id,
        letter_id=letter.id if letter is not None else LetterId(stamp.id),
        held=letter is not None and letter.state is LetterState.HELD,
        hold=letter.not_before - letter.created_at if letter is not None else timedelta(),
    )
