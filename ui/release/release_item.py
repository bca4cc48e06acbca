"""One letter of a batch: whom it is for, its text once rendered, and what has become of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer.domain.commands import Command
from reviewer.domain.letter import AttachmentKind, Template
from reviewer.domain.views import Outcome


class Stage(StrEnum):
    """Where a letter of the batch is."""

    WAITING = "waiting"
    READY = "ready"
    BARRED = "barred"
    RELEASED = "released"
    REFUSED = "refused"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter as it would leave, and where to; barred is why it must not, as a code; deed lets it go.

    lead_ins are the points' titles; along is what goes with it; weigh gives the size of each in bytes. Both work in the
    background.
    """

    subject: str
    body: str
    deed: Callable[[], Outcome] | None
    address: str
    barred: str = ""
    lead_ins: tuple[str, ...] = ()
    along: frozenset[AttachmentKind] = frozenset()
    weigh: Callable[[], Mapping[AttachmentKind, int]] | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class ReleaseItem:
    """A letter that a person may leave out; write renders it in the background.

    warning is a code that speaks against it without forbidding it, such as what the gate said before.
    """

    name: str
    identity: str
    address: str
    template: Template
    write: Callable[[], Written]
    warning: str = ""
    ticked: bool = True
    stage: Stage = Stage.WAITING
    written: Written | None = None
    reason: str = ""
    sizes: Mapping[AttachmentKind, int] | None = None
    undo: list[Command] = field(default_factory=list)

    @property
    def may_go(self) -> bool:
        """Whether a person may tick it."""
        return self.stage in {Stage.WAITING, Stage.READY}

    @property
    def goes(self) -> bool:
        """Whether it leaves with the batch."""
        return self.ticked and self.stage is Stage.READY
