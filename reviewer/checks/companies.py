"""What a station tells of the company: its name, its industry, and its size in people or revenue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewer.checks.flow import Flow
from reviewer.checks.stations import Stint
from reviewer.checks.units import Unit
from reviewer.checks.vocabulary import Span, load, lowered, terms

NUMBER = r"(?:\d{1,3}(?:[.,'’ ]\d{3})+|\d+(?:[.,]\d+)?k?)"
_ABOUT = (
    r"(?:(?:ca|approx)\.|circa|rund|etwa|über|mehr als|bis zu|knapp|gut|around|about|some|over|more than|roughly|c\.|~"
    r"|>|<|≈|up to|nearly)"
)
_MONEY_SIGN = r"(?:€|euros?|eur|£|gbp|pounds?|\$|usd|us\$|dollars?|chf|sfr|franken|francs?)"
_SCALE = r"(?:mio\.?|mill\.|mrd\.?|millionen|milliarden|million|billion|m|mn|bn|b|tsd\.?|k|teur|t€|meur|tchf)"
_LARGE = r"(?:mio\.?|mrd\.?|million(?:en)?|billion|milliarden|teur|meur|bn|mill\.|m€|m\s€)"
_AMOUNT = (
    rf"(?:{_MONEY_SIGN}\s*{NUMBER}\s*{_SCALE}?|{NUMBER}\s*{_SCALE}?\s*{_MONEY_SIGN}"
    rf"|{NUMBER}\s*{_LARGE}(?:\s*{_MONEY_SIGN})?)"
)
_NO_SIZE_BEFORE = re.compile(
    r"\b(?:um|by|plus|minus|von \S+ auf|steiger\w*|increas\w*|budget\w*|einspar\w*|saving\w*|invest\w*|volumen)\W*$",
    re.IGNORECASE,
)
_NO_SIZE = re.compile(r"budget|einspar|saving|invest|capex|volumen|volume", re.IGNORECASE)
_LEGAL_BEFORE = re.compile(r"(?:[A-ZÄÖÜ0-9][\w&.'’+-]*[ \t\n]+(?:&[ \t\n]+|und[ \t\n]+|and[ \t\n]+|of[ \t\n]+)?){1,5}$")
_NEAR = 70
_LEAST_WORDS = 2
_MOST_WORDS = 9
_LONG_WORD = 9
_TELLING = 5
MORE_THAN_A_TEAM = 50
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_TOWN = re.compile(
    r"(?:burg|berg|stadt|heim|hausen|dorf|furt|bach|feld|ingen|hafen|brück|brücken|münde|rode|kirchen|au|wald|thal|tal|stein"
    r"|born|bronn|münster|see|hagen|leben|ow|itz|um|ede)$"
)
DESCRIBED = re.compile(
    r"(?:^|[:,–-]\s+|\b(?:ist|war|is|was|bei|at|for|für)\s+)(?:eine?[mnrs]?|an?)\s+(?P<what>[^,.;|()\d]{4,80})",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"\s*[,(|;:•·/)\n\t]\s*|\s[–-]\s|\s(?:bei|at|in)\s")
_PARTED = re.compile(r"[,(|:@]|\bbei\b|\bat\b|\bin\b")


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of companies' sizes, of their names and trades, and of the labels of an entry."""
    return _size_patterns() | _name_patterns()


def _size_patterns() -> dict[str, re.Pattern[str]]:
    sizes = load("sizes")
    people, labels, revenue = ("|".join(sizes[key]) for key in ("people", "people_label", "revenue"))
    return {
        "people": re.compile(
            rf"{_ABOUT}?\s*{NUMBER}\+?[ \t\n]+(?:[a-zäöü-]+[ \t\n]+)?(?:{people})(?:e?n)?(?!\w)"
            r"(?![ \t\n]+(?:gesichert|erhalten|abgebaut|geschaffen|eingestellt|gerettet|kept|saved|created|secured))"
            rf"|(?:employ(?:s|ed|ing)|beschäftigt(?:e)?|zählt(?:e)?|payroll of)\s+{_ABOUT}?\s*{NUMBER}(?!\s*%)"
            rf"|{NUMBER}(?:-|\s)(?:strong|person|köpfig|mann|personen)(?:-|\s)\w+",
            re.IGNORECASE,
        ),
        "labelled": re.compile(
            rf"(?<!\w)(?:{labels})(?:\s*\([^)\n]{{1,30}}\))?\s*(?:[:=|\t\n–-]|of\b|von\b)?\s*{_ABOUT}?\s*{NUMBER}"
            rf"(?![\d%])(?!\s*(?:%|{_MONEY_SIGN}|{_SCALE}\b))",
            re.IGNORECASE,
        ),
        "revenue": re.compile(
            rf"{_ABOUT}?\s*{_AMOUNT}(?!\w)[ \t\n]*(?:(?:in|an|of)[ \t\n]+)?(?:{revenue}|p\.\s?a\.|im jahr)(?!\w)"
            rf"|\b(?:turn(?:s|ing|ed) over|erwirtschafte\w*|umzusetzen|setz\w* )\s*{_ABOUT}?\s*{_AMOUNT}"
            rf"|(?<!\w)(?:{revenue})(?:\s+(?:p\.\s?a\.|per year|in \d{{4}}|\d{{4}}))?(?:\s*\([^)\n]{{1,30}}\))?"
            rf"\s*[:=|\t\n–-]?\s*(?:von|of|in höhe von)?\s*{_ABOUT}?\s*{_AMOUNT}",
            re.IGNORECASE,
        ),
        "amount": re.compile(
            rf"{_MONEY_SIGN}\s*{NUMBER}\s*{_LARGE}(?!\w)|{NUMBER}\s*{_LARGE}\s*{_MONEY_SIGN}(?!\w)", re.IGNORECASE
        ),
        "bracket": re.compile(rf"\([^()]*{_AMOUNT}[^()]*\)", re.IGNORECASE),
        "led": re.compile(rf"(?:{'|'.join(map(re.escape, sizes['led']))})\W*(?:[\w.-]+\W+){{0,3}}$", re.IGNORECASE),
    }


def _name_patterns() -> dict[str, re.Pattern[str]]:
    industry = "|".join(map(re.escape, load("industries")["label"]))
    legal = "|".join(map(re.escape, load("tasks")["legal"]))
    return {
        "legal": re.compile(rf"(?<=[ \t\n])(?=[A-ZÄÖÜ&]|plc|gGmbH|g?gmbh|mb[hH]|e\.V|eG|a/s)(?i:{legal})(?!\w)"),
        "firm": re.compile(
            rf"\W*(?:[A-ZÄÖÜ0-9][\w&.'’+-]*\s+(?:(?:&|und|and|of)\s+)?){{1,5}}"
            rf"(?:(?=[A-ZÄÖÜ&]|plc|mbH|gGmbH|e\.V|a/s)(?i:{legal})(?!\w)[ ,.&]*)+"
        ),
        "industry": re.compile(
            rf"\W*(?:{industry})(?:\s*/[\w /-]{{2,30}})?\s*[:|]\s*[^\W\d_]{{3,}}|\W*(?:{industry})\s+[^\W\d_]{{4,}}",
            re.IGNORECASE,
        ),
        "industry_label": re.compile(rf"\W*(?:{industry})(?:\s*/[\w /-]{{2,30}})?\W*", re.IGNORECASE),
        "described": re.compile(
            r"\W*(?:an?|the client|the company|ein|eine|der auftraggeber|der kunde|das unternehmen)\s"
            r"|.{3,60}\s(?:is|ist|was|war)\s(?:an?|eine?)\s",
            re.IGNORECASE,
        ),
        "label_alone": re.compile(
            rf"\W*(?:{'|'.join(map(re.escape, load('tasks')['labels']))}|{industry})\W*", re.IGNORECASE
        ),
        "label": re.compile(
            rf"^\W*(?:{'|'.join(map(re.escape, load('tasks')['labels']))})\W*(?::|$)\s*", re.IGNORECASE
        ),
    }


def find_companies(flow: Flow, stint: Stint) -> Iterator[Span]:
    """Where companies' names stand: capitalised words before a legal form."""
    area = flow.text[stint.begin : stint.end]
    for found in patterns()["legal"].finditer(area):
        name = _LEGAL_BEFORE.search(area, max(0, found.start() - 60), found.start())
        if name and name.end() == found.start() and not _is_kind_of_company(name[0]):
            yield stint.begin + name.start(), stint.begin + found.end()


def _is_kind_of_company(before: str) -> bool:
    """Whether the words before a legal form tell a kind of company, as in "Mittelstand und Konzern", and no name."""
    word = before.rsplit(maxsplit=1)[-1].lower()
    return word in {"und", "and"} or terms("industries", "general").hits(word)


def find_industry(units: tuple[Unit, ...], doings: tuple[Unit, ...], head: int, *, named: bool) -> Span | None:
    """The first word for an industry outside of what was done; a title's or the company's own word tells none.

    doings are tasks and reporting lines, head how many statements tell who and where; named says that a company's name
    with its legal form stands in the entry.
    """
    for place, unit in enumerate(units):
        if patterns()["industry"].match(unit.text) or (place and _names_industry(units[place - 1].text, unit.text)):
            return unit.begin, unit.end
        text = lowered(unit.text)
        titles = terms("tasks", "titles").find(text)
        sizes = _company_sizes(unit.text)
        told = unit not in doings and (place < head or patterns()["described"].match(unit.text) is not None)
        for begin, end in terms("industries", "words").find(text):
            near = any(begin - last < _NEAR and first - end < _NEAR for first, last in sizes)
            if near and not _in_name(unit.text, end):
                return unit.begin, unit.end
            if not told or _in_title(text, begin, end, titles) or _in_name(unit.text, end):
                continue
            if named or not _is_bare_name(unit.text, begin, end):
                return unit.begin, unit.end
        if sizes and unit not in doings and _is_told_in_other_words(unit.text, sizes, titles):
            return unit.begin, unit.end
        if sizes and place > 1 and units[place - 1] not in doings and _describes(units[place - 1].text):
            return units[place - 1].begin, units[place - 1].end
    return None


def _names_industry(label: str, text: str) -> bool:
    """Whether a statement is the label of an industry alone, as in a cell beside or above its words."""
    return patterns()["industry_label"].fullmatch(label) is not None and _LETTERS.search(text) is not None


def _describes(text: str) -> bool:
    """Whether a statement above a company's size says in words of no list what the company does: no name, no post."""
    plain = patterns()["label"].sub("", text).strip(" :|•–-")
    low = lowered(plain)
    if patterns()["legal"].search(" " + plain) or terms("tasks", "titles").hits(low) or "&" in plain:
        return False
    if any(sign.isdigit() for sign in plain) or "@" in plain or len(plain.split()) > _MOST_WORDS:
        return False
    words = [word for word in _LETTERS.findall(plain) if not terms("industries", "general").hits(lowered(word))]
    small = any(word[0].islower() for word in words)
    return (small and len(words) >= _LEAST_WORDS) or (len(words) == 1 and _is_compound(words[0]))


def _is_compound(word: str) -> bool:
    """A long German noun that is no town's name."""
    return len(word) >= _LONG_WORD and not _TOWN.search(word.lower())


def _is_told_in_other_words(text: str, sizes: list[Span], titles: list[Span]) -> bool:
    """Whether some words beside a company's size say what it does, though no list knows them."""
    if any(_tells_something(found["what"]) for found in DESCRIBED.finditer(text)):
        return True
    first, last = min(begin for begin, _ in sizes), max(end for _, end in sizes)
    for at, end in _segments(text, max(0, first - 2 * _NEAR), min(len(text), last + _NEAR)):
        part = text[at:end]
        named = patterns()["legal"].search(" " + part) or any(begin < end and stop > at for begin, stop in titles)
        counted = any(begin < end and stop > at for begin, stop in sizes)
        if not named and not counted and _describes(part):
            return True
    return False


def _tells_something(words: str) -> bool:
    return any(
        len(word) >= _TELLING and not terms("industries", "general").hits(lowered(word))
        for word in _LETTERS.findall(words)
    )


def _segments(text: str, first: int, last: int) -> Iterator[Span]:
    begin = first
    for found in _SEGMENT.finditer(text, first, last):
        yield begin, found.start()
        begin = found.end()
    yield begin, last


def _company_sizes(text: str) -> list[Span]:
    """Where a statement tells people or revenue that are not those of a task or of a team."""
    return [
        found.span()
        for name in ("people", "labelled", "revenue")
        for found in patterns()[name].finditer(text)
        if not _is_no_size(name, text[max(0, found.start() - 45) : found.start()], found[0])
    ]


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


def _in_title(text: str, begin: int, end: int, titles: list[Span]) -> bool:
    """Whether a word tells a post, as in "head of logistics" or "Klinikmanager"."""
    return any(
        (first <= begin and last >= end)
        or (0 <= begin - last <= 25 and not _PARTED.search(text[last:begin]))
        or (0 <= first - end <= 12 and not _PARTED.search(text[end:first]))
        for first, last in titles
    )


def _in_name(text: str, end: int) -> bool:
    """Whether a word that ends here belongs to a company's name: a legal form follows."""
    after = re.split(r"[,(|;:–]", text[end:])[0]
    found = patterns()["legal"].search(" " + after)
    return found is not None and len(text[end : end + found.start()].split()) <= 3


def find_size(
    area: str, base: int, reporting: tuple[Unit, ...], units: tuple[Unit, ...], tasks: tuple[Unit, ...]
) -> Span | None:
    """The company's people or revenue, not those somebody led nor what they improved."""
    others = [unit.text for unit in units if unit not in reporting]
    for name in ("labelled", "people", "revenue", "bracket"):
        for found in patterns()[name].finditer(area):
            if _is_no_size(name, area[max(0, found.start() - 45) : found.start()], found[0]):
                continue
            words = " ".join(found[0].split())
            if not any(words in text for text in others) and any(_leads(unit, words) for unit in reporting):
                continue
            begin = base + found.start() + len(found[0]) - len(found[0].lstrip())
            return begin, base + found.end()
    for unit in units:
        if unit in tasks:
            return None
        if unit not in reporting and patterns()["amount"].search(unit.text) and not _NO_SIZE.search(unit.text):
            return unit.begin, unit.end
    return None


def _leads(unit: Unit, words: str) -> bool:
    """Whether a reporting line tells a number of people without telling what the company does, and no large one."""
    if words not in unit.text or terms("industries", "words").hits(lowered(unit.text)):
        return False
    return int("".join(filter(str.isdigit, words)) or 0) < MORE_THAN_A_TEAM


def _is_no_size(name: str, before: str, words: str) -> bool:
    if name == "people":
        same_line = before[before.rfind("\n") + 1 :]
        return patterns()["led"].search(re.split(r"[(,;|]", same_line)[-1]) is not None
    if name == "bracket" and _NO_SIZE.search(words):
        return True
    return name in {"revenue", "bracket"} and _NO_SIZE_BEFORE.search(before) is not None
