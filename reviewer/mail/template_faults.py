"""Where and why a template failed: its text, its line, and what kind of mistake it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import TracebackType

from reviewer.domain.letter import Language
from reviewer.domain.template_texts import TextFault

INLINE = "<template>"
"""What the library calls a template that was not loaded by a name."""
_NAMES = (
    re.compile(r"^'([\w.]{1,60})' is undefined"),
    re.compile(r"has no attribute '([\w.]{1,60})'"),
    re.compile(r"does not export the requested name '?([\w.]{1,60})"),
)
_UNKNOWN_TAG = re.compile(r"unknown tag '(\w{1,40})'")
_UNKNOWN_FILTER = re.compile(r"No (?:filter|test) named '(\w{1,40})'")
_OPEN_BLOCK = re.compile(r"innermost block that needs to be closed is '(\w{1,40})'")
_STRAY = dict.fromkeys(("endif", "endfor", "endmacro", "endset", "else", "elif"), "text-block-unbegun")
_UNCLOSED = re.compile(
    r"expected (?:token )?'end of (?:print|statement)|Missing end of|unexpected '[}%]'|unexpected char"
)


def find_place(error: BaseException) -> tuple[str, int]:
    """The template's name ("de/partials.j2"; INLINE for one without) and the line, from 1; 0 when unknown."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return error.name or INLINE, error.lineno
    places = [place for place in _frames(error.__traceback__) if place[0] == INLINE or place[0].endswith(".j2")]
    return places[-1] if places else (INLINE, 0)


def find_line(error: BaseException | None, template: str) -> int:
    """The innermost line of this template on the way to the error, from 1; 0 when it was not on the way."""
    lines = [line for name, line in _frames(None if error is None else error.__traceback__) if name == template]
    return lines[-1] if lines else 0


def _frames(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def text_name(template: str) -> str:
    """The text's name of a template's: "de/partials.j2" is "partials"."""
    bare = template.removesuffix(".j2")
    for language in Language:
        bare = bare.removeprefix(f"{language.value}/")
    return bare


def explain(error: BaseException) -> TextFault:
    """The kind of mistake, in the words of TextFault; the line is the one of find_place."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    from reviewer.mail.sandbox import TemplateTooLarge
    from reviewer.mail.template_nodes import NotForLetters

    line, message = find_place(error)[1], str(getattr(error, "message", None) or error)
    match error:
        case TemplateTooLarge() | RecursionError() | MemoryError() | SyntaxError():
            return TextFault(code="text-does-too-much", line=line)
        case NotForLetters():
            return TextFault(code="text-statement-unknown", line=line, what=message)
        case TemplateNotFound():
            return TextFault(code="text-import-unknown", line=line)
        case TemplateSyntaxError():
            return _syntax(message, line)
        case UndefinedError():
            found = next((match[1] for known in _NAMES if (match := known.search(message))), "")
            return TextFault(code="text-name-unknown", line=line, what=found)
        case SecurityError():
            return TextFault(code="text-forbidden", line=line)
        case _:
            return TextFault(code="text-broken", line=line)


def _syntax(message: str, line: int) -> TextFault:
    for pattern, code in (
        (_OPEN_BLOCK, "text-block-open"),
        (_UNKNOWN_TAG, "text-statement-unknown"),
        (_UNKNOWN_FILTER, "text-filter-unknown"),
    ):
        found = pattern.search(message)
        if found:
            return TextFault(code=_STRAY.get(found[1], code), line=line, what=found[1])
    return TextFault(code="text-brace-open" if _UNCLOSED.search(message) else "text-broken", line=line)
