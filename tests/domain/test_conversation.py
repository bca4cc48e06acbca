"""Which letters are one conversation, what may go along with which, and how a letter's text changes with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from reviewer.domain import acts
from reviewer.domain.attachments import choose, file_name, may_carry, possible_attachments
from reviewer.domain.delivery import earlier_message_ids
from reviewer.domain.letter import AttachmentKind, Language, Letter, LetterState, RenderedLetter, Template
from reviewer.domain.letter_rules import check_text
from reviewer.domain.letter_text import exchange_paragraph, plain_line, plain_paragraphs
from reviewer.errors import Refused
from tests.domain.strategies import ATTACHED, LOADED, MOMENT, NEW, a_decision

BASE = a_decision(NEW, LOADED).letter


def letter(id: str, template: Template, day: int, **fields: object) -> Letter:
    """A letter that left on a day of the ladder."""
    assert BASE is not None
    at = MOMENT + timedelta(days=day)
    sent = replace(
        BASE,
        id=id,  # type: ignore[arg-type]
        template=template,
        state=LetterState.SENT,
        sent_at=at,
        created_at=at,
        message_id=f"<{id}@example.com>",
        attachments=(),
    )
    return replace(sent, **fields)  # type: ignore[arg-type]


FIRST = letter("one", Template.FEEDBACK_1, 0)
ANSWER = letter("two", Template.OBJECTION_HOMEPAGE, 2)
SECOND = letter("three", Template.FEEDBACK_2, 14, round=2)


def test_feedback_and_answers_of_a_ladder_are_one_conversation_whatever_cv_came_between() -> None:
    next_one = letter("four", Template.FEEDBACK_3, 28, state=LetterState.QUEUED, sent_at=None)
    applicant = replace(NEW, letters=(SECOND, FIRST, ANSWER, next_one))
    ids = earlier_message_ids(applicant, next_one)
    assert ids == ("<one@example.com>", "<two@example.com>", "<three@example.com>")


def test_what_never_left_or_went_elsewhere_is_not_referred_to() -> None:
    held = letter("held", Template.FEEDBACK_2, 3, state=LetterState.HELD)
    elsewhere = letter("else", Template.OBJECTION_HOMEPAGE, 4, recipient="old@example.org")
    next_one = letter("four", Template.FEEDBACK_3, 28)
    applicant = replace(NEW, letters=(FIRST, held, elsewhere, next_one))
    assert earlier_message_ids(applicant, next_one) == ("<one@example.com>",)


def test_what_said_up_or_out_is_the_last_of_its_conversation() -> None:
    waits = letter("out", Template.REJECTION, 5, state=LetterState.QUEUED)
    assert earlier_message_ids(replace(NEW, letters=(FIRST, waits)), waits) == ("<one@example.com>",)
    anew = letter("anew", Template.FEEDBACK_1, 90)
    left = replace(waits, state=LetterState.SENT)
    assert earlier_message_ids(replace(NEW, letters=(FIRST, left, anew)), anew) == ()


@pytest.mark.parametrize("template", Template)
def test_only_what_argues_for_a_better_cv_carries_anything(template: Template) -> None:
    argues = template.value.startswith(("feedback-", "objection-"))
    assert may_carry(template) is argues
    assert bool(possible_attachments(NEW, template)) is argues
    assert BASE is not None
    loaded = replace(BASE, template=template, attachments=ATTACHED)
    if argues:
        check_text(loaded)
    else:
        with pytest.raises(Refused, match="attachment-not-with-this"):
            check_text(loaded)


def test_the_cv_goes_along_only_with_a_pin_on_what_is_lacking() -> None:
    assert [one.kind for one in choose(NEW, Template.FEEDBACK_1, set(AttachmentKind))] == [AttachmentKind.GUIDE]


def test_file_names_are_plain_and_nobodys() -> None:
    names = {file_name(kind, language) for kind in AttachmentKind for language in Language}
    assert len(names) == 4
    assert all(name.isascii() and name.endswith(".pdf") and not set(name) & set(' /\\:"<>|?*') for name in names)


@pytest.mark.parametrize(
    ("typed", "approved"),
    [
        ("a\r\nb\rc\n", "a\nb\nc"),
        ("a\u2028b\x0bc\x85d", "a\nb\nc\nd"),
        ("a\x00b\x1bc\x9f", "a b c"),
        ("Raum  \nzwei", "Raum  \nzwei"),
        ("\ud800x", "\ufffdx"),
        ("🎉 日本", "🎉 日本"),
    ],
)
def test_a_text_is_made_plain_when_it_is_approved(typed: str, approved: str) -> None:
    decided = a_decision(NEW, RenderedLetter(subject=f"{typed} \n x", body=typed)).letter
    assert decided is not None
    assert decided.body == approved == plain_paragraphs(typed)
    assert decided.subject == plain_line(f"{typed} \n x")
    assert "\n" not in decided.subject
    stamp, rendered = a_decision(NEW, LOADED).stamp, RenderedLetter(subject="s", body=typed)
    edited = acts.edit_letter(replace(NEW, letters=(decided,)), decided.id, rendered, stamp)
    assert edited.wanted[1] == approved


@pytest.mark.parametrize(
    ("text", "before", "now", "after"),
    [
        ("Guten Tag,\n\nText.\n\nGruß", "", "Anlage.", "Guten Tag,\n\nText.\n\nAnlage.\n\nGruß"),
        ("Guten Tag,\n\nText.\n\nAnlage.\n\nGruß", "Anlage.", "", "Guten Tag,\n\nText.\n\nGruß"),
        ("Guten Tag,\n\nText.\n\nAnlage.\n\nGruß", "Anlage.", "Zwei.", "Guten Tag,\n\nText.\n\nZwei.\n\nGruß"),
        ("Guten Tag,\n\nVon Hand.\n\nGruß", "Anlage.", "", "Guten Tag,\n\nVon Hand.\n\nGruß"),
        ("Guten Tag,", "", "Anlage.", "Guten Tag,\n\nAnlage."),
    ],
)
def test_the_sentence_that_names_what_goes_along_follows_it(text: str, before: str, now: str, after: str) -> None:
    assert exchange_paragraph(text, before, now) == after
