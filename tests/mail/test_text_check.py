"""What is wrong with a text is found before it is saved, at its line and within bounded time."""

from __future__ import annotations

import pytest

from reviewer.domain.letter import Language
from reviewer.domain.template_texts import (
    LONGEST_TEXT,
    HouseTexts,
    TextFault,
    TextKey,
    paragraph_key,
    text_keys,
)
from reviewer.mail.templates import load_default
from reviewer.mail.text_check import find_faults
from reviewer.mail.text_words import explain_fault
from tests.mail.builders import CHECKLIST

FEEDBACK = TextKey(name="feedback-1", language=Language.DE)
PARTIALS = TextKey(name="partials", language=Language.DE)
PARAGRAPH = paragraph_key("contact", 1, Language.DE)
PLACE = "Bitte senden"


def default(key: TextKey) -> str:
    if key.paragraph is None:
        return load_default(key)
    name, rung = key.paragraph
    (criterion,) = [one for one in CHECKLIST.criteria if one.key == name]
    return criterion.texts[key.language].paragraphs[rung - 1]


def faults(text: str, key: TextKey = FEEDBACK) -> tuple[TextFault, ...]:
    return find_faults(key, text, HouseTexts(), CHECKLIST)


def feedback(was: str, now: str) -> str:
    text = default(FEEDBACK)
    assert was in text
    return text.replace(was, now)


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize("key", text_keys(CHECKLIST), ids=lambda key: f"{key.language.value}-{key.name}")
def test_every_text_that_ships_may_be_saved(key: TextKey) -> None:
    assert faults(default(key), key) == ()


@pytest.mark.parametrize(
    ("was", "now", "code", "at", "what"),
    [
        ("{{ answer_by }}", "{{ answer_by }", "text-brace-open", "{{ answer_by }", ""),
        ("{{ answer_by }}", "{{ answer_by", "text-brace-open", "{{ answer_by", ""),
        ("{{ answer_by }}", "{{ answer_bye }}", "text-name-unknown", "answer_bye", "answer_bye"),
        ("{{ answer_by }}", "{{ person.surname }}", "text-name-unknown", "person.surname", "person.surname"),
        ("{{ answer_by }}", "{{ today.year }}", "text-name-unknown", "today.year", "year"),
        ("{%- endif %}", "", "text-block-open", "{% if lacking", "if"),
        ("{% if lacking | length > 1 -%}", "", "text-block-unbegun", "{%- elif", "elif"),
        ("Subject: ", "", "text-without-subject", "Ihr Lebenslauf: was", ""),
        (PLACE, "{{ person.title }}.\n\nBitte senden", "letter-with-empty-paragraph", "{{ person.title }}", ""),
        (PLACE, "{name} Bitte senden", "letter-with-leftover", "{name}", ""),
        (PLACE, "{{ today | reverse }}", "text-filter-unknown", "| reverse", "reverse"),
        (PLACE, "{% include 'de/rejection.j2' %}", "text-statement-unknown", "{% include", "include"),
        (PLACE, "{{ 'a' * 9 }}", "text-forbidden", "{{ 'a'", ""),
        (PLACE, "{{ points(today) }}", "text-forbidden", "points(today)", ""),
        ("salutation, points", "salutation, pints, points", "", "", ""),
    ],
)
def test_a_mistake_is_found_at_its_line(was: str, now: str, code: str, at: str, what: str) -> None:
    text = feedback(was, now)
    if not code:
        assert faults(text) == ()
        return
    (fault,) = faults(text)[:1]
    assert (fault.code, fault.line, fault.what) == (code, line_of(text, at), what)
    assert explain_fault(fault).strip()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "text-empty"),
        (" \n ", "text-empty"),
        ("x" * (LONGEST_TEXT + 1), "text-too-long"),
        ("Subject: x\n\na\x00b", "text-broken"),
        ("Subject: x", "letter-without-body"),
        ("Subject:\n\nx", "letter-without-subject"),
        (feedback("{{ points(lacking) }}", "siehe oben"), "text-without-points"),
        (feedback("{{ salutation(person) }}", "Hallo,"), "text-without-name"),
        (feedback("{{ salutation(person) }}\n\n", ""), "letter-without-salutation"),
    ],
)
def test_a_letter_that_says_too_little_is_refused(text: str, code: str) -> None:
    assert [fault.code for fault in faults(text)] == [code]


@pytest.mark.parametrize("text", ["{% if quoted %}{{ quoted }}{% endif %}", "{{ missing }}"])
def test_a_paragraph_that_is_empty_for_some_is_refused(text: str) -> None:
    assert [fault.code for fault in faults(text, PARAGRAPH)] == ["text-without-words"]


def test_building_blocks_are_tried_in_every_letter() -> None:
    text = default(PARTIALS).replace("macro send_by(", "macro answer_until(")
    assert [fault.code for fault in faults(text, PARTIALS)] == ["text-other-broken"]


@pytest.mark.parametrize(
    "bomb",
    [
        "{% for a in today %}" * 8 + "{% endfor %}" * 8,
        "{% for a in today %}" * 25 + "{% endfor %}" * 25,
        "{% set z = 'xxxxxxxxxxxxxxxxxxxx' %}" + "{% set z = z ~ z %}" * 60,
        "{% set z %}xxxxxxxxxxxxxxxxxxxxxx{% endset %}" + "{% set z %}{{ z }}{{ z }}{% endset %}" * 60,
        "{% set z = 'xxxxxxxxxxxxxxxxxxxx' %}" + "{% set z = [z, z] | join %}" * 60,
        "{% macro f(n) %}{% for a in n %}{{ f(n) }}{% endfor %}{% endmacro %}{{ f(today) }}",
        "{% macro f(n) %}{{ f(n) }}{{ f(n) }}{% endmacro %}{{ f(1) }}",
        "{{ " + "(" * 4000 + "1" + ")" * 4000 + " }}",
    ],
)
def test_a_text_that_would_run_or_grow_without_end_is_refused(bomb: str) -> None:
    assert [fault.code for fault in faults(feedback(PLACE, bomb))] == ["text-does-too-much"]


@pytest.mark.parametrize("bomb", ["{{ '%99999999d' % 1 }}", "{{ 9 ** 9 ** 9 }}", "{{ today + today }}"])
def test_arithmetic_that_grows_is_not_for_letters(bomb: str) -> None:
    assert [fault.code for fault in faults(feedback(PLACE, bomb))] == ["text-forbidden"]


def test_a_check_that_nobody_waits_for_any_more_stops() -> None:
    assert find_faults(FEEDBACK, feedback(PLACE, "{name}"), HouseTexts(), CHECKLIST, lambda: True) == ()
