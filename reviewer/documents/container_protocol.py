"""The bytes about what a container holds; nothing that the worker says of it passes unmeasured."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import replace

from reviewer.documents import limits
from reviewer.documents.contents import clean_name
from reviewer.documents.protocol import FAILURES, KINDS, facts_size, lied, pack_facts, parse_facts
from reviewer.domain.pages import CONTAINERS, Contained, DocumentFacts

_COUNT = struct.Struct(">B")
_ITEM = struct.Struct(">BBHHH")
_NUMBER = struct.Struct(">B")
_NONE = 0xFF


def pack_number(number: int) -> bytes:
    return _NUMBER.pack(number)


def parse_number(payload: memoryview) -> int:
    return int(_NUMBER.unpack(payload)[0])


def pack_contents(contents: Sequence[Contained]) -> bytes:
    """The documents in their order; the caller keeps to the caps."""
    parts = [_COUNT.pack(len(contents))]
    for one in contents:
        name = one.name.encode()
        kind = _NONE if one.kind is None else KINDS.index(one.kind)
        failure = FAILURES.index(one.failure) if one.failure else _NONE
        parts += (_ITEM.pack(kind, failure, one.first_page, one.pages, len(name)), name)
    return b"".join(parts)


def parse_contents(untrusted: memoryview) -> tuple[Contained, ...]:
    """At most MAX_CONTAINED documents with cleaned names; each has a kind or a failure known here."""
    if len(untrusted) < _COUNT.size or untrusted[0] > limits.MAX_CONTAINED:
        raise lied()
    found, place = [], _COUNT.size
    for _ in range(untrusted[0]):
        one, place = _parse_one(untrusted, place)
        found.append(one)
    if place != len(untrusted):
        raise lied()
    return tuple(found)


def _parse_one(untrusted: memoryview, place: int) -> tuple[Contained, int]:
    start = place + _ITEM.size
    if start > len(untrusted):
        raise lied()
    kind, failure, first_page, pages, size = _ITEM.unpack_from(untrusted, place)
    if start + size > len(untrusted) or (kind >= len(KINDS) and kind != _NONE):
        raise lied()
    if (failure >= len(FAILURES) and failure != _NONE) or (failure != _NONE) < (kind == _NONE):
        raise lied()
    one = Contained(
        name=_parse_name(untrusted[start : start + size]),
        kind=None if kind == _NONE else KINDS[kind],
        first_page=first_page,
        pages=pages,
        failure="" if failure == _NONE else FAILURES[failure],
    )
    return one, start + size


def _parse_name(untrusted: memoryview) -> str:
    try:
        name = str(untrusted, "utf-8")
    except UnicodeDecodeError:
        raise lied() from None
    if clean_name(name) != name:
        raise lied()
    return name


def pack_opened(facts: DocumentFacts) -> bytes:
    """What opening told, with the documents of a container."""
    contents = pack_contents(facts.contains) if facts.contains else b""
    return pack_facts(facts) + contents


def parse_opened(untrusted: memoryview) -> DocumentFacts:
    """The facts; a container's documents stand for each of its pages once, in order."""
    size = facts_size(untrusted)
    facts = parse_facts(untrusted[:size])
    if size == len(untrusted):
        return facts
    contents = parse_contents(untrusted[size:])
    page = 1
    for one in contents:
        if one.failure and one.pages:
            raise lied()
        if one.first_page != (page if one.pages else 0) or not (one.pages or one.failure):
            raise lied()
        page += one.pages
    if page != len(facts.pages) + 1 or facts.kind not in CONTAINERS:
        raise lied()
    return replace(facts, contains=contents)
