"""What goes along with a letter: shown in the outbox with its size, taken off, put back, and left behind."""

from __future__ import annotations

from PySide6.QtCore import Qt

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, DecisionKind, Evidence
from reviewer.domain.ids import EvidenceId
from reviewer.domain.letter import AttachmentKind, LetterState
from tests.desks import CONTEXT, find
from tests.ui.outbox.desk_window import DeskWindow
from tests.ui.outbox.test_outbox_page import choose, letter_of, open_outbox
from ui.outbox.letter_bar import Deed


def pinned(at_desk: DeskWindow, id: str) -> None:
    """One place of the CV pinned to what is lacking."""
    desk, applicant = at_desk.desk, find(at_desk.desk, id)
    place = Evidence(
        id=EvidenceId(f"e{id}"),
        document=applicant.current_documents()[0].id,
        page=1,
        rect=(60.0, 60.0, 200.0, 80.0),
        quote="Person",
    )
    desk.execute(acts.answer(applicant, CONTEXT, Answer.LACKING, desk.stamp()))
    desk.execute(acts.pin(find(desk, id), CONTEXT, place, desk.stamp()))


def test_what_goes_along_is_shown_with_its_size_and_can_be_taken_off_and_put_back(at_desk: DeskWindow) -> None:
    at_desk.desk.change_setting("mail.attach_cv", "yes")
    at_desk.desk.change_setting("mail.attach_guide", "yes")
    pinned(at_desk, "9999")
    at_desk.decide("9999")
    page = open_outbox(at_desk)
    choose(page, at_desk, "9999")
    at_desk.settle()
    cv, guide = (page.pane.along.box(kind) for kind in AttachmentKind)
    assert cv.text().startswith("CV with remarks · ")
    assert guide.text() == "Guide · 25 kB"
    assert cv.isVisible()
    at_desk.press(Qt.Key.Key_V)
    assert [one.kind for one in letter_of(at_desk, "9999").attachments] == [AttachmentKind.GUIDE]
    assert "liegt ein Leitfaden bei" in letter_of(at_desk, "9999").body
    at_desk.press(Qt.Key.Key_V)
    assert [one.kind for one in letter_of(at_desk, "9999").attachments] == list(AttachmentKind)
    assert "liegen zwei Dateien bei" in page.pane.body.toPlainText()


def test_a_letter_kept_by_its_cv_says_so_and_is_released_without(at_desk: DeskWindow) -> None:
    at_desk.desk.change_setting("mail.attach_cv", "yes")
    pinned(at_desk, "9999")
    at_desk.decide("9999", hold_s=0)
    at_desk.sync()
    assert letter_of(at_desk, "9999").state is LetterState.HELD
    page = open_outbox(at_desk)
    row = choose(page, at_desk, "9999")
    assert row.reason.startswith("attachment-")
    assert page.pane.bar.button(Deed.RELEASE_WITHOUT).isVisibleTo(page.pane)
    page.do(Deed.RELEASE_WITHOUT)
    at_desk.settle()
    letter = letter_of(at_desk, "9999")
    assert (letter.state, letter.attachments) == (LetterState.QUEUED, ())
    assert "Lebenslauf bei" not in letter.body
    at_desk.clock.forward(minutes=1)
    at_desk.sync()
    assert letter_of(at_desk, "9999").state is LetterState.SENT


def test_a_rejection_has_no_boxes(at_desk: DeskWindow) -> None:
    at_desk.decide("9999", DecisionKind.REJECT)
    page = open_outbox(at_desk)
    choose(page, at_desk, "9999")
    at_desk.settle()
    assert not page.pane.along.isVisibleTo(page.pane)
