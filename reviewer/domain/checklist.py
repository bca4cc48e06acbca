"""The quality checklist: criteria with their texts, read from a versioned TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reviewer.domain.ids import CriterionKey
from reviewer.domain.letter import Language
from reviewer.errors import Misconfigured


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionText:
    """One criterion in one language; paragraphs hold the letter's text for rung 1, 2 and 3."""

    title: str
    guidance: str
    paragraphs: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing a CV must have, in every language of the product."""

    key: CriterionKey
    texts: Mapping[Language, CriterionText]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The criteria in their order; key 1 on the keyboard answers the first."""

    version: int
    criteria: tuple[Criterion, ...]

    def keys(self) -> tuple[CriterionKey, ...]:
        """The criteria's keys in order."""
        return tuple(criterion.key for criterion in self.criteria)

    def titles(self, language: Language) -> tuple[str, ...]:
        """The criteria's titles in order, as letters in a language name them."""
        return tuple(criterion.texts[language].title for criterion in self.criteria)


def read_checklist(source: str) -> Checklist:
    """Read a checklist from TOML; Misconfigured names the criterion and field that is wrong."""
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise Misconfigured("checklist-not-toml") from error
    version = table.get("version")
    if not isinstance(version, int):
        raise Misconfigured("checklist-without-version")
    rows = table.get("criterion")
    if not isinstance(rows, list) or not 1 <= len(rows) <= 9:
        raise Misconfigured("checklist-needs-1-to-9-criteria")
    criteria = tuple(_read_criterion(row) for row in rows)
    if len({criterion.key for criterion in criteria}) != len(criteria):
        raise Misconfigured("checklist-repeats-a-key")
    return Checklist(version=version, criteria=criteria)


def _read_criterion(row: Mapping[str, Any]) -> Criterion:
    key = row.get("key")
    if not isinstance(key, str) or not key.isidentifier():
        raise Misconfigured("checklist-criterion-without-key")
    return Criterion(
        key=CriterionKey(key),
        texts={language: _read_text(key, row, language) for language in Language},
    )


def _read_text(key: str, row: Mapping[str, Any], language: Language) -> CriterionText:
    text = row.get(language.value)
    if not isinstance(text, Mapping):
        raise Misconfigured(f"checklist-{key}-lacks-{language.value}")
    paragraphs = tuple(_read_string(key, text, f"rung_{rung}") for rung in (1, 2, 3))
    return CriterionText(
        title=_read_string(key, text, "title"),
        guidance=_read_string(key, text, "guidance"),
        paragraphs=(paragraphs[0], paragraphs[1], paragraphs[2]),
    )


def _read_string(key: str, text: Mapping[str, Any], field: str) -> str:
    value = text.get(field)
    if not isinstance(value, str) or not value.strip():
        raise Misconfigured(f"checklist-{key}-lacks-{field}")
    return value.strip()
