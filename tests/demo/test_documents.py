"""The files as the document worker sees them: every layout is readable, the odd files are odd."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.demo.plan import DemoApplicant, DemoPlan, Kind, Layout
from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentKind
from reviewer.errors import DocumentUnreadable


@pytest.fixture(scope="module")
def reader(plan: DemoPlan) -> Iterator[DocumentReader]:
    opened = DocumentReader(lambda document: (plan.folder / document).read_bytes())
    yield opened
    opened.close()


def _one(plan: DemoPlan, layout: Layout, kind: Kind) -> DemoApplicant:
    return next(a for a in plan.applicants if a.layout is layout and a.kind is kind)


def _of_kind(plan: DemoPlan, kind: Kind) -> list[DocumentId]:
    return [DocumentId(applicant.files[0]) for applicant in plan.applicants if applicant.kind is kind]


@pytest.mark.parametrize("layout", tuple(Layout))
def test_a_layout_carries_name_and_dates_as_text(plan: DemoPlan, reader: DocumentReader, layout: Layout) -> None:
    kind = {"docx": Kind.DOCX, "plai": Kind.TEXT}.get(layout.value[:4], Kind.PDF)
    applicant = _one(plan, layout, kind)
    content = (plan.folder / applicant.files[0]).read_bytes()
    text = reader.text(content, applicant.files[0])
    assert applicant.person.last_name.lower().replace("ß", "ss") in text.lower().replace("ß", "ss")
    assert len(text) > 800


def test_pages_number_one_to_eight(plan: DemoPlan) -> None:
    counts = [
        (plan.folder / a.files[0]).read_bytes().count(b"/Type /Page\n") for a in plan.applicants if a.kind is Kind.PDF
    ]
    assert min(counts) == 1
    assert 6 <= max(counts) <= 8
    assert len(set(counts)) >= 5


def test_a_scan_has_pages_but_no_words(plan: DemoPlan, reader: DocumentReader) -> None:
    for document in _of_kind(plan, Kind.SCAN):
        assert reader.open(document).kind is DocumentKind.PDF
        assert reader.words(document, 1) == ()
        picture = reader.render(document, 1, 200)
        assert len(set(bytes(picture.pixels)[::4])) > 20


def test_the_photograph_is_an_image_of_one_page(plan: DemoPlan, reader: DocumentReader) -> None:
    (document,) = _of_kind(plan, Kind.PHOTOGRAPH)
    facts = reader.open(document)
    assert (facts.kind, len(facts.pages)) == (DocumentKind.IMAGE, 1)


@pytest.mark.parametrize("kind", (Kind.LOCKED, Kind.DAMAGED))
def test_a_locked_or_damaged_file_cannot_be_shown(plan: DemoPlan, reader: DocumentReader, kind: Kind) -> None:
    (document,) = _of_kind(plan, kind)
    with pytest.raises(DocumentUnreadable):
        reader.open(document)


def test_three_files_are_a_cv_a_project_list_and_references(plan: DemoPlan, folder: Path) -> None:
    for applicant in plan.applicants:
        assert len(applicant.files) in (1, 3)
        assert all((folder / name).stat().st_size > 300 for name in applicant.files)
