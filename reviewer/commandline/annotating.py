"""The sub-command that saves a copy of an applicant's document with the pins in it: annotate."""

from __future__ import annotations

import argparse
from pathlib import Path

from reviewer.commandline.named_files import explain_file
from reviewer.commandline.output import DONE, REFUSED, print_document, say
from reviewer.commandline.reading import find_applicant, refresh
from reviewer.domain.applicant import Applicant, Document
from reviewer.domain.remarks import find_remarks
from reviewer.errors import DocumentUnreadable, Refused
from reviewer.i18n import ngettext
from reviewer.workspace import Workspace, write_annotated


def annotate(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Write the copy as a PDF; a document without pins comes out as a plain copy."""
    refresh(workspace)
    applicant = find_applicant(workspace, arguments.id)
    document = _document_at(applicant, arguments.document)
    remarks = find_remarks(applicant, document.id, workspace.checklist)
    out = Path(arguments.out)
    try:
        size = write_annotated(workspace, document.id, remarks, out)
    except DocumentUnreadable as unreadable:
        say(explain_file(unreadable))
        return REFUSED
    if arguments.json:
        print_document(
            {
                "applicant": applicant.id,
                "document": document.position,
                "version": document.version,
                "remarks": len(remarks),
                "bytes": size,
                "out": str(out),
            }
        )
    else:
        told = ngettext("{out}: {count} remark", "{out}: {count} remarks", len(remarks))
        print(told.format(out=out, count=len(remarks)))
    return DONE


def _document_at(applicant: Applicant, position: int) -> Document:
    for document in applicant.current_documents():
        if document.position == position:
            return document
    known = [document.position for document in applicant.current_documents()]
    raise Refused("document-unknown", known=", ".join(map(str, known)) or "-")
