"""Dates and times as German and international tables write them, as moments in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reviewer.errors import Misconfigured, Refused

_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
_ZONE = r"(?P<zone>Z|UTC|GMT|MEZ|CET|MESZ|CEST|[+-]\d{2}(?::?\d{2})?)"
_TIME = rf"(?:(?:\s*,\s*|\s+|T){_CLOCK}(?:\s*Uhr)?(?:\s*{_ZONE})?)?"
_ISO = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){_TIME}", re.IGNORECASE | re.ASCII)
_GERMAN = re.compile(
    rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>\d{{4}}){_TIME}", re.IGNORECASE | re.ASCII
)
_HOURS = {"Z": 0, "UTC": 0, "GMT": 0, "MEZ": 1, "CET": 1, "MESZ": 2, "CEST": 2}
_YEARS = range(1970, 2101)


def read_moment(untrusted: str) -> datetime | None:
    """The moment in UTC, None when empty; a time without zone, or a bare date, is meant in Berlin. Raises Refused."""
    text = untrusted.strip()
    if not text:
        return None
    match = (_ISO.fullmatch(text) or _GERMAN.fullmatch(text)) if len(text) <= 60 else None
    if match is None or int(match["year"]) not in _YEARS:
        raise Refused("date-unreadable")
    try:
        return _moment(match)
    except ValueError:
        raise Refused("date-unreadable") from None


def _moment(match: re.Match[str]) -> datetime:
    fraction = (match["fraction"] or "0")[:6].ljust(6, "0")
    local = datetime(
        int(match["year"]),
        int(match["month"]),
        int(match["day"]),
        int(match["hour"] or 0),
        int(match["minute"] or 0),
        int(match["second"] or 0),
        int(fraction),
        tzinfo=_zone(match["zone"]),
    )
    return local.astimezone(UTC)


def _zone(text: str | None) -> tzinfo:
    if text is None:
        return berlin()
    if text.upper() in _HOURS:
        return timezone(timedelta(hours=_HOURS[text.upper()]))
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text.startswith("-") else offset)


@cache
def berlin() -> tzinfo:
    """The zone of times without one; Windows has no zone data of its own, there the package tzdata brings it."""
    try:
        return ZoneInfo("Europe/Berlin")
    except ZoneInfoNotFoundError:
        raise Misconfigured("time-zones-missing") from None
