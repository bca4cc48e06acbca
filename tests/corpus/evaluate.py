"""Prints how the pre-check does on the development corpus: by criterion, language, layout, and time."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewer.checks.run import check
from reviewer.documents.reader import DocumentReader
from reviewer.domain.findings import Findings, Verdict
from reviewer.domain.ids import DocumentId
from reviewer.domain.reading import Reading
from reviewer.errors import DocumentUnreadable
from tests.corpus.careers import CRITERIA, Cv, make_cv
from tests.corpus.sheets import DEV, HELD

TODAY = date(2026, 11, 23)
UNREADABLE = ("scan",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One CV as it was read, with what is planted in it."""

    cv: Cv
    layout: str
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A case with what the pre-check said of it, and how long that took."""

    case: Case
    findings: Findings
    elapsed_ms: float


def _nothing_stored(_document: DocumentId) -> bytes:
    raise DocumentUnreadable("missing")


def make_cases(count: int, *, held: bool) -> Iterator[Case]:
    """count CVs in each layout: the development wordings in its layouts, or those held out in all of them."""
    reader = DocumentReader(_nothing_stored)
    try:
        for layout, draw in ({**DEV, **HELD} if held else DEV).items():
            for seed in range(count):
                cv = make_cv(seed * 100 + len(layout), "de" if seed % 2 else "en", held=held)
                yield Case(cv=cv, layout=layout, reading=reader.reading(draw(cv)))
    finally:
        reader.close()


def judge(case: Case) -> Judged:
    begun = time.perf_counter()
    findings = check(case.reading, TODAY)
    return Judged(case=case, findings=findings, elapsed_ms=(time.perf_counter() - begun) * 1000)


def tally(judged: list[Judged], criterion: str) -> Counter[str]:
    """How often truth (L lacking, F fine, B borderline) met verdict (l, f, u), and evidence a planted place (hit)."""
    counts: Counter[str] = Counter()
    for one in judged:
        proposal = next(each for each in one.findings.proposals if each.criterion == criterion)
        cv = one.case.cv
        truth = "B" if cv.borderline == criterion else "L" if criterion in cv.defects else "F"
        counts[truth + proposal.verdict.value[0]] += 1
        if truth == "L" and proposal.verdict is Verdict.LACKING:
            counts["shown"] += 1
            counts["hit"] += any(_on_planted(place.text, cv, criterion) for place in proposal.evidence)
    return counts


def _on_planted(text: str, cv: Cv, criterion: str) -> bool:
    plain = "".join(text.split())
    planted = [*cv.planted.get(criterion, ())]
    for entry in cv.entries:
        if criterion in {"context", "tasks", "clarity"}:
            planted += [entry.role, entry.firm, *entry.lines]
        elif planted == ["gap"] or criterion == "currency":
            return bool(plain)
    texts = ["".join(one.split()) for one in planted if one]
    return any(one in plain or (len(plain) > 2 and plain in one) for one in texts)


def rates(counts: Counter[str]) -> str:
    """A tally as one line of rates."""
    hits, missed, unsure, false = counts["Ll"], counts["Lf"], counts["Lu"], counts["Fl"]
    fine = counts["Ff"] + counts["Fu"] + false
    clear = hits + missed + unsure + fine
    border = counts["Bu"] + counts["Bl"] + counts["Bf"]
    precision, recall = hits / max(1, hits + false), hits / max(1, hits + missed + unsure)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return (
        f"P {precision:.2f} R {recall:.2f} F1 {f1:.3f}  missed {missed / max(1, hits + missed + unsure):5.1%}"
        f"  false {false / max(1, fine):5.1%}  unsure {(unsure + counts['Fu']) / max(1, clear):5.1%}"
        f"  borderline unsure {counts['Bu']}/{border}  evidence {counts['hit']}/{counts['shown']}"
    )


def _contacts(judged: list[Judged]) -> str:
    counts: Counter[str] = Counter()
    for one in judged:
        for kind, told, found in (
            ("mail", one.case.cv.email, one.findings.contacts.emails),
            ("phone", one.case.cv.e164 if one.case.cv.phone else "", one.findings.contacts.phones),
        ):
            counts[f"{kind} right"] += told in found and bool(told)
            counts[f"{kind} told"] += bool(told)
            counts[f"{kind} found"] += len(found)
    return "  ".join(
        f"{kind} precision {counts[kind + ' right'] / max(1, counts[kind + ' found']):.3f}"
        f" recall {counts[kind + ' right'] / max(1, counts[kind + ' told']):.3f}"
        for kind in ("mail", "phone")
    )


def report(title: str, judged: list[Judged]) -> None:
    read = [one for one in judged if one.case.layout not in UNREADABLE]
    print(f"\n{title}: {len(judged)} CVs")
    f1s = defaultdict(list)
    for criterion in CRITERIA:
        print(f"  {criterion:9} {rates(tally(read, criterion))}")
        for name, group in _groups(read):
            counts = tally(group, criterion)
            f1s[name].append(
                f"{counts['Ll']}/{counts['Ll'] + counts['Lf'] + counts['Lu']}-{counts['Fl']}-{counts['Fu']}"
            )
    print("  contacts", _contacts(read))
    print("  found/planted-false-unsure by", ", ".join(CRITERIA))
    for name, values in f1s.items():
        print(f"    {name:14} {'  '.join(values)}")
    scans = [one for one in judged if one.case.layout in UNREADABLE]
    unsure = sum(all(each.verdict is Verdict.UNSURE for each in one.findings.proposals) for one in scans)
    print(f"  scans unsure {unsure}/{len(scans)}")
    times = sorted(one.elapsed_ms for one in read)
    print(f"  ms median {times[len(times) // 2]:.0f}, 95th {times[int(len(times) * 0.95)]:.0f}, worst {times[-1]:.0f}")


def _groups(judged: list[Judged]) -> list[tuple[str, list[Judged]]]:
    names = dict.fromkeys([one.case.cv.language for one in judged] + [one.case.layout for one in judged])
    return [(name, [one for one in judged if name in {one.case.cv.language, one.case.layout}]) for name in names]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="CVs a layout")
    count = parser.parse_args().count
    for title, held in (("development wordings and layouts", False), ("held-out wordings, all layouts", True)):
        report(title, [judge(case) for case in make_cases(count, held=held)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
