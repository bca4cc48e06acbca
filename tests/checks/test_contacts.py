"""Contacts: found as they are written, and told apart from those of others."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from reviewer.domain.findings import Contacts
from reviewer.domain.reading import Margin, ReadLink, ReadMargin
from tests.checks.builders import lines, make_reading

FILLER = ("Ich übernehme Verantwortung in Umbrüchen und bringe Werke wieder in ruhiges Fahrwasser mit den Menschen.",)
NOWHERE = (0.0, 0.0, 0.0, 0.0)


def contacts(*texts: str, links: tuple[ReadLink, ...] = (), margins: tuple[ReadMargin, ...] = ()) -> Contacts:
    reading = make_reading(lines("Anna Beispiel", *texts, *FILLER), links=links, margins=margins)
    return check(reading, date(2026, 11, 23)).contacts


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Tel. 030 23125-101", "+493023125101"),
        ("Tel.: +49 (0) 69 90009 123", "+496990009123"),
        ("Mobil 0171/3920028", "+491713920028"),
        ("Telefon 0049 89 99998 555", "+498999998555"),
        ("(0221) 4710 473 · anna@example.org", "+492214710473"),
        ("Phone +44 20 7946 0123", "+442079460123"),
    ],
)
def test_a_telephone_number_is_found_as_it_is_written(written: str, number: str) -> None:
    assert contacts(written).phones == (number,)


@pytest.mark.parametrize(
    "text",
    ["IATF 16949 und ISO 9001:2015", "03/2014 – 12/2015", "80331 Ulm", "Fax 030 23125-101", "1.200.000 Teile"],
)
def test_what_is_no_telephone_number_is_not_taken_for_one(text: str) -> None:
    assert contacts(text).phones == ()


@pytest.mark.parametrize(
    "written", ["anna.beispiel@example.org", "anna.beispiel(at)example.org", "E-Mail: anna.beispiel@example.org."]
)
def test_an_address_is_found_as_it_is_written(written: str) -> None:
    assert contacts(written).emails == ("anna.beispiel@example.org",)


def test_an_address_parted_by_the_end_of_a_line_is_put_together() -> None:
    assert contacts("anna-", "beispiel@example.org").emails == ("anna-beispiel@example.org",)


def test_a_referee_is_somebody_else() -> None:
    told = contacts("anna.beispiel@example.org", "Referenz: Karl Mertens, k.mertens@example.com, Tel. 0221 4710 222")
    assert told == Contacts(
        emails=("anna.beispiel@example.org",), phones=(), others=("k.mertens@example.com", "+492214710222")
    )


def test_links_and_footers_count() -> None:
    link = ReadLink(page=0, rect=NOWHERE, target="mailto:anna@example.org")
    footer = ReadMargin(place=Margin.FOOTER, text="Tel. 030 23125 101")
    told = contacts(links=(link,), margins=(footer,))
    assert (told.emails, told.phones) == (("anna@example.org",), ("+493023125101",))
