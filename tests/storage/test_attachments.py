"""What goes along with letters, kept in both databases and with none in what was written before."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import command

from reviewer.domain.codec import decode_command, encode_command
from reviewer.domain.commands import RecordDecision
from reviewer.domain.rules import apply
from reviewer.storage import schema
from reviewer.storage.engine import make_engine, reading, writing
from reviewer.storage.records import insert_applicants, load_applicant, save_applicant
from reviewer.storage.schema import Side
from tests.domain.strategies import ATTACHED, LOADED, NEW, a_decision

INSERT = """INSERT INTO letter (id, template, language, round, recipient, recipient_name, subject, body, state,
not_before, created_at, created_by, attempts, reason, message_id) VALUES ('old', 'feedback-1', 'de', 1, 'x@example.org',
'X', 's', 'b', 'held', '2026-11-20 10:00:00', '2026-11-20 10:00:00', 'Anna', 0, '', '')"""


def test_what_goes_along_is_saved_with_the_letter(shared: sa.Engine) -> None:
    with writing(shared) as connection:
        (saved,) = insert_applicants(connection, [NEW])
        save_applicant(connection, saved, apply(a_decision(saved, LOADED), saved))
    with reading(shared) as connection:
        loaded = load_applicant(connection, NEW.key)
    assert loaded is not None
    assert loaded.letters[0].attachments == ATTACHED


def upgraded(url: str, side: Side, before: str) -> object:
    """What the column of a letter says that was written with the schema before."""
    engine = make_engine(url)
    with writing(engine) as connection:
        command.upgrade(schema.migrations(side, connection), before)
        connection.execute(sa.text(INSERT))
    schema.ensure(engine, side, may_upgrade=True)
    with reading(engine) as connection:
        column = connection.scalar(sa.text("SELECT attachments FROM letter"))
    engine.dispose()
    return column


def test_letters_written_before_carry_nothing(shared_url: str) -> None:
    assert upgraded(shared_url, "shared", "0003") == "[]"


def test_letters_mirrored_before_carry_nothing(sqlite_url: str) -> None:
    assert upgraded(sqlite_url, "local", "0004") == "[]"


def test_an_act_in_the_journal_of_an_older_program_is_read_as_it_was_meant() -> None:
    decided = a_decision(NEW, LOADED)
    record = json.loads(encode_command(decided))
    del record["command"]["letter"]["attachments"]
    read = decode_command(json.dumps(record))
    assert isinstance(read, RecordDecision)
    assert read.letter is not None
    assert decided.letter is not None
    assert (read.letter.body, read.letter.attachments) == (decided.letter.body, ())
