"""The tables of the shared database, the same in each desk's mirror; every column is marked personal or not."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from reviewer.storage.engine import UtcTime

shared = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def personal(name: str, kind: Any, *constraints: Any, **options: Any) -> sa.Column[Any]:
    """A column that tells something about a person."""
    return sa.Column(
        name,
        kind,
        *constraints,
        info={"personal": True},
        **{"nullable": False, **options},
    )


def impersonal(name: str, kind: Any, *constraints: Any, **options: Any) -> sa.Column[Any]:
    """A column that tells nothing about a person."""
    return sa.Column(
        name,
        kind,
        *constraints,
        info={"personal": False},
        **{"nullable": False, **options},
    )


def _owner(**options: Any) -> sa.Column[Any]:
    reference = sa.ForeignKey("applicant.key", ondelete="CASCADE")
    return impersonal("applicant", sa.String(32), reference, **{"index": True, **options})


applicant = sa.Table(
    "applicant",
    shared,
    impersonal("key", sa.String(32), primary_key=True),
    personal("id", sa.String(100), unique=True),
    personal("salutation", sa.String(10)),
    personal("title", sa.Text),
    personal("first_name", sa.Text),
    personal("last_name", sa.Text),
    personal("email", sa.Text),
    personal("language", sa.String(2)),
    personal("registered_at", UtcTime, nullable=True),
    personal("confirmed_at", UtcTime, nullable=True),
    personal("ip_address", sa.Text),
    personal("terms_version", sa.Text),
    personal("state", sa.String(12)),
    personal("rung", sa.Integer),
    personal("due_on", sa.Date, nullable=True),
    personal("sleep_until", sa.Date, nullable=True),
    personal("sleep_reason", sa.Text, nullable=True),
    personal("round", sa.Integer),
    personal("waiting_since", UtcTime),
    personal("draft", sa.Text, nullable=True),
    impersonal("version", sa.Integer),
    impersonal("revision", sa.BigInteger, index=True),
)

document = sa.Table(
    "document",
    shared,
    impersonal("id", sa.String(32), primary_key=True),
    _owner(),
    impersonal("position", sa.Integer),
    impersonal("version", sa.Integer),
    personal("name", sa.Text),
    personal("sha256", sa.String(64)),
    impersonal("size_bytes", sa.Integer),
    impersonal("added_at", UtcTime),
    sa.UniqueConstraint("applicant", "position", "version"),
)

content = sa.Table(
    "content",
    shared,
    impersonal(
        "document",
        sa.String(32),
        sa.ForeignKey("document.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    personal("bytes", sa.LargeBinary),
)

answer = sa.Table(
    "answer",
    shared,
    _owner(primary_key=True, index=False),
    impersonal("round", sa.Integer, primary_key=True),
    impersonal("criterion", sa.String(60), primary_key=True),
    personal("answer", sa.String(8)),
    personal("evidence", sa.Text),
    personal("proposed", sa.Text, nullable=True),
)

note = sa.Table(
    "note",
    shared,
    impersonal("id", sa.String(32), primary_key=True),
    _owner(),
    personal("text", sa.Text),
    personal("by", sa.Text),
    impersonal("at", UtcTime),
    impersonal("criterion", sa.String(60), nullable=True),
)

decision = sa.Table(
    "decision",
    shared,
    impersonal("id", sa.String(32), primary_key=True),
    _owner(),
    personal("kind", sa.String(8)),
    personal("rung", sa.Integer),
    impersonal("round", sa.Integer),
    personal("by", sa.Text),
    impersonal("at", UtcTime),
    impersonal("letter", sa.String(32), nullable=True),
)

reply = sa.Table(
    "reply",
    shared,
    impersonal("id", sa.String(32), primary_key=True),
    _owner(),
    personal("objection", sa.String(30), nullable=True),
    impersonal("round", sa.Integer),
    personal("rung", sa.Integer),
    personal("came_on", sa.Date),
    personal("words", sa.Text),
    personal("by", sa.Text),
    impersonal("at", UtcTime),
    impersonal("letter", sa.String(32), nullable=True),
)

receipt = sa.Table(
    "receipt",
    shared,
    impersonal("id", sa.String(32), primary_key=True),
    impersonal("demanded_at", UtcTime),
    impersonal("erased_at", UtcTime),
    impersonal("places", sa.Text),
    impersonal("confirmation", sa.String(10), nullable=True),
    impersonal("confirmed_at", UtcTime, nullable=True),
    impersonal("revision", sa.BigInteger, index=True),
)

letter = sa.Table(
    "letter",
    shared,
    impersonal("id", sa.String(32), primary_key=True),
    _owner(nullable=True),
    impersonal(
        "receipt",
        sa.String(32),
        sa.ForeignKey("receipt.id", ondelete="CASCADE"),
        nullable=True,
    ),
    impersonal("template", sa.String(30)),
    personal("language", sa.String(2)),
    impersonal("round", sa.Integer),
    personal("recipient", sa.Text),
    personal("recipient_name", sa.Text),
    personal("subject", sa.Text),
    personal("body", sa.Text),
    impersonal("state", sa.String(10), index=True),
    impersonal("not_before", UtcTime),
    impersonal("created_at", UtcTime),
    personal("created_by", sa.Text),
    impersonal("attempts", sa.Integer),
    personal("reason", sa.Text),
    impersonal("message_id", sa.Text),
    impersonal("sent_at", UtcTime, nullable=True),
    impersonal("attachments", sa.Text, server_default="[]"),
    impersonal("template_version", sa.Integer, server_default="0"),
    impersonal("part_versions", sa.Text, server_default=""),
    impersonal("owner", sa.String(64), nullable=True),
    impersonal("lease_until", UtcTime, nullable=True),
)
_STANDING_FEEDBACK = sa.and_(letter.c.state != "cancelled", letter.c.template.like("feedback-%"))
sa.Index(
    "uq_letter_feedback",
    letter.c.applicant,
    letter.c.round,
    letter.c.template,
    unique=True,
    sqlite_where=_STANDING_FEEDBACK,
    postgresql_where=_STANDING_FEEDBACK,
)

template_text = sa.Table(
    "template_text",
    shared,
    impersonal("name", sa.String(80), primary_key=True),
    impersonal("language", sa.String(2), primary_key=True),
    impersonal("version", sa.Integer, primary_key=True, autoincrement=False),
    impersonal("text", sa.Text),
    impersonal("is_default", sa.Boolean),
    impersonal("saved_at", UtcTime),
    personal("saved_by", sa.Text),
    impersonal("revision", sa.BigInteger, index=True),
)
"""The house's versions of letters' texts: rows are added and never changed; version 0 is the program's own."""

tombstone = sa.Table(
    "tombstone",
    shared,
    impersonal("applicant", sa.String(32), primary_key=True),
    impersonal("erased_at", UtcTime),
    impersonal("revision", sa.BigInteger, index=True),
)

command_log = sa.Table(
    "command_log",
    shared,
    impersonal("id", sa.String(32), primary_key=True),
    impersonal("applicant", sa.String(32), index=True),
    impersonal("at", UtcTime),
)

clock = sa.Table(
    "clock",
    shared,
    impersonal("id", sa.Integer, primary_key=True, autoincrement=False),
    impersonal("revision", sa.BigInteger),
    impersonal("epoch", sa.String(32)),
)
