"""The words people read, through gettext; the language can change while the program runs."""

from __future__ import annotations

import gettext as _gettext
import locale
import os
from pathlib import Path

LANGUAGES = ("de", "en")
DOMAIN = "reviewer"
_DIRECTORY = Path(__file__).resolve().parent.parent / "resources" / "translations"
_current: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


def preferred_language() -> str:
    """The system's language when the product speaks it, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "de" if value.lower().startswith("de") else "en"
    return "de" if (locale.getlocale()[0] or "").lower().startswith(("de", "german")) else "en"


def set_language(language: str) -> None:
    """Speak this language (one of LANGUAGES) from now on."""
    global _current, _language
    _language = language if language in LANGUAGES else "en"
    _current = _gettext.translation(DOMAIN, _DIRECTORY, [_language], fallback=True)


def current_language() -> str:
    """The language being spoken."""
    return _language


def gettext(message: str) -> str:
    """The message in the present language."""
    return _current.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message for a count in the present language."""
    return _current.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """The message in the present language, told apart by its context."""
    return _current.pgettext(context, message)
