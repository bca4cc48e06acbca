"""Every reason a letter may carry has words, and each state its own icon."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from reviewer.domain.letter import LetterState
from tests.architecture.source import ROOT
from ui.outbox.letter_words import countdown, reason_words, state_icon, state_title

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SOURCES = ("reviewer/domain/delivery.py", "reviewer/mail/templates.py", "reviewer/domain/reception.py")
CODES = sorted(
    {
        code
        for source in SOURCES
        for code in re.findall(
            r'"((?:gate|letter-with|new-version)[a-z-]*)"', (ROOT / source).read_text(encoding="utf-8")
        )
    }
    | {"sender-vanished", "superseded", "smtp-timeout", "mail-folder-not-writable", "no-address"}
)


def test_the_codes_of_gate_and_templates_are_found() -> None:
    assert {"gate-address-changed", "gate-newer-cv", "letter-with-leftover", "new-version"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_reason_has_words_and_a_remedy(code: str) -> None:
    title, remedy = reason_words(code)
    assert title
    assert remedy
    assert code not in title


def test_what_a_mail_server_said_is_quoted_and_an_unknown_code_says_nothing() -> None:
    assert reason_words("550 mailbox unavailable") == ("The mail server said: 550 mailbox unavailable", "")
    assert reason_words("some-new-code") == ("", "")
    assert reason_words("") == ("", "")


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(seconds=23), "0:23"),
        (timedelta(seconds=22.2), "0:23"),
        (timedelta(minutes=59, seconds=1), "59:01"),
        (timedelta(0), ""),
        (timedelta(hours=2), ""),
    ],
)
def test_a_countdown_never_shows_less_than_is_left(left: timedelta, words: str) -> None:
    assert countdown(NOW + left, NOW) == words


def test_no_two_states_look_or_read_alike() -> None:
    assert len({state_icon(state)[0] for state in LetterState}) == len(LetterState)
    assert len({state_title(state) for state in LetterState}) == len(LetterState)
