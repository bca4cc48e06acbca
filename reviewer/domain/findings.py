"""What the pre-check proposes for one document: verdicts with reasons and places, contacts and stations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.ids import CriterionKey
from reviewer.domain.reading import Rect


class Verdict(StrEnum):
    """What the pre-check proposes for a criterion."""

    FINE = "fine"
    LACKING = "lacking"
    UNSURE = "unsure"


class Band(StrEnum):
    """How sure a proposal is; an unsure verdict is always unclear."""

    SURE = "sure"
    LIKELY = "likely"
    UNCLEAR = "unclear"


class TextQuality(StrEnum):
    """What the text is worth: only good text and a clean text layer under a scan are judged."""

    GOOD = "good"
    OCR = "ocr"
    POOR = "poor"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words on a page: page from 1, rectangle in points from the page's top left."""

    page: int
    rect: Rect
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One rule that spoke: a positive weight speaks for a defect, a negative one against it."""

    rule: str
    weight: float
    german: str
    english: str

    def text(self, language: str) -> str:
        """The sentence in a language ("de"; anything else is English)."""
        return self.german if language == "de" else self.english


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The pre-check's answer to one criterion; reasons with the heaviest first.

    places are what it is seen by, an entry each where it is about entries, in reading order; further are more of the
    same entries: the second places of all, then the third, and so on.
    """

    criterion: CriterionKey
    verdict: Verdict
    band: Band
    reasons: tuple[Reason, ...]
    places: tuple[Place, ...]
    further: tuple[Place, ...] = ()

    @property
    def evidence(self) -> tuple[Place, ...]:
        """All places, those that say most first."""
        return self.places + self.further


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Month:
    """A month of a year; month is 1 to 12."""

    year: int
    month: int

    @property
    def number(self) -> int:
        """Months since the year 0, for differences."""
        return self.year * 12 + self.month - 1

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A project or post with its period; end is None while it lasts. Industry and size are the document's words."""

    start: Month
    end: Month | None
    place: Place
    title: str
    industry: str
    size: str
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """The person's own addresses and numbers (E.164), and those of others as they are written."""

    emails: tuple[str, ...]
    phones: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All the pre-check says of one document under one version of its rules; one proposal a criterion."""

    language: str
    pages: int
    text_quality: TextQuality
    rules_version: str
    proposals: tuple[Proposal, ...]
    contacts: Contacts
    stations: tuple[Station, ...]
    newest_activity: Month | None
    has_project_list: bool

    def proposal(self, criterion: CriterionKey) -> Proposal | None:
        """What is proposed for a criterion; None for one the rules do not know."""
        return next((proposal for proposal in self.proposals if proposal.criterion == criterion), None)
