"""Every derived defect of the product, by name.

Rule: they are made from the source at each call and stored nowhere. A name has the file, the scope, the operator and a
number among the same in that scope, so that a change elsewhere renames nothing.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from deskproof.simulator.defects import PACKAGE
from deskproof.steps.mutation.derived import javascript_source, python_source
from deskproof.steps.mutation.derived.change import Change

DESKTOP = "desktop/static"
"""The folder of the desktop's files, which are served below `/desktop/`."""

PARTS = ("domain", "wire", "product", DESKTOP)
"""The folders of the product, below `simulator/`: its core, its wire, identity, Teams and calling, and the desktop."""

_TEXTS = (f"{DESKTOP}/text/text.en.js", f"{DESKTOP}/text/text.sv.js")
_LEFT_OUT = (f"{DESKTOP}/vendor",)


@dataclass(frozen=True, kw_only=True)
class DerivedDefect:
    """A change of `file`, below `simulator/`; `line` is where it begins, from 1, `before` what is there."""

    name: str
    file: str
    line: int
    before: str
    change: Change

    @property
    def after(self) -> str:
        """What is there with the defect; empty where something is left out."""
        return self.change.text.decode()

    def changed_text(self, package: Path = PACKAGE) -> str:
        """The text of the file with the change."""
        return self.change.applied((package / self.file).read_bytes()).decode()


def derived_defects(package: Path = PACKAGE) -> Mapping[str, DerivedDefect]:
    """All of them by name, ordered by file and place."""
    found: dict[str, DerivedDefect] = {}
    for path in _files(package):
        file, source = path.relative_to(package).as_posix(), path.read_bytes()
        found.update((defect.name, defect) for defect in defects_of(file, source, _changes(file, source, package)))
    return found


def defects_of(file: str, source: bytes, changes: Iterable[Change]) -> Iterator[DerivedDefect]:
    """A defect for each change of a file."""
    numbers: Counter[tuple[str, str]] = Counter()
    for change in changes:
        numbers[change.scope, change.operator] += 1
        number = numbers[change.scope, change.operator]
        yield DerivedDefect(
            name=f"{file}:{change.scope or '-'}:{change.operator}:{number}",
            file=file,
            line=source.count(b"\n", 0, change.start) + 1,
            before=source[change.start : change.end].decode(),
            change=change,
        )


def sample(names: Sequence[str], size: int, seed: int) -> tuple[str, ...]:
    """So many of these names, drawn with the seed, in their order; all where there are fewer."""
    drawn = set(random.Random(seed).sample(sorted(names), min(size, len(names))))  # noqa: S311  not a secret
    return tuple(name for name in names if name in drawn)


def _files(package: Path) -> Iterator[Path]:
    left_out = tuple(package / folder for folder in _LEFT_OUT)
    for part in PARTS:
        for path in sorted((package / part).rglob("*")):
            if path.suffix in (".py", ".js") and not any(path.is_relative_to(folder) for folder in left_out):
                yield path


def _changes(file: str, source: bytes, package: Path) -> Iterator[Change]:
    if file.endswith(".py"):
        return python_source.changes(source)
    if file in _TEXTS:
        other = next(text for text in _TEXTS if text != file)
        exchanged = javascript_source.exchanged_languages(source, (package / other).read_bytes())
        return chain(javascript_source.changes(source), exchanged)
    return javascript_source.changes(source)
