"""Builds the places of the window in the rail's order, and what runs behind them all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from reviewer.domain.applicant import Applicant
from reviewer.domain.ids import ApplicantKey
from reviewer.domain.views import Status
from ui.background import Lane, Urgency
from ui.erasures.erasures_page import add_erasures
from ui.errors import words_for
from ui.finding import Finding
from ui.followup.followup_page import add_follow_up
from ui.furnishing import Steps
from ui.importing.import_place import add_importing
from ui.insights.insights_page import add_insights
from ui.outbox.outbox_page import add_outbox
from ui.pages import Parts
from ui.questions.questions_page import add_questions, show_questions
from ui.queue.queue_presenter import QueuePresenter
from ui.queue.queue_view import QueueView
from ui.review.review_place import add_review
from ui.review.review_presenter import ReviewPresenter
from ui.settings.settings_page import add_settings
from ui.syncing import Syncing
from ui.texts.texts_page import add_texts
from ui.welcome.welcome_place import add_welcome
from ui.window import Window

HINTS = {
    "review": ("next", "previous", "feedback", "accept", "keys"),
    "outbox": ("letter-next", "letter-previous", "letter-hold", "letter-take-back", "keys"),
    "follow-up": ("follow-next", "follow-right", "follow-release", "follow-batch", "keys"),
    "texts": ("text-next", "text-edit", "text-save", "text-versions", "keys"),
    "erasures": ("receipt-next", "receipt-previous", "receipt-copy", "receipt-save", "keys"),
    "questions": ("question-theirs", "question-mine", "question-next", "question-previous", "keys"),
}
ELSEWHERE = ("go-review", "palette", "keys")
"""The keys that the status line names, by place."""


def add_places(parts: Parts) -> Steps[None]:
    """Add every place, show the first, then let the exchange with the shared database begin."""
    parts.background.run(Lane.DOCUMENTS, parts.workspace.documents.warm, priority=Urgency.AHEAD)
    syncing = Syncing(parts.window, parts.workspace, parts.background, parts.announcer)
    review, open_applicant = yield from _add_reviewing(parts, syncing)
    yield
    add_outbox(parts).applicant_wanted.connect(open_applicant)
    yield
    add_following(parts, review, open_applicant)
    yield
    parts.window.find_applicants_with(Finding(parts, open_applicant).find)
    add_questions(parts)
    add_insights(parts)
    yield
    add_erasures(parts)
    yield
    add_texts(parts, lambda: review.acts.applicant)
    yield
    yield from add_settings(parts)
    add_importing(parts)
    parts.window.page_changed.connect(lambda name: parts.window.show_hints(HINTS.get(name, ELSEWHERE)))
    if not parts.window.page():
        parts.window.show_page("review")
    parts.window.actions_table["sync"].triggered.connect(syncing.sync)
    syncing.counted.connect(partial(_show_counts, parts.window))
    syncing.start()
    add_welcome(parts)
    _warm(parts)


def _add_reviewing(parts: Parts, syncing: Syncing) -> Steps[tuple[ReviewPresenter, Callable[[ApplicantKey], None]]]:
    """Add queue and review; gives the review and what opens an applicant from elsewhere."""
    queue = QueuePresenter(parts.workspace, parts.background, parts.announcer)
    view = QueueView(queue, parts.workspace.checklist)
    yield
    review = yield from add_review(parts, queue, view)
    queue.selected.connect(review.show)
    table = parts.window.actions_table
    table["next"].triggered.connect(queue.select_next)
    table["previous"].triggered.connect(queue.select_previous)
    table["search"].triggered.connect(view.search)
    view.import_wanted.connect(table["import"].trigger)
    review.decisions.decided.connect(lambda entry, *_: queue.leave(entry.applicant))
    review.decisions.erased.connect(lambda key, *_: queue.leave(key))
    queue.failed.connect(lambda error: parts.window.say(words_for(error).title, bad=True))
    syncing.reported.connect(review.settle)
    queue.load()

    def open_applicant(key: ApplicantKey) -> None:
        parts.window.show_page("review")
        queue.select(key)
        review.show(key)

    return review, open_applicant


def add_following(parts: Parts, review: ReviewPresenter, open_applicant: Callable[[ApplicantKey], None]) -> None:
    """Add the follow-up; who wants their data deleted is erased from the review, where everything shown is dropped."""
    page = add_follow_up(parts)
    page.applicant_wanted.connect(open_applicant)
    delete = parts.window.actions_table["delete"]

    def erase(applicant: Applicant) -> None:
        open_applicant(applicant.key)
        shown = review.acts.applicant
        if shown is not None and shown.key == applicant.key:
            delete.trigger()
        else:
            review.shown.connect(lambda _applicant: delete.trigger(), Qt.ConnectionType.SingleShotConnection)

    page.erase_wanted.connect(erase)


def _warm(parts: Parts) -> None:
    """While nobody waits: load what the first applicant's letter and pre-check take.

    Texts that cannot be read are said where the letter would stand.
    """
    background, workspace = parts.background, parts.workspace
    background.run(Lane.CORE, workspace.correspondence.warm, failed=lambda _error: None, chore=True)
    background.run(Lane.DOCUMENTS, workspace.prechecks.warm, priority=Urgency.WHENEVER, chore=True)


def _show_counts(window: Window, status: Status) -> None:
    window.set_count("outbox", status.letters_waiting + status.letters_in_trouble)
    window.set_count("follow-up", status.follow_ups_due)
    window.set_count("erasures", status.erasures_open)
    show_questions(window, status)
