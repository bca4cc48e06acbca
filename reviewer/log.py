"""The desk's log: codes, ids and counts, never what a person said or is."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOGGER = logging.getLogger("reviewer")
MOST_BYTES = 1_000_000


def open_log(path: Path) -> logging.Handler:
    """Write the program's log to a file of bounded size; gives the handler, to be closed by the caller."""
    handler = RotatingFileHandler(path, maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    return handler
