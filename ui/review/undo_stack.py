"""What was done in review and how to take it back, the newest last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reviewer.domain.commands import Command
from reviewer.domain.ids import ApplicantKey, CommandId

MOST_ENTRIES = 200


@dataclass(slots=True, kw_only=True, eq=False)
class UndoEntry:
    """One step back for the person, whose acts are taken back in order; they are known once the core has acted."""

    applicant: ApplicantKey
    label: str
    returns: bool = False
    """Whether taking it back brings the applicant on the screen again."""
    commands: list[CommandId] = field(default_factory=list)
    undo: list[Command] = field(default_factory=list)


class UndoStack:
    """Bounded; an entry that was withdrawn or failed is gone and never taken back."""

    def __init__(self) -> None:
        self._entries: list[UndoEntry] = []

    def push(self, entry: UndoEntry) -> None:
        """Keep one more step; the oldest goes when there are too many."""
        self._entries = [*self._entries, entry][-MOST_ENTRIES:]

    def top(self) -> UndoEntry | None:
        """What would be taken back now."""
        return self._entries[-1] if self._entries else None

    def take(self, entry: UndoEntry | None = None) -> UndoEntry | None:
        """Remove and give an entry (none: the newest); None when it is no longer there."""
        wanted = self.top() if entry is None else entry
        if wanted is None or wanted not in self._entries:
            return None
        self._entries.remove(wanted)
        return wanted

    def withdraw(self, commands: Iterable[CommandId]) -> list[UndoEntry]:
        """Remove the entries of acts that changed nothing after all; gives them."""
        ids = set(commands)
        gone = [entry for entry in self._entries if ids.intersection(entry.commands)]
        self._entries = [entry for entry in self._entries if entry not in gone]
        return gone

    def forget(self, applicant: ApplicantKey) -> None:
        """Remove everything of an applicant who is erased."""
        self._entries = [entry for entry in self._entries if entry.applicant != applicant]
