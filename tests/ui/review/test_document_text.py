"""What is selected, how it reads, and what is found, without a window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QSize

from reviewer.domain.pages import PageSize, Word
from reviewer.domain.sizing import Fit, fit_percent
from tests.fakes_documents import A4, LEFT, LETTER, LINE, TOP, lay_words
from ui.review.document_find import MAX_HITS, Search
from ui.review.document_layout import PageLayout, Spot
from ui.review.document_text import (
    PageText,
    Selection,
    block_span,
    find_place,
    make_selection,
    word_span,
)


def text_of(*lines: str) -> PageText:
    return PageText(lay_words(lines))


def two_columns() -> PageText:
    left = [Word(text=f"l{n}", rect=(50, 100 + 20 * n, 90, 112 + 20 * n), block=0, line=n) for n in range(5)]
    right = [Word(text=f"r{n}", rect=(300, 100 + 20 * n, 340, 112 + 20 * n), block=1, line=n) for n in range(3)]
    return PageText([*right, *left])


def test_words_are_read_block_by_block_whatever_their_order_of_arrival() -> None:
    assert two_columns().copy_text(0, 8).split() == ["l0", "l1", "l2", "l3", "l4", "r0", "r1", "r2"]


def test_a_pointer_beyond_a_short_line_takes_that_lines_last_word() -> None:
    text = text_of("a long line of many words here", "short one", "another long line of words")
    index = text.nearest(LEFT + 28 * LETTER, TOP + LINE + 2)
    assert index is not None
    assert text.words[index].text == "one"


def test_a_pointer_below_a_column_stays_in_that_column() -> None:
    text = two_columns()
    index = text.nearest(310, 175)
    assert index is not None
    assert text.words[index].text == "r2"


def test_a_page_without_words_has_no_nearest_word() -> None:
    assert PageText(()).nearest(10, 10) is None
    assert find_place({1: PageText(())}, Spot(page=1, x=1, y=1)) is None


def test_a_copy_keeps_the_lines() -> None:
    assert text_of("Petra Neumann", "Werkleiterin").copy_text(0, 3) == "Petra Neumann\nWerkleiterin"


@pytest.mark.parametrize(
    ("lines", "quote"),
    [
        (("Leitung der Pro-", "duktion in Ulm"), "Leitung der Produktion in Ulm"),
        (("Führungs-", "und Fachkraft"), "Führungs- und Fachkraft"),
        (("Nord-", "Süd GmbH"), "Nord- Süd GmbH"),
        (("1998 -", "heute"), "1998 - heute"),
    ],
)
def test_a_quote_is_one_line_and_makes_broken_words_whole(lines: tuple[str, ...], quote: str) -> None:
    text = text_of(*lines)
    assert text.quote(range(len(text.words))) == quote


def test_a_selection_reaches_over_pages_in_either_direction() -> None:
    texts = {1: text_of("one two"), 2: text_of("three four")}
    for anchor, focus in (((1, 1), (2, 0)), ((2, 0), (1, 1))):
        selection = make_selection(texts, anchor, focus, word_span)
        assert selection.copy_text(texts) == "two\nthree"
    assert [quote for _page, _rect, quote in selection.quotes(texts)] == ["two", "three"]


def test_whole_paragraphs_are_selected_at_both_ends() -> None:
    texts = {1: two_columns()}
    assert make_selection(texts, (1, 3), (1, 3), block_span).copy_text(texts).split() == ["l0", "l1", "l2", "l3", "l4"]
    assert make_selection(texts, (1, 6), (1, 4), block_span).copy_text(texts).split()[-1] == "r2"


def test_a_rectangle_takes_the_words_whose_middle_it_holds() -> None:
    text = text_of("one two three")
    rect = (LEFT + 3 * LETTER, TOP - 2, LEFT + 10 * LETTER, TOP + 14)
    assert text.quote(text.inside(rect)) == "two"


def test_a_page_that_has_not_arrived_is_left_out_of_a_selection() -> None:
    selection = Selection(start=(1, 0), end=(3, 0))
    assert selection.copy_text({1: text_of("one"), 3: text_of("three")}) == "one\nthree"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("STRASSE", 1),
        ("straße", 1),
        ("cafe", 1),
        ("Café", 1),
        ("produktion", 1),
        ("nordwerk  antriebe", 1),
        ("1998-2003", 1),
        ("o", 5),
        ("xyzzy", 0),
        ("   ", 0),
        ("", 0),
    ],
)
def test_find_ignores_case_accents_dashes_and_line_ends(query: str, found: int) -> None:
    search = Search()
    search.set_words(1, text_of("Café in der Straße", "die Pro-", "duktion bei Nordwerk", "Antriebe 1998–2003 oo"))
    search.set_query(query, 1)
    assert len(search.hits) == found


def test_a_hit_over_a_line_end_has_a_rectangle_on_each_line() -> None:
    search = Search()
    search.set_words(1, text_of("bei Nordwerk", "Antriebe in Ulm"))
    search.set_query("werk antr", 1)
    first, second = search.hits[0].rects
    assert first == pytest.approx((LEFT + 8 * LETTER, TOP, LEFT + 12 * LETTER, TOP + 12))
    assert second == pytest.approx((LEFT, TOP + LINE, LEFT + 4 * LETTER, TOP + LINE + 12))


def test_hits_of_pages_that_arrive_later_are_put_in_page_order_and_the_current_one_stays() -> None:
    search = Search()
    search.set_query("ulm", 2)
    search.set_words(2, text_of("Ulm"))
    assert (search.position, len(search.hits)) == (1, 1)
    search.set_words(1, text_of("Ulm und Ulm"))
    assert (search.position, len(search.hits)) == (3, 3)


def test_looking_begins_at_the_page_one_reads_and_goes_round_the_end() -> None:
    search = Search()
    for page in (1, 2, 3):
        search.set_words(page, text_of("Ulm"))
    search.set_query("ulm", 2)
    assert search.position == 2
    search.step(1)
    search.step(1)
    assert search.position == 1
    search.step(-1)
    assert search.position == 3


def test_a_letter_that_is_everywhere_is_marked_a_bounded_number_of_times() -> None:
    search = Search()
    for page in range(1, 20):
        search.set_words(page, text_of(*("e" * 80 for _line in range(10))))
    search.set_query("e", 1)
    assert len(search.hits) == MAX_HITS


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
@pytest.mark.parametrize("width", [399, 640, 641, 1283])
def test_pages_fitted_to_the_width_never_need_a_bar_below(ratio: float, width: int) -> None:
    pages = (A4, PageSize(width=612, height=792))
    viewport = QSize(width, 800)
    layout = PageLayout(pages, fit_percent(pages, Fit.WIDTH, viewport.width(), viewport.height()), viewport, ratio)
    assert layout.size.width() <= width * ratio + 0.5
    assert layout.rect(1).bottom() < layout.rect(2).top()


def test_a_place_on_a_page_is_found_again_at_another_zoom() -> None:
    small, large = (PageLayout((A4, A4, A4), percent, QSize(640, 800), 1.0) for percent in (50, 400))
    spot = Spot(page=3, x=100, y=200)
    for layout in (small, large):
        found = layout.spot(layout.point(spot))
        assert (found.page, found.x, found.y) == pytest.approx((3, 100, 200))


def test_a_page_that_fits_whole_is_as_high_as_the_pane() -> None:
    viewport = QSize(900, 700)
    layout = PageLayout((A4,), fit_percent((A4,), Fit.PAGE, viewport.width(), viewport.height()), viewport, 1.0)
    assert layout.size.height() <= 701
    assert layout.spot(QPointF(0, 0)).page == 1
