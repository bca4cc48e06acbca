"""Applicants in and out of both databases."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.domain.applicant import State
from reviewer.domain.ids import ApplicantKey, DocumentId
from reviewer.storage import schema
from reviewer.storage.engine import make_engine, reading, sqlite_url, writing
from reviewer.storage.records import (
    LostUpdate,
    find_key,
    insert_applicants,
    load_applicant,
    load_content,
    next_revision,
    save_applicant,
    save_contents,
)
from tests.domain.strategies import DOCUMENT, NEW, applicants


def test_what_is_saved_is_what_is_loaded(shared: sa.Engine) -> None:
    with writing(shared) as connection:
        (saved,) = insert_applicants(connection, [NEW])
        save_contents(connection, {DOCUMENT.id: b"\x00bytes"})
    with reading(shared) as connection:
        assert load_applicant(connection, NEW.key) == saved == replace(NEW, version=1)
        assert find_key(connection, NEW.id) == NEW.key
        assert load_content(connection, DOCUMENT.id) == b"\x00bytes"
        assert load_content(connection, DocumentId("unknown")) is None
        assert load_applicant(connection, ApplicantKey("unknown")) is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(data=st.data())
def test_any_step_between_two_states_is_saved_whole(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    engine = make_engine(sqlite_url(Path(tmp_path_factory.mktemp("shared")) / "shared.db"))
    schema.ensure(engine, "shared", may_upgrade=False)
    first, second = data.draw(applicants()), data.draw(applicants())
    try:
        with writing(engine) as connection:
            (saved,) = insert_applicants(connection, [first])
            save_applicant(connection, saved, replace(second, version=1))
        with reading(engine) as connection:
            assert load_applicant(connection, NEW.key) == replace(second, version=2)
    finally:
        engine.dispose()


def test_of_two_saves_from_the_same_version_the_second_is_a_lost_update(shared: sa.Engine) -> None:
    with writing(shared) as connection:
        (seen,) = insert_applicants(connection, [NEW])
    with writing(shared) as one:
        save_applicant(one, seen, replace(seen, state=State.ACCEPTED))
    with pytest.raises(LostUpdate), writing(shared) as other:
        save_applicant(other, seen, replace(seen, state=State.OUT))
    with reading(shared) as connection:
        applicant = load_applicant(connection, NEW.key)
    assert applicant is not None
    assert applicant.state is State.ACCEPTED


@pytest.mark.postgresql
def test_a_revision_is_seen_only_after_every_earlier_one(postgres_url: str) -> None:
    """A second writer waits for the first, so a reader's cursor never jumps over one that commits late."""
    engine = make_engine(postgres_url)
    schema.ensure(engine, "shared", may_upgrade=False)
    with engine.connect() as slow, engine.connect() as quick:
        with slow.begin():
            first = next_revision(slow)
            quick.execute(sa.text("SET lock_timeout = '200ms'"))
            with pytest.raises(sa.exc.OperationalError, match="lock timeout"):
                next_revision(quick)
            quick.rollback()
        with quick.begin():
            assert next_revision(quick) == first + 1
    engine.dispose()


def test_a_failed_transaction_leaves_no_trace(shared: sa.Engine) -> None:
    with pytest.raises(sa.exc.IntegrityError), writing(shared) as connection:
        insert_applicants(connection, [NEW, NEW])
    with reading(shared) as connection:
        assert find_key(connection, NEW.id) is None
