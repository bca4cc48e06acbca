"""Prepares the letters that follow while another one is on the wire: reads, looks at the gate, builds the message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from reviewer.domain import delivery
from reviewer.domain.applicant import Applicant
from reviewer.domain.ids import ApplicantKey
from reviewer.domain.letter import Letter
from reviewer.errors import Refused
from reviewer.mail.message import Along, Enclosure, Message
from reviewer.storage.engine import reading
from reviewer.storage.letters import LetterRef
from reviewer.storage.records import load_applicants
from reviewer.sync.deliver_way import Way

READ_AT_ONCE = 20
"""Applicants; seven statements read so many as soon as one, and few of them change meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A letter that may leave if its applicant is, at that moment, still as seen here."""

    ref: LetterRef
    applicant: Applicant
    letter: Letter
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """What goes along with a letter, made of the applicant in a version; reason is why it cannot be made."""

    version: int | None = None
    files: tuple[Enclosure, ...] = ()
    reason: str = ""

    def fits(self, applicant: Applicant, letter: Letter) -> bool:
        """Whether it is still what goes along: nothing of the applicant has changed since it was made."""
        return not letter.attachments if self.version is None else self.version == applicant.version


class Ahead:
    """The due letters of one round, prepared one by one in their order."""

    def __init__(self, shared: sa.Engine, way: Way, clock: Callable[[], datetime], refs: Sequence[LetterRef]) -> None:
        self._shared = shared
        self._way = way
        self._clock = clock
        self._refs = refs
        self._known: dict[ApplicantKey, Applicant] = {}
        self._next: tuple[int, Prepared | None] = (-1, None)

    def prepare(self, place: int) -> None:
        """Prepare the letter at this place, so that it can be taken at once; beyond the last one, nothing."""
        if place < len(self._refs):
            self._next = (place, self._prepared(place))

    def take(self, place: int) -> Prepared | None:
        """The letter at this place; None where only its turn can tell: it does not pass the gate, or files go along.

        Files take their time, and while they are made the mail server's answer would wait to be heard.
        """
        if self._next[0] != place:
            self.prepare(place)
        return self._next[1]

    def _prepared(self, place: int) -> Prepared | None:
        ref = self._refs[place]
        if ref.applicant is None or ref.attached:
            return None
        if ref.applicant not in self._known:
            self._known = self._read_from(place)
        applicant = self._known.pop(ref.applicant, None)
        letter = None if applicant is None else applicant.letter(ref.id)
        if applicant is None or letter is None or letter.attachments:
            return None
        message, _reason = pass_gate(applicant, letter, self._way, self._clock(), Enclosed())
        return None if message is None else Prepared(ref=ref, applicant=applicant, letter=letter, message=message)

    def _read_from(self, place: int) -> dict[ApplicantKey, Applicant]:
        near = self._refs[place : place + READ_AT_ONCE]
        keys = list(dict.fromkeys(ref.applicant for ref in near if ref.applicant is not None))
        with reading(self._shared) as connection:
            return {applicant.key: applicant for applicant in load_applicants(connection, keys)}


def pass_gate(
    applicant: Applicant, letter: Letter, way: Way, now: datetime, enclosed: Enclosed
) -> tuple[Message | None, str]:
    """The message when nothing speaks against sending it now, else the reason."""
    missing = way.gaps(letter, applicant)
    reason = delivery.obstacle(applicant, letter) or (missing[0] if missing else "") or enclosed.reason
    if reason:
        return None, reason
    along = Along(earlier=delivery.earlier_message_ids(applicant, letter), enclosures=enclosed.files)
    try:
        return way.make(letter, now, along), ""
    except Refused as error:
        return None, error.code
