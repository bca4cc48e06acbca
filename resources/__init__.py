"""What the program reads but does not run: templates, checklists, translations, icons, fonts."""

from __future__ import annotations

from pathlib import Path

DIRECTORY = Path(__file__).resolve().parent
"""Where the files lie."""
