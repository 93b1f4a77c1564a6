"""The pytest plugin of a run that records what its scenarios run, in a process that runs them."""

from __future__ import annotations

from collections.abc import Callable, Generator

import pytest

from deskproof.steps.impact.recording import Recording


class ImpactRecorder:
    """Tells the recording which scenario runs; `scenario_of` returns the id of the one that an item is."""

    def __init__(self, recording: Recording, scenario_of: Callable[[pytest.Item], str | None]) -> None:
        self._recording = recording
        self._scenario_of = scenario_of

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if (scenario := self._scenario_of(item)) is not None:
            self._recording.begin(scenario)

    def pytest_bdd_after_step(self) -> None:
        self._recording.take()

    def pytest_bdd_step_error(self) -> None:
        self._recording.take()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if report.when == "call" and report.passed:
            self._recording.passed()
        return report

    def pytest_sessionfinish(self) -> None:
        self._recording.close()
