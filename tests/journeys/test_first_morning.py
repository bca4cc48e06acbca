"""A new colleague's first morning: a folder of ten CVs, three reviews by keyboard, letters, an erasure, a restart."""

from __future__ import annotations

from pathlib import Path

from reviewer.domain.applicant import Answer, State
from tests.desks import SetClock, find, text_of
from tests.journeys.papers import write_ten
from tests.journeys.stage import SitDown, Stage
from tests.smtp_servers import SmtpServer
from ui.erasures.receipt_view import ReceiptView

FINE, LACKING, OPEN = Answer.FINE, Answer.LACKING, Answer.OPEN


def set_up(stage: Stage, server: SmtpServer) -> None:
    """The first steps: who, how letters leave."""
    stage.type("Anna Beispiel")
    stage.press("Return")
    stage.enter("mail.sender", "Anna Beispiel <anna@example.com>")
    stage.click("Mail server")
    stage.enter("smtp.host", server.host)
    stage.enter("smtp.port", str(server.port))
    stage.enter("smtp.user", server.user)
    stage.enter("smtp.ca_file", str(server.certificate_file))
    stage.click("Continue")


def review_weiss(stage: Stage) -> None:
    """Lacking with evidence, fine, lacking; a sentence by hand in between."""
    stage.press("J")
    stage.wait_for_document()
    assert (stage.shown_name(), stage.shown_id()) == ("Dr. Petra Weiß", "9999")
    stage.press("1 1 2")
    stage.drag("Werkleiter", "Nordwerk")
    stage.press("E")
    assert stage.evidence(2) == ["p. 1 “Werkleiter bei Nordwerk”"]
    stage.press("L Ctrl+Home Down Down")
    stage.type("Eine Zeile von Hand. ")
    stage.press("Escape 3")
    assert stage.answers() == [FINE, LACKING, LACKING, OPEN, OPEN, OPEN]


def erase_reuter(stage: Stage) -> None:
    """Only the ID, typed, erases."""
    stage.go_to("9996")
    assert stage.unreadable() == "This document is protected by a password"
    stage.press("D")
    stage.type("9995")
    stage.press("Return")
    assert stage.says("Delete all data of Maja Reuter")
    stage.press("Ctrl+A")
    stage.type("9996")
    stage.press("Return")
    stage.wait_until(lambda: not any("Reuter" in line for line in stage.queue()))


def what_stands(stage: Stage) -> list[object]:
    """All that a person would look for after coming back."""
    stage.visit("review")
    stage.go_to("9997")
    draft = (stage.answers(), stage.letter_text(), stage.unreadable())
    stage.visit("outbox")
    stage.wait_until(lambda: len(stage.outbox()) == 2)
    outbox = stage.outbox()
    stage.visit("erasures")
    stage.wait_until(lambda: bool(stage.find(ReceiptView).words()[2][1]))
    receipt = stage.find(ReceiptView).words()
    stored = [find(stage.desk, id) for id in ("9999", "9998", "9997")]
    return [stage.queue(), draft, outbox, receipt, stored]


def test_a_first_morning(sit_down: SitDown, tmp_path: Path, clock: SetClock, server: SmtpServer) -> None:
    stage = sit_down(fresh=True, settings={"letters.rejections": "at-once"})
    set_up(stage, server)
    stage.bring_in(write_ten(tmp_path / "incoming"))
    stage.wait_until(lambda: len(stage.queue()) == 11)
    assert stage.queue()[1:3] == ["Weiß, Dr. Petra", "Kim, Alex"]

    review_weiss(stage)
    letter = stage.letter_text()
    assert letter.startswith("Sehr geehrte Frau Dr. Weiß,\n\nEine Zeile von Hand. vielen Dank")
    assert "„Werkleiter bei Nordwerk“ (Seite 1" in letter
    stage.press("F")

    stage.wait_until(lambda: stage.shown_id() == "9998")
    stage.wait_for_document()
    stage.press("5 6")
    assert "Alex Kim" in stage.letter_text()
    stage.press("R")

    stage.wait_until(lambda: stage.shown_id() == "9997")
    stage.wait_for_document()
    stage.press("1 4 4")
    stage.press("L Ctrl+End")
    stage.type(" PS: gern telefonisch")
    stage.press("Escape A")
    stage.wait_until(lambda: stage.shown_id() == "9996")
    stage.press("Z")
    stage.wait_until(lambda: stage.shown_id() == "9997")
    assert find(stage.desk, "9997").state is State.PENDING
    assert stage.letter_text().endswith("PS: gern telefonisch")

    erase_reuter(stage)
    stage.go_to("9995")
    assert stage.unreadable() == "This document is damaged"
    clock.forward(seconds=31)
    stage.press("F5")
    stage.wait_until(lambda: len(server.messages) == 3)
    stage.settle()

    before = what_stands(stage)
    stage.restart()
    assert what_stands(stage) == before
    read_the_mail(server, letter)
    assert [find(stage.desk, id).state for id in ("9999", "9998", "9997")] == [
        State.FOLLOW_UP,
        State.OUT,
        State.PENDING,
    ]


def read_the_mail(server: SmtpServer, letter: str) -> None:
    """Exactly three letters left, each for one person, after a login."""
    assert {message.user for message in server.messages} == {"anna"}
    mail = {message.recipients: message.parsed for message in server.messages}
    assert set(mail) == {("p9999@example.org",), ("p9998@example.org",), ("p9996@example.org",)}
    feedback = mail["p9999@example.org",]
    assert feedback["Subject"] == "Ihr Lebenslauf: was bis zur Freigabe noch fehlt"
    assert feedback["From"] == "Anna Beispiel <anna@example.com>"
    assert " ".join(text_of(feedback).split()) == " ".join(letter.split())
    confirmation = text_of(mail["p9996@example.org",])
    assert confirmation.splitlines()[:3] == ["Sehr geehrte Frau Reuter,", "", "Ihre Daten wurden gelöscht."]
