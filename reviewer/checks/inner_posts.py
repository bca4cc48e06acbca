"""Mandates without dates that stand below an entry of self-employment, or elsewhere, told by their posts or clients."""

from __future__ import annotations

import re
from itertools import islice

from reviewer.checks.company_patterns import find_sizes
from reviewer.checks.labels import is_label
from reviewer.checks.late_patterns import late
from reviewer.checks.posts import is_post
from reviewer.checks.station_facts import Facts
from reviewer.checks.units import Unit
from reviewer.checks.vocabulary import lowered, terms

ROWS_OF_CLAIM, LEAST_INNER = 2, 2
_MOST_OF_POST = 9
_BEHIND_POST = late(r"\s*[(:]")
# What stands above a list of mandates.
_LATEST_OF_LIST, _LONGEST_HEAD = 4, 100
_OF_LIST = late(
    r"\W*(?:.*\b)?"
    r"(?:auswahl|auszug|ausgewählte?r?|darunter|unter anderem|among|selected|selection|including|recent|examples?)\b"
    r".*(?:mandate?n?|projekte?n?|einsätzen?|einsätze|aufträgen?|kunden|assignments|mandates|projects|engagements|clients|contracts)"
    r"\b.*:\W*|\W*(?:mandate|projekte|einsätze|aufträge|assignments|mandates|projects|engagements)\b[^:]{0,25}:\W*"
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# What a client is called whose name is withheld.
_KIND = late(
    r"konzern\b|gruppe\b|\bgroup\b|unternehmen\b|\bcompan(?:y|ies)\b|\bbusiness(?:es)?\b|\bfirma?\b|\bjoint venture\b"
    r"|\bcorporation\b|\bcorporate\b|mittelständ|\bmid-?(?:sized|cap)\b|\bhidden champion\b|tochter\b|\bsubsidiary\b"
    r"|\b(?:european|german|british|us|american|regional)\s(?:arm|branch|unit)\b|hersteller\b|\bmanufacturer\b|\bmaker\b"
    r"|zulieferer\b|lieferant\b|\bsupplier\b|\bclient\b|\bkunde\b|händler\b|\bretailer\b|\boperator\b|betreiber\b"
    r"|börsennotiert|\b(?:publicly|privately)[ -](?:held|owned|listed)\b|\blisted\b|\bstart-?up\b|\bscale-?up\b"
    r"|\bdienstleister\b|\bprovider\b"
)


def told_rows(facts: Facts, most: int | None = None) -> list[Unit]:
    """The statements of an entry but for labels and running numbers, or so many of them."""
    told = (unit for unit in facts.units if _LETTERS.search(unit.text) and not is_label(unit.text))
    return list(islice(told, most))


def find_inner_posts(facts: Facts) -> list[Unit]:
    """The posts below the first rows of an entry, each with something told below it and a client beside it."""
    rows = told_rows(facts)
    first = _rows_of_claim(rows)
    listed = any(_heads_list(row.text) for row in rows[:_LATEST_OF_LIST])
    posts = [place for place in range(first, len(rows) - 1 + listed) if _begins_with_post(rows[place].text)]
    return [rows[place] for place in posts if _has_client(facts, rows[max(first, place - 1) : place + 2])]


def _heads_list(text: str) -> bool:
    """Whether a short row stands above a list of mandates, as "Among the assignments:" does."""
    return len(text) <= _LONGEST_HEAD and _OF_LIST.fullmatch(lowered(text)) is not None


def _begins_with_post(text: str) -> bool:
    """Whether a few words tell a post, up to a bracket or a colon behind which its client or what was done is told."""
    head = _BEHIND_POST.split(text)[0]
    return len(head.split()) <= _MOST_OF_POST and is_post(head)


def find_inner_clients(facts: Facts) -> list[Unit]:
    """The statements below the first rows of an entry that name a company, each text once."""
    rows = told_rows(facts)
    below = rows[_rows_of_claim(rows) :]
    named = [unit for unit in below if any(unit.begin <= begin < unit.end for begin, _ in facts.companies)]
    return list({unit.text: unit for unit in named}.values())


def _rows_of_claim(rows: list[Unit]) -> int:
    """How many rows tell of the person's own work: two, or one where the second is a post at a client already."""
    if len(rows) < ROWS_OF_CLAIM or not is_post(rows[1].text):
        return ROWS_OF_CLAIM
    low = lowered(rows[1].text)
    return ROWS_OF_CLAIM if terms("claims", "claim").hits(low) or terms("claims", "interim").hits(low) else 1


def _has_client(facts: Facts, near: list[Unit]) -> bool:
    """Whether a company's name, size or kind stands in a post's row or in the one above or below it."""
    return any(_tells_company(facts, unit) for unit in near)


def _tells_company(facts: Facts, unit: Unit) -> bool:
    if any(unit.begin <= begin < unit.end for begin, _ in facts.companies) or find_sizes(unit.text):
        return True
    if unit in facts.tasks or unit in facts.reporting or unit.text.rstrip().endswith("."):
        return False
    low = lowered(unit.text)
    return _KIND.search(low) is not None or terms("industries", "words").hits(low)
