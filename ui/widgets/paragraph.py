"""Plain text of several lines with room between them; a label of Qt sets them tight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import FontRole, theme
from ui.tokens import Token
from ui.widgets.painting import painter_for

_LEADING = 1.2
"""Line distance as a multiple of the font's own, which for Inter makes 1.45 of its size."""
_USUAL_WIDTH = 240


class Paragraph(QWidget):
    """Wraps text as plain text whatever it looks like, as high as its width asks."""

    def __init__(
        self,
        text: str = "",
        *,
        role: FontRole = "body",
        tone: Token = "text",
        centered: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: Token = tone
        self._align = Qt.AlignmentFlag.AlignHCenter if centered else Qt.AlignmentFlag.AlignLeft
        self.setFont(theme().font(role))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    def set_text(self, text: str, tone: Token | None = None) -> None:
        """Show this text."""
        self._text = text
        self._tone = tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What is shown."""
        return self._text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._lay_out(width)[1])

    def sizeHint(self) -> QSize:
        width = max(self.width() if self.isVisible() else 0, theme().px(_USUAL_WIDTH))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), self.fontMetrics().height() if self._text else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        painter.setPen(theme().color(self._tone))
        for layout, top in self._lay_out(self.width())[0]:
            layout.draw(painter, QPointF(0, top))

    def _lay_out(self, width: int) -> tuple[list[tuple[QTextLayout, float]], float]:
        """The laid-out paragraphs with their tops, and the height of all."""
        option = QTextOption(self._align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        step = self.fontMetrics().height() * _LEADING
        made: list[tuple[QTextLayout, float]] = []
        y = 0.0
        for part in self._text.splitlines():
            layout = QTextLayout(part, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            top, inside = y, 0.0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, inside + (step - line.height()) / 2))
                inside += step
            layout.endLayout()
            made.append((layout, top))
            y += max(inside, step)
        return made, y
