"""What is known of the person and the document, and which organisations stand beside an address or a number."""

from __future__ import annotations

import re
from itertools import takewhile

from reviewer.checks.agencies import Agency
from reviewer.checks.company_patterns import patterns
from reviewer.checks.flow import Flow
from reviewer.checks.late_patterns import late
from reviewer.checks.names import Name
from reviewer.checks.records import record
from reviewer.checks.sites import is_of_own_firm, is_told_in, site_of
from reviewer.checks.spots import CELLS, MAIL, TOLD, Layout, Spot, Zone, is_label, own_cell, told_above
from reviewer.checks.vocabulary import lowered, terms

_WORDS = re.compile(r"[A-ZÄÖÜ][^\W\d_]+")
_JOINED = late(r"[A-ZÄÖÜ][^\W\d_]+ (?:&|und|and) [A-ZÄÖÜ]")


@record
class Known:
    """What is known of the person and the document.

    name is nobody's where nothing but the head's type bears one out; agencies are the words of the names of those who
    hand the person over; flow is the document; reached are the addresses in it that bear the person's name and stand
    beside a number; is_presented says that an agency speaks in it of a candidate; mailed is how many first lines are
    somebody else's e-mail, and mail_header the lines of an e-mail's header.
    """

    name: Name
    layout: Layout
    flow: Flow
    agencies: tuple[Agency, ...] = ()
    reached: frozenset[str] = frozenset()
    is_presented: bool = False
    mailed: int = 0
    mail_header: frozenset[int] = frozenset()

    def _is_firm(self, row: str) -> bool:
        return patterns()["legal"].search(" " + row) is not None and not self.name.hints(row)

    def _is_of_organisation(self, spot: Spot, email: str) -> bool:
        """Whether an organisation is named beside whose site the address, or the one it stands with, is at.

        Below the person's name that is a firm of their own unless another address bears their name, and at a page's
        edge one with its legal form may be.
        """
        below = spot.zone is Zone.HEAD and self._is_below_name(spot) and not self._is_on_cover(spot)
        if not self.name or spot.zone is Zone.CONTACT or (below and not self.reached) or self._leads_row(spot):
            return False
        above = list(told_above(spot))[1:]
        rows = [spot.row, *takewhile(lambda row: not self.name.stands_in(row), above)]
        mails = [email] if email else [mail for row in rows for mail in MAIL.findall(row)]
        if below:
            mails = [mail for mail in mails if not self._is_perhaps_own(mail)]
        named = any(is_told_in(mail, rows) for mail in mails)
        firms = [row for row in rows if patterns()["legal"].search(" " + row)]
        return named and all(terms("contacts", "agencies").hits(lowered(row)) for row in firms)

    def _leads_row(self, spot: Spot) -> bool:
        """Whether the person's name begins the row, before the firm and the contact."""
        return self.name.stands_in(CELLS.split(spot.row[: spot.begin - spot.starts[spot.at]])[0])

    def _is_perhaps_own(self, email: str) -> bool:
        """Whether an address bears the person's name, is at the site of one that does, or of a firm of their own."""
        sites = {site_of(one) for one in self.reached}
        return email in self.reached or site_of(email) in sites or is_of_own_firm(email, self.name, self.flow)

    def _is_on_cover(self, spot: Spot) -> bool:
        """Whether it stands on a first page behind which the CV begins."""
        return spot.flow is not None and spot.flow.lines[spot.flow.line_at(spot.begin)].page + 1 in self.layout.heads

    def _names_unknown(self, spot: Spot) -> bool:
        """Whether the cell before a contact has words of its own that are neither the person's name nor an address."""
        cell = own_cell(spot)
        words = [word for word in _WORDS.findall(TOLD.sub(" ", cell)) if not is_label(lowered(word))]
        return bool(words) and not self.name.hints(cell) and not any(sign.isdigit() for sign in cell)

    def _names_firm(self, spot: Spot) -> bool:
        """Whether the cell before a contact is joined as firms' names are, or has an agency's word."""
        cell = own_cell(spot)
        joined = _JOINED.search(cell) is not None or terms("contacts", "agencies").hits(lowered(cell))
        return joined and not self._is_firm(cell) and not self.name.hints(cell)

    def _is_below_name(self, spot: Spot) -> bool:
        assert spot.flow
        lines = spot.flow.lines[: spot.flow.line_at(spot.begin)]
        return any(self.name.stands_in(line.text) for line in lines)
