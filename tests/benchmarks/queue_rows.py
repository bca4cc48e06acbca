"""Fills a desk's queue with any number of invented rows, straight into the lists, for measuring."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from reviewer.domain.queue import Group
from reviewer.paths import Home
from reviewer.storage import schema
from reviewer.storage.engine import make_engine, sqlite_url, writing
from reviewer.storage.lists import GROUPS, fold
from reviewer.storage.local_tables import queue_row, search

_FIRST = ("Petra", "Alex", "Uwe", "Chidi", "Maja", "Hans-Jörg", "Gisela", "Ewa", "Tomas", "Sigrún", "Jürgen", "Amélie")
_LAST = ("Weiß", "Kim", "Brandstätter", "Okafor", "Lindqvist", "Pfeiffer", "Reuter", "Kowalczyk", "Albrecht", "Yıldız")
_TITLES = ("", "", "", "Dr. ", "Prof. Dr. ", "Dipl.-Ing. ")
_CRITERIA = ("contact", "context", "tasks", "clarity", "projects", "currency")
_SHARES = {
    Group.CORRECTED: 3,
    Group.NEW: 60,
    Group.DUE: 12,
    Group.ASLEEP: 5,
    Group.WAITING: 10,
    Group.ACCEPTED: 5,
    Group.OUT: 5,
}
_STATES = {
    Group.DUE: "follow_up",
    Group.WAITING: "follow_up",
    Group.ACCEPTED: "accepted",
    Group.OUT: "out",
}
_BATCH = 5_000


def fill(home: Home, count: int, *, today: date = date(2026, 11, 23), seed: int = 1) -> None:
    """Write count rows with their search texts into the replica of a home, the same for the same seed."""
    home.make()
    engine = make_engine(sqlite_url(home.replica))
    schema.ensure(engine, "local", may_upgrade=True)
    chance = random.Random(seed)
    try:
        with writing(engine) as connection:
            for begin in range(0, count, _BATCH):
                rows = [_row(chance, number, today) for number in range(begin, min(begin + _BATCH, count))]
                connection.execute(sa.insert(queue_row), rows)
                texts = [
                    {"rowid": row["seq"], "text": f"{row['sort_name']}\n{row['id']}\n{row['email']}"} for row in rows
                ]
                connection.execute(sa.insert(search), texts)
    finally:
        engine.dispose()


def _row(chance: random.Random, number: int, today: date) -> dict[str, Any]:
    group = chance.choices(tuple(_SHARES), weights=tuple(_SHARES.values()))[0]
    name = f"{chance.choice(_LAST)}-{number % 977}, {chance.choice(_TITLES)}{chance.choice(_FIRST)}"
    since = datetime(today.year, today.month, today.day, 8, tzinfo=UTC) - timedelta(minutes=chance.randrange(200_000))
    marks = "".join(chance.choices("-FL", weights=(5, 3, 3), k=len(_CRITERIA)))
    rung = chance.randint(1, 3) if group in {Group.DUE, Group.WAITING, Group.OUT} else 0
    days = chance.randint(1, 30)
    due = {Group.DUE: today - timedelta(days=days - 1), Group.WAITING: today + timedelta(days=days)}.get(group)
    asleep = today + timedelta(days=days) if group is Group.ASLEEP else None
    return {
        "seq": number + 1,
        "key": f"{chance.getrandbits(128):032x}",
        "id": str(10_000 + number),
        "name": name,
        "sort_name": fold(name),
        "email": f"p{10_000 + number}@example.org",
        "language": chance.choice(("de", "de", "en")),
        "state": _STATES.get(group, "pending"),
        "grp": GROUPS.index(group),
        "rank": (due or asleep or since).isoformat(),
        "rung": rung,
        "due_on": due,
        "asleep_until": asleep,
        "waiting_since": since,
        "marks": marks,
        "lacking": "".join(f",{key}," for key, mark in zip(_CRITERIA, marks, strict=True) if mark == "L"),
        "cv_version": chance.randint(2, 4) if group is Group.CORRECTED else 1,
        "documents": 0 if chance.random() < 0.02 else 1,
        "unsaved": chance.random() < 0.05,
        "decided_on": today if chance.random() < 0.02 else None,
        "changes_on": None,
    }
