"""The name under which a copy is offered, and what is said when it cannot be saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.review.judgement_stage import CONTEXT, Stage
from ui.review.annotated_copy import AnnotatedCopies, copy_name


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Lebenslauf.pdf", "Lebenslauf with remarks.pdf"),
        ("a/../b\\c:d.docx", "a_.._b_c_d with remarks.pdf"),
        ("..", "CV with remarks.pdf"),
        ("x" * 300 + ".pdf", "x" * 80 + " with remarks.pdf"),
        ("eins\nzwei.pdf", "eins zwei with remarks.pdf"),
    ],
)
def test_the_copy_is_named_after_its_document(name: str, proposed: str) -> None:
    assert copy_name(name) == proposed


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_left(stage: Stage, tmp_path: Path) -> None:
    stage.show()
    window = QWidget()
    stage.qtbot.addWidget(window)
    stage.presenter.judgement.focus(CONTEXT)
    stage.presenter.judgement.show_document(stage.cv().id)
    stage.presenter.judgement.pin(1, (50.0, 50.0, 90.0, 60.0), "Person")
    stage.rest()
    applicant = stage.presenter.acts.applicant
    assert applicant is not None
    copies = AnnotatedCopies(
        stage.desk, stage.background, window, stage.sayings, lambda _parent, _name: str(tmp_path / "none" / "copy")
    )
    copies.save(applicant, stage.cv().id)
    stage.rest()
    assert stage.sayings.said[-1] == "The file could not be written. Choose another folder."
    copies.choose = lambda _parent, _name: str(tmp_path / "copy")
    copies.save(applicant, stage.cv().id)
    stage.rest()
    assert stage.sayings.said[-1] == "Copy with 1 remark saved"
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy.pdf"]


def test_who_changes_their_mind_saves_nothing(stage: Stage) -> None:
    stage.show()
    window = QWidget()
    stage.qtbot.addWidget(window)
    applicant = stage.presenter.acts.applicant
    assert applicant is not None
    stage.presenter.judgement.pin(1, (50.0, 50.0, 90.0, 60.0), "Person")
    stage.rest()
    said = len(stage.sayings.said)
    copies = AnnotatedCopies(stage.desk, stage.background, window, stage.sayings, lambda _parent, _name: "")
    copies.save(stage.presenter.acts.applicant or applicant, stage.cv().id)
    assert stage.sayings.said[said:] == []
