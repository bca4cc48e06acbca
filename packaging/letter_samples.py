"""Write every letter of every template as it reads, for reading: resources/templates/samples."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from reviewer.domain.applicant import (
    Answer,
    Applicant,
    CriterionAnswer,
    Document,
    Evidence,
    OptIn,
    Person,
    Salutation,
    State,
)
from reviewer.domain.attachments import choose
from reviewer.domain.ids import ApplicantId, ApplicantKey, CriterionKey, DocumentId, EvidenceId, LetterId
from reviewer.domain.letter import AttachmentKind, Language, Letter, LetterState, RenderedLetter, Template
from reviewer.mail.house import load_checklist
from reviewer.mail.html_part import make_html
from reviewer.mail.templates import render
from reviewer.mail.values import Missing, letter_values

SAMPLES = Path(__file__).resolve().parent.parent / "resources" / "templates" / "samples"
TODAY, ANSWER_BY = date(2026, 11, 20), date(2026, 12, 4)
EARLIER, BEFORE_THAT = datetime(2026, 11, 6, 8, 30, tzinfo=UTC), datetime(2026, 10, 23, 8, 30, tzinfo=UTC)
CHECKLIST = load_checklist()
_RULE = "=" * 100
KEYS = tuple(criterion.key for criterion in CHECKLIST.criteria)
ONE, TWO = ("03/2014–12/2015",), ("03/2014–12/2015", "01/2012–02/2014")
THREE = ("03/2014–12/2015", "01/2012–02/2014", "07/2009–12/2011")
LATER_ONES = ("09/2018–12/2019", "01/2020–08/2021", "10/2021–05/2023")
PEOPLE = {
    "woman": (Salutation.WOMAN, "Dr.", "Petra", "Weiß"),
    "man": (Salutation.MAN, "", "Thomas", "Berger"),
    "professor": (Salutation.MAN, "Prof. Dr.-Ing.", "Jan", "Kowalski"),
    "unknown": (Salutation.UNKNOWN, "", "Alex", "Kim"),
    "titled": (Salutation.UNKNOWN, "Dr.", "Robin", "Sommer"),
    "woman professor": (Salutation.WOMAN, "Prof. Dr.", "Katharina", "von der Heide"),
    "particle": (Salutation.MAN, "", "Jan-Erik", "van den Berg"),
    "nameless": (Salutation.UNKNOWN, "", "", ""),
}
QUOTES = {
    "contact": {"de": ["Kontakt über meine Homepage"], "en": ["Contact through my website"]},
    "context": {
        "de": ["Werkleiter, Nordwerk GmbH", "Interim CFO, Kunde in Süddeutschland", "Leiter Einkauf, Hansa & Söhne"],
        "en": ["Plant manager, Northworks Ltd", "Interim CFO, client in the South", "Head of purchasing, Hansa & Sons"],
    },
    "tasks": {
        "de": ["Leiter IT, Bericht an den Vorstand", "Vertriebsleiter D-A-CH"],
        "en": ["Head of IT, reporting to the board", "Head of sales DACH"],
    },
    "clarity": {"de": ["PMO-Lead PHOENIX, Rollout ZK3"], "en": ["PMO lead PHOENIX, rollout ZK3"]},
    "projects": {"de": ["Interim Manager und Berater seit 2008"], "en": ["Interim manager and consultant since 2008"]},
    "currency": {"de": ["2015 bis heute: selbstständig"], "en": ["2015 to date: self-employed"]},
}
MISSING = {
    "contact": (Missing(lack="phone", periods=(), more=0),),
    "context": (
        Missing(lack="context", periods=TWO, more=0),
        Missing(lack="industry", periods=("02/2016–06/2018",), more=0),
        Missing(lack="size", periods=LATER_ONES, more=5),
    ),
    "tasks": (Missing(lack="tasks", periods=THREE, more=1),),
    "currency": (
        Missing(lack="since", periods=("12/2022",), more=0),
        Missing(lack="between", periods=TWO, more=0),
    ),
}
MISSING_ONE = {
    "contact": (Missing(lack="email", periods=(), more=0),),
    "context": (
        Missing(lack="context", periods=("02/2016–06/2018",), more=0),
        Missing(lack="industry", periods=TWO, more=0),
        Missing(lack="size", periods=("04/2019",), more=0),
    ),
    "currency": (Missing(lack="between", periods=ONE, more=0),),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One letter: to whom, with which criteria lacking, and what makes it special."""

    name: str
    person: str = "woman"
    lacking: tuple[str, ...] = ()
    quotes: int = 1
    foreign: bool = False
    missing: bool = False
    single: bool = False
    bare_pages: tuple[int, ...] = ()
    corrected: bool = False
    new_points: bool = False
    attached: frozenset[AttachmentKind] = frozenset()
    answer_by: date | None = ANSWER_BY
    signed: str = "Maria Brandt"


BOTH = frozenset(AttachmentKind)
COUNTS = (
    Case(name="nothing lacking; a man", person="man"),
    Case(name="one point, one quote; a woman with a title", lacking=KEYS[1:2]),
    Case(name="three points, two quotes; a professor", person="professor", lacking=KEYS[1:4], quotes=2),
    Case(name="six points, one quote; salutation unknown", person="unknown", lacking=KEYS),
)
CV, GUIDE = AttachmentKind.ANNOTATED_CV, AttachmentKind.GUIDE
POINTS = (
    Case(name="six points without any quote; title, salutation unknown", person="titled", lacking=KEYS, quotes=0),
    Case(name="four points, up to three quotes, what is missing where", lacking=tuple(MISSING), quotes=3, missing=True),
    Case(
        name="what is missing where, without a quote; no name known",
        person="nameless",
        lacking=KEYS[1:3],
        quotes=0,
        missing=True,
    ),
    Case(
        name="quotes in the other language; the annotated CV goes along",
        lacking=KEYS[4:6],
        foreign=True,
        attached=frozenset({CV}),
    ),
    Case(
        name="places without words; the guide goes along",
        person="man",
        lacking=KEYS[1:3],
        bare_pages=(1, 3, 4),
        attached=frozenset({GUIDE}),
    ),
    Case(
        name="one sentence of each kind on what is missing; a name with a particle",
        person="particle",
        lacking=("contact", "context", "currency"),
        missing=True,
        single=True,
    ),
    Case(
        name="one place without words; CV and guide go along; no signature",
        lacking=KEYS[3:4],
        bare_pages=(2,),
        attached=BOTH,
        signed="",
    ),
)
LATER = (
    Case(name="a corrected CV has come; one point left", person="man", lacking=KEYS[2:3], corrected=True),
    Case(
        name="a corrected CV has come; points that no letter has made yet",
        lacking=KEYS[1:3],
        corrected=True,
        new_points=True,
    ),
)
WITHOUT_DATE = Case(name="no day is running; two points", lacking=KEYS[1:3], answer_by=None)
SIGNED_BY_NOBODY = Case(name="no name known, no signature", person="nameless", signed="")


def cases_of(template: Template) -> tuple[Case, ...]:
    """The letters of a template that are worth reading."""
    if template.rung:
        return (*COUNTS, *POINTS, *(LATER if template.rung > 1 else ()))
    if template.answers_objection:
        return (*COUNTS, WITHOUT_DATE, replace(COUNTS[1], name="one point, CV and guide go along", attached=BOTH))
    if template is Template.REJECTION:
        return (*COUNTS, SIGNED_BY_NOBODY)
    return (*(Case(name=person, person=person) for person in PEOPLE), SIGNED_BY_NOBODY)


def write(template: Template, language: Language, case: Case) -> RenderedLetter:
    """One letter as it would be rendered."""
    applicant = _applicant(template, language, case)
    attachments = choose(applicant, template, case.attached)
    values = letter_values(
        applicant,
        CHECKLIST,
        template,
        language,
        today=TODAY,
        answer_by=case.answer_by,
        sender_name=case.signed,
        attachments=attachments,
    )
    if case.missing:
        found = MISSING_ONE if case.single else MISSING
        told = tuple(replace(point, missing=found.get(point.key, ())) for point in values.lacking)
        values = replace(values, lacking=told)
    return render(template, language, values)


def _applicant(template: Template, language: Language, case: Case) -> Applicant:
    salutation, title, first_name, last_name = PEOPLE[case.person]
    person = Person(
        salutation=salutation,
        title=title,
        first_name=first_name,
        last_name=last_name,
        email="someone@example.org",
        language=language,
    )
    answers = tuple(_answer(key, case, language) for key in KEYS if key in case.lacking)
    documents = [_document(1, BEFORE_THAT)]
    if case.corrected:
        documents.append(_document(2, datetime(2026, 11, 18, tzinfo=UTC)))
    return Applicant(
        key=ApplicantKey("sample"),
        id=ApplicantId("9999"),
        person=person,
        opt_in=OptIn(registered_at=BEFORE_THAT, confirmed_at=BEFORE_THAT, ip_address="192.0.2.7", terms_version="3"),
        state=State.FOLLOW_UP if template.rung > 1 else State.PENDING,
        round=1,
        waiting_since=BEFORE_THAT,
        documents=tuple(documents),
        answers=answers,
        letters=tuple(_earlier(template, language, case)),
    )


def _document(version: int, at: datetime) -> Document:
    return Document(
        id=DocumentId("cv"), position=0, version=version, name="cv.pdf", sha256="0" * 64, size_bytes=1, added_at=at
    )


def _answer(key: str, case: Case, language: Language) -> CriterionAnswer:
    spoken = {"de": "en", "en": "de"}[language.value] if case.foreign else language.value
    quotes = QUOTES[key][spoken][: case.quotes] if not case.bare_pages else []
    places = [(1 + number, quote) for number, quote in enumerate(quotes)] + [(page, "") for page in case.bare_pages]
    evidence = tuple(
        Evidence(
            id=EvidenceId(f"{key}{number}"),
            document=DocumentId("cv"),
            page=page,
            rect=(0.0, 0.0, 9.0, 9.0),
            quote=quote,
        )
        for number, (page, quote) in enumerate(places)
    )
    return CriterionAnswer(round=1, criterion=CriterionKey(key), answer=Answer.LACKING, evidence=evidence)


def _earlier(template: Template, language: Language, case: Case) -> Iterator[Letter]:
    """The feedback that went before; it made all points, unless the case is about new ones."""
    titles = [] if case.new_points else [one.texts[language].title for one in CHECKLIST.criteria]
    moments = {2: (EARLIER,), 3: (BEFORE_THAT, EARLIER)}.get(template.rung, ())
    for rung, at in enumerate(moments, 1):
        yield Letter(
            id=LetterId(f"earlier{rung}"),
            template=Template(f"feedback-{rung}"),
            language=language,
            round=1,
            recipient="someone@example.org",
            recipient_name="",
            subject="",
            body="\n\n".join(f"{title}: …" for title in titles),
            state=LetterState.SENT,
            not_before=at,
            created_at=at,
            created_by="",
            sent_at=at,
        )


def make_samples() -> dict[str, str]:
    """Every file's name below the folder, and what stands in it: all cases as text, the longest as HTML."""
    made: dict[str, str] = {}
    for language in Language:
        titles = tuple(criterion.texts[language].title for criterion in CHECKLIST.criteria)
        for template in Template:
            letters = [(case.name, write(template, language, case)) for case in cases_of(template)]
            sheets = [_sheet(f"{number}. {name}", letter) for number, (name, letter) in enumerate(letters, 1)]
            longest = max((letter for _, letter in letters), key=lambda letter: len(letter.body))
            made[f"{language.value}/{template.value}.txt"] = "\n".join(sheets)
            made[f"{language.value}/{template.value}.html"] = make_html(longest.subject, longest.body, language, titles)
    return made


def _sheet(head: str, letter: RenderedLetter) -> str:
    return f"{_RULE}\n{head}\n{_RULE}\n{letter.subject}\n\n{letter.body}\n"


if __name__ == "__main__":
    shutil.rmtree(SAMPLES, ignore_errors=True)
    for name, text in make_samples().items():
        target = SAMPLES / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    print(SAMPLES.name, file=sys.stderr)
