"""Whose contact data are: by who is named above them, by the block they stand in, and by the name they bear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reviewer.checks.run import check
from tests.checks.builders import lines, make_reading
from tests.checks.test_written_contacts import MAIL, NUMBER, STORY, told

OWN = ("Anna Beispiel", "Tel. 030 23125 101", MAIL)


@pytest.mark.parametrize(
    "tail",
    [
        (
            "Referenzen",
            "Karl Mertens",
            "Geschäftsführer, Muster Guss GmbH",
            "Tel. 0221 4710 222",
            "mertens@example.com",
        ),
        ("Wer mich kennt", "Karl Mertens, Leiter der Muster Guss GmbH: Tel. 0221 4710 222, mertens@example.com"),
        ("Das sagen andere", "Petra Lang | Beirätin | lang@example.com | 0221 4710 222"),
        ("Ein Angebot der Brückenkopf AG – Ihr Berater: Jens Kroll, Durchwahl", "0221 4710 222, kroll@example.com"),
        ("Bitte wenden Sie sich an meinen Provider Zeitwerk Partner:", "office@example.com, 0221 4710 222"),
        ("Sekretariat: Frau Lang, 0221 4710 222, lang@example.com",),
        ("Notfallkontakt: Peter Mertens, 0221 4710 222, mertens@example.com",),
    ],
)
@pytest.mark.parametrize("head", [OWN, ("Anna Beispiel", "Führungskraft auf Zeit", "München")])
def test_what_referees_agencies_and_others_can_be_reached_by_is_not_the_persons(
    head: tuple[str, ...], tail: tuple[str, ...]
) -> None:
    found = told(*head, tail=tail)
    assert (found.emails, found.phones) == (((MAIL,), (NUMBER,)) if head is OWN else ((), ()))
    assert len(found.others) == 2


@pytest.mark.parametrize(
    "tail",
    [
        ("Kontakt", "Tel. 030 23125 101", "kontakt@example.net"),
        ("Erreichbarkeit", "Telefon: 030 23125 101", "E-Mail: kontakt@example.net"),
        ("Ich freue mich auf Ihren Anruf: 030 23125 101", "oder Ihre Nachricht an kontakt@example.net"),
        ("Referenzen", "Karl Mertens, Muster Guss GmbH", "Anna Beispiel", "M: 030 23125 101", "kontakt@example.net"),
    ],
)
def test_data_at_the_end_are_the_persons_by_a_heading_the_name_or_the_first_person(tail: tuple[str, ...]) -> None:
    found = told("Anna Beispiel", "Führungskraft auf Zeit", tail=tail)
    assert (found.emails, found.phones) == (("kontakt@example.net",), (NUMBER,))


@pytest.mark.parametrize(
    "head",
    [
        ("Anna Beispiel", "Phoenix Consulting GmbH", "Lindenweg 3", "030 23125 101", "office@phoenix.example.net"),
        ("Diplom-Kauffrau Anna Beispiel", "Frankfurt Main | 030 23125 101 | office@phoenix.example.net"),
        ("Lebenslauf", "Name: Anna Beispiel", "Telefon: 030 23125 101", "E-Mail: office@phoenix.example.net"),
        ("Prof. Dr.-Ing. Anna Beispiel", "Tel. 030 23125 101", "office@phoenix.example.net"),
        ("Beraterprofil Anna Beispiel", "Tel. 030 23125 101", "office@phoenix.example.net"),
    ],
)
def test_what_stands_at_the_head_below_the_name_is_the_persons(head: tuple[str, ...]) -> None:
    found = told(*head)
    assert (found.emails, found.phones) == (("office@phoenix.example.net",), (NUMBER,))


@pytest.mark.parametrize(
    "head",
    [
        ("Brückenkopf Executive Search GmbH", "Tel. 030 23125 555 · kontakt@example.net", "Profil Anna Beispiel"),
        ("Profil Anna Beispiel", "Ansprechpartner: Jens Kroll", "Tel. 030 23125 555", "kroll@example.net"),
        ("Anna Beispiel", "Anfragen bitte an Brückenkopf Partners, 030 23125 555, kroll@example.net"),
    ],
)
def test_an_agency_at_the_head_is_somebody_else(head: tuple[str, ...]) -> None:
    found = told(*head)
    assert (found.emails, found.phones, len(found.others)) == ((), (), 2)


def test_a_footer_is_an_agencys_or_that_of_the_persons_own_firm() -> None:
    agency = told("Anna Beispiel", footer="Brückenkopf Personal AG · Tel. 030 23125 101 · info@example.net")
    firm = told("Anna Beispiel", footer="Phoenix Consulting GmbH · Tel. 030 23125 101 · info@example.net")
    assert (agency.phones, firm.phones) == ((), (NUMBER,))


def test_in_a_letter_the_sender_is_the_person_and_the_addressee_is_not() -> None:
    found = told(
        *("Anna Beispiel", "Lindenweg 3, 80331 München", "Tel. 030 23125 101", "kontakt@example.net"),
        *("Muster Guss GmbH", "Frau Petra Lang", "Werkstraße 1", "Tel. 0221 4710 222", "lang@example.com"),
        *("Sehr geehrte Frau Lang,", "ich bewerbe mich um die Aufgabe und sende Ihnen meinen Werdegang."),
    )
    assert (found.emails, found.phones) == (("kontakt@example.net",), (NUMBER,))
    assert len(found.others) == 2


def test_a_stranger_with_the_same_first_name_is_a_stranger() -> None:
    tail = ("References", "Anna Fielding", "Chair, Sample Group", "anna.fielding@example.net")
    assert told("Anna Beispiel", MAIL, tail=tail).emails == (MAIL,)


def test_a_name_that_the_layout_parted_is_known_by_the_address_made_of_it() -> None:
    found = told("Werdegang", "Anna", "Kontaktwege", "Beispiel", tail=("Hobbys", MAIL))
    assert found.emails == (MAIL,)


def test_a_name_behind_its_label_is_the_persons_though_an_agency_stands_above_in_capitals() -> None:
    page = [(60.0, 0, "MERIDIAN EXECUTIVES"), (60.0, 2, "Name"), (160.0, 2, "Dr. Anna Beispiel"), (60.0, 3, "Kontakt")]
    page += [(160.0, 3, "beispiel@example.org"), (160.0, 4, "Tel. 030 23125 101")]
    body = [
        (60.0, 6 + row, text)
        for row, text in enumerate(("Projekte", "Ich führe Werke durch den Umbruch und übergebe sie."))
    ]
    found = check(make_reading([*page, *body]), date(2026, 11, 23)).contacts
    assert found.emails == ("beispiel@example.org",)
    assert found.phones == ("+493023125101",)


def test_a_label_among_referees_brings_nothing_of_the_persons() -> None:
    tail = ("Referenzen", "Herr Ostertag, früher mein Vorgesetzter,", "erreichbar unter", "ostertag@bureau.example.net")
    assert told("Anna Beispiel", "München", tail=tail).emails == ()


NOTES = tuple(f"Einzelheiten zu Einsatz {number} nenne ich im Gespräch." for number in range(1, 10))


def test_a_strip_of_address_number_and_mail_below_the_referees_is_the_persons() -> None:
    referee = (
        "Referenzen",
        "Yannick Vollrath, Aufsichtsrat, Gebr. Kielmann GmbH",
        "vollrath@rauenstein.example",
        *NOTES,
    )
    strip = "Uferpromenade 113, 18055 Rostock | P 030 23125 101 | E: kontakt@example.com"
    alone = told("Anna Beispiel", "Werkleiterin", tail=(*referee, strip))
    assert (alone.emails, alone.phones) == (("kontakt@example.com",), (NUMBER,))
    beside = told("Anna Beispiel", "Tel. 030 23125 101", MAIL, tail=(*referee, strip.replace("101", "777")))
    assert (beside.emails, beside.phones) == ((MAIL,), (NUMBER,))


def test_a_number_right_above_the_persons_address_is_theirs() -> None:
    lines = ("Ihr Draht zu mir", "Lindenallee 4, 80331 München", "M: 030 23125 101", "Mail", f"E: {MAIL}")
    found = told(
        "Anna Beispiel",
        "Werkleiterin",
        tail=("Zusätzlich", "Fachkraft für Arbeitssicherheit, gültig bis 12/2028", *lines),
    )
    assert (found.emails, found.phones) == ((MAIL,), (NUMBER,))


def test_the_person_may_have_the_first_name_of_whom_a_letter_greets() -> None:
    letter = ("Dr Peter Sample", NUMBER, "e psample@example.org", "Mallard Ltd", "Mr Peter Featherston")
    found = told(*letter, "careers@mallard.example", "Dear Mr Peter Featherston,", "my CV follows.", language="en")
    assert (found.emails, found.phones) == (("psample@example.org",), (NUMBER,))


@pytest.mark.parametrize(
    "own",
    [
        ("Lindenallee 4, 80331 München", "E-Mail: kontor@example.net"),
        ("Nationalität: deutsch", "Tel. 030 23125 101", "kontor@example.net"),
        ("Date of birth: 1 May 1970", "kontor@example.net", "Tel. 030 23125 101"),
    ],
)
@pytest.mark.parametrize("heading", ["Referenzen", "Auskunft gibt gern"])
def test_what_only_the_person_tells_below_a_referee_is_theirs(heading: str, own: tuple[str, ...]) -> None:
    referee = (heading, "Karl Mertens, früher Geschäftsführer, Tel. 0221 4710 222, mertens@firma.example.com")
    found = told("Anna Beispiel", "Werkleiterin", tail=(*referee, *own))
    assert found.emails == ("kontor@example.net",)
    assert found.phones == ((NUMBER,) if len(own) == 3 else ())
    assert set(found.others) == {"+492214710222", "mertens@firma.example.com"}


def test_a_strip_with_the_persons_address_below_a_referee_is_theirs() -> None:
    referee = ("Referenzen", "Karl Mertens, früher Geschäftsführer, Tel. 0221 4710 222, mertens@firma.example.com")
    strip = f"Lindenallee 4, München | T 030 23125 101 | {MAIL} | www.beispiel.example.org"
    found = told("Anna Beispiel", "Werkleiterin", tail=(*referee, strip))
    assert (found.emails, found.phones) == ((MAIL,), (NUMBER,))


def test_a_number_above_the_name_on_the_page_behind_an_agencys_cover_is_the_persons() -> None:
    cover = lines("Brückenkopf Executive Search", "Ihre Ansprechpartnerin: Petra Lang", "Tel. 0221 4710 222")
    cover += [(60.0, 3.0, "petra.lang@brueckenkopf.example.com")]
    second = [
        (300.0, 0.0, "Mobil: 030 23125 101"),
        (60.0, 1.0, "ANNA BEISPIEL"),
        (60.0, 2.0, f"E-Mail: {MAIL}"),
        *((60.0, 4.0 + row, text) for row, text in enumerate(STORY["de"])),
    ]
    reading = make_reading(cover, second)
    page = replace(
        reading.pages[1],
        words=tuple(
            word._replace(size=20.0) if word.text in {"ANNA", "BEISPIEL"} else word for word in reading.pages[1].words
        ),
    )
    found = check(replace(reading, pages=(reading.pages[0], page)), date(2026, 11, 23)).contacts
    assert (found.emails, found.phones) == ((MAIL,), (NUMBER,))


def test_contact_data_below_their_heading_are_the_persons_though_a_letter_of_reference_follows() -> None:
    head = lines("Anna Beispiel", "Werkleiterin", *STORY["de"], "Kontakt", "Lindenallee 4, München")
    letter = [
        (60.0, 4.0, "Zeugnis"),
        (60.0, 5.0, "Muster Guss GmbH"),
        (60.0, 6.0, "Wir danken für die Zusammenarbeit."),
    ]
    second = [*lines("Telefon: 030 23125 101", "in freier Übersetzung"), *letter]
    assert check(make_reading(head, second), date(2026, 11, 23)).contacts.phones == (NUMBER,)
