"""What goes along with a letter is made by the desk that sends it, from what was pinned, or the letter is held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from email.message import EmailMessage
from typing import Any

import pymupdf as untyped_engine
import pytest

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, Applicant, DecisionKind, Evidence
from reviewer.domain.attachments import LARGEST_BYTES
from reviewer.domain.ids import DocumentId, EvidenceId
from reviewer.domain.letter import Attachment, AttachmentKind, Language, Letter, LetterState
from reviewer.domain.remarks import Remark
from reviewer.errors import DocumentUnreadable, Refused, Unavailable
from reviewer.mail.house import read_guide
from reviewer.storage.engine import make_engine, writing
from reviewer.storage.records import load_applicant, save_applicant
from reviewer.sync.enclosing import Enclosing
from reviewer.workspace import Workspace, new_id
from tests.desks import CONTEXT, KeptPost, SetClock, decide, find, text_of
from tests.mail.builders import CHECKLIST, a_document, a_letter, a_place, an_applicant, lacking

engine: Any = untyped_engine
Desks = tuple[Workspace, Workspace]
CV, GUIDE = AttachmentKind.ANNOTATED_CV, AttachmentKind.GUIDE


def with_pin(desk: Workspace, wanted: Answer = Answer.LACKING) -> Applicant:
    """The first applicant with one place pinned to the CV."""
    applicant = find(desk)
    evidence = Evidence(
        id=EvidenceId(new_id()),
        document=applicant.current_documents()[0].id,
        page=1,
        rect=(60.0, 60.0, 200.0, 80.0),
        quote="Person 9999",
    )
    desk.execute(acts.answer(applicant, CONTEXT, wanted, desk.stamp()))
    desk.execute(acts.pin(find(desk), CONTEXT, evidence, desk.stamp()))
    return find(desk)


def attach_all(desk: Workspace) -> None:
    desk.change_setting("mail.attach_cv", "yes")
    desk.change_setting("mail.attach_guide", "yes")


def files_of(message: EmailMessage) -> dict[str, bytes]:
    return {str(part.get_filename()): part.get_content() for part in message.iter_attachments()}


def only_letter(desk: Workspace) -> Letter:
    (letter,) = find(desk).letters
    return letter


def test_feedback_carries_the_cv_with_its_remark_and_the_guide(desks: Desks, post: KeptPost) -> None:
    anna, bert = desks
    attach_all(anna)
    anna.execute(decide(anna, with_pin(anna), DecisionKind.FEEDBACK))
    anna.sync(deliver=False)
    bert.sync(way=post.way_of(bert))
    ((_, message),) = post.letters
    files = files_of(message)
    assert list(files) == ["Lebenslauf_mit_Anmerkungen.pdf", "Leitfaden_Lebenslauf.pdf"]
    assert files["Leitfaden_Lebenslauf.pdf"] == read_guide(Language.DE)
    copy = engine.open(stream=files["Lebenslauf_mit_Anmerkungen.pdf"], filetype="pdf")
    titles = {annotation.info["title"] for annotation in copy[0].annots()}
    assert titles == {"Branche, Mitarbeiterzahl, Umsatz"}
    assert "Person 9999" in copy[0].get_text()
    assert "Dieser E-Mail liegen zwei Dateien bei" in text_of(message)
    assert only_letter(bert).state is LetterState.SENT


def test_without_a_pin_on_what_is_lacking_there_is_no_cv_to_attach(desks: Desks, post: KeptPost) -> None:
    anna, _ = desks
    attach_all(anna)
    anna.execute(decide(anna, with_pin(anna, Answer.FINE), DecisionKind.FEEDBACK))
    anna.sync(way=post.way_of(anna))
    assert list(files_of(post.letters[0][1])) == ["Leitfaden_Lebenslauf.pdf"]


@pytest.mark.parametrize("kind", [DecisionKind.ACCEPT, DecisionKind.REJECT])
def test_a_decision_up_or_out_never_carries_anything(desks: Desks, post: KeptPost, kind: DecisionKind) -> None:
    anna, _ = desks
    attach_all(anna)
    applicant = with_pin(anna)
    rendered = anna.correspondence.compose(applicant, kind, attach={CV, GUIDE})
    assert rendered.attachments == ()
    anna.execute(decide(anna, applicant, kind))
    guide = (Attachment(kind=GUIDE),)
    with pytest.raises(Refused, match="attachment-not-with-this"):
        anna.execute(acts.edit_letter(find(anna), only_letter(anna).id, rendered, anna.stamp(), attached=guide))
    anna.sync(way=post.way_of(anna))
    assert files_of(post.letters[0][1]) == {}


def test_the_next_letter_of_the_ladder_answers_the_one_before(desks: Desks, post: KeptPost, clock: SetClock) -> None:
    anna, _ = desks
    anna.execute(decide(anna, find(anna), DecisionKind.FEEDBACK))
    anna.sync(way=post.way_of(anna))
    clock.forward(days=20)
    anna.execute(decide(anna, find(anna), DecisionKind.FEEDBACK))
    anna.sync(way=post.way_of(anna))
    first, second = (message for _, message in post.letters)
    assert first["In-Reply-To"] is None
    assert second["In-Reply-To"] == second["References"] == first["Message-ID"]


def test_what_cannot_be_made_holds_the_letter_and_a_person_releases_it_without(
    desks: Desks, post: KeptPost, clock: SetClock
) -> None:
    anna, _ = desks
    attach_all(anna)
    anna.execute(decide(anna, with_pin(anna), DecisionKind.FEEDBACK))

    def unreadable(_applicant: Applicant, _letter: Letter) -> tuple[()]:
        raise Refused("attachment-encrypted")

    anna.sync(way=replace(post.way_of(anna), enclose=unreadable))
    letter = only_letter(anna)
    assert (letter.state, letter.reason, post.letters) == (LetterState.HELD, "attachment-encrypted", [])
    applicant = find(anna)
    without = anna.correspondence.attach_to(letter, applicant, {GUIDE})
    anna.execute(acts.edit_letter(applicant, letter.id, without, anna.stamp(), attached=without.attachments))
    anna.execute(acts.move_letter(find(anna), letter.id, LetterState.QUEUED, anna.stamp()))
    clock.forward(minutes=1)
    anna.sync(way=post.way_of(anna))
    ((_, message),) = post.letters
    assert list(files_of(message)) == ["Leitfaden_Lebenslauf.pdf"]
    assert "Dieser E-Mail liegt ein Leitfaden bei" in text_of(message)
    assert "Anmerkungen" not in text_of(message)


def test_a_letter_whose_document_is_not_here_yet_waits_untouched(desks: Desks, post: KeptPost) -> None:
    anna, _ = desks
    attach_all(anna)
    anna.execute(decide(anna, with_pin(anna), DecisionKind.FEEDBACK))

    def not_here(_applicant: Applicant, _letter: Letter) -> tuple[()]:
        raise Unavailable("attachment-not-here")

    anna.sync(way=replace(post.way_of(anna), enclose=not_here))
    assert (only_letter(anna).state, only_letter(anna).attempts) == (LetterState.QUEUED, 0)
    anna.sync(way=post.way_of(anna))
    assert only_letter(anna).state is LetterState.SENT


def test_a_copy_made_before_somebody_changed_the_applicant_does_not_leave(
    desks: Desks, post: KeptPost, shared_url: str
) -> None:
    anna, _ = desks
    attach_all(anna)
    anna.execute(decide(anna, with_pin(anna), DecisionKind.FEEDBACK))
    way, engine = post.way_of(anna), make_engine(shared_url)

    def meanwhile(applicant: Applicant, letter: Letter) -> tuple[()]:
        with writing(engine) as connection:
            known = load_applicant(connection, applicant.key)
            assert known is not None
            save_applicant(connection, known, replace(known, answers=()))
        return ()

    anna.sync(way=replace(way, enclose=meanwhile))
    engine.dispose()
    assert (only_letter(anna).state, post.letters) == (LetterState.QUEUED, [])
    anna.sync(way=way)
    assert (only_letter(anna).state, only_letter(anna).reason) == (LetterState.HELD, "attachment-nothing-pinned")


def test_a_way_out_that_makes_nothing_sends_no_letter_bare_that_should_carry_something(
    desks: Desks, post: KeptPost
) -> None:
    anna, _ = desks
    attach_all(anna)
    anna.execute(decide(anna, with_pin(anna), DecisionKind.FEEDBACK))
    anna.sync(way=post.way())
    assert (only_letter(anna).state, post.letters) == (LetterState.HELD, [])


def fails(code: str) -> Callable[[DocumentId, Sequence[Remark]], bytes]:
    def annotate(_document: DocumentId, _remarks: Sequence[Remark]) -> bytes:
        raise DocumentUnreadable(code)

    return annotate


PINNED = an_applicant(lacking("context", a_place(1, "Werkleiter")), documents=[a_document("cv.pdf")])
BOTH = (Attachment(kind=CV, document=DocumentId("cv")), Attachment(kind=GUIDE))
LETTER = replace(a_letter(), attachments=BOTH)


def enclosing(annotate: Callable[[DocumentId, Sequence[Remark]], bytes]) -> Enclosing:
    return Enclosing(annotate=annotate, read_guide=read_guide, checklist=CHECKLIST)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("encrypted", "attachment-encrypted"),
        ("damaged", "attachment-unreadable"),
        ("timeout", "attachment-unreadable"),
        ("no-such-page", "attachment-unreadable"),
        ("too-large", "attachment-too-large"),
    ],
)
def test_a_document_that_cannot_be_copied_is_a_reason(code: str, reason: str) -> None:
    with pytest.raises(Refused, match=rf"^{reason}$"):
        enclosing(fails(code)).enclose(PINNED, LETTER)


@pytest.mark.parametrize("code", ["missing", "closed", "no-worker"])
def test_a_desk_that_cannot_now_is_no_reason(code: str) -> None:
    with pytest.raises(Unavailable, match="attachment-not-here"):
        enclosing(fails(code)).enclose(PINNED, LETTER)


def test_all_together_is_bounded() -> None:
    with pytest.raises(Refused, match="attachment-too-large"):
        enclosing(lambda *_: b"%PDF" + bytes(LARGEST_BYTES)).enclose(PINNED, LETTER)
    assert len(enclosing(lambda *_: b"%PDF" + bytes(1000)).enclose(PINNED, LETTER)) == 2


def test_a_document_that_has_gone_and_pins_that_were_taken_away_are_reasons() -> None:
    with pytest.raises(Refused, match="attachment-document-gone"):
        enclosing(lambda *_: b"%PDF").enclose(replace(PINNED, documents=()), LETTER)
    with pytest.raises(Refused, match="attachment-nothing-pinned"):
        enclosing(lambda *_: b"%PDF").enclose(replace(PINNED, answers=()), LETTER)


def test_only_what_is_lacking_is_remarked_in_the_letters_language() -> None:
    seen: list[Remark] = []

    def annotate(_document: DocumentId, remarks: Sequence[Remark]) -> bytes:
        seen.extend(remarks)
        return b"%PDF"

    fine = replace(lacking("contact", a_place(1, "Fax")), answer=Answer.FINE)
    applicant = replace(PINNED, answers=(*PINNED.answers, fine))
    enclosing(annotate).enclose(applicant, replace(LETTER, language=Language.EN))
    assert [remark.title for remark in seen] == ["Industry, headcount, revenue"]
