"""Whose a contact is where the document was handed on: by a printed e-mail, partners, an office, or relatives."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from tests.checks.builders import lines, make_reading
from tests.checks.test_written_contacts import MAIL, NUMBER, STORY, told

NICK = "hausamsee@example.org"
OWN = ("Anna Beispiel", "Interim Managerin", NICK, "030 23125 101")
HEADER = (
    "Von: Torsten Ahrens <torsten.ahrens@rheinbogen.example>",
    "An: Cordula Hofmann <cordula.hofmann@quast.example>",
    "Datum: 23.11.2026",
    "Betreff: Werkleiterin auf Zeit",
    "nachstehend unser Vorschlag. Für Fragen erreichen Sie mich unter 040 66969 167. Gruß,",
    "Torsten Ahrens, Rheinbogen Consult",
)


def test_who_sends_the_cv_of_another_by_mail_is_not_the_person() -> None:
    found = told(*HEADER, *OWN)
    assert (found.emails, found.phones) == ((NICK,), (NUMBER,))


def test_who_sends_their_own_cv_by_mail_is_the_person() -> None:
    header = (f"From: Anna Beispiel <{NICK}>", *HEADER[1:4], "Hello, my CV is attached. Best regards", "Anna Beispiel")
    found = told(*header, "030 23125 101", *OWN[:2])
    assert (found.emails, found.phones) == ((NICK,), (NUMBER,))


def test_an_anonymous_profile_sent_by_mail_has_no_contact() -> None:
    assert told(*HEADER, "Profil K-226").emails == ()


@pytest.mark.parametrize(
    "rows",
    [
        (
            "Mein Büro führt Frau Ohlsen –",
            "sie stellt Sie gern zu mir durch:",
            "030 23125 101 oder hausamsee@example.org",
        ),
        (
            "Verantwortlich für den Inhalt: Anna Beispiel, Haus am See Beratung, Birkenweg",
            "18, 50668 Köln",
            "030 23125 101",
            NICK,
        ),
        (
            "Sie erreichen mich am besten über meine Assistentin, Frau Marquardt: 030 23125 101",
            "oder hausamsee@example.org",
        ),
    ],
)
def test_an_office_or_an_imprint_of_ones_own_is_the_persons(rows: tuple[str, ...]) -> None:
    found = told("Anna Beispiel", "Interim Managerin", tail=rows)
    assert (found.emails, found.phones) == ((NICK,), (NUMBER,))


@pytest.mark.parametrize("relative", ["Rupert Muster-Beispiel (Bruder)", "Otto Muster-Beispiel (Ehemann)"])
def test_a_relative_with_the_same_double_name_is_not_the_person(relative: str) -> None:
    own = ("Anna Muster-Beispiel", "Interim Managerin", MAIL)
    assert told(*own, tail=(f"Im Haushalt lebt {relative}, T: 069 90009 439",)).phones == ()


def test_the_number_below_a_referee_in_a_table_is_the_referees() -> None:
    table = ("Name\tFunktion\tErreichbar unter", "Hartmut Claus\tBeirat\tTel. 069 90009 439")
    assert told(*OWN, tail=("Auskunftspersonen", *table)).phones == (NUMBER,)


PROVIDER = (
    "Hansekontor Interim GmbH · Neuer Wall 11, 20354 Hamburg",
    "Tel. 040 66969 684 · kontakt@hansekontor-interim.example",
)


def test_a_provider_at_the_head_of_a_candidates_sheet_is_not_the_person() -> None:
    sheet = (*PROVIDER, "Anna Beispiel", "Kandidatin: Anna Beispiel", "Wohnort: Leipzig")
    found = told(*sheet)
    assert (found.emails, found.phones) == ((), ())


def test_a_letterhead_of_ones_own_is_the_persons() -> None:
    found = told("Anna Beispiel, Lindenweg 3 · 80331 München", f"{NICK} · 030 23125 101", footer=" · ".join(PROVIDER))
    assert (found.emails, found.phones) == ((NICK,), (NUMBER,))


def test_who_an_e_mail_is_sent_to_is_another_though_the_person_sends_it() -> None:
    header = (
        f"From: Anna Beispiel <{NICK}>",
        "To: office@northgate.example",
        "Cc: Phil <phil@northgate.example>",
        "Subject: CV",
    )
    assert told(*header, "Anna Beispiel", "030 23125 101").emails == (NICK,)


def test_a_letter_of_ones_own_tells_how_to_reach_its_writer() -> None:
    letter = (
        "Anna Beispiel",
        "Amselweg 5",
        "Herrn Lorenz Klein",
        "Tel. 0152 54599371",
        "Sehr geehrter Herr Klein,",
        "anbei mein Profil.",
    )
    found = told(*letter, f"Sie erreichen mich unter 030 23125 101 oder per Mail an {NICK}.", "Mit freundlichen Grüßen")
    assert (found.emails, found.phones) == ((NICK,), (NUMBER,))


def test_who_wrote_a_letter_of_reference_is_another_though_its_heading_names_the_person() -> None:
    letter = [
        (60.0, 0.0, "Letter of reference for Anna Beispiel"),
        (60.0, 3.0, "We would engage her again at any time."),
    ]
    letter.append((60.0, 4.0, "Please direct any questions to me on +49 69 90009 439."))
    cv = lines("Anna Beispiel", "Interim manager", MAIL, *STORY["en"])
    reading = make_reading(cv, letter, bold=["Letter of reference for Anna Beispiel"])
    assert check(reading, date(2026, 11, 25)).contacts.phones == ()


def test_a_sign_alone_in_its_row_is_the_label_of_an_address() -> None:
    assert told("Anna Beispiel", "030 23125 101", "@", MAIL).emails == (MAIL,)


def test_a_year_at_the_end_of_a_labelled_number_is_none() -> None:
    assert told("Anna Beispiel", "Telefon: 0160 609 1990").phones == ("+491606091990",)


@pytest.mark.parametrize(
    "row",
    ["60605 (773)383-6211", "Round Rock, TX 78681 . (773) 383-6211", "(773) 383 - 6211", "DC 20019 / 773 383 6211 /"],
)
def test_american_numbers_are_read_beside_postcodes(row: str) -> None:
    assert told("Anna Beispiel", row, MAIL, language="en").phones == ("+17733836211",)
