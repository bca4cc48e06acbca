"""The program's entry: the window, the headless program, the document worker, or what becomes an outside program."""

from __future__ import annotations

import sys
from argparse import Namespace

WORKER_FLAG = "--document-worker"
PROGRAM_FLAG = "--outside-program"


def main() -> int:
    """Run what the command line asks for; gives the exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == [WORKER_FLAG]:
        from reviewer.documents.worker import main as run_worker

        run_worker()
        return 0
    if arguments[:1] == [PROGRAM_FLAG]:
        from reviewer.documents.program_launcher import main as become_program

        return become_program()
    from reviewer.commandline.program import main as run_command

    return run_command(arguments, _open_window)


def _open_window(arguments: Namespace) -> int:
    if getattr(arguments, "headless", False):
        from ui.walkthrough import walk

        return walk(arguments)
    from ui.__main__ import run

    return run(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
