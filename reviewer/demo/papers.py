"""The files of one applicant: the CV in its form, papers beside it, and the corrected CV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import BytesIO
from random import Random

from reportlab.pdfgen.canvas import Canvas

from reviewer.demo.careers import make_career
from reviewer.demo.cv import Cv, compose, make_manner
from reviewer.demo.defects import plant
from reviewer.demo.docx_file import make_docx
from reviewer.demo.layouts.parts import bare, page_frame
from reviewer.demo.looks import make_look
from reviewer.demo.members import Member
from reviewer.demo.odd_files import break_off, make_photograph, make_scan, picture_of
from reviewer.demo.pdf import make_pdf
from reviewer.demo.plan import Defect, Kind
from reviewer.demo.sheet import Line, Sheet
from reviewer.demo.text_file import make_text
from reviewer.demo.wordings import read_words
from reviewer.domain.pages import PagePicture

DrawPages = Callable[[bytes, int], Sequence[PagePicture]]
SCAN_WIDTH_PX = 1000
PASSWORD = "geheim"  # noqa: S105 (it protects nothing)
"""What opens the locked CV; nobody is told, as in life."""
_LATEST_UPDATE_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A file to be written; ending with its dot, word names what it is in the applicant's language."""

    word: str
    ending: str
    content: bytes


def make_papers(member: Member, seed: int, as_of: date, draw_pages: DrawPages) -> list[Paper]:
    """The applicant's files, the CV first."""
    written = as_of - timedelta(days=min(member.age_days, _LATEST_UPDATE_DAYS))
    cv = _write_cv(member, member.part.defects, seed, written)
    papers = [_make_cv_file(member, cv, seed, written, draw_pages)]
    if member.part.papers:
        papers += _make_companions(member, cv, seed)
    return papers


def make_corrected(member: Member, defects: frozenset[Defect], seed: int, written: date) -> bytes:
    """The second version of the CV, which lacks only these."""
    return _make_plain_file(member, _write_cv(member, defects, seed, written), seed, written)


def _write_cv(member: Member, defects: frozenset[Defect], seed: int, written: date) -> Cv:
    rng = Random(f"{seed}/{member.number}/career")
    words = read_words(member.part.language)
    career = make_career(rng, words, written, member.part.volume)
    manner = make_manner(rng, words, career, member.invented)
    told = plant(career, defects, Random(f"{seed}/{member.number}/defects"), words)
    return compose(told, member.invented, manner, words)


def _make_plain_file(member: Member, cv: Cv, seed: int, written: date) -> bytes:
    rng = Random(f"{seed}/{member.number}/look")
    if member.part.kind is Kind.DOCX:
        return make_docx(cv, member.part.layout, rng, written)
    return make_pdf(cv, member.part.layout, rng)


def _make_cv_file(member: Member, cv: Cv, seed: int, written: date, draw_pages: DrawPages) -> Paper:
    word = "Lebenslauf" if cv.labels["title"] == "Lebenslauf" else "CV"
    rng = Random(f"{seed}/{member.number}/look")
    layout = member.part.layout
    match member.part.kind:
        case Kind.TEXT:
            return Paper(word=word, ending=".txt", content=make_text(cv))
        case Kind.LOCKED:
            return Paper(word=word, ending=".pdf", content=make_pdf(cv, layout, rng, PASSWORD))
        case Kind.DAMAGED:
            return Paper(word=word, ending=".pdf", content=break_off(make_pdf(cv, layout, rng)))
        case Kind.SCAN:
            pages = [picture_of(page) for page in draw_pages(make_pdf(cv, layout, rng), SCAN_WIDTH_PX)]
            return Paper(word="Scan", ending=".pdf", content=make_scan(pages, rng))
        case Kind.PHOTOGRAPH:
            pages = [picture_of(page) for page in draw_pages(make_pdf(cv, layout, rng), SCAN_WIDTH_PX)[:1]]
            return Paper(word="IMG", ending=".jpg", content=make_photograph(pages[0], rng))
        case Kind.DOCX:
            return Paper(word=word, ending=".docx", content=_make_plain_file(member, cv, seed, written))
        case _:
            return Paper(word=word, ending=".pdf", content=_make_plain_file(member, cv, seed, written))


def _make_companions(member: Member, cv: Cv, seed: int) -> list[Paper]:
    """A project list and a page of references as files of their own."""
    rng = Random(f"{seed}/{member.number}/references")
    words = read_words(member.part.language)
    listed = replace(cv, stations=(), profile=(), focus=())
    letters = [
        f"„{cv.name} {rng.choice(words.blocks['praise'])}“ ({entry.employer}, {entry.period})"
        for entry in cv.projects[:3]
    ]
    return [
        Paper(word=cv.labels["projects"], ending=".pdf", content=_make_project_list(listed, rng)),
        Paper(word=cv.labels["references"], ending=".pdf", content=_make_letter(cv, letters, rng)),
    ]


def _make_letter(cv: Cv, paragraphs: Sequence[str], rng: Random) -> bytes:
    return _make_pages(cv, cv.labels["references"], paragraphs, rng)


def _make_project_list(cv: Cv, rng: Random) -> bytes:
    paragraphs = [
        " · ".join(
            part
            for part in (entry.period, entry.role, entry.employer, entry.context_line, "; ".join(entry.tasks))
            if part
        )
        for entry in cv.projects
    ]
    return _make_pages(cv, cv.labels["projects"], paragraphs, rng)


def _make_pages(cv: Cv, title: str, paragraphs: Sequence[str], rng: Random) -> bytes:
    look = make_look(rng, rng.choice(("sans", "serif")), (10, 11), cv.text())
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1)
    sheet = Sheet(canvas, [page_frame(72, 72, 72, 72)], bare)
    sheet.write([Line(text=f"{title} – {cv.name}", style=look.bold(1.4, look.accent, after=14.0))])
    sheet.write([Line(text=paragraph, style=look.text(after=9.0)) for paragraph in paragraphs])
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
