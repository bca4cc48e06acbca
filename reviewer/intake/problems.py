"""The words for a row or file that stayed outside."""

from __future__ import annotations

from reviewer.domain.arrival import RowProblem, Unpacked
from reviewer.i18n import gettext as _

FILE = "file"
"""The column of a problem in a folder without a table; its line is the file's number in alphabetical order."""


def words(problem: RowProblem) -> str:
    """Where and why, in the language being spoken; an unknown code stands for itself."""
    reason = _reasons().get(problem.code, problem.code)
    if problem.column == FILE:
        template = _("file {line} in alphabetical order: {reason}")
    elif problem.column:
        template = _("line {line}, column {column}: {reason}")
    else:
        template = _("line {line}: {reason}")
    return template.format(line=problem.line, column=problem.column, reason=reason)


def unpacked_words(unpacked: Unpacked) -> str:
    """What came out of a container, in the language being spoken; names of files, for the person who imports."""
    told = _("{container} was unpacked: {documents}").format(
        container=unpacked.container, documents=", ".join(unpacked.documents) or _("nothing new")
    )
    if not unpacked.left_out:
        return told
    names = ", ".join(one.name for one in unpacked.left_out)
    return _("{told}; left out: {names}").format(told=told, names=names)


def _reasons() -> dict[str, str]:
    return _row_reasons() | _field_reasons() | _file_reasons()


def _row_reasons() -> dict[str, str]:
    return {
        "columns-unknown": _("columns this program does not know were left aside"),
        "quote-unclosed": _("a quotation mark opens here and does not close where it should"),
        "row-too-long": _("the row is too long to be an applicant"),
        "text-unreadable": _("there are damaged characters; save the table as UTF-8"),
        "too-few-fields": _("the row has fewer fields than the header"),
        "too-many-fields": _("the row has more fields than the header"),
    }


def _field_reasons() -> dict[str, str]:
    return {
        "date-unreadable": _("this is not a date such as 2017-05-04 or 04.05.2017 14:02"),
        "email-invalid": _("this is not an e-mail address"),
        "email-missing": _("the e-mail address is missing"),
        "id-invalid": _("the ID contains control characters"),
        "id-missing": _("the ID is missing"),
        "id-repeated": _("an earlier row has the same ID"),
        "id-too-long": _("the ID is longer than 100 characters"),
        "ip-invalid": _("this is not an IP address"),
        "language-unknown": _("letters are written in German (de) or English (en) only"),
        "salutation-unknown": _("this is not a salutation such as Frau, Herr, Ms, Mr or divers"),
        "terms-too-long": _("the version of the terms is longer than 200 characters"),
    }


def _file_reasons() -> dict[str, str]:
    return {
        "container-damaged": _("this archive or e-mail is damaged and cannot be unpacked; ask for it again"),
        "container-empty": _("there is nothing in this archive or e-mail"),
        "container-encrypted": _("the archive is protected by a password; ask for one without"),
        "container-nothing-inside": _("nothing in this archive or e-mail can be read as a document"),
        "container-too-large": _("what is in this archive or e-mail is larger than 30 MB"),
        "container-too-slow": _("this archive or e-mail takes too long to unpack; ask for the CV by itself"),
        "cv-ambiguous": _("several files bear this name in different spellings"),
        "cv-missing": _("no file is named"),
        "cv-not-found": _("the file is not in the folder"),
        "cv-outside-folder": _("the file lies outside the folder and was not read"),
        "cv-too-large": _("the file is larger than 30 MB"),
        "cv-too-many": _("more than 10 files are named"),
        "cv-unreadable": _("the file cannot be read"),
        "file-repeated": _("the same file is already there under another name"),
        "folder-not-entered": _("this is a folder; files in it are not read unless a table names them"),
        "kind-unknown": _("this kind of file is not read; PDF, Word, text, pictures, ZIP and e-mails are"),
    }
