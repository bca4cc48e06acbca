"""Where a client stands who is named, or not: names, labels and whom somebody led tell no industry or size."""

from __future__ import annotations

import pytest

from tests.checks.test_statements import WIDE, stations


@pytest.mark.parametrize(
    "client",
    [
        "Client confidential",
        "Listed group, name under NDA",
        "Name unterliegt der Verschwiegenheit",
        "Family-owned company",
        "Brackmere International",
    ],
)
def test_a_client_who_is_not_named_or_only_named_tells_no_industry(client: str) -> None:
    (station,) = stations(*WIDE, "Projects", "03/2014 – 12/2015", client, "Interim HR Director", "Employees: 450")
    assert (station.industry, station.size is not None) == (None, True)


def test_a_label_before_a_size_tells_no_industry() -> None:
    (station,) = stations(*WIDE, "Projekte", "03/2014 – 12/2015", "Ossenberg & Co. KG", "Kennzahlen: 380 Mitarbeitende")
    assert (station.industry, station.size is not None) == (None, True)


@pytest.mark.parametrize("led", ["fachlich und disziplinarisch geführt: 29 Mitarbeiter", "Führung: 29 Mitarbeitende"])
def test_whom_somebody_led_behind_a_colon_is_no_size(led: str) -> None:
    (station,) = stations(*WIDE, "Projekte", "03/2014 – 12/2015", "Leiter Finanzen, Probe AG (Krankenhaus)", led)
    assert station.size is None
