"""What a station tells: its title, the industry and size of the company, and what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reviewer.checks.codes import find_codes
from reviewer.checks.flow import Flow
from reviewer.checks.stations import Stint
from reviewer.checks.vocabulary import Span, load, lowered, terms

_BULLET = re.compile(r"^\s*(?:[•●○◦▪■□▸►▶‣⁃∙·*»✓✔◆➢➤→o§-]|–)\s+")
_INNER = re.compile(r"\s[-–•·|▪■►*]\s|;\s|(?<=[a-zäöüß]{4})\.\s(?=[A-ZÄÖÜ])|(?<=%)\.\s(?=[A-ZÄÖÜ])")
_NUMBER = r"(?:\d{1,3}(?:[.,'’ ]\d{3})+|\d+(?:[.,]\d+)?k?)"
_ABOUT = (
    r"(?:(?:ca|approx)\.|circa|rund|etwa|über|mehr als|bis zu|knapp|gut|around|about|some|over|more than|roughly|c\.|~"
    r"|>|<|≈|up to|nearly)"
)
_MONEY_SIGN = r"(?:€|eur|euro|£|gbp|\$|usd|us\$|chf|sfr)"
_SCALE = r"(?:mio\.?|mrd\.?|millionen|milliarden|million|billion|m|mn|bn|b|tsd\.?|k|teur|t€|meur|tchf)"
_LARGE = r"(?:mio\.?|mrd\.?|million(?:en)?|billion|milliarden|teur|meur|bn)"
_AMOUNT = (
    rf"(?:{_MONEY_SIGN}\s*{_NUMBER}\s*{_SCALE}?|{_NUMBER}\s*{_SCALE}?\s*{_MONEY_SIGN}"
    rf"|{_NUMBER}\s*{_LARGE}(?:\s*{_MONEY_SIGN})?)"
)
_RESULT = re.compile(
    rf"\d\s?%|prozent|percent|\bum {_NUMBER}|\bby {_NUMBER}|\bvon {_NUMBER}.{{0,25}}\bauf {_NUMBER}"
    rf"|\bfrom {_NUMBER}.{{0,25}}\bto {_NUMBER}|{_NUMBER}\s*(?:tage|wochen|monate[n]?|days|weeks|months)\b"
    r"|termingerecht|im budget|on time|within budget",
    re.IGNORECASE,
)
_NO_SIZE_BEFORE = re.compile(
    r"\b(?:um|by|plus|minus|von \S+ auf|steiger\w*|increas\w*|budget\w*|einspar\w*|saving\w*|invest\w*|volumen)\W*$",
    re.IGNORECASE,
)
_NO_SIZE = re.compile(r"budget|einspar|saving|invest|capex|volumen|volume", re.IGNORECASE)
_LEGAL_BEFORE = re.compile(r"(?:[A-ZÄÖÜ0-9][\w&.'’+-]*[ \t\n]+(?:&[ \t\n]+|und[ \t\n]+|and[ \t\n]+|of[ \t\n]+)?){1,5}$")
_LEAST_TASK_WORDS = 3
_MOST_OF_A_PAUSE = 3
_NEAR = 70
_SEGMENT = re.compile(r"\s*[,(|;:•·/)\n\t]\s*|\s[–-]\s|\s(?:bei|at|in)\s")
_PARTED = re.compile(r"[,(|:@]|\bbei\b|\bat\b|\bin\b")
_DOING = re.compile(
    r"^\w{4,}(?:ung|ungen|ierung|bau|ion|nahme)\b|\b(?:ge\w{3,}(?:t|en)|(?:ab|an|auf|aus|ein|um|vor|zu|zurück)ge\w{2,}(?:t|en)|\w{3,}iert)\W*$"
    r"|^\w{2,}(?:ed|ing)\b"
)
_NOT_DOING = re.compile(
    r"(?:leitung|führung|geschäftsführung|verantwortung|vertretung|abteilung|position|funktion|region|division|situation"
    r"|verwaltung|niederlassung|reporting|heading|leading|managing|based|accounting|engineering|manufacturing|marketing"
    r"|purchasing|controlling|consulting|limited|according|acting|being|having|holding|including)\b"
)


_WEAK = ("manag", "led", "leit", "direct", "support", "report", "führ", "present")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One statement of a station: text[begin:end] of the flow, joined over its lines."""

    begin: int
    end: int
    text: str
    bullet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A station with what it tells; spans are places in the flow's text, None where nothing is told."""

    stint: Stint
    title: str
    industry: Span | None
    size: Span | None
    soft_size: Span | None
    tasks: tuple[Unit, ...]
    perhaps: tuple[Unit, ...]
    reporting: tuple[Unit, ...]
    units: tuple[Unit, ...]
    companies: tuple[Span, ...]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    sizes = load("sizes")
    people, labels, revenue = ("|".join(sizes[key]) for key in ("people", "people_label", "revenue"))
    return {
        "people": re.compile(
            rf"{_ABOUT}?\s*{_NUMBER}\+?[ \t\n]+(?:[a-zäöü-]+[ \t\n]+)?(?:{people})(?!\w)", re.IGNORECASE
        ),
        "labelled": re.compile(
            rf"(?<!\w)(?:{labels})(?:\s*\([^)\n]{{1,30}}\))?\s*[:=|\t\n–-]?\s*{_ABOUT}?\s*{_NUMBER}"
            rf"(?![\d%])(?!\s*(?:%|{_MONEY_SIGN}|{_SCALE}\b))",
            re.IGNORECASE,
        ),
        "revenue": re.compile(
            rf"{_ABOUT}?\s*{_AMOUNT}(?!\w)[ \t\n]*(?:{revenue}|p\.\s?a\.|im jahr)(?!\w)"
            rf"|(?<!\w)(?:{revenue})(?:\s+(?:p\.\s?a\.|per year|in \d{{4}}|\d{{4}}))?(?:\s*\([^)\n]{{1,30}}\))?"
            rf"\s*[:=|\t\n–-]?\s*(?:von|of|in höhe von)?\s*{_ABOUT}?\s*{_AMOUNT}",
            re.IGNORECASE,
        ),
        "bracket": re.compile(rf"\([^()]*{_AMOUNT}[^()]*\)", re.IGNORECASE),
        "led": re.compile(rf"(?:{'|'.join(map(re.escape, sizes['led']))})\W*(?:[\w.-]+\W+){{0,3}}$", re.IGNORECASE),
        "legal": re.compile(
            rf"(?<=[ \t\n])(?:{'|'.join(map(re.escape, load('tasks')['legal']))})(?!\w)", re.IGNORECASE
        ),
        "label": re.compile(
            rf"^\W*(?:{'|'.join(map(re.escape, load('tasks')['labels']))})\W*(?::|$)\s*", re.IGNORECASE
        ),
    }


def tell(flow: Flow, stint: Stint) -> Facts:
    """All that a station tells."""
    units = tuple(_units(flow, stint))
    companies = tuple(_companies(flow, stint))
    head = _head_count(units)
    told = [_Told(unit, place < head) for place, unit in enumerate(units)]
    tasks = tuple(one.unit for one in told if one.is_task)
    area = flow.text[stint.begin : stint.end]
    return Facts(
        stint=stint,
        title=_title(units),
        industry=_industry(units, tasks, tuple(one.unit for one in told if one.is_reporting), bool(companies)),
        size=_size(area, stint.begin, tuple(one.unit for one in told if one.is_reporting), units),
        soft_size=next(
            ((stint.begin + b, stint.begin + e) for b, e in terms("sizes", "soft").find(lowered(area))), None
        ),
        tasks=tasks,
        perhaps=tuple(one.unit for one in told if one.is_perhaps),
        reporting=tuple(one.unit for one in told if one.is_reporting),
        units=units,
        companies=companies,
    )


def _units(flow: Flow, stint: Stint) -> Iterator[Unit]:
    """Statements: bullets, sentences and parts between separators; a wrapped line goes on where it was cut."""
    pieces = list(_line_spans(flow, stint))
    edge = max((flow.lines[number].rect[2] for number, _, _ in pieces), default=0.0)
    begin, end = stint.begin, stint.begin
    parts: list[str] = []
    for place, (number, first, last) in enumerate(pieces):
        text = flow.text[first:last]
        if parts and _begins_anew(flow, pieces[place - 1][0], number, text, parts[-1], edge):
            yield from _split(begin, end, parts)
            parts = []
        if not parts:
            begin = first
        parts.append(text)
        end = last
    if parts:
        yield from _split(begin, end, parts)


def _line_spans(flow: Flow, stint: Stint) -> Iterator[tuple[int, int, int]]:
    """Number, begin and end of each line of a station, its period cut out."""
    number = flow.line_at(stint.begin)
    while number < len(flow.lines) and flow.starts[number] < stint.end:
        first, last = flow.starts[number], flow.starts[number] + len(flow.lines[number].text)
        cut_first, cut_last = stint.period.begin, stint.period.end
        if cut_first < last and cut_last > first:
            spans = [(first, min(cut_first, last)), (max(cut_last, first), last)]
        else:
            spans = [(first, last)]
        for one, other in spans:
            if flow.text[one:other].strip(" \t:|()[],–-"):
                yield number, one, other
        number += 1


def _begins_anew(flow: Flow, before: int, number: int, text: str, last: str, edge: float) -> bool:
    if before == number:
        return True
    above, line = flow.lines[before], flow.lines[number]
    if _BULLET.match(text) or last.rstrip().endswith((".", ":", ";")) or above.bold != line.bold:
        return True
    if above.page == line.page and (line.rect[1] - above.rect[3] > 0.6 * line.size or line.rect[1] < above.rect[1]):
        return True
    if abs(above.middle - line.middle) < 0.4 * line.size or abs(above.size - line.size) > 0.6:
        return True
    room = edge - above.rect[2]
    first_word = line.pieces[0].rect[2] - line.pieces[0].rect[0]
    return room > first_word + 0.06 * (edge - above.rect[0]) + line.size


def _split(begin: int, end: int, parts: list[str]) -> Iterator[Unit]:
    text = parts[0].strip()
    for part in parts[1:]:
        wrapped = text.endswith("-") and part[:1].islower()
        text = text[:-1] + part.strip() if wrapped else f"{text} {part.strip()}"
    bullet = _BULLET.match(text) is not None
    text = _BULLET.sub("", text)
    for place, piece in enumerate(_INNER.split(text)):
        if piece and piece.strip():
            yield Unit(begin=begin, end=end, text=piece.strip(), bullet=bullet or place > 0)


def _head_count(units: tuple[Unit, ...]) -> int:
    """How many statements at the beginning say who and where: up to the first that says what."""
    for place, unit in enumerate(units):
        words = len(unit.text.split())
        if (
            place >= 4
            or (place and unit.bullet)
            or (place and words > 9 and not _patterns()["legal"].search(unit.text))
        ):
            return place
    return len(units)


class _Told:
    """What one statement is: a task, a reporting line, the company's size, or none of them."""

    def __init__(self, unit: Unit, in_head: bool) -> None:
        self.unit = unit
        text = _patterns()["label"].sub("", unit.text)
        low = lowered(text)
        words = len(re.findall(r"[^\W\d_]{2,}", text))
        result = _RESULT.search(text) is not None
        sizes = [found.span() for name in ("people", "labelled", "revenue") for found in _patterns()[name].finditer(text)]
        spans = terms("tasks", "reporting").find(low)
        action = _actions(low, [*spans, *sizes], words)
        title = words <= 8 and terms("tasks", "titles").hits(low) and not result
        strong = [word for word in action if not word.startswith(_WEAK)]
        leads = bool(spans) and spans[0][0] <= 12
        self.is_reporting = bool(spans) and not result and not (strong and words >= (6 if leads else 4))
        codes = sum(1 for _ in find_codes(text))
        cryptic = not result and (codes >= 2 or (codes == 1 and words <= 7))
        plain = not self.is_reporting and not (title and (in_head or words <= 5)) and words >= _LEAST_TASK_WORDS
        told = (bool(action) and not cryptic) or result
        described = bool(sizes) and (not action or _is_description(low, sizes))
        self.is_task = plain and told and not (in_head and words < 5) and not described
        self.is_perhaps = plain and not told and not in_head and not sizes and words >= 4


def _actions(low: str, spans: list[Span], words: int) -> list[str]:
    """Words for doing outside of what says whom somebody reported to and how large the company was."""
    rest = "".join(" " if any(b <= i < e for b, e in spans) else sign for i, sign in enumerate(low)) if spans else low
    action = [low[b:e] for b, e in terms("tasks", "action").find(rest)]
    if words >= 4 and _DOING.search(rest) and not _NOT_DOING.match(rest.lstrip()):
        action.append("doing")
    return action


def _is_description(low: str, sizes: list[Span]) -> bool:
    """Whether the company's industry stands beside its size."""
    return any(
        not any(begin < last and end > first for first, last in sizes)
        for begin, end in terms("industries", "words").find(low)
    ) and not _RESULT.search(low)


def _title(units: tuple[Unit, ...]) -> str:
    for unit in units[:4]:
        if terms("tasks", "titles").hits(lowered(unit.text)):
            return _patterns()["label"].sub("", unit.text)[:120]
    return units[0].text[:120] if units else ""


def _companies(flow: Flow, stint: Stint) -> Iterator[Span]:
    """Where companies' names stand: capitalised words before a legal form."""
    area = flow.text[stint.begin : stint.end]
    for found in _patterns()["legal"].finditer(area):
        name = _LEGAL_BEFORE.search(area, max(0, found.start() - 60), found.start())
        if name and name.end() == found.start():
            yield stint.begin + name.start(), stint.begin + found.end()


def is_pause(facts: Facts) -> bool:
    """Whether an entry says why there was no work: parental leave, a sabbatical, illness."""
    head = lowered(" ".join(unit.text for unit in facts.units[:2]))
    told = facts.companies or facts.size or len(facts.units) > _MOST_OF_A_PAUSE
    return terms("claims", "explained").hits(head) and not told and not terms("tasks", "titles").hits(head)


def _industry(units: tuple[Unit, ...], tasks: tuple[Unit, ...], reporting: tuple[Unit, ...], named: bool) -> Span | None:
    """The first word for an industry outside of what was done; a title's or the company's own word tells none.

    named says that a company's name with its legal form stands in the entry.
    """
    for unit in units:
        text = lowered(unit.text)
        titles = terms("tasks", "titles").find(text)
        sizes = _company_sizes(unit.text)
        for begin, end in terms("industries", "words").find(text):
            near = any(begin - last < _NEAR and first - end < _NEAR for first, last in sizes)
            if near and not _in_name(unit.text, end, strict=True):
                return unit.begin, unit.end
            if unit in tasks or unit in reporting or _in_title(text, begin, end, titles) or _in_name(unit.text, end, strict=False):
                continue
            if named or not _is_bare_name(unit.text, begin, end):
                return unit.begin, unit.end
    return None


def _company_sizes(text: str) -> list[Span]:
    """Where a statement tells people or revenue that are not those of a task or of a team."""
    return [
        found.span()
        for name in ("people", "labelled", "revenue")
        for found in _patterns()[name].finditer(text)
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


def _in_name(text: str, end: int, *, strict: bool) -> bool:
    """Whether a word that ends here belongs to a company's name: a legal form soon follows, strictly one in capitals."""
    after = re.split(r"[,(|;:–]", text[end:])[0]
    found = _patterns()["legal"].search(" " + after)
    if found is None or len(text[end : end + found.start()].split()) > 3:
        return False
    return not strict or found[0][:1].isupper()


def _size(area: str, base: int, reporting: tuple[Unit, ...], units: tuple[Unit, ...]) -> Span | None:
    """The company's people or revenue, not those somebody led nor what they improved."""
    others = [unit.text for unit in units if unit not in reporting]
    for name in ("labelled", "people", "revenue", "bracket"):
        for found in _patterns()[name].finditer(area):
            if _is_no_size(name, area[max(0, found.start() - 45) : found.start()], found[0]):
                continue
            words = " ".join(found[0].split())
            if not any(words in text for text in others) and any(_leads(unit, words) for unit in reporting):
                continue
            begin = base + found.start() + len(found[0]) - len(found[0].lstrip())
            return begin, base + found.end()
    return None


def _leads(unit: Unit, words: str) -> bool:
    """Whether a reporting line tells a number of people without telling what the company does."""
    return words in unit.text and not terms("industries", "words").hits(lowered(unit.text))


def _is_no_size(name: str, before: str, words: str) -> bool:
    if name == "people":
        same_line = before[before.rfind("\n") + 1 :]
        return _patterns()["led"].search(re.split(r"[(,;|]", same_line)[-1]) is not None
    if name == "bracket" and _NO_SIZE.search(words):
        return True
    return name in {"revenue", "bracket"} and _NO_SIZE_BEFORE.search(before) is not None
