"""Hand-typed text survives when a letter is written anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.letter_text import merge_text

OPENING = "vielen Dank für Ihre Registrierung. Wir haben Ihren Lebenslauf geprüft."
CONTACT = "Kontaktdaten: In Ihrem Lebenslauf fehlt der direkte Weg zu Ihnen."
PROJECTS = "Projektliste: Sie stellen sich vor, doch die Liste Ihrer Projekte fehlt."
QUOTED = "Projektliste: Sie stellen sich vor, doch die Liste Ihrer Projekte fehlt. Dort steht lediglich: „seit 2008“."
CLOSING = "Mit freundlichem Gruß\nMaria Brandt"

WORDS = st.sampled_from(["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"])
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=6)
TEXTS = PARAGRAPHS.map("\n\n".join)


def letter(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_an_untouched_letter_follows_the_generated_one() -> None:
    assert merge_text(letter(OPENING, CLOSING), letter(OPENING, CLOSING), letter(OPENING, CONTACT, CLOSING)) == letter(
        OPENING, CONTACT, CLOSING
    )


def test_a_paragraph_changed_by_hand_stays_when_the_letter_grows() -> None:
    merged = merge_text(
        letter(OPENING, CONTACT, CLOSING),
        letter(OPENING, "Bitte rufen Sie mich einfach an.", CLOSING),
        letter(OPENING, CONTACT, PROJECTS, CLOSING),
    )
    assert merged == letter(OPENING, "Bitte rufen Sie mich einfach an.", PROJECTS, CLOSING)


def test_a_paragraph_changed_by_hand_stays_when_its_generated_text_changes() -> None:
    mine = letter(OPENING, PROJECTS + " Ich meine das ernst.", CLOSING)
    assert merge_text(letter(OPENING, PROJECTS, CLOSING), mine, letter(OPENING, QUOTED, CLOSING)) == mine


def test_a_paragraph_changed_by_hand_stays_when_its_criterion_turns_out_fine() -> None:
    mine = letter(OPENING, PROJECTS + " Ich meine das ernst.", CLOSING)
    assert merge_text(letter(OPENING, PROJECTS, CLOSING), mine, letter(OPENING, CLOSING)) == mine


def test_a_paragraph_that_stays_by_hand_is_not_doubled_when_its_criterion_lacks_again() -> None:
    mine = letter(OPENING, PROJECTS + " Ich meine das ernst.", CLOSING)
    assert merge_text(letter(OPENING, CLOSING), mine, letter(OPENING, QUOTED, CLOSING)) == mine


def test_a_paragraph_added_by_hand_stays_when_the_letter_shrinks() -> None:
    merged = merge_text(
        letter(OPENING, CONTACT, PROJECTS, CLOSING),
        letter(OPENING, CONTACT, PROJECTS, "Grüße auch von Herrn Kurz.", CLOSING),
        letter(OPENING, PROJECTS, CLOSING),
    )
    assert merged == letter(OPENING, PROJECTS, "Grüße auch von Herrn Kurz.", CLOSING)


def test_a_paragraph_taken_out_by_hand_stays_out_when_the_letter_grows() -> None:
    merged = merge_text(
        letter(OPENING, CONTACT, CLOSING), letter(OPENING, CLOSING), letter(OPENING, CONTACT, PROJECTS, CLOSING)
    )
    assert merged == letter(OPENING, PROJECTS, CLOSING)


def test_a_paragraph_taken_out_by_hand_returns_when_its_generated_text_changes() -> None:
    merged = merge_text(letter(OPENING, PROJECTS, CLOSING), letter(OPENING, CLOSING), letter(OPENING, QUOTED, CLOSING))
    assert merged == letter(OPENING, QUOTED, CLOSING)


def test_a_signature_added_by_hand_stays_at_the_end() -> None:
    merged = merge_text(letter(OPENING, CLOSING), letter(OPENING, CLOSING, "PS"), letter(OPENING, CONTACT, CLOSING))
    assert merged == letter(OPENING, CONTACT, CLOSING, "PS")


def test_line_breaks_within_a_paragraph_stay() -> None:
    assert merge_text(CLOSING, letter(CLOSING, "PS"), letter(CONTACT, CLOSING)) == letter(CONTACT, CLOSING, "PS")


@given(TEXTS, TEXTS)
def test_without_a_change_by_hand_the_generated_letter_stands(base: str, new: str) -> None:
    assert merge_text(base, base, new) == new


@given(TEXTS, TEXTS)
def test_without_a_generated_change_the_typed_letter_stands(base: str, mine: str) -> None:
    assert merge_text(base, mine, base) == mine


@given(TEXTS, TEXTS, TEXTS)
def test_every_typed_paragraph_survives(base: str, mine: str, new: str) -> None:
    merged = merge_text(base, mine, new).split("\n\n")
    typed = set(mine.split("\n\n")) - set(base.split("\n\n")) - {""}
    if mine != base:
        assert typed <= set(merged)


@given(TEXTS, TEXTS, TEXTS)
def test_nothing_is_invented(base: str, mine: str, new: str) -> None:
    merged = merge_text(base, mine, new).split("\n\n")
    assert set(merged) <= {*mine.split("\n\n"), *new.split("\n\n"), ""}


@given(TEXTS, TEXTS, TEXTS)
def test_merging_again_changes_nothing(base: str, mine: str, new: str) -> None:
    merged = merge_text(base, mine, new)
    assert merge_text(new, merged, new) == merged


@given(PARAGRAPHS, TEXTS)
def test_a_paragraph_typed_before_the_letter_stays_first(generated: list[str], new: str) -> None:
    base = letter(*generated)
    merged = merge_text(base, letter("WRITTEN BY HAND", *generated), new)
    assert "WRITTEN BY HAND" in merged.split("\n\n")
