"""What is asked before a letter is sent twice or a decision is undone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reviewer.domain.views import LetterRow
from reviewer.i18n import gettext as _
from ui.outbox.letter_words import name_of
from ui.review.review_words import template_name
from ui.widgets.confirm import Confirm


def send_again_sheet(host: QWidget, row: LetterRow) -> Confirm:
    """Asks whether a letter may arrive twice."""
    return Confirm(
        host,
        title=_("Send the letter to {name} again?").format(name=name_of(row)),
        text=_(
            "The mail server took the letter in and its answer never came. If it did arrive the first time, it "
            "arrives twice now. It leaves at once and cannot be taken back."
        ),
        button=_("Send again"),
        danger=False,
    )


def take_back_sheet(host: QWidget, row: LetterRow) -> Confirm:
    """Asks whether a decision is undone."""
    return Confirm(
        host,
        title=_("Undo the decision on {name}?").format(name=name_of(row)),
        text=_(
            "The letter “{letter}” will not be sent. The applicant returns to the queue with all answers and notes, "
            "and can be decided anew."
        ).format(letter=template_name(row.template)),
        button=_("Undo the decision"),
        danger=False,
    )
