"""Opens one desk's parts and closes them; the only door for the window and the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from reviewer.domain.applicant import Applicant
from reviewer.domain.arrival import ImportReport, RowProblem, Unpacked
from reviewer.domain.commands import Command, Stamp
from reviewer.domain.ids import ApplicantId, ApplicantKey, CommandId, DocumentId, LetterId, ReceiptId
from reviewer.domain.letter import LetterState
from reviewer.domain.reading import Reading
from reviewer.domain.remarks import Remark
from reviewer.domain.views import (
    Choice,
    Finding,
    LetterRow,
    Outcome,
    Question,
    QueueCursor,
    QueuePage,
    QueueQuery,
    QueueSummary,
    Receipt,
    Status,
    SyncReport,
)
from reviewer.errors import DocumentUnreadable, Refused
from reviewer.log import LOGGER, open_log
from reviewer.paths import Home, find_home
from reviewer.secrets import Secrets, split_password
from reviewer.settings import Settings, database_url, read_settings, write_setting

if TYPE_CHECKING:
    from reviewer.documents.outside_help import OutsideHelp
    from reviewer.sync.correspondence import Correspondence
    from reviewer.sync.deliver_way import Way


def now() -> datetime:
    """The present moment, aware, UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A fresh random identity: 32 hexadecimal digits."""
    return uuid4().hex


class Workspace:
    """One desk, open; every method may wait for disk or network and belongs off the window's thread."""

    def __init__(self, home: Home, *, database: str | None = None, clock: Callable[[], datetime] = now) -> None:
        """Open a desk's home; Misconfigured with the remedy's code when that cannot be."""
        from reviewer.documents.prefetch_tally import PrefetchTally
        from reviewer.documents.reader import DocumentReader
        from reviewer.mail.house import load_checklist
        from reviewer.mail.sign_in import SignIns
        from reviewer.privacy.lent_files import LentFiles
        from reviewer.sync.confirming import Confirmations
        from reviewer.sync.desk_clock import DeskClock
        from reviewer.sync.following import FollowUps
        from reviewer.sync.insights import InsightReader
        from reviewer.sync.prechecking import PreChecks
        from reviewer.sync.template_texts import TemplateTexts

        self.home = home.make()
        self.clock = DeskClock(clock)
        self.settings = read_settings(home.settings)
        self.secrets = Secrets()
        self.checklist = load_checklist()
        self._log = open_log(home.log)
        try:
            self._open_databases(database)
        except BaseException:
            self._close_log()
            raise
        self.documents = DocumentReader(self._load_pages, tally=PrefetchTally(home.prefetched))
        self.outside = self._make_outside()
        self.lent = LentFiles(home.lent, self._load_document)
        self.templates = TemplateTexts(
            self._shared, self._replica, self.checklist, self.clock, lambda: self.settings, self._engine.prepare
        )
        self.correspondence = self._make_correspondence()
        self.sign_ins = SignIns(lambda: self.settings, self.secrets, self.clock)
        self.confirmations = Confirmations(self._shared, self.clock)
        self.follow_ups = FollowUps(self._replica)
        self.prechecks = PreChecks(self._replica, self.documents, self.checklist, self.clock, self._complete)
        self.insights = InsightReader(self._replica, self.checklist, self.clock)

    def _open_databases(self, database: str | None) -> None:
        from reviewer.storage import schema
        from reviewer.storage.engine import REPLICA_PATIENCE_MS, make_engine, sqlite_url
        from reviewer.sync.acting import Acting
        from reviewer.sync.engine import SyncEngine

        embedded = sqlite_url(self.home.embedded)
        self.database = database_url(database, self.settings, lambda: embedded)
        self._shared = make_engine(self.database, password=lambda: self.secrets.find_database_password(self.database))
        self._replica = make_engine(sqlite_url(self.home.replica), patience_ms=REPLICA_PATIENCE_MS)
        schema.ensure(self._replica, "local", may_upgrade=True)
        self._acting = Acting(self._replica, self.checklist, self.clock)
        self._engine = SyncEngine(
            self._shared,
            self._replica,
            self.checklist,
            self.clock,
            self._forget,
            owner=new_id(),
            embedded=self.database == embedded,
            system=now,
        )

    def close(self) -> None:
        """End the workers and close both databases."""
        self.outside.close()
        self.documents.close()
        self.lent.close()
        self._shared.dispose()
        self._replica.dispose()
        self._close_log()

    def _close_log(self) -> None:
        LOGGER.removeHandler(self._log)
        self._log.close()

    def stamp(self) -> Stamp:
        """A fresh stamp for an act of this reviewer, now."""
        return Stamp(id=CommandId(new_id()), by=self.settings.text("reviewer.name"), at=self.clock())

    # reading

    def queue(self, query: QueueQuery, after: QueueCursor | None = None, limit: int = 100) -> QueuePage:
        """One page of the queue."""
        from reviewer.storage.engine import reading
        from reviewer.storage.queries import load_queue

        with reading(self._replica) as connection:
            return load_queue(connection, query, after, limit)

    def summary(self, query: QueueQuery) -> QueueSummary:
        """The groups' sizes for a query and the day's progress."""
        from reviewer.storage.engine import reading
        from reviewer.storage.queries import load_summary

        with reading(self._replica) as connection:
            return load_summary(connection, query, self.clock().astimezone().date())

    def applicant(self, key: ApplicantKey) -> Applicant:
        """One applicant with everything, acts under way included; Outdated when there is none."""
        return self._acting.load(key)

    def find(self, id: ApplicantId) -> ApplicantKey | None:
        """The key of the applicant with this platform id."""
        from reviewer.storage.engine import reading
        from reviewer.storage.records import find_key

        with reading(self._replica) as connection:
            return find_key(connection, id)

    def letters(self, states: Sequence[LetterState] = (), limit: int = 500) -> tuple[LetterRow, ...]:
        """Letters in these states (none: all), newest first."""
        from reviewer.storage.engine import reading
        from reviewer.storage.queries import load_letters

        with reading(self._replica) as connection:
            return load_letters(connection, states, limit)

    def receipts(self) -> tuple[Receipt, ...]:
        """What is kept of erasures, newest first."""
        from reviewer.storage.engine import reading
        from reviewer.storage.receipts import load_receipts

        with reading(self._replica) as connection:
            return load_receipts(connection)

    def questions(self) -> tuple[Question, ...]:
        """Acts that no longer hold and wait for an answer."""
        return self._acting.questions()

    def status(self) -> Status:
        """What the status line says."""
        from reviewer.storage.engine import reading
        from reviewer.storage.status import load_status

        with reading(self._replica) as connection:
            return load_status(connection)

    # acting

    def execute(self, command: Command) -> Outcome:
        """Do it, here and now; the shared database learns of it with the next sync."""
        return self._acting.execute(command)

    def undo(self, command: Command) -> Outcome:
        """Take an act back by the command its outcome carried."""
        return self._acting.undo(command, self.stamp())

    def answer_question(self, command: CommandId, choice: Choice) -> Outcome | None:
        """Answer a question."""
        return self._acting.answer_question(command, choice, self.stamp())

    def erase(self, key: ApplicantKey) -> ReceiptId:
        """Erase an applicant here at once and in the shared database with the next sync; gives the receipt's id."""
        from reviewer.storage.demands import Demand
        from reviewer.sync.demanding import demand_erasure

        applicant = self.applicant(key)
        demand = Demand(
            receipt=ReceiptId(new_id()),
            applicant=key,
            demanded_at=self.clock(),
            confirmation=self.correspondence.confirm_deletion(applicant, LetterId(new_id())),
        )
        demand_erasure(self._replica, demand, self._forget)
        return demand.receipt

    # with the world

    def sync(
        self, *, deliver: bool = True, way: Way | None = None, cancelled: Callable[[], bool] = lambda: False
    ) -> SyncReport:
        """Push, pull and send what is due, by the settings' way out or another; the report says what could not be."""
        way = (way or self.correspondence.way()) if deliver else None
        return self._engine.round(way, self.settings.ladder_days, cancelled=cancelled)

    def bring_in(
        self, folder: Path, *, progress: Callable[[int], bool] = lambda _: True, dry_run: bool = False
    ) -> ImportReport:
        """Import a folder into the shared database and copy what came to this desk."""
        from reviewer.intake.folder import read_folder
        from reviewer.sync.importing import import_arrivals

        self._engine.prepare()
        if not dry_run:
            # What was done here comes first: a new CV stops the letters that wait, those released just now as well.
            self.sync(deliver=False)
        arrivals = read_folder(folder, read_text=self.documents.text, unpack=self.documents.unpack)
        report = import_arrivals(self._shared, arrivals, self.clock(), new_id, progress=progress, dry_run=dry_run)
        if not dry_run:
            self.sync(deliver=False)
        return report

    def change_setting(self, key: str, value: str) -> Settings:
        """Set one key; Refused or Misconfigured when the value does not fit it.

        A database's password goes into the keyring, never into the settings.
        """
        if key == "database.url" and value.strip():
            value = self._checked_database(value.strip())
        self.settings = write_setting(self.home.settings, key, value)
        return self.settings

    def doctor(self) -> tuple[Finding, ...]:
        """Look at every part this desk stands on."""
        from reviewer.sync.doctor import examine

        return examine(self._shared, self.settings, self.home, self.secrets, self.documents, self.outside, now)

    def _checked_database(self, url: str) -> str:
        from reviewer.storage.engine import make_engine

        bare, password = split_password(url)
        make_engine(bare).dispose()
        if password and not self.secrets.keep_database_password(bare, password):
            raise Refused("database-password-unkept")
        return bare

    def _make_outside(self) -> OutsideHelp:
        from reviewer.documents.outside_help import OutsideHelp, find_programs
        from reviewer.documents.private_folder import PrivateFolders

        folders = PrivateFolders(self.home.folder)
        return OutsideHelp(self._load_document, lambda: self.documents, folders, lambda: find_programs(self.settings))

    def _make_correspondence(self) -> Correspondence:
        from reviewer.sync.correspondence import Correspondence

        return Correspondence(
            self.home,
            self.secrets,
            self.checklist,
            lambda: self.settings,
            self.clock,
            self.templates.newest,
            annotate=self.documents.annotated,
        )

    def _complete(self, document: DocumentId, read: Reading) -> Reading:
        return self.outside.complete(document, read)

    def _load_pages(self, layout: DocumentId) -> bytes:
        return self.outside.content(layout)

    def _load_document(self, document: DocumentId) -> bytes:
        from reviewer.storage.engine import reading
        from reviewer.storage.records import load_content

        with reading(self._replica) as connection:
            data = load_content(connection, document)
        if data is None:
            raise DocumentUnreadable("missing")
        return data

    def _forget(self, documents: Sequence[DocumentId], letters: Sequence[LetterId]) -> None:
        from reviewer.mail.house import forget_written

        for document in documents:
            self.documents.forget(document)
            self.outside.forget(document)
            self.lent.forget(document)
        forget_written(letters, self.settings, self.home)


def open_workspace(home: str | None, database: str | None) -> Workspace:
    """Open the desk in this folder (None: the usual one) on this database (None: as its settings say)."""
    return Workspace(find_home(home), database=database)


def upgrade(home: Home, database: str | None = None) -> tuple[str | None, str]:
    """Bring the shared database to this program's version; gives the versions before and after."""
    from reviewer.storage import schema
    from reviewer.storage.engine import make_engine, sqlite_url

    home.make()
    url = database_url(database, read_settings(home.settings), lambda: sqlite_url(home.embedded))
    engine = make_engine(url, password=lambda: Secrets().find_database_password(url))
    try:
        return schema.upgrade(engine, "shared")
    finally:
        engine.dispose()


def explain_problem(problem: RowProblem) -> str:
    """Where and why a row or file stayed outside, in the language being spoken."""
    from reviewer.intake.problems import words

    return words(problem)


def explain_unpacked(unpacked: Unpacked) -> str:
    """What came out of an archive or a message, in the language being spoken."""
    from reviewer.intake.problems import unpacked_words

    return unpacked_words(unpacked)


def write_annotated(workspace: Workspace, document: DocumentId, remarks: Sequence[Remark], out: Path) -> int:
    """Write a copy of a document with remarks in it, as a PDF; its size in bytes. DocumentUnreadable or OSError."""
    from reviewer.documents import annotated_copy

    return annotated_copy.write_annotated(workspace.documents, document, remarks, out)
