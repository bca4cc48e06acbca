"""Prints the figures of a half, its failures, and what the checklist leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.corpus.blind.model import CRITERIA, State
from tests.corpus.blind.scoring import Judged, Score, macro_f1, score, score_contacts, share

HEAD = f"{'':11}{'prec':>7}{'rec':>7}{'F1':>7}{'F1dec':>7}{'miss%':>7}{'alarm%':>7}{'uns%':>7}{'edge%':>7}{'evid%':>7}   n lack/fine/edge/evid"


def print_half(name: str, judged: list[Judged]) -> None:
    print(f"\n== {name}: {len(judged)} CVs, {len({one.sample.layout for one in judged})} layouts")
    print(HEAD)
    scores = {criterion: score(judged, criterion) for criterion in CRITERIA}
    for criterion, one in scores.items():
        print(f"{criterion:11}{_row(one)}")
    print(
        f"macro-F1   {share(sum(one.f1 for one in scores.values()), len(scores)):.3f}   (F1 counts an unsure defect as not found; F1dec leaves it out; edge% = unsure on borderline)"
    )
    _print_groups("language", judged, lambda one: one.sample.language)
    _print_groups("layout", judged, lambda one: one.sample.layout)
    _print_scans(judged)
    _print_contacts(judged)
    _print_time(judged)


def _row(one: Score) -> str:
    shares = (one.missed, one.false_alarms, one.unsure_clear, one.unsure_borderline, one.evidence)
    return (
        "".join(f"{value:7.3f}" for value in (one.precision, one.recall, one.f1, one.decided_f1))
        + "".join(f"{100 * value:7.1f}" for value in shares)
        + f"   {one.lacking}/{one.fine}/{one.borderline}/{one.evidence_n}"
    )


def _print_groups(what: str, judged: list[Judged], key: Callable[[Judged], str]) -> None:
    groups = sorted({key(one) for one in judged})
    cells = [f"{group} {macro_f1([one for one in judged if key(one) == group]):.3f}" for group in groups]
    print(f"macro-F1 by {what}: {', '.join(cells)}")


def _print_scans(judged: list[Judged]) -> None:
    pictures = [one for one in judged if one.sample.scan == "picture"]
    wrong = sum(proposal.verdict.value != "unsure" for one in pictures for proposal in one.findings.proposals)
    ocr = [one for one in judged if one.sample.scan == "ocr"]
    print(f"picture-only scans: {len(pictures)}, proposals other than unsure: {wrong}")
    print(f"OCR scans: {len(ocr)}, macro-F1 {macro_f1(ocr):.3f}, the same CVs clean {macro_f1(ocr, clean=True):.3f}")
    docx = [one for one in judged if "docx" in one.sample.layout]
    alarms = [
        one
        for one in docx
        if one.sample.truth["contact"].state is State.FINE and one.proposal("contact").verdict.value == "lacking"
    ]
    print(f"DOCX: {len(docx)}, false alarms on contact: {len(alarms)}")


def _print_contacts(judged: list[Judged]) -> None:
    found = score_contacts(judged)
    cells = [
        f"{name} P {pair[0]:.3f} R {pair[1]:.3f}"
        for name, pair in (("e-mail", found.email), ("telephone", found.phone), ("German telephone", found.german))
    ]
    print(f"contacts: {', '.join(cells)}; somebody else's as own {100 * found.foreign_as_own:.1f} % of {found.others}")


def _print_time(judged: list[Judged]) -> None:
    for name, values in (
        ("check alone, wall", sorted(one.wall_ms for one in judged)),
        ("check alone, CPU", sorted(one.cpu_ms for one in judged)),
        ("from file to findings, wall", sorted(one.whole_ms for one in judged)),
    ):
        print(
            f"{name} ms: median {values[len(values) // 2]:.0f}, 95th percentile {values[int(len(values) * 0.95)]:.0f}, worst {values[-1]:.0f}"
        )


def print_open_cases(judged: list[Judged]) -> None:
    """What the checklist does not decide is no part of the figures; here is what was proposed."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in judged:
        for criterion, truth in one.sample.truth.items():
            if truth.state is State.OPEN and one.sample.scan != "picture":
                counts[criterion, truth.variant, one.proposal(criterion).verdict.value] += 1
    for (criterion, variant, verdict), count in sorted(counts.items()):
        print(f"not counted: {criterion}, {variant}: {verdict} {count}")


def print_variants(judged: list[Judged]) -> None:
    """The verdicts by criterion, truth and variant."""
    counts: dict[tuple[str, str, str], Counter[str]] = {}
    for one in judged:
        if one.sample.scan != "picture":
            for criterion, truth in one.sample.truth.items():
                counts.setdefault((criterion, truth.state.value, truth.variant), Counter())[
                    one.proposal(criterion).verdict.value
                ] += 1
    for (criterion, state, variant), verdicts in sorted(counts.items()):
        print(
            f"{criterion:9}{state:11}{variant:38}"
            + ", ".join(f"{verdict} {count}" for verdict, count in sorted(verdicts.items()))
        )


def print_failures(judged: list[Judged]) -> None:
    """One line for each proposal that was wrong, unsure on a clear case, or sure on a borderline case."""
    for one in judged:
        if one.sample.scan == "picture":
            continue
        for criterion in CRITERIA:
            truth, proposal = one.sample.truth[criterion], one.proposal(criterion)
            wanted = "unsure" if truth.state is State.BORDERLINE else truth.state.value
            if truth.state is State.OPEN or proposal.verdict.value == wanted:
                continue
            reasons = "; ".join(f"{reason.rule} {reason.weight:+.1f}" for reason in proposal.reasons)
            print(f"{one.sample.name}\t{criterion}\t{truth.state} ({truth.variant})\t{proposal.verdict}\t{reasons}")
