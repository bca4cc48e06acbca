"""What a document does not tell, and where: told to the applicant once a person has found the criterion lacking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviewer.domain.career import career_of
from reviewer.domain.findings import Findings, Month, Station, TextQuality, Verdict
from reviewer.domain.ids import CriterionKey

MOST_NAMED = 3
"""Periods that are named; how many more there are is only counted."""


class Lack(StrEnum):
    """The kinds of what is not told; the value names the sentence in the letters' building blocks."""

    CONTEXT = "context"
    INDUSTRY = "industry"
    SIZE = "size"
    TASKS = "tasks"
    SINCE = "since"
    BETWEEN = "between"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From month to month, both included; end is None for what lasts."""

    start: Month
    end: Month | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """One kind of thing that is not told, of these periods (newest first) and so many more."""

    lack: Lack
    spans: tuple[Span, ...] = ()
    more: int = 0


def shortfalls(findings: Findings, criterion: CriterionKey, today: date) -> tuple[Shortfall, ...]:
    """What a criterion lacks where; nothing when the rules found the criterion fine or the text was no good.

    Who overruled the rules saw something else than they did, so what they counted is not held against the applicant.
    """
    proposal = findings.proposal(criterion)
    readable = findings.text_quality in {TextQuality.GOOD, TextQuality.OCR}
    if proposal is None or proposal.verdict is Verdict.FINE or not readable:
        return ()
    match criterion:
        case "context":
            return tuple(_context(findings.stations))
        case "tasks":
            bare = [station for station in findings.stations if not station.tasks]
            return (_told(Lack.TASKS, bare),) if bare else ()
        case "currency":
            return tuple(_silences(findings, today))
        case "contact":
            return tuple(_contact(findings))
        case _:
            return ()


def _context(stations: Sequence[Station]) -> Iterable[Shortfall]:
    kinds = (
        (Lack.CONTEXT, [one for one in stations if not one.industry and not one.size]),
        (Lack.INDUSTRY, [one for one in stations if not one.industry and one.size]),
        (Lack.SIZE, [one for one in stations if one.industry and not one.size]),
    )
    return (_told(lack, bare) for lack, bare in kinds if bare)


def _told(lack: Lack, stations: Iterable[Station]) -> Shortfall:
    spans = dict.fromkeys(Span(start=station.start, end=station.end) for station in stations)
    newest = sorted(spans, key=lambda span: (span.end is None, span.end or span.start, span.start), reverse=True)
    return Shortfall(lack=lack, spans=tuple(newest[:MOST_NAMED]), more=max(0, len(newest) - MOST_NAMED))


def _silences(findings: Findings, today: date) -> Iterable[Shortfall]:
    career = career_of(findings, today)
    if career is None:
        return
    ends = [silence for silence in career.silences if silence.end == career.last]
    newest = career.newest
    if ends and newest is not None and newest.number < ends[0].start.number + 1:
        yield Shortfall(lack=Lack.SINCE, spans=(Span(start=newest, end=newest),))
    between = [silence for silence in career.silences if silence.end != career.last]
    if between:
        spans = tuple(Span(start=silence.start, end=silence.end) for silence in reversed(between[-MOST_NAMED:]))
        yield Shortfall(lack=Lack.BETWEEN, spans=spans)


def _contact(findings: Findings) -> Iterable[Shortfall]:
    """Only what is missing beside the other: where both are missing, the paragraph says so already."""
    contacts = findings.contacts
    if contacts.phones and not contacts.emails:
        yield Shortfall(lack=Lack.EMAIL)
    if contacts.emails and not contacts.phones:
        yield Shortfall(lack=Lack.PHONE)
