"""Whose an address or a number is where an agency, a letter, a client or an assistant stands beside the person."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from reviewer.domain.reading import ReadLink
from tests.checks.builders import lines, make_reading
from tests.checks.test_written_contacts import MAIL, NUMBER, STORY, told

NICK = "hausamsee@example.org"
OWN = ("Anna Beispiel", "Interim Managerin", NICK, "030 23125 101")
ONLY_OWN = ((NICK,), (NUMBER,))


@pytest.mark.parametrize(
    "head",
    [
        (
            "Lotsenwerk AG",
            "Exposé",
            "Mandatsleitung: Iris Nagel",
            "069 90009 439",
            "iris.nagel@lotsenwerk.example",
            *OWN,
        ),
        ("Kandidatenprofil", "Lotsenwerk GmbH | profile@lotsenwerk.example | 069 90009 439", *OWN),
        ("Vorgestellt durch Calder & Rowe", "Ulf Renner, 069 90009 439, u.renner@calder-rowe.example", *OWN),
        ("Vorab per E-Mail: r.amstutz@lannion.example", "Frau Dr. Regula Amstutz", "Sehr geehrte Frau Amstutz,", *OWN),
        ("Vertretung", "Lotsenwerk SE", "Gundula Tamm", "Tel. 069 90009 439", "Persönlich", *OWN),
        ("Weitergeleitet von Iris Nagel, Säntis SA, Durchwahl 069 90009 439", *OWN),
    ],
)
def test_who_hands_the_person_over_or_is_written_to_is_another(head: tuple[str, ...]) -> None:
    found = told(*head)
    assert (found.emails, found.phones) == ONLY_OWN


@pytest.mark.parametrize(
    "tail",
    [
        ("Notfallkontakt: Eckart Hinrichsen (Nachbar)", "Tel. 069 90009 439"),
        (
            "Dieses Profil wird vom Netzwerk Kralingen verwaltet. Anfragen an die Einsatzplanung (Pieter",
            "Brouwer): 069 90009 439",
        ),
        ("Datenschutz: Auskunft gibt die Beauftragte der Xantor AG, Yvonne Unterberg, ✉", "dpo@xantor.example"),
        ("Kassier im Ruderclub (Präsidium: Anna-Lena Bach, 069 90009 439 – ✉", "vorstand@ruderclub.example)"),
        ("Mastodon: @anna@sozial.example",),
        ("Ravi Menon, CFO, Holzwerk AG, rmenon@holzwerk.example, 069 90009 439",),
    ],
)
def test_what_stands_at_the_end_for_others_is_not_the_persons(tail: tuple[str, ...]) -> None:
    found = told(*OWN, tail=tail)
    assert (found.emails, found.phones) == ONLY_OWN


def test_a_client_below_a_stint_near_the_head_is_not_the_person() -> None:
    cv = (
        "Anna Beispiel",
        "03/2022 – heute Werkleiterin, Muster AG",
        "Werk verlegt (Pforte: 069 90009 439, info@muster-ag.example)",
    )
    found = told(*cv, tail=("Kontakt", "Tel. 030 23125 101", NICK))
    assert (found.emails, found.phones) == ONLY_OWN


@pytest.mark.parametrize(
    "row",
    [
        "Anrufe für mich nimmt mein Büro an, Frau Nägeli: +49 30 23125 101",
        "Calls for me go through my PA, Ms Naegeli: +49 30 23125 101",
        "My assistant, who takes my calls, Ms Naegeli: +49 30 23125 101",
    ],
)
def test_an_assistant_who_takes_the_persons_calls_is_the_way_to_them(row: str) -> None:
    assert told("Anna Beispiel", MAIL, row, language="en").phones == (NUMBER,)


@pytest.mark.parametrize(
    "row",
    [
        "The best way to reach me is enquiries@plumbline.example or +49 30 23125 101 (mobile).",
        "Work: enquiries@plumbline.example | +49 30 23125 101",
    ],
)
def test_a_small_firm_of_ones_own_has_an_office_for_enquiries(row: str) -> None:
    found = told("Anna Beispiel", "Interim manager", row, language="en")
    assert (found.emails, found.phones) == (("enquiries@plumbline.example",), (NUMBER,))


@pytest.mark.parametrize("surname", ["Weber", "Meister", "Kaufmann", "Stahl"])
def test_a_last_name_that_is_a_trade_or_holds_a_word_is_a_name(surname: str) -> None:
    head = (f"Otto {surname}", "Interim Manager", f"o.{surname.lower()}@example.org", "030 23125 101")
    found = told(*head, tail=("Referenzen", "Anna Weber, CEO, Muster AG", "069 90009 439"))
    assert (found.emails, found.phones) == ((head[2],), (NUMBER,))


@pytest.mark.parametrize(
    ("row", "phones"),
    [
        ("01 71 - 39 20 028", ("+491713920028",)),
        ("0221 4710 385 · 1010 Wien", ("+492214710385",)),
        ("Tel. 089/99998123/0171-3920028", ("+498999998123", "+491713920028")),
        ("+49.30.23125.697 // 0221 4710 270 // x", ("+493023125697", "+492214710270")),
        ("Ohio 43215 614-555-0155", ("+16145550155",)),
        ("06.39.98.31.94", ("+33639983194",)),
        ("Hafenweg 3 ● 0171 3920028", ("+491713920028",)),
        ("Tel. 0049 (0)152 54599371", ("+4915254599371",)),
        ("Tel. (49) 171 3920028", ("+491713920028",)),
        ("Tel. 0170 567890", ()),
        ("Tel. +1-123-456-7890", ()),
    ],
)
def test_numbers_are_read_as_their_country_writes_them(row: str, phones: tuple[str, ...]) -> None:
    assert told("Anna Beispiel", "Interim Managerin", row).phones == phones


@pytest.mark.parametrize(
    ("target", "emails", "phones"),
    [
        ("tel:+41525551478", (MAIL,), ("+41525551478",)),
        ("mailto:anna.beispiel@mail.example.net", (MAIL,), ("+49525551478",)),
    ],
)
def test_a_link_tells_what_the_print_leaves_open_and_not_what_differs_from_it(
    target: str, emails: tuple[str, ...], phones: tuple[str, ...]
) -> None:
    rows = lines("Anna Beispiel", MAIL, "Telefon 05255 51478", *STORY["de"])
    top = 40.0 + 14 * (1 if target.startswith("mailto") else 2)
    link = ReadLink(page=1, rect=(60.0, top, 300.0, top + 12), target=target)
    found = check(make_reading(rows, links=(link,)), date(2026, 11, 25)).contacts
    assert (found.emails, found.phones) == (emails, phones)


def test_a_number_is_not_parted_from_its_owner_by_another_column() -> None:
    left = ["Kontakt", "E: a.beispiel@lange-", "beratung.example", "Tel. 030 23125 101"]
    right = ["Vertretung", "Kaspar Gruber", "069 90009 439", "gruber@moerdijk.example.org"]
    cells = [(60.0, 2 + n, text) for n, text in enumerate(left)] + [
        (330.0, 2 + n, text) for n, text in enumerate(right)
    ]
    page = [(60.0, 0, "Anna Beispiel"), *cells, *((60.0, 10 + n, text) for n, text in enumerate(STORY["de"]))]
    assert NUMBER in check(make_reading(page), date(2026, 11, 25)).contacts.phones


def test_a_number_at_the_top_belongs_to_no_section_that_begins_far_below() -> None:
    story = ("Werkleitung in der Gießerei", "Verlegung der Fertigung", "Aufbau der Führung", "Neuordnung der Schichten")
    left = [(60.0, 0.0, "Anna Beispiel"), (60.0, 2.0, MAIL)]
    left += [(60.0, 5.0 + n, story[n % 4]) for n in range(30)]
    left += [(60.0, 42.0, "Referenzen"), (60.0, 44.0, "Kaspar Gruber"), (60.0, 45.0, "gruber@moerdijk.example.org")]
    right = [(380.0, 2.0, "0171 3920028"), (380.0, 5.0, "Ausbildung")]
    right += [(380.0, 6.0 + n, "Lehre in der Gießerei und Abendschule") for n in range(30)]
    assert check(make_reading([*left, *right]), date(2026, 11, 25)).contacts.phones == ("+491713920028",)


@pytest.mark.parametrize(
    ("row", "language"),
    [
        ("Anfragen bitte direkt: Lindenweg 3, 10115 Berlin, Mobil 0171 3920028", "de"),
        ("Näheres zu diesem Mandat gern von mir selbst: 0171 3920028", "de"),
        (f"Fragen hierzu beantworte ich persönlich (0171 3920028, {MAIL})", "de"),
        ("My own details for questions: 0171 3920028", "en"),
        ("I am happy to talk about it myself: +49 171 3920028", "en"),
        ("Enquiries direct: 9 Mill Lane, Leeds LS1 4AB, mobile +49 171 3920028", "en"),
    ],
)
def test_a_number_within_a_post_is_the_persons_where_they_say_so(row: str, language: str) -> None:
    found = told("Anna Beispiel", "Interim CFO", tail=("Muster Guss GmbH, Berlin", row), language=language)
    assert found.phones == ("+491713920028",)


def test_the_persons_own_street_follows_an_emergency_contact() -> None:
    tail = ("Notfallkontakt: Kaspar Beispiel (Ehemann),", "030 23125 777", "Lindenweg 3, 10115 Berlin · 0171 3920028")
    found = told("Anna Beispiel", "Interim CFO", MAIL, tail=tail)
    assert (found.emails, found.phones) == ((MAIL,), ("+491713920028",))


def test_a_name_that_a_line_cuts_is_the_persons() -> None:
    strip = ("Dipl.-Kfm. Anna Beispielhauser", "Lindenweg 3, 10115 Berlin - 0171 3920028")
    assert told("ANNA BEISPIELHA", "Werkleiterin", *strip, MAIL).phones == ("+491713920028",)


@pytest.mark.parametrize("street", ["1048 Evelyn Ave, Albany CA 94706", "355 Serrano Drive, San Francisco CA 94132"])
def test_a_street_is_nobody(street: str) -> None:
    found = told("Anna Beispiel", "Interim CFO", f"{street}, 415-555-0132, blue@example.org", language="en")
    assert (found.emails, found.phones) == (("blue@example.org",), ("+14155550132",))


def test_an_address_of_a_profile_names_no_organisation() -> None:
    found = told("Anna Beispiel", "Interim CFO", "hallo@mangrove.example", "code.example.org/Mangrove | 0171 3920028")
    assert (found.emails, found.phones) == (("hallo@mangrove.example",), ("+491713920028",))


def test_a_persons_data_above_an_officers_row_are_their_own() -> None:
    row = "Datenschutzbeauftragte der Muster & Partner: Silke Küppers, privacy@mustermann.example, 030 23125 777"
    found = told("Anna Beispiel", tail=("So erreichen Sie mich", "10115 Berlin", "Telefon 0171 3920028", row))
    assert found.phones == ("+491713920028",)


@pytest.mark.parametrize("own", ["ab.interim@example.org", "ab.interim@beispiel-interim.example"])
def test_initials_with_what_the_person_does_are_their_address(own: str) -> None:
    found = told("Anna Beispiel", "Interim CFO", tail=("Kontakt", own, "0171 3920028"))
    assert (found.emails, found.phones) == ((own,), ("+491713920028",))


def test_contact_data_below_somebody_elses_mail_are_the_persons() -> None:
    mail = ("Von: Silke Küppers <kueppers@example.net>", "An: Ruth Muster <muster@example.net>", "Betreff: Vorschlag")
    own = ("Kontakt", "Lindenweg 3, 10115 Berlin", "blue@example.org", "Anna Beispiel", "Interim CFO")
    assert told(*mail, "Guten Tag Frau Muster,", "anbei das Profil.", "Silke Küppers", *own).emails == (
        "blue@example.org",
    )


def test_who_copies_go_to_is_somebody_else() -> None:
    letter = ("Sehr geehrte Frau Muster,", "Ihre Nachricht an mich kam an, Kopien an office@muster.example auch.")
    assert told("Anna Beispiel", MAIL, *letter).emails == (MAIL,)


def test_the_persons_own_data_may_stand_below_the_last_referee() -> None:
    tail = ("Referenzen", "Kaspar Gruber (ehem. Vorgesetzter), gruber@moerdijk.example", "Lindenweg 3, 10115 Berlin")
    found = told("Anna Beispiel", "Interim CFO", tail=(*tail, "Mobil 0171 3920028", f"E-Mail {MAIL}"))
    assert (found.emails, found.phones) == ((MAIL,), ("+491713920028",))
