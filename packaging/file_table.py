"""Write the table of files and their duties into ARCHITECTURE.md, from the modules' docstrings."""

from __future__ import annotations

import ast
import subprocess
from itertools import groupby
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "ARCHITECTURE.md"
FOLDERS = ("reviewer", "ui", "resources", "packaging")
BEGIN = "<!-- files: written by `make tables` -->\n"
END = "<!-- end of files -->\n"


def list_files(*folders: str) -> list[str]:
    """The project's files in these folders (none: everywhere), ignored ones left out; paths with slashes, sorted."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *folders]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return sorted({name for name in listed.split("\0") if name and (ROOT / name).is_file()})


def read_duty(name: str) -> str:
    """The module's docstring; empty when there is none."""
    return ast.get_docstring(ast.parse((ROOT / name).read_text(encoding="utf-8"), name)) or ""


def make_table() -> str:
    """The tables, one a folder."""
    modules = [PurePosixPath(name) for name in list_files(*FOLDERS) if name.endswith(".py")]
    modules.sort(key=lambda path: (path.parent.parts, path.name))
    parts = []
    for folder, members in groupby(modules, key=lambda path: path.parent):
        rows = [f"| `{path.name}` | {read_duty(str(path)).replace('|', '/')} |\n" for path in members]
        parts.append(f"**`{folder}/`**\n\n| file | duty |\n| --- | --- |\n{''.join(rows)}")
    return "\n" + "\n".join(parts) + "\n"


def read_table() -> str:
    """What stands between the two marks now."""
    text = DOCUMENT.read_text(encoding="utf-8")
    return text[text.index(BEGIN) + len(BEGIN) : text.index(END)]


def write_table() -> None:
    """Put the tables between the two marks."""
    text = DOCUMENT.read_text(encoding="utf-8")
    before, after = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    DOCUMENT.write_text(before + make_table() + after, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_table()
