"""Mandates told as points of a list, each with its period: "• Interim CFO, Muster AG (03/2021 – 06/2022)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from reviewer.checks.anchors import BULLET, MOST_WORDS_BESIDE, row_of
from reviewer.checks.company_patterns import find_sizes, patterns
from reviewer.checks.dates import Period
from reviewer.checks.flow import Flow
from reviewer.checks.late_patterns import late
from reviewer.checks.own_work import is_own_work
from reviewer.checks.posts import is_post
from reviewer.checks.vocabulary import lowered, terms

_LEAST_POINTS, _LEAST_YEARS, _MOST_OF_CLIENT = 2, 3, 8
_ROWS_OF_HEAD = 3
# What is visited, given or won, not led.
_COURSE = late(r"(?:kurs|lehrgang|schulung|training|course|workshop|vortrag|talk|award|preis)(?:e|s|en)?\b")


def find_dated_points(flow: Flow, within: Sequence[Period], anchors: Sequence[Period]) -> list[Period]:
    """The periods of points that are entries of their own, though they stand below one; fewer than two are none.

    A point is one where its period lies outside the entry that it stands in, or where that one is self-employment.
    Of lone years there must be more, as many a detail has one.
    """
    free = [one for one in within if one not in anchors]
    points = [one for one in free if one.ranged and _is_point(flow, one)]
    years = [one for one in free if not one.ranged and _is_year_of_client(flow, one)]
    own = [one for one in points if _is_own_entry(flow, one, anchors)]
    lone = [one for one in years if _is_own_entry(flow, one, anchors)]
    return [*(own if len(own) >= _LEAST_POINTS else ()), *(lone if len(lone) >= _LEAST_YEARS else ())]


def _is_point(flow: Flow, period: Period) -> bool:
    """Whether a period stands in a point that tells a post or a company."""
    begin, end = row_of(flow, period.begin)
    row = flow.text[begin:end]
    found = BULLET.match(row)
    if not found:
        return False
    told = row[found.end() : period.begin - begin] + row[period.end - begin :]
    if len(told.split()) > 2 * MOST_WORDS_BESIDE or _is_no_work(told):
        return False
    return is_post(told) or patterns()["legal"].search(" " + told) is not None


def _is_year_of_client(flow: Flow, period: Period) -> bool:
    """Whether a year stands in brackets behind a company's name or a post with which a row begins."""
    begin, end = row_of(flow, period.begin)
    head, rest = flow.text[begin : period.begin], flow.text[period.end : end]
    if not head.endswith("(") or not rest.startswith(")") or len(head.split()) > _MOST_OF_CLIENT:
        return False
    told = head[:-1]
    return not _is_no_work(told + rest) and (patterns()["legal"].search(" " + told) is not None or is_post(told))


def _is_no_work(text: str) -> bool:
    low = lowered(text)
    return (
        terms("claims", "no_activity").hits(low)
        or terms("tasks", "learning").hits(low)
        or _COURSE.search(low) is not None
    )


def _is_own_entry(flow: Flow, point: Period, anchors: Sequence[Period]) -> bool:
    above = [one for one in anchors if one.begin < point.begin]
    if not above:
        return True
    entry = above[-1]
    if point.first and entry.first and (point.first < entry.first or (entry.last and point.first > entry.last)):
        return True
    begin = row_of(flow, entry.begin)[0]
    rows = flow.text[begin : point.begin].split("\n")[:_ROWS_OF_HEAD]
    head = lowered("\n".join(takewhile(lambda row: not BULLET.match(row), rows)))
    return entry.last is None and not find_sizes(head) and (is_own_work(head) or terms("claims", "interim").hits(head))
