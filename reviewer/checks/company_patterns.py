"""The patterns of companies' sizes, and of their names and trades."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import Terms, in_both_spellings, kept_for_now, load, lowered, make_terms

# "’" and "€" stand in no set of three signs or more: that takes as long to compile as fifty letters.
# Amid digits begins none without groups: what can stand behind it was looked for from the first of them on.
NUMBER = r"(?:\d(?:\d{0,2}(?:[., ]\d{3}|['’]\d{3})+|(?<!\d\d)\d*(?:[.,]\d+)?k?))"
# What may stand right before a number, and before a sum.
SIGN, CURRENCY = r"(?:[+-]|–|)", r"(?:[£$]|€|)"
_ABOUT = (
    r"(?:(?:deutlich |weit |leicht |etwas |knapp |well |slightly |just |far )(?:über|unter|over|under|above|below)"
    r"|(?:ca|approx|rd)\.?|circa|rund|etwa|über|unter|an die|weniger als|less than|mehr als|bis zu|knapp|gut|fast"
    r"|annähernd|ungefähr|ueber|annaehernd|ungefaehr"
    r"|around|about|some|over|more than|roughly|approximately|in excess of|upwards of|close to|just under|just over|c\."
    r"|just short of|north of|numbering"
    r"|~|>|<|≈|≥|up to|nearly|almost|between|zwischen|in the region of|in the order of|in der größenordnung von|)"
)
_OF_ALL = (
    r"(?:\s(?:weltweit|worldwide|gesamt|ges\.|insgesamt|total|im konzern|in der gruppe"
    r"|in (?:d|de|dach|deutschland|europa)))"
)
_HOUSES = (
    *("team", "crew", "plant", "site", "factory", "mill", "company", "firm", "business", "mannschaft", "belegschaft"),
)
_MONEY_SIGN = r"(?:[£$]|€|eur(?:os?)?|gbp|pounds?|us[d$]|dollars?|chf|sfr|fran(?:ken|cs?))"
_SCALE = r"(?:mio\.?|mill\.|mrd\.?|millionen|milliarden|million|billion|m|mm|mn|bn|b|tsd\.?|k|teur|t€|meur|tchf)"
_IN_WORDS = (
    r"(?:(?:(?<![a-zäöüß])[a-zäöüß]*(?:hundert|tausend)(?:e(?: von)?|und[a-zäöüß]+)?|zwanzig|dreißig|vierzig|fünfzig"
    r"|sechzig|siebzig|achtzig|neunzig"
    r"|(?:a |two |three |four |five |six |seven |eight |nine |)(?:hundred|thousand)s?(?: and [a-z]+| of)?"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|several hundred|mehrere(?:n)? hundert"
    r"|dutzende?|dozens of)(?!\w))"
)
_OF_PEOPLE = rf"{NUMBER}(?:\+|-plus)?(?:[ ]?(?:tsd\.?|mio\.?|tausend|thousand))?"
_LARGE = r"(?:mio\.?|mrd\.?|million(?:en)?|billion|milliarden|teur|meur|bn|mill\.|[mt]€|m\s€|[mt]chf)"
# The scale before the number, as in "TEUR 32.000" or "Mio. € 50".
_SCALE_FIRST = r"(?:[tm](?:eur|chf|usd|gbp|€)|t€|(?:mio|mrd|tsd)\.?\s*(?:€|eur|euro|chf))"
# The lower end of "between £114m and £164m".
_FROM = rf"(?:(?:{_MONEY_SIGN}\s*)?{NUMBER}\s*{_SCALE}?\s*{_MONEY_SIGN}?\s*(?:-|–|to|and|bis|und)\s*(?:zu\s*)?)?"
_SUM = (
    rf"(?:{_MONEY_SIGN}\s*{NUMBER}\s*{_SCALE}?|{_SCALE_FIRST}\s*{NUMBER}"
    rf"|{NUMBER}\s*(?:{_SCALE}?\s*{_MONEY_SIGN}|{_LARGE}(?:\s*{_MONEY_SIGN})?)"
    rf"|(?:eine[rn]?|one|half|a)(?: halbe[n]?| a)? (?:milliarden?|billion)(?:\s{_MONEY_SIGN})?)"
)
# What an amount begins with: looked at first, as most places of a text are none's.
_BEGINS_AMOUNT = (
    r"(?=\d|[£$]|€|eur|gbp|pound|us[d$]|dollar|chf|sfr|fran|[tm](?:eur|chf|usd|gbp|€)|mio|mrd|tsd|eine|one |half|a )"
)
_AMOUNT = rf"(?:{_BEGINS_AMOUNT}{_FROM}{_SUM})"
# What tells how many people there are with the number last, or by its digits.
_PEOPLE_LED_TO = (
    rf"(?:(?:employ(?:s|ed|ing)|besch(?:ä|ae)ftigte?|z(?:ä|ae)hlte?|payroll of)\s+"
    rf"|(?P<house>(?:{'|'.join(_HOUSES)})[ \n](?:of|von)[ \n]))"
    rf"{_ABOUT}\s*(?(house)(?:\d{{3,}}|\d{{1,3}}[.,'’ ]\d{{3}})(?![\d.,]*\s*(?:%|{_MONEY_SIGN}|{_SCALE}\b))"
    rf"|{NUMBER}(?!\s*%))"
    rf"|(?:zwei|drei|vier|fünf)stellige\w*\s(?:mitarbeiter|beschäftigten|belegschaft)\w*"
    rf"|mitarbeiterzahl\s(?:im\s)?(?:\w+\s)?(?:drei|vier|fünf)stellig"
)
# People with these behind them are jobs that were saved, or a department's.
_NO_COMPANYS = (
    r"(?:laid off|under my|unter meiner|reduction|redundan[a-z]+"
    r"|gesichert|erhalten|abgebaut|geschaffen|eingestellt|gerettet|kept|saved|created|secured"
    r"|im bereich|in der abteilung|im team|in the (?:department|team|function))(?!\w)"
)

# Looked for where a number is found: to begin with it would cost three times as much.
_ABOUT_BEFORE = re.compile(rf"(?<!\w)(?!\s){_ABOUT}\s*$")
_LONGEST_ABOUT = 30
# How these words end: what ends otherwise need not be looked at.
_ABOUT_ENDS = (
    *("über", "unter", "over", "under", "above", "below", "ca", "ca.", "approx", "approx.", "rd", "rd."),
    *("circa", "etwa", "rund", "die", "als", "than", "zu", "knapp", "gut", "fast", "annähernd", "ungefähr"),
    *("ueber", "annaehernd", "ungefaehr", "around", "about", "some", "roughly", "approximately", "of"),
    *("to", "c.", "numbering", "nearly", "almost", "between", "zwischen", "von", "~", ">", "<", "≈", "≥"),
)
_NUMERALS = (
    *("hund", "taus", "thous", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"),
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "dutzend", "dozens"),
)
# Without a digit or one of these a text tells no size: looked for first, as it takes a hundredth of the time.
_DIGIT, _NO_LETTER = re.compile(r"\d"), re.compile(r"[^\w.-]")
_COUNTING = (*_NUMERALS, "stellige", "digit", "figure", "illion-", "billion", "milliarde")
# What a pattern of the list is written out of, up to the first sign that may be left out or be another.
_WRITTEN_OUT = late(r"(?:(?:\\\.|[^\W_]|[ /-])(?![?*|]))+")
# No revenue without one of these: signs and words of money, and of how many digits a sum has.
MONEY = (
    *("€", "£", "$", "eur", "mio", "mrd", "illi", "mill.", "bn", "gbp", "pound", "usd", "dollar", "chf", "sfr", "fran"),
    *("stellige", "digit", "figure"),
)
_BESIDE_SUMS = (
    *("umsatz", "revenue", "turn", "sales", "p.", "im jahr", "erwirtschafte", "umzusetzen", "setz", "stellige"),
    *("illion-", "digit", "figure"),
)
# Without one of these no words lead to a number of people, or without one of the houses above before "of" or "von".
_LEADING_TO_PEOPLE = (
    *("employs", "employed", "employing", "beschäftigt", "beschaeftigt", "zähl", "zaehl", "payroll of", "stellig"),
)
# The lists of each kind of size: the usual words, and seldom ones.
_KEYS = {
    "people": ("people", "people_seldom"),
    "labelled": ("people_label", "people_label_seldom"),
    "revenue": ("revenue", "revenue_seldom"),
}
# From a number to the last word of what it counts: two parts as in "20 tsd.", three words, and two of three of its own.
_MOST_BETWEEN = 7
# What labels a size beside the words of the list, and what those say that begin with a pattern.
_SIZE_LABELS = ("größe", "groesse", "grösse", "size", "zahl")


@kept_for_now
def find_sizes(text: str) -> tuple[tuple[str, int, int], ...]:
    """Where a text tells people and revenue: the pattern's name, begin and end."""
    return tuple(_sizes_by(("people", "labelled", "revenue"), text))


def each_size(text: str) -> Iterator[tuple[str, int, int]]:
    """Where an entry tells a size, what is surest first."""
    return _sizes_by(("labelled", "people", "revenue", "bracket"), text)


def _sizes_by(names: tuple[str, ...], text: str) -> Iterator[tuple[str, int, int]]:
    low = lowered(text)
    if _DIGIT.search(low) or any(map(low.__contains__, _COUNTING)):
        for name in names:
            for found in _found(name, low) if _may_stand(name, low) else ():
                yield name, _begin_of_about(low, found.start()), found.end()


def _begin_of_about(low: str, at: int) -> int:
    """Where the words begin that say "about" of the number at a place; the place itself where there are none."""
    first = max(0, at - _LONGEST_ABOUT)
    about = _ABOUT_BEFORE.search(low, first, at) if low[first:at].rstrip().endswith(_ABOUT_ENDS) else None
    return about.start() if about else at


def _may_stand(name: str, low: str) -> bool:
    """Whether looking for a pattern is worth its time: without these words and signs it finds nothing."""
    if name == "revenue":
        return any(map(low.__contains__, MONEY)) and any(
            map(low.__contains__, beginnings(_KEYS["revenue"], _BESIDE_SUMS))
        )
    if name == "labelled":
        return any(map(low.__contains__, beginnings(_KEYS["labelled"], _SIZE_LABELS)))
    return name != "bracket" or "(" in low


def _by_seldom_words(name: str, low: str) -> bool:
    """Whether a size may be told by a word of the longer lists, for which patterns are made when a text has one."""
    if name == "people":
        return any(_is_counted(low, at) for at, _ in _seldom_people().find(low))
    return any(map(low.__contains__, beginnings(_KEYS[name][1:])))


def _is_counted(low: str, at: int) -> bool:
    """Whether a word at a place stands behind a number and other words."""
    if not low[at - 1 : at].isspace():
        return False
    for word in reversed(low[:at].split()[-_MOST_BETWEEN:]):
        if _DIGIT.search(word):
            return True
        if _NO_LETTER.search(word):
            return False
    return False


def _found(name: str, low: str) -> Iterator[re.Match[str]]:
    """What the pattern of a size finds; that of people is thrice as dear where it has to look for numbers in words."""
    if name == "people" and any(map(low.__contains__, _NUMERALS)):
        return patterns()["people in words"].finditer(low)
    pattern = patterns()[f"{name} by any word" if name in _KEYS and _by_seldom_words(name, low) else name]
    if name != "people":
        return pattern.finditer(low)
    of_house = ("of" in low or "von" in low) and any(map(low.__contains__, _HOUSES))
    if of_house or any(map(low.__contains__, _LEADING_TO_PEOPLE)):
        return _in_turn(pattern, patterns()["people led to"], low)
    return pattern.finditer(low)


def _in_turn(one: re.Pattern[str], other: re.Pattern[str], low: str) -> Iterator[re.Match[str]]:
    """What either finds from left to right, none overlapping, as one pattern of both would; no two begin at a place."""
    place = 0
    while found := [match for match in (one.search(low, place), other.search(low, place)) if match]:
        first = min(found, key=re.Match.start)
        yield first
        place = first.end()


@cache
def beginnings(keys: tuple[str, ...], more: tuple[str, ...] = ()) -> tuple[str, ...]:
    """How the words of lists begin of which a text that tells a size so has one; of patterns, their letters.

    Beside them more that would do; without those that hold another, which is found where they are.
    """
    words = {*chain.from_iterable(map(_written, keys)), *more}
    return tuple(word for word in words if not any(other in word for other in words - {word}))


@cache
def _seldom_people() -> Terms:
    """How the seldom words for people begin, and those for what a house has room for."""
    return make_terms({*_written("people_seldom"), *_written("capacity")})


def _written(key: str) -> Iterator[str]:
    """The plain letters that the words of a list begin with."""
    for found in filter(None, map(_WRITTEN_OUT.match, in_both_spellings(load("sizes")[key]))):
        yield found[0].replace("\\", "")


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of companies' sizes, and of their names and trades; all but legal and firm for small letters."""
    return _size_patterns() | _name_patterns()


def _size_patterns() -> dict[str, re.Pattern[str]]:
    """Sizes are looked for in small letters: twice as quick as where the pattern has to ignore their case."""
    sizes = load("sizes")
    people, more_people, labels, more_labels, revenue, more_revenue, capacity = (
        "|".join(in_both_spellings(sizes[key])) for key in (*chain.from_iterable(_KEYS.values()), "capacity")
    )
    any_people = f"{more_people}|{people}|{capacity}"
    return {
        "people": re.compile(_people_pattern(people, _OF_PEOPLE)),
        "people by any word": late(_people_pattern(any_people, _OF_PEOPLE)),
        "people led to": re.compile(_PEOPLE_LED_TO),
        "people in words": late(f"{_people_pattern(any_people, rf'(?:{_OF_PEOPLE}|{_IN_WORDS})')}|{_PEOPLE_LED_TO}"),
        "labelled": re.compile(_label_pattern(labels)),
        "labelled by any word": late(_label_pattern(f"{more_labels}|{labels}")),
        "revenue": re.compile(_revenue_pattern(revenue)),
        "revenue by any word": late(_revenue_pattern(f"{more_revenue}|{revenue}")),
        "amount": late(
            rf"{_MONEY_SIGN}\s*{NUMBER}[\s-]*{_LARGE}(?!\w)|{NUMBER}\s*{_LARGE}\s*{_MONEY_SIGN}(?!\w)"
            rf"|{NUMBER}\s*(?:[mt](?:eur|chf|usd|gbp)|[mt]€)(?!\w)|{_SCALE_FIRST}\s*{NUMBER}(?!\w)"
            rf"|{_MONEY_SIGN}\s*{NUMBER}\s*mm?(?!\w)|{NUMBER}\s*m\s*{_MONEY_SIGN}(?!\w)"
        ),
        "sites": late(
            rf"(?<![\w.,])(?:[2-9]|\d{{2,3}}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|two|three|four|five|six|seven"
            rf"|eight|nine|ten|twelve|dozens? of|dutzende?)\s+(?:[a-zäöüß-]+\s+)?(?:{'|'.join(sizes['sites'])})(?!\w)"
        ),
        "capacity": late(rf"(?:{capacity})$"),
        "bracket": late(rf"\([^()]*{_SUM}[^()]*\)"),
    }


def _label_pattern(labels: str) -> str:
    """A label of how many people there are, and their number."""
    return (
        rf"(?:(?<!\w)(?:gesamt|konzern|gruppen|standort|group |total |global )?(?:{labels}){_OF_ALL}?"
        rf"(?:\s*\([^)\n]{{1,30}}\))?\s*(?:[:=|\t\n–-]|of\b|von\b)?\s*"
        rf"|(?:größe|groesse|grösse|size)\s*[:=]\s*[a-z]{{1,12}}\s*\(){_ABOUT}\s*{NUMBER}"
        rf"(?![\d%])(?!\s*(?:%|{_MONEY_SIGN}|{_SCALE}\b))"
    )


def _people_pattern(people: str, number: str) -> str:
    """Numbers of people, whatever they are called, and of what a house has room for or runs."""
    return (
        rf"{number}[ \t\n]+"
        rf"(?!neue|new |additional |zusätzlich)(?:[a-zäöü-]+[ \t\n]+){{0,3}}(?:{people})(?:e?n)?(?!\w)"
        r"(?!\s(?:pro|je|per|an?|am)\s(?:tag|day|week|woche|month|monat|hour|stunde))"
        rf"(?![ \t\n]+{_NO_COMPANYS})"
        rf"|{NUMBER}(?:(?:-|\s)?(?:(?:person|mann|personen)(?:-|\s)\w+|köpfig[a-z]{{0,2}}\b(?!\s\w*team))"
        rf"|(?:-|\s)strong(?!\w|\s(?:\w+\s)?team)"
        rf"|-(?:head|vehicle|room|home|seat|employees?|staff|people|worker|mitarbeiter|fte|bed|betten)(?=-|\s))"
    )


def _revenue_pattern(revenue: str) -> str:
    """Revenue and what takes its place in banks, insurers and funds, before or behind the sum, or by its digits."""
    return (
        # Amid a word begin sums and their digits alone.
        rf"(?!(?<=\w)(?!{_BEGINS_AMOUNT}|ein|zwei|drei|vier|sieben|acht|neun|zehn|single|double|two|three|triple|seven|eight|nine))"
        rf"(?:(?<!\w)(?:umsatz|jahresumsatz|revenue|turnover|sales)\s*(?:in|[(\[])\s*(?:in\s)?(?:mio|mrd|tsd|t|m|k)?\.?\s*"
        rf"{_MONEY_SIGN}[)\]]?\s*[:=|]?\s*{NUMBER}"
        # A sum with the words that lead to it, or with those that follow it: written once, as it is the dearest part.
        r"|(?:(?P<told>(?:\b(?:turn(?:s|ing|ed) over|erwirtschafte\w*|umzusetzen|setz\w* )"
        rf"|(?<!\w)(?:{revenue})(?:\s+(?:p\.\s?a\.|per year|in \d{{4}}|\d{{4}}))?(?:\s*\([^)\n]{{1,30}}\))?"
        rf"\.?\s*[:=|\t\n–-]?\s*(?:von|of|in höhe von)?)\s*{_ABOUT}\s*)"
        rf"|(?P<turned>\bsetzte?n?\b(?:\s+[a-zäöü]+){{0,3}}\s+)|){_AMOUNT}(?(told)|(?(turned)\s+um\b"
        rf"|(?!\w)[ \t\n-]*(?:(?:in|an|of)[ \t\n]+)?(?:{revenue}|p\.\s?a\.|im jahr)(?!\w)))"
        r"|(?:ein|zwei|drei|vier)stellige\w*\s+(?:millionen|milliarden)\w*|(?:sieben|acht|neun|zehn)stellige\w*\s+\w*umsatz\w*"
        r"|\b(?:multi-?)?[mb]illion-(?:dollar|pound|euro)\s+(?:\w+\s)?(?:group|business|company|firm|retailer|manufacturer)"
        r"|(?:single|double|two|three|triple|seven|eight|nine)"
        r"[- ](?:digit|figure)\s+(?:million|billion|revenue|turnover|sales)\w*)"
    )


def _name_patterns() -> dict[str, re.Pattern[str]]:
    industry = "|".join(map(re.escape, load("industries")["label"]))
    legal = "|".join(map(re.escape, load("tasks")["legal"]))
    said = "|".join(map(re.escape, load("industries")["said"]))
    return {
        "legal": re.compile(rf"(?<=[ \t\n])(?=[A-ZÄÖÜ&]|plc|gGmbH|g?gmbh|mb[hH]|e\.V|eG|a/s)(?i:{legal})(?!\w)"),
        "firm": re.compile(
            rf"\W*(?:[A-ZÄÖÜ0-9][\w&.'’+-]*\s+(?:(?:&|und|and|of)\s+)?){{1,5}}"
            rf"(?:(?=[A-ZÄÖÜ&]|plc|mbH|gGmbH|e\.V|a/s)(?i:{legal})(?!\w)[ ,.&]*)+"
        ),
        "industry": re.compile(
            rf"\W*(?:{industry})(?:\s*/[\w /-]{{2,30}})?\s*[:|]\s*[^\W\d_]{{3,}}|\W*(?:{industry})\s+[^\W\d_]{{4,}}"
        ),
        "said": late(rf"\W*(?:{said})\s*[:|]\s*(?=[^\W\d_]{{2}})"),
        "industry_label": re.compile(
            rf"\W*(?:[^\W\d_][\w /-]{{2,30}}\s(?:oder|or)\s)?(?:{industry}|{said})"
            r"(?:(?:\s*/|\s(?:oder|or)\s)[\w /-]{2,30})?\W*"
        ),
        "described": late(
            r"\W*(?:an?|the client|the company|ein|eine|der auftraggeber|der kunde|das unternehmen)\s"
            r"|.{3,60}\s(?:is|ist|was|war)\s(?:an?|eine?)\s"
        ),
        # What somebody answered for, which tells no company's size.
        "answered_for": re.compile(
            r"\W*(?:gesamt|personal|budget|führungs|leitungs|ergebnis|umsatz|kosten|fach|bereichs)?-?(?:verantwortung(?:sbereich)?"
            r"|zuständigkeit(?:sbereich)?|verantwortlichkeit|verantwortlich)(?:\s+für)?\s*[:=(]"
            r"|\W*(?:areas?|scope|field|sphere|span)\s+of\s+(?:responsibility|responsibilities|control|authority)\s*[:=(]"
            r"|\W*(?:my |own )?(?:responsibility|responsible for|accountability|remit)\s*[:=(]"
            r"|\W*(?:departments|areas|functions|units|teams)\s(?:under|reporting to)\sme\s*[:=(]"
            r"|\W*(?:mein |eigener )?(?:bereich|führungs(?:bereich|umfang|spanne)|führung|geführt|unterstellt)\s*[:=]"
        ),
    }
