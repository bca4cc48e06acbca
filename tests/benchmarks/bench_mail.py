"""`reviewer send` against bare smtplib: the same letters, over one kept connection to the same server with TLS."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from reviewer.domain.applicant import DecisionKind
from reviewer.domain.views import QueueQuery
from reviewer.paths import Home
from reviewer.workspace import Workspace
from tests.benchmarks.mail_server import PASSWORD, ROOT, USER, ServerProcess
from tests.desks import decide, write_folder
from tests.postgres import PostgresServer

LETTERS = 250
ROUNDS = 3
BOUND = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A mail server, and where the letters' states are kept; pipelining: it takes commands in groups, as most do.

    A server has to store a letter before it accepts it, and the line takes its time: 50 ms is little. One on this
    computer that accepts at once shows the cost of the program itself: a durable transaction a letter against none of
    smtplib's.
    """

    about: str
    thinks_s: float = 0.0
    pipelining: bool = False
    on_server: bool = False


CASES = (
    Case(about="a server that takes 50 ms a letter, as one over a network does at least", thinks_s=0.05),
    Case(about="a server on this computer that accepts at once"),
    Case(about="the same, taking commands in groups", pipelining=True),
    Case(about="the same, with PostgreSQL as the shared database", pipelining=True, on_server=True),
)


class Offices:
    """Desks with letters that are due, as many as are wanted, with SQLite or PostgreSQL."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._postgres = PostgresServer(folder / "postgres", lasting=True)
        self._filled = self._postgres.create_database()
        (folder / "file").mkdir()
        fill(folder / "file" / "full", None)
        (folder / "server").mkdir()
        fill(folder / "server" / "full", self._postgres.url(self._filled))
        (folder / "password").write_text(PASSWORD, encoding="utf-8")

    def another(self, on_server: bool) -> list[str]:
        """The command line of one more desk."""
        kind = self.folder / ("server" if on_server else "file")
        home = kind / uuid4().hex
        shutil.copytree(kind / "full", home)
        desk = [sys.executable, "-m", "reviewer", "--home", str(home)]
        return (
            [*desk, "--database", self._postgres.url(self._postgres.create_database(self._filled))]
            if on_server
            else desk
        )

    def close(self) -> None:
        self._postgres.stop()


def main() -> None:
    """Print the ratios; each pair is one run of the program and one of smtplib, in turn."""
    with tempfile.TemporaryDirectory() as name:
        offices = Offices(Path(name))
        try:
            for case in CASES:
                run(offices, case)
        finally:
            offices.close()


def run(offices: Offices, case: Case) -> None:
    """Print one case."""
    with ServerProcess(case.thinks_s, pipelining=case.pipelining) as server:
        pairs = [measure(offices, case, server) for _ in range(ROUNDS)]
    ratios = [ours / bare for ours, bare in pairs]
    print(f"reviewer send / smtplib, letters a second, {case.about}: median {statistics.median(ratios):.2f}")
    print(f"  each pair: {', '.join(f'{ratio:.2f}' for ratio in ratios)}; bound {BOUND}")
    ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"  letters a second: reviewer send {ours:.0f}, smtplib {bare:.0f}", flush=True)


def fill(home: Path, url: str | None) -> None:
    """A desk with so many letters that are due."""
    desk = Workspace(Home(folder=home), database=url)
    for key, value in {"mail.transport": "smtp", "mail.sender": "Platform <office@example.org>"}.items():
        desk.change_setting(key, value)
    desk.change_setting("smtp.host", "127.0.0.1")
    desk.change_setting("smtp.user", USER)
    desk.bring_in(write_folder(home.parent / "incoming", LETTERS))
    for row in desk.queue(QueueQuery(), limit=LETTERS).rows:
        desk.execute(decide(desk, desk.applicant(row.key), DecisionKind.FEEDBACK))
    desk.sync(deliver=False)
    desk.close()


def measure(offices: Offices, case: Case, server: ServerProcess) -> tuple[float, float]:
    """Letters a second of the program and of smtplib, told by the server: from the first letter to the last."""
    desk = offices.another(case.on_server)
    for key, value in {"smtp.port": str(server.port), "smtp.ca_file": server.certificate_file}.items():
        subprocess.run([*desk, "settings", key, value], cwd=ROOT, check=True)
    environment = {**os.environ, "REVIEWER_SMTP_PASSWORD_FILE": str(offices.folder / "password")}
    subprocess.run([*desk, "send"], cwd=ROOT, check=True, env=environment, stderr=subprocess.DEVNULL)
    ours = server.take()
    texts = offices.folder / "texts.json"
    texts.write_text(json.dumps([raw for _, raw in ours]), encoding="ascii")
    bare = [sys.executable, "-m", "tests.benchmarks.bare_smtplib", str(server.port), server.certificate_file]
    subprocess.run([*bare, str(texts)], cwd=ROOT, check=True)
    theirs = server.take()
    assert len(ours) == len(theirs) == LETTERS
    return rate([at for at, _ in ours]), rate([at for at, _ in theirs])


def rate(moments: Sequence[float]) -> float:
    """Letters a second between the first and the last."""
    return (len(moments) - 1) / (moments[-1] - moments[0])


if __name__ == "__main__":
    main()
