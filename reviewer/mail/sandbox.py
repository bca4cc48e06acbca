"""The sandbox letters are rendered in: plain values, few filters, no methods, no arithmetic that grows."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

_FILTERS = ("default", "first", "join", "last", "length", "lower", "trim", "upper")
_TESTS = ("defined", "divisibleby", "eq", "even", "ge", "gt", "in", "le", "lt", "ne", "odd", "undefined")
_MOST_COMPILED = 256


class LetterSandbox(ImmutableSandboxedEnvironment):
    """A template reaches the templates' folder, the values it is given, loops and macros, and nothing else."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, folder: Path) -> None:
        super().__init__(
            loader=FileSystemLoader(folder), undefined=StrictUndefined, autoescape=False, keep_trailing_newline=False
        )
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}
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

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse what makes a small value enormous."""
        raise SecurityError(f"operator {operator} is not for letters")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read it: a loop's state and imported macros; keys of values need no attribute."""
        return isinstance(obj, (LoopContext, TemplateModule)) and not attr.startswith("_")

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call it: macros alone."""
        return isinstance(obj, Macro)
