"""What each place of the window is given to work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.announcer import Announcer
from ui.background import Background
from ui.theme import ThemeSwitch
from ui.window import Window

if TYPE_CHECKING:
    from reviewer.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a page works with; the workspace is called in the background only."""

    window: Window
    workspace: Workspace
    background: Background
    announcer: Announcer
    themes: ThemeSwitch
