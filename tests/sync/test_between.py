"""What a person does while letters leave and changes arrive: the act counts, whichever thread was quicker."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, DecisionKind, State
from reviewer.domain.ids import ApplicantId, LetterId
from reviewer.domain.letter import LetterState
from reviewer.domain.views import QueueQuery
from reviewer.errors import Unavailable
from reviewer.mail.message import Message
from reviewer.mail.transport import MayLeave, Meanwhile, always, nothing
from reviewer.workspace import Workspace
from tests.desks import KeptPost, SetClock, answer, decide, find, text_of, write_folder

Desks = tuple[Workspace, Workspace]


class BusyPost(KeptPost):
    """While the first letter is handed over, somebody does something."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._act: Callable[[], object] | None = act

    def send(
        self, letter: LetterId, message: Message, may_leave: MayLeave = always, meanwhile: Meanwhile = nothing
    ) -> bool:
        left = super().send(letter, message, may_leave, meanwhile)
        act, self._act = self._act, None
        if act is not None:
            act()
        return left


def sent_to(post: KeptPost) -> list[str]:
    return [message["To"].addresses[0].addr_spec for _, message in post.letters]


def two_letters(desk: Workspace, clock: SetClock) -> None:
    """9999's letter falls due first."""
    for id in ("9999", "9998"):
        desk.execute(decide(desk, find(desk, id), DecisionKind.FEEDBACK))
        clock.forward(seconds=1)


def test_a_letter_taken_back_while_another_leaves_stays(desks: Desks, clock: SetClock) -> None:
    anna, _ = desks
    two_letters(anna, clock)

    def take_back() -> None:
        applicant = find(anna, "9998")
        anna.execute(acts.revoke(applicant, applicant.letters[0].id, anna.stamp()))

    post = BusyPost(take_back)
    for _ in range(3):
        anna.sync(way=post.way())
    assert sent_to(post) == ["p9999@example.org"]
    assert (find(anna, "9998").state, anna.status().questions) == (State.PENDING, 0)


def test_a_person_erased_while_another_letter_leaves_gets_the_confirmation_alone(desks: Desks, clock: SetClock) -> None:
    anna, _ = desks
    two_letters(anna, clock)
    post = BusyPost(lambda: anna.erase(find(anna, "9998").key))
    for _ in range(3):
        anna.sync(way=post.way())
    assert sent_to(post) == ["p9999@example.org", "p9998@example.org"]
    assert "Ihre Daten wurden gelöscht." in text_of(post.letters[1][1])


def test_a_held_up_act_does_not_keep_the_others_letters(desks: Desks, clock: SetClock, post: KeptPost) -> None:
    anna, _ = desks
    two_letters(anna, clock)
    anna.sync(deliver=False)
    answer(anna, find(anna, "9998"))
    anna.sync(way=post.way())
    assert sent_to(post) == ["p9999@example.org", "p9998@example.org"]


def test_an_id_used_again_after_an_erasure_reaches_every_desk(desks: Desks, tmp_path: Path) -> None:
    anna, bert = desks
    before = find(bert).key
    anna.erase(find(anna).key)
    anna.sync(deliver=False)
    anna.bring_in(write_folder(tmp_path / "again"))
    bert.sync(deliver=False)
    assert find(bert).key == find(anna).key != before
    assert len(bert.queue(QueueQuery()).rows) == 2


def test_the_files_of_a_person_erased_by_a_colleague_while_letters_left_are_deleted(desks: Desks) -> None:
    anna, bert = desks
    anna.execute(decide(anna, find(anna), DecisionKind.FEEDBACK))
    anna.sync()
    assert len(list(anna.home.outgoing.iterdir())) == 1
    anna.execute(decide(anna, find(anna, "9998"), DecisionKind.FEEDBACK))

    def erase() -> None:
        bert.sync(deliver=False)
        bert.erase(find(bert).key)
        bert.sync(deliver=False)

    post = BusyPost(erase)
    anna.sync(way=post.way())
    anna.sync(way=post.way())
    assert anna.find(ApplicantId("9999")) is None
    assert list(anna.home.outgoing.iterdir()) == []


class Unplugged(Exception):
    """The desk is switched off here."""


class Moments:
    """Does something once, at the n-th time a database's connection is taken or given back."""

    def __init__(self, engine: sa.Engine, kind: str, number: int, deed: Callable[[], object]) -> None:
        self._left = number
        self._deed = deed
        sa.event.listen(engine, kind, self._count)

    @property
    def come(self) -> bool:
        return self._left <= 0

    def _count(self, *_what: object) -> None:
        self._left -= 1
        if self._left == 0:
            self._deed()


def switch_off() -> None:
    raise Unplugged


def test_files_of_an_erased_person_do_not_outlive_a_desk_switched_off_at_any_moment(desks: Desks) -> None:
    anna, _ = desks
    anna.execute(decide(anna, find(anna), DecisionKind.FEEDBACK))
    anna.sync()
    key, moment, come = find(anna).key, 0, True
    while come:
        moment += 1
        moments = Moments(anna._replica, "checkout", moment, switch_off)
        with suppress(Unplugged):
            anna.erase(key)
        come = moments.come
        assert anna.find(ApplicantId("9999")) is not None or list(anna.home.outgoing.iterdir()) == []
        if anna.find(ApplicantId("9999")) is None:
            break
    assert list(anna.home.outgoing.iterdir()) == []


def test_an_erasure_at_any_moment_of_a_round_stands_on_this_desk(desks: Desks, tmp_path: Path) -> None:
    anna, bert = desks
    for number in range(1, 40):
        answer(anna, find(anna), Answer.FINE if number % 2 else Answer.LACKING)
        anna.sync(deliver=False)
        anna.bring_in(write_folder(tmp_path / "in", cv=f"version {number + 1}"))
        moments = Moments(bert._shared, "checkin", number, lambda: bert.erase(find(bert).key))
        report = bert.sync(deliver=False)
        if not moments.come:
            break
        assert (report.offline, bert.find(ApplicantId("9999"))) == ("", None)
        for desk in (bert, anna):
            desk.sync(deliver=False)
        anna.bring_in(write_folder(tmp_path / "in", cv=f"version {number + 1}"))
        bert.sync(deliver=False)
    assert number > 3


def test_a_desk_that_was_cut_off_after_sending_tells_so_when_it_is_back(
    desks: Desks, clock: SetClock, shared_url: str
) -> None:
    """Meanwhile a colleague's desk took it for lost, and a person asked for a second try."""
    anna, bert = desks
    anna.execute(decide(anna, find(anna), DecisionKind.FEEDBACK))
    anna.sync(deliver=False)
    bert.sync(deliver=False)

    def cut_off() -> None:
        def refuse(*_: object) -> None:
            raise Unavailable("database-unreachable")

        sa.event.listen(anna._shared, "begin", refuse)
        anna_is_back.append(lambda: sa.event.remove(anna._shared, "begin", refuse))

    anna_is_back: list[Callable[[], None]] = []
    post = BusyPost(cut_off)
    assert anna.sync(way=post.way()).offline or post.letters
    clock.forward(minutes=4)
    other = KeptPost()
    bert.sync(way=other.way())
    assert find(bert).letters[0].state is LetterState.IN_DOUBT
    anna_is_back[0]()
    anna.sync(way=post.way())
    bert.sync(way=other.way())
    assert (len(post.letters), other.letters) == (1, [])
    assert find(bert).letters[0].state is find(anna).letters[0].state is LetterState.SENT
