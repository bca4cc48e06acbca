"""The sub-command that reads any files as the window would, and tells how each came out: inspect."""

from __future__ import annotations

import argparse
import json
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
            print(json.dumps(_record(found), ensure_ascii=not _is_text(found.file)), flush=True)
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
        survey, ocr = files.survey(_read(file))
        failure = survey.failure
    except DocumentUnreadable as unreadable:
        failure = unreadable
    return Inspected(file=file, survey=survey, failure=failure, ocr=ocr, ms=(time.perf_counter() - begun) * 1_000)


def _read(file: str) -> bytes:
    """The bytes of a file, never those of a pipe or a device, whose end may never come."""
    from reviewer.documents.limits import MAX_DOCUMENT_BYTES

    try:
        facts = Path(file).stat()
        if not stat.S_ISREG(facts.st_mode):
            raise DocumentUnreadable("not-a-file")
        if facts.st_size > MAX_DOCUMENT_BYTES:
            raise DocumentUnreadable("too-large")
        with Path(file).open("rb") as source:
            return source.read(MAX_DOCUMENT_BYTES + 1)
    except FileNotFoundError:
        raise DocumentUnreadable("no-such-file") from None
    except (OSError, ValueError):
        raise DocumentUnreadable("not-permitted") from None


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
        "error": {"code": found.failure.code, "message": explain(found.failure)} if found.failure else None,
    }
    if facts and facts.kind in CONTAINERS:
        record["contains"] = [{"name": one.name, "kind": one.kind, "pages": one.pages} for one in facts.contains]
    return record


def _is_text(name: str) -> bool:
    """Whether a name can be written; Python keeps bytes that it could not read as lone surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _line(found: Inspected) -> str:
    survey, failure = found.survey, found.failure
    file = "".join(character if character.isprintable() else "\ufffd" for character in found.file)
    if survey is None or survey.facts is None:
        return _("{file}: {problem}").format(file=file, problem=explain(failure) if failure else "")
    pages = len(survey.facts.pages)
    if failure:
        return _("{file}: {rendered} of {pages} pages can be shown. {problem}").format(
            file=file, rendered=survey.rendered_pages, pages=pages, problem=explain(failure)
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


def explain(failure: DocumentUnreadable) -> str:
    """A document's failure in words."""
    words = {
        "encrypted": _("It is protected by a password. Ask for a copy without one."),
        "damaged": _("It is damaged and cannot be opened. Ask for it again."),
        "unknown-kind": _("This kind of file cannot be shown. Ask for a PDF."),
        "legacy-word": _("It is a Word file of the old kind (.doc), which LibreOffice can show: --office"),
        "office-failed": _("LibreOffice could not lay it out."),
        "no-office": _("LibreOffice is not installed. See: reviewer doctor"),
        "not-confined": _("LibreOffice cannot be kept away from files and network here. See: reviewer doctor"),
        "empty": _("It is empty. Ask for it again."),
        "nothing-inside": _("It is an archive or e-mail without a document that can be shown. Ask for a PDF."),
        "too-large": _("It is too large to be shown. Ask for a smaller one."),
        "too-slow": _("It took too long and was stopped. Ask for a simpler file, such as a plain PDF."),
        "crashed": _("It made its reader fail. Be careful with it."),
        "lied": _("It took its reader over. Be careful with it."),
        "no-such-file": _("There is no such file. Check the name."),
        "not-a-file": _("This is not a file. Name the files themselves."),
        "not-permitted": _("The system does not let this file be read. Check its permissions."),
        "no-worker": _("The document reader does not start. See: reviewer doctor"),
    }
    return words.get(failure.code) or _("It cannot be shown ({code}).").format(code=failure.code)
