"""The letter grows with each answer, and what a person types into it stays."""

from __future__ import annotations

from reviewer.domain.applicant import DecisionKind
from reviewer.domain.letter import Language, RenderedLetter, Template
from reviewer.domain.letter_version import LetterVersion, restored
from tests.ui.review.judgement_stage import CONTEXT, Stage
from ui.review.letter_sheet import KEPT

LEAD_IN = "Branche, Mitarbeiterzahl, Umsatz:"
SECOND = "Aufgaben und Ergebnisse:"


def _version(subject: str = "S", body: str = "one\n\ntwo") -> LetterVersion:
    empty = LetterVersion(template=Template.FEEDBACK_1, language=Language.EN)
    return empty.composed(RenderedLetter(subject=subject, body=body))


def test_a_letter_nobody_touched_follows_the_program() -> None:
    assert _version().composed(RenderedLetter(subject="T", body="three")).body == "three"


def test_what_was_typed_stays_when_the_letter_grows() -> None:
    typed = _version().typed("S", "one by hand\n\ntwo")
    assert typed.composed(RenderedLetter(subject="S", body="one\n\ntwo\n\nthree")).body == "one by hand\n\ntwo\n\nthree"


def test_a_subject_typed_by_hand_stays() -> None:
    assert _version().typed("Mine", "one\n\ntwo").composed(RenderedLetter(subject="T", body="one")).subject == "Mine"


def test_only_a_letter_changed_by_hand_makes_a_draft() -> None:
    assert _version().draft() is None
    draft = _version().typed("S", "mine").draft()
    assert draft is not None
    assert (draft.body, draft.generated) == ("mine", "one\n\ntwo")


def test_a_subject_nobody_touched_does_not_come_back_from_a_draft_with_an_old_day() -> None:
    draft = _version("by 4 December", "one\n\ntwo").typed("by 4 December", "one by hand\n\ntwo").draft()
    again = restored(Template.FEEDBACK_1, Language.EN, draft)
    written = again.composed(RenderedLetter(subject="by 9 December", body="one\n\nthree"))
    assert (written.subject, written.body) == ("by 9 December", "one by hand\n\nthree")


def test_a_draft_of_another_letter_is_not_restored() -> None:
    draft = _version().typed("S", "mine").draft()
    assert restored(Template.FEEDBACK_2, Language.EN, draft).body == ""
    assert restored(Template.FEEDBACK_1, Language.DE, draft).body == ""
    assert restored(Template.FEEDBACK_1, Language.EN, draft).body == "mine"


def test_the_letter_gets_a_paragraph_for_each_lacking_criterion(stage: Stage) -> None:
    stage.show()
    assert LEAD_IN not in stage.body()
    stage.presenter.judgement.answer_number(2)
    stage.rest()
    assert LEAD_IN in stage.body()
    stage.presenter.judgement.answer_number(3)
    stage.rest()
    assert stage.body().index(LEAD_IN) < stage.body().index(SECOND)


def test_the_letter_quotes_the_pinned_evidence(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.focus(CONTEXT)
    stage.presenter.judgement.pin(1, (72.0, 100.0, 300.0, 114.0), "Werkleiterin, Nordwerk")
    stage.rest()
    assert "„Werkleiterin, Nordwerk“ (Seite 1)" in stage.body()


def test_typed_text_survives_later_answers(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(2)
    stage.rest()
    stage.type(stage.body().replace("Sehr geehrte", "Guten Morgen, sehr geehrte"))
    stage.presenter.judgement.answer_number(3)
    stage.rest()
    assert stage.body().startswith("Guten Morgen, sehr geehrte")
    assert SECOND in stage.body()


def test_typed_text_is_there_again_when_the_applicant_is(stage: Stage) -> None:
    stage.show()
    stage.type("Von Hand.\n\n" + stage.body())
    stage.show("9998")
    stage.show("9999")
    assert stage.body().startswith("Von Hand.")
    assert stage.stored().draft is not None


def test_typed_text_is_kept_once_typing_rests(stage: Stage) -> None:
    stage.show()
    stage.type("Von Hand.\n\n" + stage.body())
    stage.qtbot.waitUntil(lambda: stage.stored().draft is not None)


def test_starting_again_gives_up_what_was_typed(stage: Stage) -> None:
    stage.show()
    before = stage.body()
    stage.type("Von Hand.")
    stage.presenter.letter.flush()
    stage.presenter.letter.start_again()
    stage.rest()
    assert (stage.body(), stage.stored().draft) == (before, None)


def test_all_criteria_fine_shows_the_acceptance(stage: Stage) -> None:
    stage.show()
    for number in range(1, 7):
        stage.presenter.judgement.answer_number(number)
        stage.presenter.judgement.answer_number(number)
    stage.rest()
    assert stage.sheet is not None
    assert (stage.sheet.chosen, dict(stage.sheet.options)[stage.sheet.chosen]) == ("accept", "Acceptance")


def test_another_letter_can_be_looked_at(stage: Stage) -> None:
    stage.show()
    stage.presenter.letter.choose(DecisionKind.REJECT.value)
    stage.rest()
    assert stage.sheet is not None
    assert stage.sheet.subject == stage.desk.correspondence.compose(stage.stored(), DecisionKind.REJECT).subject


def test_another_language_rewrites_the_letter_and_is_the_persons_from_now_on(stage: Stage) -> None:
    stage.show()
    stage.presenter.letter.choose_language("en")
    stage.rest()
    assert stage.body().startswith("Dear Dr Weiß9999,")
    assert stage.stored().person.language is Language.EN


def test_a_letter_composed_for_somebody_else_is_dropped(stage: Stage) -> None:
    stage.show("9999")
    stage.presenter.judgement.answer_number(2)
    stage.presenter.show(stage.key("9998"))
    stage.rest()
    assert stage.body().startswith("Sehr geehrte Frau Dr. Weiß9998,")


def test_after_a_decision_its_letter_is_shown_and_cannot_be_typed_into(stage: Stage) -> None:
    stage.show()
    stage.presenter.decisions.decide(DecisionKind.ACCEPT)
    stage.rest()
    stage.show("9999")
    assert stage.sheet is not None
    assert (stage.sheet.chosen, stage.sheet.read_only, stage.sheet.body) == (KEPT, True, stage.letters()[0].body)
