"""What the pre-check proposes for a criterion, in the words of the checklist pane."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.domain.applicant import Answer, Applicant, Evidence, SeenProposal
from reviewer.domain.findings import Band, Findings, Proposal, Verdict
from reviewer.domain.ids import CriterionKey, DocumentId
from reviewer.domain.proposing import places, proposed_answer
from reviewer.i18n import current_language
from reviewer.i18n import gettext as _
from ui.review.review_words import answer_name

MOST_REASONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """One sentence; supports says whether it speaks for what is proposed."""

    text: str
    supports: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLine:
    """A proposal beside its criterion: hollow while the criterion is open; places are not pinned."""

    verdict: Verdict
    words: str
    hollow: bool
    overruled: bool
    reasons: tuple[ReasonLine, ...] = ()
    places: tuple[Evidence, ...] = ()

    def told(self) -> str:
        """Everything in lines, for tooltips and screen readers."""
        signs = {True: "+", False: "−"}
        return "\n".join((self.words, *(f"{signs[reason.supports]} {reason.text}" for reason in self.reasons)))


def make_line(
    applicant: Applicant, criterion: CriterionKey, findings: Findings | None, document: DocumentId | None
) -> ProposalLine | None:
    """The proposal beside a criterion: what was proposed when it was answered, else what is proposed now."""
    given = applicant.answer_to(criterion)
    proposal = None if findings is None else findings.proposal(criterion)
    told: Proposal | SeenProposal | None = given.proposed or proposal
    if told is None:
        return None
    answered = given.answer is not Answer.OPEN
    fits = proposal is not None and proposal.verdict is told.verdict
    return ProposalLine(
        verdict=told.verdict,
        words=proposal_words(told.verdict, told.band),
        hollow=not answered,
        overruled=answered and proposed_answer(told) not in {None, given.answer},
        reasons=_reasons(proposal) if fits and proposal is not None else (),
        places=places(proposal, document) if fits and proposal is not None and document and not answered else (),
    )


def proposal_words(verdict: Verdict, band: Band) -> str:
    """A proposal and how sure it is, in words."""
    if verdict is Verdict.UNSURE:
        return _("Pre-check: unsure")
    answer = answer_name(Answer.FINE if verdict is Verdict.FINE else Answer.LACKING)
    if band is Band.SURE:
        return _("Pre-check: {answer}").format(answer=answer)
    return _("Pre-check: probably {answer}").format(answer=answer)


def _reasons(proposal: Proposal) -> tuple[ReasonLine, ...]:
    """The heaviest reasons, those that speak for the proposal first; nothing supports an unsure one."""
    side = {Verdict.LACKING: 1, Verdict.FINE: -1, Verdict.UNSURE: 1}[proposal.verdict]
    lines = [
        ReasonLine(text=reason.text(current_language()), supports=reason.weight * side >= 0)
        for reason in proposal.reasons
    ]
    lines.sort(key=lambda line: not line.supports)
    return tuple(lines[:MOST_REASONS])
