"""Confinement from within, forking and counting processes are Linux's: these tests are collected there only."""

from __future__ import annotations

import sys

collect_ignore = [] if sys.platform == "linux" else ["test_confinement.py", "test_nursery.py", "test_many_inspected.py"]
