"""Who may import whom, where a contract needs an allow-list or looks at single names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fnmatch import fnmatch

from tests.architecture.source import Module, find_imports, find_modules

UI_MAY_IMPORT = ("workspace", "domain", "errors", "i18n", "settings")
PYMUPDF_IN = ("reviewer/documents/worker.py", "reviewer/documents/worker_*.py")
SQL_IN = "reviewer/storage/"
SQL_HANDLES_IN = ("reviewer/sync/", "reviewer/privacy/", "reviewer/workspace")
SQL_HANDLES = {"Connection", "Engine", "IntegrityError"}
"""What passes through the layers above storage: the transaction, its database, and that a row was there already."""
SQL_LIBRARIES = {"sqlalchemy", "alembic", "psycopg", "sqlite3"}
THREADS_IN = "ui/background.py"
THREADS = ("threading", "concurrent", "multiprocessing", "asyncio", "queue", "_thread")
QT_THREADS = {"QThread", "QThreadPool", "QRunnable", "QMutex", "QWaitCondition", "QSemaphore"}
HEAVY = {
    "alembic",
    "psycopg",
    "keyring",
    "phonenumbers",
    "email_validator",
    "reportlab",
    "PIL",
    "docx",
    "jinja2",
    "lxml",
}


def _root(name: str) -> str:
    return name.partition(".")[0]


def _core(module: Module) -> set[str]:
    """The parts of the core a module imports."""
    return {name.split(".")[1] for name in find_imports(module) if name.startswith("reviewer.")}


def test_the_window_imports_only_its_five_parts_of_the_core() -> None:
    assert [
        (module.path, part) for module in find_modules("ui") for part in _core(module) if part not in UI_MAY_IMPORT
    ] == []


def test_only_the_worker_imports_what_parses_untrusted_bytes() -> None:
    assert [
        module.path
        for module in find_modules("reviewer", "ui")
        if {"pymupdf", "fitz", "pillow_heif", "olefile"} & {_root(name) for name in find_imports(module)}
        and not any(fnmatch(module.path, allowed) for allowed in PYMUPDF_IN)
    ] == []


def test_only_the_worker_imports_its_parts() -> None:
    parts = "reviewer.documents.worker_"
    assert [
        module.path
        for module in find_modules("reviewer", "ui")
        if any(name.startswith(parts) for name in find_imports(module))
        and not any(fnmatch(module.path, allowed) for allowed in PYMUPDF_IN)
    ] == []


def test_sql_stays_in_storage() -> None:
    assert [
        (module.path, name)
        for module in find_modules("reviewer", "ui")
        if not module.path.startswith(SQL_IN)
        for name in sorted(_names_of_sql(module))
        if not (module.path.startswith(SQL_HANDLES_IN) and name in SQL_HANDLES)
    ] == []


def _names_of_sql(module: Module) -> set[str]:
    """What a module takes from the SQL libraries: `from sqlalchemy import x`, `sa.x`."""
    found: set[str] = set()
    aliases: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and _root(node.module or "") in SQL_LIBRARIES:
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            libraries = [alias for alias in node.names if _root(alias.name) in SQL_LIBRARIES]
            aliases |= {alias.asname or _root(alias.name) for alias in libraries}
    used = (node for node in ast.walk(module.tree) if isinstance(node, ast.Attribute))
    return found | {node.attr for node in used if isinstance(node.value, ast.Name) and node.value.id in aliases}


def test_the_window_crosses_threads_in_one_place() -> None:
    assert [
        (module.path, name)
        for module in find_modules("ui")
        if module.path != THREADS_IN
        for name in find_imports(module)
        if _root(name) in THREADS or name.rpartition(".")[2] in QT_THREADS
    ] == []


def test_no_heavy_library_is_loaded_before_the_window_shows() -> None:
    """Follows the imports that run when the program starts; those inside functions run later."""
    modules = {module.name: module for module in find_modules("reviewer", "ui")}
    waiting = [name for name in modules if name.startswith("ui.") or name == "reviewer.__main__"]
    way: dict[str, str] = dict.fromkeys(waiting, "")
    while waiting:
        name = waiting.pop()
        for imported in _imported_at_start(modules[name]) & modules.keys():
            if imported not in way:
                way[imported] = name
                waiting.append(imported)
    heavy = [(name, way[name], found) for name in way for found in sorted(_imported_at_start(modules[name]) & HEAVY)]
    assert heavy == [], "each row: the module, who imports it, and the library"


def _imported_at_start(module: Module) -> set[str]:
    body: list[ast.stmt] = [
        item for item in _run_at_start(module.tree.body) if isinstance(item, ast.Import | ast.ImportFrom)
    ]
    found = find_imports(Module(path=module.path, text="", tree=ast.Module(body=body, type_ignores=[])))
    return found | {_root(name) for name in found}


def _run_at_start(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
            yield from _run_at_start(statement.orelse)
        elif isinstance(statement, ast.If | ast.Try | ast.With):
            yield from _run_at_start([item for item in ast.iter_child_nodes(statement) if isinstance(item, ast.stmt)])
        else:
            yield statement
