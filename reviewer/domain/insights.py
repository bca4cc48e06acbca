"""What the insights page shows: figures over all applicants, without a name in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reviewer.domain.ids import CriterionKey

LEAST_PACES = 8
"""So many pairs of decisions it takes before the pace says anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionAgreement:
    """How answers to a criterion compare with what was proposed when they were given.

    missed: proposed as fine, found lacking; alarms: the reverse; unsure: answered where nothing was proposed.
    """

    criterion: CriterionKey
    same: int
    missed: int
    alarms: int
    unsure: int

    @property
    def compared(self) -> int:
        """Answers that had a proposal."""
        return self.same + self.missed + self.alarms

    @property
    def overruled(self) -> int:
        """Answers against their proposal."""
        return self.missed + self.alarms


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAgreement:
    """How often a rule spoke for a proposal that was answered, and how often people overruled it."""

    rule: str
    criterion: CriterionKey
    spoke: int
    overruled: int
    german: str
    english: str

    def text(self, language: str) -> str:
        """The rule's sentence without its figures ("de"; anything else is English)."""
        return self.german if language == "de" else self.english


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectCount:
    """How many applicants' CVs lacked something, in whichever round."""

    criterion: CriterionKey
    applicants: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BacklogDay:
    """One day's end: how many CVs waited for a decision, how many were decided that day, how many came."""

    day: date
    waiting: int
    decided: int
    arrived: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Minutes from one decision to the same person's next: the middle half of them and the median."""

    lower: float
    median: float
    upper: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RungReturn:
    """How many letters of a rung were sent, and how many corrected CVs came as the next thing after one."""

    rung: int
    sent: int
    returned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Insights:
    """Everything the page shows, as of a day; backlog is one entry a calendar day, oldest first."""

    today: date
    agreement: tuple[CriterionAgreement, ...]
    rules: tuple[RuleAgreement, ...]
    defects: tuple[DefectCount, ...]
    judged: int
    backlog: tuple[BacklogDay, ...]
    pace: Pace | None
    rungs: tuple[RungReturn, ...]
