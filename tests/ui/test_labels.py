"""Strangers' text is shown as it is, never as markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.labels import PlainLabel, one_line, plain_tooltip
from ui.widgets.paragraph import Paragraph

HOSTILE = "<b>Petra</b> {{7*7}} & <img src='x'>"


def test_markup_stays_text(qtbot: QtBot) -> None:
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)
    label.setText(HOSTILE)
    assert (label.textFormat(), label.text()) == (Qt.TextFormat.PlainText, HOSTILE)


def test_line_breaks_and_reordering_marks_do_not_reach_a_line() -> None:
    assert one_line("  Petra\r\n\tWeiß\u2028x\u202etxet\u2069 \x00") == "Petra Weiß xtxet"


def test_marks_that_belong_to_a_script_are_kept() -> None:
    assert one_line("שלום\u200f") == "שלום\u200f"


def test_a_tooltip_escapes_what_looks_like_markup() -> None:
    assert "<b>" not in plain_tooltip(HOSTILE)
    assert "&lt;b&gt;Petra" in plain_tooltip(HOSTILE)


def test_a_tooltip_of_nothing_is_nothing() -> None:
    assert plain_tooltip("") == ""


def test_a_long_name_is_shortened_and_told_on_hover(qtbot: QtBot) -> None:
    label = PlainLabel("A" * 300)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.is_shortened()
    assert "A" * 300 in label.toolTip()
    label.setText("Kim")
    assert (label.is_shortened(), label.toolTip()) == (False, "")


@pytest.mark.parametrize("text", ["", HOSTILE, "x" * 300, "a\nb\n\nc", "\u202e" * 5])
def test_a_label_can_always_be_drawn(qtbot: QtBot, text: str) -> None:
    label = PlainLabel(text)
    qtbot.addWidget(label)
    label.resize(80, 20)
    assert not label.grab().isNull()


def test_a_paragraph_grows_as_it_gets_narrower(qtbot: QtBot) -> None:
    paragraph = Paragraph("Alle Angaben und Briefe dieser Person werden gelöscht. " * 4)
    qtbot.addWidget(paragraph)
    assert paragraph.heightForWidth(120) > paragraph.heightForWidth(600)


def test_a_paragraph_keeps_markup_as_text_and_reads_it_out(qtbot: QtBot) -> None:
    paragraph = Paragraph(HOSTILE)
    qtbot.addWidget(paragraph)
    assert (paragraph.text(), paragraph.accessibleName()) == (HOSTILE, HOSTILE)
