"""The tables of one desk alone: journal, demands, rows made for lists, search index and cursors."""

from __future__ import annotations

import sqlalchemy as sa

from reviewer.storage.engine import UtcTime
from reviewer.storage.tables import impersonal, personal

local = sa.MetaData()

journal = sa.Table(
    "journal",
    local,
    impersonal("seq", sa.Integer, primary_key=True),
    impersonal("id", sa.String(32), unique=True),
    impersonal("applicant", sa.String(32), index=True),
    personal("body", sa.Text),
    impersonal("outdated", sa.String(60), nullable=True),
    sqlite_autoincrement=True,
)

demand = sa.Table(
    "demand",
    local,
    impersonal("receipt", sa.String(32), primary_key=True),
    impersonal("applicant", sa.String(32)),
    impersonal("demanded_at", UtcTime),
    personal("confirmation", sa.Text, nullable=True),
)

queue_row = sa.Table(
    "queue_row",
    local,
    impersonal("seq", sa.Integer, primary_key=True),
    impersonal("key", sa.String(32), unique=True),
    personal("id", sa.Text),
    personal("name", sa.Text),
    personal("sort_name", sa.Text),
    personal("email", sa.Text),
    personal("language", sa.Text),
    personal("state", sa.Text),
    personal("grp", sa.Integer),
    personal("rank", sa.Text),
    personal("rung", sa.Integer),
    personal("due_on", sa.Date, nullable=True),
    personal("asleep_until", sa.Date, nullable=True),
    personal("waiting_since", UtcTime),
    personal("marks", sa.Text),
    personal("lacking", sa.Text),
    impersonal("cv_version", sa.Integer),
    impersonal("documents", sa.Integer),
    impersonal("unsaved", sa.Boolean),
    personal("decided_on", sa.Date, nullable=True),
    personal("proposed", sa.Text, server_default=""),
    personal("quick", sa.Text, server_default=""),
    impersonal("changes_on", sa.Date, nullable=True),
    personal("promised_on", sa.Date, nullable=True),
    personal("promise", sa.Text, server_default=""),
    personal("last_letter_at", UtcTime, nullable=True),
    personal("followed", sa.Boolean, server_default=sa.false()),
    sa.Index("ix_queue_row_rank", "grp", "rank", "key"),
    sa.Index("ix_queue_row_quick", "grp", "quick", "key"),
    sa.Index("ix_queue_row_name", "grp", "sort_name", "key"),
    sa.Index("ix_queue_row_decided_on", "decided_on"),
    sa.Index("ix_queue_row_changes_on", "changes_on"),
    sa.Index("ix_queue_row_id", "id"),
    sa.Index("ix_queue_row_followed", "followed", "due_on"),
)

finding = sa.Table(
    "finding",
    local,
    impersonal("document", sa.String(32), primary_key=True),
    impersonal("applicant", sa.String(32), index=True),
    impersonal("rules_version", sa.String(40)),
    impersonal("checked_in", sa.String(7)),
    personal("effort", sa.Integer),
    personal("proposed", sa.Text),
    personal("body", sa.Text),
)
"""What the pre-check said of each CV: a cache that can be made anew; a document's id stands for its bytes."""

letter_row = sa.Table(
    "letter_row",
    local,
    impersonal("id", sa.String(32), primary_key=True),
    impersonal("applicant", sa.String(32), nullable=True, index=True),
    personal("applicant_id", sa.Text, nullable=True),
    impersonal("template", sa.Text),
    personal("language", sa.Text),
    personal("recipient", sa.Text),
    personal("recipient_name", sa.Text),
    personal("subject", sa.Text),
    personal("body", sa.Text),
    impersonal("state", sa.Text),
    impersonal("not_before", UtcTime),
    impersonal("created_at", UtcTime),
    impersonal("sent_at", UtcTime, nullable=True),
    impersonal("attempts", sa.Integer),
    personal("reason", sa.Text),
    impersonal("message_id", sa.Text),
    impersonal("attachments", sa.Text, server_default="[]"),
    impersonal("template_version", sa.Integer, server_default="0"),
    impersonal("part_versions", sa.Text, server_default=""),
    impersonal("unsaved", sa.Boolean),
    sa.Index("ix_letter_row_state", "state", "created_at", "id"),
)

search = sa.Table(
    "search",
    sa.MetaData(),
    impersonal("rowid", sa.Integer, primary_key=True),
    personal("text", sa.Text),
)
"""The full-text index (trigrams) over folded text; rowid is queue_row.seq; SEARCH_DDL makes it."""

SEARCH_DDL = "CREATE VIRTUAL TABLE search USING fts5(text, tokenize='trigram')"

text_draft = sa.Table(
    "text_draft",
    local,
    impersonal("name", sa.String(80), primary_key=True),
    impersonal("language", sa.String(2), primary_key=True),
    impersonal("text", sa.Text),
    impersonal("seen", sa.Integer),
)
"""Letters' texts that somebody typed here and has not saved; seen is the version they began from."""

cursor = sa.Table(
    "cursor",
    local,
    impersonal("name", sa.String(40), primary_key=True),
    impersonal("value", sa.Text),
)

dispatch = sa.Table(
    "dispatch",
    local,
    impersonal("letter", sa.String(32), primary_key=True),
    impersonal("state", sa.String(10)),
    impersonal("message_id", sa.Text),
    personal("reason", sa.Text),
    impersonal("at", UtcTime),
    impersonal("attempt", sa.Integer, server_default="0"),
)
