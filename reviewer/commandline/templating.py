"""The sub-commands of letters' texts: templates, and template show, check, save, default."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from reviewer.commandline.output import DONE, REFUSED, print_document, print_records, say
from reviewer.commandline.reading import refresh
from reviewer.domain.letter import Language
from reviewer.domain.template_texts import LONGEST_TEXT, TextFault, TextKey, TextRow, TextVersion, known_key
from reviewer.errors import Refused
from reviewer.i18n import gettext as _
from reviewer.workspace import Workspace

_MOST_BYTES = LONGEST_TEXT * 4
FROM_INPUT = "-"


def templates(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """List every text letters are made of, with its newest version."""
    refresh(workspace)
    rows = workspace.templates.list()
    if arguments.json:
        print_records(map(_row_record, rows))
    else:
        for row in rows:
            print(f"{row.key.name}\t{row.key.language.value}\t{row.version}\t{_('changed') if row.changed else '-'}")
    return DONE


def template(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Show, check or save one text, or go back to the program's own."""
    key = known_key(arguments.name, Language(arguments.language), workspace.checklist)
    deeds = {"show": _show, "check": _check, "save": _save, "default": _default}
    return deeds[arguments.deed](key, arguments, workspace)


def _show(key: TextKey, arguments: argparse.Namespace, workspace: Workspace) -> int:
    refresh(workspace)
    opened = workspace.templates.open(key)
    version = opened.newest if arguments.version is None else opened.find(arguments.version)
    if arguments.json:
        history = [_version_record(one) for one in opened.history]
        print_document({**_version_record(version), "text": version.text, "versions": history})
    else:
        print(version.text.rstrip("\n"))
    return DONE


def _check(key: TextKey, arguments: argparse.Namespace, workspace: Workspace) -> int:
    faults = workspace.templates.check(key, _read(arguments.file))
    if arguments.json:
        print_records(_fault_record(fault, workspace) for fault in faults)
    _tell(faults, workspace)
    return REFUSED if faults else DONE


def _save(key: TextKey, arguments: argparse.Namespace, workspace: Workspace) -> int:
    refresh(workspace)
    text = _read(arguments.file)
    faults = workspace.templates.check(key, text)
    if faults:
        _tell(faults, workspace)
        return REFUSED
    seen = workspace.templates.open(key).newest.version if arguments.seen is None else arguments.seen
    return _tell_saved(workspace.templates.save(key, text, seen), arguments)


def _default(key: TextKey, arguments: argparse.Namespace, workspace: Workspace) -> int:
    refresh(workspace)
    newest = workspace.templates.open(key).newest
    if newest.is_default:
        if arguments.json:
            print_document(_version_record(newest))
        say(_("This is the program’s own text already; nothing was changed."))
        return DONE
    return _tell_saved(workspace.templates.return_to_default(key, newest.version), arguments)


def _tell_saved(saved: TextVersion, arguments: argparse.Namespace) -> int:
    if arguments.json:
        print_document(_version_record(saved))
    say(_("Saved as version {version}; letters are written from it now.").format(version=saved.version))
    return DONE


def _tell(faults: tuple[TextFault, ...], workspace: Workspace) -> None:
    for fault in faults:
        why = workspace.templates.explain(fault)
        say(_("Line {line}: {why}").format(line=fault.line, why=why) if fault.line else why)


def _read(name: str) -> str:
    """The text of a file, or of the standard input; Refused for what is no text."""
    untrusted = sys.stdin.buffer.read(_MOST_BYTES) if name == FROM_INPUT else _bytes_of(Path(name))
    try:
        return untrusted.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("template-not-utf8", byte=error.start) from None


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST_BYTES)


def _row_record(row: TextRow) -> dict[str, Any]:
    return {
        "name": row.key.name,
        "language": row.key.language.value,
        "version": row.version,
        "changed": row.changed,
        "saved_at": None if row.saved_at is None else row.saved_at.isoformat(),
        "saved_by": row.saved_by,
        "draft": row.has_draft,
    }


def _version_record(version: TextVersion) -> dict[str, Any]:
    return {
        "name": version.key.name,
        "language": version.key.language.value,
        "version": version.version,
        "default": version.is_default,
        "saved_at": None if version.saved_at is None else version.saved_at.isoformat(),
        "saved_by": version.saved_by,
    }


def _fault_record(fault: TextFault, workspace: Workspace) -> dict[str, Any]:
    return {
        "line": fault.line,
        "code": fault.code,
        "what": fault.what,
        "message": workspace.templates.explain(fault),
    }
