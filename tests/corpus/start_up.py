"""What the pre-check costs once in a worker, before its first document: its modules, word lists and patterns."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9
MEASURED = """
import time
from reviewer.documents import worker
begin = time.perf_counter()
from reviewer.checks import run
run.warm_up()
print(time.perf_counter() - begin)
"""


def measure_start_up() -> float:
    """Milliseconds, the median of several processes of a program that ran before, as an installed one has."""
    with tempfile.TemporaryDirectory() as bytecode:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        command = [sys.executable, "-X", f"pycache_prefix={bytecode}", "-c", MEASURED]
        times = [
            float(subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True).stdout)
            for _ in range(ROUNDS + 1)
        ]
    return 1000 * statistics.median(times[1:])
