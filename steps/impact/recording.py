"""What each scenario of a worker runs: of the simulator, of the harness, and of the scripts in its browsers.

Rule: a worker has a simulator of its own while it records, so that what runs there is its scenario's. What runs before
the first scenario is every scenario's. A scenario lasts until the next one begins, so that what ends late is its own.
One line of JSON a scenario goes to `impact-WORKER.ndjson` in the run's folder.
"""

from __future__ import annotations

import json
import ssl
import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from deskproof.simulator.certificate import Tls
from deskproof.simulator.server import start_server
from deskproof.steps.checkout import commit_of
from deskproof.steps.impact import recorded_simulator
from deskproof.steps.impact.devtools import DevTools
from deskproof.steps.impact.map import NAME, build, recorded, source_files, write
from deskproof.steps.impact.python import Lines, PythonLines
from deskproof.steps.impact.scripts import Scripts
from deskproof.steps.impact.units import Range, bodies_of_lines, python_bodies

ROOT = Path(__file__).resolve().parents[2]
"""The checkout of the product and the harness, whose files the map is about."""

FOLDERS = ("steps",)
"""What is noted of the worker's own process."""

Reached = Mapping[str, frozenset[Range]]
"""What has run, by file. Of a file that is no Python and no script, such as a template, all of it."""


class Recording:
    """The recording of one worker."""

    def __init__(self, folder: Path, worker: str, tls: Tls | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = (folder / f"impact-{worker}.ndjson").open("a", encoding="utf-8")
        self._lines = PythonLines(ROOT, FOLDERS, greenlets=True)
        self._server = start_server(module=recorded_simulator.__name__, tls=tls, vendor_hosts=tls is not None)
        self.address, self.token = self._server.address, self._server.control_token
        trusting = True if tls is None else ssl.create_default_context(cafile=str(tls.certificate))
        self._http = httpx.Client(base_url=self.address, trust_env=False, verify=trusting)
        self._scripts = Scripts(ROOT, self._fetch)
        self._browsers: list[DevTools] = []
        self._heard: dict[tuple[str, int, int], bool] = {}
        self._lock = threading.Lock()
        self._bodies: dict[str, tuple[Range | None, ...]] = {}
        self._scenario: str | None = None
        self._is_whole = True
        self._passed = False

    def browser_started(self, address: str) -> None:
        """Follow the browser that listens at this address."""
        self._browsers.append(DevTools(address, self._hear))

    def browser_without_scripts(self) -> None:
        """The scenario uses a browser whose scripts cannot be followed."""
        self._is_whole = False

    def begin(self, scenario: str) -> None:
        """A scenario begins."""
        self._end()
        self._scenario, self._is_whole, self._passed = scenario, True, False

    def passed(self) -> None:
        """The scenario has passed: what it ran is all that it needs."""
        self._passed = True

    def take(self) -> None:
        """Read what the browsers have run so far, and which scripts they have."""
        heard = [browser.take() for browser in self._browsers]
        self._is_whole = self._is_whole and all(heard)
        with self._lock:
            addresses = {address for address, _, _ in self._heard}
        for address in sorted(addresses):
            self._scripts.meet(address)

    def close(self) -> None:
        """End the last scenario, the simulator and the connections."""
        if not self._file.closed:
            self._end()
            self._lines.stop()
            self._file.close()
        for browser in self._browsers:
            browser.close()
        self._http.close()
        self._server.stop()

    def _end(self) -> None:
        reached: dict[str, set[Range]] = defaultdict(set)
        for lines in (self._lines.mark(), self._lines_of_simulator()):
            for path, ranges in self._of_python(lines).items():
                reached[path] |= ranges
        known: dict[str, set[Range]] = defaultdict(set)
        with self._lock:
            heard, self._heard = self._heard, {}
        for (address, start, end), has_run in heard.items():
            if (place := self._scripts.place(address, start, end)) is not None:
                known[place[0]].add(place[1])
                if has_run:
                    reached[place[0]].add(place[1])
        line = {
            "scenario": self._scenario,
            "whole": self._is_whole,
            "passed": self._passed,
            "reached": _plain(reached),
            "scripts": _plain(known),
        }
        self._file.write(json.dumps(line, separators=(",", ":")) + "\n")
        self._file.flush()

    def _lines_of_simulator(self) -> Lines:
        answer = self._http.post(recorded_simulator.MARK)
        lines: dict[str, tuple[int, ...]] = answer.raise_for_status().json()
        return lines

    def _of_python(self, lines: Lines) -> dict[str, set[Range]]:
        return {path: self._ranges(path, numbers) for path, numbers in lines.items()}

    def _ranges(self, path: str, lines: Iterable[int]) -> set[Range]:
        if path not in self._bodies:
            text = (ROOT / path).read_bytes().decode()
            is_python = path.endswith(".py")
            self._bodies[path] = bodies_of_lines(text, python_bodies(text)) if is_python else (Range(0, len(text)),)
        bodies = self._bodies[path]
        if not path.endswith(".py"):
            return {each for each in bodies if each is not None}
        return {body for line in lines if (body := bodies[line - 1]) is not None}

    def _hear(self, scripts: Sequence[Mapping[str, Any]]) -> None:
        with self._lock:
            for script in scripts:
                if not script["url"].startswith("http"):
                    continue
                for function in script["functions"]:
                    whole = function["ranges"][0]
                    key = (script["url"], whole["startOffset"], whole["endOffset"])
                    self._heard[key] = self._heard.get(key, False) or whole["count"] > 0

    def _fetch(self, address: str) -> str | None:
        place = urlsplit(address)
        answer = self._http.get(place.path, headers={"Host": place.netloc})
        return answer.content.decode() if answer.is_success else None


def write_map(run_folder: Path) -> None:
    """Make the map of a run from what its workers wrote."""
    map_ = build(recorded(run_folder), source_files(ROOT), commit_of(ROOT))
    write(map_, run_folder / NAME)


def _plain(ranges: Mapping[str, Iterable[Range]]) -> dict[str, list[list[int]]]:
    return {path: [[each.start, each.end] for each in sorted(found)] for path, found in sorted(ranges.items()) if found}
