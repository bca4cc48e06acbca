"""Signs in to the mailbox's provider from the settings: asks again and again without anybody waiting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from reviewer.domain.sign_in import PendingSignIn, SignInState
from reviewer.errors import Misconfigured, ReviewerError
from ui.background import Background, Lane

if TYPE_CHECKING:
    from reviewer.workspace import Workspace

_T = TypeVar("_T")
GoOn = Callable[[Callable[[], object]], None]


class SignInPresenter(QObject):
    """One sign-in at a time; what comes after it was given up is dropped."""

    asked = Signal(object)
    """The prompt: what the person has to do."""
    told = Signal(object)
    """The state, whenever it is known anew."""
    failed = Signal(object)
    secret_told = Signal(bool)
    """Whether the keyring kept the program's secret for longer than this run."""

    def __init__(self, workspace: Workspace, background: Background, after_saving: GoOn, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = background
        self._after_saving = after_saving
        self._running: PendingSignIn | None = None
        self._number = 0
        self._busy = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._check)
        self.destroyed.connect(self._timer.stop)

    def look(self) -> None:
        """Tell how things stand, unless somebody is signing in; a locked keyring may take its time."""
        if not self._busy:
            self._run(self._workspace.sign_ins.state, partial(self._looked, self._number), number=self._number)

    def begin(self) -> None:
        """Begin with what has been saved until now; asked says what the person has to do."""
        self.cancel()
        self._busy = True
        number = self._number
        self._after_saving(
            lambda: self._run(self._workspace.sign_ins.begin, partial(self._begun, number), number=number)
        )

    def cancel(self) -> None:
        """Give up the one under way, if there is one."""
        self._number += 1
        self._busy = False
        self._timer.stop()
        running, self._running = self._running, None
        if running is not None:
            self._run(running.close, lambda _nothing: None)

    def sign_out(self) -> None:
        """Remove the tokens from this computer."""
        self.cancel()
        self._run(partial(_forget, self._workspace), self.told.emit)

    def keep_secret(self, secret: str) -> None:
        """Keep what the provider gave beside the program's id, after all that is being saved."""
        work = partial(_keep_secret, self._workspace, secret)
        self._after_saving(lambda: self._run(work, self.secret_told.emit))

    def _looked(self, number: int, state: SignInState) -> None:
        if number == self._number:
            self.told.emit(state)

    def _begun(self, number: int, running: PendingSignIn) -> None:
        if number != self._number:
            self._run(running.close, lambda _nothing: None)
            return
        self._running = running
        self.asked.emit(running.prompt)
        self._wait()

    def _wait(self) -> None:
        if self._running is not None:
            self._timer.start(round(self._running.wait_s * 1000))

    def _check(self) -> None:
        if self._running is not None:
            self._run(self._running.check, partial(self._checked, self._number), number=self._number)

    def _checked(self, number: int, state: SignInState | None) -> None:
        if number != self._number:
            return
        if state is None:
            self._wait()
            return
        self._running, self._busy = None, False
        self.told.emit(state)

    def _run(self, work: Callable[[], _T], done: Callable[[_T], object], *, number: int | None = None) -> None:
        def came(value: _T) -> None:
            if isValid(self):
                done(value)

        def sorry(error: Exception) -> None:
            if not isinstance(error, ReviewerError):
                self._background.failed.emit(error)
            elif isValid(self) and number in {None, self._number}:
                self.cancel()
                self.failed.emit(error)

        self._background.run(Lane.NETWORK, work, came, sorry)


def _forget(workspace: Workspace) -> SignInState:
    workspace.sign_ins.forget()
    return workspace.sign_ins.state()


def _keep_secret(workspace: Workspace, secret: str) -> bool:
    client = workspace.settings.text("oauth.client_id")
    if not client:
        raise Misconfigured("sign-in-client-missing")
    return workspace.secrets.keep_client_secret(client, secret)
