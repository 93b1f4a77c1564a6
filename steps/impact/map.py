"""The map of a recorded run: which scenarios run which functions, and of which commit and content that is so.

Rule: equal recordings give equal files. Scenarios that run the same are listed once, as a set.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deskproof.steps.impact.units import Range, python_bodies

NAME = "impact.json"
"""The map in a run's folder."""

_PARTS = "impact-*.ndjson"
_FORMAT = 1
_FOLDERS = ("simulator", "steps")
_SUFFIXES = (".py", ".js", ".html")


class BadMap(Exception):
    """The map cannot be used; the message says what was seen and what to do."""


@dataclass(frozen=True, kw_only=True)
class FileReach:
    """What runs of one file: by range the numbers of the scenarios, None for all of them. `blob` is git's hash of its
    content.
    """

    blob: str
    functions: Mapping[Range, frozenset[str] | None] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ImpactMap:
    """`scenarios` are those that were recorded and passed; of those `without_scripts` it is not known what they run in
    a browser. `commit` is None outside of a repository.
    """

    commit: str | None
    scenarios: frozenset[str]
    without_scripts: frozenset[str]
    files: Mapping[str, FileReach]


def blob_of(content: bytes) -> str:
    """Git's hash of a file's content."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def source_files(root: Path) -> Mapping[str, str]:
    """The text of every file that a map has, by its path relative to the project."""
    paths = (path for folder in _FOLDERS for path in sorted((root / folder).rglob("*")))
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for path in paths
        if path.suffix in _SUFFIXES and path.is_file()
    }


# ---- made from what workers wrote


def recorded(run_folder: Path) -> Iterator[Mapping[str, Any]]:
    """What the workers of a run wrote, scenario by scenario. A last line that was cut off is left out."""
    for file in sorted(run_folder.glob(_PARTS)):
        for line in file.read_text(encoding="utf-8").splitlines():
            try:
                yield json.loads(line)
            except ValueError:
                continue


def build(lines: Iterable[Mapping[str, Any]], sources: Mapping[str, str], commit: str | None) -> ImpactMap:
    """The map of what was recorded at this commit, with these sources."""
    reached: dict[str, dict[Range, set[str] | None]] = {
        path: {body: set() for body in python_bodies(text)} if path.endswith(".py") else {}
        for path, text in sources.items()
    }
    scenarios: set[str] = set()
    without: set[str] = set()
    for line in lines:
        scenario = line["scenario"]
        for path, ranges in line["scripts"].items():
            for each in ranges:
                reached.setdefault(path, {}).setdefault(Range(*each), set())
        if scenario is not None and not line["passed"]:
            continue
        if scenario is not None:
            scenarios.add(scenario)
            without |= set() if line["whole"] else {scenario}
        for path, ranges in line["reached"].items():
            for each in ranges:
                runs = reached.setdefault(path, {}).setdefault(Range(*each), set())
                if scenario is None:
                    reached[path][Range(*each)] = None
                elif runs is not None:
                    runs.add(scenario)
    return ImpactMap(
        commit=commit,
        scenarios=frozenset(scenarios),
        without_scripts=frozenset(without),
        files={
            path: FileReach(
                blob=blob_of(sources[path].encode()),
                functions={each: None if ids is None else frozenset(ids) for each, ids in sorted(ranges.items())},
            )
            for path, ranges in sorted(reached.items())
            if path in sources
        },
    )


# ---- the file


def write(map_: ImpactMap, file: Path) -> None:
    """Save the map."""
    scenarios = sorted(map_.scenarios)
    number = {id_: index for index, id_ in enumerate(scenarios)}
    sets: dict[tuple[int, ...] | None, int] = {}
    for reach in map_.files.values():
        for ids in reach.functions.values():
            sets.setdefault(None if ids is None else tuple(sorted(number[id_] for id_ in ids)), len(sets))
    plain = {
        "format": _FORMAT,
        "commit": map_.commit,
        "scenarios": scenarios,
        "withoutScripts": sorted(map_.without_scripts),
        "sets": [None if each is None else list(each) for each in sets],
        "files": {
            path: {
                "blob": reach.blob,
                "functions": [
                    [each.start, each.end, sets[None if ids is None else tuple(sorted(number[id_] for id_ in ids))]]
                    for each, ids in reach.functions.items()
                ],
            }
            for path, reach in map_.files.items()
        },
    }
    file.write_text(json.dumps(plain, separators=(",", ":")) + "\n", encoding="utf-8")


def read(file: Path) -> ImpactMap:
    """A saved map. Raises BadMap."""
    try:
        plain = json.loads(file.read_text(encoding="utf-8"))
        if plain["format"] != _FORMAT:
            raise BadMap(f"{file} has the format {plain['format']}, expected {_FORMAT}; record a map again.")
        scenarios: Sequence[str] = plain["scenarios"]
        sets = [None if each is None else frozenset(scenarios[index] for index in each) for each in plain["sets"]]
        return ImpactMap(
            commit=plain["commit"],
            scenarios=frozenset(scenarios),
            without_scripts=frozenset(plain["withoutScripts"]),
            files={
                path: FileReach(
                    blob=reach["blob"],
                    functions={Range(start, end): sets[ids] for start, end, ids in reach["functions"]},
                )
                for path, reach in plain["files"].items()
            },
        )
    except OSError as error:
        raise BadMap(f"{file} cannot be read ({error.strerror}); record a map with --record-impact.") from None
    except (ValueError, KeyError, TypeError, IndexError):
        raise BadMap(f"{file} is not a map of what scenarios run; record one with --record-impact.") from None


def merge_maps(folders: Sequence[Path], target: Path) -> None:
    """Make one map in `target` of those that the shards in these folders recorded, if any did. Raises BadMap."""
    found = {
        file.resolve(): None for folder in folders for pattern in (NAME, f"*/{NAME}") for file in folder.glob(pattern)
    }
    if found:
        write(merged([read(file) for file in sorted(found)]), target / NAME)


def merged(maps: Sequence[ImpactMap]) -> ImpactMap:
    """One map of the shards of a run. Raises BadMap where they are not of the same sources."""
    commits = {each.commit for each in maps}
    blobs: dict[str, set[str]] = defaultdict(set)
    for map_ in maps:
        for path, reach in map_.files.items():
            blobs[path].add(reach.blob)
    if len(commits) > 1 or any(len(found) > 1 for found in blobs.values()):
        raise BadMap("The shards have maps of different sources; record them all at one commit.")
    files: dict[str, FileReach] = {}
    for path in sorted(blobs):
        functions: dict[Range, frozenset[str] | None] = {}
        for map_ in maps:
            found = map_.files[path].functions if path in map_.files else {}
            for each, ids in found.items():
                before = functions.get(each, frozenset())
                functions[each] = None if ids is None or before is None else before | ids
        files[path] = FileReach(blob=next(iter(blobs[path])), functions=dict(sorted(functions.items())))
    return ImpactMap(
        commit=commits.pop(),
        scenarios=frozenset().union(*(each.scenarios for each in maps)),
        without_scripts=frozenset().union(*(each.without_scripts for each in maps)),
        files=files,
    )
