"""One document as the criteria look at it: its text, parts, dates, stations and contacts, found once."""

from __future__ import annotations

from datetime import date

from reviewer.checks.bearer import find_name
from reviewer.checks.company_list import with_company_list
from reviewer.checks.contacts import Contact, find_contacts
from reviewer.checks.dates import Period, find_periods
from reviewer.checks.entry_labels import with_labelled_industries
from reviewer.checks.flow import Flow, make_flow
from reviewer.checks.languages import find_language
from reviewer.checks.lasting import with_lengths
from reviewer.checks.lost_dashes import with_lost_dashes
from reviewer.checks.names import Name
from reviewer.checks.records import record
from reviewer.checks.sections import Section, find_sections
from reviewer.checks.self_employment import Claim, find_claim
from reviewer.checks.shared_context import share_context
from reviewer.checks.station_facts import Facts, is_pause, tell
from reviewer.checks.stations import find_stints, is_learning
from reviewer.checks.umbrellas import is_umbrella
from reviewer.checks.undated_parts import with_undated_parts
from reviewer.domain.findings import Month
from reviewer.domain.reading import Reading


@record
class View:
    """What was found; stations are work with a client or employer, umbrellas the self-employment around it.

    told are the stations with the mandates that have no dates of their own, each apart.
    others are entries of learning, and those that say why there was no work; name is the person's.
    """

    flow: Flow
    language: str
    today: Month
    sections: tuple[Section, ...]
    periods: tuple[Period, ...]
    stations: tuple[Facts, ...]
    told: tuple[Facts, ...]
    umbrellas: tuple[Facts, ...]
    others: tuple[Facts, ...]
    contacts: tuple[Contact, ...]
    claim: Claim | None
    margins: tuple[str, ...]
    name: Name


def _is_learning(facts: Facts) -> bool:
    """Whether an entry tells of learning; one that tells the size of a company is work."""
    return facts.size is None and is_learning(" ".join(unit.text for unit in facts.units[:3]))


def make_view(reading: Reading, today: date) -> View:
    """Look at a document on a day."""
    flow = make_flow(reading)
    language = find_language(flow.text)
    sections = find_sections(flow)
    periods = with_lengths(flow.text, with_lost_dashes(flow.text, find_periods(flow.text, today)))
    told = [tell(flow, stint) for stint in find_stints(flow, sections, periods)]
    told = share_context(flow, sections, with_company_list(flow, with_labelled_industries(flow, told)))
    learning = [one for one in told if _is_learning(one) or is_pause(one)]
    margins = tuple(margin.text for margin in reading.margins)
    name = find_name(flow, margins)
    umbrellas = [one for one in told if one not in learning and is_umbrella(one, name.parts)]
    stations = [one for one in told if one not in learning and one not in umbrellas]
    month = Month(year=today.year, month=today.month)
    return View(
        flow=flow,
        language=language,
        today=month,
        sections=tuple(sections),
        periods=tuple(periods),
        stations=tuple(stations),
        told=with_undated_parts(flow, stations, umbrellas),
        umbrellas=tuple(umbrellas),
        others=tuple(learning),
        contacts=tuple(find_contacts(reading, flow, sections, periods, language, name)),
        margins=margins,
        name=name,
        claim=find_claim(flow, sections, periods, umbrellas, stations, learning, month),
    )
