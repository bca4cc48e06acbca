"""Score cards: the rules that spoke for and against a defect, added up to a verdict with its band."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from reviewer.checks.records import record
from reviewer.checks.vocabulary import load
from reviewer.domain.findings import Band, Place, Proposal, Reason, Verdict
from reviewer.domain.ids import CriterionKey

CRITERIA = ("contact", "context", "tasks", "clarity", "projects", "currency")
_MOST_PLACES = 32


@record
class Hit:
    """A rule that spoke, with what its sentence tells and where it is seen; further places say more of the same."""

    rule: str
    facts: dict[str, str | int] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    further: tuple[Place, ...] = ()


def decide(criterion: str, hits: Iterable[Hit]) -> Proposal:
    """Add up a criterion's hits; evidence is of the rules on the winning side, of all where none wins."""
    card = load("rules")[criterion]
    reasons: list[tuple[Reason, Hit]] = []
    for hit in hits:
        rule = card["rules"][hit.rule]
        reasons.append((_reason(f"{criterion}.{hit.rule}", rule, hit.facts), hit))
    score = sum(reason.weight for reason, _ in reasons)
    verdict, distance = _verdict(score, card)
    band = Band.UNCLEAR if verdict is Verdict.UNSURE else Band.SURE if distance >= card["sure"] else Band.LIKELY
    side = {Verdict.LACKING: 1, Verdict.FINE: -1, Verdict.UNSURE: 0}[verdict]
    places, further = _shown([hit for reason, hit in reasons if side == 0 or reason.weight * side >= 0])
    return Proposal(
        criterion=CriterionKey(criterion),
        verdict=verdict,
        band=band,
        reasons=tuple(sorted((reason for reason, _ in reasons), key=lambda reason: -abs(reason.weight))),
        places=places,
        further=further,
    )


def undecided(rule: str, place: Place | None) -> tuple[Proposal, ...]:
    """Every criterion unsure, for one reason that lies in the document."""
    reason = _reason(rule, load("rules")[rule], {})
    return tuple(
        Proposal(
            criterion=CriterionKey(criterion),
            verdict=Verdict.UNSURE,
            band=Band.UNCLEAR,
            reasons=(reason,),
            places=(place,) if place else (),
        )
        for criterion in CRITERIA
    )


def _reason(name: str, rule: dict[str, str | int], facts: dict[str, str | int]) -> Reason:
    return Reason(
        rule=name,
        weight=float(rule["weight"]),
        german=str(rule["de"]).format(**facts),
        english=str(rule["en"]).format(**facts),
    )


def _verdict(score: float, card: dict[str, float]) -> tuple[Verdict, float]:
    if score >= card["lacking"]:
        return Verdict.LACKING, score - card["lacking"]
    if score <= card["fine"]:
        return Verdict.FINE, card["fine"] - score
    return Verdict.UNSURE, 0.0


def _shown(hits: list[Hit]) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Each place once: the first of them in the order of the rules, in reading order, then what says more."""
    kept = list(dict.fromkeys(place for hit in hits for place in hit.places))[:_MOST_PLACES]
    more = dict.fromkeys(place for hit in hits for place in hit.further if place not in kept)
    ordered = sorted(kept, key=lambda place: (place.page, place.rect[1], place.rect[0]))
    return tuple(ordered), tuple(more)[: _MOST_PLACES - len(kept)]
