"""Shows a fault of the program with a report that can be copied and holds no personal data."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from reviewer.i18n import gettext as _
from ui.theme import S2, theme
from ui.widgets.buttons import ActionButton, PrimaryButton
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph
from ui.widgets.sheet import Sheet


class BugReport(Sheet):
    """One sheet for all faults: a further one is added to the report that is open."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("Something went wrong in the program"), width=640)
        text = _("Nothing you entered is lost. The report names places in the program, no person and no letter.")
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(_("Report"))
        self._report.setFixedHeight(theme().px(220))
        copy = ActionButton(_("Copy the report"), icon="copy")
        copy.clicked.connect(self.copy)
        close = PrimaryButton(_("Go on"), key=_("Esc"))
        close.clicked.connect(self.close_sheet)
        self._first = copy
        self.body.addWidget(PlainLabel(_("Something went wrong in the program"), role="title"))
        self.body.addWidget(Paragraph(text, tone="dim"))
        self.body.addWidget(self._report)
        row = QHBoxLayout()
        row.setSpacing(S2)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        self.body.addLayout(row)

    def tell(self, report: str) -> None:
        """Show a report, after those not closed yet."""
        if self.isVisible():
            self._report.appendPlainText(f"\n{report}")
            return
        self._report.setPlainText(report)
        self.open(self._first)

    def text(self) -> str:
        """The report as shown."""
        return self._report.toPlainText()

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report.toPlainText())
