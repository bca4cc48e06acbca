"""What the headless program prints: JSON documents for scripts, plain lines and errors for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reviewer.commandline.error_words import error_words
from reviewer.errors import Misconfigured, Outdated, Refused, ReviewerError, Unavailable
from reviewer.i18n import gettext as _

DONE, REFUSED, MISUSED = 0, 1, 2


def print_document(document: Mapping[str, Any]) -> None:
    """One JSON document."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def print_records(records: Iterable[Mapping[str, Any]]) -> None:
    """One JSON document: a list, a record a line."""
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    print("[\n" + ",\n".join(lines) + "\n]" if lines else "[]")


def print_listing(records: Iterable[Mapping[str, Any]], columns: Sequence[str], *, as_json: bool) -> None:
    """The same for scripts, or for people: a line a record with these of its values, a dash for nothing."""
    if as_json:
        print_records(records)
        return
    for record in records:
        print("\t".join("-" if record[column] is None else str(record[column]) for column in columns))


def print_outline(document: Mapping[str, Any]) -> None:
    """The same document for people: a line a value, what lies within it indented, a dash for nothing."""
    for line in _outline(document, ""):
        print(line)


def _outline(value: Mapping[str, Any] | list[Any], indent: str) -> Iterator[str]:
    pairs = value.items() if isinstance(value, Mapping) else (("", one) for one in value)
    for name, one in pairs:
        caption = f"{indent}{name}:" if name else f"{indent}-"
        if isinstance(one, Mapping | list) and one:
            yield caption
            yield from _outline(one, f"{indent}  ")
        else:
            text = "-" if one in (None, "", []) else str(one)
            yield f"{caption} " + text.replace("\n", f"\n{indent}  ")


def say(text: str) -> None:
    """Tell a person something."""
    print(text, file=sys.stderr)


def explain(error: ReviewerError) -> str:
    """An error in words: what is wrong and what to do."""
    known = error_words().get(error.code)
    if known is not None:
        return known.format_map(_Facts({"reason": getattr(error, "reason", "?"), **error.facts}))
    return _("{kind}: {what}").format(kind=_kind(error), what=str(error))


def _kind(error: ReviewerError) -> str:
    match error:
        case Refused():
            return _("Refused")
        case Outdated():
            return _("This no longer holds; run the command again")
        case Unavailable():
            return _("Not to be reached now; nothing is lost, try again later")
        case Misconfigured():
            return _("A setting is wrong")
        case _:
            return _("It did not work")


class _Facts(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"
