"""Addresses and numbers in the many forms people write them, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.names import find_names
from reviewer.checks.run import check
from reviewer.domain.findings import Contacts, Findings, Verdict
from reviewer.domain.reading import Margin, ReadMargin
from tests.checks.builders import lines, make_reading

STORY = {
    "de": (
        "Beruflicher Werdegang",
        "03/2019 – heute Interim Werkleiter, Muster Guss GmbH (Gießerei, 450 Mitarbeiter)",
        "Neuordnung der Fertigung und Aufbau einer Führungsmannschaft mit klaren Zielen und festen Terminen",
    ),
    "en": (
        "Professional Experience",
        "03/2019 – present Interim Plant Manager, Sample Castings Ltd (foundry, 450 employees)",
        "Reorganised production and built up a leadership team with clear targets and firm dates for the plant",
    ),
}
MAIL, NUMBER, MOBILE = "anna.beispiel@example.org", "+493023125101", "+491713920028"


def judge(*head: str, tail: tuple[str, ...] = (), footer: str = "", language: str = "de") -> Findings:
    """The findings on a CV that begins with these lines and ends with those."""
    margins = (ReadMargin(place=Margin.FOOTER, text=footer),) if footer else ()
    return check(make_reading(lines(*head, *STORY[language], *tail), margins=margins), date(2026, 11, 25))


def told(*head: str, tail: tuple[str, ...] = (), footer: str = "", language: str = "de") -> Contacts:
    return judge(*head, tail=tail, footer=footer, language=language).contacts


@pytest.mark.parametrize(
    "written",
    [
        ("anna.beispiel (at) example (dot) org",),
        ("anna.beispiel[at]example.org",),
        ("Mail: anna.beispiel at example dot org",),
        ("anna.beispiel_at_example.org",),
        ("email: anna.beispiel at example.org",),
        ("E-Mail: anna.beispiel @ example.org",),
        ("E-MAIL ANNA.BEISPIEL@EXAMPLE.ORG",),
        ("anna.beispiel@exam", "ple.org"),
        ("anna.beispiel@", "example.org"),
        ("anna.beispiel", "@example.org"),
        ("anna.beispiel@example.", "org"),
        ("anna.bei", "spiel@example.org"),
        ("E-Mail: a nna.beispiel@example.org",),
        ("an na.beispiel@example.org",),
        ("anna.beispiel@example .org",),
        ("E-Mailanna.beispiel@example.org",),
        ("anna[dot]beispiel[at]example[dot]org",),
        ("anna dot beispiel at example dot org",),
        ("Mail anna.beispiel@example. org | 10115 Berlin",),
    ],
)
def test_a_veiled_or_broken_address_is_read(written: tuple[str, ...]) -> None:
    assert told("Anna Beispiel", *written).emails == (MAIL,)


def test_a_number_of_which_an_address_is_left_below_a_name_goes_on_with_it() -> None:
    assert told("Anna Beispiel", "annabeispiel", "1970@example.org").emails == ("annabeispiel1970@example.org",)


def test_letters_before_an_address_that_no_name_begins_with_are_no_part_of_it() -> None:
    assert told("Anna Beispiel", "an blue.star@example.org").emails == ("blue.star@example.org",)


@pytest.mark.parametrize(
    "written",
    [
        ("Engineer @ example.org",),
        ("Engineer at example.org",),
        ("E-mail marketing: lecturer at example.org",),
        ("0000-0002-1825-0097", "@AnnaBeispiel", "www.example.org"),
        ("vorname.nachname@example.org",),
        ("xxxx@example.org",),
        ("a****@example.org",),
        ("anna.beispiel@example." + "orgg",),
    ],
)
def test_what_nobody_can_write_to_is_no_address(written: tuple[str, ...]) -> None:
    assert told("Anna Beispiel", *written).emails == ()


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (("T +49 (0) 30 / 23 12 51 - 01",), NUMBER),
        (("Fon +49-(0)30-23125101",), NUMBER),
        (("Telefonisch: 0049 (0)30 23125101",), NUMBER),
        (("(+49) 30 23125101",), NUMBER),
        (("Tel./Fax: 030 23125 101",), NUMBER),
        (("Telefon-Nr.: 030 23125 101",), NUMBER),
        (("Sie erreichen mich unter 030 23125 101",), NUMBER),
        (("Handy 0171.3920028",), MOBILE),
        (("Handy (+49) · 171 · 3920028",), MOBILE),
        (("49 171 3920028", "10115 Berlin"), MOBILE),
        (("(171) 392-0028", "10115 Berlin"), MOBILE),
        (("Mobil", "+49 171", "3920028"), MOBILE),
        (("Lindenweg 3 | 80331 München | 0171 3920028 |",), MOBILE),
        (("anna.beispiel@example.org // Rufnummer +49 171 3920", "028 // www.example.org"), MOBILE),
        (("Natel 079 123 45 67, CH-8002 Zürich",), "+41791234567"),
        (("A-1010 Wien", "0664/1234567"), "+436641234567"),
        (("75001 Paris, Frankreich", "06 12 34 56 78"), "+33612345678"),
        (("1012 AB Amsterdam, Niederlande", "06-12345678"), "+31612345678"),
    ],
)
def test_a_number_is_read_as_its_country_writes_it(written: tuple[str, ...], number: str) -> None:
    assert told("Anna Beispiel", *written).phones == (number,)


@pytest.mark.parametrize("written", ["(415) 555-0132", "415.555.0132", "Boston, MA 02110 | 415-555-0132"])
def test_an_american_number_needs_no_label(written: str) -> None:
    assert told("Anna Sampleton", written, language="en").phones == ("+14155550132",)
    assert told("Anna Sampleton", "98 Priory Walk, Boston, MA 02110", written, language="en").phones == (
        "+14155550132",
    )


@pytest.mark.parametrize(
    ("place", "written", "number"),
    [
        ("Porto, Portugal", "912345678", "+351912345678"),
        ("Ankara, Turkey", "Mobile: 5321234567", "+905321234567"),
        ("Leeds, UK", "44 1632 960001", "+441632960001"),
        ("Cork, Ireland", "Tel. 851234567", "+353851234567"),
    ],
)
def test_digits_alone_beside_an_address_are_a_number_where_the_country_has_such(
    place: str, written: str, number: str
) -> None:
    mail = "anna.sampleton@example.org"
    assert told("Anna Sampleton", place, written, mail, language="en").phones == (number,)
    assert told("Anna Sampleton", f"{place} | {written} | {mail}", language="en").phones == (number,)


@pytest.mark.parametrize(
    ("head", "number"),
    [
        (("Storgatan 5", "60233 Norrköping", "070 1740605"), "+46701740605"),
        (("Koivuniementie 3", "70150 Kuopio", "040 1234567"), "+358401234567"),
        (("30 résidence des Tilleuls", "67330 Villeneuve", "06 39 98 12 34"), "+33639981234"),
        (("0712345678", "English (fluent), Romanian (native)"), "+40712345678"),
        (("Nationality: Croatian", "091 2345 678", "www.anna.example.hr"), "+385912345678"),
        (("Hauptstraße 5", "28195 Nirgendwo", "0171 3920028"), MOBILE),
    ],
)
def test_streets_languages_and_sites_tell_the_country_of_a_number(head: tuple[str, ...], number: str) -> None:
    assert told("Anna Sampleton", *head, "anna.sampleton@example.org", language="en").phones == (number,)


def test_words_that_end_like_foreign_streets_tell_no_country() -> None:
    head = ("Lindenweg 3, 10115 Berlin", "Leiterin der Brigade Nord, Garantie und Blockade", "0171 3920028")
    assert told("Anna Beispiel", *head, MAIL).phones == (MOBILE,)


def test_pronouns_beside_a_name_are_no_part_of_it() -> None:
    assert find_names("Eilidh Sampleton (she/her)", first=True) == ["Eilidh", "Sampleton"]
    row = "Eilidh Sampleton (she/her) | eilidh.j.sampleton@example.org"
    assert told(row, "By David Jones", language="en").emails == ("eilidh.j.sampleton@example.org",)


def test_an_address_that_another_columns_row_parts_is_put_together() -> None:
    rows = ("15 Linden Row", "anna.beispiel", "92100 Elsewhere", "@example.org")
    assert told("Anna Beispiel", *rows).emails == (MAIL,)


def test_digits_among_words_are_no_number() -> None:
    row = "912345678 paid annually"
    assert told("Anna Sampleton", "Porto, Portugal", row, "anna.sampleton@example.org", language="en").phones == ()


@pytest.mark.parametrize(
    "text",
    [
        "T +49 30 23125 101 · F +49 30 23125 102",
        "Tel. 030 23125 101, IBAN DE89 3704 0044 0532 0130 00, HRB 4711 0815",
        "Tel. 030 23125 101, USt-IdNr. DE 812 345 670, Steuernummer 201/123/40158",
        "Tel. 030 23125 101, Projekt-Nr. 0171 3920028, Bestellnummer 030 4711 222",
        "Tel. 030 23125 101, geboren 03.04.1968, Stand 11.2026 - 2 -",
        "Tel. 030 23125 101, Mobil 0000 000000",
        "Tel. 030 23125 101, Mobil +49 171 39x xx xx",
        "Tel. 030 23125 101, Mobil +43 664 12 34xxxx",
    ],
)
def test_faxes_accounts_registers_and_masked_numbers_are_none_to_call(text: str) -> None:
    assert told("Anna Beispiel", text).phones == (NUMBER,)


def test_a_footer_with_a_date_and_a_page_is_no_number() -> None:
    assert told("Anna Beispiel", footer="Fassung vom 03.09.2026 - 1 -").phones == ()


def test_who_keeps_contact_data_back_lacks_them_and_the_line_is_shown() -> None:
    proposal = judge("Anna Beispiel", "Telefon und E-Mail: auf Anfrage").proposals[0]
    assert proposal.verdict is Verdict.LACKING
    assert "Telefon und E-Mail: auf Anfrage" in [place.text for place in proposal.evidence]


def test_a_profile_beside_somebody_elses_data_is_no_contact() -> None:
    referee = ("Referenzen", "Karl Mertens, Muster Guss GmbH, Tel. 0221 4710 222")
    found = judge("Anna Beispiel", "LinkedIn: linkedin.com/in/anna-beispiel", tail=referee)
    assert (found.proposals[0].verdict, found.contacts.others) == (Verdict.LACKING, ("+492214710222",))


def test_the_site_that_is_all_there_is_is_shown() -> None:
    findings = judge("Web: www.beispiel-interim.example.com")
    contact = next(one for one in findings.proposals if one.criterion == "contact")
    assert any("beispiel-interim" in place.text for place in contact.evidence)


@pytest.mark.parametrize("row", ["Betreut von Dr. Bodo Winter", "Committee: Prof. Mark Dahl, Dr. Marianna Frei"])
def test_who_supervised_somebody_is_not_the_person(row: str) -> None:
    assert told("annabeispiel", MAIL, "Studium", row, "Nachweise").emails == (MAIL,)


def test_a_sentence_that_follows_an_address_is_no_part_of_it() -> None:
    assert told("Anna Beispiel", f"Sie erreichen mich per Mail an {MAIL}.", "Am liebsten abends.").emails == (MAIL,)


@pytest.mark.parametrize(
    ("row", "names"),
    [("DETLEFMUSTERMANN,MBA", ["DETLEF", "MUSTERMANN"]), ("IFRS und HGB", []), ("Eigenes Unternehmen", [])],
)
def test_words_of_a_first_row_are_a_name_or_none(row: str, names: list[str]) -> None:
    assert find_names(row, first=True) == names


def test_a_name_with_another_in_quotes_is_one() -> None:
    assert find_names("Xia “Harriet” Beispiel", first=True) == ["Xia", "Harriet", "Beispiel"]


def test_an_address_whose_end_a_narrow_column_took_is_completed() -> None:
    assert told("anna_beispiel@mail.example.c").emails == ("anna_beispiel@mail.example.com",)
    assert told("anna_beispiel@mail.example.", "com").emails == ("anna_beispiel@mail.example.com",)


def test_a_long_row_of_numbers_that_strokes_part_is_read_to_its_end() -> None:
    found = told("Anna Beispiel", "Telefon: +49-30-23 12 51 01/0171 39 20 02 8")
    assert found.phones == (NUMBER, MOBILE)


def test_a_number_beside_another_column_is_read_as_if_alone() -> None:
    head = ("Anna Beispiel", "Interim Werkleiterin", "10115 Berlin", MAIL)
    row = "0171 3920028 | seit 03/2002 in Deutschland und gern unterwegs mit der Familie"
    assert told(*head, *STORY["de"], "Privates", row).phones == (MOBILE,)


@pytest.mark.parametrize("heading", ["Analytisches Denken", "Relevant Coursework"])
def test_words_set_like_a_name_that_nothing_bears_out_make_nobody_a_stranger(heading: str) -> None:
    found = told(heading, "Kontakt", MAIL, "0171 3920028", tail=("Weiteres", "blue.star@example.net"))
    assert (found.emails, found.phones) == ((MAIL,), (MOBILE,))


def test_a_number_in_one_row_with_the_persons_address_is_theirs_whoever_else_is_named() -> None:
    assert told("Anna Beispiel", "Werkleiterin", f"born: Anna Muster | 0171 3920028 | {MAIL}").phones == (MOBILE,)


def test_towns_are_no_name() -> None:
    assert told("Berlin, Deutschland", "Werkleiter auf Zeit", f"E: {MAIL}", "0171 3920028").emails == (MAIL,)


def test_a_pages_number_below_is_no_part_of_a_telephone_number() -> None:
    assert told("Tel. +49 40 66969780", "3").phones == ("+494066969780",)


def test_two_international_numbers_parted_by_a_stroke_are_two() -> None:
    found = told("Anna Beispiel", "+49 (0)30 23125 101 / 0049 171 392 00 28 / " + MAIL)
    assert found.phones == (NUMBER, MOBILE)


@pytest.mark.parametrize("profile", ["linkedin.com/in/anna-beispiel-12", "Xing: Anna_Beispiel12"])
def test_a_profile_in_a_network_is_neither_address_nor_number(profile: str) -> None:
    findings = judge("Anna Beispiel", "Werkleiterin auf Zeit", profile)
    assert next(one.verdict for one in findings.proposals if one.criterion == "contact") is Verdict.LACKING


def test_the_last_digit_of_a_number_in_a_narrow_column_belongs_to_it_but_no_pages_number() -> None:
    assert told("Anna Beispiel", "Tel.: 030 23125 10", "1", "E-Mail: " + MAIL).phones == (NUMBER,)
    assert told("Anna Beispiel", MAIL, "Tel.: 030 23125 101", "2", "Kenntnisse").phones == (NUMBER,)


def test_the_head_of_a_letter_of_reference_is_its_writers() -> None:
    first = lines("Anna Beispiel", f"{MAIL} · +49 30 23125 101", *STORY["de"] * 3)
    more = STORY["de"][1:] * 5
    head = ("Quast Rahmenbau", "Telefon 030 23125 199 · buero@quast.example")
    letter = "Frau Beispiel hat unser Werk mit Umsicht geführt und alle Ziele vor der Zeit erreicht."

    def contacts(heading: str) -> Contacts:
        second = lines(*more, "Persönliches", "Langstreckenlauf, drei Kinder", *head, heading, letter)
        return check(make_reading(first, second, bold=("Persönliches", heading)), date(2026, 11, 25)).contacts

    assert contacts("Kenntnisse").emails == (MAIL, "buero@quast.example")
    assert contacts("Empfehlungsschreiben").emails == (MAIL,)
    assert contacts("Empfehlungsschreiben").phones == (NUMBER,)


def test_a_block_that_begins_with_a_town_below_the_last_referee_is_the_persons_where_nothing_else_is() -> None:
    referee = ("Referenzen", "Konstanze Ruhlmann, Beiratsvorsitzende", "030 23125 199")
    own = ("Lindenweg 3, 10115 Berlin", "E-Mail: kontakt@linde-partner.example", "Telefon: 030 23125 101")
    assert told("Anna Beispiel", tail=(*referee, *own)).phones == (NUMBER,)
    named = ("Frau Gerda Muster, Lindenweg 3, 10115 Berlin", *own[1:])
    assert told("Anna Beispiel", tail=(*referee, *named)).phones == ()
    assert told("Anna Beispiel", "0171 3920028", MAIL, tail=(*referee, *own)).phones == (MOBILE,)


def test_a_number_right_before_an_address_is_one_among_many_words() -> None:
    header = "Curtis Sampleton 47 The Crescent Manchester M2 3GX 07700 900767 curtis.sampleton@example.org"
    assert told("Curtis Sampleton", footer=header, language="en").phones == ("+447700900767",)


@pytest.mark.parametrize(("row", "found"), [("E-Mail: kontor\t@ example.net", True), ("Einkauf\t@ example.net", False)])
def test_an_address_that_a_wide_gap_parts_is_read_behind_its_label_alone(row: str, found: bool) -> None:
    assert told("Anna Beispiel", "Werkleiterin", row).emails == (("kontor@example.net",) if found else ())


@pytest.mark.parametrize(("first", "rest"), [("0049 30", "23125101"), ("+49 30", "23125101")])
def test_a_number_that_a_narrow_column_breaks_in_a_sentence_is_whole(first: str, rest: str) -> None:
    rows = (f"Sie erreichen mich unter {first}", f"{rest} oder schreiben an", f"{MAIL}.")
    assert told("Anna Beispiel", "Werkleiterin", *rows).phones == (NUMBER,)
