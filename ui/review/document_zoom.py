"""The zoom of the document pane: fitted to the pane or chosen by the person."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal

from reviewer.domain.sizing import Fit, clamp_percent

STEPS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500, 600)


class DocumentZoom(QObject):
    """The percentage in use, always between 25 and 600; changed brings the place that stays (viewport) or None."""

    changed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.fit = Fit.WIDTH
        self.percent = 100.0

    def zoom_in(self) -> None:
        """The next larger step."""
        self.set_percent(next((step for step in STEPS if step > self.percent * 1.01), STEPS[-1]))

    def zoom_out(self) -> None:
        """The next smaller step."""
        self.set_percent(next((step for step in reversed(STEPS) if step < self.percent * 0.99), STEPS[0]))

    def set_percent(self, percent: float) -> None:
        """Show at this size from now on, whatever the pane's size."""
        self._set(Fit.FREE, clamp_percent(percent))

    def set_fit(self, fit: Fit) -> None:
        """Follow the pane's size from now on."""
        self._set(fit, self.percent)

    def turn(self, factor: float, about: QPointF) -> None:
        """A turn of the wheel or a pinch about a place of the viewport."""
        self._set(Fit.FREE, clamp_percent(self.percent * factor), about)

    def _set(self, fit: Fit, percent: float, about: QPointF | None = None) -> None:
        if (fit, percent) != (self.fit, self.percent) or fit is not Fit.FREE:
            self.fit, self.percent = fit, percent
            self.changed.emit(about)
