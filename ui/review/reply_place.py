"""Lets objections and replies be recorded from the review."""

from __future__ import annotations

from reviewer.domain.applicant import Applicant, display_name
from reviewer.i18n import gettext as _
from ui.pages import Parts
from ui.replies.answering import Answering, Objected, Replied
from ui.review.decision_presenter import PLACE
from ui.review.review_presenter import ReviewPresenter

_UNDO_S = 20


def add_replies(parts: Parts, presenter: ReviewPresenter) -> Answering:
    """Connect the keys; who wants their data deleted is led to the erasure."""
    table = parts.window.actions_table
    answering = Answering(parts.workspace, parts.background, parts.window)
    table["objection"].triggered.connect(lambda: answering.ask_objection(presenter.acts.applicant))
    table["reply"].triggered.connect(lambda: answering.ask_reply(presenter.acts.applicant))
    answering.failed.connect(lambda error: presenter.failed.emit(PLACE, error))
    answering.erase_wanted.connect(lambda _applicant: table["delete"].trigger())

    def record(said: str, recorded: Objected | Replied) -> None:
        shown = presenter.acts.applicant
        if shown is None or shown.key != recorded.applicant.key:
            return
        words = said.format(name=_name(recorded.applicant))
        entry = presenter.acts.act(PLACE, words, recorded.build)
        if entry is not None:
            parts.window.say(words, undo=lambda: presenter.undo(entry), seconds=_UNDO_S)

    answering.objected.connect(lambda objected: record(_("{name}: objection answered"), objected))
    answering.replied.connect(lambda replied: record(_("{name}: reply recorded"), replied))
    return answering


def _name(applicant: Applicant) -> str:
    return display_name(applicant.person) or applicant.id
