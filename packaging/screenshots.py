"""Takes pictures of every screen of the real program, light and dark, German and English, in three sizes."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desk_screens import desk_screens
from mail_screens import mail_screens
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer.demo.fill import fill
from reviewer.i18n import set_language
from reviewer.paths import Home
from reviewer.settings import write_setting
from ui.__main__ import Program
from ui.review.document_view import DocumentView
from ui.texts.text_editor import TextEditor
from ui.walkthrough import Walkthrough
from ui.welcome.welcome_page import WelcomePage

if TYPE_CHECKING:
    from reviewer.workspace import Workspace

README_PICTURE = Path(__file__).resolve().parent.parent / "resources" / "pictures" / "review.png"
SIZES = ((1280, 800), (1440, 900), (2560, 1440))
PLACES = ("outbox", "follow-up", "insights", "erasures", "settings")
_QUIET_S = 0.5
_PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One appearance of the program."""

    language: str
    theme: str
    size: tuple[int, int]

    @property
    def name(self) -> str:
        """What the pictures' names begin with."""
        return f"{self.language}-{self.theme}-{self.size[0]}x{self.size[1]}"


class Photographer:
    """Leads one program through its screens."""

    def __init__(self, home: Home, look: Look, out: Path, name: str = "Anna Berger") -> None:
        """Name is who sits at the desk; nobody at a new one."""
        self._look = look
        self._out = out
        self._home = home
        set_language(look.language)
        for key, value in (("ui.language", look.language), ("ui.theme", look.theme), ("reviewer.name", name)):
            write_setting(home.settings, key, value)
        self._program = Program(lambda: _open(home))

    def work(self) -> None:
        """Take every picture of this look."""
        program = self._program
        program.start()
        self._wait(lambda: program.workspace is not None)
        program.window.resize(*self._look.size)
        walk = Walkthrough(program, self._out)
        for step in walk.steps_to_review():
            self._wait(step.ready)
            step.act()
        self._wait(lambda: True)
        self._take("review")
        self._take_reading()
        for place in PLACES:
            program.window.show_page(place)
            self._wait(lambda: True)
            self._take(place)
        self._take_texts()
        for name, ready in mail_screens(program):
            self._wait(ready)
            self._take(name)
        program.window.show_page("review")
        for name, ready in desk_screens(program, self._home.folder / "scratch"):
            self._wait(ready)
            self._take(name)
        program.window.show_page("review")
        program.window.show_keys()
        self._wait(lambda: True)
        self._take("keys")
        program.close()

    def take_first_steps(self) -> None:
        """The steps of a new desk."""
        program = self._program
        program.start()
        self._wait(lambda: program.workspace is not None)
        program.window.resize(*self._look.size)
        page = program.window.findChildren(WelcomePage)[0]
        for step in range(3):
            page.show_step(step)
            self._wait(lambda: True)
            self._take(f"welcome-{step + 1}")
        program.close()

    def _take_reading(self) -> None:
        """The document with its small pages, turned, searched, and asked for a page; then as it was."""
        actions = self._program.window.actions_table
        view = self._program.window.findChildren(DocumentView)[0]
        for name, deeds in (
            ("pages", ("thumbnails",)),
            ("turned", ("rotate",)),
            ("page-bar", ("rotate-back", "go-to-page")),
            ("find", ("thumbnails", "find")),
        ):
            for deed in deeds:
                actions[deed].trigger()
            if name == "find":
                QTest.keyClicks(view.finder.bar.field, "GmbH")
            self._wait(lambda: True)
            self._take(name)
        view.finder.close()

    def _take_texts(self) -> None:
        """A letter's text: as it is, with a mistake, and beside its earlier version."""
        window = self._program.window
        window.show_page("texts")
        self._wait(lambda: True)
        self._take("texts")
        editor = window.findChildren(TextEditor)[0]
        before = editor.toPlainText()
        for name, after in (
            ("texts-mistake", before.replace("{{ salutation(person) }}", "{{ salutation(persn) }}")),
            (
                "texts-versions",
                before.replace("Ihren Lebenslauf", "Ihr Profil").replace("your CV", "your profile"),
            ),
        ):
            editor.replace_text(after)
            if name.endswith("versions"):
                window.actions_table["text-versions"].trigger()
            self._wait(lambda: True)
            self._take(name)
        editor.replace_text(before)
        self._wait(lambda: True)

    def _take(self, name: str) -> None:
        widget: QWidget = self._program.window
        widget.grab().save(str(self._out / f"{self._look.name}-{name}.png"))

    def _wait(self, ready: Callable[[], bool]) -> None:
        """Serve the window until it is ready and has been quiet for a moment."""
        begin = quiet = monotonic()
        while monotonic() - quiet < _QUIET_S or not ready():
            QTest.qWait(30)
            if not self._program.background.idle():
                quiet = monotonic()
            if monotonic() - begin > _PATIENCE_S:
                raise SystemExit(f"not ready: {self._look.name}")


def _open(home: Home) -> Workspace:
    from reviewer.workspace import Workspace

    return Workspace(home)


def main() -> None:
    """Take all pictures into the folder named, and the README's; --look takes those of some looks only."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--look", action="append", default=[], help="such as de-light-1280x800; all when none is named")
    arguments = parser.parse_args()
    out: Path = arguments.out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    every = [
        Look(language=language, theme=theme, size=size)
        for language in ("de", "en")
        for theme in ("light", "dark")
        for size in SIZES
    ]
    looks = [look for look in every if not arguments.look or look.name in arguments.look]
    with tempfile.TemporaryDirectory() as name:
        filled = Path(name) / "filled"
        fill(Home(folder=filled), None, applicants=128, seed=1, say=lambda _: None)
        for look in looks:
            home = Home(folder=Path(name) / look.name)
            shutil.copytree(filled, home.folder)
            Photographer(home, look, out).work()
            Photographer(Home(folder=Path(name) / f"{look.name}-new").make(), look, out, name="").take_first_steps()
            print(look.name, flush=True)
    picture = out / "en-light-1440x900-review.png"
    if picture.exists() and not arguments.look:
        README_PICTURE.write_bytes(picture.read_bytes())


if __name__ == "__main__":
    main()
