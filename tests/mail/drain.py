"""Two desks drain one queue while each is killed again and again (python -m tests.mail.drain LETTERS KILLS SEED)."""

from __future__ import annotations

import logging
import os
import random
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from reviewer.domain.applicant import DecisionKind
from reviewer.domain.letter import LetterState
from reviewer.domain.views import QueueQuery
from reviewer.workspace import now
from tests.desks import SetClock, decide, open_desk, write_folder
from tests.smtp_servers import SmtpServer
from tests.smtp_troubles import Step

ROOT = Path(__file__).parents[2]
NAMES = ("Anna", "Bert")
USER, PASSWORD = "office", "apples-and-pears"
MOST_STEPS = 150
"""A letter takes the mail server five: a desk is killed within its first thirty letters or so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drained:
    """What became of the letters: as the desks have it, and as the mail server has it."""

    letters: int
    delivered: int
    in_doubt: int
    other: int
    twice: int
    unknown: int
    arrived: int
    kills: int

    def __str__(self) -> str:
        return (
            f"{self.letters} letters: {self.delivered} delivered, {self.in_doubt} in doubt, {self.twice} twice; "
            f"{self.kills} kills ({self.arrived} arrived, {self.unknown} of them unknown to the desks, "
            f"{self.other} left over)"
        )


class Pulse:
    """Counts what the mail server sees, and lets others wait for it."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._steps = 0
        self._greetings = 0

    def note(self, step: Step) -> None:
        with self._news:
            self._steps += 1
            self._greetings += step is Step.GREETING
            self._news.notify_all()

    def wait_for(self, steps: int, process: subprocess.Popen[bytes]) -> bool:
        """Wait for a new connection and then for so many steps; False when the process has ended before."""
        with self._news:
            greeted, over = self._greetings, threading.Event()
            threading.Thread(target=self._tell_end, args=(process, over), daemon=True).start()
            self._news.wait_for(lambda: over.is_set() or self._greetings > greeted)
            begun = self._steps
            self._news.wait_for(lambda: over.is_set() or self._steps >= begun + steps)
            return not over.is_set()

    def _tell_end(self, process: subprocess.Popen[bytes], over: threading.Event) -> None:
        process.wait()
        with self._news:
            over.set()
            self._news.notify_all()


def drain(folder: Path, url: str, *, letters: int, kills: int, seed: int, steps: int = MOST_STEPS) -> Drained:
    """Queue the letters, let both desks send and die, then count."""
    pulse = Pulse()
    with SmtpServer(user=USER, password=PASSWORD, on_step=pulse.note) as server:
        _queue(folder, url, server, letters)
        (folder / "password").write_text(PASSWORD, encoding="utf-8")
        chance = random.Random(seed)
        deaths = [_Desk(folder, name, url, pulse, random.Random(chance.random()), kills // 2, steps) for name in NAMES]
        for desk in deaths:
            desk.start()
        for desk in deaths:
            desk.join()
        return _count(folder, url, server, sum(desk.killed for desk in deaths))


class _Desk(threading.Thread):
    """Sends, is killed at random, and begins anew; lives to the end once it has died often enough."""

    def __init__(
        self, folder: Path, name: str, url: str, pulse: Pulse, chance: random.Random, deaths: int, steps: int
    ) -> None:
        super().__init__(name=name)
        self._command = [sys.executable, "-m", "reviewer", "--home", str(folder / name), "--database", url, "send"]
        self._environment = {**os.environ, "REVIEWER_SMTP_PASSWORD_FILE": str(folder / "password")}
        self._pulse = pulse
        self._chance = chance
        self._deaths = deaths
        self._steps = steps
        self.killed = 0

    def run(self) -> None:
        while self.killed < self._deaths:
            with self._begin() as process:
                if not self._pulse.wait_for(self._chance.randint(1, self._steps), process):
                    return
                process.kill()
                self.killed += process.wait() < 0
        with self._begin() as process:
            process.wait()

    def _begin(self) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        return subprocess.Popen(self._command, cwd=ROOT, env=self._environment, stdout=quiet, stderr=quiet)


def _queue(folder: Path, url: str, server: SmtpServer, letters: int) -> None:
    clock = SetClock()
    clock.moment = now()
    for name in NAMES:
        desk = open_desk(folder, url, name, clock)
        for key, value in {
            "mail.transport": "smtp",
            "mail.sender": "Platform <office@example.org>",
            "smtp.host": server.host,
            "smtp.port": str(server.port),
            "smtp.user": USER,
            "smtp.ca_file": str(server.certificate_file),
        }.items():
            desk.change_setting(key, value)
        if name == NAMES[0]:
            desk.bring_in(write_folder(folder / "in", letters))
            for row in desk.queue(QueueQuery(), limit=letters).rows:
                desk.execute(decide(desk, desk.applicant(row.key), DecisionKind.FEEDBACK))
        desk.sync(deliver=False)
        desk.close()


def _count(folder: Path, url: str, server: SmtpServer, kills: int) -> Drained:
    """How things stand an hour later, when every lease has run out."""
    clock = SetClock()
    clock.moment = now()
    clock.forward(hours=1)
    for name in NAMES:
        desk = open_desk(folder, url, name, clock)
        desk.sync()
        rows = desk.letters(limit=1_000_000)
        desk.close()
    states = Counter(row.state for row in rows)
    arrived = Counter(str(message.parsed["Message-ID"]) for message in server.messages)
    sent = {f"<{row.id}@example.org>" for row in rows if row.state is LetterState.SENT}
    doubted = {f"<{row.id}@example.org>" for row in rows if row.state is LetterState.IN_DOUBT}
    return Drained(
        letters=len(rows),
        delivered=states[LetterState.SENT],
        in_doubt=states[LetterState.IN_DOUBT],
        other=len(rows) - states[LetterState.SENT] - states[LetterState.IN_DOUBT] + len(sent - arrived.keys()),
        twice=sum(count > 1 for count in arrived.values()),
        unknown=len(arrived.keys() - sent - doubted),
        arrived=len(arrived),
        kills=kills,
    )


def main(letters: int = 1_000, kills: int = 24, seed: int = 1) -> None:
    """Run it on a PostgreSQL server of its own, and print the figures."""
    from tests.postgres import PostgresServer

    logging.getLogger("mail.log").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as name:
        server = PostgresServer(Path(name) / "postgres")
        try:
            (Path(name) / "desks").mkdir()
            url = server.url(server.create_database())
            drained = drain(Path(name) / "desks", url, letters=letters, kills=kills, seed=seed)
            sys.stdout.write(f"{drained}\n")
        finally:
            server.stop()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
