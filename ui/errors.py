"""Words for people about every kind of failure, and the report about a fault of the program itself."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from reviewer.errors import (
    DocumentUnreadable,
    Misconfigured,
    Outdated,
    Refused,
    ReviewerError,
    Unavailable,
    describe,
    find_frames,
)
from reviewer.i18n import gettext as _
from ui.error_words import WORDS

_log = logging.getLogger(f"reviewer.{__name__}")
_MOST_CAUSES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorWords:
    """What happened, and what a person can do about it."""

    title: str
    remedy: str


def words_for(error: BaseException) -> ErrorWords:
    """The words for any failure; a code nobody has words for gets those of its kind, with the code."""
    if isinstance(error, ReviewerError):
        made = WORDS.get(error.code)
        if made is not None:
            title, remedy = made()
            return ErrorWords(title=_fill(title, error), remedy=_fill(remedy, error))
        return ErrorWords(title=_kind(error), remedy=_("The code of this case is {code}.").format(code=error.code))
    return ErrorWords(
        title=_("Something went wrong in the program"),
        remedy=_("Nothing you entered is lost. Please copy the report and pass it on."),
    )


def words_for_code(code: str) -> ErrorWords:
    """The words for a bare code, as letters and reports carry it."""
    return words_for(ReviewerError(code))


def _fill(words: str, error: ReviewerError) -> str:
    try:
        return words.format(**error.facts)
    except (KeyError, IndexError):
        return words


def _kind(error: ReviewerError) -> str:
    match error:
        case Refused():
            return _("This is not possible")
        case Outdated():
            return _("Somebody has changed this meanwhile")
        case Unavailable():
            return _("Not reachable at the moment")
        case DocumentUnreadable():
            return _("This document cannot be shown")
        case Misconfigured():
            return _("A setting is wrong")
        case _:
            return _("This did not work")


def make_report(error: BaseException, trace: TracebackType | None, version: str) -> str:
    """A report about a fault, without personal data: kinds of errors and places in the code, no values."""
    import platform

    platform_line = f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
    lines = [f"reviewer {version}, {platform_line}", describe(error)]
    lines.extend(f"  from {describe(cause)}" for cause in _causes(error))
    lines.extend(f"  {frame}" for frame in find_frames(trace))
    return "\n".join(lines)


def _causes(error: BaseException) -> list[BaseException]:
    causes: list[BaseException] = []
    cause = error.__cause__ or error.__context__
    while cause is not None and len(causes) < _MOST_CAUSES:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    return causes


def install_excepthook(show: Callable[[str], None], version: Callable[[], str]) -> None:
    """Show and log a report for each exception nobody caught; Ctrl+C still ends the program."""

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = make_report(error, trace, version())
        _log.error("a fault of the program:\n%s", text)
        show(text)

    sys.excepthook = report
