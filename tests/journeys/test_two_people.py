"""Two people decide differently about one applicant: the second is asked, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.domain.applicant import Answer, DecisionKind, State
from reviewer.domain.letter import LetterState
from reviewer.workspace import Workspace
from tests.desks import CONTEXT, SetClock, decide, find
from tests.journeys.papers import write_people
from tests.journeys.stage import SitDown, Stage
from ui.questions.questions_page import QuestionsPage
from ui.syncing import Syncing

ACCEPT, REJECT = DecisionKind.ACCEPT, DecisionKind.REJECT
OUTCOMES = {
    "1": (State.ACCEPTED, [ACCEPT], {"acceptance": LetterState.SENT}),
    "2": (State.OUT, [ACCEPT, REJECT], {"acceptance": LetterState.CANCELLED, "rejection": LetterState.SENT}),
}


def open_both(
    sit_down: SitDown, colleague: Callable[..., Workspace], url: str, folder: Path
) -> tuple[Stage, Workspace]:
    """Anna looks at 9999; Bert knows of everybody."""
    bert = colleague(url)
    bert.bring_in(write_people(folder, ["9999", "9998"]))
    anna = sit_down(url=url, settings={"letters.rejections": "at-once"})
    anna.wait_until(lambda: len(anna.queue()) == 3)
    anna.press("J")
    anna.wait_for_document()
    # What Bert does now reaches Anna with her next act, however long she takes for it.
    syncing = anna.window.findChild(Syncing)
    assert isinstance(syncing, Syncing)
    syncing._timer.stop()
    return anna, bert


def read_question(anna: Stage) -> list[str]:
    """Wait to be asked, go there, and read the one question."""
    anna.wait_until(lambda: anna.window.rail.button("questions").isVisible())
    anna.visit("questions")
    page = anna.find(QuestionsPage)
    anna.wait_until(lambda: len(page.cards) == 1)
    return [part.split(", ")[0] for part in page.cards[0].words()]


@pytest.mark.parametrize("answer", ["1", "2"], ids=["theirs", "mine"])
def test_a_second_decision_is_put_as_a_question(
    sit_down: SitDown,
    colleague: Callable[..., Workspace],
    tmp_path: Path,
    shared_url: str,
    clock: SetClock,
    answer: str,
) -> None:
    anna, bert = open_both(sit_down, colleague, shared_url, tmp_path / "in")
    assert not anna.window.rail.button("questions").isVisible()
    bert.execute(decide(bert, find(bert), ACCEPT, hold_s=60))
    bert.sync(deliver=False)
    anna.press("2 R")
    said = read_question(anna)
    assert "Bert: Accept" in said
    assert "Out" in said
    anna.press(answer)
    anna.wait_until(lambda: not anna.window.rail.button("questions").isVisible())
    anna.press("F5")
    clock.forward(minutes=2)
    anna.press("F5")
    anna.wait_until(lambda: anna.connection() == "Connected, all saved")

    bert.sync(deliver=False)
    state, decisions, letters = OUTCOMES[answer]
    for desk in (anna.desk, bert):
        applicant = find(desk)
        assert applicant.state is state
        assert [decision.kind for decision in applicant.decisions] == decisions
        assert {letter.template.value: letter.state for letter in applicant.letters} == letters
        assert applicant.answer_to(CONTEXT).answer is Answer.LACKING
    assert anna.desk.questions() == ()


def test_two_who_wanted_the_same_are_not_asked(
    sit_down: SitDown, colleague: Callable[..., Workspace], tmp_path: Path, shared_url: str
) -> None:
    anna, bert = open_both(sit_down, colleague, shared_url, tmp_path / "in")
    bert.execute(decide(bert, find(bert), REJECT, hold_s=60))
    bert.sync(deliver=False)
    anna.press("R")
    anna.wait_until(lambda: anna.said() == "A colleague had done the same already")
    assert not anna.window.rail.button("questions").isVisible()
    bert.sync(deliver=False)
    assert [letter.template.value for letter in find(bert).letters] == ["rejection"]
    assert len(find(anna.desk).decisions) == 1


def test_what_can_no_longer_be_done_says_why(
    sit_down: SitDown, colleague: Callable[..., Workspace], tmp_path: Path, sqlite_url: str
) -> None:
    anna, bert = open_both(sit_down, colleague, sqlite_url, tmp_path / "in")
    bert.execute(decide(bert, find(bert), REJECT, hold_s=60))
    bert.sync(deliver=False)
    anna.press("2 F")
    assert "No longer possible: This applicant has been decided." in read_question(anna)
    anna.press("2")
    assert len(anna.find(QuestionsPage).cards) == 1
    anna.press("1")
    anna.wait_until(lambda: not anna.window.rail.button("questions").isVisible())
    assert find(anna.desk).state is State.OUT
    assert find(anna.desk).answer_to(CONTEXT).answer is Answer.LACKING
