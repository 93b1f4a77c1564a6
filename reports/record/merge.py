"""Merges the shards of a run into one record.

Rule: nothing is written unless every shard is there, once, of the same commit, suite and split. Event files are copied
as they are, under names with the shard; evidence and traces are copied too. The merged record is complete or not
there.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from deskproof.reports.record import Recorder, being_written
from deskproof.reports.record.facts import Browser, ClaimInfo, Run, RunFacts, RunInfo, Shard
from deskproof.reports.record.loading import DamagedRecord, load
from deskproof.reports.record.parts import MERGED, merged_name

_EVENTS = "events-*.ndjson"
_LATEST = "latest"
"""The link to one of the runs beside it, or a copy of that run where links were not preserved."""


class CannotMerge(Exception):
    """The shards are not one run; the message says what was found, what was expected and what to do."""


@dataclass(frozen=True, kw_only=True)
class _Piece:
    """A shard with its folder."""

    folder: Path
    run: Run
    shard: Shard

    @property
    def facts(self) -> RunFacts:
        return self.run.run

    @property
    def scenarios(self) -> set[str]:
        """The ids of what it ran or was to run."""
        return {*(scenario.id for scenario in self.run.scenarios), *self.facts.not_run}


_SAME: tuple[tuple[str, Callable[[_Piece], object], str], ...] = (
    ("how many shards there are", lambda piece: piece.shard.total, "merge shards of one run"),
    ("the commit", lambda piece: piece.facts.commit, "run all shards of one commit"),
    ("the adapter", lambda piece: piece.facts.adapter, "run all shards with the same adapter"),
    ("the suite", lambda piece: piece.facts.fingerprint, "run all shards with the same features"),
)
"""What must be equal in all shards: its name, its value, what to do."""

_ONCE_PLANNED: tuple[tuple[str, Callable[[_Piece], object], str], ...] = (
    ("which scenarios were chosen", lambda piece: piece.facts.chosen, "choose the same for all shards"),
    ("who runs what", lambda piece: piece.facts.split, "give all shards the same history and the same choice"),
)
"""As above, in the shards that ran far enough to have it."""


def merge(folders: Sequence[Path], target: Path, *, command: str) -> Path:
    """Make the record `target` out of the shards in `folders`; returns it. Raises CannotMerge and OSError.

    Each folder is a shard's run folder, or holds nothing but one. A shard that was cut short is taken too: the merged
    run is cut short then.
    """
    pieces = sorted((_piece(folder) for folder in folders), key=lambda piece: piece.shard.index)
    if not pieces:
        raise CannotMerge("There is nothing to merge; name the folders of all shards.")
    _check_same(pieces, _SAME)
    _check_all_there(pieces)
    _check_same([piece for piece in pieces if piece.facts.planned is not None], _ONCE_PLANNED)
    _check_apart(pieces)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".merging-") as place:
        made = Path(place) / target.name
        made.mkdir()
        for piece in pieces:
            _carry(piece, made)
        with Recorder(made, MERGED) as recorder:
            recorder.run_merged(_info(pieces, target.name, command), len(pieces))
        made.rename(target)
    return target


def _piece(folder: Path) -> _Piece:
    found = _run_folder(folder)
    try:
        run = load(found)
    except DamagedRecord as error:
        raise CannotMerge(str(error)) from error
    if writer := being_written(found):
        raise CannotMerge(f"The run in {found} still goes on: {writer} is being written. Wait for its end.")
    if run.run.shard is None:
        what = "is already merged" if run.run.shards else "is not a shard but a run of its own"
        raise CannotMerge(f"{folder} {what}; name the folders of what 'deskproof run --shard' left.")
    return _Piece(folder=found, run=run, shard=run.run.shard)


def _run_folder(folder: Path) -> Path:
    """`folder`, or the one run folder in it."""
    if not folder.is_dir() or any(folder.glob(_EVENTS)):
        return folder
    there = {events.parent for events in folder.glob(f"*/{_EVENTS}")}
    runs = sorted({run for run in there if run.name != _LATEST} or there)
    if len(runs) > 1:
        raise CannotMerge(f"{folder} holds {len(runs)} runs, {runs[0].name} and {runs[1].name}; name one run folder.")
    return runs[0] if runs else folder


def _check_same(pieces: Sequence[_Piece], same: Sequence[tuple[str, Callable[[_Piece], object], str]]) -> None:
    for what, value, cure in same:
        for other in pieces[1:]:
            if value(other) != value(pieces[0]):
                raise CannotMerge(
                    f"{_name(pieces[0])} and {_name(other)} differ in {what} ({value(pieces[0])} and {value(other)}); "
                    f"{cure}."
                )


def _check_all_there(pieces: Sequence[_Piece]) -> None:
    total = pieces[0].shard.total
    for first, other in itertools.pairwise(pieces):
        if first.shard.index == other.shard.index:
            raise CannotMerge(
                f"{first.folder} and {other.folder} are both shard {first.shard.index} of {total}; name one."
            )
    missing = [index for index in range(1, total + 1) if index not in {piece.shard.index for piece in pieces}]
    if missing:
        which = f"Shard {missing[0]}" if len(missing) == 1 else "Shards " + ", ".join(map(str, missing))
        is_missing = "is missing; name its folder too" if len(missing) == 1 else "are missing; name their folders too"
        raise CannotMerge(f"{which} of {total} {is_missing}, or run {'it' if len(missing) == 1 else 'them'} first.")


def _check_apart(pieces: Sequence[_Piece]) -> None:
    taken: dict[str, _Piece] = {}
    for piece in pieces:
        for id in sorted(piece.scenarios):
            if id in taken:
                raise CannotMerge(
                    f"{_name(taken[id])} and {_name(piece)} both have the scenario {id}; run both shards again "
                    "with the same history."
                )
            taken[id] = piece
    chosen = pieces[0].facts.chosen
    if all(piece.facts.planned is not None for piece in pieces) and chosen is not None and len(taken) != chosen:
        raise CannotMerge(
            f"The shards have {len(taken)} of the {chosen} scenarios that were chosen; leave pytest's own choices (-k, "
            "-m) out of shards and run them again."
        )


def _name(piece: _Piece) -> str:
    return f"{piece.folder} (shard {piece.shard.index} of {piece.shard.total})"


def _carry(piece: _Piece, made: Path) -> None:
    """Copy a shard's events and everything in its subfolders; its outputs are written again."""
    for events in piece.folder.glob(_EVENTS):
        shutil.copyfile(events, made / merged_name(events.name, piece.shard))
    for source in sorted(piece.folder.glob("*/**/*")):
        aim = made / source.relative_to(piece.folder)
        if not source.is_file():
            continue
        aim.parent.mkdir(parents=True, exist_ok=True)
        if not aim.exists():
            shutil.copyfile(source, aim)
        elif aim.read_bytes() != source.read_bytes():
            raise CannotMerge(
                f"{source} is another file than that of an earlier shard; it was changed after the run, so run shard "
                f"{piece.shard.index} again."
            )


def _info(pieces: Sequence[_Piece], id: str, command: str) -> RunInfo:
    first = pieces[0].facts
    browsers: dict[Browser, None] = dict.fromkeys(browser for piece in pieces for browser in piece.facts.browsers)
    desktops = dict.fromkeys(piece.facts.desktop for piece in pieces if piece.facts.desktop)
    versions: dict[str, dict[str, None]] = {}
    for piece in pieces:
        for package, version in piece.facts.versions.items():
            versions.setdefault(package, {})[version] = None
    return RunInfo(
        id=id,
        command=command,
        claims=tuple(
            ClaimInfo(
                id=claim.id,
                en=claim.en,
                sv=claim.sv,
                kind=claim.kind,
                must=claim.must,
                source=claim.source,
                section=claim.section,
            )
            for claim in pieces[0].run.claims
        ),
        commit=first.commit,
        branch=first.branch,
        browsers=tuple(browsers),
        versions={package: ", ".join(found) for package, found in versions.items()},
        workers=sum(piece.facts.workers for piece in pieces),
        fingerprint=first.fingerprint,
        adapter=first.adapter,
        desktop=", ".join(desktops) or None,
    )
