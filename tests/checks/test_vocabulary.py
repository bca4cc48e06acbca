"""Words of lists in a text: by their beginning, as a whole, of several parts, and anywhere in a word."""

from __future__ import annotations

import pytest

from reviewer.checks.vocabulary import forget_texts, load, terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("geschäftsführerin, ceo", ["geschäftsführer", "ceo"]),
        ("head of sales", ["head of"]),
        ("headof, ahead of, heads of", []),
        ("ceos", []),
        ("ex-ceo_geschäftsführer", ["ceo", "geschäftsführer"]),
    ],
)
def test_a_word_is_found_where_a_word_of_the_text_begins(text: str, found: list[str]) -> None:
    titles = terms("tasks", "titles")
    assert [text[begin:end] for begin, end in titles.find(text)] == found
    assert titles.hits(text) is bool(found)


def test_a_word_that_may_stand_anywhere_is_found_within_another() -> None:
    text = "unsere mailadressen, webmail"
    assert [text[begin:end] for begin, end in terms("contacts", "mail").find(text)] == ["mail", "mail", "mail"]


def test_a_list_asked_for_later_finds_its_words_in_a_text_that_was_gone_through_before() -> None:
    terms.cache_clear()
    text = "werkleiter, tel. 030"
    assert terms("tasks", "titles").hits(text)
    assert terms("contacts", "phone").hits(text)


def test_what_is_forgotten_is_found_again() -> None:
    titles = terms("tasks", "titles")
    before = titles.find("werkleiter und geschäftsführer")
    forget_texts()
    assert before
    assert titles.find("werkleiter und geschäftsführer") == before


def test_no_known_term_is_listed_twice_or_as_several_of_another() -> None:
    known, seldom = load("terms")["known"], load("terms")["seldom"]
    assert len({*known, *seldom}) == len(known) + len(seldom)
    assert not {*known, *seldom} & {f"{word}s" for word in (*known, *seldom) if word.isupper()}
