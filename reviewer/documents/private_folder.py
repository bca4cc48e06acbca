"""Folders in which an outside program works: the owner's alone, in memory where that can be, and never left behind."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX, _HELD = "run-", ".held"
_IN_MEMORY = frozenset({"tmpfs", "ramfs"})
_MOUNTS = Path("/proc/self/mounts")
_PRIVATE = 0o700


class PrivateFolders:
    """Hands out folders under one of its own; what a killed program left there goes at the next start.

    The parent lies in memory on Linux (XDG_RUNTIME_DIR, else /dev/shm), else in the desk's home. For any thread.
    """

    def __init__(self, home: Path, *, parent: Path | None = None) -> None:
        """Make nothing yet; parent is found where it is not named."""
        self._parent = parent or _find_parent(home)
        self._serial = threading.Lock()

    @property
    def parent(self) -> Path:
        return self._parent

    @property
    def in_memory(self) -> bool:
        """Whether what lies there never reaches a disk (but the system's swap, which is the system's to encrypt)."""
        return filesystem_of(self._parent) in _IN_MEMORY

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """An empty folder for as long as the context holds; OSError when there cannot be one."""
        with self._alone():
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=self._parent))
            mark = _mark_of(folder)
            held = _hold(mark)
        try:
            yield folder
        finally:
            _remove(folder)
            if held is not None:
                os.close(held)
            with suppress(OSError):
                mark.unlink()

    def sweep(self) -> int:
        """Remove the folders whose program has ended without doing so; how many there were."""
        if not self._parent.is_dir():
            return 0
        swept = 0
        with self._alone():
            for folder in sorted(self._parent.glob(f"{_PREFIX}*/")):
                mark = _mark_of(folder)
                held = _hold(mark)
                if held is None:
                    continue
                _remove(folder)
                os.close(held)
                with suppress(OSError):
                    mark.unlink()
                swept += 1
            for mark in self._parent.glob(f"{_PREFIX}*{_HELD}"):
                if not mark.with_suffix("").exists():
                    mark.unlink(missing_ok=True)
        return swept

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """While no other process of this person makes or sweeps folders."""
        with self._serial:
            _make_private(self._parent)
            held = _hold(self._parent / "lock", wait=True)
            try:
                yield
            finally:
                if held is not None:
                    os.close(held)


def filesystem_of(folder: Path) -> str:
    """The kind of file system a folder lies on, or would; empty where the system does not tell."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    found, length = "", -1
    for line in lines:
        _device, place, kind, *_rest = line.split(" ")
        mounted = Path(place.replace("\\040", " "))
        if folder.is_relative_to(mounted) and len(mounted.parts) >= length:
            found, length = kind, len(mounted.parts)
    return found


def _find_parent(home: Path) -> Path:
    if sys.platform == "linux":
        candidates = [Path("/dev/shm") / f"reviewer-{os.getuid()}"]  # noqa: S108 - checked to be this person's own
        if runtime := os.environ.get("XDG_RUNTIME_DIR"):
            candidates.insert(0, Path(runtime) / "reviewer")
        for parent in candidates:
            if os.access(parent.parent, os.W_OK) and filesystem_of(parent) in _IN_MEMORY:
                return parent
    return home / "converting"


def _make_private(folder: Path) -> None:
    """Make the parent, or make sure that it is a folder of this person's own; PermissionError when it is not."""
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    if sys.platform == "win32":
        return
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise PermissionError
    if stat.S_IMODE(found.st_mode) != _PRIVATE:
        folder.chmod(_PRIVATE)


def _mark_of(folder: Path) -> Path:
    """The file that is held as long as the folder is in use; beside it, where its program cannot reach."""
    return folder.with_name(f"{folder.name}{_HELD}")


def _hold(mark: Path, *, wait: bool = False) -> int | None:
    """Hold a file until its descriptor is closed, or this process is; None when another one does."""
    descriptor = os.open(mark, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def _remove(folder: Path) -> None:
    """Remove a folder whatever a program made of it; what cannot be removed now is left to the next sweep."""
    if sys.platform != "win32":
        for place, folders, _files in os.walk(folder):
            for name in folders:
                with suppress(OSError):
                    below = Path(place, name)
                    if not below.is_symlink():
                        below.chmod(_PRIVATE)
    shutil.rmtree(folder, ignore_errors=True)
