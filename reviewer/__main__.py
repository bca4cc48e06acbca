"""The program's entry: the window, the headless program, or the document worker."""

from __future__ import annotations

import sys
from argparse import Namespace

WORKER_FLAG = "--document-worker"


def main() -> int:
    """Run what the command line asks for; gives the exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == [WORKER_FLAG]:
        from reviewer.documents.worker import main as run_worker

        run_worker()
        return 0
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
