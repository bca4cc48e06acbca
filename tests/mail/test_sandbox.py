"""A template reaches what a letter needs and nothing else."""

from __future__ import annotations

import pytest
from jinja2 import TemplateError

from reviewer.domain.letter import Language
from reviewer.domain.template_texts import HouseTexts, TextKey
from reviewer.mail.sandbox import LetterSandbox
from reviewer.mail.templates import make_ready, sandbox_for

VALUES = {"person": {"last_name": "Weiß", "items": "kept"}, "lacking": ["a", "b"], "count": 3}


@pytest.fixture
def sandbox() -> LetterSandbox:
    return sandbox_for(HouseTexts())


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'x' * 9 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ person.last_name.__class__ }}",
        "{{ person.last_name.upper() }}",
        "{{ 'x'.ljust(99) }}",
        "{{ person.get('last_name') }}",
        "{{ range(9) }}",
        "{{ self.__init__ }}",
        "{{ cycler }}",
        "{{ lipsum() }}",
        "{{ nothing }}",
        "{{ person.nothing }}",
        "{{ 'x' | center(99) }}",
        "{{ '%99d' | format(1) }}",
        "{{ lacking | map('upper') }}",
        "{% include '../checklists/default.toml' %}",
        "{% include '/etc/hostname' %}",
        "{% set person.last_name = 'Kim' %}",
        "{{ ().__class__ }}",
        "{{ caller() }}",
    ],
)
def test_what_a_letter_does_not_need_is_refused(sandbox: LetterSandbox, source: str) -> None:
    with pytest.raises((TemplateError, TypeError)):
        sandbox.compiled(source).render(VALUES)


def test_values_loops_macros_and_plain_filters_work(sandbox: LetterSandbox) -> None:
    source = (
        "{% from 'de/partials.j2' import titles %}{% macro bold(x) %}*{{ x }}*{% endmacro %}"
        "{{ bold(person.last_name | upper) }} {% for x in lacking %}{{ loop.index }}{{ x }}{% endfor %} {{ count + 1 }}"
    )
    assert sandbox.compiled(source).render(VALUES) == "*WEISS* 1a2b 4"


def test_a_key_named_like_a_method_is_the_key(sandbox: LetterSandbox) -> None:
    assert sandbox.compiled("{{ person['items'] }}").render(VALUES) == "kept"


def test_values_are_no_templates(sandbox: LetterSandbox) -> None:
    assert sandbox.compiled("{{ x }}").render(x="{{ 7*7 }}<b>") == "{{ 7*7 }}<b>"


def test_a_template_is_compiled_once(sandbox: LetterSandbox) -> None:
    assert sandbox.compiled("{{ count }}") is sandbox.compiled("{{ count }}")


def test_what_most_letters_are_made_of_is_compiled_before_the_first_is_asked_for() -> None:
    own = HouseTexts().trying(TextKey(name="rejection", language=Language.EN), "Subject: Rejected\n\nDear all,\n")
    before = set(sandbox_for(own).cache or ())
    make_ready(own)
    compiled = {name for _loader, name in set(sandbox_for(own).cache or ()) - before}
    assert compiled >= {f"{language.value}/{name}.j2" for language in Language for name in ("feedback-1", "partials")}
