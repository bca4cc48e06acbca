"""Opens, checks, shows, saves and keeps the letters' texts; what is typed is never lost, whoever saves meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.ids import ApplicantKey
from reviewer.domain.template_texts import (
    OpenText,
    TextDraft,
    TextFault,
    TextKey,
    TextPreview,
    TextVariable,
    TextVersion,
)
from reviewer.domain.views import Change, Topic
from reviewer.errors import Outdated
from reviewer.i18n import gettext as _
from reviewer.workspace import Workspace
from ui.announcer import Announcer
from ui.background import Background, Lane, Ticket
from ui.watched_load import WatchedLoad

PAUSE_MS = 250
_TOPICS = frozenset({Topic.TEMPLATES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom a text is shown: an applicant, or (key None) one of the invented people by number."""

    key: ApplicantKey | None = None
    number: int = 0


class TextsPresenter(QObject):
    """One text is open at a time; seen is the version that what was typed began from."""

    opened = Signal(object)
    checked = Signal(object, object)
    previewed = Signal(object, str)
    stood = Signal()
    replaced = Signal(str)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, background: Background, announcer: Announcer) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._announcer = announcer
        self.open: OpenText | None = None
        self.variables: tuple[TextVariable, ...] = ()
        self.text = ""
        self.seen = 0
        self.faults: tuple[TextFault, ...] = ()
        self.saving = False
        self.reader = Reader()
        self._wanted: TextKey | None = None
        self._kept = ""
        self._tickets: dict[str, Ticket] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.load = WatchedLoad(background, announcer, workspace.templates.list, _TOPICS)
        announcer.changed.connect(self._hear)

    @property
    def edited(self) -> bool:
        """Whether what stands in the editor differs from the version it began from."""
        return self.open is not None and _bare(self.text) != _bare(self._base())

    @property
    def overtaken(self) -> TextVersion | None:
        """The version somebody else saved while this text was being changed; None when nobody did."""
        newest = None if self.open is None else self.open.newest
        return newest if newest is not None and newest.version > self.seen and self.edited else None

    def show(self, key: TextKey) -> None:
        """Open a text, with what was typed here before."""
        if self.open is not None and self.open.key == key:
            return
        self.flush()
        self._wanted = key
        templates = self._workspace.templates
        self._run("open", lambda: (templates.open(key), templates.variables(key)), lambda done: self._opened(*done))

    def type(self, text: str) -> None:
        """The person has typed."""
        if self.open is None or text == self.text:
            return
        self.text = text
        self._pause.start()
        self.stood.emit()

    def look(self) -> None:
        """Check what was typed, show its letter, and keep it."""
        self._pause.stop()
        if self.open is None:
            return
        self._keep()
        self.preview()
        key, text, templates = self.open.key, self.text, self._workspace.templates
        ticket = Ticket()
        self._run("check", lambda: templates.check(key, text, ticket.is_cancelled), self._checked, ticket=ticket)

    def preview(self) -> None:
        """Show the letter for the chosen person."""
        if self.open is None:
            return
        key, text, reader = self.open.key, self.text, self.reader
        self._run("preview", lambda: _preview(self._workspace, key, text, reader), self._previewed)

    def show_for(self, reader: Reader) -> None:
        """Show the letter for somebody else."""
        self.reader = reader
        self.preview()

    def flush(self) -> None:
        """Keep what was typed so far, now."""
        if self._pause.isActive():
            self._pause.stop()
            self._keep()

    def save(self) -> None:
        """Save what was typed as the next version."""
        if self.open is None or self.saving or not self.edited:
            return
        self.flush()
        key, text, seen, templates = self.open.key, self.text, self.seen, self._workspace.templates
        self._save(lambda: templates.save(key, text, seen))

    def save_on_top(self) -> None:
        """Save what was typed as the version after the one somebody else has saved."""
        if self.open is not None:
            self.seen = self.open.newest.version
            self.save()

    def take_newest(self) -> str:
        """The newest version's text, from which one goes on; the draft is forgotten once it stands in the editor."""
        assert self.open is not None
        self.seen = self.open.newest.version
        return self.open.newest.text

    def return_to_default(self) -> None:
        """Save a version that stands for the program's own text."""
        if self.open is None or self.saving:
            return
        key, seen, templates = self.open.key, self.open.newest.version, self._workspace.templates
        self._save(lambda: templates.return_to_default(key, seen))

    def explain(self, fault: TextFault) -> str:
        """What is wrong, in words."""
        return self._workspace.templates.explain(fault)

    def _save(self, work: Callable[[], TextVersion]) -> None:
        self.saving = True
        self.stood.emit()
        self._background.run(Lane.NETWORK, work, self._saved, self._not_saved)

    def _saved(self, version: TextVersion) -> None:
        self.saving = False
        self.said.emit(
            _("Back to the default; letters are written from it now")
            if version.is_default
            else _("Version {number} saved; letters are written from it now").format(number=version.version)
        )
        if self.open is not None and self.open.key == version.key:
            self._settle(version)
        self._announcer.announce(Change(topics=_TOPICS))

    def _settle(self, version: TextVersion) -> None:
        """The version saved here is what one goes on from; what was typed since the saving began stays."""
        assert self.open is not None
        self._kept, self.seen = "", version.version
        self.open = replace(self.open, history=(version, *self.open.history), draft=None)
        if version.is_default and _bare(self.text) != _bare(version.text):
            self.replaced.emit(version.text)
        self._keep()
        self.stood.emit()

    def _not_saved(self, error: Exception) -> None:
        self.saving = False
        if isinstance(error, Outdated):
            self._reopen()
        self.stood.emit()
        self.failed.emit(error)

    def _opened(self, opened: OpenText, variables: tuple[TextVariable, ...]) -> None:
        if opened.key != self._wanted:
            return
        self.open, self.variables, draft = opened, variables, opened.draft
        self.text = opened.newest.text if draft is None else draft.text
        self.seen = opened.newest.version if draft is None else draft.seen
        self._kept = "" if draft is None else draft.text
        self.faults = ()
        self.opened.emit(opened)
        self.look()

    def _reopen(self) -> None:
        """Look what has been saved meanwhile."""
        if self.open is not None:
            key = self.open.key
            self._run("open", lambda: self._workspace.templates.open(key), self._refreshed)

    def _refreshed(self, opened: OpenText) -> None:
        if self.open is None or opened.key != self.open.key or opened.newest.version < self.seen:
            return
        untouched = not self.edited
        self.open = opened
        if untouched and opened.newest.version > self.seen:
            self.seen = opened.newest.version
            self.replaced.emit(opened.newest.text)
        self.stood.emit()

    def _checked(self, faults: tuple[TextFault, ...]) -> None:
        self.faults = faults
        self.checked.emit(faults, tuple(map(self.explain, faults)))

    def _previewed(self, preview: TextPreview) -> None:
        told = "" if preview.fault is None else self.explain(preview.fault)
        self.previewed.emit(preview, told)

    def _keep(self) -> None:
        """Keep what differs from the version it began from; forget what no longer does."""
        if self.open is None:
            return
        key, text, seen = self.open.key, self.text, self.seen
        if self.edited:
            if text != self._kept:
                self._kept = text
                draft = TextDraft(key=key, text=text, seen=seen)
                self._run_kept(lambda: self._workspace.templates.keep_draft(draft))
        elif self._kept:
            self._kept = ""
            self._run_kept(lambda: self._workspace.templates.drop_draft(key))

    def _run_kept(self, work: Callable[[], None]) -> None:
        self._background.run(Lane.CORE, work, lambda _done: self.load.reload(), self.failed.emit)

    def _base(self) -> str:
        assert self.open is not None
        known = next((one for one in self.open.history if one.version == self.seen), self.open.newest)
        return known.text

    def _hear(self, change: Change) -> None:
        if Topic.TEMPLATES in change.topics and not self.saving:
            self._reopen()

    def _run(
        self, name: str, work: Callable[[], object], done: Callable[..., None], *, ticket: Ticket | None = None
    ) -> None:
        """Do this in place of what was still to be done of the same kind."""
        before = self._tickets.get(name)
        if before is not None:
            before.cancel()
        self._tickets[name] = self._background.run(Lane.CORE, work, done, self.failed.emit, ticket=ticket)


def _bare(text: str) -> str:
    """A text without the line breaks around it, which do not count."""
    return text.strip("\n").rstrip()


def _preview(workspace: Workspace, key: TextKey, text: str, reader: Reader) -> TextPreview:
    if reader.key is None:
        return workspace.templates.preview_sample(key, text, reader.number)
    applicant = workspace.applicant(reader.key)
    return workspace.templates.preview(key, text, applicant, workspace.prechecks.find(applicant))
