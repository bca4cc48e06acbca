"""What Python's argument parser says, in the language of the desk."""

from __future__ import annotations

import argparse

from reviewer.i18n import gettext, ngettext
from reviewer.i18n import gettext as _


def speak() -> None:
    """Let the parser look its words up where the program's own are; it has no other door for them."""
    for name, function in (("_", gettext), ("ngettext", ngettext)):
        setattr(argparse, name, function)


def words() -> tuple[str, ...]:
    """The sentences that a person can meet, so that the catalogue has them."""
    return (
        _("usage: "),
        _("positional arguments"),
        _("options"),
        _("show this help message and exit"),
        _("%(prog)s: error: %(message)s\n"),
        _("argument %(argument_name)s: %(message)s"),
        _("the following arguments are required: %s"),
        _("unrecognized arguments: %s"),
        _("invalid choice: %(value)r (choose from %(choices)s)"),
        _("invalid %(type)s value: %(value)r"),
        _("expected one argument"),
        _("expected at least one argument"),
        _("ambiguous option: %(option)s could match %(matches)s"),
        _("ignored explicit argument %r"),
    )
