"""The sub-command check: the pre-check of files that need not belong to any applicant, one JSON line a file."""

from __future__ import annotations

import argparse
import gc
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from reviewer.commandline.loose_files import LooseFiles
from reviewer.commandline.named_files import error_record, print_line, read_file
from reviewer.commandline.output import DONE, REFUSED, say
from reviewer.domain.findings import Findings, Proposal, Station
from reviewer.domain.reading import Reading
from reviewer.errors import DocumentUnreadable, ReviewerError, describe, find_frames
from reviewer.i18n import current_language

_log = logging.getLogger(f"reviewer.{__name__}")
_MOST_FRAMES = 6
Judge = Callable[[Reading, date], Findings]


def check_files(arguments: argparse.Namespace, judge: Judge | None = None) -> int:
    """Check each file; a bad one is told and the rest goes on, and the exit code is 1."""
    today = arguments.as_of or date.today()  # noqa: DTZ011 - the person's own day
    outcome = DONE
    for record in records(arguments.files, today, home=arguments.home, ocr=arguments.ocr, judge=judge):
        if "error" in record:
            outcome = REFUSED
        if arguments.json:
            print_line(record)
        else:
            _tell(record)
    return outcome


def records(
    files: Sequence[str], today: date, *, home: str | None = None, ocr: bool = False, judge: Judge | None = None
) -> Iterator[dict[str, Any]]:
    """One record a file, in their order; ms is the time from open file to findings in a warm worker.

    judge is by the program's own rules unless another is given; a file at which it fails is told, and the rest goes on.
    """
    from reviewer.checks.run import check, warm_up

    loose = LooseFiles(home=home, ocr=ocr, pictures=ocr)
    warm_up()
    # What is loaded by now stays; the collector need not go through it in the midst of a check.
    gc.freeze()
    try:
        for file in files:
            yield {"file": file, **_record(loose, file, today, judge or check)}
    finally:
        loose.close()


def _record(loose: LooseFiles, file: str, today: date, judge: Judge) -> dict[str, Any]:
    try:
        untrusted = read_file(file)
        loose.reader.warm()
        begun = time.perf_counter()
        findings = judge(loose.complete(untrusted, loose.reader.reading(untrusted)), today)
    except DocumentUnreadable as unreadable:
        return {"error": error_record(unreadable)}
    except ReviewerError:
        raise
    except Exception as fault:  # noqa: BLE001 - whatever it is, the other files are checked
        where = "; ".join(find_frames(fault.__traceback__)[-_MOST_FRAMES:])
        _log.error("a file could not be checked: %s, at %s", describe(fault), where)
        return {"error": error_record(DocumentUnreadable("check-failed"))}
    elapsed_ms = (time.perf_counter() - begun) * 1000
    return {**as_record(findings), "ms": round(elapsed_ms, 1)}


def as_record(findings: Findings) -> dict[str, Any]:
    """Findings as scripts are given them; names here are part of the contract."""
    newest = findings.newest_activity
    return {
        "language": findings.language,
        "pages": findings.pages,
        "text_quality": findings.text_quality.value,
        "rules_version": findings.rules_version,
        "criteria": {proposal.criterion: _proposal(proposal) for proposal in findings.proposals},
        "contacts": {
            "emails": list(findings.contacts.emails),
            "phones": list(findings.contacts.phones),
            "others": list(findings.contacts.others),
        },
        "stations": [_station(station) for station in findings.stations],
        "newest_activity": str(newest) if newest else None,
        "has_project_list": findings.has_project_list,
    }


def _proposal(proposal: Proposal) -> dict[str, Any]:
    return {
        "verdict": proposal.verdict.value,
        "band": proposal.band.value,
        "reasons": [
            {"rule": reason.rule, "text": reason.text(current_language()), "weight": reason.weight}
            for reason in proposal.reasons
        ],
        "evidence": [
            {"page": place.page, "rect": [round(side, 1) for side in place.rect], "text": place.text}
            for place in proposal.evidence
        ],
    }


def _station(station: Station) -> dict[str, Any]:
    return {
        "from": str(station.start),
        "to": str(station.end) if station.end else None,
        "page": station.place.page,
        "title": station.title,
        "industry": station.industry,
        "size": station.size,
        "tasks": list(station.tasks),
    }


def _tell(record: dict[str, Any]) -> None:
    """A file for people: a line for it and one for each criterion."""
    if "error" in record:
        say(f"{record['file']}: {record['error']['message']}")
        return
    print(f"{record['file']}\t{record['language']}\t{record['text_quality']}")
    for criterion, told in record["criteria"].items():
        print(
            f"\t{criterion}\t{told['verdict']}\t{told['band']}\t{told['reasons'][0]['text'] if told['reasons'] else ''}"
        )
