"""Words and forms that must not appear: leavings, stubs, mocks, foreign addresses, real people."""

from __future__ import annotations

import ast
import re
from fnmatch import fnmatch

from tests.architecture.source import find_modules, read_texts

# Written apart so that this file does not contain what it looks for.
LEAVINGS = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK|WI" + r"P)\b")
NOT_A_TEST = re.compile(
    r"unittest\." + r"mock|Magic" + r"Mock|mock\." + r"patch|pytest\." + r"(?:skip|xfail|importorskip)"
    r"|mark\." + r"(?:skip|xfail)|time\." + r"sleep\(|from time import .*\bsleep\b"
)
BANNER = re.compile(r"^\s*#\s*(?:[-=*#]\s?){8,}\s*$", re.MULTILINE)

KNOWN_HOSTS = {
    "example.com",
    "example.net",
    "example.org",
    "fsf.org",  # the licence
    "www.gnu.org",  # the licence
    "www.w3.org",  # names of XML vocabularies, never opened
    "schemas.openxmlformats.org",  # the same
    "openoffice.org",  # the same
    "login.microsoftonline.com",  # where people sign in at Microsoft 365
    "outlook.office.com",  # the name of the permission to send there
    "accounts.google.com",  # where people sign in at Google
    "oauth2.googleapis.com",  # the same, for the program
    "mail.google.com",  # the name of the permission to send there
    "mail.example.org",
    "localhost",
    "127.0.0.1",
}
ADDRESS = re.compile(r"\b(?:https?|ftp)://([\w.-]+)")
REGISTRY = re.compile(r"\b(?:pypi|pythonhosted|npmjs|github|gitlab|githubusercontent|debian)\.(?:org|com|io|net)\b")
THIRD_PARTY_LICENCES = ("resources/fonts/*.txt", "resources/icons/*.txt")
MAIL = re.compile(r"[\w.+-]+@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})\b")
# RFC 2606 and RFC 6761: names that belong to nobody.
NOBODYS = re.compile(r"(?:^|[.-])(?:example\.(?:com|net|org)|example|invalid|test|localhost)$", re.IGNORECASE)


def _texts() -> list[tuple[str, str]]:
    return [(name, text) for name, text in read_texts() if not any(fnmatch(name, one) for one in THIRD_PARTY_LICENCES)]


def test_nothing_is_left_for_later() -> None:
    assert [(name, found[0]) for name, text in _texts() if (found := LEAVINGS.search(text))] == []


def test_no_test_mocks_skips_or_sleeps() -> None:
    tests = (module for module in find_modules() if module.is_test)
    assert [(test.path, found[0]) for test in tests if (found := NOT_A_TEST.search(test.text))] == []


def test_no_comment_is_a_banner() -> None:
    assert [(module.path, found[0]) for module in find_modules() if (found := BANNER.search(module.text))] == []


def test_no_file_names_a_foreign_address() -> None:
    foreign = [(name, host) for name, text in _texts() for host in ADDRESS.findall(text) if host not in KNOWN_HOSTS]
    registries = [(name, found) for name, text in _texts() for found in REGISTRY.findall(text)]
    assert foreign + registries == []


def test_every_mail_address_belongs_to_nobody() -> None:
    assert [
        (name, domain) for name, text in _texts() for domain in MAIL.findall(text) if not NOBODYS.search(domain)
    ] == []


def test_no_function_is_a_stub() -> None:
    assert [
        f"{module.path}:{node.lineno} {node.name}"
        for module in find_modules()
        for owner in ast.walk(module.tree)
        if not _declares_only(owner)
        for node in ast.iter_child_nodes(owner)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not _overloads(node) and _is_stub(node)
    ] == []


def _declares_only(owner: ast.AST) -> bool:
    """A Protocol says what others do."""
    return isinstance(owner, ast.ClassDef) and any("Protocol" in ast.unparse(base) for base in owner.bases)


def _overloads(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(ast.unparse(decorator).endswith(("overload", "abstractmethod")) for decorator in node.decorator_list)


def _is_stub(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Nothing but an ellipsis, or an error that says so; `pass` under a docstring is a decision to do nothing."""
    first, *rest = [item for item in node.body if not _is_docstring(item)] or [ast.Pass()]
    if rest or isinstance(first, ast.Pass):
        return isinstance(first, ast.Pass) and not rest and ast.get_docstring(node) is None
    ellipsis = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and first.value.value is ...
    return ellipsis or (isinstance(first, ast.Raise) and "NotImplementedError" in ast.unparse(first))


def _is_docstring(item: ast.stmt) -> bool:
    return isinstance(item, ast.Expr) and isinstance(item.value, ast.Constant) and isinstance(item.value.value, str)
