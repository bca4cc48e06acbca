"""What the outbox says of a letter: its state, why it stands there, and when it leaves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from reviewer.domain.letter import LetterState
from reviewer.domain.views import LetterRow
from reviewer.i18n import gettext as _
from ui.error_words import WORDS
from ui.errors import words_for_code
from ui.review.review_words import day_words, moment_words, template_name, weekday_words
from ui.tokens import Token
from ui.widgets.badges import Tone

_COUNTDOWN = timedelta(hours=1)
_SERVER_WORDS = re.compile(r"\d{3}[ -]")
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_REASONS: Mapping[str, Callable[[], tuple[str, str]]] = {
    "gate-state-differs": lambda: (
        _("The applicant stands elsewhere by now"),
        _("The letter no longer fits the decision that counts. Undo its decision, or decide anew."),
    ),
    "gate-rung-differs": lambda: (
        _("The applicant is on another rung by now"),
        _("The letter belongs to an earlier rung. Undo its decision and decide anew."),
    ),
    "gate-newer-cv": lambda: (
        _("A newer CV has arrived"),
        _("The letter speaks of the old one. Undo the decision and look at the new CV first."),
    ),
    "gate-address-changed": lambda: (
        _("The applicant’s address has changed"),
        _("The letter still bears the old one. Undo the decision and decide again; the new letter takes the new one."),
    ),
    "gate-contradiction": lambda: (
        _("Another letter to the same person waits as well"),
        _("The two might contradict each other. Undo the one that is wrong, then release the other."),
    ),
    "letter-with-leftover": lambda: (
        _("A blank in the text was not filled in"),
        _("Edit the letter, fill in what is missing, and release it."),
    ),
    "letter-without-subject": lambda: (
        _("The letter has no subject"),
        _("Edit the letter, write a subject, and release it."),
    ),
    "letter-without-body": lambda: (
        _("The letter has no text"),
        _("Edit the letter, write the text, and release it."),
    ),
    "letter-without-text": lambda: (
        _("The letter is a salutation and nothing more"),
        _("Edit the letter, write the text, and release it."),
    ),
    "letter-without-salutation": lambda: (
        _("The letter does not begin with a salutation"),
        _("Edit the letter: the first line greets the person and ends with a comma."),
    ),
    "letter-with-empty-paragraph": lambda: (
        _("A paragraph of the letter is empty"),
        _("Edit the letter, fill the paragraph or take it out, and release it."),
    ),
    "sender-vanished": lambda: (
        _("The program ended while this letter was on its way"),
        _("Nobody knows whether it arrived. Find out from the mail server or the mailbox, then say here what is true."),
    ),
    "superseded": lambda: (
        _("A later decision took its place"),
        _("This letter will not be sent."),
    ),
    "new-version": lambda: (
        _("A corrected CV came before it left"),
        _("This letter will not be sent; the applicant is back in the queue."),
    ),
}


def state_title(state: LetterState) -> str:
    """The heading of the letters in a state."""
    match state:
        case LetterState.IN_DOUBT:
            return _("In doubt")
        case LetterState.FAILED:
            return _("Failed")
        case LetterState.HELD:
            return _("Held")
        case LetterState.QUEUED:
            return _("Scheduled")
        case LetterState.SENDING:
            return _("Being sent")
        case LetterState.SENT:
            return _("Sent")
        case LetterState.CANCELLED:
            return _("Taken back")


_ICONS: Mapping[LetterState, tuple[str, Token, Tone]] = {
    LetterState.IN_DOUBT: ("circle-question-mark", "warn", "warn"),
    LetterState.FAILED: ("circle-alert", "bad", "bad"),
    LetterState.HELD: ("pause", "warn", "warn"),
    LetterState.QUEUED: ("clock", "accent", "accent"),
    LetterState.SENDING: ("send", "accent", "accent"),
    LetterState.SENT: ("circle-check", "ok", "ok"),
    LetterState.CANCELLED: ("x", "faint", "neutral"),
}


def state_icon(state: LetterState) -> tuple[str, Token]:
    """The icon of a state and its colour; each state has an icon of its own."""
    return _ICONS[state][:2]


def state_tone(state: LetterState) -> Tone:
    """The tint of a state."""
    return _ICONS[state][2]


def reason_words(reason: str) -> tuple[str, str]:
    """Why a letter stands where it stands, and what can be done; both empty when nobody has words for it.

    A reason is a code of the gate or of a failure, or what a mail server said ("550 mailbox unavailable").
    """
    if not reason:
        return "", ""
    if reason in _REASONS:
        return _REASONS[reason]()
    if _SERVER_WORDS.match(reason):
        return _("The mail server said: {words}").format(words=reason), ""
    if reason in WORDS:
        words = words_for_code(reason)
        return words.title, words.remedy
    return ("", "") if _CODE.fullmatch(reason) else (reason, "")


def explanation(row: LetterRow) -> tuple[str, str]:
    """Why this letter does not simply leave, and what can be done; both empty when all goes its way."""
    title, remedy = reason_words(row.reason)
    match row.state:
        case LetterState.FAILED:
            title = title or _("The letter could not be sent")
            remedy = remedy or _("Nothing left the house. Check the address, then try again.")
        case LetterState.IN_DOUBT:
            remedy = remedy if row.reason in _REASONS else ""
            title = title or _("The mail server’s answer never came")
            remedy = remedy or _("The letter may have arrived or not. Find out, then say here what is true.")
        case LetterState.HELD:
            title = title or _("Held by hand")
            remedy = remedy or _("It stays here until you release it.")
        case LetterState.QUEUED if row.reason:
            remedy = _("It is tried again by itself.")
        case LetterState.CANCELLED if row.template.answers_objection:
            title = title or _("Taken back before it left")
            remedy = remedy or _("This letter will not be sent.")
        case LetterState.CANCELLED:
            title = title or _("A later decision took its place")
            remedy = remedy or _("This letter will not be sent.")
        case _:
            remedy = ""
    return title, remedy


def countdown(until: datetime, now: datetime) -> str:
    """Minutes and seconds left, "0:23"; empty when nothing is left or more than an hour."""
    left = until - now
    if left <= timedelta() or left > _COUNTDOWN:
        return ""
    minutes, seconds = divmod(-(-left // timedelta(seconds=1)), 60)
    return f"{minutes}:{seconds:02d}"


def leaving_words(row: LetterRow, now: datetime) -> str:
    """When a scheduled letter leaves."""
    left = countdown(row.not_before, now)
    if left:
        again = _("again in {left}") if row.attempts else _("leaves in {left}")
        return again.format(left=left)
    if row.not_before > now:
        return _("leaves {moment}").format(moment=short_moment(row.not_before, now))
    return _("leaves next")


def short_moment(moment: datetime, now: datetime) -> str:
    """The time of day today, the day otherwise, with its year when that is another one."""
    local, today = moment.astimezone(), now.astimezone().date()
    if local.date() == today:
        return local.strftime("%H:%M")
    return weekday_words(local.date()) if local.year == today.year else day_words(local.date())


def time_words(row: LetterRow, now: datetime) -> str:
    """The one moment that matters of a letter, for its line in the list."""
    if row.state is LetterState.QUEUED:
        return leaving_words(row, now)
    if row.state is LetterState.SENDING:
        return _("now")
    return short_moment(row.sent_at or row.created_at, now)


def second_line(row: LetterRow) -> str:
    """The letter's kind, and what stands in its way or what it is about."""
    about = row.reason if _SERVER_WORDS.match(row.reason) else explanation(row)[0]
    if row.state is LetterState.SENT or not about:
        about = row.subject
    return _("{template} · {about}").format(template=template_name(row.template), about=about)


def name_of(row: LetterRow) -> str:
    """Whom a letter is for; never empty."""
    return row.recipient_name or row.recipient or _("No name")


def spoken(row: LetterRow, now: datetime) -> str:
    """A letter in one sentence, for screen readers."""
    return _("{name}, {state}, {about}, {time}").format(
        name=name_of(row), state=state_title(row.state), about=second_line(row), time=time_words(row, now)
    )


def when_words(row: LetterRow, now: datetime) -> tuple[str, str]:
    """The caption and the value of the moment a letter is about."""
    match row.state:
        case LetterState.SENT:
            return _("Handed to the mail server"), moment_words(row.sent_at or row.created_at)
        case LetterState.QUEUED:
            far = row.not_before > now and not countdown(row.not_before, now)
            return _("Scheduled"), moment_words(row.not_before) if far else leaving_words(row, now)
        case LetterState.SENDING:
            return _("Scheduled"), _("leaves at this moment")
        case LetterState.HELD:
            return _("Scheduled"), _("not until released")
        case LetterState.FAILED | LetterState.IN_DOUBT:
            return _("Was to leave"), moment_words(row.not_before)
        case LetterState.CANCELLED:
            return _("Scheduled"), _("will not be sent")
