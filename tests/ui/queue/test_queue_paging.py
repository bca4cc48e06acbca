"""Lists longer than a page: honest lengths, rows that come when they are looked at, ends that are reached."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from reviewer.domain.views import QueueOrder, QueueQuery, QueueRow
from tests.benchmarks.queue_rows import fill
from tests.ui.queue.queue_stage import Stage
from ui.queue.line_layout import LineLayout
from ui.queue.listing import Heading

COUNT = 4_000


@pytest.fixture
def long(stage: Stage) -> Stage:
    """A pane with some thousand applicants in every group."""
    fill(stage.desk.home, COUNT, today=date(2026, 11, 23))
    stage.load()
    return stage


def all_rows(stage: Stage, query: QueueQuery) -> list[QueueRow]:
    rows: list[QueueRow] = []
    page = stage.desk.queue(query, None, 500)
    rows += page.rows
    while page.next is not None:
        page = stage.desk.queue(query, page.next, 500)
        rows += page.rows
    return rows


def test_the_list_is_as_long_as_the_core_says_before_the_rows_are_here(long: Stage) -> None:
    expected = len(all_rows(long, QueueQuery()))
    headings = len(long.headings())
    assert headings == 4
    assert long.presenter.model.rowCount() == expected + headings
    assert len(long.rows()) < expected


def test_rows_come_where_one_looks_and_only_as_far(long: Stage) -> None:
    bar = long.view.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 4)
    long.wait()
    first, last = long.view.list.shown_range()
    assert all(long.presenter.model.line(line) is not None for line in range(first, last + 1))
    assert long.presenter.model.line(long.presenter.model.rowCount() - 1) is None


def test_the_far_end_is_reached_and_right(long: Stage) -> None:
    bar = long.view.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    long.wait()
    last = long.presenter.model.line(long.presenter.model.rowCount() - 1)
    assert last == all_rows(long, QueueQuery())[-1]


@pytest.mark.parametrize("order", list(QueueOrder))
def test_walked_through_to_the_end_the_list_is_the_core_s(long: Stage, order: QueueOrder) -> None:
    query = QueueQuery(groups=("corrected", "new", "due"), order=order)
    long.presenter.choose(query)
    bar = long.view.list.verticalScrollBar()
    long.wait()
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + 20 * bar.pageStep())
        long.wait()
    assert long.rows() == all_rows(long, query)


def test_end_chooses_the_last_row_once_it_is_here(long: Stage) -> None:
    long.press(Qt.Key.Key_End)
    last = all_rows(long, QueueQuery())[-1]
    assert long.chosen == [last.key]
    assert long.title() == last.name


def test_a_reload_keeps_a_choice_deep_in_the_list_and_the_place(long: Stage) -> None:
    bar = long.view.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    long.wait()
    long.presenter.pick(long.view.list.shown_range()[0] + 3)
    title, place = long.title(), bar.value()
    long.announce()
    assert (long.title(), bar.value()) == (title, place)
    first, last = long.view.list.shown_range()
    assert all(long.presenter.model.line(line) is not None for line in range(first, last + 1))


def test_the_next_one_is_known_across_pages_and_groups(long: Stage) -> None:
    rows = all_rows(long, QueueQuery(groups=("corrected", "new", "due")))
    here = rows[0].key
    for expected in rows[1:260]:
        following = long.presenter.next_key(here)
        assert following == expected.key
        long.presenter.select(following)
        long.wait()
        here = following


def test_a_line_s_height_finds_the_line_again() -> None:
    layout = LineLayout(counts=(3, 1, 20), heading=32, row=52)
    assert layout.height() == 3 * 32 + 24 * 52
    for line in range(layout.lines()):
        top, height = layout.span(line)
        assert (layout.line_at(top), layout.line_at(top + height - 1)) == (line, line)
    assert (layout.line_at(-1), layout.line_at(layout.height())) == (None, None)


def test_rows_to_come_are_painted_as_rows(long: Stage) -> None:
    bar = long.view.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    line = long.view.list.shown_range()[0]
    assert long.presenter.model.line(line) is None
    assert not long.view.grab().isNull()
    assert not isinstance(long.presenter.model.line(line), Heading)
    long.wait()
