"""The shape of a stock of wordings; each half of the corpus has its own, in German and English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.corpus.blind.model import Month, Person, Role

Period = Callable[[Month, Month | None], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """labels of industries stand in tables; nouns ("maker of ...") stand in sentences after an article."""

    language: str
    people: tuple[Person, ...]
    companies: tuple[str, ...]
    vague: tuple[str, ...]
    towns: tuple[str, ...]
    industries: tuple[tuple[str, str], ...]
    people_sizes: tuple[str, ...]
    revenue_sizes: tuple[str, ...]
    context_sentences: tuple[str, ...]
    context_labels: tuple[tuple[str, str], ...]
    roles: tuple[Role, ...]
    reporting: tuple[str, ...]
    team_sizes: tuple[str, ...]
    task_labels: tuple[str, ...]
    result_labels: tuple[str, ...]
    star_labels: tuple[tuple[str, str, str], ...]
    situations: tuple[str, ...]
    headlines_interim: tuple[str, ...]
    headlines_permanent: tuple[str, ...]
    claims: tuple[str, ...]
    claim_stations: tuple[tuple[str, str], ...]
    no_list: tuple[str, ...]
    profile_interim: tuple[str, ...]
    profile_permanent: tuple[str, ...]
    innocent_independence: tuple[str, ...]
    headings: dict[str, tuple[str, ...]]
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    education: tuple[str, ...]
    certificates: tuple[str, ...]
    future: tuple[str, ...]
    stamps: tuple[str, ...]
    copyrights: tuple[str, ...]
    gap_titles: tuple[str, ...]
    jargon: tuple[str, ...]
    jargon_programmes: tuple[str, ...]
    soft_jargon: tuple[str, ...]
    explained: tuple[tuple[str, str], ...]
    explained_sentences: tuple[str, ...]
    bare_sentences: tuple[str, ...]
    glossary_heading: str
    programmes_explained: tuple[str, ...]
    contact_labels: dict[str, tuple[str, ...]]
    on_request: tuple[str, ...]
    registrations: tuple[str, ...]
    referees: tuple[str, ...]
    client_contacts: tuple[str, ...]
    agencies: tuple[str, ...]
    letters: tuple[tuple[str, ...], ...]
    document_titles: tuple[str, ...]
    periods: tuple[Callable[[Random], Period], ...]
    column_heads: tuple[str, str, str, str]


def number(value: int, language: str) -> str:
    return f"{value:,}".replace(",", ".") if language == "de" else f"{value:,}"
