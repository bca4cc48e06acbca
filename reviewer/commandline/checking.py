"""The sub-command check: the pre-check of files that need not belong to any applicant, one JSON line a file."""

from __future__ import annotations

import argparse
import gc
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from reviewer.commandline.loose_files import LooseFiles
from reviewer.commandline.output import DONE, REFUSED, say
from reviewer.documents.limits import MAX_DOCUMENT_BYTES
from reviewer.domain.findings import Findings, Proposal, Station
from reviewer.errors import DocumentUnreadable
from reviewer.i18n import current_language
from reviewer.i18n import gettext as _


def check_files(arguments: argparse.Namespace) -> int:
    """Check each file; a bad one is told and the rest goes on, and the exit code is 1."""
    today = arguments.as_of or date.today()  # noqa: DTZ011 - the person's own day
    outcome = DONE
    for record in records([Path(file) for file in arguments.files], today, home=arguments.home, ocr=arguments.ocr):
        if "error" in record:
            outcome = REFUSED
        if arguments.json:
            print(json.dumps(record, ensure_ascii=False), flush=True)
        else:
            _tell(record)
    return outcome


def records(files: list[Path], today: date, *, home: str | None = None, ocr: bool = False) -> Iterator[dict[str, Any]]:
    """One record a file, in their order; ms is the time from open file to findings in a warm worker."""
    from reviewer.checks.run import warm_up

    loose = LooseFiles(home=home, ocr=ocr)
    warm_up()
    # What is loaded by now stays; the collector need not go through it in the midst of a check.
    gc.freeze()
    try:
        for file in files:
            yield {"file": str(file), **_record(loose, file, today)}
    finally:
        loose.close()


def _record(loose: LooseFiles, file: Path, today: date) -> dict[str, Any]:
    from reviewer.checks.run import check

    try:
        untrusted = _read(file)
        loose.reader.warm()
        begun = time.perf_counter()
        findings = check(loose.complete(untrusted, loose.reader.reading(untrusted)), today)
    except DocumentUnreadable as unreadable:
        return {"error": {"code": unreadable.code, "message": _explain(unreadable.code)}}
    elapsed_ms = (time.perf_counter() - begun) * 1000
    return {**as_record(findings), "ms": round(elapsed_ms, 1)}


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_DOCUMENT_BYTES:
            raise DocumentUnreadable("too-large")
        return file.read_bytes()
    except OSError:
        raise DocumentUnreadable("missing") from None


def _explain(code: str) -> str:
    words = {
        "missing": _("The file cannot be read."),
        "empty": _("The file is empty."),
        "damaged": _("The file is damaged."),
        "encrypted": _("The file is protected by a password."),
        "legacy-word": _("The file is a Word file of the old kind (.doc)."),
        "too-large": _("The file is too large."),
        "unknown-kind": _("The file is neither PDF, DOCX, image nor plain text."),
        "too-slow": _("The file took too long to read."),
    }
    return words.get(code, _("The file cannot be read safely."))


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
