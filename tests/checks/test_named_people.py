"""People and firms who are named beside contact data are told from the person, whatever words introduce them."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.people import find_people
from reviewer.checks.run import check
from reviewer.domain.pages import DocumentKind
from reviewer.domain.reading import Margin, Reading, ReadMargin, ReadPage
from tests.checks.builders import make_page, make_reading
from tests.checks.test_written_contacts import MAIL, NUMBER, STORY, told

OWN = ("Anna Beispiel", "Tel. 030 23125 101", MAIL)
LONG = "Ich sehe eigene Interessen gern."
BARE = ("Anna Beispiel", "Führungskraft auf Zeit")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Tobias Reuß, Partner", [("Tobias", "Reuß")]),
        ("mit Marcus T. Oyelaran und Saskia van der Meulen", [("Marcus", "Oyelaran"), ("Saskia", "Meulen")]),
        ("Klaus-Peter Wiedenhöft", [("Klaus-Peter", "Wiedenhöft")]),
        ("Karl-Marx-Straße 4, Martin Luther Platz 2", []),
        ("Otto Berger GmbH, Jan 2024, Frank Telefon", []),
    ],
)
def test_people_are_known_by_usual_given_names(text: str, people: list[tuple[str, ...]]) -> None:
    assert list(find_people(text)) == people


@pytest.mark.parametrize(
    "tail",
    [
        ("Was andere sagen", "Ruhig und klar. – Silke Obst, 0221 4710 304"),
        ("Menschen, die mich kennen", "Corinna Behr", "Kaderhaus", "0221 4710 304"),
        ("Nächster Schritt", "Ein Gespräch vereinbart Jannis Voss || 0221 4710 304"),
        ("Auskunft erteilt Wiebke Thomsen (Inhaberin), Tel. 0221 4710 304",),
        ("Vermerk", "Ingo Matthes kennt meine Arbeit aus der Sanierung: 0221 4710 304"),
        ("Falls nicht erreichbar: Beat Beispiel (Ehemann), 0221 4710 304",),
        ("Booking: Tidewater Interim, 0221 4710 304",),
    ],
)
@pytest.mark.parametrize("head", [OWN, BARE])
def test_who_is_named_below_the_story_is_not_the_person(head: tuple[str, ...], tail: tuple[str, ...]) -> None:
    assert told(*head, tail=tail).phones == ((NUMBER,) if head is OWN else ())


@pytest.mark.parametrize(
    "above",
    [
        (
            "Kontor Sechs",
            "Ihr Kontakt",
            "Reto Camenzind",
            "Partner",
            "T 0221 4710 304",
            "post@kontor-sechs.example.net",
        ),
        ("Kontor Sechs – Exposé 2231", "Rückfragen: post@kontorsechs.example.net oder 0221 4710 304"),
        ("Contact through Kontor Sechs only: 0221 4710 304, rates@kontor-sechs.example.net",),
        ("Consultant in charge: Olivia Barnes, 0221 4710 304, o.barnes@example.net",),
    ],
)
def test_an_organisation_is_known_above_the_name_by_its_site_or_its_people(above: tuple[str, ...]) -> None:
    alone = told(*above, *BARE)
    assert (alone.emails, alone.phones) == ((), ())
    assert told(*above, *OWN).emails == (MAIL,)


def test_the_name_behind_a_cover_is_the_persons_though_the_cover_names_a_consultant_with_an_address() -> None:
    cover = ("Lotsenhaus", "Candidate brief", "Engagement lead", "Dana Lee", "0221 4710 304", "dlee@lotsen.example.net")
    pages = [[(60.0, float(row), text) for row, text in enumerate(part)] for part in (cover, (*BARE, *STORY["de"]))]
    found = check(make_reading(*pages), date(2026, 11, 25)).contacts
    assert (found.emails, found.phones) == ((), ())


@pytest.mark.parametrize(
    "head",
    [
        (*BARE, "Phoenix Beratung", "office@phoenixberatung.example.net"),
        ("Prof. Dr.-Ing. Wunibald Kesselschläger – Führungskraft", "office@phoenix.example.net"),
        (*BARE, "Konrad-Adenauer-Ufer 21, 50668 Köln", "max.power77@example.net"),
    ],
)
def test_below_the_name_a_firm_a_street_or_any_address_is_the_persons(head: tuple[str, ...]) -> None:
    assert len(told(*head).emails) == 1


@pytest.mark.parametrize("firm", ["AB Digital GmbH · 030 23125 101 · office@ab-digital.example.net", "Inhaberin"])
def test_a_firm_of_ones_own_is_known_by_initials_or_by_what_the_story_says(firm: str) -> None:
    foot = firm if "@" in firm else "Nordkap · 030 23125 101 · office@nordkap.example.net"
    story = () if "@" in firm else ("2012 – 2019 Inhaberin, Nordkap",)
    assert told(*BARE, tail=story, footer=foot).phones == (NUMBER,)


@pytest.mark.parametrize("mail", ["datenschutz@lotsen.example.net", "webmaster@vorlagen.example.net"])
def test_an_office_of_an_organisation_is_never_the_person(mail: str) -> None:
    assert told(*BARE, footer=f"Hinweise unter {mail}").emails == ()


@pytest.mark.parametrize(
    ("row", "number"),
    [("ring me on 0131 496 0177", "+441314960177"), ("Cell 1-312-555-0142", "+13125550142")],
)
def test_a_number_may_follow_a_word_that_leads_to_it_or_the_american_code(row: str, number: str) -> None:
    assert told("Anna Beispiel", row, language="en").phones == (number,)


@pytest.mark.parametrize(
    "referee",
    [
        "Maureen Dooley, Owner, Barrow Group – Tel. 0221 4710 304, dooley@barrow.example.net",
        "Stefan Beispiel, Vorstand, Steenbergen AG, 0221 4710 304, s.beispiel@steenbergen.example.net",
    ],
)
def test_a_referee_who_owns_a_firm_or_has_the_same_last_name_is_not_the_person(referee: str) -> None:
    found = told(*BARE, tail=("Wer mich kennt", referee))
    assert (found.emails, found.phones) == ((), ())


def test_an_address_made_of_a_name_told_elsewhere_is_that_persons() -> None:
    found = told(*BARE, "l.hagen@example.net", tail=("Nächster Schritt", "Ein Gespräch vereinbart Lars Hagen"))
    assert found.emails == ()


@pytest.mark.parametrize("foot", ["Treuhand & Zeit · 0221 4710 304", "Pontis Talent Partner | 0221 4710 304"])
def test_a_firm_beside_a_number_in_a_footer_is_somebody_else(foot: str) -> None:
    assert told(*BARE, MAIL, footer=foot).phones == ()


def test_a_letterhead_behind_the_persons_own_data_is_not_part_of_them() -> None:
    own = (*BARE, *STORY["de"], "Persönliche Daten", "Am Weiher 52", "Tel. 030 23125 101")
    reference = (
        "Weyersberg Holding GmbH",
        "Siegen · 0221 4710 304 · zentrale@weyersberg.example.net",
        "Arbeitszeugnis",
        "Anna Beispiel war in unserem Unternehmen in leitender Stellung beschäftigt.",
    )
    pages = [[(60.0, float(row), text) for row, text in enumerate(part)] for part in (own, reference)]
    found = check(make_reading(*pages), date(2026, 11, 25)).contacts
    assert (found.emails, found.phones) == ((), (NUMBER,))


def test_a_second_number_in_the_same_list_is_the_persons_too() -> None:
    tail = ("Angaben", "0171 392 0028", MAIL)
    assert told(*BARE, "Tel. 030 23125 101", tail=tail).phones == (NUMBER, "+491713920028")


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ((f"{LONG} Sie erreichen mich unter 0171 39", "200 28 oder per Post."), "+491713920028"),
        ((f"{LONG} Sie erreichen mich unter 0171 / 39200 – 28 am Abend",), "+491713920028"),
        (("Tel. +44 29 2018 0635",), "+442920180635"),
        (("Abends erreichbar: 030 23125 101, anna.beispiel@example.org",), NUMBER),
    ],
)
def test_a_number_is_read_where_a_sentence_breaks_it_and_where_it_holds_a_year(
    rows: tuple[str, ...], number: str
) -> None:
    assert told("Anna Beispiel", *rows).phones == (number,)


@pytest.mark.parametrize("row", ["Tel. (+49) 171 39", "Hefte 2019, 44(3), 0123-0456", "Tel. +44 7700 900"])
def test_a_piece_of_a_number_or_pages_of_a_journal_are_none(row: str) -> None:
    assert told(*BARE, MAIL, row).phones == ()


def test_a_period_in_the_next_row_does_not_go_on_with_contact_data() -> None:
    row = "Kandidatin direkt: E-Mail: kontakt@ankerpunkt.example.net, Handy: 030 23125 101"
    found = told(*BARE, tail=("Projekte", row, "01/2026 - 10/2026 Werkleiterin, Wieshofer KG"))
    assert (found.emails, found.phones) == (("kontakt@ankerpunkt.example.net",), (NUMBER,))


@pytest.mark.parametrize(("place", "below"), [(Margin.HEADER, False), (Margin.FOOTER, True)])
def test_what_only_a_header_or_footer_tells_is_pointed_at_on_the_first_page(place: Margin, *, below: bool) -> None:
    head = [(60.0, float(row), text) for row, text in enumerate((*BARE, *STORY["de"]))]
    reading = make_reading(head, margins=(ReadMargin(place=place, text=f"Anna Beispiel\n030 23125 101 {MAIL}"),))
    contact = check(reading, date(2026, 11, 25)).proposals[0]
    assert [evidence.text for evidence in contact.evidence] == [MAIL, "030 23125 101"]
    assert {evidence.rect[1] > 400 for evidence in contact.evidence} == {below}


def test_a_box_that_the_page_shows_is_judged_by_its_place_there() -> None:
    rows = ("Ihre Ansprechpartnerin", "Nadja Forster", "030 23125 440", "n.forster@example.net")
    page = [(60.0, float(row), text) for row, text in enumerate((*rows, "", *BARE, *STORY["de"]))]
    reading = make_reading(page, margins=(ReadMargin(place=Margin.BOX, text="\n".join(rows[2:])),))
    found = check(reading, date(2026, 11, 25)).contacts
    assert (found.emails, found.phones) == ((), ())


def test_a_cover_is_told_by_the_head_behind_it_and_an_organisation_on_it_is_not_the_persons() -> None:
    cover = [(60.0, float(row), text) for row, text in enumerate(("Anna Beispiel", "Dossier"))]
    cover += [(60.0, 9.0, "Lotsenstelle Hamburg"), (60.0, 10.0, "desk@lotsenstelle.example.net")]
    head = make_page([(60.0, 0.0, BARE[0])])
    large = ReadPage(width=595, height=842, words=tuple(word._replace(size=18.0) for word in head.words))
    rest = make_page([(60.0, float(row + 2), text) for row, text in enumerate((BARE[1], *STORY["de"]))])
    reading = Reading(
        kind=DocumentKind.PDF,
        pages=(make_page(cover), ReadPage(width=595, height=842, words=large.words + rest.words)),
    )
    assert check(reading, date(2026, 11, 25)).contacts.emails == ()


@pytest.mark.parametrize(
    ("name", "mail"), [("Anna Rüegg", "ruegg@example.net"), ("Anna Rüegg", "a.rueegg@example.net")]
)
def test_an_address_may_write_an_umlaut_with_one_letter_or_two(name: str, mail: str) -> None:
    tail = ("Referenzen", "Karl Mertens, Muster Guss GmbH", f"{name}, {mail}")
    assert told(name, "Führungskraft auf Zeit", tail=tail).emails == (mail,)
