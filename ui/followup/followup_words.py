"""What the follow-up says of people, parts and rungs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reviewer.domain.applicant import LAST_RUNG, Applicant
from reviewer.domain.ladder import Column, Part
from reviewer.domain.views import FollowUpRow
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.queue.queue_words import count_words, day_words
from ui.review.review_words import objection_words
from ui.tokens import Token
from ui.widgets.labels import one_line


def column_title(rung: int) -> str:
    """A column's heading."""
    return _("Rung {rung}").format(rung=rung)


def column_remark(column: Column) -> str:
    """How many are due, and what follows for them."""
    due = len(column.rows(Part.DUE))
    words = ngettext("{count} due", "{count} due", due).format(count=count_words(due)) if due else _("nobody due")
    if column.rung >= LAST_RUNG:
        return _("{due} · then up or out").format(due=words)
    return _("{due} · then rung {rung}").format(due=words, rung=column.rung + 1)


def part_title(part: Part, count: int) -> str:
    """The heading of a part of a column."""
    names = {
        Part.WOKEN: _("Promise due"),
        Part.ANSWERED: _("Answered"),
        Part.DUE: _("Due"),
        Part.NEXT: _("Falls due next"),
        Part.UNSENT: _("Letter has not left yet"),
        Part.PROMISED: _("Promises"),
    }
    return _("{part} · {count}").format(part=names[part], count=count_words(count))


def name_of(row: FollowUpRow) -> str:
    """A person's name on one line; without a name the ID."""
    return one_line(row.name) or one_line(row.id)


def time_words(row: FollowUpRow, part: Part, today: date) -> tuple[str, Token]:
    """The days that matter of a person, and their colour; the words say it, the colour only helps."""
    match part:
        case Part.DUE:
            return _ago((today - (row.due_on or today)).days), "bad"
        case Part.NEXT:
            return _left(((row.due_on or today) - today).days), "dim"
        case Part.PROMISED:
            return _left(((row.promised_on or today) - today).days), "dim"
        case Part.WOKEN:
            return _ago((today - (row.promised_on or today)).days), "accent"
        case Part.ANSWERED | Part.UNSENT:
            return "", "dim"


def second_line(row: FollowUpRow, part: Part, today: date) -> str:
    """What stands below the name: the promise's words, or when the last letter left."""
    if part in {Part.PROMISED, Part.WOKEN} and row.promise:
        return _("“{promise}”").format(promise=one_line(row.promise))
    if part is Part.UNSENT:
        return _("waits in the outbox")
    if row.last_letter_at is None:
        return _("no letter yet")
    day = day_words(row.last_letter_at.astimezone().date(), today)
    return _("last letter {day} · ID {id}").format(day=day, id=one_line(row.id))


def facts_words(row: FollowUpRow, part: Part, today: date) -> str:
    """All that matters of a person's place on the ladder, in a line or two."""
    facts = [_("Rung {rung}").format(rung=row.rung) if row.rung else _("no letter yet")]
    if row.due_on is not None:
        form = _("due since {day}") if row.due_on <= today else _("due on {day}")
        facts.append(form.format(day=day_words(row.due_on, today)))
    if row.last_letter_at is not None:
        facts.append(_("last letter {day}").format(day=day_words(row.last_letter_at.astimezone().date(), today)))
    if row.promised_on is not None:
        facts.append(_("put aside until {day}").format(day=day_words(row.promised_on, today)))
    if part is Part.ANSWERED:
        facts.append(_("has answered"))
    return " · ".join(facts)


def spoken(row: FollowUpRow, part: Part, today: date) -> str:
    """A person in one sentence, for screen readers."""
    parts = (name_of(row), time_words(row, part, today)[0], second_line(row, part, today))
    return ", ".join(words for words in parts if words)


def last_reply_words(applicant: Applicant) -> str:
    """What the person answered last in this round: an objection, or a reply in the reviewer's words."""
    replies = [reply for reply in applicant.replies if reply.round == applicant.round]
    return (replies[-1].words or objection_words(replies[-1].objection)) if replies else ""


def total_words(columns: Sequence[Column]) -> str:
    """How many are due in all, and how many promises run."""
    due = sum(len(column.rows(Part.DUE)) for column in columns)
    promises = sum(len(column.rows(Part.PROMISED)) + len(column.rows(Part.WOKEN)) for column in columns)
    return _("{due} · {promises}").format(
        due=ngettext("{count} due", "{count} due", due).format(count=count_words(due)),
        promises=ngettext("{count} promise", "{count} promises", promises).format(count=count_words(promises)),
    )


def _ago(days: int) -> str:
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("{count} day ago", "{count} days ago", days).format(count=count_words(days))


def _left(days: int) -> str:
    if days == 1:
        return _("tomorrow")
    return ngettext("in {count} day", "in {count} days", days).format(count=count_words(days))
