"""Finds out whether a screen answers before Qt is asked: where none does, Qt ends the process without a word."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from reviewer.errors import Misconfigured

_PATIENCE_S = 3.0
_X_PORT = 6000
_X_SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108 - where every X server on this computer listens
_SHOWN_BY_X = {"", "xcb"}
_SHOWN_BY_WAYLAND = {"", "wayland", "wayland-egl"}
_SHOWN_TO_NOBODY = {"offscreen", "minimal", "minimalegl"}


def require_screen() -> None:
    """Misconfigured where no window can be opened: "no-screen" where none is named, else "screen-silent"."""
    if sys.platform in {"win32", "darwin"}:
        return
    named = [name for name in ("WAYLAND_DISPLAY", "DISPLAY") if os.environ.get(name)]
    if screen_answers(os.environ):
        return
    if named:
        raise Misconfigured("screen-silent", screen=" ".join(f"{name}={os.environ[name]}" for name in named))
    raise Misconfigured("no-screen")


def screen_answers(environment: Mapping[str, str]) -> bool:
    """Whether the platform that Qt would take has a screen, or needs none."""
    wanted = _platforms(environment)
    if wanted - _SHOWN_BY_X - _SHOWN_BY_WAYLAND:
        return True
    return bool(wanted & _SHOWN_BY_WAYLAND and _wayland_answers(environment)) or bool(
        wanted & _SHOWN_BY_X and _x_answers(environment.get("DISPLAY", ""))
    )


def somebody_sees(environment: Mapping[str, str]) -> bool:
    """Whether a window would be before somebody's eyes: a screen answers, and Qt is not told to draw for nobody."""
    wanted = _platforms(environment)
    return not wanted & _SHOWN_TO_NOBODY and screen_answers(environment)


def _platforms(environment: Mapping[str, str]) -> set[str]:
    """The platforms of Qt that are named, without their options; the empty one where none is."""
    return {one.split(":")[0] for one in environment.get("QT_QPA_PLATFORM", "").split(";")}


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    named = environment.get("WAYLAND_DISPLAY", "")
    if not named:
        return False
    return _listens(socket.AF_UNIX, str(Path(environment.get("XDG_RUNTIME_DIR", "")) / named))


def _x_answers(display: str) -> bool:
    host, _colon, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not number.isdigit():
        return False
    if host in {"", "unix"}:
        path = f"{_X_SOCKETS}{number}"
        listens = _listens(socket.AF_UNIX, f"\0{path}") or _listens(socket.AF_UNIX, path)
    else:
        listens = _listens(socket.AF_INET, (host.removeprefix("tcp/").strip("[]"), _X_PORT + int(number)))
    return listens and _x_lets_in(display)


def _listens(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    try:
        if isinstance(address, tuple):
            with closing(socket.create_connection(address, _PATIENCE_S)):
                return True
        with socket.socket(family) as line:
            line.settimeout(_PATIENCE_S)
            line.connect(address)
            return True
    except (OSError, ValueError, OverflowError):
        return False


def _x_lets_in(display: str) -> bool:
    """Whether the server takes this user: it may ask for a cookie. Told by the library that Qt itself asks with."""
    try:
        library = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    library.xcb_connect.restype = ctypes.c_void_p
    line = ctypes.c_void_p(library.xcb_connect(display.encode(), None))
    refused: int = library.xcb_connection_has_error(line)
    library.xcb_disconnect(line)
    return not refused


if __name__ == "__main__":
    raise SystemExit(0 if somebody_sees(os.environ) else 1)
