"""One script from many modules, with a source map: what a browser loads, made from what is in the repository.

Each module becomes a function that returns its exports, in the order of the imports, and keeps its lines: whatever
text the modules have, line for line, is the text that runs. Nothing is shortened or renamed. Modules use few forms of
`import` and `export` (decision 0033); any other is refused. What is outside of the bundle stays an import.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field

_IMPORT = re.compile(
    r'^import (?:(?P<default>\w+) from |\{(?P<names>[^}]*)\} from )?"(?P<source>[^"]+)";', re.MULTILINE
)
_REEXPORT = re.compile(r'^export \{(?P<names>[^}]*)\} from "(?P<source>[^"]+)";', re.MULTILINE)
_EXPORT = re.compile(r"^export (?P<kept>(?:async function|function\*?|class|const) (?P<name>\w+))", re.MULTILINE)
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


class CannotBundle(Exception):
    """A module has an import or export that the bundle cannot take in; the message names it."""


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """A script, and where its lines come from."""

    text: str
    lines: tuple[tuple[str, int] | None, ...]
    """Of each line the module and the number of its line, from 0; None for a line of no module."""

    def source_map(self) -> str:
        """The map as JSON (source map revision 3)."""
        sources = {name: number for number, name in enumerate(dict.fromkeys(line[0] for line in self.lines if line))}
        mappings, before = [], (0, 0)
        for line in self.lines:
            if line is None:
                mappings.append("")
                continue
            now = (sources[line[0]], line[1])
            mappings.append(_vlq(0) + _vlq(now[0] - before[0]) + _vlq(now[1] - before[1]) + _vlq(0))
            before = now
        return json.dumps({"version": 3, "sources": list(sources), "names": [], "mappings": ";".join(mappings)})


@dataclass(kw_only=True)
class _Module:
    text: str
    needs: list[str] = field(default_factory=list)
    imports: list[tuple[str, str]] = field(default_factory=list)
    """The files and names that it imports."""
    exports: dict[str, str] = field(default_factory=dict)
    """The expression of each exported name."""


def bundle(entry: str, read: Callable[[str], str], *, is_outside: Callable[[str], bool]) -> Bundle:
    """The bundle of the entry and all that it imports, by their paths; it belongs in the folder of the paths.

    `read` raises LookupError for a file that does not exist. Raises CannotBundle.
    """
    modules: dict[str, _Module] = {}
    outside: dict[str, None] = {}
    order: list[str] = []

    def add(name: str, importer: str) -> None:
        try:
            text = read(name)
        except LookupError:
            raise CannotBundle(f"{importer} imports {name}, which did not exist when the simulator started.") from None
        module = modules[name] = _read(name, text)
        for needed in module.needs:
            if is_outside(needed):
                outside[needed] = None
            elif needed not in modules:
                add(needed, name)
            elif needed not in order:
                raise CannotBundle(f"{name} and {needed} import each other; import in one direction only.")
        for needed, imported in module.imports:
            if not is_outside(needed) and imported not in modules[needed].exports:
                raise CannotBundle(f"{name} imports {imported} from {needed}, which does not export it.")
        order.append(name)

    add(entry, "The page")
    text = [f'import * as {_variable(name)} from "./{name}";' for name in outside]
    lines: list[tuple[str, int] | None] = [None] * len(text)
    for name in order:
        own = modules[name].text.split("\n")
        returned = ", ".join(f"{exported}: {value}" for exported, value in modules[name].exports.items())
        text += [f"const {_variable(name)} = (() => {{", *own, f"return {{ {returned} }};", "})();"]
        lines += [None, *((name, number) for number in range(len(own))), None, None]
    return Bundle(text="\n".join(text), lines=tuple(lines))


def _read(name: str, text: str) -> _Module:
    module = _Module(text="")

    def source(found: re.Match[str], *names: str) -> str:
        needed = posixpath.normpath(posixpath.join(posixpath.dirname(name), found["source"]))
        if needed not in module.needs:
            module.needs.append(needed)
        module.imports += ((needed, each) for each in names)
        return _variable(needed)

    def imported(found: re.Match[str]) -> str:
        if found["default"]:
            return f"const {{ default: {found['default']} }} = {source(found, 'default')};"
        if found["names"] is None:
            source(found)
            return ""
        names = _names(found).values()
        return f"const {{{found['names'].replace(' as ', ': ')}}} = {source(found, *names)};"

    def reexported(found: re.Match[str]) -> str:
        names = _names(found)
        from_ = source(found, *names.values())
        module.exports |= {own: f"{from_}.{theirs}" for own, theirs in names.items()}
        return "\n" * found[0].count("\n")

    def exported(found: re.Match[str]) -> str:
        module.exports[found["name"]] = found["name"]
        return found["kept"]

    def default(_: re.Match[str]) -> str:
        module.exports["default"] = "$default"
        return "const $default = "

    for pattern, replacement in (
        (_IMPORT, imported),
        (_REEXPORT, reexported),
        (_EXPORT, exported),
        (_DEFAULT, default),
    ):
        text = pattern.sub(replacement, text)
    if left := _LEFT.search(text):
        line = text.count("\n", 0, left.start()) + 1
        raise CannotBundle(
            f"{name}:{line} has {left[0]!r}, a form that the bundle does not know. Write `import {{ a, b as c }} "
            "from`, `import a from` or `import` with double quotes, and `export` before function, class or const."
        )
    module.text = text
    return module


def _names(found: re.Match[str]) -> dict[str, str]:
    """The name in the other module, by the name here."""
    pairs = (each.strip().partition(" as ") for each in found["names"].split(",") if each.strip())
    return {own or theirs: theirs for theirs, _, own in pairs}


def _variable(name: str) -> str:
    return "$" + re.sub(r"\W", "_", name)


def _vlq(number: int) -> str:
    rest = (abs(number) << 1) | (number < 0)
    digits = ""
    while True:
        rest, digit = rest >> 5, rest & 31
        digits += _BASE64[digit | (32 if rest else 0)]
        if not rest:
            return digits
