"""Where in the repository a function of a script lies that a browser has loaded.

Rule: a script is known by its content, so that its address does not matter; a bundle by its source map, which has
whole lines (`simulator/desktop/bundle.py`). Any other script is none of ours.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin

from deskproof.steps.impact.units import Range, line_of, line_starts

_MAP = "//# sourceMappingURL="
_BASE64 = {sign: value for value, sign in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}


@dataclass(frozen=True)
class _Script:
    """A loaded script, and the source line of each of its lines."""

    text: str
    lines: Sequence[tuple[str, int] | None]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        return line_starts(self.text)

    def offset(self, units: int) -> int:
        """A place in UTF-16 code units, as browsers count, in characters."""
        if self._is_plain:
            return units
        return len(self.text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))

    @cached_property
    def _is_plain(self) -> bool:
        return all(ord(sign) <= 0xFFFF for sign in self.text)


class Scripts:
    """The scripts that browsers have loaded from the product of the project at `root`; `fetch` returns what is at an
    address, None where nothing is.
    """

    def __init__(self, root: Path, fetch: Callable[[str], str | None]) -> None:
        self._fetch = fetch
        files = (path for path in sorted(root.glob("simulator/**/*.js")))
        self._sources = {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in files}
        self._by_content = {text: path for path, text in self._sources.items()}
        self._known: dict[str, _Script | None] = {}

    def meet(self, address: str) -> None:
        """Find out what the script at the address is, while it can be fetched."""
        if address not in self._known:
            self._known[address] = self._read(address)

    def place(self, address: str, start: int, end: int) -> tuple[str, Range] | None:
        """The file and range of a function, which the browser has from `start` to `end` of the script; None where it is
        not of ours, or is a whole module.
        """
        script = self._known.get(address)
        if script is None or end <= start:
            return None
        first, last = self._source(script, script.offset(start)), self._source(script, script.offset(end) - 1)
        if first is None or last is None or first[0] != last[0]:
            return None
        found = Range(first[1], last[1] + 1)
        return None if found == Range(0, len(self._sources[first[0]])) else (first[0], found)

    def _source(self, script: _Script, offset: int) -> tuple[str, int] | None:
        line = line_of(script.starts, offset)
        source = script.lines[line] if line < len(script.lines) else None
        if source is None:
            return None
        path, number = source
        text = self._sources[path]
        starts = line_starts(text)
        ours = text[starts[number] : starts[number + 1]] if number + 1 < len(starts) else ""
        column = offset - script.starts[line]
        rest = script.text[offset : script.starts[line + 1]]
        if ours.rstrip("\n").endswith(rest.rstrip("\n")):  # the line may begin otherwise, without its `export`
            column = len(ours.rstrip("\n")) - len(rest.rstrip("\n"))
        return path, starts[number] + min(column, len(ours))

    def _read(self, address: str) -> _Script | None:
        text = self._fetch(address)
        if text is None:
            return None
        if path := self._by_content.get(text):
            return _Script(text, [(path, number) for number in range(len(text.splitlines()))])
        _, found, name = text.rpartition(_MAP)
        map_ = self._fetch(urljoin(address, name.strip())) if found else None
        return None if map_ is None else _Script(text, self._lines(json.loads(map_)))

    def _lines(self, map_: dict[str, object]) -> Sequence[tuple[str, int] | None]:
        sources = [self._path(str(name)) for name in map_["sources"]]  # type: ignore[attr-defined]
        lines: list[tuple[str, int] | None] = []
        source = number = 0
        for segment in str(map_["mappings"]).split(";"):
            if not segment:
                lines.append(None)
                continue
            fields = _numbers(segment.partition(",")[0])
            source, number = source + fields[1], number + fields[2]
            path = sources[source]
            lines.append(None if path is None else (path, number))
        return lines

    def _path(self, source: str) -> str | None:
        """The file that a source map names, relative to the folder that is served."""
        name = posixpath.normpath(source)
        return next((path for path in self._sources if path.endswith(f"/static/{name}")), None)


def _numbers(segment: str) -> list[int]:
    """The numbers of a segment of a source map (base 64 VLQ)."""
    found, value, shift = [], 0, 0
    for sign in segment:
        digit = _BASE64[sign]
        value |= (digit & 31) << shift
        shift += 5
        if not digit & 32:
            found.append(-(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    return found
