"""Letters' texts at the window: broken, seen, mended, saved, written from, and led back to the default."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QTextCursor

from reviewer.domain.applicant import list_name
from reviewer.domain.letter import Language
from reviewer.domain.template_texts import TextKey, paragraph_key
from reviewer.workspace import Workspace
from tests.desks import find
from tests.journeys.papers import write_people
from tests.journeys.stage import SitDown, Stage
from tests.journeys.test_train import locked
from ui.texts.texts_page import TextsPage

FEEDBACK = TextKey(name="feedback-1", language=Language.DE)
PARAGRAPH = paragraph_key("context", 1, Language.DE)


def page_of(stage: Stage) -> TextsPage:
    return stage.find(TextsPage)


def open_text(stage: Stage, key: TextKey = FEEDBACK) -> TextsPage:
    """Go to the texts, choose German, and open one by the keyboard."""
    stage.visit("texts")
    page = page_of(stage)
    stage.click("German")
    while (row := page.list.current()) is None or row.key != key:
        stage.press("J")
    stage.wait_until(lambda: page._presenter.open is not None and page._presenter.open.key == key)
    stage.settle()
    return page


def write_over(stage: Stage, was: str, now: str) -> None:
    """Select words in the editor and type others in their place."""
    page = page_of(stage)
    if stage.program.window.focusWidget() is not page.pane.editor:
        stage.press("E")
    editor = page.pane.editor
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert editor.find(was), was
    stage.press("Del")
    for number, line in enumerate(now.split("\n")):
        if number:
            stage.press("Return")
        stage.type(line)


def line_of(stage: Stage, words: str) -> str:
    """How the page calls the line in which these words stand."""
    text = page_of(stage).pane.editor.toPlainText()
    return f"Line {text[: text.index(words)].count(chr(10)) + 1}"


def fault(stage: Stage) -> tuple[str, str]:
    """Where the page says that something is wrong, and what."""
    pane = page_of(stage).pane
    return ("" if pane.place.isHidden() else pane.place.text(), pane.fault.text())


def wait_for_fault(stage: Stage, place: str, words: str) -> None:
    stage.wait_until(lambda: fault(stage)[0] == place and words in fault(stage)[1])


def show_for(stage: Stage, typed: str, shown: str) -> None:
    """Choose for whom the letter is shown."""
    stage.press("Ctrl+P")
    stage.type(typed)
    stage.settle()
    stage.press("Return")
    stage.wait_until(lambda: page_of(stage).preview.person.text() == shown)


def preview(stage: Stage) -> str:
    return page_of(stage).preview.text.toPlainText()


def test_a_broken_text_is_marked_at_its_line_and_not_saved_until_it_is_mended(
    sit_down: SitDown, tmp_path: Path
) -> None:
    stage = sit_down()
    stage.bring_in(write_people(tmp_path / "in", ["9999"]))
    stage.go_to("9999")
    stage.press("2")
    page = open_text(stage)
    stage.wait_until(lambda: "Sehr geehrte" in preview(stage))
    assert "9999" in find(stage.desk).id
    write_over(stage, "{{ answer_by }}", "{{ answer_by }")
    wait_for_fault(stage, line_of(stage, "{{ answer_by }"), "A brace is opened here and not closed.")
    assert len(page.pane.editor.faulty_lines()) == 1
    stage.press("Ctrl+S")
    assert "Not saved" in stage.said()
    assert stage.desk.templates.open(FEEDBACK).newest.version == 0
    write_over(stage, "{{ answer_by }", "{{ answer_bye }}")
    wait_for_fault(stage, line_of(stage, "answer_bye"), "Nothing is called “answer_bye”.")
    write_over(stage, "{{ answer_bye }}", "{{ answer_by }}")
    write_over(stage, "Subject: ", "")
    wait_for_fault(stage, "Line 2", "The first line must be the subject")
    stage.press("Ctrl+Z")
    wait_for_fault(stage, "", "Nothing is wrong")
    write_over(stage, "{{ closing", "{{ person.title }}.\n\n{{ closing")
    wait_for_fault(stage, line_of(stage, "{{ person.title }}."), "A paragraph is empty for some applicants.")
    write_over(stage, "{{ person.title }}.", "Rufen Sie uns an.")
    wait_for_fault(stage, "", "Nothing is wrong")
    stage.wait_until(lambda: "Rufen Sie uns an." in preview(stage))
    stage.press("Ctrl+S")
    stage.wait_until(lambda: "Version 1 saved" in stage.said())
    stage.settle()
    assert stage.desk.templates.open(FEEDBACK).draft is None


def test_the_next_letter_is_written_from_the_saved_text_until_the_way_back(sit_down: SitDown, tmp_path: Path) -> None:
    stage = sit_down()
    stage.bring_in(write_people(tmp_path / "in", ["9999", "9998"]))
    stage.go_to("9999")
    stage.press("2")
    open_text(stage, PARAGRAPH)
    write_over(stage, "Bitte", "Nur zu: Bitte")
    wait_for_fault(stage, "", "Nothing is wrong")
    stage.press("Ctrl+S")
    stage.wait_until(lambda: "Version 1 saved" in stage.said())
    stage.visit("review")
    stage.wait_until(lambda: "Nur zu: Bitte" in stage.letter_text())
    stage.press("F")
    stage.settle()
    (letter,) = find(stage.desk).letters
    assert "Nur zu: Bitte" in letter.body
    assert (letter.template_version, letter.part_versions) == (0, "paragraph-context-1=1")
    page = open_text(stage, PARAGRAPH)
    stage.press("Ctrl+D")
    stage.click("Back to the default")
    stage.wait_until(lambda: "Back to the default" in stage.said())
    stage.settle()
    assert "Nur zu" not in page.pane.editor.toPlainText()
    assert [one.is_default for one in stage.desk.templates.open(PARAGRAPH).history] == [True, False, True]
    stage.visit("review")
    stage.go_to("9998")
    stage.press("2")
    stage.settle()
    assert "Nur zu" not in stage.letter_text()


def test_what_was_typed_is_there_again_after_a_restart(sit_down: SitDown) -> None:
    stage = sit_down()
    open_text(stage)
    write_over(stage, "vielen Dank", "herzlichen Dank {{")
    stage.close()
    stage.open()
    page = open_text(stage)
    assert "herzlichen Dank {{" in page.pane.editor.toPlainText()
    wait_for_fault(stage, "Line 6", "A brace is opened here")
    stage.click("Drop changes")
    wait_for_fault(stage, "", "Nothing is wrong")
    stage.settle()
    assert stage.desk.templates.open(FEEDBACK).draft is None


def test_two_people_who_change_one_text_are_asked(
    sit_down: SitDown, colleague: Callable[..., Workspace], tmp_path: Path
) -> None:
    url = f"sqlite:///{(tmp_path / 'team.db').as_posix()}"
    stage = sit_down(url=url)
    bert = colleague(url)
    bert.sync(deliver=False)
    page = open_text(stage)
    write_over(stage, "vielen Dank", "herzlichen Dank")
    theirs = bert.templates.open(FEEDBACK).newest.text.replace("vielen Dank", "besten Dank")
    bert.templates.save(FEEDBACK, theirs, seen=0)
    stage.press("Ctrl+S")
    stage.wait_until(lambda: stage.says("Bert saved version 1 meanwhile"))
    assert "herzlichen Dank" in page.pane.editor.toPlainText()
    stage.click("Difference")
    assert [line for line in page.versions.diff.toPlainText().split("\n") if line.startswith(("−", "+"))] != []
    stage.click("Save mine on top")
    stage.wait_until(lambda: "Version 2 saved" in stage.said())
    stage.settle()
    assert not page.pane.conflict.isVisible()
    bert.sync(deliver=False)
    texts = [one.text for one in bert.templates.open(FEEDBACK).history]
    assert ["herzlichen" in texts[0], "besten" in texts[1], "vielen" in texts[2]] == [True, True, True]


def test_by_keyboard_alone_a_variable_is_put_in_and_the_letter_shown_for_somebody(
    sit_down: SitDown, tmp_path: Path
) -> None:
    stage = sit_down()
    stage.bring_in(write_people(tmp_path / "in", ["9999"]))
    page = open_text(stage)
    stage.press("E Ctrl+End")
    stage.type("PS: ")
    stage.press("F2 Down Down Return")
    assert page.pane.editor.toPlainText().endswith("PS: {{ titles(lacking) }}")
    show_for(stage, "Alex Kim", "Alex Kim (invented)")
    show_for(stage, "9999", list_name(find(stage.desk).person))
    stage.settle()
    stage.press("F7")
    assert page.versions.isVisible()
    assert page.versions.diff.toPlainText().split("\n")[-1] == "+\tPS: {{ titles(lacking) }}"
    write_over(stage, "{{ titles(lacking) }}", "{{ titel }}")
    wait_for_fault(stage, line_of(stage, "titel"), "Nothing is called “titel”.")
    stage.press("Ctrl+Home F8")
    assert page.pane.editor.textCursor().block().text() == "PS: {{ titel }}"


def test_without_the_shared_database_nothing_is_saved_and_nothing_is_lost(sit_down: SitDown, tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'team.db').as_posix()}"
    stage = sit_down(url=url)
    page = open_text(stage)
    with locked(tmp_path / "team.db"):
        write_over(stage, "vielen Dank", "herzlichen Dank")
        wait_for_fault(stage, "", "Nothing is wrong")
        stage.wait_until(lambda: "herzlichen Dank" in preview(stage))
        stage.press("Ctrl+S")
        stage.wait_until(lambda: "The shared database does not answer" in stage.said())
        draft = stage.desk.templates.open(FEEDBACK).draft
        assert draft is not None
        assert "herzlichen Dank" in draft.text
        assert page.pane.save.isEnabled()
    stage.press("Ctrl+S")
    stage.wait_until(lambda: "Version 1 saved" in stage.said())
