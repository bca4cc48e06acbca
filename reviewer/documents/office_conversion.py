"""A DOCX, ODT, RTF or DOC as LibreOffice lays it out: converted to PDF in a private folder, one at a time."""

from __future__ import annotations

import os
import stat
import sys
import threading
from contextlib import suppress
from pathlib import Path

from reviewer.documents import limits
from reviewer.documents.outside_program import Ended, ProgramRunner
from reviewer.documents.private_folder import PrivateFolders
from reviewer.documents.program_confinement import ProgramBounds, Reach
from reviewer.documents.program_search import FoundProgram
from reviewer.errors import DocumentUnreadable

OFFICE_BOUNDS = ProgramBounds(
    deadline_s=30.0,
    memory_bytes=4 << 30,
    cpu_s=60,
    file_bytes=100_000_000,
    output_bytes=100_000,
    open_files=512,
    processes=3,
)
_START_AGAIN = 81
_CODES = {"stopped": "closed", "not-started": "office-failed"}
_PROFILE, _OUT = "profile", "out"
_NAME = "document"
_MOST_PROFILE_BYTES = 20_000_000
# By name, so that what a file is was decided by our own worker, and no other of its many readers is offered the bytes.
_READERS = {"docx": "MS Word 2007 XML", "odt": "writer8", "rtf": "Rich Text Format", "doc": "MS Word 97"}
# Security as strict as LibreOffice knows it: no macro of any origin, nothing active, no link followed, no Java.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Save/Document", "CreateBackup", "false"),
    ("Office.Recovery/AutoSave", "Enabled", "false"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Java/VirtualMachine", "Enable", "false"),
)


def _registry() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}'
        "</oor:items>"
    )


class OfficeConverter:
    """Each document in a process, profile and folder of its own; nothing of one reaches the next.

    For any number of threads, one conversion at a time.
    """

    def __init__(
        self, program: FoundProgram, folders: PrivateFolders, *, bounds: ProgramBounds = OFFICE_BOUNDS
    ) -> None:
        self._program = program
        self._folders = folders
        self._bounds = bounds
        self._runner = ProgramRunner()
        self._converting = threading.Lock()
        self._profile: dict[str, bytes] = {}

    def to_pdf(self, untrusted: bytes, kind: str) -> bytes:
        """A document of a kind ("docx", "odt", "rtf", "doc") as PDF, just as untrusted as before.

        Raises DocumentUnreadable: `too-slow`, `too-large`, `office-failed`, `not-confined`, `closed`.
        """
        with self._converting:
            try:
                with self._folders.folder() as folder:
                    return self._converted(folder, untrusted, kind)
            except OSError:
                raise DocumentUnreadable("office-failed") from None

    def version(self) -> str:
        """What the program says of itself, such as "7.4.7.2"; empty when it does not answer."""
        with suppress(OSError), self._converting, self._folders.folder() as folder:
            ended = self._run(folder, ["--version"])
            words = ended.output.decode("ascii", "replace").split()
            return words[1][:20] if ended.code == 0 and len(words) > 1 else ""
        return ""

    def stop(self) -> None:
        """End the conversion under way; it raises `closed`."""
        self._runner.stop()

    def close(self) -> None:
        """End the conversion under way and refuse what comes."""
        self._runner.close()

    def _converted(self, folder: Path, untrusted: bytes, kind: str) -> bytes:
        self._lay_profile(folder)
        source = folder / f"{_NAME}.{kind}"
        source.write_bytes(untrusted)
        (folder / _OUT).mkdir()
        reader = f"--infilter={_READERS[kind]}"
        asked = [reader, "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder / _OUT), str(source)]
        ended = self._run(folder, asked)
        if ended.code == _START_AGAIN and not ended.reason:
            ended = self._run(folder, asked)
        if ended.reason:
            raise DocumentUnreadable(
                {"stopped": "closed", "not-started": "office-failed"}.get(ended.reason, ended.reason)
            )
        if ended.code:
            raise DocumentUnreadable("office-failed")
        return _read_result(folder / _OUT / f"{_NAME}.pdf")

    def _lay_profile(self, folder: Path) -> None:
        """The settings, and what LibreOffice makes of them at its first start, when no document is there yet."""
        user = folder / _PROFILE / "user"
        if not self._profile:
            user.mkdir(parents=True)
            (user / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
            self._run(folder, ["--terminate_after_init"])
            self._profile = _read_tree(folder / _PROFILE)
            return
        for name, data in self._profile.items():
            file = folder / _PROFILE / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def _run(self, folder: Path, arguments: list[str]) -> Ended:
        command = [
            *self._program.command,
            f"-env:UserInstallation={(folder / _PROFILE).as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nolockcheck",
            *arguments,
        ]
        reach = Reach(readable=self._program.places, writable=(folder,), unix_sockets=True)
        required = not self._program.named
        return self._runner.run(
            command, reach, self._bounds, environment=_environment(folder), folder=folder, required=required
        )


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of the person's; the socket lies in the folder by its short name, for a path to one has a bound."""
    names = {name: os.environ[name] for name in ("SYSTEMROOT", "PROGRAMFILES") if name in os.environ}
    own = dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE", "APPDATA"), str(folder))
    path = os.environ.get("PATH", "") if sys.platform == "win32" else "/usr/bin:/bin"
    return {**names, **own, "PATH": path, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp", "OSL_SOCKET_PATH": "."}


def _read_tree(folder: Path) -> dict[str, bytes]:
    """The files below a folder, by their place in it; nothing where they are more than a profile has."""
    files: dict[str, bytes] = {}
    size = 0
    for place, _folders, names in os.walk(folder):
        for name in names:
            file = Path(place, name)
            if stat.S_ISREG(file.lstat().st_mode):
                files[str(file.relative_to(folder))] = file.read_bytes()
                size += file.lstat().st_size
    return files if size <= _MOST_PROFILE_BYTES else {}


def _read_result(untrusted: Path) -> bytes:
    """The PDF, if it is a plain file of a size that may be shown."""
    try:
        descriptor = os.open(untrusted, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        raise DocumentUnreadable("office-failed") from None
    with os.fdopen(descriptor, "rb") as file:
        facts = os.fstat(file.fileno())
        if not stat.S_ISREG(facts.st_mode) or not facts.st_size:
            raise DocumentUnreadable("office-failed")
        if facts.st_size > limits.MAX_DOCUMENT_BYTES:
            raise DocumentUnreadable("too-large")
        return file.read(limits.MAX_DOCUMENT_BYTES)
