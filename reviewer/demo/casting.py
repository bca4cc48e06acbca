"""Who plays what: defects, form, language and state of each applicant, dealt from a deck of 128 parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from random import Random

from reviewer.demo.plan import Defect, Kind, Layout, Stage
from reviewer.domain.letter import Language

DECK = 128
_GOOD = 32
_ALONE = {
    Defect.CONTACT: 6,
    Defect.CONTEXT: 10,
    Defect.TASKS: 8,
    Defect.CLARITY: 6,
    Defect.PROJECTS: 9,
    Defect.CURRENCY: 9,
}
_MIXED = {2: 23, 3: 15, 4: 7, 5: 2, 6: 1}
_LIKELY = {
    Defect.CONTACT: 2,
    Defect.CONTEXT: 5,
    Defect.TASKS: 4,
    Defect.CLARITY: 3,
    Defect.PROJECTS: 4,
    Defect.CURRENCY: 4,
}
_ENGLISH = 38
_DOCX = 16
_SETS_OF_THREE = 4
_SPECIAL = (Kind.SCAN,) * 4 + (Kind.PHOTOGRAPH, Kind.LOCKED, Kind.DAMAGED, Kind.TEXT)
_PDF_LAYOUTS = (
    Layout.CLASSIC,
    Layout.SIDEBAR,
    Layout.WORD,
    Layout.BOXES,
    Layout.EUROPASS,
    Layout.DENSE,
    Layout.BANNER,
    Layout.LETTERHEAD,
    Layout.MATRIX,
    Layout.TIMELINE,
    Layout.COVER,
    Layout.MINIMAL,
    Layout.TYPEWRITER,
    Layout.SLIDES,
)
_DOCX_LAYOUTS = (Layout.DOCX_PLAIN, Layout.DOCX_TABLE, Layout.DOCX_GRID)
_PAPER_LAYOUTS = (Layout.WORD, Layout.CLASSIC, Layout.TYPEWRITER, Layout.EUROPASS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One applicant's part; rung is the last one sent, papers whether project list and references lie beside the CV."""

    defects: frozenset[Defect]
    stage: Stage
    rung: int
    kind: Kind = Kind.PDF
    layout: Layout = Layout.CLASSIC
    language: Language = Language.DE
    volume: int = 2
    papers: bool = False


def deal_parts(rng: Random, applicants: int) -> list[Part]:
    """As many parts as asked; only the first deck has scans and other odd files, so they do not grow in number."""
    parts: list[Part] = []
    while len(parts) < applicants:
        parts += _deal_deck(rng, special=not parts)
    return parts[:applicants]


def _deal_deck(rng: Random, *, special: bool) -> list[Part]:
    parts = [*_good_parts(), *_lacking_parts(rng)]
    rng.shuffle(parts)
    parts = _deal_kinds(rng, parts, special=special)
    languages = [Language.EN] * _ENGLISH + [Language.DE] * (DECK - _ENGLISH)
    rng.shuffle(languages)
    return [replace(part, language=language) for part, language in zip(parts, languages, strict=True)]


def _stages(*counted: tuple[int, Stage, int]) -> list[tuple[Stage, int]]:
    return [(stage, rung) for count, stage, rung in counted for _ in range(count)]


def _good_parts() -> list[Part]:
    stages = _stages((18, Stage.NEW, 0), (11, Stage.ACCEPTED, 0), (3, Stage.ASLEEP, 0))
    return [Part(defects=frozenset(), stage=stage, rung=rung) for stage, rung in stages]


def _lacking_parts(rng: Random) -> list[Part]:
    sets = [frozenset({defect}) for defect, count in _ALONE.items() for _ in range(count)]
    sets += [_draw_defects(rng, size) for size, count in _MIXED.items() for _ in range(count)]
    rng.shuffle(sets)
    stages = _stages(
        (44, Stage.NEW, 0),
        (13, Stage.FOLLOW_UP, 1),
        (9, Stage.FOLLOW_UP, 2),
        (6, Stage.FOLLOW_UP, 3),
        (6, Stage.CORRECTED, 1),
        (3, Stage.CORRECTED, 2),
        (4, Stage.ASLEEP, 0),
        (4, Stage.ASLEEP, 1),
        (3, Stage.OUT, 0),
        (4, Stage.OUT, 3),
    )
    return [Part(defects=defects, stage=stage, rung=rung) for defects, (stage, rung) in zip(sets, stages, strict=True)]


def _draw_defects(rng: Random, size: int) -> frozenset[Defect]:
    drawn: set[Defect] = set()
    while len(drawn) < size:
        drawn.update(rng.choices(tuple(_LIKELY), tuple(_LIKELY.values())))
    return frozenset(drawn)


def _deal_kinds(rng: Random, parts: list[Part], *, special: bool) -> list[Part]:
    """Odd files go to new applicants, sets of three to those without a planted gap in the project list."""
    special_kinds = list(_SPECIAL if special else ())
    docx_left, sets_left = _DOCX, _SETS_OF_THREE
    pdf, word, paper = (_endless(rng, layouts) for layouts in (_PDF_LAYOUTS, _DOCX_LAYOUTS, _PAPER_LAYOUTS))
    dealt: list[Part] = []
    for number, part in enumerate(parts):
        if special_kinds and part.stage is Stage.NEW and number % 3 == 1:
            kind = special_kinds.pop(0)
            layout = Layout.PLAIN_TEXT if kind is Kind.TEXT else next(paper)
            dealt.append(replace(part, kind=kind, layout=layout))
        elif docx_left and number % 6 == 2:
            docx_left -= 1
            dealt.append(replace(part, kind=Kind.DOCX, layout=next(word), volume=rng.choice((1, 2, 2))))
        else:
            layout = next(pdf)
            papers = bool(sets_left) and number % 5 == 3 and _may_have_papers(part, layout)
            sets_left -= papers
            dealt.append(replace(part, layout=layout, volume=_volume(rng, layout, part), papers=papers))
    return dealt


def _may_have_papers(part: Part, layout: Layout) -> bool:
    return (
        Defect.PROJECTS not in part.defects
        and len(part.defects) < 2
        and part.stage is not Stage.CORRECTED
        and layout is not Layout.MINIMAL
    )


def _volume(rng: Random, layout: Layout, part: Part) -> int:
    """How much there is to tell; whoever has been silent for years had told more before."""
    volume = {Layout.MINIMAL: 1, Layout.DENSE: 5}.get(layout, rng.choice((1, 2, 2, 2, 3, 3, 4)))
    return max(volume, 3) if Defect.CURRENCY in part.defects else volume


def _endless(rng: Random, layouts: Sequence[Layout]) -> Iterator[Layout]:
    shuffled = list(layouts)
    rng.shuffle(shuffled)
    return cycle(shuffled)
