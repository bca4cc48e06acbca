"""What the demonstration plants: for each invented applicant the defects, the form, the files and the state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from reviewer.domain.applicant import OptIn, Person
from reviewer.domain.ids import ApplicantId


class Defect(StrEnum):
    """What a planted CV lacks; the value is the key of the checklist's criterion."""

    CONTACT = "contact"
    CONTEXT = "context"
    TASKS = "tasks"
    CLARITY = "clarity"
    PROJECTS = "projects"
    CURRENCY = "currency"


class Layout(StrEnum):
    """How a CV looks; the values before DOCX_PLAIN are drawn as PDF."""

    CLASSIC = "classic"
    SIDEBAR = "sidebar"
    DENSE = "dense"
    EUROPASS = "europass"
    MINIMAL = "minimal"
    BOXES = "boxes"
    WORD = "word"
    LETTERHEAD = "letterhead"
    COVER = "cover"
    TIMELINE = "timeline"
    SLIDES = "slides"
    MATRIX = "matrix"
    TYPEWRITER = "typewriter"
    BANNER = "banner"
    DOCX_PLAIN = "docx-plain"
    DOCX_TABLE = "docx-table"
    DOCX_GRID = "docx-grid"
    PLAIN_TEXT = "plain-text"


class Kind(StrEnum):
    """What the CV's bytes are."""

    PDF = "pdf"
    DOCX = "docx"
    SCAN = "scan"
    PHOTOGRAPH = "photograph"
    LOCKED = "locked"
    DAMAGED = "damaged"
    TEXT = "text"


class Stage(StrEnum):
    """Where the demonstration puts an applicant."""

    NEW = "new"
    CORRECTED = "corrected"
    FOLLOW_UP = "follow_up"
    ASLEEP = "asleep"
    ACCEPTED = "accepted"
    OUT = "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoState:
    """What has happened to an applicant: one number in sent_days_ago for each rung sent, oldest first.

    decided_days_ago is meant for ACCEPTED and OUT, asleep_until and reason for ASLEEP.
    """

    stage: Stage
    sent_days_ago: tuple[int, ...] = ()
    decided_days_ago: int | None = None
    asleep_until: date | None = None
    reason: str = ""

    @property
    def rung(self) -> int:
        """The last rung sent, 0 when none was."""
        return len(self.sent_days_ago)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedCv:
    """The second version of a CV: its path, when it came, and what it still lacks."""

    path: Path
    arrived_days_ago: int
    defects: frozenset[Defect]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoApplicant:
    """One invented applicant; files are names in the folder, the CV first."""

    id: ApplicantId
    person: Person
    opt_in: OptIn
    kind: Kind
    layout: Layout
    defects: frozenset[Defect]
    state: DemoState
    files: tuple[str, ...]
    corrected: CorrectedCv | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPlan:
    """All invented applicants by descending id, and the folders that hold their files.

    corrected_folder holds the second versions with an applicants.csv of their own.
    """

    folder: Path
    corrected_folder: Path
    applicants: tuple[DemoApplicant, ...]
    cancelled: bool = False
