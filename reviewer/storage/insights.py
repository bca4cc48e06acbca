"""Counts for the insights page, over the mirror: answers against proposals, defects, the backlog, the pace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import quantiles
from typing import Any

import sqlalchemy as sa

from reviewer.domain.applicant import Answer
from reviewer.domain.findings import Verdict
from reviewer.domain.ids import CriterionKey
from reviewer.domain.insights import (
    LEAST_PACES,
    BacklogDay,
    CriterionAgreement,
    DefectCount,
    Pace,
    RungReturn,
)
from reviewer.domain.letter import LetterState, Template
from reviewer.storage import tables as t

MOST_DAYS = 120
_MOST_PACES = 2_000
_SHORTEST_MIN, _LONGEST_MIN = 0.05, 30.0
"""Between two decisions in a row: less is one act, more is a break."""
_ANSWERED = t.answer.c.answer != Answer.OPEN.value
_VERDICT = sa.func.json_extract(t.answer.c.proposed, "$.verdict")
_SURE = _VERDICT.in_([Verdict.FINE.value, Verdict.LACKING.value])


def load_agreement(connection: sa.Connection, criteria: Sequence[CriterionKey]) -> tuple[CriterionAgreement, ...]:
    """Every criterion's answers against what was proposed for them, in the given order."""
    query = (
        sa.select(t.answer.c.criterion, _VERDICT.label("verdict"), t.answer.c.answer, sa.func.count().label("number"))
        .where(t.answer.c.proposed.is_not(None), _ANSWERED)
        .group_by(t.answer.c.criterion, sa.literal_column("verdict"), t.answer.c.answer)
    )
    counts = {(row.criterion, row.verdict, row.answer): int(row.number) for row in connection.execute(query)}

    def count(criterion: str, verdict: Verdict, *answers: Answer) -> int:
        return sum(counts.get((criterion, verdict.value, answer.value), 0) for answer in answers)

    fine, lacking = Answer.FINE, Answer.LACKING
    return tuple(
        CriterionAgreement(
            criterion=key,
            same=count(key, Verdict.FINE, fine) + count(key, Verdict.LACKING, lacking),
            missed=count(key, Verdict.FINE, lacking),
            alarms=count(key, Verdict.LACKING, fine),
            unsure=count(key, Verdict.UNSURE, fine, lacking),
        )
        for key in criteria
    )


def load_rules(connection: sa.Connection) -> tuple[tuple[str, int, int], ...]:
    """Each rule that spoke for an answered proposal: how often, and how often it was overruled; the worst first."""
    each = sa.func.json_each(t.answer.c.proposed, "$.rules").table_valued("value", name="rule")
    overruled = sa.func.sum(sa.case((t.answer.c.answer != _VERDICT, 1), else_=0)).label("overruled")
    spoke = sa.func.count().label("spoke")
    query = (
        sa.select(each.c.value, spoke, overruled)
        .select_from(t.answer)
        .join(each, sa.true())
        .where(t.answer.c.proposed.is_not(None), _ANSWERED, _SURE)
        .group_by(each.c.value)
        .order_by(overruled.desc(), spoke.desc(), each.c.value)
        .limit(200)
    )
    return tuple((str(row.value), int(row.spoke), int(row.overruled)) for row in connection.execute(query))


def load_defects(connection: sa.Connection, criteria: Sequence[CriterionKey]) -> tuple[tuple[DefectCount, ...], int]:
    """How many applicants lacked what, the most frequent first; and how many were judged at all."""
    applicants = sa.func.count(t.answer.c.applicant.distinct())
    query = (
        sa.select(t.answer.c.criterion, applicants.label("applicants"))
        .where(t.answer.c.answer == Answer.LACKING.value)
        .group_by(t.answer.c.criterion)
    )
    counts = {row.criterion: int(row.applicants) for row in connection.execute(query)}
    defects = [DefectCount(criterion=key, applicants=counts.get(key, 0)) for key in criteria]
    judged = connection.scalar(sa.select(applicants).where(_ANSWERED)) or 0
    return tuple(sorted(defects, key=lambda defect: -defect.applicants)), judged


def load_backlog(connection: sa.Connection, today: date) -> tuple[BacklogDay, ...]:
    """Day by day how many applicants waited: from an arrival of documents to the next first decision of a round.

    A second CV that comes while the first one waits begins nothing new.
    """
    begun, ended = _begun(), _ended()
    count = sa.func.count().label("number")
    waited = begun.outerjoin(ended, sa.and_(ended.c.applicant == begun.c.applicant, ended.c.round == begun.c.round - 1))
    is_new = sa.or_(begun.c.round == 1, ended.c.at <= begun.c.at)
    arrived = _by_day(connection, sa.select(_day(begun.c.at).label("day"), count).select_from(waited).where(is_new))
    decided = _by_day(connection, sa.select(_day(ended.c.at).label("day"), count))
    if not arrived:
        return ()
    first = min(arrived)
    begin = max(first, today - timedelta(days=MOST_DAYS - 1))
    waiting = sum(count for day, count in arrived.items() if day < begin)
    waiting -= sum(count for day, count in decided.items() if day < begin)
    days = []
    for number in range(max(0, (today - begin).days) + 1):
        day = begin + timedelta(days=number)
        came, went = arrived.get(day, 0), decided.get(day, 0)
        waiting += came - went
        days.append(BacklogDay(day=day, waiting=waiting, decided=went, arrived=came))
    return tuple(days)


def load_pace(connection: sa.Connection) -> Pace | None:
    """How long one decision took after the same person's last; None before there are enough of them."""
    before = sa.func.lag(t.decision.c.at).over(partition_by=t.decision.c.by, order_by=t.decision.c.at)
    minutes = (sa.func.julianday(t.decision.c.at) - sa.func.julianday(before)) * 1_440.0
    steps = sa.select(t.decision.c.at.label("at"), sa.type_coerce(minutes, sa.Float).label("minutes")).subquery()
    query = sa.select(steps.c.minutes).where(steps.c.minutes.between(_SHORTEST_MIN, _LONGEST_MIN))
    found = list(connection.scalars(query.order_by(steps.c.at.desc()).limit(_MOST_PACES)))
    if len(found) < LEAST_PACES:
        return None
    lower, median, upper = quantiles(found, n=4)
    return Pace(lower=lower, median=median, upper=upper, count=len(found))


def load_rungs(connection: sa.Connection) -> tuple[RungReturn, ...]:
    """How many letters of each rung were sent, and after which of them a corrected CV came."""
    letter, document = t.letter, t.document
    feedback = [template.value for template in Template if template.rung]
    is_sent = sa.and_(letter.c.state == LetterState.SENT.value, letter.c.template.in_(feedback))
    counting = sa.select(letter.c.template, sa.func.count().label("number")).where(is_sent)
    rows = connection.execute(counting.group_by(letter.c.template))
    sent = {row.template: int(row.number) for row in rows}
    last = (
        sa.select(letter.c.template)
        .where(is_sent, letter.c.applicant == document.c.applicant, letter.c.sent_at < document.c.added_at)
        .order_by(letter.c.sent_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    credited = sa.select(last.label("template")).where(document.c.position == 0, document.c.version > 1).subquery()
    after = sa.select(credited.c.template, sa.func.count().label("number")).group_by(credited.c.template)
    returned = {row.template: int(row.number) for row in connection.execute(after)}
    return tuple(
        RungReturn(rung=template.rung, sent=sent.get(template.value, 0), returned=returned.get(template.value, 0))
        for template in Template
        if template.rung
    )


def _begun() -> sa.Subquery:
    """When each applicant's rounds began; who sent no documents waits since they registered."""
    number = sa.func.dense_rank().over(partition_by=t.document.c.applicant, order_by=t.document.c.added_at)
    arrivals = sa.select(t.document.c.applicant, number.label("round"), t.document.c.added_at.label("at")).subquery()
    with_papers = (
        sa.select(arrivals.c.applicant, arrivals.c.round, arrivals.c.at)
        .join(t.applicant, t.applicant.c.key == arrivals.c.applicant)
        .where(arrivals.c.round <= t.applicant.c.round)
        .distinct()
    )
    without = sa.select(t.applicant.c.key, sa.literal(1), t.applicant.c.waiting_since).where(
        t.applicant.c.key.not_in(sa.select(t.document.c.applicant))
    )
    return sa.union_all(with_papers, without).subquery()


def _ended() -> sa.Subquery:
    """When each round was first decided."""
    first = sa.select(t.decision.c.applicant, t.decision.c.round, sa.func.min(t.decision.c.at).label("at"))
    return first.group_by(t.decision.c.applicant, t.decision.c.round).subquery()


def _day(moment: Any) -> sa.ColumnElement[str]:
    """The local day of a moment, as text."""
    return sa.func.date(moment, "localtime", type_=sa.String)


def _by_day(connection: sa.Connection, query: sa.Select[str, int]) -> dict[date, int]:
    grouped = query.group_by(sa.literal_column("day"))
    return {date.fromisoformat(row.day): int(row.number) for row in connection.execute(grouped)}
