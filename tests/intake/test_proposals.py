"""Name and address are proposed from the words of a CV."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.letter import Language
from reviewer.intake.propose import guess_language, propose_person


@pytest.mark.parametrize(
    ("text", "name"),
    (
        ("Lebenslauf\n\nDr. Petra Weiß\nInterim Managerin\nMusterweg 5", "Dr.|Petra|Weiß"),
        ("CURRICULUM VITAE\nALEX KIM\nInterim CFO", "|Alex|Kim"),
        (
            "Beraterprofil Prof. Dr.-Ing. Hans-Peter van den Berg | Interim Manager",
            "Prof. Dr.-Ing.|Hans-Peter|van den Berg",
        ),
        ("Name: Marc d'Artois, MBA\nGeboren 1960", "|Marc|d'Artois"),
        ("Persönliche Daten\nName\tKarl Otto", "|Karl|Otto"),
        ("Dipl.-Ing. (FH) Uwe Krause", "Dipl.-Ing. (FH)|Uwe|Krause"),
        ("Curriculum Vitae of Jane Q. Public", "|Jane Q.|Public"),
        ("Supply Chain Manager\nFrankfurt am Main\nUte Schmidt\nute.schmidt@example.org", "|Ute|Schmidt"),
        ("Chemische Werke\nÖzgür Yıldız\noezguer.x@example.org", "|Özgür|Yıldız"),
        ("Interim Manager und Berater seit 2008\nTel. 030 23125 100", "||"),
        ("", "||"),
    ),
)
def test_the_name_is_proposed_from_the_first_lines(text: str, name: str) -> None:
    person = propose_person(text, "scan.pdf")
    assert f"{person.title}|{person.first_name}|{person.last_name}" == name


@pytest.mark.parametrize(
    ("file_name", "name"),
    (
        ("Lebenslauf_Petra_Weiss_2024.pdf", "Petra|Weiss"),
        ("LEBENSLAUF_PETRA_WEISS.PDF", "Petra|Weiss"),
        ("CV-Petra-Weiss.pdf", "Petra|Weiss"),
        ("PetraWeiss.pdf", "Petra|Weiss"),
        ("Weiß, Petra.docx", "Petra|Weiß"),
        ("petra weiß cv final v2.pdf", "Petra|Weiß"),
        ("CV_Dr._Anna_von_der_Heide.pdf", "Anna|von der Heide"),
        ("Lebenslauf Jürgen Müller-Lüdenscheidt.docx", "Jürgen|Müller-Lüdenscheidt"),
        ("Weiß.pdf", "|"),
        ("IMG_2034.jpg", "|"),
        ("cv.pdf", "|"),
        (".pdf", "|"),
        ("", "|"),
    ),
)
def test_the_name_is_proposed_from_the_file_where_the_text_is_silent(file_name: str, name: str) -> None:
    person = propose_person("", file_name)
    assert f"{person.first_name}|{person.last_name}" == name


def test_the_line_that_the_files_name_bears_out_is_preferred() -> None:
    person = propose_person("Chemische Werke\nPetra Weiß", "CV_Petra_Weiss.pdf")
    assert (person.first_name, person.last_name) == ("Petra", "Weiß")


@pytest.mark.parametrize(
    ("text", "email"),
    (
        ("Petra Weiß\ninfo@example.com\np.weiss@example.org", "p.weiss@example.org"),
        ("Petra Weiß\nReferenz: bob@example.com\npw@example.org", "pw@example.org"),
        ("Petra Weiß\nReferenz:\nbob@example.com", ""),
        ("Petra Weiß\nE-Mail:PETRA@Example.ORG", "PETRA@example.org"),
        ("Petra Weiß\npetra@nowhere", ""),
    ),
)
def test_the_applicants_own_address_is_proposed(text: str, email: str) -> None:
    assert propose_person(text, "cv.pdf").email == email


def test_the_language_follows_the_small_words() -> None:
    assert guess_language("Leiter der Produktion mit Verantwortung für das Werk") is Language.DE
    assert guess_language("Head of the plant with responsibility for the budget") is Language.EN
    assert guess_language("") is Language.DE


@given(st.text(max_size=400) | st.text(alphabet="Dr. -(FH)|aA\n\t@", max_size=400), st.text(max_size=60))
def test_any_text_ends_in_a_harmless_proposal(untrusted_text: str, file_name: str) -> None:
    person = propose_person(untrusted_text, file_name)
    for told in (person.title, person.first_name, person.last_name, person.email):
        assert len(told) <= 254
        assert not set(told) & set("\n\r\t\x00\u202e<>{}")
