"""Looks for what is wrong with a text before it is saved: its form, its names, and every letter it can give."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from jinja2 import TemplateError, nodes

from reviewer.domain.checklist import Checklist
from reviewer.domain.letter import RenderedLetter, Template
from reviewer.domain.template_texts import LONGEST_TEXT, PARTIALS, HouseTexts, TextFault, TextKey
from reviewer.errors import Misconfigured
from reviewer.mail.samples import Sample, samples_for, samples_of_paragraph
from reviewer.mail.template_faults import explain, find_line
from reviewer.mail.template_names import find_unknown_names
from reviewer.mail.templates import building_blocks, file_of, gaps, render, render_point, sandbox_for

_BROKEN = (TemplateError, RecursionError, MemoryError, SyntaxError, ValueError)
_OPENERS = re.compile(r"\{\{|\{%|\{#")
_CLOSERS = re.compile(r"\}\}|%\}|#\}")
_MARKS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BLOCKS = re.compile(r"\{%[-+]?\s*(end)?(?:if|for|macro)\b")
_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{[A-Za-z_][\w. ]{0,60}\}")


def find_faults(
    key: TextKey,
    text: str,
    texts: HouseTexts,
    checklist: Checklist,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[TextFault, ...]:
    """What is wrong with a text, in the order of its lines; none when it may be saved.

    A text that can be read is tried on every invented person; a fault of another text shows as text-other-broken.
    """
    if not text.strip():
        return (TextFault(code="text-empty", line=1),)
    if len(text) > LONGEST_TEXT:
        return (TextFault(code="text-too-long"),)
    if "\x00" in text:
        return (TextFault(code="text-broken", line=text[: text.index("\x00")].count("\n") + 1),)
    tried = texts.trying(key, text)
    tree = _read(key, text, tried)
    if isinstance(tree, TextFault):
        return (tree,)
    try:
        blocks = () if key.template is None else building_blocks(sandbox_for(tried), key.language)
    except _BROKEN:
        return (TextFault(code="text-other-broken", what=PARTIALS),)
    unknown = find_unknown_names(tree, key, blocks)
    if unknown:
        return unknown
    amended = tried.amend(checklist)
    for sample in _samples(key, amended):
        if cancelled():
            return ()
        fault = _try(sample, key, text, tried)
        if fault is not None:
            return (fault,)
    return ()


def _read(key: TextKey, text: str, texts: HouseTexts) -> nodes.Template | TextFault:
    """The text as a tree; a fault when it cannot be read, on the line where what is open begins."""
    sandbox = sandbox_for(texts)
    try:
        tree = sandbox.parse(text)
        sandbox.compile(text, name=file_of(key))
    except _BROKEN as error:
        fault = explain(error)
        find_line = {"text-brace-open": _opening_line, "text-block-open": _block_line}.get(fault.code)
        return fault if find_line is None else replace(fault, line=find_line(text, fault.line))
    return tree


def _opening_line(text: str, line: int) -> int:
    """The line of the last mark, up to a line, that is opened and not closed before the next; else the line."""
    before = "\n".join(text.split("\n")[:line])
    opened = [found.start() for found in _OPENERS.finditer(before)]
    for place, following in zip(opened, [*opened[1:], len(before)], strict=True):
        if not _CLOSERS.search(before, place, following):
            return before[:place].count("\n") + 1
    return line


def _block_line(text: str, line: int) -> int:
    """The line of the innermost statement that is begun and not ended; else the line."""
    begun: list[int] = []
    for found in _BLOCKS.finditer(text):
        if not found[1]:
            begun.append(found.start())
        elif begun:
            begun.pop()
    return text[: begun[-1]].count("\n") + 1 if begun else line


def _samples(key: TextKey, checklist: Checklist) -> Iterator[Sample]:
    if key.template is not None:
        yield from samples_for(key.template, checklist, key.language)
        return
    if key.paragraph is not None:
        name, rung = key.paragraph
        criterion = next(one for one in checklist.criteria if one.key == name)
        yield from samples_of_paragraph(criterion, rung, checklist, key.language)
        return
    for template in Template:
        yield from samples_for(template, checklist, key.language)


def _try(sample: Sample, key: TextKey, text: str, texts: HouseTexts) -> TextFault | None:
    """What is wrong with one letter; None when it could go out."""
    try:
        rendered = render(sample.template, key.language, sample.values, texts)
        points = [render_point(sandbox_for(texts), point, key.language)["text"] for point in sample.values.lacking]
    except Misconfigured as error:
        return _fault_of(error, key, text)
    if key.paragraph is not None and not all(points):
        return TextFault(code="text-without-words", line=1)
    found = gaps(rendered)
    if found:
        return TextFault(code=found[0], line=_line_of(found[0], text))
    if sample.template.rung and not all(point in rendered.body for point in points):
        return TextFault(code="text-without-points")
    return _unaddressed(sample, rendered)


def _unaddressed(sample: Sample, rendered: RenderedLetter) -> TextFault | None:
    """A letter to somebody whose name is known begins with it."""
    if sample.values.last_name in rendered.body.partition("\n")[0]:
        return None
    return TextFault(code="text-without-name")


def _fault_of(error: Misconfigured, key: TextKey, text: str) -> TextFault:
    line, template = int(error.facts.get("line", 0)), str(error.facts.get("template", ""))
    line = find_line(error.__cause__, file_of(key)) or line
    if template != key.name and not find_line(error.__cause__, file_of(key)):
        return TextFault(code="text-other-broken", what=template)
    if error.code == "template-without-subject":
        return TextFault(code="text-without-subject", line=_first_line(text))
    code = str(error.facts.get("reason", "text-does-too-much" if error.code == "letter-too-long" else "text-broken"))
    return TextFault(code=code, line=line, what=str(error.facts.get("what", "")))


def _first_line(text: str) -> int:
    """The line of the first words that are not marks: there the subject is to stand."""
    plain = _MARKS.sub(lambda mark: "\n" * mark[0].count("\n"), text)
    return plain[: len(plain) - len(plain.lstrip())].count("\n") + 1


def _line_of(gap: str, text: str) -> int:
    """The line a gap of a letter comes from, as far as the text itself shows it; else 0."""
    plain = _MARKS.sub(lambda mark: "\n" * mark[0].count("\n") + "\x00", text).split("\n")
    for number, line in enumerate(plain, 1):
        words = line.replace("\x00", "").strip()
        if gap == "letter-with-leftover" and _LEFTOVER.search(line):
            return number
        if gap == "letter-with-empty-paragraph" and words and not any(sign.isalnum() for sign in words):
            return number
    return _first_line(text) if gap == "letter-without-subject" else 0
