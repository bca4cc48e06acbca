"""The letter a text would give now: for an applicant as they stand, or for one of the invented people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from reviewer.domain.applicant import Applicant
from reviewer.domain.checklist import Checklist
from reviewer.domain.findings import Findings
from reviewer.domain.followup import due_date, running_until
from reviewer.domain.letter import Template
from reviewer.domain.template_texts import HouseTexts, TextFault, TextKey, TextPreview
from reviewer.errors import Misconfigured
from reviewer.mail.house import signature_of
from reviewer.mail.samples import sample_point, sample_values
from reviewer.mail.templates import gaps, render
from reviewer.mail.values import LackingPoint, LetterValues, letter_values, own_words
from reviewer.settings import Settings

_LACKING_OF_SAMPLE = (3, 1, 2, 9, 0, 4)
"""How many criteria each of the invented people lacks, where the checklist has so many."""


def template_shown(key: TextKey) -> Template:
    """The letter in which a text is shown."""
    if key.paragraph is not None:
        return Template(f"feedback-{key.paragraph[1]}")
    return key.template or Template.FEEDBACK_1


def preview_for_applicant(
    key: TextKey,
    text: str,
    texts: HouseTexts,
    checklist: Checklist,
    applicant: Applicant,
    now: datetime,
    settings: Settings,
    findings: Findings | None,
) -> TextPreview:
    """The letter to an applicant, in the text's language; a paragraph's criterion is taken for lacking."""
    tried, template = texts.trying(key, text), template_shown(key)
    amended = tried.amend(checklist)
    today = now.date()
    answer_by = due_date(now, template.rung, settings.ladder_days) if template.rung else None
    values = letter_values(
        applicant,
        amended,
        template,
        key.language,
        today=today,
        answer_by=answer_by or running_until(applicant, today),
        sender_name=signature_of(settings),
        findings=findings,
    )
    return _show(key, template, _with_paragraph(key, values, amended), tried, own_words(applicant))


def preview_for_sample(key: TextKey, text: str, texts: HouseTexts, checklist: Checklist, person: int) -> TextPreview:
    """The letter to one of the invented people, by number."""
    tried, template = texts.trying(key, text), template_shown(key)
    amended = tried.amend(checklist)
    criteria = amended.criteria[: _LACKING_OF_SAMPLE[person % len(_LACKING_OF_SAMPLE)]]
    points = [sample_point(one, key.language, template.rung, kind) for kind, one in enumerate(criteria, 1)]
    values = sample_values(template, key.language, person, points)
    return _show(key, template, _with_paragraph(key, values, amended), tried, ())


def _with_paragraph(key: TextKey, values: LetterValues, checklist: Checklist) -> LetterValues:
    """The values with a point that is told by the paragraph of the key, in its place in the checklist."""
    if key.paragraph is None:
        return values
    name, rung = key.paragraph
    order: dict[str, int] = {criterion.key: place for place, criterion in enumerate(checklist.criteria)}
    told = sample_point(checklist.criteria[order[name]], key.language, rung, 0)
    known = next((point for point in values.lacking if point.key == name), told)
    points: list[LackingPoint] = [point for point in values.lacking if point.key != name]
    points.append(replace(known, source=told.source, rung=rung))
    return replace(values, lacking=tuple(sorted(points, key=lambda point: order[point.key])))


def _show(
    key: TextKey, template: Template, values: LetterValues, texts: HouseTexts, names: Sequence[str]
) -> TextPreview:
    try:
        rendered = render(template, key.language, values, texts)
    except Misconfigured as error:
        line = int(error.facts.get("line", 0)) if error.facts.get("template") == key.name else 0
        code = str(error.facts.get("reason", "text-broken"))
        return TextPreview(fault=TextFault(code=code, line=line, what=str(error.facts.get("what", ""))))
    return TextPreview(subject=rendered.subject, body=rendered.body, gaps=gaps(rendered, names))
