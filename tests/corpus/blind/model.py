"""What a blind CV is made of, and what is true of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

CRITERIA = ("contact", "context", "tasks", "clarity", "projects", "currency")
Month = tuple[int, int]
TODAY: Month = (2026, 11)


class State(StrEnum):
    """borderline: two sensible reviewers could disagree; open: the checklist does not say, so it is only shown apart."""

    FINE = "fine"
    LACKING = "lacking"
    BORDERLINE = "borderline"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Truth:
    """quotes: words as they stand in the document where a defect is planted; none where it is a bare absence."""

    state: State
    variant: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    town: str
    title: str = ""

    @property
    def full(self) -> str:
        return f"{self.title} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Role:
    """titles of mandates, posts for permanent titles."""

    titles: tuple[str, ...]
    posts: tuple[str, ...]
    tasks: tuple[str, ...]
    results: tuple[str, ...]


@dataclass(slots=True)
class Station:
    """lines: (kind, words) with the kinds context, line, prose, label, task, result, in the order of the document."""

    start: Month
    end: Month | None
    period: str
    title: str
    company: str
    mandate: bool
    context: str = ""
    industry: str = ""
    size: str = ""
    lines: list[tuple[str, str]] = field(default_factory=list)

    def quotes(self) -> tuple[str, ...]:
        return tuple(
            part for part in (self.period, self.title, self.company, *(text for _, text in self.lines)) if part
        )


@dataclass(slots=True)
class ContactItem:
    """label may be empty; target is a link, which may be all there is of an address."""

    label: str
    text: str
    target: str = ""


@dataclass(slots=True)
class Section:
    """kind: prose, list or stations. aside: fit for a narrow column."""

    heading: str
    kind: str
    texts: list[str] = field(default_factory=list)
    stations: list[Station] = field(default_factory=list)
    aside: bool = False


@dataclass(slots=True)
class Draft:
    """One CV before a layout drew it. footer and header lines stand on every page."""

    language: str
    person: Person
    headline: str
    contact: list[ContactItem]
    contact_heading: str
    sections: list[Section]
    footer: str
    document_title: str
    letter: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ContactsTruth:
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A planted place: page from 1, rectangle in points from the page's top left."""

    page: int
    rect: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sample:
    """scan: empty, ocr (a text layer with errors) or picture; clean is the document before it was scanned."""

    name: str
    half: str
    language: str
    layout: str
    scan: str
    truth: dict[str, Truth]
    contacts: ContactsTruth
    spots: dict[str, tuple[Spot, ...]]
    document: bytes
    clean: bytes
