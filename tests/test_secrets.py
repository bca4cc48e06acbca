"""Passwords live in a keyring that is trusted, in a robot's file, or in memory; never in the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.errors import Misconfigured, Refused, Unavailable
from reviewer.paths import Home
from reviewer.secrets import Secrets, split_password
from reviewer.storage.engine import make_engine
from reviewer.workspace import Workspace
from tests.fakes import MemoryKeyring

TRUSTED = ("tests.fakes.MemoryKeyring",)


def test_a_trusted_keyring_keeps_both_kinds_apart(clean_environment: MemoryKeyring) -> None:
    assert Secrets(TRUSTED).keep_password("anna", "mail")
    assert Secrets(TRUSTED).keep_database_password("anna", "base")
    again = Secrets(TRUSTED)
    assert (again.find_password("anna"), again.find_database_password("anna")) == ("mail", "base")


def test_an_untrusted_keyring_is_not_used_and_the_password_lasts_for_this_run(clean_environment: MemoryKeyring) -> None:
    secrets = Secrets()
    assert not secrets.keep_password("anna", "mail")
    assert secrets.find_password("anna") == "mail"
    assert Secrets().find_password("anna") is None
    assert clean_environment.get_password("Reviewer SMTP", "anna") is None
    with pytest.raises(Unavailable, match="keyring-missing"):
        secrets.keyring_name()


def test_a_robots_file_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "word").write_text("from the file\n", encoding="utf-8")
    monkeypatch.setenv("REVIEWER_SMTP_PASSWORD_FILE", str(tmp_path / "word"))
    assert Secrets(TRUSTED).find_password("anna") == "from the file"
    monkeypatch.setenv("REVIEWER_SMTP_PASSWORD_FILE", str(tmp_path / "none"))
    with pytest.raises(Misconfigured, match="password-file-unreadable"):
        Secrets(TRUSTED).find_password("anna")


@pytest.mark.parametrize(
    ("url", "bare", "password"),
    [
        ("postgresql://anna:s%40fe@db.example.org/team", "postgresql://anna@db.example.org/team", "s@fe"),
        ("postgresql://anna@db.example.org:5433/team?sslmode=verify-full", None, ""),
        ("sqlite:////srv/team.db", None, ""),
        ("postgresql://anna:x@[::1]:5432/team", "postgresql://anna@[::1]:5432/team", "x"),
        ("not an address", None, ""),
    ],
)
def test_an_address_is_parted_from_its_password(url: str, bare: str | None, password: str) -> None:
    assert split_password(url) == (bare or url, password)


def test_a_database_password_never_reaches_the_settings(tmp_path: Path) -> None:
    desk = Workspace(Home(folder=tmp_path / "home"))
    url = "postgresql://anna:geheim@db.example.org/team"
    with pytest.raises(Refused, match="database-password-unkept"):
        desk.change_setting("database.url", url)
    desk.secrets = Secrets(TRUSTED)
    settings = desk.change_setting("database.url", url)
    desk.close()
    assert settings.text("database.url") == "postgresql://anna@db.example.org/team"
    assert "geheim" not in desk.home.settings.read_text(encoding="utf-8")
    assert Secrets(TRUSTED).find_database_password("postgresql://anna@db.example.org/team") == "geheim"


def test_an_address_that_cannot_be_used_is_refused_when_it_is_entered(tmp_path: Path) -> None:
    desk = Workspace(Home(folder=tmp_path / "home"))
    with pytest.raises(Misconfigured, match="database-kind-unknown"):
        desk.change_setting("database.url", "mysql://db.example.org/team")
    desk.close()
    assert desk.settings.text("database.url") == ""


@pytest.mark.postgresql
def test_the_password_is_given_to_the_server_when_the_address_has_none(postgres_url: str) -> None:
    engine = make_engine(postgres_url, password=lambda: "geheim")
    with engine.connect() as connection:
        assert connection.connection.dbapi_connection.info.password == "geheim"  # type: ignore[union-attr]
    engine.dispose()
