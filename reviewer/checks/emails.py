"""Addresses as people write them: veiled, spaced, or broken by the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import load, lowered, terms

# What it begins with is asked first, which takes a third of the time.
_AT = re.compile(
    r"(?=[\s@(\[{<_-])(?:(?P<sign>[ \t]?\n?@\n?[ \t]?)|\s?[(\[{<](?:at|ät|@|a)[)\]}>]\s?"
    r"|(?<=\w)_at_(?=[\w-]+\.)|(?<=\w)[ _-](?:at|ät)[ _-](?=[\w-]+ ?(?:[(\[{<]|dot\b|punkt\b))"
    r"|(?P<word>(?<=\w) at (?=[\w-]+\.\w)))",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"[\w+%'’-](?:[\w.+%'’-]*[\w+-])?$")
_DOMAIN = re.compile(r"[\w-]+(?:(?:-\n(?=\w)|\n?\.\n?(?=[\w-]))[\w-]*\w)*")
_VEILED = late(
    r"(?:[\w-]|(?<=-)\n(?=\w))+(?:(?:\s?[(\[{<](?:dot|punkt|\.)[)\]}>]\s?|\s(?:dot|punkt)\s|\.)[\w-]+)+", re.IGNORECASE
)
_VEILED_DOT = late(r"\s?[(\[{<](?:dot|punkt|\.)[)\]}>]\s?|\s(?:dot|punkt)\s", re.IGNORECASE)
_NEXT_LINE = re.compile(r"(?:\t[^\n]*)?\n(?P<rest>[a-z0-9.-]+)(?=\s|$)")
_ENDING_APART = late(r"(?: \.|\. )(?P<ending>[a-z]{2,3})(?![\w@.-])")
_LINE_ABOVE = late(r"(?:(?:^|[\n\t:]) ?(?P<whole>[\w.+-]*\w[._-]?)|\s(?P<part>[\w.+-]*\w[_-]))\n$")
# The first cell of the row above, where another column stands beside it.
_CELL_ABOVE = late(r"(?:^|\n)(?P<cell>[\w.+-]*\w[._-])\t[^\n]*\n$")
# A row of several small words that goes on in the next, whose last word may end a sentence.
_IN_PROSE = late(r"[a-zäöüß]{2,} (?:[\w-]+ ){0,3}[a-zäöüß]{2,}[ \n]$")
_PARTED = late(r"(?<![^\s:|·•])(?P<letters>[a-z]{1,3}) $")
_STUCK = re.compile(r"(?:e-?mail|mail|envelope|mailto)[.:]?", re.IGNORECASE)
_BEFORE_DOT = late(r"([\w+-]+)(?:\s?[(\[{<](?:dot|punkt|\.)[)\]}>]\s?|\s(?:dot|punkt)\s)$", re.IGNORECASE)
_FIRST_LETTERS = late(r"[a-z]+")
_VALID = re.compile(
    r"[a-z0-9+_%](?:[a-z0-9_'+%-]|\.(?!\.)){0,63}(?<!\.)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,}"
)
# What begins a name at a network, as in "@anna@social.example".
_HANDLE = re.compile(r"(?<![\w.])@(?:[\w.-]*-\n)?\Z")
_WHOLE_LOCAL = late(r"[\w+-]+[._-][\w.+-]+")
_LONGEST, _FAR, _ROWS_ABOVE = 80, 160, 3
_SHORT_REST = 4
_LEAST_BEGUN = 4
_COMMON = frozenset(("com", "net", "org", "info", "biz", "de", "at", "ch", "eu", "uk", "online", "email", "consulting"))
# What a narrow column left of the usual endings.
_CLIPPED = {"c": "com", "n": "net", "o": "org", "d": "de"}
_CLIPPED_SITES = {"gmail.co": "gmail.com", "icloud.co": "icloud.com", "outlook.co": "outlook.com", "gmx.ne": "gmx.net"}
_TELLS_MORE = re.compile(r"[._\d-]")
Found = tuple[str, int, int]


def find_emails(text: str, names: Sequence[str] = ()) -> Iterator[Found]:
    """Valid addresses in small letters, with their places; names are parts of the person's name.

    Those that only show where an address belongs, such as one with "your.name" in it, are left out.
    """
    for at in _AT.finditer(text):
        first = max(at.start() - _LONGEST, text.rfind(" ", 0, at.start()) + 1, 0)
        left = _LOCAL.search(text, first, at.start())
        local, begin = (left[0], left.start()) if left else ("", at.start())
        farther = _named_above(text, at.start(), names) if (at["sign"] or "").lstrip(" \t").startswith("\n") else None
        local, begin = farther or _with_line_above(text, local, begin, names)
        local, begin = _with_lost_letters(text, local, begin, names)
        local, begin = _without_label(local, begin, names)
        if at["sign"] is None:
            local, begin = _with_veiled_dots(text, local, begin)
        domain, end = _read_domain(text, at)
        is_handle = _HANDLE.search(text, max(0, begin - _LONGEST), begin) is not None
        if not local or not domain or is_handle or (_is_loose(at) and not _is_meant(text, local, begin, at)):
            continue
        written = f"{local}@{domain}".lower().strip(".'’")
        if _is_valid(written) and not _is_placeholder(written):
            yield written, begin, end


def _is_loose(at: re.Match[str]) -> bool:
    """Whether blanks stand around the sign, as in "Engineer @ example.com", or a word stands for it."""
    return not {" ", "\t"}.isdisjoint(at["sign"] or "") or at["word"] is not None


def _is_meant(text: str, local: str, begin: int, at: re.Match[str]) -> bool:
    before = lowered(text[max(0, begin - 20, text.rfind("\n", 0, begin) + 1) : begin])
    if at["word"] is not None:
        label = before.rstrip(": ")
        return label != before.rstrip() and any(end == len(label) for _, end in terms("contacts", "mail").find(label))
    return _TELLS_MORE.search(local) is not None or terms("contacts", "mail").hits(before)


def _with_line_above(text: str, local: str, begin: int, names: Sequence[str]) -> tuple[str, int]:
    """The part before the sign, with what the line above holds of it."""
    if begin and text[begin - 1] != "\n" and local:
        return local, begin
    below = local and text[begin - 1 : begin] == "\n"
    beside = _CELL_ABOVE.search(text, max(0, begin - _FAR), begin) if below else None
    if beside and beside["cell"].rstrip("-_.").lower() in names:
        return beside["cell"] + local, beside.start("cell")
    above = _LINE_ABOVE.search(
        text, max(0, begin - _LONGEST), begin if begin and text[begin - 1] == "\n" else begin + 1
    )
    if not above:
        return local, begin
    rest = above["whole"] or above["part"]
    whole = (rest + local).lower()
    parted = any(
        len(name) > 2 and name in whole and name not in local.lower() and name not in rest.lower() for name in names
    )
    named = rest.rstrip(".-_").lower() in names
    # As "annabeispiel" above "1970@example.org".
    parted = parted or (local.isdigit() and rest.islower() and any(len(name) > 2 and name in rest for name in names))
    last = above.end() - 1 - len(rest)
    in_prose = _IN_PROSE.search(text, max(0, last - _LONGEST), last) is not None
    ends = rest.endswith("_") or (rest.endswith((".", "-")) and not in_prose)
    if (ends and rest.islower()) or (named and rest.endswith((".", "-", "_"))) or parted or not local:
        return rest + local, last
    return local, begin


def _named_above(text: str, begin: int, names: Sequence[str]) -> tuple[str, int] | None:
    """The part before a sign that begins a row, where another column's row came between: it alone bears a name."""
    rows = text[max(0, begin - _FAR) : begin].split("\n")[-_ROWS_ABOVE:]
    named = [
        _WHOLE_LOCAL.fullmatch(row) and any(len(name) > 2 and name in row.lower() for name in names) for row in rows
    ]
    if len(rows) < 2 or named[-1] or sum(map(bool, named)) != 1:
        return None
    row = rows[named.index(True)]
    return row, text.rindex(row, 0, begin)


def _with_lost_letters(text: str, local: str, begin: int, names: Sequence[str]) -> tuple[str, int]:
    """The part before the sign, with letters that a wrong gap parted from it, where only both begin with a name."""
    if text[begin - 1 : begin] != " " or not local[:1].islower():
        return local, begin
    parted = _PARTED.search(text, max(0, begin - _LONGEST), begin)
    if not parted:
        return local, begin
    whole = parted["letters"] + local
    first = _FIRST_LETTERS.match(whole)
    short = first[0] if first and len(first[0]) >= _LEAST_BEGUN else whole
    begun = any(len(name) > 2 and (whole.startswith(name) or name.startswith(short)) for name in names)
    begun = begun and not any(local.startswith(name) for name in names)
    return (whole, parted.start("letters")) if begun else (local, begin)


def _without_label(local: str, begin: int, names: Sequence[str]) -> tuple[str, int]:
    """The part before the sign without a label that stuck to it, where a name begins what follows."""
    stuck = _STUCK.match(local)
    rest = local[stuck.end() :].lower() if stuck else ""
    if stuck and any(len(name) > 2 and rest.startswith(name) for name in names):
        return local[stuck.end() :], begin + stuck.end()
    return local, begin


def _with_veiled_dots(text: str, local: str, begin: int) -> tuple[str, int]:
    """The part before a veiled sign, with what stands before veiled dots in it."""
    while before := _BEFORE_DOT.search(text, max(0, begin - _LONGEST), begin):
        local, begin = f"{before[1]}.{local}", before.start()
    return local, begin


def _read_domain(text: str, at: re.Match[str]) -> tuple[str, int]:
    """What follows the sign, put together, and where it ends."""
    if at["sign"] is None:
        veiled = _VEILED.match(text, at.end())
        return (_VEILED_DOT.sub(".", veiled[0].replace("-\n", "-")), veiled.end()) if veiled else ("", at.end())
    found = _DOMAIN.match(text, at.end())
    if not found:
        return "", at.end()
    whole, end = _cut(found[0]), found.start() + len(_cut(found[0], plain=False))
    more = _NEXT_LINE.match(text, end)
    if more and _goes_on(whole, more["rest"].rstrip(".")):
        return whole + more["rest"].rstrip("."), more.end()
    apart = _ENDING_APART.match(text, end) if "." not in whole else None
    if apart and apart["ending"] in _COMMON:
        return f"{whole}.{apart['ending']}", apart.end()
    if text[end : end + 1] in {"", "\n", "\t"} and "." in whole:
        kept, _, last = whole.rpartition(".")
        return _CLIPPED_SITES.get(whole.lower(), f"{kept}.{_CLIPPED.get(last, last)}"), end
    return whole, end


def _cut(written: str, *, plain: bool = True) -> str:
    """The domain without what the next line adds after a whole one, such as the word that begins it."""
    lines = written.split("\n")
    kept = lines[0]
    for line in lines[1:]:
        if kept.endswith(".") and line.lower() in _endings() and (line.islower() or kept.isupper()):
            kept += "\n" + line
            continue
        done = _ending(kept.rstrip(".-").replace("\n", "")) in _endings() and "." in kept.rstrip(".")
        if (done and not line.startswith(".")) or (line[:1].isupper() and not kept.endswith("-")):
            break
        kept += "\n" + line
    return kept.replace("\n", "").rstrip(".") if plain else kept.rstrip(".\n")


def _goes_on(domain: str, rest: str) -> bool:
    """Whether the next line's first word completes a domain that the end of its line broke."""
    if rest.startswith("www."):
        return False
    joined = _ending(domain + rest)
    if _ending(domain) not in _endings() or "." not in domain:
        return joined in _endings() and "." in domain + rest and ".." not in domain + rest
    if rest.startswith("."):
        return joined in _endings()
    return len(rest) <= _SHORT_REST and "." not in rest and joined in _COMMON


def _ending(domain: str) -> str:
    return domain.rpartition(".")[2].lower()


@cache
def _endings() -> frozenset[str]:
    return frozenset(" ".join(load("contacts")["endings"]).split())


def _is_valid(written: str) -> bool:
    if _ending(written) not in _endings():
        return False
    if written.isascii():
        return _VALID.fullmatch(written) is not None
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(written, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


def _is_placeholder(written: str) -> bool:
    local = written.partition("@")[0]
    return local in load("contacts")["placeholders"] or not set(local) - {"x", ".", "_", "-"}
