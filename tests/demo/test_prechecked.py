"""The invented past of the pre-check speaks of rules there are."""

from __future__ import annotations

from reviewer.checks.vocabulary import load
from reviewer.demo.prechecked import RULES, proposal_beside
from reviewer.domain.applicant import Answer
from reviewer.domain.findings import Verdict
from reviewer.domain.ids import ApplicantId, CriterionKey


def test_every_rule_of_the_invented_past_is_a_rule() -> None:
    named = {rule for verdicts in RULES.values() for rules in verdicts.values() for rule in rules}
    known = {f"{criterion}.{rule}" for criterion in RULES for rule in load("rules")[criterion]["rules"]}
    assert named <= known


def test_most_invented_answers_are_what_was_proposed() -> None:
    told = [proposal_beside(ApplicantId(str(id)), CriterionKey("clarity"), Answer.FINE, "1") for id in range(400)]
    assert sum(one.verdict is Verdict.FINE for one in told) > 300
    assert {one.verdict for one in told} == set(Verdict)
