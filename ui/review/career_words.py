"""What the career strip says of periods, silences and months."""

from __future__ import annotations

from reviewer.domain.career import Career, Period, Silence
from reviewer.domain.findings import Month
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.widgets.labels import one_line

_LONGEST_TITLE = 120


def month_words(month: Month) -> str:
    """A month as CVs write it."""
    return f"{month.month:02d}/{month.year}"


def period_words(period: Period) -> str:
    """From when to when, and what it was."""
    end = _("today") if period.ongoing else month_words(period.end)
    when = f"{month_words(period.start)} – {end}"
    title = one_line(period.title)
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rstrip() + "…"
    return _("{when}: {title}").format(when=when, title=title) if title else when


def silence_words(silence: Silence) -> str:
    """How long nothing is dated."""
    years = silence.months // 12
    if silence.months < 2 * 12:
        return ngettext("{count} month silent", "{count} months silent", silence.months).format(count=silence.months)
    return ngettext("{count} year silent", "{count} years silent", years).format(count=years)


def career_words(career: Career) -> str:
    """The whole line in sentences, for those who do not see it."""
    count = len(career.periods)
    told = ngettext("{count} dated period since {year}", "{count} dated periods since {year}", count)
    parts = [told.format(count=count, year=career.first.year)]
    parts += [
        _("{silence}: {start} – {end}").format(
            silence=silence_words(silence), start=month_words(silence.start), end=month_words(silence.end)
        )
        for silence in career.silences
    ]
    if career.newest is not None:
        parts.append(newest_words(career.newest))
    return ". ".join(parts)


def newest_words(month: Month) -> str:
    """The newest thing with a date."""
    return _("newest {month}").format(month=month_words(month))
