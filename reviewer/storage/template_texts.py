"""The house's versions of letters' texts, in the shared database and its mirrors; and drafts on this desk."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from reviewer.domain.letter import Language
from reviewer.domain.template_texts import HouseTexts, TextDraft, TextKey, TextVersion
from reviewer.storage.local_tables import text_draft
from reviewer.storage.records import LostUpdate, next_revision
from reviewer.storage.tables import template_text as table


def load_newest(connection: sa.Connection) -> HouseTexts:
    """The newest version of each text that was ever saved."""
    newest = (
        sa.select(table.c.name, table.c.language, sa.func.max(table.c.version).label("version"))
        .group_by(table.c.name, table.c.language)
        .subquery()
    )
    same = sa.and_(*(table.c[name] == newest.c[name] for name in ("name", "language", "version")))
    found = map(_version, connection.execute(sa.select(table).join(newest, same)))
    return HouseTexts(saved={one.key: one for one in found})


def load_history(connection: sa.Connection, key: TextKey, most: int = 500) -> tuple[TextVersion, ...]:
    """The versions of a text, newest first."""
    query = sa.select(table).where(_is(table, key)).order_by(table.c.version.desc()).limit(most)
    return tuple(map(_version, connection.execute(query)))


def load_saved_after(connection: sa.Connection, revision: int, most: int) -> list[tuple[TextVersion, int]]:
    """Versions saved after a revision, with their own."""
    query = sa.select(table).where(table.c.revision > revision).order_by(table.c.revision).limit(most)
    return [(_version(row), row.revision) for row in connection.execute(query)]


def add_version(connection: sa.Connection, wanted: TextVersion) -> None:
    """Add a version to the shared database; LostUpdate unless it is the one after the newest."""
    newest = connection.scalar(sa.select(sa.func.max(table.c.version)).where(_is(table, wanted.key))) or 0
    if newest != wanted.version - 1:
        raise LostUpdate
    connection.execute(sa.insert(table).values({**version_values(wanted), "revision": next_revision(connection)}))


def load_drafts(connection: sa.Connection) -> dict[TextKey, TextDraft]:
    """What was typed on this desk and not saved."""
    return {draft.key: draft for draft in map(_draft, connection.execute(sa.select(text_draft)))}


def keep_draft(connection: sa.Connection, draft: TextDraft) -> None:
    """Keep what was typed, in place of what was kept of that text before."""
    drop_draft(connection, draft.key)
    values = {"name": draft.key.name, "language": draft.key.language.value, "text": draft.text, "seen": draft.seen}
    connection.execute(sa.insert(text_draft).values(values))


def drop_draft(connection: sa.Connection, key: TextKey) -> None:
    """Forget what was typed."""
    connection.execute(sa.delete(text_draft).where(_is(text_draft, key)))


def _is(of: sa.Table, key: TextKey) -> sa.ColumnElement[bool]:
    return sa.and_(of.c.name == key.name, of.c.language == key.language.value)


def version_values(version: TextVersion) -> dict[str, Any]:
    """A version's columns without its revision."""
    return {
        "name": version.key.name,
        "language": version.key.language.value,
        "version": version.version,
        "text": version.text,
        "is_default": version.is_default,
        "saved_at": version.saved_at,
        "saved_by": version.saved_by,
    }


def _version(row: Any) -> TextVersion:
    return TextVersion(
        key=TextKey(name=row.name, language=Language(row.language)),
        version=row.version,
        text=row.text,
        saved_at=row.saved_at,
        saved_by=row.saved_by,
        is_default=row.is_default,
    )


def _draft(row: Any) -> TextDraft:
    return TextDraft(key=TextKey(name=row.name, language=Language(row.language)), text=row.text, seen=row.seen)
