"""A card of the settings page: its heading, a line about it, its fields."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import S1, S4, S5
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import Card
from ui.widgets.paragraph import Paragraph


class Section(Card):
    """One subject of the settings; name is how the list of sections knows it."""

    def __init__(self, name: str, icon: str, title: str, about: str = "") -> None:
        super().__init__()
        self.name = name
        self.icon = icon
        self.title = title
        self.body.setContentsMargins(S5, S5 - S1, S5, S5)
        self.body.setSpacing(S4)
        head = QVBoxLayout()
        head.setSpacing(S1)
        head.addWidget(PlainLabel(title, role="heading"))
        if about:
            head.addWidget(Paragraph(about, role="small", tone="dim"))
        self.body.addLayout(head)


def side_by_side(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    """Fields on one line, aligned at their tops; each with its share of the width."""
    line = QHBoxLayout()
    line.setSpacing(S4)
    for part, share in parts:
        column = QVBoxLayout()
        column.addWidget(part)
        column.addStretch(1)
        line.addLayout(column, share)
    return line


def together(*parts: QWidget | QHBoxLayout) -> QWidget:
    """Fields that come and go together, one below the other."""
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S4)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return group
