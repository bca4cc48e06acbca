"""Files of word lists, read many times as quickly as TOML at large: at a start all of them are."""

from __future__ import annotations

import re
import tomllib
from typing import Any, cast

# What our files are made of beside lists: nothing or a comment, a table's name, and a string or number by its key.
_LINE = re.compile(
    r"(?:#.*)?\n|\[(?P<table>[\w-]+(?:\.[\w-]+)*)\]\n"
    r'|(?P<key>[\w-]+) = (?:(?P<list>\[)|"(?P<string>[^"\\\n]*)"\n|(?P<number>-?(?:0|[1-9]\d*)(?:\.\d+)?)\n)',
    re.ASCII,
)
_COMMENT = re.compile(r'("[^"]*")|#.*')
_SPACE = " \t\n"


def read_lists(text: str) -> dict[str, Any]:
    """What tomllib reads, and what it raises: a text that has more than lists of plain strings is left to it."""
    read = None if "\r" in text else _read_plain(text)
    return tomllib.loads(text) if read is None else read


def _read_plain(text: str) -> dict[str, Any] | None:
    """What a text of plain lines and lists holds; None where anything else stands in it."""
    read: dict[str, Any] = {}
    table, named, at = read, set(), 0
    while at < len(text):
        line = _LINE.match(text, at)
        if not line:
            return None
        at = line.end()
        if name := line["table"]:
            found = None if name in named else _table(read, name)
            named.add(name)
            if found is None:
                return None
            table = found
        elif key := line["key"]:
            value, at = _list_at(text, at) if line["list"] else (_scalar(line), at)
            if value is None or key in table:
                return None
            table[key] = value
    return read


def _table(read: dict[str, Any], name: str) -> dict[str, Any] | None:
    """The table of a dotted name; None where something else has a part of the name."""
    found: Any = read
    for part in name.split("."):
        found = found.setdefault(part, {})
        if not isinstance(found, dict):
            return None
    return cast("dict[str, Any]", found)


def _scalar(line: re.Match[str]) -> str | float:
    number = line["number"]
    if number is None:
        return line["string"]
    return float(number) if "." in number else int(number)


def _list_at(text: str, begin: int) -> tuple[list[str] | None, int]:
    """A list of plain strings behind its bracket, and where the next line begins; None for any other."""
    end = text.find("\n", begin)
    line = text[begin:end] if end >= 0 else ""
    if line.endswith("]") and "#" not in line:
        return _strings(line[:-1]), end + 1
    end = text.find("\n]\n", begin)
    return (_strings(text[begin:end]), end + 3) if end >= 0 else (None, begin)


def _strings(body: str) -> list[str] | None:
    if "\\" in body and "\\" in body.replace("\\\\", ""):
        return None
    if "#" in body:
        body = "\n".join(_COMMENT.sub(r"\1", line) if "#" in line else line for line in body.split("\n"))
    first, *rest = body.replace("\\\\", "\\").split('"')
    strings, between = rest[::2], rest[1::2]
    if first.strip(_SPACE) or len(strings) != len(between) or "\n" in "".join(strings):
        return None
    joints = {one.strip(_SPACE) for one in {*between[:-1]}}
    return strings if joints <= {","} and (not between or between[-1].strip(_SPACE) in {"", ","}) else None
