"""Until it is claimed the mail server gets no text of a letter; one that may not leave costs no connection."""

from __future__ import annotations

import pytest

from reviewer.errors import Unavailable
from reviewer.mail.transport import Fault, NotSent, SentRefused
from tests.mail.test_smtp import GOODBYE, NEVER, a_message, a_server, a_transport, pipelining
from tests.smtp_servers import SmtpServer
from tests.smtp_troubles import DROP, Step, Trouble

__all__ = ["pipelining"]


class Asked:
    """Says whether a letter may leave, and notes what the server had reached by then."""

    def __init__(self, server: SmtpServer, says: bool | Exception = True) -> None:
        self._server = server
        self._says = says
        self.steps: list[list[Step]] = []

    def __call__(self) -> bool:
        self.steps.append(list(self._server.steps))
        if isinstance(self._says, Exception):
            raise self._says
        return self._says


def test_the_text_follows_only_when_the_letter_may_leave(pipelining: bool) -> None:
    with a_server(pipelining=pipelining) as server:
        asked = Asked(server)
        with a_transport(server).connect() as session:
            assert session.send(*a_message(), asked)
        (steps,) = asked.steps
        assert not {Step.DATA, Step.CONTENT, Step.ACCEPTED} & set(steps)
        assert pipelining or Step.RCPT not in steps
        assert len(server.messages) == 1


def test_a_letter_that_may_not_leave_is_taken_back_and_the_next_goes_over_the_same_connection(
    pipelining: bool,
) -> None:
    with a_server(pipelining=pipelining) as server:
        with a_transport(server).connect() as session:
            assert not session.send(*a_message("one", "first@example.org"), Asked(server, False))
            with pytest.raises(Unavailable, match="database-unreachable"):
                session.send(
                    *a_message("two", "second@example.org"), Asked(server, Unavailable("database-unreachable"))
                )
            assert session.send(*a_message("three", "third@example.org"))
        assert server.steps.count(Step.RSET) == 2
        assert server.steps.count(Step.DATA) == 1
        assert [message.recipients for message in server.messages] == [("third@example.org",)]
        assert server.connections == 1


@pytest.mark.parametrize(("step", "what"), [(Step.MAIL, NEVER), (Step.RCPT, NEVER), (Step.MAIL, GOODBYE)])
@pytest.mark.parametrize("may_leave", [True, False])
def test_a_refusal_that_comes_while_the_letter_is_claimed_is_heard_afterwards(
    step: Step, what: str, may_leave: bool, pipelining: bool
) -> None:
    trouble = Trouble(at=step, what=what, recipient="first@example.org" if step is Step.RCPT else "")
    with a_server(trouble, pipelining=pipelining) as server:
        with a_transport(server).connect() as session:
            asked = Asked(server, may_leave)
            if may_leave:
                with pytest.raises((NotSent, SentRefused)):
                    session.send(*a_message("one", "first@example.org"), asked)
            else:
                assert not session.send(*a_message("one", "first@example.org"), asked)
            assert len(asked.steps) == 1
            assert session.send(*a_message("two", "second@example.org"))
        assert [message.recipients for message in server.messages] == [("second@example.org",)]


@pytest.mark.parametrize("step", [Step.MAIL, Step.RCPT, Step.RSET])
def test_a_connection_that_is_lost_while_a_letter_is_taken_back_is_opened_anew(step: Step, pipelining: bool) -> None:
    trouble = Trouble(at=step, what=DROP, recipient="first@example.org" if step is Step.RCPT else "")
    with a_server(trouble, pipelining=pipelining) as server:
        with a_transport(server).connect() as session:
            assert not session.send(*a_message("one", "first@example.org"), Asked(server, False))
            assert session.send(*a_message("two", "second@example.org"))
        assert len(server.messages) == 1


def test_nobody_is_asked_while_there_is_no_connection() -> None:
    with a_server(Trouble(at=Step.ACCEPTED, what=GOODBYE)) as server:
        asked = Asked(server)
        with a_transport(server).connect() as session:
            with pytest.raises(NotSent):
                session.send(*a_message("one"))
            server.password = "changed"
            with pytest.raises(NotSent) as caught:
                session.send(*a_message("two"), asked)
        assert (caught.value.code, caught.value.fault, asked.steps) == ("smtp-login-refused", Fault.SERVER, [])
