"""Organisations that are known by an address's site: named beside it, or told to be the person's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reviewer.checks.flow import Flow
from reviewer.checks.given_names import folded
from reviewer.checks.names import Name
from reviewer.checks.spots import TOLD
from reviewer.checks.vocabulary import load, lowered, terms

_NO_LETTER = re.compile(r"[^a-z\n]")
_LEAST_LABEL = 5
_LEAST_INITIALS = 2


def site_of(email: str) -> str:
    """The letters of the label that tells an address's site; empty where many people have theirs."""
    labels = folded(email).partition("@")[2].split(".")[:-1]
    label = _NO_LETTER.sub("", labels[0]) if labels else ""
    shared = load("contacts")["shared_sites"]
    return "" if len(label) < _LEAST_LABEL or label in shared or labels[0] in shared else label


def is_named_in(site: str, rows: Iterable[str]) -> bool:
    """Whether rows name the organisation whose site it is."""
    words = (TOLD.sub(" ", row) for row in rows)
    return bool(site) and any(site in _letters(row) for row in words)


def is_of_own_firm(email: str, name: Name, flow: Flow) -> bool:
    """Whether a row names the organisation of an address together with the person, or as a firm of one's own."""
    label = folded(email).partition("@")[2].partition(".")[0]
    if name.is_abbreviated(re.split(r"[^a-z]", label)[0]):
        return True
    site = site_of(email)
    rows = _rows_with(site, flow) if site else ()
    return any(name.stands_in(row) or _is_owned(row) for row in rows)


def is_of_office(email: str) -> bool:
    """Whether an address is that of an office which only organisations have, such as that for privacy."""
    return folded(email).partition("@")[0] in load("contacts")["offices"]


def _rows_with(site: str, flow: Flow) -> Sequence[str]:
    rows = flow.text.replace("\t", "\n").split("\n")
    plain = _letters(flow.text.replace("\t", "\n")).split("\n")
    pairs = zip(rows, plain, strict=True)
    return [row for row, letters in pairs if site in letters and is_named_in(site, [row])]


def _is_owned(row: str) -> bool:
    low = lowered(row)
    return any(terms("claims", kind).hits(low) for kind in ("claim", "partner"))


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", folded(text.replace("&", "und")))
