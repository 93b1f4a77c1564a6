"""The snapshots of a run: which it compares with, and what it saves.

Rule: each process of a run notes the snapshots of its scenarios in the run's folder; the controller saves them beside
the features when the run ends.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

from deskproof.steps.gherkin.files.reader import WrittenScenario
from deskproof.steps.snapshots.snapshot import Expected, Moment, Snapshot
from deskproof.steps.snapshots.store import file_of, fingerprint, load, save
from deskproof.steps.snapshots.texts import Cleaned
from deskproof.steps.snapshots.watcher import Watcher

Mode = Literal["pages", "all", "update", "add", "off"]
"""Compare what people read; compare elements and messages too; save in place of what was saved; save beside it; do
nothing.
"""

_COMPARES: tuple[Mode, ...] = ("pages", "all")

_NOTES = "snapshots-{}.ndjson"


class SnapshotsOfRun:
    """Makes the watcher of each scenario. `features` is the folder with the saved snapshots, `notes` the file of this
    process.
    """

    def __init__(self, mode: Mode, features: Path, run_folder: Path, worker: str) -> None:
        self._mode = mode
        self._features = features
        self._notes = run_folder / _NOTES.format(worker)
        self._load = cache(load)

    def watcher(
        self, scenario: WrittenScenario, open_pages: Callable[[], Sequence[tuple[Page, str]]], cleaned: Cleaned
    ) -> Watcher | None:
        """The watcher of a scenario; None where nothing is compared or saved. Raises BadSnapshots."""
        if self._mode == "off":
            return None
        if self._mode not in _COMPARES:
            return Watcher(open_pages, cleaned)
        expected = self._expected(scenario)
        return None if expected is None else Watcher(open_pages, cleaned, expected, exact=self._mode == "all")

    def passed(self, scenario: WrittenScenario, watcher: Watcher) -> None:
        """Note what was seen, where it is to be saved."""
        if self._mode in _COMPARES:
            return
        line = {"scenario": scenario.id, **_plain(watcher.snapshot)}
        with self._notes.open("a", encoding="utf-8") as notes:
            notes.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _expected(self, scenario: WrittenScenario) -> Expected | None:
        expected = self._load(file_of(self._features, scenario)).get(scenario.id)
        return expected if expected is not None and expected.steps == fingerprint(scenario) else None


def save_noted(mode: Mode, features: Path, run_folder: Path, scenarios: Sequence[WrittenScenario]) -> int:
    """Save what the processes of a run have noted: in place of what was saved, or with `add` beside it. Returns the
    number of scenarios. Raises BadSnapshots.
    """
    noted = dict(_noted(run_folder))
    files: dict[Path, list[WrittenScenario]] = {}
    for scenario in scenarios:
        files.setdefault(file_of(features, scenario), []).append(scenario)
    for file, those in files.items():
        if not any(scenario.id in noted for scenario in those):
            continue
        saved = load(file)
        save(file, those, {**saved, **_merged(mode, saved, those, noted)})
    return len(noted)


def _merged(
    mode: Mode, saved: Mapping[str, Expected], scenarios: Iterable[WrittenScenario], noted: Mapping[str, Snapshot]
) -> Mapping[str, Expected]:
    found: dict[str, Expected] = {}
    for scenario in scenarios:
        if (snapshot := noted.get(scenario.id)) is None:
            continue
        steps, before = fingerprint(scenario), saved.get(scenario.id)
        keeps = mode == "add" and before is not None and before.steps == steps
        found[scenario.id] = before.with_snapshot(snapshot) if keeps and before else Expected.of(steps, snapshot)
    return found


def _noted(run_folder: Path) -> Iterator[tuple[str, Snapshot]]:
    for file in sorted(run_folder.glob(_NOTES.format("*"))):
        for line in file.read_text(encoding="utf-8").splitlines():
            noted = json.loads(line)
            yield noted["scenario"], _snapshot(noted)


def _plain(snapshot: Snapshot) -> Mapping[str, object]:
    pages = [[moment.step, moment.page, lines] for moment, lines in snapshot.pages.items()]
    return {"pages": pages, "messages": snapshot.messages}


def _snapshot(noted: Mapping[str, object]) -> Snapshot:
    pages: list[tuple[int, str, list[str]]] = noted["pages"]  # type: ignore[assignment]  # only we write it
    messages: Mapping[str, int] = noted["messages"]  # type: ignore[assignment]  # only we write it
    return Snapshot(
        pages={Moment(step=step, page=page): tuple(lines) for step, page, lines in pages}, messages=messages
    )
