"""The queue of 100,000 applicants: first page, search and order against the bare SQL on the same file."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from reviewer.domain.queue import Group
from reviewer.domain.views import QueueOrder, QueueQuery
from reviewer.paths import Home
from reviewer.workspace import Workspace
from tests.benchmarks.queue_rows import fill

ROWS = 100_000
PAGE = 100
ROUNDS = 31
_NEW = list(Group).index(Group.NEW)
_COLUMNS = "SELECT * FROM queue_row WHERE grp = ?"
_CASES: tuple[tuple[str, QueueQuery, str, tuple[object, ...]], ...] = (
    ("first page", QueueQuery(groups=("new",)), f"{_COLUMNS} ORDER BY rank, key LIMIT {PAGE}", (_NEW,)),
    (
        "search",
        QueueQuery(groups=("new",), text="weiss"),
        f"{_COLUMNS} AND seq IN (SELECT rowid FROM search WHERE search MATCH ?) ORDER BY rank, key LIMIT {PAGE}",
        (_NEW, '"weiss"'),
    ),
    (
        "search without a hit",
        QueueQuery(groups=("new",), text="qqqzzz"),
        f"{_COLUMNS} AND seq IN (SELECT rowid FROM search WHERE search MATCH ?) ORDER BY rank, key LIMIT {PAGE}",
        (_NEW, '"qqqzzz"'),
    ),
    (
        "by name",
        QueueQuery(groups=("new",), order=QueueOrder.NAME),
        f"{_COLUMNS} ORDER BY sort_name, key LIMIT {PAGE}",
        (_NEW,),
    ),
)


def main() -> None:
    """Print a ratio a case, each pair of measurements taken side by side."""
    with tempfile.TemporaryDirectory() as name:
        home = Home(folder=Path(name) / "home")
        fill(home, ROWS)
        desk = Workspace(home)
        bare = sqlite3.connect(home.replica)
        for title, query, sql, parameters in _CASES:
            ours, theirs = [], []
            for _ in range(ROUNDS):
                theirs.append(_timed(partial(_all, bare, sql, parameters)))
                ours.append(_timed(partial(desk.queue, query, None, PAGE)))
            ratio = statistics.median(mine / base for mine, base in zip(ours, theirs, strict=True))
            print(
                f"queue of {ROWS:,}, {title} / bare SQL: median {ratio:.1f} "
                f"({statistics.median(ours) * 1000:.2f} ms / {statistics.median(theirs) * 1000:.2f} ms)"
            )
        summary = statistics.median(_timed(partial(desk.summary, QueueQuery())) for _ in range(ROUNDS))
        print(f"  counts of all groups: {summary * 1000:.2f} ms")
        bare.close()
        desk.close()


def _timed(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def _all(connection: sqlite3.Connection, sql: str, parameters: tuple[object, ...]) -> list[object]:
    return connection.execute(sql, parameters).fetchall()


if __name__ == "__main__":
    main()
