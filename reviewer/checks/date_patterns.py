"""How dates are written: the patterns of months, quarters, seasons and years, of what joins and opens them."""

from __future__ import annotations

import re

from reviewer.checks.late_patterns import late

# All patterns but NORM are for text in small letters: those that ignore case take half as long again to compile.
MONTHS = (
    "januar jänner jän jaenner jan january",
    "februar feber feb february febr",
    "märz mär mrz march mar maerz",
    "april apr",
    "mai may",
    "juni jun june",
    "juli jul july",
    "august aug",
    "september sept sep",
    "oktober okt october oct",
    "november nov",
    "dezember dez december dec",
)
MONTH_NUMBERS = {name: number for number, names in enumerate(MONTHS, start=1) for name in names.split()}
SEASONS = {
    "frühjahr": (3, 5),
    "frühling": (3, 5),
    "spring": (3, 5),
    "sommer": (6, 8),
    "summer": (6, 8),
    "herbst": (9, 11),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 12),
    "anfang": (1, 3),
    "beginn": (1, 3),
    "beginning": (1, 3),
    "early": (1, 3),
    "mitte": (5, 7),
    "mid": (5, 7),
    "ende": (10, 12),
    "jahresanfang": (1, 3),
    "jahresbeginn": (1, 3),
    "jahresende": (12, 12),
    "year-end": (12, 12),
    "end": (10, 12),
    "late": (10, 12),
    "jahreswechsel": (12, 12),
}
# The same names, each begin written once: that compiles in two thirds of the time.
MONTH_NAMES = (
    r"jan(?:uary?)?|jän(?:ner)?|jaenner|feb(?:r(?:uary?)?|er)?|märz?|mrz|maerz|mar(?:ch)?|apr(?:il)?|ma[iy]|jun[ie]?|jul[iy]?"
    r"|aug(?:ust)?|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|nov(?:ember)?|de[zc](?:ember)?"
)
SEASON_NAMES = "|".join(sorted(SEASONS, key=len, reverse=True))
YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
SHORT = r"['’]?\d\d"
# What lasts, with the small words before it, as "bis zum heutigen Tag", "still ongoing" or "until further notice".
NOW = (
    r"(?:(?:zum|zur|auf|noch|still|weiter|weiterhin|immer|einschließlich|up|to|in|the)\s+){0,2}"
    r"(?:heut\w*(?:\s+tag\w*)?|jetzt|dato|(?:fort)?laufend\w*|lfd\.?|andauernd\w*|fortdauernd|aktuell\w*|gegenwart"
    r"|gegenwärtig|momentan|present(?:\s+day)?|today|now|date|ongoing|current|currently|continuing|(?:active|aktiv|progress)(?=\s*(?:$|[,;:|)(\n\t]))"
    r"|(?:ende\s+)?offen|open(?:[ -]end(?:ed)?)?|weiteres|further\s+notice|zur\s?zeit|z\.?\s?zt\.?|derzeit|weiterhin"
    r"|unbefristet|läuft(?:\s+noch)?|running|…|\.{3}|\?)"
)
NEAR_MONTH = r"anfang|mitte|ende|early|mid|late|(?:beginning|start|middle|end)\s+of"
UNIT = rf"""
    (?P<months>(?P<months_a>0?[1-9]|1[0-2])\.?[ ]?[-–][ ]?(?P<months_b>0?[1-9]|1[0-2])[ ]?[./][ ]?(?P<months_y>{YEAR}))
  | (?P<names>(?P<names_a>{MONTH_NAMES})\.?[ ]?(?:[-–/&]|\bbis\b|\bto\b|\bund\b|\band\b)[ ]?(?P<names_b>{MONTH_NAMES})
        (?![^\W\d_])\.?,?[ \t]*(?P<names_y>{YEAR}|['’]?\d\d(?![\d/]|[.:]\d)))
  | (?P<iso>(?P<iso_y>{YEAR})-\n?(?P<iso_m>0[1-9]|1[0-2])(?:-(?:[0-2]\d|3[01]))?(?![\d]))
  | (?P<day>(?:[0-2]?\d|3[01])\.[ ]?(?P<day_m>0?[1-9]|1[0-2])\.[ ]?(?P<day_y>{YEAR}|\d\d(?!\d)))
  | (?P<uk>(?:[0-2]?\d|3[01])/(?P<uk_m>0?[1-9]|1[0-2])/(?P<uk_y>{YEAR}))
  | (?P<num>(?P<num_m>0?[1-9]|1[0-2])[ ]?[/.|][ ]?(?P<num_y>{YEAR}))
  | (?P<dash>(?P<dash_m>0[1-9]|1[0-2])-(?P<dash_y>{YEAR}))
  | (?P<back>(?P<back_y>{YEAR})[ ]?[/.][ ]?(?P<back_m>0[1-9]|1[0-2])(?!\d))
  | (?P<two>(?P<two_m>0[1-9]|1[0-2])[ ]?[/.][ ]?(?P<two_y>['’]?\d\d)(?![\d.,/]))
  | (?P<few>(?P<few_m>[1-9])/(?P<few_y>['’]?\d\d)(?=\s*(?:[-–—−]+|\bbis\b|\bto\b|\buntil\b)\s*(?:(?:{NOW})(?!\w)
        |(?:0?[1-9]|1[0-2])/['’]?\d\d(?![\d.,/]))))
  | (?P<us>(?P<us_m>0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?P<us_y>{YEAR}))
  | (?P<name>(?:(?:(?:[0-2]?\d|3[01])(?:\.|st|nd|rd|th)?|{NEAR_MONTH})[ \t-]+)?
        (?P<name_m>{MONTH_NAMES})(?![^\W\d_])\.?,?
        (?:[\s\-/]*(?:(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?,\s+)?(?:(?:of|des\s+jahres)\s+)?(?P<name_y>{YEAR})
        |(?:[ \t\-/]*|\s+(?=['’]))(?P<name_s>['’]?\d\d(?![\d/]|[.:]\d|[ ]?%))))
  | (?P<first>(?P<first_y>{YEAR})\s+(?P<first_m>{MONTH_NAMES})\b\.?)
  | (?P<quarter>(?:q\s?(?P<q1>[1-4])|(?P<q5>[1-4])q|(?P<q2>[1-4])\.?\s?(?:quartal|quarter|q\b|qtr)
        |(?P<q3>i{{1,3}}|iv)\.?\s?quartal
        |(?P<q4>first|second|third|fourth)\s+quarter(?:\s+of)?)
        [\s./-]*(?P<quarter_y>{YEAR}|['’]?\d\d(?!\d)))
  | (?P<half>(?:h\s?(?P<h1>[12])|(?P<h2>[12])\.?\s?(?:halbjahr|hj\b|half\b|h\b)
        |(?P<h3>erstes|zweites|first|second)\s+(?:halbjahr|half)(?:\s+(?:of|des\s+jahres))?)
        [\s./-]*(?P<half_y>{YEAR}|['’]?\d\d(?!\d)))
  | (?P<halved>(?P<halved_y>{YEAR})[\s/-]*h(?P<halved_h>[12]))
  | (?P<roman>(?P<roman_m>x?i{{1,3}}|i?v|vi{{1,3}}|i?x|xi{{0,2}})[ ]?[/.-][ ]?(?P<roman_y>{YEAR}))
  | (?P<week>(?:kw|cw|wk|week|woche)\.?\s?(?P<week_w>[0-5]?\d)[\s/.-]+(?P<week_y>{YEAR}))
  | (?P<spaced>(?P<spaced_m>0[1-9]|1[0-2])[ ](?P<spaced_y>{YEAR}))
  | (?P<turned>(?P<turned_y>{YEAR})[\s/-]*q(?P<turned_q>[1-4]))
  | (?P<season>(?P<season_n>{SEASON_NAMES})[\s-]*(?:des\s+jahres\s+|of\s+)?(?P<season_y>{YEAR}|['’]\d\d(?!\d))
        (?:/(?P<season_z>(?:\d\d)?\d\d)(?!\d))?)
  | (?P<year>(?P<year_y>{YEAR}|['’][5-9]\d|['’][0-3]\d)(?![\d%]|[.,]\d))
"""
WORDS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "erstes": 1,
    "zweites": 2,
}
ROMAN_NAMES = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ROMAN = {name: number for number, name in enumerate(ROMAN_NAMES, start=1)}
JOINT = (
    r"(?:[,;]?\s*\b(?:bis|to|until|ende|end)\s*:|[-–—−‒~→➔➜↔»>·+]+|\bbis\b|\bto\b|\buntil\b|\btill?\b|\bthrough\b|\bthru\b|\bund\b|\bu\.|\band\b|&"
    r"|\s/\s|\.\.+|…)"
)
FILLER = (
    r"(?:\(?(?:einschl(?:ießlich|\.)?|voraussichtlich|vorauss\.|vsl\.|geplant|zum|zu|expected|exp\."
    r"|est\.|planned|approx\.|ca\.|incl\.|including)\)?)"
)
SECOND = r"(?:[-–—→>]+|\bbis\b|\bto\b|\buntil\b|\btill?\b)"
_SECOND_ENDS = ("-", "–", "—", "→", ">", "bis", "to", "until", "til", "till")
BETWEEN = rf"\s*{JOINT}(?:\s*{SECOND})?(?:\s*{FILLER}(?!\w))?\s*"
LEAD = re.compile(
    r"(?:\b(?P<since>seit:?|ab|since:?|from|starting|beginning)|\b(?P<by>zwischen|between|von|vom))"
    r"\s*(?:(?:nunmehr|etwa|ca\.|circa|rund|about|around)\s+)?(?:dem\s+(?:jahre?\s+)?|the\s+(?:year\s+|(?:beginning|start|end)\s+of\s+)?|beginn\s+|begin\s+)?$"
)
# How written months, seasons and parts of a year begin: most words of a text do not, which is soon seen.
BEGINNINGS = "|".join(
    sorted({name[:3] for name in (*MONTH_NUMBERS, *SEASONS, *WORDS, "start", "middle", "week", "woche")})
)
UNIT_RE = re.compile(
    rf"(?<![\w.,/:€$£#+-])(?=[\d'’]|(?:{BEGINNINGS}|[hqxvckw])\D{{0,50}}\d)(?:{UNIT})(?!(?!ff\b)\w)",
    re.VERBOSE,
)
BETWEEN_RE = re.compile(BETWEEN)
NOW_RE = re.compile(rf"[(\"'„‘]?(?:{NOW})(?!\w)\)?")
GOING_ON = re.compile(
    r"\s*\(?(?:laufend|ongoing|andauernd|fortlaufend|onwards?|ff\.?|and\s+(?:continuing|ongoing))\)?(?!\w)"
    r"|[ \t]*[,;|][ \t]*(?:noch\s+|still\s+)?(?:laufend|ongoing|andauernd|fortlaufend|to\s+date)"
    r"(?=[ \t]*(?:$|[\n\t|,;)]))"
)
# What lasts before its begin, as where periods are written from the newest day back.
_NOW_BEFORE = late(rf"(?:^|[\n\t])\W{{0,3}}(?:{NOW})[ \t]*{SECOND}[ \t]*$")
_MONTHS_AFTER = late(
    rf"[ \t]*[(,:][ \t]*(?P<a>{MONTH_NAMES})\.?(?:[ ]?(?:[-–/&]|bis|to)[ ]?(?P<b>{MONTH_NAMES})\.?)?[ \t]*(?:\)|$|\n)"
)
SHORT_END = late(rf"(?:(?P<m>0?[1-9]|1[0-2])\s?[/.]\s?)?(?P<y>{SHORT})(?!\w|[./]\d)")
NORM = re.compile(
    r"\b(?:ISO|IEC|DIN|EN|IATF|ISO/TS|TS|VDA|SAE|ASTM|EU|IFRS|BGB|Windows|Office|Server|SAP|MS|Exchange|AutoCAD)\b"
    r"(?:[ /-](?:[A-Z]{2,8}\b)?)*[ -]?\d[\d:/.-]*(?:[ ]?/[ ]?\d[\d:]*)*"
)
BARE_MONTH = re.compile(rf"(?<![\w./-])(?:(?P<name>{MONTH_NAMES})\b\.?|(?P<num>0?[1-9]|1[0-2])\.?)(?=\s*{JOINT})")
LONE_MONTH = late(rf"(?P<name>{MONTH_NAMES})(?![^\W\d_])\.?(?!\s*['’]?\d)")
LONE_YEAR = late(rf"(?P<year>{YEAR})(?![\d.,/])")
# The year alone at the end of the row below, where a narrow last column parted it from its month.
YEAR_AT_EDGE = late(rf"\n[^\t\n]{{1,60}}\t(?P<year>{YEAR})(?=\n|$)")
ROW = 160
# How many rows below its begin the end of a period that a cell broke may stand.
MOST_ROWS = 3
# Where a cell ends behind the date that fills it.
_CELL_END = late(r"(?<=\))|[ ]?(?:\t|\n|$|\))")
# A part of a year, as before the year that a narrow cell left for the row below.
_PART = r"[12]\.?[ ]?(?:hj|halbjahr|half)\b|[1-4]\.?[ ]?(?:quartal|quarter|qtr)\b|h[ ]?[12]|q[ ]?[1-4]"
# The rest of a cell that begins with a date, and what stands in such a cell in the rows below.
_DATE_CELL = late(rf"(?P<rest>[ ]?(?:{JOINT})?[ ]?(?:(?:{MONTH_NAMES})\.?|\d{{1,2}}[./]|{_PART})?)[ ]?(?=\t)")
DATE_PIECE = late(
    rf"(?:(?:{JOINT})[ ]?)?(?:(?:{MONTH_NAMES})(?![^\W\d_])\.?[ ]?)?"
    rf"(?:(?:\d{{1,2}}[./-])?(?:{YEAR}|['’]\d\d)|{NOW})?[ ]?[:)]?(?=[ ]?(?:\t|\n|$))"
)
# What the first row of such a cell holds where the date stands below it.
_CELL_LEADS = ("seit", "since", "ab", "from", *MONTH_NUMBERS)
_CELL_LEAD = late(
    rf"(?:(?P<since>seit|since|ab|from)(?:[ ](?P<begun>{MONTH_NAMES})(?![^\W\d_])\.?)?"
    rf"|(?P<name>{MONTH_NAMES})\.?[ ]?(?:{JOINT}))[ ]?(?=\t)"
)
LAST_CELL_LEAD = late(rf"(?:seit|since|ab|from)(?:[ ](?P<name>{MONTH_NAMES})(?![^\W\d_])\.?)?[ ]?(?=\n)")
# A date that a narrow cell cut within its year, and the figures that are left for the row below.
CUT_DATE = late(r"(?:[0-3]?\d\.)?(?P<month>0?[1-9]|1[0-2])[./](?P<year>(?:19|20)\d?)(?=\t)")
CUT_REST = re.compile(r"\d{1,2}(?=\t|\n|$)")
WORD_OF_TEXT = re.compile(r"[^\W\d_]{2,}")
SLASH_YEARS = re.compile(r"/\s?(?P<y>\d\d|20\d\d)(?![\d/.])")
# The begin behind a period's end, as in "bis 02/2025 (seit 01/2023)".
BEGIN_BEHIND = late(
    r"[ \t]*[(,;][ \t]*(?:seit|ab|vom|von|beginn|begonnen|start|started|starting|begin|began|since|from)\b"
    r"[ \t]*:?[ \t]*"
)
# What lasts with its begin behind, as in "bis heute (seit 03/2019)".
_LASTING_BEFORE = late(rf"\b(?:bis|until|till?|to)\s+(?:{NOW})[ \t]*[(,;][ \t]*$")
FORWARD_SIGN = late(r"[ \t]*[-–—→][ \t]*(?=$|[\n\t,;)|])")

# A date that is written with its day, in either case of letters.
DAY = late(
    r"\d{1,2}[./]\s?\d{1,2}[./]\s?\d+|\d{1,2}(?:\.|st|nd|rd|th)?\s[^\W\d_].*|[^\W\d_]+\.?\s\d{1,2}(?:st|nd|rd|th)?,\s.*"
    r"|\d{4}-\d\d-\d\d"
)

BARE_PART = late(
    rf"(?<![\w./-])(?:(?P<season>{SEASON_NAMES})|q\s?(?P<q>[1-4])|(?P<q_n>[1-4])\.(?:\s?(?:quartal|quarter))?"
    rf"|(?P<q_r>i{{1,3}})\.?(?:\s?quartal)?|(?:kw|cw|week)\s?(?P<week>[0-5]?\d)){BETWEEN}$"
)
PART_WORD = {"season": SEASON_NAMES, "q": r"q\s?[1-4]|quartal|quarter", "week": r"kw|cw|week"}


KINDS = (
    "months",
    "names",
    "half",
    "halved",
    "roman",
    "week",
    "spaced",
    "iso",
    "day",
    "uk",
    "us",
    "num",
    "dash",
    "back",
    "two",
    "few",
    "name",
    "first",
    "quarter",
    "turned",
    "season",
    "year",
)


def lasting_before(text: str, end: int) -> re.Match[str] | None:
    """What lasts, where its begin stands behind in text[end:]."""
    opened = text[:end].rstrip(" \t").endswith(("(", ",", ";"))
    return _LASTING_BEFORE.search(text, 0, end) if opened else None


def match_unit(text: str) -> re.Match[str] | None:
    """A date that a text begins with; given without what stands before, which may make none of it elsewhere."""
    found = UNIT_RE.match(text)
    return None if found is None or text[found.end() : found.end() + 1].isalpha() else found


def match_cell(text: str, place: int) -> re.Match[str] | None:
    """A date at a place, or by NOW_RE what lasts, that fills what there is of its cell."""
    for pattern in (NOW_RE, UNIT_RE):
        found = pattern.match(text, place)
        if found and _CELL_END.match(text, found.end()):
            return found
    return None


def match_months(text: str, place: int) -> re.Match[str] | None:
    """The months that follow a year, as in "2019 (Jan. – Sept.)"."""
    after = text[place:].lstrip(" \t")
    told = after[:1] in {"(", ",", ":"} and after[1:].lstrip(" \t").startswith(tuple(MONTH_NUMBERS))
    return _MONTHS_AFTER.match(text, place) if told else None


def match_date_cell(text: str, place: int) -> re.Match[str] | None:
    """The rest of a cell that begins with a date."""
    return _DATE_CELL.match(text, place) if text.find("\t", place) >= 0 else None


def match_cell_lead(text: str, place: int) -> re.Match[str] | None:
    """What the first row of such a cell holds where the date stands below it."""
    return _CELL_LEAD.match(text, place) if text.startswith(_CELL_LEADS, place) else None


def find_lasting(before: str) -> re.Match[str] | None:
    """What lasts before its begin, with which a text ends."""
    return _NOW_BEFORE.search(before) if before.rstrip(" \t").endswith(_SECOND_ENDS) else None
