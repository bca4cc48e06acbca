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


@pytest.mark.parametrize(
    "post",
    [
        "Klinikgeschäftsführerin, Muster gGmbH (450 Mitarbeiter)",
        "Klinikgeschäftsführerin",
        "Bankvorstand, Probe AG, 90 Mitarbeiter",
        "Krankenhausleiter, Vorlage GmbH (900 Mitarbeiter)",
        "Hospital Managing Director, Sample Ltd (450 employees)",
        "Leiter Logistik, Muster GmbH (450 Mitarbeiter)",
    ],
)
def test_a_trade_in_the_word_or_the_name_of_a_post_is_no_industry(post: str) -> None:
    (station,) = stations(*WIDE, "Projekte", "03/2014 – 12/2015", post, "- Zwei Häuser zusammengelegt")
    assert station.industry is None


@pytest.mark.parametrize(
    "post", ["Interim Manager Automobilzulieferer (450 Mitarbeiter)", "Einkaufsleiter, Brauerei (90 Mitarbeiter)"]
)
def test_a_trade_right_before_its_size_is_the_companys_though_a_post_stands_before(post: str) -> None:
    (station,) = stations(*WIDE, "Projekte", "03/2014 – 12/2015", post, "- Zwei Häuser zusammengelegt")
    assert station.industry is not None
