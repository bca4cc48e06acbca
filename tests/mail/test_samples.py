"""The sample letters are those that the templates make now, and read as letters should."""

from __future__ import annotations

import re

import letter_samples
import pytest

from reviewer.domain.letter import Language, RenderedLetter, Template

_PAGES_OUT_OF_STEP = re.compile(r"\bSeiten \d+\b(?! und|,)|\bSeite \d+ und|\bpages \d+\b(?! and|,)|\bpage \d+ and \d")
MADE = letter_samples.make_samples()
LETTERS = [
    pytest.param(letter_samples.write(template, language, case), id=f"{language}-{template}-{number}")
    for language in Language
    for template in Template
    for number, case in enumerate(letter_samples.cases_of(template), 1)
]


def test_the_samples_are_up_to_date() -> None:
    kept = {
        path.relative_to(letter_samples.SAMPLES).as_posix(): path.read_text(encoding="utf-8")
        for path in letter_samples.SAMPLES.rglob("*.*")
    }
    assert kept == MADE, "run `make letters`"


@pytest.mark.parametrize("letter", LETTERS)
def test_no_letter_has_a_slip_that_a_machine_can_see(letter: RenderedLetter) -> None:
    text = f"{letter.subject}\n{letter.body}"
    assert not re.search(r"\b(\w{2,})\s+\1\b", text), "a doubled word"
    assert not re.search(r" [,.;:!?]|,,|;;|\.\.| {2}|\(\s|\s\)|[{}]|\bNone\b", text), "a slip of punctuation"
    assert not re.search(r"[a-zäöüß][.;:,][A-Za-zÄÖÜ„“]", text.replace("z.B.", "")), "a missing space"
    assert len(re.findall("[„“”]", text)) % 2 == 0, "a quotation mark without its partner"
    for paragraph in letter.body.split("\n\n")[1:-1]:
        assert paragraph[-1] in ".:?", paragraph[-40:]
        assert not _PAGES_OUT_OF_STEP.search(paragraph), "one page and several do not go together"
