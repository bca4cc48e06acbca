"""What is said of the things that go along with a letter: their names, their size, and why one cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reviewer.domain.letter import AttachmentKind
from reviewer.i18n import gettext as _

_KILO, _MEGA = 1024, 1024 * 1024
ATTACHMENT_WORDS: Mapping[str, Callable[[], tuple[str, str]]] = {
    "attachment-document-gone": lambda: (
        _("The CV that was to go along is not there any more"),
        _("Take it off the letter, then release it without."),
    ),
    "attachment-nothing-pinned": lambda: (
        _("Nothing that is lacking is pinned to the CV any more, so it carries no remark"),
        _("Take it off the letter, then release it without; or pin a place first."),
    ),
    "attachment-not-here": lambda: (
        _("The CV that goes along is not at hand just now"),
        _("The letter waits and is tried again by itself. It can also go without the CV: untick it."),
    ),
    "attachment-encrypted": lambda: (
        _("The CV is protected by a password, so no remark can be written into it"),
        _("Take it off the letter, then release it without."),
    ),
    "attachment-unreadable": lambda: (
        _("No copy of the CV with remarks could be made"),
        _("Take it off the letter, then release it without."),
    ),
    "attachment-too-large": lambda: (
        _("What goes along is larger than 10 MB"),
        _("Many mailboxes refuse that. Take the CV off the letter, then release it without."),
    ),
    "attachment-not-with-this": lambda: (
        _("Nothing goes along with this kind of letter"),
        _("Take it off the letter, then release it without."),
    ),
}


def kind_name(kind: AttachmentKind) -> str:
    """What goes along, in a few words."""
    match kind:
        case AttachmentKind.ANNOTATED_CV:
            return _("CV with remarks")
        case AttachmentKind.GUIDE:
            return _("Guide to a good CV")


def short_name(kind: AttachmentKind) -> str:
    """What goes along, where there is little room."""
    match kind:
        case AttachmentKind.ANNOTATED_CV:
            return _("CV with remarks")
        case AttachmentKind.GUIDE:
            return _("Guide")


def kind_words(kind: AttachmentKind, size_bytes: int | None) -> str:
    """What goes along, with its size when that is known."""
    name = short_name(kind)
    return name if size_bytes is None else _("{name} · {size}").format(name=name, size=size_words(size_bytes))


def size_words(size_bytes: int) -> str:
    """A size as people say it: whole kilobytes, or megabytes with one place."""
    if size_bytes < _MEGA:
        return _("{size} kB").format(size=max(1, round(size_bytes / _KILO)))
    whole, tenths = divmod(round(size_bytes * 10 / _MEGA), 10)
    return _("{whole}.{tenths} MB").format(whole=whole, tenths=tenths)
