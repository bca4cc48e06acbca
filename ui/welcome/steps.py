"""The steps of a new desk: who sits here, how letters leave, where the applicants are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.settings.letters_form import LettersForm
from ui.settings.sections import language_options, name_help
from ui.settings.setting_row import SettingRow, bind, choice_row
from ui.settings.settings_presenter import SettingsPresenter
from ui.theme import S1, S4
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from reviewer.workspace import Workspace


class Step(QWidget):
    """One step; first is what gets the keyboard."""

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self.first: QWidget = self
        self.title = title
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(S4)
        head = QVBoxLayout()
        head.setSpacing(S1)
        head.addWidget(PlainLabel(title, role="title"))
        head.addWidget(Paragraph(about, tone="dim"))
        self.body.addLayout(head)


class YouStep(Step):
    """Name and language; Return in the name goes on."""

    entered = Signal()

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__(_("Who are you?"), _("Everything here can be changed later in the settings."))
        language = choice_row("ui.language", _("Language"), language_options())
        field = QLineEdit()
        field.setPlaceholderText("Anna Beispiel")
        field.returnPressed.connect(self.entered)
        name = SettingRow("reviewer.name", _("Your name"), field, name_help())
        for row in (language, name):
            self.body.addWidget(bind(row, presenter))
        self.first = field


class LettersStep(Step):
    """Folder or mail server, with a letter to try it."""

    def __init__(self, presenter: SettingsPresenter, workspace: Workspace) -> None:
        about = _("At first letters become files in a folder: nothing reaches anybody until a mail server is set.")
        super().__init__(_("How do letters leave?"), about)
        form = LettersForm(presenter, workspace.home.outgoing)
        self.body.addWidget(form)
        self.first = form.rows["mail.sender"].field


class ApplicantsStep(Step):
    """A folder of applicants, or invented ones for looking round."""

    wanted = Signal()

    def __init__(self) -> None:
        about = _(
            "A folder with a table applicants.csv and the files it names, or a folder of CVs alone. "
            "You see what would come before anything does."
        )
        super().__init__(_("Where are the applicants?"), about)
        choose = ActionButton(_("Bring in a folder…"), icon="folder")
        choose.clicked.connect(self.wanted)
        demo = _(
            "Only looking round? Type “reviewer demo” in a terminal: it opens a desk of its own "
            "with invented applicants and sends nothing to anybody."
        )
        self.body.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Paragraph(demo, role="small", tone="dim"))
        self.first = choose
