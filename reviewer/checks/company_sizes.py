"""The company's size in people or revenue, apart from whom somebody led and what was done with people or money."""

from __future__ import annotations

import re
from functools import cache

from reviewer.checks.company_patterns import MONEY, beginnings, each_size, find_sizes, patterns
from reviewer.checks.late_patterns import late
from reviewer.checks.units import Unit
from reviewer.checks.vocabulary import Span, in_both_spellings, load, lowered, terms

MORE_THAN_A_TEAM = 50
_FEW_BEHIND = re.compile(r"\W*(?:[\w.-]+\W+){0,3}$")
_NEAR, _LEAST_ROOM = 45, 40
_NO_SIZE_BEFORE = re.compile(
    r"\b(?:um|by|plus|minus|von \S+ auf|from \S+ to"
    r"|steiger\w*|increas\w*|budget\w*|einspar\w*|saving\w*|invest\w*|volumen)\W*$"
)
_NO_SIZE = late(
    r"budget|einspar|ersparn|saving|invest|capex|volumen|volume|project|projekt|program|contract|auftrag(?!geber)|order"
    r"|loss|verlust|profit|gewinn|funding|financing|finanzierung|ebit|debt|schuld|loan|kredit|cost|kosten|verbesserung"
    r"|steigerung|zuwachs|umsatzplus|improvement|growth|vertrag|förder|\bgrant|\braised|claim|\bspend|pipeline|backlog"
    r"|neubau|neugeschäft|\bnew (?:business|line|warehouse|plant|site|orders?)|effekt|effect|benefit|preis\b|price"
)
_NO_REVENUE = re.compile(r"(?:effekt|effect|benefit|potenzial|potential)\w*\s*[:=]?\s*(?:von|of)?\s*$")
# What governs people or money that something was done with, as "Schulung von", "Sozialplan für", "relocated" or "cut".
_DONE_WITH = re.compile(
    r"(?:\b(?!stiftung|niederlassung|abteilung|verwaltung)[^\W\d_]{2,}(?:ung|ungen|bau|zug|tion|nahme|plan|gleich|gang|ing|kauf)"
    r"(?:e?s)?\s+(?:von|der|aller|all)"
    r"|\b(?:für|for|um|by|among|aller|sämtlicher|(?<!\d )to)"
    r"|\b(?!organi[sz]ation|institution|operation|association|corporation)[^\W\d_]{3,}(?:tion|ment|ing|al|ture)\s+of"
    r"|\b(?:survey|transfer|move)\s+of|\b(?:cut|made|saved|cutting|making|saving|raise)"
    r"|\b(?:lay off|laid off|sold|bought|won)"
    r"|(?<![\w-])(?!employed|owned|listed|based|sized|backed|limited|united|named|called|founded|headquartered|combined)"
    r"[^\W\d_]{3,}ed)\s*$"
)
# What was done with people or money, behind them.
_DONE_AFTER = re.compile(
    r"^\s*(?:(?!mit\b|with\b)[\w'’-]+\s+){0,4}?(?:(?!beschäftigt|angestellt|verteilt|organisiert)"
    r"(?:[a-zäöüß]{0,7}ge|be|ver|er|ent|über|unter|um|frei|ab|ein|auf)[a-zäöüß]{3,}(?:t|en)"
    r"|(?!employed|based|located|spread|listed)[a-z]{3,}ed|cut|made redundant|redundant|redundancies)\s*$"
)
# Who stood below somebody, or at the bench: of few people a team's, not a company's.
_LED_HERE = late(
    r"\s(?:direkt|direct|indirekt|indirect|unterstellt|zugeordnet|geführt|berichtend|nachgeordnet|subordinat|reporting)"
)
_IS_BEFORE = re.compile(r"\b(?:is|are|was|were|ist|sind|war|waren|has|have|hat|haben|currently|derzeit)\b")
_DEPARTMENT = re.compile(
    r"\b(?:abteilung|team|ressort|referat|fachbereich|gruppen|department|function|section)\w{0,2}\s+(?:mit|von|aus|of|with)"
    r"(?:\s+(?:zusammen|insgesamt|together|in total))?\s*$"
    r"|[^\W\d_]*teams?\s+(?:(?:in|im|an|at|für|for)\s+[\w-]+\s+){1,2}(?:mit|von|aus|of|with)\s*$"
    r"|(?:\bteam|abbau|abrechnung|verlagerung|schulung|\bpayroll)\s*[:(]\s*$"
)
_CLAUSE_BEGIN, _CLAUSE_END = re.compile(r"[,(;|:]|\s[–•·-]\s"), re.compile(r"[,;.|()/]|\s[–•·-]\s|\n")
# What stands beside an amount without a word for revenue: nothing, about, or a word for what the company is.
_APART = late(r"[,(|;)]|\s[–•·/-]\s")
_ABOUT = late(
    r"ca|approx|circa|rund|etwa|über|mehr|als|bis|zu|knapp|gut|around|about|some|over|more|than|roughly|approximately|nearly"
    r"|almost|between|zwischen|und|and|to|the|an?|eine?[mr]?|mit|with|of|in|c|is|ist|per|year|im|jahr|p|pa|size|größe",
    re.IGNORECASE,
)
_COMPANY = late(
    r"business|compan|\bfirm|group|gruppe|unternehmen|konzern|manufactur|maker|retail|division|subsidiary|tochter|supplier|provider"
    r"|umsatz|erlös|turnover|revenue|sales|income|betrieb|holding|operation|enterprise|portfolio",
    re.IGNORECASE,
)


def find_size(
    area: str,
    base: int,
    reporting: tuple[Unit, ...],
    units: tuple[Unit, ...],
    tasks: tuple[Unit, ...],
    dated: tuple[Span, ...],
) -> Span | None:
    """The company's people or revenue, not those somebody led nor what they improved; dated: the period's places."""
    others = [unit.text for unit in units if unit not in reporting]
    for name, begin, end in each_size(area):
        found = area[begin:end]
        if any(base + begin < last and base + end > first for first, last in dated) or _is_no_size(
            name, *_around(units, area, base, begin, end), found
        ):
            continue
        words = " ".join(found.split())
        if not any(words in text for text in others) and any(_leads(unit, words) for unit in reporting):
            continue
        return base + end - len(found.lstrip()), base + end
    for unit in units:
        if unit in tasks:
            return None
        if unit not in reporting and any(_is_revenue(unit.text, span) for span in amounts(unit.text)):
            return unit.begin, unit.end
    return None


def find_sites(units: tuple[Unit, ...], tasks: tuple[Unit, ...]) -> Span | None:
    """How many sites, shops or subsidiaries the company has, told before what was done."""
    for unit in units:
        if unit in tasks:
            return None
        low = lowered(unit.text)
        if any(map(low.__contains__, beginnings(("sites",)))) and patterns()["sites"].search(low):
            return unit.begin, unit.end
    return None


def company_sizes(text: str) -> list[Span]:
    """Where a statement tells people or revenue that are not those of a task or of a team."""
    return [
        (begin, end)
        for name, begin, end in find_sizes(text)
        if not _is_no_size(name, text[max(0, begin - _NEAR) : begin], text[end : end + _NEAR], text[begin:end])
    ]


def amounts(text: str) -> list[Span]:
    """Sums of money that may be a company's revenue, as in "£40m engineering business"."""
    low = lowered(text)
    if not any(map(low.__contains__, MONEY)) or _NO_SIZE.search(low):
        return []
    return [found.span() for found in patterns()["amount"].finditer(low)]


def _is_revenue(text: str, span: Span) -> bool:
    """Whether a sum stands by itself between commas, or beside words for a company or a trade."""
    first = max((found.end() for found in _APART.finditer(text, 0, span[0])), default=0)
    last = _APART.search(text, span[1])
    rest = f"{text[first : span[0]]} {text[span[1] : last.start() if last else len(text)]}"
    words = re.findall(r"[^\W\d_]+", rest)
    if all(_ABOUT.fullmatch(word) for word in words):
        return True
    return _COMPANY.search(rest) is not None or terms("industries", "words").hits(lowered(rest))


def _around(units: tuple[Unit, ...], area: str, base: int, begin: int, end: int) -> tuple[str, str]:
    """What stands before and behind a size in its statement, or in its line where no statement holds it."""
    words = " ".join(area[begin:end].split())
    for place, unit in enumerate(units):
        if unit.begin <= base + begin < unit.end and words in unit.text:
            at = unit.text.index(words)
            before = unit.text[max(0, at - _NEAR) : at]
            # What a cell tells belongs to its label in the one before.
            labelled = place > 0 and not before.strip() and units[place - 1].text.endswith(":")
            return units[place - 1].text if labelled else before, unit.text[at + len(words) :][:_NEAR]
    return area[max(0, begin - _NEAR) : begin].rpartition("\n")[2], area[end : end + _NEAR].partition("\n")[0]


def _leads(unit: Unit, words: str) -> bool:
    """Whether a reporting line tells a number of people without telling what the company does, and no large one."""
    if words in unit.text and patterns()["answered_for"].match(lowered(unit.text)):
        return True
    if words not in unit.text or terms("industries", "words").hits(lowered(unit.text)):
        return False
    return _number(words) < MORE_THAN_A_TEAM


def _number(words: str) -> int:
    return int("".join(filter(str.isdigit, words)) or 0)


def _is_no_size(name: str, before: str, after: str, words: str) -> bool:
    if name == "labelled":
        return False
    if name == "people" and _number(words) < _LEAST_ROOM and patterns()["capacity"].search(lowered(words)):
        return True
    low = lowered(before)
    clause = _CLAUSE_BEGIN.split(low)[-1]
    if _DONE_WITH.search(clause) or (
        not _IS_BEFORE.search(clause) and _DONE_AFTER.match(_CLAUSE_END.split(after)[0]) is not None
    ):
        return True
    if name == "people":
        few = _number(words) < MORE_THAN_A_TEAM
        labelled = _CLAUSE_BEGIN.split(low.rstrip(" :"))[-1]
        if few and _LED_HERE.search(lowered(words)):
            return True
        leads = _tells_leading(labelled) or (few and _leads_in_brackets(re.split(r"[,;|]", before)[-1]))
        return leads or _DEPARTMENT.search(low) is not None
    if (name == "bracket" and _NO_SIZE.search(lowered(words))) or _NO_REVENUE.search(low):
        return True
    return _NO_SIZE_BEFORE.search(low) is not None


def _leads_in_brackets(before: str) -> bool:
    """Whether somebody led those in brackets, as in "Leitung des Teams (8 MA)"; a company's name tells nothing."""
    head, bracket, _ = before.rpartition("(")
    return bool(bracket) and not patterns()["legal"].search(" " + head) and _tells_leading(lowered(head))


def _tells_leading(low: str) -> bool:
    """Whether a text ends with words for leading people, and few others behind them."""
    for word in filter(low.__contains__, _leading_words()):
        at = low.find(word)
        while at >= 0:
            if _FEW_BEHIND.match(low, at + len(word)):
                return True
            at = low.find(word, at + 1)
    return False


@cache
def _leading_words() -> tuple[str, ...]:
    return tuple(in_both_spellings(load("sizes")["led"]))
