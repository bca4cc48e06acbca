"""Sends letters that are due: claim, check again, send, mark; each at most once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.message import EmailMessage

import sqlalchemy as sa

from reviewer.domain import delivery
from reviewer.domain.applicant import Applicant
from reviewer.domain.followup import due_date
from reviewer.domain.ids import ApplicantKey, LetterId
from reviewer.domain.letter import Letter, LetterState
from reviewer.errors import Misconfigured, Refused, Unavailable
from reviewer.mail.message import Along, Enclosure
from reviewer.mail.transport import Fault, InDoubt, NotSent, SentRefused, Session
from reviewer.storage import demands, journal, letters, receipts
from reviewer.storage.engine import reading, writing
from reviewer.storage.letters import Dispatch, LetterRef
from reviewer.storage.records import LostUpdate, load_applicant, save_applicant

MINUTE = timedelta(minutes=1)
LEASE = timedelta(minutes=3)
LETTERS_A_ROUND = 200
BACKOFF_MINUTES = (1, 5, 15, 60, 240)
MOST_TRIES = 8
_NOT_KNOWN_AS_SENT = frozenset({LetterState.IN_DOUBT, LetterState.QUEUED, LetterState.HELD})
"""What a desk that was cut off may find when it can tell at last that the mail server took the letter."""


def _carries_nothing(_applicant: Applicant, letter: Letter) -> tuple[Enclosure, ...]:
    if letter.attachments:
        raise Refused("attachment-unreadable")
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How letters leave: connect opens it, make builds the message, gaps names what a text lacks.

    enclose makes what goes along; Refused with the reason when that cannot be, Unavailable when it cannot be now.

    In quiet hours only the confirmation of a deletion leaves; per_minute counts the letters of all desks (0: no limit).
    """

    connect: Callable[[], AbstractContextManager[Session]]
    make: Callable[[Letter, datetime, Along], EmailMessage]
    gaps: Callable[[Letter, Applicant], tuple[str, ...]]
    enclose: Callable[[Applicant, Letter], tuple[Enclosure, ...]] = _carries_nothing
    quiet: Callable[[], bool] = lambda: False
    per_minute: int = 0


@dataclass(slots=True, kw_only=True)
class Delivered:
    """What a round of sending came to; trouble is a code when the way out as a whole is blocked.

    told counts what earlier rounds could not tell the shared database, paced what has to wait for its minute or for
    the end of the quiet hours.
    """

    sent: int = 0
    failed: int = 0
    held: int = 0
    in_doubt: int = 0
    later: int = 0
    told: int = 0
    paced: int = 0
    trouble: str = ""

    @property
    def any(self) -> bool:
        """Whether any letter changed."""
        return bool(self.sent or self.failed or self.held or self.in_doubt or self.later or self.told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """What goes along with a letter, made of the applicant in a version; reason is why it cannot be made."""

    version: int | None = None
    files: tuple[Enclosure, ...] = ()
    reason: str = ""

    def fits(self, applicant: Applicant, letter: Letter) -> bool:
        """Whether it is still what goes along: nothing of the applicant has changed since it was made."""
        return not letter.attachments if self.version is None else self.version == applicant.version


class Delivery:
    """One desk's sender; owner is unique to this run, so that two runs never own the same letter."""

    def __init__(
        self,
        shared: sa.Engine,
        replica: sa.Engine,
        owner: str,
        clock: Callable[[], datetime],
        days: tuple[int, int, int],
    ) -> None:
        self._shared = shared
        self._replica = replica
        self._owner = owner
        self._clock = clock
        self._days = days

    def run(self, way: Way, *, cancelled: Callable[[], bool] = lambda: False) -> Delivered:
        """Tell the shared database what is known, then send what is due."""
        done = Delivered()
        untold = self._settle_dispatches(done)
        self._doubt_abandoned(done)
        with reading(self._shared) as connection:
            found = letters.load_due(connection, self._clock(), LETTERS_A_ROUND)
            recent = letters.count_leaving(connection, self._clock() - MINUTE) if way.per_minute else 0
        known = [ref for ref in found if ref.id not in untold]
        due = _paced(known, way, recent)
        done.paced = len(known) - len(due)
        if not due:
            return done
        try:
            with way.connect() as session:
                for ref in due:
                    if cancelled() or not self._send_one(ref, way, session, done):
                        break
        except (NotSent, Misconfigured, Unavailable) as error:
            done.trouble = error.code
        return done

    def _settle_dispatches(self, done: Delivered) -> frozenset[LetterId]:
        """Tell what was kept; gives the letters that left, which cannot be told while another attempt is under way."""
        with reading(self._replica) as connection:
            known = letters.load_dispatches(connection)
        untold = [dispatch.letter for dispatch in known if not self._tell(dispatch)]
        done.told += len(known) - len(untold)
        return frozenset(untold)

    def _doubt_abandoned(self, done: Delivered) -> None:
        with reading(self._shared) as connection:
            abandoned = letters.load_abandoned(connection, self._clock())
        for ref in abandoned:
            self._change(ref, _doubt)
            done.in_doubt += 1

    def _send_one(self, ref: LetterRef, way: Way, session: Session, done: Delivered) -> bool:
        """Send one letter; False when the way out is blocked for the others too."""
        claimed = self._claim(ref, way, done)
        if claimed is None:
            return True
        letter, message = claimed
        message_id = str(message["Message-ID"])
        try:
            session.send(letter.id, message)
        except SentRefused as error:
            done.failed += 1
            self._finish(letter, LetterState.FAILED, message_id, error.reason)
            return error.fault is Fault.LETTER
        except InDoubt as error:
            done.in_doubt += 1
            self._finish(letter, LetterState.IN_DOUBT, message_id, error.reason)
            return False
        except NotSent as error:
            done.later += 1
            self._finish(letter, LetterState.QUEUED, message_id, error.reason)
            done.trouble = error.code if error.fault is Fault.SERVER else done.trouble
            return error.fault is Fault.LETTER
        else:
            done.sent += 1
            self._finish(letter, LetterState.SENT, message_id, "")
        return True

    def _finish(self, letter: Letter, state: LetterState, message_id: str, reason: str) -> None:
        result = Dispatch(
            letter=letter.id,
            attempt=letter.attempts,
            state=state,
            message_id=message_id,
            reason=reason,
            at=self._clock(),
        )
        with writing(self._replica) as connection:
            letters.keep_dispatch(connection, result)
        self._tell(result)

    def _claim(self, ref: LetterRef, way: Way, done: Delivered) -> tuple[Letter, EmailMessage] | None:
        """Claim a letter and pass it through the gate, in one transaction; None when it is not ours to send."""
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
                before = load_applicant(connection, ref.applicant)
                letter = None if before is None else before.letter(ref.id)
                if before is None or letter is None or not enclosed.fits(before, letter):
                    return None
                message, reason = _pass_gate(before, letter, way, now, enclosed)
                if message is None:
                    save_applicant(connection, before, delivery.mark(before, ref.id, LetterState.HELD, reason=reason))
                    done.held += 1
                    return None
                save_applicant(connection, before, delivery.mark_sending(before, ref.id))
                return replace(letter, state=LetterState.SENDING, attempts=letter.attempts + 1), message
        except LostUpdate:
            return None

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
            erased_here = demands.load_applicants(connection)
            return ref.applicant in erased_here or journal.has_pending(connection, ref.applicant)

    def _claim_confirmation(
        self, connection: sa.Connection, ref: LetterRef, way: Way
    ) -> tuple[Letter, EmailMessage] | None:
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
        return claimed, message

    def _tell(self, result: Dispatch) -> bool:
        """Bring a result into the shared database, then forget it here; False when it has to wait."""
        with reading(self._shared) as connection:
            ref = letters.find_ref(connection, result.letter)
        seen: list[Letter] = []
        if ref is not None:
            self._change(ref, lambda letter: _told(letter, result, seen))
        if any(_is_under_way_again(letter, result) for letter in seen[-1:]):
            return False
        with writing(self._replica) as connection:
            letters.settle_dispatch(connection, result.letter)
        return True

    def _change(self, ref: LetterRef, change: Callable[[Letter], Letter]) -> None:
        """Save what change makes of the letter; the letter itself where there is nothing to change."""
        for _ in range(MOST_TRIES):
            try:
                with writing(self._shared) as connection:
                    if ref.applicant is not None:
                        self._change_letter(connection, ref.applicant, ref.id, change)
                    elif ref.receipt is not None:
                        receipt = receipts.find_receipt(connection, ref.receipt)
                        letter = receipts.find_confirmation(connection, ref.receipt)
                        if receipt is not None and letter is not None and change(letter) != letter:
                            receipts.save_confirmation(connection, receipt, change(letter))
            except LostUpdate:
                continue
            return
        raise Unavailable("too-many-writers")

    def _change_letter(
        self, connection: sa.Connection, key: ApplicantKey, id: LetterId, change: Callable[[Letter], Letter]
    ) -> None:
        before = load_applicant(connection, key)
        letter = None if before is None else before.letter(id)
        if before is not None and letter is not None and change(letter) != letter:
            save_applicant(connection, before, self._with(before, change(letter)))

    def _with(self, before: Applicant, letter: Letter) -> Applicant:
        if letter.state is LetterState.SENT and letter.sent_at is not None:
            rung = letter.template.rung
            due_on = due_date(letter.sent_at, rung, self._days) if rung else None
            return delivery.mark_sent(before, letter.id, at=letter.sent_at, message_id=letter.message_id, due_on=due_on)
        return delivery.mark(before, letter.id, letter.state, reason=letter.reason, not_before=letter.not_before)


def _paced(due: list[LetterRef], way: Way, recent: int) -> list[LetterRef]:
    """Those of the due letters that may leave in this minute, when so many are leaving already."""
    waking = [ref for ref in due if ref.receipt is not None] if way.quiet() else due
    return waking[: max(0, way.per_minute - recent)] if way.per_minute else waking


def _pass_gate(
    applicant: Applicant, letter: Letter, way: Way, now: datetime, enclosed: Enclosed
) -> tuple[EmailMessage | None, str]:
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


def _doubt(letter: Letter) -> Letter:
    if letter.state is not LetterState.SENDING:
        return letter
    return replace(letter, state=LetterState.IN_DOUBT, reason="sender-vanished")


def _is_under_way_again(letter: Letter, result: Dispatch) -> bool:
    """Whether the letter left earlier while somebody, who did not know, is sending it once more now."""
    later = letter.state is LetterState.SENDING and result.attempt not in {0, letter.attempts}
    return later and result.state is LetterState.SENT


def _told(letter: Letter, result: Dispatch, seen: list[Letter]) -> Letter:
    """What an answer of the mail server makes of the letter; the answer to an earlier attempt says only that it left.

    seen is given the letter as it was.
    """
    seen.append(letter)
    if letter.state is LetterState.SENDING:
        return _outcome(letter, result) if result.attempt in {0, letter.attempts} else letter
    is_news = result.state is LetterState.SENT and letter.state in _NOT_KNOWN_AS_SENT
    return _outcome(letter, result) if is_news else letter


def _outcome(letter: Letter, result: Dispatch) -> Letter:
    match result.state:
        case LetterState.SENT:
            return replace(letter, state=LetterState.SENT, sent_at=result.at, message_id=result.message_id, reason="")
        case LetterState.QUEUED:
            wait = BACKOFF_MINUTES[min(letter.attempts, len(BACKOFF_MINUTES)) - 1]
            later = result.at + timedelta(minutes=wait)
            return replace(letter, state=LetterState.QUEUED, reason=result.reason, not_before=later)
        case _:
            return replace(letter, state=result.state, reason=result.reason)
