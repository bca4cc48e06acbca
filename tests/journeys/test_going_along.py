"""What goes along with a letter, and what was typed for it, at the window: chosen where the letter is read."""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from reviewer.domain.letter import AttachmentKind, LetterState
from tests.desks import SetClock, find
from tests.journeys.ladder_steps import begin_with_feedback, let_leave
from tests.journeys.stage import SitDown
from ui.followup.followup_page import FollowUpPage
from ui.replies.written_sheet import WrittenSheet


def test_the_guide_goes_along_with_the_answer_to_an_objection(
    sit_down: SitDown, tmp_path: Path, clock: SetClock
) -> None:
    stage = begin_with_feedback(sit_down, tmp_path / "in", clock)
    stage.go_to("9999")
    stage.press("B 1")
    sheet = stage.all(WrittenSheet)[-1]
    stage.press("Ctrl+End")
    stage.type(" und Kollegen")
    stage.click("Goes along: Guide to a good CV")
    assert "Dieser E-Mail liegt ein Leitfaden bei" in sheet.text.toPlainText()
    assert not sheet.along.box(AttachmentKind.ANNOTATED_CV).isEnabled()
    stage.press("Ctrl+Return")
    stage.wait_until(lambda: len(find(stage.desk).letters) == 2)
    let_leave(stage, clock)
    answer = find(stage.desk).letters[-1]
    assert ([one.kind for one in answer.attachments], answer.state) == ([AttachmentKind.GUIDE], LetterState.SENT)
    assert answer.body.endswith("und Kollegen")
    mails = [message_from_bytes(file.read_bytes()) for file in (stage.home.folder / "letters").glob("*.eml")]
    (mail,) = [mail for mail in mails if mail["Subject"] == answer.subject]
    assert [part.get_filename() for part in mail.iter_attachments()] == ["Leitfaden_Lebenslauf.pdf"]


def test_what_goes_along_is_shown_and_chosen_before_the_next_letter_is_released(
    sit_down: SitDown, tmp_path: Path, clock: SetClock
) -> None:
    stage = begin_with_feedback(sit_down, tmp_path / "in", clock, days=15)
    stage.visit("follow-up")
    pane = stage.find(FollowUpPage).pane
    assert not pane.along.box(AttachmentKind.GUIDE).isChecked()
    stage.press("Shift+V")
    stage.wait_until(lambda: "liegt ein Leitfaden bei" in pane.text.toPlainText())
    assert pane.along.box(AttachmentKind.GUIDE).isChecked()
    stage.press("Z")
    stage.wait_until(lambda: "liegt ein Leitfaden bei" not in pane.text.toPlainText())
    stage.press("Shift+V F")
    stage.wait_until(lambda: find(stage.desk).rung == 2)
    assert [one.kind for one in find(stage.desk).letters[-1].attachments] == [AttachmentKind.GUIDE]


def test_what_was_typed_for_the_next_letter_is_what_the_follow_up_releases(
    sit_down: SitDown, tmp_path: Path, clock: SetClock
) -> None:
    stage = begin_with_feedback(sit_down, tmp_path / "in", clock, days=15)
    stage.go_to("9999")
    stage.press("L Ctrl+Home")
    stage.type("Von Hand. ")
    stage.press("Escape")
    stage.wait_until(lambda: find(stage.desk).draft is not None)
    stage.visit("follow-up")
    assert stage.says("Changed by hand")
    stage.press("F")
    stage.wait_until(lambda: find(stage.desk).rung == 2)
    assert find(stage.desk).letters[-1].body.startswith("Von Hand. ")


def message_from_bytes(raw: bytes) -> EmailMessage:
    return email.message_from_bytes(raw, _class=EmailMessage, policy=default)
