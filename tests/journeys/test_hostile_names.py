"""Hostile names: they travel through import, list, header, letter and mail unharmed and harmless."""

from __future__ import annotations

import csv
import email
from email.policy import default
from pathlib import Path

import pytest

from tests.desks import text_of
from tests.journeys.stage import SitDown, Stage
from tests.smtp_servers import SmtpServer

COLUMNS = (
    *("id", "salutation", "title", "first_name", "last_name", "email"),
    *("language", "registered_at", "confirmed_at", "ip_address", "terms_version", "cv"),
)
LONG = "Ä" * 300
NAMES = {
    "braces": ("{{7*7}}", "{{7*7}}", "Guten Tag {{7*7}},"),
    "markup": ("<b>Ann</b>", "<b>Ann</b>", "Guten Tag <b>Ann</b>,"),
    "lines": ("Xaver\nBcc: y@example.org", "Xaver Bcc: y@example.org", "Guten Tag Xaver Bcc: y@example.org,"),
    "marks": ("\u202eAnna\u202c", "Anna", "Guten Tag Anna,"),
    "long": (LONG, LONG[:200], f"Guten Tag {LONG[:200]},"),
    "empty": ("", "", "Guten Tag,"),
}
"""What the table says, what the window and the mail call it, and how the letter greets."""


def write_table(folder: Path) -> Path:
    folder.mkdir()
    with (folder / "applicants.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(COLUMNS)
        for number, (kind, (name, _shown, _greeting)) in enumerate(NAMES.items()):
            (folder / f"{kind}.txt").write_text(f"Lebenslauf {kind} {number}\n", encoding="utf-8")
            address = f"{kind}@example.org"
            moments = ("2017-05-04", "2017-05-04")
            table.writerow((kind, "", "", "", name, address, "de", *moments, "192.0.2.1", "3", f"{kind}.txt"))
    return folder


def send_feedback(anna: Stage, kind: str, shown: str, greeting: str) -> None:
    anna.go_to(kind)
    assert anna.shown_name() == (shown or "No name")
    anna.press("2")
    anna.wait_until(lambda: anna.letter_text().startswith(greeting))
    anna.press("F")
    anna.wait_until(lambda: anna.shown_id() != kind)


@pytest.fixture
def anna(sit_down: SitDown, tmp_path: Path) -> Stage:
    stage = sit_down()
    stage.bring_in(write_table(tmp_path / "in"))
    stage.wait_until(lambda: len(stage.queue()) == 1 + len(NAMES))
    return stage


def test_hostile_names_change_nothing_but_their_own_letter(anna: Stage, tmp_path: Path) -> None:
    listed = anna.queue()
    for kind, (_name, shown, greeting) in NAMES.items():
        assert any((shown or kind) in line for line in listed)
        send_feedback(anna, kind, shown, greeting)
    anna.clock.forward(minutes=1)
    anna.press("F5")
    anna.wait_until(lambda: len(list(anna.home.outgoing.glob("*.eml"))) == len(NAMES))
    files = anna.home.outgoing.glob("*.eml")
    letters = [email.message_from_bytes(file.read_bytes(), policy=default) for file in files]
    by_address = {letter["To"].addresses[0].addr_spec: letter for letter in letters}
    assert sorted(by_address) == sorted(f"{kind}@example.org" for kind in NAMES)
    for kind, (_name, shown, greeting) in NAMES.items():
        letter = by_address[f"{kind}@example.org"]
        assert len(letter["To"].addresses) == 1
        assert (letter["Bcc"], letter["Cc"]) == (None, None)
        assert letter["To"].addresses[0].display_name.rstrip("…") in shown
        assert text_of(letter).startswith(greeting)
    assert all("49" not in text_of(letter).split("\n")[0] for letter in letters)


def test_hostile_names_reach_the_mail_server_harmless(sit_down: SitDown, tmp_path: Path, server: SmtpServer) -> None:
    settings = {
        "mail.sender": "Anna Beispiel <anna@example.com>",
        "mail.transport": "smtp",
        "smtp.host": server.host,
        "smtp.port": str(server.port),
        "smtp.user": server.user,
        "smtp.ca_file": str(server.certificate_file),
    }
    anna = sit_down(settings=settings)
    anna.bring_in(write_table(tmp_path / "in"))
    for kind, (_name, shown, greeting) in NAMES.items():
        send_feedback(anna, kind, shown, greeting)
    anna.clock.forward(minutes=1)
    anna.press("F5")
    anna.wait_until(lambda: len(server.messages) == len(NAMES))
    assert {message.recipients for message in server.messages} == {(f"{kind}@example.org",) for kind in NAMES}
    for message in server.messages:
        head = message.raw.partition(b"\r\n\r\n")[0].lower()
        assert b"\nbcc:" not in head
        assert len(message.parsed["To"].addresses) == 1
        _name, _shown, greeting = NAMES[message.recipients[0].partition("@")[0]]
        assert text_of(message.parsed).startswith(greeting)
