"""How pins stand on the page: around their words, washed once, with badges where no words are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from reviewer.domain.ids import EvidenceId
from reviewer.domain.pages import PageSize, Word
from ui.review.document_evidence import Mark, Tone
from ui.review.document_layout import PageLayout, Rect
from ui.review.document_mark_painter import MarkDrawing, draw_marks, paint_marks
from ui.review.document_mark_places import MarkPlaces, PlacedMark, find_mark
from ui.review.document_text import PageText
from ui.theme import theme
from ui.tokens import LIGHT

PAGE = PageSize(width=595.0, height=842.0)
PITCH, HEIGHT, LETTER = 12.0, 13.0, 6.0
"""Lines follow each other more closely than their words are high, as in many a document."""
DATES, TITLES = 70.0, 200.0


def _line(number: int, block: int, x: float, text: str) -> list[Word]:
    words, top = [], 100.0 + number * PITCH
    for one in text.split():
        rect = (x, top, x + LETTER * len(one), top + HEIGHT)
        words.append(Word(text=one, rect=rect, block=block, line=number))
        x += LETTER * (len(one) + 0.5)
    return words


TEXT = PageText(
    [
        *_line(0, 0, DATES, "2024 - heute"),
        *_line(0, 1, TITLES, "Leiterin Netze"),
        *_line(1, 1, TITLES, "Nordwerk GmbH in Hagen"),
        *_line(2, 1, TITLES, "Berichtend an den Vorstand der ganzen Gruppe"),
        *_line(3, 1, TITLES, "Prokura"),
    ]
)
STATION: Rect = (DATES, 100, 330, 100 + PITCH + HEIGHT)
STATION_WORDS = "2024 - heute Leiterin Netze Nordwerk GmbH in Hagen"
REPORT: Rect = (TITLES, 100 + 2 * PITCH, 480, 100 + 2 * PITCH + HEIGHT)
REPORT_WORDS = "Berichtend an den Vorstand der ganzen Gruppe"


def _mark(rect: Rect, quote: str, number: int = 2, *, name: str = "", focused: bool = False) -> Mark:
    return Mark(
        id=EvidenceId(name or quote or "area"),
        number=number,
        page=1,
        rect=rect,
        quote=quote,
        tone=Tone.BAD,
        focused=focused,
    )


def _place(*marks: Mark, percent: float = 100, turn: int = 0, text: PageText = TEXT) -> list[PlacedMark]:
    layout = PageLayout([PAGE], percent, QSize(900, 900), 1, turn)
    return MarkPlaces().place(marks, layout, 1, {1: text})


def _words(percent: float = 100, turn: int = 0) -> list[QRectF]:
    layout = PageLayout([PAGE], percent, QSize(900, 900), 1, turn)
    return [layout.on_desk(1, word.rect) for word in TEXT.words]


def _badges(placed: list[PlacedMark]) -> list[QRectF]:
    badges = dict.fromkeys((one.badge.x(), one.badge.y(), one.badge.width(), one.badge.height()) for one in placed)
    return [QRectF(*badge) for badge in badges]


def _picture(drawing: MarkDrawing, qtbot: QtBot) -> QImage:
    del qtbot  # its application gives the fonts
    picture = QImage(900, 1200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_marks(painter, drawing, 1, QRectF(picture.rect()), theme().font("body"))
    painter.end()
    return picture


def test_a_pin_lies_around_its_own_words_alone() -> None:
    (placed,) = _place(_mark(STATION, STATION_WORDS))
    inside = [
        word.text
        for word, rect in zip(TEXT.words, _words(), strict=True)
        if any(row.contains(rect.center()) for row in placed.rows)
    ]
    assert inside == STATION_WORDS.split()


def test_a_frame_runs_at_most_half_way_to_the_next_words() -> None:
    (placed,) = _place(_mark(STATION, STATION_WORDS))
    below = next(rect for word, rect in zip(TEXT.words, _words(), strict=True) if word.text == "Berichtend")
    last = max(placed.rows, key=lambda row: row.bottom())
    assert last.bottom() == pytest.approx(below.top() + (HEIGHT - PITCH) / 2 * 96 / 72)


def test_an_area_without_words_is_drawn_as_it_was_marked() -> None:
    layout = PageLayout([PAGE], 100, QSize(900, 900), 1)
    (placed,) = _place(_mark((100, 400, 300, 500), ""))
    assert placed.rows == (layout.on_desk(1, (100, 400, 300, 500)),)


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("percent", [50, 75, 200])
def test_badges_lie_on_the_page_and_neither_on_words_nor_on_each_other(percent: float, turn: int) -> None:
    placed = _place(
        _mark(STATION, STATION_WORDS),
        _mark(STATION, STATION_WORDS, 5),
        _mark(REPORT, REPORT_WORDS, 3),
        percent=percent,
        turn=turn,
    )
    page = PageLayout([PAGE], percent, QSize(900, 900), 1, turn).rect(1)
    badges = _badges(placed)
    assert len(badges) == 3
    for index, badge in enumerate(badges):
        assert QRectF(page).contains(badge)
        assert not any(badge.intersects(word) for word in _words(percent, turn))
        assert not any(badge.intersects(other.adjusted(0.01, 0.01, -0.01, -0.01)) for other in badges[:index])


def test_a_badge_stays_on_a_page_whose_words_begin_at_its_edge() -> None:
    text = PageText(_line(0, 0, 1.0, "Telefon 0221 4710682"))
    (placed,) = _place(_mark((1, 100, 60, 113), "Telefon"), text=text)
    layout = PageLayout([PAGE], 100, QSize(900, 900), 1)
    assert QRectF(layout.rect(1)).contains(placed.badge)
    assert not any(placed.badge.intersects(layout.on_desk(1, word.rect)) for word in text.words)


def test_one_criterion_has_one_badge_at_a_place_and_another_elsewhere() -> None:
    nested = _mark((TITLES, 100 + PITCH, 330, 100 + PITCH + HEIGHT), "Nordwerk GmbH in Hagen")
    far = _mark((TITLES, 100 + 3 * PITCH, 260, 100 + 3 * PITCH + HEIGHT), "Prokura")
    placed = {str(one.mark.id): one.badge for one in _place(_mark(STATION, STATION_WORDS), nested, far)}
    assert placed[STATION_WORDS] == placed[nested.id]
    assert placed["Prokura"] != placed[STATION_WORDS]
    assert len(draw_marks(_place(_mark(STATION, STATION_WORDS), nested, far), 1).badges) == 2


def test_a_pin_waits_for_the_words_of_its_page() -> None:
    layout = PageLayout([PAGE], 100, QSize(900, 900), 1)
    (placed,) = MarkPlaces().place([_mark(STATION, STATION_WORDS)], layout, 1, {})
    assert placed.rows == ()
    assert draw_marks([placed], 1) == MarkDrawing()
    assert not placed.box.isEmpty()


def test_words_that_come_later_have_pins_placed_around_them() -> None:
    layout, places = PageLayout([PAGE], 100, QSize(900, 900), 1), MarkPlaces()
    before = places.place([_mark(STATION, STATION_WORDS)], layout, 1, {1: PageText(())})
    after = places.place([_mark(STATION, STATION_WORDS)], layout, 1, {1: TEXT})
    assert len(before[0].rows) == 1
    assert len(after[0].rows) == 2


def test_overlapping_pins_wash_words_once(qtbot: QtBot) -> None:
    pins = [_mark(STATION, STATION_WORDS, focused=True)]
    once = _picture(draw_marks(_place(*pins), 1), qtbot)
    pins += [
        replace(pins[0], id=EvidenceId("again")),
        replace(pins[0], id=EvidenceId("other"), number=3, focused=False),
    ]
    thrice = _picture(draw_marks(_place(*pins), 1), qtbot)
    middle = _place(*pins)[0].rows[0].center().toPoint()
    assert once.pixelColor(middle) != QColor(Qt.GlobalColor.white)
    assert thrice.pixelColor(middle) == once.pixelColor(middle)


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize(("focused", "lit"), [(False, False), (True, False), (True, True)])
def test_words_stay_readable_on_every_wash(qtbot: QtBot, tone: Tone, *, focused: bool, lit: bool) -> None:
    mark = replace(_mark(STATION, STATION_WORDS), tone=tone, focused=focused, lit=lit)
    placed = _place(mark)
    wash = _picture(draw_marks(placed, 1), qtbot).pixelColor(placed[0].rows[0].center().toPoint())
    assert _contrast(wash, QColor(LIGHT["text"])) >= 7


def test_the_focused_criterion_is_framed_and_the_others_have_a_bar() -> None:
    placed = _place(_mark(STATION, STATION_WORDS, focused=True), _mark(REPORT, REPORT_WORDS, 3))
    strong, faint = draw_marks(placed, 1).shapes
    assert not strong.frame.isEmpty()
    assert strong.bars == ()
    assert faint.frame.isEmpty()
    assert len(faint.bars) == 1


def test_between_the_words_of_two_columns_no_other_pin_is_found() -> None:
    placed = _place(_mark(STATION, STATION_WORDS), _mark(REPORT, REPORT_WORDS, 3))
    layout = PageLayout([PAGE], 100, QSize(900, 900), 1)
    report = find_mark(placed, layout.on_desk(1, REPORT).center())
    assert report is not None
    assert report.number == 3
    assert find_mark(placed, layout.on_desk(1, (80, 100 + PITCH * 1.5, 90, 100 + PITCH + HEIGHT)).center()) is None


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
