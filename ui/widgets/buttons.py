"""Buttons: with a key hint, as an icon, and side by side as one choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.icons import pixmap
from ui.theme import RADIUS, S2, theme
from ui.tokens import Token
from ui.widgets.labels import plain_tooltip
from ui.widgets.painting import fill_box, painter_for, ring, text_width

Kind = Literal["plain", "primary", "danger", "quiet"]


class PaintedButton(QAbstractButton):
    """A button that draws itself and takes Return and Space alike."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _has_keyboard_focus(self) -> bool:
        return self.hasFocus()


class ActionButton(PaintedButton):
    """A button with a label and, if given, the key that does the same."""

    def __init__(
        self, text: str, *, key: str = "", kind: Kind = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._kind: Kind = kind
        self._icon_name = icon
        self.setFont(theme().font("strong"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setAccessibleName(text)

    def set_label(self, text: str) -> None:
        """Show another label."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Show another key, or none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Become the primary button, or cease to be."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        side = S2 if self._kind == "quiet" else theme().px(14)
        return QSize(self._content_width() + 2 * side, theme().px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content_width() + 2 * S2, theme().px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        ground, ink, hint = self._colors()
        edge = None if self._kind in {"primary", "danger", "quiet"} and self.isEnabled() else theme().color("line")
        fill_box(painter, self.rect(), ground, edge)
        if self._has_keyboard_focus():
            filled = self._kind in {"primary", "danger"}
            ring(painter, self.rect(), gap=theme().color("panel") if filled else None)
        self._paint_content(painter, ink, hint)

    def _paint_content(self, painter: QPainter, ink: QColor, hint: QColor) -> None:
        x = (self.width() - self._content_width()) // 2
        if self._icon_name:
            token = self._icon_token()
            side = theme().px(16)
            painter.drawPixmap(
                QPoint(x, (self.height() - side) // 2), pixmap(self._icon_name, token, side, self.devicePixelRatioF())
            )
            x += side + S2
        width = text_width(self.font(), self.text())
        painter.setFont(self.font())
        painter.setPen(ink)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(x, 0, width + 2, self.height()), middle, self.text())
        if self._key:
            painter.setFont(theme().font("tiny-strong"))
            painter.setPen(hint)
            painter.drawText(QRect(x + width + S2, 0, self.width(), self.height()), middle, self._key)

    def _content_width(self) -> int:
        width = text_width(self.font(), self.text())
        if self._icon_name:
            width += theme().px(16) + S2
        if self._key:
            width += S2 + text_width(theme().font("tiny-strong"), self._key)
        return width

    def _icon_token(self) -> Token:
        if not self.isEnabled():
            return "edge"
        tokens: dict[Kind, Token] = {"plain": "dim", "primary": "on_accent", "danger": "on_bad", "quiet": "accent"}
        return tokens[self._kind]

    def _colors(self) -> tuple[QColor | None, QColor, QColor]:
        look = theme()
        if not self.isEnabled():
            return look.color("bg"), look.color("edge"), look.color("edge")
        active = self.isDown() or self.underMouse()
        match self._kind:
            case "primary":
                ink = look.color("on_accent")
                return look.color("accent_hover" if active else "accent"), ink, ink
            case "danger":
                ink = look.color("on_bad")
                return look.color("bad").darker(110) if active else look.color("bad"), ink, ink
            case "quiet":
                return look.color("accent_soft") if active else None, look.color("accent"), look.color("faint")
            case "plain":
                return look.color("hover" if active else "panel"), look.color("text"), look.color("faint")


class ChoiceButton(ActionButton):
    """One of several answers below each other: its words begin at the left, its key stands at the right."""

    def _paint_content(self, painter: QPainter, ink: QColor, hint: QColor) -> None:
        side, middle = theme().px(14), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        inside = self.rect().adjusted(side, 0, -side, 0)
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(theme().font("tiny-strong"))
        painter.setPen(hint)
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, self._key)


class PrimaryButton(ActionButton):
    """The one button of a place that does what people came for."""

    def __init__(self, text: str, *, key: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, key=key, kind="primary", icon=icon, parent=parent)


class IconButton(PaintedButton):
    """An icon one can press; its label is its tooltip and its accessible name."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        key: str = "",
        side: int = 32,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._key = key
        self._side = theme().px(side)
        self.setCheckable(checkable)
        self.setFixedSize(self._side, self._side)
        self.set_label(label)

    def set_label(self, label: str) -> None:
        """Name it anew."""
        self.setAccessibleName(label)
        self.setToolTip(plain_tooltip(f"{label}  ({self._key})" if self._key else label))

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        if self.isChecked():
            fill_box(painter, self.rect(), theme().color("accent_soft"))
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            fill_box(painter, self.rect(), theme().color("hover"))
        tone: Token = "accent" if self.isChecked() else "dim"
        size = round(self._side * 0.56 / 2) * 2
        picture = pixmap(self._name, tone if self.isEnabled() else "edge", size, self.devicePixelRatioF())
        offset = (self._side - size) // 2
        painter.drawPixmap(QPoint(offset, offset), picture)
        if self._has_keyboard_focus():
            ring(painter, self.rect())


class _Segment(PaintedButton):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(theme().font("strong"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(text_width(self.font(), self.text()) + 24, theme().px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(text_width(self.font(), self.text()) + 12, theme().px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        if self.isChecked():
            fill_box(painter, self.rect(), theme().color("panel"), theme().color("edge"), RADIUS - 2)
        painter.setPen(theme().color("text" if self.isChecked() or self.underMouse() else "dim"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self.text())
        if self._has_keyboard_focus():
            ring(painter, self.rect(), RADIUS - 2)


class SegmentedControl(QWidget):
    """A choice of a few, all in sight; exactly one is chosen, arrows move it."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        """Options are (value, label); name is what screen readers call the choice."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _label in options]
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for index, (_value, label) in enumerate(options):
            segment = _Segment(label, self)
            self._group.addButton(segment, index)
            layout.addWidget(segment)
        if options:
            self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    def value(self) -> str:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: str) -> None:
        """Choose without telling anybody; ValueError for what is not an option."""
        self._group.button(self._values.index(value)).setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_box(painter_for(self), self.rect(), theme().color("bg"), theme().color("line"))
