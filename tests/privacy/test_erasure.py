"""A deletion demand is met in the shared database and on every desk, and confirmed once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from reviewer.domain import acts
from reviewer.domain.applicant import DecisionKind
from reviewer.domain.ids import ApplicantId, NoteId
from reviewer.domain.letter import LetterState
from reviewer.errors import DocumentUnreadable, Outdated, Refused
from reviewer.mail.transport import Fault, SentRefused
from reviewer.storage.engine import make_engine, reading
from reviewer.storage.tables import shared
from reviewer.workspace import Workspace, new_id
from tests.desks import KeptPost, SetClock, answer, decide, find, open_desk, text_of, write_folder

CANARIES = ("Weiß9999", "p9999@example.org", "weiss9999", "canary-note")


@pytest.fixture
def desks(shared_url: str, tmp_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
    clock = SetClock()
    anna, bert = open_desk(tmp_path, shared_url, "Anna", clock), open_desk(tmp_path, shared_url, "Bert", clock)
    anna.bring_in(write_folder(tmp_path / "in"))
    applicant = find(anna)
    anna.execute(acts.add_note(applicant, "canary-note", anna.stamp(), id=NoteId(new_id()), criterion=None))
    answer(anna, find(anna))
    anna.execute(decide(anna, find(anna), DecisionKind.FEEDBACK, hold_s=3600))
    anna.sync(deliver=False)
    bert.sync(deliver=False)
    yield anna, bert
    anna.close()
    bert.close()


def everything(url: str) -> str:
    """All that a database's tables say."""
    engine = make_engine(url)
    with reading(engine) as connection:
        found = sa.MetaData()
        found.reflect(connection)
        said = [str(connection.execute(sa.select(table)).all()) for table in found.tables.values()]
    engine.dispose()
    return "\n".join(said)


def test_nothing_of_the_person_is_left_and_the_receipt_tells_counts(
    desks: tuple[Workspace, Workspace], shared_url: str, tmp_path: Path
) -> None:
    anna, bert = desks
    document = find(bert).documents[0].id
    bert.documents.open(document)
    post = KeptPost()
    receipt_id = anna.erase(find(anna).key)
    anna.sync(way=post.way())
    bert.sync(way=post.way())
    ((_, confirmation),) = post.letters
    assert confirmation["To"].addresses[0].addr_spec == "p9999@example.org"
    assert "Ihre Daten wurden gelöscht." in text_of(confirmation)
    for url in (shared_url, f"sqlite:///{tmp_path}/Anna/replica.db", f"sqlite:///{tmp_path}/Bert/replica.db"):
        assert [canary for canary in CANARIES if canary in everything(url)] == []
    for desk in (anna, bert):
        (receipt,) = desk.receipts()
        assert (receipt.id, receipt.confirmation) == (receipt_id, LetterState.SENT)
        assert {place.place: place.count for place in receipt.places}["letter"] == 1
        assert desk.find(ApplicantId("9999")) is None
        assert desk.letters() == ()
    with pytest.raises(DocumentUnreadable):
        bert.documents.open(document)
    assert find(bert, "9998").person.email == "p9998@example.org"


def test_a_demand_made_offline_empties_this_desk_at_once_and_is_met_later(
    desks: tuple[Workspace, Workspace], tmp_path: Path
) -> None:
    anna, _bert = desks
    anna.erase(find(anna).key)
    assert anna.find(ApplicantId("9999")) is None
    assert anna.status().erasures_open == 1
    replica = (tmp_path / "Anna" / "replica.db").read_bytes()
    assert b"canary-note" not in replica
    anna.sync(deliver=False)
    assert len(anna.receipts()) == 1


def test_a_colleagues_unsaved_act_on_an_erased_person_is_dropped(desks: tuple[Workspace, Workspace]) -> None:
    anna, bert = desks
    bert.execute(acts.add_note(find(bert), "canary-note", bert.stamp(), id=NoteId(new_id()), criterion=None))
    anna.erase(find(anna).key)
    anna.sync(deliver=False)
    report = bert.sync(deliver=False)
    assert (report.questions, bert.status().unsaved) == (0, 0)
    assert bert.find(ApplicantId("9999")) is None


def test_an_erasure_demanded_on_two_desks_is_confirmed_once(desks: tuple[Workspace, Workspace]) -> None:
    anna, bert = desks
    post = KeptPost()
    anna.erase(find(anna).key)
    bert.erase(find(bert).key)
    for desk in (anna, bert, anna):
        desk.sync(way=post.way())
    assert len(post.letters) == 1
    assert len(anna.receipts()) == 1


def test_no_column_marked_impersonal_tells_who_was_erased(desks: tuple[Workspace, Workspace], shared_url: str) -> None:
    anna, _ = desks
    post = KeptPost()
    anna.erase(find(anna).key)
    anna.sync(way=post.way())
    engine = make_engine(shared_url)
    with reading(engine) as connection:
        rows = [str(connection.execute(sa.select(table)).all()) for table in shared.tables.values()]
    engine.dispose()
    assert "9999" not in "".join(rows).replace("datetime", "")


def test_a_confirmation_that_failed_is_sent_again_or_given_up_and_then_its_address_is_gone(
    desks: tuple[Workspace, Workspace], shared_url: str
) -> None:
    anna, bert = desks
    post = KeptPost()
    receipt = anna.erase(find(anna).key)
    post.failures = [SentRefused("refused", fault=Fault.LETTER, words="550 no") for _ in range(2)]
    anna.sync(way=post.way())
    bert.sync(deliver=False)
    assert bert.receipts()[0].confirmation is LetterState.FAILED
    bert.confirmations.move(receipt, LetterState.FAILED, LetterState.QUEUED)
    bert.sync(way=post.way())
    assert "p9999@example.org" in everything(shared_url)
    with pytest.raises(Outdated):
        anna.confirmations.move(receipt, LetterState.IN_DOUBT, LetterState.SENT)
    anna.confirmations.move(receipt, LetterState.FAILED, LetterState.CANCELLED)
    assert "p9999@example.org" not in everything(shared_url)
    anna.sync(way=post.way())
    assert (anna.receipts()[0].confirmation, post.letters) == (LetterState.CANCELLED, [])
    assert anna.status().erasures_open == 0


@pytest.mark.parametrize("address", ["a..b@example.org", ".a@example.org", "a.@example.org", f"{'a' * 65}@example.org"])
def test_an_address_no_letter_can_go_to_is_refused_when_it_is_written(
    desks: tuple[Workspace, Workspace], address: str
) -> None:
    anna, _ = desks
    applicant = find(anna)
    with pytest.raises(Refused, match="address-not-plain"):
        acts.correct_person(applicant, replace(applicant.person, email=address), anna.stamp())
