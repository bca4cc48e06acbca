"""How often a document was there before it was asked for: counts, in this run and in all runs of this desk."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRate:
    """Documents asked for, and how many of them were there already."""

    asked: int = 0
    prefetched: int = 0


class PrefetchTally:
    """Counts in memory, and keeps the sum in a file of two numbers; without a file only this run is counted."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._this_run = HitRate()

    def count(self, *, prefetched: bool) -> None:
        """One document was asked for; never waits for a disk."""
        with self._lock:
            self._this_run = HitRate(asked=self._this_run.asked + 1, prefetched=self._this_run.prefetched + prefetched)

    @property
    def this_run(self) -> HitRate:
        """What was counted since the desk was opened."""
        return self._this_run

    def all_runs(self) -> HitRate:
        """What was counted on this desk, earlier runs and this one; an unreadable file counts as none."""
        before, now = self._kept(), self._this_run
        return HitRate(asked=before.asked + now.asked, prefetched=before.prefetched + now.prefetched)

    def save(self) -> None:
        """Add this run to the file; a file that cannot be written is left."""
        if self._file is None or not self._this_run.asked:
            return
        total = self.all_runs()
        try:
            self._file.write_text(json.dumps({"asked": total.asked, "prefetched": total.prefetched}), encoding="utf-8")
        except OSError:
            return
        with self._lock:
            self._this_run = HitRate()

    def _kept(self) -> HitRate:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8")) if self._file else {}
            asked, prefetched = int(kept.get("asked", 0)), int(kept.get("prefetched", 0))
        except (OSError, ValueError, TypeError, AttributeError):
            return HitRate()
        return HitRate(asked=asked, prefetched=prefetched) if 0 <= prefetched <= asked else HitRate()
