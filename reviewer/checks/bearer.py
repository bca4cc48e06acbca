"""Whose document it is: the person's name, from its head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from statistics import median

from reviewer.checks.agencies import hands_over
from reviewer.checks.company_patterns import patterns
from reviewer.checks.flow import Flow
from reviewer.checks.forwarded import header_rows, is_presented, sender_of
from reviewer.checks.given_names import folded
from reviewer.checks.late_patterns import late
from reviewer.checks.lines import Line
from reviewer.checks.names import LABEL, NOBODY, TITLE, Name, find_names, make_name
from reviewer.checks.people import find_people
from reviewer.checks.records import record
from reviewer.checks.sections import heading_kind
from reviewer.checks.vocabulary import kept_for_now, load, lowered, terms

_FIRST_LINES = 2
_BESIDE = late(
    r"^\W*(?:©|copyright)?\W*(?:(?:19|20)\d\d)?\W+|\W+(?:seite|page)?\W*\d{0,4}(?:\W+(?:von|of)?\W*\d+)?\W*$",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
_SITE = re.compile(r"(?:www\.|https?://|linkedin\.com/in/|xing\.com/profile/)[\w./-]+", re.IGNORECASE)
_HONOURED = re.compile(r"\W*(?:frau|herrn?|mrs?|ms|an|to|z\. ?hd\.?|attn)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_MOST_OF_A_LABEL = 3
_HEAD_LINES = 30
_LETTER_ROWS = 40
_LONE_LABEL = re.compile(
    r"\W*(?:name|vor- und nachname|vorname und name|name,? vorname|full name|surname\s*[/,]\s*first name"
    r"|nachname\s*[/,]\s*vorname"
    r"|candidate(?: profile)?|kandidatenprofil|profil (?:des kandidaten|der kandidatin)|kandidat(?:in)?"
    r"|(?:angebotenes|vorgeschlagenes) profil|(?:proposed|vorgeschlagener?) (?:manager(?:in)?|candidate|profile)"
    r"|bewerber(?:in)?|name des kandidaten|manager(?:in)?|consultant|berater(?:in)?)\W*",
    re.IGNORECASE,
)
_TOP_ROWS, _LEAST_PART = 12, 4
_FIRM_ABOVE = 1.5
"""So much less a name counts below a firm's, whose contact it may be."""
_GIVEN_BONUS, _AGAIN_BONUS = 6.0, 2.0
# For a name that fills several rows, as that of a letter's sender does above it and above the CV.
_ALONE_BONUS, _SEVERAL = 6.0, 2
"""So much type size it counts that a name begins with a usual given name, and that it is told again."""
_ROWS_ABOVE, _FIRST_BEHIND, _BEHIND_BONUS, _MOST_WORDS = 2, 2, 2.0, 6
_TOWN = late(r"\b\d{5} [A-ZÄÖÜ]")
_MAIL_OR_NUMBER = re.compile(r"[@\d](?:(?<=@)|\d{4}|\d\d[ /.-]\d{3})")
_NAME_CELLS = re.compile(r"[|•●■▪,:;(]|\s[·–-]\s")
_FIRST_CELLS, _SIGNED, _LARGER = 2, 6, 1.3
_FIRST_ROWS, _LABEL_BONUS = 25, 20.0
_LARGE_TYPE, _GAP = 14.0, 1.7
_UNSEEN = 2.0
"""So much type size a name counts less in a margin that the pages do not show."""
_LARGE, _NEARLY, _MONOGRAM = 1.1, 0.97, 4
_BOLD_BONUS, _TITLE_BONUS, _MAIL_BONUS = 1.5, 1.5, 1.0
"""So much type size it counts that an address of the document bears both ends of a name."""


def find_name(flow: Flow, margins: Sequence[str] = ()) -> Name:
    """The person's name: the largest line of capitalised words at the beginning, rather one that an address bears.

    margins are headers and footers that the pages do not show.
    """
    best: tuple[float, Name] = (0.0, NOBODY)
    mails = _mails(flow, margins)
    told = (*mails, *_sites(flow))
    greeted = _greeted(flow)
    borne: tuple[float, Name] = (0.0, NOBODY)
    rows = Counter(row.strip() for text in (flow.text, *margins) for row in text.split("\n"))
    for candidate in (*_candidates(flow, told), *_in_margins(flow, margins, told)):
        name = make_name(candidate.names)
        # Who is greeted with a first and a last name may share the first with the person.
        if not name or name.last in greeted or (len(greeted) == 1 and greeted <= name.parts):
            continue
        score = candidate.score
        score += _MAIL_BONUS if any(name.last in one for one in told) else 0.0
        score += _GIVEN_BONUS if name.begins_as_usual or any(_is_whole(name, mail) for mail in mails) else 0.0
        score += _AGAIN_BONUS if flow.text.count(candidate.names[-1]) > 1 else 0.0
        score += _ALONE_BONUS if rows[" ".join(candidate.names)] >= _SEVERAL else 0.0
        score -= _LABEL_BONUS if greeted and _is_only_addressed(flow, name.last) else 0.0
        if score > best[0] or not best[1]:
            best = (score, name)
        if (score > borne[0] or not borne[1]) and any(name.is_borne_by(mail.partition("@")[0] + "@") for mail in mails):
            borne = (score, name)
    sure = best[0] >= _LABEL_BONUS or (best[1] and not _is_doubtful(best[1], mails))
    return best[1] if sure else borne[1] or _from_mails(flow, mails) or best[1]


def _is_whole(name: Name, mail: str) -> bool:
    """Whether an address has the last name, and the first or what it begins with before it."""
    local = mail.partition("@")[0]
    before, last, after = local.partition(name.last)
    firsts = [part for part in name.parts if part not in name.family]
    return bool(last) and (before == name.initials[:1] or any(part in before + after for part in firsts))


@record
class _Candidate:
    """Words that may be the person's name, and how likely their place and type make it, in points of type."""

    names: list[str]
    score: float


def _candidates(flow: Flow, told: Sequence[str]) -> Iterator[_Candidate]:
    """Names in the header, the first rows, large rows elsewhere on the first page, and at the head behind a cover.

    told are the document's addresses and sites, as names are folded.
    """
    for line in flow.furniture:
        text = _BESIDE.sub("", f" {line.text} ")
        fits = line.page == 1 and not _is_agency(text) and not _announces(text)
        names = _names_in(text, told, first=True) if fits else []
        if names:
            yield _Candidate(names=names, score=line.size - _beside(text))
    header = header_rows(flow)
    sender = sender_of(flow, header)
    handed_on = bool(sender) and is_presented(flow)
    if sender and not handed_on:
        yield _Candidate(names=sender, score=-_LABEL_BONUS)
    rows = [(row, line) for row, line in enumerate(flow.lines[:_FIRST_ROWS]) if line.page == 1 and row not in header]
    for row, line in rows:
        names = [] if _is_another(flow, row) else _names_in(line.text, told, first=row < _FIRST_LINES)
        names = names or _broken_name(line, flow.lines[row + 1 : row + 2])
        if names and not (handed_on and names == sender):
            # Who signs an e-mail before the document may hand it on; if it is theirs, they are named in it again.
            signs = _GIVEN_BONUS if names == sender and row <= max(header) + _SIGNED else 0.0
            beside = _beside(line.text) if row else 0.0
            score = line.size - 0.2 * row + _about_row(flow, row) - beside - signs
            yield _Candidate(names=names, score=score)
    below = _set_large(flow)
    first = next((number for number, line in enumerate(flow.lines) if line.page > 1), 0)
    behind = [line for line in flow.lines[:_FIRST_ROWS] if line.page == 2] if len(rows) < _FIRST_ROWS else []
    for line in below:
        names = _names_in(line.text, told, first=False)
        if names:
            yield _Candidate(names=names, score=line.size - 0.2 * _TOP_ROWS)
    usual = median(line.size for line in flow.lines) if flow.lines else 0.0
    for row, line in enumerate(behind, first):
        if row >= first + _FIRST_BEHIND and line.size < _LARGER * usual:
            continue
        names = [] if _is_another(flow, row) else find_names(line.text, first=False)
        if names:
            yield _Candidate(names=names, score=line.size + _BEHIND_BONUS)


def _in_margins(flow: Flow, margins: Sequence[str], told: Sequence[str]) -> Iterator[_Candidate]:
    """Names in headers and footers that the pages do not show, of whose type nothing is known."""
    rows = [row for text in margins for row in text.split("\n")] if flow.lines else []
    for row in rows:
        names = [] if _is_agency(row) or _announces(row) else _names_in(row, told, first=False)
        if names:
            yield _Candidate(names=names, score=median(line.size for line in flow.lines) - _UNSEEN - _beside(row))


def _broken_name(line: Line, below: Sequence[Line]) -> list[str]:
    """The name of two large lines of the same type, where it begins with a usual given name."""
    for rest in below:
        alike = rest.page == line.page and rest.size == line.size >= _LARGE_TYPE and rest.rect[0] == line.rect[0]
        people = find_people(f"{line.text} {rest.text}") if alike else ()
        if people and rest.text.split()[0].strip(",") == people[0][-1]:
            return list(people[0])
    return []


def _beside(text: str) -> float:
    """What it takes from a name that contact data share its row, where somebody else's may be told."""
    return _GIVEN_BONUS if _tells_mail_or_number(_TOWN.sub(" ", text)) else 0.0


def _about_row(flow: Flow, row: int) -> float:
    """What a label, a firm or an agency in or above a row adds or takes."""
    line = flow.lines[row]
    score = _LABEL_BONUS if (row and _is_labelled(flow, row)) or LABEL.match(line.text) else 0.0
    score += _BOLD_BONUS if line.bold else 0.0
    score += _TITLE_BONUS if _is_above_title(flow, row) else 0.0
    score -= _FIRM_ABOVE if _is_below_firm(flow, row) else 0.0
    score -= _GIVEN_BONUS if _is_of_a_role(line.text) else 0.0
    return score - (_FIRM_ABOVE if _is_agency(line.text) else 0.0)


def _is_of_a_role(text: str) -> bool:
    """Whether a row tells who has a role, as in "Account manager: Otto Klein", and not whose document it is."""
    label, sign, rest = text.partition(":")
    told = find_people(rest) if sign and len(label.split()) <= _MOST_OF_A_LABEL else ()
    return bool(told) and not LABEL.match(text) and not _LONE_LABEL.fullmatch(label) and not TITLE.fullmatch(label)


def _is_above_title(flow: Flow, row: int) -> bool:
    """Whether the next row is short and tells a post, as it does below the person's name."""
    below = flow.lines[row + 1].text if row + 1 < len(flow.lines) else ""
    return len(below.split()) <= _MOST_WORDS and terms("tasks", "titles").hits(lowered(below))


def _names_in(text: str, told: Sequence[str], *, first: bool) -> list[str]:
    """The words of a line that may be a name, or of one of its first cells where a usual name or an address tells."""
    if _HONOURED.match(text):
        return []
    names = find_names(text, first=first)
    if names:
        return names
    for cell in _NAME_CELLS.split(text)[:_FIRST_CELLS]:
        if _is_agency(cell):
            continue
        people = find_people(cell) if len(cell.split()) <= _MOST_WORDS else ()
        # A row that is one cell was looked at as a whole already.
        names = list(people[0]) if people else [] if cell == text else find_names(cell, first=False)
        if people or (names and any(folded(names[-1]) in one for one in told)):
            return names
    return []


def _is_another(flow: Flow, row: int) -> bool:
    """Whether a row, or one right above it, announces somebody else, or referees."""
    above = list(takewhile(lambda text: not _tells_mail_or_number(text), _above(flow, row)))
    short = [text for text in above if len(text.split()) <= _MOST_WORDS]
    told = any(_announces(text) for text in (flow.lines[row].text, *short) if not _tells_mail_or_number(text))
    return told or hands_over(flow.lines[row].text) or any(map(_tells_referees, short))


@kept_for_now
def _tells_referees(text: str) -> bool:
    return heading_kind(text) == "references" or terms("contacts", "others").hits(lowered(text))


@kept_for_now
def _tells_mail_or_number(text: str) -> bool:
    return _MAIL_OR_NUMBER.search(text) is not None


def _above(flow: Flow, row: int) -> Iterator[str]:
    """What stands right above a row in its block, the nearest first."""
    for number in range(row - 1, max(-1, row - 1 - _ROWS_ABOVE), -1):
        upper, lower = flow.lines[number], flow.lines[number + 1]
        if upper.page == lower.page and lower.rect[1] - upper.rect[3] > _GAP * max(upper.size, lower.size):
            return
        yield upper.text


@kept_for_now
def _announces(text: str) -> bool:
    low = lowered(text)
    return any(terms("contacts", kind).hits(low) for kind in ("announced", "handed_over"))


def _set_large(flow: Flow) -> list[Line]:
    """Lines of the first page read after its first rows and larger than these: the head of a second column."""
    first = [line for line in flow.lines if line.page == 1]
    rest = first[_FIRST_ROWS:]
    largest = max((line.size for line in rest), default=0.0)
    before = [line.size for line in first[:_FIRST_ROWS] if len(line.text) > _MONOGRAM]
    if not rest or largest < _LARGE * max(before, default=0.0):
        return []
    return [line for line in rest if line.size > _NEARLY * largest][:_FIRST_LINES]


def is_borne_out(name: Name, flow: Flow, margins: Sequence[str] = ()) -> bool:
    """Whether it begins as usual, an address or a site of the document bears it, or it stands in several lines."""
    if name.begins_as_usual:
        return True
    told = (*_mails(flow, margins), *_sites(flow))
    # A last name may stand first.
    parts = [part for part in name.parts if part == name.last or len(part) >= _LEAST_PART]
    if any(part in one for part in parts for one in told):
        return True
    lines = [*flow.furniture, *flow.lines[:_FIRST_ROWS]]
    return sum(name.stands_in(line.text) for line in lines) > 1


def _greeted(flow: Flow) -> set[str]:
    """Who is greeted in a letter before the CV, as names are folded."""
    greetings = load("contacts")["greeting"]
    rows = [line.text for line in flow.lines[:_LETTER_ROWS] if lowered(line.text).startswith(tuple(greetings))]
    return {folded(word.strip(".,;:!")) for row in rows for word in row.split()}


def _mails(flow: Flow, margins: Sequence[str]) -> list[str]:
    words = (word for text in (flow.text, *margins) for word in text.split() if "@" in word)
    return [folded(found) for word in words for found in _MAIL.findall(word)]


def _sites(flow: Flow) -> list[str]:
    words = (word for word in flow.text.split() if "." in word or "/" in word)
    return [folded(found) for word in words for found in _SITE.findall(word)]


def _is_labelled(flow: Flow, number: int) -> bool:
    """Whether the cell before a line, or the line above it, is the label of a name."""
    before, line = flow.lines[number - 1], flow.lines[number]
    return before.page == line.page and _LONE_LABEL.fullmatch(before.text) is not None


def _is_below_firm(flow: Flow, number: int) -> bool:
    return number > 0 and patterns()["legal"].search(" " + flow.lines[number - 1].text) is not None


def _is_agency(text: str) -> bool:
    return terms("contacts", "agencies").hits(lowered(text))


def _is_doubtful(name: Name, mails: list[str]) -> bool:
    """Whether there are addresses and none of them has anything of a name that may be none."""
    return bool(mails) and not name.begins_as_usual and not any(part in mail for mail in mails for part in name.parts)


def _from_mails(flow: Flow, mails: list[str]) -> Name:
    """The name of which an address is made whose words stand at the head of the document, wherever they stand there."""
    texts = [line.text for line in flow.furniture if line.page == 1 and not _announces(line.text)]
    header = header_rows(flow)
    first = [line for number, line in enumerate(flow.lines[:_HEAD_LINES]) if number not in header]
    lines = [line.text for line in first if line.page == 1]
    texts += [text for above, text in pairwise(["", *lines]) if not (_announces(text) or _is_announcing(above))]
    head = {folded(word.strip(".,;:|()")) for text in texts for word in text.split() if word[:1].isupper()}
    handing = folded(" ".join(flow.lines[number].text for number in header))
    for mail in (one for one in mails if one not in handing):
        tokens = [token for token in _WORD.findall(mail.partition("@")[0]) if len(token) > 2]
        if len(tokens) >= 2 and all(token in head for token in tokens) and not _is_only_addressed(flow, tokens[-1]):
            return Name(parts=frozenset(tokens), last=tokens[-1])
    return NOBODY


def _is_announcing(text: str) -> bool:
    """Whether a row is the label alone of somebody who is named in the next, or asks to turn to whom it names."""
    asks = text.rstrip().endswith(":") and terms("contacts", "asking").hits(lowered(text.partition(" ")[0]) + " an")
    return asks or (len(text.split()) <= _MOST_OF_A_LABEL and _announces(text))


def _is_only_addressed(flow: Flow, last: str) -> bool:
    """Whether a name stands above a letter's greeting alone, as an addressee's does and that of who signs does not."""
    greetings = tuple(load("contacts")["greeting"])
    rows = (row for row, line in enumerate(flow.lines[:_LETTER_ROWS]) if lowered(line.text).startswith(greetings))
    first = next(rows, None)
    if first is None:
        return False
    below = (*flow.furniture, *flow.lines[first + 1 :])
    return not any("@" not in line.text and last in folded(line.text) for line in below)
