"""Words that say that somebody works for themselves."""

from __future__ import annotations

from reviewer.checks.claim_patterns import ANOTHERS, ENTREPRENEUR
from reviewer.checks.vocabulary import terms


def is_own_work(low: str) -> bool:
    """Whether lower-cased words say that somebody works for themselves."""
    return _is_said_of_oneself("claim", low) or ENTREPRENEUR.match(low) is not None


def is_interim(low: str) -> bool:
    """Whether lower-cased words say that somebody works for a time, of themselves and not only of others."""
    return _is_said_of_oneself("interim", low)


def _is_said_of_oneself(key: str, low: str) -> bool:
    """Whether words of a list stand there, and not only of others."""
    known = terms("claims", key)
    return known.hits(low) and known.hits(ANOTHERS.sub(" ", low))
