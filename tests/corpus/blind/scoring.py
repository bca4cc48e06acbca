"""How well proposals agree with the truth: counts and figures per criterion, contacts, evidence and time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.domain.findings import Findings, Place, Proposal
from tests.corpus.blind.model import CRITERIA, Sample, Spot, State
from tests.corpus.blind.spots import plain

OVERLAP = 0.25
SHARED_WORDS = 0.6


@dataclass(frozen=True, slots=True)
class Judged:
    """One sample with what the pre-check said; clean is the same CV unscanned, where it was a scan with text.

    wall_ms and cpu_ms are of the check alone, whole_ms is from the file's bytes to the findings, through a worker.
    """

    sample: Sample
    findings: Findings
    wall_ms: float
    cpu_ms: float
    whole_ms: float
    clean: Findings | None = None

    def proposal(self, criterion: str, *, clean: bool = False) -> Proposal:
        findings = self.clean if clean and self.clean else self.findings
        return next(one for one in findings.proposals if one.criterion == criterion)


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1; nan where there was nothing to count. found counts an unsure proposal as not found."""

    precision: float
    recall: float
    f1: float
    decided_f1: float
    missed: float
    false_alarms: float
    unsure_clear: float
    unsure_borderline: float
    evidence: float
    lacking: int
    fine: int
    borderline: int
    evidence_n: int


def share(part: float, whole: float) -> float:
    return part / whole if whole else float("nan")


def harmonic(precision: float, recall: float) -> float:
    return share(2 * precision * recall, precision + recall) if precision + recall else 0.0


def score(judged: Iterable[Judged], criterion: str, *, clean: bool = False) -> Score:
    rows = [
        (one, one.sample.truth[criterion], one.proposal(criterion, clean=clean))
        for one in judged
        if one.sample.scan != "picture"
    ]
    lacking = [(one, truth, proposal.verdict.value) for one, truth, proposal in rows if truth.state is State.LACKING]
    fine = [proposal.verdict.value for _, truth, proposal in rows if truth.state is State.FINE]
    edge = [proposal.verdict.value for _, truth, proposal in rows if truth.state is State.BORDERLINE]
    hits = sum(verdict == "lacking" for _, _, verdict in lacking)
    alarms = fine.count("lacking")
    unsure_lacking = sum(verdict == "unsure" for _, _, verdict in lacking)
    placed = [
        (one, proposal)
        for one, truth, proposal in rows
        if truth.state is State.LACKING and truth.quotes and proposal.verdict.value == "lacking"
    ]
    precision = share(hits, hits + alarms)
    recall = share(hits, len(lacking))
    decided = share(hits, len(lacking) - unsure_lacking)
    return Score(
        precision,
        recall,
        harmonic(precision, recall) if hits else (float("nan") if not lacking else 0.0),
        harmonic(precision, decided) if hits else (float("nan") if not lacking else 0.0),
        share(len(lacking) - hits - unsure_lacking, len(lacking)),
        share(alarms, len(fine)),
        share(fine.count("unsure") + unsure_lacking, len(fine) + len(lacking)),
        share(edge.count("unsure"), len(edge)),
        share(sum(on_place(one.sample, criterion, proposal.evidence) for one, proposal in placed), len(placed)),
        len(lacking),
        len(fine),
        len(edge),
        len(placed),
    )


def macro_f1(judged: list[Judged], *, clean: bool = False) -> float:
    """Over the criteria of which something is lacking."""
    found = [one.f1 for criterion in CRITERIA if (one := score(judged, criterion, clean=clean)).lacking]
    return share(sum(found), len(found))


def on_place(sample: Sample, criterion: str, evidence: tuple[Place, ...]) -> bool:
    """Whether an evidence overlaps a planted place, by rectangle or by words."""
    quotes = sample.truth[criterion].quotes
    return any(_overlap(place, spot) for place in evidence for spot in sample.spots[criterion]) or any(
        _same_words(place.text, quote) for place in evidence for quote in quotes
    )


def _overlap(place: Place, spot: Spot) -> bool:
    if place.page != spot.page:
        return False
    ax0, ay0, ax1, ay1 = place.rect
    bx0, by0, bx1, by1 = spot.rect
    width, height = min(ax1, bx1) - max(ax0, bx0), min(ay1, by1) - max(ay0, by0)
    smaller = min((ax1 - ax0) * (ay1 - ay0), (bx1 - bx0) * (by1 - by0))
    return width > 0 and height > 0 and width * height >= OVERLAP * smaller


def _same_words(text: str, quote: str) -> bool:
    ours = {plain(word) for word in text.split() if len(plain(word)) > 1}
    theirs = {plain(word) for word in quote.split() if len(plain(word)) > 1}
    common = len(ours & theirs)
    return bool(common) and common >= SHARED_WORDS * min(len(ours), len(theirs))


@dataclass(frozen=True, slots=True)
class ContactScore:
    """Precision and recall of own addresses and numbers, and the share of others' that was taken for own."""

    email: tuple[float, float]
    phone: tuple[float, float]
    german: tuple[float, float]
    foreign_as_own: float
    others: int


def score_contacts(judged: Iterable[Judged]) -> ContactScore:
    rows = [one for one in judged if one.sample.scan != "picture"]
    emails = [
        (set(one.sample.contacts.emails), {mail.lower() for mail in one.findings.contacts.emails}) for one in rows
    ]
    phones = [(set(one.sample.contacts.phones), set(one.findings.contacts.phones)) for one in rows]
    german = [
        ({n for n in true if n.startswith("+49")}, {n for n in found if n.startswith("+49")}) for true, found in phones
    ]
    taken = total = 0
    for one in rows:
        own = {mail.lower() for mail in one.findings.contacts.emails} | set(one.findings.contacts.phones)
        others = set(one.sample.contacts.others) - set(one.sample.contacts.phones) - set(one.sample.contacts.emails)
        total += len(others)
        taken += len(others & own)
    return ContactScore(_both(emails), _both(phones), _both(german), share(taken, total), total)


def _both(pairs: list[tuple[set[str], set[str]]]) -> tuple[float, float]:
    hits = sum(len(true & found) for true, found in pairs)
    return share(hits, sum(len(found) for _, found in pairs)), share(hits, sum(len(true) for true, _ in pairs))
