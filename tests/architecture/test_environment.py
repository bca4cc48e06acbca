"""The ground that tests stand on is clean, and both databases are real."""

from __future__ import annotations

import os
from pathlib import Path

import keyring
import psycopg
import pytest
from keyring.errors import PasswordDeleteError
from sqlalchemy import create_engine, inspect, text

from tests.fakes import MemoryKeyring
from tests.postgres import PostgresServer


def test_a_test_sees_no_setting_of_the_person_who_runs_it(tmp_path: Path) -> None:
    assert Path.home().is_relative_to(tmp_path)
    assert not [name for name in os.environ if name.startswith("REVIEWER_")]


def test_a_test_has_no_screen() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_a_password_goes_to_the_keyring_of_the_test_and_back(clean_environment: MemoryKeyring) -> None:
    keyring.set_password("reviewer", "smtp", "correct horse")
    assert clean_environment.get_password("reviewer", "smtp") == "correct horse"
    keyring.delete_password("reviewer", "smtp")
    assert keyring.get_password("reviewer", "smtp") is None
    with pytest.raises(PasswordDeleteError):
        keyring.delete_password("reviewer", "smtp")


def test_the_shared_database_is_empty_and_takes_tables(shared_url: str) -> None:
    engine = create_engine(shared_url)
    assert inspect(engine).get_table_names() == []
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE applicant (id VARCHAR(32) PRIMARY KEY)"))
    assert inspect(engine).get_table_names() == ["applicant"]
    engine.dispose()


@pytest.mark.postgresql
def test_a_database_can_be_unreachable_for_a_while(postgres_server: PostgresServer, postgres_database: str) -> None:
    url = postgres_server.url(postgres_database)
    connection = psycopg.connect(url)
    with postgres_server.unreachable(postgres_database):
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(url)
    connection.close()
    with psycopg.connect(url) as again:
        assert again.execute("SELECT 1").fetchone() == (1,)
