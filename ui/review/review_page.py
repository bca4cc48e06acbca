"""The review page: the queue's place, header and CV, and the judgement beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QUrl, SignalInstance
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from reviewer.domain.applicant import Applicant, DecisionKind
from reviewer.domain.career import career_of
from reviewer.domain.ids import DocumentId
from reviewer.domain.letter import AttachmentKind
from reviewer.workspace import Workspace
from ui.actions import MOST_CRITERIA, Actions
from ui.background import Background
from ui.errors import words_for
from ui.review.annotated_copy import AnnotatedCopies
from ui.review.banner_view import BannerView
from ui.review.banners import TAKE_BACK, WAKE, make_banners
from ui.review.career_strip import CareerStrip
from ui.review.decision_bar import DecisionBar
from ui.review.decision_sheets import LaterSheet, delete_sheet, nothing_lacking_sheet
from ui.review.document_actions import OFFERED, READING
from ui.review.document_links import ChosenLink
from ui.review.header_view import HeaderView
from ui.review.judgement_view import JudgementView
from ui.review.letter_view import LetterView
from ui.review.link_sheet import LinkSheet
from ui.review.link_target import judge_target
from ui.review.other_programs import OtherPrograms
from ui.review.person_sheet import PersonSheet
from ui.review.reading_pane import ReadingPane
from ui.review.review_places import ReviewPlaces
from ui.review.review_presenter import ReviewPresenter
from ui.theme import theme
from ui.widgets.panels import Panel, Separator
from ui.widgets.sheet import Sheet

QUEUE_WIDTHS = (260, 296, 340)
JUDGEMENT_WIDTHS = (380, 424, 460)
"""Least, usual and most width in pixels at the usual font size."""
_DECISIONS = {kind.value: kind for kind in DecisionKind}
_NUMBERS = range(1, MOST_CRITERIA + 1)
_BAR_KEYS = ("feedback", "accept", "reject", "defer", "delete")


class ReviewPage(QWidget):
    """Joins the views with the presenter; it decides nothing itself."""

    def __init__(
        self, presenter: ReviewPresenter, workspace: Workspace, background: Background, actions: Actions, queue: QWidget
    ) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._presenter = presenter
        self._workspace = workspace
        self._widths: list[tuple[QSplitter, int, int]] = []
        self.header = HeaderView()
        self.reading = ReadingPane(workspace, background)
        self.document = self.reading.view
        self.documents = self.reading.documents
        self.open_url: Callable[[QUrl], object] = QDesktopServices.openUrl
        self.career = CareerStrip()
        self.banners = BannerView()
        self.checklist = JudgementView()
        self.letter = LetterView()
        self.bar = DecisionBar({name: actions.key(name) for name in _BAR_KEYS})
        self.places = ReviewPlaces(self._lay_out_work())
        self.sheet: Sheet | None = None
        self.copies = AnnotatedCopies(workspace, background, self, presenter.say)
        self.programs = OtherPrograms(workspace, background, self, presenter.say)
        self._lay_out(queue)
        presenter.stays = self.places.shows_work
        self._connect_presenter()
        self._connect_views()
        self._connect_document()
        self._connect_actions(actions)
        actions.limit_criteria(len(workspace.checklist.criteria))

    def open_later(self) -> None:
        """Ask until when and why an applicant is put aside."""
        applicant = self._presenter.acts.applicant
        if applicant is not None:
            sheet = LaterSheet(self.window(), applicant, self._workspace.clock().astimezone().date())
            sheet.chosen.connect(self._presenter.decisions.defer)
            self._open(sheet)
            sheet.ask()

    def open_delete(self) -> None:
        """Ask for the ID before all data of the applicant are erased."""
        applicant = self._presenter.acts.applicant
        if applicant is not None:
            sheet = delete_sheet(self.window(), applicant)
            sheet.confirmed.connect(self._presenter.decisions.erase)
            self._open(sheet)
            sheet.ask()

    def open_details(self) -> None:
        """Let the person correct the applicant's details."""
        applicant = self._presenter.acts.applicant
        if applicant is None:
            return
        sheet = PersonSheet(self.window(), applicant.person)

        def correct(person: object) -> None:
            refused = self._presenter.decisions.correct(person)  # type: ignore[arg-type]  # the sheet gives a Person
            if refused is None:
                sheet.close_sheet()
            else:
                sheet.show_fault(words_for(refused))

        sheet.wanted.connect(correct)
        self._open(sheet)
        sheet.ask()

    def open_link(self, link: ChosenLink) -> None:
        """Ask before a link of a document is opened."""
        target = judge_target(link.untrusted_target, link.untrusted_text)
        sheet = LinkSheet(self.window(), target, link.untrusted_text)
        sheet.confirmed.connect(self.open_url)
        self._open(sheet)
        sheet.closed.connect(self.document.setFocus)
        sheet.ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Queue and judgement begin at their usual widths; afterwards they are as the person moved them."""
        super().showEvent(event)
        while self._widths:
            splitter, side, usual = self._widths.pop(0)
            sizes = [self.width() - usual, self.width() - usual]
            sizes[side] = usual
            splitter.setSizes(sizes)

    def _open_nothing_lacking(self) -> None:
        sheet = nothing_lacking_sheet(self.window())
        sheet.confirmed.connect(lambda: self._presenter.decisions.decide(DecisionKind.FEEDBACK, sure=True))
        self._open(sheet)
        sheet.ask()

    def _open(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.closed.connect(sheet.deleteLater)
        sheet.closed.connect(self.setFocus)

    def _show_applicant(self, applicant: Applicant) -> None:
        self.header.show_applicant(applicant)
        today = self._workspace.clock().astimezone().date()
        self.banners.show_banners(make_banners(applicant, today))

    def _show_career(self) -> None:
        found = self._presenter.findings
        today = self._workspace.clock().astimezone().date()
        career = None if found.current is None else career_of(found.current, today)
        self.career.show_career(career, known=not found.is_coming)

    def _show_new(self, applicant: Applicant) -> None:
        self.checklist.close_note()
        self._show_applicant(applicant)
        self._show_career()

    def _save_copy(self) -> None:
        applicant, document = self._presenter.acts.applicant, self.documents.document
        if applicant is not None and document is not None:
            self.copies.save(applicant, document)

    def _open_outside(self, document: DocumentId) -> None:
        self.programs.show(self._presenter.acts.applicant, document)

    def _show_document(self, document: DocumentId | None) -> None:
        """The pane forgets the pins of the document before; the judgement then tells it the new one's."""
        self.reading.show_document(document)
        if self.document.awaits:
            self._presenter.turns.hold()
        self._presenter.judgement.show_document(document or "")

    def _step_document(self, by: int) -> None:
        """The next document within an archive or a message, else of the applicant."""
        if not self.reading.step_contained(by):
            self._presenter.documents.step(by)

    def _show_fault(self, place: str, error: Exception) -> None:
        words = words_for(error)
        match place:
            case "checklist":
                self.checklist.show_fault(words.title)
            case "letter":
                self.letter.show_fault(words.title)
            case "decision":
                self.bar.show_fault(words.title)
            case _:
                self.places.show_failure(words)

    def _clear_faults(self) -> None:
        self.checklist.show_fault("")
        self.letter.show_fault("")
        self.bar.show_fault("")

    def _press_banner(self, action: str, about: str) -> None:
        if action == WAKE:
            self._presenter.decisions.wake()
        elif action == TAKE_BACK:
            self._presenter.decisions.take_back(about)  # type: ignore[arg-type]  # a banner carries a letter's id

    def _connect_presenter(self) -> None:
        presenter = self._presenter
        presenter.coming.connect(lambda document: self.reading.help.hasten(DocumentId(document)))
        presenter.state_changed.connect(self.places.show_state)
        presenter.shown.connect(self._show_new)
        presenter.changed.connect(self._show_applicant)
        presenter.failed.connect(self._show_fault)
        presenter.settled.connect(self._clear_faults)
        presenter.findings.changed.connect(lambda: presenter.turns.put("career", self._show_career))
        presenter.unsaved_changed.connect(self.header.show_unsaved)
        presenter.finished.connect(self.places.show_finished)
        presenter.ahead_changed.connect(self.reading.help.prefetch)
        presenter.erased.connect(self.reading.help.forget)
        presenter.documents.told.connect(
            lambda shown: presenter.turns.put("documents", partial(self.header.show_documents, shown))
        )
        presenter.documents.document_changed.connect(self._show_document)
        presenter.judgement.rows_changed.connect(self.checklist.show_rows)
        presenter.judgement.notes_changed.connect(self.checklist.show_notes)
        presenter.judgement.marks_changed.connect(self.reading.help.set_evidence)
        presenter.judgement.evidence_wanted.connect(lambda _document, evidence: self.document.go_to_mark(evidence))
        presenter.letter.sheet_changed.connect(self.letter.show_sheet)
        presenter.decisions.choices_changed.connect(self.bar.show_choices)
        presenter.decisions.nothing_lacking.connect(self._open_nothing_lacking)

    def _connect_views(self) -> None:
        presenter = self._presenter
        self._heed(self.header.document_chosen, presenter.documents.choose)
        self._heed(self.header.correct_wanted, self.open_details)
        self._heed(self.banners.pressed, self._press_banner)
        self._heed(self.checklist.cycled, presenter.judgement.cycle)
        self._heed(self.checklist.focused, presenter.judgement.focus)
        self._heed(self.checklist.focus_moved, presenter.judgement.move_focus)
        self._heed(self.checklist.evidence_chosen, presenter.judgement.go_to)
        self._heed(self.checklist.proposal_chosen, presenter.judgement.go_to_proposal)
        self._heed(self.checklist.evidence_removed, presenter.judgement.unpin)
        self._heed(self.career.period_chosen, presenter.judgement.go_to_station)
        self._heed(self.checklist.note_written, presenter.judgement.add_note)
        self._heed(self.checklist.note_removed, presenter.judgement.remove_note)
        self.checklist.left.connect(self.setFocus)
        self.checklist.key_came.connect(presenter.turns.finish)
        self._heed(self.letter.kind_chosen, presenter.letter.choose)
        self._heed(self.letter.language_chosen, presenter.letter.choose_language)
        self._heed(self.letter.typed, presenter.letter.type)
        self._heed(self.letter.start_again, presenter.letter.start_again)
        self._heed(self.letter.along_ticked, presenter.letter.attach)
        self.letter.left.connect(self.setFocus)
        self._heed(self.bar.decided, lambda value: presenter.decisions.decide(_DECISIONS[value]))
        self._heed(self.bar.later, self.open_later)
        self._heed(self.bar.delete, self.open_delete)
        self.places.next_wanted.connect(lambda: presenter.go_on(None))
        self.places.again.connect(lambda: presenter.go_on(None))

    def _heed(self, signal: SignalInstance, deed: Callable[..., object]) -> None:
        """What a part of the window says while it still shows somebody else means nobody."""

        def act(*values: object) -> None:
            if not self._presenter.is_switching:
                deed(*values)

        signal.connect(act)

    def _connect_document(self) -> None:
        presenter = self._presenter
        self.documents.page_painted.connect(presenter.turns.go)
        self.document.link_chosen.connect(self.open_link)
        self.documents.open_outside_wanted.connect(self._open_outside)
        self.document.evidence_made.connect(presenter.judgement.pin)
        self.document.evidence_clicked.connect(presenter.judgement.go_to)
        self.reading.help.shown_facts.connect(
            lambda document, facts: presenter.documents.learn_pages(document, len(facts.pages))
        )

    def _connect_actions(self, actions: Actions) -> None:
        presenter, view = self._presenter, self.document
        deeds: dict[str, Callable[[], object]] = {
            **{name: partial(presenter.decisions.decide, kind) for name, kind in _DECISIONS.items()},
            **{f"criterion-{number}": partial(presenter.judgement.answer_number, number) for number in _NUMBERS},
            **{f"clear-{number}": partial(presenter.judgement.clear_number, number) for number in _NUMBERS},
            "defer": self.open_later,
            "delete": self.open_delete,
            "note": self.checklist.write_note,
            "letter": lambda: self.letter.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "attach-cv": partial(self.letter.along.flip, AttachmentKind.ANNOTATED_CV),
            "attach-guide": partial(self.letter.along.flip, AttachmentKind.GUIDE),
            "accept-proposals": presenter.confirm_proposals,
            "evidence": view.tools.pin,
            "skip": presenter.skip,
            "next-document": partial(self._step_document, 1),
            "previous-document": partial(self._step_document, -1),
            **{name: partial(view.tools.do, deed) for name, deed in READING.items()},
            "annotated-copy": self._save_copy,
            "thumbnails": self.reading.toggle_strip,
            "open-outside": self.documents.offer_outside,
        }
        for name, deed in deeds.items():
            actions[name].triggered.connect(partial(self._do, deed))
        view.offers += (actions[name] for name in OFFERED)

    def _do(self, deed: Callable[[], object], _checked: object = None) -> None:
        """A key pressed while the window still shows somebody else waits until it shows who is judged."""
        self._presenter.turns.finish()
        deed()

    def _lay_out(self, queue: QWidget) -> None:
        least, usual, most = (theme().px(width) for width in QUEUE_WIDTHS)
        queue.setMinimumWidth(least)
        queue.setMaximumWidth(most)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        splitter = _splitter()
        row.addWidget(splitter)
        splitter.addWidget(queue)
        splitter.addWidget(self.places)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        self._widths.append((splitter, 0, usual))

    def _lay_out_work(self) -> QWidget:
        splitter = _splitter()
        centre, judgement = QWidget(), Panel()
        splitter.addWidget(centre)
        splitter.addWidget(judgement)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.reading, 1)
        column.addWidget(self.career)
        side = QVBoxLayout(judgement)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.banners)
        side.addWidget(self.checklist)
        side.addWidget(Separator())
        side.addWidget(self.letter, 1)
        side.addWidget(self.bar)
        self.letter.setMinimumHeight(theme().px(190))
        least, usual, most = (theme().px(width) for width in JUDGEMENT_WIDTHS)
        judgement.setMinimumWidth(least)
        judgement.setMaximumWidth(most)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        self._widths.append((splitter, 1, usual))
        return splitter


def _splitter() -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    return splitter
