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
from pathlib import Path

from reviewer.domain.applicant import DecisionKind
from reviewer.domain.views import QueueQuery
from reviewer.paths import Home
from reviewer.workspace import Workspace
from tests.benchmarks.mail_server import PASSWORD, ROOT, USER, ServerProcess
from tests.desks import decide, write_folder

LETTERS = 250
ROUNDS = 3
SERVERS = {
    "a server that takes 50 ms a letter, as one over a network does at least": 0.05,
    "a server on this computer that accepts at once": 0.0,
}
"""A server has to store a letter before it accepts it, and the line takes its time: 50 ms is little.

The second is the cost of the program itself: two durable transactions a letter against none of smtplib.
"""
BOUND = 0.9


def main() -> None:
    """Print the ratios; each pair is one run of the program and one of smtplib, in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "full", LETTERS)
        (folder / "password").write_text(PASSWORD, encoding="utf-8")
        for about, thinks_s in SERVERS.items():
            with ServerProcess(thinks_s) as server:
                pairs = [measure(folder, number, server) for number in range(ROUNDS)]
            ratios = [ours / bare for ours, bare in pairs]
            print(f"reviewer send / smtplib, letters a second, {about}: median {statistics.median(ratios):.2f}")
            print(f"  each pair: {', '.join(f'{ratio:.2f}' for ratio in ratios)}; bound {BOUND}")
            ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
            print(f"  letters a second: reviewer send {ours:.0f}, smtplib {bare:.0f}")


def fill(home: Path, letters: int) -> None:
    """A desk with so many letters that are due."""
    desk = Workspace(Home(folder=home))
    for key, value in {"mail.transport": "smtp", "mail.sender": "Platform <office@example.org>"}.items():
        desk.change_setting(key, value)
    desk.change_setting("smtp.host", "127.0.0.1")
    desk.change_setting("smtp.user", USER)
    desk.bring_in(write_folder(home.parent / "incoming", letters))
    for row in desk.queue(QueueQuery(), limit=letters).rows:
        desk.execute(decide(desk, desk.applicant(row.key), DecisionKind.FEEDBACK))
    desk.sync(deliver=False)
    desk.close()


def measure(folder: Path, number: int, server: ServerProcess) -> tuple[float, float]:
    """Letters a second of the program and of smtplib, told by the server: from the first letter to the last."""
    home = folder / f"{server.port}-{number}"
    shutil.copytree(folder / "full", home)
    desk = [sys.executable, "-m", "reviewer", "--home", str(home)]
    for key, value in {"smtp.port": str(server.port), "smtp.ca_file": server.certificate_file}.items():
        subprocess.run([*desk, "settings", key, value], cwd=ROOT, check=True)
    environment = {**os.environ, "REVIEWER_SMTP_PASSWORD_FILE": str(folder / "password")}
    subprocess.run([*desk, "send"], cwd=ROOT, check=True, env=environment, stderr=subprocess.DEVNULL)
    ours = server.take()
    texts = folder / "texts.json"
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
