"""Those who hand the person over below the story, namesakes among referees, and contact data that a layout broke."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from tests.checks.builders import make_reading
from tests.checks.test_written_contacts import MAIL, NUMBER, STORY, told

OWN = ("Anna Beispiel", "Tel. 030 23125 101", MAIL)


@pytest.mark.parametrize(
    "tail",
    [
        ("Lotsenwerk", "Kontakt über: Herrn Gantenbein", "Tel. 0221 4710 222", "post@lotsenwerk.example.net"),
        ("Lotsenwerk", "Kontakt nur über: Birgit Oswald", "Tel. 0221 4710 222", "post@lotsenwerk.example.net"),
        ("Hobbys", "Segeln", "Lotsenwerk", "Dieses Profil wurde eingereicht von Urs Gantenbein",
         "Tel. 0221 4710 222", "post@lotsenwerk.example.net"),
        ("Pilotage", "This CV has been put forward by G. Penrose", "Tel. 0221 4710 222", "desk@pilotage.example.net"),
        ("Privat", "Lotsenwerk", "Vertreten durch", "0221 4710 222", "post@lotsenwerk.example.net"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", [OWN, ("Anna Beispiel", "Führungskraft auf Zeit", "München")])
def test_who_hands_the_person_over_below_the_story_is_somebody_else(
    head: tuple[str, ...], tail: tuple[str, ...]
) -> None:
    found = told(*head, tail=tail)
    assert (found.emails, found.phones) == (((MAIL,), (NUMBER,)) if head is OWN else ((), ()))


def test_an_address_at_the_site_of_an_agency_is_the_agencys_wherever_it_stands() -> None:
    found = told("Anna Beispiel", "post@hafen-lotsen.example.net", MAIL, tail=("Hafen Lotsen", "Vertreten durch"))
    assert found.emails == (MAIL,)


@pytest.mark.parametrize(
    "referee",
    [
        ("Konrad Beispiel, Beirat, Muster Guss GmbH, Tel. 0221 4710 222,", "konrad.beispiel@guss.example.net"),
        ("Konrad Beispiel", "Beirat der Muster Guss GmbH", "konrad_beispiel@guss.example.net, 0221 4710 222"),
    ],
)
def test_a_referee_of_the_same_last_name_is_somebody_else(referee: tuple[str, ...]) -> None:
    found = told(*OWN, tail=("Referenzen", *referee))
    assert (found.emails, found.phones) == ((MAIL,), (NUMBER,))


@pytest.mark.parametrize("mail", ["beispiel.interim@example.org", "von-beispiel_a@example.org", "anna@example.org"])
def test_a_trade_or_a_particle_in_an_address_makes_no_namesake(mail: str) -> None:
    assert told("Anna von Beispiel", f"Beispiel Interim Consulting, {mail}").emails == (mail,)


@pytest.mark.parametrize("label", ["E-Mail:", "eMail", "Email-Adresse:"])
def test_a_row_of_contact_data_goes_on_with_the_persons_own_address(label: str) -> None:
    row = f"Auf der Hohen Leite 12, 80331 München • Mobilfunk: 030 23125 101 • {label}"
    found = told("Anna Beispiel", "Führungskraft auf Zeit", tail=(row, MAIL))
    assert (found.emails, found.phones) == ((MAIL,), (NUMBER,))


def test_an_address_broken_in_one_column_is_joined_across_the_line_of_another() -> None:
    story = [(150.0, float(row + 8), text) for row, text in enumerate(STORY["de"])]
    mails = [(60.0, 3.0, "kontakt@anna-"), (200.0, 3.4, "Führungskraft auf Zeit, die geht,"),
             (60.0, 4.0, "beispiel.example.org")]  # fmt: skip
    found = check(make_reading([(60.0, 0.0, "Anna Beispiel"), *mails, *story]), date(2026, 11, 25)).contacts
    assert found.emails == ("kontakt@anna-beispiel.example.org",)


def test_a_veiled_address_may_be_broken_at_its_hyphen() -> None:
    assert told("Anna Beispiel", "anna (at) anna-", "beispiel.example.org").emails == (
        "anna@anna-beispiel.example.org",
    )


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        ("Lindenweg 3, 80331 München 0171 – 392 0028 030.23125101", ("+491713920028", NUMBER)),
        ("07309 / 931 984", ("+497309931984",)),
    ],
)
def test_numbers_beside_each_other_are_several_and_a_stroke_is_not_british(row: str, numbers: tuple[str, ...]) -> None:
    assert told("Anna Beispiel", row).phones == numbers


def test_a_date_in_the_next_column_ends_a_number() -> None:
    beside = [(60.0, 2.0, "0171 / 392-0028"), (250.0, 2.0, "2023 bis heute")]
    story = [(60.0, float(row + 4), text) for row, text in enumerate(STORY["de"])]
    reading = make_reading([(60.0, 0.0, "Anna Beispiel"), *beside, *story])
    assert check(reading, date(2026, 11, 25)).contacts.phones == ("+491713920028",)
