"""Starting the window against starting an empty Qt window, each as a process of its own."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 7
EMPTY = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, lambda: os._exit(0))
application.exec()
"""
OURS = """
import os, sys
from PySide6.QtCore import QTimer
from reviewer.__main__ import main
sys.argv = ["reviewer", "--home", sys.argv[1]]
QTimer.singleShot(0, lambda: os._exit(0))
main()
"""


def main() -> None:
    """Print the ratio from process start to the first turn of the event loop with the window shown."""
    empty, ours = [], []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(ROUNDS):
            empty.append(_run(EMPTY, home))
            ours.append(_run(OURS, home))
    ratios = [mine / base for mine, base in zip(ours, empty, strict=True)]
    print(
        f"window shown / empty Qt window shown: median {statistics.median(ratios):.2f} "
        f"({statistics.median(ours) * 1000:.0f} ms / {statistics.median(empty) * 1000:.0f} ms, whole process)"
    )


def _run(code: str, home: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begin = perf_counter()
    subprocess.run([sys.executable, "-c", code, home], cwd=ROOT, env=environment, check=True, capture_output=True)
    return perf_counter() - begin


if __name__ == "__main__":
    main()
