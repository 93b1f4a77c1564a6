"""The pytest plugin of a run that tries derived defects: one item is one defect.

Rule: a trial starts a simulator with the defect and runs scenarios against it until one detects the defect. What seems
to be a detection is confirmed: the same scenario passes at once on the product without the defect.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import pytest

from deskproof.simulator.defects import StaleDefect
from deskproof.simulator.server import ServerError
from deskproof.steps.mutation.defects import sight
from deskproof.steps.mutation.derived.trials import Trial, Verdict
from deskproof.steps.runner.scenario_recorder import WRITTEN
from deskproof.steps.runner.session import OUTCOME, SESSION, Session

VERDICT = "deskproof-verdict"
"""The name of the property that carries a verdict from a worker to the controller."""

_UNCLEAR_IN_A_ROW = 2
"""After so many scenarios that do not reach what they are about, those with the fewest Givens are next."""


class DefectItem(pytest.Item):
    """A trial, as an item."""

    def __init__(self, *, trial: Trial, scenarios: Sequence[pytest.Item], **rest: Any) -> None:
        super().__init__(**rest)
        self.trial = trial
        self.scenarios = scenarios

    def runtest(self) -> None:
        """Never called: `DerivedTrials` runs the trial."""
        raise NotImplementedError

    def reportinfo(self) -> tuple[str, int | None, str]:
        return str(self.path), None, self.name


class DerivedTrials:
    """A pytest plugin for every process of a run."""

    def __init__(self, config: pytest.Config, trials: Sequence[Trial]) -> None:
        self._config = config
        self._trials = trials

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, session: pytest.Session, items: list[pytest.Item]) -> None:
        """The trials take the place of the scenarios."""
        by_id = {item.stash[WRITTEN].id: item for item in items if WRITTEN in item.stash}
        items[:] = [
            DefectItem.from_parent(
                session,
                name=trial.name,
                nodeid=trial.name,
                trial=trial,
                scenarios=[by_id[id_] for id_ in trial.scenarios],
            )
            for trial in self._trials
        ]

    def pytest_runtest_protocol(self, item: pytest.Item) -> object:
        if not isinstance(item, DefectItem):
            return None
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        verdict = _Attempt(item, self._config).verdict()
        if not item.session.shouldstop:
            report = pytest.TestReport(
                nodeid=item.nodeid,
                location=item.location,
                keywords={},
                outcome="passed",
                longrepr=None,
                when="call",
                user_properties=[(VERDICT, asdict(verdict))],
            )
            item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True


class _Attempt:
    """One trial."""

    def __init__(self, item: DefectItem, config: pytest.Config) -> None:
        self._item = item
        self._trial = item.trial
        self._session: Session = config.stash[SESSION]
        self._runner: Any = config.pluginmanager.getplugin("runner")
        self._tried: list[str] = []

    def verdict(self) -> Verdict:
        """The verdict of the trial."""
        self._session.trial = self._trial
        try:
            self._session.control_for("")
        except (ServerError, StaleDefect) as reason:
            return self._verdict("void", reason=str(reason))
        finally:
            self._session.trial = None
        otherwise, unsound = None, False
        left, unclear = list(self._item.scenarios), 0
        while left and len(self._tried) != self._trial.most and not self._item.session.shouldstop:
            scenario = left.pop(0)
            outcome = self._run(scenario, self._trial)
            result = sight(outcome["status"], outcome["kind"])
            if result == "missed":
                self._tried.append(scenario.stash[WRITTEN].id)
                unclear = 0
                continue
            if self._run(scenario, None)["status"] != "passed":
                unsound = True  # it fails for a reason of its own
                continue
            if result == "caught":
                return self._failed("detected", scenario, outcome)
            if outcome["differs"]:
                return self._failed("differed", scenario, outcome)
            otherwise = otherwise or self._failed("otherwise", scenario, outcome)
            unclear += 1
            if unclear == _UNCLEAR_IN_A_ROW:
                left.sort(key=_number_of_givens)
        if otherwise is None and unsound and not self._tried:
            return self._verdict("void", reason="No scenario that was tried passes on the product without the defect.")
        return otherwise or self._verdict("unnoticed")

    def _run(self, scenario: pytest.Item, trial: Trial | None) -> Mapping[str, Any]:
        """The outcome of the scenario, against the product with the defect, or without one."""
        self._session.trial = trial
        try:
            reports = self._runner.runtestprotocol(scenario, nextitem=None, log=False)
        finally:
            self._session.trial = None
        return next(_outcomes(reports))

    def _failed(self, word: Any, scenario: pytest.Item, outcome: Mapping[str, Any]) -> Verdict:
        id_ = scenario.stash[WRITTEN].id
        return self._verdict(word, scenario=id_, step=outcome["step"], reason=outcome["reason"])

    def _verdict(self, word: Any, **rest: str) -> Verdict:
        return Verdict(
            name=self._trial.name, trial=self._trial.fingerprint, word=word, tried=tuple(self._tried), **rest
        )


def verdict_in(report: pytest.TestReport) -> Mapping[str, Any] | None:
    """What the report says of a trial; None where it is not about one."""
    found: Mapping[str, Any] | None = dict(report.user_properties).get(VERDICT)  # type: ignore[assignment]  # only we set it
    return found


def _number_of_givens(scenario: pytest.Item) -> int:
    return sum(step.kind == "given" for step in scenario.stash[WRITTEN].steps)


def _outcomes(reports: Sequence[pytest.TestReport]) -> Iterator[Mapping[str, Any]]:
    for report in reports:
        outcome = dict(report.user_properties).get(OUTCOME)
        if isinstance(outcome, dict):
            yield outcome
