"""Words for errors of letters' texts: what happened, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reviewer.i18n import gettext as _


def _broken() -> tuple[str, str]:
    return (
        _("The text “{template}” breaks for this applicant, in line {line}"),
        _("No letter was written. Mend the text under Letters’ texts, or go back to the default there."),
    )


TEXT_WORDS: Mapping[str, Callable[[], tuple[str, str]]] = {
    "template-broken": _broken,
    "checklist-paragraph-broken": _broken,
    "template-without-subject": lambda: (
        _("The text “{template}” does not begin with “Subject: …”"),
        _("No letter was written. Mend the text under Letters’ texts, or go back to the default there."),
    ),
    "letter-too-long": lambda: (
        _("The letter from the text “{template}” is longer than any letter may be"),
        _("Shorten the text under Letters’ texts."),
    ),
    "template-faulty": lambda: (
        _("The text is wrong, so it was not saved"),
        _("Mend what is marked; what you typed is kept."),
    ),
    "template-changed": lambda: (
        _("Somebody has saved another version meanwhile"),
        _("Nothing is lost: look at the difference, then choose."),
    ),
    "template-unknown": lambda: (
        _("There is no text “{template}”"),
        _("It may belong to another checklist."),
    ),
    "template-version-unknown": lambda: (
        _("There is no version {version}"),
        _("The newest is version {newest}."),
    ),
}
