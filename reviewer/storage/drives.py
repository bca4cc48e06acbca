"""Tells whether a path lies on a network drive, where SQLite's locks cannot be trusted."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path, PureWindowsPath

NETWORK_TYPES = frozenset(
    [
        "nfs",
        "nfs3",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "sshfs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs",
        "davfs",
        "davfs2",
        "webdav",
        "afpfs",
        "afs",
        "9p",
        "ncpfs",
        "ceph",
        "fuse.ceph",
        "glusterfs",
        "fuse.glusterfs",
        "lustre",
        "beegfs",
        "fuse.s3fs",
    ]
)
_DRIVE_REMOTE = 4


def is_on_network(path: Path, mounts: str | None = None) -> bool:
    """Whether the path's file system is a network one; mounts is /proc/mounts' text where the caller has it."""
    if sys.platform == "win32":
        return _is_remote_on_windows(path)
    if mounts is None:
        mounts = _mounts_on_macos() if sys.platform == "darwin" else _mounts_on_linux()
    return file_system_of(_existing(path), mounts) in NETWORK_TYPES


def file_system_of(path: Path, mounts: str) -> str:
    """The type of the deepest mount above a path, by lines of "device mount-point type …"."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = Path(parts[1].replace("\\040", " "))
        if (path == point or point in path.parents) and len(point.parts) >= best:
            best, kind = len(point.parts), parts[2]
    return kind


def _existing(path: Path) -> Path:
    path = path.absolute()
    while not path.exists() and path != path.parent:
        path = path.parent
    return path.resolve()


def _mounts_on_linux() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _mounts_on_macos() -> str:
    try:
        listing = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
    lines = []
    for line in listing.splitlines():
        device, _, rest = line.partition(" on ")
        point, _, options = rest.rpartition(" (")
        lines.append(f"{device.replace(' ', '')} {point.replace(' ', chr(92) + '040')} {options.split(',')[0]}")
    return "\n".join(lines)


def _is_remote_on_windows(path: Path) -> bool:
    drive = PureWindowsPath(path.absolute()).drive
    if drive.startswith("\\\\"):
        return True
    kind = getattr(ctypes, "windll").kernel32.GetDriveTypeW(drive + "\\")  # noqa: B009 - absent on other systems
    return bool(kind == _DRIVE_REMOTE)
