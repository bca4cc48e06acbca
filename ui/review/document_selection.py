"""Selects words: from where a drag began, at a double click, by keys, or what a search found."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from ui.review.document_canvas import Scene
from ui.review.document_find import Hit
from ui.review.document_text import Place, Selection, Span, make_selection, page_selection, word_span


class Step(Enum):
    """How far a key moves the end of the selection."""

    WORD = auto()
    LINE = auto()


class TextSelector(QObject):
    """Keeps where the selection began and where it reaches; the scene holds the selection itself."""

    changed = Signal()
    reached = Signal(int, object)

    def __init__(self, scene: Scene, parent: QObject, first_in_sight: Callable[[], Place | None]) -> None:
        """Reached brings the page and rectangle a key went to; first_in_sight is where keys begin."""
        super().__init__(parent)
        self._scene = scene
        self._first_in_sight = first_in_sight
        self._anchor: Place | None = None
        self._focus: Place | None = None
        self._span: Span = word_span

    @property
    def selection(self) -> Selection | None:
        """What is selected."""
        return self._scene.selection

    def begin(self, place: Place | None) -> None:
        """A drag begins here; nothing is selected by it yet."""
        self._anchor, self._focus, self._span = place, place, word_span

    def select_at(self, place: Place | None, span: Span) -> None:
        """Select the word or paragraph at a place; a drag goes on in such steps."""
        self._anchor, self._span = place, span
        if place is not None:
            self.reach(place)

    def reach(self, place: Place) -> None:
        """Let the selection reach to here from where it began."""
        if self._anchor is None:
            self._anchor = place
        self._focus = place
        self._scene.selection = make_selection(self._scene.texts, self._anchor, place, self._span)
        self.changed.emit()

    def select_hit(self, hit: Hit) -> None:
        """Select the whole words in which something was found."""
        if hit.page in self._scene.texts:
            self._span = word_span
            self._anchor = (hit.page, hit.first)
            self.reach((hit.page, hit.last))

    def select_page(self, page: int) -> None:
        """Select all words of a page."""
        selection = page_selection(self._scene.texts, page)
        if selection is not None:
            self.begin(selection.start)
            self.reach(selection.end)

    def step(self, how: Step, by: int) -> None:
        """Move the selection's end by a word or a line; without one, select the first word in sight."""
        self._span = word_span
        if self._scene.selection is None or self._focus is None:
            place = self._first_in_sight()
            self._anchor = place
        else:
            place = self._beside(self._focus, how, by)
        if place is not None:
            self.reach(place)
            self.reached.emit(place[0], self._scene.texts[place[0]].words[place[1]].rect)

    def clear(self) -> None:
        """Select nothing."""
        if self._scene.selection is not None:
            self._scene.selection = None
            self.changed.emit()

    def forget(self) -> None:
        """Another document comes: nothing points into the old one any more."""
        self._anchor = self._focus = None

    def _beside(self, place: Place, how: Step, by: int) -> Place | None:
        page, index = place
        text = self._scene.texts[page]
        beside = index + by if how is Step.WORD else text.beside(index, by)
        if beside is not None and 0 <= beside < len(text.words):
            return page, beside
        neighbour = self._scene.texts.get(page + by)
        if neighbour is None or not neighbour.words:
            return None
        if how is Step.WORD:
            return page + by, 0 if by > 0 else len(neighbour.words) - 1
        return page + by, neighbour.across(neighbour.lines[0 if by > 0 else -1], text.middle(index))
