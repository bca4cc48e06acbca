"""The kinds of failure; str(error) is a code with ids and counts, never personal data."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

_ROOT = Path(__file__).resolve().parent.parent
_MOST_FRAMES = 30


class ReviewerError(Exception):
    """Any failure the program foresees; code names it, hyphenated, for logs and for the words people see."""

    def __init__(self, code: str, **facts: str | float) -> None:
        self.code = code
        self.facts = facts
        detail = " ".join(f"{name}={value}" for name, value in facts.items())
        super().__init__(f"{code} {detail}".strip())


class Refused(ReviewerError):
    """The rules say no; shown beside the control."""


class Outdated(ReviewerError):
    """What the person saw no longer holds; put to them as a question."""


class Unavailable(ReviewerError):
    """The database, mail server or keyring does not answer; shown in the status line and tried again."""


class DocumentUnreadable(ReviewerError):
    """A document cannot be shown; said in the page area, the applicant can still be judged."""


class Misconfigured(ReviewerError):
    """A setting or file of the house is wrong; said at start with the remedy."""


def describe(error: BaseException) -> str:
    """A failure as logs and reports may have it: its kind, and what a foreseen one says; never another's text."""
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{kind}: {error}" if isinstance(error, ReviewerError) else kind


def find_frames(trace: TracebackType | None) -> tuple[str, ...]:
    """Where a failure came from, outermost first: files of the program, lines and functions, no values."""
    import traceback

    frames = traceback.extract_tb(trace)[-_MOST_FRAMES:]
    return tuple(f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)


def _short(filename: str) -> str:
    path = Path(filename)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name
