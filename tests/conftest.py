"""What every test stands on: a clean environment, no screen, and both databases."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

# Before anything imports Qt: tests need no screen and look the same on every desktop.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# A machine without a login session has none; the PostgreSQL server keeps its lock there, Qt its sockets.
if "XDG_RUNTIME_DIR" not in os.environ:
    _runtime = Path(tempfile.gettempdir()) / f"reviewer-tests-{os.getuid() if hasattr(os, 'getuid') else 0}"
    _runtime.mkdir(mode=0o700, exist_ok=True)
    os.environ["XDG_RUNTIME_DIR"] = str(_runtime)

import keyring
import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from reviewer import i18n
from tests.fakes import MemoryKeyring

if TYPE_CHECKING:
    from tests.postgres import PostgresServer

# Apart from pytest's own folders, which a second run on this machine closes to the server's user; the processes
# of one run inherit the name, and the first of them removes the folder.
_POSTGRES_FOLDER = "POSTGRES_FOLDER_OF_THIS_RUN"
_REMOVES_POSTGRES = _POSTGRES_FOLDER not in os.environ
os.environ.setdefault(_POSTGRES_FOLDER, str(Path(tempfile.gettempdir()) / f"reviewer-postgres-{uuid4().hex[:12]}"))

# A busy machine must not fail a property: no example is judged by its time.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
# The same for what a test of the window waits for: pytest-qt would give up after five seconds.
for _waits in (QtBot.waitActive, QtBot.waitExposed, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitUntil):
    _waits.__kwdefaults__ = {**(_waits.__kwdefaults__ or {}), "timeout": 60_000}

_HOME_FOLDERS = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
)
_SPEECH = ("LANGUAGE", "LC_ALL", "LC_MESSAGES")
_SCALES = ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME")


@pytest.fixture(autouse=True)
def clean_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """No setting, language, home or keyring of the person who runs the tests reaches them; gives the keyring."""
    for name in [*_SPEECH, *_SCALES, *(name for name in os.environ if name.startswith("REVIEWER_"))]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in _HOME_FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / "person" / name.lower()))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.fakes.MemoryKeyring")
    passwords = MemoryKeyring()
    keyring.set_keyring(passwords)
    i18n.set_language("en")
    yield passwords
    i18n.set_language("en")


def pytest_unconfigure() -> None:
    """After the last test of the last process."""
    if _REMOVES_POSTGRES:
        shutil.rmtree(os.environ[_POSTGRES_FOLDER], ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The PostgreSQL server of this run, shared by its worker processes."""
    from tests.postgres import PostgresServer

    server = PostgresServer(Path(os.environ[_POSTGRES_FOLDER]))
    yield server
    server.stop()


@pytest.fixture
def postgres_database(postgres_server: PostgresServer) -> Iterator[str]:
    """The name of a fresh, empty database on the server."""
    name = postgres_server.create_database()
    yield name
    postgres_server.drop_database(name)


@pytest.fixture
def postgres_url(postgres_server: PostgresServer, postgres_database: str) -> str:
    """The address of a fresh, empty PostgreSQL database."""
    return postgres_server.url(postgres_database)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a SQLite file that does not exist yet."""
    return f"sqlite:///{(tmp_path / 'shared.db').as_posix()}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def shared_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh, empty shared database; each test runs on both kinds."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url
