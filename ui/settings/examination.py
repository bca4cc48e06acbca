"""Looks at every part the desk stands on and lists what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.views import Finding
from reviewer.i18n import gettext as _
from ui.error_words import WORDS
from ui.errors import words_for_code
from ui.settings.section import Section
from ui.settings.settings_presenter import SettingsPresenter
from ui.theme import S1, S2, S3
from ui.widgets.buttons import ActionButton
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import ProgressLine
from ui.widgets.paragraph import Paragraph


class Examination(Section):
    """Shows the findings of the last look, in the doctor's order."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        about = _("Database, mail, keyring, document reader: each is tried, and each fault named with its remedy.")
        super().__init__("parts", "shield-check", _("Self-check"), about)
        self._presenter = presenter
        self.button = ActionButton(_("Look at every part"), icon="refresh-cw")
        self.button.clicked.connect(self.look)
        self._progress = ProgressLine(_("Every part is being looked at"))
        self._progress.setRange(0, 0)
        self._progress.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(S3)
        self._shown: list[QWidget] = []
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._progress)
        self.body.addLayout(self._list)
        presenter.examined.connect(self.show_findings)

    def look(self) -> None:
        """Look now."""
        self.button.setEnabled(False)
        self._progress.show()
        self._presenter.examine()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """List what was found."""
        self.button.setEnabled(True)
        self._progress.hide()
        for old in self._shown:
            self._list.removeWidget(old)
            old.deleteLater()
        self._shown = [FindingRow(finding) for finding in findings]
        for row in self._shown:
            self._list.addWidget(row)


class FindingRow(QWidget):
    """One part: whether it is well, and the remedy when it is not."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        state = _("in order") if finding.ok else _("not there") if finding.optional else _("not in order")
        name = part_label(finding.name)
        self.setAccessibleName(f"{name}, {state}")
        words = QVBoxLayout()
        words.setSpacing(S1 // 2)
        head = QHBoxLayout()
        head.setSpacing(S2)
        head.addWidget(PlainLabel(name, role="strong"))
        head.addWidget(PlainLabel(detail_words(finding), role="small", tone="dim"), 1)
        words.addLayout(head)
        if finding.remedy:
            words.addWidget(Paragraph(finding.remedy, role="small", tone="text"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S2)
        line.addWidget(_mark(finding), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)


def _mark(finding: Finding) -> IconMark:
    if finding.ok:
        return IconMark("circle-check", "ok")
    return IconMark("info", "dim") if finding.optional else IconMark("triangle-alert", "warn")


def part_label(name: str) -> str:
    """How people call a part; an unknown one stands for itself."""
    labels = {
        "database": _("Shared database"),
        "schema": _("Tables of the database"),
        "clock": _("Clock of this computer"),
        "mail": _("Mail"),
        "sign-in": _("Sign-in at the provider"),
        "keyring": _("Place for the password"),
        "worker": _("Document reader"),
        "confinement": _("Protection against documents"),
        "libreoffice": "LibreOffice",
        "tesseract": "Tesseract (OCR)",
        "prefetch": _("Documents fetched ahead"),
    }
    return labels.get(name, name)


def detail_words(finding: Finding) -> str:
    """What was found, in words where there are some."""
    if not finding.ok:
        otherwise = _("can be added") if finding.optional else _("not in order")
        return words_for_code(finding.detail).title if finding.detail in WORDS else otherwise
    details = {
        "off": _("switched off"),
        "ok": _("works"),
        "folder": _("letters leave as files"),
        "smtp": _("the mail server answers"),
        "sqlite": _("a file on this computer"),
        "postgresql": _("PostgreSQL answers"),
    }
    return details.get(finding.detail, finding.detail)
