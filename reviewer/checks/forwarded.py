"""What stands before or around the document where somebody hands it on: a printed e-mail, an agency's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.checks.flow import Flow
from reviewer.checks.late_patterns import late
from reviewer.checks.names import Name, find_names
from reviewer.checks.sections import heading_kind
from reviewer.checks.vocabulary import lowered, terms

_FROM = late(r"\W*(?:von|from|absender|sender)\b\W*", re.IGNORECASE)
_HEADER = re.compile(
    r"\W*(?:von|from|absender|sender|an|to|cc|kopie|gesendet|sent|datum|date|betreff|subject|anlagen?|attachments?)"
    r"\b[ :.]*(?:\t|:|$)",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(r"\W*(?:kandidat(?:in)?|candidate)\W*[:\t]", re.IGNORECASE)
_ADDRESS = re.compile(r"[<(\[]|\S+@")
_OF_ONESELF = frozenset(("contact", "personal"))
_LEAST_ROWS, _MOST_ROWS, _FIRST_ROWS, _BODY = 3, 30, 40, 6


def is_header(text: str) -> bool:
    """Whether a row is one of an e-mail's header, such as "Subject: Interim CFO"."""
    return _HEADER.match(text) is not None


def header_rows(flow: Flow) -> frozenset[int]:
    """The numbers of the first rows that are an e-mail's header, values below their labels included; none if few."""
    rows = [number for number, line in enumerate(flow.lines[:_MOST_ROWS]) if is_header(line.text)]
    if len(rows) < _LEAST_ROWS or not any(_FROM.match(flow.lines[number].text) for number in rows):
        return frozenset()
    values = [above + 1 for above, below in pairwise(rows) if below == above + 2]
    return frozenset([*rows, *values, *([rows[-1] + 1] if values else [])])


def is_presented(flow: Flow, margins: Sequence[str] = ()) -> bool:
    """Whether the first rows or the margins speak of a candidate, as an agency does."""
    rows = (*margins, *(line.text for line in flow.furniture), *flow.text.split("\n", _FIRST_ROWS)[:_FIRST_ROWS])
    return any(_CANDIDATE.match(row) for row in rows) or terms("contacts", "presented").hits(lowered("\n".join(rows)))


def sender_of(flow: Flow, header: frozenset[int]) -> list[str]:
    """The words of the name of who sends the e-mail; none if there is no header."""
    first = next((number for number in sorted(header) if _FROM.match(flow.lines[number].text)), None)
    if first is None:
        return []
    told = [_FROM.sub("", flow.lines[number].text, count=1) for number in (first, first + 1) if number in header]
    return find_names(_ADDRESS.split(" ".join(told))[0].strip(' ,;:"'), first=False)


def others_mail(flow: Flow, name: Name, header: frozenset[int]) -> int:
    """How many first rows are the e-mail of somebody else than the one of this name.

    It goes on to where they are named, or to a heading of contact data.
    """
    sender = next((number for number in sorted(header) if _FROM.match(flow.lines[number].text)), None)
    if sender is None or not name:
        return max(header) + _BODY if sender is not None and is_presented(flow) else 0
    told = [flow.lines[number].text for number in (sender, sender + 1) if number in header]
    if any(name.stands_in(text) for text in told):
        return 0
    after = range(max(header) + 1, len(flow.lines))
    texts = ((number, flow.lines[number].text) for number in after)
    return next((number for number, text in texts if name.stands_in(text) or heading_kind(text) in _OF_ONESELF), 0)
