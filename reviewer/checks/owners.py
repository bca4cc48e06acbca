"""Whose an address or a number is: the person's own, or a referee's, client's, agency's or addressee's."""

from __future__ import annotations

import re
from enum import Enum

from reviewer.checks.agencies import hands_over, is_at, only_asks
from reviewer.checks.company_patterns import patterns
from reviewer.checks.flow import Flow
from reviewer.checks.given_names import folded
from reviewer.checks.known import Known
from reviewer.checks.late_patterns import late
from reviewer.checks.letters import is_addressee, is_before_greeting
from reviewer.checks.names import NOBODY, find_names, make_name
from reviewer.checks.people import find_honoured, find_people
from reviewer.checks.records import record
from reviewer.checks.sayings import (
    NUMBER,
    TOWN,
    follows_an_answered,
    heads_private,
    in_column,
    is_beside_particulars,
    is_first_person,
    is_imprint,
    is_my_own,
    is_sent_to,
    is_street,
    is_whole_strip,
    told_before,
)
from reviewer.checks.sections import heading_kind
from reviewer.checks.sites import is_of_office, is_of_own_firm, rows_with
from reviewer.checks.spots import (
    CELLS,
    MAIL,
    MOST_ROWS,
    TOLD,
    Spot,
    Zone,
    before,
    find_spot,
    first_cell,
    is_apart,
    is_led_to,
    is_stint,
    own_cell,
    passage,
    runs_on,
    tells_little,
    told_above,
)
from reviewer.checks.strangers import bears_name_of, is_another, is_of_another, names_another
from reviewer.checks.vocabulary import load, lowered, terms

_NAME_CELLS = re.compile(r"\t|\s{3,}|[|•◦●■▪,:;(]|//|\s[·–-]\s")
_AFTER_NAME = late(r"\s*[,(|:·–]\s*|\s-\s|\t")
_PERSON_LABEL = late(r"^\W*(?:referenz\w*|reference|referee|kontakt|contact|auskunft)\W+", re.IGNORECASE)
_PERSONAL = late(r"[a-z]+[._][a-z]{3,}\d*@")
# A cell that begins with capitalised words, as one that tells somebody's name does.
_FIRST_WORDS = late(r"\W*[A-ZÄÖÜ][\w.'’-]* (?:[A-ZÄÖÜ]|v[ao]n |de )")
_NEAR = frozenset((Zone.HEAD, Zone.CONTACT))
_SHORT, _CLOSE, _OF_A_TABLE = 8, 3, 2


class Standing(Enum):
    """OWN and OTHER are told; PERHAPS is the person's where nothing else of its kind is."""

    OWN = 1
    PERHAPS = 2
    OTHER = 3


@record
class Owner(Known):
    """Whose what stands somewhere is, by what is known."""

    def judge(self, text: str, flow: Flow | None, begin: int, end: int, email: str) -> Standing:
        """Whose text[begin:end] is; flow is None for text outside the pages, email empty for numbers.

        What names a person or an organisation decides first, then what the words around say, then the place.
        """
        spot = find_spot(text, flow, begin, end, self.layout)
        told = self._told_outright(spot, email)
        if told is not None:
            return told
        if spot.zone in {Zone.REFEREES, Zone.BODY} and (follows_an_answered(spot) or is_beside_particulars(spot)):
            return Standing.PERHAPS
        sentence = passage(spot)
        asked = not self.agencies and only_asks(before(spot))
        if not asked and self._is_handed_over(spot):
            return Standing.OTHER
        in_strip = spot.zone is Zone.HEAD or (spot.zone is Zone.REFEREES and not names_another(spot.row, self.name))
        if not email and in_strip and self._is_listed_with_own(spot):
            return Standing.OWN
        if not asked and self._speaks_of_another(spot, sentence):
            return Standing.OTHER
        of_firm = spot.zone is Zone.EDGE and not email and self._names_firm(spot)
        if of_firm or self._is_built_of_another(spot, email):
            return Standing.OTHER
        if spot.zone is Zone.HEAD and self.reached and self._is_of_organisation(spot, email):
            return Standing.OTHER
        if not email and spot.zone in {Zone.BODY, Zone.REFEREES} and self._stands_above_own(spot):
            return Standing.OWN
        if self._writes_of_oneself(spot):
            return Standing.OWN
        introduced = self._introduced(spot)
        if introduced is not None:
            return Standing.OWN if introduced else Standing.OTHER
        if is_whole_strip(spot.row) and not names_another(spot.row, self.name):
            return Standing.PERHAPS
        if self._is_headed_by_another(spot) or self._is_of_organisation(spot, email):
            return Standing.OTHER
        if spot.zone is Zone.REFEREES or is_addressee(text, begin, self.name) or self._is_of_a_stranger(spot, email):
            return Standing.OTHER
        return self._told_by_place(spot, sentence, asked=asked)

    def _told_by_place(self, spot: Spot, sentence: str, *, asked: bool) -> Standing:
        """Whose a contact is by its part of the document alone; asked says that words before it ask for a message."""
        leading = [CELLS.split(row)[0] for row in spot.rows[max(0, spot.at - 1) : spot.at + 1]]
        if self.is_presented and spot.zone in {Zone.HEAD, Zone.EDGE} and any(map(self._is_firm, leading)):
            return Standing.OTHER
        if spot.zone is Zone.EDGE and (self._is_firm(sentence) or self._names_unknown(spot)):
            return Standing.OTHER if self.is_presented else Standing.PERHAPS
        if spot.zone in {Zone.HEAD, Zone.CONTACT, Zone.EDGE}:
            return Standing.PERHAPS if asked else Standing.OWN
        return Standing.PERHAPS if tells_little(first_cell(spot)) or is_first_person(sentence) else Standing.OTHER

    def _told_outright(self, spot: Spot, email: str) -> Standing | None:
        """What an address tells by itself, a letter's row of whom it is sent to, or words about one's own assistant."""
        told = self._told_by_address(spot, email) if email else None
        if (
            told is None
            and spot.flow
            and min(self.mail_header, default=0) <= spot.flow.line_at(spot.begin) < self.mailed
        ):
            return Standing.OTHER
        if told is None and self._is_through_mine(spot):
            return Standing.OWN
        if told is None and email and self._is_sent_to(spot):
            return Standing.OTHER
        return told

    def _writes_of_oneself(self, spot: Spot) -> bool:
        """Whether a sentence of the person's own letter says how to reach them: on a first page, below their name."""
        if self.is_presented or not spot.flow or spot.flow.lines[spot.flow.line_at(spot.begin)].page > 1:
            return False
        return is_my_own(lowered(told_before(spot))) and self._is_below_name(spot)

    def _is_sent_to(self, spot: Spot) -> bool:
        """Whether an e-mail's header or the head of a letter says that it goes to an address."""
        number = spot.flow.line_at(spot.begin) if spot.flow else -1
        if number in self.mail_header:
            return is_sent_to(spot.row) or (spot.at > 0 and is_sent_to(spot.rows[spot.at - 1] + ":"))
        return spot.zone is Zone.HEAD and is_sent_to(spot.row) and self._is_letter(spot)

    def _told_by_address(self, spot: Spot, email: str) -> Standing | None:
        """What an address tells by itself: the person's name, another's, an agency's or one's own firm's."""
        if self.name.is_borne_by(email):
            # At a firm of one's own others have addresses, too.
            by_site = not self.name.is_borne_by(email.partition("@")[0] + "@") and self._is_of_somebody_named(email)
            return Standing.OTHER if by_site or self._is_of_namesake(spot, email) else Standing.OWN
        if is_at(email, self.agencies) or self._is_of_somebody_named(email):
            return Standing.OTHER
        of_referee = spot.zone is Zone.REFEREES and not self.name.stands_in(spot.row)
        of_firm = not of_referee and is_of_own_firm(email, self.name, self.flow)
        if of_firm or self.name.is_abbreviated(email.partition("@")[0]):
            return Standing.OWN
        return Standing.OTHER if is_of_office(email, small=spot.zone in _NEAR) else None

    def _is_of_somebody_named(self, email: str) -> bool:
        """Whether an address is made of the name of another who is named anywhere in the document."""
        if not self.name:
            return False
        letters = max(re.findall(r"[a-z]+", folded(email).partition("@")[0]), key=len, default="")
        rows = rows_with(letters, self.flow) or rows_with(letters[1:], self.flow)
        people = {one for row in rows for one in find_people(row)}
        return any(is_another(one, self.name) and bears_name_of(email, one) for one in people)

    def _is_handed_over(self, spot: Spot) -> bool:
        """Whether words before it in its row say that an agency or another answers, and the person's name not after."""
        words = before(spot)
        low = lowered(words)
        told = [end for _, end in terms("contacts", "handed_over").find(low)]
        if spot.zone is Zone.EDGE:
            told += [end for kind in ("announced", "about") for _, end in terms("contacts", kind).find(low)]
        elif not told:
            starts = [0, *(cell.end() for cell in CELLS.finditer(words))]
            told = [end for begin, end in terms("contacts", "announced").find(low) if begin in starts]
        return bool(told) and not self.name.stands_in(words[max(told) :]) and not is_my_own(low[max(told) :])

    def _is_through_mine(self, spot: Spot) -> bool:
        """Whether the words before, or the row above a number alone, say that the person's own assistant answers."""
        if spot.zone is Zone.REFEREES:
            return False
        above = [] if own_cell(spot) and not is_led_to(spot) else list(told_above(spot))[1:3]
        return terms("contacts", "through_mine").hits(lowered(" ".join([*reversed(above), before(spot)])))

    def _is_own_mail(self, spot: Spot, email: str) -> bool:
        return self._told_by_address(spot, email) is Standing.OWN

    def _is_of_namesake(self, spot: Spot, email: str) -> bool:
        """Whether an address has the person's last name and the first name of another who is told before it."""
        local = folded(email).partition("@")[0]
        known = {*load("contacts")["general"], *load("contacts")["particles"]}
        others = {one for one in re.findall(r"[a-z]{3,}", local) if one not in known and not self.name.hints(one)}
        if self.name.last not in local:
            return False
        for words in told_above(spot):
            if self.name.stands_in(words):
                return False
            people = find_people(words)
            if any(is_another(one, self.name) and bears_name_of(email, one) for one in people):
                return True
            cells = [cell for cell in _NAME_CELLS.split(words) if self.name.hints(cell)]
            if any(others & set(folded(cell).split()) for cell in cells):
                return True
        return False

    def _is_built_of_another(self, spot: Spot, email: str) -> bool:
        """Whether an address bears the name of another who is told before it in its row or above it in its block."""
        if not email or not self.name:
            return False
        for words in told_above(spot):
            if self.name.stands_in(words):
                return False
            for cell in _NAME_CELLS.split(words):
                names = find_names(cell, first=False)
                other = make_name(names) if self._is_another(names) else NOBODY
                near = spot.zone is not Zone.HEAD or other.hints(email.partition("@")[0])
                if other and near and other.is_borne_by(email):
                    return True
        return False

    def _speaks_of_another(self, spot: Spot, sentence: str) -> bool:
        """Whether the words around name another person or firm, or say that it is somebody else's."""
        near = spot.zone in _NEAR
        words = told_before(spot) if near else sentence
        if near and spot.row.count("\t") >= _OF_A_TABLE and self._names_another(before(spot)):
            return True
        if self._honours_another(words) or (self._names_another(words) and not self.name.stands_in(words)):
            return True
        low = lowered(TOLD.sub(" ", words))
        if terms("contacts", "others").hits(low) and not self.name.stands_in(words) and not is_my_own(low):
            return True
        if not near and patterns()["legal"].search(" " + words) and not self.name.hints(words):
            return spot.zone is not Zone.EDGE or terms("contacts", "agencies").hits(low)
        if near:
            return False
        first = _AFTER_NAME.split(_PERSON_LABEL.sub("", sentence), maxsplit=1)
        return len(first) > 1 and self._is_another(find_names(first[0], first=False))

    def _names_another(self, words: str) -> bool:
        """Whether somebody with a usual given name is named who is not the person."""
        return bool(self.name) and names_another(words, self.name)

    def _honours_another(self, words: str) -> bool:
        return any(self._is_another(names) for names in find_honoured(words))

    def _is_another(self, names: list[str]) -> bool:
        parts = {part for word in names for part in folded(word).split("-") if part}
        return bool(names and self.name) and names[0][:1].isupper() and not parts & self.name.parts

    def _introduced(self, spot: Spot) -> bool | None:
        """Whether the nearest name above in the same block is the person's, or a heading says so; None for neither."""
        near = spot.zone in {Zone.HEAD, Zone.CONTACT, Zone.EDGE}
        firm = False
        if spot.zone is Zone.BODY and self._is_listed_with_own(spot):
            return True
        for at in range(spot.at, max(-1, spot.at - MOST_ROWS), -1):
            if at < spot.at and (is_apart(spot, at) or is_stint(spot.rows[at])):
                break
            # The heading of a letter of reference may name the person of whom it speaks.
            if at < spot.at and spot.zone is Zone.REFEREES and self._heads_section(spot, at):
                break
            row = in_column(spot, at)
            if at < spot.at and is_imprint(row) and self.name.stands_in(row):
                return True
            short = len(TOLD.sub(" ", row).split()) <= _SHORT
            if any(self._is_own_mail(spot, mail) for mail in MAIL.findall(row)):
                return True
            leading = _NAME_CELLS.split(row)[0]
            if (short and self._is_own_name(row)) or (len(leading.split()) < _SHORT and self.name.stands_in(leading)):
                return not (firm and self._is_letter(spot))
            if at < spot.at and self._heads_contacts(spot, row):
                return True
            if at < spot.at and short and self._brings_another(row, near=near, close=spot.at - at <= _CLOSE):
                if self._is_answered(spot, at):
                    break
                return False
            if at < spot.at and self._heads_section(spot, at):
                break
            is_firm = at < spot.at and short and self._is_firm(row)
            if is_firm and (not near or terms("contacts", "agencies").hits(lowered(row))):
                return False
            firm = firm or is_firm
        return False if firm and self._is_letter(spot) else None

    def _is_answered(self, spot: Spot, at: int) -> bool:
        """Whether row at, which announces another, or the next has their number or address, and a town is told below.

        So the person's own address follows an emergency contact.
        """
        told = next((row for row in (at, at + 1) if MAIL.search(spot.rows[row]) or NUMBER.search(spot.rows[row])), None)
        return told is not None and any(TOWN.search(row) for row in spot.rows[told + 1 : spot.at + 1])

    def _is_listed_with_own(self, spot: Spot) -> bool:
        """Whether the row's cells, with the row that goes on with them, hold an address and only the person's own."""
        goes_on = spot.at + 1 < len(spot.rows) and runs_on(spot, spot.at)
        rows = spot.rows[spot.at : spot.at + 2] if goes_on else [spot.row]
        mails = [mail for row in rows for mail in MAIL.findall(row)]
        listed = len(CELLS.split(spot.row)) > 1 and in_column(spot, spot.at) == spot.row
        return listed and bool(mails) and all(self._is_own_mail(spot, mail) for mail in mails)

    def _stands_above_own(self, spot: Spot) -> bool:
        """Whether a number alone in its row stands right above an address of the person's, but for their labels."""
        if not tells_little(spot.row):
            return False
        for row in spot.rows[spot.at + 1 : spot.at + 3]:
            mails = MAIL.findall(row)
            if mails or not tells_little(row):
                footer = spot.zone is Zone.REFEREES and NUMBER.search(row) is not None
                own = all(self.name.is_borne_by(mail) for mail in mails)
                return bool(mails) and tells_little(row) and own and not footer
        return False

    def _heads_contacts(self, spot: Spot, row: str) -> bool:
        """Whether a row is a heading for contact data, or for private ones; among referees it is a label of theirs."""
        heads = heading_kind(row) == "contact" or heads_private(row)
        return heads and spot.zone is not Zone.REFEREES

    def _heads_section(self, spot: Spot, at: int) -> bool:
        """Whether a row is the heading of a section, which nothing above it introduces."""
        return spot.flow is not None and spot.flow.line_at(spot.starts[at]) in {
            one.heading for one in self.layout.sections
        }

    def _is_own_name(self, row: str) -> bool:
        """Whether a row names the person, perhaps misread in part."""
        if self.name.stands_in(row):
            return True
        names = [find_names(cell, first=False) for cell in CELLS.split(row)] if self.name.hints(row) else []
        return any(self.name.last in {folded(word) for word in words} for words in names)

    def _brings_another(self, row: str, *, near: bool, close: bool) -> bool:
        """Whether a short row above names another, or announces somebody else's data."""
        leading = [cell for cell in _NAME_CELLS.split(row) if _FIRST_WORDS.match(cell)] if near else [row]
        if is_street(row) or terms("contacts", "through_mine").hits(lowered(row)):
            return False
        if self._honours_another(row) or any(self._names_another(cell) for cell in leading):
            return True
        low = lowered(TOLD.sub(" ", row))
        told = terms("contacts", "announced" if near else "others").find(low)
        told = sorted([*told, *terms("contacts", "handed_over").find(low)])
        if hands_over(low) and (close or not near):
            return True
        if told and (close or not near) and (not low[: told[0][0]].strip(" •-–") or low.rstrip().endswith(":")):
            return True
        return not near and any(self._is_another(find_names(cell, first=False)) for cell in CELLS.split(row))

    def _is_letter(self, spot: Spot) -> bool:
        return spot.zone is Zone.HEAD and is_before_greeting(spot.text, spot.begin)

    def _is_headed_by_another(self, spot: Spot) -> bool:
        """Whether the heading of its part of the document announces somebody else."""
        if not spot.flow or not spot.section or spot.section.heading is None:
            return False
        heading = spot.flow.lines[spot.section.heading].text
        low = lowered(heading)
        announced = any(terms("contacts", kind).hits(low) for kind in ("announced", "handed_over"))
        return (announced or self._names_another(heading)) and not is_my_own(low)

    def _is_of_a_stranger(self, spot: Spot, email: str) -> bool:
        """Whether an address is built of another's name, or a number stands in a row with such an address."""
        if not self.name or (spot.zone is Zone.HEAD and self._is_below_name(spot)):
            return False
        if self._leads_row(spot):
            return False
        told = [email] if email else MAIL.findall(spot.row)
        if spot.zone is Zone.HEAD:
            return any(is_of_another(one, self.name) for one in told)
        return bool(told) and all(_is_personal(one) and not self.name.is_borne_by(one) for one in told)


def _is_personal(email: str) -> bool:
    """Whether an address is made of two words as of a first and a last name, and not of a general one."""
    last = re.split(r"[._]", email.partition("@")[0])[-1].rstrip("0123456789")
    return _PERSONAL.match(email) is not None and last not in load("contacts")["general"]
