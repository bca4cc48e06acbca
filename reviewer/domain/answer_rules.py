"""What the commands on answers and evidence mean; part of the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from reviewer.domain.applicant import Answer, Applicant, CriterionAnswer, Evidence
from reviewer.domain.commands import AnswerChange, AnswerCriterion, AnswerTogether, PinEvidence, UnpinEvidence
from reviewer.errors import Outdated, Refused

_Change = TypeVar("_Change", AnswerCriterion, AnswerChange)


def answer(command: AnswerCriterion, before: Applicant) -> Applicant:
    """One criterion with its new answer."""
    _require(command.round == before.round, "round-changed")
    known = before.answer_to(command.criterion)
    if known.answer is command.wanted:
        return before
    _require(known.answer is command.seen, "answer-changed")
    return _with_answer(before, replace(known, answer=command.wanted, proposed=command.proposed))


def answer_together(command: AnswerTogether, before: Applicant) -> Applicant:
    """Every criterion with its new answer, pins and all; as before when all are answered so already."""
    _require(command.round == before.round, "round-changed")
    known = [before.answer_to(change.criterion).answer for change in command.changes]
    if known == [change.wanted for change in command.changes]:
        return before
    _require(known == [change.seen for change in command.changes], "answer-changed")
    after = before
    for change in command.changes:
        _check_places(before, change.added)
        given = after.answer_to(change.criterion)
        kept = [evidence for evidence in given.evidence if evidence not in change.removed]
        ids = {evidence.id for evidence in kept}
        pins = _in_order((*kept, *(pin for pin in change.added if pin.id not in ids)))
        after = _with_answer(after, replace(given, answer=change.wanted, evidence=pins, proposed=change.proposed))
    return after


def taken_back(command: AnswerCriterion | AnswerTogether) -> AnswerCriterion | AnswerTogether:
    """The command that undoes this one."""
    if isinstance(command, AnswerCriterion):
        return _swapped(command)
    changes = (
        replace(_swapped(change), added=change.removed, removed=change.added) for change in reversed(command.changes)
    )
    return replace(command, changes=tuple(changes))


def pin(command: PinEvidence, before: Applicant) -> Applicant:
    """One more place pinned to a criterion."""
    _require(command.round == before.round, "round-changed")
    _check_places(before, (command.evidence,))
    known = before.answer_to(command.criterion)
    if any(evidence.id == command.evidence.id for evidence in known.evidence):
        return before
    return _with_answer(before, replace(known, evidence=_in_order((*known.evidence, command.evidence))))


def unpin(command: UnpinEvidence, before: Applicant) -> Applicant:
    """A pinned place taken away."""
    _require(command.round == before.round, "round-changed")
    known = before.answer_to(command.criterion)
    if command.evidence not in known.evidence:
        return before
    left = tuple(evidence for evidence in known.evidence if evidence != command.evidence)
    return _with_answer(before, replace(known, evidence=left))


def _swapped(change: _Change) -> _Change:
    return replace(
        change,
        seen=change.wanted,
        wanted=change.seen,
        proposed_seen=change.proposed,
        proposed=change.proposed_seen,
    )


def _check_places(applicant: Applicant, evidence: Iterable[Evidence]) -> None:
    documents = {document.id for document in applicant.documents}
    if any(one.document not in documents for one in evidence):
        raise Refused("evidence-of-unknown-document")


def _with_answer(before: Applicant, given: CriterionAnswer) -> Applicant:
    others = [known for known in before.answers if (known.round, known.criterion) != (given.round, given.criterion)]
    if given.answer is not Answer.OPEN or given.evidence:
        others.append(given)
    return replace(before, answers=tuple(sorted(others, key=lambda known: (known.round, known.criterion))))


def _in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=_place))


def _place(evidence: Evidence) -> tuple[str, int, float, float, str]:
    return (evidence.document, evidence.page, evidence.rect[1], evidence.rect[0], evidence.id)


def _require(holds: bool, code: str) -> None:
    if not holds:
        raise Outdated(code)
