"""What a question says: what a person wanted, how things stand now, and what either answer leads to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import assert_never

from reviewer.domain.applicant import Applicant, Decision, DecisionKind, Person, Sleep, State, display_name
from reviewer.domain.attachments import kinds_of
from reviewer.domain.commands import (
    AddNote,
    AnswerChange,
    AnswerCriterion,
    AnswerTogether,
    Command,
    CorrectPerson,
    DeferApplicant,
    EditLetter,
    MoveLetter,
    PinEvidence,
    RecordDecision,
    RecordObjection,
    RecordReply,
    RemoveNote,
    RetractObjection,
    RetractReply,
    RevokeDecision,
    UnpinEvidence,
    WriteDraft,
)
from reviewer.domain.conflicts import insist
from reviewer.domain.ids import CriterionKey, LetterId
from reviewer.domain.letter import WAITING_STATES, AttachmentKind, Letter, LetterState
from reviewer.domain.rules import apply, find_same_decision
from reviewer.domain.views import Question
from reviewer.errors import ReviewerError
from reviewer.i18n import gettext as _
from ui.attachment_words import kind_name
from ui.errors import words_for_code
from ui.review.review_words import (
    answer_name,
    day_words,
    letter_state_words,
    moment_words,
    objection_words,
    state_name,
    template_name,
)
from ui.widgets.labels import one_line

_LONGEST_EXCERPT = 160
Titles = Mapping[CriterionKey, str]
"""The criteria's titles in the window's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a question: what it says in a few words, details, and what choosing it leads to."""

    title: str
    lines: tuple[str, ...]
    outcome: str


def refusal(question: Question) -> ReviewerError | None:
    """Why the act cannot be done all the same, as things stand now; None when it can."""
    try:
        apply(insist(question.command, question.now, question.command.stamp), question.now)
    except ReviewerError as error:
        return error
    return None


def wish(command: Command, titles: Titles) -> tuple[str, tuple[str, ...]]:
    """What a person wanted, with details."""
    match command:
        case RecordDecision(decision=decision, letter=letter):
            return decision_words(decision), _with_letter(letter)
        case RevokeDecision(decision=undone):
            return _("Undo: {decision}").format(decision=decision_words(undone)), ()
        case AnswerCriterion(criterion=criterion, wanted=answer):
            return _answer_words(titles, criterion, answer_name(answer)), ()
        case AnswerTogether(changes=changes):
            answers = [_answer_words(titles, change.criterion, answer_name(change.wanted)) for change in changes]
            return _("Several answers at once"), tuple(answers)
        case PinEvidence(criterion=criterion, evidence=evidence):
            title = _("Pin a place to “{criterion}”").format(criterion=titles.get(criterion, criterion))
            return title, _quoted(evidence.quote)
        case UnpinEvidence(criterion=criterion, evidence=evidence):
            title = _("Take a place away from “{criterion}”").format(criterion=titles.get(criterion, criterion))
            return title, _quoted(evidence.quote)
        case AddNote(note=note):
            return _("Write a note"), _quoted(note.text)
        case RemoveNote(note=note):
            return _("Take a note away"), _quoted(note.text)
        case DeferApplicant(wanted=sleep):
            return _sleep_words(sleep), _reason_of(sleep)
        case WriteDraft(wanted=draft):
            if draft is None:
                return _("Put the draft of the letter away"), ()
            return _("Write the letter"), (*_quoted(draft.body), *_along_lines(draft.attached))
        case EditLetter(wanted=wanted, attached_wanted=attached):
            kinds = None if attached is None else [one.kind for one in attached]
            return _("Change the letter’s text"), (*_quoted(wanted[1]), *_along_lines(kinds))
        case MoveLetter(wanted=status):
            return _("The letter: {state}").format(state=letter_state_words(status.state)), ()
        case CorrectPerson(wanted=person):
            return _("Correct the details"), _person_lines(person)
        case RecordObjection() | RetractObjection() | RecordReply() | RetractReply():
            return _replying(command)
        case _:
            assert_never(command)


def _with_letter(letter: Letter | None) -> tuple[str, ...]:
    return () if letter is None else (_("with the letter “{subject}”").format(subject=one_line(letter.subject)),)


def _replying(
    command: RecordObjection | RetractObjection | RecordReply | RetractReply,
) -> tuple[str, tuple[str, ...]]:
    match command:
        case RecordObjection(reply=reply):
            return _("Answer an objection"), _quoted(objection_words(reply.objection))
        case RetractObjection(reply=reply):
            return _("Take an objection back"), _quoted(objection_words(reply.objection))
        case RecordReply(reply=reply):
            return _("Record a reply"), _quoted(reply.words)
        case RetractReply(reply=reply):
            return _("Take a reply back"), _quoted(reply.words)


def present(question: Question, titles: Titles) -> tuple[str, tuple[str, ...]]:
    """How the thing that was to be changed stands now, with what happened meanwhile."""
    now, command = question.now, question.command
    why = words_for_code(question.code).title
    match command:
        case AnswerCriterion(criterion=criterion) if command.round == now.round:
            return _answer_words(titles, criterion, answer_name(now.answer_to(criterion).answer)), (why,)
        case AnswerTogether(changes=changes) if command.round == now.round:
            return _("Answered meanwhile"), (why, *_answers_now(now, changes, titles))
        case DeferApplicant():
            return _sleep_words(now.sleep), (why, *_reason_of(now.sleep))
        case WriteDraft():
            title = _("The letter was written on") if now.draft is not None else _("No draft is left")
            left = () if now.draft is None else (*_quoted(now.draft.body), *_along_lines(now.draft.attached))
            return title, (why, *left)
        case EditLetter(letter=letter) | MoveLetter(letter=letter):
            return _letter_now(now, letter), (why, *_letter_lines(now.letter(letter)))
        case CorrectPerson():
            return _("The details were corrected"), (why, *_person_lines(now.person))
        case _:
            return _standing_words(now), _happened(now, why)


def mine(question: Question, titles: Titles) -> Side:
    """The side of the person who is asked."""
    title, lines = wish(question.command, titles)
    letters = _letters_of_both(question)
    return Side(
        title=title,
        lines=lines if letters is None else _what_differs(*letters),
        outcome=_insisting(question.command, question.now),
    )


def theirs(question: Question, titles: Titles) -> Side:
    """The side of how things stand."""
    title, lines = present(question, titles)
    letters = _letters_of_both(question)
    if letters is not None:
        lines = (*lines, *_what_differs(*reversed(letters)))
    return Side(title=title, lines=lines, outcome=_("What you wanted is dropped; nothing else changes."))


def _letters_of_both(question: Question) -> tuple[Letter, Letter] | None:
    """Where both have decided the same: my letter and theirs."""
    command = question.command
    if not isinstance(command, RecordDecision) or command.letter is None:
        return None
    same = find_same_decision(question.now, command)
    theirs = None if same is None or same.letter is None else question.now.letter(same.letter)
    return None if theirs is None else (command.letter, theirs)


def _what_differs(mine: Letter, other: Letter) -> tuple[str, ...]:
    """What only the first of two letters says: the first paragraph in which they part, and what goes along."""
    pairs = zip_longest(_paragraphs(mine), _paragraphs(other), fillvalue="")
    parting = next((paragraph for paragraph, its in pairs if paragraph != its), "")
    lines = _quoted(parting) if parting else ()
    if kinds_of(mine.attachments) == kinds_of(other.attachments):
        return lines
    return (*lines, *_along_lines([attachment.kind for attachment in mine.attachments]))


def _along_lines(kinds: Iterable[AttachmentKind] | None) -> tuple[str, ...]:
    """What goes along; nothing is said where nothing was chosen."""
    if kinds is None:
        return ()
    names = ", ".join(map(kind_name, kinds))
    return (_("With it: {what}").format(what=names) if names else _("Nothing goes along"),)


def _paragraphs(letter: Letter) -> list[str]:
    return [letter.subject, *letter.body.split("\n\n")]


def decision_words(decision: Decision) -> str:
    """A decision in a few words."""
    match decision.kind:
        case DecisionKind.FEEDBACK:
            return _("Feedback {rung}").format(rung=decision.rung)
        case DecisionKind.ACCEPT:
            return _("Accept")
        case DecisionKind.REJECT:
            return _("Out")


def _insisting(command: Command, now: Applicant) -> str:
    match command:
        case RecordDecision():
            return _deciding(command, now)
        case AnswerCriterion(wanted=answer):
            return _("The answer becomes “{answer}”.").format(answer=answer_name(answer))
        case AnswerTogether():
            return _("The answers become yours.")
        case RecordObjection():
            return _("The answer waits in the outbox; the applicant gets it beside the one of a colleague.")
        case PinEvidence():
            return _("The place is pinned in the present round.")
        case AddNote():
            return _("The note is written.")
        case DeferApplicant():
            return _("Your date takes the place of theirs.")
        case WriteDraft() | EditLetter():
            return _("Your text takes the place of theirs.")
        case CorrectPerson():
            return _("Your details take the place of theirs.")
        case _:
            return ""


def _deciding(command: RecordDecision, now: Applicant) -> str:
    if find_same_decision(now, command) is not None:
        return _("Your letter takes the place of theirs.")
    if any(letter.state in WAITING_STATES for letter in now.letters):
        if command.letter is not None:
            return _("Yours counts instead: the letter that waits is stopped, your letter waits in the outbox.")
        return _("Yours counts instead: the letter that waits is stopped.")
    if _is_letter_out(now):
        return _("Yours counts instead; the letter sent meanwhile cannot be called back.")
    return _("Your decision counts instead.")


def _is_letter_out(now: Applicant) -> bool:
    last = now.decisions[-1].letter if now.decisions else None
    letter = None if last is None else now.letter(last)
    return letter is not None and letter.state is LetterState.SENT


def _standing_words(now: Applicant) -> str:
    if now.state is State.FOLLOW_UP:
        return _("In follow-up, rung {rung}").format(rung=now.rung)
    return state_name(now.state)


def _happened(now: Applicant, why: str) -> tuple[str, ...]:
    lines = [why]
    if now.decisions:
        last = max(now.decisions, key=lambda decision: decision.at)
        lines.append(
            _("{who}: {decision}, {moment}").format(
                who=last.by or _("A colleague"), decision=decision_words(last), moment=moment_words(last.at)
            )
        )
        letter = None if last.letter is None else now.letter(last.letter)
        lines.extend(_letter_lines(letter))
    if now.round > 1 and now.documents:
        newest = max(now.documents, key=lambda document: document.added_at)
        lines.append(_("newest document: {moment}").format(moment=moment_words(newest.added_at)))
    return tuple(lines)


def _letter_now(now: Applicant, letter: LetterId) -> str:
    known = now.letter(letter)
    if known is None:
        return _("The letter is gone")
    return _("The letter: {state}").format(state=letter_state_words(known.state))


def _letter_lines(letter: Letter | None) -> tuple[str, ...]:
    if letter is None:
        return ()
    name, state = template_name(letter.template), letter_state_words(letter.state)
    if letter.sent_at is not None:
        return (_("{letter}: {state}, {moment}").format(letter=name, state=state, moment=moment_words(letter.sent_at)),)
    return (_("{letter}: {state}").format(letter=name, state=state),)


def _answer_words(titles: Titles, criterion: CriterionKey, answer: str) -> str:
    return _("{criterion}: {answer}").format(criterion=titles.get(criterion, criterion), answer=answer)


def _answers_now(now: Applicant, changes: Iterable[AnswerChange], titles: Titles) -> tuple[str, ...]:
    """The criteria that are not as they were seen."""
    given = ((change, now.answer_to(change.criterion).answer) for change in changes)
    return tuple(
        _answer_words(titles, change.criterion, answer_name(answer))
        for change, answer in given
        if answer is not change.seen
    )


def _sleep_words(sleep: Sleep | None) -> str:
    return _("Awake") if sleep is None else _("Asleep until {day}").format(day=day_words(sleep.until))


def _reason_of(sleep: Sleep | None) -> tuple[str, ...]:
    return () if sleep is None or not sleep.reason else (sleep.reason,)


def _person_lines(person: Person) -> tuple[str, ...]:
    return tuple(line for line in (display_name(person), person.email) if line)


def _quoted(text: str) -> tuple[str, ...]:
    excerpt = one_line(text)
    if len(excerpt) > _LONGEST_EXCERPT:
        excerpt = excerpt[: _LONGEST_EXCERPT - 1].rstrip() + "…"
    return (_("“{text}”").format(text=excerpt),) if excerpt else ()
