"""What a letter is told: an applicant's record turned into plain, cleaned text for the templates."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reviewer.domain.applicant import Answer, Applicant, Evidence, Salutation, State
from reviewer.domain.checklist import Checklist, Criterion
from reviewer.domain.findings import Findings, Month
from reviewer.domain.followup import local_day
from reviewer.domain.letter import Attachment, Language, Letter, LetterState, Template
from reviewer.domain.shortfalls import Shortfall, Span, shortfalls
from reviewer.mail.plain_text import single_line

LONGEST_NAME = 300
LONGEST_QUOTE = 200
LONGEST_FILE_NAME = 80
MOST_QUOTES = 3
_WORTH_QUOTING = 12
_BULLETS = "•·∙●○◦▪▫■□◼◾►▶➢➤❖✓✔✦"
_MONTHS = {
    Language.DE: (
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    Language.EN: (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_TODAY = {Language.DE: "heute", Language.EN: "present"}
_BARE_DATE = re.compile(r"[\d\s./–—-]+(?:heute|dato|today|present|now)?", re.IGNORECASE)
"""A quote that is a date and nothing else says less than the sentence on what is missing."""
_PROFESSOR = re.compile(r"\bprof", re.IGNORECASE)
_DOCTOR = re.compile(r"\bdr\b|\bdoktor|\bph\.? ?d\b", re.IGNORECASE)
_QUOTATION_MARKS = str.maketrans(dict.fromkeys('"„“”«»‟', "'"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The applicant's own words at a page (from 1); document is empty for the CV itself."""

    page: int
    quote: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What is not told (see domain.shortfalls.Lack), of which periods as a letter writes them, and of how many more."""

    lack: str
    periods: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LackingPoint:
    """One lacking criterion: source is the house's paragraph for the rung, a template; pages are places without words.

    rung is 0 in letters that only name the criterion.
    """

    key: str
    title: str
    source: str
    evidence: tuple[Quotation, ...]
    pages: tuple[int, ...]
    missing: tuple[Missing, ...] = ()
    rung: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterValues:
    """All that a template may say of an applicant; each text is one clean line, dates are in the letter's language.

    salutation is woman, man or unknown; title only what a salutation takes; last_letter_on is empty when there was no
    earlier feedback; corrected says that a new CV has come since; attached are the kinds of what goes along.
    """

    salutation: str
    title: str
    first_name: str
    last_name: str
    lacking: tuple[LackingPoint, ...]
    today: str
    answer_by: str
    last_letter_on: str
    corrected: bool
    sender_name: str
    attached: tuple[str, ...] = ()


def letter_values(
    applicant: Applicant,
    checklist: Checklist,
    template: Template,
    language: Language,
    *,
    today: date,
    answer_by: date | None,
    sender_name: str,
    findings: Findings | None = None,
    attachments: Collection[Attachment] = (),
) -> LetterValues:
    """What the letter is told of the applicant's present round; findings are of the newest CV."""
    person = applicant.person
    earlier = _earlier_feedback(applicant)
    return LetterValues(
        salutation=person.salutation.value,
        title=spoken_title(person.title, language, person.salutation),
        first_name=single_line(person.first_name, LONGEST_NAME),
        last_name=single_line(person.last_name, LONGEST_NAME),
        lacking=tuple(
            _lacking_point(
                applicant,
                criterion,
                language,
                _version(criterion, template.rung, earlier),
                () if findings is None else _missing(shortfalls(findings, criterion.key, today), language),
            )
            for criterion in checklist.criteria
            if applicant.answer_to(criterion.key).answer is Answer.LACKING
        ),
        today=spoken_date(today, language),
        answer_by="" if answer_by is None else spoken_date(answer_by, language),
        last_letter_on=_sent_on(earlier, language),
        corrected=_is_corrected(applicant, earlier),
        sender_name=single_line(sender_name, LONGEST_NAME),
        attached=tuple(one.kind.value for one in attachments),
    )


def own_words(applicant: Applicant) -> tuple[str, ...]:
    """The applicant's words as they may stand in a letter: names, quotes, file names; longest first."""
    person = applicant.person
    quotations = [
        _quotation(applicant, evidence)
        for answer in applicant.answers
        if answer.round == applicant.round
        for evidence in answer.evidence
    ]
    words = {single_line(name, LONGEST_NAME) for name in (person.first_name, person.last_name)}
    words.update(word for quotation in quotations for word in (quotation.quote, quotation.document))
    return tuple(sorted(filter(None, words), key=lambda word: (-len(word), word)))


def spoken_date(day: date, language: Language) -> str:
    """The date as a letter says it: "4. Dezember 2026", "4 December 2026"."""
    dot = "." if language is Language.DE else ""
    return f"{day.day}{dot} {_MONTHS[language][day.month - 1]} {day.year}"


def spoken_title(untrusted_title: str, language: Language, salutation: Salutation) -> str:
    """The academic title as a salutation takes it: the higher of professor and doctor, no field, no degree."""
    if _PROFESSOR.search(untrusted_title):
        return "Professorin" if language is Language.DE and salutation is Salutation.WOMAN else "Professor"
    if _DOCTOR.search(untrusted_title):
        return "Dr." if language is Language.DE else "Dr"
    return ""


def _earlier_feedback(applicant: Applicant) -> list[Letter]:
    sent = [letter for letter in applicant.letters if letter.state is LetterState.SENT and letter.template.rung]
    return sorted(sent, key=lambda letter: letter.sent_at or letter.created_at)


def _sent_on(earlier: list[Letter], language: Language) -> str:
    if not earlier:
        return ""
    return spoken_date(local_day(earlier[-1].sent_at or earlier[-1].created_at), language)


def _is_corrected(applicant: Applicant, earlier: list[Letter]) -> bool:
    if not earlier:
        return applicant.round > 1 and applicant.state is State.PENDING
    since = earlier[-1].sent_at or earlier[-1].created_at
    return any(document.position == 0 and document.added_at > since for document in applicant.documents)


def _version(criterion: Criterion, rung: int, earlier: list[Letter]) -> int:
    """Which paragraph fits: a point no earlier letter has made is not spoken of as if it had been."""
    titles = [text.title for text in criterion.texts.values()]
    if not earlier or any(f"{title}:" in letter.body for letter in earlier for title in titles):
        return rung
    return min(rung, 1)


def _missing(found: Iterable[Shortfall], language: Language) -> tuple[Missing, ...]:
    return tuple(
        Missing(
            lack=one.lack.value,
            periods=tuple(_spoken_span(span, language) for span in one.spans),
            more=one.more,
        )
        for one in found
    )


def _spoken_span(span: Span, language: Language) -> str:
    """A period as letters write it: "03/2014–12/2015"; a single month alone."""
    if span.start == span.end:
        return _spoken_month(span.start)
    end = _TODAY[language] if span.end is None else _spoken_month(span.end)
    return f"{_spoken_month(span.start)}–{end}"


def _spoken_month(month: Month) -> str:
    return f"{month.month:02d}/{month.year}"


def _lacking_point(
    applicant: Applicant, criterion: Criterion, language: Language, version: int, missing: tuple[Missing, ...]
) -> LackingPoint:
    text = criterion.texts[language]
    quotations = [_quotation(applicant, evidence) for evidence in applicant.answer_to(criterion.key).evidence]
    if missing:
        quotations = [quotation for quotation in quotations if not _BARE_DATE.fullmatch(quotation.quote or "x")]
    worded = _without_repetition([quotation for quotation in quotations if quotation.quote])
    quoted_pages = {quotation.page for quotation in worded}
    bare_pages = {quotation.page for quotation in quotations if not quotation.quote and not quotation.document}
    return LackingPoint(
        key=criterion.key,
        title=text.title,
        source=text.paragraphs[version - 1] if version else "",
        evidence=tuple(worded[:MOST_QUOTES]),
        pages=tuple(sorted(bare_pages - quoted_pages)),
        missing=missing,
        rung=version,
    )


def _without_repetition(quotations: Sequence[Quotation]) -> list[Quotation]:
    """No quote twice, and none that stands within another one of its page."""
    distinct = list(dict.fromkeys(quotations))
    return [
        one
        for one in distinct
        if not any(
            one is not other and (one.page, one.document) == (other.page, other.document) and one.quote in other.quote
            for other in distinct
        )
    ]


def _until_bullet(quote: str) -> str:
    """What stands before the first bullet within a quote: in a sentence a list of its points cannot be read."""
    told = quote.lstrip(_BULLETS + " ")
    head = re.split(rf"\s[{_BULLETS}]\s", told, maxsplit=1)[0]
    return head if len(head) >= _WORTH_QUOTING else told


def _quotation(applicant: Applicant, evidence: Evidence) -> Quotation:
    names = {document.id: document.name for document in applicant.documents if document.position}
    quote = _until_bullet(single_line(evidence.quote, LONGEST_QUOTE)).translate(_QUOTATION_MARKS).strip(" ,;:")
    if len(quote) > 1 and quote[0] == quote[-1] == "'":
        quote = quote[1:-1].strip(" ,;:")
    return Quotation(
        page=evidence.page,
        quote=quote,
        document=single_line(names.get(evidence.document, ""), LONGEST_FILE_NAME),
    )
