"""Running scenarios again as they are written: `deskproof run --watch`.

Rule: every round is a run in a process of its own, with its own simulator and report, so nothing old stays loaded. A
saved feature file runs its changed scenarios, or all of them when only its layout changed; any other file that
scenarios depend on runs all that were selected. What is saved during a round runs after it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from queue import Queue
from threading import Event, Thread

from watchfiles import watch
from watchfiles.filters import DefaultFilter

from deskproof.steps.gherkin.files.reader import FeatureFile, display_path, read_feature, read_features
from deskproof.steps.project.project import Project
from deskproof.steps.selection.changes import changed_texts, changes_no_scenario
from deskproof.steps.terminal import say

_NOT_WATCHED = (*DefaultFilter.ignore_dirs, ".cache", ".ruff_cache", "build")
_KINDS = (".feature", ".py", ".js", ".css", ".html", ".jinja", ".json", ".toml", ".svg", ".wav")
"""Files that a scenario can depend on; what tools write beside them is ignored."""


class Watching:
    """Watches the project, but not `out`, where runs go. Each round gets these options of `deskproof run` and arguments
    for pytest; the first one the `paths`.
    """

    def __init__(
        self, project: Project, out: Path, *, options: Sequence[str], paths: Sequence[str], for_pytest: Sequence[str]
    ) -> None:
        self._project = project
        self._folder = project.features.resolve()
        self._root = project.root.resolve()
        self._out = out.resolve()
        self._options = options
        self._paths = paths
        self._for_pytest = for_pytest
        self._known = {file.path: file for file in read_features(self._folder)}
        self._saved: Queue[set[Path]] = Queue()
        self._end = Event()
        self._status = 0

    def run(self) -> int:
        """Run what was selected, then what each change needs, until Ctrl-C; the exit status of the last round."""
        watcher = Thread(target=self._watch)
        watcher.start()
        try:
            self._round(self._paths)
            while True:
                saved = self._saved.get()
                while not self._saved.empty():
                    saved |= self._saved.get()
                self._run_changed(sorted(saved))
        except KeyboardInterrupt:
            say("Stopped watching.")
        finally:
            self._end.set()
            watcher.join()
        return self._status

    def _watch(self) -> None:
        watched = DefaultFilter(ignore_dirs=_NOT_WATCHED, ignore_paths=[self._out])
        for changes in watch(self._root, watch_filter=watched, stop_event=self._end):
            if saved := {Path(name) for _, name in changes if name.endswith(_KINDS)}:
                self._saved.put(saved)

    def _run_changed(self, saved: Sequence[Path]) -> None:
        names = {file.relative_to(self._root).as_posix() for file in saved if file.is_relative_to(self._root)}
        code = sorted(name for name in names if not name.endswith(".feature") and not changes_no_scenario(name))
        if code:
            more = f" and {len(code) - 1} more" if len(code) > 1 else ""
            say(f"{code[0]}{more} changed: everything selected runs.")
            self._known = {file.path: file for file in read_features(self._folder)}
            self._round(self._paths)
            return
        places = [place for file in saved for place in self._places(file)]
        if places:
            say(f"{', '.join(places)} changed.")
            self._round(places)

    def _places(self, file: Path) -> Iterator[str]:
        """What there is to run in the saved feature file, as paths with lines."""
        if file.suffix != ".feature" or not file.is_relative_to(self._folder) or not file.is_file():
            return
        now = read_feature(file, display_path(file, self._folder))
        before = self._known.get(now.path)
        self._known[now.path] = now
        changed = changed_texts(before.scenarios if before else (), now.scenarios)
        shown = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file
        if not changed or len(changed) == len(now.scenarios):
            yield str(shown)
            return
        yield from (f"{shown}:{line}" for line in _lines(now, changed))

    def _round(self, paths: Iterable[str]) -> None:
        """One run. Ctrl-C reaches it too, and it ends properly before the watching does."""
        start = (sys.executable, "-c", "from deskproof.steps.cli import main; main()", "run")
        process = subprocess.Popen([*start, *self._options, *paths, "--", *self._for_pytest])
        try:
            self._status = process.wait()
        except KeyboardInterrupt:
            self._status = process.wait()
            raise
        say("Watching. Save a file to run again; Ctrl-C ends it.")


def _lines(file: FeatureFile, ids: frozenset[str]) -> list[int]:
    return sorted({scenario.line for scenario in file.scenarios if scenario.id in ids})
