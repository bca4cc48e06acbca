"""From the reading of a document to its six proposals."""

from __future__ import annotations

from datetime import date

from reviewer.checks.cards import decide, undecided
from reviewer.checks.clarity_card import judge_clarity
from reviewer.checks.contact_card import judge_contact
from reviewer.checks.currency_card import find_newest, judge_currency
from reviewer.checks.languages import OTHER
from reviewer.checks.projects_card import find_mandates, judge_projects
from reviewer.checks.quality import judge_text
from reviewer.checks.stamps import Stamp, find_stamp
from reviewer.checks.station_cards import judge_context, judge_tasks
from reviewer.checks.station_facts import Facts
from reviewer.checks.view import View, make_view
from reviewer.checks.vocabulary import forget_texts, rules_version
from reviewer.domain.findings import Contacts, Findings, Place, Proposal, Station, TextQuality
from reviewer.domain.pages import DocumentKind
from reviewer.domain.reading import Reading

_NOBODY = Contacts(emails=(), phones=(), others=())


def judge(reading: Reading, today: date) -> Findings:
    """The findings in a document on a day; of its texts nothing is kept."""
    try:
        return _judge(reading, today)
    finally:
        forget_texts()


def _judge(reading: Reading, today: date) -> Findings:
    quality, place = judge_text(reading)
    if quality in {TextQuality.NONE, TextQuality.POOR}:
        # Behind a page of text there may be many that were scanned; whom to reach is told all the same.
        readable = quality is TextQuality.NONE and any(page.words for page in reading.pages)
        contacts = _contacts(make_view(reading, today)) if readable else _NOBODY
        return _unjudged(reading, quality, OTHER, undecided(f"text-{quality.value}", place), contacts)
    view = make_view(reading, today)
    if view.language == OTHER:
        first = view.flow.line_place(0) if view.flow.lines else None
        return _unjudged(reading, quality, OTHER, undecided("language", first), _contacts(view))
    stamp = find_stamp(view)
    newest = find_newest(view, stamp)
    return Findings(
        language=view.language,
        pages=len(reading.pages),
        text_quality=quality,
        rules_version=rules_version(),
        proposals=_proposals(view, reading, stamp),
        contacts=_contacts(view),
        stations=tuple(_station(view, facts) for facts in view.stations),
        newest_activity=newest[0] if newest else None,
        has_project_list=len(find_mandates(view)) >= 2,
    )


def _contacts(view: View) -> Contacts:
    """What was found of the person's and of others; it needs no language."""
    own = [one for one in view.contacts if one.own]
    return Contacts(
        emails=tuple(one.value for one in own if not one.is_phone),
        phones=tuple(one.value for one in own if one.is_phone),
        others=tuple(one.value for one in view.contacts if not one.own),
    )


def _unjudged(
    reading: Reading,
    quality: TextQuality,
    language: str,
    proposals: tuple[Proposal, ...],
    contacts: Contacts = _NOBODY,
) -> Findings:
    return Findings(
        language=language,
        pages=len(reading.pages),
        text_quality=quality,
        rules_version=rules_version(),
        proposals=proposals,
        contacts=contacts,
        stations=(),
        newest_activity=None,
        has_project_list=False,
    )


def _proposals(view: View, reading: Reading, stamp: Stamp | None) -> tuple[Proposal, ...]:
    # Of a file of words no page is a picture.
    empty = reading.kind in {DocumentKind.PDF, DocumentKind.IMAGE} and any(not page.words for page in reading.pages)
    return (
        decide("contact", judge_contact(view, empty)),
        decide("context", judge_context(view)),
        decide("tasks", judge_tasks(view)),
        decide("clarity", judge_clarity(view)),
        decide("projects", judge_projects(view)),
        decide("currency", judge_currency(view, stamp)),
    )


def _station(view: View, facts: Facts) -> Station:
    period = facts.stint.period
    assert period.first
    place: Place = view.flow.place(period.begin, period.end)
    return Station(
        start=period.first,
        end=period.last,
        place=place,
        title=facts.title,
        industry=_words(view, facts.industry),
        size=_words(view, facts.size),
        tasks=tuple(unit.text for unit in facts.tasks),
    )


def _words(view: View, span: tuple[int, int] | None) -> str:
    return " ".join(view.flow.text[slice(*span)].split()) if span else ""
