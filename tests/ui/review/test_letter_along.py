"""The boxes below the letter: what goes along is ticked there, follows the settings, and is kept with the letter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, DecisionKind, Evidence
from reviewer.domain.ids import EvidenceId
from reviewer.domain.letter import AttachmentKind, Language, RenderedLetter, Template
from reviewer.domain.letter_version import LetterVersion, chosen_along
from tests.desks import CONTEXT
from tests.ui.review.judgement_stage import Stage
from ui.along_choice import Along, AlongChoice

CV, GUIDE = AttachmentKind.ANNOTATED_CV, AttachmentKind.GUIDE


def pin(stage: Stage) -> None:
    """One place of the CV pinned to a criterion that is lacking."""
    desk, applicant = stage.desk, stage.stored()
    place = Evidence(
        id=EvidenceId("e1"),
        document=applicant.current_documents()[0].id,
        page=1,
        rect=(60.0, 60.0, 200.0, 80.0),
        quote="Person",
    )
    desk.execute(acts.answer(applicant, CONTEXT, Answer.LACKING, desk.stamp()))
    desk.execute(acts.pin(stage.stored(), CONTEXT, place, desk.stamp()))


def along(stage: Stage) -> Along:
    assert stage.sheet is not None
    assert stage.sheet.along is not None
    return stage.sheet.along


def test_nothing_goes_along_unless_it_is_ticked_and_the_cv_only_with_a_pin(stage: Stage) -> None:
    stage.show()
    assert not along(stage).going
    assert along(stage).possible == {GUIDE}
    pin(stage)
    stage.show("9998")
    stage.show("9999")
    assert not along(stage).going
    assert along(stage).possible == {CV, GUIDE}


def test_what_is_ticked_stands_in_the_letter_and_leaves_with_it(stage: Stage) -> None:
    pin(stage)
    stage.show()
    stage.presenter.letter.attach(CV, wanted=True)
    stage.rest()
    assert along(stage).going == {CV}
    assert "Dieser E-Mail liegt Ihr Lebenslauf bei" in stage.body()
    stage.presenter.letter.attach(GUIDE, wanted=True)
    stage.presenter.letter.attach(CV, wanted=False)
    stage.rest()
    assert "Dieser E-Mail liegt ein Leitfaden bei" in stage.body()
    assert "Anmerkungen" not in stage.body()
    stage.presenter.decisions.decide(DecisionKind.FEEDBACK)
    stage.rest()
    assert [one.kind for one in stage.letters()[-1].attachments] == [GUIDE]


def test_the_settings_tick_and_a_letter_can_say_otherwise(stage: Stage) -> None:
    pin(stage)
    stage.desk.change_setting("mail.attach_cv", "yes")
    stage.show()
    assert along(stage).going == {CV}
    stage.presenter.letter.attach(CV, wanted=False)
    stage.rest()
    assert along(stage).going == frozenset()
    stage.show("9998")
    stage.show("9999")
    assert along(stage).going == frozenset()


def test_what_is_ticked_is_there_again_when_the_applicant_is_and_leaves_with_the_letter(stage: Stage) -> None:
    stage.show()
    stage.presenter.letter.attach(GUIDE, wanted=True)
    stage.rest()
    stage.show("9998")
    assert along(stage).going == frozenset()
    stage.show("9999")
    assert along(stage).going == {GUIDE}
    assert stage.sheet is not None
    assert not stage.sheet.edited
    assert "liegt ein Leitfaden bei" in stage.body()
    stage.presenter.decisions.decide(DecisionKind.FEEDBACK, sure=True)
    stage.rest()
    assert [one.kind for one in stage.letters()[-1].attachments] == [GUIDE]


def test_a_choice_of_one_rung_is_none_of_the_next() -> None:
    first = LetterVersion(template=Template.FEEDBACK_1, language=Language.DE).composed(
        RenderedLetter(subject="S", body="one")
    )
    draft = first.draft(frozenset({GUIDE}))
    assert chosen_along(draft, Template.FEEDBACK_1) == frozenset({GUIDE})
    assert chosen_along(draft, Template.FEEDBACK_2) is None
    assert chosen_along(first.typed("S", "mine").draft(), Template.FEEDBACK_1) is None


def test_what_was_typed_by_hand_stays_when_something_is_ticked(stage: Stage) -> None:
    stage.show()
    stage.type("Von Hand.\n\n" + stage.body())
    stage.presenter.letter.attach(GUIDE, wanted=True)
    stage.rest()
    assert stage.body().startswith("Von Hand.")
    assert "liegt ein Leitfaden bei" in stage.body()


@pytest.mark.parametrize("kind", [DecisionKind.ACCEPT, DecisionKind.REJECT])
def test_a_decision_up_or_out_has_no_boxes(stage: Stage, kind: DecisionKind) -> None:
    stage.show()
    stage.presenter.letter.choose(kind.value)
    stage.rest()
    assert stage.sheet is not None
    assert stage.sheet.along is None


def test_the_boxes_are_reached_and_ticked_by_keyboard_and_say_why_one_cannot(stage: Stage) -> None:
    choice, said = AlongChoice(), list[tuple[AttachmentKind, bool]]()
    stage.qtbot.addWidget(choice)
    choice.ticked.connect(lambda kind, on: said.append((kind, on)))
    choice.show_along(Along(possible=frozenset({GUIDE}), sizes={GUIDE: 25_900}))
    choice.show()
    assert (choice.box(CV).isEnabled(), choice.box(GUIDE).isEnabled()) == (False, True)
    assert "Pin a place" in choice.box(CV).toolTip()
    assert choice.box(GUIDE).text() == "Guide · 25 kB"
    assert choice.box(GUIDE).focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(choice.box(GUIDE), Qt.Key.Key_Space)
    choice.flip(GUIDE)
    choice.flip(CV)
    assert said == [(GUIDE, True), (GUIDE, False)]
    assert choice.box(GUIDE).accessibleName() == "Goes along: Guide to a good CV"
