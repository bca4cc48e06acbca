"""The stock objections applicants raise, and the approved answer to each."""

from __future__ import annotations

from enum import StrEnum

from reviewer.domain.letter import Template


class Objection(StrEnum):
    """What applicants argue, in the order of the keys that choose it."""

    NEVER_COMPLAINED = "never-complained"
    CONVERSATION = "conversation"
    DELETE_DATA = "delete-data"
    HOMEPAGE = "homepage"


_ANSWERS = {
    Objection.NEVER_COMPLAINED: Template.OBJECTION_NEVER_COMPLAINED,
    Objection.CONVERSATION: Template.OBJECTION_CONVERSATION,
    Objection.DELETE_DATA: Template.DELETION_CONFIRMATION,
    Objection.HOMEPAGE: Template.OBJECTION_HOMEPAGE,
}


def answer_template(objection: Objection) -> Template:
    """The letter that answers an objection; who wants their data deleted is answered by deleting them."""
    return _ANSWERS[objection]


def objection_answered(template: Template) -> Objection | None:
    """The objection a letter answers; None for every other letter."""
    if not template.answers_objection:
        return None
    return next(objection for objection, answer in _ANSWERS.items() if answer is template)
