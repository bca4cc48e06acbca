"""Reads the queue and the outbox: filtered, ordered, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from reviewer.domain.applicant import Answer, State
from reviewer.domain.ids import ApplicantKey
from reviewer.domain.letter import Language, LetterState, Template
from reviewer.domain.queue import OPEN_GROUPS, Group
from reviewer.domain.views import LetterRow, QueueCursor, QueueOrder, QueuePage, QueueQuery, QueueRow, QueueSummary
from reviewer.storage.findings import VERDICTS
from reviewer.storage.lists import GROUPS, MARK_LETTERS, fold
from reviewer.storage.local_tables import letter_row, search
from reviewer.storage.local_tables import queue_row as row_table
from reviewer.storage.rows import build_attachments

_MARKS = {letter: answer for answer, letter in MARK_LETTERS.items()}
_SHORTEST_SEARCH = 3
DEFAULT_GROUPS = (*OPEN_GROUPS, Group.ASLEEP)


def load_queue(connection: sa.Connection, query: QueueQuery, after: QueueCursor | None, limit: int) -> QueuePage:
    """The next rows by group, then order; keyset paging, so the hundredth page costs what the first does."""
    wanted = _groups(query)
    begin = wanted.index(after.group) if after is not None else 0
    rows: list[Any] = []
    for group in wanted[begin:]:
        start = after if after is not None and group == after.group else None
        rows += connection.execute(_group_query(query, group, start, limit + 1 - len(rows))).all()
        if len(rows) > limit:
            break
    page = rows[:limit]
    cursor = _cursor(query, page[-1]) if len(rows) > limit else None
    return QueuePage(rows=tuple(map(_queue_row, page)), next=cursor)


def _cursor(query: QueueQuery, last: Any) -> QueueCursor:
    return QueueCursor(group=last.grp, rank=getattr(last, _rank(query).name), key=ApplicantKey(last.key))


def load_summary(connection: sa.Connection, query: QueueQuery, today: date) -> QueueSummary:
    """How many rows each group of the query has, and the day's progress over all."""
    counts = dict.fromkeys(_groups(query), 0)
    grouped = sa.select(row_table.c.grp, sa.func.count()).where(*_filters(query)).group_by(row_table.c.grp)
    for group, count in connection.execute(grouped.where(row_table.c.grp.in_(list(counts)))):
        counts[group] = count
    decided = sa.select(sa.func.count()).select_from(row_table).where(row_table.c.decided_on == today)
    still_open = sa.select(sa.func.count()).where(row_table.c.grp.in_([GROUPS.index(group) for group in OPEN_GROUPS]))
    return QueueSummary(
        counts=tuple((GROUPS[group].value, count) for group, count in counts.items()),
        decided_today=connection.scalar(decided) or 0,
        open=connection.scalar(still_open) or 0,
    )


def load_letters(
    connection: sa.Connection, states: Sequence[LetterState], limit: int, before: datetime | None = None
) -> tuple[LetterRow, ...]:
    """Letters in these states (none: all), newest first, at most limit."""
    known = sa.union_all(*(_newest_of(state, limit, before) for state in states or LetterState)).subquery()
    newest = sa.select(known.c.id).order_by(known.c.created_at.desc(), known.c.id).limit(limit)
    query = sa.select(letter_row).where(letter_row.c.id.in_(newest))
    return tuple(
        map(
            _letter_row,
            connection.execute(query.order_by(letter_row.c.created_at.desc(), letter_row.c.id).limit(limit)),
        )
    )


def _newest_of(state: LetterState, limit: int, before: datetime | None) -> sa.Select[Any]:
    """Ids by the index on state and time; whole letters are read only of those that are wanted."""
    query = sa.select(letter_row.c.id, letter_row.c.created_at).where(letter_row.c.state == state.value)
    if before is not None:
        query = query.where(letter_row.c.created_at < before)
    ordered = query.order_by(letter_row.c.created_at.desc(), letter_row.c.id).limit(limit)
    return sa.select(ordered.subquery())


def count_letters(connection: sa.Connection) -> dict[LetterState, int]:
    """How many letters are in each state."""
    grouped = sa.select(letter_row.c.state, sa.func.count()).group_by(letter_row.c.state)
    return {LetterState(state): count for state, count in connection.execute(grouped)}


def count_stopped(connection: sa.Connection) -> int:
    """How many letters the gate has held: they never leave unless a person looks."""
    held = letter_row.c.state == LetterState.HELD.value
    return connection.scalar(sa.select(sa.func.count()).where(held, letter_row.c.reason != "")) or 0


def next_letter_at(connection: sa.Connection) -> datetime | None:
    """When the next queued letter falls due."""
    query = sa.select(sa.func.min(letter_row.c.not_before)).where(letter_row.c.state == LetterState.QUEUED.value)
    at: datetime | None = connection.scalar(query)
    return at


def _groups(query: QueueQuery) -> list[int]:
    names = [Group(name) for name in query.groups] or list(DEFAULT_GROUPS)
    return sorted(GROUPS.index(group) for group in names)


def _rank(query: QueueQuery) -> sa.Column[Any]:
    match query.order:
        case QueueOrder.NAME:
            return row_table.c.sort_name
        case QueueOrder.QUICKEST:
            return row_table.c.quick
        case QueueOrder.OLDEST | QueueOrder.NEWEST:
            return row_table.c.rank


def _group_query(query: QueueQuery, group: int, after: QueueCursor | None, limit: int) -> sa.Select[Any]:
    rank, key = _rank(query), row_table.c.key
    newest = query.order is QueueOrder.NEWEST
    select = sa.select(row_table).where(row_table.c.grp == group, *_filters(query)).limit(limit)
    select = select.order_by(rank.desc(), key.desc()) if newest else select.order_by(rank, key)
    if after is None:
        return select
    place, here = sa.tuple_(rank, key), sa.tuple_(sa.literal(after.rank), sa.literal(after.key))
    return select.where(place < here if newest else place > here)


def _filters(query: QueueQuery) -> list[sa.ColumnElement[bool]]:
    filters: list[sa.ColumnElement[bool]] = []
    if query.language is not None:
        filters.append(row_table.c.language == query.language.value)
    if query.lacking is not None:
        filters.append(sa.func.instr(row_table.c.lacking, f",{query.lacking},") > 0)
    filters.extend(_matches(word) for word in fold(query.text).split())
    return filters


def _matches(word: str) -> sa.ColumnElement[bool]:
    if len(word) < _SHORTEST_SEARCH:
        starts = [
            row_table.c.sort_name.startswith(word, autoescape=True),
            row_table.c.id.startswith(word, autoescape=True),
        ]
        return sa.or_(*starts, row_table.c.sort_name.contains(f" {word}", autoescape=True))
    phrase = '"' + word.replace('"', '""') + '"'
    return row_table.c.seq.in_(sa.select(search.c.rowid).where(sa.literal_column("search").bool_op("MATCH")(phrase)))


def _queue_row(row: Any) -> QueueRow:
    return QueueRow(
        key=ApplicantKey(row.key),
        id=row.id,
        name=row.name,
        email=row.email,
        language=Language(row.language),
        state=State(row.state),
        group=GROUPS[row.grp].value,
        rung=row.rung,
        due_on=row.due_on,
        asleep_until=row.asleep_until,
        waiting_since=row.waiting_since,
        marks=tuple(_MARKS.get(letter, Answer.OPEN) for letter in row.marks),
        cv_version=row.cv_version,
        documents=row.documents,
        unsaved=row.unsaved,
        promised_on=row.promised_on,
        promise=row.promise,
        proposals=tuple(VERDICTS.get(letter) for letter in row.proposed),
    )


def _letter_row(row: Any) -> LetterRow:
    fields = {name: getattr(row, name) for name in LetterRow.__slots__}
    kinds = {"template": Template(row.template), "language": Language(row.language), "state": LetterState(row.state)}
    return LetterRow(**{**fields, **kinds, "attachments": build_attachments(row.attachments)})
