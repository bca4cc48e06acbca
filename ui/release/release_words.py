"""What the release screen says of a letter and of the batch."""

from __future__ import annotations

from reviewer.domain.letter import AttachmentKind
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.attachment_words import kind_words
from ui.errors import words_for_code
from ui.outbox.letter_words import reason_words
from ui.release.release_item import ReleaseItem, Stage
from ui.review.review_words import template_name


def second_line(item: ReleaseItem) -> str:
    """What stands below the name: why it stays, what became of it, or what it is."""
    match item.stage:
        case Stage.WAITING:
            return _("is being written")
        case Stage.READY if item.warning:
            return why(item.warning)
        case Stage.READY:
            return _("{template} · {address}").format(template=template_name(item.template), address=item.address)
        case Stage.BARRED:
            return why(item.reason)
        case Stage.RELEASED:
            return _("released, waits in the outbox")
        case Stage.REFUSED:
            return why(item.reason)
        case Stage.UNDONE:
            return _("taken back")


def along_line(item: ReleaseItem) -> str:
    """What goes along with a letter, each with its size once that is known; empty for nothing."""
    kinds = frozenset() if item.written is None else item.written.along
    sizes = item.sizes or {}
    words = [kind_words(kind, sizes.get(kind)) for kind in AttachmentKind if kind in kinds]
    return _("With it: {what}").format(what=", ".join(words)) if words else ""


def why(code: str) -> str:
    """A code in words."""
    return reason_words(code)[0] or words_for_code(code).title


def remedy(code: str) -> str:
    """What can be done about it."""
    return reason_words(code)[1] or words_for_code(code).remedy


def spoken(item: ReleaseItem) -> str:
    """A letter in one sentence, for screen readers."""
    ticked = _("ticked") if item.goes else _("not ticked")
    return _("{name}, {about}, {ticked}").format(name=item.name, about=second_line(item), ticked=ticked)


def button_words(count: int) -> str:
    """What the button that lets them go says."""
    return ngettext("Release {count} letter", "Release {count} letters", count).format(count=count)


def take_back_words(count: int) -> str:
    """What the button that takes all of them back says."""
    return ngettext("Take {count} back", "Take all {count} back", count).format(count=count)


def ended_words(items: tuple[ReleaseItem, ...], *, left: int) -> str:
    """What a batch came to."""
    released = sum(item.stage is Stage.RELEASED for item in items)
    refused = sum(item.stage is Stage.REFUSED for item in items)
    undone = sum(item.stage is Stage.UNDONE for item in items)
    parts = [ngettext("{count} released", "{count} released", released).format(count=released)]
    if undone:
        parts.append(ngettext("{count} taken back", "{count} taken back", undone).format(count=undone))
    if refused:
        parts.append(ngettext("{count} refused", "{count} refused", refused).format(count=refused))
    if left:
        parts.append(
            ngettext("{count} not released any more", "{count} not released any more", left).format(count=left)
        )
    return ", ".join(parts)
