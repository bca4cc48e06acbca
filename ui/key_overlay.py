"""All keys on one sheet, drawn from the table of actions."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.actions import ActionRow, Actions, Group, group_label, key_label
from ui.theme import S1, S2, S3, S5
from ui.widgets.badges import KeyCap
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph
from ui.widgets.sheet import Sheet

_COLUMNS: tuple[tuple[Group, ...], ...] = (
    (Group.DECIDE, Group.CRITERIA, Group.OUTBOX, Group.ERASURES, Group.QUESTIONS),
    (Group.DOCUMENT,),
    (Group.QUEUE, Group.GO, Group.WINDOW),
)
_MOST_KEYS = 2
Line = tuple[tuple[str, ...], str, bool]
"""Keys, words, and whether the keys are the first and last of a span."""


def overlay_lines(rows: list[ActionRow], group: Group) -> list[Line]:
    """The lines of a group; a series of actions becomes one."""
    lines: list[Line] = []
    mine = [row for row in rows if row.group is group and row.keys]
    for series, members in groupby(mine, key=lambda row: row.series() if row.series else row.name):
        found = list(members)
        first, last = found[0], found[-1]
        if first.series is not None and len(found) > 1:
            lines.append(((key_label(first.keys[0]), key_label(last.keys[0])), series, True))
        else:
            lines.append(
                (tuple(key_label(key) for key in first.keys[:_MOST_KEYS] if key != "Enter"), first.label(), False)
            )
    return lines


class KeyOverlay(Sheet):
    """Shows every key that does something now, and none that does not."""

    def __init__(self, host: QWidget, actions: Actions) -> None:
        super().__init__(host, _("All keys"), width=960)
        rows = actions.usable()
        head = QHBoxLayout()
        head.addWidget(PlainLabel(_("All keys"), role="title"))
        head.addStretch(1)
        head.addWidget(KeyCap(_("Esc")))
        head.addWidget(PlainLabel(_("closes this"), role="small", tone="dim"))
        self.body.addLayout(head)
        self.body.addSpacing(S2)
        columns = QHBoxLayout()
        columns.setSpacing(S5 * 2)
        for groups in _COLUMNS:
            if not any(overlay_lines(rows, group) for group in groups):
                continue
            column = QVBoxLayout()
            column.setSpacing(S2)
            for group in groups:
                _add_group(column, group, overlay_lines(rows, group))
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.body.addLayout(columns)
        text = _("Letters do nothing while you write in a field; Esc leaves the field.")
        self.body.addWidget(Paragraph(text, role="small", tone="dim"))


def _add_group(column: QVBoxLayout, group: Group, lines: list[Line]) -> None:
    if not lines:
        return
    column.addWidget(PlainLabel(group_label(group), role="tiny-strong", tone="faint"))
    for keys, words, span in lines:
        line = QHBoxLayout()
        line.setSpacing(S3)
        line.addWidget(Paragraph(words, role="small"), 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(_keys(keys, span=span), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
    column.addSpacing(S3)


def _keys(keys: tuple[str, ...], *, span: bool) -> QWidget:
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(S1)
    for number, key in enumerate(keys):
        if number and span:
            layout.addWidget(PlainLabel("–", role="tiny", tone="faint"))
        layout.addWidget(KeyCap(key))
    return made
