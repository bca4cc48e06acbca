"""Bring the strings people see into the German catalogue, compile it, and list what lacks a translation."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("reviewer", "ui")
CATALOGUE = ROOT / "resources" / "translations" / "de" / "LC_MESSAGES" / "reviewer.po"
COMPILED = CATALOGUE.with_suffix(".mo")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
HEADER = """\
# German words of the program; `make translations` brings new strings in.
#
# One German word for each thing:
#   applicant            Bewerber for the role and for several; Person for a single one, whose sex is not known
#   document, CV         Dokument, Lebenslauf
#   checklist, criterion Checkliste, Kriterium
#   answer               Antwort: in Ordnung, mangelhaft, offen
#   evidence             Beleg (for an answer), Nachweis (of the double opt-in)
#   pin                  anheften
#   note, details        Notiz, Angaben
#   decision             Entscheidung: Feedback, Annehmen, Ablehnen, Später
#   to undo, take back   rückgängig (the button), zurücknehmen
#   to put aside, asleep zurückstellen, Wiedervorlage
#   rung, follow-up      Stufe, Nachfassen
#   letter, template     Brief, Vorlage
#   to leave             hinausgehen; on lines with little room: gehen
#   outbox, to hold      Ausgang, zurückhalten
#   in doubt             ungewiss
#   queue, list          Liste
#   review, round        Prüfung
#   to bring in          einlesen; what does not come in bleibt draußen
#   erasure, deletion    Löschung
#   receipt              Quittung
#   shared database      gemeinsame Datenbank
#   desk, home           Arbeitsplatz, Ordner dieses Arbeitsplatzes
#   computer             Rechner
#   colleague, team      jemand im Team, Team
#   keyring              Schlüsselbund
#   document reader      Dokumentleser
#   settings             Einstellungen
#
# A person is addressed as Sie; what can be said without a person is. Quotation marks „…“, a blank before … ."""
# The header's dates would change with each run and tell nothing that the history does not.
_ALWAYS = datetime(2026, 11, 23, tzinfo=UTC)


def extract() -> Catalog:
    """Every string the code passes to gettext, with the files that use it; source texts are English."""
    template = Catalog(charset="utf-8")
    for folder in FOLDERS:
        found = extract_from_dir(
            ROOT / folder, [("**.py", "python")], keywords=KEYWORDS, comment_tags=["For translators:"]
        )
        for name, _line, message, comments, context in sorted(found, key=lambda item: (item[0], item[1])):
            place = (f"{folder}/{Path(name).as_posix()}", 0)
            template.add(message, None, [place], auto_comments=comments, context=context)
    return template


def read_catalogue() -> Catalog:
    """The German catalogue; an empty one when there is none yet."""
    if not CATALOGUE.exists():
        return Catalog(locale="de", charset="utf-8")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="de")


def write_catalogue(catalogue: Catalog) -> bytes:
    """The catalogue as a .po file's bytes, the same for the same strings."""
    catalogue.creation_date = catalogue.revision_date = _ALWAYS
    catalogue.header_comment = HEADER
    catalogue.project, catalogue.version = "Reviewer", "1"
    catalogue.language_team, catalogue.last_translator, catalogue.msgid_bugs_address = "de", "the project", "none"
    catalogue.fuzzy = False
    for message in catalogue:
        message.locations = sorted(set(message.locations))
    out = BytesIO()
    write_po(out, catalogue, sort_output=True, include_lineno=False, ignore_obsolete=True, width=120)
    return out.getvalue()


def compile_catalogue(catalogue: Catalog) -> bytes:
    """The catalogue as a .mo file's bytes."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def find_missing(catalogue: Catalog) -> list[Message]:
    """The messages without a complete translation, or with a guessed one."""
    return [message for message in catalogue if message.id and (message.fuzzy or not all(texts(message.string)))]


def texts(value: object) -> tuple[str, ...]:
    """A message's id or translation as a tuple: one text, or one for each plural form."""
    return tuple(str(part) for part in value) if isinstance(value, (list, tuple)) else (str(value or ""),)


def update() -> None:
    """Merge what the code says into the catalogue; nothing is guessed, what the code no longer says is dropped."""
    catalogue = read_catalogue()
    catalogue.update(extract(), no_fuzzy_matching=True)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(write_catalogue(catalogue))


def compile_all() -> None:
    """Write the .mo file that the program reads."""
    COMPILED.write_bytes(compile_catalogue(read_catalogue()))


def list_missing() -> None:
    """Print what is still to be translated; the exit code says whether there is any."""
    missing = find_missing(read_catalogue())
    for message in missing:
        print(f"{', '.join(sorted({name for name, _ in message.locations}))}: {' / '.join(texts(message.id))}")
    print(f"{len(missing)} strings lack a translation")
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    commands = {"update": update, "compile": compile_all, "missing": list_missing}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:
        sys.exit(f"usage: translations.py {'|'.join(commands)}")
    commands[sys.argv[1]]()
