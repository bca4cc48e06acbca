"""What the page of letters' texts says of texts, versions and previews."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.domain.ids import CriterionKey
from reviewer.domain.letter import Template
from reviewer.domain.template_texts import TextKey, TextRow, TextVersion
from reviewer.i18n import gettext as _
from ui.review.review_words import language_name, moment_words, template_name

Titles = Mapping[CriterionKey, str]
_OBJECTIONS = {
    Template.OBJECTION_NEVER_COMPLAINED: lambda: _("Objection: nobody complained"),
    Template.OBJECTION_CONVERSATION: lambda: _("Objection: only in conversation"),
    Template.OBJECTION_HOMEPAGE: lambda: _("Objection: all on the website"),
}


def short_name(key: TextKey) -> str:
    """A text as it is called below its heading."""
    if key.paragraph is not None:
        return _("Rung {rung}").format(rung=key.paragraph[1])
    if key.template is None:
        return _("Building blocks")
    made = _OBJECTIONS.get(key.template)
    return template_name(key.template) if made is None else made()


def full_name(key: TextKey, titles: Titles) -> str:
    """A text as it is called by itself."""
    if key.paragraph is None:
        return short_name(key)
    criterion, rung = key.paragraph
    return _("{title}, rung {rung}").format(title=titles.get(criterion, criterion), rung=rung)


def mark_words(row: TextRow) -> str:
    """What stands beside a text in the list: nothing while it is the program's own."""
    return _("version {number}").format(number=row.version) if row.changed else ""


def spoken(row: TextRow, titles: Titles) -> str:
    """A line of the list in words."""
    parts = [full_name(row.key, titles), language_name(row.key.language)]
    if row.changed:
        parts.append(_("changed, version {number}").format(number=row.version))
    if row.has_draft:
        parts.append(_("not saved"))
    return ", ".join(parts)


def version_name(version: TextVersion) -> str:
    """A version in a few words."""
    if not version.version:
        return _("The program’s own text")
    if version.is_default:
        return _("Version {number}: back to the default").format(number=version.version)
    return _("Version {number}").format(number=version.version)


def who_and_when(version: TextVersion) -> str:
    """Who saved a version and when; empty for the program's own."""
    if version.saved_at is None:
        return ""
    return ", ".join(part for part in (version.saved_by, moment_words(version.saved_at)) if part)


def standing_words(version: TextVersion, *, edited: bool) -> str:
    """How the text in the editor stands."""
    told = ", ".join(part for part in (version_name(version), who_and_when(version)) if part)
    return _("{version} · changed here, not saved").format(version=told) if edited else told
