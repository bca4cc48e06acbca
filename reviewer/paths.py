"""Where one desk's files lie: everything under its home."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reviewer.errors import Misconfigured

HOME_VARIABLE = "REVIEWER_HOME"


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """One desk's folder; made on first use, readable by its owner only where the system can say so.

    A folder that is there and holds other things keeps its rights.
    """

    folder: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.folder / "settings.toml"

    @property
    def replica(self) -> Path:
        """The desk's own database: journal, mirror, lists."""
        return self.folder / "replica.db"

    @property
    def embedded(self) -> Path:
        """The shared database of somebody who works alone."""
        return self.folder / "shared.db"

    @property
    def outgoing(self) -> Path:
        """Where letters are written until a mail server is set up."""
        return self.folder / "letters"

    @property
    def lent(self) -> Path:
        """Documents that another program has been given to open; emptied at each start and end."""
        return self.folder / "opened"

    @property
    def log(self) -> Path:
        """The log: codes and counts only."""
        return self.folder / "reviewer.log"

    @property
    def prefetched(self) -> Path:
        """How often a document was there before it was asked for: two counts."""
        return self.folder / "prefetched.json"

    def make(self) -> Home:
        """Make the folder; Misconfigured when that cannot be done."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if os.name == "posix" and not any(self.folder.iterdir()):
                self.folder.chmod(0o700)
        except OSError as error:
            raise Misconfigured("home-not-writable", errno=error.errno or 0) from error
        return self


def find_home(given: str | None = None) -> Home:
    """The home named on the command line, else by REVIEWER_HOME, else the system's place for such files."""
    named = given or os.environ.get(HOME_VARIABLE)
    if named:
        return Home(folder=Path(named).expanduser().absolute())
    from platformdirs import user_data_path

    return Home(folder=user_data_path("Reviewer", appauthor=False, roaming=False))
