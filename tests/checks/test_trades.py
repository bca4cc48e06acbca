"""Abbreviations of a trade: known in a CV of that trade, an unexplained code in any other."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from reviewer.checks.trades import is_of_trade
from reviewer.checks.vocabulary import load
from reviewer.domain.findings import Verdict
from tests.checks.builders import lines, make_reading

TODAY = date(2026, 11, 23)


def verdict(firm: str, *told: str) -> Verdict:
    """Of a CV with these lines in the entry of one firm, and another entry."""
    entries = [
        *("Projekte", "03/2024 – heute", f"Interim Manager, {firm}", *told),
        *("01/2021 – 02/2024", "Interim Einkaufsleiter, Probe AG", "Neue Verträge mit Lieferanten verhandelt"),
    ]
    findings = check(make_reading(lines(*entries)), TODAY)
    return next(one.verdict for one in findings.proposals if one.criterion == "clarity")


@pytest.mark.parametrize(
    ("firm", "told"),
    [
        ("Muster Airways, Airline", ("Rückstand der CDL-Meldungen abgebaut", "Abstimmung von OM-A mit der Behörde")),
        ("Muster Bahn GmbH", ("Umbau der BÜ in zwei Bezirken", "Schulung aller Tf nach TfV")),
        ("Klinikum Muster", ("Abläufe der ZNA neu geordnet", "Neubau der AEMP geplant", "WBL geschult")),
        ("Stadtwerke Muster", ("Erneuerung der NSHV", "Einführung von BO4E", "TSM-Prüfung bestanden")),
    ],
)
def test_terms_of_the_trade_are_known_in_its_cvs_alone(firm: str, told: tuple[str, ...]) -> None:
    assert verdict(firm, *told) is Verdict.FINE
    assert verdict("Muster GmbH", *told) is not Verdict.FINE


def test_a_trade_is_told_by_whole_words_where_parts_of_others_look_alike() -> None:
    assert is_of_trade("TLPT", "Interim CRO einer Landesbank, zwei Banken beraten")
    assert not is_of_trade("TLPT", "Aufbau einer Datenbankgruppe, Kauf einer Werkbankserie")


@pytest.mark.parametrize("word", ["NSHV-4", "NSHV-K", "QVS-NSHV"])
def test_what_a_house_adds_to_a_term_of_the_trade_is_its_own(word: str) -> None:
    assert is_of_trade("NSHV", "ein Stadtwerk")
    assert not is_of_trade(word, "ein Stadtwerk")


def test_no_term_of_a_trade_is_known_to_readers_of_any_cv() -> None:
    known = set(map(str.upper, load("terms")["known"]))
    of_trades = {term.upper() for lists in load("trades").values() for term in lists["terms"]}
    assert len(of_trades) > 1500
    assert not of_trades & known
