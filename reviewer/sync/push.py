"""Replays this desk's acts and demands on the shared database, each once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from reviewer.domain.applicant import Applicant
from reviewer.domain.commands import Command
from reviewer.domain.ids import ApplicantKey, CommandId
from reviewer.domain.rules import apply
from reviewer.errors import Outdated, Refused
from reviewer.privacy.erasure import erase_shared
from reviewer.storage import command_log, demands, journal, receipts
from reviewer.storage.engine import reading, writing
from reviewer.storage.records import LostUpdate, load_applicant, save_applicant

MOST_TRIES = 8


@dataclass(slots=True, kw_only=True)
class Pushed:
    """What push did: settled commands wait in the journal until pull has brought their effect."""

    settled: list[CommandId] = field(default_factory=list)
    withdrawn: list[CommandId] = field(default_factory=list)
    applicants: set[ApplicantKey] = field(default_factory=set)
    questions: int = 0
    erased: int = 0


def push(shared: sa.Engine, replica: sa.Engine, now: datetime) -> Pushed:
    """Save every pending act in its own transaction; Unavailable leaves the rest for the next time."""
    pushed = Pushed()
    _meet_demands(shared, replica, now, pushed)
    with reading(replica) as connection:
        pending = journal.load_pending(connection)
    for command in pending:
        pushed.applicants.add(command.applicant)
        try:
            changed = _save_once(shared, command, now)
        except (Refused, Outdated) as error:
            with writing(replica) as connection:
                journal.set_aside(connection, command.stamp.id, error.code)
            pushed.questions += 1
            continue
        pushed.settled.append(command.stamp.id)
        if not changed:
            pushed.withdrawn.append(command.stamp.id)
    return pushed


def _meet_demands(shared: sa.Engine, replica: sa.Engine, now: datetime, pushed: Pushed) -> None:
    with reading(replica) as connection:
        wanted = demands.load_all(connection)
    for demand in wanted:
        with writing(shared) as connection:
            erase_shared(connection, demand, now)
        with writing(replica) as connection:
            demands.settle(connection, demand.receipt)
        pushed.erased += 1


def _save_once(shared: sa.Engine, command: Command, now: datetime) -> bool:
    """Apply and save a command with its entry in the log; False when it changed nothing."""
    for _ in range(MOST_TRIES):
        try:
            with writing(shared) as connection:
                return _save(connection, command, now)
        except (LostUpdate, IntegrityError):
            continue
    raise Outdated("too-many-writers")


def _save(connection: sa.Connection, command: Command, now: datetime) -> bool:
    if command_log.contains(connection, command.stamp.id):
        return True
    before = load_applicant(connection, command.applicant)
    if before is None:
        if receipts.is_erased(connection, command.applicant):
            return False
        raise Outdated("applicant-unknown")
    after: Applicant = apply(command, before)
    if after != before:
        save_applicant(connection, before, after)
    command_log.add(connection, command.stamp.id, command.applicant, now)
    return after != before
