"""What a station tells of the company: its name, its industry, and its size in people or revenue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.company_patterns import find_sizes, patterns
from reviewer.checks.company_sizes import amounts, company_sizes
from reviewer.checks.flow import Flow
from reviewer.checks.labels import is_label, without_label
from reviewer.checks.late_patterns import late
from reviewer.checks.stations import Stint
from reviewer.checks.units import Unit
from reviewer.checks.vocabulary import Span, kept_for_now, lowered, terms

_NO_KIND = late(
    r"[\W\d]*(?:in|an|at|across|auf|bei|im|am|und|and|with|mit|of|on|von|vom|per|pro|for|für|from|aus|over|weltweit|worldwide)\b",
    re.IGNORECASE,
)
_LEGAL_BEFORE = re.compile(r"(?:[A-ZÄÖÜ0-9][\w&.'’+-]*[ \t\n]+(?:&[ \t\n]+|und[ \t\n]+|and[ \t\n]+|of[ \t\n]+)?){1,5}$")
# What somebody says of themselves, and of no company.
_SPOKEN = late(r"\b(?:ich|er|sie|wir|i|he|she|we)\b")
_NEAR = 70
_LEAST_WORDS = 2
_MOST_WORDS = 9
_LONG_WORD = 9
_TELLING = 5
_MOST_ABOVE = 3
_MOST_OF_A_TRADE = 4
_ENDING = 8
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_TOWN = late(
    r"(?:dam|thur|haven|horst|scheid|stedt|gart|mund|bruck|furth|lautern|gitter|rath|beuren|hofen|weiler|kamp|heide"
    r"|burgh|borough|mouth|chester|cester|shire|pool|bridge|bury|hampton|ington|ingham|castle|holm|borg|grad|polis|land|reich|schweiz|burg|berg|stadt|heim|hausen|dorf|furt|bach|feld|ingen|hafen|brück|brücken|münde|rode|kirchen|(?<!b)au|wald|thal|tal|stein"
    r"|born|bronn|münster|see|hagen|leben|ow|itz|um|ede)$"
)
DESCRIBED = re.compile(
    r"(?:^|[:,–-]\s+|\b(?:ist|war|is|was|bei|at|for|für)\s+)(?:eine?[mnrs]?|an?)\s+(?P<what>[^,.;|()\d]{4,80})",
    re.IGNORECASE,
)
_SEGMENT = late(r"\s*[,(|;:•·/)\n\t]\s*|\s[–-]\s|\s(?:bei|at|in)\s|\s(?:with|mit)\s(?=(?:[^\W\d]+\s)?[^\w\s]?\d)")
# A department goes by the word of its field; software, learning and membership tell no industry.
_OF_DEPARTMENT = re.compile(
    r"\b(?:abteilung|bereich|team|ressort|fachbereich|referat|kostenstelle|department|function|area|line|signing|spending|disciplinary)\s$"
)
_SOFTWARE = re.compile(
    r"\b(?:software|tools?|edv|systeme?|systems)\s*:|^\W*(?:kenntnisse|schulung|studium|ehrenamt|mitglied|zertifikat|weiterbildung"
    r"|knowledge|(?:course|training)s?\b(?! provider| company)|member|certificate|degree|lehrgang|seminar)"
)
_ANY_INDUSTRY = late(
    r"\W*(?:industrie(?:zeit|jahre|karriere|erfahrung|laufbahn|tätigkeit\w*|praxis)?|industry|industrial)\b(?!\s*[:/&])"
)
_APART = late(r"[\s,;/|·–-]+$")
_PARTED = late(r"[,(|:@]|\bbei\b|\bat\b|\bin\b")

# The bracket of a period that a sentence tells, without the period; behind it stands what was done.
_DATED = re.compile(r"\(\s")


def find_companies(flow: Flow, stint: Stint) -> Iterator[Span]:
    """Where companies' names stand: capitalised words before a legal form."""
    area = flow.text[stint.begin : stint.end]
    for found in patterns()["legal"].finditer(area):
        name = _LEGAL_BEFORE.search(area, max(0, found.start() - 60), found.start())
        if (
            name
            and name.end() == found.start()
            and not (_is_kind_of_company(name[0]) or _is_label_in(area, *found.span()))
        ):
            # Of a wrapped name the last row alone; what stands above may be a title.
            row = max(name[0].rstrip().rfind("\n"), name[0].rstrip().rfind("\t")) + 1
            yield stint.begin + name.start() + row, stint.begin + found.end()


def _is_label_in(area: str, begin: int, end: int) -> bool:
    """Whether a word begins its row or cell and is the label of what follows, as "Company" is in a form."""
    return area[begin - 1 : begin] in {"\n", "\t"} and is_label(area[begin:end])


def _is_kind_of_company(before: str) -> bool:
    """Whether the words before a legal form tell a kind of company, as in "Mittelstand und Konzern", and no name."""
    word = before.rsplit(maxsplit=1)[-1].lower()
    alone = len(before.split()) == 1
    return word in {"und", "and"} or (alone and terms("industries", "general").hits(word))


def find_industry(units: tuple[Unit, ...], doings: tuple[Unit, ...], head: int, *, named: bool) -> Span | None:
    """The first word for an industry outside of what was done; a title's or the company's own word tells none.

    doings are tasks and reporting lines, head how many statements tell who and where; named says that a company's name
    with its legal form stands in the entry.
    """
    last = units[-1] if len(units) > 1 else None
    if last and last not in doings and _is_trade_alone(last.text):
        return last.begin, last.end
    for place, unit in enumerate(units):
        text = lowered(unit.text)
        if patterns()["industry"].match(text) or (place and _names_industry(units[place - 1].text, unit.text)):
            return unit.begin, unit.end
        if _says_industry(unit.text, text):
            return unit.begin, unit.end
        if patterns()["answered_for"].match(text):
            continue
        titles = terms("tasks", "titles").find(text)
        sizes = company_sizes(unit.text) or (amounts(unit.text) if place < head and unit not in doings else [])
        told = unit not in doings and (place < head or patterns()["described"].match(text) is not None)
        for begin, end in trades(text):
            near = [first for first, last in sizes if begin - last < _NEAR and first - end < _NEAR]
            if near and not _in_name(unit.text, end) and not _is_of_post(unit.text, begin, end, titles, near):
                return unit.begin, unit.end
            if not told or in_title(text, begin, end, titles) or _in_name(unit.text, end):
                continue
            if named or not _is_bare_name(unit.text, begin, end):
                return unit.begin, unit.end
        if sizes and unit not in doings and _is_told_in_other_words(unit.text, sizes, titles):
            return unit.begin, unit.end
        above = _described_above(units, place, doings) if sizes and place > 1 else None
        if above:
            return above.begin, above.end
    return None


def find_trade(heading: str) -> Span | None:
    """Where a heading of entries tells an industry, as in "Mandates: printing and media"; a field of work is none.

    Neither is industry as such, as in "Jahre in der Industrie".
    """
    text = lowered(heading)
    titles = terms("tasks", "titles").find(text)
    told = (span for span in trades(text) if not in_title(text, *span, titles))
    return next((span for span in told if not _ANY_INDUSTRY.match(text, text.rfind(" ", 0, span[0]) + 1)), None)


def _is_trade_alone(text: str) -> bool:
    """Whether a statement is an industry's name and no more, as at the end of an entry."""
    low = lowered(text).strip(" .,;()")
    words = low.split()
    begins = {low[:begin].count(" ") for begin, _ in trades(low)}
    rest = [word for place, word in enumerate(words) if place not in begins]
    few = 0 < len(words) <= _MOST_OF_A_TRADE and bool(begins) and not any(map(str.isdigit, low))
    return few and len(rest) <= len(begins) and not terms("tasks", "titles").hits(low)


@kept_for_now
def trades(text: str) -> tuple[Span, ...]:
    """Words for an industry in a text in small letters, but for fields of work that go by the same word."""
    return tuple(_trades(text))


def _trades(text: str) -> Iterator[Span]:
    for begin, end in terms("industries", "words").find(text):
        first = max(text.rfind(" ", 0, begin), text.rfind("\n", 0, begin)) + 1
        if _OF_DEPARTMENT.search(text[:first]) or _SOFTWARE.search(text[: end + 2]):
            continue
        if not terms("industries", "no_trade").hits(text[first : end + _ENDING]):
            yield begin, end


def _described_above(units: tuple[Unit, ...], place: int, doings: tuple[Unit, ...]) -> Unit | None:
    """The statement above a company's size, but for labels, where it says what the company does."""
    for unit in reversed(units[max(0, place - _MOST_ABOVE) : place]):
        if not is_label(unit.text):
            return unit if unit not in doings and _describes(unit.text) else None
    return None


def _names_industry(label: str, text: str) -> bool:
    """Whether a statement is the label of an industry alone, as in a cell beside or above its words.

    Below "Industry, size" a size may stand alone, and below an empty cell the next label.
    """
    if patterns()["industry_label"].fullmatch(lowered(label)) is None or is_label(text):
        return False
    sizes = find_sizes(text)
    rest = text[: min(begin for _, begin, _ in sizes)] + text[max(end for *_, end in sizes) :] if sizes else text
    return _LETTERS.search(rest) is not None


def _says_industry(text: str, low: str) -> bool:
    """Whether a statement says what a company does behind words for it, as in "The business: book printer"."""
    said = patterns()["said"].match(low)
    if said is None:
        return False
    end = min((begin for _, begin, _ in find_sizes(text) if begin >= said.end()), default=len(text))
    part = next(iter(_SEGMENT.split(text[said.end() : end].strip(" ,;/(|"))), "")
    return not patterns()["legal"].search(" " + part) and (bool(trades(lowered(part))) or _describes(part))


def _describes(text: str) -> bool:
    """Whether a statement above a company's size says in words of no list what the company does: no name, no post."""
    plain = without_label(text).strip(" :|•–-")
    low = lowered(plain)
    if patterns()["legal"].search(" " + plain) or terms("tasks", "titles").hits(low) or "&" in plain:
        return False
    if terms("industries", "withheld").hits(low) or _SPOKEN.search(low):
        return False
    if _NO_KIND.match(plain) or any(map(str.isdigit, plain)) or "@" in plain or len(plain.split()) > _MOST_WORDS:
        return False
    words = [word for word in _LETTERS.findall(plain) if not terms("industries", "general").hits(lowered(word))]
    small = any(word[0].islower() for word in words)
    alone = len(words) == 1 and not any(word[:1].isupper() for word in _LETTERS.findall(plain)[1:])
    return (small and len(words) >= _LEAST_WORDS) or (alone and _is_kind(words[0]))


def _is_kind(word: str) -> bool:
    """A long German noun that is no town's name, or a word in small letters, which no name is."""
    if word.islower():
        return len(word) >= _TELLING
    return len(word) >= _LONG_WORD and word[0].isupper() and not _TOWN.search(word.lower())


def _is_told_in_other_words(text: str, sizes: list[Span], titles: list[Span]) -> bool:
    """Whether some words beside a company's size say what it does, though no list knows them."""
    if any(_tells_something(found["what"]) for found in DESCRIBED.finditer(text)):
        return True
    first, last = min(begin for begin, _ in sizes), max(end for _, end in sizes)
    dated = _DATED.search(text, last, last + _NEAR)
    reach = dated.start() if dated else min(len(text), last + _NEAR)
    for at, end in _segments(text, max(0, first - 2 * _NEAR), reach):
        part = text[at:end]
        named = patterns()["legal"].search(" " + part) or any(begin < end and stop > at for begin, stop in titles)
        counted = any(begin < end and stop > at for begin, stop in sizes)
        if named:
            continue
        if not counted and _describes(part) and not _is_seat(text, at, part):
            return True
        behind = text[max((stop for begin, stop in sizes if begin < end and stop > at), default=at) : end]
        if counted and not _NO_KIND.match(behind) and _describes(behind):
            return True
    return False


def _is_seat(text: str, at: int, part: str) -> bool:
    """Whether a part is one capitalised word behind a company's name, as the town is in "Muster AG, Winterthur"."""
    before = _APART.sub("", text[:at])
    alone = len(part.split()) == 1 and part.strip()[:1].isupper()
    return alone and any(found.end() == len(" " + before) for found in patterns()["legal"].finditer(" " + before))


def _tells_something(words: str) -> bool:
    return any(
        len(word) >= _TELLING and not terms("industries", "general").hits(lowered(word))
        for word in _LETTERS.findall(words)
    )


def _segments(text: str, first: int, last: int) -> Iterator[Span]:
    """Parts between commas, brackets and the like, but for labels, which a colon follows."""
    begin = first
    for found in _SEGMENT.finditer(text, first, last):
        if ":" not in found[0]:
            yield begin, found.start()
        begin = found.end()
    yield begin, last


def _is_bare_name(text: str, begin: int, end: int) -> bool:
    """Whether the words around an industry's are a company's name without a legal form, as "Wagner Spritzguss"."""
    first = max((found.end() for found in _SEGMENT.finditer(text, 0, begin)), default=0)
    last = _SEGMENT.search(text, end)
    words = text[first : last.start() if last else len(text)].split()
    if not 2 <= len(words) <= 4 or not all(word[:1].isupper() or word in {"&", "und", "and", "of"} for word in words):
        return False
    low = lowered(" ".join(words))
    known = {low[b:e].split()[0] for b, e in terms("industries", "words").find(low)}
    rest = [word for word in low.split() if not any(word.startswith(each) for each in known)]
    return any(len(word) > 3 and not terms("industries", "descriptors").hits(word) for word in rest)


def in_title(text: str, begin: int, end: int, titles: list[Span]) -> bool:
    """Whether a word tells a post, as in "head of logistics" or "Klinikmanager"."""
    return any(
        (first <= begin and last >= end)
        or (0 <= begin - last <= 25 and not _PARTED.search(text[last:begin]))
        or (0 <= first - end <= 12 and not _PARTED.search(text[end:first]))
        for first, last in titles
    )


def _is_of_post(text: str, begin: int, end: int, titles: list[Span], sizes: list[int]) -> bool:
    """Whether a word is a post's though a size stands near: a part of its word, or before the name whose size it is."""
    if any(first < end and begin < last for first, last in titles):
        return True
    if any(first >= end and not re.search(r"\s", text[end:first]) for first, _ in titles):
        return True
    named = any(patterns()["legal"].search(text[end:size]) for size in sizes if size > end)
    return named and in_title(text, begin, end, titles)


def _in_name(text: str, end: int) -> bool:
    """Whether a word that ends here belongs to a company's name: a legal form follows."""
    after = re.split(r"[,(|;:–]", text[end:])[0]
    found = patterns()["legal"].search(" " + after)
    return found is not None and len(text[end : end + found.start()].split()) <= 3
