"""Saves settings, keeps the password, sends the test letter and asks the doctor, all in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from reviewer.domain.views import Change, Topic
from reviewer.errors import ReviewerError, Unavailable
from ui.announcer import Announcer
from ui.background import Background, Lane
from ui.settings.sign_in_presenter import SignInPresenter

if TYPE_CHECKING:
    from reviewer.workspace import Workspace

_T = TypeVar("_T")
PASSWORD_FILE = "REVIEWER_SMTP_PASSWORD_FILE"  # noqa: S105 - the name of a variable


class Place(Enum):
    """Where passwords are kept: in the system's keyring, in memory until the end, or in a file somebody named."""

    KEYRING = "keyring"
    THIS_RUN = "this-run"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordState:
    """Whether a password is kept for the user, and where; never the password."""

    kept: bool
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class TestLetter:
    """What became of a test letter: handed over for this address, or the failure."""

    address: str = ""
    folder: Path | None = None
    error: Exception | None = None


class SettingsPresenter(QObject):
    """One form's way to the desk; a value is saved only when it differs from what is saved."""

    saved = Signal(str, bool)
    """The key, and whether its value is another one now."""
    refused = Signal(str, object)
    reloaded = Signal()
    password_told = Signal(object)
    password_failed = Signal(object)
    tested = Signal(object)
    examined = Signal(object)

    def __init__(self, workspace: Workspace, background: Background, announcer: Announcer, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = background
        self._announcer = announcer
        self.signing_in = SignInPresenter(workspace, background, self._after_saving, self)
        announcer.changed.connect(self._something_changed)

    def value(self, key: str) -> str:
        """What is saved under a key."""
        return self._workspace.settings.text(key)

    def change(self, key: str, value: str) -> None:
        """Save a value; saved or refused tells what became of it."""
        self._background.run(
            Lane.CORE,
            partial(_save, self._workspace, key, value),
            self._while_here(partial(self._saved, key)),
            self._refuse(lambda error: self.refused.emit(key, error)),
        )

    def look_for_password(self) -> None:
        """Tell whether a password is kept for the user; a locked keyring may take its time."""
        self._background.run(
            Lane.NETWORK,
            partial(_find_password, self._workspace),
            self._while_here(self.password_told.emit),
            self._refuse(self.password_failed.emit),
        )

    def keep_password(self, password: str) -> None:
        """Keep the password for the user as saved, after all that is being saved."""
        work = partial(_keep_password, self._workspace, password)
        told, failed = self._while_here(self.password_told.emit), self._refuse(self.password_failed.emit)
        self._after_saving(lambda: self._background.run(Lane.NETWORK, work, told, failed))

    def send_test(self) -> None:
        """Send a letter to the sender's own address with what has been saved until now."""

        def failed(error: Exception) -> None:
            self.tested.emit(TestLetter(error=error))

        work = partial(_send_test, self._workspace)
        told, sorry = self._while_here(self.tested.emit), self._while_here(failed)
        self._after_saving(lambda: self._background.run(Lane.NETWORK, work, told, sorry))

    def examine(self) -> None:
        """Look at every part the desk stands on; nothing is told when that fails as a whole."""

        def failed(error: Exception) -> None:
            self.examined.emit(())
            self._background.failed.emit(error)

        work = self._workspace.doctor
        told, sorry = self._while_here(self.examined.emit), self._while_here(failed)
        self._after_saving(lambda: self._background.run(Lane.NETWORK, work, told, sorry))

    def _after_saving(self, go_on: Callable[[], object]) -> None:
        """Go on once everything that waits to be saved is saved: the CORE lane keeps its order."""

        def saved(_nothing: None) -> None:
            go_on()

        self._background.run(Lane.CORE, _keep_place, saved)

    def _saved(self, key: str, changed: bool) -> None:
        self.saved.emit(key, changed)
        if changed:
            self._announcer.announce(Change(topics=frozenset({Topic.SETTINGS})))

    def _something_changed(self, change: Change) -> None:
        if Topic.SETTINGS in change.topics:
            self.reloaded.emit()

    def _while_here(self, tell: Callable[[_T], object]) -> Callable[[_T], None]:
        """Tell only as long as the form is there: a field left because its window closed is saved all the same."""

        def told(value: _T) -> None:
            if isValid(self):
                tell(value)

        return told

    def _refuse(self, tell: Callable[[ReviewerError], object]) -> Callable[[Exception], None]:
        """Foreseen failures go to tell, faults of the program to everybody."""

        def failed(error: Exception) -> None:
            if not isinstance(error, ReviewerError):
                self._background.failed.emit(error)
            elif isValid(self):
                tell(error)

        return failed


def _keep_place() -> None:
    """Wait one's turn in a lane, and do nothing then."""


def _save(workspace: Workspace, key: str, value: str) -> bool:
    before = workspace.settings.text(key)
    return workspace.change_setting(key, value).text(key) != before


def _place(workspace: Workspace) -> Place:
    try:
        name = workspace.secrets.keyring_name()
    except Unavailable:
        return Place.THIS_RUN
    return Place.FILE if name == PASSWORD_FILE else Place.KEYRING


def _find_password(workspace: Workspace) -> PasswordState:
    user = workspace.settings.text("smtp.user")
    place = _place(workspace)
    kept = bool(user or place is Place.FILE) and workspace.secrets.find_password(user) is not None
    return PasswordState(kept=kept, place=place)


def _keep_password(workspace: Workspace, password: str) -> PasswordState:
    in_keyring = workspace.secrets.keep_password(workspace.settings.text("smtp.user"), password)
    return PasswordState(kept=True, place=Place.KEYRING if in_keyring else Place.THIS_RUN)


def _send_test(workspace: Workspace) -> TestLetter:
    settings = workspace.settings
    address = workspace.correspondence.send_test()
    if settings.text("mail.transport") == "smtp":
        return TestLetter(address=address)
    named = settings.text("mail.folder")
    return TestLetter(address=address, folder=Path(named).expanduser() if named else workspace.home.outgoing)
