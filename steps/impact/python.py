"""Which lines of Python this process runs, from one mark to the next.

Rule: only the lines are noted, by the coverage library; what the process does stays the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from coverage import Coverage

Lines = Mapping[str, tuple[int, ...]]
"""Line numbers, from 1, by the path of the file relative to the project."""


class PythonLines:
    """Notes the lines that run of the `folders` of a project, also those of Jinja templates. `greenlets` says whether
    the process has some, as Playwright makes them.
    """

    def __init__(self, root: Path, folders: Sequence[str], *, greenlets: bool = False) -> None:
        self._root = root
        self._marks = count()
        self._coverage = Coverage(
            data_file=None,
            config_file=False,
            include=[f"{root}/{folder}/*" for folder in folders],
            concurrency=["thread", "greenlet"] if greenlets else "thread",
        )
        self._coverage.set_option("run:core", "ctrace")  # the one that can tell apart what ran before and after a mark
        self._coverage.set_option("run:disable_warnings", ["module-not-measured", "no-data-collected"])
        self._coverage.start()
        self._now = self._begin()

    def mark(self) -> Lines:
        """The lines that have run since the last mark."""
        ended, self._now = self._now, self._begin()
        data = self._coverage.get_data()
        data.set_query_context(ended)
        found = {}
        for file in sorted(data.measured_files()):
            if lines := data.lines(file):
                found[Path(file).relative_to(self._root).as_posix()] = tuple(sorted(lines))
        return found

    def stop(self) -> None:
        """Note nothing any more."""
        self._coverage.stop()

    def _begin(self) -> str:
        name = f"mark-{next(self._marks)}"
        self._coverage.switch_context(name)
        return name
