"""Where a document says what only a house understands: unknown codes and programmes' names in what was done."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewer.checks.codes import find_codes, known_terms
from reviewer.checks.doubtful_names import find_doubtful
from reviewer.checks.enumerations import find_listed, find_rows
from reviewer.checks.explanations import is_explained
from reviewer.checks.house_names import find_house_names
from reviewer.checks.late_patterns import late
from reviewer.checks.stations import is_learning
from reviewer.checks.trades import is_of_trade
from reviewer.checks.view import View
from reviewer.checks.vocabulary import Span, lowered, terms

_SMALL_WORD = re.compile(r"\b[a-zäöüß]{2,}")
_BULLET = late(r"\s*[•●○◦▪■□▸►▶‣⁃∙·*»✓✔◆➢➤→o§–-]\s")
_FEW, _FEW_OF_BULLET = 2, 1
_LIKE_A_WORD = late(r"(?=[^\W\d_]{4})[^\W\d_]*[AEIOUYÄÖÜ][^\W\d_]*")
_MOST_SHOUTED = 0.6
# What is reached, cited or filed there is none of the person's doings.
_ELSEWHERE = frozenset(("references", "contact"))
# Whom an entry without dates reports to, or what its title is for.
_ENTRIES = frozenset(("projects", "experience"))
_ROLE = late(
    r"\W*(?:Berichtslinie|Bericht an(?: Leitung)?|Fachlich(?:e Linie)? (?:an|zu)|Vorsitz|Leitung|Leiter(?:in)?"
    r"|Pate|Patin|Koordinator(?:in)?|Beauftragte[rn]?|Delegierte[rn]?|Sprecher(?:in)?|Verantwortliche[rn]?"
    r"|Reporting (?:line|to)(?: lead,?)?|Functional line to|Chair of|Lead|Head of|Delegate|Coordinator|Spokesperson"
    r"|Owner(?: of)?|Sponsor(?: of)?|Gremium|Mitglied|Zuordnung|Einstufung|Ebene|Ausschuss|Kreis|Committee"
    r"|Member(?: of)?|Panel|Circle|Grade|Level|Board|Assigned to|Stufe|Runde|Forum)(?: für| for)?:? "
)
_REACHED = late(r"@[\w-]+\.\w|\bwww\.|https?://|\b(?:tel|fon|phone|mobil|mobile|fax)\b\s*[.:]", re.IGNORECASE)
# Of a company's name, behind one of its words; it may go on below where its line begins with it or waits for more.
_MORE_WORDS = r"(?:{}(?:&[ ]|und[ ]|and[ ]|of[ ])?[A-ZÄÖÜ][\w.&’'-]*){{0,3}}"
_FORM_AFTER = (
    r",?[ \n](?:g?GmbH|AG|SE|KG|KGaA|OHG|Ltd|Limited|plc"
    r"|PLC|Inc|LLC|LLP|BV|B\.V|NV|N\.V|S\.A|SA|SAS|SARL|S\.p\.A|SpA|AB|Oy|A/S|Group|Gruppe|Holdings?|Konzern|Werke|Bank|Universit\w+|International|Industries"
    r"|College|Institute?)(?!\w)"
)
_OPEN = re.compile(r"\b(?:und|and|oder|or|für|for|bei|at|with|von|of|&) $")
_COMPANY_BESIDE = late(_MORE_WORDS.format("[ ]") + _FORM_AFTER)
_COMPANY_BELOW = late(_MORE_WORDS.format(r"[ \n]") + _FORM_AFTER)
# Between a name and another for the same, as in "VL6 (DUMO)".
_OTHER_NAME = re.compile(r"\s?[.\d]{0,4}\s?\(")
# What precedes the capital is looked at behind it: so the engine skips to the capitals.
_MISREAD_BULLET = re.compile(r"[A-Z](?<=^.)[A-Z@]?(?= [A-ZÄÖÜ])", re.MULTILINE)
_MANY_BULLETS = 3
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLAIN_WORD = late(r"(?<![\w-])[A-ZÄÖÜ]?[a-zäöüß]{4,}(?![\w-]*[A-ZÄÖÜ]{2})")
_COMPOUND = late(
    r"[A-ZÄÖÜ0-9&/]{2,}-[A-ZÄÖÜa-z][a-zäöüß]{2,}|[A-ZÄÖÜ][a-zäöüß]{2,}-[A-ZÄÖÜ][a-zäöüß]{2,}(?: (?:\d{1,3}|I{1,3}))?"
)
# A line that ends with these goes on in the next.
_GOES_ON = late(
    r"\s(?:in|im|am|an|auf|bei|beim|mit|von|vom|zu|zum|zur|für|der|die|das|des|dem|den|und|oder|of|the|with|for|to|and|or|on|at)$"
)
_BRAND = re.compile(r"\b(?:marken?|brands?)\s*[:(]?\s*(?:[\w-]+(?:,|\s+(?:und|and|&))\s*)*$", re.IGNORECASE)
_BEFORE, _LEAST_OF_WORD = 60, 3
# Words in capitals behind one another are one name, as "BLUE SKY".
_LEAST_OF_NAME = 3


def find_unknown(view: View) -> dict[str, list[Span]]:
    """Codes that the document does not explain, with all their places, in the order of the text."""
    found: dict[str, list[Span]] = {}
    text = view.flow.text
    bullets = _misread_bullets(text)
    names = set(find_house_names(text))
    codes = _joined(text, _unlisted(text, {code.span() for code in find_codes(text, small=True)}))
    within = {(one, other) for one, other in codes for begin, end in names if begin <= one and other <= end}
    last = 0
    for begin, end in sorted(names | (codes - within)):
        if begin not in bullets and not _OTHER_NAME.fullmatch(text[last:begin]) and _tells(view, begin, end):
            found.setdefault(" ".join(text[begin:end].split()), []).append((begin, end))
            last = end
    return {word: spans for word, spans in found.items() if not is_explained(text, word)}


def _joined(text: str, codes: set[Span]) -> set[Span]:
    """The codes, with words in capitals that stand side by side made one."""
    joined: list[Span] = []
    for begin, end in sorted(codes):
        beside = joined and text[joined[-1][1] : begin] == " " and _is_of_name(text[slice(*joined[-1])])
        if beside and _is_of_name(text[begin:end]):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((begin, end))
    return set(joined)


def _is_of_name(word: str) -> bool:
    return all(one.isalpha() and one.isupper() and len(one) >= _LEAST_OF_NAME for one in word.split(" "))


def _unlisted(text: str, codes: set[Span]) -> set[Span]:
    """The codes but those of the document's trade and those in rows of known ones."""
    codes = {(begin, end) for begin, end in codes if not is_of_trade(text[begin:end], text)}
    return codes and codes - find_listed(text, codes)


def find_doubtful_names(view: View, known: dict[str, list[Span]]) -> dict[str, list[Span]]:
    """Words that may be a house's names, apart from those that surely are and from rows of others; with all places."""
    text = view.flow.text
    taken = [span for spans in known.values() for span in spans] + find_rows(text)
    found: dict[str, list[Span]] = {}
    for begin, end in find_doubtful(text):
        apart = not any(begin < other and one < end for one, other in taken)
        if apart and _tells(view, begin, end):
            found.setdefault(" ".join(text[begin:end].split()), []).append((begin, end))
    return {word: spans for word, spans in found.items() if not (is_of_trade(word, text) or is_explained(text, word))}


def _stretches(view: View) -> list[Span]:
    return [(facts.stint.begin, facts.stint.end) for facts in view.stations]


def _tells(view: View, begin: int, end: int) -> bool:
    """Whether a word stands in what the person did, and is no name of a person or company and no heading."""
    flow = view.flow
    if any(one.begin <= begin < one.end for one in view.periods) or _is_of_company(view, begin, end):
        return False
    word = flow.text[begin:end]
    if word.isalpha() and word.lower() in view.name.parts:
        return False
    number = flow.line_at(begin)
    line = flow.lines[number].text
    if _BRAND.search(flow.text[max(0, begin - _BEFORE) : begin]) or _is_written_out(flow.text, word):
        return False
    if _is_shouted(line, word, flow.text) or _REACHED.search(line) or is_learning(line):
        return False
    if any(first <= begin < last for first, last in _stretches(view)):
        return True
    kind = _section_kind(view, number)
    before = line[: begin - flow.starts[number]]
    if kind in _ENTRIES and (_ROLE.fullmatch(before) or terms("tasks", "titles").hits(lowered(before))):
        return True
    told = _is_statement(line, elsewhere=kind in _ELSEWHERE)
    if not told and number and _GOES_ON.search(flow.lines[number - 1].text):
        told = _is_statement(flow.lines[number - 1].text, elsewhere=kind in _ELSEWHERE)
    return told or (kind not in _ELSEWHERE and _COMPOUND.fullmatch(word) is not None)


def _is_written_out(text: str, word: str) -> bool:
    """Whether a word in capitals stands elsewhere in small letters too, as a town's or a company's name may."""
    if not word.isupper() or len(word) <= _LEAST_OF_WORD:
        return False
    plain = word.capitalize()
    at = text.find(plain)
    return at >= 0 and not text[at + len(plain) : at + len(plain) + 1].isalpha()


def _is_statement(line: str, *, elsewhere: bool) -> bool:
    """Whether a line outside of the entries says something, and is no heading, title or list."""
    words = len(_SMALL_WORD.findall(line))
    if _BULLET.match(line):
        return words >= _FEW_OF_BULLET or _PLAIN_WORD.search(line) is not None
    return words >= _FEW and not elsewhere


def _section_kind(view: View, number: int) -> str:
    return next((one.kind for one in view.sections if one.first <= number < one.last), "")


def _is_of_company(view: View, begin: int, end: int) -> bool:
    stands = any(
        one <= begin < other
        for group in (view.stations, view.umbrellas, view.others)
        for facts in group
        for one, other in facts.companies
    )
    flow = view.flow
    before = flow.text[flow.starts[flow.line_at(begin)] : begin]
    below = not before or (_OPEN.search(before) and not _ROLE.fullmatch(before))
    form = _COMPANY_BELOW if below else _COMPANY_BESIDE
    return stands or form.match(flow.text, end) is not None or _bears_name(view, begin, end)


def _bears_name(view: View, begin: int, end: int) -> bool:
    """Whether a word is one of a company's name that stands elsewhere with its legal form."""
    word = view.flow.text[begin:end]
    names = (view.flow.text[one:other] for facts in view.stations for one, other in facts.companies)
    return any(word in name.split() for name in names)


def _misread_bullets(text: str) -> frozenset[int]:
    """Where lines begin with one or two capitals that are no words, as bullets read from a picture do."""
    found = [one.start() for one in _MISREAD_BULLET.finditer(text)]
    return frozenset(found if len(found) >= _MANY_BULLETS else ())


def _is_shouted(line: str, word: str, text: str) -> bool:
    """A word among others in capitals: a heading or a name set in capitals."""
    if line.strip(" :-–") == word and _LIKE_A_WORD.fullmatch(word):
        return True
    words = _WORD.findall(line)
    telling = [
        one for one in words if one not in known_terms() and one not in word and not is_of_trade(one, text)
    ] or words
    return len(words) >= 2 and sum(one.isupper() for one in telling) >= _MOST_SHOUTED * len(telling)


def touched_entries(view: View, spans: Iterable[Span]) -> int:
    """How many of the entries hold one of the spans."""
    places = [begin for begin, _ in spans]
    return sum(any(first <= place < last for place in places) for first, last in _stretches(view))
