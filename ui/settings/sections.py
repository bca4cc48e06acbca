"""The sections of the settings but the letters' form: you, letters, follow-up, database, appearance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.i18n import gettext as _
from ui.settings.letters_form import LettersForm
from ui.settings.section import Section, side_by_side
from ui.settings.setting_row import SettingRow, bind, choice_row, number_row, text_row
from ui.settings.settings_presenter import SettingsPresenter
from ui.widgets.panels import Separator
from ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from reviewer.workspace import Workspace

LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}
"""Each language by its own name, so that nobody is locked out of theirs."""


def name_help() -> str:
    """What the reviewer's name is for."""
    return _("Colleagues see it beside what you decide, and letters are signed with it.")


def language_options() -> list[tuple[str, str]]:
    """The languages of the window."""
    return [("", _("As the system")), *LANGUAGE_NAMES.items()]


def you_section(presenter: SettingsPresenter) -> Section:
    """Who sits here."""
    section = Section("you", "user", _("You"))
    section.body.addWidget(bind(text_row("reviewer.name", _("Your name"), name_help(), "Anna Beispiel"), presenter))
    return section


def letters_section(presenter: SettingsPresenter, workspace: Workspace) -> Section:
    """How letters leave, and when."""
    section = Section("letters", "mail", _("Letters"))
    section.body.addWidget(LettersForm(presenter, workspace.home.outgoing))
    section.body.addWidget(Separator())
    reply_to, cv, guide = (bind(row, presenter) for row in _form_rows())
    section.body.addWidget(reply_to)
    section.body.addLayout(side_by_side((cv, 1), (guide, 1)))
    section.body.addWidget(Separator())
    hold = number_row(
        "letters.hold_seconds",
        _("Seconds a letter waits before it leaves"),
        _("So long a decision can be undone without a trace."),
    )
    section.body.addWidget(bind(hold, presenter))
    rejections, at, holidays = (bind(row, presenter) for row in _rejection_rows())
    section.body.addWidget(rejections)
    section.body.addLayout(side_by_side((at, 1), (holidays, 1)))
    section.body.addWidget(Separator())
    section.body.addLayout(side_by_side(*((bind(row, presenter), 1) for row in _pace_rows())))
    return section


def _form_rows() -> tuple[SettingRow, SettingRow, SettingRow]:
    answers = [("no", _("No")), ("yes", _("Yes"))]
    return (
        text_row("mail.reply_to", _("Answers go to"), _("Empty: to the sender."), "Anna Beispiel <anna@example.org>"),
        choice_row(
            "mail.attach_cv",
            _("Attach the CV with remarks"),
            answers,
            _("With feedback, when something is pinned. Each letter can say otherwise."),
        ),
        choice_row(
            "mail.attach_guide",
            _("Attach the guide to a good CV"),
            answers,
            _("One page, in the applicant’s language. Each letter can say otherwise."),
        ),
    )


def _rejection_rows() -> tuple[SettingRow, SettingRow, SettingRow]:
    when = [("next-working-day", _("On the next working day")), ("at-once", _("As other letters"))]
    return (
        choice_row("letters.rejections", _("Rejections leave"), when),
        text_row("letters.rejections_at", _("At"), _("The time of day, such as 08:30."), "08:30"),
        text_row("letters.holidays", _("Public holidays"), _("Germany: DE; one state: DE-BY; none: empty."), "DE"),
    )


def _pace_rows() -> tuple[SettingRow, SettingRow, SettingRow]:
    return (
        text_row("letters.quiet_from", _("Quiet from"), _("No letter leaves in these hours."), "20:00"),
        text_row("letters.quiet_until", _("Quiet until"), _("Confirmations of deletions always leave."), "07:00"),
        number_row("letters.per_minute", _("Letters a minute"), _("At most, by all desks. 0: no limit.")),
    )


def follow_up_section(presenter: SettingsPresenter) -> Section:
    """How long each rung lasts."""
    about = _("So many days after a letter has left, its applicant stands in the list again.")
    section = Section("follow-up", "calendar-clock", _("Follow-up"), about)
    rows = [bind(number_row(f"ladder.days_{rung}", label), presenter) for rung, label in _rungs()]
    section.body.addLayout(side_by_side(*((row, 1) for row in rows)))
    return section


def _rungs() -> list[tuple[int, str]]:
    return [(1, _("Days after feedback 1")), (2, _("Days after feedback 2")), (3, _("Days after feedback 3"))]


class DatabaseSection(Section):
    """Says so as long as the database set is not the one in use."""

    def __init__(self, presenter: SettingsPresenter, workspace: Workspace) -> None:
        about = _("What the team shares. Working alone, it is a file on this computer.")
        super().__init__("database", "database", _("Shared database"), about)
        self._presenter = presenter
        self._in_use = workspace.database
        self._own_file = f"sqlite:///{workspace.home.embedded.as_posix()}"
        row = text_row(
            "database.url",
            _("Address"),
            _("Such as postgresql://server/reviewer. Another address takes effect when the program starts again."),
            _("empty: the file {file}").format(file=workspace.home.embedded),
        )
        self._pending = Paragraph("", role="small", tone="warn")
        self.body.addWidget(bind(row, presenter))
        self.body.addWidget(self._pending)
        presenter.reloaded.connect(self._compare)
        self._compare()

    def _compare(self) -> None:
        differs = (self._presenter.value("database.url") or self._own_file) != self._in_use
        text = _("The program still works on another database. Start it again to use this one.")
        self._pending.set_text(text if differs else "")
        self._pending.setVisible(differs)


def appearance_section(presenter: SettingsPresenter) -> Section:
    """Language and colours."""
    section = Section("appearance", "languages", _("Appearance"))
    themes = [("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))]
    language = bind(choice_row("ui.language", _("Language"), language_options()), presenter)
    colours = bind(choice_row("ui.theme", _("Colours"), themes), presenter)
    section.body.addLayout(side_by_side((language, 1), (colours, 1)))
    return section
