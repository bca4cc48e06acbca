"""SIGKILL at each step from the key press to the delivered letter."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from reviewer.domain.applicant import Answer, State
from reviewer.domain.letter import LetterState
from reviewer.storage.engine import make_engine, writing
from reviewer.workspace import Workspace, now
from tests.crashes.child import DONE
from tests.desks import CONTEXT, SetClock, find, open_desk, write_folder
from tests.smtp_servers import SmtpServer
from tests.smtp_troubles import STALL, Step, Trouble

ROOT = Path(__file__).parents[2]
SETTINGS = {"mail.transport": "smtp", "smtp.security": "none", "mail.sender": "Platform <office@example.org>"}


MOST_MOMENTS = 80


class Reached:
    """Tells when the server has come to a step; at_once is called at each, before the server goes on."""

    def __init__(self) -> None:
        self._steps: set[Step] = set()
        self._news = threading.Condition()
        self.at_once: Callable[[Step], object] = lambda _step: None

    def note(self, step: Step) -> None:
        self.at_once(step)
        with self._news:
            self._steps.add(step)
            self._news.notify_all()

    def wait_for(self, step: Step) -> None:
        with self._news:
            assert self._news.wait_for(lambda: step in self._steps, timeout=60)


@pytest.fixture
def reached() -> Reached:
    return Reached()


@pytest.fixture
def server(reached: Reached) -> Iterator[SmtpServer]:
    with SmtpServer(security="none", on_step=reached.note) as running:
        yield running


def prepare(folder: Path, url: str, server: SmtpServer, people: int) -> Path:
    desk = open_desk(folder, url, "Anna", SetClock())
    for key, value in {**SETTINGS, "smtp.host": server.host, "smtp.port": str(server.port)}.items():
        desk.change_setting(key, value)
    desk.bring_in(write_folder(folder / "in", people))
    desk.close()
    return folder / "Anna"


def start(home: Path, url: str, id: str, moment: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.crashes.child", str(home), url, id, str(moment)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def restart(home: Path, url: str) -> Workspace:
    """The desk as its person finds it later, when every lease has run out; it syncs until nothing moves."""
    clock = SetClock()
    clock.moment = now()
    clock.forward(hours=1)
    desk = open_desk(home.parent, url, home.name, clock)
    for _ in range(3):
        desk.sync()
    return desk


def check(desk: Workspace, id: str, said: list[str], delivered: int) -> None:
    """No answer the person saw is lost; the letter left once, or is in doubt, or was never decided."""
    applicant = find(desk, id)
    if "answered" in said:
        assert applicant.answer_to(CONTEXT).answer is Answer.LACKING
    if "decided" in said:
        assert applicant.state is State.FOLLOW_UP
    states = [letter.state for letter in applicant.letters]
    if states == [LetterState.SENT]:
        assert delivered == 1
        assert applicant.due_on is not None
    else:
        assert states in ([], [LetterState.IN_DOUBT])
        assert delivered <= len(states)
    assert desk.status().unsaved == 0


def count_to(server: SmtpServer, id: str) -> int:
    return sum(f"p{id}@example.org" in message.recipients for message in server.messages)


def test_killed_at_every_commit_nothing_is_lost_and_nothing_leaves_twice(
    shared_url: str, tmp_path: Path, server: SmtpServer
) -> None:
    home = prepare(tmp_path, shared_url, server, MOST_MOMENTS)
    seen = set[tuple[str, ...]]()
    for moment in range(1, MOST_MOMENTS):
        id = str(9999 - moment)
        child = start(home, shared_url, id, moment)
        said = child.communicate(timeout=60)[0].split()
        desk = restart(home, shared_url)
        check(desk, id, said, count_to(server, id))
        desk.close()
        seen.add(tuple(said))
        if said[-1:] == [DONE]:
            break
        assert child.returncode == -signal.SIGKILL
    assert {(), ("answered",), ("answered", "decided"), ("answered", "decided", DONE)} <= seen


@pytest.mark.parametrize("step", [Step.MAIL, Step.RCPT])
def test_killed_before_the_claim_the_letter_waits_although_the_server_has_heard_whom_it_is_for(
    shared_url: str, tmp_path: Path, server: SmtpServer, reached: Reached, step: Step
) -> None:
    """From the greeting on somebody else is writing into the shared database, so that the claim has to wait."""
    server.pipelining = True
    home = prepare(tmp_path, shared_url, server, 1)
    engine = make_engine(shared_url)
    with ExitStack() as others:

        def hold(at: Step) -> None:
            if at is Step.GREETING:
                others.enter_context(writing(engine))

        reached.at_once = hold
        server.add(Trouble(at=step, what=STALL))
        child = start(home, shared_url, "9999", 0)
        reached.wait_for(step)
        child.kill()
        child.communicate(timeout=60)
        reached.at_once = lambda _step: None
    engine.dispose()
    assert Step.DATA not in server.steps
    desk = restart(home, shared_url)
    (letter,) = find(desk).letters
    desk.close()
    assert (letter.state, letter.attempts, count_to(server, "9999")) == (LetterState.SENT, 1, 1)


@pytest.mark.parametrize("step", [Step.DATA, Step.CONTENT, Step.ACCEPTED])
def test_killed_while_the_mail_server_listens_the_letter_is_in_doubt_and_never_repeated(
    shared_url: str, tmp_path: Path, server: SmtpServer, reached: Reached, step: Step
) -> None:
    home = prepare(tmp_path, shared_url, server, 1)
    server.add(Trouble(at=step, what=STALL))
    child = start(home, shared_url, "9999", 0)
    reached.wait_for(step)
    child.kill()
    said = child.communicate(timeout=60)[0].split()
    assert said == ["answered", "decided"]
    desk = restart(home, shared_url)
    (letter,) = find(desk).letters
    desk.close()
    assert letter.state is LetterState.IN_DOUBT
    assert count_to(server, "9999") <= (1 if step is Step.ACCEPTED else 0)
