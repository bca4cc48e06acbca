"""Builds the places of the window in the rail's order, and what runs behind them all."""

from __future__ import annotations

from ui.pages import Parts
from ui.queue.queue_presenter import QueuePresenter
from ui.queue.queue_view import QueueView
from ui.review.review_place import add_review
from ui.syncing import Syncing


def add_reviewing(parts: Parts) -> Syncing:
    """Add queue and review, and the exchange that feeds them."""
    window = parts.window
    queue = QueuePresenter(parts.workspace, parts.background, parts.announcer)
    view = QueueView(queue, parts.workspace.checklist)
    review = add_review(parts, queue, view)
    queue.selected.connect(review.show)
    table = window.actions_table
    table["next"].triggered.connect(queue.select_next)
    table["previous"].triggered.connect(queue.select_previous)
    table["search"].triggered.connect(view.search)
    window.show_hints(["next", "previous", "feedback", "accept", "keys"])
    syncing = Syncing(window, parts.workspace, parts.background, parts.announcer)
    syncing.reported.connect(review.settle)
    table["sync"].triggered.connect(syncing.sync)
    queue.load()
    return syncing
