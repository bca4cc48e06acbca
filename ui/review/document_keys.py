"""The keys of the document pane while it has the focus."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_WITH_CONTROL = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_0})


class Deed(Enum):
    """What a key asks of the pane."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    START = auto()
    END = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    ACTUAL_SIZE = auto()
    FIT_WIDTH = auto()
    FIT_PAGE = auto()
    COPY = auto()
    SELECT_PAGE = auto()
    FIND = auto()
    FIND_NEXT = auto()
    FIND_PREVIOUS = auto()
    PIN = auto()
    TURN = auto()
    TURN_BACK = auto()
    HAND = auto()
    LINK_NEXT = auto()
    LINK_PREVIOUS = auto()
    OPEN = auto()
    GO_TO_PAGE = auto()
    SELECT_BEFORE = auto()
    SELECT_AFTER = auto()
    SELECT_UP = auto()
    SELECT_DOWN = auto()
    CANCEL = auto()


_STANDARD = (
    (QKeySequence.StandardKey.Copy, Deed.COPY),
    (QKeySequence.StandardKey.SelectAll, Deed.SELECT_PAGE),
    (QKeySequence.StandardKey.Find, Deed.FIND),
    (QKeySequence.StandardKey.FindNext, Deed.FIND_NEXT),
    (QKeySequence.StandardKey.FindPrevious, Deed.FIND_PREVIOUS),
    (QKeySequence.StandardKey.ZoomIn, Deed.ZOOM_IN),
    (QKeySequence.StandardKey.ZoomOut, Deed.ZOOM_OUT),
)
_SHIFTED: dict[int, Deed] = {
    Qt.Key.Key_Space: Deed.PAGE_UP,
    Qt.Key.Key_Plus: Deed.ZOOM_IN,
    Qt.Key.Key_T: Deed.TURN_BACK,
    Qt.Key.Key_U: Deed.LINK_PREVIOUS,
    Qt.Key.Key_Left: Deed.SELECT_BEFORE,
    Qt.Key.Key_Right: Deed.SELECT_AFTER,
    Qt.Key.Key_Up: Deed.SELECT_UP,
    Qt.Key.Key_Down: Deed.SELECT_DOWN,
}
_KEYS: dict[int, Deed] = {
    Qt.Key.Key_Up: Deed.UP,
    Qt.Key.Key_Down: Deed.DOWN,
    Qt.Key.Key_Left: Deed.LEFT,
    Qt.Key.Key_Right: Deed.RIGHT,
    Qt.Key.Key_PageUp: Deed.PAGE_UP,
    Qt.Key.Key_PageDown: Deed.PAGE_DOWN,
    Qt.Key.Key_Space: Deed.PAGE_DOWN,
    Qt.Key.Key_Home: Deed.START,
    Qt.Key.Key_End: Deed.END,
    Qt.Key.Key_Plus: Deed.ZOOM_IN,
    Qt.Key.Key_Equal: Deed.ZOOM_IN,
    Qt.Key.Key_Minus: Deed.ZOOM_OUT,
    Qt.Key.Key_0: Deed.ACTUAL_SIZE,
    Qt.Key.Key_W: Deed.FIT_WIDTH,
    Qt.Key.Key_P: Deed.FIT_PAGE,
    Qt.Key.Key_E: Deed.PIN,
    Qt.Key.Key_T: Deed.TURN,
    Qt.Key.Key_H: Deed.HAND,
    Qt.Key.Key_U: Deed.LINK_NEXT,
    Qt.Key.Key_Return: Deed.OPEN,
    Qt.Key.Key_Enter: Deed.OPEN,
    Qt.Key.Key_Semicolon: Deed.FIND,
    Qt.Key.Key_Escape: Deed.CANCEL,
}


def find_deed(event: QKeyEvent) -> Deed | None:
    """What a key press asks for; None leaves the key to the window."""
    for standard, deed in _STANDARD:
        if event.matches(standard):
            return deed
    modifiers = event.modifiers()
    if modifiers & ~_KEYPAD == Qt.KeyboardModifier.ShiftModifier and event.key() in _SHIFTED:
        return _SHIFTED[event.key()]
    if event.key() == Qt.Key.Key_F and modifiers == _CONTROL | Qt.KeyboardModifier.ShiftModifier:
        return Deed.FIND
    if event.key() == Qt.Key.Key_L and modifiers == _CONTROL:
        return Deed.GO_TO_PAGE
    if event.key() in _WITH_CONTROL and modifiers == _CONTROL:
        return _KEYS[event.key()]
    if modifiers & ~_KEYPAD:
        return None
    return _KEYS.get(event.key())
