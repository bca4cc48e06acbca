"""The HTML part says what the plain text says, and no stranger's words become markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.domain.letter import Language, Template
from reviewer.domain.letter_text import plain_paragraphs
from reviewer.mail.html_part import make_html
from tests.mail.builders import CHECKLIST, a_person, a_place, an_applicant, lacking, rendered

TITLES = tuple(criterion.texts[Language.DE].title for criterion in CHECKLIST.criteria)
KNOWN_TAGS = {"html", "head", "meta", "title", "body", "div", "p", "br", "strong", "em"}


class Page(HTMLParser):
    """The words a reader sees, and the tags and attributes that were used."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self._in_title = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self._in_title = tag == "title"

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False

    def handle_data(self, data: str) -> None:
        if not self._in_title:
            self.words += data


def page(text: str, subject: str = "Ihr Lebenslauf") -> Page:
    return Page(make_html(subject, text, Language.DE, TITLES))


@given(st.text(max_size=300))
@example("- eins\n- zwei <b>\nweiter\n\n1. a\n2) b\n\n„x“ (Seite 1)  \n\tGruß")
@example("Kontaktdaten: <script>alert(1)</script>\n\n&amp; {{7*7}}")
def test_every_word_of_the_text_is_there_and_nothing_else(text: str) -> None:
    approved = plain_paragraphs(text)
    shown = page(approved)
    assert shown.words.replace("\xa0", " ").split() == approved.replace("\xa0", " ").split()
    assert shown.tags <= KNOWN_TAGS
    assert shown.attributes <= {"lang", "style", "charset", "name", "content"}


def test_a_page_and_a_day_stay_on_one_line() -> None:
    words = page("„Werkleiter“ (Seite 1) bis zum 4. Dezember 2026\n“Head” (page 12) by 4 December 2026").words
    for together in ("(Seite\xa01)", "4.\xa0Dezember 2026", "(page\xa012)", "4\xa0December 2026"):
        assert together in words


@pytest.mark.parametrize("name", ["<b>Kim</b>", "{{7*7}}", '"><img src=x>', "<!--", "&lt;i&gt;", "</p></div></body>"])
def test_a_hostile_name_is_only_a_name_in_html_too(name: str) -> None:
    applicant = an_applicant(
        lacking("context", a_place(1, "<script>x</script> & „Co“")), person=a_person(title="", last_name=name)
    )
    letter = rendered(applicant, Template.FEEDBACK_1)
    other = rendered(an_applicant(person=a_person(title="", last_name="Kim")), Template.FEEDBACK_1)
    shown = Page(make_html(letter.subject, letter.body, Language.DE, TITLES))
    assert f"Sehr geehrte Frau {name}," in shown.words
    assert shown.tags <= KNOWN_TAGS
    assert Page(make_html(other.subject, other.body, Language.DE, TITLES)).tags <= shown.tags


def test_titles_quotes_and_lists_stand_out() -> None:
    text = "Kontaktdaten: Wir lesen „nur Fax“ (Seite 2).\n\n– eins\n– zwei\n\nGruß\nMaria"
    html = make_html("x", text, Language.DE, TITLES)
    assert "<strong>Kontaktdaten:</strong>" in html
    assert "<em>„nur Fax“</em> (Seite&nbsp;2)" in html
    assert len(re.findall(r"text-indent:-1\.6em", html)) == 2
    assert "Gruß<br>\nMaria" in html


def test_nothing_is_fetched_and_no_colour_fights_with_dark_mode() -> None:
    html = make_html("x", "Kontaktdaten: a\n\n- b\n- c", Language.DE, TITLES)
    assert not re.search(r"https?:|url\(|src=|href=|<img|<link|<script|@import", html)
    assert not re.search(r"[^-]color:|background", html)
    assert 'content="light dark"' in html
    assert "max-width:40em" in html


def test_several_spaces_stay_several() -> None:
    assert "a&nbsp;&nbsp; b" in make_html("x", "a   b", Language.DE)
