"""Trying a scenario again that did not pass: at once, in the same process, with everything fresh.

Rule: every attempt is in the record with its own evidence; what passes only when tried again is flaky and never simply
passed. A scenario that could not be judged (broken) is tried again like one that failed, but not when the simulator is
gone. To pytest an attempt that is followed by another is neither passed nor failed but `retried`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from deskproof.steps.runner.scenario_recorder import WRITTEN
from deskproof.steps.runner.session import SESSION, TOLD

RETRIED = "retried"
_AGAIN = ("failed", "broken")


class Retries:
    """A pytest plugin for a process that runs scenarios; `most` is how often one is tried again."""

    def __init__(self, config: pytest.Config, most: int) -> None:
        self._session = config.stash[SESSION]
        self._most = most
        self._runner: Any = config.pluginmanager.getplugin("runner")

    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> object:
        """Run the scenario until it passes or has been tried often enough; None leaves an item that is none of ours to
        pytest.
        """
        written = item.stash.get(WRITTEN, None)
        if written is None:
            return None
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        failures = self._session.failures
        again, before = True, ""
        while again:
            reports: list[pytest.TestReport] = self._runner.runtestprotocol(item, nextitem=nextitem, log=False)
            told = next(_told(reports), {})
            failures[written.id] += told.get("status") in _AGAIN
            again = told.get("status") in _AGAIN and failures[written.id] <= self._most and not _ends(item.session)
            if again:
                told["again"], before = True, told["reason"]
            elif told.get("status") == "passed" and failures[written.id]:
                told["status"] = "flaky"
                told["reason"] = f"passed when tried again; before: {before}" if before else "passed when tried again"
            for report in reports:
                if again and report.failed:
                    report.outcome = RETRIED  # type: ignore[assignment]
                item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True


def word_for(report: pytest.TestReport) -> tuple[str, str, str] | None:
    """How pytest counts and shows an attempt that is followed by another; None for any other."""
    if str(report.outcome) == RETRIED:
        return RETRIED, "R", RETRIED.upper()
    return None


def _told(reports: list[pytest.TestReport]) -> Iterator[dict[str, Any]]:
    """What the witness says of the attempt, to be added to."""
    for report in reports:
        for name, told in report.user_properties:
            if name == TOLD and isinstance(told, dict):
                yield told


def _ends(session: pytest.Session) -> bool:
    return bool(session.shouldstop or session.shouldfail)
