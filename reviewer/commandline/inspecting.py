"""The sub-command that reads any files as the window would, and tells how each came out: inspect."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.commandline.named_files import error_record, explain_file, print_line, read_file
from reviewer.commandline.output import DONE, REFUSED
from reviewer.domain.pages import CONTAINERS
from reviewer.errors import DocumentUnreadable
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext

if TYPE_CHECKING:
    from reviewer.commandline.loose_files import LooseFiles
    from reviewer.documents.survey import Survey


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """One file's result, ocr: with text by OCR; survey is None when the file itself could not be read."""

    file: str
    survey: Survey | None
    failure: DocumentUnreadable | None
    ocr: bool
    ms: float


def inspect(arguments: argparse.Namespace) -> int:
    """Tell of each file how much of it can be shown; 1 when one cannot be shown whole. Needs no home."""
    code = DONE
    for found in _inspected(arguments):
        if arguments.json:
            print_line(_record(found))
        else:
            print(_line(found), flush=True)
        if found.failure:
            code = REFUSED
    return code


def _inspected(arguments: argparse.Namespace) -> Iterator[Inspected]:
    from reviewer.commandline.loose_files import LooseFiles

    files = LooseFiles(home=arguments.home, office=arguments.office, ocr=arguments.ocr)
    files.reader.warm()
    try:
        for file in arguments.files:
            yield _inspect(files, file)
    finally:
        files.close()


def _inspect(files: LooseFiles, file: str) -> Inspected:
    begun = time.perf_counter()
    survey, failure, ocr = None, None, False
    try:
        survey, ocr = files.survey(read_file(file))
        failure = survey.failure
    except DocumentUnreadable as unreadable:
        failure = unreadable
    return Inspected(file=file, survey=survey, failure=failure, ocr=ocr, ms=(time.perf_counter() - begun) * 1_000)


def _record(found: Inspected) -> dict[str, Any]:
    survey = found.survey
    facts = survey.facts if survey else None
    record: dict[str, Any] = {
        "file": found.file,
        "ok": found.failure is None,
        "kind": facts.kind.value if facts else None,
        "pages": len(facts.pages) if facts else 0,
        "rendered_pages": survey.rendered_pages if survey else 0,
        "chars": survey.characters if survey else 0,
        "ocr": found.ocr,
        "ms": round(found.ms, 1),
        "error": error_record(found.failure) if found.failure else None,
    }
    if facts and facts.kind in CONTAINERS:
        record["contains"] = [{"name": one.name, "kind": one.kind, "pages": one.pages} for one in facts.contains]
    return record


def _line(found: Inspected) -> str:
    survey, failure = found.survey, found.failure
    file = "".join(character if character.isprintable() else "\ufffd" for character in found.file)
    if survey is None or survey.facts is None:
        return _("{file}: {problem}").format(file=file, problem=explain_file(failure) if failure else "")
    pages = len(survey.facts.pages)
    if failure:
        return _("{file}: {rendered} of {pages} pages can be shown. {problem}").format(
            file=file, rendered=survey.rendered_pages, pages=pages, problem=explain_file(failure)
        )
    if survey.partial:
        return _("{file}: {rendered} of {pages} pages were looked at in the time there is.").format(
            file=file, rendered=survey.rendered_pages, pages=pages
        )
    told = ngettext(
        "{file}: {kind}, {pages} page, {characters} characters",
        "{file}: {kind}, {pages} pages, {characters} characters",
        pages,
    )
    line = told.format(file=file, kind=survey.facts.kind.value, pages=pages, characters=survey.characters)
    names = ", ".join(one.name for one in survey.facts.contains)
    return _("{line}; in it: {names}").format(line=line, names=names) if names else line
