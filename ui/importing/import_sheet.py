"""The sheet that leads through an import: choose, look, bring in, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.errors import words_for
from ui.importing.import_presenter import BUSY, ImportState, Phase
from ui.importing.import_views import Counts, DropPlace, FolderLine, Problems
from ui.importing.import_words import advice_of, can_bring_in, counts_of, progress_words, title_of
from ui.theme import S2
from ui.widgets.buttons import ActionButton, PrimaryButton
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import ProgressLine
from ui.widgets.paragraph import Paragraph
from ui.widgets.path_field import Choose, choose_folder
from ui.widgets.sheet import Sheet


class ImportSheet(Sheet):
    """Shows one moment of an import; closing it stops nothing."""

    folder_chosen = Signal(object)
    wanted = Signal()
    stopped = Signal()

    def __init__(self, host: QWidget, choose: Choose = choose_folder) -> None:
        super().__init__(host, _("Bring in applicants"), 600)
        self._choose = choose
        self._title = PlainLabel(role="title")
        self._about = Paragraph(tone="dim")
        self.choose_button = PrimaryButton(_("Choose a folder…"), icon="folder")
        self._drop = DropPlace(self.choose_button)
        self._folder = FolderLine()
        self._line = ProgressLine(_("Import"))
        self._progress = PlainLabel(role="small-digits", tone="dim")
        self._counts = Counts(4)
        self.problems = Problems()
        self.unpacked = Problems()
        self.another = ActionButton(_("Another folder…"))
        self.close_button = ActionButton(_("Close"), key=_("Esc"))
        self.stop_button = ActionButton(_("Stop"))
        self.background_button = ActionButton(_("Go on working meanwhile"), key=_("Esc"))
        self.bring_button = PrimaryButton(_("Bring in"), icon="upload")
        self.done_button = PrimaryButton(_("Done"), key=_("Esc"))
        self._surface.installEventFilter(self)
        self._lay_out()
        self._connect()

    def show_state(self, state: ImportState) -> None:
        """Show this moment."""
        phase, report = state.phase, state.report
        self._title.setText(title_of(state))
        self._show_about(state)
        self._folder.setVisible(state.folder is not None)
        self._folder.show_path("" if state.folder is None else str(state.folder))
        self._drop.setVisible(phase is Phase.CHOOSING)
        for part in (self._line, self._progress):
            part.setVisible(phase in BUSY)
        self._line.setRange(0, state.of)
        self._line.setValue(state.read)
        self._progress.setText(progress_words(state))
        self._counts.setVisible(report is not None)
        if report is not None:
            self._counts.show_counts(counts_of(report, done=phase is Phase.DONE))
            self.problems.show_problems(_("What stays outside, and why"), state.problems)
            self.unpacked.show_problems(_("Taken out of archives and e-mails"), state.unpacked, lines_each=3)
        self.problems.setVisible(bool(state.problems))
        self.unpacked.setVisible(bool(state.unpacked))
        self._show_buttons(state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as high as what is shown asks, each time that changes."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self._surface and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def ask(self) -> None:
        """Let the person choose a folder."""
        path = self._choose(self.window(), _("Choose a folder…"), "")
        if path:
            self.folder_chosen.emit(Path(path))

    def _show_about(self, state: ImportState) -> None:
        if state.error is not None:
            words = words_for(state.error)
            self._about.set_text(_("{title}. {remedy}").format(title=words.title, remedy=words.remedy), "bad")
        elif state.phase is Phase.CHOOSING:
            text = _(
                "A folder with a table applicants.csv and the files it names, or a folder of CVs alone. "
                "You see what would come before anything does."
            )
            self._about.set_text(text, "dim")
        else:
            self._about.set_text(advice_of(state), "dim")
        self._about.setVisible(bool(self._about.text()))

    def _show_buttons(self, state: ImportState) -> None:
        phase = state.phase
        self.another.setVisible(phase in {Phase.LOOKED, Phase.DONE, Phase.FAILED})
        self.close_button.setVisible(phase in {Phase.CHOOSING, Phase.LOOKED, Phase.FAILED})
        self.stop_button.setVisible(phase in BUSY)
        self.stop_button.setEnabled(not state.stopping)
        self.background_button.setVisible(phase is Phase.BRINGING)
        self.bring_button.setVisible(can_bring_in(state))
        self.done_button.setVisible(phase is Phase.DONE)
        first = self.bring_button if can_bring_in(state) else self.done_button
        if self.isVisible():
            (first if first.isVisible() else self).setFocus()

    def _lay_out(self) -> None:
        for part in (self._title, self._about, self._drop, self._folder, self._line, self._progress):
            self.body.addWidget(part)
        self.body.addWidget(self._counts)
        self.body.addWidget(self.problems)
        self.body.addWidget(self.unpacked)
        row = QHBoxLayout()
        row.setSpacing(S2)
        row.addWidget(self.another)
        row.addStretch(1)
        for button in (self.stop_button, self.background_button, self.close_button, self.bring_button):
            row.addWidget(button)
        row.addWidget(self.done_button)
        self.body.addSpacing(S2)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.ask)
        self.another.clicked.connect(self.ask)
        self.bring_button.clicked.connect(self.wanted)
        self.stop_button.clicked.connect(self.stopped)
        for button in (self.close_button, self.done_button, self.background_button):
            button.clicked.connect(self.close_sheet)
