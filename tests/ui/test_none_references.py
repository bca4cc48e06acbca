"""Qt calls that return None must not lose references to it; PySide6 6.12.0 on Python 3.11 did and aborted."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 2000
NOISE = CALLS // 4


def test_calls_that_return_none_keep_its_references(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _call in range(CALLS):
        widget.setObjectName("")
        widget.update()
    assert abs(sys.getrefcount(None) - before) < NOISE
