"""Draws every control and the window's frame, light and dark, into pictures to look at."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer import i18n
from reviewer.domain.letter import Language
from reviewer.domain.template_texts import TextFault, TextKey, TextVersion
from ui.actions import Group
from ui.application import make_application, run_until_closed
from ui.errors import make_report
from ui.texts.conflict_bar import ConflictBar
from ui.texts.diff_view import DiffView
from ui.texts.text_diff import compare
from ui.texts.text_editor import TextEditor
from ui.theme import S2, S3, S4, S5, Scheme, ThemeSwitch
from ui.widgets.badges import KeyCap, Pill, StatusDot
from ui.widgets.buttons import ActionButton, IconButton, PrimaryButton, SegmentedControl
from ui.widgets.confirm import Confirm
from ui.widgets.entries import DateField, NumberField
from ui.widgets.fields import FormRow, SearchField
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import AnswerMark, CriterionMarks, Mark
from ui.widgets.panels import Card, EmptyState, Panel, ProgressLine, Separator, TitleRow
from ui.widgets.toast import Toast
from ui.window import Window

EVERY_MARK = tuple(Mark)
_PAUSE_MS = 120


def make_gallery() -> QWidget:
    """Every control once or more, with German words."""
    page = QWidget()
    page.setObjectName("gallery")
    page.resize(1180, 900)
    grid = QGridLayout(page)
    grid.setContentsMargins(S5, S5, S5, S5)
    grid.setSpacing(S5)
    for number, card in enumerate((_type(), _buttons(), _fields(), _marks(), _progress(), _empty())):
        grid.addWidget(card, number // 2, number % 2)
    return page


def make_frame() -> Window:
    """The window with its rail, an empty page and a status line that says something."""
    window = Window()
    page = EmptyState(
        "party-popper",
        "Alles entschieden",
        "In der Liste wartet niemand mehr. Neue Bewerbungen erscheinen hier.",
        "Bewerbungen einlesen",
        key="I",
    )
    groups = frozenset({Group.DECIDE, Group.CRITERIA, Group.QUEUE, Group.DOCUMENT})
    window.add_page("review", "list-checks", lambda: "Prüfen", page, groups=groups)
    window.add_page("outbox", "mail", lambda: "Postausgang", QWidget())
    window.add_page("conflicts", "git-compare-arrows", lambda: "Konflikte", QWidget())
    window.add_page("erasures", "eraser", lambda: "Löschungen", QWidget())
    window.add_page("settings", "settings", lambda: "Einstellungen", QWidget(), at_foot=True)
    window.set_count("outbox", 4)
    window.set_count("conflicts", 41)
    for row in window.actions_table:
        window.actions_table[row.name].triggered.connect(window.update)
    window.actions_table.limit_criteria(6)
    window.status.show_connection("ok", "Verbunden, alles gespeichert")
    window.status.show_hints(
        [
            (("J",), "weiter"),
            (("K",), "zurück"),
            (("1", "6"), "Kriterium"),
            (("F",), "Feedback"),
            (("?",), "alle Tasten"),
        ]
    )
    window.say("Alex Kim angenommen", undo=window.update, seconds=23)
    return window


def main(arguments: Sequence[str]) -> int:
    """Draw into the folder named by --out; 0 when all is written."""
    parser = argparse.ArgumentParser(prog="python -m ui.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out: Path = parser.parse_args(arguments).out
    out.mkdir(parents=True, exist_ok=True)
    i18n.set_language("de")
    application, switch = make_application(["gallery"])
    steps = _steps(out, switch)
    timer = QTimer(interval=_PAUSE_MS)
    timer.timeout.connect(lambda: next(steps, None) is None and application.quit())
    timer.start()
    return run_until_closed(application)


def _steps(out: Path, switch: ThemeSwitch) -> Iterator[str]:
    """Shows each picture, lets the window settle until it is asked for the next, and saves it."""
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        switch.choose(scheme)
        for name, make in _PICTURES.items():
            widget = make()
            widget.show()
            widget.activateWindow()
            yield name
            widget.grab().save(str(out / f"{name}-{scheme.value}.png"))
            widget.close()


def _small_frame() -> Window:
    window = make_frame()
    window.resize(1280, 800)
    return window


def _keys() -> Window:
    window = make_frame()
    window.show()
    window.show_keys()
    return window


def _palette() -> Window:
    window = make_frame()
    window.show()
    window.show_palette()
    return window


def _question() -> Window:
    window = make_frame()
    window.show()
    _confirm(window).ask()
    return window


def _fault() -> Window:
    window = make_frame()
    window.show()
    window.tell_fault(make_report(ValueError(), None, "0.1"))
    return window


def _texts() -> QWidget:
    """A letter's text with a mistake, the question beside it, and what differs from an earlier version."""
    before = "Subject: Ihr Lebenslauf\n\n{{ salutation(person) }}\n\nBitte senden Sie ihn bis zum {{ answer_by }}."
    after = before.replace("Bitte", "Wir bitten Sie:").replace("answer_by", "answer_bye")
    editor, diff, bar = TextEditor(), DiffView(), ConflictBar()
    editor.open_text(after)
    fault = TextFault(code="text-name-unknown", line=5, what="answer_bye")
    editor.show_faults([fault], ["„answer_bye“ gibt es nicht."])
    diff.show_lines(compare(before, after))
    key = TextKey(name="feedback-1", language=Language.DE)
    moment = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    bar.show_version(
        TextVersion(key=key, version=4, text=after, saved_at=moment, saved_by="Anna Berger", is_default=False)
    )
    page = _card("Brieftexte", "", bar, editor, diff)
    page.resize(760, 560)
    return page


_PICTURES: dict[str, Callable[[], QWidget]] = {
    "controls": make_gallery,
    "window": _small_frame,
    "texts": _texts,
    "keys": _keys,
    "palette": _palette,
    "confirm": _question,
    "fault": _fault,
}


def _confirm(window: Window) -> Confirm:
    return Confirm(
        window,
        title="Alle Daten von Dr. Petra Weiß löschen?",
        text="Alle Angaben, Dokumente und Briefe dieser Person werden gelöscht. Danach geht die Bestätigung hinaus. "
        "Das lässt sich nicht rückgängig machen.",
        button="Endgültig löschen",
        typed="9999",
        typed_label="Zur Sicherheit die ID eingeben: 9999",
    )


def _card(title: str, remark: str, *parts: QWidget) -> Card:
    card = Card()
    card.body.addWidget(TitleRow(title, remark))
    for part in parts:
        card.body.addWidget(part)
    card.body.addStretch(1)
    return card


def _row(*parts: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(S2)
    for part in parts:
        layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    layout.addStretch(1)
    return row


def _type() -> Card:
    pills = [
        Pill("Neu"),
        Pill("Version 3", "accent"),
        Pill("Zugesagt", "ok"),
        Pill("fällig", "warn"),
        Pill("Zweifel", "bad"),
    ]
    keys = [KeyCap(key) for key in ("J", "1", "Leertaste", "Strg+K")]
    long_name = PlainLabel("<b>Dr.</b> Maximiliane {{7*7}} von und zu Hohenlohe-Waldenburg-Schillingsfürst & Söhne")
    long_name.setFixedWidth(320)
    return _card(
        "Schrift und Marken",
        "Inter, 4-Pixel-Raster",
        PlainLabel("Dr. Petra Weiß", role="title"),
        PlainLabel("ID 9999 · Lebenslauf, Version 2 · 3 Seiten", tone="dim"),
        PlainLabel("Korrigierter Lebenslauf da · 6", role="tiny-strong", tone="faint"),
        PlainLabel("0123456789  04.05.2017, 14:05", role="mono-digits"),
        long_name,
        _row(*pills),
        _row(*keys),
    )


def _buttons() -> Card:
    decisions = QWidget()
    layout = QHBoxLayout(decisions)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(S2)
    layout.addWidget(PrimaryButton("Feedback", key="F"), 3)
    for label, key in (("Annehmen", "A"), ("Ablehnen", "R"), ("Später", "S")):
        layout.addWidget(ActionButton(label, key=key), 2)
    off = ActionButton("Nicht jetzt", key="G")
    off.setEnabled(False)
    focused = QPushButton("Fokussiert")
    focused.setFocus()
    icons = [
        IconButton(name, name) for name in ("zoom-out", "zoom-in", "move-horizontal", "rotate-cw", "search", "copy")
    ]
    pinned = IconButton("pin", "pin", checkable=True)
    pinned.setChecked(True)
    return _card(
        "Knöpfe",
        "mit ihrer Taste",
        decisions,
        _row(
            ActionButton("Löschen", kind="danger", icon="trash-2"),
            off,
            ActionButton("Rückgängig", key="Z", kind="quiet"),
        ),
        _row(*icons, pinned),
        _row(SegmentedControl((("1", "Feedback 1"), ("2", "Ablehnung"), ("3", "Zusage")), "Brief"), focused),
    )


def _fields() -> Card:
    choice = QComboBox()
    choice.addItems(["Deutsch", "Englisch"])
    wrong = FormRow("Antwortadresse", QLineEdit("petra.weiss@"), "An diese Adresse antworten Bewerber.")
    wrong.set_error("Diese Adresse ist unvollständig.")
    ticked, round_one = QCheckBox("Vor dem Versand zeigen"), QRadioButton("Ordner")
    ticked.setChecked(True)
    round_one.setChecked(True)
    day = DateField("Tag", QDate(2026, 11, 30), QDate(2026, 11, 24))
    text = QPlainTextEdit("Verspricht einen neuen Lebenslauf bis Monatsende.")
    text.setFixedHeight(56)
    return _card(
        "Felder",
        "",
        SearchField("Suchen: Name, ID, Firma …"),
        wrong,
        _row(choice, day, NumberField("Tage", 14, 1, 365), ticked, QCheckBox("Leer"), round_one, QRadioButton("SMTP")),
        text,
    )


def _marks() -> Card:
    rows = QWidget()
    grid = QGridLayout(rows)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(S3)
    for number, mark in enumerate(EVERY_MARK):
        grid.addWidget(AnswerMark(mark), number // 3, 2 * (number % 3))
        grid.addWidget(PlainLabel(mark.value), number // 3, 2 * (number % 3) + 1)
    dots = [
        part for state in ("ok", "busy", "off", "bad") for part in (StatusDot(state), PlainLabel(state, role="small"))
    ]
    return _card("Zeichen", "Form und Farbe", CriterionMarks(EVERY_MARK), rows, Separator(), _row(*dots))


def _progress() -> Card:
    known, unknown = ProgressLine("Heute"), ProgressLine("Einlesen")
    known.setRange(0, 118)
    known.setValue(37)
    unknown.setRange(0, 0)
    toast = Toast()
    toast.say("Alex Kim angenommen", undo=toast.hide, seconds=23)
    panel = Panel("tb")
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(S4, S3, S4, S3)
    layout.addWidget(PlainLabel("37 von 118 heute · noch 375 in der Liste", role="small", tone="dim"))
    layout.addWidget(known)
    return _card("Fortschritt und Meldung", "", panel, unknown, _row(toast))


def _empty() -> Card:
    return _card(
        "Leere Stelle",
        "",
        EmptyState("inbox", "Nichts im Postausgang", "Briefe erscheinen hier, sobald Sie entscheiden."),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
