"""Numbers without their country's code are read as the country writes them that a document tells."""

from __future__ import annotations

import pytest

from reviewer.checks.countries import Countries
from reviewer.checks.phones import find_phones


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Mobile: 9876543210\nPune, India", "+919876543210"),
        ("98765 43210 | a.b@example.org | KOLKATA", "+919876543210"),
        ("Phone: 91-9876543210", "+919876543210"),
        ("Phone 0712345678\nNairobi, Kenya", "+254712345678"),
        ("Cell: 082 123 4567\nCape Town", "+27821234567"),
        ("Mobile: 0491 570 006\nMelbourne", "+61491570006"),
        ("Tel. 340 1234567\nMilano, Italia", "+393401234567"),
        ("Telefon: 601 234 567\nWarszawa", "+48601234567"),
        ("601 234 567 · a.b@example.org · Warszawa", "+48601234567"),
        ("Tel: 912 345 678\nLisboa, Portugal", "+351912345678"),
        ("Phone: 0612345678\nAmsterdam", "+31612345678"),
        ("Tel: 070-174 06 05\nStockholm", "+46701740605"),
        ("Tel: 20 12 34 56\nKøbenhavn", "+4520123456"),
        ("Phone: 0501234567\nDubai, UAE", "+971501234567"),
        ("Phone: 01712-345678\nDhaka, Bangladesh", "+8801712345678"),
        ("Phone: 0803 123 4567\nLagos, Nigeria", "+2348031234567"),
        ("Phone: 0721 234 567\nBucharest, Romania", "+40721234567"),
        ("Phone: (11) 98765-4321\nSão Paulo, Brazil", "+5511987654321"),
        ("Phone: 087 123 4567\nDublin 2", "+353871234567"),
        ("Tel: 49 171 3920028\nBerlin", "+491713920028"),
        ("Telephone 020-5550110\nAmsterdam, New York", "+31205550110"),
        ("M: 06-12345671\nLeeds, Hamburg", "+31612345671"),
        ("Mobile 085 123 4550\nborn in Hanoi", "+353851234550"),
        ("Festnetz: (02742) 563 975\n3100 St. Pölten", "+432742563975"),
        ("Telefon privat: 01/93 62 14 - 57\nWien", "+43193621457"),
        ("erreichbar: 0316\n/ 83 22 72\n8010 Graz, Tel. 0316", "+43316832272"),
        ("(65) 6123 4567 | a.b@example.org | Singapore", "+6561234567"),
        ("Contact (Mobile)\n:\n8123 4567\nSingapore", "+6581234567"),
        ("(415)·555·0132 ⋄ a.b@example.org", "+14155550132"),
        ("(415) · 555 · 0132 ⋄ a.b@example.org", "+14155550132"),
        ("(415)555-0132 243 8th St San Francisco, CA", "+14155550132"),
        ("Tel/Fax: +47 2212-3456/5101", "+4722123456"),
        ("Tel. 0471 33 12 34\n2000 Antwerpen", "+32471331234"),
        ("Phone: 0171 3920028\nborn in Mumbai, India", "+491713920028"),
    ],
)
def test_a_place_tells_the_country_of_a_number(text: str, number: str) -> None:
    countries = Countries(near=text, whole=text, language="en")
    assert [found for found, _, _ in find_phones(text, (), countries)] == [number]


@pytest.mark.parametrize(
    ("row", "number"),
    [
        ("01 71 - 39 20 028", "+491713920028"),
        ("030 23125 101", "+493023125101"),
        ("0 76 355 51 47", "+41763555147"),
        ("0161 496 0100", "+441614960100"),
    ],
)
def test_a_form_tells_more_than_towns_of_another_country(row: str, number: str) -> None:
    countries = Countries(near=f"Tel. {row}\n1010 Wien", whole="Wien, Bristol BS8 1TH", language="de")
    assert [found for found, _, _ in find_phones(f"Tel. {row}", (), countries)] == [number]


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        ("+1-212-555-0167 • 020 7946 0708", ["+12125550167", "+442079460708"]),
        ("+442079460708/+12125550167", ["+442079460708", "+12125550167"]),
        ("HP: +91-9876543210/9876501234", ["+919876543210", "+919876501234"]),
    ],
)
def test_numbers_of_several_countries_in_a_row_are_all_read(row: str, numbers: list[str]) -> None:
    countries = Countries(near=row, language="en")
    assert [found for found, _, _ in find_phones(row, (), countries)] == numbers


def test_towns_far_from_contact_data_tell_less_than_those_beside_them() -> None:
    countries = Countries(near="Leiden", whole="Leiden, Nairobi, Nairobi, Mombasa, Kenya", language="en")
    assert countries.likeliest() == "NL"
    assert 0 < countries.weights["KE"] < countries.weights["NL"]


def test_words_that_only_begin_like_a_town_tell_nothing() -> None:
    countries = Countries(near="New processes, Berlinale, pune", language="en")
    assert set(countries.weights) == {"GB", "US", "DE", "AT"}


@pytest.mark.parametrize(("ending", "country"), [("nl", "NL"), ("co.uk", "GB")])
def test_the_ending_of_an_address_tells_a_country(ending: str, country: str) -> None:
    told = Countries(near="@".join(("anna.beispiel", f"sample.{ending}")), language="en").weights
    assert told[country] > Countries(language="en").weights.get(country, 0.0)
