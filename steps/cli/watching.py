"""Running scenarios again as they are written: `deskproof run --watch`.

Rule: every round is a run of its own in a process of its own, with its own simulator and report, so nothing old stays
loaded. A saved feature file runs its changed scenarios, or all of it when only its form changed; any other file that
scenarios hang on runs all that were chosen. What is saved during a round is taken up after it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from threading import Event, Thread

from watchfiles import watch
from watchfiles.filters import DefaultFilter

from deskproof.steps.gherkin.files.reader import FeatureFile, display_path, read_feature, read_features
from deskproof.steps.selection.changes import changed_texts, is_paper
from deskproof.steps.terminal import say

_NOT_WATCHED = (*DefaultFilter.ignore_dirs, ".cache", ".ruff_cache", "build")
_KINDS = (".feature", ".py", ".js", ".css", ".html", ".jinja", ".json", ".toml", ".svg", ".wav")
"""Files that a scenario can hang on; what tools write beside them is passed over."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked for: options of `deskproof run`, paths, and arguments for pytest."""

    options: Sequence[str]
    paths: Sequence[str]
    for_pytest: Sequence[str]


class Watching:
    """Watches the project that the features `folder` lies in, but not where runs go, which is `out`."""

    def __init__(self, folder: Path, out: Path, asked: Asked) -> None:
        self._folder = folder.resolve()
        self._root = self._folder.parent
        self._out = out.resolve()
        self._asked = asked
        self._known = {file.path: file for file in read_features(self._folder)}
        self._saved: Queue[set[Path]] = Queue()
        self._end = Event()
        self._status = 0

    def go_on(self) -> int:
        """Run what was chosen, then what each change calls for, until Ctrl-C; the exit status of the last round."""
        watcher = Thread(target=self._watch)
        watcher.start()
        try:
            self._run(self._asked.paths)
            while True:
                saved = self._saved.get()
                while not self._saved.empty():
                    saved |= self._saved.get()
                self._after(sorted(saved))
        except KeyboardInterrupt:
            say("Stopped watching.")
        finally:
            self._end.set()
            watcher.join()
        return self._status

    def _watch(self) -> None:
        of_interest = DefaultFilter(ignore_dirs=_NOT_WATCHED, ignore_paths=[self._out])
        for changes in watch(self._root, watch_filter=of_interest, stop_event=self._end):
            if saved := {Path(name) for _, name in changes if name.endswith(_KINDS)}:
                self._saved.put(saved)

    def _after(self, saved: Sequence[Path]) -> None:
        names = {file.relative_to(self._root).as_posix() for file in saved if file.is_relative_to(self._root)}
        code = sorted(name for name in names if not name.endswith(".feature") and not is_paper(name))
        if code:
            more = f" and {len(code) - 1} more" if len(code) > 1 else ""
            say(f"{code[0]}{more} changed: everything chosen runs.")
            self._known = {file.path: file for file in read_features(self._folder)}
            self._run(self._asked.paths)
            return
        places = [place for file in saved for place in self._places(file)]
        if places:
            say(f"{', '.join(places)} changed.")
            self._run(places)

    def _places(self, file: Path) -> Iterator[str]:
        """Where the saved feature file has something to run."""
        if file.suffix != ".feature" or not file.is_relative_to(self._folder) or not file.is_file():
            return
        now = read_feature(file, display_path(file, self._folder))
        before = self._known.get(now.path)
        self._known[now.path] = now
        changed = changed_texts(before.scenarios if before else (), now.scenarios)
        told = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file
        if not changed or len(changed) == len(now.scenarios):
            yield str(told)
            return
        yield from (f"{told}:{line}" for line in _lines(now, changed))

    def _run(self, paths: Iterable[str]) -> None:
        """One round. Ctrl-C reaches it too, and it ends in good order before the watching does."""
        start = (sys.executable, "-c", "from deskproof.steps.cli import main; main()", "run")
        process = subprocess.Popen([*start, *self._asked.options, *paths, "--", *self._asked.for_pytest])
        try:
            self._status = process.wait()
        except KeyboardInterrupt:
            self._status = process.wait()
            raise
        say("Watching. Save a file to run again; Ctrl-C ends it.")


def _lines(file: FeatureFile, ids: frozenset[str]) -> list[int]:
    return sorted({one.line for one in file.scenarios if one.id in ids})
