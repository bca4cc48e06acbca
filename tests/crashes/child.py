"""One desk's work in a process of its own, which kills itself at a numbered moment."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.pool import Pool

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, DecisionKind
from reviewer.paths import Home
from reviewer.workspace import Workspace
from tests.desks import CONTEXT, decide, find

DONE = "done"


class Executioner:
    """Kills this process at its n-th moment: before each commit, and at each return of a connection."""

    def __init__(self, moment: int) -> None:
        self._left = moment

    def watch(self) -> None:
        event.listen(Engine, "commit", self._count)
        event.listen(Pool, "checkin", self._count)

    def _count(self, *_what: object) -> None:
        self._left -= 1
        if self._left == 0:
            sys.stdout.flush()
            os.kill(os.getpid(), signal.SIGKILL)


def say(word: str) -> None:
    """Tell the parent what the person at this desk has seen happen."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main(home: str, url: str, id: str, moment: int) -> None:
    """Answer, decide, sync and send; what has been acknowledged to the person is printed."""
    desk = Workspace(Home(folder=Path(home)), database=url)
    applicant = find(desk, id)
    Executioner(moment).watch()
    applicant = desk.execute(acts.answer(applicant, CONTEXT, Answer.LACKING, desk.stamp())).applicant
    say("answered")
    command = decide(desk, applicant, DecisionKind.FEEDBACK)
    desk.execute(command)
    say("decided")
    desk.sync()
    desk.close()
    say(DONE)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
