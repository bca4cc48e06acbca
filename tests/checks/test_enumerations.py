"""Unknown abbreviations among known ones: perhaps a trade's, so they pass or stay doubtful, and are no defect."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from reviewer.domain.findings import Verdict
from tests.checks.builders import lines, make_reading

TODAY = date(2026, 11, 23)
DENSE = (
    "OEE, TPM, SMED, KVP, FMEA, SPC und 8D in zwei Werken",
    "IFRS, HGB, WACC, EBITDA, ROCE, DCF und GuV verantwortet",
    "BetrVG, KSchG, AGG, ArbZG, TVöD und BEM angewandt",
    "ITIL, CMDB, SLA, VPN, LAN, WLAN und MPLS betrieben",
)


def verdict(*told: str) -> Verdict:
    """Of a CV with these lines in an entry, and another entry."""
    entries = [
        *("Projekte", "03/2024 – heute", "Interim Werkleiter, Muster GmbH", *(f"• {line}" for line in told)),
        *("01/2021 – 02/2024", "Interim Einkaufsleiter, Probe AG", "Neue Verträge mit Lieferanten verhandelt"),
    ]
    findings = check(make_reading(lines(*entries)), TODAY)
    return next(one.verdict for one in findings.proposals if one.criterion == "clarity")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kennzahlen: OEE, TPM, SMED, KVP und XQW", Verdict.FINE),
        ("Kennzahlen: OEE, XQW und TPM", Verdict.UNSURE),
        ("Kennzahlen: XQW, OEE, TPM, SMED, KVP und VQX", Verdict.UNSURE),
        ("Kennzahlen: OEE, TPM, SMED, KVP und TAVOLA", Verdict.UNSURE),
    ],
)
def test_a_short_abbreviation_in_a_row_of_known_ones_is_clear(line: str, expected: Verdict) -> None:
    assert verdict(line) is expected


def test_few_among_many_known_ones_are_clear_and_more_leave_it_open() -> None:
    line = "Aufbau des XQW im Werk mit OEE, TPM und SMED"
    more = "Umbau der VQX im Werk mit IFRS, HGB und WACC"
    assert verdict(*DENSE, line) is Verdict.FINE
    assert verdict(*DENSE, line, more, "Einführung der ZVQ mit OEE und TPM") is Verdict.UNSURE
    assert verdict(line, more) is Verdict.UNSURE


@pytest.mark.parametrize("code", ["XQW", "XQW-Board", "KLV-2", "TAVOLA"], ids=["alone", "board", "number", "long"])
def test_one_that_stands_alone_or_looks_like_a_houses_leaves_it_open_however_dense_the_rest(code: str) -> None:
    beside = "" if code == "XQW" else " mit OEE, TPM und SMED"
    assert verdict(*DENSE, f"Leitung der {code}{beside} im Werk") is Verdict.UNSURE


def test_codes_that_stand_alone_are_a_defect_however_dense_the_rest() -> None:
    assert verdict(*DENSE, "Leitung der XQW", "Bericht an den RVX", "Pflege von TAVOLA") is Verdict.LACKING


def test_two_that_stand_alone_make_a_defect_with_one_among_known_ones() -> None:
    assert verdict("Leitung der XQW", "Bericht an den RVX", "Umbau der VQX mit OEE und TPM") is Verdict.LACKING
    assert (
        verdict("Leitung der XQW", "Umbau der VQX mit OEE und TPM", "Pflege der QVZ mit HGB und WACC") is Verdict.UNSURE
    )
