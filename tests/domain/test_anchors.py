"""A quote is found where its words stand in another layout."""

from __future__ import annotations

from reviewer.domain.anchors import Anchor, find_anchor
from reviewer.domain.pages import Word

ELSEWHERE = (400.0, 400.0, 500.0, 420.0)


def lay(*pages: str) -> dict[int, tuple[Word, ...]]:
    """Pages of words, each ten points after the one before and a line for itself."""
    return {
        number: tuple(
            Word(text=word, rect=(10, 20 * place, 60, 20 * place + 10), block=0, line=place)
            for place, word in enumerate(page.split())
        )
        for number, page in enumerate(pages, start=1)
    }


def found(quote: str, anchor: Anchor, *pages: str) -> Anchor | None:
    return find_anchor(quote, anchor, lay(*pages))


def test_a_quote_that_stands_where_it_was_pinned_stays() -> None:
    anchor = (1, (5.0, 19.0, 61.0, 31.0))
    assert found("Werkleiter", anchor, "Lebenslauf Werkleiter Nordwerk") == anchor


def test_a_quote_is_found_on_another_page() -> None:
    assert found("Werkleiter Nordwerk", (1, ELSEWHERE), "Lebenslauf", "bei Werkleiter Nordwerk") == (
        2,
        (10, 20, 60, 50),
    )


def test_words_parted_at_a_lines_end_are_the_same_words() -> None:
    assert found("Produktion in Ulm", (1, ELSEWHERE), "Leitung der Pro- duktion in Ulm") == (1, (10, 40, 60, 110))
    assert found("Pro- duktion", (1, ELSEWHERE), "PRODUKTION") == (1, (10, 0, 60, 10))


def test_of_several_places_the_one_nearest_to_the_pinned_page_counts() -> None:
    pages = ("Werkleiter", "nichts", "Werkleiter", "nichts", "nichts")
    assert found("Werkleiter", (4, ELSEWHERE), *pages) == (3, (10, 0, 60, 10))


def test_words_that_go_on_over_a_pages_end_are_framed_on_the_first() -> None:
    assert found("Leitung der Produktion", (1, ELSEWHERE), "nichts Leitung der", "Produktion") == (1, (10, 20, 60, 50))


def test_a_quote_that_is_nowhere_has_no_place_and_a_place_without_words_stays() -> None:
    assert found("Werkleiter", (1, ELSEWHERE), "Lebenslauf") is None
    assert found(" ", (1, ELSEWHERE), "Lebenslauf") == (1, ELSEWHERE)
    assert found("Werkleiter", (1, ELSEWHERE)) is None
