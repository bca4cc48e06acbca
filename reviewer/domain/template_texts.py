"""The texts letters are made of: their names, the house's versions of them, and what may be wrong with one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from reviewer.domain.checklist import Checklist, Criterion
from reviewer.domain.ids import CriterionKey
from reviewer.domain.letter import Language, Template
from reviewer.errors import Refused

PARTIALS = "partials"
"""The building blocks that every letter of a language uses."""
_PARAGRAPH = "paragraph-"
_RUNGS = (1, 2, 3)
LONGEST_TEXT = 20_000
"""Characters of one text; twenty times what anyone writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextKey:
    """One text: a letter's template, a criterion's paragraph of one rung, or the building blocks; in one language."""

    name: str
    language: Language

    @property
    def template(self) -> Template | None:
        """The letter this is the template of; None for paragraphs and building blocks."""
        return Template(self.name) if self.name in {template.value for template in Template} else None

    @property
    def paragraph(self) -> tuple[CriterionKey, int] | None:
        """The criterion and the rung (1 to 3) of a paragraph; None for any other text."""
        if not self.name.startswith(_PARAGRAPH):
            return None
        criterion, _, rung = self.name.removeprefix(_PARAGRAPH).rpartition("-")
        return CriterionKey(criterion), int(rung)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion:
    """One saved version of a text, from 1; version 0, which nobody saved, is the one that comes with the program.

    A version that returns to the default stands for the program's own text, also after the program has changed it.
    """

    key: TextKey
    version: int
    text: str
    saved_at: datetime | None
    saved_by: str
    is_default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDraft:
    """What somebody typed on this desk and has not saved; seen is the version they began from."""

    key: TextKey
    text: str
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """One line of the list of texts."""

    key: TextKey
    version: int
    changed: bool
    saved_at: datetime | None
    saved_by: str
    has_draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenText:
    """One text with all that is known of it here; history is newest first and ends with the default (version 0)."""

    key: TextKey
    history: tuple[TextVersion, ...]
    draft: TextDraft | None

    @property
    def newest(self) -> TextVersion:
        """The version letters are written from."""
        return self.history[0]

    @property
    def default(self) -> TextVersion:
        """What comes with the program."""
        return self.history[-1]

    def find(self, version: int) -> TextVersion:
        """One version; Refused for one that does not exist."""
        for known in self.history:
            if known.version == version:
                return known
        raise Refused("template-version-unknown", version=version, newest=self.newest.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFault:
    """What is wrong with a text: line counts from 1, 0 when no line is to blame; what is the word concerned."""

    code: str
    line: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPreview:
    """The letter a text gives; gaps are the codes of what would hold it back, fault is why there is no letter."""

    subject: str = ""
    body: str = ""
    gaps: tuple[str, ...] = ()
    fault: TextFault | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVariable:
    """What a text may use: name as it is written, inserts what is put at the cursor, with meaning and example."""

    name: str
    inserts: str
    meaning: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseTexts:
    """The newest version of each text that was ever saved; the others are as they come with the program."""

    saved: Mapping[TextKey, TextVersion] = field(default_factory=dict)

    def find(self, key: TextKey) -> str | None:
        """The house's own text; None where the program's holds."""
        known = self.saved.get(key)
        return None if known is None or known.is_default else known.text

    def version(self, key: TextKey) -> int:
        """The number of the newest version."""
        known = self.saved.get(key)
        return 0 if known is None else known.version

    def sources(self) -> tuple[tuple[TextKey, str], ...]:
        """The house's own texts that are templates by themselves, in a fixed order."""
        own = ((key, self.find(key)) for key in self.saved if key.paragraph is None)
        found = [(key, text) for key, text in own if text is not None]
        return tuple(sorted(found, key=lambda pair: (pair[0].language, pair[0].name)))

    def trying(self, key: TextKey, text: str) -> HouseTexts:
        """As if this text were the newest version."""
        tried = TextVersion(key=key, version=self.version(key), text=text, saved_at=None, saved_by="", is_default=False)
        return HouseTexts(saved={**self.saved, key: tried})

    def amend(self, checklist: Checklist) -> Checklist:
        """The checklist with the house's own paragraphs."""
        if not any(key.paragraph for key in self.saved):
            return checklist
        return replace(checklist, criteria=tuple(self._amend(criterion) for criterion in checklist.criteria))

    def _amend(self, criterion: Criterion) -> Criterion:
        return replace(
            criterion,
            texts={
                language: replace(text, paragraphs=self._paragraphs(criterion.key, language, text.paragraphs))
                for language, text in criterion.texts.items()
            },
        )

    def _paragraphs(
        self, criterion: CriterionKey, language: Language, default: tuple[str, str, str]
    ) -> tuple[str, str, str]:
        first, second, third = (self.find(paragraph_key(criterion, rung, language)) for rung in _RUNGS)
        return first or default[0], second or default[1], third or default[2]


def paragraph_key(criterion: str, rung: int, language: Language) -> TextKey:
    """The paragraph of a criterion for a rung."""
    return TextKey(name=f"{_PARAGRAPH}{criterion}-{rung}", language=language)


def text_keys(checklist: Checklist) -> tuple[TextKey, ...]:
    """Every text there is: paragraphs, letters, building blocks; each in all languages."""
    keys = checklist.keys()
    names = [
        *(paragraph_key(criterion, rung, Language.DE).name for criterion in keys for rung in _RUNGS),
        *(template.value for template in Template),
        PARTIALS,
    ]
    return tuple(TextKey(name=name, language=language) for name in names for language in Language)


def known_key(name: str, language: Language, checklist: Checklist) -> TextKey:
    """The key of a text by its name; Refused when there is no such text."""
    key = TextKey(name=name, language=language)
    if key not in text_keys(checklist):
        raise Refused("template-unknown", template=name)
    return key


def write_versions(versions: Iterable[tuple[str, int]]) -> str:
    """Names and versions of texts on one line, as a letter keeps them: "paragraph-contact-1=2 partials=1"."""
    return " ".join(f"{name}={version}" for name, version in sorted(versions) if version)


def read_versions(line: str) -> dict[str, int]:
    """The names and versions of such a line."""
    pairs = (part.rpartition("=") for part in line.split())
    return {name: int(version) for name, _, version in pairs}
