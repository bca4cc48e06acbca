"""What a receipt says: when, how many of what, and how its confirmation fared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reviewer.domain.letter import LetterState
from reviewer.domain.views import ErasedPlace, LetterRow, Receipt
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.outbox.letter_words import reason_words
from ui.review.review_words import moment_words
from ui.tokens import Token

_WRITTEN_WITHIN = timedelta(minutes=1)
"""The confirmation is written right after the demand; receipts carry no reference to its letter."""
_OVER = (None, LetterState.SENT, LetterState.CANCELLED)
_ICONS: Mapping[LetterState, tuple[str, Token]] = {
    LetterState.HELD: ("pause", "warn"),
    LetterState.QUEUED: ("clock", "accent"),
    LetterState.SENDING: ("send", "accent"),
    LetterState.SENT: ("circle-check", "ok"),
    LetterState.FAILED: ("circle-alert", "bad"),
    LetterState.IN_DOUBT: ("circle-question-mark", "warn"),
    LetterState.CANCELLED: ("x", "faint"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptShown:
    """A receipt with the reason its confirmation waits or failed for, empty when there is none."""

    receipt: Receipt
    reason: str = ""


def count_words(place: ErasedPlace) -> str:
    """How many of what, such as "2 documents"."""
    count = place.count
    match place.place:
        case "applicant":
            return ngettext("{count} applicant", "{count} applicants", count).format(count=count)
        case "document":
            return ngettext("{count} document", "{count} documents", count).format(count=count)
        case "content":
            return ngettext("{count} file", "{count} files", count).format(count=count)
        case "answer":
            return ngettext("{count} answer", "{count} answers", count).format(count=count)
        case "note":
            return ngettext("{count} note", "{count} notes", count).format(count=count)
        case "decision":
            return ngettext("{count} decision", "{count} decisions", count).format(count=count)
        case "letter":
            return ngettext("{count} letter", "{count} letters", count).format(count=count)
        case _:
            return _("{count} in “{place}”").format(count=count, place=place.place)


def erased_words(places: Sequence[ErasedPlace]) -> list[str]:
    """All that was erased, most telling first; places where nothing was are left out."""
    return [count_words(place) for place in places if place.count] or [_("nothing was left to erase")]


def confirmation_icon(state: LetterState | None) -> tuple[str, Token]:
    """The icon of a confirmation and its colour."""
    return ("x", "faint") if state is None else _ICONS[state]


def confirmation_short(receipt: Receipt) -> str:
    """How the confirmation fared, in a word or two."""
    match receipt.confirmation:
        case None:
            return _("No address")
        case LetterState.SENT:
            return _("Sent")
        case LetterState.QUEUED | LetterState.HELD:
            return _("Waits")
        case LetterState.SENDING:
            return _("Being sent")
        case LetterState.FAILED:
            return _("Failed")
        case LetterState.IN_DOUBT:
            return _("In doubt")
        case LetterState.CANCELLED:
            return _("Taken back")


def confirmation_words(shown: ReceiptShown) -> str:
    """How the confirmation fared, with its moment or its reason."""
    receipt, why = shown.receipt, reason_words(shown.reason)[0]
    match receipt.confirmation:
        case None:
            return _("There was no address, so none was sent.")
        case LetterState.SENT if receipt.confirmed_at is not None:
            return _("Handed to the mail server on {moment}; its address was erased after that.").format(
                moment=moment_words(receipt.confirmed_at)
            )
        case LetterState.SENT:
            return _("Handed to the mail server; its address was erased after that.")
        case LetterState.QUEUED | LetterState.HELD | LetterState.SENDING:
            return _("It waits to be sent. {reason}").format(reason=why).strip()
        case LetterState.FAILED if why:
            return _("It could not be sent. {reason}").format(reason=why)
        case LetterState.FAILED:
            return _("It could not be sent; the reason stands in the outbox.")
        case LetterState.IN_DOUBT:
            return _("Whether it arrived is not known: the mail server’s answer never came.")
        case LetterState.CANCELLED:
            return _("It was taken back and not sent.")


def exact_moment(moment: datetime) -> str:
    """A moment with its distance from universal time, as evidence needs it."""
    local = moment.astimezone()
    offset = local.strftime("%z")
    return _("{moment} (UTC{offset})").format(moment=moment_words(moment), offset=f"{offset[:3]}:{offset[3:5]}")


def receipt_text(shown: ReceiptShown, now: datetime) -> str:
    """The receipt as plain text, to be kept or passed on; no personal data."""
    receipt = shown.receipt
    lines = [
        _("Receipt of an erasure"),
        "",
        _("Receipt: {id}").format(id=receipt.id),
        _("Demanded: {moment}").format(moment=exact_moment(receipt.demanded_at)),
        _("Erased: {moment}").format(moment=exact_moment(receipt.erased_at)),
        "",
        _("What was erased:"),
        *(f"- {words}" for words in erased_words(receipt.places)),
        "",
        _("Confirmation: {words}").format(words=confirmation_words(shown)),
        "",
        _("This receipt holds no personal data."),
        _("Written on {moment}.").format(moment=exact_moment(now)),
    ]
    return "\n".join(lines) + "\n"


def file_name(receipt: Receipt) -> str:
    """The name proposed for a receipt's file."""
    day = receipt.erased_at.astimezone().date().isoformat()
    return _("erasure-{day}-{id}.txt").format(day=day, id=receipt.id[:8])


def with_reasons(receipts: Sequence[Receipt], letters: Sequence[LetterRow]) -> tuple[ReceiptShown, ...]:
    """Receipts with the reasons of their confirmations, where it is certain which letter belongs to which."""
    confirmations = [row for row in letters if row.applicant is None]
    return tuple(ReceiptShown(receipt=receipt, reason=_reason(receipt, confirmations)) for receipt in receipts)


def _reason(receipt: Receipt, confirmations: Sequence[LetterRow]) -> str:
    fitting = [
        row
        for row in confirmations
        if row.state is receipt.confirmation and timedelta() <= row.created_at - receipt.demanded_at <= _WRITTEN_WITHIN
    ]
    return fitting[0].reason if len(fitting) == 1 else ""


def count_open(erasures_open: int, receipts: Sequence[Receipt]) -> int:
    """How many demands are not met yet, of all that is open: the rest are confirmations under way."""
    return max(0, erasures_open - sum(receipt.confirmation not in _OVER for receipt in receipts))
