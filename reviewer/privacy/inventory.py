"""The one list of places that hold personal data, and how each is emptied."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Where a place is."""

    SHARED = "shared database"
    DESK = "this desk"
    MEMORY = "memory"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place: a table (its personal columns), a file or a cache; erased_by says what empties it."""

    name: str
    side: Side
    holds: str
    erased_by: str


_CASCADE = "deleted with the applicant's row"
INVENTORY: tuple[Place, ...] = (
    Place(
        name="applicant",
        side=Side.SHARED,
        holds="name, address, opt-in evidence, standing, draft",
        erased_by="row deleted",
    ),
    Place(name="document", side=Side.SHARED, holds="file names and hashes", erased_by=_CASCADE),
    Place(name="content", side=Side.SHARED, holds="the documents themselves", erased_by=_CASCADE),
    Place(
        name="answer",
        side=Side.SHARED,
        holds="answers, quoted evidence, what the pre-check proposed",
        erased_by=_CASCADE,
    ),
    Place(name="note", side=Side.SHARED, holds="colleagues' remarks", erased_by=_CASCADE),
    Place(name="decision", side=Side.SHARED, holds="decisions", erased_by=_CASCADE),
    Place(
        name="reply",
        side=Side.SHARED,
        holds="objections and other replies of the applicant, in the reviewer's words",
        erased_by=_CASCADE,
    ),
    Place(
        name="letter",
        side=Side.SHARED,
        holds="letters with recipient; a deletion's confirmation until it is sent",
        erased_by="deleted with the applicant's row; the confirmation once it is sent",
    ),
    Place(
        name="template_text",
        side=Side.SHARED,
        holds="which reviewer saved a version of a letter's text; nothing of applicants",
        erased_by="stays: the house's own record, not an applicant's",
    ),
    Place(
        name="mirror", side=Side.DESK, holds="the same nine tables as a copy", erased_by="row deleted, copies follow"
    ),
    Place(name="journal", side=Side.DESK, holds="acts not yet saved, questions", erased_by="rows deleted by applicant"),
    Place(
        name="demand",
        side=Side.DESK,
        holds="the confirmation of a deletion until the shared database has it",
        erased_by="row deleted once met",
    ),
    Place(name="queue_row", side=Side.DESK, holds="rows of the queue", erased_by="row deleted by applicant"),
    Place(name="letter_row", side=Side.DESK, holds="rows of the outbox", erased_by="rows deleted by applicant"),
    Place(
        name="search",
        side=Side.DESK,
        holds="folded names, ids, addresses, file names",
        erased_by="row deleted, then the index rewritten",
    ),
    Place(
        name="dispatch",
        side=Side.DESK,
        holds="what a mail server said of a letter, without its recipient",
        erased_by="row deleted once the shared database knows it",
    ),
    Place(
        name="finding",
        side=Side.DESK,
        holds="what the pre-check found in CVs, with their words",
        erased_by="rows deleted by applicant",
    ),
    Place(name="findings shown", side=Side.MEMORY, holds="findings of CVs looked at", erased_by="dropped by document"),
    Place(
        name="program folder",
        side=Side.OUTSIDE,
        holds="one document and its PDF while LibreOffice converts it; in memory on Linux, in the home elsewhere",
        erased_by="removed after each conversion; what a killed run left, at the next start",
    ),
    Place(
        name="outside results",
        side=Side.MEMORY,
        holds="layouts made by LibreOffice, words read by OCR",
        erased_by="dropped by document",
    ),
    Place(name="page cache", side=Side.MEMORY, holds="rendered pages and words", erased_by="dropped by document"),
    Place(
        name="opened documents",
        side=Side.OUTSIDE,
        holds="documents that a person opened with another program, in the home",
        erased_by="removed by document, and all at each start and end; copies the other program made are its own",
    ),
    Place(
        name="mail folder",
        side=Side.OUTSIDE,
        holds="letters written as .eml files, when the folder is the transport",
        erased_by="files named by the person's letters deleted",
    ),
)
MIRRORED = ("applicant", "document", "content", "answer", "note", "decision", "letter", "reply", "template_text")
