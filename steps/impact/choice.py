"""Which scenarios a change can reach: those that run what it touches; all, where the map cannot tell.

Rule: pure, from a map and the edits. A function that is touched reaches the scenarios that run it. What runs at loading
reaches those that run anything of the file or of the modules that import it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deskproof.steps.impact.edits import Edit, Touched, touched_in_python, touched_in_script
from deskproof.steps.impact.imports import Imports
from deskproof.steps.impact.map import ImpactMap, blob_of
from deskproof.steps.impact.units import Range

_HARNESS = "steps/"


@dataclass(frozen=True, kw_only=True)
class Impact:
    """The scenarios that the edits reach, of those in the map; None for every scenario, and then `why`, a sentence."""

    ids: frozenset[str] | None
    why: str = ""


class _Every(Exception):
    """Every scenario is reached; the message says why."""


def impact(map_: ImpactMap, edits: Sequence[Edit], imports: Imports) -> Impact:
    """What these edits reach."""
    found: set[str] = set()
    try:
        for edit in edits:
            found |= _reached(map_, edit, imports)
    except _Every as reason:
        return Impact(ids=None, why=str(reason))
    return Impact(ids=frozenset(found))


def _reached(map_: ImpactMap, edit: Edit, imports: Imports) -> frozenset[str]:
    reach = map_.files.get(edit.path)
    if reach is None:
        raise _Every(f"the map does not know {edit.path}")
    if edit.before is None or blob_of(edit.before.encode()) != reach.blob:
        raise _Every(f"the map was made with another {edit.path} than its commit has")
    touched = _touched(edit, tuple(reach.functions))
    ids: set[str] = set()
    is_loading = touched.loading
    for function in touched.functions:
        of_function = _running(map_, edit.path, [function])
        if not of_function and edit.path.startswith(_HARNESS):
            raise _Every(f"a function of {edit.path} has changed that no scenario runs in a worker")
        is_loading = is_loading or (not of_function and edit.path.endswith(".js"))  # a closing page is not heard
        ids |= of_function
    if is_loading:
        of_file = _running_file(map_, edit.path, imports)
        if not of_file:
            raise _Every(f"no scenario runs a function of {edit.path} or of what imports it")
        ids |= of_file
    if edit.path.endswith(".js") and (touched.functions or touched.loading):
        ids |= map_.without_scripts
    return frozenset(ids)


def _touched(edit: Edit, functions: Sequence[Range]) -> Touched:
    if edit.before is None or edit.after is None:
        return Touched(loading=True)
    if edit.path.endswith(".py"):
        return touched_in_python(edit.before, edit.after)
    if edit.path.endswith(".js"):
        return touched_in_script(edit.before, edit.after, functions)
    return Touched(loading=True)


def _running(map_: ImpactMap, path: str, functions: Iterable[Range]) -> frozenset[str]:
    found: set[str] = set()
    for each in functions:
        ids = map_.files[path].functions.get(each, frozenset())
        if ids is None:
            raise _Every(f"a function of {path} has changed that runs before the first scenario")
        found |= ids
    return frozenset(found)


def _running_file(map_: ImpactMap, path: str, imports: Imports) -> frozenset[str]:
    """The scenarios that run a function of the file or of a module that imports it. A module of which nothing runs, or
    that passes on what it imports, stands for those that import it.
    """
    found: set[str] = set()
    left, seen = [path], {path}
    while left:
        module = left.pop()
        reach = map_.files.get(module)
        own = frozenset[str]().union(*(ids for ids in reach.functions.values() if ids)) if reach else frozenset[str]()
        found |= own
        if module == path or not own or module in imports.passing:
            further = imports.importers.get(module, frozenset()) - seen
            seen |= further
            left += sorted(further)
    return frozenset(found)
