"""Findings for tests that need no document."""

from __future__ import annotations

from reviewer.domain.findings import (
    Band,
    Contacts,
    Findings,
    Month,
    Place,
    Proposal,
    Reason,
    Station,
    TextQuality,
    Verdict,
)
from reviewer.domain.ids import CriterionKey


def month(text: str) -> Month:
    """A month from "2014-03"."""
    year, _, number = text.partition("-")
    return Month(year=int(year), month=int(number))


def station(
    start: str, end: str | None, *, industry: str = "", size: str = "", tasks: tuple[str, ...] = (), page: int = 1
) -> Station:
    """A station whose period is written as "03/2014 - 12/2015"."""
    written = " - ".join(f"{one[5:]}/{one[:4]}" if one else "heute" for one in (start, end))
    return Station(
        start=month(start),
        end=month(end) if end else None,
        place=Place(page=page, rect=(48.0, 100.0, 150.0, 112.0), text=written),
        title="Plant manager",
        industry=industry,
        size=size,
        tasks=tasks,
    )


def proposal(criterion: str, verdict: Verdict = Verdict.LACKING, band: Band = Band.SURE) -> Proposal:
    """A proposal with one reason for it and one place."""
    weight = {Verdict.LACKING: 4.0, Verdict.FINE: -4.0, Verdict.UNSURE: 0.0}[verdict]
    reason = Reason(rule=f"{criterion}.rule", weight=weight, german="Darum.", english="Because.")
    place = Place(page=1, rect=(10.0, 20.0, 90.0, 32.0), text="Nordwerk")
    return Proposal(criterion=CriterionKey(criterion), verdict=verdict, band=band, reasons=(reason,), places=(place,))


def findings(
    *stations: Station,
    proposals: tuple[Proposal, ...] = (),
    newest: str | None = None,
    emails: tuple[str, ...] = (),
    phones: tuple[str, ...] = (),
) -> Findings:
    """Findings of a German CV of two pages."""
    return Findings(
        language="de",
        pages=2,
        text_quality=TextQuality.GOOD,
        rules_version="1",
        proposals=proposals,
        contacts=Contacts(emails=emails, phones=phones, others=()),
        stations=stations,
        newest_activity=month(newest) if newest else None,
        has_project_list=len(stations) > 1,
    )
