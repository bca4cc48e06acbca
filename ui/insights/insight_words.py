"""What the insights page says of its figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QLocale

from reviewer.domain.forecast import Forecast, Outlook
from reviewer.domain.ids import CriterionKey
from reviewer.domain.insights import (
    BacklogDay,
    CriterionAgreement,
    DefectCount,
    Insights,
    Pace,
    RuleAgreement,
    RungReturn,
)
from reviewer.i18n import current_language, ngettext
from reviewer.i18n import gettext as _
from ui.insights.bars import Bar
from ui.queue.queue_words import count_words, day_words

MOST_RULES = 8
Titles = Mapping[CriterionKey, str]
"""The criteria's titles in the window's language."""


def day_label(day: date, today: date) -> str:
    """A day on an axis."""
    return day_words(day, today)


def waiting_words(count: int) -> str:
    """How many wait."""
    return ngettext("{count} waits", "{count} wait", count).format(count=count_words(count))


def forecast_words(forecast: Forecast, today: date) -> str:
    """Where the backlog leads, and how sure that is."""
    match forecast.outlook:
        case Outlook.EMPTY:
            return _("Nobody waits.")
        case Outlook.UNKNOWN:
            return _("A forecast needs a few days on which something was decided.")
        case Outlook.GROWS:
            return _("At the pace of the last four weeks more come than are decided: the list does not get empty.")
        case Outlook.ENDS:
            return _ends_words(forecast, today)


def _ends_words(forecast: Forecast, today: date) -> str:
    if forecast.likely is None or forecast.earliest is None:
        return _("At the pace of the last four weeks the list takes more than ten years.")
    likely, earliest = day_words(forecast.likely, today), day_words(forecast.earliest, today)
    if forecast.latest is None:
        return _(
            "At the pace of the last four weeks the list is empty around {likely}, not before {earliest}; "
            "the pace varies too much to name a latest day."
        ).format(likely=likely, earliest=earliest)
    return _(
        "At the pace of the last four weeks the list is empty around {likely}, "
        "in four of five cases between {earliest} and {latest}."
    ).format(likely=likely, earliest=earliest, latest=day_words(forecast.latest, today))


def backlog_words(days: Sequence[BacklogDay], forecast: Forecast, today: date) -> str:
    """The chart in sentences."""
    if not days:
        return _("No applicants yet.")
    first, last = days[0], days[-1]
    told = _("{then} on {day}, {now} today.").format(
        then=waiting_words(first.waiting), day=day_words(first.day, today), now=waiting_words(last.waiting)
    )
    return f"{told} {forecast_words(forecast, today)}"


def defect_bars(defects: Sequence[DefectCount], judged: int, titles: Titles) -> list[Bar]:
    """Each criterion by how many CVs lacked it."""
    return [
        Bar(
            label=titles.get(defect.criterion, defect.criterion),
            segments=((defect.applicants, "bad"),),
            total=judged,
            words=_("{count} of {total}").format(count=count_words(defect.applicants), total=count_words(judged)),
        )
        for defect in defects
    ]


def agreement_bars(agreement: Sequence[CriterionAgreement], titles: Titles) -> list[Bar]:
    """Each criterion by how people answered what was proposed."""
    return [
        Bar(
            label=titles.get(one.criterion, one.criterion),
            segments=((one.same, "ok"), (one.overruled, "warn")),
            total=one.compared,
            words=_overruled_words(one.overruled, one.compared),
            told=_agreement_sentence(one, titles),
        )
        for one in agreement
    ]


def _overruled_words(overruled: int, compared: int) -> str:
    if not compared:
        return _("none yet")
    return _("{count} of {total} overruled").format(count=count_words(overruled), total=count_words(compared))


def _agreement_sentence(one: CriterionAgreement, titles: Titles) -> str:
    told = _(
        "{criterion}: {same} the same, {missed} proposed as fine and found lacking, "
        "{alarms} proposed as lacking and found fine, {unsure} unsure."
    )
    return told.format(
        criterion=titles.get(one.criterion, one.criterion),
        same=one.same,
        missed=one.missed,
        alarms=one.alarms,
        unsure=one.unsure,
    )


def rule_bars(rules: Sequence[RuleAgreement], titles: Titles) -> list[Bar]:
    """The rules people overrule most often, with their sentences."""
    told = [rule for rule in rules if rule.overruled][:MOST_RULES]
    return [
        Bar(
            label=rule.text(current_language()),
            segments=((rule.overruled, "warn"),),
            total=rule.spoke,
            words=_overruled_words(rule.overruled, rule.spoke),
            told=_("{criterion}, rule {rule}: {sentence} {words}").format(
                criterion=titles.get(rule.criterion, rule.criterion),
                rule=rule.rule,
                sentence=rule.text(current_language()),
                words=_overruled_words(rule.overruled, rule.spoke),
            ),
        )
        for rule in told
    ]


def rung_bars(rungs: Sequence[RungReturn]) -> list[Bar]:
    """Each rung by the corrected CVs that followed its letters."""
    return [
        Bar(
            label=_("Feedback {rung}").format(rung=rung.rung),
            segments=((min(rung.returned, rung.sent), "ok"),),
            total=rung.sent,
            words=_("{count} of {total}").format(count=count_words(rung.returned), total=count_words(rung.sent)),
            told=_("Feedback {rung}: {returned} corrected CVs after {sent} letters.").format(
                rung=rung.rung, returned=rung.returned, sent=rung.sent
            ),
        )
        for rung in rungs
    ]


def pace_words(pace: Pace) -> tuple[str, str]:
    """The median in large type, and what it means."""
    number = QLocale()

    def minutes(value: float) -> str:
        return number.toString(value, "f", 1 if value < 10 else 0)

    return (
        _("{minutes} min").format(minutes=minutes(pace.median)),
        _("an applicant, from one decision to the next; half of them take {lower} to {upper} min").format(
            lower=minutes(pace.lower), upper=minutes(pace.upper)
        ),
    )


def compared_words(insights: Insights) -> str:
    """How many answers were compared with a proposal, and how many are the same."""
    compared = sum(one.compared for one in insights.agreement)
    if not compared:
        return ""
    same = sum(one.same for one in insights.agreement)
    return _("{same} of {compared} answers as proposed").format(same=count_words(same), compared=count_words(compared))
