"""Confinement from within and forking are Linux's: their tests are collected there only."""

from __future__ import annotations

import sys

collect_ignore = [] if sys.platform == "linux" else ["test_confinement.py", "test_nursery.py"]
