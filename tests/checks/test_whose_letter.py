"""A consultant or an addressee above the person is not taken for the person, though an address bears that name."""

from __future__ import annotations

import pytest

from tests.checks.test_written_contacts import MAIL, NUMBER, told

CONSULTANT = (
    "Holloway Executive Search",
    "Your consultant: Laura Kemp",
    "Telephone 0161 496 0707",
    "laura.kemp@example.com",
)


@pytest.mark.parametrize("own", [(), ("Mail: blue@sampleton.example", "Tel. 030 23125 101")])
def test_a_consultant_at_the_head_is_not_the_person(own: tuple[str, ...]) -> None:
    head = (*CONSULTANT, "Dr Upton Sampleton", "Interim Plant Manager", "32 Orchard Road, Bristol BS8 1TH", *own)
    found = told(*head, language="en")
    assert (found.emails, found.phones) == ((("blue@sampleton.example",), (NUMBER,)) if own else ((), ()))


@pytest.mark.parametrize("own", ["dieviermeiers@example.org", MAIL])
def test_the_addressee_of_a_letter_is_not_who_signs_it(own: str) -> None:
    letter = ("Peter Aldous, Underhill & Sons", "peter.aldous@example.com", "Dear Sir or Madam,", "please find my CV.")
    found = told(*letter, "Yours faithfully", "Anna Beispiel", own, "23 High Street, 3511 Utrecht", language="en")
    assert found.emails == (own,)


def test_numbers_that_a_stroke_parts_are_both_read() -> None:
    row = f"+49 171 / 39 20 056 / 030/23125101 / {MAIL}"
    assert told("Anna Beispiel", "Werkleiterin", row).phones == ("+491713920056", NUMBER)


def test_a_secretary_at_the_persons_own_firm_has_an_address_of_their_own() -> None:
    own = "info@beispiel-beratung.example"
    found = told(
        "Anna Beispiel", own, tail=("Sekretariat: Silke Küppers, kueppers@beispiel-beratung.example, 030 23125 777",)
    )
    assert found.emails == (own,)


def test_two_american_numbers_that_a_dash_parts_are_both_read() -> None:
    row = f"Anna Beispiel – New York, NY 10016 – (212) 555-0148 – (212) 555-0134 – {MAIL}"
    assert told(row, language="en").phones == ("+12125550148", "+12125550134")


CONSULTANT_IN_ROW = "Ihr Berater: Otto Klein, otto.klein@klein-pool.example, 040 66969 100"


def test_a_name_in_a_margin_that_the_pages_do_not_show_is_the_persons() -> None:
    own = f"blau@example.org · {NUMBER}"
    found = told(CONSULTANT_IN_ROW, "Interim Managerin", footer=f"Anna Beispiel\n{own}")
    assert (found.emails, found.phones) == (("blau@example.org",), (NUMBER,))


def test_who_hands_over_in_a_row_is_an_agency_wherever_its_address_stands() -> None:
    row = "Anna Beispiel, vorgestellt von Peregrin GmbH"
    found = told(row, "Interim Managerin", footer="Peregrin GmbH · 040 66969 100 · info@peregrin.example")
    assert (found.emails, found.phones) == ((), ())


def test_an_agencys_address_is_a_strangers_beside_the_persons_name_too() -> None:
    head = (
        "Muster Executive Interim",
        "Ihre Ansprechpartnerin bei uns: Sabine Vorlage",
        "Telefon 030 23125 777 profile@muster.example",
    )
    found = told(
        *head,
        "Anna Beispiel",
        "Kontakt",
        MAIL,
        tail=("Muster Executive Interim | profile@muster.example Anna Beispiel",),
    )
    assert found.emails == (MAIL,)
    assert "profile@muster.example" in found.others


def test_who_sends_a_letter_stands_alone_in_several_rows() -> None:
    letter = ("Upton Sampleton", "T 0161 496 0707", "sampleton@example.net", "Stopgap & Sample", "Colin Vorlage")
    below = (
        "vorlage@example.net",
        "Good morning,",
        "please find my CV.",
        "Upton Sampleton",
        "Operator",
        "sampleton@example.net",
    )
    found = told(*letter, *below, language="en")
    assert (found.emails, found.phones) == (("sampleton@example.net",), ("+441614960707",))


def test_half_a_postcode_behind_a_town_tells_a_british_number() -> None:
    found = told("Anna Beispiel", f"Mill Cottage, Bury St Edmunds IP33 | T 01632 960413 | {MAIL}", language="en")
    assert found.phones == ("+441632960413",)
