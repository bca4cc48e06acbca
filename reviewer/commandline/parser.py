"""The sub-commands and their options."""

from __future__ import annotations

import argparse
from datetime import date

from reviewer.commandline.argument_words import speak
from reviewer.domain.letter import Language, Template
from reviewer.domain.queue import Group
from reviewer.i18n import gettext as _


def make_parser() -> argparse.ArgumentParser:
    """The whole command line, in the language that is spoken now."""
    speak()
    parser = argparse.ArgumentParser(
        prog="reviewer", description=_("Review applicants' CVs and send the letter that follows.")
    )
    _common(parser, top=True)
    parts = parser.add_subparsers(dest="command", metavar=_("COMMAND"), required=True)
    _reading(parts)
    _acting(parts)
    _upkeep(parts)
    _checking(parts)
    _templating(parts)
    return parser


def _common(parser: argparse.ArgumentParser, *, top: bool = False) -> None:
    default = None if top else argparse.SUPPRESS
    parser.add_argument("--home", default=default, help=_("the desk's folder (or REVIEWER_HOME)"))
    parser.add_argument("--database", default=default, help=_("the shared database's URL (or REVIEWER_DATABASE_URL)"))


def _add(
    parts: argparse._SubParsersAction[argparse.ArgumentParser], name: str, about: str, *, json: bool = True
) -> argparse.ArgumentParser:
    parser = parts.add_parser(name, help=about, description=about)
    _common(parser)
    if json:
        parser.add_argument("--json", action="store_true", help=_("JSON on stdout"))
    return parser


def _reading(parts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    listing = _add(parts, "list", _("list applicants"))
    listing.add_argument("--group", action="append", choices=[group.value for group in Group], default=[])
    listing.add_argument("--search", default="", help=_("name, id, address or file name"))
    show = _add(parts, "show", _("show all of one applicant"))
    show.add_argument("id", metavar="ID")
    letter = _add(parts, "letter", _("render a letter; nothing is sent"))
    letter.add_argument("id", metavar="ID")
    letter.add_argument("--template", required=True, choices=[template.value for template in Template])
    annotate = _add(parts, "annotate", _("save a copy of a document with the pinned remarks in it, as a PDF"))
    annotate.add_argument("id", metavar="ID")
    annotate.add_argument(
        "--document", type=int, default=0, metavar="POSITION", help=_("0 is the CV (usual), then the others in order")
    )
    annotate.add_argument("--out", required=True, metavar="FILE", help=_("where the PDF goes"))
    _add(parts, "due", _("list who is due in the follow-up"))
    _add(parts, "letters", _("list letters and their states"))
    _add(parts, "receipts", _("list receipts of erasures"))


def _acting(parts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bring = _add(parts, "import", _("bring in a folder: applicants.csv with its files, or CVs alone"))
    bring.add_argument("folder", metavar="FOLDER", nargs="?")
    bring.add_argument("--dry-run", action="store_true", help=_("say what would come in; change nothing"))
    bring.add_argument("--csv-columns", action="store_true", help=_("print the header line of applicants.csv"))
    queue = _add(parts, "queue-letter", _("decide with a letter, which then waits to be sent"))
    queue.add_argument("id", metavar="ID")
    queue.add_argument("--template", required=True, choices=[template.value for template in Template])
    queue.add_argument("--now", action="store_true", help=_("without the time for undoing"))
    for flag, words in (
        ("--attach-cv", _("whether the CV with its pins as remarks goes along; else as the settings say")),
        ("--attach-guide", _("whether the guide to a good CV goes along; else as the settings say")),
    ):
        queue.add_argument(flag, action=argparse.BooleanOptionalAction, help=words)
    follow = _add(parts, "queue-due", _("let the next feedback wait for everybody who is due on rung 1 or 2"))
    follow.add_argument("--rung", type=int, choices=(1, 2), help=_("only this rung"))
    follow.add_argument("--dry-run", action="store_true", help=_("say what would wait; change nothing"))
    _add(parts, "send", _("deliver what is due, once"))
    _add(parts, "sync", _("exchange with the shared database"))
    erase = _add(parts, "erase", _("erase an applicant everywhere and confirm it"))
    erase.add_argument("id", metavar="ID")
    erase.add_argument("--yes", action="store_true", help=_("yes, erase"))


def _upkeep(parts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    settings = _add(
        parts,
        "settings",
        _(
            "show or change settings; what is secret (smtp.password, database.password, oauth.client_secret) "
            "comes by standard input"
        ),
    )
    settings.add_argument("key", metavar="KEY", nargs="?")
    settings.add_argument("value", metavar="VALUE", nargs="?")
    sign_in = _add(parts, "sign-in", _("sign in at Microsoft 365 or Google for sending letters"))
    sign_in.add_argument("--no-browser", action="store_true", help=_("only print the address; open nothing"))
    _add(parts, "sign-out", _("remove the sign-in from this computer"))
    inspect = _add(parts, "inspect", _("read files as the window would and tell how each came out, a line a file"))
    inspect.add_argument("files", metavar="FILE", nargs="+")
    inspect.add_argument(
        "--office",
        action="store_true",
        help=_("Word and OpenDocument files as LibreOffice lays them out; seconds each"),
    )
    inspect.add_argument("--ocr", action="store_true", help=_("read scanned pages with Tesseract; seconds a page"))
    _add(parts, "doctor", _("look at every part and name the remedy for what is wrong"))
    demo = _add(parts, "demo", _("open the window on invented applicants"), json=False)
    demo.add_argument("--applicants", type=int, default=128, metavar="N")
    demo.add_argument("--seed", type=int, default=1, metavar="S")
    demo.add_argument("--fill", action="store_true", help=_("only fill the home"))
    demo.add_argument("--headless", action="store_true", help=_("drive the window without a screen"))
    demo.add_argument("--out", metavar="DIR", help=_("where --headless leaves pictures and letters"))
    _add(parts, "upgrade", _("bring the shared database to this program's version"))


def _checking(parts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = _add(parts, "check", _("pre-check files; nothing is stored"))
    check.add_argument("files", metavar="FILE", nargs="+")
    check.add_argument("--ocr", action="store_true", help=_("read scanned pages with Tesseract; seconds a page"))
    check.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD", help=_("judge as if on this day"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("{text} is no day; write it as 2026-11-26").format(text=text)) from None


def _templating(parts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    _add(parts, "templates", _("list the texts letters are made of, with their versions"))
    about = _("show, check or save one of these texts, or go back to the program's own")
    one = _add(parts, "template", about, json=False)
    deeds = one.add_subparsers(dest="deed", metavar=_("COMMAND"), required=True)
    for name, what in (
        ("show", _("print a text")),
        ("check", _("tell what is wrong with a text; save nothing")),
        ("save", _("save a text as the next version, if nothing is wrong with it")),
        ("default", _("save a version that stands for the program's own text")),
    ):
        parser = _add(deeds, name, what)
        parser.add_argument("name", metavar="NAME", help=_("as reviewer templates lists it"))
        parser.add_argument("--language", required=True, choices=[language.value for language in Language])
        if name == "show":
            parser.add_argument("--version", type=int, metavar="N", help=_("0 is the program's own; usual: the newest"))
        if name in {"check", "save"}:
            parser.add_argument("file", metavar="FILE", help=_("UTF-8; - is the standard input"))
        if name == "save":
            parser.add_argument(
                "--seen", type=int, metavar="N", help=_("refuse when the newest version is another one than this")
            )
