"""A pytest plugin that records which entries of the wire each test used, and how each test ended.

`python -m tests.drift` loads it. Each line of the file that `DESKPROOF_DRIFT_RECORD` names is one test, in JSON.
"""

from __future__ import annotations

import json
import os
from collections.abc import Generator
from pathlib import Path

import pytest

from deskproof.simulator.control.client import ControlError, TenantControl, Unreachable

RECORD = "DESKPROOF_DRIFT_RECORD"


class Recorder:
    """Reads the traffic of each tenant before it is closed."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._used: set[tuple[str, str]] = set()
        self._misfits: set[tuple[str, str]] = set()

    def read(self, tenant: TenantControl) -> None:
        """Keep what was exchanged with a tenant; nothing of one that is closed already."""
        try:
            lines = tenant.traffic()
        except (ControlError, Unreachable):
            return
        for line in lines:
            if line.verdict == "ok":
                self._used.add((line.way, line.name))
            else:
                what = line.name if line.name != "unknown" else f"{line.method} {line.path}"
                self._misfits.add((what, f"{line.verdict}: {line.detail}"))

    def write(self, test: str, outcome: str, why: str) -> None:
        """One line of the record: the test that is over."""
        document = {
            "test": test, "outcome": outcome, "why": why, "used": sorted(self._used), "misfits": sorted(self._misfits),
        }  # fmt: skip
        with self._file.open("a", encoding="utf-8") as record:
            record.write(json.dumps(document) + "\n")
        self._used, self._misfits = set(), set()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Record one test, with the tenants that it closes."""
    recorder = Recorder(Path(os.environ[RECORD]))
    close = TenantControl.close

    def closing(tenant: TenantControl) -> None:
        recorder.read(tenant)
        close(tenant)

    item.stash[_OUTCOME] = ("passed", "")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TenantControl, "close", closing)
        result = yield
    recorder.write(item.nodeid, *item.stash[_OUTCOME])
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep how the test ended, with the last line of what was wrong."""
    report = yield
    if report.outcome != "passed" and item.stash[_OUTCOME][0] == "passed":
        last = str(call.excinfo.value).strip().splitlines() if call.excinfo else []
        item.stash[_OUTCOME] = (report.outcome, last[0] if last else "")
    return report


_OUTCOME = pytest.StashKey[tuple[str, str]]()
