"""Makes the Qt application: names, fonts, theme, words of Qt's own dialogs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reviewer.i18n import current_language
from ui.fonts import load_fonts
from ui.icons import ICONS
from ui.theme import Scheme, ThemeSwitch

NAME = "Reviewer"
_LOCALES = {"en": "en_GB"}
"""The English of the program is British: weeks begin on Monday, days stand before months."""


def make_application(arguments: Sequence[str], scheme: Scheme = Scheme.SYSTEM) -> tuple[QApplication, ThemeSwitch]:
    """The one application of this process, dressed and speaking the present language."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(list(arguments))
    application.setApplicationName("reviewer")
    application.setApplicationDisplayName(NAME)
    application.setDesktopFileName("reviewer")
    application.setStyle("fusion")
    application.setWindowIcon(QIcon(str(ICONS / "reviewer.svg")))
    speak(application)
    load_fonts()
    return application, ThemeSwitch(application, scheme)


def speak(application: QApplication) -> None:
    """Let Qt's own dialogs, dates and numbers speak the present language."""
    language = current_language()
    QLocale.setDefault(QLocale(_LOCALES.get(language, language)))
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)


def run_until_closed(application: QApplication) -> int:
    """Serve the window until it is closed; gives the exit code."""
    return application.exec()
