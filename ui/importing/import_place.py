"""Makes bringing applicants in reachable: by key, from the palette, and by dropping a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from ui.errors import words_for
from ui.importing.folder_drop import FolderDrop
from ui.importing.import_presenter import BUSY, ImportPresenter, ImportState, Phase
from ui.importing.import_sheet import ImportSheet
from ui.importing.import_words import summary_words
from ui.pages import Parts
from ui.widgets.path_field import Choose, choose_folder
from ui.window import Window


class ImportPlace(QObject):
    """One import at a time; what it came to is said in the status line when its sheet is closed."""

    def __init__(self, window: Window, presenter: ImportPresenter, choose: Choose = choose_folder) -> None:
        super().__init__(window)
        self._window = window
        self._unseen = False
        self.presenter = presenter
        self.sheet = ImportSheet(window, choose)
        self.sheet.folder_chosen.connect(presenter.look)
        self.sheet.wanted.connect(presenter.bring_in)
        self.sheet.stopped.connect(presenter.stop)
        presenter.changed.connect(self._show)

    def open(self) -> None:
        """Show what is under way, or what came of it if nobody has seen that, or begin anew."""
        if self.sheet.isVisible():
            return
        if not self._unseen:
            self.presenter.start_again()
        self._unseen = False
        self.sheet.show_state(self.presenter.state)
        self.sheet.open(self.sheet.choose_button if self.presenter.state.phase is Phase.CHOOSING else None)
        self.sheet.show_state(self.presenter.state)

    def take(self, folder: Path) -> None:
        """Look into a folder that was dropped."""
        self.open()
        self.presenter.look(folder)

    def _show(self, state: ImportState) -> None:
        self.sheet.show_state(state)
        if self.sheet.isVisible() or state.phase in BUSY:
            return
        self._unseen = state.phase is not Phase.CHOOSING
        if state.phase is Phase.DONE and state.report is not None:
            self._window.say(summary_words(state.report))
        elif state.error is not None:
            self._window.say(words_for(state.error).title, bad=True)


def add_importing(parts: Parts) -> None:
    """Connect the action and the window with the import."""
    presenter = ImportPresenter(parts.workspace, parts.background, parts.announcer, parts.window)
    place = ImportPlace(parts.window, presenter)
    drop = FolderDrop(parts.window)
    drop.dropped.connect(place.take)
    parts.window.actions_table["import"].triggered.connect(place.open)
