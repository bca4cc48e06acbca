"""Every letter is complete, properly addressed, and unharmed by what applicants are called."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.applicant import Salutation
from reviewer.domain.checklist import read_checklist
from reviewer.domain.letter import Language, Letter, LetterState, RenderedLetter, Template
from reviewer.errors import Misconfigured
from reviewer.mail.templates import gaps, render
from reviewer.mail.values import letter_values, own_words
from tests.mail.builders import (
    CHECKLIST,
    CHECKLIST_SOURCE,
    NOW,
    a_document,
    a_letter,
    a_person,
    a_place,
    an_applicant,
    lacking,
    rendered,
)

FEEDBACKS = (Template.FEEDBACK_1, Template.FEEDBACK_2, Template.FEEDBACK_3)


@pytest.mark.parametrize(
    ("template", "language", "count", "places"), list(product(Template, Language, (0, 1, 3, 6), (0, 1, 2, 5)))
)
def test_every_letter_is_complete(template: Template, language: Language, count: int, places: int) -> None:
    evidence = [a_place(page, f"Werkleiter {page}" if page != 2 else "") for page in range(1, places + 1)]
    applicant = an_applicant(*(lacking(key, *evidence) for key in CHECKLIST.keys()[:count]))
    letter = rendered(applicant, template, language)
    assert gaps(letter, own_words(applicant)) == ()
    assert "  " not in letter.body
    assert " ." not in letter.body
    assert " ," not in letter.body
    assert letter.body.endswith("Maria Brandt")


def test_the_checklist_that_ships_has_the_six_criteria_in_order() -> None:
    assert CHECKLIST.keys() == ("contact", "context", "tasks", "clarity", "projects", "currency")


@pytest.mark.parametrize("template", FEEDBACKS)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", CHECKLIST.keys())
def test_every_paragraph_quotes_the_evidence(template: Template, language: Language, key: str) -> None:
    bare = rendered(an_applicant(lacking(key)), template, language).body
    quoting = rendered(an_applicant(lacking(key, a_place(1, "Werkleiter"))), template, language).body
    assert "Werkleiter" not in bare
    assert quoting.count("Werkleiter") == 1


@pytest.mark.parametrize("template", FEEDBACKS)
@pytest.mark.parametrize("count", [0, 1, 6])
def test_a_feedback_has_one_paragraph_for_each_lacking_criterion(template: Template, count: int) -> None:
    applicant = an_applicant(*(lacking(key) for key in CHECKLIST.keys()[:count]))
    titles = [criterion.texts[Language.DE].title for criterion in CHECKLIST.criteria]
    paragraphs = rendered(applicant, template).body.split("\n\n")
    leading = [title for title in titles for paragraph in paragraphs if paragraph.startswith(f"{title}: ")]
    assert leading == titles[:count]


@pytest.mark.parametrize("template", FEEDBACKS)
def test_a_feedback_says_by_when_in_its_language(template: Template) -> None:
    applicant = an_applicant(lacking("contact"))
    assert "4. Dezember 2026" in rendered(applicant, template, Language.DE).body
    assert "4 December 2026" in rendered(applicant, template, Language.EN).body


def test_the_last_feedback_says_that_it_is_up_or_out() -> None:
    applicant = an_applicant(lacking("contact"))
    assert "Entweder liegt uns bis zum 4. Dezember 2026" in rendered(applicant, Template.FEEDBACK_3).body
    assert "it is now up or out" in rendered(applicant, Template.FEEDBACK_3, Language.EN).body


def test_evidence_is_quoted_with_its_page() -> None:
    applicant = an_applicant(
        lacking("tasks", a_place(1, "Werkleiter"), a_place(2, 'Leiter "Sonderaufgaben"'), a_place(3, "Vorstand,"))
    )
    german = "„Werkleiter“ (Seite 1), „Leiter 'Sonderaufgaben'“ (Seite 2) und „Vorstand“ (Seite 3)"
    english = "“Werkleiter” (page 1), “Leiter 'Sonderaufgaben'” (page 2) and “Vorstand” (page 3)"
    assert german in rendered(applicant, Template.FEEDBACK_1).body
    assert english in rendered(applicant, Template.FEEDBACK_1, Language.EN).body


def test_a_quote_ends_before_its_first_bullet_where_enough_stands_before_it() -> None:
    listed = a_place(1, "• 2024 Leiterin Einkauf, Nordwerk • Bericht an CEO • Prokura")
    short = a_place(2, "• Bericht • Prokura")
    body = rendered(an_applicant(lacking("context", listed, short)), Template.FEEDBACK_1, Language.DE).body
    assert "„2024 Leiterin Einkauf, Nordwerk“ (Seite 1)" in body
    assert "„Bericht • Prokura“ (Seite 2)" in body


def test_what_stands_within_another_quote_is_not_quoted_again() -> None:
    places = a_place(1, "2024 Leiterin Einkauf, Nordwerk"), a_place(1, "Nordwerk"), a_place(2, "Nordwerk")
    body = rendered(an_applicant(lacking("context", *places)), Template.FEEDBACK_1, Language.DE).body
    assert "„2024 Leiterin Einkauf, Nordwerk“ (Seite 1) und „Nordwerk“ (Seite 2)" in body


def test_evidence_from_another_document_names_it() -> None:
    applicant = an_applicant(
        lacking("tasks", a_place(1, "Werkleiter", "projekte.pdf")),
        documents=[a_document("cv.pdf"), a_document("projekte.pdf", position=1)],
    )
    assert "„Werkleiter“ (Seite 1 in projekte.pdf)" in rendered(applicant, Template.FEEDBACK_1).body


def test_evidence_without_words_names_its_pages() -> None:
    applicant = an_applicant(lacking("tasks", a_place(2, ""), a_place(4, " "), a_place(5, "")))
    body = rendered(applicant, Template.FEEDBACK_1).body
    assert "Bitte gehen Sie dazu vor allem die Seiten 2, 4 und 5 durch." in body
    assert "„" not in body


@pytest.mark.parametrize(
    ("salutation", "title", "first_name", "last_name", "german", "english"),
    [
        (Salutation.WOMAN, "Dr.", "Petra", "Weiß", "Sehr geehrte Frau Dr. Weiß,", "Dear Dr Weiß,"),
        (Salutation.WOMAN, "", "Petra", "Weiß", "Sehr geehrte Frau Weiß,", "Dear Ms Weiß,"),
        (Salutation.MAN, "", "Jens", "von der Au", "Sehr geehrter Herr von der Au,", "Dear Mr von der Au,"),
        (Salutation.MAN, "Prof. Dr. med.", "Jens", "Au", "Sehr geehrter Herr Professor Au,", "Dear Professor Au,"),
        (Salutation.WOMAN, "Prof. Dr.", "Ute", "Au", "Sehr geehrte Frau Professorin Au,", "Dear Professor Au,"),
        (Salutation.UNKNOWN, "Prof.", "Alex", "Kim", "Guten Tag Professor Alex Kim,", "Dear Professor Kim,"),
        (Salutation.MAN, "Dipl.-Ing.", "Jens", "Au", "Sehr geehrter Herr Au,", "Dear Mr Au,"),
        (Salutation.UNKNOWN, "", "Alex", "Kim", "Guten Tag Alex Kim,", "Dear Alex Kim,"),
        (Salutation.UNKNOWN, "Dr.", "Alex", "Kim", "Guten Tag Dr. Alex Kim,", "Dear Dr Kim,"),
        (Salutation.UNKNOWN, "", "", "Kim", "Guten Tag Kim,", "Dear Kim,"),
        (Salutation.WOMAN, "Dr.", "Petra", "", "Guten Tag Petra,", "Dear Petra,"),
        (Salutation.MAN, "Dr.", "", "", "Guten Tag,", "Dear applicant,"),
        (Salutation.UNKNOWN, "", "", "", "Guten Tag,", "Dear applicant,"),
        (Salutation.MAN, "", "Karl", "Herr", "Sehr geehrter Herr Herr,", "Dear Mr Herr,"),
    ],
)
def test_people_are_addressed_properly(
    salutation: Salutation, title: str, first_name: str, last_name: str, german: str, english: str
) -> None:
    person = a_person(salutation=salutation, title=title, first_name=first_name, last_name=last_name)
    applicant = an_applicant(lacking("contact"), person=person)
    for language, expected in ((Language.DE, german), (Language.EN, english)):
        letter = rendered(applicant, Template.FEEDBACK_1, language)
        assert letter.body.split("\n\n")[0] == expected
        assert gaps(letter, own_words(applicant)) == ()


def test_the_confirmation_of_a_deletion_is_one_sentence() -> None:
    assert rendered(an_applicant(lacking("contact")), Template.DELETION_CONFIRMATION) == RenderedLetter(
        subject="Ihre Daten wurden gelöscht",
        body="Sehr geehrte Frau Dr. Weiß,\n\nIhre Daten wurden gelöscht.\n\nMit freundlichem Gruß\nMaria Brandt",
    )


def test_a_rejection_names_what_was_decisive() -> None:
    letter = rendered(an_applicant(lacking("contact"), lacking("context")), Template.REJECTION)
    assert "diese Punkte: Kontaktdaten; Branche, Mitarbeiterzahl, Umsatz." in letter.body


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("{{7*7}}", "{{7*7}}"),
        ("{% raw %}", "{% raw %}"),
        ("<b>Kim</b>", "<b>Kim</b>"),
        ("Kim\r\nSubject: Gewonnen\n\nBcc: a@example.net", "Kim Subject: Gewonnen Bcc: a@example.net"),
        ("Kim\u2029\u0085\x00Weiß", "Kim Weiß"),
        ("\u202eKim\u2066\u200f", "Kim"),
        ("W" * 300, "W" * 300),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_a_hostile_name_is_only_a_name(name: str, shown: str, language: Language) -> None:
    plain = an_applicant(
        lacking("contact"), person=a_person(salutation=Salutation.UNKNOWN, title="", first_name="", last_name="XYZ")
    )
    hostile = replace(plain, person=replace(plain.person, last_name=name))
    letter = rendered(hostile, Template.FEEDBACK_1, language)
    expected = rendered(plain, Template.FEEDBACK_1, language)
    assert letter == replace(expected, body=expected.body.replace("XYZ", shown))
    assert gaps(letter, own_words(hostile)) == ()


@given(st.text(max_size=400), st.text(max_size=400))
def test_an_applicants_words_never_add_a_paragraph_or_touch_the_subject(name: str, quote: str) -> None:
    person = a_person(last_name=name)
    applicant = an_applicant(lacking("contact", a_place(1, quote)), person=person)
    plain = rendered(an_applicant(lacking("contact", a_place(1, "x"))), Template.FEEDBACK_1)
    letter = rendered(applicant, Template.FEEDBACK_1)
    assert letter.subject == plain.subject
    assert letter.body.count("\n") == plain.body.count("\n")


def a_first_feedback(*keys: str) -> Letter:
    letter = rendered(an_applicant(*(lacking(key) for key in keys)), Template.FEEDBACK_1)
    return a_letter(body=letter.body, state=LetterState.SENT, sent_at=datetime(2026, 11, 6, 8, 0, tzinfo=UTC))


def test_a_second_feedback_speaks_of_the_first_and_of_what_it_said() -> None:
    letters = [a_first_feedback("contact")]
    letter = rendered(an_applicant(lacking("contact"), lacking("tasks"), letters=letters), Template.FEEDBACK_2)
    assert "am 6. November 2026 haben wir Ihnen geschrieben" in letter.body
    assert "Kontaktdaten: Um eine E-Mail-Adresse und eine Telefonnummer haben wir Sie bereits gebeten" in letter.body
    assert "Aufgaben und Ergebnisse: Ihr Lebenslauf zählt Titel und Berichtswege auf" in letter.body


@pytest.mark.parametrize("template", [Template.FEEDBACK_2, Template.FEEDBACK_3])
def test_a_new_cv_is_thanked_for(template: Template) -> None:
    documents = [
        a_document("cv.pdf", added_at=datetime(2026, 11, 1, tzinfo=UTC)),
        a_document("cv.pdf", version=2, added_at=datetime(2026, 11, 10, tzinfo=UTC)),
    ]
    letters = [a_first_feedback("contact")]
    with_new_cv = an_applicant(lacking("contact", round=2), letters=letters, documents=documents, round=2)
    without = an_applicant(lacking("contact"), letters=letters, documents=documents[:1])
    assert "vielen Dank für die neue Fassung Ihres Lebenslaufs" in rendered(with_new_cv, template).body
    assert "vielen Dank" not in rendered(without, template).body


@pytest.mark.parametrize(
    ("subject", "body", "expected"),
    [
        ("", "Guten Tag,\n\nText.", "letter-without-subject"),
        ("Betreff", " \n", "letter-without-body"),
        ("Betreff", "Guten Tag,\n\nText {{ name }}.", "letter-with-leftover"),
        ("Betreff", "Guten Tag,\n\nText {name}.", "letter-with-leftover"),
        ("Betreff {% if %}", "Guten Tag,\n\nText.", "letter-with-leftover"),
        ("Betreff", "Ein Text ohne Anrede.\n\nText.", "letter-without-salutation"),
        ("Betreff", "Sehr geehrte Frau ,\n\nText.", "letter-without-salutation"),
        ("Betreff", "Sehr geehrte Frau,\n\nText.", "letter-without-salutation"),
        ("Betreff", "Sehr geehrter Herr None,\n\nText.", "letter-without-salutation"),
        ("Betreff", "Guten Tag,", "letter-without-text"),
        ("Betreff", "Guten Tag,\n\n–\n\nText.", "letter-with-empty-paragraph"),
    ],
)
def test_gaps_are_found(subject: str, body: str, expected: str) -> None:
    assert expected in gaps(RenderedLetter(subject=subject, body=body))


def test_a_leftover_beside_a_name_that_looks_like_one_is_found() -> None:
    applicant = an_applicant(person=a_person(last_name="{{7*7}}"))
    letter = RenderedLetter(subject="Betreff", body="Sehr geehrte Frau {{7*7}},\n\nText {{ answer_by }}.")
    assert gaps(letter, own_words(applicant)) == ("letter-with-leftover",)


def test_a_letter_written_by_hand_has_no_gaps() -> None:
    assert gaps(RenderedLetter(subject="Kurz", body="Liebe Frau Weiß!\n\nBitte rufen Sie mich an.")) == ()


def test_a_broken_paragraph_of_the_house_is_named() -> None:
    values = letter_values(
        an_applicant(lacking("contact")),
        read_checklist(CHECKLIST_SOURCE.replace('rung_1 = """', 'rung_1 = """{{ nothing.here }}', 1)),
        Template.FEEDBACK_1,
        Language.DE,
        today=NOW.date(),
        answer_by=NOW.date(),
        sender_name="",
    )
    with pytest.raises(Misconfigured) as caught:
        render(Template.FEEDBACK_1, Language.DE, values)
    assert caught.value.code == "checklist-paragraph-broken"
    assert (caught.value.facts["template"], caught.value.facts["line"]) == ("paragraph-contact-1", 1)


def test_a_letter_without_a_sender_ends_with_the_greeting() -> None:
    values = letter_values(
        an_applicant(),
        CHECKLIST,
        Template.DELETION_CONFIRMATION,
        Language.DE,
        today=NOW.date(),
        answer_by=NOW.date(),
        sender_name=" ",
    )
    assert render(Template.DELETION_CONFIRMATION, Language.DE, values).body.endswith("\n\nMit freundlichem Gruß")
