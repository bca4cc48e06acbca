"""Gives the figures of the insights page from this desk's copy of the shared database."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from reviewer.domain.checklist import Checklist
from reviewer.domain.ids import CriterionKey
from reviewer.domain.insights import Insights, RuleAgreement
from reviewer.storage.engine import reading
from reviewer.storage.insights import (
    load_agreement,
    load_backlog,
    load_defects,
    load_pace,
    load_rules,
    load_rungs,
)

_BLANK = re.compile(r"\{\w+\}(?:\.$)?")


class InsightReader:
    """What is not saved in the shared database yet is not counted, and erased people are no longer."""

    def __init__(self, replica: sa.Engine, checklist: Checklist, clock: Callable[[], datetime]) -> None:
        self._replica = replica
        self._checklist = checklist
        self._clock = clock

    def load(self) -> Insights:
        """All figures, of one moment."""
        today, keys = self._clock().astimezone().date(), self._checklist.keys()
        with reading(self._replica) as connection:
            defects, judged = load_defects(connection, keys)
            return Insights(
                today=today,
                agreement=load_agreement(connection, keys),
                rules=tuple(_rule(*row) for row in load_rules(connection)),
                defects=defects,
                judged=judged,
                backlog=load_backlog(connection, today),
                pace=load_pace(connection),
                rungs=load_rungs(connection),
            )


def _rule(name: str, spoke: int, overruled: int) -> RuleAgreement:
    """A rule with its sentence; one that is no longer known keeps its name."""
    from reviewer.checks.vocabulary import load

    criterion, _, short = name.partition(".")
    known = load("rules").get(criterion, {}).get("rules", {}).get(short, {})
    return RuleAgreement(
        rule=name,
        criterion=CriterionKey(criterion),
        spoke=spoke,
        overruled=overruled,
        german=_BLANK.sub("…", known.get("de", name)),
        english=_BLANK.sub("…", known.get("en", name)),
    )
