"""Records as JSON and back, by their type annotations; for the journal and the database."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from reviewer.domain.commands import Command

_Record = TypeVar("_Record")
_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in get_args(Command)}
FORMAT = 1


def encode_command(command: Command) -> str:
    """The command as one line of JSON."""
    record = {
        "format": FORMAT,
        "kind": type(command).__name__,
        "command": to_plain(command),
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def decode_command(text: str) -> Command:
    """The command from its JSON; ValueError for a format or kind this program does not know."""
    record = json.loads(text)
    if record.get("format") != FORMAT or record.get("kind") not in _KINDS:
        raise ValueError("command of an unknown format")
    command: Command = from_plain(_KINDS[record["kind"]], record["command"])
    return command


def to_plain(value: object) -> Any:
    """A record as dictionaries, lists, strings, numbers and None."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    return value


def from_plain(kind: type[_Record], plain: object) -> _Record:
    """The record of this kind from what to_plain gave."""
    result: _Record = _read(kind, plain)
    return result


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        if plain is None:
            return None
        return _read(
            next(option for option in get_args(kind) if option is not types.NoneType),
            plain,
        )
    if origin is tuple:
        options = get_args(kind)
        if len(options) == 2 and options[1] is Ellipsis:
            return tuple(_read(options[0], item) for item in plain)
        return tuple(_read(option, item) for option, item in zip(options, plain, strict=True))
    kind = getattr(kind, "__supertype__", kind)
    if is_dataclass(kind):
        hints = _hints(kind)  # type: ignore[arg-type]
        return kind(**{name: _read(hints[name], item) for name, item in plain.items()})  # type: ignore[operator]
    if kind in (datetime, date):
        return kind.fromisoformat(plain)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    return float(plain) if kind is float else plain
