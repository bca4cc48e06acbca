"""The names a text may use, with what they mean; and those in it that do not exist, found without rendering."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from jinja2 import nodes

from reviewer.domain.template_texts import PARTIALS, TextFault, TextKey
from reviewer.mail.values import LetterValues

PERSON = frozenset({"salutation", "title", "first_name", "last_name"})
LETTER_NAMES = frozenset({"person", *(field.name for field in fields(LetterValues))} - PERSON)
PARAGRAPH_NAMES = frozenset({"quoted", "missing", "evidence"})


def find_unknown_names(tree: nodes.Template, key: TextKey, blocks: Iterable[str]) -> tuple[TextFault, ...]:
    """One fault for each name that nothing gives a value, in the order of lines; blocks are the building blocks."""
    given = _given(key) | _bound(tree) | frozenset(blocks if key.template is not None else ())
    found = {*_unknown(tree, given), *_unknown_of_person(tree)}
    faults = [TextFault(code="text-name-unknown", line=line, what=name) for line, name in sorted(found)]
    return tuple(faults)


def _given(key: TextKey) -> frozenset[str]:
    if key.name == PARTIALS:
        return frozenset()
    return LETTER_NAMES if key.template is not None else PARAGRAPH_NAMES


def _bound(tree: nodes.Template) -> frozenset[str]:
    """Names that the text itself gives a value: loops, macros and their arguments, imports, assignments."""
    names = {node.name for node in tree.find_all(nodes.Name) if node.ctx in {"store", "param"}}
    names.update(macro.name for macro in tree.find_all(nodes.Macro))
    for imported in tree.find_all(nodes.FromImport):
        names.update(one if isinstance(one, str) else one[1] for one in imported.names)
    return frozenset({*names, "loop"})


def _unknown(tree: nodes.Template, given: frozenset[str]) -> Iterator[tuple[int, str]]:
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in given:
            yield node.lineno, node.name


def _unknown_of_person(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    for node in tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name == "person" and node.attr not in PERSON:
            yield node.lineno, f"person.{node.attr}"
