"""Acts on this desk: one row into the journal, and the lists made anew, in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from reviewer.domain.applicant import Applicant
from reviewer.domain.checklist import Checklist
from reviewer.domain.commands import Command, Stamp
from reviewer.domain.conflicts import insist
from reviewer.domain.ids import ApplicantKey, CommandId
from reviewer.domain.projection import project
from reviewer.domain.rules import apply, inverse
from reviewer.domain.views import Change, Choice, Outcome, Question, Topic
from reviewer.errors import Outdated
from reviewer.storage import journal, lists
from reviewer.storage.engine import reading, writing
from reviewer.storage.records import load_applicant, load_applicants

_TOPICS = frozenset({Topic.APPLICANT, Topic.LETTERS, Topic.QUEUE})


class Acting:
    """Turns commands into journal rows; a refused act leaves no trace."""

    def __init__(self, replica: sa.Engine, checklist: Checklist, clock: Callable[[], datetime]) -> None:
        self._replica = replica
        self._checklist = checklist
        self._clock = clock

    def load(self, key: ApplicantKey) -> Applicant:
        """The applicant as the screen shows it; Outdated when it is not there any more."""
        with reading(self._replica) as connection:
            return _projected(connection, key)

    def execute(self, command: Command) -> Outcome:
        """Do it; Refused or Outdated when the rules say so, and then nothing is written."""
        with writing(self._replica) as connection:
            before = _projected(connection, command.applicant)
            after = apply(command, before)
            if after != before:
                self._write(connection, command, after)
        return _outcome(command, before, after)

    def undo(self, command: Command, stamp: Stamp) -> Outcome:
        """Execute a command that takes another back, under a stamp of its own."""
        return self.execute(replace(command, stamp=stamp))

    def questions(self) -> tuple[Question, ...]:
        """The acts set aside, with how things stand now."""
        with reading(self._replica) as connection:
            aside = journal.load_set_aside(connection)
            keys = list({item.command.applicant for item in aside})
            pending = journal.load_pending_of(connection, keys)
            now = {
                applicant.key: project(applicant, pending.get(applicant.key, ()))
                for applicant in load_applicants(connection, keys)
            }
        return tuple(
            Question(
                command=item.command,
                code=item.code,
                applicant_id=now[item.command.applicant].id,
                person=now[item.command.applicant].person,
                now=now[item.command.applicant],
            )
            for item in aside
            if item.command.applicant in now
        )

    def answer_question(self, command: CommandId, choice: Choice, stamp: Stamp) -> Outcome | None:
        """Leave things as they are (theirs), or do it all the same (mine); the question is over in both cases."""
        with writing(self._replica) as connection:
            item = journal.find_set_aside(connection, command)
            if item is None:
                raise Outdated("question-answered")
            journal.settle(connection, command)
            if choice is Choice.THEIRS:
                return None
            before = _projected(connection, item.command.applicant)
            wanted = insist(item.command, before, stamp)
            after = apply(wanted, before)
            if after != before:
                self._write(connection, wanted, after)
        return _outcome(wanted, before, after)

    def _write(self, connection: sa.Connection, command: Command, after: Applicant) -> None:
        journal.append(connection, command)
        today = self._clock().astimezone().date()
        lists.put(connection, [after], self._checklist, today, unsaved=frozenset({after.key}))


def _projected(connection: sa.Connection, key: ApplicantKey) -> Applicant:
    applicant = load_applicant(connection, key)
    if applicant is None:
        raise Outdated("applicant-unknown")
    return project(applicant, journal.load_pending(connection, key))


def _outcome(command: Command, before: Applicant, after: Applicant) -> Outcome:
    changed = after != before
    return Outcome(
        change=Change(topics=_TOPICS if changed else frozenset(), applicants=frozenset({after.key})),
        command=command.stamp.id,
        applicant=after,
        undo=inverse(command) if changed else None,
    )
