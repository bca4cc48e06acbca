"""The sandbox letters are rendered in: plain values, few filters, no methods, and bounds on steps and sizes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, Template, TemplateNotFound, nodes, pass_context
from jinja2.environment import Environment, TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reviewer.mail.template_nodes import bound

LARGEST_PIECE = 64 * 1024
"""Characters of one piece of text while a letter is put together."""
MOST_STEPS = 5_000
"""Turns of loops and calls of macros for one letter; the longest real one needs some 200."""
_FILTERS = ("default", "first", "last", "length", "lower", "trim", "upper")
_TESTS = ("defined", "divisibleby", "eq", "even", "ge", "gt", "in", "le", "lt", "ne", "odd", "undefined")
_MOST_COMPILED = 256
_steps: ContextVar[int] = ContextVar("steps", default=0)


class TemplateTooLarge(SecurityError):
    """A template takes more steps or makes larger texts than any letter needs."""


def begin_counting() -> None:
    """Count steps from 0; once before each rendering."""
    _steps.set(0)


def _step(count: int = 1) -> None:
    taken = _steps.get() + count
    if taken > MOST_STEPS:
        raise TemplateTooLarge("too many steps")
    _steps.set(taken)


@pass_context
def _counted(_context: Context, items: Iterable[Any]) -> list[Any]:
    """The items of a loop, each a step; the context keeps this from being worked out when a template is compiled."""
    known = list(items)
    _step(len(known))
    return known


@pass_context
def _joined(_context: Context, parts: Iterable[Any], between: str = "") -> str:
    return _together(parts, str(between))


def _together(parts: Iterable[Any], between: str = "") -> str:
    """The parts as one text, none of them or of the whole larger than LARGEST_PIECE."""
    texts, size = list[str](), 0
    for part in parts:
        texts.append(str(part))
        size += len(texts[-1]) + len(between)
        if size > LARGEST_PIECE:
            raise TemplateTooLarge("too large")
    return between.join(texts)


class TextLoader(BaseLoader):
    """Gives templates by name from the sources it was made with, and none besides."""

    def __init__(self, find: Callable[[str], str | None]) -> None:
        self._find = find

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The source of a template; its name stands for a file's in the places of errors."""
        source = self._find(template)
        if source is None:
            raise TemplateNotFound(template)
        return source, template, lambda: True


class LetterSandbox(ImmutableSandboxedEnvironment):
    """A template reaches the house's templates, the values it is given, loops and macros, and nothing else."""

    intercepted_binops = frozenset({"*", "**", "+", "%"})
    concat = staticmethod(_together)  # what macros and blocks are put together with

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(loader=loader, undefined=StrictUndefined, autoescape=False, keep_trailing_newline=False)
        self.globals.clear()
        self.filters = {
            **{name: self.filters[name] for name in _FILTERS},
            "join": _joined,
            "_together": _joined,
            "_counted": _counted,
        }
        self.tests = {name: self.tests[name] for name in _TESTS}
        self._compiled: OrderedDict[str, Template] = OrderedDict()

    def compiled(self, source: str) -> Template:
        """The template of this source; the last few hundred are kept compiled."""
        known = self._compiled.get(source)
        if known is None:
            known = self._compiled[source] = self.from_string(source)
            while len(self._compiled) > _MOST_COMPILED:
                self._compiled.popitem(last=False)
        return known

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return bound(super()._parse(source, name, filename))

    def call(self, *args: Any, **named: Any) -> Any:
        """Call what is safe to be called; each call is a step."""
        _step()
        return super().call(*args, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse what makes a small value enormous; numbers may be added."""
        if operator == "+" and isinstance(left, int) and isinstance(right, int):
            return left + right
        raise SecurityError(f"operator {operator} is not for letters")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read it: a loop's state and imported macros; keys of values need no attribute."""
        return isinstance(obj, (LoopContext, TemplateModule)) and not attr.startswith("_")

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call it: macros alone."""
        return isinstance(obj, Macro)
