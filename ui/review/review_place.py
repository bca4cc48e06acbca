"""Adds the review to the window, with the queue it is given."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reviewer.i18n import gettext as _
from ui.actions import Group
from ui.furnishing import Steps
from ui.pages import Parts
from ui.prechecking import Prechecking
from ui.review.reply_place import add_replies
from ui.review.review_page import ReviewPage
from ui.review.review_presenter import NextApplicant, ReviewPresenter

GROUPS = frozenset({Group.DECIDE, Group.CRITERIA, Group.QUEUE, Group.DOCUMENT})


def add_review(parts: Parts, queue: NextApplicant, queue_view: QWidget) -> Steps[ReviewPresenter]:
    """Add the review as a place of the window; whoever knows the queue's choice calls show() of what is built."""
    window = parts.window
    presenter = ReviewPresenter(parts.workspace, parts.background, parts.announcer, queue, window.say)
    page = ReviewPage(presenter, parts.workspace, parts.background, window.actions_table, queue_view)
    yield
    yield from page.checklist.make_rows(len(parts.workspace.checklist.criteria))
    window.add_page("review", "list-checks", lambda: _("Review"), page, groups=GROUPS)
    checking = Prechecking(parts.workspace, parts.background, parts.announcer, window)
    presenter.findings.missing.connect(checking.want)
    checking.found.connect(presenter.findings.take)
    window.closing.connect(checking.stop)
    window.undo_with(presenter.undo)
    presenter.acts.acted.connect(lambda _place: window.status.toast.leave_key())
    window.closing.connect(presenter.leave)
    add_replies(parts, presenter)
    return presenter
