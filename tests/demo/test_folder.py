"""The folder as a whole: what it holds, that intake reads it, and that it is the same each time."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest

from reviewer.demo.folder import write_folder
from reviewer.demo.members import make_members
from reviewer.demo.papers import make_papers
from reviewer.demo.plan import Defect, DemoPlan, Kind, Layout, Stage
from reviewer.domain.applicant import Salutation
from reviewer.domain.arrival import IncomingApplicant
from reviewer.domain.letter import Language
from reviewer.domain.pages import PagePicture
from reviewer.intake.folder import read_folder
from reviewer.intake.table import header_line
from tests.demo.conftest import AS_OF

_NETWORKS = [ip_network(net) for net in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")]


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _read(folder: Path) -> list[IncomingApplicant]:
    arrivals = list(read_folder(folder, read_text=lambda _content, _name: ""))
    applicants = [arrival for arrival in arrivals if isinstance(arrival, IncomingApplicant)]
    assert applicants == arrivals
    return applicants


def test_intake_reads_every_row_as_planned(plan: DemoPlan) -> None:
    assert [
        (read.id, read.person, read.opt_in, tuple(document.name for document in read.documents))
        for read in _read(plan.folder)
    ] == [(planned.id, planned.person, planned.opt_in, planned.files) for planned in plan.applicants]


def test_corrected_cvs_come_with_a_table_of_their_own_and_differ_from_the_first(plan: DemoPlan) -> None:
    expected = {a.id: a for a in plan.applicants if a.corrected}
    corrected = {read.id: read.documents for read in _read(plan.corrected_folder)}
    assert corrected.keys() == expected.keys()
    for applicant_id, (document,) in corrected.items():
        assert document.content != (plan.folder / expected[applicant_id].files[0]).read_bytes()


def test_a_corrected_cv_lacks_less_and_came_after_the_letter(plan: DemoPlan) -> None:
    for applicant in plan.applicants:
        assert (applicant.corrected is not None) == (applicant.state.stage is Stage.CORRECTED)
        if applicant.corrected:
            assert applicant.corrected.defects < applicant.defects
            assert applicant.corrected.arrived_days_ago < applicant.state.sent_days_ago[-1]


def test_the_table_is_one_that_german_spreadsheets_open(folder: Path) -> None:
    table = (folder / "applicants.csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbf" + header_line().encode() + b"\r\n")
    rows = table.decode("utf-8-sig").splitlines()[1:]
    assert {row.split(";")[1] for row in rows} == {"Frau", "Herr", "woman", "man", "unknown", ""}


def test_the_same_seed_gives_the_same_bytes_in_another_process(folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys, datetime, pathlib; from reviewer.demo.folder import write_folder;"
        f"write_folder(pathlib.Path(sys.argv[1]), as_of=datetime.date({AS_OF.year}, {AS_OF.month}, {AS_OF.day}))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, env=environment)
    assert _digests(tmp_path) == _digests(folder)


def test_another_seed_gives_other_people(tmp_path: Path, plan: DemoPlan) -> None:
    other = write_folder(tmp_path, applicants=6, seed=2, as_of=AS_OF)
    assert len(other.applicants) == 6
    assert {a.person.email for a in other.applicants} - {a.person.email for a in plan.applicants}


def test_stopping_leaves_a_whole_table_of_what_was_written(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def stop_at_three(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 3

    plan = write_folder(tmp_path, applicants=20, as_of=AS_OF, progress=stop_at_three)
    assert plan.cancelled
    assert told == [(1, 20), (2, 20), (3, 20)]
    assert [read.id for read in _read(tmp_path)] == [a.id for a in plan.applicants] == ["9999", "9998", "9997"]


def test_there_is_enough_of_everything(plan: DemoPlan) -> None:
    people = plan.applicants
    assert len(people) == 128
    alone = Counter(next(iter(a.defects)) for a in people if len(a.defects) == 1)
    assert all(alone[defect] >= 2 for defect in Defect)
    assert sum(not a.defects for a in people) >= 25
    assert sum(len(a.defects) > 1 for a in people) >= 20
    assert min(Counter(a.person.language for a in people)[language] for language in Language) >= 30
    assert min(Counter(a.person.salutation for a in people)[salutation] for salutation in Salutation) >= 3
    assert {a.layout for a in people} == set(Layout)
    kinds = Counter(a.kind for a in people)
    assert kinds[Kind.DOCX] >= 10
    assert kinds[Kind.SCAN] == 4
    assert [kinds[kind] for kind in (Kind.PHOTOGRAPH, Kind.LOCKED, Kind.DAMAGED, Kind.TEXT)] == [1, 1, 1, 1]
    assert sum(len(a.files) == 3 for a in people) >= 3
    assert {a.person.title for a in people} == {"", "Dr.", "Prof. Dr."}


def test_every_screen_has_something_to_show(plan: DemoPlan) -> None:
    states = [a.state for a in plan.applicants]
    assert {state.stage for state in states} == set(Stage)
    for rung, days in ((1, 14), (2, 14), (3, 10)):
        waited = [s.sent_days_ago[-1] for s in states if s.stage is Stage.FOLLOW_UP and s.rung == rung]
        assert [day for day in waited if day >= days]
        assert [day for day in waited if day < days]
    for state in states:
        assert (state.asleep_until is not None) == bool(state.reason) == (state.stage is Stage.ASLEEP)
        assert state.asleep_until is None or state.asleep_until > AS_OF
        assert (state.decided_days_ago is not None) == (state.stage in (Stage.ACCEPTED, Stage.OUT))
        assert list(state.sent_days_ago) == sorted(state.sent_days_ago, reverse=True)


def test_nobody_was_written_to_before_the_registration_was_confirmed(plan: DemoPlan) -> None:
    for applicant in plan.applicants:
        registered, confirmed = applicant.opt_in.registered_at, applicant.opt_in.confirmed_at
        assert registered is not None
        assert confirmed is not None
        assert registered < confirmed
        past = max((*applicant.state.sent_days_ago, applicant.state.decided_days_ago or 0))
        assert confirmed.date() <= AS_OF - timedelta(days=past)


def test_every_address_and_number_is_reserved_for_examples(plan: DemoPlan) -> None:
    for member in make_members(1_500, seed=3, as_of=AS_OF):
        contact = member.invented.contact
        assert re.fullmatch(r"[a-z0-9.-]+@example\.(org|com|net)", contact.email)
        assert not contact.web or re.search(r"\.example\.(org|com|net)$", contact.web)
        for number in (contact.phone, contact.mobile):
            digits = re.sub(r"\D", "", re.sub(r"\(0\)", "", number))
            assert re.fullmatch(
                r"(0|49|0049)(3023125\d{3}|6990009\d{3}|4066969\d{3}|2214710\d{3}|8999998\d{3}"
                r"|17139200\d\d|17604069\d{3}|15228817386)"
                r"|(0|44|0044)(2079460\d{3}|7700900\d{3})|1?61455501\d\d",
                digits,
            ), number
    for applicant in plan.applicants:
        assert any(ip_address(applicant.opt_in.ip_address) in network for network in _NETWORKS)


def test_thousands_are_all_different_people_with_falling_ids() -> None:
    members = make_members(5_000, seed=1, as_of=AS_OF)
    assert [int(member.id) for member in members] == list(range(9_999, 4_999, -1))
    names = {(m.invented.person.first_name, m.invented.person.last_name) for m in members}
    assert len(names) == len({m.invented.person.email for m in members}) == 5_000
    kinds = Counter(member.part.kind for member in members)
    assert kinds[Kind.SCAN] + kinds[Kind.PHOTOGRAPH] + kinds[Kind.LOCKED] + kinds[Kind.DAMAGED] == 7


@pytest.mark.parametrize("seed", (1, 2, 3))
def test_two_people_are_in_every_demonstration(seed: int) -> None:
    first, second = make_members(40, seed, AS_OF)[:2]
    assert (first.id, first.invented.person.last_name) == ("9999", "Weiß")
    assert (second.id, second.invented.person.last_name) == ("9998", "Kim")


def test_no_two_files_of_many_are_alike() -> None:
    def no_pictures(_content: bytes, _width_px: int) -> list[PagePicture]:
        raise AssertionError

    plain = [m for m in make_members(160, 5, AS_OF) if m.part.kind in (Kind.PDF, Kind.DOCX)]
    contents = [paper.content for member in plain for paper in make_papers(member, 5, AS_OF, no_pictures)]
    assert len(set(contents)) == len(contents)
