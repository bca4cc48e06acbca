"""Two desks on one server send one queue while each is killed at random."""

from __future__ import annotations

from pathlib import Path

from tests.mail.drain import drain


def test_two_desks_that_are_killed_at_random_deliver_each_letter_once_or_leave_it_in_doubt(
    postgres_url: str, tmp_path: Path
) -> None:
    drained = drain(tmp_path, postgres_url, letters=120, kills=6, seed=7, steps=60)
    assert drained.kills >= 2, str(drained)
    assert (drained.letters, drained.twice, drained.unknown, drained.other) == (120, 0, 0, 0), str(drained)
    assert drained.delivered + drained.in_doubt == 120
    # The letter on the wire, or the one before, whose answer was just being told with its claim.
    assert drained.in_doubt <= drained.kills, str(drained)
