"""Files named on the command line: their bytes, what is wrong with one in words, and a JSON line for each."""

from __future__ import annotations

import json
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reviewer.errors import DocumentUnreadable
from reviewer.i18n import gettext as _


def read_file(file: str) -> bytes:
    """The bytes of a file, never those of a pipe or a device, whose end may never come; else DocumentUnreadable."""
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


def print_line(record: Mapping[str, Any]) -> None:
    """A file's record as one line of JSON; a name whose bytes are no text keeps them as lone surrogates, escaped."""
    text = not any("\ud800" <= character <= "\udfff" for character in record["file"])
    print(json.dumps(record, ensure_ascii=not text), flush=True)


def error_record(failure: DocumentUnreadable) -> dict[str, str]:
    """Why a file could not be read, for scripts."""
    return {"code": failure.code, "message": explain_file(failure)}


def explain_file(failure: DocumentUnreadable) -> str:
    """A document's failure in words."""
    words = {
        "encrypted": _("It is protected by a password. Ask for a copy without one."),
        "damaged": _("It is damaged and cannot be opened. Ask for it again."),
        "unknown-kind": _("This kind of file cannot be shown. Ask for a PDF."),
        "legacy-word": _(
            "It is a Word file of the old kind (.doc). Ask for a PDF, or have LibreOffice show it: "
            "reviewer inspect --office"
        ),
        "office-failed": _("LibreOffice could not lay it out."),
        "no-office": _("LibreOffice is not installed. See: reviewer doctor"),
        "not-confined": _("LibreOffice cannot be kept away from files and network here. See: reviewer doctor"),
        "empty": _("It is empty. Ask for it again."),
        "nothing-inside": _("It is an archive or e-mail without a document that can be shown. Ask for a PDF."),
        "too-large": _("It is too large to be shown. Ask for a smaller one."),
        "too-slow": _("It took too long and was stopped. Ask for a simpler file, such as a plain PDF."),
        "crashed": _("It made its reader fail. Be careful with it."),
        "lied": _("It took its reader over. Be careful with it."),
        "check-failed": _("The pre-check failed by a fault of the program. Judge it yourself and report the fault."),
        "no-such-file": _("There is no such file. Check the name."),
        "not-a-file": _("This is not a file. Name the files themselves."),
        "not-permitted": _("The system does not let this file be read. Check its permissions."),
        "no-worker": _("The document reader does not start. See: reviewer doctor"),
    }
    return words.get(failure.code) or _("It cannot be shown ({code}).").format(code=failure.code)
