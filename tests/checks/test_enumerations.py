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


def test_few_joined_to_known_ones_are_clear_among_many_and_more_leave_it_open() -> None:
    line = "Aufbau von OEE, TPM und XQW im Werk"
    more = "Umbau von VQX, HGB und WACC im Werk"
    assert verdict(*DENSE, line) is Verdict.FINE
    assert verdict(*DENSE, line, more, "Einführung von OEE, ZVQ und TPM") is Verdict.UNSURE
    assert verdict(line, more) is Verdict.UNSURE


@pytest.mark.parametrize(
    "line",
    [
        "Leitung der XQW im Werk",
        "OEE, TPM und SMED eingeführt, Freigabe durch XQW",
        "Umbau von OEE, TPM und XQW-Board",
        "Umbau von OEE, TPM und KLV-2",
        "Umbau von OEE, TPM und TAVOLA",
    ],
)
def test_one_that_stands_alone_or_looks_like_a_houses_leaves_it_open_however_dense_the_rest(line: str) -> None:
    assert verdict(*DENSE, line) is Verdict.UNSURE


def test_codes_that_stand_alone_are_a_defect_however_dense_the_rest() -> None:
    assert verdict(*DENSE, "Leitung der XQW", "Bericht an den RVX", "Pflege von TAVOLA") is Verdict.LACKING
    behind = [f"{line}, Freigabe durch {code}" for line, code in zip(DENSE, ("XQW", "RVX", "TAVO"), strict=False)]
    assert verdict(*behind) is Verdict.LACKING


def test_two_that_stand_alone_make_a_defect_with_one_among_known_ones() -> None:
    among = "Umbau von VQX, OEE und TPM"
    assert verdict("Leitung der XQW", "Bericht an den RVX", among) is Verdict.LACKING
    assert verdict("Leitung der XQW", among, "Pflege von QVZ, HGB und WACC") is Verdict.UNSURE


def test_a_line_of_a_trades_terms_is_no_heading() -> None:
    told = "Marketing: ROAS, GMROI, UPT, WOS, OTB, GPO, Bericht an den XQW"
    assert verdict("Handelskette mit 40 Filialen", told) is Verdict.UNSURE
