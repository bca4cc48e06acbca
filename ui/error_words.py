"""The table of words for each error code: what happened, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reviewer.i18n import gettext as _

WORDS: Mapping[str, Callable[[], tuple[str, str]]] = {
    "encrypted": lambda: (
        _("This document is protected by a password"),
        _("Ask the applicant for a copy without a password. You can judge the applicant all the same."),
    ),
    "damaged": lambda: (
        _("This document is damaged"),
        _("It could not be opened. Ask the applicant to send it again."),
    ),
    "unknown-kind": lambda: (
        _("This kind of file cannot be shown"),
        _("PDF, Word (.docx), pictures and plain text can. Ask the applicant for a PDF."),
    ),
    "empty": lambda: (
        _("This document is empty"),
        _("It holds no page and no text. Ask the applicant to send it again."),
    ),
    "too-large": lambda: (
        _("This document is too large to be shown"),
        _("You can open it with another program, after a warning."),
    ),
    "too-slow": lambda: (
        _("This document took too long"),
        _("It was stopped so that it does not hold up your work. You can open it with another program."),
    ),
    "crashed": lambda: (
        _("This document made its reader fail"),
        _("Only the reader was ended; nothing else is affected. Be careful with this file."),
    ),
    "lied": lambda: (
        _("This document behaved suspiciously"),
        _("Its reader was ended. Do not open this file with another program unless you know the sender."),
    ),
    "gave-up": lambda: (
        _("This document is not tried again"),
        _("It made its reader fail twice. You can judge the applicant all the same."),
    ),
    "missing": lambda: (
        _("This document is not on this computer yet"),
        _("It will be shown as soon as it has been fetched from the shared database."),
    ),
}
