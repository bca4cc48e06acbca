"""Runs one sub-command: opens the desk, does the job, gives the exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.commandline.output import DONE, MISUSED, REFUSED, explain, say
from reviewer.errors import Misconfigured, ReviewerError
from reviewer.i18n import gettext as _
from reviewer.i18n import preferred_language, set_language
from reviewer.paths import find_home
from reviewer.settings import read_settings

if TYPE_CHECKING:
    from reviewer.workspace import Workspace

_PATHS = frozenset({"folder", "out", "file"})
OpenWindow = Callable[[argparse.Namespace], int]
Job = Callable[[argparse.Namespace, "Workspace"], int]


def main(argv: list[str], open_window: OpenWindow) -> int:
    """Run the command line; 0 done, 1 refused or partly failed, 2 wrong use."""
    arguments, rest = _read_window_options(argv)
    set_language(_chosen_language(arguments.home) or preferred_language())
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if rest:
        from reviewer.commandline.parser import make_parser

        arguments = make_parser().parse_args(argv)
    try:
        code = _run(arguments, open_window) if rest else open_window(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except Misconfigured as error:
        say(explain(error))
        return MISUSED if error.code.startswith(("database-url", "database-kind", "database-without")) else REFUSED
    except ReviewerError as error:
        say(explain(error))
        return REFUSED
    except KeyboardInterrupt:
        say(_("Stopped. What was done is kept."))
        return REFUSED
    except BrokenPipeError:
        _let_go_of_output()
        return DONE
    except OSError as error:
        _let_go_of_output()
        say(_("The system refuses: {reason}.").format(reason=os.strerror(error.errno or 0)))
        return REFUSED


def _chosen_language(home: str | None) -> str:
    """The language set for this desk; empty when none is, or when the settings cannot be read."""
    try:
        return read_settings(find_home(home).settings).text("ui.language")
    except Misconfigured:
        return ""


def _let_go_of_output() -> None:
    """What is still to be written goes nowhere: at its end Python would try again and fail aloud."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _read_window_options(argv: list[str]) -> tuple[argparse.Namespace, list[str]]:
    try:
        return make_window_parser().parse_known_args(argv)
    except argparse.ArgumentError:
        return argparse.Namespace(home=None, database=None), argv


def make_window_parser() -> argparse.ArgumentParser:
    """The options of the window alone; whoever wants more gets the whole command line."""
    parser = argparse.ArgumentParser(prog="reviewer", add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--home")
    parser.add_argument("--database")
    return parser


def _run(arguments: argparse.Namespace, open_window: OpenWindow) -> int:
    problem = _misuse(arguments)
    if problem:
        say(problem)
        return MISUSED
    return _run_headless(arguments, open_window)


def _run_headless(arguments: argparse.Namespace, open_window: OpenWindow) -> int:
    """Import what a headless job needs, late: the window starts without it."""
    if arguments.command == "inspect":
        from reviewer.commandline.inspecting import inspect

        return inspect(arguments)
    if arguments.command == "check":
        from reviewer.commandline.checking import check_files

        return check_files(arguments)
    from reviewer.commandline import acting, upkeep
    from reviewer.workspace import Workspace

    if arguments.command == "import" and arguments.csv_columns:
        return acting.print_columns(arguments)
    if arguments.command == "upgrade":
        return upkeep.upgrade_database(arguments)
    if arguments.command == "demo":
        return upkeep.demo(arguments, open_window)
    if arguments.command == "settings":
        return upkeep.settings(arguments)
    workspace = Workspace(find_home(arguments.home), database=arguments.database)
    try:
        return _jobs()[arguments.command](arguments, workspace)
    finally:
        workspace.close()


def _jobs() -> dict[str, Job]:
    from reviewer.commandline import acting, annotating, following, reading, signing_in, templating, upkeep

    return {
        "annotate": annotating.annotate,
        "list": reading.list_applicants,
        "show": reading.show,
        "letter": reading.letter,
        "letters": reading.letters,
        "receipts": reading.receipts,
        "import": acting.bring_in,
        "queue-letter": acting.queue_letter,
        "send": acting.send,
        "sync": acting.sync,
        "due": following.due,
        "queue-due": following.queue_due,
        "erase": acting.erase,
        "doctor": upkeep.doctor,
        "sign-in": signing_in.sign_in,
        "sign-out": signing_in.sign_out,
        "templates": templating.templates,
        "template": templating.template,
    }


def _is_undecodable(value: object) -> bool:
    """Whether an argument's bytes could not be read; Python keeps them as lone surrogates, which nobody can store."""
    return isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value)


def _misuse(arguments: argparse.Namespace) -> str:
    if any(_is_undecodable(value) for name, value in vars(arguments).items() if name not in _PATHS):
        return _("An argument is not written in this system's character encoding.")
    match arguments.command:
        case "import" if arguments.csv_columns:
            return ""
        case "import" if not arguments.folder:
            return _("Name the folder to import: reviewer import FOLDER")
        case "import" if not Path(arguments.folder).is_dir():
            return _("There is no folder {folder}.").format(folder=arguments.folder)
        case "annotate" if not Path(arguments.out).absolute().parent.is_dir() or Path(arguments.out).is_dir():
            return _("{file} is no file that can be written: its folder is missing, or it is one.").format(
                file=arguments.out
            )
        case "template" if getattr(arguments, "file", "-") != "-" and not Path(arguments.file).is_file():
            return _("There is no file {file}.").format(file=arguments.file)
        case "erase" if not arguments.yes:
            return _("This erases for good. Say so: reviewer erase {id} --yes").format(id=arguments.id)
        case "demo" if arguments.headless and not arguments.out:
            return _("Name the folder for the pictures: --out DIR")
        case "demo" if not 1 <= arguments.applicants <= 100_000:
            return _("--applicants is a number from 1 to 100000.")
        case _:
            return ""
