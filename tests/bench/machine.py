"""What the figures were measured on, and two calibrations beside which they can be read."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from deskproof.steps.browsers.browser import ensure, launch_options

_LOOPS = 5
_LAUNCHES = 5
_ROUNDS = 2_000_000


@dataclass(frozen=True, kw_only=True)
class Machine:
    """The machine. `loop_ms` is a fixed loop of Python, `launch_ms` the start of a browser: medians, milliseconds."""

    processor: str
    cores: int
    memory_gib: int
    python: str
    browser: str
    loop_ms: float
    launch_ms: float


def machine() -> Machine:
    """This machine, as it is now."""
    browser, launch = _launches()
    return Machine(
        processor=_processor(),
        cores=len(os.sched_getaffinity(0)),
        memory_gib=round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        python=platform.python_version(),
        browser=browser,
        loop_ms=statistics.median(_loop() for _ in range(_LOOPS)),
        launch_ms=launch,
    )


def commit() -> str:
    """The commit that is measured, in seven digits."""
    command = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short=7", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def measured_on(commit: str, date: str, on: Machine) -> list[str]:
    """The lines of a page that say on what its figures were measured."""
    return [
        f"Commit {commit}, {date}: {on.processor}, {on.cores} cores, {on.memory_gib} GiB, Python",
        f"{on.python}. Calibration: a loop of two million additions takes {on.loop_ms:g} ms.",
    ]


def _loop() -> float:
    began = time.perf_counter()
    total = 0
    for number in range(_ROUNDS):
        total += number & 7
    return round((time.perf_counter() - began) * 1000, 1)


def _launches() -> tuple[str, float]:
    taken = []
    with sync_playwright() as playwright:
        for _ in range(_LAUNCHES):
            began = time.perf_counter()
            browser = playwright.chromium.launch(**launch_options(ensure("shell")))
            taken.append((time.perf_counter() - began) * 1000)
            version = browser.version
            browser.close()
    return version, round(statistics.median(taken), 1)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
