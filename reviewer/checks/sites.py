"""Organisations that are known by an address's site: named beside it, or told to be the person's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reviewer.checks.flow import Flow
from reviewer.checks.given_names import folded
from reviewer.checks.late_patterns import late
from reviewer.checks.names import Name
from reviewer.checks.spots import TOLD
from reviewer.checks.strangers import names_another
from reviewer.checks.vocabulary import kept_for_now, load, lowered, terms

_NO_LETTER = re.compile(r"[^a-z\n]")
_PROFILE = late(r"\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?")
_LEAST_LABEL, _LEAST_LETTERS = 5, 4
_LEAST_INITIALS = 2


def site_of(email: str) -> str:
    """The letters of the label that tells an address's site; empty where many people have theirs."""
    labels = folded(email).partition("@")[2].split(".")[:-1]
    label = _NO_LETTER.sub("", labels[0]) if labels else ""
    shared = load("contacts")["shared_sites"]
    return "" if len(label) < _LEAST_LABEL or label in shared or labels[0] in shared else label


def is_named_in(site: str, rows: Iterable[str]) -> bool:
    """Whether rows name the organisation whose site it is."""
    words = (_plain(row) for row in rows)
    return bool(site) and any(site in _letters(row) for row in words)


def is_told_in(email: str, rows: Iterable[str]) -> bool:
    """Whether rows name the organisation at whose site an address is, be it with words between those of the site."""
    site, rows = site_of(email), list(rows)
    words = [word for word in folded(email).partition("@")[2].partition(".")[0].split("-") if word.isalpha()]
    apart = sum(len(word) >= _LEAST_LETTERS for word in words) > 1
    told = (_letters(_plain(row)) for row in rows)
    return is_named_in(site, rows) or bool(site and apart and any(all(word in row for word in words) for row in told))


def is_of_own_firm(email: str, name: Name, flow: Flow) -> bool:
    """Whether a row names the organisation of an address together with the person, or as a firm of one's own."""
    label = folded(email).partition("@")[2].partition(".")[0]
    if name.is_abbreviated(re.split(r"[^a-z]", label)[0]):
        return True
    site = site_of(email)
    rows = rows_with(site, flow)
    return any(name.stands_in(row) or _is_owned(row, name) for row in rows if "@" not in row)


def is_of_office(email: str, *, small: bool) -> bool:
    """Whether an address is that of an office which only organisations have; small ones have some of them, too."""
    local = folded(email).partition("@")[0]
    return local in load("contacts")["offices"] and not (small and local in load("contacts")["of_small_firms"])


def rows_with(letters: str, flow: Flow) -> Sequence[str]:
    """The rows and cells that hold these small letters outside of addresses; none for fewer than four."""
    if len(letters) < _LEAST_LETTERS:
        return ()
    rows = flow.text.replace("\t", "\n").split("\n")
    plain = _letters(flow.text.replace("\t", "\n")).split("\n")
    return [row for row, told in zip(rows, plain, strict=True) if letters in told and is_named_in(letters, [row])]


def _is_owned(row: str, name: Name) -> bool:
    """Whether a row tells a firm of one's own, and names nobody else who owns it."""
    if names_another(row, name):
        return False
    low = lowered(row)
    return any(terms("claims", kind).hits(low) for kind in ("claim", "partner"))


def _plain(row: str) -> str:
    """A row without addresses, sites and profiles, as "example.com/anna" is one."""
    return _PROFILE.sub(" ", TOLD.sub(" ", row))


@kept_for_now
def _letters(text: str) -> str:
    return _NO_LETTER.sub("", folded(text.replace("&", "und")))
