"""What holds on every connection, and which databases are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from reviewer.errors import Misconfigured, Unavailable
from reviewer.storage.drives import file_system_of, is_on_network
from reviewer.storage.engine import make_engine, reading, sqlite_url, writing
from reviewer.storage.records import next_revision
from reviewer.storage.tables import clock

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/export /home nfs4 rw 0 0
/dev/sdb1 /home/anna/local ext4 rw 0 0
//nas/team /mnt/our\\040team cifs rw 0 0
user@host: /media/far fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("secure_delete", 1), ("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 2)],
)
def test_each_sqlite_connection_deletes_securely_and_keeps_its_promises(
    tmp_path: Path, pragma: str, value: object
) -> None:
    engine = make_engine(sqlite_url(tmp_path / "x.db"))
    connections = [engine.connect() for _ in range(3)]
    found = [connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() for connection in connections]
    for connection in connections:
        connection.close()
    engine.dispose()
    assert found == [value] * 3


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/var/lib/x.db", False),
        ("/home/bert/x.db", True),
        ("/home/anna/local/x.db", False),
        ("/mnt/our team/x.db", True),
        ("/media/far/x.db", True),
    ],
)
def test_a_network_drive_is_known_by_its_mount(path: str, network: bool) -> None:
    assert (file_system_of(Path(path), MOUNTS) in {"nfs4", "cifs", "fuse.sshfs"}) is network


def test_a_sqlite_file_on_a_network_drive_is_refused(tmp_path: Path) -> None:
    mounts = f"server:/export {tmp_path} nfs4 rw 0 0\n"
    assert is_on_network(tmp_path / "deep" / "shared.db", mounts)
    assert not is_on_network(tmp_path / "shared.db")


@pytest.mark.parametrize("url", ["mysql://somewhere/x", "not a url", "sqlite://"])
def test_other_databases_are_refused_by_name(url: str) -> None:
    with pytest.raises(Misconfigured, match="database-"):
        make_engine(url)


def test_a_server_that_does_not_answer_is_unavailable() -> None:
    engine = make_engine("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(Unavailable, match="database-unreachable"), reading(engine):
        pass
    engine.dispose()


def test_a_locked_file_is_unavailable_and_says_nothing_of_its_content(tmp_path: Path) -> None:
    engine = make_engine(sqlite_url(tmp_path / "x.db"))
    with writing(engine) as connection:
        connection.execute(sa.text("CREATE TABLE t (x TEXT)"))
        with pytest.raises(Unavailable) as caught, writing(engine):
            pass
    engine.dispose()
    assert str(caught.value) == "database-unreachable kind=OperationalError"


def test_two_writers_never_work_at_once(shared_url: str) -> None:
    one, other = make_engine(shared_url), make_engine(shared_url, patience_ms=100)
    with writing(one), pytest.raises(Unavailable, match="database-unreachable"), writing(other):
        pass
    with writing(other):
        pass
    one.dispose()
    other.dispose()


def test_a_reader_sees_one_moment_whatever_is_written_meanwhile(shared: sa.Engine) -> None:
    with reading(shared) as connection:
        before: int = connection.scalar(sa.select(clock.c.revision)) or 0
        with writing(shared) as writer:
            next_revision(writer)
        assert connection.scalar(sa.select(clock.c.revision)) == before
    with reading(shared) as connection:
        assert connection.scalar(sa.select(clock.c.revision)) == before + 1
