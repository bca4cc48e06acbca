"""The whole hostile set and thousands of mutants, one after the other in the pane of the real window."""

from __future__ import annotations

import argparse
import statistics
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reviewer.demo.folder import write_folder
from reviewer.domain.ids import DocumentId
from tests.benchmarks.window_desk import Desk, Ticker, open_desk
from tests.documents.samples import RICH_TEXT, make_odt, make_webp
from tests.hostile.bombs import BOMBS, mutants
from tests.hostile.full import tell
from tests.hostile.memory_watch import MemoryWatch
from tests.hostile.nests import NESTS
from tests.hostile.traps import TRAPS
from ui.bug_report import BugReport

SHOWN = "shown"
MOST_S = 3.0
MOST_KB = 1 << 20
_READ_EACH = 10
_APPLICANTS = 8


@dataclass(slots=True)
class Account:
    """What became of the documents, and how long the window took and held still."""

    outcomes: Counter[str] = field(default_factory=Counter)
    took_ms: list[float] = field(default_factory=list)
    slowest: str = ""
    gaps_ms: list[float] = field(default_factory=list)
    peak_kb: int = 0
    faults: list[str] = field(default_factory=list)

    def tell(self, name: str) -> None:
        """Print it."""
        gaps = sorted(self.gaps_ms)
        median, worst = statistics.median(self.took_ms), max(self.took_ms)
        tell(f"{name}: {len(self.took_ms)} documents, {dict(self.outcomes.most_common())}")
        tell(f"  a page or its explanation after {median:.0f} ms (median), {worst:.0f} ms at worst ({self.slowest})")
        tell(f"  the window held still for {gaps[int(0.99 * len(gaps))]:.0f} ms (99 %), {gaps[-1]:.0f} ms at worst")
        tell(f"  a worker's memory at most {self.peak_kb // 1024} MiB; faults and dialogs: {len(self.faults)}")
        for fault in self.faults[:10]:
            tell(f"  {fault}")

    def holds(self) -> bool:
        """Whether each was shown or explained in time, without a fault or a dialog, within the memory."""
        return not self.faults and max(self.took_ms) <= MOST_S * 1_000 and self.peak_kb <= MOST_KB


class Reading:
    """Hands documents to the pane; each tenth is left only once all of it that was asked for has come."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def through(self, documents: Iterator[tuple[str, bytes]], *, until: float) -> Account:
        """Read them one after the other, no further than a moment of the monotonic clock."""
        account, watch, ticker = Account(), MemoryWatch(), Ticker()
        with watch.watching():
            for number, (name, data) in enumerate(documents):
                if monotonic() > until:
                    break
                with ticker.watching():
                    self._read(name, data, account)
                    if number % _READ_EACH == 0:
                        self._desk.rest()
                account.gaps_ms += ticker.gaps_ms
        account.peak_kb = watch.peak_kb
        return account

    def _read(self, name: str, data: bytes, account: Account) -> None:
        desk, document = self._desk, DocumentId(f"loose {name}")
        desk.lend(document, data)
        took_ms = desk.painted_ms(lambda: desk.page.reading.show_document(document))
        if took_ms > max(account.took_ms, default=0.0):
            account.slowest = name
        account.took_ms.append(took_ms)
        account.outcomes[self._outcome()] += 1
        account.faults += [f"{name}: {fault}" for fault in self._faults()]
        desk.take_back(document)

    def _outcome(self) -> str:
        """What stands in the pane: a page, or the words on the page or on the card."""
        view = self._desk.view
        card = view.overlays.card
        return card.accessibleName() if not card.isHidden() else view._scene.messages.get(1, SHOWN)

    def _faults(self) -> list[str]:
        window = self._desk.program.window
        reports = [sheet.text() for sheet in window.findChildren(BugReport)]
        others = [type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
        return [*reports, *(f"another window: {name}" for name in others)]


def hostile() -> Iterator[tuple[str, bytes]]:
    """Each document that was made to harm."""
    for name, make in {**BOMBS, **TRAPS, **NESTS}.items():
        yield name, make()


def mutated(count: int) -> Iterator[tuple[str, bytes]]:
    """So many mutants of the demonstration set, and of the kinds it lacks."""
    with TemporaryDirectory() as folder:
        plan = write_folder(Path(folder), as_of=date(2026, 11, 20))
        files = [plan.folder / name for applicant in plan.applicants for name in applicant.files]
        whole = [*(file.read_bytes() for file in files), make_odt("<text:p>Projekte</text:p>"), RICH_TEXT, make_webp()]
    for seed, data in enumerate(islice(cycle(whole), count)):
        yield f"mutant {seed}", mutants(data, 1, seed)[0]


def main() -> int:
    """Run all of it, some minutes; 1 when something did not hold."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--mutants", type=int, default=5_000)
    parser.add_argument("--seconds", type=float, default=3_600.0, help="stop among the mutants after this long")
    options = parser.parse_args()
    held = []
    with open_desk(_APPLICANTS) as desk:
        desk.press(Qt.Key.Key_J)
        desk.rest()
        desk.look_ahead(False)
        desk.rest()
        reading, begun = Reading(desk), perf_counter()
        until = monotonic() + options.seconds
        for name, documents in (("hostile set", hostile()), ("mutants", mutated(options.mutants))):
            account = reading.through(documents, until=until)
            account.tell(name)
            held.append(account.holds())
        tell(f"in {perf_counter() - begun:.0f} s")
    return 0 if all(held) else 1


if __name__ == "__main__":
    raise SystemExit(main())
