"""Each planted defect is really there, and only that one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from reviewer.demo.careers import Career, make_career
from reviewer.demo.cv import Cv, compose, make_manner
from reviewer.demo.defects import SILENT_MONTHS, plant
from reviewer.demo.people import make_person
from reviewer.demo.periods import month_of
from reviewer.demo.plan import Defect
from reviewer.demo.text_file import make_text
from reviewer.demo.wordings import read_words
from reviewer.domain.letter import Language

AS_OF = date(2026, 11, 23)
SEEDS = range(12)


def _told(seed: int, *defects: Defect) -> tuple[Career, Cv]:
    language = Language.DE if seed % 2 else Language.EN
    words = read_words(language)
    rng = Random(seed)
    invented = make_person(rng, language, set())
    career = make_career(rng, words, AS_OF, volume=2 + seed % 3)
    manner = replace(make_manner(rng, words, career, invented), writing=0)
    planted = plant(career, frozenset(defects), Random(seed), words)
    return planted, compose(planted, invented, manner, words)


def _lacks_contact(career: Career, cv: Cv) -> bool:
    return not cv.contact and not re.search(r"\S@example|www\.|\+\d", make_text(cv).decode())


def _lacks_context(career: Career, cv: Cv) -> bool:
    return not cv.industries and not any(entry.context or entry.context_line for entry in (*cv.projects, *cv.stations))


def _lacks_tasks(career: Career, cv: Cv) -> bool:
    return not any(entry.results or entry.occasion for entry in cv.stations)


def _lacks_clarity(career: Career, cv: Cv) -> bool:
    words = read_words(cv.language)
    codes = (*words.blocks["codes"], *words.blocks["programs"])
    tasks = [" ".join(entry.tasks) for entry in (*cv.projects, *cv.stations)]
    return sum(any(code in task for code in codes) for task in tasks) * 2 > len(tasks)


def _lacks_projects(career: Career, cv: Cv) -> bool:
    return not cv.projects and not cv.stations[0].employer


def _lacks_currency(career: Career, cv: Cv) -> bool:
    now = month_of(AS_OF)
    if career.dated < now - 36:
        return True
    ends = [project.end or now for project in career.projects]
    starts = [project.start for project in career.projects]
    gaps = [start - end for start, end in zip(starts, ends[1:], strict=False)]
    return max(ends, default=now) < now - SILENT_MONTHS or max(gaps, default=0) >= SILENT_MONTHS


_LACKS = {
    Defect.CONTACT: _lacks_contact,
    Defect.CONTEXT: _lacks_context,
    Defect.TASKS: _lacks_tasks,
    Defect.CLARITY: _lacks_clarity,
    Defect.PROJECTS: _lacks_projects,
    Defect.CURRENCY: _lacks_currency,
}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_good_cv_lacks_nothing(seed: int) -> None:
    career, cv = _told(seed)
    assert [defect for defect in Defect if _LACKS[defect](career, cv)] == []


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("defect", tuple(Defect))
def test_a_planted_defect_is_there_and_no_other(seed: int, defect: Defect) -> None:
    career, cv = _told(seed, defect)
    assert [other for other in Defect if _LACKS[other](career, cv)] == [defect]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_worst_cv_lacks_everything(seed: int) -> None:
    career, cv = _told(seed, *Defect)
    assert _LACKS[Defect.CONTACT](career, cv)
    assert _LACKS[Defect.CONTEXT](career, cv)
    assert _LACKS[Defect.TASKS](career, cv) or any(entry.occasion for entry in cv.stations)
    assert _LACKS[Defect.PROJECTS](career, cv)
    assert _LACKS[Defect.CURRENCY](career, cv)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_corrected_cv_tells_the_same_career(seed: int) -> None:
    _, lacking = _told(seed, Defect.CONTACT, Defect.CONTEXT)
    _, good = _told(seed)
    assert [entry.employer for entry in lacking.stations] == [entry.employer for entry in good.stations]
    assert lacking.labels == good.labels
