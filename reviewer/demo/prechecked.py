"""What the pre-check is said to have proposed when invented reviewers answered: mostly what they said themselves."""

from __future__ import annotations

import random

from reviewer.domain.applicant import Answer, SeenProposal
from reviewer.domain.findings import Band, Verdict
from reviewer.domain.ids import ApplicantId, CriterionKey

RULES: dict[str, dict[Verdict, tuple[str, ...]]] = {
    "contact": {Verdict.FINE: ("contact.both",), Verdict.LACKING: ("contact.none",)},
    "context": {Verdict.FINE: ("context.both-told",), Verdict.LACKING: ("context.few-told", "context.missing-at")},
    "tasks": {Verdict.FINE: ("tasks.told",), Verdict.LACKING: ("tasks.few-told", "tasks.reporting")},
    "clarity": {Verdict.FINE: ("clarity.few-unknown",), Verdict.LACKING: ("clarity.many-unknown",)},
    "projects": {Verdict.FINE: ("projects.no-claim",), Verdict.LACKING: ("projects.no-list",)},
    "currency": {Verdict.FINE: ("currency.recent",), Verdict.LACKING: ("currency.old",)},
}
_OVERRULED = {"clarity": 0.14, "context": 0.07, "tasks": 0.05}
_USUALLY_OVERRULED = 0.02
_UNSURE = 0.06
_LIKELY = 0.2


def proposal_beside(id: ApplicantId, criterion: CriterionKey, answer: Answer, rules_version: str) -> SeenProposal:
    """The proposal beside an answer that is fine or lacking; the same for the same applicant and criterion."""
    chance = random.Random(f"{id} {criterion}")
    verdict = Verdict.LACKING if answer is Answer.LACKING else Verdict.FINE
    if chance.random() < _UNSURE:
        return SeenProposal(verdict=Verdict.UNSURE, band=Band.UNCLEAR, rules=(), rules_version=rules_version)
    if chance.random() < _OVERRULED.get(criterion, _USUALLY_OVERRULED):
        verdict = Verdict.FINE if verdict is Verdict.LACKING else Verdict.LACKING
    band = Band.LIKELY if chance.random() < _LIKELY else Band.SURE
    rules = RULES.get(criterion, {}).get(verdict, ())
    return SeenProposal(verdict=verdict, band=band, rules=rules, rules_version=rules_version)
