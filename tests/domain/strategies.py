"""Arbitrary applicants and the acts a person could make upon them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import assume
from hypothesis import strategies as st

from reviewer.domain import acts
from reviewer.domain.applicant import (
    Answer,
    Applicant,
    CriterionAnswer,
    DecisionKind,
    Document,
    Evidence,
    OptIn,
    Person,
    Salutation,
    SeenProposal,
    Sleep,
    State,
)
from reviewer.domain.commands import Command, RecordDecision, Stamp
from reviewer.domain.findings import Band, Verdict
from reviewer.domain.ids import (
    ApplicantId,
    ApplicantKey,
    CommandId,
    CriterionKey,
    DecisionId,
    DocumentId,
    EvidenceId,
    LetterId,
    NoteId,
    ReplyId,
)
from reviewer.domain.letter import (
    Attachment,
    AttachmentKind,
    Draft,
    Language,
    Letter,
    LetterState,
    RenderedLetter,
    Template,
)
from reviewer.domain.objections import Objection
from reviewer.domain.reply_acts import record_objection, record_reply
from reviewer.domain.rules import apply
from reviewer.errors import Outdated, Refused

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CRITERIA = tuple(CriterionKey(key) for key in ("contact", "context", "tasks"))
PERSON = Person(
    salutation=Salutation.WOMAN,
    title="Dr.",
    first_name="Petra",
    last_name="Weiß",
    email="petra.weiss@example.org",
    language=Language.DE,
)
DOCUMENT = Document(
    id=DocumentId("d1"), position=0, version=1, name="cv.pdf", sha256="0" * 64, size_bytes=1, added_at=MOMENT
)
NEW = Applicant(
    key=ApplicantKey("k1"),
    id=ApplicantId("9999"),
    person=PERSON,
    opt_in=OptIn(registered_at=MOMENT, confirmed_at=MOMENT, ip_address="192.0.2.1", terms_version="3"),
    state=State.PENDING,
    waiting_since=MOMENT,
    documents=(DOCUMENT,),
)
ATTACHED = (Attachment(kind=AttachmentKind.ANNOTATED_CV, document=DOCUMENT.id), Attachment(kind=AttachmentKind.GUIDE))
RENDERED = RenderedLetter(subject="Your CV", body="Dear Dr Weiß,\n\nplease mend it.")
LOADED = replace(RENDERED, attachments=ATTACHED)
"""The letter with all that may go along with it."""
EVIDENCE = Evidence(
    id=EvidenceId("e0"), document=DOCUMENT.id, page=1, rect=(10.0, 20.0, 50.0, 99.0), quote="Plant manager"
)
TEXTS = st.text(min_size=1, max_size=12).filter(str.strip)


@st.composite
def stamps(draw: st.DrawFn) -> Stamp:
    number = draw(st.integers(0, 10_000))
    return Stamp(id=CommandId(draw(st.uuids()).hex), by=draw(TEXTS), at=MOMENT + timedelta(minutes=number))


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    return Evidence(
        id=EvidenceId(draw(st.sampled_from(("e1", "e2", "e3")))),
        document=DOCUMENT.id,
        page=draw(st.integers(1, 4)),
        rect=(10.0, float(draw(st.integers(0, 90))), 50.0, 99.0),
        quote=draw(TEXTS),
    )


@st.composite
def proposals(draw: st.DrawFn) -> SeenProposal:
    verdict = draw(st.sampled_from(Verdict))
    return SeenProposal(
        verdict=verdict, band=draw(st.sampled_from(Band)), rules=("context.few-told",), rules_version="1"
    )


@st.composite
def commands(draw: st.DrawFn, applicant: Applicant) -> Command:
    """One act, made from the applicant as seen; refused by the builder itself: another one is drawn."""
    stamp = draw(stamps())
    assume(all(stamp.id not in id for id in _ids(applicant)))
    makers = (
        _answer,
        _together,
        _evidence,
        _note,
        _decision,
        _sleep,
        _draft,
        _edit,
        _move,
        _person,
        _objection,
        _reply,
    )
    for maker in draw(st.permutations(makers)):
        try:
            return maker(draw, applicant, stamp)
        except (Refused, Outdated):
            continue
    raise AssertionError("a person can always answer a criterion")


def _ids(applicant: Applicant) -> list[str]:
    notes: list[str] = [note.id for note in applicant.notes]
    decisions: list[str] = [decision.id for decision in applicant.decisions]
    return [
        *notes,
        *decisions,
        *(reply.id for reply in applicant.replies),
        *(letter.id for letter in applicant.letters),
    ]


def _answer(draw: st.DrawFn, applicant: Applicant, stamp: Stamp) -> Command:
    criterion, wanted = draw(st.sampled_from(CRITERIA)), draw(st.sampled_from(Answer))
    return acts.answer(applicant, criterion, wanted, stamp, proposed=draw(st.none() | proposals()))


def _together(draw: st.DrawFn, applicant: Applicant, stamp: Stamp) -> Command:
    wanted = []
    for criterion in draw(st.lists(st.sampled_from(CRITERIA), min_size=1, unique=True)):
        known = applicant.answer_to(criterion)
        others = [answer for answer in Answer if answer is not known.answer]
        evidence = draw(
            st.sampled_from(((), known.evidence, (*known.evidence, replace(EVIDENCE, id=EvidenceId(stamp.id)))))
        )
        wanted.append(
            CriterionAnswer(
                round=applicant.round,
                criterion=criterion,
                answer=draw(st.sampled_from(others)),
                evidence=evidence,
                proposed=draw(st.none() | proposals()),
            )
        )
    return acts.answer_together(applicant, wanted, stamp)


def _evidence(draw: st.DrawFn, applicant: Applicant, stamp: Stamp) -> Command:
    criterion = draw(st.sampled_from(CRITERIA))
    pinned = applicant.answer_to(criterion).evidence
    if draw(st.booleans()) and pinned:
        return acts.unpin(applicant, criterion, pinned[0], stamp)
    return acts.pin(applicant, criterion, draw(evidences()), stamp)


def _note(draw: st.DrawFn, applicant: Applicant, stamp: Stamp) -> Command:
    if draw(st.booleans()) and applicant.notes:
        return acts.remove_note(applicant, applicant.notes[0], stamp)
    return acts.add_note(applicant, draw(TEXTS), stamp, id=NoteId(f"n{stamp.id}"), criterion=None)


def a_decision(applicant: Applicant, rendered: RenderedLetter) -> RecordDecision:
    """A first feedback with this letter."""
    return acts.decide(
        applicant,
        DecisionKind.FEEDBACK,
        rendered,
        Stamp(id=CommandId("c1"), by="Anna", at=MOMENT),
        decision_id=DecisionId("x1"),
        letter_id=LetterId("l1"),
        hold=timedelta(seconds=30),
    )


def _decision(draw: st.DrawFn, applicant: Applicant, stamp: Stamp) -> Command:
    kind = draw(st.sampled_from(DecisionKind))
    return acts.decide(
        applicant,
        kind,
        LOADED if kind is DecisionKind.FEEDBACK else RENDERED,
        stamp,
        decision_id=DecisionId(f"x{stamp.id}"),
        letter_id=LetterId(f"l{stamp.id}"),
        hold=timedelta(seconds=30),
    )


def _sleep(draw: st.DrawFn, applicant: Applicant, stamp: Stamp) -> Command:
    if draw(st.booleans()):
        return acts.wake(applicant, stamp)
    until = stamp.at.date() + timedelta(days=draw(st.integers(1, 60)))
    return acts.defer(applicant, until, draw(TEXTS), stamp)


def _objection(draw: st.DrawFn, applicant: Applicant, stamp: Stamp) -> Command:
    return record_objection(
        applicant,
        draw(st.sampled_from([objection for objection in Objection if objection is not Objection.DELETE_DATA])),
        RENDERED,
        stamp,
        reply_id=ReplyId(f"r{stamp.id}"),
        letter_id=LetterId(f"a{stamp.id}"),
        not_before=stamp.at,
    )


def _reply(draw: st.DrawFn, applicant: Applicant, stamp: Stamp) -> Command:
    day = stamp.at.date()
    until = draw(st.none() | st.just(day + timedelta(days=9)))
    came_on = day - timedelta(days=draw(st.integers(0, 9)))
    return record_reply(applicant, came_on, draw(TEXTS), stamp, reply_id=ReplyId(f"r{stamp.id}"), until=until)


def _draft(draw: st.DrawFn, applicant: Applicant, stamp: Stamp) -> Command:
    draft = Draft(
        template=Template.FEEDBACK_1, language=Language.DE, subject="s", body=draw(TEXTS), generated=draw(TEXTS)
    )
    return acts.write_draft(applicant, draw(st.sampled_from((draft, None))), stamp)


def _edit(draw: st.DrawFn, applicant: Applicant, stamp: Stamp) -> Command:
    letter = _some_letter(draw, applicant)
    rendered = RenderedLetter(subject=draw(TEXTS), body=draw(TEXTS))
    attached = draw(st.sampled_from((None, (), ATTACHED[:1])))
    return acts.edit_letter(applicant, letter.id, rendered, stamp, attached=attached)


def _move(draw: st.DrawFn, applicant: Applicant, stamp: Stamp) -> Command:
    letter = _some_letter(draw, applicant)
    state = draw(st.sampled_from(LetterState))
    return acts.move_letter(applicant, letter.id, state, stamp, due_on=date(2026, 12, 7))


def _person(draw: st.DrawFn, applicant: Applicant, stamp: Stamp) -> Command:
    return acts.correct_person(applicant, replace(applicant.person, first_name=draw(TEXTS)), stamp)


def _some_letter(draw: st.DrawFn, applicant: Applicant) -> Letter:
    if not applicant.letters:
        raise Refused("letter-unknown")
    return draw(st.sampled_from(applicant.letters))


@st.composite
def applicants(draw: st.DrawFn) -> Applicant:
    """An applicant after some acts, perhaps asleep, perhaps with a letter that has met its fate."""
    applicant = NEW
    if draw(st.booleans()):
        applicant = replace(applicant, sleep=Sleep(until=date(2026, 12, 1), reason="promised a new CV"))
    for _ in range(draw(st.integers(0, 5))):
        try:
            applicant = apply(draw(commands(applicant)), applicant)
        except (Refused, Outdated):
            continue
    if draw(st.booleans()) and applicant.letters:
        fate = draw(st.sampled_from(LetterState))
        letters = (*applicant.letters[:-1], replace(applicant.letters[-1], state=fate))
        applicant = replace(applicant, letters=letters)
    return applicant
