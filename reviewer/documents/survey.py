"""A document read from its first page to its last, to tell how much of it can be shown."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from reviewer.documents import limits
from reviewer.documents.record import KILLING
from reviewer.documents.session import DocumentSession
from reviewer.domain.pages import DocumentFacts
from reviewer.errors import DocumentUnreadable

_WIDTH_PX = 800
_LEFT_AFTER_TROUBLE_S = 0.7
_FOR_TEXT_S = 0.4
# What the survey's own end cut off sooner than this was not slow by itself.
_SLOW_S = 1.0
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """How much of a document could be shown; failure is the first thing that went wrong, None when nothing did.

    partial: time ran out before all of it had been looked at, without anything having gone wrong.
    """

    facts: DocumentFacts | None
    rendered_pages: int
    characters: int
    failure: DocumentUnreadable | None
    partial: bool = False


def survey(open_session: Callable[[float], DocumentSession], within_s: float) -> Survey:
    """Draw every page and read the text; a page that kills its worker costs that page, two end the survey.

    open_session is given the seconds that are left for opening.
    """
    surveyor = _Surveyor(open_session, time.monotonic() + within_s)
    try:
        return surveyor.look()
    finally:
        surveyor.close()


class _Surveyor:
    """One document under survey; after the first failure little time is left for the rest of it."""

    def __init__(self, open_session: Callable[[float], DocumentSession], end_s: float) -> None:
        self._open_session = open_session
        self._session: DocumentSession | None = None
        self._failure: DocumentUnreadable | None = None
        self._kills = 0
        self._end_s = end_s
        self._out_of_time = False

    def look(self) -> Survey:
        facts = self._try(lambda session: session.facts)
        pages = len(facts.pages) if facts else 0
        self._end_s -= _FOR_TEXT_S
        rendered = sum(self._drawn(page) for page in range(1, pages + 1))
        if self._failure is None:
            self._end_s += _FOR_TEXT_S
        text = self._try(lambda session: session.text(within_s=self._left_s)) if facts else None
        return Survey(
            facts=facts,
            rendered_pages=rendered,
            characters=len(text or ""),
            failure=self._failure,
            partial=self._out_of_time and self._failure is None,
        )

    def _drawn(self, page: int) -> bool:
        return self._try(lambda session: session.render(page, _WIDTH_PX, within_s=self._left_s)) is not None

    @property
    def _left_s(self) -> float:
        return self._end_s - time.monotonic()

    def _try(self, act: Callable[[DocumentSession], _Answer]) -> _Answer | None:
        if self._left_s <= 0:
            self._out_of_time = True
            return None
        if self._kills >= limits.KILLS_UNTIL_GIVEN_UP:
            return None
        begun = time.monotonic()
        try:
            return act(self._living())
        except DocumentUnreadable as unreadable:
            if unreadable.code == "too-slow" and self._left_s <= 0 and begun + _SLOW_S > time.monotonic():
                self._out_of_time = True
                return None
            self._failure = self._failure or unreadable
            self._kills += unreadable.code in KILLING
            self._end_s = min(self._end_s, time.monotonic() + _LEFT_AFTER_TROUBLE_S)
            return None

    def _living(self) -> DocumentSession:
        if self._session is None or not self._session.alive:
            self.close()
            self._session = self._open_session(self._left_s)
        return self._session

    def close(self) -> None:
        if self._session:
            self._session.close()
            self._session = None
