"""The page of letters' texts: the list, the editor, and at the right the letter it gives or what it differs in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout

from reviewer.domain.letter import Language
from reviewer.domain.template_texts import OpenText, TextKey, TextPreview, TextRow, TextVersion
from reviewer.i18n import gettext as _
from ui.actions import Group
from ui.errors import words_for, words_for_code
from ui.pages import Parts
from ui.review.review_words import language_name, ui_language
from ui.texts.person_palette import PersonPalette
from ui.texts.preview_pane import PreviewPane
from ui.texts.reader_choice import ReaderChoice, Shown
from ui.texts.text_model import TextList, arrange
from ui.texts.text_pane import TextPane
from ui.texts.text_words import full_name, standing_words
from ui.texts.texts_presenter import Reader, TextsPresenter
from ui.texts.versions_pane import VersionsPane
from ui.theme import S2, S3, S4, theme
from ui.watched_load import WatchedPage
from ui.widgets.buttons import SegmentedControl
from ui.widgets.confirm import Confirm
from ui.widgets.panels import EmptyState, Panel, TitleRow

LIST_WIDTH = 248
_SHARES = (0.5, 0.5)
_KEYS = ("text-save", "text-fault", "text-variables", "text-person", "text-versions")


class TextsPage(WatchedPage):
    """Joins the views with the presenter; it decides nothing itself."""

    def __init__(self, presenter: TextsPresenter, parts: Parts, shown: Shown) -> None:
        """Shown gives the applicant in the review, for whom a text is shown first."""
        super().__init__(presenter.load)
        self._presenter = presenter
        self._parts = parts
        self._readers = ReaderChoice(parts, shown)
        self._rows: tuple[TextRow, ...] = ()
        self._is_sized = self._is_chosen = False
        self.sheet: Confirm | PersonPalette | None = None
        language = ui_language()
        self._titles = {one.key: one.texts[language].title for one in parts.workspace.checklist.criteria}
        keys = {name: parts.window.actions_table.key(name) for name in _KEYS}
        self.title = TitleRow(_("Letters’ texts"), role="title")
        self.languages = SegmentedControl([(one.value, language_name(one)) for one in Language], _("Language"))
        self.languages.choose(language.value)
        self.list = TextList(self._titles)
        self.pane = TextPane(keys)
        self.aside = SegmentedControl([("preview", _("Preview")), ("versions", _("Versions"))], _("Beside the text"))
        self.preview = PreviewPane(keys["text-person"])
        self.versions = VersionsPane()
        self._asides = QStackedWidget()
        self._places = QStackedWidget()
        self._failed = EmptyState("triangle-alert", "", "", _("Try again"))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._connect_actions()
        self.setFocusProxy(self.list)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_sized:
            self._is_sized = True
            fixed = min(theme().px(LIST_WIDTH), self.width() // 5)
            left = self.width() - fixed
            self._splitter.setSizes([fixed, *(round(left * share) for share in _SHARES)])
        if not self._is_chosen:
            self._is_chosen = True
            self._readers.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._presenter.flush()

    def show_aside(self, name: str) -> None:
        """Show the preview or the versions beside the text."""
        self.aside.choose(name)
        self._asides.setCurrentIndex(0 if name == "preview" else 1)
        self.versions.show_text(self._presenter.text)

    def toggle_aside(self) -> None:
        """Show the other of the two."""
        self.show_aside("versions" if self.aside.value() == "preview" else "preview")

    def ask_default(self) -> None:
        """Ask whether letters are to be written from the program's own text again."""
        opened = self._presenter.open
        if opened is None or not self.pane.default.isEnabled():
            return
        sheet = Confirm(
            self.window(),
            title=_("Back to the default?"),
            text=_(
                "Letters are written from the program’s own text again. What you have now stays among the versions "
                "and can be taken from there at any time."
            ),
            button=_("Back to the default"),
            danger=False,
        )
        sheet.confirmed.connect(self._presenter.return_to_default)
        self._open(sheet)
        sheet.ask()

    def ask_person(self) -> None:
        """Ask for whom the letter is to be shown."""
        self.sheet = self._readers.ask(self.window())

    def _choose(self, reader: Reader, name: str) -> None:
        self.preview.show_person(name)
        self._presenter.show_for(reader)

    def _show_rows(self, rows: tuple[TextRow, ...]) -> None:
        self._rows = rows
        self._places.setCurrentIndex(0)
        self._arrange()

    def _arrange(self) -> None:
        self.list.show_entries(arrange(self._rows, Language(self.languages.value()), self._titles))

    def _show_text(self, opened: OpenText) -> None:
        presenter = self._presenter
        self.pane.editor.open_text(presenter.text)
        self.pane.variables.show_variables(presenter.variables)
        self.pane.show_nothing_known()
        self._show_standing()

    def _show_standing(self) -> None:
        presenter, opened = self._presenter, self._presenter.open
        if opened is None:
            return
        name = full_name(opened.key, self._titles)
        self.pane.name.setText(_("{name} · {language}").format(name=name, language=language_name(opened.key.language)))
        began = next((one for one in opened.history if one.version == presenter.seen), opened.newest)
        self.pane.standing.setText(standing_words(began, edited=presenter.edited))
        self.pane.save.setEnabled(presenter.edited and not presenter.saving)
        self.pane.discard.setVisible(presenter.edited)
        self.pane.default.setEnabled(not opened.newest.is_default and not presenter.saving)
        self.pane.conflict.show_version(presenter.overtaken)
        self.versions.show_versions(opened.history, presenter.text)

    def _typed(self) -> None:
        self._presenter.type(self.pane.editor.toPlainText())

    def _save(self) -> None:
        """Save; what is wrong is gone to instead."""
        if self._presenter.faults and self._presenter.edited:
            self._parts.window.say(_("Not saved: {why}").format(why=self.pane.fault.text()), bad=True)
            self.pane.go_to_fault()
            return
        self._presenter.save()

    def _take_newest(self) -> None:
        self.pane.editor.replace_text(self._presenter.take_newest())
        self._presenter.look()
        self._show_standing()

    def _take(self, version: TextVersion) -> None:
        self.pane.editor.replace_text(version.text)
        self.pane.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_at_theirs(self) -> None:
        theirs = self._presenter.overtaken
        self.show_aside("versions")
        if theirs is not None:
            self.versions.choose(theirs.version)

    def _show_preview(self, preview: TextPreview, fault: str) -> None:
        opened = self._presenter.open
        gaps = [words_for_code(code).title for code in preview.gaps]
        lead_in = "" if opened is None or opened.key.paragraph is None else self._lead_in(opened.key)
        titles = () if opened is None else self._parts.workspace.checklist.titles(opened.key.language)
        self.preview.show_preview(preview, gaps, fault, titles, lead_in)

    def _lead_in(self, key: TextKey) -> str:
        """How the paragraph begins in the letter."""
        assert key.paragraph is not None
        criteria = self._parts.workspace.checklist.criteria
        (criterion,) = (one for one in criteria if one.key == key.paragraph[0])
        return f"{criterion.texts[key.language].title}:"

    def _tell(self, error: Exception) -> None:
        words = words_for(error)
        self._parts.window.say(_("{title}. {remedy}").format(title=words.title, remedy=words.remedy), bad=True)

    def _show_failure(self, error: Exception) -> None:
        words = words_for(error)
        self._failed.set_words(words.title, words.remedy)
        self._places.setCurrentIndex(1)

    def _open(self, sheet: Confirm | PersonPalette) -> None:
        self.sheet = sheet
        sheet.closed.connect(sheet.deleteLater)

    def _connect(self) -> None:
        presenter, pane = self._presenter, self.pane
        presenter.load.loaded.connect(self._show_rows)
        presenter.load.failed.connect(self._show_failure)
        presenter.opened.connect(self._show_text)
        presenter.stood.connect(self._show_standing)
        presenter.replaced.connect(pane.editor.replace_text)
        presenter.checked.connect(pane.show_faults)
        presenter.previewed.connect(self._show_preview)
        presenter.said.connect(self._parts.window.say)
        presenter.failed.connect(self._tell)
        self._failed.pressed.connect(presenter.load.reload)
        self.languages.chosen.connect(lambda _value: self._arrange())
        self.list.chosen.connect(lambda row: presenter.show(row.key))
        self.aside.chosen.connect(self.show_aside)
        self.preview.person_wanted.connect(self.ask_person)
        self._readers.chosen.connect(self._choose)
        self.versions.take_wanted.connect(self._take)
        pane.editor.typed.connect(self._typed)
        pane.editor.left.connect(self.list.setFocus)
        pane.variables.wanted.connect(pane.editor.insert)
        pane.variables.left.connect(pane.editor.setFocus)
        pane.save.clicked.connect(self._save)
        pane.default.clicked.connect(self.ask_default)
        pane.discard.clicked.connect(self._take_newest)
        pane.conflict.look_wanted.connect(self._look_at_theirs)
        pane.conflict.mine_wanted.connect(presenter.save_on_top)
        pane.conflict.theirs_wanted.connect(self._take_newest)

    def _connect_actions(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "text-next": partial(self._step, 1),
            "text-previous": partial(self._step, -1),
            "text-edit": partial(self.pane.editor.setFocus, Qt.FocusReason.OtherFocusReason),
            "text-save": self._save,
            "text-fault": self.pane.go_to_fault,
            "text-variables": partial(self.pane.variables.setFocus, Qt.FocusReason.OtherFocusReason),
            "text-versions": self.toggle_aside,
            "text-person": self.ask_person,
            "text-default": self.ask_default,
        }
        for name, deed in deeds.items():
            self._parts.window.actions_table[name].triggered.connect(partial(_do, deed))

    def _step(self, by: int) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.step(by)

    def _lay_out(self) -> None:
        left = Panel("r")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(S3, S3, S3, S2)
        head.setSpacing(S3 - 2)
        head.addWidget(self.title)
        head.addWidget(self.languages)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        right = Panel("l")
        beside = QVBoxLayout(right)
        beside.setContentsMargins(S4, S3, S4, S3)
        beside.setSpacing(S3)
        beside.addWidget(self.aside)
        self._asides.addWidget(self.preview)
        self._asides.addWidget(self.versions)
        beside.addWidget(self._asides, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for part, least in ((left, 180), (self.pane, 360), (right, 300)):
            part.setMinimumWidth(theme().px(least))
            self._splitter.addWidget(part)
        for number, stretch in enumerate((0, 1, 1)):
            self._splitter.setStretchFactor(number, stretch)
        self._places.addWidget(self._splitter)
        self._places.addWidget(self._failed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._places)


def _do(deed: Callable[[], object], _checked: object = None) -> None:
    deed()


def add_texts(parts: Parts, shown: Shown) -> TextsPage:
    """Add the letters' texts to the window and give the page."""
    presenter = TextsPresenter(parts.workspace, parts.background, parts.announcer)
    page = TextsPage(presenter, parts, shown)
    presenter.setParent(page)
    parts.window.closing.connect(presenter.flush)
    parts.window.add_page("texts", "square-pen", lambda: _("Letters’ texts"), page, groups=frozenset({Group.TEXTS}))
    return page
