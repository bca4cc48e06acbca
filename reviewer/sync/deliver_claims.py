"""Takes letters for sending: gate and claim in one transaction, before the mail server gets any of the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import sqlalchemy as sa

from reviewer.domain import delivery
from reviewer.domain.applicant import Applicant
from reviewer.domain.letter import Letter, LetterState
from reviewer.errors import Refused, Unavailable
from reviewer.mail.message import Along, Message
from reviewer.storage import journal, letters, receipts, sending
from reviewer.storage.engine import reading, writing
from reviewer.storage.letters import LetterRef
from reviewer.storage.records import LostUpdate, load_applicant, save_applicant
from reviewer.storage.sending import Accepted, Lease, Wanted
from reviewer.sync.deliver_ahead import Enclosed, Prepared, pass_gate
from reviewer.sync.deliver_way import Delivered, Way

LEASE = timedelta(minutes=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A letter that is ours to send now; applicant is whose it is, as saved with the claim (None: an erased one)."""

    ref: LetterRef
    letter: Letter
    message: Message
    applicant: Applicant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The connections kept for one round, the replica's for looking alone."""

    shared: sa.Connection
    replica: sa.Connection


class Claims:
    """One desk's claims; owner is unique to this run, so that two runs never own the same letter."""

    def __init__(self, shared: sa.Engine, replica: sa.Engine, owner: str, clock: Callable[[], datetime]) -> None:
        self._shared = shared
        self._replica = replica
        self._owner = owner
        self._clock = clock

    def claim_as_seen(self, kept: Kept, prepared: Prepared, accepted: Accepted | None) -> Claimed | None:
        """Claim a letter as it was prepared, and tell that the last one was accepted, in one transaction.

        None, and neither was done, when anything is not as seen or the letter's applicant is being changed here.
        """
        now, seen, letter = self._clock(), prepared.applicant, prepared.letter
        lease = Lease(owner=self._owner, since=now, until=now + LEASE)
        wanted = Wanted(seen=seen, letter=letter.id, lease=lease)
        if not sending.change_as_seen(
            kept.shared, accepted, wanted, lambda: not journal.is_acted_on(kept.replica, seen.key)
        ):
            return None
        return Claimed(
            ref=prepared.ref,
            letter=replace(letter, state=LetterState.SENDING, attempts=letter.attempts + 1),
            message=prepared.message,
            applicant=replace(delivery.mark_sending(seen, letter.id), version=seen.version + 1),
        )

    def claim(self, ref: LetterRef, way: Way, done: Delivered) -> Claimed | None:
        """Look at all of a letter and claim it; None when it is not ours to send, or has to be held."""
        enclosed = self._enclose(ref, way)
        if enclosed is None:
            return None
        now = self._clock()
        try:
            with writing(self._shared) as connection:
                if self._is_being_changed(ref) or not letters.claim(connection, ref.id, self._owner, now, now + LEASE):
                    return None
                if ref.applicant is None:
                    return self._claim_confirmation(connection, ref, way)
                return self._claim_of_applicant(connection, ref, way, done, enclosed)
        except LostUpdate:
            return None

    def _claim_of_applicant(
        self, connection: sa.Connection, ref: LetterRef, way: Way, done: Delivered, enclosed: Enclosed
    ) -> Claimed | None:
        before = None if ref.applicant is None else load_applicant(connection, ref.applicant)
        letter = None if before is None else before.letter(ref.id)
        if before is None or letter is None or not enclosed.fits(before, letter):
            return None
        message, reason = pass_gate(before, letter, way, self._clock(), enclosed)
        if message is None:
            save_applicant(connection, before, delivery.mark(before, ref.id, LetterState.HELD, reason=reason))
            done.held += 1
            return None
        after = save_applicant(connection, before, delivery.mark_sending(before, ref.id))
        claimed = replace(letter, state=LetterState.SENDING, attempts=letter.attempts + 1)
        return Claimed(ref=ref, letter=claimed, message=message, applicant=after)

    def _enclose(self, ref: LetterRef, way: Way) -> Enclosed | None:
        """What goes along, made before the letter is claimed, for it takes a while; None when it cannot be made now."""
        if ref.applicant is None or not ref.attached:
            return Enclosed()
        with reading(self._shared) as connection:
            applicant = load_applicant(connection, ref.applicant)
        letter = None if applicant is None else applicant.letter(ref.id)
        if applicant is None or letter is None:
            return None
        if delivery.obstacle(applicant, letter):
            return Enclosed(version=applicant.version)
        try:
            return Enclosed(version=applicant.version, files=way.enclose(applicant, letter))
        except Refused as error:
            return Enclosed(version=applicant.version, reason=error.code)
        except Unavailable:
            return None

    def _is_being_changed(self, ref: LetterRef) -> bool:
        """Whether this desk's person has acted on the applicant since the last push: the act may stop the letter."""
        if ref.applicant is None:
            return False
        with reading(self._replica) as connection:
            return journal.has_pending(connection, ref.applicant)

    def _claim_confirmation(self, connection: sa.Connection, ref: LetterRef, way: Way) -> Claimed | None:
        receipt = None if ref.receipt is None else receipts.find_receipt(connection, ref.receipt)
        letter = None if receipt is None else receipts.find_confirmation(connection, receipt.id)
        if receipt is None or letter is None:
            return None
        try:
            message = way.make(letter, self._clock(), Along())
        except Refused as error:
            failed = replace(letter, state=LetterState.FAILED, reason=error.code)
            receipts.save_confirmation(connection, receipt, failed)
            return None
        claimed = replace(letter, state=LetterState.SENDING, attempts=letter.attempts + 1)
        receipts.save_confirmation(connection, receipt, claimed)
        return Claimed(ref=ref, letter=claimed, message=message)
