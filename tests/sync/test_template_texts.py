"""Letters' texts changed by the house: saved once, known to all desks, kept with each letter, and never broken."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from reviewer.domain.applicant import DecisionKind
from reviewer.domain.ids import LetterId
from reviewer.domain.letter import Language, LetterState
from reviewer.domain.objections import Objection
from reviewer.domain.template_texts import TextDraft, TextKey, paragraph_key
from reviewer.domain.views import Topic
from reviewer.errors import Misconfigured, Outdated, Refused, Unavailable
from reviewer.storage import tables
from reviewer.storage.engine import make_engine, writing
from reviewer.workspace import Workspace, new_id
from tests.desks import CONTEXT, KeptPost, SetClock, answer, decide, find, open_desk, write_folder
from tests.postgres import PostgresServer

Desks = tuple[Workspace, Workspace]
FEEDBACK = TextKey(name="feedback-1", language=Language.DE)
PARAGRAPH = paragraph_key("context", 1, Language.DE)
CONFIRMATION = TextKey(name="deletion-confirmation", language=Language.DE)


def reworded(desk: Workspace, key: TextKey = FEEDBACK, *, was: str = "vielen Dank", now: str = "besten Dank") -> str:
    text = desk.templates.open(key).newest.text
    assert was in text
    return text.replace(was, now)


def written_elsewhere(url: str, key: TextKey, text: str, version: int = 1) -> None:
    """A version as another program writes it, without looking."""
    engine = make_engine(url)
    with writing(engine) as connection:
        revision = connection.execute(
            sa.update(tables.clock).values(revision=tables.clock.c.revision + 1).returning(tables.clock.c.revision)
        ).scalar_one()
        row = {"name": key.name, "language": "de", "version": version, "text": text, "is_default": False}
        moment = SetClock().moment
        connection.execute(
            sa.insert(tables.template_text).values({**row, "saved_at": moment, "saved_by": "", "revision": revision})
        )
    engine.dispose()


def test_a_saved_text_is_written_from_on_every_desk(desks: Desks) -> None:
    anna, bert = desks
    saved = anna.templates.save(FEEDBACK, reworded(anna), seen=0)
    assert (saved.version, saved.saved_by, saved.is_default) == (1, "Anna", False)
    assert "besten Dank" in anna.correspondence.compose(find(anna), DecisionKind.FEEDBACK).body
    assert "vielen Dank" in bert.correspondence.compose(find(bert), DecisionKind.FEEDBACK).body
    assert Topic.TEMPLATES in bert.sync(deliver=False).change.topics
    assert "besten Dank" in bert.correspondence.compose(find(bert), DecisionKind.FEEDBACK).body
    assert bert.templates.open(FEEDBACK) == anna.templates.open(FEEDBACK)


def test_a_letter_keeps_the_versions_it_came_from(desks: Desks, clock: SetClock) -> None:
    anna, bert = desks
    anna.templates.save(FEEDBACK, reworded(anna), seen=0)
    anna.templates.save(PARAGRAPH, reworded(anna, PARAGRAPH, was="Bitte", now="Wir bitten Sie: Bitte"), seen=0)
    answer(anna, find(anna))
    anna.execute(decide(anna, find(anna), DecisionKind.FEEDBACK))
    anna.templates.return_to_default(FEEDBACK, seen=1)
    clock.forward(minutes=1)
    post = KeptPost()
    anna.sync(way=post.way())
    bert.sync(deliver=False)
    (row,) = bert.letters()
    assert (row.state, row.template_version, row.part_versions) == (LetterState.SENT, 1, "paragraph-context-1=1")
    assert "besten Dank" in row.body
    plain = post.letters[0][1].get_body(("plain",))
    assert plain is not None
    assert "Wir bitten Sie: Bitte" in " ".join(plain.get_content().split())


def test_of_two_people_who_save_at_once_the_second_is_asked_and_nothing_is_lost(desks: Desks) -> None:
    anna, bert = desks
    anna.templates.save(FEEDBACK, reworded(anna), seen=0)
    mine = reworded(bert, now="herzlichen Dank")
    bert.templates.keep_draft(TextDraft(key=FEEDBACK, text=mine, seen=0))
    with pytest.raises(Outdated, match="template-changed"):
        bert.templates.save(FEEDBACK, mine, seen=0)
    known = bert.templates.open(FEEDBACK)
    assert (known.newest.version, known.newest.saved_by) == (1, "Anna")
    assert known.draft is not None
    assert known.draft.text == mine
    assert bert.templates.save(FEEDBACK, mine, seen=1).version == 2
    anna.sync(deliver=False)
    texts = [one.text for one in anna.templates.open(FEEDBACK).history]
    assert ["herzlichen" in text for text in texts] == [True, False, False]
    assert ["besten Dank" in text for text in texts] == [False, True, False]
    assert bert.templates.open(FEEDBACK).draft is None


def test_many_saves_at_the_same_moment_become_one_version_each(desks: Desks) -> None:
    came: list[int | str] = []

    def save(desk: Workspace, words: str) -> None:
        try:
            came.append(desk.templates.save(FEEDBACK, reworded(desk, now=words), seen=0).version)
        except Outdated as error:
            came.append(error.code)

    threads = [threading.Thread(target=save, args=(desk, f"{number} Dank")) for number, desk in enumerate(desks * 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, came)) == ["1", *["template-changed"] * 3]


def test_the_way_back_is_a_version_that_says_so(desks: Desks) -> None:
    anna, _ = desks
    default = anna.templates.open(FEEDBACK).default
    anna.templates.save(FEEDBACK, reworded(anna), seen=0)
    back = anna.templates.return_to_default(FEEDBACK, seen=1)
    opened = anna.templates.open(FEEDBACK)
    assert (back.version, back.is_default, opened.newest.text) == (2, True, default.text)
    assert [one.version for one in opened.history] == [2, 1, 0]
    assert anna.templates.newest().find(FEEDBACK) is None
    assert [row.changed for row in anna.templates.list() if row.key == FEEDBACK] == [False]


def test_text_typed_back_to_the_programs_own_is_the_default_again(desks: Desks) -> None:
    anna, _ = desks
    anna.templates.save(FEEDBACK, reworded(anna), seen=0)
    assert anna.templates.save(FEEDBACK, anna.templates.open(FEEDBACK).default.text + "\r\n", seen=1).is_default


def test_a_broken_text_is_never_saved(desks: Desks) -> None:
    anna, _ = desks
    with pytest.raises(Refused) as caught:
        anna.templates.save(FEEDBACK, reworded(anna, was="{{ answer_by }}", now="{{ answer_by }"), seen=0)
    assert (caught.value.code, caught.value.facts["reason"]) == ("template-faulty", "text-brace-open")
    assert anna.templates.open(FEEDBACK).newest.version == 0


def test_a_draft_is_kept_on_the_desk_that_typed_it(desks: Desks) -> None:
    anna, bert = desks
    anna.templates.keep_draft(TextDraft(key=FEEDBACK, text="half a", seen=0))
    anna.templates.keep_draft(TextDraft(key=FEEDBACK, text="half a text {{", seen=0))
    assert [row.key for row in anna.templates.list() if row.has_draft] == [FEEDBACK]
    assert not any(row.has_draft for row in bert.templates.list())
    anna.templates.drop_draft(FEEDBACK)
    assert anna.templates.open(FEEDBACK).draft is None


def test_without_the_shared_database_texts_are_tried_and_kept_but_not_saved(
    postgres_server: PostgresServer, postgres_database: str, tmp_path: Path, clock: SetClock
) -> None:
    desk = open_desk(tmp_path, postgres_server.url(postgres_database), "Anna", clock)
    desk.bring_in(write_folder(tmp_path / "in", 1))
    text = reworded(desk)
    with postgres_server.unreachable(postgres_database):
        assert desk.templates.check(FEEDBACK, text) == ()
        assert "besten Dank" in desk.templates.preview(FEEDBACK, text, find(desk)).body
        desk.templates.keep_draft(TextDraft(key=FEEDBACK, text=text, seen=0))
        with pytest.raises(Unavailable):
            desk.templates.save(FEEDBACK, text, seen=0)
    draft = desk.templates.open(FEEDBACK).draft
    assert draft is not None
    assert desk.templates.save(FEEDBACK, draft.text, draft.seen).version == 1
    desk.close()


def test_a_text_broken_by_another_program_is_named_and_writes_no_letter(desks: Desks, shared_url: str) -> None:
    anna, _ = desks
    broken = reworded(anna, was="{{ answer_by }}", now="{{ answer_bye }}")
    written_elsewhere(shared_url, FEEDBACK, broken)
    anna.sync(deliver=False)
    with pytest.raises(Misconfigured) as caught:
        anna.correspondence.compose(find(anna), DecisionKind.FEEDBACK)
    line = 1 + broken[: broken.index("answer_bye")].count("\n")
    assert (caught.value.code, caught.value.facts) == (
        "template-broken",
        {"template": "feedback-1", "line": line, "reason": "text-name-unknown", "what": "answer_bye"},
    )
    assert "Sehr geehrte" in anna.correspondence.compose(find(anna), Objection.HOMEPAGE).body


def test_a_letter_without_words_is_held_at_the_gate(desks: Desks, clock: SetClock) -> None:
    anna, _ = desks
    post = KeptPost()
    decided = decide(anna, find(anna), DecisionKind.FEEDBACK)
    assert decided.letter is not None
    empty = replace(decided.letter, body="Sehr geehrte Frau Dr. Weiß,\n\n{{ points(lacking) }}", template_version=1)
    anna.execute(replace(decided, letter=empty))
    clock.forward(minutes=1)
    anna.sync(way=post.way())
    (row,) = anna.letters()
    assert (row.state, row.reason, row.template_version) == (LetterState.HELD, "letter-with-leftover", 1)
    assert post.letters == []


def test_a_broken_confirmation_never_stands_in_the_way_of_an_erasure(desks: Desks, shared_url: str) -> None:
    anna, _ = desks
    written_elsewhere(shared_url, CONFIRMATION, "Subject: {{ nothing }}")
    anna.sync(deliver=False)
    letter = anna.correspondence.confirm_deletion(find(anna), LetterId(new_id()))
    assert letter is not None
    assert "Ihre Daten wurden gelöscht." in letter.body
    assert letter.template_version == 0


def test_after_a_restore_the_texts_are_those_of_the_restored_database(desks: Desks, shared_url: str) -> None:
    anna, bert = desks
    anna.templates.save(FEEDBACK, reworded(anna), seen=0)
    bert.sync(deliver=False)
    engine = make_engine(shared_url)
    with writing(engine) as connection:
        connection.execute(sa.delete(tables.template_text))
        connection.execute(sa.update(tables.clock).values(epoch="restored"))
    engine.dispose()
    bert.sync(deliver=False)
    assert bert.templates.open(FEEDBACK).newest.version == 0
    assert "vielen Dank" in bert.correspondence.compose(find(bert), DecisionKind.FEEDBACK).body


def test_a_paragraph_is_shown_in_its_letter_also_for_somebody_who_lacks_nothing(desks: Desks) -> None:
    anna, _ = desks
    assert find(anna).answer_to(CONTEXT).answer.value == "open"
    shown = anna.templates.preview(PARAGRAPH, "Nur dieser Satz.", find(anna))
    assert "Branche, Mitarbeiterzahl, Umsatz: Nur dieser Satz." in shown.body
    assert (shown.gaps, shown.fault) == ((), None)


def test_a_preview_names_gaps_and_faults(desks: Desks) -> None:
    anna, _ = desks
    gap = anna.templates.preview(FEEDBACK, reworded(anna, was="vielen Dank", now="{Dank}"), find(anna))
    assert gap.gaps == ("letter-with-leftover",)
    broken = anna.templates.preview_sample(FEEDBACK, "Subject: x\n\n{{ y }}", 2)
    assert (broken.fault is not None, broken.body) == (True, "")
    assert broken.fault is not None
    assert (broken.fault.line, broken.fault.what) == (3, "y")


def test_each_text_has_variables_that_it_may_really_use(desks: Desks) -> None:
    anna, _ = desks
    for key in (FEEDBACK, PARAGRAPH):
        opened = anna.templates.open(key)
        for variable in anna.templates.variables(key):
            text = f"{opened.newest.text}\n\n{variable.inserts} x"
            assert anna.templates.check(key, text) == (), variable.name
