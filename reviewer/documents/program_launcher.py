"""The process that gives up its rights and then becomes an outside program."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from reviewer.documents.kernel_confinement import forbid_files_and_network, forbid_new_privileges
from reviewer.documents.program_filter import filter_program_calls

NOT_CONFINED, NOT_STARTED = 97, 98
REQUIRED = ("no_new_privs", "landlock", "seccomp")
"""What Linux must grant before an outside program sees a stranger's byte."""


def _limit(bounds: dict[str, int]) -> bool:
    if sys.platform == "win32":
        return False
    import resource

    kinds = {
        "memory": resource.RLIMIT_AS,
        "cpu": resource.RLIMIT_CPU,
        "file": resource.RLIMIT_FSIZE,
        "open": resource.RLIMIT_NOFILE,
        "core": resource.RLIMIT_CORE,
    }
    held = False
    for name, limit in bounds.items():
        try:
            resource.setrlimit(kinds[name], (limit, limit))
            held = True
        except (OSError, ValueError):
            continue
    return held


def confine(asked: dict[str, Any]) -> list[str]:
    """Give up all rights but those asked for; gives the names of what holds. Irrevocable."""
    held = ["rlimits"] if _limit(asked["bounds"]) else []
    if forbid_new_privileges():
        held.append("no_new_privs")
        if forbid_files_and_network(asked["readable"], asked["writable"]):
            held.append("landlock")
        if filter_program_calls(unix_sockets=asked["unix_sockets"]):
            held.append("seccomp")
    return held


def main() -> int:
    """Become the program of the last argument, which is JSON; without a command, print what would hold for it."""
    asked = json.loads(sys.argv[-1])
    command: list[str] = asked["command"]
    held = confine(asked)
    if not command:
        os.write(1, json.dumps(held).encode())
        return 0
    if asked["required"] and not set(REQUIRED) <= set(held):
        return NOT_CONFINED
    try:
        os.execve(command[0], command, asked["environment"])  # noqa: S606 - no shell; the command is the program's own
    except OSError:
        return NOT_STARTED
