"""The bounds on what one document may cost."""

from __future__ import annotations

from dataclasses import dataclass

MAX_DOCUMENT_BYTES = 30_000_000
MAX_PAGES = 200
MAX_SIDE_PX = 10_000
MAX_PICTURE_PX = 16_000_000
MAX_TEXT_CHARACTERS = 100_000
MAX_WORDS = 50_000
MAX_WORD_CHARACTERS = 1_000
MAX_PAGE_POINTS = 20_000.0
MAX_COORDINATE = 1_000_000.0
MAX_READING_BYTES = MAX_WORDS * 34 + MAX_TEXT_CHARACTERS * 4 + 2_000_000

MAX_PART_OF_PX = 60_000
MAX_LINKS = 500
MAX_TARGET_CHARACTERS = 2_000
MAX_LABEL_CHARACTERS = 20
MAX_REMARKS = 200
MAX_REMARK_TITLE = 200
MAX_REMARK_CHARACTERS = 2_000
MAX_ANNOTATED_BYTES = 2 * MAX_DOCUMENT_BYTES

MAX_CONTAINED = 20
MAX_CONTAINED_BYTES = 100_000_000
MAX_NAME_CHARACTERS = 120

MEMORY_BYTES = 1 << 30
CPU_SECONDS = 60
OPEN_FILES = 16

SLOT_BYTES = 32 << 20
SLOTS = 3
# A sheet of A4 at 96 dpi, and at twice that: what a worker has laid for its first picture, at least and at most.
LEAST_LAID_BYTES, MOST_LAID_BYTES = 4 << 20, 16 << 20

KILLS_UNTIL_GIVEN_UP = 2
KILLS_OF_ALL_PAGES_UNTIL_GIVEN_UP = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """Seconds until a worker is killed: for its start, for open and first page together, for each later answer.

    survey_s is for a whole document with all its pages and its text; it ends with what there is then. unpack_s is for
    all that an archive or a message holds; the usual one takes a fifth of a second.
    """

    start_s: float = 15.0
    first_page_s: float = 2.0
    page_s: float = 2.5
    whole_text_s: float = 10.0
    survey_s: float = 2.5
    unpack_s: float = 2.5
