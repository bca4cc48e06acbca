"""What a template may consist of: few kinds of statements, loops that are counted, texts put together within bounds."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.visitor import NodeTransformer

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.For,
    nodes.Macro,
    nodes.FromImport,
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Name,
    nodes.Const,
    nodes.List,
    nodes.Tuple,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Call,
    nodes.Keyword,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Neg,
    nodes.Test,
    nodes.Filter,
    nodes.Concat,
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Pow,
    nodes.Mod,
)
"""Powers and products are told apart from what nobody wrote: they are refused when they are worked out."""


class NotForLetters(TemplateAssertionError):
    """A template contains a statement that letters do not need."""


class _Bounds(NodeTransformer):
    """Wraps what could run or grow without end into the sandbox's own filters."""

    def visit_For(self, node: nodes.For) -> nodes.For:
        found = self.generic_visit(node)
        assert isinstance(found, nodes.For)
        assert isinstance(found.iter, nodes.Expr)
        found.iter = _filter(found.iter, "_counted", found.lineno)
        return found

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        found = self.generic_visit(node)
        assert isinstance(found, nodes.Concat)
        return _filter(nodes.List(found.nodes, lineno=found.lineno), "_together", found.lineno)


def _filter(node: nodes.Expr, name: str, lineno: int) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=lineno)


def bound(tree: nodes.Template) -> nodes.Template:
    """The same template with its loops counted; NotForLetters, with the line, for anything letters do not need."""
    for node in _all(tree):
        if not isinstance(node, _ALLOWED) or (isinstance(node, nodes.For) and node.recursive):
            raise NotForLetters(type(node).__name__.lower(), getattr(node, "lineno", 0) or 0)
    bounded: nodes.Template = _Bounds().visit(tree)
    if tree.environment is not None:
        bounded.set_environment(tree.environment)
    return bounded


def _all(tree: nodes.Node) -> Iterator[nodes.Node]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.iter_child_nodes())
