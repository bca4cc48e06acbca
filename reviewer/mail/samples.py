"""Invented letters a text is tried on: all salutations and titles, nothing to everything lacking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice, product

from reviewer.domain.applicant import Salutation
from reviewer.domain.checklist import Checklist, Criterion
from reviewer.domain.letter import Language, Template
from reviewer.domain.shortfalls import Lack
from reviewer.mail.values import LackingPoint, LetterValues, Missing, Quotation, spoken_title

_PEOPLE = (
    (Salutation.WOMAN, "Dr.", "Petra", "Weiß"),
    (Salutation.MAN, "", "Jörg", "Brandt"),
    (Salutation.UNKNOWN, "", "Alex", "Kim"),
    (Salutation.MAN, "Prof. Dr.", "Anton", "Huber"),
    (Salutation.WOMAN, "", "Nadja", "Öztürk"),
    (Salutation.UNKNOWN, "Dr.", "Robin", "Sommer"),
)
_ATTACHED = ((), ("annotated-cv",), ("guide",), ("annotated-cv", "guide"))
DATES = {
    Language.DE: ("20. November 2026", "4. Dezember 2026", "6. November 2026"),
    Language.EN: ("20 November 2026", "4 December 2026", "6 November 2026"),
}
"""Today, the day by which an answer is due, and the day of the letter before."""
_QUOTES = {
    Language.DE: ("Werkleiter, dann Leiter IT", "seit 2008 selbstständig", "Projekt SIGMA, Abteilung ZV3"),
    Language.EN: ("plant manager, then head of IT", "self-employed since 2008", "project SIGMA, department ZV3"),
}
_PERIODS = ("03/2014–12/2015", "01/2012–02/2014", "05/2019")
_LACKS = {
    "context": (Lack.CONTEXT, Lack.INDUSTRY, Lack.SIZE),
    "tasks": (Lack.TASKS,),
    "currency": (Lack.BETWEEN, Lack.SINCE),
    "contact": (Lack.PHONE, Lack.EMAIL),
}
EVIDENCE_KINDS = 5
"""Without evidence, one quote, three quotes of which one from another document, pages without words, and all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One invented letter to write."""

    template: Template
    values: LetterValues


def people_names() -> tuple[str, ...]:
    """The invented people as they are called, by number."""
    return tuple(" ".join(part for part in (title, first, last) if part) for _, title, first, last in _PEOPLE)


def sample_values(template: Template, language: Language, person: int, points: Sequence[LackingPoint]) -> LetterValues:
    """The values of one of the invented people (any number), with an earlier letter and no new CV."""
    salutation, title, first_name, last_name = _PEOPLE[person % len(_PEOPLE)]
    today, answer_by, last_letter_on = DATES[language]
    return LetterValues(
        salutation=salutation.value,
        title=spoken_title(title, language, salutation),
        first_name=first_name,
        last_name=last_name,
        lacking=tuple(points),
        today=today,
        answer_by=answer_by,
        last_letter_on=last_letter_on if template.rung > 1 else "",
        corrected=False,
        sender_name="Maria Brandt",
    )


def sample_point(criterion: Criterion, language: Language, rung: int, kind: int) -> LackingPoint:
    """One lacking criterion with evidence of a kind (see EVIDENCE_KINDS); rung 0 only names it."""
    text, quotes = criterion.texts[language], _QUOTES[language]
    quoted = [Quotation(page=number + 1, quote=quote, document="") for number, quote in enumerate(quotes)]
    quoted[2] = replace(quoted[2], document="Projektliste.pdf")
    lacks = _LACKS.get(criterion.key, ())[: {1: 1, 4: 3}.get(kind, 0)]
    told = tuple(
        Missing(lack=lack.value, periods=_PERIODS[: number + 1], more=number) for number, lack in enumerate(lacks)
    )
    return LackingPoint(
        key=criterion.key,
        title=text.title,
        source=text.paragraphs[rung - 1] if rung else "",
        evidence=tuple(quoted[: {1: 1, 2: 3, 4: 3}.get(kind, 0)]),
        pages={3: (2,), 4: (4, 5)}.get(kind, ()),
        missing=told,
        rung=rung,
    )


def samples_for(template: Template, checklist: Checklist, language: Language) -> Iterator[Sample]:
    """Letters of a template: each person with 0, 1, 3 and all criteria lacking, in every state of the follow-up."""
    criteria = checklist.criteria
    kinds = cycle(range(EVIDENCE_KINDS))
    counts = dict.fromkeys((0, 1, min(3, len(criteria)), len(criteria)))
    for person, count, (earlier, corrected) in product(range(len(_PEOPLE)), counts, _earlier(template)):
        chosen = islice(cycle(criteria), person, person + count)
        points = [sample_point(one, language, template.rung, next(kinds)) for one in chosen]
        values = sample_values(template, language, person, points)
        yield Sample(
            template=template,
            values=replace(
                values,
                last_letter_on=DATES[language][2] if earlier else "",
                corrected=corrected,
                answer_by=values.answer_by if template.rung or person % 2 else "",
                sender_name="" if person == 1 else values.sender_name,
                attached=_ATTACHED[person % len(_ATTACHED)],
            ),
        )


def _earlier(template: Template) -> tuple[tuple[bool, bool], ...]:
    """Whether there was an earlier letter, and whether a corrected CV has come since."""
    return ((False, False), (True, False), (True, True)) if template.rung > 1 else ((False, False),)


def samples_of_paragraph(criterion: Criterion, rung: int, checklist: Checklist, language: Language) -> Iterator[Sample]:
    """Feedback of a rung in which this criterion is lacking: alone and among all, with every kind of evidence."""
    template = Template(f"feedback-{rung}")
    for kind in range(EVIDENCE_KINDS):
        alone = sample_point(criterion, language, rung, kind)
        among = [alone if one is criterion else sample_point(one, language, rung, 0) for one in checklist.criteria]
        for points in ([alone], among):
            yield Sample(template=template, values=sample_values(template, language, kind, points))
