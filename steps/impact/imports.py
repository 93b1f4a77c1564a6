"""Which modules import which, read from their text: Python below the project's package, and the desktop's scripts."""

from __future__ import annotations

import ast
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_PACKAGE = "deskproof"
_IMPORT = re.compile(r'^(?P<kind>import|export)\b[^;"]*"(?P<source>\.[^"]+)";', re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Imports:
    """`importers` are those of each module; `passing` are the modules that pass on what they import."""

    importers: Mapping[str, frozenset[str]]
    passing: frozenset[str]


def imports_of(texts: Mapping[str, str]) -> Imports:
    """The imports between these files, whose paths are relative to the project."""
    importers: dict[str, set[str]] = defaultdict(set)
    passing = {path for path in texts if path.endswith("/__init__.py")}
    for path, text in texts.items():
        found = _of_python(text) if path.endswith(".py") else _of_script(path, text) if path.endswith(".js") else ()
        for imported, is_passed_on in found:
            for candidate in (imported, f"{imported}.py", f"{imported}/__init__.py"):
                if candidate in texts and candidate != path:
                    importers[candidate].add(path)
                    passing |= {path} if is_passed_on else set()
    return Imports(importers={path: frozenset(by) for path, by in importers.items()}, passing=frozenset(passing))


def _of_python(text: str) -> Iterator[tuple[str, bool]]:
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((_path(alias.name), False) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield _path(node.module), False
            yield from ((_path(f"{node.module}.{alias.name}"), False) for alias in node.names)


def _path(module: str) -> str:
    return module.removeprefix(f"{_PACKAGE}.").replace(".", "/")


def _of_script(path: str, text: str) -> Iterator[tuple[str, bool]]:
    for found in _IMPORT.finditer(text):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(path), found["source"])), found["kind"] == "export"
