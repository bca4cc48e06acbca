"""What the doctor says of LibreOffice and Tesseract: where, which version, how held here, or how to install them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable

from reviewer.documents.ocr import LANGUAGES, PageOcr
from reviewer.documents.office_conversion import OfficeConverter
from reviewer.documents.private_folder import PrivateFolders
from reviewer.documents.program_confinement import find_hold, is_held
from reviewer.documents.program_search import OFF, FoundProgram, find_office, find_tesseract
from reviewer.domain.views import Finding
from reviewer.i18n import gettext as _
from reviewer.settings import Settings

# By the package manager found first: for LibreOffice, for Tesseract with German.
_BY_MANAGER = {
    "apt": ("sudo apt install libreoffice-writer", "sudo apt install tesseract-ocr tesseract-ocr-deu"),
    "dnf": ("sudo dnf install libreoffice-writer", "sudo dnf install tesseract tesseract-langpack-deu"),
    "zypper": (
        "sudo zypper install libreoffice-writer",
        "sudo zypper install tesseract-ocr tesseract-ocr-traineddata-german",
    ),
    "pacman": ("sudo pacman -S libreoffice-fresh", "sudo pacman -S tesseract tesseract-data-deu tesseract-data-eng"),
    "brew": ("brew install --cask libreoffice", "brew install tesseract tesseract-lang"),
    "winget": ("winget install TheDocumentFoundation.LibreOffice", "winget install UB-Mannheim.TesseractOCR"),
}
_BY_SYSTEM = {"win32": "winget", "darwin": "brew"}


def examine_programs(settings: Settings, folders: PrivateFolders) -> tuple[Finding, Finding]:
    """Neither is needed; a finding that is not ok says what it would bring and the line that installs it."""
    return _office(settings, folders), _tesseract(settings)


def _office(settings: Settings, folders: PrivateFolders) -> Finding:
    key = "documents.libreoffice"
    what = _(
        "Without LibreOffice, Word and OpenDocument files show their text only, and old Word files (.doc) nothing."
    )

    def tell(program: FoundProgram) -> tuple[str, str]:
        version = OfficeConverter(program, folders).version()
        if not version:
            return "", _("LibreOffice at {path} does not answer.").format(path=program.path)
        place = _("working copy in memory") if folders.in_memory else _("working copy on disk, in the home")
        return f"{version}, {program.path}, {_held()}, {place}", ""

    return _finding("libreoffice", key, settings, find_office(settings.text(key)), what, tell)


def _tesseract(settings: Settings) -> Finding:
    key = "documents.tesseract"
    what = _("Without Tesseract, the text of scanned pages cannot be searched, selected or checked.")

    def tell(program: FoundProgram) -> tuple[str, str]:
        ocr = PageOcr(program)
        if not ocr.version:
            return "", _("Tesseract at {path} does not answer.").format(path=program.path)
        lacking = [language for language in LANGUAGES if language not in ocr.languages]
        remedy = _install("tesseract", _("Tesseract lacks a language: {codes}.").format(codes=", ".join(lacking)))
        languages = "+".join(ocr.languages)
        return f"{ocr.version}, {program.path}, {languages}, {_held()}", remedy if lacking else ""

    return _finding("tesseract", key, settings, find_tesseract(settings.text(key)), what, tell)


def _finding(
    name: str,
    key: str,
    settings: Settings,
    program: FoundProgram | None,
    what: str,
    tell: Callable[[FoundProgram], tuple[str, str]],
) -> Finding:
    if settings.text(key) == OFF:
        return Finding(name=name, ok=True, detail="off", remedy="", optional=True)
    if program is None:
        return Finding(name=name, ok=False, detail="not installed", remedy=_install(name, what), optional=True)
    if not is_held(find_hold()) and not program.named:
        return Finding(name=name, ok=False, detail="not confined", remedy=_unheld(key, program), optional=True)
    detail, remedy = tell(program)
    return Finding(name=name, ok=not remedy, detail=detail or "not answering", remedy=remedy, optional=True)


def _held() -> str:
    holds = find_hold()
    names = ", ".join(holds) or _("nothing")
    if is_held(holds):
        return _("held by: {names}").format(names=names)
    return _("held by: {names}; files and network stay open to it, as it was named in the settings").format(names=names)


def _unheld(key: str, program: FoundProgram) -> str:
    told = _(
        "{path} is there, but this system cannot keep it away from files and network, so it is not used on strangers' "
        'documents. To use it all the same: reviewer settings {key} "{path}"'
    )
    return told.format(path=program.path, key=key)


def _install(name: str, what: str) -> str:
    manager = _BY_SYSTEM.get(sys.platform) or next((one for one in _BY_MANAGER if shutil.which(one)), "")
    if not manager:
        return _("{what} It can be installed with the system's packages.").format(what=what)
    line = _BY_MANAGER[manager][name == "tesseract"]
    return _("{what} To install it: {line}").format(what=what, line=line)
