"""The career strip: told in words, walked by keys, clicked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.career import career_of
from reviewer.domain.findings import Place
from tests.domain.findings_made import findings, station
from ui.review.career_strip import CareerStrip

FOUND = findings(station("2003-02", "2006-04"), station("2014-03", "2015-12", page=2), newest="2015-12")


@pytest.fixture
def strip(qtbot: QtBot) -> CareerStrip:
    made = CareerStrip()
    qtbot.addWidget(made)
    made.resize(600, made.sizeHint().height())
    made.show()
    made.show_career(career_of(FOUND, date(2026, 11, 23)), known=True)
    return made


def chosen(strip: CareerStrip) -> list[Place]:
    places: list[Place] = []
    strip.period_chosen.connect(places.append)
    return places


def test_the_line_is_told_to_those_who_do_not_see_it(strip: CareerStrip) -> None:
    assert strip.accessibleDescription() == (
        "2 dated periods since 2003. 7 years silent: 05/2006 – 02/2014. "
        "10 years silent: 01/2016 – 11/2026. newest 12/2015"
    )


def test_arrows_walk_along_the_periods_and_enter_leads_to_the_place(strip: CareerStrip) -> None:
    places = chosen(strip)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(strip, key)
    assert [place.page for place in places] == [2]
    assert strip.accessibleDescription() == "03/2014 – 12/2015: Plant manager"
    QTest.keyClick(strip, Qt.Key.Key_Left)
    QTest.keyClick(strip, Qt.Key.Key_Space)
    assert [place.page for place in places] == [2, 1]


def test_a_click_on_a_period_leads_to_the_place(strip: CareerStrip) -> None:
    places = chosen(strip)
    career = career_of(FOUND, date(2026, 11, 23))
    assert career is not None
    at: QPointF = strip._scale(career).bar(career.periods[1]).center()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at.toPoint())
    assert [place.text for place in places] == ["03/2014 - 12/2015"]


def test_a_cv_without_periods_says_so_and_takes_no_keyboard(strip: CareerStrip) -> None:
    strip.show_career(None, known=True)
    assert (strip.accessibleDescription(), strip.focusPolicy()) == (
        "No dated periods found",
        Qt.FocusPolicy.NoFocus,
    )
