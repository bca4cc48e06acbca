"""Turns what the pre-check proposes into answers of a person: confirmed with its places, or overruled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reviewer.domain.applicant import Answer, Applicant, CriterionAnswer, Evidence, SeenProposal
from reviewer.domain.findings import Findings, Place, Proposal, Verdict
from reviewer.domain.ids import CriterionKey, DocumentId, EvidenceId

MOST_PINS = {Verdict.LACKING: 4, Verdict.FINE: 2, Verdict.UNSURE: 0}
"""Places of a proposal that become pins: letters quote those of what is lacking, a fine one needs to be found again."""
_ANSWERS = {Verdict.FINE: Answer.FINE, Verdict.LACKING: Answer.LACKING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How many answers of a round had a proposal to compare with, and how many are the same."""

    same: int
    compared: int


def proposed_answer(proposal: Proposal | SeenProposal | None) -> Answer | None:
    """The answer that is proposed; None where nothing is, or nothing sure enough."""
    return None if proposal is None else _ANSWERS.get(proposal.verdict)


def seen(proposal: Proposal, rules_version: str) -> SeenProposal:
    """What is kept of a proposal with an answer: the rules are those that spoke for its verdict."""
    side = {Verdict.LACKING: 1, Verdict.FINE: -1, Verdict.UNSURE: 0}[proposal.verdict]
    rules = (reason.rule for reason in proposal.reasons if side == 0 or reason.weight * side > 0)
    return SeenProposal(
        verdict=proposal.verdict,
        band=proposal.band,
        rules=tuple(dict.fromkeys(rules)),
        rules_version=rules_version,
    )


def places(proposal: Proposal, document: DocumentId) -> tuple[Evidence, ...]:
    """The places of a proposal as evidence that is not pinned; ids tell criterion and number."""
    return tuple(
        Evidence(
            id=EvidenceId(f"proposed-{proposal.criterion}-{number}"),
            document=document,
            page=place.page,
            rect=place.rect,
            quote=" ".join(place.text.split()),
        )
        for number, place in enumerate(proposal.evidence)
        if place.page > 0
    )


def open_proposals(applicant: Applicant, findings: Findings, keys: Iterable[CriterionKey]) -> tuple[Proposal, ...]:
    """The proposals that can be confirmed: of criteria nobody has answered, fine or lacking."""
    found = (findings.proposal(key) for key in keys if applicant.answer_to(key).answer is Answer.OPEN)
    return tuple(proposal for proposal in found if proposal is not None and proposed_answer(proposal) is not None)


def confirm(
    applicant: Applicant,
    findings: Findings,
    document: DocumentId,
    keys: Iterable[CriterionKey],
    new_id: Callable[[], str],
) -> tuple[CriterionAnswer, ...]:
    """The answers that confirm every open proposal."""
    return tuple(
        answer_with(applicant, proposal.criterion, _ANSWERS[proposal.verdict], findings, document, new_id)
        for proposal in open_proposals(applicant, findings, keys)
    )


def answer_with(
    applicant: Applicant,
    criterion: CriterionKey,
    wanted: Answer,
    findings: Findings,
    document: DocumentId,
    new_id: Callable[[], str],
) -> CriterionAnswer:
    """An answer as given beside a proposal: agreeing takes its places along as pins, overruling leaves none of them."""
    known, proposal = applicant.answer_to(criterion), findings.proposal(criterion)
    told = () if proposal is None else proposal.places[: MOST_PINS[proposal.verdict]]
    evidence = tuple(pin for pin in known.evidence if not any(_is_at(pin, document, place) for place in told))
    if proposal is not None and proposed_answer(proposal) is wanted:
        evidence = (*known.evidence, *_new_pins(known, document, told, new_id))
    return CriterionAnswer(
        round=known.round,
        criterion=criterion,
        answer=wanted,
        evidence=evidence,
        proposed=None if proposal is None else seen(proposal, findings.rules_version),
    )


def agreement(applicant: Applicant, keys: Iterable[CriterionKey]) -> Agreement:
    """How the present round's answers compare with what was proposed for them."""
    given = [applicant.answer_to(key) for key in keys]
    compared = [one for one in given if one.answer is not Answer.OPEN and proposed_answer(one.proposed) is not None]
    same = sum(proposed_answer(one.proposed) is one.answer for one in compared)
    return Agreement(same=same, compared=len(compared))


def _new_pins(
    known: CriterionAnswer, document: DocumentId, told: tuple[Place, ...], new_id: Callable[[], str]
) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            id=EvidenceId(new_id()),
            document=document,
            page=place.page,
            rect=place.rect,
            quote=" ".join(place.text.split()),
        )
        for place in told
        if place.page > 0 and not any(_is_at(pin, document, place) for pin in known.evidence)
    )


def _is_at(pin: Evidence, document: DocumentId, place: Place) -> bool:
    return (pin.document, pin.page, pin.rect) == (document, place.page, place.rect)
