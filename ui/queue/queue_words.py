"""What the queue says of groups, rows, filters and the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale

from reviewer.domain.applicant import LAST_RUNG, Answer, State
from reviewer.domain.findings import Verdict
from reviewer.domain.letter import Language
from reviewer.domain.queue import Group
from reviewer.domain.views import QueueOrder, QueueRow, QueueSummary
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext, pgettext
from ui.widgets.labels import one_line


def group_name(group: str) -> str:
    """A group as its heading calls it."""
    match Group(group):
        case Group.CORRECTED:
            return _("Corrected CV came")
        case Group.ANSWERED:
            return _("Answered")
        case Group.NEW:
            return _("New")
        case Group.DUE:
            return _("Rung due")
        case Group.ASLEEP:
            return _("Asleep")
        case Group.WAITING:
            return _("Waiting for an answer")
        case Group.ACCEPTED:
            return _("Accepted")
        case Group.OUT:
            return pgettext("state", "Out")


def order_name(order: QueueOrder) -> str:
    """An order in a word."""
    match order:
        case QueueOrder.OLDEST:
            return _("Oldest first")
        case QueueOrder.QUICKEST:
            return _("Quickest first")
        case QueueOrder.NEWEST:
            return _("Newest first")
        case QueueOrder.NAME:
            return _("By name")


def language_name(language: Language) -> str:
    """A language in the window's language."""
    return _("German") if language is Language.DE else _("English")


def count_words(count: int) -> str:
    """A number as the window's language writes it."""
    return QLocale().toString(count)


def heading_words(group: str, count: int) -> str:
    """A group's heading with its size."""
    return _("{group} · {count}").format(group=group_name(group), count=count_words(count))


def row_title(row: QueueRow) -> str:
    """The name on one line; without a name the ID."""
    return one_line(row.name) or one_line(row.id)


def state_words(row: QueueRow, today: date, *, later: bool = False, short: bool = False) -> str:
    """The second line: what the applicant waits for, and for how long; later: left for the end of the day.

    Short leaves out what the group's heading says already.
    """
    said = _short_state_words(row, today) if short else _state_words(row, today)
    if not row.documents and row.group in {Group.NEW, Group.CORRECTED}:
        said = _("no CV · {state}").format(state=said)
    return _("not now · {state}").format(state=said) if later else said


def row_words(row: QueueRow, today: date, *, later: bool = False) -> str:
    """Everything a row says, one thing a line; for tooltips and screen readers."""
    lines = [
        row_title(row),
        _("ID {id}").format(id=one_line(row.id)),
        one_line(row.email),
        f"{group_name(row.group)}: {state_words(row, today, later=later)}",
        marks_words(row.marks),
        proposals_words(row),
        _("not saved in the shared database yet") if row.unsaved else "",
    ]
    return "\n".join(line for line in lines if line)


def marks_words(marks: Sequence[Answer]) -> str:
    """How many criteria are lacking, fine and open."""
    lacking, fine = marks.count(Answer.LACKING), marks.count(Answer.FINE)
    return _("{lacking} lacking, {fine} fine, {open} open").format(
        lacking=lacking, fine=fine, open=len(marks) - lacking - fine
    )


def proposals_words(row: QueueRow) -> str:
    """What the pre-check proposes for the criteria that are open; empty when it proposes nothing."""
    told = [verdict for answer, verdict in zip(row.marks, row.proposals, strict=False) if answer is Answer.OPEN]
    lacking, fine, unsure = (told.count(verdict) for verdict in (Verdict.LACKING, Verdict.FINE, Verdict.UNSURE))
    if not lacking + fine + unsure:
        return ""
    return _("pre-check: {lacking} lacking, {fine} fine, {unsure} unsure").format(
        lacking=lacking, fine=fine, unsure=unsure
    )


def progress_words(summary: QueueSummary) -> str:
    """What is done today and what is still to do."""
    decided = ngettext("{count} decided today", "{count} decided today", summary.decided_today)
    waiting = ngettext("{count} in the list", "{count} in the list", summary.open)
    return _("{decided} · {waiting}").format(
        decided=decided.format(count=count_words(summary.decided_today)),
        waiting=waiting.format(count=count_words(summary.open)),
    )


def _state_words(row: QueueRow, today: date) -> str:
    match Group(row.group):
        case _ if has_woken(row, today):
            return _promised(row, today)
        case Group.CORRECTED:
            return _("version {version} · {when}").format(version=row.cv_version, when=_ago(_days_since(row, today)))
        case Group.ANSWERED:
            return _after_rung(row)
        case Group.NEW:
            return _waiting(_days_since(row, today))
        case Group.DUE:
            return _next_rung(row.rung, _due(row.due_on, today))
        case Group.WAITING:
            return _next_rung(row.rung, _due(row.due_on, today))
        case Group.ASLEEP:
            day = day_words(row.asleep_until or today, today)
            said = _("asleep until {day}").format(day=day)
            return _with_promise(said, row)
        case Group.ACCEPTED:
            return _("accepted")
        case Group.OUT:
            return _("out")


def _short_state_words(row: QueueRow, today: date) -> str:
    match Group(row.group):
        case _ if has_woken(row, today):
            return _promised(row, today)
        case Group.CORRECTED:
            return _("v{version} · {when}").format(version=row.cv_version, when=_ago(_days_since(row, today)))
        case Group.NEW:
            return _ago(_days_since(row, today))
        case Group.DUE if row.due_on is not None:
            return _next_rung(row.rung, _ago(max(0, (today - row.due_on).days)))
        case Group.ASLEEP:
            return _with_promise(_("until {day}").format(day=day_words(row.asleep_until or today, today)), row)
        case _:
            return _state_words(row, today)


def has_woken(row: QueueRow, today: date) -> bool:
    """Whether the day that a promise was made for has come, and nobody has acted on it yet."""
    return row.promised_on is not None and row.promised_on <= today and row.state in {State.PENDING, State.FOLLOW_UP}


def _promised(row: QueueRow, today: date) -> str:
    days = 0 if row.promised_on is None else (today - row.promised_on).days
    if not row.promise:
        return _("put aside until {when}").format(when=_ago(days))
    return _("{promise} · {when}").format(promise=one_line(row.promise), when=_ago(days))


def _with_promise(said: str, row: QueueRow) -> str:
    return _("{said} · {promise}").format(said=said, promise=one_line(row.promise)) if row.promise else said


def _after_rung(row: QueueRow) -> str:
    return _("after rung {rung}").format(rung=row.rung) if row.rung else _("before the first letter")


def day_words(day: date, today: date) -> str:
    """A day, short; with its year when it is another one."""
    form = _("d MMM") if day.year == today.year else _("d MMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def _days_since(row: QueueRow, today: date) -> int:
    return max(0, (today - row.waiting_since.astimezone().date()).days)


def _waiting(days: int) -> str:
    if days == 0:
        return _("waiting since today")
    return ngettext("waiting {count} day", "waiting {count} days", days).format(count=count_words(days))


def _ago(days: int) -> str:
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("{count} day ago", "{count} days ago", days).format(count=count_words(days))


def _next_rung(rung: int, when: str) -> str:
    """What comes after the rung that was sent: the next one, and after the last the way out."""
    if rung >= LAST_RUNG:
        return _("up or out · {when}").format(when=when)
    return _("rung {rung} · {when}").format(rung=rung + 1, when=when)


def _due(day: date | None, today: date) -> str:
    days = 0 if day is None else (today - day).days
    if days == 0:
        return _("due today")
    if days == 1:
        return _("due yesterday")
    if days == -1:
        return _("due tomorrow")
    if days < 0:
        return ngettext("due in {count} day", "due in {count} days", -days).format(count=count_words(-days))
    return ngettext("due {count} day ago", "due {count} days ago", days).format(count=count_words(days))
