"""Whatever bytes a table holds, reading it ends in rows and problems."""

from __future__ import annotations

import contextlib
import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.arrival import IncomingApplicant, RowProblem
from reviewer.errors import Misconfigured
from reviewer.intake.folder import read_folder
from reviewer.intake.problems import words
from reviewer.intake.table import COLUMNS
from tests.intake.builders import SOUND, no_text, write_folder

odd_text = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ["", '"', '""', ";", "\n", "\r", "\x00", "../x", "weiss.pdf", "a@example.org", "\u202e", "{{7*7}}", "2017-05-04"]
)
cells = st.fixed_dictionaries({name: st.just(SOUND[name]) | odd_text for name in COLUMNS})


def take(table: bytes) -> list[IncomingApplicant | RowProblem]:
    with tempfile.TemporaryDirectory() as name:
        folder = write_folder(Path(name), table)
        return list(read_folder(folder, read_text=no_text))


@settings(deadline=None)
@given(
    st.lists(cells, max_size=5), st.sampled_from([";", ",", "\t"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])
)
def test_every_well_formed_row_comes_in_or_is_named(rows: list[dict[str, str]], delimiter: str, encoding: str) -> None:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    items = take(stream.getvalue().encode(encoding))
    expected = sum(any(value.strip() for value in row.values()) for row in rows)
    assert len(items) == expected
    assert all(words(item) for item in items if isinstance(item, RowProblem))


@settings(deadline=None)
@given(st.binary(max_size=300) | st.text(alphabet='";,\t\r\n1a@.', max_size=300).map(str.encode))
def test_no_bytes_below_the_header_end_in_a_traceback(untrusted: bytes) -> None:
    for item in take(";".join(COLUMNS).encode() + b"\n" + untrusted):
        assert isinstance(item, IncomingApplicant | RowProblem)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_file_at_all_ends_in_a_traceback(untrusted: bytes) -> None:
    with contextlib.suppress(Misconfigured):
        take(untrusted)


@settings(deadline=None)
@given(st.integers(0, 3), odd_text)
def test_a_broken_line_never_takes_a_sound_row_with_it(place: int, untrusted: str) -> None:
    sound = [";".join((SOUND | {"id": f"sound-{number}"})[name] for name in COLUMNS) for number in range(3)]
    broken = untrusted.replace("\n", " ").replace("\r", " ")
    lines = [";".join(COLUMNS), *sound[:place], f'bad;"{broken}', *sound[place:], ""]
    items = take("\n".join(lines).encode())
    taken = [item.id for item in items if isinstance(item, IncomingApplicant)]
    assert taken == ["sound-0", "sound-1", "sound-2"]
