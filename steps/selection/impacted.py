"""Which scenarios a change since a git revision can reach, by a recorded map (`deskproof.steps.impact`).

Rule: what counts is every difference from the revision and from the commit of the map, because what has changed since
the map was made may run something else by now. Where the map cannot tell, every scenario is taken, and a sentence says
why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from deskproof.steps.gherkin.files.reader import WrittenScenario
from deskproof.steps.impact.choice import impact
from deskproof.steps.impact.edits import Edit
from deskproof.steps.impact.imports import imports_of
from deskproof.steps.impact.map import BadMap, ImpactMap, read, source_files
from deskproof.steps.selection.changes import CannotCompare, Changed, changed_since, text_at


@dataclass(frozen=True, kw_only=True)
class Impacted:
    """The scenarios that are reached, of those that are written now; `why` says why it is all of them, where the map
    could not tell.
    """

    ids: frozenset[str]
    why: str = ""


def impacted_since(
    revision: str, map_file: Path | None, scenarios: Sequence[WrittenScenario], folder: Path, root: Path
) -> Impacted:
    """What the change since the revision reaches, in the project at `root` with the features in `folder`. Raises
    CannotCompare for a revision that git does not know.
    """
    since_revision = changed_since(revision, scenarios, folder, root)
    every = frozenset(scenario.id for scenario in scenarios)
    if not since_revision.code:
        return Impacted(ids=since_revision.ids)
    if map_file is None:
        return Impacted(ids=every, why="there is no map; record one with --record-impact")
    try:
        map_ = read(map_file)
    except BadMap as refusal:
        return Impacted(ids=every, why=str(refusal).removesuffix("."))
    if map_.commit is None:
        return Impacted(ids=every, why=f"{map_file} was recorded outside of a git repository")
    try:
        since_map = changed_since(map_.commit, scenarios, folder, root)
    except CannotCompare:
        return Impacted(ids=every, why=f"git does not know the commit {map_.commit[:12]} of {map_file}; fetch it")
    return _impacted(revision, map_, (since_revision, since_map), scenarios, root)


def _impacted(
    revision: str, map_: ImpactMap, changes: tuple[Changed, Changed], scenarios: Sequence[WrittenScenario], root: Path
) -> Impacted:
    names = sorted({name for changed in changes for name in changed.code})
    edits = [edit for name in names for edit in _edits(name, map_.commit or "", revision, root)]
    found = impact(map_, edits, imports_of(source_files(root)))
    every = frozenset(scenario.id for scenario in scenarios)
    if found.ids is None:
        return Impacted(ids=every, why=found.why)
    texts = frozenset[str]().union(*(changed.ids for changed in changes))
    return Impacted(ids=(found.ids & every) | texts | (every - map_.scenarios))


def _edits(name: str, commit: str, revision: str, root: Path) -> Iterator[Edit]:
    """What the file is now and was at the revision, each as an edit of what the map was made of."""
    path = root / name
    before = text_at(commit, name, root)
    now = path.read_bytes().decode("utf-8", "replace") if path.is_file() else None
    for after in dict.fromkeys((now, text_at(revision, name, root))):
        if after != before:
            yield Edit(path=name, before=before, after=after)
