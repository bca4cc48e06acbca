"""The applicant as the screen shows it: what the mirror holds, with the acts that are still under way."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.domain.applicant import Applicant
from reviewer.domain.commands import Command
from reviewer.domain.rules import apply
from reviewer.errors import Outdated, Refused


def project(applicant: Applicant, pending: Iterable[Command]) -> Applicant:
    """Fold pending commands, oldest first; one that no longer holds is left out, push will ask about it."""
    for command in pending:
        try:
            applicant = apply(command, applicant)
        except (Refused, Outdated):
            continue
    return applicant
