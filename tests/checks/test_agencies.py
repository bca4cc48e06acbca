"""An agency, a referee or an addressee who is named beside contact data, and the person named all the same."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.run import check
from reviewer.domain.findings import Contacts
from tests.checks.builders import make_reading
from tests.checks.test_written_contacts import MAIL, NUMBER, STORY, told


def on_two_pages(
    *foot: str, head: tuple[str, ...] = ("Anna Beispiel", "Werkleiterin"), language: str = "de"
) -> Contacts:
    """The contacts of a CV of two pages with the same lines at the foot of each."""
    feet = [(60.0, 52.0 + row, text) for row, text in enumerate(foot)]
    first = [(60.0, float(row), text) for row, text in enumerate((*head, *STORY[language]))]
    second = [(60.0, float(row), text) for row, text in enumerate(STORY[language][1:])]
    return check(make_reading([*first, *feet], [*second, *feet]), date(2026, 11, 25)).contacts


@pytest.mark.parametrize(
    "foot",
    [
        ("Eine Kandidatin der Lotsenwerk Interim AG · Ruedi Zgraggen · 030 23125 777", "ruedi@zgraggen.example.net"),
        (
            "© 2026 Anna Beispiel   Ihre Ansprechperson bei Lotsenwerk: Urs Gantenbein, 030 23125 777,",
            "urs@lotsen.example.net",
        ),
        ("Empfohlen durch Lotsenwerk Partner, Birgit Oswald, Tel. 030", "23125 777, b.oswald@lotsen.example.net"),
        ("Zu diesem Profil gibt Auskunft: Birgit Oswald, 030 23125 777, oswald@lotsen.example.net",),
        ("Put forward by Pilotage Executives · Gareth Penrose · 030 23125 777 ·", "desk@pilotage.example.net"),
        ("Please direct enquiries to Pilotage Ltd, 030 23125 777, desk@pilotage.example.net",),
        ("Gareth Penrose | 030 23125 777 | gareth@penrose.example.net",),
        ("Kandidatin der Lotsenwerk GmbH, Tel. 030 23125 777, team@lotsen.example.net",),
        ("Vertraulich – Eigentum der Lotsenwerk – 030 23125 777 – info@lotsen.example.net",),
        ("Mandatsleitung: Birgit Oswald, 030 23125 777, oswald@lotsen.example.net",),
        ("This profile is the property of Pilotage Ltd, 030 23125 777, info@pilotage.example.net",),
        ("Gareth Penrose (Pilotage) 030 23125 777 gpenrose@pilotage.example.net",),
    ],
)
def test_an_agency_at_the_foot_of_every_page_is_not_the_person(foot: tuple[str, ...]) -> None:
    alone = on_two_pages(*foot)
    beside = on_two_pages(*foot, head=("Anna Beispiel", "Werkleiterin", "Tel. 030 23125 101", MAIL))
    assert (alone.emails, beside.emails, beside.phones) == ((), (MAIL,), (NUMBER,))
    assert alone.phones == ()


@pytest.mark.parametrize(
    "foot",
    [
        ("Anna Beispiel · Lindenweg 3 · 80331 München", "Tel. 030 23125 101 · office@phoenix.example.net"),
        ("Bei Rückfragen erreichen Sie mich unter 030 23125 101 oder office@phoenix.example.net",),
        ("Bad Homburg | 030 23125 101 | office@phoenix.example.net",),
        ("Confidential CV Anna Beispiel, 030 23125 101, office@phoenix.example.net",),
        ("Vermittelt durch Lotsenwerk AG · Anna Beispiel · 030 23125 101 · office@phoenix.example.net",),
    ],
)
def test_a_foot_that_names_the_person_or_speaks_of_me_is_the_persons(foot: tuple[str, ...]) -> None:
    found = on_two_pages(*foot)
    assert (found.emails, found.phones) == (("office@phoenix.example.net",), (NUMBER,))


@pytest.mark.parametrize(
    "head",
    [
        (
            "Kandidatenprofil, vorgestellt durch Lotsenwerk AG | 030 23125 777 | post@lotsen.example.net",
            "Anna Beispiel",
        ),
        ("Profil 4711 – exklusiv bei Lotsenwerk – 030 23125 777 – post@lotsen.example.net", "Dr. Anna Beispiel"),
        ("Überreicht von: Lotsenwerk AG", "T 030 23125 777  M info@lotsen.example.net", "Anna Beispiel"),
        (
            "Lotsenwerk GmbH",
            "Birgit Oswald",
            "Tel. 030 23125 777",
            "oswald@lotsen.example.net",
            "Kandidatenprofil",
            "Anna Beispiel",
        ),
        ("Candidate 12, represented by Pilotage Ltd | 030 23125 777 | desk@pilotage.example.net", "Anna Beispiel"),
    ],
)
def test_an_agencys_row_above_the_name_is_the_agencys(head: tuple[str, ...]) -> None:
    found = told(*head, MAIL)
    assert (found.emails, found.phones) == ((MAIL,), ())


def test_whom_a_letter_greets_is_not_the_person_though_the_type_is_the_same() -> None:
    found = told(
        *("Anna Beispiel", "Mehr unter www.beispiel.example.org", "Lotsenwerk Partner", "Gareth Penrose"),
        *("Telefon 030 23125 777", "g.penrose@penrose-interim.example.net", "Sehr geehrter Herr Penrose,"),
        "vielen Dank für das Gespräch; anbei erhalten Sie meinen Werdegang.",
    )
    assert (found.emails, found.phones, len(found.others)) == ((), (), 2)


@pytest.mark.parametrize(
    "row", ["Queries to Gareth Penrose, 030 23125 777", "Ansprechperson beim Kunden: U. Oswald, 030 23125 777"]
)
def test_whom_a_station_names_for_queries_is_not_the_person(row: str) -> None:
    assert told("Anna Beispiel", "München", tail=(row,)).phones == ()


@pytest.mark.parametrize(
    "tail",
    [
        (
            "Referenzen",
            "Urs Oswald, Beirat, Muster Guss GmbH, oswald@guss.example.com",
            "Zur Person",
            "M 030 23125 101",
            MAIL,
        ),
        (
            "References",
            "Ian Fielding, Chair, 0221 4710 222",
            "Personal details",
            "Mobile: 030 23125 101",
            "born 1970",
            MAIL,
        ),
        (
            "Projekte",
            "Aufbau eines Werks",
            "Persönliche Daten",
            "Lindenweg 3, 80331 München",
            "Mobil: 030 23125 101",
            MAIL,
        ),
    ],
)
def test_a_number_below_personal_data_at_the_end_is_the_persons_though_referees_stand_above(
    tail: tuple[str, ...],
) -> None:
    found = told("Anna Beispiel", "Werkleiterin", tail=tail)
    assert (found.emails, found.phones) == ((MAIL,), (NUMBER,))


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("Anfragen bitte an rotfuchs58@example.net, telefonisch über 030 23125 101", "de"),
        ("Rückfragen bitte an rotfuchs58@example.net oder Tel. 030 23125 101", "de"),
        ("Enquiries please to rotfuchs58@example.net, by phone 030 23125 101", "en"),
    ],
)
def test_who_is_asked_for_a_message_and_nobody_named_is_the_person(asked: str, language: str) -> None:
    alone = told("Anna Beispiel", "Werkleiterin", "Ahornring 17, 10115 Berlin", asked, *STORY[language])
    assert (alone.emails, alone.phones) == (("rotfuchs58@example.net",), (NUMBER,))
    named = asked.replace("rotfuchs58", "Lotsenwerk Executive, lotsen")
    handed = told("Anna Beispiel", "Werkleiterin", "Ahornring 17, 10115 Berlin", named, *STORY[language])
    assert (handed.emails, handed.phones) == ((), ())


@pytest.mark.parametrize(
    "agency",
    [
        ("In Vertretung: Lotsenwerk Interim", "030 23125 777 · mandate@lotsenwerk.example.net"),
        ("Anfragen richten Sie bitte an Lotsenwerk,", "030 23125 777 oder mandate@lotsenwerk.example.net"),
        ("Mein Provider: Lotsenwerk", "030 23125 777 / mandate@lotsenwerk.example.net"),
        ("Ein Profil aus dem Pool von Lotsenwerk", "030 23125 777, pool@lotsenwerk.example.net"),
        ("Kandidatenprofil, vorgestellt durch Lotsenwerk", "Kontakt: oswald@lotsenwerk.example.net, 030 23125 777"),
        ("Vertretung von Frau Beispiel: Lotsenwerk Interim GmbH", "Tel. 030 23125 777 · info@lotsenwerk.example.net"),
        ("Registered candidate of Lotsenwerk", "030 23125 777 | desk@lotsenwerk.example.net"),
        ("Exclusively managed by Lotsenwerk", "030 23125 777, desk@lotsenwerk.example.net"),
    ],
)
def test_who_hands_the_person_over_below_their_name_is_another(agency: tuple[str, ...]) -> None:
    contacts = told("Anna Beispiel", "Werkleiterin", *agency)
    assert (contacts.emails, contacts.phones) == ((), ())


@pytest.mark.parametrize(
    "desk",
    [
        ("Für Termine: Büro Lotsenwerk, 030 23125 777, termine@lotsenwerk.example.net",),
        ("Ihr Lotsenwerk-Team", "030 23125 777 | team@lotsenwerk.example.net"),
    ],
)
def test_an_organisation_below_a_person_who_can_be_reached_already_is_another(desk: tuple[str, ...]) -> None:
    contacts = told("Anna Beispiel", f"Tel. 030 23125 101, {MAIL}", *desk)
    assert (contacts.emails, contacts.phones) == ((MAIL,), (NUMBER,))


@pytest.mark.parametrize(
    "own",
    [
        ("Lotsenwerk Consulting", "info@lotsenwerk.example.net", "030 23125 101", MAIL),
        ("Inhaberin, Lotsenwerk Consulting", f"030 23125 101, {MAIL}", "info@lotsenwerk.example.net"),
    ],
)
def test_a_firm_of_ones_own_beside_a_private_address_stays_ones_own(own: tuple[str, ...]) -> None:
    contacts = told("Anna Beispiel", *own)
    assert (set(contacts.emails), contacts.phones) == ({MAIL, "info@lotsenwerk.example.net"}, (NUMBER,))


def test_an_organisation_above_the_name_is_none_of_what_stands_below_it() -> None:
    above = ("Mandatum Personalvermittlung", "Ihre Ansprechperson bei uns: Ulrike Böttcher", "069 90009928")
    own = ("Anna Beispiel", "Werkleiterin", "Handy 030 23125 101", f"Mail: {MAIL}")
    found = told(*above, "boettcher@mandatum.example", *own, *STORY["de"])
    assert (found.emails, found.phones) == ((MAIL,), (NUMBER,))


def test_the_rest_of_a_wrapped_address_is_no_agencys_name() -> None:
    referee = (
        "Referenzen",
        "Ulrike Kern, kern@kontor8.",
        "example",
        "Vorgestellt durch Ulrike Kretschmayr, 030 23125 777",
    )
    found = told("Anna Beispiel", "Werkleiterin", "Mail kontrabass30@web.example.com", *STORY["de"], tail=referee)
    assert found.emails == ("kontrabass30@web.example.com",)
