"""What an outside program may reach on each system, and the command that holds it to that."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reviewer.documents.child_process import bare_environment
from reviewer.documents.program_launcher import REQUIRED

_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from reviewer.documents.program_launcher import main; raise SystemExit(main())"
)
_SANDBOX_EXEC = Path("/usr/bin/sandbox-exec")
_PROBE_S = 20.0
# What programs need of a Linux system to start and to draw letters; nothing of a person's is below.
SYSTEM_PLACES = (
    "/usr",
    "/lib",
    "/lib64",
    "/bin",
    "/etc/ld.so.cache",
    "/etc/fonts",
    "/etc/libreoffice",
    "/var/cache/fontconfig",
    "/var/lib/libreoffice",
    "/var/spool/libreoffice",
    "/sys/devices/system/cpu",
    "/dev/urandom",
    "/dev/random",
    "/dev/zero",
)
_SILENT = "/dev/null"
_MAC_PLACES = ("/System", "/usr", "/Library/Fonts", "/private/var/db/dyld", "/dev")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramBounds:
    """What one run of a program may cost; the higher its niceness (to 19), the more it leaves to others."""

    deadline_s: float
    memory_bytes: int
    cpu_s: int
    file_bytes: int
    output_bytes: int
    open_files: int = 256
    processes: int = 1
    niceness: int = 10

    @property
    def as_limits(self) -> dict[str, int]:
        return {
            "memory": self.memory_bytes,
            "cpu": self.cpu_s,
            "file": self.file_bytes,
            "open": self.open_files,
            "core": 0,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a program may touch: read and run below the readable places, change below the writable ones.

    unix_sockets: whether it may listen on a socket in a writable place; connecting is refused in any case.
    """

    readable: tuple[Path, ...]
    writable: tuple[Path, ...] = ()
    unix_sockets: bool = False


def launch_command(
    command: Sequence[str], environment: dict[str, str], reach: Reach, bounds: ProgramBounds, *, required: bool = True
) -> list[str]:
    """The command that starts the program confined; where the system cannot, the program's own.

    required: the launcher ends instead where Linux grants less than REQUIRED.
    """
    if sys.platform == "win32":
        return list(command)
    confined = list(command)
    if sys.platform == "darwin" and command:
        confined = [str(_SANDBOX_EXEC), "-p", mac_profile(reach), *command]
    asked = {
        "command": confined,
        "environment": environment,
        "readable": [*SYSTEM_PLACES, *map(str, reach.readable)],
        "writable": [_SILENT, *map(str, reach.writable)],
        "unix_sockets": reach.unix_sockets,
        "bounds": bounds.as_limits,
        "required": required and sys.platform == "linux",
    }
    return [*_launcher(), json.dumps(asked)]


def _launcher() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--outside-program"]
    return [sys.executable, "-I", "-S", "-c", _BOOT, str(Path(__file__).resolve().parents[2])]


def mac_profile(reach: Reach) -> str:
    """A profile for sandbox-exec: nothing but these places, no network, no other program's data."""
    readable = [*_MAC_PLACES, *map(str, reach.readable), *map(str, reach.writable)]
    writable = [_SILENT, *map(str, reach.writable)]
    return "\n".join(
        (
            "(version 1)",
            "(deny default)",
            '(import "bsd.sb")',
            "(allow process-exec process-fork sysctl-read mach-lookup file-read-metadata)",
            f"(allow file-read* {_subpaths(readable)})",
            f"(allow file-write* {_subpaths(writable)})",
            "(deny network*)",
        )
    )


def _subpaths(places: Sequence[str]) -> str:
    return " ".join(f"(subpath {json.dumps(place, ensure_ascii=False)})" for place in places)


@cache
def find_hold() -> tuple[str, ...]:
    """The names of what holds an outside program on this system; asked of the system itself on Linux."""
    if sys.platform == "win32":
        return ("job object",)
    if sys.platform == "darwin":
        return ("rlimits", "sandbox-exec") if _SANDBOX_EXEC.exists() else ("rlimits",)
    bounds = ProgramBounds(deadline_s=1, memory_bytes=1 << 30, cpu_s=10, file_bytes=0, output_bytes=0)
    command = launch_command((), {}, Reach(readable=()), bounds)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, no shell, nothing of a stranger's
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PROBE_S, env=bare_environment(), check=True
        )
        return tuple(map(str, json.loads(done.stdout)))
    except (OSError, subprocess.SubprocessError, ValueError):
        return ()


def is_held(hold: Sequence[str]) -> bool:
    """Whether files and network are out of a program's reach, so that it may see a stranger's document."""
    return set(REQUIRED) <= set(hold) or "sandbox-exec" in hold
