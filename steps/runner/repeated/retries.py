"""Retrying a scenario that did not pass: at once, in the same process, with everything fresh.

Rule: every attempt is in the record with its own evidence; what passes only when retried is flaky, not passed. A
scenario that could not be judged (broken) is retried like one that failed, but not when the simulator has ended. For
pytest an attempt that is followed by another is neither passed nor failed but `retried`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from deskproof.steps.runner.scenario_recorder import WRITTEN
from deskproof.steps.runner.session import OUTCOME, SESSION

RETRIED = "retried"
_AGAIN = ("failed", "broken")


class Retries:
    """A pytest plugin for a process that runs scenarios; `most` is how often a scenario is retried."""

    def __init__(self, config: pytest.Config, most: int) -> None:
        self._session = config.stash[SESSION]
        self._most = most
        self._runner: Any = config.pluginmanager.getplugin("runner")

    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> object:
        """Run the scenario until it passes or its retries are used up; None leaves an item that is not a scenario to
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
            outcome = next(_outcomes(reports), {})
            failures[written.id] += outcome.get("status") in _AGAIN
            again = outcome.get("status") in _AGAIN and failures[written.id] <= self._most and not _ends(item.session)
            if again:
                outcome["again"], before = True, outcome["reason"]
            elif outcome.get("status") == "passed" and failures[written.id]:
                outcome["status"] = "flaky"
                outcome["reason"] = (
                    f"passed when tried again; before: {before}" if before else "passed when tried again"
                )
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


def _outcomes(reports: list[pytest.TestReport]) -> Iterator[dict[str, Any]]:
    """The outcome of the attempt by the scenario recorder, to be added to."""
    for report in reports:
        for name, outcome in report.user_properties:
            if name == OUTCOME and isinstance(outcome, dict):
                yield outcome


def _ends(session: pytest.Session) -> bool:
    return bool(session.shouldstop or session.shouldfail)
